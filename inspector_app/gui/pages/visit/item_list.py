"""The checklist's items in one column: light painted rows, the current one opened as a card.

A hundred items are a hundred small widgets without children; an answer repaints the rows that it
changed and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QScroller,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector_app.gui.controls import Label
from inspector_app.gui.models.visit_items import ItemRow
from inspector_app.gui.terms import answer_state
from inspector_app.gui.theme import Radius, Space, Tone, TypeRole, look, paint_icon

__all__ = ["ItemList"]

_TOP_SHARE = 0.12
_MARK = 20
_SMALL = 16


class ItemList(QScrollArea):
    """Rows in order, under their sections; `card` stands in place of the current row.

    Signals:
        item_chosen(str): code of the pressed row.
    """

    item_chosen = Signal(str)

    def __init__(self, card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.items")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("scrolled")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, Space.S, Space.XXL)
        self._column.setSpacing(2)
        self._card = card
        self._rows: dict[str, _Row] = {}
        self._heads: dict[str, Label] = {}
        self._current = ""
        self.setWidget(content)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        card.installEventFilter(self)
        card.hide()

    @property
    def current(self) -> str:
        """Code of the item whose card is open."""
        return self._current

    def row(self, code: str) -> QAbstractButton:
        """The row of an item (hidden while its card is open)."""
        return self._rows[code]

    def shown(self, code: str) -> ItemRow:
        """What the row of an item shows."""
        return self._rows[code].data

    def set_rows(self, rows: Sequence[ItemRow], words: Sequence[str]) -> None:
        """Show ``rows``, named for screen readers by ``words``; unchanged ones are not touched."""
        if [row.code for row in rows] != list(self._rows):
            self._build(rows)
        for row, name in zip(rows, words, strict=True):
            self._rows[row.code].set_data(row, name)

    def set_current(self, code: str) -> None:
        """Open the card in place of the item ``code``."""
        if code == self._current and not self._card.isHidden():
            return
        if self._current in self._rows:
            self._rows[self._current].show()
        self._current = code
        if code not in self._rows:
            self._card.hide()
            return
        row = self._rows[code]
        self._column.removeWidget(self._card)
        self._column.insertWidget(self._column.indexOf(row), self._card)
        row.hide()
        self._card.show()
        self.settle()

    def settle(self) -> None:
        """Bring the card to its place in sight once its height is known."""
        QTimer.singleShot(0, self, self._bring_card)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What opens in the card stays in sight; a card taller than the list is the reader's to move.
        grown = watched is self._card and event.type() == QEvent.Type.Resize
        if grown and self._card.height() < self.viewport().height():
            self.settle()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The page moves between items; a scroll area would take the arrows for itself.
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def _bring_card(self) -> None:
        if self._card.isHidden():
            return
        self._column.activate()
        top, height = self._card.y(), self._card.height()
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        lead = round(room * _TOP_SHARE)
        above = top - lead < bar.value()
        below = top + height + lead > bar.value() + room
        if height >= room - lead:
            bar.setValue(top - Space.S)
        elif above or below:
            bar.setValue(max(0, top - lead if above else top + height + lead - room))

    def _build(self, rows: Sequence[ItemRow]) -> None:
        self._column.removeWidget(self._card)
        self._card.setParent(self.widget())
        self._card.hide()
        self._current = ""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows, self._heads = {}, {}
        for row in rows:
            if row.part not in self._heads:
                words = f"{row.checklist}　{row.section}" if row.checklist else row.section
                head = Label(words, TypeRole.LABEL, muted=True)
                head.setContentsMargins(Space.M, Space.L if self._heads else Space.XS, 0, Space.XS)
                self._heads[row.part] = head
                self._column.addWidget(head)
            button = _Row(row)
            button.clicked.connect(lambda _=False, code=row.code: self.item_chosen.emit(code))
            self._rows[row.code] = button
            self._column.addWidget(button)
        self._column.addStretch(1)


class _Row(QAbstractButton):
    def __init__(self, data: ItemRow) -> None:
        super().__init__()
        self.data = data
        self.setObjectName(f"item.{data.code}")
        # Up and Down go from item to item; Tab leads past them, to what stands beside.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heights: dict[tuple[int, float, int], int] = {}

    def set_data(self, data: ItemRow, words: str) -> None:
        if words != self.accessibleName():
            self.setAccessibleName(words)
            self.setToolTip(words)
        if data != self.data:
            self.data = data
            self._heights.clear()
            self.updateGeometry()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        width = look().scaled(400)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().scaled(200), look().target)

    def heightForWidth(self, width: int) -> int:
        key = (width, look().text_scale, self._tail_width())
        if key not in self._heights:
            metrics = QFontMetrics(look().font(TypeRole.BODY))
            # Two pixels less than is painted on: at a pixel ratio of 2 words are a trace wider.
            room = max(60, width - self._lead_width() - self._tail_width() - Space.M - 2)
            box = metrics.boundingRect(0, 0, room, 4000, Qt.TextFlag.TextWordWrap, self.data.text)
            self._heights[key] = max(look().target, box.height() + 2 * Space.M)
        return self._heights[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, scaled = look().colours, look().scaled
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.pressed if self.isDown() else colours.hover))
            painter.drawRoundedRect(box, Radius.M, Radius.M)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(box, Radius.M, Radius.M)
        data = self.data
        state = answer_state(data.answer)
        line = QFontMetrics(look().font(TypeRole.BODY)).height()
        middle = Space.M + line / 2
        side = scaled(_MARK)
        mark = QRectF(Space.M, middle - side / 2, side, side)
        ink = colours.tone(state.tone).text if data.answer else colours.text_muted
        paint_icon(painter, mark, state.icon or state.tone.icon, ink)
        left = Space.M + side + Space.M
        painter.setFont(look().font(TypeRole.LABEL))
        painter.setPen(QColor(colours.text_muted))
        number = QRectF(left, middle - line, self._number_width(), 2 * line)
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, data.number)
        if data.key:
            small = scaled(_SMALL)
            star = QRectF(left + self._number_width(), middle - small / 2, small, small)
            paint_icon(painter, star, "star", colours.tone(Tone.ATTENTION).text)
        words = QRectF(self.rect()).adjusted(
            self._lead_width(), Space.M, -self._tail_width() - Space.M, -Space.M
        )
        painter.setFont(look().font(TypeRole.BODY))
        painter.setPen(QColor(colours.text))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words, flags, data.text)
        self._paint_tail(painter, middle)

    def _lead_width(self) -> int:
        scaled = look().scaled
        return Space.M + scaled(_MARK) + Space.M + scaled(_SMALL + 8) + self._number_width()

    def _number_width(self) -> int:
        metrics = QFontMetrics(look().font(TypeRole.LABEL))
        return max(look().scaled(38), metrics.horizontalAdvance(self.data.number) + Space.S)

    def _tail(self) -> list[tuple[str, str, Tone | None]]:
        data = self.data
        parts: list[tuple[str, str, Tone | None]] = []
        if data.remarks:
            parts.append(("message-square-text", str(data.remarks), Tone.ATTENTION))
        if data.unbound:
            parts.append(("gavel", "", Tone.ATTENTION))
        if data.failed_last_time:
            parts.append(("history", "", Tone.NOT_MET))
        if data.note:
            parts.append(("pen-line", "", None))
        if data.photos:
            parts.append(("camera", str(data.photos), None))
        return parts

    def _tail_width(self) -> int:
        scaled = look().scaled
        metrics = QFontMetrics(look().font(TypeRole.CAPTION))
        width = 0
        for _, words, _tone in self._tail():
            width += scaled(_SMALL) + Space.S
            width += metrics.horizontalAdvance(words) + 3 if words else 0
        return width + Space.M

    def _paint_tail(self, painter: QPainter, middle: float) -> None:
        colours, scaled = look().colours, look().scaled
        painter.setFont(look().font(TypeRole.CAPTION))
        metrics = painter.fontMetrics()
        right = float(self.width() - Space.M)
        for icon, words, tone in reversed(self._tail()):
            ink = colours.tone(tone).text if tone else colours.text_muted
            if words:
                width = metrics.horizontalAdvance(words)
                painter.setPen(QColor(ink))
                place = QRectF(right - width, middle - scaled(12), width + 1, scaled(24))
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
                right -= width + 3
            side = scaled(_SMALL)
            paint_icon(painter, QRectF(right - side, middle - side / 2, side, side), icon, ink)
            right -= side + Space.S
