"""A question of the notice sheet with its possible answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.checklist import NoticeQuestion
from inspector_app.gui.controls import Choice, Label, MultiChoiceField, TranslatedWidget, Well
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["QuestionCard"]


class QuestionCard(TranslatedWidget):
    """The question in large text; a blocking answer says at once what it means.

    Signals:
        answered(str, str): question key and answer code.
    """

    answered = Signal(str, str)

    def __init__(self, question: NoticeQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.setObjectName(f"question.{question.key}")
        self._text = Label(question.text, TypeRole.LEAD)
        self.answers = MultiChoiceField(exclusive=True)
        self.answers.set_choices([Choice(code, label) for code, label in question.answers])
        self.answers.value_changed.connect(self._on_value_changed)
        self._stop = Well(Tone.NOT_MET)
        self._stop_words = Label()
        self._stop.body.addWidget(self._stop_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._text)
        column.addWidget(self.answers)
        column.addWidget(self._stop)
        self._stop.hide()
        self.retranslate()

    @property
    def answer(self) -> str:
        """Code of the answer, or ``""``."""
        return next(iter(self.answers.value()), "")

    @property
    def blocking(self) -> bool:
        """Whether the answer given stops the inspection."""
        return self.answer in self.question.blocking

    def set_answer(self, code: str) -> None:
        """Show a recorded answer."""
        self.answers.set_value((code,) if code else ())
        self._stop.setVisible(self.blocking)

    def choose(self, code: str) -> None:
        """Answer as a press on the chip would."""
        self.answers.chip(code).click()

    def refuse(self, words: str) -> None:
        """Say that the answer is missing and go there."""
        self.answers.set_error(words)
        self.answers.chip(self.question.answers[0][0]).setFocus()

    def retranslate(self) -> None:
        self.answers.setAccessibleName(self.question.text)
        self._stop_words.setText(
            self.tr(
                "这样回答时不能继续检查。请先按告知内容处理（例如再次出示证件、逐项说明），"
                "然后重新询问。"
            )
        )

    def _on_value_changed(self) -> None:
        self._stop.setVisible(self.blocking)
        self.answered.emit(self.question.key, self.answer)
