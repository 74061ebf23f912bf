"""Enrolment (设备登记): one-time codes, and making a device known by one."""

from __future__ import annotations

import base64
import secrets
import threading
from collections import deque
from dataclasses import replace

from inspector_app.domain.errors import UserError
from inspector_app.domain.officer import Role
from inspector_app.server.books import Books, read_authority
from inspector_app.server.clock import utc_stamp
from inspector_app.server.desk import Desk
from inspector_app.server.storage import devices, feed
from inspector_app.server.storage.devices import CodeGrant, Device
from inspector_app.trust.signing import VerifyKey
from inspector_app.wire.enrolment import EnrolReply, EnrolRequest, enrol_message

__all__ = ["Attempts", "enrol", "issue_code"]

# Crockford's alphabet: none of its letters is taken for a digit when read out.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# Of the key's fingerprint: a server restored from a backup that did not know the device yet gives
# it the same id again, so that its record, its blobs and its numbers are still its own.
_ID_DIGITS = 32
_ALIKE = str.maketrans("OIL", "011", " -－—\u3000")


def issue_code(desk: Books, role: Role = Role.OFFICER, officer_id: str = "") -> str:
    """A one-time code to be read out, ``XXXX-XXXX-XXXX`` (60 bits), for one device of that role.

    ``officer_id`` binds the device to one person, which a supervisor's device needs.
    """
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(12))
    now = desk.now()
    with desk.database.write() as connection:
        devices.add_code(
            connection,
            letters,
            CodeGrant(role, officer_id),
            utc_stamp(now),
            utc_stamp(now, hours=desk.settings.code_hours),
        )
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def enrol(desk: Desk, request: EnrolRequest) -> EnrolReply:
    """Make the device known and hand out its token, once.

    ``UserError``: enrol.code if the code is unknown, used or expired; enrol.proof if the device
    does not own the key; enrol.authority if nobody has set up the bureau on this server.
    """
    key = VerifyKey.from_text(request.public_key)
    message = enrol_message(request.code, request.device_name, request.public_key)
    if not key.verifies(message, request.proof):
        raise UserError("enrol.proof", "登记请求的签名不符。", mend="请重新发起登记。")
    now = desk.now()
    at = utc_stamp(now)
    token = base64.urlsafe_b64encode(secrets.token_bytes(32)).rstrip(b"=").decode()
    with desk.database.write() as connection:
        authority = read_authority(connection)
        if authority is None:
            raise UserError(
                "enrol.authority",
                "服务器尚未设置执法机关信息，不能登记设备。",
                mend="请管理员先导入机关、人员和主体数据。",
            )
        device = devices.by_public_key(connection, key.text) or Device(
            key.fingerprint[:_ID_DIGITS],
            "",
            key.text,
            Role.OFFICER,
            "",
            "",
            revoked=False,
            wipe=False,
        )
        grant = devices.use_code(connection, read_code(request.code), device.id, at)
        if grant is None:
            raise UserError(
                "enrol.code",
                "登记码不正确、已使用或已过期。",
                safe="未作任何更改。",
                mend="请核对登记码；如已过期请向管理员重新索取。",
            )
        device = replace(
            device,
            name=request.device_name[:80],
            role=grant.role,
            officer_id=grant.officer_id,
            token_expires=utc_stamp(now, days=desk.settings.token_days),
        )
        devices.keep_device(connection, device, token, at)
        return EnrolReply(
            device=device.id,
            token=token,
            token_expires=device.token_expires,
            epoch=desk.epoch,
            server_key=desk.key.verify_key.text,
            server_at=desk.at(),
            role=device.role,
            officer_id=device.officer_id,
            authority=authority,
            officers=feed.officers(connection),
        )


def read_code(text: str) -> str:
    """The code as it was issued, however it was typed: lower case, blanks, O for 0, I or L for 1."""
    return text.upper().translate(_ALIKE)


class Attempts:
    """Wrong codes lately, by address: after too many a minute no more are looked at."""

    def __init__(self, a_minute: int) -> None:
        self._most = a_minute
        self._failed: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def check(self, address: str, seconds: float) -> None:
        """Raise ``UserError`` (enrol.busy) if this address has failed too often by now."""
        with self._lock:
            failed = self._recent(address, seconds)
            if len(failed) >= self._most:
                raise UserError(
                    "enrol.busy", "登记码输错次数过多。", mend="请一分钟后再试，并核对登记码。"
                )

    def failed(self, address: str, seconds: float) -> None:
        """Count a wrong code at ``seconds`` of any steady clock."""
        with self._lock:
            for known in tuple(self._failed):
                self._recent(known, seconds)
            self._failed.setdefault(address, deque()).append(seconds)

    def _recent(self, address: str, seconds: float) -> deque[float]:
        failed = self._failed.get(address, deque())
        while failed and failed[0] <= seconds - 60:
            failed.popleft()
        if not failed:
            self._failed.pop(address, None)
        return failed
