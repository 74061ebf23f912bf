"""Enrolment (设备登记): by a one-time code this laptop becomes a known device."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.errors import Defect, EnvironmentFault, UserError
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.officer import Authority, Officer, Role
from inspector_app.domain.plain import from_plain, to_plain
from inspector_app.domain.ports import SecretStore
from inspector_app.trust.signing import SigningKey, VerifyKey

if TYPE_CHECKING:
    from inspector_app.sync.line import ServerLine, Timeouts

__all__ = ["DEVICE_KEY", "TOKEN", "Enrolment", "connect", "device_key", "enrol"]

DEVICE_KEY = "device-key"
"""The keyring's name for the device's private key (32 raw Ed25519 bytes)."""
TOKEN = "server-token"  # noqa: S105 - the name, not the token
"""The keyring's name for the token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What this laptop knows of its enrolment; no secret.

    ``authority`` and ``officers`` are what the server said when it took the laptop in. They name
    people, so they are no part of the text; they are read of one that an older version wrote.
    """

    url: str
    device: str
    server_key: str
    epoch: str
    role: Role
    officer_id: str
    token_expires: str
    ca_file: str = ""
    authority: Authority | None = None
    officers: tuple[Officer, ...] = ()

    def to_text(self) -> str:
        """As JSON, for a file: without people."""
        return json.dumps(to_plain(replace(self, authority=None, officers=())))

    def trusting(self, ca_file: str) -> Enrolment:
        """The same with another place of the bureau's own certificate."""
        return replace(self, ca_file=ca_file)

    def with_people(self, officers: tuple[Officer, ...]) -> Enrolment:
        """The same with other people."""
        return replace(self, officers=officers)

    @classmethod
    def from_text(cls, text: str) -> Enrolment:
        """What :meth:`to_text` gave, in this version or a later one; ``Defect`` for anything else."""
        try:
            said = json.loads(text)
            known = {field.name: said[field.name] for field in fields(cls) if field.name in said}
        except (ValueError, TypeError, RecursionError) as problem:
            raise Defect(
                "laptop.enrolment",
                "本机的登记文件无法读取。",
                safe="本机数据仍在，并已加密。",
                mend="请从备份恢复 enrolment.json，或重新登记本机。",
            ) from problem
        return from_plain(cls, known)


def device_key(secrets: SecretStore) -> SigningKey:
    """This device's key from the keyring, made there the first time."""
    raw = secrets.get(DEVICE_KEY)
    if raw is not None:
        return SigningKey(raw)
    key = SigningKey.generate()
    secrets.set(DEVICE_KEY, key.raw)
    return key


def enrol(
    url: str,
    code: str,
    device_name: str,
    secrets: SecretStore,
    *,
    ca_file: Path | None = None,
    timeouts: Timeouts | None = None,
) -> Enrolment:
    """Enrol this laptop; the key and the token are in the keyring when it returns.

    ``UserError``: wrong, used or expired code, or an address that is not https.
    ``EnvironmentFault``: no network, no keyring, or an answer that is not the server's; the code
    is then unused or, if only the answer got lost, must be issued again.
    """
    # Late: a laptop that is enrolled opens without requests and what messages are made of.
    from inspector_app.sync.faults import altered
    from inspector_app.sync.line import ServerLine, check_address
    from inspector_app.wire.enrolment import EnrolReply, EnrolRequest, enrol_message
    from inspector_app.wire.protocol import ENROL_PATH

    address = check_address(url)
    key = device_key(secrets)
    request = EnrolRequest(
        code=code,
        device_name=device_name,
        public_key=key.verify_key.text,
        proof=key.sign(enrol_message(code, device_name, key.verify_key.text)),
    )
    line = ServerLine(address, lambda: "", None, ca_file, timeouts)
    try:
        answer = line.post(ENROL_PATH, request, EnrolReply)
    finally:
        line.close()
    reply, evidence = answer.message, answer.evidence
    server_key = VerifyKey.from_text(reply.server_key)
    if not server_key.verifies(evidence.message, evidence.signature):
        raise altered()
    secrets.set(TOKEN, reply.token.encode())
    return Enrolment(
        url=address,
        device=reply.device,
        server_key=reply.server_key,
        epoch=reply.epoch,
        role=reply.role,
        officer_id=reply.officer_id,
        authority=reply.authority,
        officers=reply.officers,
        token_expires=reply.token_expires,
        ca_file=str(ca_file) if ca_file else "",
    )


def connect(
    enrolment: Enrolment, secrets: SecretStore, timeouts: Timeouts | None = None
) -> ServerLine:
    """The line to the server this laptop is enrolled with; the token is read from the keyring."""
    from inspector_app.sync.line import ServerLine  # late: as in enrol

    def token() -> str:
        kept = secrets.get(TOKEN)
        if kept is None:
            raise UserError(
                "device.token",
                "系统密钥环中没有本机的登记凭证。",
                safe="本机数据仍在，未丢失。",
                mend="请向管理员索取一次性登记码，重新登记本机。",
            )
        return kept.decode()

    ca_file = Path(enrolment.ca_file) if enrolment.ca_file else None
    if ca_file is not None and not ca_file.exists():
        raise EnvironmentFault(
            "network.ca_file",
            "找不到本单位的根证书文件。",
            safe="本机数据仍在，未丢失。",
            mend=f"请恢复文件 {ca_file.name} 或重新登记本机。",
            facts={"file": ca_file.name},
        )
    return ServerLine(
        enrolment.url, token, VerifyKey.from_text(enrolment.server_key), ca_file, timeouts
    )
