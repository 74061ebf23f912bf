"""Each rule lets the lawful case through and stops the one that breaks it."""

from __future__ import annotations

import dataclasses
import typing
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import CaseFacts, ImposedSanction
from inspector_app.domain.law.gate.checks import CHECKS
from inspector_app.domain.law.gate.judging import (
    FIELDS,
    CaseStage,
    GateMessage,
    GateMode,
    GateRules,
    Occasion,
    Run,
    judge,
)
from inspector_app.domain.law.gate.rules import GateCheck, GateRule
from inspector_app.domain.law.gate.targets import is_field
from inspector_app.domain.law.penalty import Fine, FineBase, Payer, Sanction, SanctionKind
from inspector_app.domain.law.violation import Verification
from inspector_app.domain.visit_state import Step
from inspector_app.packs.lint_gate import REQUIRED
from tests.factory_gate import DAY, lawful_case, on_the_spot_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import act, both, fined, part
from tests.unit.gate.factory_exempt import exempt_case
from tests.unit.gate.failing import FAILING, Failing

RULES = shipped_rules()
CALENDAR = shipped_calendar()
BY_CODE: dict[str, tuple[GateRule, GateCheck]] = {
    check.code: (rule, check) for rule in RULES.rules for check in rule.checks
}


def asked(code: str, failing: Failing, rules: GateRules = RULES) -> tuple[GateMessage, ...]:
    """What the gate says of the failing case about that code, on the first run that asks it."""
    run = BY_CODE[code][1].runs[0]
    occasion = failing.occasion(Occasion(DAY, run, rules, CALENDAR, failing.document))
    said = judge(failing.change(failing.base()), occasion)
    return tuple(message for message in said if message.code == code)


@pytest.mark.parametrize("run", list(Run))
@pytest.mark.parametrize("document", ["", "doc-1", "doc-2"])
@pytest.mark.parametrize(
    "case",
    [lawful_case(), on_the_spot_case(), exempt_case()],
    ids=["ordinary", "spot", "exempt"],
)
def test_a_lawful_case_passes_every_rule(case: CaseFacts, document: str, run: Run) -> None:
    assert judge(case, Occasion(DAY, run, RULES, CALENDAR, document)) == ()


def test_every_code_of_every_rule_has_its_failing_case() -> None:
    assert FAILING.keys() == BY_CODE.keys()


@pytest.mark.parametrize("code", FAILING)
def test_a_case_that_breaks_it_is_told(code: str) -> None:
    rule, check = BY_CODE[code]
    (message, *_) = asked(code, FAILING[code])
    assert message.rule == rule.id
    assert message.basis
    assert "{" not in message.text
    assert set(message.facts) == CHECKS[check.check].gives


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_each_rule_passes_the_very_case_that_one_change_makes_it_stop(rule: GateRule) -> None:
    assert rule.checks
    for check in rule.checks:
        broken = FAILING[check.code]
        lawful = replace(broken, change=lambda case: case, occasion=lambda occasion: occasion)
        assert asked(check.code, broken), check.code
        assert not asked(check.code, lawful), check.code


def test_the_rules_of_the_domain_facts_are_those_of_one_to_fifty_six() -> None:
    assert [f"R{number:02d}" for number in range(1, 57)] == list(REQUIRED)


def test_every_rule_of_the_domain_facts_is_there_once() -> None:
    ids = [rule.id for rule in RULES.rules]
    assert len(ids) == len(set(ids))
    assert set(REQUIRED) <= set(ids)
    assert all(rule.checks for rule in RULES.rules)


def test_what_is_only_recalled_never_blocks() -> None:
    silenced = [rule for rule in RULES.rules if rule.status is Verification.RECALLED]
    assert not [rule.id for rule in silenced if rule.is_on and rule.mode is not GateMode.PROMPT]


def changed(code: str, **changes: object) -> GateRules:
    rule, check = BY_CODE[code]
    made = replace(check, **changes)  # type: ignore[arg-type]  # keyword names are the fields
    checks = tuple(made if each.code == code else each for each in rule.checks)
    rules = tuple(replace(r, checks=checks) if r.id == rule.id else r for r in RULES.rules)
    return replace(RULES, rules=rules)


@pytest.mark.parametrize("mode", list(GateMode))
def test_how_strong_a_rule_is_stands_in_the_data(mode: GateMode) -> None:
    code = "gate.officers_two"
    (message,) = asked(code, FAILING[code], changed(code, mode=mode))
    assert message.mode is mode


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("gate.on_spot_fine_high", {"individual": 201, "organisation": 3000}),
        ("gate.hearing_amount", {"individual": 10_000, "organisation": 100_001}),
        ("gate.cash_without_ground", {"small": 101}),
        ("gate.fine_above_level", {"amount": 300_001}),
        ("gate.filing_late", {"working_days": 60, "more_days": 15}),
        ("gate.case_too_long", {"days": 91, "more_days": 30}),
        ("gate.notice_period", {"working_days": 0}),
        ("gate.first_offence_unsearched", {"years": 1}),
    ],
)
def test_a_number_in_the_data_moves_the_boundary(code: str, numbers: dict[str, int]) -> None:
    assert asked(code, FAILING[code])
    assert not asked(code, FAILING[code], changed(code, numbers=numbers))


def test_a_recalled_rule_is_silent() -> None:
    rule, _ = BY_CODE["gate.officers_two"]
    quiet = replace(rule, status=Verification.RECALLED)
    rules = replace(RULES, rules=tuple(quiet if r.id == rule.id else r for r in RULES.rules))
    assert not asked("gate.officers_two", FAILING["gate.officers_two"], rules)


@pytest.mark.parametrize("code", BY_CODE)
def test_a_message_leads_to_a_field_that_there_is(code: str) -> None:
    check = BY_CODE[code][1]
    assert is_field(check.step, check.target)
    if check.step in {stage.value for stage in CaseStage}:
        assert _is_fact(CaseFacts, check.target), f"{code}: {check.target}"
    else:
        assert check.target in FIELDS[Step(check.step)]


def _is_fact(cls: type, path: str) -> bool:
    """Whether ``path`` names a fact of ``cls``: fields of fields, lists entered as if one."""
    name, _, rest = path.partition(".")
    hint = typing.get_type_hints(cls).get(name)
    if hint is None:
        return False
    if not rest:
        return True
    parts = [hint, *typing.get_args(hint)]
    inner = [kind for kind in parts if isinstance(kind, type) and dataclasses.is_dataclass(kind)]
    return any(_is_fact(kind, rest) for kind in inner)


@pytest.mark.parametrize(
    ("fine", "goods", "lawful"),
    [
        (100_000, 9_999, True),
        (100_000, 10_000, True),  # exactly 10,000 yuan: ten times, 100,000, is the least
        (99_999, 10_000, False),
        (200_000, 10_000, True),
        (200_001, 10_000, False),
    ],
)
def test_ten_thousand_yuan_of_goods_belong_to_the_multiples(
    fine: int, goods: int, lawful: bool
) -> None:
    case = part("decision", bases={FineBase.GOODS_VALUE: goods * 100})(fined(fine)(lawful_case()))
    said = judge(case, Occasion(DAY, Run.DEMAND, RULES, CALENDAR))
    assert ("gate.fine_outside_range" not in {m.code for m in said}) is lawful


def test_a_rule_speaks_only_of_what_the_case_has_come_to() -> None:
    bare = CaseFacts("case-0")
    said = {m.code for m in judge(bare, Occasion(date(2026, 6, 30), Run.DEMAND, RULES))}
    assert said == {"gate.officers_two"}


# Without gain units and individuals have their own ranges; what is counted from gain is everybody's.
_NO_GAIN: dict[str, Any] = {"class_of": FineBase.ILLEGAL_GAIN, "base_unknown": True}
PRICE = (
    Sanction(SanctionKind.FINE, fine=Fine(FineBase.ILLEGAL_GAIN, 0, 5_000)),
    Sanction(
        SanctionKind.FINE, payer=Payer.UNIT, fine=Fine(FineBase.AMOUNT, 50_000, 500_000, **_NO_GAIN)
    ),
    Sanction(
        SanctionKind.FINE,
        payer=Payer.INDIVIDUAL,
        optional=True,
        fine=Fine(FineBase.AMOUNT, 0, 100_000, **_NO_GAIN),
    ),
)
_WITH: dict[str, Any] = {"bases": {FineBase.ILLEGAL_GAIN: 1_000_000}, "without": ()}
_WITHOUT: dict[str, Any] = {"bases": {}, "without": (FineBase.ILLEGAL_GAIN,)}


def priced(party: PartyType, payer: Payer | None, **known: Any) -> CaseFacts:
    """A price case against ``party`` with a fine on ``payer``, or none."""
    imposed = (ImposedSanction(SanctionKind.FINE, 50_000, payer),) if payer else ()
    change = both(
        part("party", type=party),
        act(sanctions=PRICE),
        part("decision", sanctions=imposed, **known),
    )
    return change(lawful_case())


def is_told(code: str, case: CaseFacts) -> bool:
    return bool(asked(code, Failing(lambda _: case)))


@pytest.mark.parametrize(
    ("party", "payer", "known", "wrong"),
    [
        (PartyType.INDIVIDUAL, Payer.INDIVIDUAL, _WITHOUT, False),
        (PartyType.INDIVIDUAL, Payer.UNIT, _WITHOUT, True),
        (PartyType.INDIVIDUAL, Payer.PARTY, _WITHOUT, True),
        (PartyType.INDIVIDUAL, Payer.PARTY, _WITH, False),
        (PartyType.INDIVIDUAL, Payer.UNIT, _WITH, True),
        (PartyType.ENTERPRISE, Payer.INDIVIDUAL, _WITHOUT, True),
        (PartyType.ENTERPRISE, Payer.UNIT, _WITHOUT, False),
        (PartyType.ENTERPRISE, Payer.PARTY, _WITH, False),
        # Whether it is an individual is open.
        (PartyType.INDIVIDUAL_BUSINESS, Payer.INDIVIDUAL, _WITHOUT, False),
        (PartyType.INDIVIDUAL_BUSINESS, Payer.UNIT, _WITHOUT, False),
    ],
)
def test_each_party_is_fined_in_the_range_of_its_kind(
    party: PartyType, payer: Payer, known: dict[str, Any], wrong: bool
) -> None:
    assert is_told("gate.wrong_payer", priced(party, payer, **known)) is wrong


@pytest.mark.parametrize(
    ("party", "demanded"),
    [
        (PartyType.ENTERPRISE, True),
        (PartyType.INDIVIDUAL, False),
        (PartyType.INDIVIDUAL_BUSINESS, False),
    ],
)
def test_a_fine_that_units_must_get_is_demanded_of_units(party: PartyType, demanded: bool) -> None:
    assert is_told("gate.mandatory_missing", priced(party, None, **_WITHOUT)) is demanded
