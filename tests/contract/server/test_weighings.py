"""An opinion on a finding reaches the bureau whole, and the bureau folds what the laptop folded."""

from __future__ import annotations

import sqlalchemy as sa

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.journal import Event
from inspector_app.domain.visit import fold_visit
from inspector_app.domain.visit_events import AnswerRecorded, FindingConfirmed
from inspector_app.server.desk import Desk
from inspector_app.server.storage.schema import events
from tests.contract.server.senders import sender
from tests.factory import rights_read, visit_started
from tests.factory_sync import chained
from tests.unit.law.factory_weighing import EXPIRED, YUAN, weighed_finding

OPINION = weighed_finding("f1")


def weighed_visit() -> list[Event]:
    found = FindingConfirmed("f1", "HEALTH", EXPIRED, "查见过期食品", (), "下架", None)
    failed = AnswerRecorded("HEALTH", AnswerValue.NOT_MET, "过期")
    return chained("v1", [visit_started(visit_id="v1"), rights_read(), failed, found, OPINION])


def test_the_server_takes_it_and_folds_the_same_opinion(desk: Desk) -> None:
    told = weighed_visit()

    receipt = sender(desk).record(told)

    assert receipt.refused == ()
    with desk.database.read() as connection:
        asked = sa.select(events.c.body).where(events.c.stream == "visit/v1")
        bodies = connection.execute(asked.order_by(events.c.seq)).scalars().all()
    visit = fold_visit(Event.from_body(body) for body in bodies)
    assert visit is not None
    assert visit == fold_visit(told)
    opinion = visit.findings["f1"].weighed
    assert opinion is not None
    assert opinion == OPINION.weighed
    assert opinion.gain is not None
    assert opinion.gain.confiscated == 600 * YUAN
