"""Report, review, notice, hearing and clocks: what each asks for, of which procedure, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspector_app.domain.law.case_facts import (
    ImposedSanction,
    PeriodFacts,
    PeriodUnit,
    ReviewKind,
)
from inspector_app.domain.law.penalty import SanctionKind
from tests.factory_gate import lawful_case, on_the_spot_case
from tests.unit.gate.asking import breaks, said
from tests.unit.gate.changes import Change, both, part, whole

DECIDED, NEXT = date(2026, 6, 15), date(2026, 6, 16)
FINE, WARNING = SanctionKind.FINE, SanctionKind.WARNING
UNDECIDED = whole(decision=None)


def imposing(*kinds: SanctionKind, fine: int = 60_000) -> Change:
    imposed = (ImposedSanction(kind, fine if kind is FINE else 0) for kind in kinds)
    return part("decision", sanctions=tuple(imposed))


@pytest.mark.parametrize(
    ("change", "count"),
    [
        (whole(report=None), 6),
        (part("report", parts=("party", "course")), 4),
        (both(UNDECIDED, part("report", parts=("party",))), 5),
        (both(UNDECIDED, whole(report=None)), None),
    ],
)
def test_a_report_is_whole_once_it_is_written_and_written_before_a_decision(
    change: Change, count: int | None
) -> None:
    told = said("report_incomplete", change(lawful_case()))
    assert [message.facts["count"] for message in told] == ([] if count is None else [count])


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        (part("review", on=DECIDED), False),
        (part("review", on=NEXT), True),
        (both(UNDECIDED, whole(review=None)), False),
    ],
)
def test_a_decision_is_reviewed_by_its_day(change: Change, missing: bool) -> None:
    assert breaks("review_missing", change) is missing


@pytest.mark.parametrize(
    ("kind", "grounds", "held", "missing"),
    [
        (ReviewKind.CASE, (), None, False),
        (ReviewKind.CASE, ("complex",), None, True),
        (ReviewKind.CASE, (), date(2026, 6, 3), True),
        (ReviewKind.LEGAL, ("complex",), date(2026, 6, 3), False),
    ],
)
def test_a_hearing_or_a_weighty_ground_asks_for_a_legal_review(
    kind: ReviewKind, grounds: tuple[str, ...], held: date | None, missing: bool
) -> None:
    change = both(part("review", kind=kind, grounds=grounds), part("hearing", held_on=held))
    assert breaks("legal_review_missing", change) is missing


def test_without_any_hearing_a_case_review_may_do() -> None:
    change = both(part("review", kind=ReviewKind.CASE, grounds=()), whole(hearing=None))
    assert not breaks("legal_review_missing", change)


@pytest.mark.parametrize(("kind", "asked"), [(ReviewKind.LEGAL, True), (ReviewKind.CASE, False)])
def test_only_a_legal_review_asks_for_the_examination(kind: ReviewKind, asked: bool) -> None:
    assert breaks("reviewer_uncertified", part("review", kind=kind, certified=False)) is asked


@pytest.mark.parametrize(("kinds", "missing"), [((), False), ((WARNING,), True)])
def test_only_a_penalty_is_told_beforehand(kinds: tuple[SanctionKind, ...], missing: bool) -> None:
    assert breaks("notice_not_served", both(imposing(*kinds), whole(notice=None))) is missing


# The notice of 15 May: the fifth working day is the 22nd.
@pytest.mark.parametrize(
    ("decided", "waived", "running"),
    [
        (date(2026, 5, 22), False, True),
        (date(2026, 5, 25), False, False),
        (date(2026, 5, 18), False, True),
        (date(2026, 5, 18), True, False),
    ],
)
def test_the_party_has_its_days_to_answer_unless_it_gives_them_up(
    decided: date, waived: bool, running: bool
) -> None:
    change = both(part("notice", waived=waived), part("decision", on=decided))
    assert breaks("notice_period", change) is running


@pytest.mark.parametrize("change", [whole(notice=None), part("notice", served_on=None)])
def test_no_days_run_from_a_notice_that_was_not_served(change: Change) -> None:
    assert not breaks("notice_period", change)


@pytest.mark.parametrize(
    ("kind", "heard"),
    [
        (SanctionKind.SUSPENSION, True),
        (SanctionKind.CLOSURE, True),
        (SanctionKind.BAN, True),
        (SanctionKind.REVOCATION, True),
        (SanctionKind.CANCELLATION, True),
        (SanctionKind.CONFISCATE_GOODS, False),
        (SanctionKind.CRITICISM, False),
        (FINE, False),
    ],
)
@pytest.mark.parametrize("notice", [part("notice", hearing_told=False), whole(notice=None)])
def test_a_hearing_is_told_of_before_what_weighs_by_its_kind(
    kind: SanctionKind, heard: bool, notice: Change
) -> None:
    assert breaks("hearing_untold", both(imposing(WARNING, kind), notice)) is heard
    assert not breaks("hearing_untold", imposing(WARNING, kind))


@pytest.mark.parametrize(
    ("fine", "notice", "untold"),
    [
        (99_999, whole(notice=None), False),
        (100_000, whole(notice=None), True),
        (100_000, part("notice", hearing_told=True), False),
    ],
)
def test_a_fine_that_reaches_the_threshold_is_heard_where_there_was_no_notice_either(
    fine: int, notice: Change, untold: bool
) -> None:
    assert breaks("hearing_amount", both(imposing(FINE, fine=fine), notice)) is untold


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        (SanctionKind.CONFISCATE_GAIN, True),
        (SanctionKind.CONFISCATE_GOODS, True),
        (SanctionKind.CONFISCATE_TOOLS, True),
        (SanctionKind.REFUND, False),
    ],
)
def test_what_is_confiscated_is_added_up_and_not_to_the_fine(
    kind: SanctionKind, counts: bool
) -> None:
    taken = (ImposedSanction(SanctionKind.CONFISCATE_GOODS, 60_000), ImposedSanction(kind, 40_000))
    told = part("notice", hearing_told=False)
    assert breaks("hearing_amount", both(part("decision", sanctions=taken), told)) is counts
    beside = (ImposedSanction(FINE, 60_000), ImposedSanction(kind, 40_000))
    assert not breaks("hearing_amount", both(part("decision", sanctions=beside), told))


# Seven working days before Friday 29 May is the 20th, before Saturday the 30th the 21st.
@pytest.mark.parametrize(
    ("notice", "held", "due"),
    [
        (date(2026, 5, 20), date(2026, 5, 29), None),
        (date(2026, 5, 20), date(2026, 5, 28), "2026-05-19"),
        (date(2026, 5, 21), date(2026, 5, 30), None),
        (date(2026, 5, 22), date(2026, 5, 30), "2026-05-21"),
        # A Saturday is none of the seven: six lie between it and the hearing.
        (date(2026, 5, 16), date(2026, 5, 26), "2026-05-15"),
        (None, date(2026, 5, 28), "2026-05-19"),
        (None, None, None),
    ],
)
def test_a_hearing_is_held_seven_working_days_after_its_notice(
    notice: date | None, held: date | None, due: str | None
) -> None:
    case = part("hearing", notice_on=notice, held_on=held)(lawful_case())
    told = said("hearing_notice", case)
    assert [message.facts["due"] for message in told] == ([] if due is None else [due])


@pytest.mark.parametrize(
    ("grounds", "held", "asked"),
    [
        ((), None, False),
        (("complex",), None, True),
        ((), date(2026, 6, 3), True),
    ],
)
def test_a_weighty_case_or_one_that_was_heard_is_discussed(
    grounds: tuple[str, ...], held: date | None, asked: bool
) -> None:
    weighty = both(part("review", grounds=grounds), part("hearing", held_on=held))
    assert breaks("collective_missing", both(weighty, part("decision", collective=False))) is asked
    assert not breaks("collective_missing", both(weighty, UNDECIDED))


@pytest.mark.parametrize(
    ("fines", "notice", "above"),
    [
        ((60_000,), {}, False),
        ((60_001,), {}, True),
        ((60_001,), {"renoticed": True}, False),
        ((30_000, 30_001), {}, True),
        ((60_000.01,), {}, True),
        ((59_999.99,), {}, False),
    ],
)
def test_no_more_is_fined_than_was_told_unless_it_was_told_anew(
    fines: tuple[float, ...], notice: dict[str, Any], above: bool
) -> None:
    amounts = (divmod(round(fine * 100), 100) for fine in fines)
    imposed = tuple(ImposedSanction(FINE, yuan, odd_fen=odd) for yuan, odd in amounts)
    change = both(part("decision", sanctions=imposed), part("notice", **notice))
    assert breaks("fine_above_notice", change) is above


@pytest.mark.parametrize(
    ("kind", "untold"),
    [
        (WARNING, True),
        (SanctionKind.SUSPENSION, True),
        (SanctionKind.CONFISCATE_GAIN, False),
        (FINE, False),
        (SanctionKind.ORDER_CORRECTION, False),
        (SanctionKind.ORDER_STOP, False),
        (SanctionKind.EDUCATION, False),
        (SanctionKind.REFUND, False),
        (SanctionKind.REMEDY, False),
    ],
)
def test_no_kind_of_penalty_comes_unannounced(kind: SanctionKind, untold: bool) -> None:
    case = both(imposing(kind, kind), part("notice", kinds=(SanctionKind.CONFISCATE_GAIN,)))
    assert len(said("kind_above_notice", case(lawful_case()))) == untold
    assert not breaks("kind_above_notice", both(case, part("notice", renoticed=True)))


@pytest.mark.parametrize("code", ["fine_above_notice", "kind_above_notice"])
@pytest.mark.parametrize("change", [whole(notice=None), UNDECIDED])
def test_nothing_is_held_against_a_notice_that_is_not_there(code: str, change: Change) -> None:
    assert not breaks(code, both(imposing(FINE, WARNING, fine=90_000), change))


@pytest.mark.parametrize(("defended", "told"), [(True, True), (False, False)])
def test_whoever_defended_himself_is_not_punished_for_it(defended: bool, told: bool) -> None:
    heavier = part("decision", heavier_than_before_defence=True)
    assert breaks("heavier_after_defence", both(part("notice", defended=defended), heavier)) is (
        told
    )


@pytest.mark.parametrize(
    ("ends", "endangers", "over"),
    [
        (date(2024, 4, 1), False, False),
        (date(2024, 3, 31), False, True),
        (date(2024, 3, 31), True, False),
        (date(2021, 4, 1), True, False),
        (date(2021, 3, 31), True, True),
        (None, False, False),
    ],
)
def test_an_act_is_punished_if_found_in_two_years_or_in_five_where_lives_were_at_stake(
    ends: date | None, endangers: bool, over: bool
) -> None:
    change = part(
        "acts", 0, begins=date(2020, 1, 1), ends=ends, found_on=date(2026, 4, 1),
        endangers_life=endangers,
    )  # fmt: skip
    assert breaks("limitation_over", change) is over
    assert not breaks("limitation_over", both(change, part("acts", 0, found_on=None)))


def test_of_each_act_its_own_time_is_asked() -> None:
    case = lawful_case()
    (act,) = case.acts
    old = replace(act, begins=date(2020, 1, 1), ends=date(2020, 1, 2))
    for acts in ((act, old), (old, act), (replace(act, found_on=None), old)):
        (message,) = said("limitation_over", replace(case, acts=acts))
        assert (message.facts["years"], message.facts["since"]) == (2, "2020-01-02")


# Opened on 3 April: the ninetieth day is 2 July, the hundred and twentieth 1 August.
@pytest.mark.parametrize(
    ("decision", "due"),
    [
        ({"on": date(2026, 7, 2)}, None),
        ({"on": date(2026, 7, 3)}, "2026-07-02"),
        ({"on": date(2026, 8, 1), "extended": True}, None),
        ({"on": date(2026, 8, 2), "extended": True}, "2026-08-01"),
        ({"on": date(2026, 7, 3), "days_not_counted": 1}, None),
        ({"on": date(2026, 12, 3), "extended_collectively": True}, None),
    ],
)
def test_a_case_is_decided_in_ninety_days_or_as_many_more_as_it_was_given(
    decision: dict[str, Any], due: str | None
) -> None:
    told = said("case_too_long", part("decision", **decision)(lawful_case()), date(2026, 12, 4))
    assert [message.facts["due"] for message in told] == ([] if due is None else [due])


@pytest.mark.parametrize(("day", "late"), [(date(2026, 7, 2), False), (date(2026, 7, 3), True)])
def test_a_case_that_is_not_decided_is_late_on_the_day_it_is_asked(day: date, late: bool) -> None:
    assert breaks("case_too_long", UNDECIDED, day) is late


def test_only_the_act_that_may_be_a_crime_is_transferred() -> None:
    case = lawful_case()
    (act,) = case.acts
    crime = replace(act, criminal=True)
    assert len(said("crime_suspected", replace(case, acts=(act, crime, act)))) == 1


@pytest.mark.parametrize(
    ("unit", "due", "wrong"),
    [
        # From a Friday on: five working days end on the next, ten days on a Monday.
        (PeriodUnit.WORKING_DAYS, date(2026, 5, 22), False),
        (PeriodUnit.WORKING_DAYS, date(2026, 5, 20), True),
        (PeriodUnit.CALENDAR_DAYS, date(2026, 5, 20), False),
        (PeriodUnit.CALENDAR_DAYS, date(2026, 5, 22), True),
    ],
)
def test_a_term_ends_as_its_unit_counts(unit: PeriodUnit, due: date, wrong: bool) -> None:
    stated = PeriodFacts("陈述申辩", date(2026, 5, 15), 5, unit, due)
    assert breaks("period_miscounted", whole(periods=(stated,))) is wrong


@pytest.mark.parametrize(
    "code",
    [
        "report_incomplete",
        "review_missing",
        "notice_not_served",
        "hearing_untold",
        "hearing_amount",
        "collective_missing",
        "kind_above_notice",
        "fine_above_notice",
        "hearing_not_held",
    ],
)
def test_the_steps_of_the_ordinary_procedure_are_not_asked_on_the_spot(code: str) -> None:
    weighty = both(
        part("decision", sanctions=tuple(map(ImposedSanction, (SanctionKind.BAN, FINE)))),
        part("decision", on=DECIDED),
    )
    heard = replace(
        on_the_spot_case(),
        hearing=replace(lawful_case().hearing, held_on=None),  # type: ignore[type-var]  # it has one
    )
    assert not said(code, weighty(heard))
