"""What a penalty clause (罚则) says in its own words: fines with their conditions, and measures.

``情节严重的，处五万元以上十万元以下罚款`` is read into amounts, the stage before them, the value class
and whether 可以 stands there, so that structured sanctions can be held to the text. It is made to
check what people structured, not to structure: what it does not understand it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from inspector_app.domain.chinese import read_chinese_number
from inspector_app.domain.law.penalty import Stage

__all__ = ["MAY", "Clause", "ClauseFine", "Segment", "read_clause"]

_THOUSANDTHS = 1000
_NUMBER = r"[零一二两三四五六七八九十百千]+|\d+(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"百分之(?P<percent>{_NUMBER})|(?P<number>{_NUMBER})(?P<unit>万元|元|倍|%|％)|(?P<equal>等值)"
)
_UP_TO = re.compile(r"以下|以内")
# Administrative law says 不足, criminal law 不满; both leave the amount itself out.
_BELOW = ("不足", "不满")
_FROM_TO_BELOW = tuple(f"以上{word}" for word in _BELOW)
_STAGES: tuple[tuple[re.Pattern[str], Stage], ...] = (
    (re.compile(r"拒不|逾期|期满|仍不|仍未"), Stage.UNHEEDED),
    (re.compile(r"情节特别严重"), Stage.GRAVEST),
    (re.compile(r"情节严重|严重情节"), Stage.GRAVE),
    (re.compile(r"情节较重"), Stage.WORSE),
    (re.compile(r"造成[^，；。]{0,6}(?:后果|损害|危害)|影响[^，；。]*安全"), Stage.HARM),
)
# A stage may begin behind a semicolon or behind a comma (，情节严重的，…).
_STAGE_BEGINS = re.compile(r"，(?=情节[特较严]|逾期|拒不|期满)")
# How a clause leaves a choice.
MAY = re.compile(r"可以|可并处|可处|可并")


@dataclass(frozen=True, slots=True)
class ClauseFine:
    """A range in a clause: whole yuan, or thousandths of a base (``in_yuan`` false).

    ``before`` is what the clause says since the amount or the clause before it: base, value class,
    payer. ``may`` is its 可以. ``from_value`` and ``below_value`` are the class, 0 = none named.
    """

    in_yuan: bool
    low: int
    high: int
    before: str
    may: bool
    from_value: int = 0
    below_value: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a clause between semicolons: its stages, its words, its fines.

    ``stages`` are all that the part may belong to: one that names none goes on with the one before
    or stands for itself, and the first is the conduct as well (拒不…的，处…). ``ahead`` is what stands
    before it since the last semicolon: whom it speaks of (对…责任人员处…，情节严重的，处…).
    """

    stages: frozenset[Stage]
    named: frozenset[Stage]
    text: str
    fines: tuple[ClauseFine, ...]
    ahead: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, read: its parts, the values that smaller bases count as, and ceilings, in yuan."""

    segments: tuple[Segment, ...]
    deemed: frozenset[int]
    ceilings: frozenset[int]

    @property
    def text(self) -> str:
        """All words."""
        return "；".join(segment.text for segment in self.segments)

    @property
    def fines(self) -> Iterator[tuple[Segment, ClauseFine]]:
        """Every fine with the part that it stands in."""
        return ((segment, fine) for segment in self.segments for fine in segment.fines)


def read_clause(text: str) -> Clause:
    """``text`` (one or more paragraphs, items included) as far as it is understood."""
    segments: list[Segment] = []
    for sentence in re.split(r"[。\n]", text):
        # What comes first in a sentence is the conduct as well.
        before = opening = frozenset({Stage.AT_ONCE})
        for ahead, part in _parts(sentence):
            named = frozenset(stage for pattern, stage in _STAGES if pattern.search(part))
            stages = (named or before | {Stage.AT_ONCE}) | opening
            segments.append(Segment(stages, named, part, tuple(_fines(part)), ahead))
            before, opening = named or before, frozenset()
    amounts = [amount for amount in _amounts(text) if amount.in_yuan]
    return Clause(
        tuple(segments),
        frozenset(
            a.value for a in amounts if a.after.startswith("计算") and a.ahead.endswith("按")
        ),
        frozenset(a.value for a in amounts if a.ahead.endswith("不超过")),
    )


def _parts(sentence: str) -> Iterator[tuple[str, str]]:
    """Each part, behind what stands before it since the last semicolon."""
    for whole in sentence.split("；"):
        ahead = ""
        for part in filter(None, _STAGE_BEGINS.split(whole)):
            yield ahead, part
            ahead += part


@dataclass(frozen=True, slots=True)
class _Amount:
    in_yuan: bool
    value: int
    start: int
    end: int
    ahead: str
    after: str


def _amounts(text: str) -> Iterator[_Amount]:
    for match in _AMOUNT.finditer(text):
        try:
            value, in_yuan = _value(match)
        except ValueError:  # 二三十元 is no amount
            continue
        yield _Amount(
            in_yuan,
            value,
            match.start(),
            match.end(),
            text[: match.start()],
            text[match.end() :],
        )


def _value(match: re.Match[str]) -> tuple[int, bool]:
    if match["equal"]:
        return _THOUSANDTHS, False
    if match["percent"]:
        return int(_number(match["percent"]) * _THOUSANDTHS / 100), False
    number, unit = _number(match["number"]), match["unit"]
    if unit in ("%", "％"):
        return int(number * _THOUSANDTHS / 100), False
    if unit == "倍":
        return int(number * _THOUSANDTHS), False
    return int(number * (10_000 if unit == "万元" else 1)), True


def _number(text: str) -> Fraction:
    return Fraction(text) if text[0].isascii() else Fraction(read_chinese_number(text))


def _fines(part: str) -> Iterator[ClauseFine]:
    """Ranges, ceilings and fixed amounts of one part; thresholds before them are their class."""
    amounts = list(_amounts(part))
    from_value = below_value = 0
    since, at = 0, 0
    while at < len(amounts):
        amount = amounts[at]
        following = amounts[at + 1] if at + 1 < len(amounts) else None
        at += 1
        if following is not None and _joined(part, amount, following):
            low, high, end = amount.value, following.value, following.end
            at += 1
        elif amount.ahead.endswith(_BELOW):
            # 五万元以上不满二十万元 keeps what it begins with.
            if not amount.ahead.endswith(_FROM_TO_BELOW):
                from_value = 0
            below_value = amount.value
            continue
        elif amount.ahead.endswith(("按", "不超过")):
            continue
        elif _UP_TO.match(amount.after):
            low, high, end = 0, amount.value, amount.end
        elif amount.after.startswith("以上"):
            from_value, below_value = amount.value, 0
            continue
        elif re.match(r"的?罚款", amount.after):
            low = high = amount.value
            end = amount.end
        else:
            continue
        before = part[since : amount.start]
        piece = re.split(r"[，：]", before)[-1]
        yield ClauseFine(
            amount.in_yuan,
            low,
            high,
            before,
            bool(MAY.search(piece)),
            from_value,
            below_value,
        )
        from_value = below_value = 0
        since = end


def _joined(part: str, low: _Amount, high: _Amount) -> bool:
    """Whether two amounts are the ends of one range (五万元以上十万元以下, 10%至50%)."""
    between = part[low.end : high.start]
    if low.in_yuan is not high.in_yuan:
        return False
    return between == "至" or (between == "以上" and bool(_UP_TO.match(part, high.end)))
