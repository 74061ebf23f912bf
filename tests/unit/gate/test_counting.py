"""How the gate counts: through a year nobody has announced, in hours, and as the deadlines do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from inspector_app.domain.law.case_facts import CaseFacts, PaymentFacts, PeriodFacts, PeriodUnit
from inspector_app.domain.law.deadline_kinds import DeadlineKind
from inspector_app.domain.law.deadlines import due
from inspector_app.domain.law.gate.judging import GateMessage, GateMode
from tests.factory_gate import CHINA, at, lawful_case, on_the_spot_case
from tests.shipped_law import shipped_calendar, shipped_pack
from tests.unit.gate.asking import judged
from tests.unit.gate.changes import Change, both, part, result, whole

UNKNOWN = "gate.years_unknown"
UNAPPROVED = {"gate.registration_unapproved", "gate.coercion_unapproved"}
KINDS: dict[str, DeadlineKind] = {kind.id: kind for kind in shipped_pack().deadlines}


def said(case: CaseFacts, day: date, rule: str) -> list[GateMessage]:
    return [message for message in judged(case, day) if message.rule == rule]


def codes(case: CaseFacts, day: date, rule: str) -> set[str]:
    return {message.code for message in said(case, day, rule)}


def across_new_year(decided: date) -> CaseFacts:
    """A notice served on the Monday of the year's last week, decided in a year without a table."""
    case = part("notice", served_on=date(2026, 12, 28), waived=False)(lawful_case())
    return part("decision", on=decided)(case)


@pytest.mark.parametrize(
    ("decided", "early"), [(date(2027, 1, 5), True), (date(2027, 1, 6), False)]
)
def test_new_year_s_day_is_no_working_day_though_its_year_has_no_table(
    decided: date, early: bool
) -> None:
    assert ("gate.notice_period" in codes(across_new_year(decided), decided, "R17")) is early


@pytest.mark.parametrize("decided", [date(2027, 1, 4), date(2027, 1, 5), date(2027, 1, 6)])
def test_a_decision_in_a_year_without_a_table_never_passes_as_certain(decided: date) -> None:
    told = [m for m in said(across_new_year(decided), decided, "R17") if m.code == UNKNOWN]
    assert [message.mode for message in told] == [GateMode.WARN]
    assert "2027年" in told[0].text
    assert "2027-01-05" in told[0].text
    assert "待核实" in told[0].text


def test_what_was_done_before_the_unknown_year_is_certain() -> None:
    filing = part("filing", clue_on=date(2026, 12, 20), filed_on=date(2026, 12, 31))
    assert not codes(filing(lawful_case()), date(2027, 1, 20), "R13") & {
        UNKNOWN,
        "gate.filing_late",
    }


def test_what_is_done_in_the_unknown_year_is_not() -> None:
    filing = part("filing", clue_on=date(2026, 12, 20), filed_on=date(2027, 1, 4))
    assert UNKNOWN in codes(filing(lawful_case()), date(2027, 1, 20), "R13")


# What begins in the last weeks of 2026 and is done on a day: each other term that a rule counts.
ENDING: dict[str, tuple[str, Callable[[date], Change]]] = {
    "registration disposed of": (
        "R10",
        lambda done: part("registrations", 0, taken_at=at(date(2026, 12, 28)), disposed_on=done),
    ),
    "notice answered": (
        "R17",
        lambda done: both(
            part("notice", served_on=date(2026, 12, 28), waived=False), part("decision", on=done)
        ),
    ),
    "hearing held": (
        "R18",
        lambda done: part("hearing", notice_on=date(2026, 12, 24), held_on=done),
    ),
    "hearing asked for": (
        "R18",
        lambda done: both(
            part("notice", served_on=date(2026, 12, 28)),
            part("hearing", notice_on=None, held_on=None, asked_on=done),
        ),
    ),
    "case decided": (
        "R29",
        lambda done: both(part("filing", filed_on=date(2026, 10, 20)), part("decision", on=done)),
    ),
    "posted notice served": (
        "R30",
        lambda done: part("services", 1, posted_on=date(2026, 12, 10), on=done),
    ),
    "decision served": (
        "R30",
        lambda done: both(part("decision", on=date(2026, 12, 28)), part("payment", served_on=done)),
    ),
    "result published": (
        "R35",
        lambda done: result(formed_on=date(2026, 12, 20), published_on=done),
    ),
    "cash handed in": (
        "R09",
        lambda done: part("cash", on=date(2026, 12, 31), handed_in_on=done),
    ),
    "penalty published": (
        "R31",
        lambda done: both(
            part("decision", on=date(2026, 12, 14)),
            part("publication", on=done),
        ),
    ),
}


@pytest.mark.parametrize(("rule", "ending"), ENDING.values(), ids=ENDING)
@pytest.mark.parametrize(
    ("done", "certain"), [(date(2026, 12, 31), True), (date(2027, 1, 4), False)]
)
def test_no_term_is_certain_once_it_hangs_on_a_year_without_a_table(
    done: date, certain: bool, rule: str, ending: Callable[[date], Change]
) -> None:
    told = codes(ending(done)(lawful_case()), date(2027, 1, 20), rule)
    assert (UNKNOWN not in told) is certain


@pytest.mark.parametrize(
    ("asked", "certain"), [(date(2026, 12, 31), True), (date(2027, 1, 4), False)]
)
def test_what_waits_is_certain_until_the_year_without_a_table(asked: date, certain: bool) -> None:
    food = part("tests", 0, food=True, told_on=date(2026, 12, 28))(lawful_case())
    spot = part("decision", on=date(2026, 12, 28))(on_the_spot_case())
    assert (UNKNOWN not in codes(food, asked, "R15")) is certain
    assert (UNKNOWN not in codes(spot, asked, "R08")) is certain


@pytest.mark.parametrize(
    ("named", "wrong"),
    [
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), True),  # 元旦
        (date(2027, 1, 2), False),
        (date(2027, 1, 4), False),  # as it will be if the notice of that year gives three days
        (date(2027, 1, 12), False),
        (date(2027, 1, 13), True),
    ],
)
def test_a_last_day_of_payment_is_wrong_only_where_no_table_could_make_it_right(
    named: date, wrong: bool
) -> None:
    case = whole(payment=PaymentFacts(60_000, date(2026, 12, 17), named))(lawful_case())
    told = codes(case, date(2026, 12, 18), "R31")
    assert ("gate.payment_day" in told) is wrong
    assert UNKNOWN in told


@pytest.mark.parametrize(
    ("named", "wrong"),
    [(date(2026, 12, 25), True), (date(2026, 12, 26), False), (date(2027, 1, 15), False)],
)
def test_a_stated_term_in_working_days_may_end_sooner_for_days_worked_instead(
    named: date, wrong: bool
) -> None:
    told = PeriodFacts("陈述申辩", date(2026, 12, 28), 5, PeriodUnit.WORKING_DAYS, named)
    case = whole(periods=(told,))(lawful_case())
    assert ("gate.period_miscounted" in codes(case, date(2026, 12, 29), "R37")) is wrong


@pytest.mark.parametrize("released", [False, True])
def test_a_seizure_ends_within_the_festival_as_the_deadlines_say(released: bool) -> None:
    taken = datetime(2026, 1, 20, 10, tzinfo=CHINA)
    last = due(KINDS["D4"], taken, shipped_calendar()).last
    held = part(
        "coercions",
        0,
        taken_at=taken,
        days=30,
        more_days=0,
        test_days=0,
        released_on=last if released else None,
    )(lawful_case())
    assert last == date(2026, 2, 19)
    assert "gate.coercion_not_released" not in codes(held, last, "R11")
    after = codes(held, last + timedelta(days=1), "R11")
    assert ("gate.coercion_not_released" in after) is not released


TAKEN = datetime(2026, 4, 1, 23, 30, tzinfo=CHINA)


@pytest.mark.parametrize(("rule", "facts"), [("R10", "registrations"), ("R11", "coercions")])
@pytest.mark.parametrize("seconds", [0, 1])
def test_an_urgent_measure_is_reported_by_the_hour_that_the_deadlines_say(
    rule: str, facts: str, seconds: int
) -> None:
    until = due(KINDS["D2"], TAKEN, shipped_calendar()).at
    assert until == datetime(2026, 4, 3, 0, 0, tzinfo=CHINA)
    reported = until + timedelta(seconds=seconds)
    urgent = part(
        facts, 0, urgent=True, taken_at=TAKEN, reported_at=reported, approved_at=reported
    )(lawful_case())
    assert bool(codes(urgent, date(2026, 6, 30), rule) & UNAPPROVED) is bool(seconds)


DAY_OF = {"registrations": "R10", "coercions": "R11"}


@pytest.mark.parametrize("facts", DAY_OF)
@pytest.mark.parametrize(
    ("asked", "blocked"), [(date(2026, 4, 3), False), (date(2026, 4, 4), True)]
)
def test_an_urgent_measure_waits_for_its_approval_no_longer_than_its_hours(
    facts: str, asked: date, blocked: bool
) -> None:
    urgent = part(
        facts,
        0,
        urgent=True,
        taken_at=TAKEN,
        reported_at=TAKEN + timedelta(hours=2),
        approved_at=None,
    )(part("coercions", 0, released_on=None)(lawful_case()))
    assert bool(codes(urgent, asked, DAY_OF[facts]) & UNAPPROVED) is blocked


@pytest.mark.parametrize(
    ("lifted", "blocked"), [(date(2026, 4, 3), False), (date(2026, 4, 4), True)]
)
def test_an_urgent_measure_that_was_lifted_at_once_needs_no_approval(
    lifted: date, blocked: bool
) -> None:
    urgent = {
        "urgent": True,
        "taken_at": TAKEN,
        "reported_at": TAKEN + timedelta(hours=2),
        "approved_at": None,
    }
    seized = part("coercions", 0, **urgent, released_on=lifted)(lawful_case())
    kept = part("registrations", 0, **urgent, disposed_on=lifted, disposal="released")(
        lawful_case()
    )
    sent = part("registrations", 0, **urgent, disposed_on=lifted, disposal="seized")(lawful_case())
    assert bool(codes(seized, date(2026, 6, 30), "R11") & UNAPPROVED) is blocked
    assert bool(codes(kept, date(2026, 6, 30), "R10") & UNAPPROVED) is blocked
    assert codes(sent, date(2026, 6, 30), "R10") & UNAPPROVED


@pytest.mark.parametrize(
    ("named", "wrong"),
    [
        (date(2026, 7, 4), True),
        (date(2026, 7, 5), False),
        (date(2026, 7, 6), False),
        (date(2026, 7, 7), True),
    ],
)
def test_a_last_day_on_a_sunday_may_be_written_as_that_day_or_the_monday(
    named: date, wrong: bool
) -> None:
    told = PeriodFacts("缴款", date(2026, 6, 20), 15, PeriodUnit.CALENDAR_DAYS, named)
    case = whole(periods=(told,))(lawful_case())
    assert ("gate.period_miscounted" in codes(case, date(2026, 7, 8), "R37")) is wrong


@pytest.mark.parametrize("held", [date(2026, 5, 28) + timedelta(days=n) for n in range(7)])
def test_a_hearing_is_notified_by_the_day_that_the_deadline_says(held: date) -> None:
    latest = due(KINDS["D7"], held, shipped_calendar()).last
    for notice, late in ((latest, False), (latest + timedelta(days=1), True)):
        case = part("hearing", notice_on=notice, held_on=held)(lawful_case())
        assert ("gate.hearing_notice" in codes(case, held, "R18")) is late
