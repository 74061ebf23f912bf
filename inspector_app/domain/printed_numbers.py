"""Item numbers as the papers print them: in a merged visit each still names one item."""

from __future__ import annotations

from inspector_app.domain.chinese import chinese_number
from inspector_app.domain.task import PlannedItem
from inspector_app.domain.visit_state import Visit

__all__ = ["printed_number", "table_name"]


def table_name(place: int) -> str:
    """表一 for the leading checklist (``place`` 0), 表二 for the next."""
    return f"表{chinese_number(place + 1)}"


def printed_number(visit: Visit, item: PlannedItem) -> str:
    """The number of an item of ``visit``.

    Two checklists may both have an item 2.1: that of the second is printed 表二2.1.
    """
    place = visit.checklists.index(item.checklist) if item.checklist in visit.checklists else 0
    return f"{table_name(place)}{item.number}" if place else item.number
