"""SIGKILL at any moment: what was acknowledged is there, the visit goes on, nothing is doubled."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import keyring
import pytest

from inspector_app.bootstrap.laptop import laptop_secrets, open_laptop
from inspector_app.domain.journal import Head
from inspector_app.domain.ports import Bookmark, OutboxState
from inspector_app.domain.visit import DocumentStatus, Visit
from inspector_app.domain.visit_journal import visit_stream
from tests.factory_town import FAILING, Town, town
from tests.keyrings import FOLDER_VARIABLE, FolderKeyring

ANSWERS = 17
KILLS = ("answers", "signed", "stored", "received", "uploaded")


@dataclass(frozen=True)
class Look:
    """The laptop as it is found when it is opened again, and what was told before the kill."""

    told: tuple[dict[str, str], ...]
    sound: bool
    bookmark: Bookmark | None
    visit: Visit
    heads: tuple[Head, ...]
    outbox: OutboxState
    on_server: tuple[tuple[object, ...], ...]

    def answered(self) -> list[str]:
        return [line["answered"] for line in self.told if "answered" in line]


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Look]:
    """One visit, killed five times and then let to its end; a look at the laptop after each."""
    root = tmp_path_factory.mktemp("killed")
    before = keyring.get_keyring()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER_VARIABLE, str(root / "keyring"))
        patch.setenv("PYTHON_KEYRING_BACKEND", "tests.keyrings.FolderKeyring")
        keyring.set_keyring(FolderKeyring())  # type: ignore[no-untyped-call]  # keyring leaves it untyped
        secrets = {name: laptop_secrets(root / name) for name in ("laptop", "desk")}
        with town(root, secrets) as made:
            found = {}
            for point in (*KILLS, "end"):
                told = _work_until_killed(root / "laptop", point)
                found[point] = _look(made, told)
    keyring.set_keyring(before)
    return found


def _work_until_killed(folder: Path, point: str) -> list[dict[str, str]]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.visiting", str(folder), point],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    ) as child:
        assert child.stdout is not None
        told: list[dict[str, str]] = []
        enough = _answered_enough if point == "answers" else _at(point)
        for line in child.stdout:
            told.append(json.loads(line))
            if enough(told):
                break
        child.kill()
        # What it had said before it died counts as acknowledged too.
        told += [json.loads(line) for line in child.stdout]
        assert enough(told), f"never came to {point}"
        return told


def _answered_enough(told: Sequence[dict[str, str]]) -> bool:
    return sum("answered" in line for line in told) >= ANSWERS


def _at(point: str) -> Callable[[Sequence[dict[str, str]]], bool]:
    return lambda told: told[-1:] == [{"at": point}]


def _look(made: Town, told: list[dict[str, str]]) -> Look:
    with open_laptop(made.root / "laptop") as laptop:
        do = laptop.use_cases
        visit_id = do.look_up.visits()[0].visit_id
        with laptop.store.read() as reading:
            events = reading.events(visit_stream(visit_id))
        return Look(
            told=tuple(told),
            sound=laptop.store.check(thorough=True).sound,
            bookmark=do.look_up.bookmark(visit_id),
            visit=do.view_visit(visit_id).visit,
            heads=tuple(event.head for event in events),
            outbox=do.look_up.trust().outbox,
            on_server=tuple(made.rows("SELECT stream, seq, hash FROM events ORDER BY stream, seq")),
        )


@pytest.mark.parametrize("point", KILLS)
def test_after_the_kill_database_chain_lists_and_blobs_are_sound(
    looks: dict[str, Look], point: str
) -> None:
    assert looks[point].sound


@pytest.mark.parametrize("point", KILLS)
def test_nothing_that_was_recorded_is_lost_or_changed_later(
    looks: dict[str, Look], point: str
) -> None:
    then = looks[point].heads

    assert looks["end"].heads[: len(then)] == then


def test_every_acknowledged_answer_is_there(looks: dict[str, Look]) -> None:
    look = looks["answers"]

    assert len(look.answered()) >= ANSWERS
    assert [code for code in look.answered() if code not in look.visit.answers] == []


def test_reopening_leads_to_the_item_where_the_officer_was(looks: dict[str, Look]) -> None:
    look = looks["answers"]
    last = list(look.visit.answers)[-1]
    # A failing item is gone into where it stands.
    place = last if last == FAILING else look.visit.unanswered[0].code

    assert look.bookmark == Bookmark("checklist", place)


def test_the_visit_goes_on_with_the_next_item_and_asks_none_twice(looks: dict[str, Look]) -> None:
    rest = [item.code for item in looks["answers"].visit.unanswered]

    assert looks["signed"].answered() == rest


@pytest.mark.parametrize("point", ["signed", "stored"])
def test_killed_while_issuing_the_document_still_waits_with_every_signature(
    looks: dict[str, Look], point: str
) -> None:
    (document,) = looks[point].visit.documents.values()

    assert (document.status, document.missing_slots) == (DocumentStatus.COMPOSED, ())


def test_the_document_is_then_issued_once_and_is_the_same(looks: dict[str, Look]) -> None:
    (waiting,) = looks["stored"].visit.documents.values()
    issued = looks["end"].visit.documents_of(waiting.kind)

    assert [(document.id, document.status) for document in issued] == [
        (waiting.id, DocumentStatus.ISSUED)
    ]


def test_killed_before_the_receipt_the_events_still_count_as_waiting(
    looks: dict[str, Look],
) -> None:
    look = looks["received"]

    assert look.on_server
    assert look.outbox.events == len(look.heads)


def test_killed_before_a_blob_is_noted_it_still_counts_as_waiting(looks: dict[str, Look]) -> None:
    assert looks["uploaded"].outbox.blobs > 0


def test_at_the_end_the_server_has_everything_once(looks: dict[str, Look]) -> None:
    look = looks["end"]

    assert look.on_server == tuple((head.stream, head.seq, head.hash) for head in look.heads)
    assert (look.outbox.events, look.outbox.blobs, look.outbox.quarantined) == (0, 0, 0)


def test_no_number_is_taken_twice_or_lost(looks: dict[str, Look]) -> None:
    numbers = [document.number for document in looks["end"].visit.documents.values()]
    taken = [number for number in numbers if number]

    assert len(taken) == len(set(taken)) == 2
    assert {document.status for document in looks["end"].visit.documents.values()} == {
        DocumentStatus.ISSUED
    }
