"""The decision itself: on the spot, parts, basis, gain (R07, R08, R20, R21, R27, R48, R49, R56)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from inspector_app.domain.law.case_facts import (
    CaseFacts,
    DecisionFacts,
    LabFacts,
    Procedure,
)
from inspector_app.domain.law.citation import Citation, format_citation
from inspector_app.domain.law.gate.checks.procedure import of_party, on_the_spot, ordinary
from inspector_app.domain.law.gate.counted import late
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.illegal_gain import IN_FORCE_FROM
from inspector_app.domain.law.money import YUAN, money_words
from inspector_app.domain.law.penalty import ORDERS, SanctionKind
from inspector_app.domain.law.weighing import PAPER

__all__: list[str] = []


@check("fine", "limit")
def on_spot_fine_high(
    case: CaseFacts,
    _on: Occasion,
    *,
    individual: int,
    organisation: int,
    as_individual: tuple[str, ...],
) -> Iterator[Obstacle]:
    """A fine on the spot above the limit; the limit itself is allowed (程序规定 84)."""
    decision = on_the_spot(case)
    if decision is None:
        return
    limit = of_party(case, individual, organisation, as_individual)
    fine = sum(s.fen for s in decision.sanctions if s.kind is SanctionKind.FINE)
    if fine > limit * YUAN:
        yield Obstacle(facts={"fine": money_words(fine), "limit": money_words(limit * YUAN)})


@check()
def on_spot_kind_forbidden(
    case: CaseFacts, _on: Occasion, *, kinds: tuple[str, ...]
) -> Iterator[Obstacle]:
    """Another penalty than those that can be imposed on the spot; an order is none (处罚法 28)."""
    decision = on_the_spot(case)
    imposed = decision.sanctions if decision is not None else ()
    if any(s.kind not in ORDERS and s.kind.value not in kinds for s in imposed):
        yield Obstacle()


@check()
def on_spot_facts_unclear(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The facts are not certain: no decision on the spot."""
    decision = on_the_spot(case)
    if decision is not None and not decision.facts_clear:
        yield Obstacle()


@check("count")
def on_spot_incomplete(
    case: CaseFacts, _on: Occasion, *, parts: tuple[str, ...]
) -> Iterator[Obstacle]:
    """The decision lacks number, seal or a part of its content (程序规定 68)."""
    decision = on_the_spot(case)
    if decision is None:
        return
    left = len(set(parts) - set(decision.parts))
    left += (not decision.sealed) + (not decision.number)
    if left:
        yield Obstacle(facts={"count": left})


@check("due")
def on_spot_unarchived(case: CaseFacts, on: Occasion, *, working_days: int) -> Iterator[Obstacle]:
    """The papers were not handed in for filing in time (程序规定 70)."""
    decision = on_the_spot(case)
    if decision is None:
        return
    term = on.after_working_days(decision.on, working_days)
    yield from late(term, decision.archived_on or on.day)


@check("count")
def decision_incomplete(
    case: CaseFacts, _on: Occasion, *, parts: tuple[str, ...]
) -> Iterator[Obstacle]:
    """The decision lacks parts of its content (程序规定 62)."""
    decision = ordinary(case)
    if decision is not None and (left := set(parts) - set(decision.parts)):
        yield Obstacle(facts={"count": len(left)})


@check()
def facts_unclear(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A penalty of the ordinary procedure on facts that are not clear (处罚法 40)."""
    decision = ordinary(case)
    if decision is not None and decision.sanctions and not decision.facts_clear:
        yield Obstacle()


@check()
def decision_unsealed(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The decision carries no seal."""
    if (decision := ordinary(case)) is not None and not decision.sealed:
        yield Obstacle()


@check()
def publication_untold(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The coming publication was not told with the decision (令45号 8)."""
    decision = case.decision
    if decision is not None and decision.is_made_public and not decision.publication_told:
        yield Obstacle()


@check("citation")
def citation_not_of_act(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The decision does not cite the penalty clause of an act it punishes."""
    decision = case.decision
    if decision is None or (decision.procedure is Procedure.ON_THE_SPOT and not decision.cites):
        return
    for act in case.acts:
        for clause in act.violation.penalty:
            if not any(_names(cited, clause) for cited in decision.cites):
                yield Obstacle(facts={"citation": format_citation(clause)})


def _names(cited: Citation, clause: Citation) -> bool:
    """Whether ``cited`` is the clause, down to its paragraph and item where it has one.

    An article of one paragraph is cited with and without it.
    """
    if (cited.law, cited.article, cited.subarticle) != (
        clause.law,
        clause.article,
        clause.subarticle,
    ):
        return False
    paragraph = (cited.paragraph or 1) == (clause.paragraph or 1) or not clause.paragraph
    return paragraph and clause.item in (0, cited.item)


@check()
def acts_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A decision that punishes, and no act that it punishes (处罚法 40)."""
    if case.decision is not None and case.decision.sanctions and not case.acts:
        yield Obstacle()


@check("violation", "day")
def act_after_decision(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The act that is punished begins after the decision (处罚法 40)."""
    decision = case.decision
    if decision is None:
        return
    for act in case.acts:
        if act.begins > decision.on:
            facts = {"violation": act.violation.wording, "day": act.begins.isoformat()}
            yield Obstacle(facts=facts)


@check()
def party_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A decision on nobody (处罚法 59; 程序规定 62)."""
    if case.decision is not None and (case.party is None or not case.party.name.strip()):
        yield Obstacle()


@check("organ")
def fined_before(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The same act was fined before: no second fine (处罚法 29)."""
    decision = case.decision
    if decision is None or all(s.kind is not SanctionKind.FINE for s in decision.sanctions):
        return
    for act in case.acts:
        if act.fined_by:
            yield Obstacle(facts={"organ": act.fined_by})


@check()
def gain_sheet_missing(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """Illegal gain is confiscated without its sheet (令118号)."""
    decision = case.decision
    if decision is None or case.gain is not None or not _sheets_are_law(case, on):
        return
    if any(s.kind is SanctionKind.CONFISCATE_GAIN for s in decision.sanctions):
        yield Obstacle()


@check("result")
def gain_miscounted(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """What is stated is not what the sheet comes to, or entries of it lack their evidence."""
    if case.gain is None or not _sheets_are_law(case, on):
        return
    sheet = case.gain.sheet
    right = sheet.worked_out().confiscated
    open_points = [
        p for p in sheet.objections(_judged(case, on)) if p.code != "gain.approval_missing"
    ]
    if right != case.gain.stated or open_points:
        yield Obstacle(facts={"result": f"{right / YUAN:.2f}"})


@check("evidence")
def gain_evidence_unknown(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """The sheet rests on evidence that is none of the case's (处罚法 40, 46).

    A paper that an opinion names as outside the visit's record is looked up by nobody.
    """
    if case.gain is None or not case.evidence or not _sheets_are_law(case, on):
        return
    held = {piece.id for piece in case.evidence}
    for named in sorted(case.gain.sheet.evidence() - held):
        if not named.startswith(PAPER):
            yield Obstacle(facts={"evidence": named})


@check("taken", "result")
def gain_taken_otherwise(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """The decision confiscates another amount than its own sheet comes to."""
    decision = case.decision
    if decision is None or case.gain is None or not _sheets_are_law(case, on):
        return
    amounts = [
        sanction.fen
        for sanction in decision.sanctions
        if sanction.kind is SanctionKind.CONFISCATE_GAIN and sanction.fixed
    ]
    right = case.gain.sheet.worked_out().confiscated
    if amounts and sum(amounts) != right:
        yield Obstacle(facts={"taken": money_words(sum(amounts)), "result": money_words(right)})


@check()
def gain_unapproved(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """Gain that cannot be found out was left out without the chief's approval (令118号 14)."""
    if case.gain is None or not _sheets_are_law(case, on):
        return
    if not case.gain.sheet.is_approved(_judged(case, on)):
        yield Obstacle()


def _sheets_are_law(case: CaseFacts, on: Occasion) -> bool:
    """Whether 令118号 is in force: what was decided before is not measured by it."""
    return _judged(case, on) >= IN_FORCE_FROM


def _judged(case: CaseFacts, on: Occasion) -> date:
    return case.decision.on if case.decision is not None else on.day


@check()
def refund_unordered(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Overcharged money is confiscated before a refund was ordered (价格规定 16)."""
    decision = case.decision
    if decision is None or not decision.refund_due:
        return
    taken = any(s.kind is SanctionKind.CONFISCATE_GAIN for s in decision.sanctions)
    ordered = decision.refund_ordered_on
    if taken and (ordered is None or ordered > decision.on):
        yield Obstacle()


def _concluded(test: LabFacts, decision: DecisionFacts) -> bool:
    """Whether the conclusion on a drug was there when it was decided."""
    return test.drug and bool(test.conclusion.strip()) and test.result_on <= decision.on


@check()
def drug_conclusion_unquoted(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A decision on fake or substandard drugs without the test's conclusion (药品管理法 121)."""
    decision = case.decision
    if decision is None:
        return
    drugs = any(_concluded(test, decision) for test in case.tests)
    if drugs and not decision.test_quoted:
        yield Obstacle()


@check("violation")
def drug_untested(
    case: CaseFacts, _on: Occasion, *, laws: tuple[str, ...], articles: tuple[str, ...]
) -> Iterator[Obstacle]:
    """A penalty for fake or substandard drugs and no conclusion of any test (药品管理法 121).

    ``laws`` and ``articles`` are the penalty clauses for such drugs.
    """
    decision = case.decision
    if decision is None or not decision.sanctions:
        return
    if any(_concluded(test, decision) for test in case.tests):
        return
    for act in case.acts:
        if any(c.law in laws and str(c.article) in articles for c in act.violation.penalty):
            yield Obstacle(facts={"violation": act.violation.wording})
