"""Cash, payment, publication (R09, R31, R35, R42)."""

from __future__ import annotations

from collections.abc import Iterator

from inspector_app.domain.law.case_facts import CaseFacts, CashGround, Procedure
from inspector_app.domain.law.gate.counted import in_doubt, is_other_day, late
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.money import YUAN, money_words
from inspector_app.domain.law.penalty import ORDERS, SanctionKind

__all__: list[str] = []


def _fined_fen(case: CaseFacts) -> int:
    """What the decision fines, in fen; 0 without one."""
    sanctions = case.decision.sanctions if case.decision is not None else ()
    return sum(s.fen for s in sanctions if s.kind is SanctionKind.FINE)


@check("amount")
def cash_without_ground(case: CaseFacts, _on: Occasion, *, small: int) -> Iterator[Obstacle]:
    """Cash taken without one of the grounds of the law (处罚法 68, 69).

    Two of them are of fines on the spot alone, and ``small`` bounds the fine, not what is taken of
    it; in remote places at the party's request any fine may be taken.
    """
    cash, decision = case.cash, case.decision
    if cash is None:
        return
    on_spot = decision is not None and decision.procedure is Procedure.ON_THE_SPOT
    allowed = (
        (on_spot and cash.ground == CashGround.SMALL and _fined_fen(case) <= small * YUAN)
        or (on_spot and cash.ground == CashGround.HARD_TO_COLLECT)
        or (decision is not None and cash.ground == CashGround.REMOTE and cash.requested)
    )
    if not allowed:
        yield Obstacle(facts={"amount": cash.amount})


@check("amount", "fine")
def cash_above_fine(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """More cash was taken than the decision fines: only a fine may be taken (处罚法 68)."""
    cash = case.cash
    if cash is None or case.decision is None:
        return
    if cash.amount * YUAN > (fined := _fined_fen(case)):
        yield Obstacle(facts={"amount": cash.amount, "fine": money_words(fined)})


@check()
def cash_without_receipt(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Cash taken without the official receipt's number (处罚法 70)."""
    if case.cash is not None and not case.cash.receipt_no.strip():
        yield Obstacle()


@check("due")
def cash_kept(case: CaseFacts, on: Occasion, *, working_days: int) -> Iterator[Obstacle]:
    """Cash was not handed in in time (处罚法 71)."""
    cash = case.cash
    if cash is None:
        return
    yield from late(on.after_working_days(cash.on, working_days), cash.handed_in_on or on.day)


@check("due")
def payment_day_wrong(case: CaseFacts, on: Occasion, *, days: int) -> Iterator[Obstacle]:
    """The last day of payment is not the one that the calendar counts (处罚法 67)."""
    payment = case.payment
    if payment is None:
        return
    term = on.after_calendar_days(payment.served_on, days)
    if is_other_day(term, payment.due_on):
        yield Obstacle(facts={"due": term.last.isoformat()})
    yield from in_doubt(term)


@check("told", "fine")
def payment_fine_differs(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The fine that is paid is none of the decision's: what is added for delay is counted from it."""
    if case.payment is None or case.decision is None:
        return
    fines = [s.fen for s in case.decision.sanctions if s.kind is SanctionKind.FINE and s.fixed]
    paid = case.payment.fine
    # A payment is told in whole yuan.
    if fines and paid not in {fen // YUAN for fen in (*fines, sum(fines))}:
        told, fined = money_words(paid * YUAN), money_words(sum(fines))
        yield Obstacle(facts={"told": told, "fine": fined})


@check("extra", "right")
def extra_fine_wrong(
    case: CaseFacts, on: Occasion, *, thousandths_a_day: int, most_thousandths: int
) -> Iterator[Obstacle]:
    """The additional fine is not the daily share of the fine, stopped days out, up to its cap (72)."""
    payment = case.payment
    if payment is None:
        return
    late = ((payment.paid_on or on.day) - payment.due_on).days - payment.days_stopped
    daily = payment.fine * thousandths_a_day * max(0, late) // 1000
    right = min(daily, payment.fine * most_thousandths // 1000)
    if payment.extra > right:
        yield Obstacle(facts={"extra": payment.extra, "right": right})


@check("day")
def published_before_decision(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A penalty made public before it was decided (处罚法 48; 令45号 9)."""
    published = case.publication.on if case.publication is not None else None
    if case.decision is not None and published is not None and published < case.decision.on:
        yield Obstacle(facts={"day": case.decision.on.isoformat()})


@check()
def warning_published(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A warning alone was made public (令45号 2: 仅受到警告的不予公示)."""
    decision = case.decision
    if decision is None or case.publication is None or case.publication.on is None:
        return
    penalties = {imposed.kind for imposed in decision.sanctions} - ORDERS
    if penalties == {SanctionKind.WARNING}:
        yield Obstacle()


@check("due")
def penalty_unpublished(case: CaseFacts, on: Occasion, *, working_days: int) -> Iterator[Obstacle]:
    """The decision was not published in time (令45号 9)."""
    decision = case.decision
    if decision is None or case.publication is None or not decision.is_made_public:
        return
    term = on.after_working_days(decision.on, working_days)
    yield from late(term, case.publication.on or on.day)
