"""What a server is started with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from inspector_app.wire.hello import Limits

__all__ = ["ServerSettings"]


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Settings of one server. Everything it keeps lies in ``folder`` (and ``database_url``).

    ``database_url`` empty = SQLite in the folder, encrypted if ``database_key`` (32 bytes) is
    given; else ``postgresql://…`` with ``database_password``, unless the address or PostgreSQL's own
    settings say it. ``port`` 0 = any free one. ``reserve_bytes`` of the disk stay
    free, so that what was begun can be finished: below it uploads are refused (507).
    ``token_days`` and ``code_hours`` are calendar days and hours; ``enrol_attempts`` counts wrong
    codes a minute and address; ``idle_seconds`` ends a request whose sender fell silent;
    ``connections`` are served at once, more are told to come again (503).
    ``revoked_bytes`` of blobs are taken from a device after it was revoked.
    """

    folder: Path
    host: str = "127.0.0.1"
    port: int = 8443
    database_url: str = field(default="", repr=False)
    database_password: str = field(default="", repr=False)
    database_key: bytes | None = field(default=None, repr=False)
    tls_certificate: Path | None = None
    tls_key: Path | None = None
    limits: Limits = field(default_factory=Limits)
    reserve_bytes: int = 100_000_000
    token_days: int = 400
    code_hours: int = 48
    enrol_attempts: int = 10
    idle_seconds: float = 30.0
    connections: int = 500
    revoked_bytes: int = 4_000_000_000
    number_block: int = 20
    number_low: int = 6
