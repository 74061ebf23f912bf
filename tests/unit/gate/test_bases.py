"""A message rests on the clause of the act, says once what is missing, and how its basis is known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inspector_app.domain.law.case_facts import ImposedSanction
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.gate.rules import OtherBasis, basis_words
from inspector_app.domain.law.penalty import SanctionKind, Stage
from inspector_app.domain.law.violation import RemedyBlock, Verification
from tests.factory import DRUG_LAW
from tests.factory_gate import lawful_case
from tests.shipped_law import shipped_rules
from tests.unit.gate.asking import judged
from tests.unit.gate.changes import act, both, fined, part
from tests.unit.gate.failing import WARNED_FIRST

DRUGS: dict[str, Any] = {"penalty": (Citation(DRUG_LAW, 126),)}
FINE = SanctionKind.FINE
REMEDY = "gate.remedy_other"


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("gate.fine_outside_range", both(act(**DRUGS), fined(49_999))),
        ("gate.mandatory_missing", both(act(**DRUGS), part("decision", sanctions=()))),
        (
            "gate.fine_without_order",
            both(
                act(**DRUGS, sanctions=WARNED_FIRST),
                part("decision", refused_on=None, stage=Stage.UNHEEDED),
            ),
        ),
    ],
)
def test_what_the_clause_asks_for_rests_on_the_clause(code: str, change: Any) -> None:
    bases = {message.basis for message in judged(change(lawful_case())) if message.code == code}
    assert bases == {"《药品管理法》第一百二十六条"}


@pytest.mark.parametrize(
    ("remedy", "basis"),
    [
        (RemedyBlock.PRICE, "《价格违法行为行政处罚规定》第二十条"),
        (RemedyBlock.METROLOGY, "《计量法》第三十一条"),
        (RemedyBlock.TOBACCO, "《烟草专卖法》第四十一条"),
    ],
)
def test_remedies_of_a_law_rest_on_that_law_alone(remedy: RemedyBlock, basis: str) -> None:
    bases = {m.basis for m in judged(act(remedy=remedy)(lawful_case())) if m.code == REMEDY}
    assert bases == {basis}


def test_ordinary_remedies_rest_on_the_laws_of_penalty_and_review() -> None:
    case = part("decision", remedy=RemedyBlock.PRICE)(lawful_case())
    bases = {m.basis for m in judged(case) if m.code == REMEDY}
    assert bases == {"《行政处罚法》第五十九条；《行政复议法》第二十条"}


def test_what_a_province_punishes_is_said_to_be_so_and_no_other_organs() -> None:
    told = {m.code for m in judged(act(authority="provincial_rules")(lawful_case()))}
    assert "gate.provincial_law_unknown" in told
    assert "gate.foreign_authority" not in told


@pytest.mark.parametrize("known", [True, False])
def test_a_fine_is_missing_once_whatever_the_goods_are_worth(known: bool) -> None:
    case = part("decision", sanctions=(ImposedSanction(SanctionKind.CONFISCATE_GAIN, 150),))
    unknown: Any = part("decision", bases={})
    told = [
        message.facts["kind"]
        for message in judged(case(lawful_case() if known else unknown(lawful_case())))
        if message.code == "gate.mandatory_missing"
    ]
    assert told == ["没收违法物品", "罚款"]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Verification.VERIFIED, "某通知"),
        (Verification.SECONDARY, "某通知（依据二手资料）"),
        (Verification.INFERRED, "某通知（推断）"),
        (Verification.RECALLED, "某通知（待核实）"),
    ],
)
def test_a_basis_says_how_it_is_known(status: Verification, words: str) -> None:
    assert basis_words((), (OtherBasis("某通知", status),)) == words


def test_nothing_that_blocks_calls_its_basis_unverified() -> None:
    for rule in shipped_rules().rules:
        for check in rule.checks:
            if rule.mode_of(check).value == "block":
                assert "待核实" not in rule.basis_of(check), check.code


@pytest.mark.parametrize("sanctions", [(), (ImposedSanction(FINE, 60_000),)])
def test_only_a_penalty_needs_clear_facts(sanctions: tuple[ImposedSanction, ...]) -> None:
    case = part("decision", facts_clear=False, sanctions=sanctions)(lawful_case())
    told = {message.code for message in judged(case)}
    assert ("gate.facts_unclear" in told) is bool(sanctions)


@pytest.mark.parametrize("status", list(Verification))
def test_a_warning_by_a_clause_that_is_only_recalled_is_stopped_without_any_finding(
    status: Verification,
) -> None:
    warned = part("decision", sanctions=(ImposedSanction(SanctionKind.WARNING),))
    case = both(act(verification=status), warned)(lawful_case())
    told = {message.code for message in judged(replace(case, inspection=None))}
    assert ("gate.act_unverified" in told) is (status is Verification.RECALLED)
