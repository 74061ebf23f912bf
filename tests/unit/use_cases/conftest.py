"""The office that each of these tests has for itself."""

import pytest

from tests.fakes.workplace import Office


@pytest.fixture
def office() -> Office:
    return Office()
