"""The stores that the contract suites run on: in memory, and on disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.storage import open_store
from tests.contract.stores import FullStore
from tests.fakes.store import MemoryStore

KEY = bytes(range(32))


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store made once and copied for each test: making the schema costs more than most tests."""
    folder = tmp_path_factory.mktemp("store") / "data"
    open_store(folder, KEY, device="device-1").close()
    return folder


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, empty_store: Path, tmp_path: Path) -> Iterator[FullStore]:
    made: FullStore
    if request.param == "memory":
        made = MemoryStore("device-1")
    else:
        shutil.copytree(empty_store, tmp_path / "data")
        made = open_store(tmp_path / "data", KEY, device="device-1")
    yield made
    made.close()
