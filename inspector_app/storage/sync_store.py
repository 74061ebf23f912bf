"""The port ``SyncStore``: the store as synchronisation sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.storage.inbox import SqlInbox
from inspector_app.storage.outbox import SqlOutbox
from inspector_app.storage.uploads import SqlUploads

if TYPE_CHECKING:
    from inspector_app.storage.laptop import LaptopStore

__all__ = ["SqlSyncStore"]


class SqlSyncStore(SqlOutbox, SqlUploads, SqlInbox):
    """Outbox, uploads and inbox of one laptop's store."""

    def __init__(self, store: LaptopStore) -> None:
        SqlOutbox.__init__(self, store)
