"""What a person sees and presses in the main window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.search_hit import SearchHit
from inspector_app.gui.shell import Shell


class ShellPage:
    """The main window as its user knows it."""

    def __init__(self, shell: Shell, qtbot: QtBot) -> None:
        self.shell = shell
        qtbot.addWidget(shell)
        shell.show()
        qtbot.waitExposed(shell)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        # To the window, as a keyboard does: Qt takes it to whatever has the focus.
        QTest.keyClick(self.shell.windowHandle(), key, modifier or Qt.KeyboardModifier.NoModifier)

    def type_into_search(self, text: str) -> None:
        QTest.keyClicks(self.shell.palette_box.field, text)

    def press_rail(self, key: str) -> None:
        QTest.mouseClick(self.shell.rail.item(key), Qt.MouseButton.LeftButton)

    @property
    def title(self) -> str:
        return self.shell.top_bar.title

    @property
    def hits(self) -> list[str]:
        model = self.shell.palette_box.hits.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def banner_words(self) -> str:
        return _words(self.shell.banner)

    @property
    def toast_words(self) -> str:
        return _words(self.shell.toast)


def hit(name: str) -> SearchHit:
    return SearchHit(f"enterprise:{name}", name)


def _words(widget: QWidget) -> str:
    if widget.isHidden():
        return ""
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())
