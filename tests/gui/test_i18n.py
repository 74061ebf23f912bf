"""English is complete, and a change of language reaches every control at once."""

import json
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.assets import resources_dir
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.gate.judging import GateMessage, GateMode
from inspector_app.domain.visit_state import Step
from inspector_app.gui.controls import AnswerButtons, DateField, NumberField, TextField
from inspector_app.gui.error_words import error_words, gate_words
from inspector_app.gui.i18n import __main__ as commands
from inspector_app.gui.i18n import apply_language
from tests.gui.sources import has_chinese, source_strings


def finished() -> dict[tuple[str, str], list[str]]:
    """English by context and source, as the committed translation has it."""
    english: dict[tuple[str, str], list[str]] = {}
    for context in ET.parse(commands.ts_path()).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                continue
            forms = [form.text or "" for form in translation.findall("numerusform")]
            key = (context.findtext("name", ""), message.findtext("source", ""))
            english[key] = forms or [translation.text or ""]
    return english


def test_every_source_string_has_english() -> None:
    english = finished()

    missing = {
        f"{string.context}: {string.text}"
        for string in source_strings()
        if not all(english.get((string.context, string.text), [""]))
    }

    assert not missing


def places(text: str) -> list[str]:
    """What is filled in, as often as it is."""
    return sorted(re.findall(r"\{[^}]*\}|%n", text))


def test_english_keeps_every_place_that_is_filled_in() -> None:
    differing = [
        f"{source} → {english}"
        for (_, source), forms in finished().items()
        for english in forms
        if places(source) != places(english)
        # "printed once" counts without its number; a plural never does, nor any other place.
        and not (
            len(forms) == 2
            and english is forms[0]
            and places(source) == sorted([*places(english), "%n"])
        )
    ]

    assert not differing


def test_english_holds_no_chinese() -> None:
    left = [english for forms in finished().values() for english in forms if has_chinese(english)]

    assert not left


def test_the_compiled_translation_is_the_committed_source(tmp_path: Path) -> None:
    compiled = commands.release(tmp_path / "fresh.qm")

    assert compiled.read_bytes() == commands.ts_path().with_suffix(".qm").read_bytes()


def test_an_error_is_said_in_the_language_in_force(qtbot: QtBot, app: QApplication) -> None:
    error = UserError(
        "gui.fonts_missing", "找不到界面字体。", mend="请重新安装。", facts={"family": "Noto"}
    )
    assert error_words(error).what == "找不到界面字体。"

    apply_language(app, "en")

    assert error_words(error).what == "The interface font Noto was not found."
    assert error_words(error).mend == "Reinstall the application."


def test_an_error_of_a_family_is_said_in_the_words_of_the_family(app: QApplication) -> None:
    apply_language(app, "en")

    words = error_words(UserError("complete.not_signed", "这次检查还有未完成的步骤。"))

    assert words.what == "The visit still has unfinished steps."


def test_a_gate_message_is_said_in_the_language_in_force(app: QApplication) -> None:
    message = GateMessage(
        "R33",
        GateMode.BLOCK,
        "gate.items_unanswered",
        "还有 3 项没有检查结论。",
        "第二十七条",
        Step.CHECKLIST,
        facts={"count": 3},
    )
    assert gate_words(message) == "还有 3 项没有检查结论。"

    apply_language(app, "en")

    assert gate_words(message).startswith("Items without a conclusion: 3.")


@pytest.mark.parametrize(
    ("fact", "written"), [("2026-11-21", "21 Nov 2026"), ("2026-02-31", "2026-02-31")]
)
def test_a_day_in_a_message_is_written_as_the_window_writes_days(
    app: QApplication, fact: str, written: str
) -> None:
    apply_language(app, "en")

    ends = UserError("deadline.ends", "届满。", facts={"day": fact})

    assert error_words(ends).what == f"Ends on {written}."


def test_english_has_no_full_width_signs() -> None:
    told = [form for forms in finished().values() for form in forms]
    for kind in ("errors", "lines"):
        text = (resources_dir() / "i18n" / f"{kind}_en.json").read_text("utf-8")
        told.extend(said for parts in json.loads(text).values() for said in parts.values())

    # The signs of Chinese print stand a whole square wide between English words.
    assert [said for said in told if re.search("[“”‘’（），。；：、！？]", said)] == []


def test_an_error_without_english_is_said_in_chinese(app: QApplication) -> None:
    apply_language(app, "en")

    assert error_words(UserError("test.unknown", "不行。")).what == "不行。"


def test_a_fact_that_an_error_lacks_does_not_break_its_message(app: QApplication) -> None:
    apply_language(app, "en")

    words = error_words(UserError("gui.fonts_missing", "找不到界面字体。"))

    assert words.what == "The interface font {family} was not found."


def test_a_control_speaks_the_new_language_without_being_made_again(
    qtbot: QtBot, app: QApplication
) -> None:
    buttons = AnswerButtons()
    qtbot.addWidget(buttons)

    apply_language(app, "en")

    qtbot.waitUntil(lambda: buttons.button(AnswerValue.NOT_MET).text() == "Not met")
    apply_language(app, "zh")
    qtbot.waitUntil(lambda: buttons.button(AnswerValue.NOT_MET).text() == "不符合")


def test_a_word_of_a_base_class_is_found_from_the_class_that_inherits_it(
    qtbot: QtBot, app: QApplication
) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.set_label("Name", required=True)

    apply_language(app, "en")

    qtbot.waitUntil(lambda: field.editor.accessibleName() == "Name required")


def test_dates_are_written_as_the_language_writes_them(qtbot: QtBot, app: QApplication) -> None:
    field = DateField()
    qtbot.addWidget(field)
    assert field.edit.displayFormat() == "yyyy年M月d日"

    apply_language(app, "en")

    qtbot.waitUntil(lambda: field.edit.displayFormat() == "d MMM yyyy")


@pytest.mark.parametrize(("places", "words"), [(1, "1 decimal place."), (2, "2 decimal places.")])
def test_english_counts_in_singular_and_plural(
    qtbot: QtBot, app: QApplication, places: int, words: str
) -> None:
    apply_language(app, "en")
    field = NumberField(places=places)
    qtbot.addWidget(field)
    field.line.setText("x")

    field.line.editingFinished.emit()

    assert field.error.endswith(words)


def test_qt_itself_speaks_chinese(app: QApplication) -> None:
    apply_language(app, "zh")

    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_a_language_we_do_not_have_is_refused(app: QApplication) -> None:
    with pytest.raises(ValueError, match="fr"):
        apply_language(app, "fr")


def test_filling_in_takes_english_and_names_lines_that_fit_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(resources_dir() / "i18n", tmp_path / "i18n")
    monkeypatch.setattr(commands, "resources_dir", lambda: tmp_path)

    unknown = commands.fill(
        iter(["BusyOverlay\t取消\tNever mind\n", "Nowhere\t什么\tWhat\n", "\n"])
    )

    assert unknown == ["Nowhere\t什么\tWhat"]
    assert finished()["BusyOverlay", "取消"] == ["Never mind"]
