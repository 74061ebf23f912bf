"""拒签: a refusal to sign, with its reason and the proof that the law asks for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls import (
    Button,
    ButtonKind,
    Card,
    Choice,
    MultiChoiceField,
    PrimaryButton,
    SectionHeader,
    TextField,
    TranslatedWidget,
)
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.theme import Space

__all__ = ["RefusalForm", "RefusalWish"]


# Printed in the document, which is Chinese whatever the window speaks.
_USUAL = (
    str(QT_TRANSLATE_NOOP("RefusalForm", "对认定的事实有异议")),
    str(QT_TRANSLATE_NOOP("RefusalForm", "对适用的条款有异议")),
    str(QT_TRANSLATE_NOOP("RefusalForm", "不说明理由")),
    str(QT_TRANSLATE_NOOP("RefusalForm", "中途离开现场")),
)


@dataclass(frozen=True, slots=True)
class RefusalWish:
    """What was entered about a refusal."""

    name: str
    reason: str
    witness: str
    recording: str


class RefusalForm(TranslatedWidget):
    """Asks for the reason, and for a witness or a note on the recording.

    Signals:
        confirmed(RefusalWish): as entered; the use case judges what is missing.
        dismissed(): back to signing.
    """

    confirmed = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign.refusal")
        self._recording_required = False
        self._head = SectionHeader()
        self.name = TextField()
        self.name.setObjectName("refusal.name")
        self._usual = MultiChoiceField(exclusive=True)
        self._usual.value_changed.connect(self._on_usual_chosen)
        self.reason = TextField()
        self.reason.setObjectName("refusal.reason")
        self.witness = TextField()
        self.witness.setObjectName("refusal.witness")
        self.recording = TextField()
        self.recording.setObjectName("refusal.recording")
        self.confirm = PrimaryButton(icon_name="check")
        self.confirm.setObjectName("refusal.confirm")
        self.confirm.clicked.connect(self._on_confirm_clicked)
        self.dismiss = Button(kind=ButtonKind.QUIET)
        self.dismiss.setObjectName("refusal.dismiss")
        self.dismiss.clicked.connect(self.dismissed)
        keys = TypingKeys(self)
        card = Card()
        card.body.addWidget(self._head)
        keys.watch(*(f.line for f in (self.name, self.reason, self.witness, self.recording)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.name, 0, 0, top)
        grid.addWidget(self.reason, 0, 1, top)
        grid.addWidget(self._usual, 1, 0, 1, 2)
        grid.addWidget(self.witness, 2, 0, top)
        grid.addWidget(self.recording, 2, 1, top)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
        card.body.addLayout(grid)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addStretch(1)
        foot.addWidget(self.dismiss)
        foot.addWidget(self.confirm)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.retranslate()

    def start(self, name: str, *, recording_required: bool = False) -> None:
        """Begin with an empty form for ``name``; ``recording_required`` by the document's rule."""
        self._recording_required = recording_required
        self.retranslate()
        self.name.set_value(name)
        for field in (self.reason, self.witness, self.recording):
            field.set_value("")
            field.set_error("")
        self._usual.set_value(())
        self.reason.line.setFocus()

    def refuse(self, code: str, words: str) -> bool:
        """Say at the field what is missing; False if ``code`` names none."""
        field = {
            "refusal.reason": self.reason,
            "refusal.proof": self.witness,
            "refusal.recording": self.recording,
        }.get(code)
        if field is None:
            return False
        field.set_error(words)
        field.line.setFocus()
        return True

    def retranslate(self) -> None:
        self._head.set_words(
            self.tr("记录拒绝签名"),
            self.tr("应当写明理由并录音录像，必要时另请见证人签名；文书据此仍可出具。")
            if self._recording_required
            else self.tr("应当写明理由，并由见证人签名或者录音录像；文书据此仍可出具。"),
        )
        self.name.set_label(self.tr("拒绝签名的人"))
        self._usual.set_label(self.tr("常见理由"))
        translate = QCoreApplication.translate
        self._usual.set_choices(
            [Choice(reason, translate("RefusalForm", reason)) for reason in _USUAL]
        )
        self.reason.set_label(self.tr("理由"), required=True)
        self.witness.set_label(self.tr("见证人"), self.tr("姓名；接着由本人在“见证人”处签名。"))
        self.recording.set_label(
            self.tr("录音录像"),
            self.tr("记录仪编号和时间，例如：执法记录仪 3 号，10:31 起。"),
            required=self._recording_required,
        )
        self.confirm.set_words(self.tr("记录拒签"), "Ctrl+Return")
        self.dismiss.set_words(self.tr("返回签名"))

    def _on_usual_chosen(self) -> None:
        chosen = self._usual.value()
        if chosen:
            self.reason.set_value(chosen[0])
            self.reason.set_error("")

    def _on_confirm_clicked(self) -> None:
        self.confirmed.emit(
            RefusalWish(
                self.name.value(), self.reason.value(), self.witness.value(), self.recording.value()
            )
        )
