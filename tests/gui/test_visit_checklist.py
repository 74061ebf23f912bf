"""The step 检查: keys, reasons, notes, photos, remarks, corrections."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.visit import Step
from inspector_app.gui.jobs import Jobs
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_visit import VisitPageObject
from tests.pictures import picture

LICENCE, HEALTH, WASH = "LICENCE", "HEALTH", "WASH"


def arrived(qtbot: QtBot, jobs: Jobs) -> VisitPageObject:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.arrived())
    return page


def test_a_key_answers_and_leads_to_the_next_open_item(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)

    page.key("1")

    assert page.visit.answers[LICENCE].value is AnswerValue.MET
    assert page.card.code == HEALTH


def test_keys_pressed_faster_than_the_disk_answer_one_item_each(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)

    page.key("111")

    assert {answer.value for answer in page.visit.answers.values()} == {AnswerValue.MET}
    assert len(page.visit.answers) == 3


def test_a_key_meant_for_the_next_item_never_overturns_a_failure(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)

    page.key("21")

    assert page.visit.answers[LICENCE].value is AnswerValue.NOT_MET


def test_a_failure_opens_its_finding_in_place(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)

    page.key("2")

    assert page.card.finding.isVisible()
    assert page.has_focus_in(page.card.finding.description)
    assert page.card.finding.form.violation_id == "M44"


def test_accepting_the_finding_leads_on(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)
    page.key("2")

    page.accept_finding("一名从业人员未能出示有效健康证明。")

    finding = next(iter(page.visit.findings.values()))
    assert finding.description == "一名从业人员未能出示有效健康证明。"
    assert page.card.code == HEALTH


def test_excluding_an_item_asks_for_the_reason_in_place(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)

    page.key("3")

    assert LICENCE not in page.visit.answers
    assert page.card.exclusion.field.value() == "不涉及该环节"
    assert page.has_focus_in(page.card.exclusion.field)


def test_the_reason_is_recorded_with_the_exclusion(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)
    page.key("3")

    page.key(Qt.Key.Key_Return)

    answer = page.visit.answers[LICENCE]
    assert (answer.value, answer.reason) == (AnswerValue.EXCLUDED, "不涉及该环节")


def test_an_empty_reason_excludes_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)
    page.key("3")
    page.card.exclusion.field.set_value("")

    page.key(Qt.Key.Key_Return)

    assert page.card.exclusion.field.error
    assert LICENCE not in page.visit.answers


def test_arrows_move_between_items(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)

    page.key(Qt.Key.Key_Down)
    page.key(Qt.Key.Key_Down)
    page.key(Qt.Key.Key_Up)

    assert page.card.code == HEALTH


def test_n_goes_round_to_the_next_item_without_an_answer(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)
    page.choose_item(HEALTH)
    page.key("1")

    page.key("n")

    assert page.card.code == LICENCE


def test_digits_typed_into_a_note_answer_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)
    page.key("b")

    page.key("12")

    assert page.card.note.value() == "12"
    assert not page.visit.answers


def test_a_note_is_on_disk_without_saving(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)
    page.key("1")
    page.choose_item(LICENCE)
    page.key("b")

    page.key("framed")
    page.rest()

    assert page.visit.answers[LICENCE].note == "framed"


def test_leaving_an_item_writes_its_note_at_once(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)
    page.key("1")
    page.choose_item(LICENCE)
    page.key("b")
    page.key("framed")

    page.choose_item(WASH)

    assert page.visit.answers[LICENCE].note == "framed"


def test_a_note_before_the_answer_goes_with_the_answer(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)
    page.key("b")
    page.key("hidden")
    page.rest()

    page.press(page.card.answers.button(AnswerValue.MET))

    assert page.visit.answers[LICENCE].note == "hidden"


def test_a_note_before_the_answer_survives_a_kill(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.arrived())
    page.key("b")
    page.key("hidden")
    page.rest()

    again = VisitPageObject(qtbot, office.do, jobs)
    again.open(page.visit.id)

    assert again.card.note.value() == "hidden"


def test_reopening_goes_on_at_the_same_item(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.arrived())
    page.choose_item(WASH)
    page.page.flush()
    page.settle()

    again = VisitPageObject(qtbot, office.do, jobs)
    again.open(page.visit.id)

    assert (again.shown, again.card.code) == (Step.CHECKLIST, WASH)


def test_an_answer_repaints_its_own_row_only(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)
    before = {code: page.checklist.items.shown(code) for code in (LICENCE, HEALTH, WASH)}

    page.key("1")

    shown = page.checklist.items.shown
    assert shown(LICENCE) is not before[LICENCE]
    assert (shown(HEALTH), shown(WASH)) == (before[HEALTH], before[WASH])
    assert shown(HEALTH) is before[HEALTH]


def test_a_photo_file_is_attached_to_the_item(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    page = arrived(qtbot, jobs)
    path = tmp_path / "wall.jpg"
    path.write_bytes(picture())

    page.card.photos.files_added.emit([path])
    page.settle()

    assert [photo.name for photo in page.visit.photos_of(LICENCE)] == ["wall.jpg"]
    assert page.card.photos.photos[0].image is not None


def test_a_photo_dropped_on_the_item_is_attached(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    page = arrived(qtbot, jobs)
    path = tmp_path / "wall.jpg"
    path.write_bytes(picture())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    page.card.dropEvent(drop)
    page.settle()

    assert len(page.visit.photos) == 1


def test_a_file_that_is_no_picture_is_refused_and_the_others_are_kept(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    page = arrived(qtbot, jobs)
    (tmp_path / "a.jpg").write_bytes(b"no picture")
    (tmp_path / "b.jpg").write_bytes(picture())

    page.card.photos.files_added.emit([tmp_path / "a.jpg", tmp_path / "b.jpg"])
    page.settle()

    assert "a.jpg" in page.said
    assert [photo.name for photo in page.visit.photos.values()] == ["b.jpg"]


def test_a_picture_that_went_away_is_a_calm_message(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    page = arrived(qtbot, jobs)

    page.card.photos.files_added.emit([tmp_path / "pulled out.jpg"])
    page.settle()

    assert page.notices[-1].safe
    assert not page.visit.photos


def test_a_pasted_picture_is_attached(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)

    page.card.photos.bytes_added.emit(picture("PNG"))
    page.settle()

    assert next(iter(page.visit.photos.values())).name == "clipboard-20261121-090000.png"


def test_a_remark_stands_at_its_item_and_is_answered_there(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    visit_id = office.finished()
    desk = office.review_by()
    case = desk.do.make_remark(desk.do.open_case(visit_id), "请补拍照片。", item=HEALTH)
    desk.do.return_case(case, "补充证据")
    office.take_reviews(desk, visit_id)
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    page.go_to(Step.CHECKLIST)
    page.choose_item(HEALTH)
    card = next(iter(page.checklist.guidance.remark_cards.values()))

    card.reply.set_value("已补拍。")
    page.press(card.send)

    assert [remark.answer for remark in page.view.remarks_at(HEALTH)] == ["已补拍。"]


def test_after_issue_an_answer_is_corrected_with_a_reason(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.completed())
    page.go_to(Step.CHECKLIST)
    page.choose_item(LICENCE)

    page.key("2")
    page.card.correction.field.set_value("复核照片后发现许可证已过期")
    page.press(page.card.correction.confirm)

    answer = page.visit.answers[LICENCE]
    assert (answer.value, answer.corrected) == (AnswerValue.NOT_MET, True)


def test_after_issue_nothing_is_corrected_without_a_reason(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.completed())
    page.go_to(Step.CHECKLIST)
    page.choose_item(LICENCE)

    page.key("2")
    page.press(page.card.correction.confirm)

    assert page.card.correction.field.error
    assert page.visit.answers[LICENCE].value is AnswerValue.MET


def test_what_would_follow_is_shown_beside_the_item(qtbot: QtBot, jobs: Jobs) -> None:
    page = arrived(qtbot, jobs)

    shown = page.texts(page.checklist.guidance)

    assert "《中华人民共和国食品安全法》第四十五条第二款" in shown
    assert "本机未安装条文原文" in shown


def test_after_a_correction_to_not_met_the_finding_can_be_accepted_and_judged(
    qtbot: QtBot, jobs: Jobs
) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.completed())
    page.go_to(Step.CHECKLIST)
    page.choose_item(LICENCE)
    page.key("2")
    page.card.correction.field.set_value("复核照片后发现许可证已过期")
    page.press(page.card.correction.confirm)

    page.accept_finding("食品经营许可证已于上月到期。")
    page.go_to(Step.FINDINGS)
    page.choose_row(page.findings.list, "result")
    page.press(page.findings.grading.handling.chip("order"))
    page.press(page.findings.grading.judge)

    assert {finding.item for finding in page.visit.findings.values()} == {LICENCE, HEALTH}
    assert page.visit.grading is not None
