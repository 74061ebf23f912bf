"""The page 法规: find a provision, read it in the edition that applies, cite it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.application.use_cases import UseCases
from inspector_app.domain.law.citation import Citation
from inspector_app.gui.change_bus import ChangeBus
from inspector_app.gui.controls import Notice
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.pages.law.finder_pane import FinderPane
from inspector_app.gui.pages.law.import_sources import ImportSource
from inspector_app.gui.pages.law.import_work import ImportWork
from inspector_app.gui.pages.law.reading_pane import ReadingPane
from inspector_app.gui.pages.law.reading_work import LawReading
from inspector_app.gui.pages.law.search_work import LawSearch, Wish
from inspector_app.gui.pages.law.shelf_empty import ShelfEmpty
from inspector_app.gui.pages.law.view_model import Days, OpenStatute
from inspector_app.gui.pages.master_detail import MasterDetail
from inspector_app.gui.pages.page import Page
from inspector_app.gui.pages.row_list import Row
from inspector_app.gui.theme import Space
from inspector_app.gui.window_facts import TakeStatutes

__all__ = ["LawPage"]


class LawPage(Page):
    """Statutes on this device.

    Signals:
        noticed(Notice): something went well, or a place is not there.
        failed(InspectorError): something did not.
    """

    noticed = Signal(Notice)
    failed = Signal(Exception)

    def __init__(
        self, use_cases: UseCases, take: TakeStatutes | None, jobs: Jobs, bus: ChangeBus
    ) -> None:
        super().__init__(jobs, bus, ("statute",))
        self.finder = FinderPane()
        self.reading = ReadingPane()
        self.empty = ShelfEmpty()
        self._search = LawSearch(self.finder, use_cases, jobs, self)
        self._reading = LawReading(self.reading, use_cases, jobs, self)
        self.imports = ImportWork(take, jobs, bus, self)
        self._lay_out()
        self._connect()
        self._bind_keys()
        self.retranslate()

    def open_place(self, citation: Citation, days: Days | None = None) -> None:
        """Read a place, in the edition of ``days`` or of today; says so if no text has it."""
        self.panes.show_detail()
        self._reading.read(Wish(citation), days)

    def search(self, text: str) -> None:
        """Look for ``text`` as if it had been typed."""
        self.panes.show_master()
        self.finder.set_query(text)

    def refresh(self) -> None:
        self._search.read_laws()

    def retranslate(self) -> None:
        self.set_heading(self.tr("法规"))
        self._search.retranslate()

    def _lay_out(self) -> None:
        self.panes = MasterDetail(
            self.finder,
            self.reading,
            master_width=400,
            narrow_below=960,
            way_back=lambda: self.tr("返回查找"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.panes)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, 0, Space.XL, Space.M)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self._search.laws_read.connect(self._on_laws_read)
        self._search.reading_wanted.connect(self._reading.read)
        self._reading.opened.connect(self._on_opened)
        self.finder.heading_chosen.connect(self.reading.text.scroll_to)
        self.finder.reading_wanted.connect(self._on_reading_wanted)
        for told in (self._reading.noticed, self.reading.place.noticed, self.imports.noticed):
            told.connect(self.noticed)
        for failed in (self._search.failed, self._reading.failed, self.imports.failed):
            failed.connect(self.failed)
        for menu in (self.finder.import_menu, self.empty):
            menu.source_chosen.connect(self._on_source_chosen)

    def _bind_keys(self) -> None:
        text = self.reading.text
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+F": self._focus_search,
            "Ctrl+D": self.reading.days_button.toggle,
            "Ctrl+Shift+C": self.reading.place.copy,
            "Alt+Down": lambda: text.step(1),
            "Alt+Up": lambda: text.step(-1),
            "F6": lambda: self._turn(1),
            "Shift+F6": lambda: self._turn(-1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _focus_search(self) -> None:
        if self.panes.narrow:
            self.panes.show_master()
        self.finder.focus_search()

    def _turn(self, by: int) -> None:
        """F6: from the field to the list, the text, the place and round again."""
        stations: list[QWidget] = [
            self.finder.field.line,
            self.finder.list_widget,
            self.reading.text,
            self.reading.place.copy_citation,
        ]
        seen = [station for station in stations if station.isVisible()]
        if not seen:
            return
        held = [n for n, each in enumerate(seen) if each.hasFocus()]
        seen[(held[0] + by) % len(seen) if held else 0].setFocus()

    def _on_laws_read(self, count: int) -> None:
        self._stack.setCurrentWidget(self.panes if count else self.empty)

    def _on_opened(self, opened: OpenStatute) -> None:
        self._search.set_open(opened.edition.law)
        self.finder.set_outline(
            [
                Row(
                    str(entry.line),
                    entry.title,
                    _range(entry.first, entry.last),
                    depth=entry.depth,
                )
                for entry in opened.outline
            ]
        )

    def _on_reading_wanted(self) -> None:
        self.panes.show_detail()
        self.reading.text.setFocus()

    def _on_source_chosen(self, source: ImportSource) -> None:
        match source:
            case ImportSource.FILES:
                self._choose_files()
            case ImportSource.FOLDER:
                self._choose_folder()
            case ImportSource.PACKAGE:
                self.imports.take_package()

    def _choose_files(self) -> None:
        kinds = self.tr("法律文本") + " (*.md *.txt *.docx)"
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("选择法律文本"), "", kinds)
        if names:
            self.imports.take([Path(name) for name in names])

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("选择法律文本所在的文件夹"))
        if name:
            self.imports.take([Path(name)])


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"
