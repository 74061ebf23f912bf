"""The map from a template field's kind (text, paragraph, date, choice, number) to its widget.

Values travel as the record stores them: text as typed, a date as ISO 8601, a choice as its key, a
number in plain digits; empty text means "not filled in".
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.domain.template import TemplateField
from inspector_app.gui.controls import (
    Choice,
    ChoiceField,
    DateField,
    LongTextField,
    MultiChoiceField,
    NumberField,
    TextField,
)

__all__ = ["FieldEditor", "editor_kinds", "make_editor"]

_FEW = 5
"""Up to this many choices stand all in sight."""


class FieldEditor(QObject):
    """A widget for one template field, whatever its kind.

    Signals:
        text_changed(str, str): field key and new value, as the record stores it.
        left(): the person left the editor.
    """

    text_changed = Signal(str, str)
    left = Signal()

    def __init__(
        self,
        field: TemplateField,
        widget: TextField
        | LongTextField
        | DateField
        | ChoiceField
        | MultiChoiceField
        | NumberField,
        read: Callable[[], str],
        write: Callable[[str], None],
    ) -> None:
        super().__init__(widget)
        self.field = field
        self.widget: QWidget = widget
        self._widget = widget
        self._read = read
        self._write = write
        widget.setObjectName(f"field.{field.key}")
        widget.set_label(field.label, field.hint, required=field.required)
        widget.value_changed.connect(self._on_value_changed)
        widget.editing_finished.connect(self.left)

    @property
    def text(self) -> str:
        """The value as the record stores it."""
        return self._read()

    def set_text(self, text: str) -> None:
        """Show a stored value; a text that is no date or number for such a field shows empty."""
        if text != self._read():
            self._write(text)

    def set_error(self, words: str) -> None:
        """Say beneath the field what is wrong."""
        self._widget.set_error(words)

    def set_locked(self, *, locked: bool) -> None:
        """Whether the value is only shown."""
        self._widget.setEnabled(not locked)

    def focus(self) -> None:
        """Put the cursor into the editor."""
        target = self._widget.focusProxy() or self._widget
        target.setFocus()

    def _on_value_changed(self) -> None:
        self.text_changed.emit(self.field.key, self._read())


def make_editor(field: TemplateField) -> FieldEditor:
    """The editor for ``field``; an unknown kind is edited as text, so that nothing is lost."""
    return _MAKERS.get(field.kind, _text)(field)


def editor_kinds() -> frozenset[str]:
    """The kinds that have a widget of their own."""
    return frozenset(_MAKERS)


def _text(field: TemplateField) -> FieldEditor:
    widget = TextField()
    return FieldEditor(field, widget, widget.value, widget.set_value)


def _paragraph(field: TemplateField) -> FieldEditor:
    widget = LongTextField(lines=4)
    return FieldEditor(field, widget, widget.value, widget.set_value)


def _number(field: TemplateField) -> FieldEditor:
    widget = NumberField(places=2)

    def read() -> str:
        number = widget.value()
        return "" if number is None else f"{number:f}"

    def write(text: str) -> None:
        try:
            widget.set_value(Decimal(text) if text else None)
        except InvalidOperation:
            widget.set_value(None)

    return FieldEditor(field, widget, read, write)


def _date(field: TemplateField) -> FieldEditor:
    widget = DateField()

    def read() -> str:
        day = widget.value()
        return day.isoformat() if day else ""

    return FieldEditor(field, widget, read, lambda text: widget.set_value(_day(text)))


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date() if text else None
    except ValueError:
        return None


def _choice(field: TemplateField) -> FieldEditor:
    choices = [Choice(key, label) for key, label in field.choices]
    if len(choices) > _FEW:
        return _choice_from_list(field, choices)
    chips = MultiChoiceField(exclusive=True)
    chips.set_choices(choices)
    return FieldEditor(
        field,
        chips,
        lambda: next(iter(chips.value()), ""),
        lambda text: chips.set_value((text,) if text else ()),
    )


def _choice_from_list(field: TemplateField, choices: list[Choice]) -> FieldEditor:
    box = ChoiceField()
    box.set_choices(choices)
    return FieldEditor(
        field, box, lambda: box.value() or "", lambda text: box.set_value(text or None)
    )


_MAKERS: dict[str, Callable[[TemplateField], FieldEditor]] = {
    "text": _text,
    "paragraph": _paragraph,
    "date": _date,
    "choice": _choice,
    "number": _number,
}
