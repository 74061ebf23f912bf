"""Whatever the network does to pushes — repeats, reorders, cuts — the server ends the same."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

import sqlalchemy as sa
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.journal import Event, verify_chain
from inspector_app.domain.visit_events import AnswerRecorded, DocumentPrinted
from inspector_app.domain.visit_journal import record_event
from inspector_app.server.desk import Desk, open_desk
from inspector_app.server.seeding import seed
from inspector_app.server.settings import ServerSettings
from inspector_app.server.storage.schema import events, lineages, quarantine, streams, visits
from inspector_app.wire.journal import Entry
from tests.contract.server.senders import Sender, SettableTime, entries, sender
from tests.factory import moment
from tests.factory_sync import SEED, visit_events


def journal() -> tuple[Entry, ...]:
    """Three visits recorded in turns; the second has a poisonous event, the third a fork."""
    first, second, third = (visit_events(f"v{n}") for n in (1, 2, 3))
    poison = record_event(second[2].head, DocumentPrinted("无", "p", 1), moment(9), "officer-1")
    fork = record_event(
        third[1].head, AnswerRecorded("WASH", AnswerValue.NOT_MET), moment(9), "officer-1"
    )
    woven: list[Event] = []
    for row in zip(first, [*second[:3], poison, *second[3:-1]], third, strict=True):
        woven.extend(row)
    return entries([*woven, fork])


JOURNAL = journal()


def new_desk(folder: Path) -> tuple[Desk, Sender]:
    shutil.copytree(seeded(), folder)
    desk = open_desk(ServerSettings(folder, reserve_bytes=0), SettableTime())
    return desk, sender(desk)


def everything(desk: Desk) -> tuple[object, ...]:
    asked = (
        sa.select(events.c.stream, events.c.seq, events.c.hash).order_by(
            events.c.stream, events.c.seq
        ),
        sa.select(streams.c.name, streams.c.seq, streams.c.hash).order_by(streams.c.name),
        sa.select(quarantine.c.hash, quarantine.c.code).order_by(quarantine.c.hash),
        sa.select(visits.c.visit_id, visits.c.summary).order_by(visits.c.visit_id),
        sa.select(lineages.c.position, lineages.c.hash),
    )
    with desk.database.read() as connection:
        return tuple(tuple(row) for one in asked for row in connection.execute(one))


@cache
def seeded() -> Path:
    """The folder of a seeded server, made once and copied for each run."""
    folder = Path(tempfile.mkdtemp(prefix="pushes-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = open_desk(ServerSettings(folder / "data", reserve_bytes=0), SettableTime())
    seed(desk, SEED)
    desk.close()
    return folder / "data"


@cache
def expected() -> tuple[object, ...]:
    """What one push of everything, without mishap, leaves."""
    with tempfile.TemporaryDirectory() as folder:
        desk, by = new_desk(Path(folder) / "straight")
        by.push(JOURNAL)
        try:
            return everything(desk)
        finally:
            desk.close()


class Pushes(RuleBasedStateMachine):
    """Batches in any order, any number of times, any size."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="pushes-"))
        self.desk, self.sender = new_desk(self.folder / "tried")
        self.high_water = 0

    @rule(start=st.integers(0, len(JOURNAL) - 1), length=st.integers(1, 9))
    def push(self, start: int, length: int) -> None:
        receipt = self.sender.push(JOURNAL[start : start + length])
        reached = min(start + length, len(JOURNAL))
        overtook = start > self.high_water
        self.high_water = self.high_water if overtook else max(self.high_water, reached)
        assert receipt.high_water.position == self.high_water

    @rule(length=st.integers(1, 9))
    def go_on(self, length: int) -> None:
        self.push(min(self.high_water, len(JOURNAL) - 1), length)

    @invariant()
    def every_chain_holds(self) -> None:
        with self.desk.database.read() as connection:
            asked = sa.select(events.c.body).order_by(events.c.stream, events.c.seq)
            kept = [Event.from_body(body) for body in connection.execute(asked).scalars()]
        assert verify_chain(kept) == ()

    def teardown(self) -> None:
        self.sender.push(JOURNAL)
        ended = everything(self.desk)
        self.desk.close()
        shutil.rmtree(self.folder)
        assert ended == expected()


TestPushes = Pushes.TestCase
TestPushes.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
