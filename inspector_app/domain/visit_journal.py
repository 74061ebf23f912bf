"""A visit's events in the journal: their names, versions and stream.

Stream ``visit/<visit id>``. Versions start at 1; an older version is lifted by a small pure
upcaster (:data:`UPCASTERS`), with a frozen sample in tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Event, Head, Moment
from inspector_app.domain.plain import from_plain, to_plain
from inspector_app.domain.visit_events import (
    AnswerCorrected,
    AnswerRecorded,
    ClockJumped,
    DocumentComposed,
    DocumentFieldsEdited,
    DocumentIssued,
    DocumentPrinted,
    DocumentServed,
    DocumentVoided,
    DocumentWithdrawn,
    FindingConfirmed,
    FindingWeighed,
    FindingWithdrawn,
    PhotoAttached,
    PhotoRemoved,
    RemarkAnswered,
    ResultGraded,
    RightsRead,
    SignatureCaptured,
    SignatureRefused,
    VisitCompleted,
    VisitEvent,
    VisitStarted,
    VisitSubmitted,
)

__all__ = ["UPCASTERS", "read_event", "record_event", "visit_stream"]

TYPES: Mapping[str, type[Any]] = {
    "visit_started": VisitStarted,
    "rights_read": RightsRead,
    "answer_recorded": AnswerRecorded,
    "answer_corrected": AnswerCorrected,
    "photo_attached": PhotoAttached,
    "photo_removed": PhotoRemoved,
    "finding_confirmed": FindingConfirmed,
    "finding_withdrawn": FindingWithdrawn,
    "finding_weighed": FindingWeighed,
    "result_graded": ResultGraded,
    "document_fields_edited": DocumentFieldsEdited,
    "document_composed": DocumentComposed,
    "signature_captured": SignatureCaptured,
    "signature_refused": SignatureRefused,
    "document_issued": DocumentIssued,
    "document_voided": DocumentVoided,
    "document_withdrawn": DocumentWithdrawn,
    "document_printed": DocumentPrinted,
    "document_served": DocumentServed,
    "visit_completed": VisitCompleted,
    "visit_submitted": VisitSubmitted,
    "remark_answered": RemarkAnswered,
    "clock_jumped": ClockJumped,
}
NAMES: Mapping[type[Any], str] = {cls: name for name, cls in TYPES.items()}
VERSION = 1

UPCASTERS: Mapping[tuple[str, int], Callable[[Mapping[str, Any]], Mapping[str, Any]]] = {}


def visit_stream(visit_id: str) -> str:
    """The stream of a visit."""
    return f"visit/{visit_id}"


def record_event(head: Head, happened: VisitEvent, moment: Moment, by: str) -> Event:
    """The journal event that says ``happened``, following ``head``."""
    return Event.record(head, NAMES[type(happened)], VERSION, moment, by, to_plain(happened))


def read_event(event: Event) -> VisitEvent:
    """What ``event`` says; older versions are lifted. ``Defect`` for a type that is not a visit's."""
    cls = TYPES.get(event.type)
    if cls is None:
        raise Defect(
            "visit.event_type",
            f"检查记录中有未知的事件类型“{event.type}”。",
            facts={"type": event.type},
        )
    payload, version = event.payload, event.v
    while version < VERSION:
        payload = UPCASTERS[(event.type, version)](payload)
        version += 1
    if version > VERSION:
        raise Defect("visit.event_version", "该记录由更新版本的程序写成，请先升级本程序。")
    happened: VisitEvent = from_plain(cls, payload)
    return happened
