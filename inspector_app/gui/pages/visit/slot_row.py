"""Who has to sign, in order, each with how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from inspector_app.gui.controls import FlowRow, TranslatedWidget
from inspector_app.gui.models.visit_papers import Slot
from inspector_app.gui.terms import State
from inspector_app.gui.theme import Radius, Space, Tone, TypeRole, look, paint_icon

__all__ = ["SlotRow"]


class SlotRow(TranslatedWidget):
    """The slots of one document side by side; one of them is being signed.

    Signals:
        slot_chosen(str): key of the pressed slot.
    """

    slot_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign.slots")
        self._slots: tuple[Slot, ...] = ()
        self._shown = ""
        self._buttons: dict[str, _SlotButton] = {}
        self._row = FlowRow()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._row)
        self.retranslate()

    def set_slots(self, slots: Sequence[Slot], shown: str) -> None:
        """Show ``slots`` in order; ``shown`` is the one whose pad is open."""
        if [slot.key for slot in slots] != [slot.key for slot in self._slots]:
            self._row.clear()
            self._buttons = {}
            for slot in slots:
                button = _SlotButton(slot.key)
                button.clicked.connect(lambda _=False, key=slot.key: self.slot_chosen.emit(key))
                self._buttons[slot.key] = button
                self._row.add(button)
        self._slots, self._shown = tuple(slots), shown
        for slot in slots:
            button = self._buttons[slot.key]
            button.set_slot(slot.label, slot.name, self._state(slot), shown=slot.key == shown)

    def button(self, key: str) -> QAbstractButton:
        """The button of a slot."""
        return self._buttons[key]

    def has(self, key: str) -> bool:
        """Whether the document on show has a slot of this key."""
        return key in self._buttons

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("签名处"))
        self.set_slots(self._slots, self._shown)

    def restyle(self) -> None:
        for button in self._buttons.values():
            button.updateGeometry()

    def _state(self, slot: Slot) -> State:
        if slot.signature is None:
            if slot.required:
                return State(self.tr("待签名"), Tone.PROGRESS, "pen-line")
            return State(self.tr("可不签"), Tone.NEUTRAL, "circle-dashed")
        if slot.signature.refused:
            return State(self.tr("拒签"), Tone.ATTENTION, "hand")
        return State(self.tr("已签名"), Tone.MET)


class _SlotButton(QAbstractButton):
    def __init__(self, key: str) -> None:
        super().__init__()
        self.setObjectName(f"slot.{key}")
        self._label, self._name = "", ""
        self._state = State("", Tone.NEUTRAL)
        self._shown = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_slot(self, label: str, name: str, state: State, *, shown: bool) -> None:
        self._label, self._name, self._state, self._shown = label, name, state, shown
        self.setText(label)
        self.setAccessibleName(" ".join(part for part in (label, name, state.text) if part))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        scaled = look().scaled
        upper = QFontMetrics(look().font(TypeRole.STRONG)).horizontalAdvance(self._upper())
        lower = QFontMetrics(look().font(TypeRole.CAPTION)).horizontalAdvance(self._state.text)
        width = max(upper, lower + scaled(20)) + 2 * Space.L + 6
        return QSize(max(scaled(132), width), max(look().target, scaled(60)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().target, self.sizeHint().height())

    def _upper(self) -> str:
        return " ".join(part for part in (self._label, self._name) if part)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, scaled = look().colours, look().scaled
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = colours.primary_soft if self._shown else colours.surface
        if self.underMouse() and not self._shown:
            ground = colours.hover
        painter.setBrush(QColor(ground))
        edge = colours.primary if self._shown else colours.line_strong
        painter.setPen(QPen(QColor(edge), 2 if self._shown else colours.line_width))
        painter.drawRoundedRect(box, Radius.M, Radius.M)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), Radius.S, Radius.S)
        inner = box.adjusted(Space.L, scaled(6), -Space.L, -scaled(6))
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        painter.setFont(look().font(TypeRole.STRONG))
        painter.setPen(QColor(colours.on_primary_soft if self._shown else colours.text))
        words = painter.fontMetrics().elidedText(
            self._upper(), Qt.TextElideMode.ElideRight, int(upper.width()) + 1
        )
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, words)
        lower = QRectF(inner.left(), upper.bottom(), inner.width(), inner.height() / 2)
        ink = colours.tone(self._state.tone).text
        side = scaled(16)
        mark = QRectF(lower.left(), lower.center().y() - side / 2, side, side)
        paint_icon(painter, mark, self._state.icon or self._state.tone.icon, ink)
        painter.setFont(look().font(TypeRole.CAPTION))
        painter.setPen(QColor(ink))
        lower.setLeft(lower.left() + side + scaled(4))
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, self._state.text)
