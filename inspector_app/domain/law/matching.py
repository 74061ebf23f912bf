"""Item to violations (违法行为匹配): what a failed item may be for this party, and why.

Deterministic: the pack's order, the guards, the day. What is proposed says why in codes and facts
("because item 4.2, a catering business"), what is not says which guard kept it out, so that a screen
can show both in any language. What is 待核实 or out of its validity is never proposed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.law.violation import ScopeGuard, Verification, Violation

__all__ = [
    "Excluded",
    "FailedItem",
    "Guard",
    "Match",
    "Matching",
    "PartyTraits",
    "Reason",
    "ReasonCode",
    "binding",
    "match",
    "party_traits",
    "unusable",
]


class ReasonCode(StrEnum):
    """Why a violation is proposed; its facts stand behind the code."""

    ITEM = "item"  # printed number and text of the failed item
    ROLE = "role"  # roles that bind it, which its file does not tell; to be found out on site
    ACTIVITY = "activity"  # the party's activities that the duty binds
    PARTY_TYPE = "party_type"  # the kind of party, where the duty binds some only
    PREMISES = "premises"  # the premises' tags that the duty is about
    EVERYONE = "everyone"  # the duty binds every party; no facts
    INFERRED = "inferred"  # the pairing of duty and penalty is practice, not text; no facts


class Guard(StrEnum):
    """What kept a violation out; the facts beside it are what it would have asked for."""

    RECALLED = "recalled"  # 待核实
    NOT_YET = "not_yet"  # first day of validity
    NO_LONGER = "no_longer"  # last day of validity
    ACTIVITY = "activity"
    PARTY_TYPE = "party_type"
    PREMISES = "premises"


@dataclass(frozen=True, slots=True)
class FailedItem:
    """An item that is not met: its number as the papers print it, and its text."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class PartyTraits:
    """What the guards ask of a party."""

    activities: tuple[str, ...]
    party_type: str
    premises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a proposal: a code and its facts, in the guards' words."""

    code: ReasonCode
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A violation that the failed item may be, and why."""

    violation: Violation
    reasons: tuple[Reason, ...]

    @property
    def inferred(self) -> bool:
        """Whether the pairing of duty and penalty is practice, to be said on screen."""
        return self.violation.verification is Verification.INFERRED

    def facts(self, code: ReasonCode) -> tuple[str, ...]:
        """The facts of the reason ``code``; empty if it is not among the reasons."""
        return next((reason.facts for reason in self.reasons if reason.code is code), ())


@dataclass(frozen=True, slots=True)
class Excluded:
    """A violation of the item that is not proposed: the first guard that kept it out."""

    violation: Violation
    guard: Guard
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """All violations of a failed item, each either proposed or excluded, in the pack's order."""

    proposed: tuple[Match, ...]
    excluded: tuple[Excluded, ...]


def party_traits(enterprise: Enterprise) -> PartyTraits:
    """What the guards ask, from the enterprise's file."""
    return PartyTraits(enterprise.activities, enterprise.party_type.value, enterprise.premises)


def match(
    item: FailedItem, violations: Iterable[Violation], party: PartyTraits, day: date
) -> Matching:
    """Which of an item's ``violations`` its failure may be for ``party``, for an act of ``day``."""
    proposed: list[Match] = []
    excluded: list[Excluded] = []
    for violation in violations:
        kept_out = _excluding(violation, party, day)
        if kept_out is None:
            proposed.append(Match(violation, tuple(_reasons(item, violation, party))))
        else:
            excluded.append(kept_out)
    return Matching(tuple(proposed), tuple(excluded))


def binding(violation: Violation, party: PartyTraits, day: date) -> tuple[Reason, ...] | Excluded:
    """Why ``violation`` binds ``party`` for an act of ``day``, whatever item was looked at, or the
    guard that says it does not.
    """
    return _excluding(violation, party, day) or tuple(_bound(violation, party))


def unusable(violation: Violation, day: date) -> Excluded | None:
    """What keeps ``violation`` from everybody for an act of ``day``: 待核实, or its validity."""
    if violation.verification is Verification.RECALLED:
        return Excluded(violation, Guard.RECALLED)
    if violation.applies_on(day):
        return None
    begin, end = violation.valid_from, violation.valid_to
    if begin is not None and day < begin:
        return Excluded(violation, Guard.NOT_YET, (begin.isoformat(),))
    return Excluded(violation, Guard.NO_LONGER, (end.isoformat(),) if end else ())


def _excluding(violation: Violation, party: PartyTraits, day: date) -> Excluded | None:
    kept_out = unusable(violation, day)
    if kept_out is not None:
        return kept_out
    scope = violation.scope
    if scope.admits(frozenset(party.activities), party.party_type, frozenset(party.premises)):
        return None
    return _excluding_scope(violation, scope, party)


def _excluding_scope(violation: Violation, scope: ScopeGuard, party: PartyTraits) -> Excluded:
    if not scope.binds(frozenset(party.activities)):
        return Excluded(violation, Guard.ACTIVITY, scope.activities)
    if scope.party_types and party.party_type not in scope.party_types:
        return Excluded(violation, Guard.PARTY_TYPE, scope.party_types)
    return Excluded(violation, Guard.PREMISES, scope.premises)


def _reasons(item: FailedItem, violation: Violation, party: PartyTraits) -> Iterable[Reason]:
    yield Reason(ReasonCode.ITEM, (item.number, item.text))
    yield from _bound(violation, party)


def _bound(violation: Violation, party: PartyTraits) -> Iterable[Reason]:
    scope = violation.scope
    if scope.activities:
        to_ask = scope.roles_to_ask(frozenset(party.activities))
        bound = tuple(word for word in party.activities if word in scope.activities)
        yield Reason(ReasonCode.ROLE, to_ask) if to_ask else Reason(ReasonCode.ACTIVITY, bound)
    if scope.party_types:
        yield Reason(ReasonCode.PARTY_TYPE, (party.party_type,))
    if scope.premises:
        bound = tuple(word for word in party.premises if word in scope.premises)
        yield Reason(ReasonCode.PREMISES, bound)
    if not (scope.activities or scope.party_types or scope.premises):
        yield Reason(ReasonCode.EVERYONE)
    if violation.verification is Verification.INFERRED:
        yield Reason(ReasonCode.INFERRED)
