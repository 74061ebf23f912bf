"""A laptop that skips the legality gate: what it sends over the network is set aside."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from inspector_app.domain.checklist import AnswerValue, PackRef
from inspector_app.domain.document import SignerRole
from inspector_app.domain.journal import Event
from inspector_app.domain.visit_events import (
    AnswerRecorded,
    DocumentComposed,
    DocumentIssued,
    DocumentServed,
    ResultGraded,
    SignatureCaptured,
    VisitEvent,
    VisitStarted,
)
from inspector_app.wire.refusals import family
from tests.factory import officer, rights_read, visit_started
from tests.factory_sync import Bureau, Laptop, chained
from tests.shipped_law import shipped_rules

_NUMBERS = itertools.count(1)
_WORDING = "5" * 64
_MET = {"total": 3, "checked": 3, "met": 3, "not_met": 0, "excluded": 0, "key_checked": 1}
_RESULT = {
    **_MET,
    "general_checked": 2,
    "key_not_met": 0,
    "general_not_met": 0,
    "findings": 0,
    "orders": 0,
    "cases": 0,
    "transfers": 0,
}
_SLOTS = {"party": SignerRole.PARTY, "officer1": SignerRole.OFFICER}


def composed(**fields: str) -> DocumentComposed:
    return DocumentComposed(
        "doc-1", "onsite_record", "现场笔录", _WORDING, tuple(_SLOTS), (), _SLOTS, fields=fields
    )


def signed(slot: str) -> SignatureCaptured:
    return SignatureCaptured("doc-1", slot, _SLOTS[slot], "某人", _WORDING, "a" * 64, "b" * 64)


ISSUED = DocumentIssued("doc-1", "c" * 64, 1, "d" * 64, "IA1-0000-0000-0000-0000")
ANSWERS = tuple(AnswerRecorded(code, AnswerValue.MET) for code in ("LICENCE", "HEALTH", "WASH"))
GRADED = ResultGraded("met", "符合", "通过", _RESULT)
SIGNED = (composed(), signed("party"), signed("officer1"))
LAWFUL: tuple[VisitEvent, ...] = (
    visit_started(), rights_read(), *ANSWERS, GRADED, *SIGNED, ISSUED,
)  # fmt: skip


def visit_of(happened: Sequence[VisitEvent]) -> tuple[str, list[Event]]:
    visit_id = f"forged-{next(_NUMBERS)}"
    first, *rest = happened
    assert isinstance(first, VisitStarted)
    return visit_id, chained(visit_id, [replace(first, visit_id=visit_id), *rest])


def set_aside(office: Bureau, visit_id: str) -> list[tuple[object, ...]]:
    return office.rows(
        f"SELECT seq, code FROM quarantine WHERE stream = 'visit/{visit_id}' ORDER BY seq"
    )


def push(office: Bureau, laptop: Laptop, happened: Sequence[VisitEvent]) -> tuple[str, list[Event]]:
    visit_id, events = visit_of(happened)
    laptop.record(events)
    laptop.synchronizer.synchronize()
    return visit_id, events


def test_a_document_issued_through_the_gate_comes_in(office: Bureau, laptop: Laptop) -> None:
    visit_id, _ = push(office, laptop, LAWFUL)
    assert set_aside(office, visit_id) == []


FORGED: dict[str, tuple[VisitEvent, ...]] = {
    "one officer": (visit_started(officers=(officer(1),)), *LAWFUL[1:]),
    "expired certificate": (
        visit_started(officers=(officer(1), officer(2, valid_to=date(2026, 11, 20)))),
        *LAWFUL[1:],
    ),
    "rights not read": (LAWFUL[0], *LAWFUL[2:]),
    "item unanswered": (*LAWFUL[:2], *ANSWERS[:2], *LAWFUL[5:]),
    "no result": (*LAWFUL[:5], *SIGNED, ISSUED),
    "signature missing": (*LAWFUL[:6], *SIGNED[:2], ISSUED),
    "changed after composing": (
        *LAWFUL[:6], *SIGNED, AnswerRecorded("WASH", AnswerValue.MET, "又看了一次"), ISSUED,
    ),
    "required field empty": (*LAWFUL[:6], composed(scene=" "), *SIGNED[1:], ISSUED),
    "amounts that differ": (
        *LAWFUL[:6], composed(facts="售价伍拾元整（55元）"), *SIGNED[1:], ISSUED,
    ),
    "an edition nobody made": (
        visit_started(
            officers=(officer(1),), packs=(PackRef("law-base", "9.9", "e" * 64),)
        ),
        *LAWFUL[1:],
    ),
    "another pack for the rules": (
        visit_started(
            officers=(officer(1),),
            packs=(replace(shipped_rules().edition, id="law-base", digest="f" * 64),),
        ),
        *LAWFUL[1:],
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", FORGED)
def test_a_document_issued_past_the_gate_is_set_aside(
    way: str, office: Bureau, laptop: Laptop
) -> None:
    visit_id, events = push(office, laptop, FORGED[way])
    ((seq, code),) = set_aside(office, visit_id)
    unknown = way in {"an edition nobody made", "another pack for the rules"}
    assert seq == events[-1].seq
    assert family(str(code)) == ("issue.rules_unknown" if unknown else "issue.blocked")


def test_the_laptop_is_told_which_rule_and_the_bureau_is_alarmed(
    office: Bureau, laptop: Laptop
) -> None:
    visit_id, events = push(office, laptop, FORGED["signature missing"])
    (told,) = laptop.store.sync.quarantined()
    assert told.reason == "issue.blocked.R33"
    assert (f"visit/{visit_id}#{events[-1].seq}",) in office.rows(
        "SELECT subject FROM alarms WHERE code = 'issue.blocked.R33'"
    )


def test_what_came_before_the_blocked_issue_stays_and_what_follows_waits(
    office: Bureau, laptop: Laptop
) -> None:
    visit_id, events = push(
        office, laptop, (*FORGED["signature missing"], AnswerRecorded("WASH", AnswerValue.MET))
    )
    assert set_aside(office, visit_id) == [
        (events[-2].seq, "issue.blocked.R33"),
        (events[-1].seq, "stream.blocked"),
    ]
    ((head,),) = office.rows(f"SELECT seq FROM streams WHERE name = 'visit/{visit_id}'")
    assert head == events[-3].seq


def test_an_edition_that_the_server_does_not_hold_is_no_breach_where_the_record_is_lawful(
    office: Bureau, laptop: Laptop
) -> None:
    newer = PackRef("law-base", "9.9", "e" * 64)
    visit_id, _ = push(office, laptop, (visit_started(packs=(newer,)), *LAWFUL[1:]))
    assert set_aside(office, visit_id) == []


def served(mode: str, **proof: str) -> DocumentServed:
    return DocumentServed(
        ("doc-1",), mode, "张三丰年", "本人", "店内", "2026-11-21T11:00:00+08:00", **proof
    )


def test_a_service_that_has_what_its_mode_asks_for_comes_in(office: Bureau, laptop: Laptop) -> None:
    visit_id, _ = push(office, laptop, (*LAWFUL, served("direct")))
    assert set_aside(office, visit_id) == []


def test_a_service_left_behind_without_proof_is_set_aside_and_the_bureau_is_alarmed(
    office: Bureau, laptop: Laptop
) -> None:
    visit_id, events = push(office, laptop, (*LAWFUL, served("left")))
    assert set_aside(office, visit_id) == [(events[-1].seq, "service.blocked.R30")]
    assert (f"visit/{visit_id}#{events[-1].seq}",) in office.rows(
        "SELECT subject FROM alarms WHERE code = 'service.blocked.R30'"
    )
