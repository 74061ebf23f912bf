"""1,000 visits pushed, against the same bytes posted bare to an endpoint that does nothing.

Each visit: its start with 56 items (12 KB), the rights, 56 answers, a signed paper, its end. Ours: a laptop's real
encrypted store → outbox → zstd → signed request → server process that verifies chain and hashes,
folds, projects and commits with ``synchronous=FULL`` → signed receipt → acknowledged on the
laptop's disk. Bare: exactly the bodies that went over the wire, posted with the same HTTP library
to a to a uvicorn process that reads them and answers 204. "Server alone" posts the same requests without
the laptop's store. The visits are sent in five rounds, each way once a round; medians over rounds.

``python -m tests.benchmarks.push_visits [VISITS]``
"""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import requests

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.journal import Event
from inspector_app.domain.task import merge_tasks
from inspector_app.domain.visit_events import AnswerRecorded
from inspector_app.storage import open_store
from inspector_app.wire.codec import compress, encode
from inspector_app.wire.journal import Entry, PushRequest, Receipt
from inspector_app.wire.protocol import MAX_BATCH_EVENTS, PUSH_PATH
from tests.factory import checklist, rights_read, task, visit_started
from tests.factory_sync import Bureau, bureau, chained, handed_in

VISITS = 1_000
ROUNDS = 5
KEY = bytes(range(32))
ITEMS = tuple(f"ITEM{number}" for number in range(56))
NOTHING = """
import socket, sys, uvicorn
async def nothing(scope, receive, send):
    if scope["type"] != "http":
        return
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})
bound = socket.socket(fileno=int(sys.argv[1]))
uvicorn.Server(uvicorn.Config(nothing, log_level="error", lifespan="off")).run(sockets=[bound])
"""


def visit(visit_id: str) -> list[Event]:
    merged = merge_tasks((task(),), {"catering": checklist(codes=ITEMS, key=ITEMS[:20])})
    answers = [AnswerRecorded(item, AnswerValue.MET, "现场查看，情况属实") for item in ITEMS]
    started = visit_started(visit_id=visit_id, items=merged.items)
    return chained(visit_id, handed_in([started, rights_read(), *answers]))


def requests_of(lineage: str, events: Sequence[Event]) -> Iterator[PushRequest]:
    for start in range(0, len(events), MAX_BATCH_EVENTS):
        some = events[start : start + MAX_BATCH_EVENTS]
        yield PushRequest(
            lineage=lineage,
            entries=tuple(
                Entry(
                    position=position,
                    stream=event.stream,
                    seq=event.seq,
                    hash=event.hash,
                    body=event.body.decode(),
                )
                for position, event in enumerate(some, start + 1)
            ),
        )


@contextmanager
def endpoint_that_does_nothing() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        handle = bound.fileno()
        process = subprocess.Popen([sys.executable, "-c", NOTHING, str(handle)], pass_fds=(handle,))
        try:
            yield f"http://127.0.0.1:{bound.getsockname()[1]}/"
        finally:
            process.terminate()
            process.wait()


def post_bare(url: str, bodies: Sequence[bytes]) -> float:
    with requests.Session() as session:
        session.trust_env = False
        session.post(url, data=b"").raise_for_status()
        begun = time.perf_counter()
        for body in bodies:
            session.post(url, data=body, headers={"Content-Encoding": "zstd"}).raise_for_status()
        return time.perf_counter() - begun


def synchronise(office: Bureau, folder: Path, visits: Sequence[Sequence[Event]]) -> float:
    laptop = office.laptop(store=lambda device: open_store(folder, KEY, device=device))
    laptop.synchronizer.synchronize()
    for events in visits:
        laptop.record(events)
    begun = time.perf_counter()
    outcome = laptop.synchronizer.synchronize()
    spent = time.perf_counter() - begun
    assert outcome.pushed == sum(map(len, visits))
    return spent


def push_alone(office: Bureau, batches: Sequence[PushRequest]) -> float:
    laptop = office.laptop()
    begun = time.perf_counter()
    for batch in batches:
        receipt = laptop.line.post(PUSH_PATH, batch, Receipt).message
        assert not receipt.refused
    return time.perf_counter() - begun


def main(visits: int = VISITS) -> None:
    """Print the ratios."""
    bare: list[float] = []
    alone: list[float] = []
    whole: list[float] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        bureau(Path(folder) / "server") as office,
        endpoint_that_does_nothing() as nothing,
    ):
        for number in range(ROUNDS):
            some = range(visits // ROUNDS)
            first = [visit(f"a{number}-{index}") for index in some]
            second = [event for index in some for event in visit(f"b{number}-{index}")]
            batches = list(requests_of(f"alone-{number}", second))
            bodies = [compress(encode(batch)) for batch in batches]
            bare.append(post_bare(nothing, bodies))
            alone.append(push_alone(office, batches))
            whole.append(synchronise(office, Path(folder) / f"laptop-{number}", first))
    plain = sum(len(event.body) for event in second)
    sent = sum(map(len, bodies))
    base = statistics.median(bare)
    print(f"{ROUNDS} rounds of {len(first)} visits, {len(second)} events, {plain / 1e6:.1f} MB")
    print(f"bytes on the wire against bodies: {sent / plain:.3f}")
    print(f"bare post of the same bytes: 1.0 ({base:.2f} s)")
    for name, taken in (("server alone", alone), ("whole synchronisation", whole)):
        median = statistics.median(taken)
        print(f"{name}: {median / base:.1f} x bare ({len(second) / median:,.0f} events/s)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else VISITS)
