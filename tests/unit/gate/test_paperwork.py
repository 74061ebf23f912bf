"""Papers before they are issued, and their service: fields, signatures, refusals, witnesses, proof."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from inspector_app.domain.law.case_facts import (
    FieldFacts,
    PaperFacts,
    RefusalFacts,
    ServiceFacts,
)
from inspector_app.domain.law.gate.judging import GateMessage, Run
from tests.factory_gate import lawful_case
from tests.unit.gate.asking import breaks, said
from tests.unit.gate.changes import Change, both, part, whole

UNCHANGED = whole()


def of_paper(code: str, change: Change = UNCHANGED, **paper: Any) -> list[GateMessage]:
    """What is said of issuing a paper of that kind."""
    told = PaperFacts("doc-9", "letter", "函", **paper)
    case = both(whole(papers=(told,)), change)(lawful_case())
    return said(code, case, run=Run.ISSUE, document="doc-9")


def test_each_required_field_that_is_empty_is_told_at_its_place() -> None:
    fields = (
        FieldFacts("a", "甲", required=True, value="有"),
        FieldFacts("b", "乙", required=True, value=" "),
        FieldFacts("c", "丙", required=False, value=""),
        FieldFacts("d", "丁", required=True, value=""),
    )
    told = of_paper("field_missing", fields=fields)
    assert [(m.target, m.facts["field"], m.facts["document"]) for m in told] == [
        ("letter.b", "乙", "函"),
        ("letter.d", "丁", "函"),
    ]


def test_each_place_that_is_not_signed_is_told() -> None:
    told = of_paper("signature_missing", missing_slots=("party", "officer1"))
    assert [message.target for message in told] == ["party", "officer1"]


@pytest.mark.parametrize("changed", [True, False])
def test_a_paper_is_issued_as_it_was_composed(changed: bool) -> None:
    assert bool(of_paper("record_changed", changed=changed)) is changed


REFUSED = RefusalFacts("party")
SEEN = RefusalFacts("party", witness="王路过")
RECORDED = RefusalFacts("party", recording="记录仪01")


@pytest.mark.parametrize(
    ("refusal", "must_record", "codes"),
    [
        (REFUSED, False, {"refusal_proof"}),
        (RefusalFacts("party", witness=" ", recording=" "), False, {"refusal_proof"}),
        (SEEN, False, set()),
        (RECORDED, False, set()),
        (REFUSED, True, {"refusal_recording"}),
        (SEEN, True, {"refusal_recording"}),
        (RECORDED, True, set()),
    ],
)
def test_a_refusal_is_witnessed_or_recorded_and_of_some_papers_recorded(
    refusal: RefusalFacts, must_record: bool, codes: set[str]
) -> None:
    asked = ("refusal_proof", "refusal_recording")
    paper: dict[str, Any] = {"refusals": (RECORDED, refusal), "must_record": must_record}
    assert {code for code in asked if of_paper(code, **paper)} == codes


@pytest.mark.parametrize(
    ("witnesses", "change", "own"),
    [
        (("王路过",), whole(), False),
        (("王路过", "林知远"), whole(), True),
        (("张三丰年",), whole(), True),
        (("张三丰年",), part("party", present=()), False),
        (("林知远",), whole(party=None), True),
        ((), whole(), False),
    ],
)
def test_nobody_who_acts_in_the_case_witnesses_it(
    witnesses: tuple[str, ...], change: Change, own: bool
) -> None:
    told = of_paper("own_witness", change, witnesses=witnesses, witness_slot="witness")
    assert [message.target for message in told] == (["witness"] if own else [])


def test_of_no_paper_nothing_is_asked() -> None:
    case = whole(papers=())(lawful_case())
    codes = (
        *("field_missing", "signature_missing", "signer_left_out", "record_changed"),
        *("refusal_recording", "refusal_proof", "own_witness"),
    )
    assert not [code for code in codes if said(code, case, run=Run.ISSUE, document="doc-9")]


SERVED = date(2026, 6, 16)
POSTED = date(2026, 5, 10)


@pytest.mark.parametrize(
    ("mode", "proof", "lacking"),
    [
        ("direct", {"receiver": "张三"}, ""),
        ("direct", {}, "收件人"),
        ("left", {"note": "拒收", "witness": "王路过"}, ""),
        ("left", {"note": "拒收", "recording": "01"}, ""),
        ("left", {"note": "拒收"}, "见证或者影像"),
        ("left", {"witness": "王路过"}, "拒收事由"),
        ("left", {}, "拒收事由、见证或者影像"),
        ("mail", {"receipt_no": "EMS1"}, ""),
        ("mail", {}, "回执"),
        ("entrusted", {"receiver": "张三"}, ""),
        ("entrusted", {}, "收件人"),
        ("notice", {"posted_on": POSTED}, ""),
        ("notice", {"note": "贴在门上"}, ""),
        ("notice", {}, "公告情况"),
        (
            "electronic",
            {"confirmed_address": "a@b", "capture": "截图", "remedy_channel_given": True},
            "",
        ),
        ("electronic", {}, "送达地址确认书、送达影像、网上复议渠道"),
        ("electronic", {"confirmed_address": "a@b", "capture": "截图"}, "网上复议渠道"),
        ("pigeon", {"receiver": "张三"}, "送达方式"),
    ],
)
def test_a_service_has_the_proof_of_its_mode(
    mode: str, proof: dict[str, Any], lacking: str
) -> None:
    service = ServiceFacts(("doc-1",), mode, SERVED, **proof)
    told = said("service_incomplete", whole(services=(service,))(lawful_case()))
    assert [message.facts["lacking"] for message in told] == ([lacking] if lacking else [])


def test_each_paper_of_a_service_is_looked_at_and_those_unknown_passed_over() -> None:
    papers = (
        PaperFacts("a", "letter", "函", dated=date(2026, 6, 1)),
        PaperFacts("b", "letter", "通知", dated=date(2026, 6, 17)),
    )
    service = ServiceFacts(("nowhere", "a", "b"), "direct", SERVED, receiver="张三")
    (message,) = said(
        "served_before_made", whole(papers=papers, services=(service,))(lawful_case())
    )
    assert (message.facts["document"], message.facts["day"]) == ("通知", "2026-06-17")


# Posted on 10 May: the thirtieth day is 9 June.
@pytest.mark.parametrize(
    ("mode", "posted", "served", "early"),
    [
        ("notice", POSTED, date(2026, 6, 9), False),
        ("notice", POSTED, date(2026, 6, 8), True),
        ("direct", POSTED, date(2026, 5, 11), False),
        ("notice", None, date(2026, 5, 11), False),
    ],
)
def test_what_is_posted_is_served_after_thirty_days(
    mode: str, posted: date | None, served: date, early: bool
) -> None:
    service = ServiceFacts(("doc-2",), mode, served, receiver="张三", posted_on=posted)
    assert bool(said("notice_service_early", whole(services=(service,))(lawful_case()))) is early


def test_a_service_that_was_not_posted_hides_no_other() -> None:
    direct = ServiceFacts(("doc-1",), "direct", SERVED, receiver="张三")
    posted = ServiceFacts(("doc-2",), "notice", date(2026, 5, 11), posted_on=POSTED)
    assert said("notice_service_early", whole(services=(direct, posted))(lawful_case()))


# Decided on Monday 15 June: with the dragon boat holiday (端午), the seventh working day is the 25th.
@pytest.mark.parametrize(
    ("served", "late"), [(date(2026, 6, 25), False), (date(2026, 6, 26), True)]
)
def test_a_decision_is_served_within_seven_working_days(served: date, late: bool) -> None:
    assert (
        bool(said("decision_served_late", part("payment", served_on=served)(lawful_case()))) is late
    )
    assert not breaks("decision_served_late", whole(payment=None))
    assert not breaks("decision_served_late", whole(decision=None))


@pytest.mark.parametrize(
    ("service", "late"),
    [
        (ServiceFacts(("doc-1",), "direct", date(2026, 6, 25), receiver="张三"), False),
        (ServiceFacts(("doc-1",), "direct", date(2026, 6, 26), receiver="张三"), True),
        (ServiceFacts(("doc-2",), "direct", date(2026, 6, 26), receiver="张三"), False),
        # Posted in time and served thirty days later; handed to the post on a day not recorded.
        (ServiceFacts(("doc-1",), "notice", date(2026, 7, 25), posted_on=date(2026, 6, 25)), False),
        (ServiceFacts(("doc-1",), "notice", date(2026, 7, 26), posted_on=date(2026, 6, 26)), True),
        (ServiceFacts(("doc-1",), "mail", date(2026, 6, 28), receipt_no="1"), False),
    ],
)
def test_what_no_payment_tells_the_service_of_the_decision_tells(
    service: ServiceFacts, late: bool
) -> None:
    unpaid = whole(payment=None, services=(service,))
    assert breaks("decision_served_late", unpaid) is late


@pytest.mark.parametrize(
    ("posted", "late"), [(date(2026, 6, 25), False), (date(2026, 6, 26), True)]
)
def test_payment_tells_nothing_of_when_a_notice_was_posted(posted: date, late: bool) -> None:
    served = date(2026, 7, 30)
    notice = ServiceFacts(("doc-1",), "notice", served, posted_on=posted)
    told = both(whole(services=(notice,)), part("payment", served_on=served))
    assert breaks("decision_served_late", told) is late
