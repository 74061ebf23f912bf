"""The server process on PostgreSQL, and backends that are killed under it."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from inspector_app.server.command import main
from inspector_app.server.desk import open_desk
from inspector_app.server.options import DATABASE_VARIABLE
from inspector_app.server.settings import ServerSettings
from tests.factory_sync import bureau, visit_events


def test_killed_backends_cost_a_retry_and_nothing_else(postgresql: str, tmp_path: Path) -> None:
    with bureau(tmp_path, postgresql) as office:
        laptop = office.laptop()
        first, second = visit_events("pg1"), visit_events("pg2")
        laptop.record(first)
        laptop.synchronizer.synchronize()
        with office.desk.database.write() as connection:
            connection.execute(
                sa.text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
                )
            )
        laptop.record(second)
        laptop.synchronizer.synchronize()
        rows = office.rows("SELECT hash FROM events WHERE stream LIKE 'visit/pg%'")
    assert sorted(rows) == sorted((event.hash,) for event in (*first, *second))


def test_the_address_of_the_database_may_stand_in_the_environment(
    tmp_path: Path, postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(ServerSettings(tmp_path, database_url=postgresql, reserve_bytes=0))
    desk.close()
    monkeypatch.setenv(DATABASE_VARIABLE, postgresql)
    assert main(["devices", "--folder", str(tmp_path / "elsewhere")]) == 0
