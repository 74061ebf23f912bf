"""Controls tell what was done and show what they are told, nothing else."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.steps import StepStatus
from inspector_app.gui.controls import (
    AnswerButtons,
    BusyOverlay,
    Button,
    Card,
    Cell,
    Chip,
    Column,
    Columns,
    ConfirmDialog,
    EmptyState,
    FlowRow,
    Label,
    ScrollPage,
    SectionList,
    SectionProgress,
    StepLine,
    StepMark,
    Table,
    TableRow,
    TranslatedDialog,
)
from inspector_app.gui.jobs import Cancellation
from inspector_app.gui.theme import Tone
from tests.gui.pages_window import has_room_for

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def steps(qtbot: QtBot) -> StepLine:
    line = StepLine()
    qtbot.addWidget(line)
    line.resize(1100, 50)
    line.show()
    line.set_steps(
        [
            StepMark("arrival", "到场", StepStatus.DONE),
            StepMark("checklist", "检查", StepStatus.CURRENT, "27/38"),
            StepMark("signatures", "签名", StepStatus.BLOCKED, reason="还有 2 项未检查"),
        ],
        "checklist",
    )
    return line


def test_a_blocked_step_says_by_what(steps: StepLine) -> None:
    button = steps.button("signatures")

    assert button.toolTip() == "还有 2 项未检查"
    assert button.accessibleName() == "签名 暂不能进行 还有 2 项未检查"


@pytest.mark.parametrize("key", ["arrival", "signatures"])
def test_any_step_can_be_pressed(steps: StepLine, qtbot: QtBot, key: str) -> None:
    with qtbot.waitSignal(steps.step_chosen) as chosen:
        QTest.mouseClick(steps.button(key), _LEFT)

    assert chosen.args == [key]


def test_a_step_is_pressed_by_the_space_bar(steps: StepLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(steps.step_chosen) as chosen:
        QTest.keyClick(steps.button("arrival"), Qt.Key.Key_Space)

    assert chosen.args == ["arrival"]


def test_a_narrow_line_keeps_the_words_of_the_step_on_show(steps: StepLine) -> None:
    wide = {key: steps.button(key).sizeHint().width() for key in ("arrival", "checklist")}

    steps.resize(200, 50)

    assert steps.button("checklist").sizeHint().width() == wide["checklist"]
    assert steps.button("arrival").sizeHint().width() < wide["arrival"]


def test_a_line_that_is_a_little_too_short_stands_closer_and_keeps_every_word(
    steps: StepLine,
) -> None:
    wide = sum(
        steps.button(key).sizeHint().width() for key in ("arrival", "checklist", "signatures")
    )

    steps.resize(wide, 50)

    # An icon alone would be as wide as it is high.
    assert steps.button("arrival").width() > steps.button("arrival").height()


def test_a_line_that_is_too_short_gives_up_counts_before_names(qtbot: QtBot) -> None:
    line = StepLine()
    qtbot.addWidget(line)
    line.show()
    line.set_steps(
        [
            StepMark("checklist", "Checklist", StepStatus.DONE, "54/54"),
            StepMark("documents", "Documents", StepStatus.DONE, "10/10"),
            StepMark("signatures", "Signatures", StepStatus.CURRENT, "9/10"),
        ],
        "signatures",
    )

    line.resize(_shortest_with_names(line), 50)

    assert not has_room_for("Checklist 54/54", line.button("checklist"))
    assert has_room_for("Signatures 9/10", line.button("signatures"))
    assert sum(line.button(key).sizeHint().width() for key in _KEYS) <= line.width()


def test_a_step_says_its_count_when_it_is_pointed_at(steps: StepLine) -> None:
    assert steps.button("checklist").toolTip() == "检查 27/38 · 当前步骤"


_KEYS = ("checklist", "documents", "signatures")


def _shortest_with_names(line: StepLine) -> int:
    """The least width at which every step is as wide as its name needs."""
    for width in range(line.minimumSizeHint().width(), 2000):
        line.resize(width, 50)
        if all(has_room_for(line.button(key).text(), line.button(key)) for key in _KEYS):
            return width
    raise AssertionError("no width shows every name")


def test_an_answer_is_chosen_but_shown_only_when_it_is_recorded(qtbot: QtBot) -> None:
    buttons = AnswerButtons()
    qtbot.addWidget(buttons)

    with qtbot.waitSignal(buttons.answer_chosen) as chosen:
        QTest.mouseClick(buttons.button(AnswerValue.NOT_MET), _LEFT)

    assert chosen.args == [AnswerValue.NOT_MET]
    assert buttons.answer is None


def test_an_answer_that_is_not_offered_cannot_be_pressed_by_its_key(qtbot: QtBot) -> None:
    buttons = AnswerButtons()
    qtbot.addWidget(buttons)
    buttons.set_excludable(False)
    chosen: list[AnswerValue] = []
    buttons.answer_chosen.connect(chosen.append)

    buttons.press(AnswerValue.EXCLUDED)
    buttons.press(AnswerValue.MET)

    assert chosen == [AnswerValue.MET]


def test_the_recorded_answer_is_read_out(qtbot: QtBot) -> None:
    buttons = AnswerButtons()
    qtbot.addWidget(buttons)

    buttons.set_answer(AnswerValue.MET)

    assert buttons.button(AnswerValue.MET).accessibleName() == "✓ 符合"
    assert buttons.button(AnswerValue.NOT_MET).accessibleName() == "不符合"


@pytest.fixture
def sections(qtbot: QtBot) -> SectionList:
    listed = SectionList()
    qtbot.addWidget(listed)
    listed.set_sections(
        [SectionProgress("1", "许可", 3, 3), SectionProgress("2", "人员", 3, 4, not_met=1)]
    )
    listed.show()
    return listed


def test_a_section_reads_out_how_far_it_is(sections: SectionList) -> None:
    assert sections.row("1").accessibleName() == "许可，已查 3 项，共 3 项"
    assert sections.row("2").accessibleName() == "人员，已查 3 项，共 4 项，不符合 1 项"


def test_pressing_a_section_chooses_it_and_the_page_marks_it(
    sections: SectionList, qtbot: QtBot
) -> None:
    sections.set_current("1")

    with qtbot.waitSignal(sections.section_chosen) as chosen:
        QTest.mouseClick(sections.row("2"), _LEFT)

    assert chosen.args == ["2"]
    assert sections.row("1").isChecked()


def test_arrows_move_between_sections_and_enter_chooses(
    sections: SectionList, qtbot: QtBot
) -> None:
    sections.activateWindow()
    sections.row("1").setFocus()
    QTest.keyClick(sections.row("1"), Qt.Key.Key_Down)

    with qtbot.waitSignal(sections.section_chosen) as chosen:
        QTest.keyClick(sections.row("2"), Qt.Key.Key_Return)

    assert sections.row("2").hasFocus()
    assert chosen.args == ["2"]


def test_new_figures_do_not_make_new_rows(sections: SectionList) -> None:
    row = sections.row("2")

    sections.set_sections(
        [SectionProgress("1", "许可", 3, 3), SectionProgress("2", "人员", 4, 4, not_met=1)]
    )

    assert sections.row("2") is row


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_card_is_pressed_by_keys(qtbot: QtBot, key: Qt.Key) -> None:
    card = Card(pressable=True)
    qtbot.addWidget(card)

    with qtbot.waitSignal(card.pressed):
        QTest.keyClick(card, key)


def test_a_card_that_was_left_before_the_release_is_not_pressed(qtbot: QtBot) -> None:
    card = Card(pressable=True)
    qtbot.addWidget(card)
    card.resize(200, 80)
    pressed: list[bool] = []
    card.pressed.connect(lambda: pressed.append(True))

    QTest.mousePress(card, _LEFT, pos=QPoint(20, 20))
    QTest.mouseRelease(card, _LEFT, pos=QPoint(500, 20))

    assert pressed == []


def test_a_table_opens_its_row_by_enter_and_keeps_the_cursor(qtbot: QtBot) -> None:
    table = Table()
    qtbot.addWidget(table)
    columns = [Column("主体", stretch=True), Column("状态")]
    rows = [TableRow(key, (key, Cell("通过", Tone.MET))) for key in "abc"]
    table.set_rows(columns, rows)
    table.select("b")
    table.set_rows(columns, [rows[1], rows[2]])

    with qtbot.waitSignal(table.row_activated) as activated:
        QTest.keyClick(table.view, Qt.Key.Key_Return)

    assert activated.args == ["b"]


def test_a_table_without_rows_says_so(qtbot: QtBot) -> None:
    table = Table()
    qtbot.addWidget(table)
    table.empty.set_words("没有记录")
    table.show()

    table.set_rows([Column("主体")], [])

    assert table.empty.isVisible()
    assert not table.view.isVisible()


def test_an_empty_state_offers_what_helps(qtbot: QtBot) -> None:
    empty = EmptyState("inbox", "没有任务", action="立即同步")
    qtbot.addWidget(empty)
    button = empty.findChild(QPushButton)
    assert isinstance(button, QPushButton)

    with qtbot.waitSignal(empty.action_chosen):
        QTest.mouseClick(button, _LEFT)


def test_fast_work_shows_nothing(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    busy = BusyOverlay(page)

    busy.show_when_slow("正在生成")
    busy.finish()

    assert busy.isHidden()


def test_slow_work_says_what_it_does_and_can_be_cancelled(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    busy = BusyOverlay(page)
    cancellation = Cancellation()
    busy.show_when_slow("正在生成", cancellation)
    qtbot.waitUntil(busy.isVisible)

    with qtbot.waitSignal(busy.cancelled):
        QTest.keyClick(busy, Qt.Key.Key_Escape)

    assert cancellation.requested


def test_enter_by_habit_does_not_confirm(qtbot: QtBot) -> None:
    dialog = ConfirmDialog(None, "撤回？", "不能撤销。", "撤回")
    qtbot.addWidget(dialog)
    dialog.open()
    accepted: list[bool] = []
    dialog.accepted.connect(lambda: accepted.append(True))

    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.refuse_button, Qt.Key.Key_Return)

    assert accepted == []


def test_the_action_confirms(qtbot: QtBot) -> None:
    dialog = ConfirmDialog(None, "撤回？", "不能撤销。", "撤回")
    qtbot.addWidget(dialog)
    dialog.open()

    with qtbot.waitSignal(dialog.accepted):
        QTest.mouseClick(dialog.action_button, _LEFT)


def test_a_row_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    row = FlowRow()
    qtbot.addWidget(row)
    for _ in range(6):
        row.add(Button("添加照片"))

    assert row.heightForWidth(260) > 2 * row.heightForWidth(2000)


def test_a_chip_whose_words_do_not_fit_wraps_them(qtbot: QtBot) -> None:
    row = FlowRow()
    chip = Chip("fine: value of the goods below 10,000 yuan: 50,000–100,000 yuan")
    row.add(chip)
    qtbot.addWidget(row)

    row.resize(300, row.heightForWidth(300))
    row.show()

    assert row.minimumSizeHint().width() <= row.width()
    assert chip.width() <= row.width()
    assert chip.height() > Chip("fine").sizeHint().height()


@pytest.mark.parametrize(("width", "stacked"), [(1000, False), (300, True)])
def test_columns_stack_where_they_do_not_fit(qtbot: QtBot, width: int, stacked: bool) -> None:
    columns = Columns(aside_width=200, narrow_below=500)
    columns.main.addWidget(Label("左"))
    columns.aside.addWidget(Label("右"))
    page = ScrollPage()
    page.body.addWidget(columns)
    qtbot.addWidget(page)

    page.resize(width, 400)
    page.show()

    assert columns.stacked is stacked


def test_a_dialog_grows_with_what_is_said_in_it(qtbot: QtBot) -> None:
    dialog = TranslatedDialog()
    said = Label("好")
    column = QVBoxLayout(dialog)
    column.addWidget(said)
    qtbot.addWidget(dialog)
    dialog.resize(300, 60)
    dialog.show()

    said.setText("请写明公布或者最近一次修改的日期。" * 20)

    qtbot.waitUntil(lambda: dialog.height() >= column.totalHeightForWidth(300) > 60)


def test_text_of_others_is_never_taken_for_html(qtbot: QtBot) -> None:
    label = Label("<b>张记</b>")
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText
