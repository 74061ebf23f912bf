"""Wires the reading pane: which edition is open, at which place, beside which other one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from inspector_app.application.use_cases import UseCases
from inspector_app.domain.law.citation import Citation, format_citation
from inspector_app.gui.controls import Notice
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.pages.law.law_words import edition_words
from inspector_app.gui.pages.law.reading_pane import ReadingPane
from inspector_app.gui.pages.law.search_work import Wish
from inspector_app.gui.pages.law.view_model import (
    Days,
    OpenStatute,
    PlaceFacts,
    open_at,
    open_edition,
    place_facts,
)

__all__ = ["LawReading"]


class LawReading(QObject):
    """One reading pane over the statutes on this device.

    Signals:
        opened(OpenStatute): this is being read now.
        noticed(Notice): a place is not there.
        failed(InspectorError): the text could not be read.
    """

    opened = Signal(object)
    noticed = Signal(Notice)
    failed = Signal(Exception)

    def __init__(self, pane: ReadingPane, use_cases: UseCases, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._at = use_cases.place
        self._jobs = jobs
        self._days = Days()
        self._wish: Wish | None = None
        self._place: Citation | None = None
        pane.edition_chosen.connect(self._on_edition_chosen)
        pane.beside_chosen.connect(self._on_beside_chosen)
        pane.days_chosen.connect(self._on_days_chosen)
        pane.place_chosen.connect(self._on_place_chosen)

    def read(self, wish: Wish, days: Days | None = None) -> None:
        """Read what ``wish`` names, from now on by ``days`` if they are given."""
        if days is not None:
            self._days = days
        self._wish = wish
        shelf, by_days, today = self._at.statutes, self._days, self._at.clock.today()
        opened = self._pane.opened
        if opened is not None and wish.edition == opened.edition:
            self._on_opened(wish, opened)
            return

        def read() -> OpenStatute | None:
            if wish.edition is not None:
                return open_edition(shelf, wish.edition, today)
            return open_at(shelf, wish.citation, by_days, today)

        self._submit(wish, read)

    def _submit(self, wish: Wish, read: Callable[[], OpenStatute | None]) -> None:
        self._jobs.submit(
            read, lambda found: self._on_opened(wish, found), self.failed.emit, owner=self
        )

    def _on_opened(self, wish: Wish, opened: OpenStatute | None) -> None:
        if wish is not self._wish:
            return
        if opened is None:
            words = self.tr("本机没有安装《{law}》的文本。").format(law=wish.citation.law)
            mend = self.tr("请从“导入法律文本”导入官方公布的文本。")
            self.noticed.emit(Notice(words, mend=mend))
            return
        self._pane.set_statute(opened, self._days, self._at.clock.today())
        self.opened.emit(opened)
        if wish.citation.article:
            self._go_to(replace(wish.citation, law=opened.edition.law), opened)
        else:
            self._place = None
        self._pane.text.mark_words(wish.words)

    def _go_to(self, citation: Citation, opened: OpenStatute) -> None:
        if self._pane.go_to(citation):
            return
        words = self.tr("{edition}没有这一处：{citation}").format(
            edition=edition_words(opened.edition), citation=format_citation(citation)
        )
        self.noticed.emit(Notice(words))

    def _on_edition_chosen(self, digest: str) -> None:
        opened = self._pane.opened
        beside = opened.other.digest if opened is not None and opened.other is not None else ""
        self._reopen(digest, beside)

    def _on_beside_chosen(self, digest: str) -> None:
        opened = self._pane.opened
        if opened is not None:
            self._reopen(opened.edition.digest, digest)

    def _reopen(self, digest: str, beside_digest: str) -> None:
        """Read another edition of the open law, at the same place."""
        opened = self._pane.opened
        if opened is None:
            return
        by_digest = {each.digest: each for each in opened.editions}
        edition, beside = by_digest[digest], by_digest.get(beside_digest)
        wish = self._wish = Wish(self._place or Citation(edition.law, 0))
        shelf, today = self._at.statutes, self._at.clock.today()
        other = beside if beside != edition else None
        self._submit(wish, lambda: open_edition(shelf, edition, today, other))

    def _on_days_chosen(self, days: Days) -> None:
        opened = self._pane.opened
        if opened is not None:
            self.read(Wish(self._place or Citation(opened.edition.law, 0)), days)

    def _on_place_chosen(self, citation: Citation) -> None:
        opened = self._pane.opened
        if opened is None:
            return
        self._place = citation
        shelf, packs = self._at.statutes, self._at.packs
        edition, beside = opened.edition, opened.other
        self._jobs.submit(
            lambda: place_facts(shelf, packs.catalogue(), citation, edition, beside),
            self._on_place_read,
            self.failed.emit,
            owner=self,
        )

    def _on_place_read(self, facts: PlaceFacts) -> None:
        if facts.citation == self._place:
            self._pane.set_place(facts)
