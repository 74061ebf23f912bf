"""The deadlines that run from the facts of a case: by the delivered kinds, each step its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from inspector_app.domain.case_deadlines import CaseDeadline, case_deadlines
from inspector_app.domain.law.case_facts import CaseFacts, ImposedSanction
from inspector_app.domain.law.deadline_kinds import CaseEvent, StartingEvent
from inspector_app.domain.law.deadlines import Urgency
from inspector_app.domain.law.penalty import SanctionKind
from inspector_app.domain.law.violation import RemedyBlock
from inspector_app.domain.visit import fold_visit
from inspector_app.domain.visit_events import ResultGraded, VisitCompleted
from tests.factory import Chain, visit_started
from tests.factory_gate import at, lawful_case, on_the_spot_case
from tests.shipped_law import shipped_calendar, shipped_pack, shipped_rules
from tests.unit.gate.changes import Change, both, item, part, whole

KINDS = {kind.id: kind for kind in shipped_pack().deadlines}
DAY = date(2026, 6, 30)


def counted(case: CaseFacts, day: date = DAY) -> dict[str, CaseDeadline]:
    """By kind; of several of one kind the last."""
    found = case_deadlines(case, KINDS, shipped_calendar(), day, shipped_rules().laws)
    assert [each.term.last for each in found] == sorted(each.term.last for each in found)
    return {each.term.kind.id: each for each in found}


def of(change: Change, kind: str, base: Callable[[], CaseFacts] = lawful_case) -> CaseDeadline:
    return counted(change(base()))[kind]


def nothing(case: CaseFacts) -> CaseFacts:
    return case


@pytest.mark.parametrize(
    ("kind", "last", "kept"),
    [
        ("D1", date(2026, 4, 23), date(2026, 4, 3)),  # clue on 1 April, 15 working days
        ("D3", date(2026, 4, 13), date(2026, 4, 9)),  # registered on 1 April, 7 working days
        ("D5", date(2026, 6, 22), date(2026, 5, 1)),  # 3 April, 30 + 45 + 5 days of a test
        ("D6", date(2026, 5, 22), None),  # 15 May, 5 working days
        ("D9", date(2026, 7, 2), date(2026, 6, 15)),  # 3 April, 90 days
        ("D10", date(2026, 6, 25), date(2026, 6, 16)),  # 15 June, 7 working days, Dragon Boat out
        ("D12", date(2026, 7, 1), date(2026, 6, 25)),  # 16 June, 15 days
        ("D14a", date(2026, 6, 29), date(2026, 6, 26)),  # 25 June, 2 working days
        ("D21", date(2026, 4, 30), date(2026, 4, 10)),  # 1 April, 20 working days
        ("D22a", date(2026, 5, 6), None),  # 22 April, 7 working days, Labour Day's out
        ("D24a", date(2028, 4, 1), date(2026, 4, 1)),  # ended on 1 April, 2 years
        ("D25a", date(2026, 8, 15), None),  # 16 June, 60 days
        ("D25b", date(2026, 12, 16), None),  # 16 June, 6 months
        ("D27", date(2026, 3, 1), None),  # 1 December, 3 months
    ],
)
def test_each_step_of_a_case_sets_its_term_running(
    kind: str, last: date, kept: date | None
) -> None:
    found = of(nothing, kind)
    assert (found.term.last, found.kept, found.is_late) == (last, kept, False)


def test_a_seizure_under_another_law_is_extended_by_thirty_days_at_most() -> None:
    change = part("coercions", 0, law="产品质量法", basis="18", test_days=0)
    found = counted(change(lawful_case()))
    assert "D5" not in found
    assert found["D4"].term.last == date(2026, 6, 2)


@pytest.mark.parametrize(
    ("extended", "last"), [(False, date(2026, 4, 23)), (True, date(2026, 5, 18))]
)
def test_the_time_to_open_a_case_may_be_extended(extended: bool, last: date) -> None:
    assert of(part("filing", extended=extended), "D1").term.last == last


def test_an_extension_of_what_no_law_extends_adds_nothing() -> None:
    case, fixed = part("filing", extended=True)(lawful_case()), replace(KINDS["D1"], extensions=())
    found = case_deadlines(case, {"D1": fixed}, shipped_calendar(), DAY, shipped_rules().laws)
    assert [each.term.last for each in found] == [date(2026, 4, 23)]


def test_what_a_decision_confiscates_is_held_no_longer() -> None:
    held = part("coercions", 0, released_on=None)
    assert of(held, "D5").kept == date(2026, 6, 15)
    assert of(both(held, whole(decision=None)), "D5").kept is None


def test_a_seizure_ends_when_its_own_paper_says() -> None:
    change = part("coercions", 0, law="产品质量法", basis="18", days=15, more_days=0, test_days=0)
    assert of(change, "D4").term.last == date(2026, 4, 18)


def test_days_that_are_not_counted_put_off_the_decision() -> None:
    # A test, a hearing or a stay: the facts tell how many days, not why.
    assert of(part("decision", days_not_counted=10), "D9").term.last == date(2026, 7, 12)


def test_a_decision_put_off_together_has_no_end_that_the_facts_tell() -> None:
    change = part("decision", on=date(2026, 12, 1), extended=True, extended_collectively=True)
    assert "D9" not in counted(change(lawful_case()))


def test_days_of_review_and_lawsuit_put_off_the_end_of_the_extra_fine() -> None:
    assert of(nothing, "D13").term.last == date(2026, 8, 4)  # 1 July, 34 days
    assert of(part("payment", days_stopped=10), "D13").term.last == date(2026, 8, 14)
    # The extra fine grows no more; that is nothing to be late for.
    assert not of(part("payment", paid_on=date(2026, 12, 1)), "D13").is_late


def test_what_was_done_after_its_last_day_is_late() -> None:
    assert of(part("registrations", 0, disposed_on=date(2026, 4, 14)), "D3").is_late
    assert of(part("hearing", notice_on=date(2026, 5, 29)), "D7").is_late
    assert not of(nothing, "D7").is_late


def test_what_ended_by_itself_or_is_not_told_by_the_facts_stays_open_no_longer() -> None:
    fine_alone = part("decision", sanctions=(ImposedSanction(SanctionKind.FINE, 60_000),))
    held = both(fine_alone, part("coercions", 0, released_on=None))
    case = both(held, part("payment", paid_on=None))(lawful_case())
    running = counted(case)
    assert running["D25a"].is_open
    assert not running["D3"].is_open  # kept
    over = counted(case, date(2029, 1, 1))
    still = {kind for kind, each in over.items() if each.is_open}
    assert still == {"D5", "D12"}  # goods to give back, a fine to be paid
    assert {"D6", "D11", "D13", "D14b", "D25a", "D26", "D27"} <= over.keys()


def test_an_urgent_measure_is_reported_within_hours() -> None:
    change = part("coercions", 0, urgent=True, taken_at=at(date(2026, 4, 3), 9), reported_at=None)
    found = of(change, "D2")
    assert (found.term.last, found.subject, found.kept) == (date(2026, 4, 4), "查封1", None)


@pytest.mark.parametrize(("hour", "late"), [(10, False), (11, True)])
def test_a_report_is_late_by_the_hour(hour: int, late: bool) -> None:
    taken, told = at(date(2026, 4, 3), 9), at(date(2026, 4, 4), hour)
    change = part("coercions", 0, urgent=True, taken_at=taken, reported_at=told)
    assert of(change, "D2").is_late is late


def test_what_is_not_urgent_needs_no_report() -> None:
    assert "D2" not in counted(lawful_case())


@pytest.mark.parametrize(
    ("block", "kinds"),
    [
        (RemedyBlock.ORDINARY, {"D25a", "D25b"}),
        (RemedyBlock.PRICE, {"D25a"}),
        (RemedyBlock.METROLOGY, {"D25c"}),
        (RemedyBlock.TOBACCO, {"D25d"}),
        (None, set()),
    ],
)
def test_the_remedies_of_the_law_set_their_own_terms_running(
    block: RemedyBlock | None, kinds: set[str]
) -> None:
    found = counted(part("decision", remedy=block)(lawful_case()))
    assert {kind for kind in found if kind.startswith("D25")} == kinds


def test_on_the_spot_the_papers_are_archived_and_nothing_is_sent() -> None:
    found = counted(on_the_spot_case())
    assert "D15" in found
    assert not {"D10", "D19a"} & found.keys()


def test_on_the_spot_the_decision_is_served_as_it_is_made() -> None:
    found = counted(on_the_spot_case())
    assert found["D25a"].term.start == date(2026, 6, 25)
    assert found["D12"].kept == date(2026, 6, 25)  # in cash
    assert of(whole(cash=None), "D12", on_the_spot_case).is_open
    assert of(part("cash", amount=199), "D12", on_the_spot_case).kept is None


WARNED = part("decision", sanctions=(ImposedSanction(SanctionKind.WARNING),))


def test_goods_that_are_taken_are_not_paid() -> None:
    goods = part("decision", sanctions=(ImposedSanction(SanctionKind.CONFISCATE_GOODS, 500),))
    assert "D12" not in counted(both(goods, part("payment", fine=0))(lawful_case()))


def test_a_warning_alone_is_neither_paid_nor_published() -> None:
    unpaid = part("payment", fine=0, paid_on=None)
    assert not {"D12", "D13", "D19a"} & counted(both(WARNED, unpaid)(lawful_case())).keys()


def test_a_penalty_not_published_yet_is_to_be_published() -> None:
    found = of(whole(publication=None), "D19a")
    assert (found.term.last, found.kept) == (date(2026, 7, 14), None)


def test_the_service_of_its_paper_serves_a_decision_as_well() -> None:
    case = whole(payment=None)(lawful_case())
    order = replace(case.papers[0], id="doc-3", kind="correction_order")
    served = replace(case.services[0], documents=("doc-3",), on=date(2026, 4, 2))
    found = counted(replace(case, papers=(*case.papers, order), services=(*case.services, served)))
    assert found["D10"].kept == date(2026, 6, 16)
    assert found["D25b"].term.start == date(2026, 6, 16)


def test_a_notice_posted_in_time_serves_a_decision_in_time() -> None:
    posted = part("services", 0, mode="notice", posted_on=date(2026, 6, 20), on=date(2026, 7, 20))
    found = counted(both(posted, whole(payment=None))(lawful_case()))
    assert (found["D10"].kept, found["D10"].is_late) == (date(2026, 6, 20), False)
    assert found["D12"].term.start == date(2026, 7, 20)


def test_of_a_decision_that_was_mailed_nobody_knows_when_it_was_sent() -> None:
    mailed = part("services", 0, mode="mail", on=date(2026, 7, 20))
    found = counted(both(mailed, whole(payment=None))(lawful_case()))
    assert "D10" not in found
    assert found["D12"].term.start == date(2026, 7, 20)


def test_the_day_of_service_told_with_the_payment_counts() -> None:
    assert of(part("payment", served_on=date(2026, 6, 17)), "D25b").term.start == date(2026, 6, 17)


def test_a_decision_served_twice_is_served_on_the_first_day() -> None:
    case = whole(payment=None)(lawful_case())
    again = replace(case.services[0], on=date(2026, 6, 20))
    found = counted(replace(case, services=(again, *case.services)))
    assert found["D25b"].term.start == date(2026, 6, 16)


def test_an_act_that_a_clue_led_to_is_found() -> None:
    assert of(part("acts", 0, found_on=None), "D24a").kept == date(2026, 4, 1)


def test_an_act_that_endangered_lives_is_punished_for_five_years() -> None:
    found = counted(part("acts", 0, endangers_life=True)(lawful_case()))
    assert found["D24b"].term.last == date(2031, 4, 1)
    assert "D24a" not in found


def test_whoever_gives_up_its_rights_has_answered_the_notice() -> None:
    assert of(part("notice", waived=True), "D6").kept == date(2026, 5, 15)


def test_only_food_is_tested_again_within_the_days_of_its_law() -> None:
    assert "D22a" not in counted(part("tests", 0, food=False)(lawful_case()))


def test_an_inspection_of_all_items_begins_the_two_years_anew() -> None:
    assert of(nothing, "D26").term.last == date(2028, 4, 1)
    partly = part("inspection", whole=False, covered_on=date(2025, 4, 1))
    assert of(partly, "D26").term.last == date(2027, 4, 1)
    assert of(item(0, answer=""), "D26").term.last == date(2027, 4, 1)


def test_what_the_facts_do_not_tell_sets_nothing_running() -> None:
    bare = CaseFacts("case-1")
    assert counted(bare) == {}
    open_yet = both(whole(decision=None, payment=None, cash=None, notice=None))(lawful_case())
    found = counted(open_yet, date(2026, 7, 3))
    assert found["D9"].kept is None
    assert found["D9"].stands.urgency is Urgency.PAST
    assert not {"D10", "D12", "D13", "D14a", "D19a", "D6"} & found.keys()


def test_what_a_visit_sets_running_is_told_until_it_is_over_for_nothing_says_it_was_kept() -> None:
    events = (visit_started(), ResultGraded("pass", "符合", "通过", {}), VisitCompleted())
    visit = fold_visit(Chain().add(*events).events)
    laws, calendar = shipped_rules().laws, shipped_calendar()
    found = {
        day: case_deadlines(CaseFacts("case-1"), KINDS, calendar, day, laws, visit)
        for day in (date(2026, 12, 1), date(2027, 6, 1))
    }
    told = {day: [(each.term.kind.id, each.is_open) for each in of] for day, of in found.items()}
    assert told == {date(2026, 12, 1): [("D21", True)], date(2027, 6, 1): [("D21", False)]}


def test_every_step_that_the_program_knows_has_a_kind() -> None:
    named = {
        trigger.of
        for kind in KINDS.values()
        for trigger in kind.runs_from
        if trigger.event is StartingEvent.CASE
    }
    assert named == {event.value for event in CaseEvent}


def test_a_case_with_several_measures_tells_each() -> None:
    case = lawful_case()
    twice = replace(case, coercions=(case.coercions[0], replace(case.coercions[0], id="查封2")))
    found = case_deadlines(twice, KINDS, shipped_calendar(), DAY, shipped_rules().laws)
    assert [each.subject for each in found if each.term.kind.id == "D5"] == ["查封1", "查封2"]
