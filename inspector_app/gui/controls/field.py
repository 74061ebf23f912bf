"""What every field of a form shares: label, place for the editor, hint or error beneath."""

from __future__ import annotations

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls.marking import mark
from inspector_app.gui.controls.text import IconLabel, Label
from inspector_app.gui.controls.translated import TranslatedWidget
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["Field"]

V = TypeVar("V")


class Field(TranslatedWidget, Generic[V]):
    """A labelled editor. Words come finished from the page by `set_label` and `set_error`.

    Signals:
        value_changed(object): the person changed the value (not `set_value`).
        editing_finished(): the person left the editor or pressed Enter.
    """

    value_changed = Signal(object)
    editing_finished = Signal()

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._required = False
        self._error_text = ""
        self._hint_text = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        self._label = Label(role=TypeRole.LABEL)
        self._label.setBuddy(editor)
        self._label.hide()
        column.addWidget(self._label)
        column.addWidget(editor)
        foot = QHBoxLayout()
        foot.setSpacing(Space.XS)
        self._mark = IconLabel("circle-alert", 18, tone=Tone.NOT_MET)
        self._foot = Label(role=TypeRole.CAPTION, muted=True)
        foot.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._foot, 1)
        column.addLayout(foot)
        if editor.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            self.setFocusProxy(editor)
        self._show_foot()

    @abstractmethod
    def value(self) -> V:
        """What is entered."""

    @abstractmethod
    def set_value(self, value: V) -> None:
        """Show ``value`` without telling anybody."""

    def set_label(self, text: str, hint: str = "", *, required: bool = False) -> None:
        """Set label and hint; a required field is marked with a star and says so aloud."""
        self._required = required
        self._hint_text = hint
        self._label.setText(f"{text} *" if required else text)
        self._label.setVisible(bool(text))
        self._name = text
        self._show_foot()

    def set_name(self, text: str) -> None:
        """Name the editor for screen readers where its label stands elsewhere, e.g. beside it."""
        self._name = text
        self._show_foot()

    @property
    def error(self) -> str:
        """The error on show, or ``""``."""
        return self._error_text

    def set_error(self, text: str) -> None:
        """Say beneath the field what is wrong; ``""`` takes it away."""
        self._error_text = text
        self._show_foot()

    _name = ""

    def retranslate(self) -> None:
        self._show_foot()

    def _show_foot(self) -> None:
        wrong = bool(self._error_text)
        words = self._error_text or self._hint_text
        self._foot.setText(words)
        self._foot.setVisible(bool(words))
        mark(self._foot, muted=not wrong)
        self._foot.set_tone(Tone.NOT_MET if wrong else None)
        self._mark.setVisible(wrong)
        mark(self.editor, invalid=wrong)
        required = self.tr("必填") if self._required else ""
        self.editor.setAccessibleName(" ".join(part for part in (self._name, required) if part))
        self.editor.setAccessibleDescription(words)

    def _say_changed(self) -> None:
        if self._error_text:
            self.set_error("")
        self.value_changed.emit(self.value())
