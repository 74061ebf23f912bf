"""A reason asked for in place: one field, one action, and a way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.gui.controls import (
    Button,
    ButtonKind,
    PrimaryButton,
    TextField,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.theme import Space, Tone

__all__ = ["ReasonForm"]


class ReasonForm(TranslatedWidget):
    """Asks why: 合理缺项 of an item, 更正 of an answer, 更正 of a document.

    Signals:
        confirmed(str): the reason, not empty.
        dismissed(): taken back.
    """

    confirmed = Signal(str)
    dismissed = Signal()

    def __init__(self, tone: Tone = Tone.PROGRESS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing = ""
        self.field = TextField()
        self.field.setObjectName("reason.text")
        self.confirm = PrimaryButton(icon_name="check")
        self.confirm.setObjectName("reason.confirm")
        self.confirm.clicked.connect(self.press_confirm)
        self.field.line.returnPressed.connect(self.press_confirm)
        self.dismiss = Button(kind=ButtonKind.QUIET)
        self.dismiss.setObjectName("reason.dismiss")
        self.dismiss.clicked.connect(self.dismissed)
        TypingKeys(self).watch(self.field.line)
        ground = Well(tone)
        ground.body.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch(1)
        row.addWidget(self.dismiss)
        row.addWidget(self.confirm)
        ground.body.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)
        self.hide()
        self.retranslate()

    def set_words(self, label: str, action: str, missing: str, hint: str = "") -> None:
        """Set what is asked, the action's word, and what an empty answer is told."""
        self.field.set_label(label, hint, required=True)
        self.confirm.set_words(action, "Return")
        self._missing = missing

    def ask(self, suggestion: str = "") -> None:
        """Show the form with a suggestion, selected so that typing replaces it."""
        self.field.set_value(suggestion)
        self.field.set_error("")
        self.show()
        self.field.line.setFocus()
        self.field.line.selectAll()

    def press_confirm(self) -> None:
        """Confirm as the button would; an empty reason is asked for again."""
        if not self.field.value():
            self.field.set_error(self._missing)
            self.field.line.setFocus()
            return
        self.confirmed.emit(self.field.value())

    def retranslate(self) -> None:
        self.dismiss.set_words(self.tr("取消"), "Esc")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)
