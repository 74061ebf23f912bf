"""The first start: enrolment is asked for, refusals are said in place, nothing typed is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import EnvironmentFault
from inspector_app.gui.enrolment_dialog import EnrolmentDialog
from inspector_app.gui.jobs import Jobs


class Server:
    """Takes a laptop in once it is told the right code."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str, Path | None]] = []

    def enrol(self, address: str, code: str, name: str, ca_file: Path | None) -> None:
        self.asked.append((address, code, name, ca_file))
        if code != "GOOD":
            raise EnvironmentFault("network.offline", "连不上服务器。", mend="请检查网络。")


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def dialog(app: object, qtbot: QtBot, server: Server) -> Iterator[EnrolmentDialog]:
    jobs = Jobs()
    dialog = EnrolmentDialog(jobs, server.enrol, name="城东一组")
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    jobs.shut_down()


def test_the_right_code_enrols_and_closes(
    dialog: EnrolmentDialog, server: Server, qtbot: QtBot
) -> None:
    dialog.address.set_value(" https://bureau.example ")
    dialog.code.set_value("GOOD")
    with qtbot.waitSignal(dialog.accepted):
        dialog.confirm.click()
    assert server.asked == [("https://bureau.example", "GOOD", "城东一组", None)]


def test_the_bureaus_own_certificate_can_be_chosen(
    dialog: EnrolmentDialog, server: Server, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = ("/media/bureau/root.cer", "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen)
    dialog.address.set_value("https://bureau.example")
    dialog.code.set_value("GOOD")
    dialog.choose.click()
    with qtbot.waitSignal(dialog.accepted):
        dialog.confirm.click()
    assert server.asked[0][3] == Path(chosen[0])


def test_giving_up_the_choice_leaves_what_was_chosen(
    dialog: EnrolmentDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    dialog.ca_file.set_value("/media/bureau/root.cer")
    dialog.choose.click()
    assert dialog.ca_file.value() == "/media/bureau/root.cer"


def test_a_refusal_is_said_in_place_and_what_was_typed_stays(
    dialog: EnrolmentDialog, qtbot: QtBot
) -> None:
    dialog.address.set_value("https://bureau.example")
    dialog.code.set_value("BAD")
    dialog.confirm.click()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "请检查网络" in dialog.problem.text()
    assert dialog.code.value() == "BAD"
    assert dialog.confirm.isEnabled()


def test_nothing_is_sent_without_address_and_code(dialog: EnrolmentDialog, server: Server) -> None:
    dialog.confirm.click()
    assert server.asked == []
    assert dialog.address.error
    assert dialog.code.error
