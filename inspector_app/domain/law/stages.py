"""What a clause asks for at the stages that are shown: the form of an opinion and the gate ask here.

Circumstances weigh in steps (较重、严重、特别严重) of which the graver holds the lighter in itself. One
act bears one fine (处罚法 29), so where a graver stage must be fined, its range is the only one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.discretion import FineRange
from inspector_app.domain.law.penalty import Payer, Sanction, SanctionKind, Stage

__all__ = ["decisive", "heaviest", "is_demanded", "payers", "reached"]

# Of several stages that are shown, the one that a decision rests on.
_HEAVIEST_FIRST = (Stage.GRAVEST, Stage.GRAVE, Stage.WORSE, Stage.HARM, Stage.UNHEEDED)
_STEPS = (Stage.GRAVEST, Stage.GRAVE, Stage.WORSE)
_LIGHTER: dict[Stage, frozenset[Stage]] = {
    Stage.GRAVE: frozenset({Stage.WORSE}),
    Stage.GRAVEST: frozenset({Stage.WORSE, Stage.GRAVE}),
}
# In an advertisement the party is the one or the other.
_ROLES = (Payer.ADVERTISER, Payer.PUBLISHER)
_UNIT, _INDIVIDUAL = (
    tuple(frozenset({Payer.PARTY, who, role}) for role in _ROLES)
    for who in (Payer.UNIT, Payer.INDIVIDUAL)
)


def reached(stages: Iterable[Stage]) -> frozenset[Stage]:
    """``stages`` with the lighter ones that they hold in themselves."""
    shown = frozenset(stages)
    return shown.union(*(_LIGHTER.get(stage, frozenset()) for stage in shown))


def heaviest(stages: Iterable[Stage]) -> Stage:
    """The stage that a decision rests on; the first where none beyond it is shown."""
    shown = frozenset(stages)
    return next((stage for stage in _HEAVIEST_FIRST if stage in shown), Stage.AT_ONCE)


def payers(party: PartyType | None, *, farmer: bool = False) -> tuple[frozenset[Payer], ...]:
    """On whom a sanction may fall to fall on ``party``, by each way of reading who that is (R52).

    An individual business, or a party that is not said, may be a unit or an individual; a farmer is
    an individual. A person in charge is a second party.
    """
    if farmer or party is PartyType.INDIVIDUAL:
        return _INDIVIDUAL
    if party is None or party is PartyType.INDIVIDUAL_BUSINESS:
        return (*_UNIT, *_INDIVIDUAL)
    return _UNIT


def decisive(
    fines: Sequence[FineRange], stages: Iterable[Stage], first: Stage = Stage.AT_ONCE
) -> Sequence[FineRange]:
    """Of the fines on one person those that may be imposed.

    Where he must be fined at one of ``stages`` (none of them the first), that fine alone: of several
    such stages the heaviest, but ``first`` before all, the stage that a decision rests on.
    """
    shown = reached(stages)
    for stage in (first, *_HEAVIEST_FIRST):
        own = [fine for fine in fines if fine.sanction.stage is stage and stage in shown]
        if any(not fine.sanction.optional for fine in own):
            return own
    return fines


def is_demanded(sanction: Sanction, stages: Iterable[Stage], first: Stage = Stage.AT_ONCE) -> bool:
    """Whether the clause demands ``sanction``, which is in question, where ``stages`` are shown.

    What it demands at once it demands with what follows from grave circumstances as well; of
    circumstances that hold each other only what the gravest ones ask for, but a fine always, and
    what is asked for at ``first``, the stage that a decision rests on.
    """
    if sanction.optional:
        return False
    shown = frozenset(stages)
    step = next((one for one in _STEPS if one in shown), None)
    outdone = sanction.stage in _STEPS and sanction.stage not in (step, first)
    return sanction.kind is SanctionKind.FINE or not outdone
