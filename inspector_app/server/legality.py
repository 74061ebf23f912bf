"""The legality gate on the bureau's side: no document that could not have been issued, no service
that is none.

The same function judges here as on the laptop, by the edition of the rules that the visit recorded
at its start, as of the event's own time: who did right by the rules of then is not refused by those
of now. An edition that this server does not hold is no way past it either: then its current rules
decide, and what they block waits for the edition instead of being called a breach.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from datetime import date
from functools import cached_property
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
    check_issue,
    check_service,
    rules_edition,
)
from inspector_app.domain.template import DocumentTemplate
from inspector_app.domain.visit import Visit
from inspector_app.packs import PackLibrary, TrustedKey, load_trusted_keys
from inspector_app.server.judgement import Refused

__all__ = ["LawBook", "refuse_blocked_issue", "refuse_blocked_service"]

_ISSUE = "document_issued"
_SERVICE = "document_served"
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


def refuse_blocked_issue(book: LawBook, visit: Visit | None, event: Event) -> None:
    """Raise :class:`Refused` if ``event`` issues a document of ``visit`` that the gate blocks.

    ``visit`` is as it was before the event.
    """
    if event.type != _ISSUE or visit is None:
        return
    document = visit.documents[event.payload["document_id"]]
    day = date.fromisoformat(event.at[:10])
    law, held = _law_of(book, visit)
    template = book.template(visit, document.kind)
    _refuse("issue", check_issue(visit, document, day, law, template), held)


def refuse_blocked_service(book: LawBook, visit: Visit, event: Event) -> None:
    """Raise :class:`Refused` if ``event`` records a service that is none (R30).

    ``visit`` is as it is with the event.
    """
    if event.type != _SERVICE:
        return
    law, held = _law_of(book, visit)
    _refuse("service", check_service(visit, date.fromisoformat(event.at[:10]), law), held)


def _refuse(what: str, messages: Iterable[GateMessage], held: bool) -> None:
    first = next((message for message in messages if message.mode is GateMode.BLOCK), None)
    if first is not None:
        code = f"{what}.blocked" if held else f"{what}.rules_unknown"
        # Both sides keep the code alone: it carries the rule.
        raise Refused(f"{code}.{first.rule}", _told(first))


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
