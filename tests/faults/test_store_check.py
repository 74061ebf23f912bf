"""``check`` finds a record that was altered by somebody who has the key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.journal import ChainBreak
from inspector_app.domain.visit_events import AnswerRecorded
from inspector_app.storage import open_store
from inspector_app.storage.laptop import LaptopStore
from tests.contract.stores import start, tell
from tests.factory import rights_read

KEY = bytes(range(32))
STREAM = "visit/visit-1"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LaptopStore]:
    opened = open_store(tmp_path, KEY, device="laptop-1")
    start(opened)
    tell(opened, rights_read(), AnswerRecorded("HEALTH", AnswerValue.NOT_MET, "一人"))
    yield opened
    opened.close()


def tamper(store: LaptopStore, *statements: str) -> None:
    with store.begin() as uow:
        for trigger in ("journal_is_never_changed", "journal_is_never_shortened"):
            uow.session.driver.execute(f"DROP TRIGGER {trigger}")
        uow.session.driver.execute("PRAGMA defer_foreign_keys = ON")
        for statement in statements:
            uow.session.driver.execute(statement)


@pytest.mark.parametrize(
    ("statement", "seq", "reason"),
    [
        (
            "UPDATE journal SET body = CAST(replace(body, 'not_met', 'met') AS BLOB) WHERE seq = 3",
            3,
            "hash",
        ),
        ("UPDATE journal SET body = CAST('{}' AS BLOB) WHERE seq = 2", 2, "body"),
        ("UPDATE journal SET body = CAST('junk' AS BLOB) WHERE seq = 2", 2, "body"),
        ("UPDATE journal SET hash = printf('%064d', 7) WHERE seq = 2", 2, "hash"),
        ("UPDATE journal SET seq = 9 WHERE seq = 3", 9, "body"),
        ("UPDATE journal SET prev = printf('%064d', 7) WHERE seq = 3", 3, "body"),
    ],
)
def test_an_altered_event_is_found(
    store: LaptopStore, statement: str, seq: int, reason: str
) -> None:
    tamper(store, statement)

    check = store.check()

    assert check.broken_chains == (ChainBreak(STREAM, seq, reason),)
    assert not check.sound


def test_a_removed_event_is_found(store: LaptopStore) -> None:
    tamper(
        store,
        "DELETE FROM outbox WHERE position = 2",
        "DELETE FROM journal WHERE seq = 2",
    )

    assert store.check().broken_chains == (ChainBreak(STREAM, 3, "gap"),)


def test_blobs_that_are_lost_or_spoilt_are_found(store: LaptopStore, tmp_path: Path) -> None:
    lost, spoilt = (
        store.blobs.put(data, kind="photo", media_type="image/jpeg") for data in (b"1", b"2")
    )
    with store.begin() as uow:
        uow.add_blob(lost, STREAM)
        uow.add_blob(spoilt, STREAM)
    (tmp_path / "blobs" / lost.sha256[:2] / lost.sha256).unlink()
    (tmp_path / "blobs" / spoilt.sha256[:2] / spoilt.sha256).write_bytes(b"?")

    check = store.check(thorough=True)

    assert check.missing_blobs == (lost.sha256,)
    assert check.damaged_blobs == (spoilt.sha256,)
    assert not check.sound


def test_a_sound_store_is_sound(store: LaptopStore) -> None:
    check = store.check(thorough=True)

    assert check.sound
    assert check.events == 3
    assert check.revision == "0001"
