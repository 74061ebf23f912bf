"""What the window shows that no use case knows: bootstrap hands it in as plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from inspector_app.application.verify_document import VerifyDocument
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.sync_ports import QuarantinedEvent

if TYPE_CHECKING:
    # Named here only: the day begins without a statute.
    from inspector_app.domain.law.statute import StatuteEdition

__all__ = [
    "NOTHING_STATED",
    "PackInfo",
    "SignerInfo",
    "StatedOfText",
    "SyncPolicy",
    "TakeStatutes",
    "TakenStatute",
    "TakingOutcome",
    "WindowFacts",
]


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


class TakingOutcome(StrEnum):
    """What became of a statute text."""

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class TakenStatute:
    """A statute text that was to be taken into the library, and what became of it.

    ``errors`` say why it was refused, or what was accepted as it stands; ``acceptable`` is whether
    a person may say that the numbering of a refused text is right. ``path`` is the file that holds
    this text alone, so that a person may say what it does not; None for one of a package.
    ``open_at`` is the last article of a text that may be cut off there; 0 for others.
    """

    file: str
    outcome: TakingOutcome
    edition: StatuteEdition | None = None
    errors: tuple[InspectorError, ...] = ()
    acceptable: bool = False
    path: Path | None = None
    open_at: int = 0


@dataclass(frozen=True, slots=True)
class StatedOfText:
    """What a person says of a text; what is empty or None the text says itself.

    ``law`` full name, ``edition`` day of promulgation or of the latest amendment, ``effective``
    first day in force. ``replacing``: its words go before those of the same edition on this device.
    """

    law: str = ""
    edition: date | None = None
    effective: date | None = None
    replacing: bool = False


NOTHING_STATED = StatedOfText()


class TakeStatutes(Protocol):
    """Reads official texts into the library, one after the other; runs in a worker."""

    def files(
        self,
        paths: Sequence[Path],
        *,
        accept_gaps: bool = False,
        stated: StatedOfText = NOTHING_STATED,
    ) -> Iterator[TakenStatute]:
        """What became of each file, those in folders included; ``stated`` is said of all."""
        ...

    def package(self, *, accept_gaps: bool = False) -> Iterator[TakenStatute]:
        """What became of each law of the package; ``UserError`` if it is not installed."""
        ...


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
    ``take_statutes`` reads statute texts into the library; None = texts do not come by file here.
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
    take_statutes: TakeStatutes | None = None
    device_key: str = ""
