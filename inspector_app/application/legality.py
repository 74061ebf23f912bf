"""The legality gate (合法性审查) at work: by which edition a visit is judged, and its refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import ParamSpec, TypeVar

from inspector_app.application.workplace import Workplace
from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.gate.judging import (
    GateMessage,
    GateMode,
    LawInForce,
    blocks,
    check_event,
    check_issue,
    rules_edition,
)
from inspector_app.domain.law.statute import StatuteShelf, Unresolved, UnresolvedReason
from inspector_app.domain.law.then_and_now import changed_on
from inspector_app.domain.visit import Visit
from inspector_app.domain.visit_events import VisitEvent

__all__ = ["GateRefusal", "law_of", "refuse_blocked", "refuse_blocked_issue", "with_statutes"]

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

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
            safe="此前的记录已全部保存，这一步没有记录。",
            mend=f"依据：{first.basis}。",
            facts={"rule": first.rule, "basis": first.basis, "count": len(self.messages)},
        )


def law_of(place: Workplace, visit: Visit) -> LawInForce:
    """What ``visit`` is judged by: the edition that it recorded at its start, and the texts here.

    The same for every step, so nothing is issued of which the gate says on demand that it is not
    to be. Where no text is installed the texts say nothing.
    """
    return with_statutes(place.packs.law(rules_edition(visit)), place.statutes)


def refuse_blocked(
    place: Workplace, before: Visit, after: Visit, happened: VisitEvent, at: str
) -> None:
    """Raise :class:`GateRefusal` if the gate blocks recording ``happened`` at ``at`` (ISO 8601)."""
    day, forms = date.fromisoformat(at[:10]), place.packs.document_templates()
    _refuse(check_event(before, after, happened, day, law_of(place, before), forms.get))


def refuse_blocked_issue(place: Workplace, visit: Visit, document_id: str, day: date) -> None:
    """Raise :class:`GateRefusal` if that document of ``visit`` must not be issued on ``day``."""
    document = visit.documents[document_id]
    template = place.packs.document_templates().get(document.kind)
    _refuse(check_issue(visit, document, day, law_of(place, visit), template))


def _refuse(messages: tuple[GateMessage, ...]) -> None:
    if blocks(messages):
        raise GateRefusal(messages)


def with_statutes(law: LawInForce, shelf: StatuteShelf) -> LawInForce:
    """``law`` with what the installed texts say of citations: whether they stand, and changed.

    Each is looked up once; ask for another such law when a text may have been imported. A library
    that cannot be read says nothing, as one that is not there: whoever asks it itself is told why.
    """

    def resolves(citation: Citation, day: date) -> bool | None:
        found = shelf.resolve(citation, day)
        if not isinstance(found, Unresolved):
            return True
        return False if found.reason in _NOT_THERE else None

    def edition_on(name: str, day: date) -> date | None:
        found = shelf.edition_on(name, day)
        return None if found is None else found.edition

    return replace(
        law,
        resolves=cache(_if_readable(resolves)),
        changed=cache(_if_readable(partial(changed_on, shelf))),
        edition_on=_if_readable(edition_on),
    )


def _if_readable(ask: Callable[Asked, Answer | None]) -> Callable[Asked, Answer | None]:
    def answer(*asked: Asked.args, **named: Asked.kwargs) -> Answer | None:
        try:
            return ask(*asked, **named)
        except EnvironmentFault:
            return None

    return answer
