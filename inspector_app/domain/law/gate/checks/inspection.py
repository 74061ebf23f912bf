"""Inspections: items, photos, findings, result, approval, frequency, publication (R33–R36, R43–R46)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inspector_app.domain.law.case_facts import CaseFacts, FindingFacts, ItemFacts
from inspector_app.domain.law.deadlines import add_months
from inspector_app.domain.law.gate.counted import late
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.violation import MeasureKind, Verification
from inspector_app.domain.terms import MEASURE_LABELS
from inspector_app.domain.visit_state import ORDERING

__all__ = ["DECISION_OF"]

# Penalties that an officer may tick on the spot, and the kind of document that imposes each.
DECISION_OF: Mapping[MeasureKind, str] = {MeasureKind.WARNING: "on_spot_decision"}


def _items(case: CaseFacts) -> tuple[ItemFacts, ...]:
    return case.inspection.items if case.inspection is not None else ()


def _findings(case: CaseFacts) -> tuple[FindingFacts, ...]:
    return case.inspection.findings if case.inspection is not None else ()


def _failed(case: CaseFacts) -> tuple[ItemFacts, ...]:
    return tuple(item for item in _items(case) if item.answer == "not_met")


@check("count")
def items_unanswered(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Items without a conclusion, where the whole table is to be covered."""
    left = [item for item in _items(case) if not item.answer]
    if left and case.inspection is not None and case.inspection.whole:
        yield Obstacle(left[0].code, {"count": len(left)})


@check("item")
def photo_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """An item that is not met and must be proved by a photo has none."""
    for item in _failed(case):
        if item.photo_required and not item.photos:
            yield Obstacle(item.code, {"item": item.number})


@check("item")
def exclusion_unreasoned(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """An item was left out as not applicable without a reason."""
    for item in _items(case):
        if item.answer == "excluded" and not item.reason.strip():
            yield Obstacle(item.code, {"item": item.number})


@check("item")
def finding_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """An item is not met and no finding says what that is."""
    covered = {finding.item for finding in _findings(case)}
    for item in _failed(case):
        if item.code not in covered:
            yield Obstacle(item.code, {"item": item.number})


@check()
def not_graded(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """All items are answered and no result was judged."""
    items = _items(case)
    answered = bool(items) and all(item.answer for item in items)
    if answered and case.inspection is not None and case.inspection.result is None:
        yield Obstacle()


@check()
def result_outdated(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The findings changed after the result was judged."""
    result = case.inspection.result if case.inspection is not None else None
    if result is not None and result.outdated:
        yield Obstacle()


@check("measure", "violation")
def decision_missing(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """A penalty is ticked whose own decision does not stand, other than the one in question."""
    kinds = {paper.kind for paper in case.papers if paper.standing}
    for finding in _findings(case):
        unwritten = [
            m for m in finding.measures if m in DECISION_OF and DECISION_OF[m] not in kinds
        ]
        if unwritten and not _writes(case, on, DECISION_OF[unwritten[0]]):
            facts = {
                "measure": MEASURE_LABELS[unwritten[0]],
                "violation": finding.violation.wording,
            }
            yield Obstacle(finding.item, facts)


def _writes(case: CaseFacts, on: Occasion, kind: str) -> bool:
    paper = on.paper(case)
    return paper is not None and paper.kind == kind


@check("violation")
def violation_unverified(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A violation whose citations are only recalled is to be written into a paper."""
    for finding in _findings(case):
        if finding.violation.verification is Verification.RECALLED:
            yield Obstacle(finding.item, {"violation": finding.violation.wording})


@check("violation")
def act_unverified(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """An act whose citations are only recalled is to be punished."""
    for act in case.acts:
        if act.violation.verification is Verification.RECALLED:
            yield Obstacle(facts={"violation": act.violation.wording})


@check("violation")
def facts_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A finding does not say what was seen."""
    for finding in _findings(case):
        if not finding.description.strip():
            yield Obstacle(finding.item, {"violation": finding.violation.wording})


@check("item")
def key_item_failed(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A key item is not met and no case is opened for it."""
    items = {item.code: item for item in _items(case)}
    for finding in _findings(case):
        item = items.get(finding.item)
        if item is not None and item.key and MeasureKind.OPEN_CASE not in finding.measures:
            yield Obstacle(finding.item, {"item": item.number})


@check("violation")
def finding_unhandled(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A finding that nothing is done about: no order, no case, no transfer."""
    for finding in _findings(case):
        if not finding.measures:
            yield Obstacle(finding.item, {"violation": finding.violation.wording})


def _ordered(case: CaseFacts) -> Iterator[FindingFacts]:
    """What is to be put right after the officers have left."""
    yield from (f for f in _findings(case) if ORDERING & set(f.measures) and not f.on_spot)


@check("violation")
def order_blank(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Something is to be put right, and it is not said what is to be done (令49号 33)."""
    for finding in _ordered(case):
        if not finding.requirement.strip():
            yield Obstacle(finding.item, {"violation": finding.violation.wording})


@check("violation", "due")
def order_past(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Something is to be put right by a day before it was found (令49号 33)."""
    for finding in _ordered(case):
        found = case.inspection.on if case.inspection is not None else None
        if finding.deadline is not None and found is not None and finding.deadline < found:
            due = finding.deadline.isoformat()
            yield Obstacle(finding.item, {"violation": finding.violation.wording, "due": due})


@check("violation")
def order_unissued(
    case: CaseFacts, _on: Occasion, *, papers: tuple[str, ...]
) -> Iterator[Obstacle]:
    """Something is to be put right by a day and no issued paper orders it (令49号 33).

    ``papers`` are the kinds that order it.
    """
    if any(paper.kind in papers and paper.issued for paper in case.papers):
        return
    for finding in _ordered(case):
        yield Obstacle(papers[0], {"violation": finding.violation.wording})


@check("task")
def approval_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A task has no approval number; an urgent one may be approved later and is asked for too."""
    for task in case.inspection.tasks if case.inspection is not None else ():
        if not task.number:
            yield Obstacle(task.task, {"task": task.title})


@check("count", "cap")
def too_frequent(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """More inspections of this enterprise this year than the organ's published cap."""
    told = case.inspection
    if told is None or told.excluded or not told.yearly_cap:
        return
    if told.this_year > told.yearly_cap:
        yield Obstacle(facts={"count": told.this_year, "cap": told.yearly_cap})


@check("item")
def item_unlisted(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """An item is not in the published list of inspection items."""
    for item in _items(case):
        if not item.listed:
            yield Obstacle(item.code, {"item": item.number})


@check()
def visit_code_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Neither a scanned code nor a visit's id ties the inspection to the enterprise."""
    told = case.inspection
    if told is not None and not (told.scan_code or told.visit_id):
        yield Obstacle()


@check()
def helpers_unnamed(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Somebody helped who is not named."""
    told = case.inspection
    if told is not None and told.helped and not told.helpers.strip():
        yield Obstacle()


@check()
def notice_not_printed(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The notice of inspection was not handed over, other than in an unannounced inspection."""
    told = case.inspection
    if told is not None and not told.flight and not told.notice_printed:
        yield Obstacle()


@check()
def flight_announced(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """An unannounced inspection (飞行检查) was announced."""
    if case.inspection is not None and case.inspection.flight and case.inspection.announced:
        yield Obstacle()


@check("due")
def result_unpublished(case: CaseFacts, on: Occasion, *, working_days: int) -> Iterator[Obstacle]:
    """The result was not published within the time after it was formed."""
    result = case.inspection.result if case.inspection is not None else None
    if result is None or result.formed_on is None:
        return
    term = on.after_working_days(result.formed_on, working_days)
    yield from late(term, result.published_on or on.day, "grading")


@check()
def posting_untold(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The result was formed and nobody reminded the party to post it (令49号 39)."""
    result = case.inspection.result if case.inspection is not None else None
    if result is not None and result.formed_on is not None and not result.posting_told:
        yield Obstacle("grading")


@check("day", "months")
def inspected_by_superior(case: CaseFacts, _on: Occasion, *, months: int) -> Iterator[Obstacle]:
    """A superior organ inspected the same items within the last ``months``."""
    told = case.inspection
    if told is None or told.superior_on is None:
        return
    if told.superior_on > add_months(told.on, -months):
        yield Obstacle(facts={"day": told.superior_on.isoformat(), "months": months})


@check("day", "years")
def coverage_overdue(case: CaseFacts, _on: Occasion, *, years: int) -> Iterator[Obstacle]:
    """The last inspection of all items is longer ago than the coverage period; this one is partial."""
    told = case.inspection
    if told is None or told.covered_on is None or told.whole:
        return
    if told.covered_on < add_months(told.on, -12 * years):
        yield Obstacle(facts={"day": told.covered_on.isoformat(), "years": years})
