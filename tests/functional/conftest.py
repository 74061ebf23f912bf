"""One day, walked once and looked at by many tests."""

import logging

import keyring
import pytest

from inspector_app.bootstrap.error_log import logging_to
from inspector_app.bootstrap.laptop import laptop_secrets
from tests.factory_town import town
from tests.functional.first_visit import Day, spend_the_day
from tests.keyrings import MemoryKeyring
from tests.running_bureau import laptop, office

__all__ = ["day", "laptop", "office", "office_keyring"]


@pytest.fixture(scope="session")
def office_keyring() -> MemoryKeyring:
    """The keyring that holds the secrets of the laptops of :func:`day`."""
    return MemoryKeyring()


@pytest.fixture(scope="session")
def day(tmp_path_factory: pytest.TempPathFactory, office_keyring: MemoryKeyring) -> Day:
    """The first visit from the door to its approval, against a real server process."""
    folder = tmp_path_factory.mktemp("day")
    before = keyring.get_keyring()
    keyring.set_keyring(office_keyring)
    try:
        secrets = {name: laptop_secrets(folder / "town" / name) for name in ("laptop", "desk")}
        with town(folder / "town", secrets) as made, logging_to(folder):
            # All that anybody says, not only what went wrong.
            logging.getLogger().setLevel(logging.DEBUG)
            return spend_the_day(made, folder)
    finally:
        keyring.set_keyring(before)
