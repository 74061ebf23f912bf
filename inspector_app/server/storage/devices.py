"""Devices, their tokens and the one-time codes that make them known. Secrets only as hashes.

Tokens and codes are random (256 and 60 bits), so a plain SHA-256 of them cannot be guessed back.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from inspector_app.domain.officer import Role
from inspector_app.server.storage.engine import insert
from inspector_app.server.storage.schema import alarms, devices, enrolment_codes

__all__ = [
    "CodeGrant",
    "Device",
    "add_code",
    "by_public_key",
    "by_token",
    "every_device",
    "keep_device",
    "raise_alarm",
    "revoke",
    "seen",
    "use_code",
    "wiped",
]


@dataclass(frozen=True, slots=True)
class Device:
    """A known device. ``public_key`` is raw Ed25519 in Base64.

    ``wipe`` says that it is ordered to clear itself, ``wiped_at`` when it said that it did.
    """

    id: str
    name: str
    public_key: str
    role: Role
    officer_id: str
    token_expires: str
    revoked: bool
    wipe: bool
    seen_at: str = ""
    wiped_at: str = ""


@dataclass(frozen=True, slots=True)
class CodeGrant:
    """What a one-time code stands for."""

    role: Role
    officer_id: str


def hashed(secret: str) -> str:
    """How a token or code is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()


def add_code(
    connection: sa.Connection, code: str, grant: CodeGrant, issued_at: str, expires_at: str
) -> None:
    """Keep a fresh one-time code."""
    connection.execute(
        enrolment_codes.insert().values(
            code_hash=hashed(code),
            role=grant.role.value,
            officer_id=grant.officer_id,
            issued_at=issued_at,
            expires_at=expires_at,
        )
    )


def use_code(connection: sa.Connection, code: str, device: str, at: str) -> CodeGrant | None:
    """Spend the code, None if it is unknown, spent or expired. One statement decides."""
    table = enrolment_codes
    row = connection.execute(
        table.update()
        .where(table.c.code_hash == hashed(code), table.c.used_at == "", table.c.expires_at > at)
        .values(used_at=at, used_by=device)
        .returning(table.c.role, table.c.officer_id)
    ).one_or_none()
    return None if row is None else CodeGrant(Role(row.role), row.officer_id)


def keep_device(connection: sa.Connection, device: Device, token: str, at: str) -> None:
    """Keep a device with its token; one of the same id gets the new name, token and role."""
    told = {
        "name": device.name,
        "token_hash": hashed(token),
        "token_expires": device.token_expires,
        "role": device.role.value,
        "officer_id": device.officer_id,
        "enrolled_at": at,
        "revoked_at": "",
        "wipe": False,
        "wiped_at": "",
    }
    statement = insert(connection, devices).values(
        id=device.id, public_key=device.public_key, **told
    )
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=told))


def by_token(connection: sa.Connection, token: str) -> Device | None:
    """The device with this token."""
    return _one(connection, devices.c.token_hash == hashed(token))


def by_public_key(connection: sa.Connection, public_key: str) -> Device | None:
    """The device with this key."""
    return _one(connection, devices.c.public_key == public_key)


def every_device(connection: sa.Connection) -> tuple[Device, ...]:
    """All devices by name."""
    rows = connection.execute(sa.select(devices).order_by(devices.c.name))
    return tuple(_device(row) for row in rows)


def revoke(connection: sa.Connection, device_id: str, at: str, *, wipe: bool) -> bool:
    """Revoke a device, ordering it to wipe itself or not; False if it is unknown."""
    done = connection.execute(
        devices.update().where(devices.c.id == device_id).values(revoked_at=at, wipe=wipe)
    )
    return done.rowcount == 1


def wiped(connection: sa.Connection, device_id: str, at: str) -> None:
    """Note that a device which was ordered to has cleared itself; the first time counts."""
    ordered = (devices.c.id == device_id) & devices.c.wipe & (devices.c.wiped_at == "")
    connection.execute(devices.update().where(ordered).values(wiped_at=at))


def seen(connection: sa.Connection, device_id: str, at: str) -> None:
    """Note when a device last said hello."""
    connection.execute(devices.update().where(devices.c.id == device_id).values(seen_at=at))


def raise_alarm(connection: sa.Connection, code: str, device: str, subject: str, at: str) -> None:
    """Note something a person must look at; the same thing again is the same alarm."""
    statement = insert(connection, alarms).values(code=code, device=device, subject=subject, at=at)
    connection.execute(statement.on_conflict_do_nothing())


def alarms_raised(connection: sa.Connection) -> tuple[tuple[str, str, str, str], ...]:
    """Alarms, the latest first: when, code, device, subject."""
    rows = connection.execute(sa.select(alarms).order_by(alarms.c.id.desc()))
    return tuple((row.at, row.code, row.device, row.subject) for row in rows)


def _one(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> Device | None:
    row = connection.execute(sa.select(devices).where(condition)).one_or_none()
    return None if row is None else _device(row)


def _device(row: sa.Row[Any]) -> Device:
    return Device(
        id=row.id,
        name=row.name,
        public_key=row.public_key,
        role=Role(row.role),
        officer_id=row.officer_id,
        token_expires=row.token_expires,
        revoked=bool(row.revoked_at),
        wipe=row.wipe,
        seen_at=row.seen_at,
        wiped_at=row.wiped_at,
    )
