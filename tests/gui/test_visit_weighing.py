"""处理与裁量 under a finding: one line until it is opened, then within the law or not on record."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.penalty import FineBase, SanctionKind
from inspector_app.domain.law.weighing import ORDER_REFUSED, Factor, Proposed, Weighed, Weighing
from inspector_app.domain.visit import Step
from inspector_app.gui.controls import IconLine
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.models.weighing_words import fines_words, money_words
from inspector_app.gui.pages.review.page import ReviewPage
from inspector_app.gui.pages.visit.page import VisitPage
from inspector_app.gui.pages.visit.weighing_section import WeighingSection
from inspector_app.gui.terms import fact_line
from tests.gui.factory_weighing import confirmed, office_with, opened, visit_with_finding
from tests.gui.pages_visit import VisitPageObject
from tests.gui.pages_window import OpenWindow, words
from tests.pictures import picture
from tests.unit.law.factory_weighing import (
    EXPIRED,
    MINOR,
    UNLICENSED_STAFF,
    WARNING,
    YUAN,
)

VALUE = FineBase.GOODS_VALUE


def recorded(page: VisitPageObject) -> Weighed | None:
    (finding,) = page.visit.findings.values()
    return finding.weighed


def lines(section: WeighingSection) -> str:
    return "\n".join(label.text() for label in section.findChildren(QLabel) if not label.isHidden())


def test_it_is_one_line_until_it_is_opened(qtbot: QtBot, jobs: Jobs) -> None:
    page = confirmed(qtbot, jobs, office_with(UNLICENSED_STAFF))
    section = page.findings.weighing

    assert not section.whole.is_open
    assert section.whole.summary == "现场可以：责令改正、警告"
    assert section.facts is None


def test_there_is_none_before_the_finding_stands(qtbot: QtBot, jobs: Jobs) -> None:
    office = office_with(UNLICENSED_STAFF)
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET, note="一人无证")
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    page.go_to(Step.FINDINGS)

    assert page.findings.weighing.isHidden()


def test_a_clause_that_nobody_structured_is_not_weighed(qtbot: QtBot, jobs: Jobs) -> None:
    page = confirmed(qtbot, jobs, office_with(replace(UNLICENSED_STAFF, sanctions=())))

    assert page.findings.weighing.isHidden()


def test_open_it_says_what_may_be_done_and_why_not_more(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(UNLICENSED_STAFF))

    said = lines(page.findings.weighing)

    assert "责令改正、警告" in said
    assert "罚款 5,000–50,000元（须先责令改正而拒不改正）" in said


def test_ranges_stand_in_plain_figures(qapp: QApplication) -> None:
    assert fines_words(EXPIRED.sanctions) == (
        "货值不足1万元：5万–10万元；货值1万元以上：货值10–20倍"
    )


def test_ranges_are_said_in_english_too(qapp: QApplication) -> None:
    apply_language(qapp, "en")
    try:
        said = fines_words(EXPIRED.sanctions)
        amount = money_words(6_500_00)
    finally:
        apply_language(qapp, "zh")

    assert "value of the goods below 10,000 yuan: 50,000–100,000 yuan" in said
    assert amount == "6,500 yuan"


def test_an_order_that_was_not_heeded_opens_the_fine(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(UNLICENSED_STAFF), "facts")
    facts = page.findings.weighing.facts
    assert facts is not None
    row = facts.steps[ORDER_REFUSED]

    page.press(row.answer.chip("yes"))
    assert "须先责令改正而拒不改正" in lines(page.findings.weighing)
    row.evidence.take("paper/责令改正通知书1号")
    page.settle()

    assert "罚款 5,000–50,000元（超过当场罚款的限额）" in lines(page.findings.weighing)


def enter(page: VisitPageObject, grade: Grade, yuan: str, reason: str) -> None:
    """Fill in goods worth 960 yuan, a grade, a fine and the reasons."""
    section = page.findings.weighing
    assert section.facts is not None
    section.facts.bases[VALUE].amount.line.setText("960")
    section.facts.bases[VALUE].edited.emit()
    assert section.opinion is not None
    page.press(section.opinion.grade.chip(grade.value))
    section.opinion.fine.line.setText(yuan)
    section.opinion.reason.set_value(reason)
    page.settle()


def test_what_the_clause_demands_is_ticked_with_the_grade(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(EXPIRED), "facts", "opinion")
    enter(page, Grade.ORDINARY, "", "")

    kinds = [one.sanction.kind for one in page.findings.weighing.weighing.proposed]

    assert kinds == [
        SanctionKind.CONFISCATE_GAIN,
        SanctionKind.CONFISCATE_GOODS,
        SanctionKind.FINE,
    ]


def test_no_amount_is_ever_proposed(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(EXPIRED, table=True), "facts", "opinion")
    enter(page, Grade.LENIENT, "", "")

    opinion = page.findings.weighing.opinion
    assert opinion is not None
    assert opinion.fine.value() is None
    assert "从轻：5万–6.5万元（示例裁量基准，示例省局）" in lines(page.findings.weighing)


def test_an_opinion_within_the_law_is_recorded(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(EXPIRED), "facts", "opinion")
    enter(page, Grade.ORDINARY, "70000", "没有从轻、从重的情节")

    page.press(page.findings.weighing.record)

    weighed = recorded(page)
    assert weighed is not None
    assert weighed.fine == 70_000 * YUAN
    assert weighed.weighing.bases == {VALUE: 960 * YUAN}
    assert page.findings.weighing.whole.summary == fact_line(
        ("一般", "没收违法所得、没收违法物品、罚款 7万元")
    )


def test_what_stands_against_it_is_said_in_place_and_kept(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(EXPIRED), "facts", "opinion")
    enter(page, Grade.ORDINARY, "40000", "")

    page.press(page.findings.weighing.record)

    said = lines(page.findings.weighing)
    assert "罚款数额不在该档次的幅度内：50,000元以上100,000元以下。" in said
    assert "请写明裁量的理由。" in said
    assert recorded(page) is None
    opinion = page.findings.weighing.opinion
    assert opinion is not None
    assert opinion.fine.value() == Decimal(40_000)


def test_what_stands_against_it_begins_where_the_fields_begin(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(EXPIRED), "facts", "opinion")
    section = page.findings.weighing
    enter(page, Grade.ORDINARY, "40000", "")

    page.press(section.record)

    said = next(line for line in section.findChildren(IconLine) if line.isVisibleTo(section))
    ground, opinion = said.parentWidget(), section.opinion
    assert ground is not None
    assert opinion is not None
    edges = [part.mapTo(section, part.rect().topLeft()).x() for part in (ground, opinion)]
    assert edges[0] == edges[1]


def test_a_ground_is_taken_up_element_by_element(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(EXPIRED), "grounds")
    row = page.findings.weighing.grounds["minor"]

    page.press(row.taken)
    states = [row.state.text]
    for element in row.elements.values():
        page.press(element.answer.chip("yes"))
        element.evidence.take("paper/整改照片")
    states.append(row.state.text)

    assert states == ["要件未齐", "要件齐备"]
    (ground,) = page.findings.weighing.weighing.grounds
    assert ground.ground == MINOR
    assert ground.is_shown


def test_each_elements_evidence_is_named_by_its_element(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(EXPIRED), "grounds", "opinion")
    section = page.findings.weighing
    page.press(section.grounds["minor"].taken)
    elements = section.grounds["minor"].elements.values()
    assert section.opinion is not None
    page.press(section.opinion.factors.add)
    (factor,) = section.opinion.factors.rows
    factor.text.line.insert("已全部下架")

    fields = [*(element.evidence for element in elements), factor.evidence]
    named = [field.add.box.accessibleName() for field in fields]
    papers = [field.paper.line.accessibleName() for field in fields]

    proven = [*(element.text for element in MINOR.elements), "已全部下架"]
    assert named == [f"添加证据：{each}" for each in proven]
    assert papers == [f"记录以外的材料：{each}" for each in proven]


def test_photos_of_the_visit_are_offered_as_evidence(qtbot: QtBot, jobs: Jobs) -> None:
    office = office_with(EXPIRED)
    page = confirmed(qtbot, jobs, office)
    office.do.attach_photo(page.visit.id, "HEALTH", picture(), name="a.jpg")
    page.page.session.reload()
    page.settle()
    page.press(page.findings.weighing.whole.head)
    page.press(page.findings.weighing.grounds_part.head)
    row = page.findings.weighing.grounds["minor"]
    page.press(row.taken)

    choices = row.elements["slight"].evidence.add.box

    assert choices.itemText(0) == "照片 1（项目 1.2）"


def test_a_circumstance_in_own_words_is_weighed_until_it_is_taken_away(
    qtbot: QtBot, jobs: Jobs
) -> None:
    page = opened(qtbot, jobs, office_with(EXPIRED), "opinion")
    section = page.findings.weighing
    assert section.opinion is not None
    factors = section.opinion.factors
    page.press(factors.add)
    (row,) = factors.rows
    row.text.line.insert("已全部下架")
    row.evidence.take("paper/下架照片")
    assert section.weighing.factors == (
        Factor("已全部下架", heavier=False, evidence=("paper/下架照片",)),
    )

    page.press(row.drop)

    assert not section.weighing.factors


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_arrows_look_through_the_evidence_and_only_enter_takes_some(
    qtbot: QtBot, jobs: Jobs
) -> None:
    office = office_with(EXPIRED)
    page = confirmed(qtbot, jobs, office)
    for colour in ("white", "red"):
        office.do.attach_photo(page.visit.id, "HEALTH", picture(colour=colour), name=colour)
    page.page.session.reload()
    page.settle()
    page.press(page.findings.weighing.whole.head)
    page.press(page.findings.weighing.grounds_part.head)
    row = page.findings.weighing.grounds["minor"]
    page.press(row.taken)
    page.press(row.elements["slight"].answer.chip("yes"))
    evidence = row.elements["slight"].evidence
    evidence.add.box.setFocus()

    QTest.keyClick(evidence.add.box, Qt.Key.Key_Down)
    page.settle()
    assert evidence.value() == ()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(evidence.add.box.view(), key)
        page.settle()

    assert [evidence.chosen.chip(key).text() for key in evidence.value()] == ["照片 2（项目 1.2）"]


def test_what_was_entered_outlives_a_change_of_place(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(EXPIRED), "facts", "opinion")
    enter(page, Grade.SEVERE, "90000", "屡教不改")
    page.findings.weighing.edited.emit()

    page.go_to(Step.CHECKLIST)
    page.go_to(Step.FINDINGS)
    page.findings.list.choose("HEALTH")
    page.settle()

    assert page.findings.weighing.weighing.grade is Grade.SEVERE
    assert page.findings.weighing.weighing.reason == "屡教不改"


def test_what_is_on_record_is_no_draft_any_more(qtbot: QtBot, jobs: Jobs) -> None:
    office = office_with(EXPIRED)
    page = opened(qtbot, jobs, office, "facts", "opinion")
    enter(page, Grade.ORDINARY, "70000", "没有从轻、从重的情节")

    page.press(page.findings.weighing.record)

    (finding,) = page.visit.findings
    assert office.do.look_up.setting(f"draft.{page.visit.id}.weighing.{finding}") == ""
    assert page.findings.weighing.weighing.reason == "没有从轻、从重的情节"


def test_what_is_refused_by_the_record_is_kept(qtbot: QtBot, jobs: Jobs) -> None:
    office = office_with(EXPIRED)
    page = opened(qtbot, jobs, office, "facts", "opinion")
    enter(page, Grade.ORDINARY, "70000", "没有从轻、从重的情节")
    (finding,) = page.visit.findings
    # The finding is withdrawn behind the page's back.
    office.do.withdraw_finding(page.visit.id, finding, "另行认定")

    page.press(page.findings.weighing.record)

    assert "这个问题已经撤销" in lines(page.findings.weighing)
    assert page.findings.weighing.weighing.reason == "没有从轻、从重的情节"


def test_it_goes_by_keys_alone(open_window: OpenWindow) -> None:
    office = office_with(UNLICENSED_STAFF)
    visit_id = visit_with_finding(office)
    window = open_window(office)
    window.window.activateWindow()
    window.window.open_visit(visit_id)
    window.settle()
    page = window.window.page("visit")
    assert isinstance(page, VisitPage)
    page.workspace.go_to(Step.FINDINGS, "HEALTH")
    window.settle()
    section = page.findChild(WeighingSection)
    assert section is not None

    section.whole.head.setFocus()
    window.key(Qt.Key.Key_Return)
    for part in (section.facts_part, section.grounds_part, section.opinion_part):
        window.key(Qt.Key.Key_Tab)
        assert part.head.hasFocus()
    window.key(Qt.Key.Key_Space)
    window.key(Qt.Key.Key_Tab)

    assert section.opinion is not None
    assert section.opinion.grade.chip("exempt").hasFocus()


def test_while_a_reviewer_judges_it_is_only_read(qtbot: QtBot, jobs: Jobs) -> None:
    office = office_with(UNLICENSED_STAFF)
    visit_id = office.finished()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    page.go_to(Step.FINDINGS)
    page.findings.list.choose("HEALTH")
    page.settle()
    section = page.findings.weighing
    page.press(section.whole.head)
    page.press(section.opinion_part.head)

    assert section.opinion is not None
    assert not section.opinion.isEnabled()
    assert section.record.isHidden()


def test_the_reviewer_sees_the_opinion_at_its_finding(open_window: OpenWindow) -> None:
    office = office_with(UNLICENSED_STAFF)
    visit_id = office.completed()
    (finding,) = office.do.view_visit(visit_id).visit.findings.values()
    warned = Weighing(grade=Grade.ORDINARY, proposed=(Proposed(WARNING),), reason="初次发现")
    office.do.weigh_finding(visit_id, finding.id, warned)
    office.do.submit_visit(visit_id)
    desk = office.review_by()
    window = open_window(desk)

    review = window.window.page("review")
    assert isinstance(review, ReviewPage)
    review.queue.list.choose(visit_id)
    window.settle()

    said = words(review)
    assert fact_line(("一般", "警告")) in said
    assert "裁量理由：初次发现" in said
