"""What proves something: photos and papers of the visit, or a paper outside it, chosen in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.law.weighing import PAPER
from inspector_app.gui.controls import (
    Choice,
    ChoiceField,
    MultiChoiceField,
    TextField,
    TranslatedWidget,
)
from inspector_app.gui.models.weighing_form import EvidenceChoice
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.terms import quoted
from inspector_app.gui.theme import Space

__all__ = ["EvidenceField"]

_OUTSIDE = "outside"


class EvidenceField(TranslatedWidget):
    """Chosen evidence as chips (a press takes one away), and a list to add from.

    Signals:
        edited(): evidence was added or taken away.
    """

    edited = Signal()

    def __init__(self, choices: Sequence[EvidenceChoice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = {choice.key: choice for choice in choices}
        self._chosen: tuple[str, ...] = ()
        self._proven = ""
        self.chosen = MultiChoiceField()
        self.chosen.value_changed.connect(self._on_chip_pressed)
        self.add = ChoiceField(acts=True)
        self.add.setObjectName("evidence.add")
        self.add.value_changed.connect(self._on_added)
        self.paper = TextField()
        self.paper.setObjectName("evidence.paper")
        self.paper.editing_finished.connect(self._on_paper_named)
        self.paper.hide()
        TypingKeys(self).watch(self.paper.line)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.add, 1)
        row.addWidget(self.paper, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.chosen)
        column.addLayout(row)
        self.retranslate()

    def value(self) -> tuple[str, ...]:
        """The evidence chosen, in the order it was added."""
        return self._chosen

    def set_value(self, value: tuple[str, ...]) -> None:
        """Choose exactly ``value``."""
        self._chosen = value
        self._show()

    def set_proven(self, proven: str) -> None:
        """Name what the evidence is to prove: a screen reader tells the fields apart by it."""
        self._proven = proven
        self._name()

    def take(self, key: str) -> None:
        """Add one piece, as choosing it from the list does."""
        if key not in self._chosen:
            self._chosen = (*self._chosen, key)
            self._show()
            self.edited.emit()

    def retranslate(self) -> None:
        self._name()
        self.paper.set_placeholder(self.tr("材料名称、编号，按 Enter 添加"))
        self._show()

    def _name(self) -> None:
        add, paper = self.tr("添加证据"), self.tr("记录以外的材料")
        if self._proven:
            form = self.tr("{field}：{proven}")
            add = form.format(field=add, proven=self._proven)
            paper = form.format(field=paper, proven=self._proven)
        self.add.set_name(add)
        self.paper.set_name(paper)

    def _show(self) -> None:
        self.chosen.set_choices([Choice(key, self._word(key)) for key in self._chosen])
        self.chosen.set_value(self._chosen)
        self.chosen.setVisible(bool(self._chosen))
        left = [Choice(key, self._word(key)) for key in self._choices if key not in self._chosen]
        left.append(Choice(_OUTSIDE, self.tr("记录以外的材料…")))
        self.add.set_choices(left, self.tr("添加证据"))
        self.add.set_value(None)

    def _word(self, key: str) -> str:
        choice = self._choices.get(key)
        if choice is None:
            return key.removeprefix(PAPER)
        if choice.title:
            return quoted(choice.title)
        return self.tr("照片 {number}（项目 {item}）").format(
            number=choice.number, item=choice.item
        )

    def _on_chip_pressed(self) -> None:
        self._chosen = self.chosen.value()
        self._show()
        self.edited.emit()

    def _on_added(self) -> None:
        key = self.add.value()
        self.add.set_value(None)
        if key == _OUTSIDE:
            self.paper.show()
            self.paper.line.setFocus()
        elif key is not None:
            self.take(key)

    def _on_paper_named(self) -> None:
        name = self.paper.value()
        if name:
            self.paper.set_value("")
            self.paper.hide()
            self.add.box.setFocus()
            self.take(f"{PAPER}{name}")
