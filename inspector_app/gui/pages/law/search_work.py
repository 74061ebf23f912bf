"""Wires the finder: which laws there are, what is found for what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from inspector_app.application.list_statutes import InstalledLaw
from inspector_app.application.search_statutes import FoundStatutes
from inspector_app.application.use_cases import UseCases
from inspector_app.domain.law.citation import Citation, short_name
from inspector_app.domain.law.statute import StatuteEdition
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.pages.found_list import FoundRow, excerpt
from inspector_app.gui.pages.law.finder_pane import FinderPane, Finding
from inspector_app.gui.pages.law.law_words import (
    edition_state,
    edition_words,
    level_word,
    short_place,
    unread_words,
    unresolved_words,
)
from inspector_app.gui.pages.row_list import Row
from inspector_app.gui.terms import fact_line

__all__ = ["LawSearch", "Wish"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be read: a place (article 0: only the law), with words marked in it.

    ``edition`` None: the one that the days ask for.
    """

    citation: Citation
    words: tuple[str, ...] = ()
    edition: StatuteEdition | None = None


class LawSearch(QObject):
    """One finder over the statutes on this device.

    Signals:
        reading_wanted(Wish): this was chosen, or found as the one place that was cited.
        laws_read(int): so many laws are installed.
        failed(InspectorError): the library could not be asked.
    """

    reading_wanted = Signal(object)
    laws_read = Signal(int)
    failed = Signal(Exception)

    def __init__(
        self, finder: FinderPane, use_cases: UseCases, jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._finder = finder
        self._use_cases = use_cases
        self._jobs = jobs
        self._laws: dict[str, InstalledLaw] = {}
        self._found = FoundStatutes("")
        self._query = ""
        self._this_law = ""
        finder.search_wanted.connect(self._on_search_wanted)
        finder.law_chosen.connect(lambda law: self.reading_wanted.emit(Wish(Citation(law, 0))))
        finder.found_chosen.connect(self._on_found_chosen)

    def read_laws(self) -> None:
        """Look again at what is installed."""
        self._jobs.submit(
            self._use_cases.list_statutes, self._on_installed, self.failed.emit, owner=self
        )

    def set_open(self, law: str) -> None:
        """This law is being read: a place without a law is looked up in it first."""
        self._this_law = law
        self._finder.laws.mark(law)

    def retranslate(self) -> None:
        """Say the rows again."""
        self._show_laws()
        if self._found.text:
            self._show_found()

    def _on_installed(self, laws: tuple[InstalledLaw, ...]) -> None:
        self._laws = {each.law: each for each in laws}
        self._show_laws()
        self.laws_read.emit(len(laws))

    def _show_laws(self) -> None:
        self._finder.set_laws([self._law_row(each) for each in self._laws.values()])

    def _law_row(self, installed_law: InstalledLaw) -> Row:
        edition = installed_law.shown
        count = len(installed_law.editions)
        parts = [
            level_word(edition.level),
            edition_words(edition),
            self.tr("%n 个文本", "", count) if count > 1 else "",
        ]
        return Row(
            installed_law.law,
            short_name(installed_law.law),
            fact_line(parts),
            edition_state(edition, self._use_cases.place.clock.today()),
        )

    def _on_search_wanted(self, text: str) -> None:
        self._query = text
        if not text:
            self._found = FoundStatutes("")
            self._finder.set_found(())
            self._finder.show_list(Finding.LAWS)
            return
        search = self._use_cases.search_statutes
        this_law, history = self._this_law, self._finder.history.isChecked()
        self._jobs.submit(
            lambda: search(text, this_law=this_law, history=history),
            self._on_found,
            self.failed.emit,
            owner=self,
        )

    def _on_found(self, found: FoundStatutes) -> None:
        if found.text.strip() != self._query.strip():
            return
        self._found = found
        self._show_found()
        if found.places:
            # A citation means one place: it is read at once, the field keeps the cursor.
            self.reading_wanted.emit(Wish(found.places[0].citation))

    def _show_found(self) -> None:
        told = [unresolved_words(each) for each in self._found.nowhere]
        if self._found.unread:
            told.append(unread_words(self._found.unread))
        self._finder.set_found(self._found_rows(), "\n".join(told))

    def _found_rows(self) -> Sequence[FoundRow]:
        rows = [
            FoundRow(f"place:{n}", short_place(each.citation), excerpt(each.text, ()))
            for n, each in enumerate(self._found.places)
        ]
        words = self._found.words
        today = self._use_cases.place.clock.today()
        for n, hit in enumerate(self._found.hits):
            title = short_place(hit.citation)
            if not hit.edition.in_force(today):
                title = f"{title}  {edition_words(hit.edition)}"
            rows.append(FoundRow(f"hit:{n}", title, excerpt(hit.text, words), words))
        return rows

    def _on_found_chosen(self, key: str) -> None:
        kind, _, number = key.partition(":")
        if kind == "place":
            self.reading_wanted.emit(Wish(self._found.places[int(number)].citation))
            return
        hit = self._found.hits[int(number)]
        self.reading_wanted.emit(Wish(hit.citation, self._found.words, hit.edition))
