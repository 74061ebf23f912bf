"""The server's parts that requests use, opened once: database, blobs, key, ingest."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa

from inspector_app.domain.errors import EnvironmentFault
from inspector_app.domain.officer import Authority
from inspector_app.server.blob_files import BlobFiles
from inspector_app.server.block_seal import BlockSeal
from inspector_app.server.clock import Now, stamp, system_now, utc_stamp
from inspector_app.server.ingest import Ingest
from inspector_app.server.key import load_key
from inspector_app.server.settings import ServerSettings
from inspector_app.server.storage import blobs
from inspector_app.server.storage.engine import Database, insert
from inspector_app.server.storage.schema import meta
from inspector_app.server.storage.upgrade import bring_up_to_date
from inspector_app.trust.signing import SigningKey
from inspector_app.wire.codec import decode, encode

__all__ = ["Desk", "open_desk", "read_authority", "write_authority"]

_ABANDONED = timedelta(days=14)
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a request needs. ``epoch`` names this database since it was made."""

    settings: ServerSettings
    database: Database
    files: BlobFiles
    key: SigningKey
    ingest: Ingest
    seal: BlockSeal
    epoch: str
    now: Now

    def at(self) -> str:
        """The present moment, ISO 8601 with offset."""
        return stamp(self.now())

    def close(self) -> None:
        """Close the database."""
        self.database.close()


def open_desk(settings: ServerSettings, now: Now = system_now) -> Desk:
    """Open or make everything in the settings' folder; the schema is brought up to date."""
    folder = settings.folder
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        database = _database(settings)
    except OSError as error:
        raise _no_folder(folder) from error
    try:
        bring_up_to_date(database, folder / "backups")
        files = BlobFiles(folder, settings.reserve_bytes)
        with database.write() as connection:
            epoch = _once(connection, "epoch", uuid4().hex)
            lost = blobs.reconcile(connection, dict(files.sizes()))
        if lost:
            _LOG.warning("%d blobs are in the database but not on disk; asked for again", lost)
        _sweep(files, database, now())
        key = load_key(folder / "server-key.pem")
    except BaseException:
        database.close()
        raise
    ingest = Ingest(database, epoch, now)
    return Desk(settings, database, files, key, ingest, BlockSeal(key), epoch, now)


def read_authority(connection: sa.Connection) -> Authority | None:
    """The bureau (执法机关) this server belongs to, None before it was seeded."""
    told = connection.execute(sa.select(meta.c.value).where(meta.c.name == "authority")).scalar()
    return None if told is None else decode(told.encode(), Authority)


def write_authority(connection: sa.Connection, authority: Authority) -> None:
    """Say which bureau this server belongs to."""
    told = encode(authority).decode()
    statement = insert(connection, meta).values(name="authority", value=told)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["name"], set_={"value": told})
    )


def _database(settings: ServerSettings) -> Database:
    if settings.database_url:
        return Database.postgresql(settings.database_url)
    path = settings.folder / "server.db"
    # SQLite would make it as open as the umask allows; its log files take over the mode of this.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    return Database.sqlite(path, settings.database_key)


def _no_folder(folder: Path) -> EnvironmentFault:
    return EnvironmentFault(
        "server.folder",
        f"数据目录 {folder.name} 不能使用。",
        safe="服务器没有启动，数据未被改动。",
        mend="请核对 --folder 的路径和读写权限。",
        facts={"folder": folder.name},
    )


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
