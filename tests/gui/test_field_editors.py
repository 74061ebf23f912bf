"""Template fields and the widgets that edit them."""

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.domain.template import TemplateField
from inspector_app.gui.controls import (
    ChoiceField,
    DateField,
    LongTextField,
    MultiChoiceField,
    NumberField,
    TextField,
)
from inspector_app.gui.editors import editor_kinds, make_editor
from tests.gui.factory_demo import TODAY

FEW = (("on", "当面"), ("off", "留置"))
MANY = tuple((str(n), f"第{n}种") for n in range(8))


@pytest.mark.parametrize(
    ("kind", "choices", "widget"),
    [
        ("text", (), TextField),
        ("paragraph", (), LongTextField),
        ("date", (), DateField),
        ("number", (), NumberField),
        ("choice", FEW, MultiChoiceField),
        ("choice", MANY, ChoiceField),
        ("a kind of tomorrow", (), TextField),
    ],
)
def test_a_kind_of_field_has_its_widget(
    qtbot: QtBot, kind: str, choices: tuple[tuple[str, str], ...], widget: type
) -> None:
    editor = make_editor(TemplateField("key", "名称", kind, choices=choices))
    qtbot.addWidget(editor.widget)

    assert isinstance(editor.widget, widget)


@pytest.mark.parametrize(
    ("kind", "choices", "stored"),
    [
        ("text", (), "三人"),
        ("paragraph", (), "第一行\n第二行"),
        ("date", (), "2026-11-21"),
        ("number", (), "12.5"),
        ("choice", FEW, "off"),
        ("choice", MANY, "7"),
    ],
)
def test_what_was_stored_comes_back_unchanged(
    qtbot: QtBot, kind: str, choices: tuple[tuple[str, str], ...], stored: str
) -> None:
    editor = make_editor(TemplateField("key", "名称", kind, choices=choices))
    qtbot.addWidget(editor.widget)

    editor.set_text(stored)
    shown = editor.text
    editor.set_text("")

    assert (shown, editor.text) == (stored, "")


@pytest.mark.parametrize(("kind", "bad"), [("date", "tomorrow"), ("number", "many")])
def test_a_stored_text_that_does_not_fit_shows_as_empty(qtbot: QtBot, kind: str, bad: str) -> None:
    editor = make_editor(TemplateField("key", "名称", kind))
    qtbot.addWidget(editor.widget)

    editor.set_text(bad)

    assert editor.text == ""


def test_every_kind_that_the_delivered_forms_use_has_an_editor() -> None:
    templates = delivered_packs(TODAY).document_templates().values()
    used = {field.kind for template in templates for field in template.fields}

    assert used <= editor_kinds()


def test_a_change_is_told_with_the_key_of_the_field(qtbot: QtBot) -> None:
    editor = make_editor(TemplateField("facts", "名称", "choice", choices=FEW))
    qtbot.addWidget(editor.widget)
    assert isinstance(editor.widget, MultiChoiceField)

    with qtbot.waitSignal(editor.text_changed) as told:
        editor.widget.chip("on").click()

    assert told.args == ["facts", "on"]
