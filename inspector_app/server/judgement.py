"""Whether one event may join its stream: the questions, in order, and the wording of each refusal."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import GENESIS, Event, Head
from inspector_app.domain.officer import Role
from inspector_app.domain.review import CaseApproved, CaseReturned, read_review_event
from inspector_app.domain.visit import Visit
from inspector_app.server.storage.devices import Device
from inspector_app.server.stream_names import StreamName, read_stream_name
from inspector_app.wire.journal import Entry
from inspector_app.wire.protocol import MAX_BATCH_BYTES

__all__ = ["ALARMING", "REASONS", "Refused", "Standing", "follows", "may_write", "read_entry"]

REASONS: Mapping[str, str] = {
    "device.revoked": "本机的登记已被撤销，上传的记录留待人工处理。",
    "event.hash": "记录内容与其校验值不符。",
    "event.size": "单条记录过大。",
    "event.body": "记录内容不是规范格式。",
    "event.envelope": "记录内容与其编号不符。",
    "event.newer": "记录由更新版本的程序写成，待服务器升级后重新接收。",
    "event.unreadable": "记录内容无法与此前的记录衔接成完整的检查过程。",
    "stream.unknown": "服务器不认识这类记录。",
    "stream.foreign": "该检查记录属于另一台设备。",
    "stream.fork": "同一序号已有另一条不同的记录。",
    "stream.gap": "此前的记录尚未到达服务器。",
    "stream.chain": "记录的校验链与服务器上的不衔接。",
    "stream.blocked": "同一检查此前有记录被搁置，须先处理。",
    "review.role": "只有审核人员可以提交审核意见。",
    "review.reviewer": "审核意见的署名与登记的审核人员不符。",
    "review.visit": "服务器上没有这次检查的记录。",
    "review.stale": "案件在此期间已重新提交，请重新打开后再作出决定。",
}

ALARMING = frozenset({"device.revoked", "stream.fork", "stream.foreign", "review.role"})
"""Refusals that a person must look at even if the case's officers do nothing."""


class Refused(Exception):
    """This entry is set aside; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


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
    if event.by != name.reviewer or name.reviewer not in supervisors:
        raise Refused("review.reviewer")
    if device.officer_id and device.officer_id != name.reviewer:
        raise Refused("review.reviewer")
    if visit is None:
        raise Refused("review.visit")
    try:
        said = read_review_event(event)
    except Defect as defect:
        raise Refused("event.unreadable") from defect
    if said.visit_id != name.visit_id:
        raise Refused("event.envelope")
    if isinstance(said, CaseApproved | CaseReturned) and said.round != visit.submitted_round:
        raise Refused("review.stale")
