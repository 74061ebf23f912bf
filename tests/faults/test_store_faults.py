"""Wrong keys, full and failing disks, second processes, damaged pages: one clear message each."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.domain.errors import Defect, EnvironmentFault, InspectorError, UserError
from inspector_app.domain.journal import Event, Head, verify_chain
from inspector_app.storage import open_store
from inspector_app.storage.connections import Connector
from inspector_app.storage.laptop import DATABASE, LaptopStore
from tests.contract.stores import start
from tests.factory import moment

KEY = bytes(range(32))
OTHER_KEY = bytes(32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with one visit and a stream of 60 large events, closed."""
    store = open_store(tmp_path / "data", KEY, device="laptop-1")
    start(store)
    write(store, 60)
    with store.begin() as uow:
        uow.set_setting("theme", "dark")
    store.close()
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[LaptopStore]:
    opened = open_store(folder, KEY, device="laptop-1")
    yield opened
    opened.close()


def write(store: LaptopStore, count: int, size: int = 3_000) -> None:
    with store.begin() as uow:
        for _ in range(count):
            head = uow.head("note/large")
            event = Event.record(
                head, "noted", 1, moment(), "officer-1", {"text": "字" * (size // 3)}
            )
            uow.append([event])


def write_often(store: LaptopStore) -> None:
    for _ in range(20):
        write(store, 1, 30)


def refused(folder: Path, key: bytes = KEY) -> InspectorError:
    with pytest.raises(InspectorError) as refusal:
        open_store(folder, key, device="laptop-1").close()
    return refusal.value


def contents(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def says_what_is_safe_and_what_to_do(error: InspectorError) -> bool:
    return bool(error.what and error.safe and error.mend)


# --- keys ----------------------------------------------------------------------------------------


def test_a_wrong_key_is_refused_and_touches_nothing(folder: Path) -> None:
    before = contents(folder)

    error = refused(folder, OTHER_KEY)

    assert isinstance(error, UserError)
    assert error.code == "store.key"
    assert says_what_is_safe_and_what_to_do(error)
    assert contents(folder) == before


def test_a_wrong_key_is_refused_also_without_the_key_check(folder: Path) -> None:
    (folder / "inspector.key-check").unlink()

    assert refused(folder, OTHER_KEY).code == "store.key"
    open_store(folder, KEY, device="laptop-1").close()
    assert (folder / "inspector.key-check").exists()


def test_a_key_of_another_length_is_our_mistake(folder: Path) -> None:
    assert refused(folder, b"short").code == "store.key_size"


def test_neither_database_nor_blobs_show_what_they_hold(tmp_path: Path) -> None:
    store = open_store(tmp_path, KEY, device="laptop-1")
    start(store)
    store.blobs.put("张三丰年".encode() * 1000, kind="photo", media_type="image/jpeg")
    store.close()

    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())

    for secret in (
        "张三丰年".encode(),
        b"visit_started",
        b"SQLite format 3",
        KEY,
        KEY.hex().encode(),
    ):
        assert secret not in everything


# --- one process ---------------------------------------------------------------------------------


def test_a_second_process_is_refused_with_one_clear_message(
    store: LaptopStore, folder: Path
) -> None:
    script = """
import sys
from pathlib import Path
from inspector_app.domain.errors import UserError
from inspector_app.storage import open_store
try:
    open_store(Path(sys.argv[1]), bytes(range(32)), device="laptop-1")
except UserError as refusal:
    print(refusal.code)
"""
    second = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=False
    )

    assert (second.stdout.strip(), second.stderr) == ("store.in_use", "")
    with store.begin() as uow:
        uow.set_setting("still", "works")


def test_a_closed_store_can_be_opened_again_and_is_itself_refused(folder: Path) -> None:
    first = open_store(folder, KEY, device="laptop-1")
    assert refused(folder).code == "store.in_use"
    first.close()
    first.close()

    open_store(folder, KEY, device="laptop-1").close()
    for use in (first.begin, first.read):
        with pytest.raises(Defect) as refusal, use():
            pass
        assert refusal.value.code == "store.closed"


def test_a_database_held_by_another_program_is_said_so(store: LaptopStore, folder: Path) -> None:
    with store.begin() as uow:
        uow.session.driver.execute("PRAGMA busy_timeout = 0")
    intruder = Connector(folder / DATABASE, KEY).connect()
    intruder.execute("BEGIN IMMEDIATE")

    with pytest.raises(EnvironmentFault) as fault, store.begin():
        pass

    assert fault.value.code == "store.busy"
    assert says_what_is_safe_and_what_to_do(fault.value)
    intruder.execute("ROLLBACK")
    intruder.close()
    write(store, 1)


def test_writers_of_several_threads_wait_for_each_other(store: LaptopStore) -> None:
    threads = [threading.Thread(target=write_often, args=(store,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with store.read() as reading:
        events = reading.events("note/large")
        assert len(events) == 60 + 80
        assert verify_chain(events) == ()


# --- disks ---------------------------------------------------------------------------------------


def limit_pages(store: LaptopStore, pages: int) -> None:
    with store.begin() as uow:
        uow.session.driver.execute(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_takes_back_the_step_and_loses_nothing(store: LaptopStore) -> None:
    with store.read() as reading:
        before = reading.events("note/large")
        state = reading.outbox_state()
    limit_pages(store, 1)

    with pytest.raises(EnvironmentFault) as fault:
        write(store, 100)

    assert fault.value.code == "store.disk_full"
    assert says_what_is_safe_and_what_to_do(fault.value)
    with store.read() as reading:
        assert reading.events("note/large") == before
        assert reading.outbox_state() == state
    assert store.check().sound

    limit_pages(store, 1_000_000)
    write(store, 1)
    with store.read() as reading:
        assert len(reading.events("note/large")) == len(before) + 1


def test_an_error_that_is_swallowed_inside_still_saves_nothing(store: LaptopStore) -> None:
    limit_pages(store, 1)

    with pytest.raises(Defect) as refusal, store.begin() as uow:
        swallow_full_disk(uow.head("note/large"), uow.append)

    assert refusal.value.code == "store.rolled_back"
    with store.read() as reading:
        assert len(reading.events("note/large")) == 60


def swallow_full_disk(head: Head, append: object) -> None:
    assert callable(append)
    for _ in range(100):
        event = Event.record(head, "noted", 1, moment(), "officer-1", {"text": "字" * 1_000})
        try:
            append([event])
        except Exception:  # noqa: BLE001 - the very mistake that is tested
            return
        head = event.head
    pytest.fail("the disk was not full")


def test_a_full_disk_when_a_photo_is_added_leaves_no_trace(
    store: LaptopStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_write, written = os.write, [0]

    def full_after_one_chunk(file: int, data: bytes) -> int:
        written[0] += 1
        if written[0] > 2:
            raise OSError(28, "No space left on device")
        return real_write(file, data)

    before = contents(folder / "blobs")
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full_after_one_chunk)
        with pytest.raises(EnvironmentFault) as fault:
            store.blobs.put(bytes(1_000_000), kind="photo", media_type="image/jpeg")

    assert fault.value.code == "store.disk_full"
    assert contents(folder / "blobs") == before
    store.blobs.put(bytes(1_000_000), kind="photo", media_type="image/jpeg")


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    error = refused(tmp_path / "file" / "data")

    assert isinstance(error, EnvironmentFault)
    assert error.code == "store.disk"


# --- damage --------------------------------------------------------------------------------------


def flip(path: Path, position: int) -> None:
    data = bytearray(path.read_bytes())
    data[position] ^= 0x10
    path.write_bytes(data)


def test_a_flipped_bit_in_a_page_is_found_and_the_rest_stays_readable(folder: Path) -> None:
    size = (folder / DATABASE).stat().st_size
    # Near the end stand the large events, the last to be written.
    flip(folder / DATABASE, size - 40 * 4096 + 100)
    store = open_store(folder, KEY, device="laptop-1")

    with pytest.raises(EnvironmentFault) as fault, store.read() as reading:
        reading.events("note/large")

    assert fault.value.code == "store.damaged"
    assert says_what_is_safe_and_what_to_do(fault.value)
    check = store.check()
    assert check.damaged_pages == (size // 4096 - 40 + 1,)
    assert not check.sound
    with store.read() as reading:
        assert reading.setting("theme") == "dark"
        assert len(reading.visits()) == 1
    with store.begin() as uow:
        uow.set_setting("still", "works")
    store.close()


def test_damage_met_while_writing_does_not_spoil_the_next_step(folder: Path) -> None:
    flip(folder / DATABASE, (folder / DATABASE).stat().st_size - 40 * 4096 + 100)
    store = open_store(folder, KEY, device="laptop-1")

    with pytest.raises(EnvironmentFault) as fault, store.begin() as uow:
        uow.events("note/large")

    assert fault.value.code == "store.damaged"
    with store.begin() as uow:
        uow.set_setting("still", "works")
    store.close()


def test_damage_to_the_first_page_is_not_taken_for_a_wrong_key(folder: Path) -> None:
    flip(folder / DATABASE, 1_000)

    error = refused(folder)

    assert isinstance(error, EnvironmentFault)
    assert error.code == "store.damaged"


@pytest.mark.parametrize("left", [100, 4096, 5_000, 40_960])
def test_a_truncated_database_is_said_to_be_damaged(folder: Path, left: int) -> None:
    os.truncate(folder / DATABASE, left)

    assert refused_or_found(folder) == "store.damaged"


def refused_or_found(folder: Path) -> str:
    """The code met when opening, or else when reading everything."""
    try:
        store = open_store(folder, KEY, device="laptop-1")
    except InspectorError as refusal:
        return refusal.code
    assert not store.check().sound
    with pytest.raises(InspectorError) as fault, store.read() as reading:
        reading.events("note/large")
    store.close()
    return fault.value.code


@pytest.mark.parametrize("what", ["gone", "empty"])
def test_a_lost_database_is_not_replaced_by_an_empty_one(folder: Path, what: str) -> None:
    (folder / DATABASE).unlink()
    if what == "empty":
        (folder / DATABASE).touch()

    error = refused(folder)

    assert error.code == "store.missing"
    assert not (folder / DATABASE).exists() or (folder / DATABASE).stat().st_size == 0


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"hello " * 5_000)
    before = contents(tmp_path)

    assert refused(tmp_path).code == "store.key"
    assert contents(tmp_path).items() >= before.items()


def test_a_database_brought_from_another_laptop_begins_its_own_lineage(folder: Path) -> None:
    shutil.copytree(folder, folder.parent / "clone")
    original = open_store(folder, KEY, device="laptop-1")
    clone = open_store(folder.parent / "clone", KEY, device="laptop-2")

    assert clone.sync.lineage().device == "laptop-2"
    assert clone.sync.lineage().id != original.sync.lineage().id
    assert len(clone.sync.pending_events()) == 61
    assert original.sync.lineage().device == "laptop-1"
    original.close()
    clone.close()
