"""Devices that hand events straight to a desk, without a network between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa

from inspector_app.domain.journal import Event, SignedHead
from inspector_app.domain.officer import Role
from inspector_app.server.desk import Desk
from inspector_app.server.enrolment import enrol, issue_code
from inspector_app.server.storage import devices
from inspector_app.server.storage.devices import Device
from inspector_app.server.storage.schema import alarms
from inspector_app.trust.signing import SigningKey
from inspector_app.wire.enrolment import EnrolReply, EnrolRequest, enrol_message
from inspector_app.wire.journal import Entry, PushRequest, Receipt
from tests.factory import CHINA
from tests.factory_sync import SUPERVISOR

__all__ = [
    "Sender",
    "SettableTime",
    "alarm_codes",
    "ask_to_enrol",
    "entries",
    "hashes",
    "sender",
]


@dataclass
class SettableTime:
    """The server's clock, standing still until a test moves it."""

    moment: datetime = datetime(2026, 11, 21, 12, 0, tzinfo=CHINA)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


def entries(events: Iterable[Event], first: int = 1) -> tuple[Entry, ...]:
    """The events at consecutive positions."""
    return tuple(
        Entry(
            position=position,
            stream=event.stream,
            seq=event.seq,
            hash=event.hash,
            body=event.body.decode(),
        )
        for position, event in enumerate(events, first)
    )


def ask_to_enrol(desk: Desk, code: str, key: SigningKey, name: str = "测试本") -> EnrolReply:
    proof = key.sign(enrol_message(code, name, key.verify_key.text))
    request = EnrolRequest(code=code, device_name=name, public_key=key.verify_key.text, proof=proof)
    return enrol(desk, request)


@dataclass
class Sender:
    """An enrolled device with a lineage."""

    desk: Desk
    id: str
    key: SigningKey
    lineage: str
    token: str
    sent: int = field(default=0)

    @property
    def device(self) -> Device:
        """As the server knows it now."""
        with self.desk.database.read() as connection:
            found = devices.by_public_key(connection, self.key.verify_key.text)
        assert found is not None
        return found

    def push(self, batch: Sequence[Entry], *heads: SignedHead, lineage: str = "") -> Receipt:
        request = PushRequest(
            lineage=lineage or self.lineage, entries=tuple(batch), signed_heads=heads
        )
        return self.desk.ingest.push(self.device, request)

    def record(self, events: Sequence[Event]) -> Receipt:
        """Push events at the next positions."""
        receipt = self.push(entries(events, self.sent + 1))
        self.sent += len(events)
        return receipt


def sender(desk: Desk, role: Role = Role.OFFICER, officer_id: str = "") -> Sender:
    """A freshly enrolled device."""
    key = SigningKey.generate()
    bound = officer_id or (SUPERVISOR.id if role is Role.SUPERVISOR else "")
    reply = ask_to_enrol(desk, issue_code(desk, role, bound), key)
    return Sender(desk, reply.device, key, f"lineage-{reply.device}", reply.token)


def alarm_codes(desk: Desk) -> set[str]:
    with desk.database.read() as connection:
        return set(connection.execute(sa.select(alarms.c.code)).scalars())


def hashes(found: list[Event]) -> list[str]:
    return [event.hash for event in found]
