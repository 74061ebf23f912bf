"""The legality gate: each rule lets the lawful through and stops the unlawful."""

from dataclasses import replace
from datetime import date

import pytest

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.document import RefusalProof, SignerRole
from inspector_app.domain.law.gate import judging as gate
from inspector_app.domain.law.gate.judging import GateMessage, GateMode, LawInForce
from inspector_app.domain.law.violation import MeasureKind, Verification
from inspector_app.domain.printed_numbers import printed_number
from inspector_app.domain.template import DocumentTemplate, TemplateField
from inspector_app.domain.visit import Document, Photo, Visit
from inspector_app.domain.visit_events import (
    AnswerRecorded,
    NoticeAnswer,
    SignatureRefused,
)
from tests.factory import TODAY, Chain, officer, rights_read, task, violation, visit_started
from tests.factory_visit import (
    answered,
    arrived,
    composed,
    finding,
    folded,
    graded,
    signature,
)
from tests.shipped_law import shipped_calendar, shipped_rules

LAW = LawInForce(shipped_rules(), shipped_calendar())


def check_visit(visit: Visit, today: date) -> tuple[GateMessage, ...]:
    return gate.check_visit(visit, today, LAW)


def check_composition(
    visit: Visit, template: DocumentTemplate, fields: dict[str, str], today: date
) -> tuple[GateMessage, ...]:
    return gate.check_composition(visit, template, fields, today, LAW)


def check_issue(visit: Visit, document: Document, today: date) -> tuple[GateMessage, ...]:
    return gate.check_issue(visit, document, today, LAW)


def rules(messages: tuple[GateMessage, ...], mode: GateMode = GateMode.BLOCK) -> list[str]:
    return [message.rule for message in messages if message.mode is mode]


def lawful() -> Visit:
    return folded(graded())


def test_a_lawful_visit_passes_every_rule() -> None:
    assert check_visit(lawful(), TODAY) == ()


def test_every_message_names_its_basis_and_place() -> None:
    bad = folded(Chain().add(visit_started(officers=(officer(1),))))
    messages = check_visit(bad, TODAY)
    assert messages
    assert all(m.basis and m.text and m.target for m in messages)


def test_one_officer_is_not_enough() -> None:
    assert "R01" in rules(check_visit(replace(lawful(), officers=(officer(1),)), TODAY))


def test_the_same_officer_twice_is_one_officer() -> None:
    assert "R01" in rules(check_visit(replace(lawful(), officers=(officer(1), officer(1))), TODAY))


@pytest.mark.parametrize(
    ("last_day", "blocked"), [(date(2026, 11, 21), False), (date(2026, 11, 20), True)]
)
def test_a_certificate_counts_through_its_last_day(last_day: date, blocked: bool) -> None:
    visit = replace(lawful(), officers=(officer(1), officer(2, valid_to=last_day)))
    assert ("R02" in rules(check_visit(visit, TODAY))) is blocked


def test_rights_must_be_read_before_any_document() -> None:
    assert "R03" in rules(check_visit(folded(Chain().add(visit_started())), TODAY))
    assert "R03" not in rules(check_visit(folded(arrived()), TODAY))


def test_a_wish_for_recusal_prompts() -> None:
    wish = NoticeAnswer("recusal", "是否申请回避？", "applied", "申请")
    visit = folded(Chain().add(visit_started(), replace(rights_read(), answers=(wish,))))
    assert "R04" in rules(check_visit(visit, TODAY), GateMode.PROMPT)


def test_a_visit_without_approval_number_is_warned_of() -> None:
    visit = replace(lawful(), tasks=(task(1, approval_no=""),))
    assert rules(check_visit(visit, TODAY), GateMode.WARN) == ["R43"]


def test_every_item_needs_an_answer() -> None:
    visit = folded(arrived().add(AnswerRecorded("LICENCE", AnswerValue.MET)))
    message = next(m for m in check_visit(visit, TODAY) if m.rule == "R33")
    assert (message.mode, message.target) == (GateMode.BLOCK, "HEALTH")


def test_an_exclusion_needs_its_reason() -> None:
    visit = folded(graded().add(AnswerRecorded("WASH", AnswerValue.EXCLUDED, reason=" ")))
    assert any(m.target == "WASH" for m in check_visit(visit, TODAY))


def test_a_failed_item_needs_a_finding_and_a_result() -> None:
    targets = [m.target for m in check_visit(folded(answered()), TODAY)]
    assert targets == ["HEALTH", "grading"]


def test_a_violation_not_yet_verified_may_not_be_written() -> None:
    recalled = replace(finding(), violation=violation(verification=Verification.RECALLED))
    assert "R39" in rules(check_visit(folded(graded().add(recalled)), TODAY))


def test_a_finding_without_facts_is_blocked() -> None:
    assert "R20" in rules(
        check_visit(folded(graded().add(replace(finding(), description=" "))), TODAY)
    )


def test_a_failed_key_item_prompts_for_a_case() -> None:
    chain = graded().add(
        AnswerRecorded("LICENCE", AnswerValue.NOT_MET), replace(finding("LICENCE"), finding_id="f2")
    )
    assert "R34" in rules(check_visit(folded(chain), TODAY), GateMode.PROMPT)


TEMPLATE = DocumentTemplate(
    "onsite_record",
    "现场笔录",
    "1",
    (),
    fields=(TemplateField("facts", "现场情况", required=True),),
)


@pytest.mark.parametrize(("value", "blocked"), [("", True), ("  ", True), ("店内整洁。", False)])
def test_a_required_field_must_be_filled(value: str, blocked: bool) -> None:
    messages = check_composition(lawful(), TEMPLATE, {"facts": value}, TODAY)
    assert ("R38" in rules(messages)) is blocked


def issue_rules(visit: Visit) -> list[str]:
    return rules(check_issue(visit, visit.documents["doc-1"], TODAY))


def test_all_required_signatures_are_needed_and_an_optional_one_is_not() -> None:
    assert issue_rules(folded(graded().add(composed(), signature("party")))) == ["R33"]
    assert (
        issue_rules(folded(graded().add(composed(), signature("party"), signature("officer1"))))
        == []
    )


def test_a_refusal_needs_a_witness_or_a_recording() -> None:
    def refusal(witness: str = "", recording: str = "") -> SignatureRefused:
        return SignatureRefused(
            "doc-1", "party", SignerRole.PARTY, "张三丰年", "s" * 64, "不认可", witness, recording
        )

    base = graded().add(composed(), signature("officer1")).events
    assert "R06" in issue_rules(folded(Chain(list(base)).add(refusal())))
    assert issue_rules(folded(Chain(list(base)).add(refusal(recording="执法记录仪 01")))) == []


def test_a_witness_to_a_refusal_proves_it_by_signing_and_not_by_being_named() -> None:
    refused = SignatureRefused(
        "doc-1", "party", SignerRole.PARTY, "张三丰年", "s" * 64, "不认可", "李见证"
    )
    chain = graded().add(composed(), signature("officer1"), refused)
    (message,) = check_issue(folded(chain), folded(chain).documents["doc-1"], TODAY)
    assert (message.code, message.target) == ("gate.signature_missing", "witness")
    someone = replace(signature("witness"), role=SignerRole.WITNESS, name="王路过")
    assert issue_rules(folded(chain.add(someone))) == ["R33"]
    assert issue_rules(folded(chain.add(replace(someone, name="李见证")))) == []


def test_where_a_recording_is_demanded_no_witness_stands_for_it() -> None:
    strict = replace(composed(), refusal=RefusalProof.RECORDING)
    refused = SignatureRefused(
        "doc-1", "party", SignerRole.PARTY, "张三丰年", "s" * 64, "不认可", "李见证"
    )
    witness = replace(signature("witness"), role=SignerRole.WITNESS, name="李见证")
    chain = graded().add(strict, signature("officer1"), refused, witness)
    assert issue_rules(folded(chain)) == ["R06"]
    recorded = replace(refused, recording="执法记录仪 01")
    assert issue_rules(folded(chain.add(recorded))) == []


def test_a_failed_item_is_proved_by_a_photo_where_the_checklist_demands_one() -> None:
    visit = lawful()
    items = tuple(replace(i, photo_required=i.code == "HEALTH") for i in visit.items)
    visit = replace(visit, items=items)
    (message,) = check_visit(visit, TODAY)
    assert (message.code, message.target) == ("gate.photo_missing", "HEALTH")
    photo = Photo("p1", "HEALTH", "a" * 64, 1, "image/jpeg", "一.jpg", "b" * 64, "", "", "")
    assert check_visit(replace(visit, photos={"p1": photo}), TODAY) == ()


def test_a_warning_needs_the_decision_that_imposes_it() -> None:
    warned = replace(finding(), measures=(MeasureKind.ORDER_CORRECTION, MeasureKind.WARNING))
    assert "R07" in rules(check_visit(folded(graded().add(warned)), TODAY))


def test_a_result_judged_before_the_findings_changed_is_blocked() -> None:
    settled = replace(finding(), on_spot=True)
    messages = check_visit(folded(graded().add(settled)), TODAY)
    assert [m.code for m in messages] == ["gate.result_outdated"]


def test_a_record_changed_after_composing_must_be_composed_again() -> None:
    chain = graded().add(composed(), signature("party"), signature("officer1"))
    chain.add(AnswerRecorded("HEALTH", AnswerValue.NOT_MET, "两人无证"))
    assert "R21" in issue_rules(folded(chain))


def test_an_expired_certificate_stops_the_issue_too() -> None:
    visit = folded(graded().add(composed(), signature("party"), signature("officer1")))
    assert "R02" in rules(check_issue(visit, visit.documents["doc-1"], date(2031, 1, 1)))


def test_an_officer_witnesses_no_refusal_of_their_own_visit() -> None:
    me = officer(1).name
    refused = SignatureRefused(
        "doc-1", "party", SignerRole.PARTY, "张三丰年", "s" * 64, "不认可", me
    )
    witness = replace(signature("witness"), role=SignerRole.WITNESS, name=me)
    visit = folded(graded().add(composed(), signature("officer1"), refused, witness))
    messages = check_issue(visit, visit.documents["doc-1"], TODAY)
    assert [m.code for m in messages] == ["gate.own_witness"]


def test_a_message_names_an_item_as_the_papers_print_it() -> None:
    visit = folded(answered())
    merged = replace(visit, checklists=("sale", *visit.checklists))
    said = [m.text for m in check_visit(merged, TODAY) if m.code == "gate.finding_missing"]
    item = merged.item("HEALTH")
    assert printed_number(merged, item) != item.number
    assert said == [f"项目{printed_number(merged, item)}不符合，尚未认定问题。"]
