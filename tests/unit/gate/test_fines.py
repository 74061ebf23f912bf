"""A fine stands only where a clause has one for this party, at what is shown, in its range."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspector_app.domain.law.case_facts import CaseFacts, ImposedSanction
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.gate.rules import GateMode
from inspector_app.domain.law.penalty import Fine, FineBase, Sanction, SanctionKind, Stage
from inspector_app.domain.law.violation import Violation
from tests.factory_gate import expired_food, lawful_case
from tests.unit.gate.asking import judged, said
from tests.unit.gate.changes import act, both, fined, part
from tests.unit.gate.failing import WARNED_FIRST

WARNING, FINE = SanctionKind.WARNING, SanctionKind.FINE
_FINE_CODES = {
    "gate.fine_outside_range",
    "gate.fine_unmeasured",
    "gate.fine_not_in_clause",
    "gate.fine_without_order",
}


def codes(case: CaseFacts) -> set[str]:
    return {message.code for message in judged(case)}


def told(*changes: Any) -> set[str]:
    return codes(both(*changes)(lawful_case())) & _FINE_CODES


def decided(*kinds: SanctionKind | int, **changes: Any) -> Any:
    imposed = tuple(
        ImposedSanction(FINE, kind) if isinstance(kind, int) else ImposedSanction(kind)
        for kind in kinds
    )
    return part("decision", sanctions=imposed, **changes)


@pytest.mark.parametrize("reason", ["主动消除危害后果", ""])
@pytest.mark.parametrize(
    ("fine", "lawful_with_reason"), [(20_000, True), (60_000, True), (100_001, False), (0, False)]
)
def test_mitigation_goes_below_the_floor_with_its_reason_and_never_above_the_ceiling(
    fine: int, lawful_with_reason: bool, reason: str
) -> None:
    lawful = lawful_with_reason and (bool(reason) or fine == 60_000)
    weighed = part("discretion", grade=Grade.MITIGATED, reason=reason)
    assert told(fined(fine), weighed) == (set() if lawful else {"gate.fine_outside_range"})


@pytest.mark.parametrize(("fine", "code"), [(20_000, ""), (5_000_000, "gate.fine_outside_range")])
def test_a_documented_refusal_opens_the_range_for_it_and_no_more(fine: int, code: str) -> None:
    found = told(act(sanctions=WARNED_FIRST), decided(WARNING, fine))
    assert found == ({code} if code else set())


@pytest.mark.parametrize("fine", [1, 60_000, 9_000_000])
def test_no_fine_is_checked_off_before_the_goods_are_valued(fine: int) -> None:
    assert told(fined(fine), part("decision", bases={})) == {"gate.fine_unmeasured"}


@pytest.mark.parametrize(
    "changes", [{"sanctions": (Sanction(WARNING),)}, {"penalty": (), "sanctions": ()}]
)
def test_a_clause_without_a_fine_bears_none(changes: dict[str, Any]) -> None:
    assert told(act(**changes), decided(WARNING, 50_000)) == {"gate.fine_not_in_clause"}


def test_a_clause_that_is_not_structured_says_nothing_of_amounts() -> None:
    assert told(act(sanctions=()), decided(50_000)) == set()


RETAIL = Sanction(FINE, fine=Fine(FineBase.AMOUNT, 100, 200), for_whom="catering")
EVERYBODY_ELSE = Sanction(FINE, fine=Fine(FineBase.AMOUNT, 1_000, 2_000), for_whom="production")


@pytest.mark.parametrize(("fine", "lawful"), [(150, True), (1_500, False)])
def test_a_range_for_some_parties_is_for_a_party_of_that_trade(fine: int, lawful: bool) -> None:
    found = told(act(sanctions=(RETAIL, EVERYBODY_ELSE)), decided(fine))
    assert found == (set() if lawful else {"gate.fine_outside_range"})


@pytest.mark.parametrize(
    ("grade", "fines", "asked"),
    [
        (Grade.MITIGATED, (60_000,), ["60,000"]),
        (Grade.MITIGATED, (50_000,), ["50,000"]),
        (Grade.MITIGATED, (49_999,), []),
        (Grade.MITIGATED, (60_000, 20_000), []),
        (Grade.MITIGATED, (100_001,), []),
        (Grade.LENIENT, (60_000,), []),
    ],
)
def test_a_mitigated_fine_is_asked_about_where_none_is_below_the_floor(
    grade: Grade, fines: tuple[int, ...], asked: list[str]
) -> None:
    weighed = both(part("discretion", grade=grade, reason="主动消除危害后果"), decided(*fines))
    found = said("mitigated_not_below", weighed(lawful_case()))
    assert [(m.facts["fine"], m.mode) for m in found] == [(f, GateMode.PROMPT) for f in asked]


BY_RETAIL = Sanction(FINE, fine=Fine(FineBase.AMOUNT, 100, 200), for_whom="retail")
BY_WHOLESALE = Sanction(FINE, fine=Fine(FineBase.AMOUNT, 1_000, 2_000), for_whom="wholesale")


@pytest.mark.parametrize(
    ("activities", "fine", "lawful"),
    [
        (("sale",), 150, True),
        (("sale",), 1_500, False),
        (("online",), 150, True),
        (("sale", "wholesale"), 150, False),
        (("sale", "wholesale"), 1_500, True),
        (("production",), 150, False),
        ((), 150, True),
        ((), 1_500, True),
        ((), 500, False),
    ],
)
def test_who_sells_and_is_no_wholesaler_sells_by_retail(
    activities: tuple[str, ...], fine: int, lawful: bool
) -> None:
    seller = part("party", activities=activities)
    found = told(seller, act(sanctions=(BY_RETAIL, BY_WHOLESALE)), decided(fine))
    assert bool(found & {"gate.fine_outside_range", "gate.fine_not_in_clause"}) is not lawful


GRAVE = (
    *expired_food().sanctions,
    Sanction(SanctionKind.REVOCATION, Stage.GRAVE),
)


def test_grave_circumstances_leave_the_fine_of_the_clause_in_its_range() -> None:
    grave = (act(sanctions=GRAVE), part("decision", stage=Stage.GRAVE))
    assert told(*grave, fined(60_000)) == set()
    assert told(*grave, fined(10)) == {"gate.fine_outside_range"}


def test_grave_circumstances_demand_what_is_imposed_at_once_as_well() -> None:
    change = both(act(sanctions=GRAVE), decided(SanctionKind.REVOCATION, 60_000, stage=Stage.GRAVE))
    assert "gate.mandatory_missing" in codes(change(lawful_case()))


def test_a_fine_for_grave_circumstances_takes_the_place_of_the_lighter_one() -> None:
    heavier = Sanction(FINE, Stage.GRAVE, fine=Fine(FineBase.AMOUNT, 200_000, 500_000))
    grave = act(sanctions=(*expired_food().sanctions, heavier))
    assert told(grave, fined(60_000), part("decision", stage=Stage.GRAVE)) == {
        "gate.fine_outside_range"
    }


@pytest.mark.parametrize("stage", [Stage.AT_ONCE, Stage.UNHEEDED])
def test_a_grave_fine_in_the_clause_does_not_spare_the_order(stage: Stage) -> None:
    heavier = Sanction(FINE, Stage.GRAVE, fine=Fine(FineBase.AMOUNT, 50_000, 500_000))
    unordered = decided(WARNING, 10_000, ordered_on=None, refused_on=None, stage=stage)
    assert "gate.fine_without_order" in told(act(sanctions=(*WARNED_FIRST, heavier)), unordered)


OTHER = expired_food(id="JG01", sanctions=(Sanction(FINE, fine=Fine(FineBase.AMOUNT, 0, 5_000)),))


def two_acts(other: Violation) -> CaseFacts:
    case = lawful_case()
    return replace(case, acts=(*case.acts, replace(case.acts[0], violation=other)))


@pytest.mark.parametrize(("second", "lawful"), [(3_000, True), (6_000, False)])
def test_each_fine_is_tried_against_the_acts_together(second: int, lawful: bool) -> None:
    imposed = lawful_case().decision
    assert imposed is not None
    sanctions = (*imposed.sanctions, ImposedSanction(FINE, second))
    case = part("decision", sanctions=sanctions)(two_acts(OTHER))
    assert ("gate.fine_outside_range" not in codes(case)) is lawful


def test_a_warning_for_one_act_stands_beside_the_fine_for_another() -> None:
    warned = expired_food(id="M44", sanctions=WARNED_FIRST)
    kinds = (SanctionKind.CONFISCATE_GAIN, SanctionKind.CONFISCATE_GOODS, WARNING, 60_000)
    case = decided(*kinds, refused_on=None)(two_acts(warned))
    assert not codes(case) & _FINE_CODES


@pytest.mark.parametrize(("why", "lawful"), [("没有药品批准证明文件", True), (" ", False)])
def test_what_is_not_there_is_not_demanded_when_it_is_said(why: str, lawful: bool) -> None:
    kind = SanctionKind.REVOCATION
    clause = (*expired_food().sanctions, Sanction(kind))
    case = both(act(sanctions=clause), part("decision", nothing_there={kind: why}))(lawful_case())
    assert ("gate.mandatory_missing" not in codes(case)) is lawful


def test_a_newer_law_that_was_weighed_may_be_taken_once_it_is_in_force() -> None:
    newer = act(valid_from=date(2026, 5, 1))(lawful_case())
    codes_of_time = {"gate.law_not_yet_in_force", "gate.violation_not_in_force"}
    assert not codes(newer) & codes_of_time
    unweighed = part("decision", newer_weighed=False)(newer)
    assert codes_of_time <= codes(unweighed)


@pytest.mark.parametrize(
    ("shown", "codes_"),
    [
        (frozenset({Stage.UNHEEDED}), set()),
        (frozenset(), {"gate.fine_not_in_clause", "gate.fine_without_order"}),
    ],
)
def test_a_refusal_that_is_shown_needs_no_dates_and_one_that_is_not_opens_no_fine(
    shown: frozenset[Stage], codes_: set[str]
) -> None:
    undated = decided(WARNING, 20_000, ordered_on=None, refused_on=None, shown=shown)

    assert told(act(sanctions=WARNED_FIRST), undated) == codes_


@pytest.mark.parametrize(("stated", "lawful"), [(4_000, True), (None, False)])
def test_a_gain_that_is_stated_is_not_overwritten_by_the_sheet_s(
    stated: int | None, lawful: bool
) -> None:
    # The sheet of the case comes to 200 yuan after outlays: 60 yuan are three times 20.
    doubled = Sanction(FINE, fine=Fine(FineBase.ILLEGAL_GAIN, 1_000, 2_000))
    bases = {} if stated is None else {FineBase.ILLEGAL_GAIN: stated}
    held = part("decision", bases=bases, without=())
    assert (told(act(sanctions=(doubled,)), fined(60), held) == set()) is lawful


def test_a_gain_that_is_said_not_to_be_there_is_not_taken_from_the_sheet() -> None:
    only = Sanction(FINE, no_gain=True, fine=Fine(FineBase.AMOUNT, 50, 100))
    none = part("decision", bases={}, without=(FineBase.ILLEGAL_GAIN,))
    assert told(act(sanctions=(only,)), fined(60), none) == set()
    assert told(act(sanctions=(only,)), fined(60), part("decision", bases={}, without=()))
