"""Checks of grounds and discretion tables: elements, basis, bands without gap or overlap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from inspector_app.domain.law.discretion import Band, DiscretionTable, Grade
from inspector_app.domain.law.grounds import Ground
from inspector_app.packs.draft import Draft
from inspector_app.packs.limits import CITY_LEVEL, LIMITS
from inspector_app.packs.lint_references import (
    lint_scope_words,
    lint_validity,
    lint_violation_codes,
)
from inspector_app.packs.problems import PackProblem, Place
from inspector_app.packs.vocabulary import ACTIVITIES, PARTY_TYPES

__all__ = ["FIRST", "lint_weighing"]

# The element that a look back answers (R55).
FIRST = "first"

_WHOLE = 1000
_WITHIN = (Grade.LENIENT, Grade.ORDINARY, Grade.SEVERE)


def lint_weighing(draft: Draft) -> Iterator[PackProblem]:
    """What is wrong in the pack's grounds, discretion tables and limits."""
    for ground in draft.grounds.values():
        yield from _lint_ground(ground, draft)
    for table in draft.discretion.values():
        yield from _lint_table(table, draft)
    for key in (*LIMITS, CITY_LEVEL):
        limit = draft.parameters.get(key)
        if limit is not None and not (limit.value.isdigit() and limit.value.isascii()):
            yield PackProblem.at(
                draft.place("parameter", key), f"参数“{key}”应当是整数元。", "请写阿拉伯数字。"
            )


def _lint_ground(ground: Ground, draft: Draft) -> Iterator[PackProblem]:
    place = draft.place("ground", ground.id)
    keys = [element.key for element in ground.elements]
    if not ground.elements:
        yield PackProblem.at(
            place, f"情节“{ground.id}”没有要件。", "请在 elements 中逐项写明须核实什么。"
        )
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield PackProblem.at(place, f"情节“{ground.id}”的要件“{key}”重复。", "请改用另一个键。")
    if not ground.basis:
        yield PackProblem.at(place, f"情节“{ground.id}”没有法律依据。", "请补上 basis。")
    if ground.look_back_years and FIRST not in keys:
        yield PackProblem.at(
            place,
            f"情节“{ground.id}”要查以往记录，却没有“{FIRST}”这个要件。",
            f"请补上要件 {{key: {FIRST}, text: …}}。",
        )
    if ground.keeps and not ground.still:
        yield PackProblem.at(
            place, f"情节“{ground.id}”没有写明仍须作出什么处理。", "请补上 still。"
        )
    yield from lint_scope_words(ground.activities, ACTIVITIES, place)
    yield from lint_scope_words(ground.party_types, PARTY_TYPES, place)
    yield from lint_violation_codes(ground.violations, draft, place)
    yield from lint_validity(ground.valid_from, ground.valid_to, place)


def _lint_table(table: DiscretionTable, draft: Draft) -> Iterator[PackProblem]:
    place = draft.place("discretion", table.id)
    yield from lint_violation_codes(table.violations, draft, place)
    yield from lint_validity(table.valid_from, table.valid_to, place)
    for grade, band in table.bands.items():
        if grade is Grade.EXEMPT:
            yield PackProblem.at(place, "不予处罚没有幅度。", "请删去 exempt。")
        elif not 0 <= band.low <= band.high <= _WHOLE:
            yield PackProblem.at(
                place,
                f"“{grade.value}”的幅度从 {band.low} 到 {band.high}，不在 0 至 {_WHOLE} 之内。",
                "请写千分数，由小到大。",
            )
    missing = [grade.value for grade in _WITHIN if grade not in table.bands]
    if missing:
        yield PackProblem.at(
            place, f"基准“{table.id}”缺少档次：{'、'.join(missing)}。", "请补齐从轻、一般、从重。"
        )
        return
    yield from _lint_neighbours([table.bands[grade] for grade in _WITHIN], table, place)


def _lint_neighbours(
    bands: list[Band], table: DiscretionTable, place: Place
) -> Iterator[PackProblem]:
    """Every amount of a range belongs to exactly one grade, its ends included."""
    first, last = bands[0], bands[-1]
    if first.low or last.high != _WHOLE or not (first.low_included and last.high_included):
        yield PackProblem.at(
            place,
            f"基准“{table.id}”没有覆盖整个幅度：应从 0（含）到 {_WHOLE}（含）。",
            "请核对从轻的 from 和从重的 to。",
        )
    for below, above in pairwise(bands):
        if below.high != above.low:
            yield PackProblem.at(
                place,
                f"基准“{table.id}”在 {min(below.high, above.low)} 处重叠或者缺档。",
                "请使前一档的 to 等于后一档的 from。",
            )
        elif below.high_included == above.low_included:
            yield PackProblem.at(
                place,
                f"基准“{table.id}”没有写明 {below.high} 这个界点属于哪一档。",
                "请在一档写 to_included: false，或者在另一档写 from_included: false。",
            )
