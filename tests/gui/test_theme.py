"""Colours are readable, types are Chinese, and a change of look reaches the screen."""

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import EnvironmentFault
from inspector_app.gui.controls import Badge, Button, Card, Label
from inspector_app.gui.theme import (
    SANS,
    Look,
    ThemeName,
    Tone,
    TypeRole,
    apply_look,
    fonts,
    icon_names,
    icon_pixmap,
    look,
)
from inspector_app.gui.theme.contrast import contrast_ratio
from inspector_app.gui.theme.palettes import PALETTES
from inspector_app.gui.theme.stylesheet import build_stylesheet
from inspector_app.gui.theme.tokens import TARGET


def test_contrast_agrees_with_the_examples_of_wcag() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ThemeName)
def test_every_text_is_readable_on_its_ground(name: ThemeName) -> None:
    least = 7.0 if name is ThemeName.SUNLIGHT else 4.5

    too_pale = [
        f"{what}: {contrast_ratio(text, ground):.2f}"
        for what, text, ground in PALETTES[name].text_pairs()
        if contrast_ratio(text, ground) < least
    ]

    assert not too_pale


@pytest.mark.parametrize("name", ThemeName)
def test_every_control_stands_out_from_its_ground(name: ThemeName) -> None:
    too_pale = [
        f"{what}: {contrast_ratio(line, ground):.2f}"
        for what, line, ground in PALETTES[name].boundary_pairs()
        if contrast_ratio(line, ground) < 3
    ]

    assert not too_pale


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_style_sheet_leaves_no_place_unfilled(name: ThemeName, scale: float) -> None:
    sheet = build_stylesheet(PALETTES[name], scale, SANS)

    assert not re.findall(r"\$\w+", sheet)


@pytest.mark.parametrize("scale", [0.9, 2.1])
def test_a_text_scale_outside_its_range_is_refused(scale: float) -> None:
    with pytest.raises(ValueError, match="between 1 and 2"):
        Look(text_scale=scale)


def test_text_is_set_in_the_simplified_chinese_face(qtbot: QtBot) -> None:
    label = Label("现场笔录", TypeRole.TITLE)
    qtbot.addWidget(label)
    label.show()

    assert QFontInfo(label.font()).family() == SANS


@pytest.mark.parametrize("role", TypeRole)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_label_has_the_size_of_its_role(
    qtbot: QtBot, app: QApplication, role: TypeRole, scale: float
) -> None:
    apply_look(app, Look(text_scale=scale))
    label = Label("文书", role)
    qtbot.addWidget(label)
    label.ensurePolished()

    assert label.font().pixelSize() == round(role.value.size * scale)


def test_missing_fonts_are_said_calmly(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "SANS", "No Such Face")

    with pytest.raises(EnvironmentFault) as raised:
        fonts.load_sans()

    assert raised.value.code == "gui.fonts_missing"


def test_a_change_of_theme_repaints_what_is_on_the_screen(qtbot: QtBot, app: QApplication) -> None:
    card = Card()
    card.body.addWidget(Badge("符合", Tone.MET))
    qtbot.addWidget(card)
    card.resize(200, 100)
    card.show()
    before = _middle_of_ground(card.grab().toImage())

    apply_look(app, Look(ThemeName.DARK))

    after = _middle_of_ground(card.grab().toImage())
    assert before == PALETTES[ThemeName.LIGHT].surface
    assert after == PALETTES[ThemeName.DARK].surface


def test_an_icon_takes_the_new_colour_when_the_theme_changes(
    qtbot: QtBot, app: QApplication
) -> None:
    button = Button("拍照", "camera")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()

    apply_look(app, Look(ThemeName.DARK))

    assert button.icon().cacheKey() != before


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_sharp_at_any_pixel_ratio(app: QApplication, ratio: float) -> None:
    pixmap = icon_pixmap("camera", look().colours.text, 20, ratio)

    assert pixmap.width() == round(20 * ratio)
    assert pixmap.devicePixelRatio() == ratio
    assert _inks(pixmap.toImage()) == {look().colours.text}


def test_every_tone_has_an_icon_that_is_installed() -> None:
    assert {tone.icon for tone in Tone} <= icon_names()


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_a_control_is_never_lower_than_a_finger(scale: float) -> None:
    assert Look(text_scale=scale).target >= TARGET


def _middle_of_ground(image: QImage) -> str:
    return image.pixelColor(image.width() // 2, image.height() - 14).name()


def _inks(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(pixel.rgb()).name() for pixel in pixels if pixel.alpha() == 255}
