"""Fields that are chosen from, and boxes that are ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from inspector_app.gui.controls.badge import Chip
from inspector_app.gui.controls.field import Field
from inspector_app.gui.controls.flow import FlowRow
from inspector_app.gui.theme import Radius, Space, TypeRole, look, paint_icon

__all__ = ["CheckBox", "Choice", "ChoiceField", "MultiChoiceField"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: ``key`` is stored, ``text`` is shown."""

    key: str
    text: str


class ChoiceField(Field[str | None]):
    """One of many from a list; for up to five prefer `MultiChoiceField` with ``exclusive``.

    Where choosing ``acts`` at once, arrows and the wheel choose nothing on their way: keys open
    the list, and Enter chooses from it.
    """

    def __init__(self, parent: QWidget | None = None, *, acts: bool = False) -> None:
        self.box = _Combo(acts=acts)
        super().__init__(self.box, parent)
        self.box.activated.connect(self._say_changed)

    def set_choices(self, choices: Sequence[Choice], placeholder: str = "") -> None:
        """Offer ``choices``; what was chosen stays chosen if it is still offered."""
        before = self.value()
        self.box.clear()
        self.box.setPlaceholderText(placeholder)
        for choice in choices:
            self.box.addItem(choice.text, choice.key)
        self.set_value(before)

    def value(self) -> str | None:
        """Key of the choice, or None."""
        key = self.box.currentData()
        return key if isinstance(key, str) else None

    def set_value(self, value: str | None) -> None:
        """Choose ``value``; a key that is not offered chooses nothing."""
        self.box.setCurrentIndex(-1 if value is None else self.box.findData(value))


class MultiChoiceField(Field[tuple[str, ...]]):
    """Any of a few, all in sight as chips; with ``exclusive`` at most one."""

    def __init__(self, *, exclusive: bool = False, parent: QWidget | None = None) -> None:
        self.row = FlowRow()
        self._exclusive = exclusive
        self._chips: dict[str, Chip] = {}
        super().__init__(self.row, parent)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer ``choices``; what was chosen stays chosen if it is still offered."""
        before = self.value()
        if [choice.key for choice in choices] != list(self._chips):
            self.row.clear()
            self._chips = {}
            for choice in choices:
                chip = Chip()
                chip.clicked.connect(lambda _=False, key=choice.key: self._on_chip_clicked(key))
                self._chips[choice.key] = chip
                self.row.add(chip)
        for choice in choices:
            self._chips[choice.key].set_words(choice.text)
        self.set_value(before)

    def chip(self, key: str) -> Chip:
        """The chip of a choice."""
        return self._chips[key]

    def value(self) -> tuple[str, ...]:
        """Keys of what is chosen, in the order offered."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def set_value(self, value: tuple[str, ...]) -> None:
        """Choose exactly ``value``."""
        for key, chip in self._chips.items():
            chip.setChecked(key in value)

    def _on_chip_clicked(self, key: str) -> None:
        if self._exclusive:
            self.set_value((key,))
        self._say_changed()


class CheckBox(QAbstractButton):
    """A box to tick with words that wrap; the words are pressed as well as the box."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Set the words beside the box."""
        # An ampersand in a party's name is no mnemonic.
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(look().font(TypeRole.BODY)).horizontalAdvance(self._words)
        width = min(words + 2, look().scaled(520)) + self._indent()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().scaled(120), look().target)

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(look().font(TypeRole.BODY))
        room = max(20, width - self._indent())
        wrapped = metrics.boundingRect(0, 0, room, 9999, Qt.TextFlag.TextWordWrap, self._words)
        return max(look().target, wrapped.height() + 2 * Space.S)

    def _indent(self) -> int:
        return look().scaled(24) + Space.M

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, scaled = look().colours, look().scaled
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = scaled(24)
        painter.setFont(look().font(TypeRole.BODY))
        words = QRectF(self.rect()).adjusted(self._indent(), 0, 0, 0)
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        written = painter.boundingRect(words, flags, self._words)
        # The box stands beside the first line, however many follow.
        middle = written.top() + painter.fontMetrics().height() / 2
        box = QRectF(1, round(middle - side / 2) + 1, side - 2, side - 2)
        ticked = self.isChecked()
        painter.setBrush(QColor(colours.primary if ticked else colours.surface))
        painter.setPen(QPen(QColor(colours.primary if ticked else colours.line_strong), 1.5))
        painter.drawRoundedRect(box, Radius.S, Radius.S)
        if ticked:
            paint_icon(painter, box.adjusted(3, 3, -3, -3), "check", colours.on_primary)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), Radius.S, Radius.S)
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.text_disabled))
        painter.drawText(words, flags, self._words)


_MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class _Combo(QComboBox):
    """A combo box with our arrow, deaf to the wheel unless focused: scrolling changes nothing."""

    def __init__(self, *, acts: bool) -> None:
        super().__init__()
        self._acts = acts
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The list of our own is the one that the style sheet reaches.
        self.setView(QListView())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._acts and event.key() in _MOVES:
            self.showPopup()
        elif self._acts and event.text().isalnum():
            # The first letter of a choice would take it.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and not self._acts:
            super().wheelEvent(event)
        else:
            event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Words that find no room end in an ellipsis: the style would cut through a character."""
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        place = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        room = min(place.right(), int(self._arrow().left()) - Space.S) - place.left()
        end = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, end, room)

    def _arrow(self) -> QRectF:
        side = look().scaled(18)
        return QRectF(self.width() - side - Space.M, (self.height() - side) / 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = look().colours
        ink = colours.text_muted if self.isEnabled() else colours.text_disabled
        paint_icon(QPainter(self), self._arrow(), "chevron-down", ink)
