"""What was acknowledged is on the disk, whatever the database was set to for speed."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from inspector_app.disk import durable
from inspector_app.server.key import load_key
from inspector_app.server.storage.engine import Database
from inspector_app.storage.connections import Connector


def test_a_commit_waits_for_the_disk_even_where_postgresql_was_told_not_to(postgresql: str) -> None:
    hasty = sa.make_url(postgresql).update_query_dict({"options": "-c synchronous_commit=off"})
    database = Database.postgresql(hasty.render_as_string(hide_password=False))
    with database.write() as connection:
        waits = connection.execute(sa.text("SHOW synchronous_commit")).scalar()
    database.close()
    assert waits == "on"


def test_a_commit_goes_on_waiting_for_every_standby(postgresql: str) -> None:
    careful = sa.make_url(postgresql).update_query_dict(
        {"options": "-c synchronous_commit=remote_apply"}
    )
    database = Database.postgresql(careful.render_as_string(hide_password=False))
    with database.write() as connection:
        waits = connection.execute(sa.text("SHOW synchronous_commit")).scalar()
    database.close()
    assert waits == "remote_apply"


@pytest.mark.parametrize("pragma", ["fullfsync", "checkpoint_fullfsync"])
def test_sqlite_has_the_drive_itself_keep_what_was_committed(tmp_path: Path, pragma: str) -> None:
    database = Database.sqlite(tmp_path / "server.db")
    with database.read() as connection:
        server = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
    database.close()
    laptop = Connector(tmp_path / "laptop.db", bytes(32)).connect(create=True)
    (kept,) = laptop.execute(f"PRAGMA {pragma}").fetchone()
    laptop.close()
    assert (server, kept) == (1, 1)


def test_a_new_key_is_there_after_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "server-key.pem"
    kept: list[tuple[Path, bool]] = []
    monkeypatch.setattr(durable, "sync_folder", lambda folder: kept.append((folder, key.exists())))
    load_key(key)
    # The folder, once the file has its name.
    assert kept == [(tmp_path, True)]
