"""Discretion (裁量): which fines a clause allows for this act, and where within them a grade lies.

A range comes from the structured clause and the facts (value of the goods, gain, an unheeded order).
A grade narrows it only by a table (裁量基准) that a pack brings with its source; without one there is
the range and a demanded reason, never an amount (domain-facts §4.5). Money is exact: fractions of fen
are never rounded into or out of a range.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.money import YUAN
from inspector_app.domain.law.penalty import Fine, FineBase, Sanction, SanctionKind, Stage
from inspector_app.domain.law.validity import in_use_on
from inspector_app.domain.law.violation import Verification, Violation

__all__ = [
    "Band",
    "DiscretionTable",
    "FineRange",
    "Grade",
    "PenaltyFacts",
    "admitted",
    "fine_ranges",
    "graded",
    "traits_of",
]

_PER_BASE = 1000
# Of these a clause about trade tells parties apart (药品管理法 117); a file may name none of them.
_TRADES = frozenset({"production", "wholesale", "retail"})
_SELLING = frozenset({"sale", "online"})


class Grade(StrEnum):
    """How heavily an act is weighed (国市监法规〔2022〕2号; 处罚法 32, 33)."""

    EXEMPT = "exempt"  # 不予处罚
    MITIGATED = "mitigated"  # 减轻
    LENIENT = "lenient"  # 从轻
    ORDINARY = "ordinary"  # 一般
    SEVERE = "severe"  # 从重


@dataclass(frozen=True, slots=True)
class PenaltyFacts:
    """What is known of the act. ``bases`` in fen; a base that is absent has not been found out yet,
    one in ``without`` is known not to be there or not to be countable (没有违法所得、无法计算).
    ``stages`` beyond the first that are shown: an unheeded order, grave circumstances.
    ``traits``: words that clauses distinguish parties by, e.g. retail.
    """

    bases: Mapping[FineBase, int] = field(default_factory=dict)
    without: frozenset[FineBase] = frozenset()
    stages: frozenset[Stage] = frozenset()
    traits: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FineRange:
    """A fine from ``low`` to ``high`` in fen; ``high`` None = no ceiling in the clause.

    Both ends belong to it unless said otherwise (a clause's always do, 程序规定 84). ``needs`` = the
    base that must be found out before the range is known.
    """

    sanction: Sanction
    low: Fraction
    high: Fraction | None
    needs: FineBase | None = None
    low_included: bool = True
    high_included: bool = True

    @property
    def is_known(self) -> bool:
        """Whether amounts can be compared with it."""
        return self.needs is None

    def holds(self, fen: int) -> bool:
        """Whether a fine of ``fen`` lies within it."""
        return self.is_known and self.lowest <= fen and (self.high is None or fen <= self.highest)

    @property
    def lowest(self) -> int:
        """The lowest whole amount in fen that lies within it."""
        found = ceil(self.low)
        return found if self.low_included or found != self.low else found + 1

    @property
    def highest(self) -> int:
        """The highest whole amount in fen that lies within it; 0 where there is no ceiling."""
        if self.high is None:
            return 0
        found = floor(self.high)
        return found if self.high_included or found != self.high else found - 1


@dataclass(frozen=True, slots=True)
class Band:
    """Where a grade lies within a range, in thousandths of its width, and which ends belong to it.

    A band of :attr:`Grade.MITIGATED` lies below the range: thousandths of the clause's floor.
    """

    low: int
    high: int
    low_included: bool = True
    high_included: bool = True


@dataclass(frozen=True, slots=True)
class DiscretionTable:
    """A published table (裁量基准): who made it, where it is published, how grades divide a range.

    ``laws`` (official names) and ``violations`` (ids) narrow it; empty = every one.
    """

    id: str
    title: str
    issuer: str
    source: str
    verification: Verification
    bands: Mapping[Grade, Band]
    valid_from: date | None = None
    valid_to: date | None = None
    laws: tuple[str, ...] = ()
    violations: tuple[str, ...] = ()
    note: str = ""

    def applies_on(self, day: date) -> bool:
        """Whether it may be used on ``day``; a recalled table (待核实) never may."""
        return self.verification is not Verification.RECALLED and in_use_on(
            day, self.valid_from, self.valid_to
        )

    def covers(self, violation: Violation) -> bool:
        """Whether it is a table for ``violation``, by its id and its penalty clauses."""
        return (not self.violations or violation.id in self.violations) and (
            not self.laws or any(cited.law in self.laws for cited in violation.penalty)
        )


def traits_of(activities: Iterable[str]) -> frozenset[str]:
    """The words by which a clause may tell a party of these activities from others.

    Who sells, and is said to be neither producer nor wholesaler, sells by retail; of whom nothing is
    said, he may sell either way.
    """
    told = frozenset(activities)
    if not told:
        return frozenset({"retail", "wholesale"})
    return told | {"retail"} if told & _SELLING and not told & _TRADES else told


def admitted(sanction: Sanction, facts: PenaltyFacts) -> bool:
    """Whether ``sanction`` is in question: its stage is shown, its party and value class are ours.

    A value class whose base is not found out yet is still in question.
    """
    if sanction.stage is not Stage.AT_ONCE and sanction.stage not in facts.stages:
        return False
    if sanction.no_gain and FineBase.ILLEGAL_GAIN not in facts.without:
        return False
    if sanction.for_whom and sanction.for_whom not in facts.traits:
        return False
    return sanction.fine is None or _in_class(sanction.fine, facts)


def fine_ranges(sanctions: tuple[Sanction, ...], facts: PenaltyFacts) -> tuple[FineRange, ...]:
    """The fines that the clause allows for this act, heaviest stage last as the clause has them."""
    return tuple(
        _range(sanction, sanction.fine, facts)
        for sanction in sanctions
        if sanction.kind is SanctionKind.FINE
        and sanction.fine is not None
        and admitted(sanction, facts)
    )


def graded(fine: FineRange, grade: Grade, table: DiscretionTable, day: date) -> FineRange | None:
    """The part of ``fine`` that ``grade`` takes by ``table``; None if the table does not say.

    Mitigation lies below the clause's floor and is only given by a table that has a band for it;
    no fine is part of no penalty.
    """
    band = table.bands.get(grade) if table.applies_on(day) and grade is not Grade.EXEMPT else None
    if band is None or not fine.is_known or fine.high is None:
        return None
    start, width = fine.low, fine.high - fine.low
    if grade is Grade.MITIGATED:
        start, width = Fraction(0), fine.low
    return FineRange(
        fine.sanction,
        start + width * Fraction(band.low, _PER_BASE),
        start + width * Fraction(band.high, _PER_BASE),
        low_included=band.low_included,
        high_included=band.high_included,
    )


def _in_class(fine: Fine, facts: PenaltyFacts) -> bool:
    if fine.base_unknown:
        return fine.class_of in facts.without
    if fine.base in facts.without:
        return False
    if fine.class_of is None:
        return True
    value = facts.bases.get(fine.class_of)
    if value is None:
        return fine.class_of not in facts.without
    return fine.from_value * YUAN <= value and (
        not fine.below_value or value < fine.below_value * YUAN
    )


def _range(sanction: Sanction, fine: Fine, facts: PenaltyFacts) -> FineRange:
    if fine.class_of is not None and not fine.base_unknown and fine.class_of not in facts.bases:
        return FineRange(sanction, Fraction(0), None, needs=fine.class_of)
    if fine.base is FineBase.AMOUNT:
        return FineRange(
            sanction, Fraction(fine.low * YUAN), Fraction(fine.high * YUAN) if fine.high else None
        )
    base = facts.bases.get(fine.base)
    if base is None:
        return FineRange(sanction, Fraction(0), None, needs=fine.base)
    counted = max(base, fine.deemed_value * YUAN)
    low = Fraction(counted * fine.low, _PER_BASE)
    high = Fraction(counted * fine.high, _PER_BASE) if fine.high else None
    if fine.ceiling:
        ceiling = Fraction(fine.ceiling * YUAN)
        # A floor that lies above the ceiling gives way to it: never more than this.
        low, high = min(low, ceiling), ceiling if high is None else min(high, ceiling)
    return FineRange(sanction, low, high)
