"""设置: a choice takes effect at once, is kept, and what is installed can be read."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from inspector_app.domain.errors import UserError
from inspector_app.gui.i18n import current_language
from inspector_app.gui.pages.settings.page import SettingsPage
from inspector_app.gui.pages.settings.view_model import common_name
from inspector_app.gui.preferences import Preferences, load_preferences
from inspector_app.gui.theme import ThemeName, look
from inspector_app.gui.window_facts import PackInfo, SignerInfo
from tests.factory import TODAY, officer
from tests.gui.factory_gui import GuiOffice, facts
from tests.gui.pages_window import OpenWindow, badges, words


def test_a_language_takes_effect_at_once_and_is_kept(open_window: OpenWindow) -> None:
    office = GuiOffice()
    window = open_window(office)
    page = window.show("settings", SettingsPage)

    window.press(page.language.chip("en"))

    assert current_language() == "en"
    assert window.window.top_bar.title == "Settings"
    assert load_preferences(office.do.look_up).language == "en"


def test_a_theme_takes_effect_at_once_and_is_kept(open_window: OpenWindow) -> None:
    office = GuiOffice()
    window = open_window(office)
    page = window.show("settings", SettingsPage)

    window.press(page.theme.chip("sunlight"))

    assert look().theme is ThemeName.SUNLIGHT
    assert load_preferences(office.do.look_up).theme is ThemeName.SUNLIGHT


def test_a_text_size_takes_effect_at_once_and_is_kept(open_window: OpenWindow) -> None:
    office = GuiOffice()
    window = open_window(office)
    page = window.show("settings", SettingsPage)

    window.press(page.text_scale.chip("1.5"))

    assert look().text_scale == 1.5
    assert load_preferences(office.do.look_up).text_scale == 1.5


def test_the_default_printer_is_kept(open_window: OpenWindow) -> None:
    office = GuiOffice()
    window = open_window(office)
    page = window.show("settings", SettingsPage)

    page.printer.box.setCurrentIndex(1)
    page.printer.box.activated.emit(1)
    window.settle()

    assert load_preferences(office.do.look_up).printer == "盘"


def test_stored_choices_are_shown(open_window: OpenWindow) -> None:
    office = GuiOffice()
    office.do.look_up.set_setting("theme", "dark")

    page = open_window(office).show("settings", SettingsPage)

    assert page.theme.value() == ("dark",)


@pytest.mark.parametrize(
    ("name", "value"), [("language", "fr"), ("theme", "pink"), ("text_scale", "huge")]
)
def test_a_setting_that_cannot_be_read_is_as_if_never_chosen(name: str, value: str) -> None:
    office = GuiOffice()
    office.do.look_up.set_setting(name, value)

    assert load_preferences(office.do.look_up) == Preferences()


def test_a_text_size_outside_the_range_is_the_nearest() -> None:
    office = GuiOffice()
    office.do.look_up.set_setting("text_scale", "9")

    assert load_preferences(office.do.look_up).text_scale == 2.0


def test_an_expired_certificate_is_seen(open_window: OpenWindow) -> None:
    office = GuiOffice(officer(valid_to=TODAY - timedelta(days=2)))

    page = open_window(office).show("settings", SettingsPage)

    assert badges(page.certificates) == ["已过期 2 天"]


def test_the_signing_certificate_stands_with_its_holder(open_window: OpenWindow) -> None:
    signer = SignerInfo(
        "CN=林知远,O=云溪县局", "CN=演示签发机构", date(2026, 1, 1), date(2027, 1, 1)
    )

    page = open_window(GuiOffice(), given=facts(signer=lambda: signer)).show(
        "settings", SettingsPage
    )

    assert "电子签名证书 林知远" in words(page.certificates)


def test_the_fingerprint_of_the_devices_key_can_be_read_out(open_window: OpenWindow) -> None:
    page = open_window(GuiOffice(), given=facts(device_key="0123abcd" * 8)).show(
        "settings", SettingsPage
    )

    assert " ".join(["0123abcd"] * 8) in words(page)


def test_packs_stand_with_version_and_a_refused_one_with_the_reason(
    open_window: OpenWindow,
) -> None:
    packs = (
        PackInfo("food-catering", "餐饮服务监督检查", "0.2", digest="ab" * 32),
        PackInfo("altered", "", "", problem=UserError("pack.altered", "签名与内容不符。")),
    )

    page = open_window(GuiOffice(), given=facts(packs_info=lambda: packs)).show(
        "settings", SettingsPage
    )

    assert "food-catering 0.2" in words(page.packs)
    assert "签名与内容不符。" in words(page.packs)
    assert badges(page.packs) == ["已验证", "未使用"]


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("CN=林知远,O=局", "林知远"),
        ("O=局, CN=林知远", "林知远"),
        (r"CN=林\, 知远,O=局", "林, 知远"),
        ("O=局", "O=局"),
    ],
)
def test_a_holder_is_called_by_the_common_name(subject: str, name: str) -> None:
    assert common_name(subject) == name


class Keyring:
    """Takes a certificate in if the password is right."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []

    def __call__(self, data: bytes, password: str) -> SignerInfo:
        if password != "right":
            raise UserError("certificate.unreadable", "签名证书打不开。", mend="请核对密码。")
        self.taken.append(data)
        return SignerInfo("CN=林知远", "CN=演示签发机构", date(2026, 1, 1), date(2027, 1, 1))


def certificate_file(folder: Path) -> Path:
    path = folder / "我的证书.p12"
    path.write_bytes(b"pkcs12")
    return path


def test_a_certificate_is_taken_in_with_its_password(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    keyring = Keyring()
    window = open_window(GuiOffice(), given=facts(import_signer=keyring))
    page = window.show("settings", SettingsPage)

    page.import_certificate(certificate_file(tmp_path))
    dialog = page.password_dialog
    assert dialog is not None
    dialog.password.line.setText("right")
    window.press(dialog.import_button)

    assert keyring.taken == [b"pkcs12"]
    assert "林知远 的签名证书已导入" in window.toast


def test_a_wrong_password_can_be_tried_again(open_window: OpenWindow, tmp_path: Path) -> None:
    keyring = Keyring()
    window = open_window(GuiOffice(), given=facts(import_signer=keyring))
    page = window.show("settings", SettingsPage)
    page.import_certificate(certificate_file(tmp_path))
    dialog = page.password_dialog
    assert dialog is not None

    dialog.password.line.setText("wrong")
    window.press(dialog.import_button)
    said = dialog.password.error
    dialog.password.line.setText("right")
    window.press(dialog.import_button)

    assert said == "签名证书打不开。请核对密码。"
    assert keyring.taken == [b"pkcs12"]


def test_a_password_is_not_shown(open_window: OpenWindow, tmp_path: Path) -> None:
    page = open_window(GuiOffice(), given=facts(import_signer=Keyring())).show(
        "settings", SettingsPage
    )

    page.import_certificate(certificate_file(tmp_path))

    assert page.password_dialog is not None
    assert page.password_dialog.password.line.echoMode() is QLineEdit.EchoMode.Password


def test_without_a_keyring_nothing_is_offered(open_window: OpenWindow) -> None:
    page = open_window(GuiOffice()).show("settings", SettingsPage)

    assert page.import_button.isHidden()
