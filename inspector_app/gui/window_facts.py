"""What the window shows that no use case knows: bootstrap hands it in as plain data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from inspector_app.application.verify_document import VerifyDocument
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.sync_ports import QuarantinedEvent

__all__ = ["PackInfo", "SignerInfo", "SyncPolicy", "WindowFacts"]


class SyncPolicy(Protocol):
    """When to synchronise next by itself."""

    def next_delay(self, failures: int) -> float:
        """Seconds until the next attempt after ``failures`` failed ones in a row (0 = succeeded)."""
        ...


@dataclass(frozen=True, slots=True)
class PackInfo:
    """A form pack on this device. ``problem`` says why it is not in use, if it is not."""

    id: str
    title: str
    version: str
    issuer: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    digest: str = ""
    problem: InspectorError | None = None


@dataclass(frozen=True, slots=True)
class SignerInfo:
    """The signing certificate (X.509) of the person who sits here."""

    subject: str
    issuer: str
    valid_from: date
    valid_to: date


def _nothing_set_aside() -> Sequence[QuarantinedEvent]:
    return ()


def _nothing_to_tidy() -> None:
    return None


def _no_signer() -> SignerInfo | None:
    return None


@dataclass(frozen=True, slots=True)
class WindowFacts:
    """Everything of `run_window` beside the use cases.

    ``packs_info``, ``quarantined``, ``signer`` and ``version`` are asked in the database lane
    whenever their page is shown; ``server`` is the address this device is enrolled with, empty before that.
    ``import_signer`` takes a PKCS#12 file and its password into the keyring, off the main thread;
    it raises ``UserError`` with what is wrong. None = certificates do not come by file here.
    ``tidy`` clears away what crashes left behind; it may take seconds and runs in a worker.
    ``device_key`` is the fingerprint of the key that signs this device's records.
    """

    verify: VerifyDocument
    sync_policy: SyncPolicy
    packs_info: Callable[[], Sequence[PackInfo]]
    quarantined: Callable[[], Sequence[QuarantinedEvent]] = field(default=_nothing_set_aside)
    signer: Callable[[], SignerInfo | None] = field(default=_no_signer)
    import_signer: Callable[[bytes, str], SignerInfo] | None = None
    server: str = ""
    version: Callable[[], str] = field(default=str)
    tidy: Callable[[], object] = field(default=_nothing_to_tidy)
    device_key: str = ""
