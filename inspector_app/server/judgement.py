"""Whether one event may join its stream: the questions, in order."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import GENESIS, Event, Head
from inspector_app.domain.officer import Role
from inspector_app.domain.review import read_review_event
from inspector_app.domain.visit import Visit
from inspector_app.server.storage.devices import Device
from inspector_app.server.stream_names import StreamName, read_stream_name
from inspector_app.wire.journal import Entry
from inspector_app.wire.protocol import MAX_BATCH_BYTES

__all__ = ["ALARMING", "Refused", "Standing", "follows", "may_write", "read_entry"]

ALARMING = frozenset(
    {
        *("device.revoked", "stream.fork", "stream.foreign", "review.role"),
        *("issue.blocked", "service.blocked", "submission.blocked", "submission.open"),
        *("issue.violation_altered", "submission.violation_altered"),
    }
)
"""Refusals that a person must look at even if the case's officers do nothing."""


class Refused(Exception):
    """This entry is set aside; ``code`` says why, ``detail`` what of it, in Chinese."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a stream stands: its head, the device that writes it, and whether it is blocked."""

    head: Head
    device: str
    blocked: bool


def read_entry(entry: Entry) -> tuple[Event, StreamName]:
    """The event in the entry and whose record it belongs to; :class:`Refused` if it is none."""
    body = entry.body.encode()
    if len(body) > MAX_BATCH_BYTES:
        raise Refused("event.size")
    if hashlib.sha256(body).hexdigest() != entry.hash:
        raise Refused("event.hash")
    try:
        event = Event.from_body(body)
    except Defect as defect:
        raise Refused("event.body") from defect
    if "\0" in f"{event.type}{event.at}{event.by}":
        # Kept as text beside the body, which PostgreSQL has no way to do.
        raise Refused("event.body")
    if (event.stream, event.seq) != (entry.stream, entry.seq):
        raise Refused("event.envelope")
    name = read_stream_name(event.stream)
    if name is None:
        raise Refused("stream.unknown")
    return event, name


def follows(event: Event, standing: Standing, writer: str) -> None:
    """Raise :class:`Refused` unless the event is the next of its stream, from its writer."""
    head = standing.head
    if standing.device != writer:
        raise Refused("stream.foreign")
    if event.seq <= head.seq:
        raise Refused("stream.fork")
    if event.seq == head.seq + 1 and event.prev == (head.hash or GENESIS):
        return
    if standing.blocked:
        raise Refused("stream.blocked")
    raise Refused("stream.gap" if event.seq > head.seq + 1 else "stream.chain")


def may_write(
    event: Event, name: StreamName, device: Device, supervisors: frozenset[str], visit: Visit | None
) -> None:
    """Raise :class:`Refused` unless this device may write this event of a review.

    ``supervisors`` are the officers with that role; ``visit`` is what is judged.
    """
    if device.role is not Role.SUPERVISOR:
        raise Refused("review.role")
    # The same person may review from two devices, each in a stream of its own (officer-device).
    if event.by not in supervisors or not f"{name.reviewer}-".startswith(f"{event.by}-"):
        raise Refused("review.reviewer")
    if device.officer_id and device.officer_id != event.by:
        raise Refused("review.reviewer")
    if visit is None:
        raise Refused("review.visit")
    if event.by in {officer.id for officer in visit.officers}:
        raise Refused("review.own_case")
    try:
        said = read_review_event(event)
    except Defect as defect:
        raise Refused("event.unreadable") from defect
    if said.visit_id != name.visit_id:
        raise Refused("event.envelope")
