"""What is left on the window when this laptop cannot be worked with any more: why, and a way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.gui.controls.buttons import PrimaryButton
from inspector_app.gui.controls.surfaces import Card
from inspector_app.gui.controls.text import IconLabel, Label
from inspector_app.gui.controls.translated import TranslatedWidget
from inspector_app.gui.error_words import error_words
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["FarewellPage", "take_leave"]


class FarewellPage(TranslatedWidget):
    """What happened, what is safe and what to do, in the middle of an empty window.

    Signals:
        left(): the person has read it.
    """

    left = Signal()

    def __init__(self, error: InspectorError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error = error
        self.title = Label(role=TypeRole.TITLE)
        self.safe = Label()
        self.mend = Label()
        self.close_button = PrimaryButton()
        self.close_button.clicked.connect(self.left)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        words = error_words(self._error)
        for label, text in ((self.title, words.what), (self.safe, words.safe)):
            label.setText(text)
        self.mend.setText(words.mend)
        self.close_button.set_words(self.tr("关闭应用"))
        self.setAccessibleName(words.what)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(Space.M)
        for label in (self.title, self.safe, self.mend):
            words.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        icon = IconLabel(Tone.ATTENTION.icon, 36, tone=Tone.ATTENTION)
        top.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        card = Card()
        card.setFixedWidth(look().scaled(680))
        card.body.setSpacing(Space.XL)
        card.body.addLayout(top)
        card.body.addLayout(foot)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(2)


def take_leave(window: QMainWindow, error: InspectorError) -> FarewellPage:
    """Show in ``window`` nothing but ``error``; its button closes the window.

    What stood there is kept, unseen: what runs may still call back to it.
    """
    page = FarewellPage(error)
    page.setObjectName("canvas")
    page.left.connect(window.close)
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.reject()
    stood = window.takeCentralWidget()
    if stood is not None:
        stood.hide()
    window.setCentralWidget(page)
    page.close_button.setFocus()
    return page
