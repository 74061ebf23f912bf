"""The predicates of the gate, by the part of a case that they look at."""

from __future__ import annotations

from inspector_app.domain.law.gate.checks import (
    circumstances,
    consistency,
    days_told,
    decision,
    fines,
    inspection,
    investigation,
    law_of_act,
    names,
    opening,
    order_of_steps,
    papers,
    people,
    performance,
    persons,
    procedure,
    record,
    remedies,
    sanctions,
    values_told,
    words,
)
from inspector_app.domain.law.gate.registry import CHECKS, CheckSpec

__all__ = [
    "CHECKS",
    "CheckSpec",
    "circumstances",
    "consistency",
    "days_told",
    "decision",
    "fines",
    "inspection",
    "investigation",
    "law_of_act",
    "names",
    "opening",
    "order_of_steps",
    "papers",
    "people",
    "performance",
    "persons",
    "procedure",
    "record",
    "remedies",
    "sanctions",
    "values_told",
    "words",
]
