"""Asks before something that cannot be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls.buttons import Button, PrimaryButton
from inspector_app.gui.controls.dialog import lay_out
from inspector_app.gui.controls.fields import TextField
from inspector_app.gui.controls.text import IconLabel, Label
from inspector_app.gui.controls.translated import TranslatedDialog
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["ConfirmDialog", "ReasonDialog", "confirm"]


class ConfirmDialog(TranslatedDialog):
    """A question with one action and 「取消」; Escape and closing the window mean no.

    Open it with ``open()`` and listen to ``accepted``, or ask in place with `confirm`.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        detail: str,
        action: str,
        tone: Tone = Tone.ATTENTION,
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(title)
        icon = IconLabel(tone.icon, 32, tone=tone)
        words = QVBoxLayout()
        words.setSpacing(Space.S)
        words.addWidget(Label(title, TypeRole.TITLE))
        words.addWidget(Label(detail))
        self.words = words
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self.refuse_button = Button()
        self.refuse_button.clicked.connect(self.reject)
        self.action_button = PrimaryButton()
        self.action_button.set_words(action)
        self.action_button.clicked.connect(self.accept)
        lay_out(self, [top], [self.refuse_button, self.action_button], spacing=Space.XL)
        self.setMinimumWidth(look().scaled(440))
        # The harmless answer has the focus: Enter by habit destroys nothing.
        self.refuse_button.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        self.refuse_button.set_words(self.tr("取消"))


class ReasonDialog(ConfirmDialog):
    """A question that is answered with a reason; the action waits until there is one."""

    def __init__(
        self, parent: QWidget | None, title: str, detail: str, asked: str, action: str
    ) -> None:
        super().__init__(parent, title, detail, action)
        self.field = TextField()
        self.field.setObjectName("reason.text")
        self.field.set_label(asked, required=True)
        self.field.line.textChanged.connect(self._on_typed)
        self.words.insertWidget(2, self.field)
        self._on_typed()
        self.field.line.setFocus()

    @property
    def reason(self) -> str:
        """What was typed."""
        return self.field.value()

    def _on_typed(self) -> None:
        self.action_button.setEnabled(bool(self.reason))


def confirm(
    parent: QWidget | None,
    title: str,
    detail: str,
    action: str,
    tone: Tone = Tone.ATTENTION,
) -> bool:
    """Ask and wait: True only if the action was chosen."""
    return ConfirmDialog(parent, title, detail, action, tone).exec() == int(
        ConfirmDialog.DialogCode.Accepted
    )
