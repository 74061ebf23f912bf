"""A penalty of whatever kind stands only where a clause has it for this party, at what is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.domain.law.case_facts import CaseFacts, ImposedSanction
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.penalty import Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.violation import Violation
from tests.factory_gate import expired_food, lawful_case
from tests.unit.gate.asking import said
from tests.unit.gate.changes import both, part

REVOCABLE = expired_food(
    sanctions=(*expired_food().sanctions, Sanction(SanctionKind.REVOCATION, Stage.GRAVE))
)
NOT_IN_CLAUSE = "kind_not_in_clause"


def told(case: CaseFacts) -> list[str | int]:
    return [message.facts["kind"] for message in said(NOT_IN_CLAUSE, case)]


def imposed(
    *more: SanctionKind,
    by: tuple[Violation, ...] = (REVOCABLE,),
    payer: Payer = Payer.PARTY,
    stage: Stage = Stage.AT_ONCE,
) -> CaseFacts:
    """The lawful case with further penalties for these violations."""
    case = lawful_case()
    assert case.decision is not None
    acts = tuple(replace(case.acts[0], violation=violation) for violation in by)
    penalties = (*case.decision.sanctions, *(ImposedSanction(one, payer=payer) for one in more))
    return part("decision", sanctions=penalties, stage=stage)(replace(case, acts=acts))


@pytest.mark.parametrize(
    ("stage", "against"), [(Stage.AT_ONCE, ["吊销许可证、执照"]), (Stage.GRAVE, [])]
)
def test_a_licence_is_revoked_where_grave_circumstances_are_shown(
    stage: Stage, against: list[str]
) -> None:
    assert told(imposed(SanctionKind.REVOCATION, stage=stage)) == against


@pytest.mark.parametrize(
    "kind",
    [
        SanctionKind.WARNING,
        SanctionKind.CRITICISM,
        SanctionKind.CONFISCATE_TOOLS,
        SanctionKind.CONFISCATE_INCOME,
        SanctionKind.SUSPENSION,
        SanctionKind.CLOSURE,
        SanctionKind.CANCELLATION,
        SanctionKind.BAN,
    ],
)
def test_what_no_clause_has_is_not_imposed(kind: SanctionKind) -> None:
    has_it = replace(REVOCABLE, sanctions=(*REVOCABLE.sanctions, Sanction(kind)))
    assert len(told(imposed(kind))) == 1
    assert told(imposed(kind, by=(has_it,))) == []
    assert told(imposed(kind, by=(REVOCABLE, has_it))) == []


def test_illegal_gain_is_confiscated_by_the_law_of_penalties_itself() -> None:
    without = replace(REVOCABLE, sanctions=REVOCABLE.sanctions[1:])
    assert told(imposed(by=(without,))) == []


@pytest.mark.parametrize("kind", [SanctionKind.ORDER_CORRECTION, SanctionKind.ORDER_STOP])
def test_what_is_no_penalty_needs_no_penalty_clause(kind: SanctionKind) -> None:
    assert told(imposed(kind)) == []


@pytest.mark.parametrize(
    ("has", "lawful"), [(Payer.PARTY, False), (Payer.RESPONSIBLE_PERSON, True)]
)
def test_a_person_in_charge_is_warned_where_the_clause_warns_him(has: Payer, lawful: bool) -> None:
    warned = replace(
        REVOCABLE, sanctions=(*REVOCABLE.sanctions, Sanction(SanctionKind.WARNING, payer=has))
    )
    case = imposed(SanctionKind.WARNING, by=(warned,), payer=Payer.RESPONSIBLE_PERSON)
    assert (told(case) == []) is lawful
    assert (told(imposed(SanctionKind.WARNING, by=(warned,))) == []) is not lawful


@pytest.mark.parametrize("payer", [Payer.PARTY, Payer.RESPONSIBLE_PERSON])
def test_a_ban_falls_on_whom_the_clause_names_whoever_the_party_is(payer: Payer) -> None:
    banned = replace(REVOCABLE, sanctions=(*REVOCABLE.sanctions, Sanction(SanctionKind.BAN)))
    assert told(imposed(SanctionKind.BAN, by=(banned,), payer=payer)) == []


@pytest.mark.parametrize(("stage", "follows"), [(Stage.AT_ONCE, False), (Stage.GRAVE, True)])
def test_the_ban_of_the_food_law_follows_a_revocation_that_may_be_imposed(
    stage: Stage, follows: bool
) -> None:
    kinds = (SanctionKind.REVOCATION, SanctionKind.BAN)
    assert ("限制从业" not in told(imposed(*kinds, stage=stage))) is follows
    assert "限制从业" in told(imposed(SanctionKind.BAN, stage=stage))


@pytest.mark.parametrize(
    ("grade", "reason", "lawful"),
    [
        (Grade.MITIGATED, "主动消除危害后果", True),
        (Grade.MITIGATED, " ", False),
        (Grade.LENIENT, "有悔过表现", False),
    ],
)
def test_a_warning_may_stand_in_for_more_where_the_penalty_is_mitigated(
    grade: Grade, reason: str, lawful: bool
) -> None:
    weighed = part("discretion", grade=grade, reason=reason)
    assert (told(weighed(imposed(SanctionKind.WARNING))) == []) is lawful
    assert told(weighed(imposed(SanctionKind.SUSPENSION))) == ["责令停产停业"]


def test_a_clause_that_is_not_structured_says_nothing_of_kinds() -> None:
    assert told(imposed(SanctionKind.SUSPENSION, by=(replace(REVOCABLE, sanctions=()),))) == []


def test_what_is_against_it_names_the_clause() -> None:
    case = both(part("discretion", grade=Grade.ORDINARY))(imposed(SanctionKind.SUSPENSION))
    (message,) = said(NOT_IN_CLAUSE, case)
    assert "第一百二十四条第一款第（五）项" in message.text


def test_where_there_is_no_clause_at_all_none_is_named() -> None:
    case = imposed(SanctionKind.WARNING, by=(replace(REVOCABLE, penalty=(), sanctions=()),))
    named = {message.facts["clause"] for message in said(NOT_IN_CLAUSE, case)}
    assert named == {"—"}
