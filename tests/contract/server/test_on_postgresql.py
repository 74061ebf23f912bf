"""The server process on PostgreSQL, and backends that are killed under it."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

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
