"""Exemption from a penalty (不予处罚、免予处罚): each element ticked, each tick evidenced.

Grounds are data of packs: 处罚法 33(1) twice (minor; first and minor), 33(2) (no fault), and the
exemptions that single laws hold (食品安全法 136, 产品质量法 55, 商标法 60(2) …).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import Verification

__all__ = ["Effect", "Exemption", "ExemptionElement", "Standing", "Tick", "standing"]


class Effect(StrEnum):
    """What follows when all elements are there."""

    SHALL_EXEMPT = "shall_exempt"  # 不予行政处罚
    MAY_EXEMPT = "may_exempt"  # 可以不予行政处罚
    SHALL_MITIGATE = "shall_mitigate"  # 应当从轻或者减轻
    MAY_MITIGATE = "may_mitigate"  # 可以从轻或者减轻


@dataclass(frozen=True, slots=True)
class ExemptionElement:
    """One element that must be there, in own words."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Exemption:
    """A ground. Empty ``violations`` and ``laws`` = any; ``look_back_years`` > 0 asks for the party's
    record of the same kind (首违不罚清单, R55). ``still``: what must be imposed all the same
    (食品安全法 136: the food is confiscated).
    """

    id: str
    title: str
    effect: Effect
    basis: tuple[Citation, ...]
    elements: tuple[ExemptionElement, ...]
    verification: Verification
    violations: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    look_back_years: int = 0
    still: str = ""
    source: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def may_be_offered(self, violation: str, laws: frozenset[str], day: date) -> bool:
        """Whether the ground may be weighed for ``violation``, whose clauses stand in ``laws``.

        Recalled grounds (R) are never offered.
        """
        return (
            self.verification is not Verification.RECALLED
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_to is None or day <= self.valid_to)
            and (not self.violations or violation in self.violations)
            and (not self.laws or bool(laws & set(self.laws)))
        )


@dataclass(frozen=True, slots=True)
class Tick:
    """What the officers found about one element: whether it is there, shown by which evidence."""

    element: str
    met: bool
    evidence: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a ground is shown: ``open`` not yet answered, ``unmet`` denied, ``bare`` unevidenced."""

    open: tuple[str, ...]
    unmet: tuple[str, ...]
    bare: tuple[str, ...]

    @property
    def is_shown(self) -> bool:
        """All elements are there and evidenced: only then may the ground be relied on."""
        return not (self.open or self.unmet or self.bare)


def standing(exemption: Exemption, ticks: Mapping[str, Tick]) -> Standing:
    """Which elements of ``exemption`` are still open, denied or without evidence."""
    keys = [element.key for element in exemption.elements]
    return Standing(
        open=tuple(key for key in keys if key not in ticks),
        unmet=tuple(key for key in keys if key in ticks and not ticks[key].met),
        bare=tuple(
            key for key in keys if key in ticks and ticks[key].met and not ticks[key].evidence
        ),
    )
