"""What stands behind a case: values of packs, the journal, the volume (R38, R41)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from inspector_app.domain.law.case_facts import CaseFacts
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.violation import Verification

__all__: list[str] = []


@check("parameter")
def parameter_unsourced(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """A value without source, out of its validity, or only recalled."""
    for parameter in case.parameters:
        sourced = bool(parameter.source.strip())
        known = parameter.status is not Verification.RECALLED
        if not (sourced and known and _valid(parameter.valid_from, parameter.valid_to, on.day)):
            yield Obstacle(facts={"parameter": parameter.key})


def _valid(first: date | None, last: date | None, day: date) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


@check("place")
def chain_broken(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The journal behind the case does not verify."""
    for place in case.record.broken if case.record is not None else ():
        yield Obstacle(facts={"place": place})


@check("kind")
def volume_out_of_order(
    case: CaseFacts, _on: Occasion, *, order: tuple[str, ...]
) -> Iterator[Obstacle]:
    """The principal volume is not in the order of the rule (程序规定 78)."""
    known = [kind for kind in (case.record.volume if case.record else ()) if kind in order]
    for one, following in pairwise(known):
        if order.index(one) > order.index(following):
            yield Obstacle(facts={"kind": following})
