"""What a clause demands that is imposed together (并处、没收, R23): the form and the gate ask here.

A demand is a group of sanctions of which at least one is imposed: alternatives (停产停业，直至吊销) are
one, and so are fines, of which one act bears only one (处罚法 29).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from inspector_app.domain.law.discretion import PenaltyFacts, admitted, fine_ranges
from inspector_app.domain.law.penalty import FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.stages import decisive, is_demanded

__all__ = ["GAIN", "Demand", "demands", "is_met", "kept", "with_gain"]

Demand = tuple[Sanction, ...]

# What 处罚法 28(2) takes where the clause does not speak of it.
GAIN = Sanction(SanctionKind.CONFISCATE_GAIN, words="处罚法28(2)")
_ORDERS = frozenset({SanctionKind.ORDER_CORRECTION, SanctionKind.ORDER_STOP})
# Asked for by a rule of its own (处罚法 28), another organ's, or what another law has for it.
_ASKED_ELSEWHERE = frozenset(
    {
        SanctionKind.ORDER_CORRECTION,
        SanctionKind.DETENTION,
        SanctionKind.DISCIPLINE,
        SanctionKind.REFERRED,
    }
)
# Imposed when the act was found; what follows an unheeded order does not impose it again.
_FIRST_ANSWER = frozenset({SanctionKind.WARNING, SanctionKind.ORDER_STOP})


def demands(
    sanctions: Sequence[Sanction],
    facts: PenaltyFacts,
    readings: Iterable[frozenset[Payer]],
    *,
    first: Stage = Stage.AT_ONCE,
    gone: Collection[SanctionKind] = (),
    named: bool = True,
) -> tuple[Demand, ...]:
    """What the clause demands by ``facts``, whichever of ``readings`` says who the party is.

    A reading by which the clause has nothing for him is none: he is decided on because it has,
    unless nobody is ``named`` yet. ``first`` is the stage that a decision rests on; of the kinds in ``gone`` nothing is there.
    """
    read = list(readings)
    if named:
        read = [his for his in read if _has_something(sanctions, facts, his)] or read
    # Readings that ask for the same are one: so it is with most clauses.
    found = list(dict.fromkeys(_by(his, sanctions, facts, first, gone) for his in read))
    if not found:
        return ()
    whole = found[0]
    for other in found[1:]:
        # Satisfied by all of the one or all of the other: by one of each pair.
        pairs = (dict.fromkeys((*one, *two)) for one in whole for two in other)
        whole = _least(tuple(s for s in (*sanctions, GAIN) if s in pair) for pair in pairs)
    return whole


def is_met(demand: Demand, imposed: Collection[SanctionKind]) -> bool:
    """Whether one of ``imposed`` answers ``demand``: no kind is imposed twice for two stages."""
    return any(sanction.kind in imposed for sanction in demand)


def with_gain(
    sanctions: Sequence[Sanction], facts: PenaltyFacts, his: Collection[Payer]
) -> tuple[Sanction, ...]:
    """``sanctions``, and :data:`GAIN` where there is a gain and none in question for him takes it.

    A clause that is not structured says nothing of its own; nothing is added to it.
    """
    taken = any(
        s.kind is SanctionKind.CONFISCATE_GAIN and s.payer in his and admitted(s, facts)
        for s in sanctions
    )
    there = facts.bases.get(FineBase.ILLEGAL_GAIN, 0) > 0
    return (*sanctions, GAIN) if sanctions and there and not taken else tuple(sanctions)


def kept(
    sanctions: Sequence[Sanction],
    facts: PenaltyFacts,
    readings: Iterable[frozenset[Payer]],
    *,
    keeps: Iterable[SanctionKind],
    gone: Collection[SanctionKind] = (),
) -> tuple[Demand, ...]:
    """What is imposed although no penalty is: ``keeps`` of the ground (食安法 136: 应当依法没收).

    Of kinds that the clause does not have, or of which nothing is there, nothing is.
    """
    his = frozenset[Payer]().union(*readings)
    found = (
        tuple(s for s in sanctions if s.kind is kind and s.payer in his and admitted(s, facts))
        for kind in keeps
        if kind not in gone
    )
    return tuple(group for group in found if group)


def _has_something(
    sanctions: Sequence[Sanction], facts: PenaltyFacts, his: frozenset[Payer]
) -> bool:
    return any(s.payer in his and s.kind not in _ORDERS and admitted(s, facts) for s in sanctions)


def _by(
    his: frozenset[Payer],
    sanctions: Sequence[Sanction],
    facts: PenaltyFacts,
    first: Stage,
    gone: Collection[SanctionKind],
) -> tuple[Demand, ...]:
    """The demands on him on whom the clause lays what it lays on ``his``."""
    fines = [one for one in fine_ranges(tuple(sanctions), facts) if one.sanction.payer in his]
    taken = {one.sanction for one in decisive(fines, facts.stages, first)}
    outweighed = {one.sanction for one in fines} - taken
    groups: dict[str, list[Sanction]] = {}
    demanded: set[str] = set()
    settled: set[str] = set()
    for number, sanction in enumerate(with_gain(sanctions, facts, his)):
        if sanction.payer not in his or not admitted(sanction, facts):
            continue
        key = sanction.choice or _own_group(sanction, number)
        if sanction in outweighed or _is_answered(sanction, facts, first):
            # What stands for it, or stood before, stands for its alternatives too.
            if sanction.choice:
                settled.add(key)
            continue
        if sanction.kind in gone:
            continue
        groups.setdefault(key, []).append(sanction)
        if is_demanded(sanction, facts.stages, first):
            demanded.add(key)
    return tuple(tuple(group) for key, group in groups.items() if key in demanded - settled)


def _own_group(sanction: Sanction, number: int) -> str:
    # On which of two payers a fine falls is one question where the party may be either.
    return "fine" if sanction.kind is SanctionKind.FINE else f"{sanction.kind.value} {number}"


def _is_answered(sanction: Sanction, facts: PenaltyFacts, first: Stage) -> bool:
    if sanction.kind in _ASKED_ELSEWHERE:
        return True
    at_first = sanction.kind in _FIRST_ANSWER and sanction.stage is Stage.AT_ONCE
    return at_first and first is not Stage.AT_ONCE and Stage.UNHEEDED in facts.stages


def _least(found: Iterable[Demand]) -> tuple[Demand, ...]:
    """``found`` without what another of them demands already."""
    distinct = tuple(dict.fromkeys(found))
    return tuple(one for one in distinct if not any(set(other) < set(one) for other in distinct))
