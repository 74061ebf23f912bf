"""The main window: rail, page stack, search, status, messages.

Importing this module loads QtCore, QtGui, QtWidgets and QtSvg only; QtPdf, QtMultimedia and
QtPrintSupport cost a quarter of the start and are loaded where they are first shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.gui.controls.notices import Banner, Notice, Toast
from inspector_app.gui.controls.reading_order import focus_next_in_reading
from inspector_app.gui.controls.translated import Translated
from inspector_app.gui.error_words import notice_for
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.navigation_rail import NavigationRail
from inspector_app.gui.status_bar import StatusBar, StatusFacts
from inspector_app.gui.theme import Space
from inspector_app.gui.top_bar import TopBar

if TYPE_CHECKING:
    from inspector_app.gui.search_hit import SearchHit
    from inspector_app.gui.search_palette import SearchPalette

__all__ = ["PageFactory", "SearchSource", "Shell"]

PageFactory = Callable[[], QWidget]
"""Builds a page when it is first shown."""

SearchSource = Callable[[str], "Sequence[SearchHit]"]
"""Finds hits for a query; runs in the database lane, must not touch widgets."""


@dataclass(slots=True)
class _Entry:
    title: Callable[[], str]
    factory: PageFactory
    widget: QWidget | None = None


class Shell(Translated, QMainWindow):
    """Holds the pages, says where one is, and tells what happened.

    Signals:
        page_shown(str): key of the page now on show.
        hit_chosen(str): key of the search hit that was chosen.
        sync_details_wanted(): the person pressed the sync facts in the status bar.
    """

    page_shown = Signal(str)
    hit_chosen = Signal(str)
    sync_details_wanted = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._entries: dict[str, _Entry] = {}
        self._source: SearchSource | None = None
        self._current = ""
        self._titled = ""
        self._stand_in: QWidget | None = None
        self.rail = NavigationRail()
        self.top_bar = TopBar()
        self.banner = Banner()
        self.stack = QStackedWidget()
        self.status = StatusBar()
        self._canvas = _canvas(self.rail, self.top_bar, self.banner, self.stack, self.status)
        self.setCentralWidget(self._canvas)
        self.toast = Toast(self.stack)
        self._palette: SearchPalette | None = None
        self._connect()
        self.setMinimumSize(1024, 640)
        self.resize(1366, 768)
        self.retranslate()

    # Pages

    def add_page(
        self, key: str, icon_name: str, title: Callable[[], str], factory: PageFactory
    ) -> None:
        """Add a page to the rail; ``factory`` builds it when it is first shown.

        Args:
            key: stable name ("today").
            icon_name: Lucide name.
            title: gives the title in the language in force, e.g. ``lambda: tr_title("今日")``.
            factory: called once, on the main thread.
        """
        self._entries[key] = _Entry(title, factory)
        self.rail.add_item(key, icon_name, title)
        place = len(self._entries)
        # The item's own: while the rail does not answer, neither does the key.
        shortcut = QShortcut(QKeySequence(f"Ctrl+{place}"), self.rail.item(key))
        shortcut.activated.connect(lambda: self.show_page(key))

    def show_page(self, key: str) -> QWidget:
        """Show the page ``key``, building it if this is the first time, and return it.

        Raises:
            KeyError: no such page.
        """
        if self._palette is not None:
            self._palette.close_palette()
        page = self.page(key)
        self._current = self._titled = key
        self.rail.choose(key)
        if self.focusWidget() is None:
            self.rail.item(key).setFocus()
        self.stack.setCurrentWidget(page)
        if self._stand_in is not None:
            self.stack.removeWidget(self._stand_in)
            self._stand_in.deleteLater()
            self._stand_in = None
        self._say_title()
        self.page_shown.emit(key)
        return page

    def page(self, key: str) -> QWidget:
        """The page ``key``, built if need be, without showing it."""
        entry = self._entries[key]
        if entry.widget is None:
            entry.widget = entry.factory()
            entry.widget.setObjectName("page")
            self.stack.addWidget(entry.widget)
        return entry.widget

    def wait_on(self, widget: QWidget, key: str) -> None:
        """Let ``widget`` stand for the page ``key``, whose factory may not be called yet.

        The rail does not answer until it is enabled again.
        """
        widget.setObjectName("page")
        self._stand_in, self._titled = widget, key
        self.rail.choose(key)
        self.rail.setEnabled(False)
        self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)
        self._say_title()

    @property
    def current_page(self) -> str:
        """Key of the page on show, or ``""``."""
        return self._current

    def set_title(self, title: str, detail: str = "") -> None:
        """Let the page on show say more than its name: 「张记面馆」, 「双随机 + 日常」."""
        self.top_bar.set_title(title, detail)

    # What it says

    def set_status(self, facts: StatusFacts) -> None:
        """Show the trust facts."""
        self.status.set_facts(facts)

    def set_search(self, source: SearchSource | None) -> None:
        """Feed the search palette; without a source there is no search."""
        self._source = source
        self.top_bar.set_search_enabled(source is not None)

    def notify(self, notice: Notice) -> None:
        """Say briefly, at the foot of the page, what went well."""
        self.toast.show_notice(notice)

    def ask_attention(self, notice: Notice) -> None:
        """Say above the page, until dismissed, what needs a decision."""
        self.banner.show_notice(notice)

    def show_error(
        self,
        error: InspectorError,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Say what happened, what is safe and what to do; ``action`` jumps to where it is mended."""
        self.banner.show_notice(notice_for(error, action, on_action))

    @property
    def palette_box(self) -> SearchPalette:
        """The search palette, made when it is first asked for."""
        if self._palette is None:
            # Late: the first frame seeks nothing.
            from inspector_app.gui.search_palette import SearchPalette

            self._palette = SearchPalette(self._canvas)
            self._palette.query_changed.connect(self._on_query_changed)
            self._palette.hit_chosen.connect(self.hit_chosen)
        return self._palette

    def open_search(self) -> None:
        """Open the search palette (Ctrl+K)."""
        if self._source is not None:
            self.palette_box.open()

    def retranslate(self) -> None:
        """Set every text of the window itself."""
        self.setWindowTitle(self.tr("市场监管现场执法"))
        self._say_title()

    # Qt

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        return focus_next_in_reading(self, forward=next) or super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # No shortcut: what lies above the page (search, busy, a menu) has Escape first.
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape_pressed()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.rail.page_chosen.connect(self.show_page)
        self.top_bar.search_wanted.connect(self.open_search)
        self.status.sync_details_wanted.connect(self.sync_details_wanted)
        self._jobs.failed.connect(self.show_error)
        search = QShortcut(QKeySequence("Ctrl+K"), self)
        search.activated.connect(self.open_search)
        keys = QShortcut(QKeySequence(Qt.Key.Key_F1), self)
        keys.activated.connect(lambda: _show_keys(self))
        full = QShortcut(QKeySequence(Qt.Key.Key_F11), self)
        full.activated.connect(lambda: _turn_full_screen(self))

    def _say_title(self) -> None:
        if self._titled:
            self.top_bar.set_title(self._entries[self._titled].title())

    def _on_query_changed(self, query: str) -> None:
        source = self._source
        if source is None:
            return
        self._jobs.submit(
            lambda: source(query),
            lambda hits: self.palette_box.show_hits(query, hits),
            owner=self,
        )

    def _on_escape_pressed(self) -> None:
        if self.banner.notice is not None:
            self.banner.dismiss()
        elif self.isFullScreen():
            _turn_full_screen(self)


def _turn_full_screen(window: QWidget) -> None:
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _show_keys(over: QWidget) -> None:
    # Late: few ask, and nobody before the first frame.
    from inspector_app.gui.key_list import KeyList

    KeyList(over).open()


def _canvas(
    rail: NavigationRail, top_bar: TopBar, banner: Banner, stack: QStackedWidget, status: StatusBar
) -> QWidget:
    canvas = QWidget()
    canvas.setObjectName("canvas")
    notices = QHBoxLayout()
    notices.setContentsMargins(Space.XL, 0, Space.XL, Space.S)
    notices.addWidget(banner)
    page = QVBoxLayout()
    page.setContentsMargins(0, 0, 0, 0)
    page.setSpacing(0)
    page.addWidget(top_bar)
    page.addLayout(notices)
    page.addWidget(stack, 1)
    upper = QHBoxLayout()
    upper.setSpacing(0)
    upper.addWidget(rail)
    upper.addLayout(page, 1)
    whole = QVBoxLayout(canvas)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(upper, 1)
    whole.addWidget(status)
    return canvas
