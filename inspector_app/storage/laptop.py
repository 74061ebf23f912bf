"""The laptop's store: one encrypted database and its blobs in one folder, one writer at a time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2 as driver

from inspector_app.disk.durable import make_folder
from inspector_app.disk.folder_lock import FolderLock
from inspector_app.domain.errors import Defect
from inspector_app.domain.visit_journal import visit_stream
from inspector_app.storage import faults
from inspector_app.storage.blob_files import DAY_S, BlobFiles
from inspector_app.storage.connections import KEY_BYTES, Connector, Readers
from inspector_app.storage.folder_lock import lock_store
from inspector_app.storage.journal import read_heads
from inspector_app.storage.keys import KeyCheck
from inspector_app.storage.migrating import OWN_SCRIPTS, Scripts, bring_up_to_date
from inspector_app.storage.outbox import add_lineage, current_lineage
from inspector_app.storage.projections import replace_projection, work_out
from inspector_app.storage.session import Draft, Remembered, Session
from inspector_app.storage.sync_store import SqlSyncStore
from inspector_app.storage.unit_of_work import SqlReading, SqlUnitOfWork
from inspector_app.storage.waiting import named_blobs, needed_blobs

if TYPE_CHECKING:
    from inspector_app.storage.checking import StoreCheck

__all__ = ["DATABASE", "LaptopStore"]

DATABASE = "inspector.db"
_log = logging.getLogger(__name__)


class LaptopStore:
    """The port ``Store``; ``blobs`` and ``sync`` are the ports ``Blobs`` and ``SyncStore``.

    Safe from any thread: writers wait for each other on one lock, readers see the last commit and
    wait for nobody. Made by :func:`inspector_app.storage.open_store`.
    """

    def __init__(self, connector: Connector, blobs: BlobFiles, lock: FolderLock) -> None:
        self.blobs = blobs
        self.sync = SqlSyncStore(self)
        self._connector = connector
        self._folder_lock = lock
        self._turn = threading.Lock()
        self._writing_thread = 0
        self._readers = Readers(connector)
        self._writer: Any = None
        self._remembered = Remembered(0)
        self._closed = False

    @classmethod
    def open(
        cls, folder: Path, key: bytes, *, device: str, scripts: Scripts = OWN_SCRIPTS
    ) -> LaptopStore:
        """See :func:`inspector_app.storage.open_store`. ``scripts``: tests add later revisions."""
        if len(key) != KEY_BYTES:
            raise Defect(
                "store.key_size", f"数据库密钥应为 {KEY_BYTES} 字节。", facts={"bytes": KEY_BYTES}
            )
        with ExitStack() as undo, faults.translated(), faults.disk_errors():
            make_folder(folder)
            lock = lock_store(folder)
            undo.callback(lock.release)
            connector = Connector(folder / DATABASE, key)
            check = KeyCheck(folder / "inspector.key-check")
            _meet_the_file(connector, check)
            before = bring_up_to_date(connector, folder / "backups", scripts)
            store = cls(connector, BlobFiles(folder / "blobs", key), lock)
            undo.callback(store.close)
            store._adopt(device)
            if before not in {"", scripts.head}:
                store.rebuild_projections()
            if not check.exists:
                check.write(key)
            undo.pop_all()
            return store

    def _adopt(self, device: str) -> None:
        """Know the lineage; a database that comes from another device begins one of its own."""
        with self.begin() as uow:
            found = current_lineage(uow.session.driver)
            if found is None:
                lineage = add_lineage(uow.session.driver, device, _now())
            else:
                lineage, known_device = found
            uow.begin_lineage(lineage)
        if found is not None and known_device != device:
            self.sync.start_new_lineage(_now(), device=device)

    @contextmanager
    def begin(self) -> Iterator[SqlUnitOfWork]:
        """A write transaction: commits (synchronous=FULL) on leaving, rolls back on an error.

        ``Defect`` (store.nested) inside another of the same thread.
        """
        with self._my_turn(), faults.translated():
            self._refuse_if_closed()
            draft = Draft(self._remembered)
            try:
                session = self._write_session()
                session.driver.execute("BEGIN IMMEDIATE")
                yield SqlUnitOfWork(session, draft, self.blobs)
                _commit(session)
            except BaseException as problem:
                self._roll_back(problem)
                raise
            draft.keep()

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        me = threading.get_ident()
        if self._writing_thread == me:
            raise Defect("store.nested", "上一个写入尚未结束，程序不能再开始一个。")
        with self._turn:
            self._writing_thread = me
            try:
                yield
            finally:
                self._writing_thread = 0

    def _write_session(self) -> Session:
        if self._writer is None:
            self._writer = self._connector.connect()
        return Session(self._writer)

    def _roll_back(self, problem: BaseException) -> None:
        writer = self._writer
        if writer is None:
            return
        try:
            writer.rollback()
        except driver.Error as again:
            problem = again
        if faults.is_damage(problem):
            # SQLCipher fails every later read of a connection that met a damaged page.
            self._writer = None
            writer.close()

    @contextmanager
    def read(self) -> Iterator[SqlReading]:
        """A read-only view of the last commit; it stays the same until left."""
        self._refuse_if_closed()
        with faults.translated(), self._readers.reading() as connection:
            yield SqlReading(Session(connection))

    def rebuild_projections(self) -> int:
        """Work every projection out of the journal afresh, in one transaction; how many visits.

        A visit whose events this program cannot read keeps the projection it has.
        """
        with self.begin() as uow:
            database = uow.session.driver
            uow.forget_projections()
            visits = 0
            for head in read_heads(database, visit_stream("")):
                visit_id = head.stream.removeprefix(visit_stream(""))
                try:
                    projection = work_out(database, visit_id)
                except Defect as unreadable:
                    _log.warning("visit %s not projected: %s", visit_id, unreadable.code)
                    continue
                if projection is not None:
                    replace_projection(database, projection)
                    visits += 1
            return visits

    def sweep_blobs(self, *, resting_s: float = DAY_S) -> int:
        """Remove blob files left by a crash, that no row needs and no event names; how many.

        Files written within the last ``resting_s`` seconds are left alone. Reads the whole record
        where there is such a file: for a worker at a calm moment.
        """
        with self.read() as reading:
            database = reading.session.driver
            needed = needed_blobs(database)
            needed |= named_blobs(database, frozenset(self.blobs.all()) - needed)
        return self.blobs.sweep(needed, resting_s=resting_s)

    def check(self, *, thorough: bool = False) -> StoreCheck:
        """Look at everything, change nothing (``doctor``). ``thorough`` reads every blob as well."""
        from inspector_app.storage.checking import check_store  # late: for ``doctor`` only

        self._refuse_if_closed()
        with faults.translated():
            return check_store(self._connector, self.blobs, thorough=thorough)

    def close(self) -> None:
        """Wait for the running transaction, fold the log into the database, let the folder go."""
        with self._my_turn():
            if self._closed:
                return
            self._closed = True
            self._readers.close()
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            self._folder_lock.release()

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise Defect("store.closed", "本机数据库已经关闭。")


def _meet_the_file(connector: Connector, check: KeyCheck) -> None:
    """Tell a first start, a lost file, a wrong key and a damaged file apart; make a new database."""
    path = connector.path
    is_there = path.exists() and path.stat().st_size > 0
    if check.exists:
        if not check.fits(connector.key):
            raise faults.wrong_key()
        if not is_there:
            raise faults.missing()
    try:
        connector.connect(create=not is_there).close()
    except driver.DatabaseError as problem:
        if faults.is_damage(problem) and not check.exists:
            raise faults.wrong_key() from problem
        raise


def _commit(session: Session) -> None:
    if not session.driver.in_transaction:
        # SQLite rolled back by itself, and somebody held on to the error.
        raise Defect("store.rolled_back", "这一步没有保存，请重试。", safe="此前的记录没有变化。")
    session.driver.execute("COMMIT")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
