"""Fields take what is typed or chosen, say what is wrong, and tell nobody what a page sets."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from inspector_app.gui.controls import (
    CheckBox,
    Choice,
    ChoiceField,
    DateField,
    LongTextField,
    MultiChoiceField,
    NumberField,
    TextField,
)
from inspector_app.gui.theme import Look, ThemeName, apply_look

_LEFT = Qt.MouseButton.LeftButton


def test_typing_tells_the_value_and_takes_the_error_away(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.set_error("必填")

    with qtbot.waitSignal(field.value_changed) as changed:
        QTest.keyClicks(field.line, "a")

    assert changed.args == ["a"]
    assert field.error == ""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (TextField, "张某"),
        (LongTextField, "一\n二"),
        (DateField, date(2026, 11, 21)),
        (DateField, None),
        (NumberField, Decimal(5)),
        (NumberField, None),
    ],
)
def test_setting_a_value_shows_it_and_tells_nobody(
    qtbot: QtBot, field: type, value: object
) -> None:
    control = field()
    qtbot.addWidget(control)
    told: list[object] = []
    control.value_changed.connect(told.append)

    control.set_value(value)

    assert control.value() == value
    assert told == []


def test_an_error_is_read_out_with_the_field(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.set_label("电话", required=True)

    field.set_error("应为 11 位。")

    assert field.editor.accessibleName() == "电话 必填"
    assert field.editor.accessibleDescription() == "应为 11 位。"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1,000.50", Decimal("1000.50")),
        ("0", Decimal(0)),
        ("", None),
        ("-1", None),
        ("1.234", None),
        ("5001", None),
        ("1e2", Decimal("1e2")),
        ("NaN", None),
        ("Infinity", None),
        ("十", None),
    ],
)
def test_a_number_is_taken_only_within_its_bounds(
    qtbot: QtBot, typed: str, value: Decimal | None
) -> None:
    field = NumberField(places=2, least=Decimal(0), most=Decimal(5000))
    qtbot.addWidget(field)
    field.line.setText(typed)

    assert field.value() == value


def test_a_bad_number_is_said_when_the_field_is_left(qtbot: QtBot) -> None:
    field = NumberField(least=Decimal(1), most=Decimal(10))
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "99")

    QTest.keyClick(field.line, Qt.Key.Key_Return)

    assert field.error == "请输入 1 到 10 之间的数。"


def test_long_text_grows_with_what_is_written(qtbot: QtBot) -> None:
    field = LongTextField(2)
    qtbot.addWidget(field)
    field.resize(400, 300)
    field.show()
    before = field.text.height()

    field.set_value("\n".join("一二三四五六"))

    qtbot.waitUntil(lambda: field.text.height() > before)


@pytest.mark.parametrize("theme", ThemeName)
def test_text_for_which_there_is_room_needs_no_bar(
    app: QApplication, qtbot: QtBot, theme: ThemeName
) -> None:
    apply_look(app, Look(theme))
    field = LongTextField(2)
    qtbot.addWidget(field)
    field.resize(400, 300)
    field.show()
    qtbot.waitExposed(field)
    field.activateWindow()
    bars = []
    for written in ("一\n二", "一\n二\n三"):
        field.set_value(written)
        field.text.setFocus()
        app.processEvents()
        bars.append(field.text.verticalScrollBar().isVisible())

    assert bars == [False, False]


def test_a_choice_that_is_no_longer_offered_is_given_up(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.set_choices([Choice("a", "甲"), Choice("b", "乙")])
    field.set_value("b")

    field.set_choices([Choice("a", "甲")])

    assert field.value() is None


def test_new_words_keep_the_choice(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.set_choices([Choice("a", "甲"), Choice("b", "乙")])
    field.set_value("b")

    field.set_choices([Choice("a", "A"), Choice("b", "B")])

    assert field.value() == "b"
    assert field.box.currentText() == "B"


def test_scrolling_past_a_choice_does_not_change_it(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.set_choices([Choice("a", "甲"), Choice("b", "乙")])
    field.set_value("a")
    field.show()

    QApplication.sendEvent(field.box, _wheel_down())

    assert field.value() == "a"


@pytest.mark.parametrize(("exclusive", "chosen"), [(True, ("b",)), (False, ("a", "b"))])
def test_chips_choose_one_or_many(qtbot: QtBot, exclusive: bool, chosen: tuple[str, ...]) -> None:
    field = MultiChoiceField(exclusive=exclusive)
    qtbot.addWidget(field)
    field.set_choices([Choice("a", "甲"), Choice("b", "乙")])

    for key in ("a", "b"):
        QTest.mouseClick(field.chip(key), _LEFT)

    assert field.value() == chosen


def test_a_box_is_ticked_by_its_words_and_by_enter(qtbot: QtBot) -> None:
    box = CheckBox("已出示执法证件 & 告知")
    qtbot.addWidget(box)
    box.resize(300, 50)

    QTest.mouseClick(box, _LEFT, pos=QPoint(200, 25))
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert not box.isChecked()
    assert box.accessibleName() == "已出示执法证件 & 告知"


def _wheel_down() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_choice_that_finds_no_room_ends_in_an_ellipsis_before_the_arrow(
    app: QApplication, qtbot: QtBot, scale: float
) -> None:
    apply_look(app, Look(text_scale=scale))
    field = ChoiceField()
    qtbot.addWidget(field)
    words = "1.1 持有合法有效的食品经营许可证，实际经营场所与许可证载明的一致。" * 2
    field.set_choices([Choice("long", words), Choice("short", "一")])
    field.set_value("long")
    field.resize(400, field.sizeHint().height())
    field.show()
    option = QStyleOptionComboBox()

    field.box.initStyleOption(option)

    assert option.currentText.endswith("…")
    arrow = field.box.width() - int(18 * scale) - 12
    assert field.box.fontMetrics().horizontalAdvance(option.currentText) + 14 < arrow
    assert field.box.currentText() == words
