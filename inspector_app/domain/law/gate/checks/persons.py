"""Fines on persons beside the unit's by a clause of its own, measured by their income (R22).

食安条例 75 fines those who answer for a unit besides what the food law has for it; no row of a
violation holds that clause, so it is one that the decision must cite.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import CaseFacts, ImposedSanction
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.gate.clauses import is_one_of
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.money import money_words
from inspector_app.domain.law.penalty import FineBase, Payer, SanctionKind

__all__ = ["IncomeClauses"]


@dataclass(frozen=True, slots=True)
class IncomeClauses:
    """The clauses ``persons_by`` which a person is fined besides the unit, by income.

    They fall on those who answer for a unit, for an act punished by one of the laws ``persons_of``
    but not by a clause of ``persons_not`` (食安条例 75(2)).
    """

    persons_by: tuple[str, ...]
    persons_of: tuple[str, ...]
    persons_not: tuple[str, ...]

    def measure(self, fine: ImposedSanction, case: CaseFacts) -> bool:
        """Whether ``fine`` is such a one, by a clause that the decision cites."""
        decision, party = case.decision, case.party
        if decision is None or party is None or fine.payer is not Payer.RESPONSIBLE_PERSON:
            return False
        if party.type is PartyType.INDIVIDUAL or party.farmer:
            return False
        cited = any(is_one_of(clause, self.persons_by) for clause in decision.cites)
        return cited and any(
            clause.law in self.persons_of and not is_one_of(clause, self.persons_not)
            for act in case.acts
            for clause in act.violation.penalty
        )

    def fines(self, case: CaseFacts) -> list[ImposedSanction]:
        """The fines of the decision that they measure and whose amount is fixed."""
        imposed = case.decision.sanctions if case.decision is not None else ()
        return [
            fine
            for fine in imposed
            if fine.kind is SanctionKind.FINE and fine.fixed and self.measure(fine, case)
        ]


@check("fine")
def income_unknown(case: CaseFacts, _on: Occasion, *, persons: IncomeClauses) -> Iterator[Obstacle]:
    """A person is fined by the income from the unit, and that is not found out (处罚法 40)."""
    decision = case.decision
    for fine in persons.fines(case):
        if decision is not None and not decision.bases.get(FineBase.INCOME):
            yield Obstacle(facts={"fine": money_words(fine.fen)})


@check("fine", "low", "high")
def fine_outside_income(
    case: CaseFacts,
    _on: Occasion,
    *,
    persons: IncomeClauses,
    least: int,
    most: int,
) -> Iterator[Obstacle]:
    """A person is fined less than ``least`` or more than ``most`` times the income from the unit.

    A mitigated one may be less. Where several are fined, whose income is told is not known: nothing
    is said.
    """
    fines = persons.fines(case)
    income = case.decision.bases.get(FineBase.INCOME, 0) if case.decision is not None else 0
    weighed = case.discretion
    lowest = 1 if weighed is not None and weighed.grade is Grade.MITIGATED else least * income
    if len(fines) == 1 and income and not lowest <= fines[0].fen <= most * income:
        facts: dict[str, str | int] = {
            "fine": money_words(fines[0].fen),
            "low": money_words(least * income),
            "high": money_words(most * income),
        }
        yield Obstacle(facts=facts)
