"""``kill -9`` at any moment: what was acknowledged is there, what was not is wholly absent."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.domain.journal import verify_chain
from inspector_app.storage import open_store
from inspector_app.storage.checking import StoreCheck
from tests.contract.stores import start
from tests.factory_sync import visit_events

KEY = bytes(range(32))
KILLS = 6


def write_and_kill(folder: Path, commits: int, extra: float) -> list[tuple[int, str]]:
    """Let a child commit that often and kill it on the way to the next; what it acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.store_writer", str(folder), KEY.hex()],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    told = [child.stdout.readline() for _ in range(commits)]
    # A different amount of our own work each time, so that the kill meets a different step.
    sum(range(int(extra * 40_000)))
    child.kill()
    told += child.stdout.readlines()
    child.wait()
    child.stdout.close()
    whole = [line.split() for line in told if line.endswith("\n")]
    return [(int(seq), sha256) for seq, sha256 in whole]


@pytest.fixture(scope="module")
def killed(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, list[tuple[int, str]], list[StoreCheck]]:
    """A store whose writer was killed several times, what it had acknowledged, and the checks."""
    folder = tmp_path_factory.mktemp("killed") / "data"
    store = open_store(folder, KEY, device="laptop-1")
    start(store)
    store.close()
    chance = random.Random(20261121)
    acknowledged: list[tuple[int, str]] = []
    checks = []
    for _ in range(KILLS):
        acknowledged += write_and_kill(folder, chance.randint(1, 25), chance.random())
        store = open_store(folder, KEY, device="laptop-1")
        checks.append(store.check(thorough=True))
        store.close()
    return folder, acknowledged, checks


Killed = tuple[Path, list[tuple[int, str]], list[StoreCheck]]


def test_chain_projections_and_blobs_are_whole_after_each_kill(killed: Killed) -> None:
    _, _, checks = killed

    assert [check for check in checks if not check.sound] == []
    assert len({check.events for check in checks}) == KILLS


def test_no_acknowledged_commit_is_lost(killed: Killed) -> None:
    folder, acknowledged, _ = killed
    store = open_store(folder, KEY, device="laptop-1")
    with store.read() as reading:
        events = reading.events("visit/visit-1")

    assert verify_chain(events) == ()
    assert {seq for seq, _ in acknowledged} <= {event.seq for event in events}
    assert all(len(store.blobs.get(sha256)) == 20_000 for _, sha256 in acknowledged)
    store.close()


def test_a_commit_is_there_with_all_its_parts_or_not_at_all(killed: Killed) -> None:
    folder, _, _ = killed
    store = open_store(folder, KEY, device="laptop-1")
    with store.read() as reading:
        events = reading.events("visit/visit-1")
        state = reading.outbox_state()

    photos = [event for event in events if event.type == "photo_attached"]
    answers = [event for event in events if event.type == "answer_recorded"]
    assert len(photos) == len(answers) == state.photos
    assert state.events == len(events)
    store.close()


def test_a_file_that_an_event_from_the_server_names_is_kept(tmp_path: Path) -> None:
    """The database was rolled back: the row is lost, the event came again, the file was here all along."""
    store = open_store(tmp_path, KEY, device="laptop-1")
    photo = store.blobs.put(b"a photo", kind="photo", media_type="image/jpeg").sha256
    orphan = store.blobs.put(b"nobody's", kind="photo", media_type="image/jpeg").sha256
    store.close()
    store = open_store(tmp_path, KEY, device="laptop-1")
    store.sync.apply_feed(visit_events("visit-9", photo=photo), "c", "")

    swept = store.sweep_blobs(resting_s=0)

    assert (swept, store.blobs.has(photo), store.blobs.has(orphan)) == (1, True, False)
    store.close()


def test_files_left_without_a_row_are_swept(killed: Killed) -> None:
    folder, acknowledged, _ = killed
    store = open_store(folder, KEY, device="laptop-1")
    orphans = store.check().orphan_blobs

    assert store.sweep_blobs(resting_s=0) == len(orphans)

    check = store.check()
    assert check.orphan_blobs == check.missing_blobs == ()
    assert all(store.blobs.has(sha256) for _, sha256 in acknowledged)
    store.close()
