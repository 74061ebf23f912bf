"""One change to a case: of a fact, of a part of it, of several together; and what it provokes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from inspector_app.domain.law.case_facts import CaseFacts, ImposedSanction, TypedText
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.penalty import SanctionKind
from tests.factory_gate import expired_food, lawful_case

__all__ = [
    "Change",
    "Failing",
    "act",
    "both",
    "finding",
    "fined",
    "item",
    "part",
    "result",
    "typed",
    "whole",
]

Change = Callable[[CaseFacts], CaseFacts]


@dataclass(frozen=True)
class Failing:
    """How a code is provoked: the case it starts from, the change, and what of the occasion."""

    change: Change
    base: Callable[[], CaseFacts] = lawful_case
    document: str = ""
    occasion: Callable[[Occasion], Occasion] = lambda occasion: occasion


def part(name: str, index: int | None = None, **changes: Any) -> Change:
    """``case.name`` (its ``index``-th, if it is a list) with ``changes``."""

    def change(case: CaseFacts) -> CaseFacts:
        told = getattr(case, name)
        if index is None:
            return replace(case, **dict[str, Any]({name: replace(told, **changes)}))
        listed = list(told)
        listed[index] = replace(listed[index], **changes)
        told = tuple(listed)
        return replace(case, **dict[str, Any]({name: told}))

    return change


def whole(**changes: Any) -> Change:
    return lambda case: replace(case, **changes)


def both(*changes: Change) -> Change:
    def change(case: CaseFacts) -> CaseFacts:
        for one in changes:
            case = one(case)
        return case

    return change


def item(index: int, **changes: Any) -> Change:
    def change(case: CaseFacts) -> CaseFacts:
        assert case.inspection is not None
        items = list(case.inspection.items)
        items[index] = replace(items[index], **changes)
        return replace(case, inspection=replace(case.inspection, items=tuple(items)))

    return change


def finding(**changes: Any) -> Change:
    def change(case: CaseFacts) -> CaseFacts:
        assert case.inspection is not None
        (first,) = case.inspection.findings
        findings = (replace(first, **changes),)
        return replace(case, inspection=replace(case.inspection, findings=findings))

    return change


def result(**changes: Any) -> Change:
    def change(case: CaseFacts) -> CaseFacts:
        assert case.inspection is not None
        assert case.inspection.result is not None
        told = replace(case.inspection.result, **changes)
        return replace(case, inspection=replace(case.inspection, result=told))

    return change


def act(**changes: Any) -> Change:
    return part("acts", 0, violation=expired_food(**changes))


def fined(amount: int) -> Change:
    return part(
        "decision",
        sanctions=(
            ImposedSanction(SanctionKind.CONFISCATE_GAIN, 150),
            ImposedSanction(SanctionKind.CONFISCATE_GOODS, 40),
            ImposedSanction(SanctionKind.FINE, amount),
        ),
    )


def typed(step: str, text: str, use: str = "facts") -> Change:
    target = {"documents": "decision.facts"}.get(step, "C")
    told = TypedText(step, target, "某处", use, text, published=True)
    return whole(texts=(told,))
