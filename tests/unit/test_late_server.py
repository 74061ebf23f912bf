"""The server's client is made by the first call, once, and again only where making it failed."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from inspector_app.bootstrap.late_server import Late, LateReviewDesk, LateSynchronizer
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.domain.journal import Event
from inspector_app.domain.ports import SyncOutcome
from inspector_app.domain.projection import VisitSummary

OUTCOME = SyncOutcome(3, 0, 0, (), 0, "2026-11-21T09:30:00+08:00")


class Server:
    def synchronize(self) -> SyncOutcome:
        return OUTCOME

    def queue(self) -> tuple[VisitSummary, ...]:
        return ()

    def case_events(self, visit_id: str) -> tuple[Event, ...]:
        raise EnvironmentFault("network.offline", f"连不上服务器 {visit_id}")

    def blob(self, sha256: str) -> bytes:
        return sha256.encode()


def test_nothing_is_made_before_it_is_asked_for() -> None:
    made: list[Server] = []

    def make() -> Server:
        made.append(Server())
        return made[-1]

    synchronizer = LateSynchronizer(Late(make))
    before = len(made)

    assert (before, synchronizer.synchronize(), len(made)) == (0, OUTCOME, 1)


def test_two_threads_share_one() -> None:
    both = threading.Barrier(2)
    late = Late(object)

    def ask(_: int) -> object:
        both.wait(10)
        return late()

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(ask, range(2))

    assert one is other


def test_what_failed_is_tried_again() -> None:
    answers: list[Exception | Server] = [EnvironmentFault("network.ca_file", "没有证书"), Server()]

    def make() -> Server:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    late = Late(make)
    with pytest.raises(EnvironmentFault):
        late()

    assert isinstance(late(), Server)


def test_the_desk_says_what_the_server_says() -> None:
    desk = LateReviewDesk(Late(Server))

    assert (desk.queue(), desk.blob("ab")) == ((), b"ab")
    with pytest.raises(EnvironmentFault, match="visit-1"):
        desk.case_events("visit-1")
