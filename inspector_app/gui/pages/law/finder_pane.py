"""The left side of 法规: search, what was found, the laws on this device, the outline of the open one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls import (
    Button,
    ButtonKind,
    Chip,
    FlowRow,
    IconLine,
    Label,
    SearchField,
    Translated,
    TranslatedWidget,
)
from inspector_app.gui.pages.found_list import FoundList, FoundRow
from inspector_app.gui.pages.law.import_sources import ImportSource, source_words
from inspector_app.gui.pages.row_list import ListCard, Row, RowList
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["FinderPane", "Finding", "ImportMenu"]

_PAUSE_MS = 180


class Finding(Enum):
    """What the list shows."""

    LAWS = "laws"
    FOUND = "found"
    OUTLINE = "outline"


class ImportMenu(Translated, QMenu):
    """The ways to texts.

    Signals:
        source_chosen(ImportSource): one of them was chosen.
    """

    source_chosen = Signal(ImportSource)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ways = {source: self.addAction("") for source in ImportSource}
        for source, way in self.ways.items():
            way.triggered.connect(lambda _=False, source=source: self.source_chosen.emit(source))
        self.retranslate()

    def retranslate(self) -> None:
        for source, way in self.ways.items():
            way.setText(source_words(source))


class FinderPane(TranslatedWidget):
    """Search as one types; what is chosen is read on the right.

    Signals:
        search_wanted(str): look for this; empty = nothing is looked for any more.
        law_chosen(str): full name of a law.
        found_chosen(str): key of a row of what was found.
        heading_chosen(int): line of a heading in the outline.
        reading_wanted(): Enter: go on in the text.
    """

    search_wanted = Signal(str)
    law_chosen = Signal(str)
    found_chosen = Signal(str)
    heading_chosen = Signal(int)
    reading_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("law.finder")
        self._shown = Finding.LAWS
        self._counts: dict[Finding, int] = {}
        self.field = SearchField()
        self.field.line.installEventFilter(self)
        self.history = Chip(icon_name="history")
        self.chips = {kind: Chip() for kind in Finding}
        self.laws = RowList()
        self.found = FoundList()
        self.outline = RowList()
        self.nowhere = IconLine("info", Label(role=TypeRole.LABEL), Tone.ATTENTION)
        self.nowhere.hide()
        self.import_button = Button(icon_name="file-plus", kind=ButtonKind.QUIET)
        self.import_menu = ImportMenu(self)
        self.import_button.setMenu(self.import_menu)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._lay_out()
        self._connect()
        self.show_list(Finding.LAWS)
        self.retranslate()

    @property
    def shown(self) -> Finding:
        """Which list is on show."""
        return self._shown

    @property
    def list_widget(self) -> QWidget:
        """The view of the list on show, for the focus."""
        return {
            Finding.LAWS: self.laws.view,
            Finding.FOUND: self.found.view,
            Finding.OUTLINE: self.outline.view,
        }[self._shown]

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not looked for yet."""
        return self._pause.isActive()

    def show_list(self, kind: Finding) -> None:
        """Show one of the lists."""
        self._shown = kind
        for each, chip in self.chips.items():
            chip.setChecked(each is kind)
        self._stack.setCurrentWidget(self._cards[kind])
        self.history.setVisible(kind is Finding.FOUND)
        self.nowhere.setVisible(kind is Finding.FOUND and bool(self.nowhere.words.text()))

    def set_laws(self, rows: Sequence[Row]) -> None:
        """List the laws on this device."""
        self.laws.set_rows(rows)
        self._count(Finding.LAWS, len(rows))

    def set_found(self, rows: Sequence[FoundRow], nowhere: str = "") -> None:
        """List what was found; ``nowhere`` says of citations why they lead nowhere."""
        self.found.set_rows(rows)
        self._count(Finding.FOUND, len(rows))
        self.nowhere.words.setText(nowhere)
        self.show_list(Finding.FOUND)
        self._say_nothing()

    def set_outline(self, rows: Sequence[Row]) -> None:
        """List the headings of the open text."""
        self.outline.set_rows(rows)
        self._count(Finding.OUTLINE, len(rows))

    def set_query(self, text: str) -> None:
        """Look for ``text`` at once, as if it had been typed."""
        self.field.set_value(text)
        self._pause.stop()
        self._search()

    def focus_search(self) -> None:
        """Put the cursor into the search field, what stands there selected."""
        self.field.line.setFocus()
        self.field.line.selectAll()

    def retranslate(self) -> None:
        self.field.set_label(self.tr("查找法规"))
        self.field.set_placeholder(self.tr("关键词，或“食品安全法 124(1)(五)”"))
        self.history.set_words(self.tr("含历史文本"))
        self.laws.set_name(self.tr("本机的法律文本"))
        self.found.set_name(self.tr("查找结果"))
        self.outline.set_name(self.tr("目录"))
        self.laws.empty.set_words(self.tr("本机还没有法律文本"))
        self.outline.empty.set_words(self.tr("这部法律不分章"))
        self.import_button.set_words(self.tr("导入法律文本"))
        for kind in Finding:
            self._count(kind, self._counts.get(kind, 0))
        self._say_nothing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field.line and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._steer(event.key())
        return super().eventFilter(watched, event)

    def _steer(self, key: int) -> bool:
        """Keys of the search field: Down goes into the list, Enter searches and opens."""
        if key == Qt.Key.Key_Down:
            self.list_widget.setFocus()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._pause.stop()
                self._search()
            elif self.found.rows and self._shown is Finding.FOUND:
                self.list_widget.setFocus()
                self.found.choose(0)
            return True
        return False

    def _lay_out(self) -> None:
        kinds = FlowRow()
        for chip in self.chips.values():
            kinds.add(chip)
        self._stack = QStackedLayout()
        self._cards = {
            Finding.LAWS: ListCard(self.laws),
            Finding.FOUND: ListCard(self.found),
            Finding.OUTLINE: ListCard(self.outline),
        }
        for card in self._cards.values():
            self._stack.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.field)
        column.addWidget(kinds)
        column.addWidget(self.nowhere)
        column.addLayout(self._stack, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.import_button)
        foot.addStretch(1)
        foot.addWidget(self.history)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.field.value_changed.connect(lambda _: self._pause.start())
        self.history.clicked.connect(self._search)
        for kind, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, kind=kind: self.show_list(kind))
        self.laws.row_chosen.connect(self.law_chosen)
        self.laws.row_pressed.connect(lambda _: self.reading_wanted.emit())
        self.laws.row_entered.connect(lambda _: self.reading_wanted.emit())
        self.found.row_chosen.connect(self.found_chosen)
        self.found.row_entered.connect(lambda _: self.reading_wanted.emit())
        self.outline.row_chosen.connect(lambda key: self.heading_chosen.emit(int(key)))
        self.outline.row_pressed.connect(lambda _: self.reading_wanted.emit())
        self.outline.row_entered.connect(lambda _: self.reading_wanted.emit())

    def _search(self) -> None:
        self.search_wanted.emit(self.field.value())

    def _count(self, kind: Finding, count: int) -> None:
        self._counts[kind] = count
        words = {
            Finding.LAWS: self.tr("法律文本"),
            Finding.FOUND: self.tr("查找结果"),
            Finding.OUTLINE: self.tr("目录"),
        }[kind]
        self.chips[kind].set_words(words, count=count or None)

    def _say_nothing(self) -> None:
        if self.field.value():
            self.found.empty.set_words(
                self.tr("没有找到"),
                self.tr("可以换一个说法、少写几个字，或者写明法律名称和条号。"),
            )
        else:
            self.found.empty.set_words(
                self.tr("查找条文"),
                self.tr("输入关键词，几个词用空格分开；或者输入条号，任何写法都可以。"),
            )
