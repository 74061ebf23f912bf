"""One step of a case after the other: what comes too early or too late does not pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import CaseFacts, EvidenceFacts, EvidenceKind, PaperFacts
from inspector_app.domain.law.gate.judging import Run
from inspector_app.domain.law.violation import MeasureKind
from tests.factory_gate import DAY, at, lawful_case, on_the_spot_case
from tests.unit.gate.asking import codes, said
from tests.unit.gate.changes import both, finding, part, whole

DECIDED = date(2026, 6, 15)
NEXT = date(2026, 6, 16)


@pytest.mark.parametrize("waived", [False, True])
@pytest.mark.parametrize(("served", "missing"), [(DECIDED, False), (NEXT, True)])
def test_a_notice_after_the_decision_is_none(served: date, missing: bool, waived: bool) -> None:
    case = part("notice", served_on=served, waived=waived)(lawful_case())
    assert ("notice_not_served" in codes(case)) is missing


@pytest.mark.parametrize(
    ("served", "early"), [(date(2026, 4, 2), True), (date(2026, 4, 3), False), (None, False)]
)
def test_a_notice_comes_with_a_case_that_is_open(served: date | None, early: bool) -> None:
    assert (
        "notice_before_filing" in codes(part("notice", served_on=served)(lawful_case()))
    ) is early


def test_a_case_that_was_never_opened_is_told_once() -> None:
    found = codes(whole(filing=None)(lawful_case()))
    assert "case_unopened" in found
    assert "notice_before_filing" not in found


@pytest.mark.parametrize(
    ("reviewed", "early"), [(date(2026, 6, 2), True), (date(2026, 6, 3), False)]
)
def test_the_legal_review_looks_at_what_the_hearing_brought(reviewed: date, early: bool) -> None:
    case = part("review", on=reviewed)(lawful_case())
    assert ("review_before_hearing" in codes(case)) is early


def test_a_review_without_a_hearing_comes_when_it_comes() -> None:
    case = both(part("review", on=date(2026, 5, 12)), whole(hearing=None))(lawful_case())
    assert "review_before_hearing" not in codes(case)


# The notice of 15 May: the fifth working day is the 22nd.
@pytest.mark.parametrize(
    ("asked", "notice", "blocked"),
    [
        (date(2026, 5, 22), {}, True),
        (date(2026, 5, 25), {}, False),
        (date(2026, 5, 25), {"hearing_told": False}, True),
        (date(2026, 5, 25), {"renoticed": True}, True),
        (date(2026, 5, 25), {"served_on": None}, True),
    ],
)
def test_who_asks_for_a_hearing_too_late_has_given_it_up(
    asked: date, notice: dict[str, Any], blocked: bool
) -> None:
    vain = part("hearing", asked_on=asked, notice_on=None, held_on=None)
    case = both(vain, part("notice", **notice))(lawful_case())
    assert ("hearing_not_held" in codes(case)) is blocked


def test_a_hearing_that_nobody_was_told_of_is_not_given_up() -> None:
    vain = part("hearing", asked_on=date(2026, 5, 25), held_on=None)
    assert "hearing_not_held" in codes(both(vain, whole(notice=None))(lawful_case()))


@pytest.mark.parametrize("held", [DECIDED, NEXT])
def test_a_hearing_granted_all_the_same_is_held_by_the_decision(held: date) -> None:
    asked_in_time = part("hearing", asked_on=date(2026, 5, 22), held_on=held)(lawful_case())
    assert ("hearing_not_held" in codes(asked_in_time)) is (held > DECIDED)


@pytest.mark.parametrize(
    ("piece", "late"),
    [
        ({"taken_at": at(DECIDED, 23)}, False),
        ({"taken_at": at(NEXT)}, True),
        ({"made_at": at(NEXT)}, True),
        ({"provided_on": NEXT}, True),
        ({"provided_on": DECIDED, "taken_at": at(NEXT)}, False),
        ({}, False),
    ],
)
def test_what_was_found_after_the_decision_does_not_prove_it(
    piece: dict[str, Any], late: bool
) -> None:
    found = EvidenceFacts("e9", EvidenceKind.OBJECT, **piece)
    assert ("evidence_missing" in codes(whole(evidence=(found,))(lawful_case()))) is late


def test_one_piece_in_time_is_evidence() -> None:
    case = lawful_case()
    later = EvidenceFacts("e9", EvidenceKind.OBJECT, at(NEXT))
    assert "evidence_missing" not in codes(whole(evidence=(later, case.evidence[0]))(case))


@pytest.mark.parametrize("case", [lawful_case(), on_the_spot_case()], ids=["ordinary", "spot"])
def test_no_penalty_without_a_record_of_the_rights(case: CaseFacts) -> None:
    assert "rights_unrecorded" in codes(whole(rights=None)(case))
    assert "rights_unrecorded" not in codes(case)


@pytest.mark.parametrize("case", [lawful_case(), on_the_spot_case()], ids=["ordinary", "spot"])
def test_no_penalty_on_nobody(case: CaseFacts) -> None:
    assert "party_missing" in codes(whole(party=None)(case))
    assert case.party is not None
    assert "party_missing" in codes(replace(case, party=replace(case.party, name=" ")))


@pytest.mark.parametrize(("begins", "after"), [(DECIDED, False), (NEXT, True)])
def test_an_act_is_punished_once_it_was_done(begins: date, after: bool) -> None:
    case = part("acts", 0, begins=begins, ends=begins)(lawful_case())
    assert ("act_after_decision" in codes(case)) is after


@pytest.mark.parametrize(
    ("kind", "dated", "served", "early"),
    [
        ("decision", None, DECIDED, False),
        ("decision", date(2026, 6, 1), date(2026, 6, 14), True),
        ("on_spot_decision", None, date(2026, 6, 14), True),
        ("correction_order", None, date(2026, 6, 14), False),
        ("correction_order", DECIDED, date(2026, 6, 14), True),
        ("correction_order", DECIDED, DECIDED, False),
    ],
)
def test_a_paper_is_served_once_it_is_made(
    kind: str, dated: date | None, served: date, early: bool
) -> None:
    case = both(
        whole(papers=(PaperFacts("doc-1", kind, "文书", dated=dated),)),
        part("services", 0, on=served),
    )(lawful_case())
    assert ("served_before_made" in codes(case)) is early


def test_a_decision_is_dated_by_its_paper_where_the_case_has_none() -> None:
    paper = PaperFacts("doc-1", "decision", "行政处罚决定书", dated=NEXT)
    case = whole(decision=None, papers=(paper,))(part("services", 0, on=DECIDED)(lawful_case()))
    assert "served_before_made" in codes(case)


@pytest.mark.parametrize(
    ("on", "early"), [(date(2026, 6, 14), True), (DECIDED, False), (None, False)]
)
def test_a_penalty_is_published_once_it_is_decided(on: date | None, early: bool) -> None:
    assert (
        "published_before_decision" in codes(part("publication", on=on)(lawful_case()))
    ) is early


@pytest.mark.parametrize(("result", "proved"), [(DECIDED, True), (NEXT, False)])
def test_a_drug_s_conclusion_is_there_when_it_is_decided(result: date, proved: bool) -> None:
    unquoted = part("decision", test_quoted=False)
    case = both(part("tests", 0, result_on=result), unquoted)(lawful_case())
    assert ("drug_conclusion" in codes(case)) is proved


@pytest.mark.parametrize(
    ("party", "text", "named"),
    [
        ({"type": PartyType.INDIVIDUAL}, "住云溪县虚拟街道8号。", True),
        ({"type": PartyType.INDIVIDUAL}, "云溪县。", False),
        ({"type": PartyType.INDIVIDUAL, "address": " "}, "云溪县 。", False),
        ({"type": PartyType.INDIVIDUAL_BUSINESS}, "住云溪县虚拟街道8号。", False),
    ],
)
def test_the_home_of_a_person_is_not_published(
    party: dict[str, Any], text: str, named: bool
) -> None:
    case = both(part("party", **party), part("publication", text=text))(lawful_case())
    assert ("home_in_publication" in codes(case)) is named


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"posting_told": False}, True),
        ({"posting_told": False, "formed_on": None}, False),
        ({"posting_told": True}, False),
    ],
)
def test_who_was_inspected_is_reminded_to_post_the_result(
    changes: dict[str, Any], asked: bool
) -> None:
    case = lawful_case()
    assert case.inspection is not None
    assert case.inspection.result is not None
    result = replace(case.inspection.result, **changes)
    assert ("posting_untold" in codes(part("inspection", result=result)(case))) is asked


INSPECTED = date(2026, 4, 1)
CERTIFICATES: list[tuple[dict[str, Any], Run, bool]] = [
    ({"valid_from": date(2026, 4, 2)}, Run.DEMAND, True),
    ({"valid_from": INSPECTED}, Run.DEMAND, False),
    ({"valid_to": date(2026, 6, 20)}, Run.DEMAND, False),  # after all that was done
    ({"valid_to": date(2026, 6, 20)}, Run.SUBMIT, False),
    ({"valid_to": date(2026, 6, 20)}, Run.ISSUE, True),  # what is issued today
    ({"valid_to": date(2026, 6, 20)}, Run.COMPOSE, True),
    ({"valid_to": date(2026, 4, 2)}, Run.DEMAND, True),  # the seizure was on the third
    ({"valid_to": date(2026, 4, 3)}, Run.DEMAND, False),
    ({"certificate_no": ""}, Run.DEMAND, True),
]


@pytest.mark.parametrize(("changes", "run", "invalid"), CERTIFICATES)
def test_a_certificate_is_valid_on_the_days_on_which_its_officer_acted(
    changes: dict[str, Any], run: Run, invalid: bool
) -> None:
    case = part("officers", 0, **changes)(lawful_case())
    assert ("certificate_expired" in codes(case, run=run)) is invalid


def test_a_decision_on_the_spot_is_an_act_of_the_officers() -> None:
    expired = part("officers", 0, valid_to=date(2026, 6, 24))
    assert "certificate_expired" in codes(expired(on_the_spot_case()))


@pytest.mark.parametrize(
    ("valid_to", "invalid"),
    [(date(2026, 3, 31), True), (INSPECTED, False), (date(2026, 6, 20), False)],
)
def test_who_showed_a_certificate_acted_that_day_whatever_else_is_told(
    valid_to: date, invalid: bool
) -> None:
    bare = whole(inspection=None, registrations=(), coercions=())(lawful_case())
    found = said("certificate_expired", part("officers", 0, valid_to=valid_to)(bare))
    assert [message.facts["day"] for message in found] == ["2026-04-01"] * invalid


def test_where_nothing_was_done_yet_the_certificate_is_that_of_the_day_asked() -> None:
    bare = whole(inspection=None, rights=None, registrations=(), coercions=())(lawful_case())
    assert "certificate_expired" in codes(part("officers", 0, valid_to=date(2026, 6, 29))(bare))
    assert "certificate_expired" not in codes(part("officers", 0, valid_to=DAY)(bare))


@pytest.mark.parametrize(
    ("measure", "on_spot", "asked"),
    [
        (MeasureKind.ORDER_CORRECTION, False, True),
        (MeasureKind.CORRECT_ON_SPOT, False, True),
        (MeasureKind.CORRECT_ON_SPOT, True, False),
        (MeasureKind.OPEN_CASE, False, False),
    ],
)
def test_an_order_to_correct_says_what_and_by_when(
    measure: MeasureKind, on_spot: bool, asked: bool
) -> None:
    vague = finding(
        measures=(measure,), on_spot=on_spot, requirement=" ", deadline=date(2026, 3, 31)
    )
    said = codes(vague(lawful_case()))
    assert ("order_blank" in said, "order_past" in said) == (asked, asked)


@pytest.mark.parametrize("deadline", [None, date(2026, 4, 1)])
def test_an_order_may_be_for_at_once_or_for_the_day_itself(deadline: date | None) -> None:
    change = finding(measures=(MeasureKind.ORDER_CORRECTION,), deadline=deadline)
    assert not codes(change(lawful_case())) & {"order_blank", "order_past"}
