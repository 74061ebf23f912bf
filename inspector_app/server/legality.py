"""The legality gate on the bureau's side: no document that could not have been issued, no service
that is none, no case handed to review that is not ready for it.

The same function judges here as on the laptop, by the edition of the rules that the visit recorded
at its start, as of the event's own time: who did right by the rules of then is not refused by those
of now. An edition that this server does not hold is no way past it either: then its current rules
decide, and what they block waits for the edition instead of being called a breach.

A finding carries its violation, and papers are worded by it. So what it carries must stand, word for
word, in the edition that the finding names: anything may be written into a record by a laptop
that skips its own catalogue. An edition that is not held is treated as one of the rules is.
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
    GateMessage,
    GateMode,
    LawInForce,
    check_event,
    rules_edition,
)
from inspector_app.domain.law.violation import Violation
from inspector_app.domain.steps import Papers, assess_steps
from inspector_app.domain.template import DocumentTemplate
from inspector_app.domain.visit import Finding, Visit
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
_TELLS_FINDINGS = frozenset({"issue", "submission"})
_AS_RECORDED = Papers(wanted=())
_LOG = logging.getLogger(__name__)


class LawBook:
    """The editions of the packs that this server holds: delivered now, and delivered before.

    Each edition that was ever delivered, of the rules and of the violations, stays in ``rules/``
    of the server's folder, so that a visit that began by it is judged by it for ever.
    """

    def __init__(self, folder: Path, forms: Path | None = None) -> None:
        self._kept = folder / "rules"
        self._roots = (forms or forms_dir(), folder / "packs")
        self._lock = threading.Lock()

    def keep_editions(self) -> None:
        """Keep what is delivered now: visits will begin by it that arrive after the next one."""
        library = PackLibrary(self._roots, self._keys())
        for ref in library.refs():
            path = self._kept / f"{ref.digest}.json"
            if path.is_file():
                continue
            try:
                make_folder(self._kept)
                write_whole(path, [library.compiled_bytes(ref)])
            except OSError:
                _LOG.warning("an edition of a pack could not be kept; tried again at next start")

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

    def lists(self, violation: Violation, edition: PackRef | None = None) -> bool | None:
        """Whether exactly ``violation`` stands in that edition, or in what is delivered now.

        None if this server does not hold that edition.
        """
        with self._lock:
            try:
                held = (
                    self._library.packs() if edition is None else (self._library.by_ref(edition),)
                )
            except UserError:
                return None
            return any(pack.lists(violation) for pack in held)

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
    if what in _TELLS_FINDINGS:
        _refuse_unlisted(book, after, what)
    if isinstance(happened, VisitSubmitted):
        _refuse_open(after)


def _refuse_unlisted(book: LawBook, visit: Visit, what: str) -> None:
    """Raise :class:`Refused` if a finding carries a violation that its edition does not have so."""
    for finding in visit.findings.values():
        listed, held = _listed(book, finding, date.fromisoformat(visit.started_at[:10]))
        if not listed:
            code = f"{what}.{'violation_altered' if held else 'violation_unknown'}"
            raise Refused(code, f"{finding.violation.id}：“{finding.violation.wording}”。")


def _listed(book: LawBook, finding: Finding, begun: date) -> tuple[bool, bool]:
    """Whether the finding's violation is one of the catalogue's, and whether that is known of the
    edition that the finding names.
    """
    edition = finding.pack
    listed = book.lists(finding.violation, edition)
    if listed is None:
        return bool(book.lists(finding.violation)), False
    if edition is not None and not book.in_force(edition, begun):
        listed = bool(book.lists(finding.violation))
    return listed, True


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
