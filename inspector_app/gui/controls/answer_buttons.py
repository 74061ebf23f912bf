"""The three answers to a check item, for fingers and for the keys 1, 2 and 3."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from inspector_app.domain.checklist import AnswerValue
from inspector_app.gui.controls.key_cap import paint_key_cap
from inspector_app.gui.controls.translated import TranslatedWidget
from inspector_app.gui.theme import KEY_CAP, Radius, Space, Tone, TypeRole, look, paint_icon

__all__ = ["ANSWER_TONES", "AnswerButtons"]

ANSWER_TONES = {
    AnswerValue.MET: Tone.MET,
    AnswerValue.NOT_MET: Tone.NOT_MET,
    AnswerValue.EXCLUDED: Tone.NEUTRAL,
}
_ICONS = {AnswerValue.MET: "check", AnswerValue.NOT_MET: "x", AnswerValue.EXCLUDED: "minus"}


class AnswerButtons(TranslatedWidget):
    """符合, 不符合, 合理缺项 side by side. The page binds the keys and calls `press`.

    Signals:
        answer_chosen(AnswerValue): pressed by finger, mouse, Space or `press`. What is shown
            changes by `set_answer` only, when the answer is on disk.
    """

    answer_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        self._buttons = {
            value: _AnswerButton(value, str(place))
            for place, value in enumerate(AnswerValue, start=1)
        }
        for value, button in self._buttons.items():
            button.clicked.connect(lambda _=False, value=value: self.press(value))
            row.addWidget(button)
        row.addStretch(1)
        self._answer: AnswerValue | None = None
        self.retranslate()

    @property
    def answer(self) -> AnswerValue | None:
        """The answer on show."""
        return self._answer

    def set_answer(self, answer: AnswerValue | None) -> None:
        """Show what was recorded, or that nothing was yet."""
        self._answer = answer
        for value, button in self._buttons.items():
            button.set_chosen(value is answer)

    def set_excludable(self, excludable: bool) -> None:
        """Whether 合理缺项 is an answer to this item at all (重点项 often has none)."""
        self._buttons[AnswerValue.EXCLUDED].setVisible(excludable)

    def press(self, value: AnswerValue) -> None:
        """Choose ``value`` as its button would; nothing happens where it is not offered."""
        button = self._buttons[value]
        if self.isEnabled() and not button.isHidden():
            self.answer_chosen.emit(value)

    def button(self, value: AnswerValue) -> QAbstractButton:
        """The button of an answer."""
        return self._buttons[value]

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("检查结果"))
        self._buttons[AnswerValue.MET].set_words(self.tr("符合"))
        self._buttons[AnswerValue.NOT_MET].set_words(self.tr("不符合"))
        self._buttons[AnswerValue.EXCLUDED].set_words(self.tr("合理缺项"))

    def restyle(self) -> None:
        for button in self._buttons.values():
            button.updateGeometry()


class _AnswerButton(QAbstractButton):
    def __init__(self, value: AnswerValue, key: str) -> None:
        super().__init__()
        self._value = value
        self._key = key
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setToolTip(f"{words} ({self._key})")
        self._name()
        self.updateGeometry()
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        self._chosen = chosen
        self._name()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(f"✓ {self.text()}" if self._chosen else self.text())

    def sizeHint(self) -> QSize:
        scaled = look().scaled
        words = QFontMetrics(look().font(TypeRole.STRONG)).horizontalAdvance(self.text())
        width = words + scaled(20 + 8 + KEY_CAP + 8) + 2 * scaled(Space.M)
        return QSize(max(scaled(124), width), max(48, look().target))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, scaled = look().colours, look().scaled
        own = colours.tone(ANSWER_TONES[self._value])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._chosen:
            ground, edge, ink, icon_ink = own.solid, own.solid, own.on_solid, own.on_solid
        else:
            ground = own.soft if self.underMouse() or self.isDown() else colours.surface
            edge, ink, icon_ink = colours.line_strong, colours.text, own.text
        if not self.isEnabled():
            ink = icon_ink = colours.text_disabled
            ground, edge = colours.sunken, colours.line
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(edge), colours.line_width))
        painter.drawRoundedRect(box, Radius.M, Radius.M)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(box, Radius.M, Radius.M)
            if self._chosen:
                painter.setPen(QPen(QColor(own.on_solid), 1.5))
                painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), Radius.S, Radius.S)
        side = scaled(20)
        left = float(scaled(Space.M))
        icon_box = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, icon_box, _ICONS[self._value], icon_ink)
        painter.setPen(QColor(ink))
        painter.setFont(look().font(TypeRole.STRONG))
        text_box = QRectF(self.rect()).adjusted(left + side + scaled(8), 0, 0, 0)
        painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter, self.text())
        right = self.width() - scaled(Space.M)
        paint_key_cap(painter, right, self.height(), self._key, ink)
