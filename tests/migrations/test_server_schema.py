"""The server's schema: steps and tables agree, older databases go up, newer ones are left alone."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.server.storage import upgrade
from inspector_app.server.storage.engine import Database
from inspector_app.server.storage.schema import metadata
from inspector_app.server.storage.upgrade import alembic_config, bring_up_to_date

LATER_STEP = '''
"""A later step."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "later", "0001", None, None
def upgrade() -> None:
    op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))
'''


def open_database(folder: Path) -> Database:
    return Database.sqlite(folder / "server.db")


def test_the_steps_make_exactly_the_tables_the_program_uses(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    bring_up_to_date(database, tmp_path)
    with database.write() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    database.close()
    assert found == []


def test_every_step_can_be_taken_back(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    bring_up_to_date(database, tmp_path)
    with database.write() as connection:
        command.downgrade(alembic_config(connection), "base")
        left = set(sa.inspect(connection).get_table_names())
    bring_up_to_date(database, tmp_path)
    database.close()
    assert left == {"alembic_version"}


def test_an_older_database_is_copied_aside_and_brought_up(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    bring_up_to_date(database, tmp_path / "backups")
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO meta VALUES ('epoch', 'kept')")
    later = tmp_path / "later"
    later.mkdir()
    (later / "later.py").write_text(LATER_STEP, encoding="utf-8")
    bring_up_to_date(database, tmp_path / "backups", later)
    with database.read() as connection:
        tables = sa.inspect(connection).get_table_names()
        kept = connection.exec_driver_sql("SELECT value FROM meta").scalar()
    database.close()
    copy = Database.sqlite(tmp_path / "backups" / "server-0001.db")
    with copy.read() as connection:
        before = sa.inspect(connection).get_table_names()
    copy.close()
    assert ("later" in tables, "later" in before, kept) == (True, False, "kept")


@pytest.mark.parametrize("key", [None, bytes(range(32))], ids=["plain", "encrypted"])
@pytest.mark.parametrize("harm", ["torn", "empty", "short of rows"])
def test_an_older_database_is_left_alone_if_its_copy_is_not_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str, key: bytes | None
) -> None:
    database = Database.sqlite(tmp_path / "server.db", key)
    bring_up_to_date(database, tmp_path / "backups")
    later = tmp_path / "later"
    later.mkdir()
    (later / "later.py").write_text(LATER_STEP, encoding="utf-8")
    write_copy = upgrade._write_copy

    def badly(source: Database, target: Path) -> Sequence[int]:
        counted = write_copy(source, target)
        if harm == "short of rows":
            return [count + 1 for count in counted]
        size = target.stat().st_size
        target.write_bytes(b"" if harm == "empty" else target.read_bytes()[: size // 2])
        return counted

    monkeypatch.setattr(upgrade, "_write_copy", badly)
    with pytest.raises(EnvironmentFault) as fault:
        bring_up_to_date(database, tmp_path / "backups", later)
    with database.read() as connection:
        tables = sa.inspect(connection).get_table_names()
    database.close()
    assert (fault.value.code, "later" in tables) == ("server.backup", False)


def test_a_newer_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    bring_up_to_date(database, tmp_path)
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    shutil.copy(tmp_path / "server.db", tmp_path / "before.db")
    with pytest.raises(UserError) as refusal:
        bring_up_to_date(database, tmp_path)
    database.close()
    assert refusal.value.code == "server.newer"
    assert (tmp_path / "server.db").read_bytes() == (tmp_path / "before.db").read_bytes()


def test_an_encrypted_database_opens_with_its_key_alone(tmp_path: Path) -> None:
    key, wrong = bytes(range(32)), bytes(32)
    database = Database.sqlite(tmp_path / "server.db", key)
    bring_up_to_date(database, tmp_path)
    database.close()
    assert b"SQLite format 3" not in (tmp_path / "server.db").read_bytes()[:16]
    for given in (wrong, None):
        locked = Database.sqlite(tmp_path / "server.db", given)
        with pytest.raises(UserError) as refusal:
            bring_up_to_date(locked, tmp_path)
        locked.close()
        assert refusal.value.code == "server.database_key"
