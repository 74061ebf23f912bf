"""What the 同步 page shows, worked out in plain Python in the database lane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inspector_app.application.use_cases import UseCases
from inspector_app.domain.journal import Event
from inspector_app.domain.ports import OutboxState
from inspector_app.domain.sync_ports import QuarantinedEvent
from inspector_app.gui.window_facts import WindowFacts

__all__ = ["SetAside", "SyncModel", "load_sync"]

_FEW_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class SetAside:
    """A quarantined event: which visit it belongs to in words, its kind, and the reason."""

    subject: str
    kind: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class SyncModel:
    """What waits, what this laptop holds, and where it sends."""

    outbox: OutboxState
    numbers_left: Mapping[tuple[str, int], int]
    set_aside: tuple[SetAside, ...]
    server: str
    device: str

    @property
    def other_blobs(self) -> int:
        """Blobs besides photos that wait: PDFs, signatures, what documents are made from."""
        return self.outbox.blobs - self.outbox.photos

    def is_few(self, left: int) -> bool:
        """Whether so many numbers may run out on one visit."""
        return left <= _FEW_NUMBERS


def load_sync(use_cases: UseCases, facts: WindowFacts) -> SyncModel:
    """Read everything the page shows."""
    trust = use_cases.look_up.trust()
    names = {visit.visit_id: visit.enterprise_name for visit in use_cases.look_up.visits()}
    return SyncModel(
        trust.outbox,
        dict(sorted(trust.numbers_left.items())),
        tuple(_set_aside(event, names) for event in facts.quarantined()),
        facts.server,
        trust.device,
    )


def _set_aside(quarantined: QuarantinedEvent, names: Mapping[str, str]) -> SetAside:
    event = Event.from_body(quarantined.body)
    _, _, rest = quarantined.stream.partition("/")
    visit_id = rest.partition("/")[0]
    return SetAside(
        names.get(visit_id, quarantined.stream), event.type, event.at, quarantined.reason
    )
