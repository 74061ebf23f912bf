"""The server's parts that requests use, opened once: database, blobs, key, ingest."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

import sqlalchemy as sa

from inspector_app.server.blob_files import BlobFiles
from inspector_app.server.block_seal import BlockSeal
from inspector_app.server.books import Books, make_books
from inspector_app.server.clock import Now, system_now, utc_stamp
from inspector_app.server.ingest import Ingest
from inspector_app.server.key import load_key
from inspector_app.server.legality import LawBook
from inspector_app.server.settings import ServerSettings
from inspector_app.server.storage import blobs
from inspector_app.server.storage.engine import Database, insert
from inspector_app.server.storage.schema import meta
from inspector_app.trust.signing import SigningKey

__all__ = ["Desk", "open_desk"]

_ABANDONED = timedelta(days=14)
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desk(Books):
    """Everything a request needs. ``epoch`` names this database since it was made."""

    files: BlobFiles
    key: SigningKey
    ingest: Ingest
    seal: BlockSeal
    epoch: str


def open_desk(settings: ServerSettings, now: Now = system_now) -> Desk:
    """Open or make everything in the settings' folder; the schema is brought up to date."""
    folder = settings.folder
    books = make_books(settings, now)
    database = books.database
    try:
        files = BlobFiles(folder, settings.reserve_bytes)
        with database.write() as connection:
            epoch = _once(connection, "epoch", uuid4().hex)
            lost = blobs.reconcile(connection, dict(files.sizes()))
        if lost:
            _LOG.warning("%d blobs are in the database but not on disk; asked for again", lost)
        _sweep(files, database, now())
        key = load_key(folder / "server-key.pem")
    except BaseException:
        books.close()
        raise
    law = LawBook(folder)
    law.keep_editions()
    ingest = Ingest(database, epoch, now, law)
    return Desk(settings, database, now, files, key, ingest, BlockSeal(key), epoch)


def _once(connection: sa.Connection, name: str, value: str) -> str:
    connection.execute(
        insert(connection, meta).values(name=name, value=value).on_conflict_do_nothing()
    )
    return str(connection.execute(sa.select(meta.c.value).where(meta.c.name == name)).scalar_one())


def _sweep(files: BlobFiles, database: Database, now: datetime) -> None:
    """Forget parts nobody went on with, and their rows; a resumed upload of one begins anew."""
    here: set[str] = set()
    for upload, grown in files.parts():
        if now.timestamp() - grown > _ABANDONED.total_seconds():
            files.drop(upload)
        else:
            here.add(upload)
    with database.write() as connection:
        blobs.forget_uploads(connection, finished_before=utc_stamp(now, days=-1))
        begun_before = utc_stamp(now, days=-_ABANDONED.days)
        blobs.forget_abandoned(connection, here, begun_before=begun_before)
