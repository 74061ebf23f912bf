"""A visit with an opinion on its one finding."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.gate.judging import LawInForce
from inspector_app.domain.law.violation import MeasureKind, Violation
from inspector_app.domain.law.weighing import Weighed
from inspector_app.domain.visit import Visit
from inspector_app.domain.visit_events import AnswerRecorded, FindingConfirmed, FindingWeighed
from tests.factory import Chain, enterprise, rights_read, visit_started
from tests.factory_visit import folded
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.law.factory_weighing import EXPIRED, RULES

__all__ = ["ITEM", "LAW", "SHIPPED", "visit_with", "with_opinion"]

ITEM = "HEALTH"
LAW = LawInForce(shipped_rules(), shipped_calendar())
SHIPPED = replace(RULES, grounds=shipped_rules().grounds)


def visit_with(opinion: Weighed, found: Violation = EXPIRED, **party: Any) -> Visit:
    """The same, folded."""
    return folded(with_opinion(opinion, found, **party))


def with_opinion(opinion: Weighed, found: Violation = EXPIRED, **party: Any) -> Chain:
    """A visit with one finding and that opinion on it."""
    shop = enterprise(party_type=PartyType.ENTERPRISE)
    finding = FindingConfirmed(
        "f1", ITEM, found, "查见过期食品", (MeasureKind.OPEN_CASE,), "下架", None
    )
    return Chain().add(
        visit_started(enterprise=replace(shop, **party)),
        rights_read(),
        AnswerRecorded(ITEM, AnswerValue.NOT_MET),
        finding,
        FindingWeighed("f1", opinion),
    )
