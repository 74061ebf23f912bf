"""The legality gate on the bureau's side: no document that could not have been issued, no service
that is none, no case handed to review that is not ready for it.

The same function judges here as on the laptop, by the edition of the rules that the visit recorded
at its start, as of the event's own time: who did right by the rules of then is not refused by those
of now. An edition that this server does not hold is no way past it either: then its current rules
decide, and what they block waits for the edition instead of being called a breach.
"""

from __future__ import annotations

import logging
import threading
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from inspector_app.assets import forms_dir, resources_dir
from inspector_app.disk.durable import make_folder, write_whole
from inspector_app.domain.checklist import PackRef
from inspector_app.domain.errors import UserError
from inspector_app.domain.journal import Event
from inspector_app.domain.law.gate.judging import (
    RULES_PACK,
    GateMessage,
    GateMode,
    LawInForce,
    check_event,
    rules_edition,
)
from inspector_app.domain.steps import Papers, assess_steps
from inspector_app.domain.template import DocumentTemplate
from inspector_app.domain.visit import Visit
from inspector_app.domain.visit_events import VisitSubmitted
from inspector_app.domain.visit_journal import read_event
from inspector_app.packs import PackLibrary, TrustedKey, load_trusted_keys
from inspector_app.server.judgement import Refused

__all__ = ["LawBook", "refuse_blocked"]

# What is judged, by its type, and the family of the codes that set it aside.
_JUDGED = {
    "document_issued": "issue",
    "document_served": "service",
    "visit_submitted": "submission",
}
_AS_RECORDED = Papers(wanted=())
_LOG = logging.getLogger(__name__)


class LawBook:
    """The editions of the rules that this server holds: delivered now, and delivered before.

    Each edition that was ever delivered stays in ``rules/`` of the server's folder, so that a
    visit that began by it is judged by it for ever.
    """

    def __init__(self, folder: Path, forms: Path | None = None) -> None:
        self._kept = folder / "rules"
        self._roots = (forms or forms_dir(), folder / "packs")
        self._lock = threading.Lock()

    def keep_editions(self) -> None:
        """Keep what is delivered now: visits will begin by it that arrive after the next one."""
        delivered = tuple(root / RULES_PACK for root in self._roots)
        library = PackLibrary(delivered, self._keys())
        for ref in library.refs():
            path = self._kept / f"{ref.digest}.json"
            if path.is_file():
                continue
            try:
                make_folder(self._kept)
                write_whole(path, [library.compiled_bytes(ref)])
            except OSError:
                _LOG.warning("an edition of the rules could not be kept; tried again at next start")

    def law(self, edition: PackRef) -> LawInForce | None:
        """What that edition says; None if this server does not hold it."""
        with self._lock:
            try:
                return self._library.law(edition)
            except UserError:
                return None

    def current(self) -> LawInForce:
        """The rules as they are now; ``UserError`` if none are delivered."""
        with self._lock:
            return self._library.law()

    def in_force(self, edition: PackRef, day: date) -> bool:
        """Whether a held edition may be begun by on ``day``."""
        with self._lock:
            return self._library.by_ref(edition).valid_on(day)

    def template(self, visit: Visit, kind: str) -> DocumentTemplate | None:
        """The form of a kind of document, by an edition that the visit names, else as it is now."""
        with self._lock:
            for pack in visit.packs:
                try:
                    templates = self._library.document_templates(pack)
                except UserError:
                    continue
                if kind in templates:
                    return templates[kind]
            return self._library.document_templates().get(kind)

    @cached_property
    def _library(self) -> PackLibrary:
        """Read when the first document arrives: most of a server's day is answers and photos."""
        kept = [path.read_bytes() for path in sorted(self._kept.glob("*.json"))]
        return PackLibrary(self._roots, self._keys(), stored=kept)

    def _keys(self) -> tuple[TrustedKey, ...]:
        return load_trusted_keys(resources_dir() / "trust" / "pack-keys.json")


def refuse_blocked(book: LawBook, before: Visit | None, after: Visit, event: Event) -> None:
    """Raise :class:`Refused` if ``event`` records what the laptop's own gate would have stopped.

    ``before`` and ``after`` are its visit without and with it.
    """
    what = _JUDGED.get(event.type)
    if what is None or before is None:
        return
    law, held = _law_of(book, before)
    day, happened = date.fromisoformat(event.at[:10]), read_event(event)
    messages = check_event(before, after, happened, day, law, partial(book.template, before))
    first = next((message for message in messages if message.mode is GateMode.BLOCK), None)
    if first is not None:
        family = f"{what}.blocked" if held else f"{what}.rules_unknown"
        # Both sides keep the code alone: it carries the rule.
        raise Refused(f"{family}.{first.rule}", _told(first))
    if isinstance(happened, VisitSubmitted):
        _refuse_open(after)


def _refuse_open(visit: Visit) -> None:
    """Raise :class:`Refused` if by the record alone a step still asks for something.

    Which papers the packs call for is the laptop's to say: the editions may not be here.
    """
    blockers = (blocker for step in assess_steps(visit, _AS_RECORDED) for blocker in step.blockers)
    open_now = next((blocker.code for blocker in blockers), "")
    if open_now or not visit.completed:
        raise Refused(f"submission.open.{open_now or 'not_completed'}")


def _law_of(book: LawBook, visit: Visit) -> tuple[LawInForce, bool]:
    """What judges the visit, and whether that is what it was to be judged by."""
    edition = rules_edition(visit)
    if edition is None:
        return book.current(), True
    law = book.law(edition)
    if law is None:
        return book.current(), False
    begun = date.fromisoformat(visit.started_at[:10])
    return (law if book.in_force(edition, begun) else book.current()), True


def _told(message: GateMessage) -> str:
    return f"{message.rule}：{message.text}（{message.basis}）"
