"""The page 法规 as a person uses it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from inspector_app.gui.pages.law.finder_pane import Finding
from inspector_app.gui.pages.law.page import LawPage
from tests.gui.factory_gui import GuiOffice
from tests.gui.factory_law import stocked
from tests.gui.pages_window import OpenWindow, WindowPage

__all__ = ["LawPageObject", "open_law"]


class LawPageObject:
    """Searches, reads and copies; every act waits until it is on the screen."""

    def __init__(self, window: WindowPage) -> None:
        self.window = window
        self.page = window.show("law", LawPage)
        # Keys belong to the window that is active.
        window.window.activateWindow()
        window.await_that(window.window.isActiveWindow)

    # What is seen

    @property
    def laws(self) -> list[str]:
        return [row.title for row in self.page.finder.laws.rows]

    @property
    def found(self) -> list[str]:
        return [row.title for row in self.page.finder.found.rows]

    @property
    def nowhere(self) -> str:
        words = self.page.finder.nowhere
        return words.words.text() if words.isVisibleTo(self.page) else ""

    @property
    def outline(self) -> list[str]:
        return [row.title for row in self.page.finder.outline.rows]

    @property
    def marked(self) -> str:
        """The words of the place that is marked in the text."""
        return self.page.reading.text.marked

    @property
    def text(self) -> str:
        return self.page.reading.text.toPlainText()

    @property
    def place(self) -> str:
        """The citation of the chosen place."""
        panel = self.page.reading.place
        return panel.title if panel.isVisibleTo(self.page) else ""

    @property
    def wordings(self) -> tuple[str, ...]:
        """The article in both editions, the earlier first; empty while none is compared."""
        comparison = self.page.reading.place.comparison
        if not comparison.isVisibleTo(self.page):
            return ()
        return tuple(side.text.toPlainText() for side in comparison.sides)

    @property
    def clipboard(self) -> str:
        return QGuiApplication.clipboard().text()

    def sees(self, line: str) -> bool:
        """Whether a line of the text stands in the part of it that is in sight."""
        text = self.page.reading.text
        found = text.document().find(line)
        box = text.cursorRect(found)
        return not found.isNull() and 0 <= box.top() < text.viewport().height()

    # What is done

    def search(self, words: str) -> None:
        """Type into the field and rest."""
        line = self.page.finder.field.line
        line.setFocus()
        line.clear()
        line.insert(words)
        self.page.finder.field.value_changed.emit(words)
        self.window.await_that(lambda: not self.page.finder.pending)
        self.window.settle()

    def choose_found(self, title: str) -> None:
        self.page.finder.found.choose(self.found.index(title))
        self.window.settle()

    def choose_law(self, law: str) -> None:
        self.page.finder.show_list(Finding.LAWS)
        self.page.finder.laws.choose(law)
        self.window.settle()

    def choose_edition(self, place: int) -> None:
        """The ``place``-th edition in the box, the latest first."""
        self._pick(self.page.reading.editions.box, place)

    def compare_with(self, place: int) -> None:
        self._pick(self.page.reading.beside.box, place)

    def _pick(self, box: object, place: int) -> None:
        box.setCurrentIndex(place)  # type: ignore[attr-defined]  # a combo box of our own
        box.activated.emit(place)  # type: ignore[attr-defined]
        self.window.settle()

    def key(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        QTest.keyClick(self.window.window.windowHandle(), key, modifier)
        self.rest()

    def rest(self) -> None:
        """Let the cursor come to rest."""
        self.window.await_that(lambda: not self.page.reading.text.pending)
        self.window.settle()


def open_law(open_window: OpenWindow, office: GuiOffice | None = None) -> LawPageObject:
    """The page over the made-up statutes (or over what ``office`` has)."""
    if office is None:
        office = GuiOffice()
        office.statutes.statutes = stocked().statutes
    return LawPageObject(open_window(office))
