"""The checklist definitions behind a visit, always of the editions it began with."""

from __future__ import annotations

from collections.abc import Mapping

from inspector_app.domain.checklist import ChecklistDefinition, Item
from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.errors import UserError
from inspector_app.domain.pack_ports import ExpressionEvaluator, PackShelf
from inspector_app.domain.visit import Visit

__all__ = ["enterprise_facts", "item_definition", "relevant_items", "visit_definitions"]


def enterprise_facts(enterprise: Enterprise) -> dict[str, object]:
    """What an item's ``relevant`` expression may read; lists are ODK's space-separated selections."""
    return {
        "activities": " ".join(enterprise.activities),
        "premises": " ".join(enterprise.premises),
        "party_type": enterprise.party_type.value,
        "risk_class": enterprise.risk_class.value,
    }


def relevant_items(
    definition: ChecklistDefinition, enterprise: Enterprise, expressions: ExpressionEvaluator
) -> frozenset[str]:
    """The codes of the items that apply to this enterprise."""
    facts = enterprise_facts(enterprise)
    return frozenset(
        item.code
        for item in definition.items
        if not item.relevant or expressions.evaluate(item.relevant, facts) is True
    )


def visit_definitions(packs: PackShelf, visit: Visit) -> Mapping[str, ChecklistDefinition]:
    """The visit's checklists by id, each in the edition that the visit recorded at its start.

    Raises ``UserError`` if that edition is no longer on this device.
    """
    current = packs.checklists()
    found: dict[str, ChecklistDefinition] = {}
    for checklist_id in visit.checklists:
        definition = current.get(checklist_id)
        if definition is None or definition.pack not in visit.packs:
            definition = _recorded_edition(packs, visit, checklist_id)
        found[checklist_id] = definition
    return found


def _recorded_edition(packs: PackShelf, visit: Visit, checklist_id: str) -> ChecklistDefinition:
    for pack in visit.packs:
        try:
            return packs.checklist(checklist_id, pack)
        except UserError:
            continue
    raise UserError(
        "packs.edition_missing",
        "本机没有这次检查开始时所用版本的检查表。",
        safe="检查记录完整保存，未受影响。",
        mend="请联网同步，或者由管理员重新安装该版本。",
    )


def item_definition(packs: PackShelf, visit: Visit, code: str) -> tuple[ChecklistDefinition, Item]:
    """The definition of a planned item and the checklist that leads it; ``KeyError`` if not asked."""
    planned = visit.item(code)
    definition = visit_definitions(packs, visit)[planned.checklist]
    return definition, definition.item(code)
