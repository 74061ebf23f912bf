"""Says one thing in a window of its own, where there is no page to say it on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls.buttons import PrimaryButton
from inspector_app.gui.controls.dialog import lay_out
from inspector_app.gui.controls.text import IconLabel, Label
from inspector_app.gui.controls.translated import TranslatedDialog
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["NoticeDialog"]


class NoticeDialog(TranslatedDialog):
    """What happened, what is safe and what to do, with one button to close it."""

    def __init__(
        self, title: str, detail: str, tone: Tone = Tone.ATTENTION, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        words = QVBoxLayout()
        words.setSpacing(Space.S)
        words.addWidget(Label(title, TypeRole.TITLE))
        words.addWidget(Label(detail))
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addWidget(IconLabel(tone.icon, 32, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self.close_button = PrimaryButton()
        self.close_button.clicked.connect(self.accept)
        lay_out(self, [top], [self.close_button], spacing=Space.XL)
        self.setMinimumWidth(look().scaled(520))
        self.retranslate()

    def retranslate(self) -> None:
        self.close_button.set_words(self.tr("知道了"))
