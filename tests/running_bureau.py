"""Fixtures: a bureau whose server runs, one for a module, and a laptop of it for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.factory_sync import Bureau, Laptop, bureau

__all__ = ["laptop", "office"]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    """One bureau for all tests of a module; if its server comes to harm it is started again."""
    with bureau(tmp_path_factory.mktemp("bureau")) as made:
        yield made


@pytest.fixture
def laptop(office: Bureau) -> Laptop:
    return office.laptop()
