"""Enrolment (设备登记): a laptop becomes a known device by a one-time code."""

from __future__ import annotations

import msgspec
import rfc8785

from inspector_app.domain.officer import Authority, Officer, Role

__all__ = ["EnrolReply", "EnrolRequest", "enrol_message"]


def enrol_message(code: str, device_name: str, public_key: str) -> bytes:
    """What the device signs to show that the key is its own; the code makes it unique."""
    return rfc8785.dumps(
        {"purpose": "enrol", "code": code, "device_name": device_name, "public_key": public_key}
    )


class EnrolRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A device asks to be known.

    ``public_key`` is the raw Ed25519 key as Base64; ``proof`` the device's signature over
    :func:`enrol_message`, so that nobody enrols with another's key.
    """

    code: str
    device_name: str
    public_key: str
    proof: str


class EnrolReply(msgspec.Struct, frozen=True, kw_only=True):
    """The device is known. ``token`` goes into the keyring and is told only once.

    ``server_key`` (raw Ed25519, Base64) is pinned by the device: every later reply is signed with
    it. ``officer_id`` is the person a supervisor's device acts for, empty for a shared laptop. A
    device that enrols again with the same key keeps its id.
    """

    device: str
    token: str
    token_expires: str
    epoch: str
    server_key: str
    server_at: str
    role: Role
    officer_id: str
    authority: Authority
    officers: tuple[Officer, ...]
