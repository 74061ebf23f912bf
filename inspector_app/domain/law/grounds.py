"""Grounds (裁量情节) that the law names: no penalty, a lighter one, grave circumstances.

Each element is ticked by the officers, and each tick is shown by evidence. Grounds are data of
packs: 处罚法 30–33, the exemptions that single laws hold (食品安全法 136, 产品质量法 55 …), lists of first
and minor offences, the six grave circumstances of 食品安全法实施条例 67.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.penalty import SanctionKind
from inspector_app.domain.law.validity import in_use_on
from inspector_app.domain.law.violation import Verification, Violation

__all__ = ["Effect", "Ground", "GroundElement", "Proof", "Tick", "proof"]


class Effect(StrEnum):
    """What follows when all elements are there."""

    SHALL_EXEMPT = "shall_exempt"  # 不予行政处罚
    MAY_EXEMPT = "may_exempt"  # 可以不予行政处罚、可以免予处罚
    SHALL_MITIGATE = "shall_mitigate"  # 应当从轻或者减轻
    MAY_MITIGATE = "may_mitigate"  # 可以从轻或者减轻
    GRAVE = "grave"  # 属于情节严重

    @property
    def exempts(self) -> bool:
        """Whether no penalty may follow."""
        return self in (Effect.SHALL_EXEMPT, Effect.MAY_EXEMPT)


@dataclass(frozen=True, slots=True)
class GroundElement:
    """One element that must be there, in own words."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground. It is open to violations that its guards admit; empty guards admit all.

    ``violations`` ids; ``clauses`` penalty clauses (an article alone covers its paragraphs);
    ``laws`` official names of laws that its clauses stand in; ``activities`` and ``party_types``
    words of scope guards. ``look_back_years`` > 0 asks for the party's record of the same kind
    (首违不罚清单, R55). ``still`` says what is done all the same, ``keeps`` which sanctions that are
    (食品安全法 136: the food is confiscated).
    """

    id: str
    title: str
    effect: Effect
    basis: tuple[Citation, ...]
    elements: tuple[GroundElement, ...]
    verification: Verification
    violations: tuple[str, ...] = ()
    clauses: tuple[Citation, ...] = ()
    laws: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    party_types: tuple[str, ...] = ()
    look_back_years: int = 0
    still: str = ""
    keeps: tuple[SanctionKind, ...] = ()
    source: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def is_open_to(
        self, violation: Violation, activities: Iterable[str], party_type: str, day: date
    ) -> bool:
        """Whether it may be weighed for an act of ``day``. Recalled grounds (R) never are."""
        return (
            self.verification is not Verification.RECALLED
            and in_use_on(day, self.valid_from, self.valid_to)
            and (not self.violations or violation.id in self.violations)
            and (
                not self.laws
                or any(cited.law in self.laws for cited in (*violation.duty, *violation.penalty))
            )
            and (not self.clauses or self._covers(violation.penalty))
            and (not self.activities or bool(set(self.activities) & set(activities)))
            and (not self.party_types or party_type in self.party_types)
        )

    def _covers(self, penalty: Iterable[Citation]) -> bool:
        return any(_within(cited, clause) for cited in penalty for clause in self.clauses)


def _within(cited: Citation, clause: Citation) -> bool:
    return (
        (cited.law, cited.article, cited.subarticle)
        == (clause.law, clause.article, clause.subarticle)
        and clause.paragraph in (0, cited.paragraph)
        and clause.item in (0, cited.item)
    )


@dataclass(frozen=True, slots=True)
class Tick:
    """What the officers found about one element: whether it is there, shown by which evidence."""

    element: str
    met: bool
    evidence: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_shown(self) -> bool:
        """It is there and evidenced."""
        return self.met and bool(self.evidence)


@dataclass(frozen=True, slots=True)
class Proof:
    """How far a ground is shown: ``open`` not yet answered, ``unmet`` denied, ``bare`` unevidenced."""

    open: tuple[str, ...]
    unmet: tuple[str, ...]
    bare: tuple[str, ...]

    @property
    def is_shown(self) -> bool:
        """All elements are there and evidenced: only then may the ground be relied on."""
        return not (self.open or self.unmet or self.bare)


def proof(ground: Ground, ticks: Mapping[str, Tick]) -> Proof:
    """Which elements of ``ground`` are still open, denied or without evidence."""
    keys = [element.key for element in ground.elements]
    return Proof(
        open=tuple(key for key in keys if key not in ticks),
        unmet=tuple(key for key in keys if key in ticks and not ticks[key].met),
        bare=tuple(
            key for key in keys if key in ticks and ticks[key].met and not ticks[key].evidence
        ),
    )
