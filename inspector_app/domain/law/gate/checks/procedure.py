"""Report, review, notice, hearing, clocks (R16–R19, R28, R29, R32, R37, R50)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspector_app.domain.law.case_facts import (
    CaseFacts,
    DecisionFacts,
    ImposedSanction,
    Procedure,
    ReviewKind,
)
from inspector_app.domain.law.deadlines import add_months
from inspector_app.domain.law.gate.counted import in_doubt, is_other_day, late
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.money import YUAN, money_words
from inspector_app.domain.law.penalty import ORDERS, Payer, SanctionKind
from inspector_app.domain.terms import SANCTION_LABELS

__all__ = ["of_party", "ordinary"]


def ordinary(case: CaseFacts) -> DecisionFacts | None:
    """The decision of the ordinary procedure, if the case has come that far."""
    decision = case.decision
    ripe = decision is not None and decision.procedure is Procedure.ORDINARY
    return decision if ripe else None


def on_the_spot(case: CaseFacts) -> DecisionFacts | None:
    """The decision made on the spot (当场处罚), if there is one."""
    decision = case.decision
    quick = decision is not None and decision.procedure is Procedure.ON_THE_SPOT
    return decision if quick else None


def of_party(
    case: CaseFacts, individual: int, organisation: int, as_individual: tuple[str, ...]
) -> int:
    """Of two amounts the party's: ``as_individual`` are the types that count as natural persons."""
    natural = case.party is not None and case.party.type.value in as_individual
    return individual if natural else organisation


@check("count")
def report_incomplete(
    case: CaseFacts, _on: Occasion, *, parts: tuple[str, ...]
) -> Iterator[Obstacle]:
    """The final report lacks parts, or a decision is made without it (程序规定 48)."""
    if case.report is None and ordinary(case) is None:
        return
    left = set(parts) - set(case.report.parts if case.report is not None else ())
    if left:
        yield Obstacle(facts={"count": len(left)})


@check()
def review_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A decision without review by a named reviewer before it (程序规定 49)."""
    decision = ordinary(case)
    review = case.review
    if decision is None:
        return
    if review is None or review.on > decision.on or not review.reviewer.strip():
        yield Obstacle()


@check("reviewer")
def reviewer_is_officer(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The reviewer is one of the officers of the case (程序规定 49)."""
    if case.review is not None and case.review.reviewer in {o.name for o in case.officers}:
        yield Obstacle(facts={"reviewer": case.review.reviewer})


@check()
def legal_review_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A ground of art. 50 stands, a hearing among them, and the review is no legal review."""
    review = case.review
    heard = case.hearing is not None and case.hearing.held_on is not None
    if review is not None and (review.grounds or heard) and review.kind is not ReviewKind.LEGAL:
        yield Obstacle()


@check("held")
def review_before_hearing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The legal review was made before the hearing whose outcome it looks at (程序规定 50)."""
    held = case.hearing.held_on if case.hearing is not None else None
    if case.review is not None and held is not None and case.review.on < held:
        yield Obstacle(facts={"held": held.isoformat()})


@check("reviewer")
def reviewer_uncertified(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The legal reviewer has not passed the national legal examination (处罚法 58)."""
    review = case.review
    if review is not None and review.kind is ReviewKind.LEGAL and not review.certified:
        yield Obstacle(facts={"reviewer": review.reviewer})


@check()
def notice_not_served(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A penalty decided without a notice of it served by its day (处罚法 44, 62)."""
    decision = ordinary(case)
    if decision is None or not decision.sanctions:
        return
    served = case.notice.served_on if case.notice is not None else None
    if served is None or served > decision.on:
        yield Obstacle()


@check("filed")
def notice_before_filing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A notice of penalty served before the case was opened (处罚法 54; 程序规定 18, 57)."""
    filed = case.filing.filed_on if case.filing is not None else None
    served = case.notice.served_on if case.notice is not None else None
    if filed is not None and served is not None and served < filed:
        yield Obstacle(facts={"filed": filed.isoformat()})


@check("due")
def notice_period_running(
    case: CaseFacts, on: Occasion, *, working_days: int
) -> Iterator[Obstacle]:
    """The time for statement and defence is not over and was not waived (程序规定 57)."""
    decision, notice = ordinary(case), case.notice
    if decision is None or notice is None or notice.served_on is None or notice.waived:
        return
    term = on.after_working_days(notice.served_on, working_days)
    if decision.on <= term.last:
        yield Obstacle(facts={"due": term.last.isoformat()})
    yield from in_doubt(term, decision.on)


_HEARD = frozenset(
    {
        SanctionKind.SUSPENSION,
        SanctionKind.CLOSURE,
        SanctionKind.BAN,
        SanctionKind.REVOCATION,
        SanctionKind.CANCELLATION,
    }
)
_CONFISCATED = frozenset(
    {
        SanctionKind.CONFISCATE_GAIN,
        SanctionKind.CONFISCATE_GOODS,
        SanctionKind.CONFISCATE_TOOLS,
        SanctionKind.CONFISCATE_INCOME,
    }
)


def _sum(sanctions: Iterable[ImposedSanction], kinds: frozenset[SanctionKind]) -> int:
    """In fen."""
    return sum(s.fen for s in sanctions if s.kind in kinds)


@check()
def hearing_untold_by_kind(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A penalty whose kind opens a hearing, and the notice did not say so (听证办法 5(一)(二))."""
    decision = ordinary(case)
    if decision is None or (case.notice is not None and case.notice.hearing_told):
        return
    if any(sanction.kind in _HEARD for sanction in decision.sanctions):
        yield Obstacle()


@check("amount", "threshold")
def hearing_untold_by_amount(
    case: CaseFacts,
    _on: Occasion,
    *,
    individual: int,
    organisation: int,
    as_individual: tuple[str, ...],
) -> Iterator[Obstacle]:
    """Fine, or gain and goods confiscated in total, reach the threshold (听证办法 5(三)(四))."""
    decision = ordinary(case)
    if decision is None or (case.notice is not None and case.notice.hearing_told):
        return
    threshold = of_party(case, individual, organisation, as_individual)
    party = [imposed for imposed in decision.sanctions if not _is_personal(imposed)]
    fine = _sum(party, frozenset({SanctionKind.FINE}))
    amount = max(fine, _sum(party, _CONFISCATED))
    if amount >= threshold * YUAN:
        yield Obstacle(facts=_reached(amount, threshold))
    # Whoever is fined beside the party is a natural person; each is told apart.
    for imposed in decision.sanctions:
        if _is_personal(imposed) and imposed.fen >= individual * YUAN:
            yield Obstacle(facts=_reached(imposed.fen, individual))


def _reached(fen: int, threshold: int) -> dict[str, str | int]:
    return {"amount": money_words(fen), "threshold": money_words(threshold * YUAN)}


def _is_personal(imposed: ImposedSanction) -> bool:
    """Whether it takes money from a person in charge and not from the party."""
    of_a_person = imposed.payer is Payer.RESPONSIBLE_PERSON
    return imposed.kind is SanctionKind.CONFISCATE_INCOME or (
        of_a_person and imposed.kind in _CONFISCATED | {SanctionKind.FINE}
    )


@check("due")
def hearing_notice_short(case: CaseFacts, on: Occasion, *, working_days: int) -> Iterator[Obstacle]:
    """The hearing is held sooner after its notice than the law allows (处罚法 64).

    Counted back from the hearing, as the deadline D7 is.
    """
    hearing = case.hearing
    if hearing is None or hearing.held_on is None:
        return
    term = on.before_working_days(hearing.held_on, working_days)
    if hearing.notice_on is None or hearing.notice_on > term.last:
        yield Obstacle(facts={"due": term.last.isoformat()})
    yield from in_doubt(term)


@check()
def hearing_not_held(case: CaseFacts, on: Occasion, *, working_days: int) -> Iterator[Obstacle]:
    """The party asked for a hearing in vain: none was held before the decision (处罚法 63, 65).

    Who asks after ``working_days`` from the notice has given the hearing up (程序规定 57); that time
    runs from a notice that told of it, and from a later notice anew.
    """
    decision, hearing, notice = ordinary(case), case.hearing, case.notice
    if decision is None or hearing is None:
        return
    if hearing.held_on is not None and hearing.held_on <= decision.on:
        return
    if notice is None or notice.served_on is None or not notice.hearing_told or notice.renoticed:
        yield Obstacle()
        return
    term = on.after_working_days(notice.served_on, working_days)
    if hearing.asked_on <= term.last:
        yield Obstacle()
    yield from in_doubt(term, hearing.asked_on)


@check("chair")
def hearing_chair_is_officer(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The chair of the hearing investigated the case (处罚法 64)."""
    hearing = case.hearing
    if hearing is not None and hearing.chair in {officer.name for officer in case.officers}:
        yield Obstacle(facts={"chair": hearing.chair})


@check()
def collective_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A hearing was held or a ground of art. 50 stands, and no collective discussion (程序规定 60)."""
    decision = ordinary(case)
    heard = case.hearing is not None and case.hearing.held_on is not None
    grounds = case.review is not None and bool(case.review.grounds)
    if decision is not None and (heard or grounds) and not decision.collective:
        yield Obstacle()


@check("fine", "told")
def fine_above_notice(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The fine is higher than the one told, without a new notice (处罚法 44, 45)."""
    decision, notice = ordinary(case), case.notice
    if decision is None or notice is None or notice.renoticed:
        return
    fine = _sum(decision.sanctions, frozenset({SanctionKind.FINE}))
    if fine > notice.fine * YUAN:
        told = money_words(notice.fine * YUAN)
        yield Obstacle(facts={"fine": money_words(fine), "told": told})


# A fine is told with its amount, which is asked for by itself.
_UNTOLD = ORDERS | {SanctionKind.FINE}


@check("kind")
def kind_above_notice(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A kind of penalty that the notice did not tell of (处罚法 44)."""
    decision, notice = ordinary(case), case.notice
    if decision is None or notice is None or notice.renoticed:
        return
    imposed = dict.fromkeys(sanction.kind for sanction in decision.sanctions)
    for kind in imposed:
        if kind not in _UNTOLD and kind not in notice.kinds:
            yield Obstacle(facts={"kind": SANCTION_LABELS[kind]})


@check()
def heavier_after_defence(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The penalty is heavier because the party defended itself (处罚法 45)."""
    defended = case.notice is not None and case.notice.defended
    if defended and case.decision is not None and case.decision.heavier_than_before_defence:
        yield Obstacle()


@check("years", "since")
def limitation_over(
    case: CaseFacts, _on: Occasion, *, years: int, longer_years: int
) -> Iterator[Obstacle]:
    """Found later than the limitation allows (处罚法 36), counted from the act's end."""
    for act in case.acts:
        found = act.found_on
        if found is None or act.ends is None:
            continue
        span = longer_years if act.endangers_life else years
        if add_months(found, -12 * span) > act.ends:
            yield Obstacle(facts={"years": span, "since": act.ends.isoformat()})


@check("due")
def case_too_long(
    case: CaseFacts, on: Occasion, *, days: int, more_days: int
) -> Iterator[Obstacle]:
    """No decision within the days from the opening, exclusions left out (程序规定 64)."""
    filed = case.filing.filed_on if case.filing is not None else None
    if filed is None:
        return
    decision = case.decision
    if decision is not None and decision.extended_collectively:
        return
    length = days + (more_days if decision is not None and decision.extended else 0)
    length += decision.days_not_counted if decision is not None else 0
    term = on.after_calendar_days(filed, length)
    yield from late(term, decision.on if decision is not None else on.day)


@check("violation")
def crime_suspected(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A crime is suspected: transfer, no fine instead of it."""
    for act in case.acts:
        if act.criminal:
            yield Obstacle(facts={"violation": act.violation.wording})


@check("period", "due")
def period_miscounted(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """A paper names another last day than the calendar counts (处罚法 85; 程序规定 80)."""
    for period in case.periods:
        term = (
            on.after_working_days(period.begins, period.length)
            if period.unit == "working_days"
            else on.after_calendar_days(period.begins, period.length)
        )
        if is_other_day(term, period.due):
            yield Obstacle(facts={"period": period.name, "due": term.last.isoformat()})
        yield from in_doubt(term)
