"""Checks that parts of many kinds share: what they name is there, and their days follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from inspector_app.packs.draft import Draft
from inspector_app.packs.entry import nearest
from inspector_app.packs.problems import PackProblem, Place

__all__ = ["lint_scope_words", "lint_validity", "lint_violation_codes"]


def lint_scope_words(
    words: Iterable[str], known: Mapping[str, Any], place: Place
) -> Iterator[PackProblem]:
    """Each of ``words`` that say whom something binds is one of ``known``."""
    for word in words:
        if word not in known:
            yield PackProblem.at(place, f"适用范围中不认识的词“{word}”。", nearest(word, known))


def lint_violation_codes(codes: Iterable[str], draft: Draft, place: Place) -> Iterator[PackProblem]:
    """A violation of each id is in the pack or in one it depends on."""
    known = draft.all_violations()
    for code in codes:
        if code not in known:
            yield from draft.reading.absent(
                "violations", place, f"没有编号为“{code}”的违法行为。", nearest(code, known)
            )


def lint_validity(begin: date | None, end: date | None, place: Place) -> Iterator[PackProblem]:
    """The last day is not before the first; None is no bound."""
    if begin is not None and end is not None and end < begin:
        yield PackProblem.at(place, "失效日期早于生效日期。", "请核对两个日期。")
