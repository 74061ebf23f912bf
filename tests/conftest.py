"""What holds for every test: no real screen, keyring or network, and nothing left running."""

import os
import socket
import threading
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any

# Before anything imports Qt or keyring; children of a test inherit both.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

import keyring
import pytest
from hypothesis import HealthCheck, settings

from tests.keyrings import MemoryKeyring

# A busy machine is no failure: nothing here is judged by the clock. CI tries the same examples
# each time; elsewhere each run tries new ones, and a failure is kept and tried first.
settings.register_profile(
    "house",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")

# Long enough for a thread that was told to end, on a machine with other work to do.
_SECONDS_TO_END = 5.0


@pytest.fixture(autouse=True)
def no_thread_is_left_running() -> Iterator[None]:
    """Fail a test that ends while a thread it started still runs."""
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before]
    # Threads of Qt that once called Python stay listed as dummies after they have ended.
    mine = [thread for thread in started if not isinstance(thread, threading._DummyThread)]
    for thread in mine:
        thread.join(_SECONDS_TO_END)
    left = [thread.name for thread in mine if thread.is_alive()]
    assert not left, f"still running after the test: {', '.join(left)}"


@pytest.fixture(autouse=True)
def memory_keyring() -> Iterator[MemoryKeyring]:
    """Give each test an empty keyring of its own."""
    backend = MemoryKeyring()
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture(autouse=True, scope="session")
def only_loopback() -> Iterator[None]:
    """Refuse a connection that would leave this machine."""
    real_connect = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            host = str(address[0])
            assert _is_loopback(host), f"a test may only reach this machine, not {host}"
        real_connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        yield


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep settings and data of the person who runs the tests out of them."""
    folder = tmp_path_factory.mktemp("xdg")
    with pytest.MonkeyPatch.context() as patch:
        # Not the cache: fontconfig would scan every font again in each session.
        for kind in ("CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Repeat, above pytest's last line, the checks that failed before it (packaging/dev.py)."""
    if failed := os.environ.get("FAILED_CHECKS"):
        terminalreporter.section("checks that failed before pytest", red=True)
        terminalreporter.write_line(failed)


def _is_loopback(host: str) -> bool:
    if host in {"localhost", ""}:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
