"""Grounds that things stand on, and the rows that order a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QScroller,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector_app.gui.controls.buttons import PrimaryButton
from inspector_app.gui.controls.fitting import Fitting
from inspector_app.gui.controls.text import IconLabel, Label
from inspector_app.gui.theme import BAR, Colours, Radius, Space, Tone, TypeRole, look

__all__ = [
    "Card",
    "Divider",
    "EmptyState",
    "KeyValueGrid",
    "ScrollPage",
    "SectionHeader",
    "Well",
    "paint_surface",
]

_SHADOW = 3
_MEASURE = 680
"""Width of lines that can be read: longer ones cannot be followed back to their beginning."""
_INTERSECT = Qt.ClipOperation.IntersectClip


def paint_surface(
    painter: QPainter, box: QRectF, colours: Colours, fill: str, *, depth: int = _SHADOW
) -> None:
    """Draw a rounded surface with a soft shadow of ``depth`` pixels beneath, all inside ``box``.

    The shadow falls down only, so that surfaces end where the text around them ends. Outdoors and in the dark a shadow says nothing; there the line alone bounds the surface.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    body = box.adjusted(0, 0, 0, -depth)
    if not colours.dark and colours.line_width == 1:
        painter.save()
        # The surface covers all but its foot, and filling it four times is most of painting a page.
        foot = depth + Radius.L
        painter.setClipRect(box.adjusted(0, box.height() - foot, 0, 0), _INTERSECT)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(depth, 0, -1):
            shadow = QColor(colours.shadow)
            shadow.setAlpha(round(20 / step))
            painter.setBrush(shadow)
            painter.drawRoundedRect(body.translated(0, step), Radius.L, Radius.L)
        painter.restore()
    half = colours.line_width / 2
    painter.setPen(QPen(QColor(colours.line), colours.line_width))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(body.adjusted(half, half, -half, -half), Radius.L, Radius.L)


class Card(QFrame):
    """A surface with a soft shadow. Put things into ``body``, a vertical layout.

    With ``pressable`` the whole card is one button: it takes focus and emits ``pressed`` for a
    press, Enter or Space. Give such a card an accessible name.
    """

    pressed = Signal()

    def __init__(self, *, pressable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._pressable = pressable
        self._down = False
        self.body = QVBoxLayout(self)
        side = Space.L + Space.XS
        self.body.setContentsMargins(side, Space.L, side, Space.L + _SHADOW)
        self.body.setSpacing(Space.M)
        if pressable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().colours
        fill = colours.surface
        if self._down:
            fill = colours.pressed
        elif self._pressable and self.underMouse():
            fill = colours.hover
        painter = QPainter(self)
        paint_surface(painter, QRectF(self.rect()), colours, fill)
        if self._pressable and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -_SHADOW - 1)
            painter.drawRoundedRect(ring, Radius.L, Radius.L)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._pressable and event.button() is Qt.MouseButton.LeftButton:
            self._down = True
            self.update()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_down, self._down = self._down, False
        self.update()
        if was_down and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        presses = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._pressable and event.key() in presses:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class Well(QFrame):
    """A sunken ground inside a card, or a soft ground of a ``tone``. Content goes to ``body``."""

    def __init__(self, tone: Tone | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if tone is None:
            self.setObjectName("well")
        else:
            self.setProperty("ground", tone.value)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.body.setSpacing(Space.S)


class Divider(QFrame):
    """A hair line between things of one kind."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("divider")
        self.setProperty("upright", upright)
        if upright:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class SectionHeader(QWidget):
    """A heading with an explanation under it; actions at its end go in by ``add_action``."""

    def __init__(
        self,
        text: str = "",
        detail: str = "",
        *,
        role: TypeRole = TypeRole.TITLE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.S)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = Label(role=role)
        self._detail = Label(muted=True)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        self._row.addLayout(words, 1)
        self.set_words(text, detail)

    def set_words(self, text: str, detail: str = "") -> None:
        """Set heading and explanation."""
        self._title.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def add_action(self, widget: QWidget) -> None:
        """Put a button or a badge at the end of the heading."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class EmptyState(Fitting, QWidget):
    """What a page says when there is nothing: icon, words, and the action that helps.

    With ``words_first`` the icon and the air above it give way to the words in a low room; for a
    place that has a height of its own, as a list has, not for one that is as high as it is asked.

    Signals:
        action_chosen(): the action was pressed.
    """

    action_chosen = Signal()

    def __init__(
        self,
        icon_name: str,
        title: str = "",
        detail: str = "",
        action: str = "",
        *,
        words_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words_first = words_first
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XXL, Space.XL, Space.XXL)
        column.setSpacing(Space.M)
        column.addStretch(1)
        self._icon = IconLabel(icon_name, 48, muted=True)
        self._title = Label(role=TypeRole.TITLE)
        self._detail = Label(muted=True)
        for label in (self._title, self._detail):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._action = PrimaryButton()
        self._action.clicked.connect(self.action_chosen)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addSpacing(Space.S)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.set_words(title, detail, action)

    def set_words(self, title: str, detail: str = "", action: str = "") -> None:
        """Set the words; without ``action`` there is no button."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._action.set_words(action)
        self._action.setVisible(bool(action))
        self.fit()

    def fit(self) -> None:
        side = max(Space.XL, (self.width() - look().scaled(_MEASURE)) // 2)
        roomy = not self._words_first or self.height() >= self._whole(self.width() - 2 * side)
        self._icon.setVisible(roomy)
        over = Space.XXL if roomy else 0
        self._column.setContentsMargins(side, over, side, over)
        self._column.setSpacing(Space.M if roomy else Space.XS)

    def _whole(self, width: int) -> int:
        """How high it is with icon, words and action, these ``width`` wide."""
        words = [label for label in (self._title, self._detail) if not label.isHidden()]
        height = sum(label.heightForWidth(width) for label in words)
        height += self._action.sizeHint().height() if not self._action.isHidden() else 0
        height += Space.M * self._column.count() + 2 * Space.XXL
        return height + self._icon.sizeHint().height()


class KeyValueGrid(QWidget):
    """Facts as label and value in ``columns`` pairs a row; values can be selected and copied."""

    def __init__(self, columns: int = 2, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        for pair in range(columns):
            self._grid.setColumnStretch(pair * 2 + 1, 1)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show (label, value) pairs in reading order; an empty value shows as 「—」."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for index, (name, value) in enumerate(facts):
            row, pair = divmod(index, self._columns)
            key = Label(name, TypeRole.BODY, muted=True, wrap=False)
            shown = Label(value or "—")
            # Both, though only values are copied: a label that can be selected sits higher.
            for label in (key, shown):
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAccessibleName(f"{name} {value}")
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(key, row, pair * 2, top)
            self._grid.addWidget(shown, row, pair * 2 + 1, top)


class ScrollPage(QScrollArea):
    """A page's content in ``body``, scrolled by wheel, keys and finger.

    ``body`` is a vertical layout with the page's margins; a stretch at its end is the page's own
    affair. The scroll bar stands in the margin on the right, which is never narrower than the bar:
    what is scrolled ends where the rest of the page ends, and does not move when the bar appears.
    ``gutter`` overrides that margin, e.g. with 0 in a pane whose margin is its parent's.
    """

    def __init__(
        self,
        *,
        margins: int = Space.XL,
        gutter: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._gutter = max(margins, BAR) if gutter is None else gutter
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("scrolled")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(margins, min(margins, Space.S), self._gutter, margins)
        self.body.setSpacing(Space.L)
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def _on_range_changed(self, _least: int, most: int) -> None:
        edge = self.body.contentsMargins()
        edge.setRight(max(0, self._gutter - (BAR if most > 0 else 0)))
        self.body.setContentsMargins(edge)
