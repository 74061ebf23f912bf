"""No sequence of use cases issues a document while the legality gate has something against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector_app.application.legality import GateRefusal
from inspector_app.application.visit_records import VisitRecords
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.gate.judging import LawInForce, blocks, check_issue
from inspector_app.domain.law.violation import MeasureKind
from inspector_app.domain.visit import DocumentStatus, Visit, fold_visit
from inspector_app.domain.visit_events import DocumentIssued, DocumentServed, VisitSubmitted
from inspector_app.domain.visit_journal import visit_stream
from tests.fakes.workplace import TEMPLATES, Office
from tests.pictures import signature_png
from tests.shipped_law import shipped_calendar, shipped_rules

LAW = LawInForce(shipped_rules(), shipped_calendar())
Op = Callable[[Office, str], object]


def _answer(code: str, value: AnswerValue, **said: str) -> Op:
    return lambda office, visit: office.do.record_answer(visit, code, value, **said)


def _confirm(description: str) -> Op:
    def confirm(office: Office, visit: str) -> object:
        proposal = office.do.propose_findings(visit, "HEALTH")[0]
        return office.do.confirm_finding(
            visit,
            "HEALTH",
            proposal.violation.id,
            description=description,
            measures=[MeasureKind.ORDER_CORRECTION],
            requirement=proposal.requirement,
            deadline=proposal.deadline,
        )

    return confirm


def _compose(kind: str) -> Op:
    return lambda office, visit: office.do.compose_document(visit, kind, because="更正")


def _latest(office: Office, visit: str) -> str:
    documents = list(office.do.view_visit(visit).visit.documents)
    return documents[-1] if documents else "none"


def _sign(office: Office, visit: str) -> None:
    office.sign_all(visit, _latest(office, visit))


def _refuse(office: Office, visit: str) -> object:
    return office.do.refuse_signature(
        visit, _latest(office, visit), "party", name="张三丰年", reason="不认可", witness="王路过"
    )


def _witness(office: Office, visit: str) -> object:
    return office.do.capture_signature(
        visit,
        _latest(office, visit),
        "witness",
        name="王路过",
        strokes=b"[[0,0,0]]",
        image=signature_png(),
    )


def _issue_past_the_use_case(office: Office, visit: str) -> None:
    """What a careless new use case would do."""
    documents = office.do.view_visit(visit).visit.documents
    with VisitRecords(office.do.place).editing(visit) as edit:
        for document in documents.values():
            if document.status is DocumentStatus.COMPOSED:
                edit.record(DocumentIssued(document.id, "c" * 64, 1, "d" * 64, "IA1"))


def _edit(text: str) -> Op:
    return lambda office, visit: office.do.edit_document_fields(
        visit, "onsite_record", {"facts": text}
    )


def _years_later(office: Office, _visit: str) -> None:
    office.clock.move(wall=timedelta(days=2000))


OPS: Mapping[str, Op] = {
    "rights": lambda office, visit: office.read_rights(visit, "张三丰年", because="更正"),
    "met": _answer("LICENCE", AnswerValue.MET),
    "not_met": _answer("HEALTH", AnswerValue.NOT_MET, note="一人无证"),
    "met_again": _answer("HEALTH", AnswerValue.MET),
    "excluded": _answer("WASH", AnswerValue.EXCLUDED, reason="集中消毒"),
    "confirm": _confirm("一名从业人员未能出示有效健康证明。"),
    "confirm_insulting": _confirm("该奸商的一名从业人员未能出示有效健康证明。"),
    "grade": lambda office, visit: office.do.grade_result(visit),
    "compose_record": _compose("onsite_record"),
    "compose_order": _compose("correction_order"),
    "edit_empty": _edit(" "),
    "edit_wrong": _edit("罚金五千元"),
    "edit_right": _edit("店内整洁。"),
    "sign": _sign,
    "refuse": _refuse,
    "witness": _witness,
    "issue": lambda office, visit: office.do.issue_document(visit, _latest(office, visit)),
    "force": _issue_past_the_use_case,
    "years_later": _years_later,
}
IN_ORDER = (
    *("rights", "met", "not_met", "excluded", "confirm", "grade"),
    *("compose_record", "sign", "issue", "compose_order", "sign", "issue"),
)


def walk(ops: list[str]) -> tuple[Office, str]:
    office = Office()
    visit = office.started()
    for name in ops:
        with suppress(UserError, KeyError):
            OPS[name](office, visit)
    return office, visit


def issues(office: Office, visit_id: str) -> list[tuple[Visit, str, str]]:
    """Every issue on record: the visit before it, the document, and the moment."""
    with office.store.read() as reading:
        events = list(reading.events(visit_stream(visit_id)))
    found = []
    for place, event in enumerate(events):
        if event.type == "document_issued":
            before = fold_visit(events[:place])
            assert before is not None
            found.append((before, event.payload["document_id"], event.at))
    return found


def assert_none_was_blocked(office: Office, visit_id: str) -> None:
    for before, document_id, at in issues(office, visit_id):
        document = before.documents[document_id]
        day = office.clock.wall.fromisoformat(at).date()
        messages = check_issue(before, document, day, LAW, TEMPLATES.get(document.kind))
        assert not blocks(messages), [m.text for m in messages]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(IN_ORDER), max_size=len(IN_ORDER)),
    st.lists(st.sampled_from(sorted(OPS)), max_size=25),
)
def test_whatever_is_done_in_whatever_order_no_blocked_document_is_issued(
    regular: list[str], mixed: list[str]
) -> None:
    ordered = [name for name in IN_ORDER if name not in regular]
    office, visit_id = walk([*ordered, *mixed])
    assert_none_was_blocked(office, visit_id)


def test_the_regular_order_issues_documents() -> None:
    office, visit_id = walk(list(IN_ORDER))
    assert len(issues(office, visit_id)) == 2
    assert_none_was_blocked(office, visit_id)


@pytest.mark.parametrize(
    "spoiling",
    [
        ("confirm", "grade", "compose_record", "issue"),
        ("confirm", "grade", "compose_record", "sign", "met_again", "force"),
        ("confirm", "grade", "compose_record", "sign", "years_later", "force"),
        ("confirm", "grade", "edit_wrong", "compose_record", "sign", "force"),
        ("confirm_insulting", "grade", "compose_record", "sign", "force"),
    ],
)
def test_an_issue_that_is_blocked_is_refused_wherever_it_is_recorded(
    spoiling: tuple[str, ...],
) -> None:
    office, visit_id = walk([*IN_ORDER[:4], *spoiling])
    assert issues(office, visit_id) == []


def test_the_refusal_says_why() -> None:
    office, visit_id = walk([*IN_ORDER[:6], "compose_record"])
    with pytest.raises(GateRefusal, match="签名未完成"):
        _issue_past_the_use_case(office, visit_id)


def test_a_service_without_its_proof_is_refused_wherever_it_is_recorded() -> None:
    office, visit_id = walk(list(IN_ORDER))
    order = issues(office, visit_id)[-1][1]
    at = office.clock.now().at
    unproved = DocumentServed((order,), "left", "张三丰年", "本人", "店内", at, "拒收")
    with (
        pytest.raises(GateRefusal, match="见证或者影像"),
        VisitRecords(office.do.place).editing(visit_id) as edit,
    ):
        edit.record(unproved)
    assert not office.do.view_visit(visit_id).visit.services


def test_a_submission_that_is_blocked_is_refused_wherever_it_is_recorded() -> None:
    office, visit_id = walk([*IN_ORDER[:4]])
    with (
        pytest.raises(GateRefusal),
        VisitRecords(office.do.place).editing(visit_id) as edit,
    ):
        edit.record(VisitSubmitted(1))
    assert not office.do.view_visit(visit_id).visit.submitted_round


def test_what_is_refused_is_not_recorded_even_where_the_refusal_is_caught() -> None:
    office, visit_id = walk([*IN_ORDER[:4]])
    with VisitRecords(office.do.place).editing(visit_id) as edit, suppress(GateRefusal):
        edit.record(VisitSubmitted(1))
    assert not office.do.view_visit(visit_id).visit.submitted_round
