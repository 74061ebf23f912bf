"""Whether what must come first in a case is dated first (C03)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from inspector_app.domain.law.case_facts import CaseFacts
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check

__all__: list[str] = []


@check("earlier", "later")
def dates_out_of_order(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """What must come before something else in a case is dated after it."""
    line: list[tuple[str, date | None]] = [
        ("线索", case.filing.clue_on if case.filing is not None else None),
        ("立案", case.filing.filed_on if case.filing is not None else None),
        ("调查终结", case.report.on if case.report is not None else None),
        ("审核", case.review.on if case.review is not None else None),
        ("决定", case.decision.on if case.decision is not None else None),
        ("送达", case.payment.served_on if case.payment is not None else None),
    ]
    acts = [
        [("违法行为开始", act.begins), (name, day)]
        for act in case.acts
        for name, day in (("违法行为终了", act.ends), ("发现违法行为", act.found_on))
    ]
    for steps in (line, *acts):
        known = [(name, day) for name, day in steps if day is not None]
        for (one, first), (other, second) in pairwise(known):
            if first > second:
                yield Obstacle(facts={"earlier": one, "later": other})


@check("ended")
def notice_before_report(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A notice of penalty served before the investigation was over (程序规定 48, 57)."""
    ended = case.report.on if case.report is not None else None
    served = case.notice.served_on if case.notice is not None else None
    if ended is not None and served is not None and served < ended:
        yield Obstacle(facts={"ended": ended.isoformat()})


@check("measure")
def coercion_released_before_taken(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A coercive measure is released on a day before it was taken."""
    for taken in case.coercions:
        if taken.released_on is not None and taken.released_on < taken.taken_at.date():
            yield Obstacle(taken.id, {"measure": taken.id})


@check("test")
def lab_result_told_early(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The party was told a test's result before there was one."""
    for test in case.tests:
        if test.told_on is not None and test.told_on < test.result_on:
            yield Obstacle(test.id, {"test": test.id})


@check("test")
def lab_result_after_decision(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A test's result came after the decision that it is to bear."""
    decided = case.decision.on if case.decision is not None else None
    for test in case.tests:
        if decided is not None and test.result_on > decided:
            yield Obstacle(test.id, {"test": test.id})


@check("evidence")
def evidence_after_decision(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Evidence was taken after the decision that it is to bear (处罚法 40)."""
    decided = case.decision.on if case.decision is not None else None
    for piece in case.evidence:
        taken = piece.taken_at.date() if piece.taken_at is not None else piece.provided_on
        if decided is not None and taken is not None and taken > decided:
            yield Obstacle(piece.id, {"evidence": piece.id})


@check()
def order_after_decision(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The order to correct came after the penalty that it goes with (处罚法 28)."""
    decision = case.decision
    ordered = decision.ordered_on if decision is not None else None
    if decision is not None and ordered is not None and ordered > decision.on:
        yield Obstacle()
