"""What the legality gate says of a case, asked for at any time, by how strong it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from inspector_app.application.legality import law_of
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.case_deadlines import CaseDeadline, case_deadlines
from inspector_app.domain.document_text import snapshot_text
from inspector_app.domain.law.case_facts import CaseFacts
from inspector_app.domain.law.deadline_kinds import DeadlineKind
from inspector_app.domain.law.gate.judging import (
    GateMessage,
    GateMode,
    LawInForce,
    by_mode,
    check_whole_case,
    facts_of_visit,
)
from inspector_app.domain.visit import Visit

__all__ = ["CheckCase", "GateReport", "report_on"]


@dataclass(frozen=True, slots=True)
class GateReport:
    """What stands against a case on ``day``: the edition of the rules, the messages by mode.

    ``deadlines`` are those that run from its facts and from its visit, the earliest end first;
    ``party`` is the name.
    """

    case: str
    day: date
    edition: str
    messages: Mapping[GateMode, tuple[GateMessage, ...]]
    deadlines: tuple[CaseDeadline, ...] = ()
    party: str = ""

    @property
    def blocked(self) -> bool:
        """Whether anything must be mended first."""
        return bool(self.messages[GateMode.BLOCK])


def report_on(
    case: CaseFacts,
    day: date,
    law: LawInForce,
    kinds: Mapping[str, DeadlineKind],
    visit: Visit | None = None,
) -> GateReport:
    """The report on a case as its facts say it; ``kinds`` are the deadlines that may run from it.

    ``visit`` is the record that the facts are of, if they are of one.
    """
    edition = f"{law.rules.edition.id}@{law.rules.edition.version}"
    return GateReport(
        case.id,
        day,
        edition,
        by_mode(check_whole_case(case, day, law)),
        case_deadlines(case, kinds, law.calendar, day, law.rules.laws, visit),
        case.party.name if case.party is not None else "",
    )


@dataclass(frozen=True, slots=True)
class CheckCase:
    """The gate over a visit of this laptop, the words of its documents read again."""

    place: Workplace
    records: VisitRecords

    def __call__(self, visit_id: str) -> GateReport:
        """The report as of today; ``UserError`` without such a visit, ``EnvironmentFault`` without texts."""
        visit = self.records.read(visit_id)
        self.place.statutes.names()  # A library that cannot be read is told, not left out.
        law = law_of(self.place, visit)
        facts = facts_of_visit(visit, templates=self.place.packs.document_templates())
        day, kinds = self.place.clock.today(), self.place.packs.deadlines()
        return report_on(self._read_again(facts, visit), day, law, kinds, visit)

    def _read_again(self, facts: CaseFacts, visit: Visit) -> CaseFacts:
        """The facts with what the documents say, where their wording is on this device."""
        place = self.place
        texts = {
            document.id: snapshot_text(place.documents.decode(place.blobs.get(document.snapshot)))
            for document in visit.documents.values()
            if document.snapshot and place.blobs.has(document.snapshot)
        }
        papers = tuple(replace(p, text=texts.get(p.id, p.text)) for p in facts.papers)
        return replace(facts, papers=papers)
