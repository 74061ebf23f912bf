"""A table with the application's look: rows of 44 px, tones with icons, Enter opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from inspector_app.gui.controls.surfaces import EmptyState
from inspector_app.gui.controls.translated import TranslatedWidget
from inspector_app.gui.theme import Space, Tone, TypeRole, look, paint_icon

__all__ = ["Cell", "Column", "Table", "TableRow"]

_CELL_ROLE = Qt.ItemDataRole.UserRole
_Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``stretch`` shares the room that is left, else it is as wide as its content."""

    title: str
    stretch: bool = False
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A value; with a ``tone`` it stands in its colour beside the tone's icon."""

    text: str
    tone: Tone | None = None
    icon: str = ""
    muted: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row under the caller's own key."""

    key: str
    cells: tuple[Cell | str, ...]


class Table(TranslatedWidget):
    """Rows and columns, or an empty state where there is nothing.

    Signals:
        row_activated(str): key of the row that was double-clicked, tapped twice or entered.
        row_selected(str): key of the row that has the cursor.
    """

    row_activated = Signal(str)
    row_selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState("inbox")
        self.view = _View()
        self._model = _RowsModel(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_CellDelegate(self.view))
        self.view.activated.connect(self._on_activated)
        self.view.entered_row.connect(self._on_activated)
        self.view.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.restyle()

    def set_rows(self, columns: Sequence[Column], rows: Sequence[TableRow]) -> None:
        """Show ``rows``; the row with the cursor keeps it if it is still there."""
        before = self.current_key
        self._model.set_rows(tuple(columns), tuple(rows))
        header = self.view.horizontalHeader()
        for place, column in enumerate(columns):
            header.setSectionResizeMode(
                place,
                QHeaderView.ResizeMode.Stretch
                if column.stretch
                else QHeaderView.ResizeMode.ResizeToContents,
            )
        self._stack.setCurrentWidget(self.view if rows else self.empty)
        if before:
            self.select(before)

    @property
    def current_key(self) -> str:
        """Key of the row with the cursor, or ``""``."""
        return self._model.key(self.view.currentIndex().row())

    def select(self, key: str) -> None:
        """Put the cursor on a row; nothing happens if it is not there."""
        row = self._model.row_of(key)
        if row >= 0:
            self.view.selectRow(row)

    def restyle(self) -> None:
        self.view.verticalHeader().setDefaultSectionSize(look().target + Space.XS)

    def _on_activated(self, index: QModelIndex) -> None:
        self.row_activated.emit(self._model.key(index.row()))

    def _on_current_row_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.isValid():
            self.row_selected.emit(self._model.key(current.row()))


class _View(QTableView):
    entered_row = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        # `activated` follows the desktop's own idea of Enter; ours opens everywhere.
        if enters and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _RowsModel(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[TableRow, ...] = ()

    def set_rows(self, columns: tuple[Column, ...], rows: tuple[TableRow, ...]) -> None:
        self.beginResetModel()
        self._columns, self._rows = columns, rows
        self.endResetModel()

    def key(self, row: int) -> str:
        return self._rows[row].key if 0 <= row < len(self._rows) else ""

    def row_of(self, key: str) -> int:
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self._rows[index.row()].cells[index.column()]
        cell = Cell(cell) if isinstance(cell, str) else cell
        if role == _CELL_ROLE:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[index.column()].numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[section].numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class _CellDelegate(QStyledItemDelegate):
    """Draws a cell's tone as icon and coloured word; the style sheet draws the ground."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        cell = index.data(_CELL_ROLE)
        colours = look().colours
        ink = colours.text_muted if cell.muted else colours.text
        if cell.tone is not None:
            ink = colours.tone(cell.tone).text
        for role in (option.palette.ColorRole.Text, option.palette.ColorRole.HighlightedText):
            option.palette.setColor(role, QColor(ink))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell = index.data(_CELL_ROLE)
        name = cell.icon or (cell.tone.icon if cell.tone else "")
        if not name:
            super().paint(painter, option, index)
            return
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        words, styled.text = styled.text, ""
        style = styled.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, styled, painter, styled.widget)
        rect: QRect = option.rect
        colours = look().colours
        ink = colours.tone(cell.tone).text if cell.tone else colours.text_muted
        side = look().scaled(18)
        left = rect.left() + Space.M + 3
        box = QRectF(left, rect.center().y() - side / 2 - 0.5, side, side)
        painter.save()
        paint_icon(painter, box, name, ink)
        painter.setPen(QColor(colours.text if cell.tone is None else ink))
        painter.setFont(look().font(TypeRole.BODY))
        # The line under the row is not part of the ground that words are centred on.
        room = QRectF(rect).adjusted(Space.M + 3 + side + 6, -1, -Space.XS, -2)
        words = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        size = super().sizeHint(option, index)
        cell = index.data(_CELL_ROLE)
        if cell.icon or cell.tone:
            size.setWidth(size.width() + look().scaled(18) + 6)
        size.setWidth(size.width() + Space.S)
        return size
