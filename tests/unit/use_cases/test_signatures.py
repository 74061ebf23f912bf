"""Who signs where, who may refuse, what proves it, and what a place nobody signs becomes."""

import json

import pytest

from inspector_app.application.document_drafts import GateRefusal
from inspector_app.domain.errors import UserError
from inspector_app.domain.visit import DocumentStatus
from tests.fakes.workplace import Office
from tests.pictures import signature_png


def test_a_document_is_issued_only_when_all_have_signed(office: Office) -> None:
    visit_id = office.judged()
    document = office.composed(visit_id, "onsite_record")
    with pytest.raises(GateRefusal):
        office.do.issue_document(visit_id, document.id)
    office.sign_all(visit_id, document.id)
    issued = office.do.issue_document(visit_id, document.id).documents[document.id]
    assert issued.status is DocumentStatus.ISSUED
    body = json.loads(office.store.blobs.get(issued.pdf)[4:])
    assert body["signers"] == ["officer-1", "officer-2"]


def test_a_refusal_whose_witness_signs_lets_the_document_be_issued(office: Office) -> None:
    visit_id = office.judged()
    document = office.composed(visit_id, "correction_order")

    def sign(slot: str, name: str) -> None:
        office.sign(visit_id, document, slot, name)

    office.do.refuse_signature(
        visit_id, document.id, "party", name="张三丰年", reason="不认可", witness="李见证"
    )
    sign("officer1", "林知远")
    with pytest.raises(GateRefusal):
        office.do.issue_document(visit_id, document.id)
    with pytest.raises(UserError) as error:
        sign("witness", "王路过")
    assert error.value.code == "signature.witness"
    sign("witness", "李见证")
    issued = office.do.issue_document(visit_id, document.id).documents[document.id]
    snapshot = office.do.place.documents.decode(office.store.blobs.get(issued.snapshot))
    assert "拒绝签名，理由：不认可；见证人：李见证" in snapshot.slot("party").note
    assert snapshot.slot("witness").image


def test_a_place_that_nobody_needed_to_sign_is_struck_out_at_issue(office: Office) -> None:
    visit_id = office.judged()
    order = office.issue(visit_id, "correction_order")
    issued = office.do.view_visit(visit_id).visit.documents[order]
    snapshot = office.do.place.documents.decode(office.store.blobs.get(issued.snapshot))
    assert (snapshot.slot("witness").note, snapshot.slot("party").note) == ("/", "")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"slot": "party", "reason": ""}, "refusal.reason"),
        ({"slot": "party", "reason": "不认可", "witness": "林知远"}, "witness.own"),
        ({"slot": "party", "reason": "不认可", "witness": "张三丰年"}, "witness.own"),
        ({"slot": "party", "reason": "不认可", "witness": "某人"}, "witness.own"),
        ({"slot": "party", "reason": "不认可", "witness": ""}, "refusal.proof"),
        ({"slot": "officer1", "reason": "忙", "witness": "李见证"}, "refusal.officer"),
        ({"slot": "witness", "reason": "忙", "witness": "李见证"}, "refusal.witness"),
        ({"slot": "nobody", "reason": "忙", "witness": "李见证"}, "signature.slot"),
        ({"slot": "party", "reason": "不认可", "witness": "李见证"}, "refusal.recording"),
    ],
)
def test_an_unlawful_refusal_is_not_recorded(
    office: Office, given: dict[str, str], problem: str
) -> None:
    visit_id = office.judged()
    document = office.composed(visit_id, "onsite_record")
    slot = given.pop("slot")
    with pytest.raises(UserError) as error:
        office.do.refuse_signature(visit_id, document.id, slot, name="某人", **given)
    assert error.value.code == problem


def test_nobody_signs_in_an_officers_place_under_another_name(office: Office) -> None:
    visit_id = office.judged()
    document = office.composed(visit_id, "onsite_record")
    with pytest.raises(UserError) as error:
        office.sign(visit_id, document, "officer2", "林知远")
    assert error.value.code == "signature.officer"


def test_who_saw_the_papers_left_signs_the_receipt(office: Office) -> None:
    visit_id = office.judged()
    order = office.issue(visit_id, "correction_order")
    office.do.serve_documents(
        visit_id,
        [order],
        mode="left",
        receiver="张三丰年",
        relation="本人",
        place_text="店内",
        note="拒绝签收",
        witness="李见证",
    )
    receipt = office.composed(visit_id, "service_receipt")
    assert "witness" in receipt.required_slots
    with pytest.raises(UserError) as error:
        office.sign(visit_id, receipt, "witness", "王路过")
    assert error.value.code == "signature.witness"


@pytest.mark.parametrize(
    ("slot", "name", "problem"),
    [
        ("party", "林知远", "signature.capacity"),
        ("witness", "林知远", "witness.own"),
        ("witness", "张三丰年", "witness.own"),
    ],
)
def test_an_officer_signs_for_nobody_else_and_the_party_is_no_witness(
    office: Office, slot: str, name: str, problem: str
) -> None:
    visit_id = office.judged()
    document = office.composed(visit_id, "onsite_record")
    with pytest.raises(UserError) as error:
        office.sign(visit_id, document, slot, name)
    assert error.value.code == problem


@pytest.mark.parametrize("image", [b"", b"\x89PNGgarbage", signature_png()[:-20], b"GIF89a"])
def test_what_is_no_whole_picture_is_no_signature(office: Office, image: bytes) -> None:
    visit_id = office.judged()
    document = office.composed(visit_id, "onsite_record")
    with pytest.raises(UserError) as error:
        office.do.capture_signature(
            visit_id, document.id, "party", name="张三丰年", strokes=b"[]x", image=image
        )
    assert error.value.code == "signature.empty"
