"""Penalty tiers (罚则档) from YAML: a summary in own words, and steps as ranges and multiples.

A step is one line: ``{do: fine, stage: unheeded, yuan: [5000, 50000]}``. ``yuan`` are whole yuan,
``times`` multiples of a base with at most three places: ``{base: goods_value, times: [10, 20]}``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from inspector_app.domain.law.penalty import Fine, FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.packs.entry import Entry
from inspector_app.packs.problems import Place
from inspector_app.packs.source import MapNode

__all__ = ["Tier", "read_tier", "read_tiers"]

_THOUSANDTHS = 1000
_MULTIPLE = re.compile(r"(\d{1,4})(?:\.(\d{1,3}))?")
_YUAN = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Tier:
    """What a penalty clause allows: ``summary`` as printed, ``steps`` as structure."""

    summary: str
    steps: tuple[Sanction, ...] = ()


def read_tiers(entry: Entry) -> Mapping[str, Tier]:
    """The tiers that several violations of a file share, by name (``tiers``)."""
    tiers = entry.entry("tiers", "罚则档", required=False)
    if tiers is None:
        return {}
    return {key: _tier(tiers, key) for key in tiers.keys()}  # noqa: SIM118 - not a mapping


def read_tier(entry: Entry, tiers: Mapping[str, Tier]) -> Tier:
    """The tier of a violation: one of ``tiers`` by name, one written in place, or words alone."""
    if isinstance(entry.node("tier"), MapNode):
        return _tier(entry, "tier")
    text = entry.text("tier", "")
    return tiers.get(text, Tier(text))


def _tier(entry: Entry, key: str) -> Tier:
    """The tier at ``key``; words alone where nobody has structured the clause yet."""
    if not isinstance(entry.node(key), MapNode):
        return Tier(entry.text(key))
    part = entry.entry(key, f"罚则档“{key}”")
    if part is None:
        return Tier("")
    summary = part.text("summary")
    steps = tuple(_step(step) for step in part.entries("steps", "罚则步骤"))
    part.close()
    return Tier(summary, steps)


def _step(entry: Entry) -> Sanction:
    kind = entry.word("do", SanctionKind)
    sanction = Sanction(
        kind=kind,
        stage=entry.word("stage", Stage, Stage.AT_ONCE),
        optional=entry.flag("optional"),
        payer=entry.word("payer", Payer, Payer.PARTY),
        fine=_fine(entry) if kind is SanctionKind.FINE else None,
        choice=entry.text("choice", ""),
        several=entry.flag("several"),
        no_gain=entry.flag("no_gain"),
        for_whom=entry.text("for_whom", ""),
        words=entry.text("words", ""),
    )
    entry.close()
    return sanction


def _fine(entry: Entry) -> Fine:
    base = entry.word("base", FineBase, FineBase.AMOUNT)
    unit = "yuan" if base is FineBase.AMOUNT else "times"
    low, high = _range(entry, unit)
    return Fine(
        base=base,
        low=low,
        high=high,
        class_of=entry.word("class", FineBase) if entry.has("class") else None,
        from_value=entry.integer("from", 0),
        below_value=entry.integer("below", 0),
        deemed_value=entry.integer("deemed", 0),
        ceiling=entry.integer("ceiling", 0),
        base_unknown=entry.flag("base_unknown"),
    )


def _range(entry: Entry, unit: str) -> tuple[int, int]:
    parts = entry.located_texts(unit)
    if not parts:
        return 0, 0
    if len(parts) != 2:
        entry.reading.note(
            entry.at(unit),
            f"“{unit}”应当写下限和上限两个数。",
            f"请写成“{unit}: [下限, 上限]”；没有下限的写 0。",
        )
        return 0, 0
    low, high = (_number(text, place, unit, entry) for text, place in parts)
    return low, high


def _number(text: str, place: Place, unit: str, entry: Entry) -> int:
    if unit == "yuan" and _YUAN.fullmatch(text):
        return int(text)
    match = _MULTIPLE.fullmatch(text)
    if unit == "times" and match is not None:
        return int(match[1]) * _THOUSANDTHS + int((match[2] or "").ljust(3, "0"))
    entry.reading.note(
        place,
        f"“{unit}”中的“{text}”不是数。",
        "金额请写整数元；倍数请写小数，如百分之三十写 0.3。",
    )
    return 0
