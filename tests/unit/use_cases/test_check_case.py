"""The gate on demand: every message of a case, by how strong it is."""

from __future__ import annotations

from inspector_app.domain.law.gate.judging import GateMode
from tests.fakes.workplace import Office

OF_TEXTS = frozenset({"C01", "C02", "C03", "C04", "C05", "C06", "R42", "T01"})


def test_a_visit_on_its_way_is_told_what_it_still_lacks(office: Office) -> None:
    report = office.do.check_case(office.arrived())
    assert report.blocked
    assert "gate.items_unanswered" in {m.code for m in report.messages[GateMode.BLOCK]}


def test_a_finished_visit_has_nothing_against_it(office: Office) -> None:
    report = office.do.check_case(office.finished())
    assert not report.blocked
    assert set(report.messages) == set(GateMode)


def test_a_document_waiting_for_signatures_is_asked_about_too(office: Office) -> None:
    visit_id = office.judged()
    office.composed(visit_id, "onsite_record")
    report = office.do.check_case(visit_id)
    assert [m.code for m in report.messages[GateMode.BLOCK]] == [
        "gate.signature_missing",
    ] * len(report.messages[GateMode.BLOCK])


def test_what_a_document_says_is_held_to_the_record(office: Office) -> None:
    visit_id = office.judged()
    wrong = office.do.view_visit(visit_id).visit.enterprise.name.replace("张", "章")
    office.do.edit_document_fields(visit_id, "onsite_record", {"facts": f"{wrong}的店内整洁。"})
    report = office.do.check_case(visit_id)
    assert not report.blocked  # nothing of it is composed yet
    draft = office.do.draft_document(visit_id, "onsite_record")
    assert "gate.name_document" in {m.code for m in draft.messages}


def test_what_the_program_writes_itself_agrees_with_the_record(office: Office) -> None:
    visit_id = office.finished()
    texts = office.do.check_case(visit_id)
    documents = office.do.view_visit(visit_id).visit.documents.values()
    assert {"onsite_record", "correction_order", "service_receipt"} <= {
        document.kind for document in documents
    }
    told = [m for messages in texts.messages.values() for m in messages]
    assert [(m.code, m.text) for m in told if m.rule in OF_TEXTS] == []
