"""The legality gate (合法性审查) at work: by which edition a visit is judged, and its refusal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from inspector_app.domain.errors import UserError
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.gate.judging import (
    GateMessage,
    GateMode,
    LawInForce,
    blocks,
    check_issue,
    check_service,
    rules_edition,
)
from inspector_app.domain.law.gate.occasion import Resolver
from inspector_app.domain.law.statute import StatuteShelf, Unresolved, UnresolvedReason
from inspector_app.domain.pack_ports import PackShelf
from inspector_app.domain.visit import Visit

__all__ = ["GateRefusal", "law_of", "refuse_blocked_issue", "refuse_blocked_service", "resolver"]

# Other reasons say something of the library, not of the citation.
_NOT_THERE = (
    UnresolvedReason.NO_ARTICLE,
    UnresolvedReason.NO_PARAGRAPH,
    UnresolvedReason.NO_ITEM,
)


class GateRefusal(UserError):
    """The legality gate blocks: the messages say why and where it is mended."""

    def __init__(self, messages: Iterable[GateMessage]) -> None:
        self.messages = tuple(messages)
        first = next(m for m in self.messages if m.mode is GateMode.BLOCK)
        super().__init__(
            "gate.blocked",
            first.text,
            safe="记录已全部保存，文书尚未出具。",
            mend=f"依据：{first.basis}。",
            facts={"rule": first.rule, "basis": first.basis, "count": len(self.messages)},
        )


def law_of(packs: PackShelf, visit: Visit) -> LawInForce:
    """What ``visit`` is judged by: the edition that it recorded at its start."""
    return packs.law(rules_edition(visit))


def refuse_blocked_service(packs: PackShelf, visit: Visit, day: date) -> None:
    """Raise :class:`GateRefusal` if a service on record, the latest among them, is none (R30)."""
    messages = check_service(visit, day, law_of(packs, visit))
    if blocks(messages):
        raise GateRefusal(messages)


def resolver(shelf: StatuteShelf) -> Resolver:
    """Whether a citation is in the installed text of its law; None where that cannot be told."""

    def resolves(citation: Citation, day: date) -> bool | None:
        found = shelf.resolve(citation, day)
        if not isinstance(found, Unresolved):
            return True
        return False if found.reason in _NOT_THERE else None

    return resolves


def refuse_blocked_issue(packs: PackShelf, visit: Visit, document_id: str, day: date) -> None:
    """Raise :class:`GateRefusal` if that document of ``visit`` must not be issued on ``day``."""
    document = visit.documents[document_id]
    template = packs.document_templates().get(document.kind)
    messages = check_issue(visit, document, day, law_of(packs, visit), template)
    if blocks(messages):
        raise GateRefusal(messages)
