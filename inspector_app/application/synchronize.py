"""Synchronise: sign the heads, then push, blobs, feed and number leases."""

from __future__ import annotations

from inspector_app.application.workplace import Workplace
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.ports import Synchronizer, SyncOutcome

__all__ = ["Synchronize"]


@dataclass(frozen=True, slots=True)
class Synchronize:
    """One synchronisation; runs in the network lane, never in the database lane."""

    place: Workplace
    synchronizer: Synchronizer

    def __call__(self) -> SyncOutcome:
        """What it did. ``EnvironmentFault`` offline (nothing is lost), ``UserError`` if revoked."""
        return self.synchronizer.synchronize()
