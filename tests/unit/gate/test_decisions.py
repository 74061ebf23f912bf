"""What a decision must hold, cite and leave out; on the spot more than by the ordinary procedure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import (
    ExemptionFacts,
    GainFacts,
    ImposedSanction,
    LabFacts,
)
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.illegal_gain import Approval, GainEntry, Unproven
from inspector_app.domain.law.penalty import SanctionKind
from inspector_app.domain.law.violation import RemedyBlock
from tests.factory import DRUG_LAW, FOOD_LAW
from tests.factory_gate import DAY, expired_food, lawful_case, on_the_spot_case
from tests.unit.gate.asking import is_said, said
from tests.unit.gate.changes import act, both, part, whole

DECIDED = date(2026, 6, 15)
FINE, WARNING = SanctionKind.FINE, SanctionKind.WARNING


def imposing(*imposed: ImposedSanction) -> Any:
    return part("decision", sanctions=imposed)


@pytest.mark.parametrize(
    ("party", "fines", "high"),
    [
        (PartyType.INDIVIDUAL_BUSINESS, (200,), False),
        (PartyType.INDIVIDUAL, (200,), False),
        (PartyType.INDIVIDUAL_BUSINESS, (201,), True),
        (PartyType.ENTERPRISE, (3_000,), False),
        (PartyType.ENTERPRISE, (3_001,), True),
        (PartyType.ENTERPRISE, (1_500, 1_501), True),
    ],
)
def test_on_the_spot_a_party_is_fined_up_to_the_limit_of_its_kind(
    party: PartyType, fines: tuple[int, ...], high: bool
) -> None:
    fined = imposing(*(ImposedSanction(FINE, amount) for amount in fines))
    case = both(part("party", type=party), fined)(on_the_spot_case())
    assert is_said("on_spot_fine_high", case) is high


def test_only_the_fine_counts_to_its_limit() -> None:
    taken = ImposedSanction(SanctionKind.CONFISCATE_GOODS, 500)
    case = imposing(ImposedSanction(FINE, 200), taken)(on_the_spot_case())
    assert not is_said("on_spot_fine_high", case)


@pytest.mark.parametrize(
    ("kinds", "forbidden"),
    [
        ((WARNING, FINE, SanctionKind.ORDER_CORRECTION), False),
        ((FINE, SanctionKind.ORDER_STOP), False),
        ((FINE, SanctionKind.REMEDY, SanctionKind.EDUCATION, SanctionKind.REFUND), False),
        ((SanctionKind.CRITICISM,), True),
        ((SanctionKind.SUSPENSION,), True),
        ((), False),
        ((SanctionKind.CONFISCATE_GOODS,), True),
        ((WARNING, SanctionKind.CONFISCATE_GOODS), True),
    ],
)
def test_on_the_spot_every_penalty_is_of_a_kind_for_it(
    kinds: tuple[SanctionKind, ...], forbidden: bool
) -> None:
    case = imposing(*map(ImposedSanction, kinds))(on_the_spot_case())
    assert is_said("on_spot_kind", case) is forbidden


ON_SPOT_PARTS = on_the_spot_case().decision.parts  # type: ignore[union-attr]  # it has one


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ({}, None),
        ({"number": ""}, 1),
        ({"sealed": False}, 1),
        ({"sealed": False, "number": ""}, 2),
        ({"parts": ON_SPOT_PARTS[1:]}, 1),
        ({"parts": ON_SPOT_PARTS[2:], "sealed": False, "number": ""}, 4),
        ({"parts": (*ON_SPOT_PARTS, "more")}, None),
    ],
)
def test_all_that_a_decision_on_the_spot_lacks_is_counted(
    changes: dict[str, Any], count: int | None
) -> None:
    told = said("on_spot_incomplete", part("decision", **changes)(on_the_spot_case()))
    assert [message.facts["count"] for message in told] == ([] if count is None else [count])


def test_all_that_a_decision_lacks_is_counted() -> None:
    (message,) = said("decision_incomplete", part("decision", parts=("party",))(lawful_case()))
    assert message.facts["count"] == 6


@pytest.mark.parametrize(
    "code",
    [
        "decision_incomplete",
        "facts_unclear",
        "decision_unsealed",
        "publication_untold",
        "remedy_missing",
    ],
)
def test_what_the_ordinary_procedure_asks_for_is_not_asked_on_the_spot(code: str) -> None:
    bare = part(
        "decision", parts=(), facts_clear=False, sealed=False, publication_told=False, remedy=None
    )
    assert is_said(code, bare(lawful_case()))
    assert not is_said(code, bare(on_the_spot_case()))


@pytest.mark.parametrize(
    "code",
    [
        "on_spot_fine_high",
        "on_spot_kind",
        "on_spot_facts",
        "on_spot_incomplete",
        "on_spot_remedy",
        "on_spot_unarchived",
    ],
)
def test_what_holds_on_the_spot_does_not_bind_the_ordinary_procedure(code: str) -> None:
    changes: dict[str, Any] = {"parts": (), "facts_clear": False, "number": "", "archived_on": None}
    case = part("decision", on=date(2026, 6, 1), **changes)(lawful_case())
    assert not is_said(code, case)
    assert not is_said(code, whole(decision=None)(lawful_case()))


OTHER_LAW = Citation(DRUG_LAW, 124, 1, 5)


@pytest.mark.parametrize(
    ("clause", "cited", "right"),
    [
        (Citation(FOOD_LAW, 124, 1, 5), OTHER_LAW, False),
        (Citation(FOOD_LAW, 124, 1, 5), Citation(FOOD_LAW, 125, 1, 5), False),
        (Citation(FOOD_LAW, 124, 1, 5), Citation(FOOD_LAW, 124, 1, 5, 2), False),
        (Citation(FOOD_LAW, 124, 1, 5), Citation(FOOD_LAW, 124, 1, 6), False),
        (Citation(FOOD_LAW, 124, 1, 5), Citation(FOOD_LAW, 124, 2, 5), False),
        (Citation(FOOD_LAW, 124, 2), Citation(FOOD_LAW, 124, 2), True),
        (Citation(FOOD_LAW, 124, 2), Citation(FOOD_LAW, 124, 2, 3), True),
        (Citation(FOOD_LAW, 124, 2), Citation(FOOD_LAW, 124), False),
        (Citation(FOOD_LAW, 124, 2), Citation(FOOD_LAW, 124, 1), False),
        # An article of one paragraph.
        (Citation(FOOD_LAW, 126, 1), Citation(FOOD_LAW, 126), True),
        (Citation(FOOD_LAW, 126), Citation(FOOD_LAW, 126, 1), True),
        (Citation(FOOD_LAW, 126), Citation(FOOD_LAW, 126, 1, 3), True),
        # A clause that is the whole article is cited by any part of it.
        (Citation(FOOD_LAW, 126), Citation(FOOD_LAW, 126, 2), True),
    ],
)
def test_a_clause_is_cited_by_what_lies_within_it(
    clause: Citation, cited: Citation, right: bool
) -> None:
    case = both(act(penalty=(clause,)), part("decision", cites=(cited,)))(lawful_case())
    assert is_said("citation_not_of_act", case) is not right


def test_each_clause_of_each_act_is_cited() -> None:
    clauses = (Citation(FOOD_LAW, 124, 1, 5), OTHER_LAW)
    (message,) = said("citation_not_of_act", act(penalty=clauses)(lawful_case()))
    assert "第一百二十四条" in str(message.facts["citation"])
    assert "药品管理法" in str(message.facts["citation"])


@pytest.mark.parametrize(("cites", "wrong"), [((), False), ((OTHER_LAW,), True)])
def test_on_the_spot_a_clause_that_is_cited_is_the_right_one(
    cites: tuple[Citation, ...], wrong: bool
) -> None:
    case = part("decision", cites=cites)(on_the_spot_case())
    assert is_said("citation_not_of_act", case) is wrong


@pytest.mark.parametrize(
    ("sanctions", "missing"), [((), False), ((ImposedSanction(WARNING),), True)]
)
def test_only_what_punishes_needs_an_act(
    sanctions: tuple[ImposedSanction, ...], missing: bool
) -> None:
    assert is_said("acts_missing", both(whole(acts=()), imposing(*sanctions))(lawful_case())) is (
        missing
    )


ELEMENTS = ("minor", "corrected", "no_harm")


@pytest.mark.parametrize(
    ("exemption", "count"),
    [
        (ExemptionFacts("minor", ELEMENTS, ELEMENTS), None),
        (ExemptionFacts("minor", ELEMENTS, ELEMENTS[:1]), 2),
        (ExemptionFacts("minor", ELEMENTS[:1], ELEMENTS), 2),
        (ExemptionFacts("minor", ELEMENTS[:2], ELEMENTS[1:]), 2),
        (ExemptionFacts("nothing", ELEMENTS, ELEMENTS), 0),
        (ExemptionFacts("minor", ("a",), ("a",), wanted=("a",)), None),
        (ExemptionFacts("minor", ELEMENTS, ELEMENTS, wanted=("a",)), 1),
    ],
)
def test_each_element_of_a_ground_is_ticked_and_evidenced(
    exemption: ExemptionFacts, count: int | None
) -> None:
    told = said("exemption_unproved", whole(exemption=exemption)(lawful_case()))
    assert [message.facts["count"] for message in told] == ([] if count is None else [count])


@pytest.mark.parametrize(
    ("looked_back_to", "unsearched"),
    [(date(2024, 6, 30), False), (date(2024, 7, 1), True), (None, True)],
)
def test_a_first_offence_is_one_in_two_years_before_the_day(
    looked_back_to: date | None, unsearched: bool
) -> None:
    case = part("discretion", looked_back_to=looked_back_to)(lawful_case())
    assert is_said("first_offence_unsearched", case) is unsearched
    not_claimed = part("discretion", first_offence=False)(case)
    assert not is_said("first_offence_unsearched", not_claimed)


@pytest.mark.parametrize(
    ("kinds", "twice"), [((WARNING,), False), ((WARNING, FINE), True), ((), False)]
)
def test_what_was_fined_before_may_be_punished_otherwise(
    kinds: tuple[SanctionKind, ...], twice: bool
) -> None:
    case = both(part("acts", 0, fined_by="某县城市管理局"), imposing(*map(ImposedSanction, kinds)))
    assert is_said("fined_before", case(lawful_case())) is twice


ORDINARY, PRICE = RemedyBlock.ORDINARY, RemedyBlock.PRICE


@pytest.mark.parametrize(
    ("blocks", "given", "wanted"),
    [
        ((ORDINARY,), ORDINARY, None),
        ((PRICE,), PRICE, None),
        ((ORDINARY, PRICE), PRICE, None),
        ((ORDINARY, PRICE), ORDINARY, None),
        ((ORDINARY,), PRICE, "普通情形"),
        # The law that names its own remedies goes before the ordinary ones.
        ((ORDINARY, PRICE), RemedyBlock.TOBACCO, "价格案件"),
        ((PRICE, ORDINARY), RemedyBlock.TOBACCO, "价格案件"),
        ((PRICE,), None, None),
        ((), PRICE, None),
    ],
)
def test_the_remedies_are_those_of_a_law_of_the_acts(
    blocks: tuple[RemedyBlock, ...], given: RemedyBlock | None, wanted: str | None
) -> None:
    case = lawful_case()
    (one,) = case.acts
    acts = tuple(replace(one, violation=expired_food(remedy=block)) for block in blocks)
    told = said("remedy_other", part("decision", remedy=given)(replace(case, acts=acts)))
    names = [str(message.facts["wanted"]) for message in told]
    assert [name[:4] for name in names] == ([] if wanted is None else [wanted])


def test_on_the_spot_the_law_of_the_act_names_no_other_remedies() -> None:
    assert not is_said("remedy_other", act(remedy=PRICE)(on_the_spot_case()))


@pytest.mark.parametrize(
    ("kinds", "asked"),
    [
        ((SanctionKind.CONFISCATE_GAIN, FINE), True),
        ((FINE, SanctionKind.CONFISCATE_GOODS), False),
    ],
)
def test_a_sheet_is_asked_for_where_gain_is_taken(
    kinds: tuple[SanctionKind, ...], asked: bool
) -> None:
    case = both(whole(gain=None), imposing(*map(ImposedSanction, kinds)))(lawful_case())
    assert is_said("gain_sheet_missing", case) is asked


SHEET = lawful_case().gain.sheet  # type: ignore[union-attr]  # it has one
UNPROVEN = replace(SHEET, receipts=(GainEntry("销售收入", 50_000),))
BY_CHIEF = replace(SHEET, unproven=Unproven.PROVABLE_PART, approval=Approval("李局", DECIDED))


@pytest.mark.parametrize(
    ("gain", "miscounted", "unapproved"),
    [
        (GainFacts(SHEET, 15_000), False, False),
        (GainFacts(SHEET, 14_999), True, False),
        (GainFacts(UNPROVEN, 15_000), True, False),
        (GainFacts(BY_CHIEF, 15_000), False, False),
        # Wanting the approval alone it is well counted: that is told by itself.
        (GainFacts(replace(BY_CHIEF, approval=None), 15_000), False, True),
        (GainFacts(replace(BY_CHIEF, approval=Approval("李局", DAY)), 15_000), False, True),
    ],
)
def test_a_gain_is_counted_from_its_sheet_and_approved_where_it_cannot_be_found_out(
    gain: GainFacts, miscounted: bool, unapproved: bool
) -> None:
    case = whole(gain=gain)(lawful_case())
    told = (is_said("gain_miscounted", case), is_said("gain_unapproved", case))
    assert told == (miscounted, unapproved)


def test_what_the_gain_comes_to_is_told_in_yuan() -> None:
    (message,) = said("gain_miscounted", part("gain", stated=1)(lawful_case()))
    assert message.facts["result"] == "150.00"


TAKEN = SanctionKind.CONFISCATE_GAIN


@pytest.mark.parametrize(
    ("changes", "kinds", "unordered"),
    [
        ({"refund_ordered_on": DECIDED}, (FINE, TAKEN), False),
        ({"refund_ordered_on": date(2026, 6, 16)}, (FINE, TAKEN), True),
        ({"refund_ordered_on": None}, (FINE, TAKEN), True),
        ({"refund_ordered_on": None}, (FINE,), False),
        ({"refund_ordered_on": None, "refund_due": False}, (TAKEN,), False),
    ],
)
def test_what_was_overcharged_is_refunded_before_the_rest_is_taken(
    changes: dict[str, Any], kinds: tuple[SanctionKind, ...], unordered: bool
) -> None:
    case = both(imposing(*map(ImposedSanction, kinds)), part("decision", **changes))
    assert is_said("refund_unordered", case(lawful_case())) is unordered


OTHER_TEST = LabFacts("检2", date(2026, 4, 20), date(2026, 4, 22))


@pytest.mark.parametrize(
    ("tests", "quoted", "missing"),
    [
        (lambda drug: (drug,), False, True),
        (lambda drug: (drug,), True, False),
        (lambda drug: (OTHER_TEST, drug), False, True),
        (lambda _: (OTHER_TEST,), False, False),
        (lambda drug: (replace(drug, conclusion=" "),), False, False),
    ],
)
def test_a_decision_quotes_what_a_drug_s_test_concluded(
    tests: Callable[[LabFacts], tuple[LabFacts, ...]], quoted: bool, missing: bool
) -> None:
    case = part("decision", test_quoted=quoted)(lawful_case())
    case = replace(case, tests=tests(case.tests[0]))
    assert is_said("drug_conclusion", case) is missing


@pytest.mark.parametrize(
    "code",
    [
        "acts_missing",
        "act_after_decision",
        "party_missing",
        "citation_not_of_act",
        "exempt_punished",
        "fined_before",
        "remedy_other",
        "gain_sheet_missing",
        "refund_unordered",
        "drug_conclusion",
        "drug_untested",
    ],
)
def test_before_there_is_a_decision_nothing_is_asked_of_it(code: str) -> None:
    undecided = both(
        whole(decision=None, party=None, gain=None, tests=()),
        act(penalty=(Citation(DRUG_LAW, 116),)),
        part("acts", 0, fined_by="某县城市管理局"),
        part("discretion", grade=Grade.EXEMPT),
    )
    assert not is_said(code, undecided(lawful_case()))


@pytest.mark.parametrize("articles", [(116,), (116, 125), (125, 116)])
def test_one_clause_for_fake_drugs_among_others_asks_for_a_test(articles: tuple[int, ...]) -> None:
    clauses = tuple(Citation(DRUG_LAW, article) for article in articles)
    assert is_said("drug_untested", both(act(penalty=clauses), whole(tests=()))(lawful_case()))
