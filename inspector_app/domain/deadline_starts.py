"""What the record of a visit sets running: the events from which a pack's deadlines count."""

from __future__ import annotations

from collections.abc import Iterator

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.deadline_kinds import StartingEvent
from inspector_app.domain.visit_documents import Document, DocumentStatus
from inspector_app.domain.visit_state import Visit

__all__ = ["DeadlineStart", "deadline_starts"]


@dataclass(frozen=True, slots=True)
class DeadlineStart:
    """An event of a visit from which deadlines may count.

    ``start_id`` is the same however often it is worked out. ``of`` is the measure or the kind of
    document (see ``Trigger``), ``subject`` the document's title and number. ``at`` is ISO 8601.
    """

    visit_id: str
    start_id: str
    enterprise_id: str
    enterprise_name: str
    event: StartingEvent
    of: str
    at: str
    subject: str


def deadline_starts(visit: Visit) -> tuple[DeadlineStart, ...]:
    """Every such event of ``visit`` as its record stands, by time.

    A document that was withdrawn or corrected sets nothing running any more; the correction does.
    """
    found = (*_result(visit), *_measures(visit), *_papers(visit))
    return tuple(sorted(found, key=lambda start: (start.at, start.start_id)))


def _start(
    visit: Visit, start_id: str, event: StartingEvent, of: str, at: str, subject: str = ""
) -> DeadlineStart:
    enterprise = visit.enterprise
    return DeadlineStart(visit.id, start_id, enterprise.id, enterprise.name, event, of, at, subject)


def _result(visit: Visit) -> Iterator[DeadlineStart]:
    # While the officers are there, the result may still change.
    if visit.completed and visit.grading is not None:
        yield _start(visit, "result", StartingEvent.RESULT, "", visit.grading.at)


def _measures(visit: Visit) -> Iterator[DeadlineStart]:
    first: dict[str, str] = {}
    for finding in visit.findings.values():
        for measure in finding.measures:
            # One clue, however many findings say it: the earliest counts.
            first[measure.value] = min(finding.at, first.get(measure.value, finding.at))
    for of, at in first.items():
        yield _start(visit, f"measure-{of}", StartingEvent.MEASURE, of, at)


def _papers(visit: Visit) -> Iterator[DeadlineStart]:
    issued = {
        document.id: document
        for document in visit.documents.values()
        if document.status is DocumentStatus.ISSUED
    }
    for document in issued.values():
        yield _start(
            visit,
            f"issued-{document.id}",
            StartingEvent.ISSUED,
            document.kind,
            document.issued_at,
            _named(document),
        )
    served: set[str] = set()
    for service in visit.services:
        for name in service.documents:
            if name in issued and name not in served:
                served.add(name)
                document = issued[name]
                yield _start(
                    visit,
                    f"served-{name}",
                    StartingEvent.SERVED,
                    document.kind,
                    service.at,
                    _named(document),
                )


def _named(document: Document) -> str:
    return f"《{document.title}》{document.number}"
