"""Old files are opened for ever: backed up, migrated in one transaction, never damaged."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlcipher3 import dbapi2 as driver

from inspector_app.domain.errors import Defect, EnvironmentFault, UserError
from inspector_app.domain.journal import verify_chain
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.sync_ports import NumberFate
from inspector_app.domain.visit import fold_visit
from inspector_app.storage import migrating
from inspector_app.storage.connections import Connector
from inspector_app.storage.laptop import DATABASE, LaptopStore
from inspector_app.storage.migrating import (
    OWN_SCRIPTS,
    Scripts,
    bring_up_to_date,
    engine_over,
)
from inspector_app.storage.schema import HEAD, metadata
from inspector_app.storage.special_ddl import SPECIAL_DDL
from tests.factory import task
from tests.migrations.frozen import DEVICE, FOLDER, KEY, PHOTO
from tests.unit.law.factory_weighing import weighed_finding

HERE = Path(__file__).parent
RELEASES = sorted(folder.name for folder in FOLDER.iterdir())


def scripts(name: str, head: str) -> Scripts:
    return Scripts((*OWN_SCRIPTS.folders, HERE / name), head)


LATER = scripts("later", "0002_test")


@pytest.fixture(params=RELEASES)
def frozen(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(FOLDER / request.param, folder)
    return folder


def opened(folder: Path, using: Scripts = OWN_SCRIPTS) -> LaptopStore:
    return LaptopStore.open(folder, KEY, device=DEVICE, scripts=using)


def query(path: Path, statement: str) -> list[Any]:
    connection = Connector(path, KEY).connect()
    try:
        rows: list[Any] = connection.execute(statement).fetchall()
    finally:
        connection.close()
    return rows


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def shape(path: Path) -> dict[str, list[str]]:
    """Each table, index and trigger by its lines: columns in order, constraints in any."""
    found: dict[str, list[str]] = {}
    for name, sql in query(path, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"):
        lines = [line.strip(" ,\t") for line in str(sql).splitlines()]
        constraints = sorted(line for line in lines if line.startswith("CONSTRAINT"))
        found[name] = [line for line in lines if not line.startswith("CONSTRAINT")] + constraints
    found.pop("alembic_version", None)
    return found


# --- the schema ----------------------------------------------------------------------------------


def test_the_head_named_in_the_schema_is_the_newest_revision() -> None:
    directory = ScriptDirectory.from_config(migrating._config(OWN_SCRIPTS))

    assert directory.get_current_head() == HEAD


def test_every_release_of_the_schema_has_a_frozen_file() -> None:
    directory = ScriptDirectory.from_config(migrating._config(OWN_SCRIPTS))

    revisions = {f"release-{script.revision}" for script in directory.walk_revisions()}

    assert revisions == set(RELEASES)


def test_models_equal_migrations(tmp_path: Path) -> None:
    migrated, modelled = Connector(tmp_path / "a.db", KEY), Connector(tmp_path / "b.db", KEY)
    for connector in (migrated, modelled):
        connector.connect(create=True).close()
    bring_up_to_date(migrated, tmp_path / "backups")
    engine = engine_over(modelled)
    with engine.begin() as connection:
        metadata.create_all(connection)
        for statement in SPECIAL_DDL:
            connection.exec_driver_sql(statement)
    engine.dispose()

    assert shape(migrated.path) == shape(modelled.path)


def test_alembic_finds_nothing_to_add(tmp_path: Path) -> None:
    connector = Connector(tmp_path / "a.db", KEY)
    connector.connect(create=True).close()
    bring_up_to_date(connector, tmp_path / "backups")
    engine = engine_over(connector)

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: (
                    kind != "table" or not str(name).startswith("enterprise_terms")
                ),
            },
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_journal_cannot_be_changed_or_shortened(frozen: Path) -> None:
    opened(frozen).close()

    for statement in (
        "UPDATE journal SET body = x'00' WHERE position = 1",
        "DELETE FROM journal",
        "REPLACE INTO journal SELECT * FROM journal WHERE position = 1",
    ):
        with pytest.raises(driver.IntegrityError, match="append-only"):
            query(frozen / DATABASE, statement)


# --- frozen files --------------------------------------------------------------------------------


def test_a_frozen_store_opens_with_everything_in_it(frozen: Path) -> None:
    store = opened(frozen)

    assert store.check(thorough=True).sound
    with store.read() as reading:
        events = reading.events("visit/visit-1")
        assert len(events) == 7
        assert verify_chain(events) == ()
        told = fold_visit(events)
        assert told is not None
        assert told.findings["finding-1"].weighed == weighed_finding("finding-1").weighed
        (visit,) = reading.visits()
        assert (visit.not_met, visit.findings, visit.open_remarks) == (1, 1, 1)
        assert [row.number for row in reading.documents()] == ["责改〔2026〕10号"]
        assert [row.deadline for row in reading.rectifications()] == [date(2026, 12, 1)]
        assert [row.remark_id for row in reading.remarks()] == ["remark-1"]
        assert reading.bookmark("visit-1") == Bookmark("checklist", "WASH")
        assert [e.id for e in reading.find_enterprises("𠮷祥")] == ["enterprise-2"]
        assert len(reading.licences_expiring(date(2027, 1, 1))) == 2
        assert reading.tasks() == (task(2),)
        assert len(reading.officers()) == 2
        assert reading.numbers_left() == {("责改", 2026): 2}
        assert reading.setting("theme") == "dark"
        state = reading.outbox_state()
        assert (state.events, state.blobs, state.quarantined) == (4, 1, 1)
    assert [use.fate for use in store.sync.number_uses()] == [NumberFate.USED]
    assert store.sync.lineage().acknowledged == 3
    assert store.sync.feed_cursor() == "cursor-7"
    assert len(store.sync.unsent_heads()) == 1
    (photo,) = store.sync.pending_blobs()
    assert store.blobs.get(photo.sha256) == PHOTO
    store.close()


def test_a_frozen_store_is_migrated_with_its_data_after_a_backup(frozen: Path) -> None:
    before = query(frozen / DATABASE, "SELECT * FROM journal ORDER BY position")

    store = opened(frozen, LATER)

    with store.read() as reading:
        assert len(reading.visits()) == 1
    assert store.check().sound
    store.close()
    path = frozen / DATABASE
    assert query(path, "SELECT version_num FROM alembic_version") == [("0002_test",)]
    assert query(path, "SELECT * FROM journal ORDER BY position") == before
    assert query(path, "SELECT mood FROM visits") == [("calm",)]
    assert query(path, "SELECT streams FROM later") == [(2,)]
    (backup,) = (frozen / "backups").iterdir()
    assert query(backup, "SELECT version_num FROM alembic_version") == [("0001",)]
    assert query(backup, "SELECT * FROM journal ORDER BY position") == before


def test_the_backup_is_encrypted_with_the_same_key(frozen: Path) -> None:
    opened(frozen, LATER).close()
    (backup,) = (frozen / "backups").iterdir()

    assert not backup.read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(driver.DatabaseError):
        Connector(backup, bytes(32)).connect()


def test_a_store_of_this_release_is_not_backed_up(frozen: Path) -> None:
    opened(frozen).close()

    assert not (frozen / "backups").exists()


# --- migrations that fail ------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["failing", "orphaning"])
def test_a_migration_that_fails_leaves_the_old_database(frozen: Path, name: str) -> None:
    before = query(frozen / DATABASE, "SELECT * FROM settings")

    with pytest.raises(Defect):
        opened(frozen, scripts(name, f"0002_{name}"))

    tables = {row[0] for row in query(frozen / DATABASE, "SELECT name FROM sqlite_master")}
    assert "half_done" not in tables
    assert query(frozen / DATABASE, "SELECT * FROM settings") == before
    store = opened(frozen)
    assert store.check().sound
    with store.read() as reading:
        assert len(reading.visits()) == 1
    store.close()


def test_a_newer_database_is_refused_and_not_touched(frozen: Path) -> None:
    opened(frozen, LATER).close()
    shutil.rmtree(frozen / "backups")
    before = digest(frozen / DATABASE)

    with pytest.raises(UserError) as refusal:
        opened(frozen)

    assert refusal.value.code == "store.newer"
    assert refusal.value.facts == {"revision": "0002_test"}
    assert digest(frozen / DATABASE) == before
    assert not (frozen / "backups").exists()


def test_without_room_for_a_backup_nothing_is_migrated(
    frozen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(frozen / DATABASE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))

    with pytest.raises(EnvironmentFault) as fault:
        opened(frozen, LATER)

    assert fault.value.code == "store.no_room_for_backup"
    assert digest(frozen / DATABASE) == before


def test_a_backup_that_does_not_verify_stops_the_migration(
    frozen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verify = migrating._verify

    def spoilt(copy: Connector, expected: Any) -> None:
        data = bytearray(copy.path.read_bytes())
        data[len(data) // 2] ^= 1
        copy.path.write_bytes(data)
        verify(copy, expected)

    monkeypatch.setattr(migrating, "_verify", spoilt)
    before = digest(frozen / DATABASE)

    with pytest.raises(EnvironmentFault) as fault:
        opened(frozen, LATER)

    assert fault.value.code == "store.backup_failed"
    assert digest(frozen / DATABASE) == before
    assert not list((frozen / "backups").glob("*.db"))


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    connection = Connector(tmp_path / DATABASE, KEY).connect(create=True)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()
    before = digest(tmp_path / DATABASE)

    with pytest.raises(UserError) as refusal:
        opened(tmp_path)

    assert refusal.value.code == "store.not_ours"
    assert digest(tmp_path / DATABASE) == before


def test_a_first_start_that_was_cut_off_begins_again(tmp_path: Path) -> None:
    Connector(tmp_path / DATABASE, KEY).connect(create=True).close()

    store = opened(tmp_path)

    assert store.check().sound
    store.close()
