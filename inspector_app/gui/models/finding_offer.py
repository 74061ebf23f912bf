"""What a failed item may be: proposals, what was left out and why, and the clauses' official text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from inspector_app.application.propose_findings import Proposal
from inspector_app.application.use_cases import UseCases
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.matching import Excluded
from inspector_app.domain.law.statute import Provision, Unresolved

__all__ = ["FindingOffer", "load_offer", "with_other"]

Clauses = Mapping[Citation, Provision | Unresolved]


@dataclass(frozen=True, slots=True)
class FindingOffer:
    """Everything that the form of a finding chooses from.

    ``proposals``: the item's own, then those that the officers looked up. ``clauses``: what each
    duty and penalty clause says in the law of ``day``, the day of the act.
    """

    proposals: tuple[Proposal, ...]
    excluded: tuple[Excluded, ...] = ()
    clauses: Clauses = field(default_factory=dict)
    day: date = date.min

    @property
    def has_texts(self) -> bool:
        """Whether every clause has its official text on this device."""
        return all(isinstance(told, Provision) for told in self.clauses.values())


def load_offer(
    use_cases: UseCases, visit_id: str, item: str, looked_up: Iterable[str] = ()
) -> FindingOffer:
    """What the item may be here; ``looked_up`` are ids of violations that were chosen besides.

    One that may not be cited any more is left out.
    """
    propose = use_cases.propose_findings
    visit = use_cases.view_visit(visit_id).visit
    day = datetime.fromisoformat(visit.started_at).date()
    proposals = list(propose(visit_id, item))
    standing = [f.violation.id for f in visit.findings.values() if f.item == item]
    known = {proposal.violation.id for proposal in proposals}
    for violation_id in dict.fromkeys((*standing, *looked_up)):
        if violation_id in known:
            continue
        try:
            proposals.append(propose.other(visit_id, item, violation_id))
        except UserError:
            continue
    offered = FindingOffer((), propose.excluded(visit_id, item), {}, day)
    for proposal in proposals:
        offered = with_other(use_cases, offered, proposal)
    return offered


def with_other(use_cases: UseCases, offer: FindingOffer, proposal: Proposal) -> FindingOffer:
    """``offer`` with one more proposal and what its clauses say."""
    violation = proposal.violation
    cited = {*violation.duty, *violation.penalty} - set(offer.clauses)
    told = {citation: use_cases.show_citation(citation, offer.day) for citation in cited}
    return replace(offer, proposals=(*offer.proposals, proposal), clauses={**offer.clauses, **told})
