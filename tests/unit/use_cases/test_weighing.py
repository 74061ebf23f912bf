"""An opinion on a finding: recorded whole, refused with what may be done, seen by the reviewer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.grounds import Tick
from inspector_app.domain.law.violation import Violation
from inspector_app.domain.law.weighing import ORDER_REFUSED, Proposed, Weighing
from inspector_app.domain.officer import Role
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.visit import Finding
from inspector_app.domain.visit_events import FindingWeighed
from inspector_app.domain.visit_journal import read_event, visit_stream
from tests.factory import checklist, officer
from tests.fakes.workplace import Office, ShelfOfPacks
from tests.unit.law.factory_weighing import (
    DAY,
    RULES,
    TABLE,
    UNHEEDED,
    UNLICENSED_STAFF,
    WARNING,
    YUAN,
)

WARNED = Weighing(grade=Grade.ORDINARY, proposed=(Proposed(WARNING),), reason="初次发现")


def weighing_office(found: Violation = UNLICENSED_STAFF) -> Office:
    table = checklist()
    table = replace(table, violations={**table.violations, "M44": found})
    return Office(packs=ShelfOfPacks({"catering": table}, weighing=replace(RULES, tables=(TABLE,))))


def only_finding(office: Office, visit_id: str) -> Finding:
    (finding,) = office.do.view_visit(visit_id).visit.findings.values()
    return finding


def weigh(office: Office, visit_id: str, weighing: Weighing) -> Finding:
    office.do.weigh_finding(visit_id, only_finding(office, visit_id).id, weighing)
    return only_finding(office, visit_id)


def test_an_opinion_stands_at_its_finding_with_what_it_was_made_by() -> None:
    office = weighing_office()

    finding = weigh(office, office.judged(), WARNED)

    assert finding.weighed is not None
    assert finding.weighed.weighing == WARNED
    assert finding.weighed.table == TABLE
    assert finding.weighed.on_spot_limit == 200 * YUAN


def test_it_outlives_a_restart() -> None:
    office = weighing_office()
    visit_id = office.judged()
    weighed = weigh(office, visit_id, WARNED).weighed

    assert only_finding(office.reopened(), visit_id).weighed == weighed


def test_a_refusal_says_what_may_be_done_all_the_same() -> None:
    office = weighing_office()
    early = Weighing(
        grade=Grade.ORDINARY, proposed=(Proposed(UNHEEDED, 6_000 * YUAN),), reason="未改"
    )

    with pytest.raises(UserError) as refused:
        weigh(office, office.judged(), early)

    assert refused.value.code == "weigh.not_permitted"
    assert refused.value.mend == "现在可以：责令改正、警告。"


def test_after_a_proved_refusal_the_fine_follows_a_case() -> None:
    office = weighing_office()
    later = Weighing(
        steps=(Tick(ORDER_REFUSED, met=True, evidence=("paper/责令改正通知书",)),),
        grade=Grade.ORDINARY,
        proposed=(Proposed(UNHEEDED, 51_000 * YUAN),),
        reason="期满未改正",
    )

    with pytest.raises(UserError) as refused:
        weigh(office, office.judged(), later)

    assert refused.value.code == "weigh.out_of_range"
    assert refused.value.facts["high"] == "36,500"
    assert refused.value.mend == "现在可以：责令改正。立案后可以：警告、罚款。"


def test_evidence_must_lie_in_the_record() -> None:
    office = weighing_office()
    gone = replace(WARNED, steps=(Tick(ORDER_REFUSED, met=True, evidence=("photo/none",)),))

    with pytest.raises(UserError) as refused:
        weigh(office, office.judged(), gone)

    assert refused.value.code == "weigh.evidence_gone"


def test_what_does_not_stand_any_more_is_not_weighed() -> None:
    office = weighing_office()
    visit_id = office.judged()

    with pytest.raises(UserError) as refused:
        office.do.weigh_finding(visit_id, "none", WARNED)

    assert refused.value.code == "weigh.no_finding"


def test_an_opinion_makes_no_paper_stale() -> None:
    office = weighing_office()
    visit_id = office.judged()
    office.do.compose_document(visit_id, "onsite_record")

    weigh(office, visit_id, WARNED)

    view = office.do.view_visit(visit_id)
    assert [paper.stale for paper in view.documents if paper.document] == [False]


def test_a_finding_bound_to_the_same_violation_keeps_its_opinion() -> None:
    office = weighing_office()
    visit_id = office.judged()
    weigh(office, visit_id, WARNED)
    finding = only_finding(office, visit_id)

    office.do.confirm_finding(
        visit_id,
        "HEALTH",
        finding.violation.id,
        description="又查见一人。",
        measures=finding.measures,
        requirement="",
        deadline=None,
        finding_id=finding.id,
    )

    assert only_finding(office, visit_id).weighed is not None


def test_an_item_that_is_met_after_all_has_no_opinion() -> None:
    office = weighing_office()
    visit_id = office.judged()
    weigh(office, visit_id, WARNED)

    visit = office.do.record_answer(visit_id, "HEALTH", AnswerValue.MET)

    assert visit.findings == {}


def test_while_a_reviewer_judges_nothing_is_weighed() -> None:
    office = weighing_office()
    visit_id = office.finished()

    with pytest.raises(UserError) as refused:
        weigh(office, visit_id, WARNED)

    assert refused.value.code == "correction.waiting"


def test_an_approval_says_nothing_of_a_later_opinion() -> None:
    office = weighing_office()
    visit_id = office.finished()
    with office.store.read() as reading:
        submitted = reading.events(visit_stream(visit_id))
    desk = Office(me=officer(3, role=Role.SUPERVISOR), device="desk-1")
    desk.server.cases[visit_id] = submitted
    approved = desk.do.approve_case(desk.do.open_case(visit_id))
    with office.store.begin() as uow:
        uow.append_received([e for e in approved.events if e.stream.startswith("review/")])
    assert office.do.view_visit(visit_id).review_status is ReviewStatus.APPROVED

    weigh(office, visit_id, WARNED)

    assert office.do.view_visit(visit_id).review_status is ReviewStatus.NONE


def test_the_case_file_holds_the_whole_opinion() -> None:
    office = weighing_office()
    visit_id = office.judged()
    finding = weigh(office, visit_id, WARNED)

    office.do.export_case(visit_id, Path("case.zip"))

    events = office.shelf.cases[Path("case.zip")]["events"]
    told = [read_event(event) for event in events if event.stream == visit_stream(visit_id)]
    assert [fact for fact in told if isinstance(fact, FindingWeighed)] == [
        FindingWeighed(finding.id, finding.weighed)  # type: ignore[arg-type]  # weighed above
    ]


def test_what_may_be_weighed_is_that_of_the_day() -> None:
    office = weighing_office()
    visit = office.do.view_visit(office.judged()).visit
    (finding,) = visit.findings.values()

    case = office.do.weigh_finding.case(visit, finding)

    assert case.day == office.clock.today() != DAY
    assert case.table == TABLE
