"""An opened laptop and its server: one pace for the window and the line, one line, and it is let go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.bootstrap.enrolling import enrol_laptop
from inspector_app.bootstrap.facts import window_facts
from inspector_app.bootstrap.laptop import Laptop, open_laptop
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.server.enrolment import issue_code
from inspector_app.sync.line import ServerLine
from inspector_app.wire.protocol import HELLO_PATH
from tests.factory import officer
from tests.factory_sync import MemorySecrets, bureau
from tests.faults.mishaps import MishapProxy, answer

ASKED_S = 3600
"""Seconds that the server asks to be left alone: more than anybody waits by himself."""


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def proxy(tmp_path: Path, secrets: MemorySecrets) -> Iterator[MishapProxy]:
    """What stands between a laptop and its bureau."""
    with bureau(tmp_path / "server") as office, MishapProxy(office.url) as between:
        enrol_laptop(tmp_path / "laptop", between.address, issue_code(office.desk), "本", secrets)
        yield between


@pytest.fixture
def laptop(proxy: MishapProxy, tmp_path: Path, secrets: MemorySecrets) -> Iterator[Laptop]:
    with open_laptop(tmp_path / "laptop", secrets=secrets, officer=officer(1).id) as opened:
        yield opened


def test_what_the_server_asks_for_is_what_the_window_waits(
    laptop: Laptop, proxy: MishapProxy, secrets: MemorySecrets
) -> None:
    policy = window_facts(laptop, secrets).sync_policy
    before = policy.next_delay(1)
    proxy.once("POST", HELLO_PATH, answer(503, b"", f"Retry-After: {ASKED_S}"))
    with pytest.raises(EnvironmentFault):
        laptop.use_cases.synchronize()

    assert before < ASKED_S <= policy.next_delay(1)


def test_a_success_forgets_what_was_asked(laptop: Laptop, proxy: MishapProxy) -> None:
    proxy.once("POST", HELLO_PATH, answer(503, b"", f"Retry-After: {ASKED_S}"))
    with pytest.raises(EnvironmentFault):
        laptop.use_cases.synchronize()
    laptop.use_cases.synchronize()

    assert laptop.pace.next_delay(1) < ASKED_S


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[ServerLine]:
    """Lines that were let go."""
    lines: list[ServerLine] = []
    close = ServerLine.close

    def noting(line: ServerLine) -> None:
        lines.append(line)
        close(line)

    monkeypatch.setattr(ServerLine, "close", noting)
    return lines


def test_closing_the_laptop_lets_its_one_line_go(laptop: Laptop, closed: list[ServerLine]) -> None:
    laptop.use_cases.synchronize()
    line = laptop.line.made
    laptop.close()

    assert closed == [line]


def test_a_laptop_that_never_went_online_makes_no_line_to_close_it(
    laptop: Laptop, closed: list[ServerLine]
) -> None:
    laptop.close()

    assert closed == []
