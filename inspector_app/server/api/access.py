"""Who asks: the device behind the bearer token."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.di import NamedDependency

from inspector_app.domain.errors import UserError
from inspector_app.domain.officer import Role
from inspector_app.server.api.envelope import ASKING
from inspector_app.server.clock import utc_stamp
from inspector_app.server.desk import Desk
from inspector_app.server.enrolment import Attempts
from inspector_app.server.storage import devices
from inspector_app.server.storage.devices import Device
from inspector_app.server.uploads import Uploads

__all__ = [
    "TheAttempts",
    "TheDesk",
    "TheDevice",
    "TheUploads",
    "any_device",
    "device_of",
    "known_device",
    "revoked_device",
    "supervisor",
]

# What Litestar hands to the functions that answer, by the name of the argument (server/app.py).
TheDesk = NamedDependency[Desk]
TheDevice = NamedDependency[Device]
TheAttempts = NamedDependency[Attempts]
TheUploads = NamedDependency[Uploads]


def any_device(request: Request[Any, Any, Any], desk: TheDesk) -> Device:
    """The device, revoked or not: a revoked one may still say hello and hand in what it owes.

    It may do so with a token that has expired: all it hands in waits for a person anyway, and an
    order to wipe itself must reach it.
    """
    told = request.scope.get(ASKING)
    if isinstance(told, Device):
        return told
    return device_of(desk, request.headers.get("Authorization", ""))


def device_of(desk: Desk, authorization: str) -> Device:
    """The device behind an ``Authorization`` header, see :func:`any_device`."""
    scheme, _, token = authorization.partition(" ")
    device = None
    if scheme.lower() == "bearer" and token:
        with desk.database.read() as connection:
            device = devices.by_token(connection, token.strip())
    if device is None:
        raise UserError(
            "device.token",
            "服务器不认识本机的登记凭证。",
            safe="本机数据仍在，未丢失。",
            mend="请向管理员索取一次性登记码，重新登记本机。",
        )
    if not device.revoked and device.token_expires <= utc_stamp(desk.now()):
        raise UserError(
            "device.token_expired",
            "本机的登记凭证已过期。",
            safe="本机数据仍在，未丢失。",
            mend="请向管理员索取一次性登记码，重新登记本机。",
        )
    return device


def known_device(request: Request[Any, Any, Any], desk: TheDesk) -> Device:
    """The device, if it is not revoked."""
    device = any_device(request, desk)
    if device.revoked:
        raise revoked_device()
    return device


def revoked_device() -> UserError:
    """What a revoked device hears that asks for more than it may."""
    return UserError(
        "device.revoked",
        "本机的登记已被撤销。",
        safe="已上传的记录留待人工处理，未丢失。",
        mend="如有疑问请联系管理员。",
    )


def supervisor(request: Request[Any, Any, Any], desk: TheDesk) -> Device:
    """The device, if it is a supervisor's."""
    device = known_device(request, desk)
    if device.role is not Role.SUPERVISOR:
        raise UserError(
            "device.role",
            "本机未登记为审核端，不能查阅他人的案件。",
            mend="请由管理员为审核人员发放登记码。",
        )
    return device
