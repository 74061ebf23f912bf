"""What a clause demands, whichever way one reads who the party is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.demands import GAIN, Demand, demands, kept
from inspector_app.domain.law.discretion import PenaltyFacts
from inspector_app.domain.law.penalty import Fine, FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.stages import heaviest, payers

UNIT = Sanction(SanctionKind.FINE, payer=Payer.UNIT, fine=Fine(FineBase.AMOUNT, 100, 200))
PERSON = Sanction(SanctionKind.FINE, payer=Payer.INDIVIDUAL, fine=Fine(FineBase.AMOUNT, 10, 20))
MAY = Sanction(
    SanctionKind.FINE,
    optional=True,
    payer=Payer.INDIVIDUAL,
    fine=Fine(FineBase.AMOUNT, 10, 20),
)
GOODS = Sanction(SanctionKind.CONFISCATE_GOODS)
WARNING = Sanction(SanctionKind.WARNING)
WARNED_OR, FINED_OR = (
    Sanction(SanctionKind.WARNING, payer=Payer.INDIVIDUAL, choice="person"),
    Sanction(
        SanctionKind.FINE,
        payer=Payer.INDIVIDUAL,
        choice="person",
        fine=Fine(FineBase.AMOUNT, 10, 20),
    ),
)
UNHEEDED = frozenset({Stage.UNHEEDED})
LATER = Sanction(SanctionKind.FINE, Stage.UNHEEDED, fine=Fine(FineBase.AMOUNT, 100, 200))
STOP_OR, HALT_OR = (
    Sanction(SanctionKind.ORDER_STOP, choice="either"),
    Sanction(SanctionKind.SUSPENSION, choice="either"),
)


def of(
    party: PartyType,
    *sanctions: Sanction,
    stages: frozenset[Stage] = frozenset(),
    gone: tuple[SanctionKind, ...] = (),
) -> tuple[Demand, ...]:
    facts = PenaltyFacts(stages=stages)
    return demands(sanctions, facts, payers(party), first=heaviest(stages), gone=gone)


@pytest.mark.parametrize(
    ("party", "demanded"),
    [
        (PartyType.ENTERPRISE, ((GOODS,), (UNIT,))),
        (PartyType.INDIVIDUAL, ((GOODS,), (WARNED_OR, FINED_OR))),
        # Either it is fined as a unit, or warned or fined as an individual.
        (PartyType.INDIVIDUAL_BUSINESS, ((GOODS,), (UNIT, WARNED_OR, FINED_OR))),
    ],
)
def test_who_may_be_either_owes_what_the_one_or_the_other_owes(
    party: PartyType, demanded: tuple[Demand, ...]
) -> None:
    assert of(party, GOODS, UNIT, WARNED_OR, FINED_OR) == demanded


@pytest.mark.parametrize(
    ("party", "demanded"),
    [
        (PartyType.ENTERPRISE, ((UNIT,),)),
        (PartyType.INDIVIDUAL, ()),
        (PartyType.INDIVIDUAL_BUSINESS, ()),
    ],
)
def test_what_an_individual_may_be_spared_is_not_demanded_of_who_may_be_one(
    party: PartyType, demanded: tuple[Demand, ...]
) -> None:
    assert of(party, UNIT, MAY) == demanded


@pytest.mark.parametrize(
    ("party", "demanded"),
    [
        (PartyType.ENTERPRISE, ((UNIT,),)),
        (PartyType.INDIVIDUAL, ()),
        # As an individual the clause has nothing for it: it is decided on as a unit.
        (PartyType.INDIVIDUAL_BUSINESS, ((UNIT,),)),
    ],
)
def test_a_clause_for_units_alone_takes_the_party_for_one(
    party: PartyType, demanded: tuple[Demand, ...]
) -> None:
    assert of(party, Sanction(SanctionKind.ORDER_CORRECTION), UNIT) == demanded


def test_of_alternatives_one_is_demanded_and_the_other_where_the_first_is_not_there() -> None:
    take_or = Sanction(SanctionKind.CONFISCATE_GOODS, choice="either")
    revoke_or = Sanction(SanctionKind.REVOCATION, choice="either")
    enterprise = PartyType.ENTERPRISE
    assert of(enterprise, take_or, revoke_or) == ((take_or, revoke_or),)
    gone = (SanctionKind.CONFISCATE_GOODS,)
    assert of(enterprise, take_or, revoke_or, gone=gone) == ((revoke_or,),)


def test_what_was_imposed_before_an_unheeded_order_stands_for_its_alternatives() -> None:
    warned_or = Sanction(SanctionKind.WARNING, choice="one")
    fined_or = Sanction(SanctionKind.FINE, choice="one", fine=Fine(FineBase.AMOUNT, 1, 2))
    enterprise = PartyType.ENTERPRISE
    assert of(enterprise, WARNING, LATER, stages=UNHEEDED) == ((LATER,),)
    assert of(enterprise, warned_or, fined_or) == ((warned_or, fined_or),)
    assert of(enterprise, warned_or, fined_or, stages=UNHEEDED) == ()


def test_an_order_that_only_the_unheeded_one_brings_was_not_given_before() -> None:
    stop = Sanction(SanctionKind.ORDER_STOP, Stage.UNHEEDED)
    assert of(PartyType.ENTERPRISE, stop, stages=UNHEEDED) == ((stop,),)


def test_an_order_may_stand_for_a_halt() -> None:
    assert of(PartyType.ENTERPRISE, STOP_OR, HALT_OR) == ((STOP_OR, HALT_OR),)


ADVERTISER, PUBLISHER = (replace(UNIT, payer=who) for who in (Payer.ADVERTISER, Payer.PUBLISHER))
PUBLISHER_S = Sanction(SanctionKind.CONFISCATE_GAIN, payer=Payer.PUBLISHER)


def test_an_advertiser_owes_its_fine_or_a_publisher_its_fine_and_gain() -> None:
    owed = of(PartyType.ENTERPRISE, ADVERTISER, PUBLISHER, PUBLISHER_S)
    assert set(owed) == {(ADVERTISER, PUBLISHER), (ADVERTISER, PUBLISHER_S)}
    assert of(PartyType.ENTERPRISE, ADVERTISER) == ((ADVERTISER,),)


def test_of_nobody_named_only_what_anybody_owes_is_demanded() -> None:
    found = demands((UNIT, GOODS), PenaltyFacts(), payers(None), named=False)
    assert found == ((GOODS,),)


def test_where_nobody_is_read_as_the_party_nothing_is_demanded() -> None:
    assert demands((UNIT, GOODS), PenaltyFacts(), ()) == ()


def test_a_clause_that_fines_units_only_where_it_is_grave_takes_it_for_an_individual() -> None:
    business, grave_unit = PartyType.INDIVIDUAL_BUSINESS, replace(UNIT, stage=Stage.GRAVE)
    grave = frozenset({Stage.GRAVE})
    assert of(business, grave_unit, PERSON) == ((PERSON,),)
    assert of(business, grave_unit, PERSON, stages=grave) == ((grave_unit, PERSON),)


def test_the_fine_for_grave_circumstances_is_demanded_in_place_of_the_lighter_one() -> None:
    graver = replace(UNIT, stage=Stage.GRAVE, fine=Fine(FineBase.AMOUNT, 200, 500))
    grave = frozenset({Stage.GRAVE})
    assert of(PartyType.ENTERPRISE, UNIT, graver, stages=grave) == ((graver,),)


def test_a_graver_fine_on_others_leaves_the_party_its_own() -> None:
    grave = frozenset({Stage.GRAVE})
    for payer in (Payer.INDIVIDUAL, Payer.RESPONSIBLE_PERSON):
        others = replace(UNIT, stage=Stage.GRAVE, payer=payer)
        assert of(PartyType.ENTERPRISE, UNIT, others, stages=grave) == ((UNIT,),)


TAKEN_WHERE_GRAVE = replace(GOODS, stage=Stage.GRAVE)


@pytest.mark.parametrize(
    ("sanction", "gone", "stages", "stays"),
    [
        (GOODS, (), (), True),
        (GOODS, (GOODS.kind,), (), False),
        (WARNING, (), (), False),
        # Of those in charge nothing is kept by what spares the party.
        (replace(GOODS, payer=Payer.RESPONSIBLE_PERSON), (), (), False),
        (TAKEN_WHERE_GRAVE, (), (), False),
        (TAKEN_WHERE_GRAVE, (), (Stage.GRAVE,), True),
    ],
)
def test_what_a_ground_keeps_is_what_the_clause_takes_of_the_party(
    sanction: Sanction,
    gone: tuple[SanctionKind, ...],
    stages: tuple[Stage, ...],
    stays: bool,
) -> None:
    facts = PenaltyFacts(stages=frozenset(stages))
    found = kept((sanction,), facts, payers(PartyType.ENTERPRISE), keeps=(GOODS.kind,), gone=gone)
    assert found == (((sanction,),) if stays else ())


PAID = FineBase.ILLEGAL_GAIN


@pytest.mark.parametrize(
    ("clause", "facts", "taken"),
    [
        ((UNIT,), PenaltyFacts({PAID: 1}), True),
        ((UNIT,), PenaltyFacts({PAID: 0}), False),
        ((UNIT,), PenaltyFacts(), False),
        ((UNIT,), PenaltyFacts(without=frozenset({PAID})), False),
        # What the clause itself says of the gain stands.
        ((UNIT, replace(PUBLISHER_S, payer=Payer.PARTY)), PenaltyFacts({PAID: 1}), False),
        ((replace(PUBLISHER_S, payer=Payer.PARTY, optional=True),), PenaltyFacts({PAID: 1}), False),
        # It speaks of others, or of later.
        ((UNIT, replace(PUBLISHER_S, payer=Payer.RESPONSIBLE_PERSON)), PenaltyFacts({PAID: 1}), True),
        ((UNIT, replace(PUBLISHER_S, stage=Stage.GRAVE)), PenaltyFacts({PAID: 1}), True),
        ((), PenaltyFacts({PAID: 1}), False),
    ],
)  # fmt: skip
def test_a_gain_is_taken_where_the_clause_is_silent(
    clause: tuple[Sanction, ...], facts: PenaltyFacts, taken: bool
) -> None:
    owed = demands(clause, facts, payers(PartyType.ENTERPRISE))
    assert ((GAIN,) in owed) is taken


def test_a_gain_that_was_paid_back_is_not_taken() -> None:
    gone = (SanctionKind.CONFISCATE_GAIN,)
    owed = demands((UNIT,), PenaltyFacts({PAID: 1}), payers(PartyType.ENTERPRISE), gone=gone)
    assert owed == ((UNIT,),)


def test_where_nobody_is_named_a_way_to_read_him_that_owes_nothing_counts_too() -> None:
    assert demands((UNIT,), PenaltyFacts(), payers(None), named=False) == ()
    assert demands((UNIT,), PenaltyFacts(), payers(None)) == ((UNIT,),)


def test_what_follows_from_grave_circumstances_is_demanded_where_they_are_shown() -> None:
    grave = frozenset({Stage.GRAVE})
    assert of(PartyType.ENTERPRISE, TAKEN_WHERE_GRAVE) == ()
    assert of(PartyType.ENTERPRISE, TAKEN_WHERE_GRAVE, stages=grave) == ((TAKEN_WHERE_GRAVE,),)


def test_of_two_value_classes_neither_of_which_is_ruled_out_one_fine_is_demanded() -> None:
    value = FineBase.GOODS_VALUE
    below = Fine(FineBase.AMOUNT, 1, 2, value, below_value=10_000)
    above = Fine(FineBase.AMOUNT, 3, 4, value, from_value=10_000)
    small, large = (Sanction(SanctionKind.FINE, fine=fine) for fine in (below, above))
    assert of(PartyType.ENTERPRISE, small, large) == ((small, large),)


def test_an_unheeded_order_spares_only_what_was_answered_before_it() -> None:
    assert of(PartyType.ENTERPRISE, GOODS, LATER, stages=UNHEEDED) == ((GOODS,), (LATER,))


@pytest.mark.parametrize(
    ("first", "stages", "demanded"),
    [
        (Stage.AT_ONCE, UNHEEDED, True),
        (Stage.GRAVE, frozenset({Stage.GRAVE}), True),
        (Stage.GRAVE, frozenset({Stage.GRAVE, Stage.UNHEEDED}), False),
        (Stage.UNHEEDED, UNHEEDED, False),
    ],
)
def test_a_warning_is_owed_until_a_decision_rests_on_what_came_after_it(
    first: Stage, stages: frozenset[Stage], demanded: bool
) -> None:
    found = demands(
        (WARNING,), PenaltyFacts(stages=stages), payers(PartyType.ENTERPRISE), first=first
    )
    assert bool(found) is demanded
