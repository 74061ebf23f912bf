"""A weighing keeps within the clause, the grounds and the proofs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.discretion import Band, Grade
from inspector_app.domain.law.grounds import Tick
from inspector_app.domain.law.illegal_gain import GainEntry, GainMethod, IllegalGainSheet
from inspector_app.domain.law.penalty import (
    Fine,
    FineBase,
    Sanction,
    SanctionKind,
    Stage,
)
from inspector_app.domain.law.permitted import musts
from inspector_app.domain.law.weighing import (
    ORDER_REFUSED,
    Factor,
    FactorSource,
    Proposed,
    Weighing,
    WeighingCase,
    weighed,
)
from inspector_app.domain.law.weighing_checks import objections
from tests.factory import violation
from tests.factory_gate import FIXED, FOOD, GAIN, MULTIPLE
from tests.unit.law.factory_weighing import (
    DAY,
    EXPIRED,
    GOODS,
    GRAVE,
    MADE_GOOD,
    MINOR,
    PENALTY_LAW,
    PHOTO,
    REVOKED,
    SLIGHT,
    SMALL,
    TABLE,
    TOOLS,
    UNHEEDED,
    UNLICENSED_STAFF,
    WARNING,
    YUAN,
    case,
    proved,
    proved_step,
    weighing,
)


def codes(case_: WeighingCase, held: Weighing, before: Weighing | None = None) -> list[str]:
    standing = weighed(case_, before) if before else None
    return [found.code for found in objections(case_, held, standing)]


def test_an_ordinary_opinion_within_the_range_may_be_recorded() -> None:
    assert codes(case(), weighing()) == []


# -- facts and stages ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "shown"),
    [
        (proved_step(ORDER_REFUSED), True),
        (Tick(ORDER_REFUSED, met=True), False),
        (Tick(ORDER_REFUSED, met=False, evidence=(PHOTO,)), False),
        (proved_step("unheeded"), False),
    ],
)
def test_an_unheeded_order_is_proved_by_its_own_step(step: Tick, shown: bool) -> None:
    held = Weighing(steps=(step,))

    assert (Stage.UNHEEDED in case(UNLICENSED_STAFF).facts(held).stages) is shown


def test_a_named_step_replaces_the_ordinary_one() -> None:
    found = replace(UNLICENSED_STAFF, prior_steps=("cautioned",))

    assert case(found).prior_steps == ("cautioned",)
    assert not case(found).facts(Weighing(steps=(proved_step(ORDER_REFUSED),))).stages


def test_where_the_law_lists_what_is_grave_only_the_list_counts() -> None:
    said = Weighing(steps=(proved_step("grave"),))
    listed = Weighing(grounds=(proved(GRAVE),))

    assert Stage.GRAVE not in case().facts(said).stages
    assert Stage.GRAVE in case().facts(listed).stages
    unlisted = replace(UNLICENSED_STAFF, sanctions=(REVOKED,))
    assert Stage.GRAVE in case(unlisted).facts(said).stages
    assert Stage.GRAVE not in case(UNLICENSED_STAFF).facts(said).stages


def test_the_sheet_says_the_gain() -> None:
    sheet = IllegalGainSheet(GainMethod.NET, (GainEntry("销售", 500, (PHOTO,)),))
    none = IllegalGainSheet(GainMethod.NET, ())
    entered = {FineBase.ILLEGAL_GAIN: 1}

    assert case().facts(Weighing(entered, gain=sheet)).bases == {FineBase.ILLEGAL_GAIN: 500}
    assert case().facts(Weighing(entered, gain=none)).without == {FineBase.ILLEGAL_GAIN}


# -- amounts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fen", "within"),
    [
        (50_000 * YUAN - 1, False),
        (50_000 * YUAN, True),
        (100_000 * YUAN, True),
        (100_000 * YUAN + 1, False),
    ],
)
def test_without_a_table_the_clause_bounds_the_amount(fen: int, within: bool) -> None:
    assert ("weigh.out_of_range" in codes(case(), weighing(fen))) is not within


@pytest.mark.parametrize(
    ("yuan", "within"), [(65_000, False), (65_001, True), (85_000, True), (85_001, False)]
)
def test_with_a_table_the_grade_bounds_it(yuan: int, within: bool) -> None:
    found = codes(case(table=TABLE), weighing(yuan * YUAN))

    assert ("weigh.out_of_range" in found) is not within


def test_without_a_table_there_is_a_range_and_no_amount() -> None:
    offer, *_ = weighed(case(), weighing(None)).offers

    assert (offer.lowest, offer.highest) == (50_000 * YUAN, 100_000 * YUAN)
    assert weighed(case(), weighing(None)).fine is None


def test_an_amount_needs_the_value_it_is_counted_from() -> None:
    assert "weigh.base_missing" in codes(case(), weighing(bases={}))


def test_below_the_floor_only_with_a_proved_ground() -> None:
    held = weighing(40_000 * YUAN, grade=Grade.MITIGATED)

    assert codes(case(), held) == ["weigh.mitigated_unshown"]
    assert codes(case(), replace(held, grounds=(proved(MADE_GOOD),))) == []
    at_floor = weighing(50_000 * YUAN, grade=Grade.MITIGATED, grounds=(proved(MADE_GOOD),))
    assert codes(case(), at_floor) == ["weigh.out_of_range"]


@given(
    st.integers(0, 2 * 10**6),
    st.integers(1, 4 * 10**7),
    st.sampled_from(Grade),
    st.sampled_from([None, TABLE]),
)
def test_no_amount_outside_the_clause_passes_without_mitigation(
    goods: int, fen: int, grade: Grade, table: Any
) -> None:
    held = Weighing(
        {GOODS: goods},
        grade=grade,
        proposed=(Proposed(FIXED if goods < 10_000 * YUAN else MULTIPLE, fen),),
        reason="理由",
        nothing_to_take=frozenset({SanctionKind.CONFISCATE_GAIN, SanctionKind.CONFISCATE_GOODS}),
        factors=(
            Factor("重", heavier=True, evidence=(PHOTO,)),
            Factor("轻", heavier=False, evidence=(PHOTO,)),
        ),
    )
    found = case(table=table)

    if codes(found, held) == []:
        (range_,) = found.ranges(held)
        assert grade not in (Grade.EXEMPT, Grade.MITIGATED)
        assert range_.holds(fen)


@given(st.integers(0, 10**7), st.integers(0, 1000), st.sampled_from(PartyType))
def test_no_fine_above_the_limit_passes_on_the_spot(fen: int, low: int, party: PartyType) -> None:
    fine = Sanction(SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, low, 50_000))
    found = case(violation(sanctions=(fine,)), party=party)
    held = Weighing(
        on_the_spot=True, grade=Grade.ORDINARY, proposed=(Proposed(fine, fen),), reason="理由"
    )

    if codes(found, held) == []:
        assert fen <= found.on_spot_limit


# -- what must be imposed ------------------------------------------------------------------------


def test_what_the_clause_demands_may_not_be_left_out() -> None:
    (found,) = objections(case(), weighing(proposed=(Proposed(FIXED, 70_000 * YUAN),)))[:1]

    assert found.code == "weigh.must"
    assert found.facts == {"kinds": "confiscate_gain"}


def test_where_there_is_nothing_to_take_nothing_is_taken() -> None:
    gone = weighing(
        proposed=(Proposed(FIXED, 70_000 * YUAN),),
        nothing_to_take=frozenset({SanctionKind.CONFISCATE_GAIN, SanctionKind.CONFISCATE_GOODS}),
    )

    assert codes(case(), gone) == []


def test_what_the_clause_allows_may_be_left_out_or_taken() -> None:
    more = weighing()

    assert (TOOLS,) not in musts(case(), more)
    assert codes(case(), replace(more, proposed=(*more.proposed, Proposed(TOOLS)))) == []


def test_one_act_bears_one_fine() -> None:
    low = Sanction(SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, 1, 9))
    high = Sanction(SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, 5, 20))
    found = case(violation(sanctions=(low, high)))
    held = Weighing(
        grade=Grade.ORDINARY, proposed=(Proposed(low, 500), Proposed(high, 500)), reason="理由"
    )

    assert codes(found, held) == ["weigh.two_fines"]


@pytest.mark.parametrize(("several", "found"), [(False, ["weigh.choice"]), (True, [])])
def test_of_alternatives_one_is_taken_unless_several_may(several: bool, found: list[str]) -> None:
    halt, close = (
        Sanction(kind, choice="halt", several=several)
        for kind in (SanctionKind.SUSPENSION, SanctionKind.REVOCATION)
    )
    held = Weighing(grade=Grade.ORDINARY, proposed=(Proposed(halt), Proposed(close)), reason="理由")

    assert codes(case(violation(sanctions=(halt, close))), held) == found


def test_revocation_waits_for_grave_circumstances() -> None:
    more = weighing(proposed=(*weighing().proposed, Proposed(REVOKED)))

    assert codes(case(), more) == ["weigh.not_permitted"]
    assert codes(case(), replace(more, grounds=(proved(GRAVE),))) == []


def test_a_warning_is_not_demanded_again_after_an_unheeded_order() -> None:
    later = Weighing(
        steps=(proved_step(ORDER_REFUSED),),
        grade=Grade.ORDINARY,
        proposed=(Proposed(UNHEEDED, 6_000 * YUAN),),
        reason="逾期未改正",
    )

    assert codes(case(UNLICENSED_STAFF), later) == []


# -- grades, grounds, reasons --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"grade": None}, ["weigh.grade_missing"]),
        ({"reason": " "}, ["weigh.reason_missing"]),
        ({"grade": Grade.LENIENT}, ["weigh.lenient_unshown"]),
        ({"grade": Grade.SEVERE}, ["weigh.severe_unshown"]),
        ({"grounds": (proved(MINOR),)}, ["weigh.shall_exempt"]),
        ({"grounds": (proved(MADE_GOOD),)}, ["weigh.shall_mitigate"]),
        ({"factors": (Factor("态度恶劣", heavier=True),)}, ["weigh.factor_bare"]),
        ({"factors": (Factor(" ", heavier=True),)}, ["weigh.factor_empty"]),
        (
            {"factors": (Factor("顶嘴", heavier=True, evidence=(PHOTO,), source=FactorSource.DEFENCE),)},
            ["weigh.defence"],
        ),
        ({"factors": (Factor("多次", heavier=True, evidence=("photo/gone",)),)}, ["weigh.evidence_gone"]),
        ({"bases": {GOODS: 100, FineBase.TURNOVER: -1}}, ["weigh.negative"]),
    ],
)  # fmt: skip
def test_an_opinion_needs_its_grade_reason_and_proofs(changes: Any, found: list[str]) -> None:
    assert codes(case(), weighing(**changes)) == found


def test_a_ground_that_is_not_open_here_cannot_be_leaned_on() -> None:
    foreign = replace(GRAVE, clauses=(), activities=("production",))

    assert codes(case(), weighing(grounds=(proved(foreign),)))[0] == "weigh.ground_foreign"


def test_no_penalty_needs_every_element_shown() -> None:
    bare = Weighing(grade=Grade.EXEMPT, reason="轻微")
    partly = proved(MINOR)
    partly = replace(partly, ticks=partly.ticks[:1])

    assert codes(case(), bare) == ["weigh.exempt_unshown"]
    assert codes(case(), replace(bare, grounds=(partly,))) == ["weigh.exempt_unshown"]
    assert codes(case(), replace(bare, grounds=(proved(MINOR),))) == []


def test_no_penalty_means_none_but_what_stays_all_the_same() -> None:
    still = replace(MINOR, still="没收", keeps=(SanctionKind.CONFISCATE_GOODS,))
    rules = replace(case().rules, grounds=(still,))
    spared = Weighing(
        grade=Grade.EXEMPT,
        reason="不知道",
        grounds=(proved(still),),
        proposed=(Proposed(FOOD),),
    )

    assert codes(case(rules=rules), spared) == []
    assert codes(case(), replace(spared, grounds=(proved(MINOR),))) == ["weigh.exempt_punished"]


def test_a_heavier_opinion_names_new_facts() -> None:
    before = weighing(60_000 * YUAN)
    after = weighing(70_000 * YUAN)

    assert codes(case(), after, before) == ["weigh.heavier_unexplained"]
    assert codes(case(), replace(after, heavier_because="又查明三批"), before) == []
    assert codes(case(), before, after) == []


def test_on_the_spot_only_what_may_be_done_there() -> None:
    warned = Weighing(
        on_the_spot=True, grade=Grade.ORDINARY, proposed=(Proposed(WARNING),), reason="初次"
    )

    assert codes(case(SLIGHT), warned) == []
    assert "weigh.not_on_spot" in codes(case(), weighing(on_the_spot=True))
    over = replace(warned, proposed=(Proposed(WARNING), Proposed(SMALL, 201 * YUAN)))
    assert codes(case(SLIGHT, party=PartyType.INDIVIDUAL), over) == ["weigh.over_limit"]


def test_in_a_price_case_money_goes_back_before_it_is_taken() -> None:
    refund = Sanction(SanctionKind.REFUND, optional=True)
    held = Weighing(grade=Grade.ORDINARY, proposed=(Proposed(GAIN),), reason="理由")

    assert codes(case(violation(sanctions=(refund, GAIN))), held) == ["weigh.refund_first"]


def test_a_sheet_of_no_penalty_agrees_with_the_grade() -> None:
    sheet = IllegalGainSheet(GainMethod.NET, (GainEntry("销售", 500, (PHOTO,)),), exempt=True)

    assert codes(case(), weighing(gain=sheet))[-1] == "weigh.gain_exempt"


@pytest.mark.parametrize(
    ("law", "leaves"), [(PENALTY_LAW, True), ("中华人民共和国反不正当竞争法", False)]
)
def test_only_the_exemption_of_the_penalty_law_leaves_the_gain(law: str, leaves: bool) -> None:
    exempting = proved(replace(MINOR, basis=(Citation(law, 33, 1),)))

    held = Weighing(grounds=(exempting,), grade=Grade.EXEMPT)

    assert held.leaves_gain is leaves
    assert not replace(held, grade=Grade.LENIENT).leaves_gain


def test_the_table_for_the_violation_comes_before_the_general_one() -> None:
    own = replace(TABLE, id="own", violations=("M06",))
    law = replace(TABLE, id="law", laws=(EXPIRED.penalty[0].law,))
    rules = replace(case().rules, tables=(TABLE, law, own))

    assert rules.table_for(EXPIRED, DAY) is own
    assert rules.table_for(SLIGHT, DAY) is law
    assert replace(rules, tables=(TABLE,)).table_for(SLIGHT, DAY) is TABLE


def test_what_was_weighed_is_kept_with_what_it_was_weighed_by() -> None:
    kept = weighed(case(table=TABLE), weighing(80_000 * YUAN))

    assert kept.table == TABLE
    assert kept.on_spot_limit == 3_000 * YUAN
    assert kept.fine == 80_000 * YUAN
    assert (kept.offers[0].grade_lowest, kept.offers[0].grade_highest) == (
        65_000 * YUAN + 1,
        85_000 * YUAN,
    )


def test_a_table_without_the_grade_leaves_the_clause() -> None:
    gap = replace(TABLE, bands={Grade.LENIENT: Band(0, 300)})

    assert codes(case(table=gap), weighing(100_000 * YUAN)) == []
