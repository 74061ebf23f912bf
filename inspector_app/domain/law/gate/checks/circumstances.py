"""Grounds: grave circumstances, no penalty, a lighter one, a first offence (R22, R25, R26, R55)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from inspector_app.domain.law.case_facts import ActFacts, CaseFacts, ExemptionFacts
from inspector_app.domain.law.deadlines import add_months
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.gate.checks.fines import is_exempt, stages_shown
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.grounds import Effect, Ground
from inspector_app.domain.law.penalty import SanctionKind, Stage
from inspector_app.domain.law.permitted import PENALTIES
from inspector_app.domain.terms import SANCTION_LABELS

__all__: list[str] = []

# What must be given back is no penalty (令118号 15).
_PUNISHING = (PENALTIES | {SanctionKind.CONFISCATE_INCOME}) - {SanctionKind.REFUND}
# An article of whatever law, as the reason of 减轻 cites it.
_ARTICLE = re.compile(r"第[0-9０-９〇零一二三四五六七八九十百]+条")
# The other grades that say why they are chosen.
_REASONED = frozenset({Grade.LENIENT, Grade.SEVERE})


@check()
def grave_unanswered(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Whether the circumstances are grave was not looked at (条例 67)."""
    if case.discretion is not None and not case.discretion.grave_answered:
        yield Obstacle()


@check("violation")
def grave_unlisted(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """Grave circumstances by laws that list what these are, and none of the listed is shown.

    Where another act of the case may be the grave one, nothing is said.
    """
    decision = case.decision
    if decision is None or Stage.GRAVE not in stages_shown(decision):
        return
    acts = [act for act in case.acts if _turns_on_gravity(act)]
    lists = [_listed_as_grave(act, case, decision.on, on) for act in acts]
    shown = set(case.discretion.grave if case.discretion is not None else ())
    if not all(lists) or any(_is_shown(one, shown) for listed in lists for one in listed):
        return
    for act in acts:
        yield Obstacle(facts={"violation": act.violation.wording})


def _turns_on_gravity(act: ActFacts) -> bool:
    return any(sanction.stage is Stage.GRAVE for sanction in act.violation.sanctions)


def _listed_as_grave(act: ActFacts, case: CaseFacts, day: date, on: Occasion) -> list[Ground]:
    party = case.party
    activities, kind = (party.activities, party.type.value) if party is not None else ((), "")
    return [
        ground
        for ground in on.rules.grounds
        if ground.effect is Effect.GRAVE and ground.is_open_to(act.violation, activities, kind, day)
    ]


def _is_shown(ground: Ground, shown: Collection[str]) -> bool:
    return all(element.key in shown for element in ground.elements)


@check("count")
def exemption_unproved(
    case: CaseFacts,
    _on: Occasion,
    *,
    minor: tuple[str, ...],
    first: tuple[str, ...],
    no_fault: tuple[str, ...],
) -> Iterator[Obstacle]:
    """Elements of the ground for no penalty that are not ticked and evidenced (处罚法 33)."""
    exemption = case.exemption
    if exemption is None:
        return
    wanted, left = _left(exemption, {"minor": minor, "first": first, "no_fault": no_fault})
    if left or not wanted:
        yield Obstacle(facts={"count": len(left)})


def _left(
    exemption: ExemptionFacts, of_the_law: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, ...], set[str]]:
    """The elements of the ground, and those that are not ticked and evidenced."""
    wanted = exemption.wanted or of_the_law.get(exemption.ground, ())
    return wanted, set(wanted) - (set(exemption.elements) & set(exemption.evidence))


@check("kind")
def exempt_punished(
    case: CaseFacts, _on: Occasion, *, minor: tuple[str, ...], no_fault: tuple[str, ...]
) -> Iterator[Obstacle]:
    """A penalty where none is to be: so weighed, or every element of a ground is shown by which
    the law leaves no choice (处罚法 33(1) first sentence, 33(2)). A first offence leaves it.
    """
    decision, exemption = case.decision, case.exemption
    if decision is None or not (is_exempt(case) or _is_bound(exemption, minor, no_fault)):
        return
    kept = exemption.keeps if exemption is not None else ()
    for kind in dict.fromkeys(imposed.kind for imposed in decision.sanctions):
        if kind in _PUNISHING and kind not in kept:
            yield Obstacle(facts={"kind": SANCTION_LABELS[kind]})


def _is_bound(
    exemption: ExemptionFacts | None, minor: tuple[str, ...], no_fault: tuple[str, ...]
) -> bool:
    if exemption is None:
        return False
    of_the_law = {"minor": minor, "no_fault": no_fault}
    wanted, left = _left(exemption, of_the_law)
    return bool(wanted) and not left and (exemption.binding or exemption.ground in of_the_law)


@check("years")
def first_offence_unsearched(case: CaseFacts, on: Occasion, *, years: int) -> Iterator[Obstacle]:
    """A first offence is claimed and the years before were not searched for the same kind."""
    weighed = case.discretion
    if weighed is None or not weighed.first_offence:
        return
    if weighed.looked_back_to is None or weighed.looked_back_to > add_months(on.day, -12 * years):
        yield Obstacle(facts={"years": years})


@check()
def mitigated_without_ground(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The grade is 减轻, and neither a ground nor a clause that names one is told (处罚法 32)."""
    weighed = case.discretion
    if case.decision is None or weighed is None or weighed.grade is not Grade.MITIGATED:
        return
    if not weighed.grounds and not _ARTICLE.search(weighed.reason):
        yield Obstacle()


@check()
def grade_unreasoned(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The grade is 从轻 or 从重, and nothing says why."""
    weighed = case.discretion
    if case.decision is None or weighed is None or weighed.grade not in _REASONED:
        return
    if not weighed.grounds and not weighed.reason.strip():
        yield Obstacle()
