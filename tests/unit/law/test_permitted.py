"""What a clause allows at the scene, what only after a case, on whom, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.demands import GAIN as BY_LAW
from inspector_app.domain.law.grounds import Tick
from inspector_app.domain.law.illegal_gain import GainEntry, GainMethod, IllegalGainSheet
from inspector_app.domain.law.penalty import (
    Fine,
    FineBase,
    Payer,
    Sanction,
    SanctionKind,
    Stage,
)
from inspector_app.domain.law.permitted import Route, Why, musts, permitted
from inspector_app.domain.law.violation import Verification
from inspector_app.domain.law.weighing import (
    OnSpotLimits,
    Weighing,
    WeighingCase,
    weighed,
)
from inspector_app.domain.law.weighing_checks import objections
from tests.factory import violation
from tests.factory_gate import FIXED, GAIN, MULTIPLE
from tests.unit.law.factory_weighing import (
    EXPIRED,
    GOODS,
    SLIGHT,
    SMALL,
    UNHEEDED,
    UNLICENSED_STAFF,
    WARNING,
    YUAN,
    case,
    weighing,
)


def codes(case_: WeighingCase, held: Weighing, before: Weighing | None = None) -> list[str]:
    standing = weighed(case_, before) if before else None
    return [found.code for found in objections(case_, held, standing)]


def routes(case_: WeighingCase, held: Weighing | None = None) -> dict[Sanction, Route]:
    return {found.sanction: found.route for found in permitted(case_, held or Weighing())}


def whys(case_: WeighingCase, sanction: Sanction, held: Weighing | None = None) -> tuple[Why, ...]:
    return next(
        found.why for found in permitted(case_, held or Weighing()) if found.sanction == sanction
    )


def test_a_warning_may_be_given_at_once_and_the_fine_waits_for_the_order() -> None:
    assert routes(case(UNLICENSED_STAFF)) == {
        UNLICENSED_STAFF.sanctions[0]: Route.NOW,
        WARNING: Route.NOW,
        UNHEEDED: Route.NOT_YET,
    }
    assert whys(case(UNLICENSED_STAFF), UNHEEDED) == (Why.UNHEEDED,)


def test_nothing_that_comes_with_a_confiscation_is_for_the_spot() -> None:
    found = violation(sanctions=(WARNING, GAIN))

    assert whys(case(found), WARNING) == (Why.WITH_THE_CASE,)
    assert whys(case(found), GAIN) == (Why.CONFISCATION,)


@pytest.mark.parametrize(
    ("party", "limit"),
    [
        (PartyType.INDIVIDUAL, 200),
        (PartyType.INDIVIDUAL_BUSINESS, 200),
        (PartyType.ENTERPRISE, 3000),
        (PartyType.INSTITUTION, 3000),
    ],
)
@pytest.mark.parametrize("over", [0, 1])
def test_a_fine_on_the_spot_ends_at_the_limit_of_the_party(
    party: PartyType, limit: int, over: int
) -> None:
    fine = Sanction(SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, limit + over, 5_000))

    route = routes(case(violation(sanctions=(fine,)), party=party))[fine]

    assert route is (Route.CASE if over else Route.NOW)


def test_a_pack_may_count_an_individual_business_among_organisations() -> None:
    limits = OnSpotLimits(200, 3000, individual_business_as_individual=False)

    assert limits.of(PartyType.INDIVIDUAL_BUSINESS) == 3_000 * YUAN
    assert limits.of(PartyType.INDIVIDUAL) == 200 * YUAN


def test_a_fine_that_must_first_be_counted_is_not_for_the_spot() -> None:
    fine = Sanction(SanctionKind.FINE, fine=Fine(FineBase.ILLEGAL_GAIN, 0, 1_000))

    held = Weighing(bases={FineBase.ILLEGAL_GAIN: 100 * YUAN})

    assert whys(case(violation(sanctions=(fine,))), fine, held) == (Why.COUNTED,)


def test_without_limits_in_a_pack_no_fine_is_for_the_spot() -> None:
    bare = replace(case(SLIGHT), rules=replace(case().rules, limits=None))
    fine = Sanction(SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, 100, 2_000))

    assert whys(replace(bare, violation=violation(sanctions=(fine,))), fine) == (Why.OVER_LIMIT,)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"authority": "fire"}, Why.OTHER_AUTHORITY),
        ({"authority": "provincial_rules"}, Why.PROVINCIAL),
        ({"verification": Verification.RECALLED}, Why.UNVERIFIED),
    ],
)
def test_what_is_not_ours_or_not_verified_is_not_proposed(changes: Any, why: Why) -> None:
    foreign = case(replace(EXPIRED, **changes))

    assert set(routes(foreign).values()) == {Route.ELSEWHERE}
    assert whys(foreign, FIXED) == (why,)
    assert "weigh.not_permitted" in codes(foreign, weighing())


@pytest.mark.parametrize(
    ("stage", "why"),
    [
        (Stage.UNHEEDED, Why.UNHEEDED),
        (Stage.WORSE, Why.WORSE),
        (Stage.GRAVE, Why.GRAVE),
        (Stage.GRAVEST, Why.GRAVEST),
        (Stage.HARM, Why.HARM),
    ],
)
def test_what_is_for_later_says_what_it_waits_for(stage: Stage, why: Why) -> None:
    later = replace(WARNING, stage=stage)

    (found,) = permitted(case(violation(sanctions=(later,))), Weighing())

    assert (found.route, found.why, found.must) == (Route.NOT_YET, (why,), False)


def test_what_is_only_for_no_gain_waits_until_the_gain_is_known() -> None:
    only = replace(WARNING, no_gain=True)
    found = case(violation(sanctions=(only,)))

    assert whys(found, only) == (Why.GAIN_UNKNOWN,)
    assert list(routes(found, Weighing(bases={FineBase.ILLEGAL_GAIN: 1}))) == [BY_LAW]
    assert routes(found, Weighing(without=frozenset({FineBase.ILLEGAL_GAIN}))) == {only: Route.NOW}


@pytest.mark.parametrize("stage", [Stage.AT_ONCE, Stage.GRAVE])
def test_what_is_for_others_altogether_is_not_listed(stage: Stage) -> None:
    others = replace(WARNING, for_whom="retail", stage=stage)

    assert permitted(case(violation(sanctions=(others,))), Weighing()) == ()


@pytest.mark.parametrize(
    ("activities", "listed"),
    [(("sale",), True), ((), True), (("sale", "wholesale"), False), (("catering",), False)],
)
def test_what_is_for_retail_is_for_a_seller_who_is_said_to_be_nothing_else(
    activities: tuple[str, ...], listed: bool
) -> None:
    only = replace(WARNING, for_whom="retail")
    seller = replace(case(violation(sanctions=(only,))), activities=activities)

    assert (only in routes(seller)) is listed


def test_a_small_fine_waits_for_the_case_with_what_must_come_with_it() -> None:
    found = case(violation(sanctions=(GAIN, SMALL)))

    assert whys(found, SMALL) == (Why.WITH_THE_CASE,)


def test_what_may_be_imposed_is_no_must_and_one_of_alternatives_is() -> None:
    either = replace(WARNING, choice="one"), replace(GAIN, choice="one", optional=True)
    found = case(violation(sanctions=(SMALL, *either)))

    assert musts(found, Weighing()) == (either,)
    assert [each.must for each in permitted(found, Weighing())] == [False, True, True]


@pytest.mark.parametrize(
    "held",
    [
        Weighing(nothing_to_take=frozenset({SanctionKind.CONFISCATE_GAIN})),
        Weighing(without=frozenset({FineBase.ILLEGAL_GAIN})),
        Weighing(gain=IllegalGainSheet(GainMethod.NET, (), exempt=True)),
        Weighing(
            gain=IllegalGainSheet(
                GainMethod.NET, (GainEntry("销售", 900),), refunds=(GainEntry("退款", 900),)
            )
        ),
    ],
)
def test_where_there_is_nothing_to_take_nothing_must_be_taken(held: Weighing) -> None:
    assert musts(case(violation(sanctions=(GAIN,))), held) == ()


def test_an_unheeded_order_does_not_ask_for_the_warning_again() -> None:
    refused = Weighing(steps=(Tick("order_correction_refused", met=True, evidence=("photo/p1",)),))

    assert musts(case(UNLICENSED_STAFF), refused) == ((UNHEEDED,),)


def test_a_clue_of_a_crime_leads_to_a_transfer_not_to_a_fine() -> None:
    clue = weighing(crime_clue=True)

    assert routes(case(), clue)[FIXED] is Route.ELSEWHERE
    assert "weigh.crime_clue" in codes(case(), clue)
    assert codes(case(), Weighing(crime_clue=True)) == []


def test_a_fine_of_300000_is_for_the_city_level() -> None:
    held = Weighing(bases={GOODS: 15_000 * YUAN})
    less = Weighing(bases={GOODS: 14_999 * YUAN})

    assert Why.CITY_LEVEL in whys(case(), MULTIPLE, held)
    assert Why.CITY_LEVEL not in whys(case(), MULTIPLE, less)


def test_a_sanction_on_the_person_in_charge_is_not_for_the_party() -> None:
    boss = Sanction(
        SanctionKind.FINE,
        payer=Payer.RESPONSIBLE_PERSON,
        fine=Fine(FineBase.AMOUNT, 1_000, 2_000),
    )
    found = case(violation(sanctions=(WARNING, boss)))

    assert whys(found, boss) == (Why.OTHER_PERSON,)
    assert musts(found, Weighing()) == ((WARNING,),)


@pytest.mark.parametrize(
    ("party", "range_"),
    [(PartyType.INDIVIDUAL, 1_000), (PartyType.ENTERPRISE, 10_000)],
)
def test_the_range_follows_the_kind_of_party(party: PartyType, range_: int) -> None:
    person = Sanction(
        SanctionKind.FINE, payer=Payer.INDIVIDUAL, fine=Fine(FineBase.AMOUNT, 0, 1_000)
    )
    unit = Sanction(SanctionKind.FINE, payer=Payer.UNIT, fine=Fine(FineBase.AMOUNT, 0, 10_000))

    (fine,) = case(violation(sanctions=(person, unit)), party=party).ranges(Weighing())

    assert fine.high == range_ * YUAN


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        (SanctionKind.SUSPENSION, (Why.HEAVY,)),
        (SanctionKind.REVOCATION, (Why.HEAVY,)),
        (SanctionKind.LISTING, ()),
    ],
)
def test_a_heavy_penalty_and_what_is_none_come_with_the_case(
    kind: SanctionKind, why: tuple[Why, ...]
) -> None:
    only = Sanction(kind)

    assert routes(case(violation(sanctions=(only,))))[only] is Route.CASE
    assert whys(case(violation(sanctions=(only,))), only) == why


def test_what_others_do_is_theirs_even_where_the_violation_is_ours() -> None:
    held = Sanction(SanctionKind.DETENTION)

    assert whys(case(violation(sanctions=(WARNING, held))), held) == (Why.OTHER_AUTHORITY,)
    assert whys(case(violation(sanctions=(WARNING, held))), WARNING) == (Why.ON_THE_SPOT,)


def test_a_clue_of_a_crime_takes_a_warning_from_the_spot_too() -> None:
    assert whys(case(UNLICENSED_STAFF), WARNING, Weighing(crime_clue=True)) == (Why.CRIME,)


def test_what_is_for_our_kind_of_party_waits_like_any_other() -> None:
    caterers = replace(WARNING, for_whom="catering", stage=Stage.GRAVE)

    assert whys(case(violation(sanctions=(caterers,))), caterers) == (Why.GRAVE,)


def test_one_light_alternative_is_enough_for_the_spot() -> None:
    either = replace(WARNING, choice="one"), replace(GAIN, choice="one")

    assert whys(case(violation(sanctions=either)), either[0]) == (Why.ON_THE_SPOT,)


@pytest.mark.parametrize(
    "fine",
    [
        Fine(FineBase.AMOUNT, 3_001, 5_000),
        Fine(GOODS, 0, 1_000),
        Fine(FineBase.AMOUNT, 0, 1_000, GOODS, below_value=10_000),
    ],
)
def test_a_fine_that_must_come_and_is_not_light_takes_the_warning_with_it(fine: Fine) -> None:
    must = Sanction(SanctionKind.FINE, fine=fine)
    held = Weighing(bases={GOODS: 100 * YUAN})

    assert whys(case(violation(sanctions=(WARNING, must))), WARNING, held) == (Why.WITH_THE_CASE,)


def test_a_fine_by_the_class_of_its_goods_is_counted_first() -> None:
    classed = Sanction(
        SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, 0, 1_000, GOODS, below_value=10_000)
    )
    held = Weighing(bases={GOODS: 100 * YUAN})

    assert whys(case(violation(sanctions=(classed,))), classed, held) == (Why.COUNTED,)


@pytest.mark.parametrize(
    ("low", "high", "asked"),
    [
        (0, 300_000, True),
        (0, 299_999, False),
        (300_000, 0, True),
        (299_999, 0, False),
    ],
)
def test_the_city_level_is_asked_for_by_the_top_of_the_range_or_its_floor_without_one(
    low: int, high: int, asked: bool
) -> None:
    fine = Sanction(SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, low, high))
    found = case(replace(EXPIRED, sanctions=(fine,)))

    assert (Why.CITY_LEVEL in whys(found, fine)) is asked


def test_a_fine_that_is_not_known_yet_and_a_pack_without_the_rule_ask_for_no_city_level() -> None:
    assert Why.CITY_LEVEL not in whys(case(), MULTIPLE)
    without = replace(case().rules, city_level=None)
    held = Weighing(bases={GOODS: 15_000 * YUAN})

    assert whys(case(rules=without), MULTIPLE, held) == (Why.COUNTED,)


def test_where_there_is_no_gain_other_things_are_still_confiscated() -> None:
    none = Weighing(without=frozenset({FineBase.ILLEGAL_GAIN}))
    goods = Sanction(SanctionKind.CONFISCATE_GOODS)

    assert musts(case(violation(sanctions=(GAIN, goods))), none) == ((goods,),)


def test_fines_on_either_payer_are_one_must() -> None:
    fines = tuple(
        Sanction(SanctionKind.FINE, payer=payer, fine=Fine(FineBase.AMOUNT, 100, 200))
        for payer in (Payer.PARTY, Payer.UNIT)
    )

    assert musts(case(violation(sanctions=fines)), Weighing()) == (fines,)


def test_a_sheet_with_a_gain_demands_the_confiscation_whatever_was_said_before() -> None:
    sheet = IllegalGainSheet(GainMethod.NET, (GainEntry("销售", 900 * YUAN),))
    held = Weighing(gain=sheet, without=frozenset({FineBase.ILLEGAL_GAIN}))

    assert musts(case(violation(sanctions=(GAIN,))), held) == ((GAIN,),)


def test_a_gain_is_offered_and_demanded_where_the_clause_is_silent() -> None:
    sheet = IllegalGainSheet(GainMethod.NET, (GainEntry("服务收入", 900 * YUAN),))
    silent = case(SLIGHT)

    assert BY_LAW not in routes(silent)
    assert routes(silent, Weighing(gain=sheet))[BY_LAW] is Route.CASE
    assert (BY_LAW,) in musts(silent, Weighing(gain=sheet))
    # Nothing of it is for the spot then.
    assert whys(silent, WARNING, Weighing(gain=sheet)) == (Why.WITH_THE_CASE,)
