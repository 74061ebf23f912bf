"""What the legality gate says, each message with its rule, its basis and the way to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.law.gate.judging import GateMessage, GateMode
from inspector_app.domain.law.gate.targets import CaseStage
from inspector_app.domain.visit import Step
from inspector_app.gui.controls import Button, IconLabel, Label, TranslatedWidget, Well
from inspector_app.gui.error_words import gate_words
from inspector_app.gui.models.visit_words import stage_word
from inspector_app.gui.terms import fact_line
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["GateList"]

_TONES = {
    GateMode.BLOCK: Tone.NOT_MET,
    GateMode.WARN: Tone.ATTENTION,
    GateMode.PROMPT: Tone.PROGRESS,
}
_ORDER = (GateMode.BLOCK, GateMode.WARN, GateMode.PROMPT)


class GateList(TranslatedWidget):
    """Messages one under the other, the blocking ones first; hidden while there are none.

    Signals:
        mend_wanted(GateMessage): its [去处理] was pressed.
    """

    mend_wanted = Signal(object)

    def __init__(self, *, mendable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mendable = mendable
        self._messages: tuple[GateMessage, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self.hide()

    @property
    def messages(self) -> tuple[GateMessage, ...]:
        """What is on show."""
        return self._messages

    def set_messages(self, messages: Sequence[GateMessage]) -> None:
        """Show ``messages``; the same again changes nothing."""
        ordered = tuple(sorted(messages, key=lambda message: _ORDER.index(message.mode)))
        if ordered != self._messages:
            self._messages = ordered
            self._build()
        self.setVisible(bool(ordered))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("合法性审查提示"))
        self._build()

    def _build(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, message in enumerate(self._messages):
            self._column.addWidget(self._row(message, place))

    def _row(self, message: GateMessage, place: int) -> QWidget:
        tone = _TONES[message.mode]
        row = Well(tone)
        row.setObjectName(f"gate.{message.rule}.{place}")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(gate_words(message), TypeRole.LABEL))
        told = [self._mode_word(message.mode), message.basis]
        if isinstance(message.step, CaseStage):
            # Beyond the visit: there is no field here to go to.
            told.append(self.tr("在“{stage}”环节处理").format(stage=stage_word(message.step)))
        basis = Label(fact_line(told), TypeRole.CAPTION, muted=True)
        # Whoever writes packs or looks after the rules wants to know which; nobody on a visit does.
        basis.setToolTip(self.tr("规则 {rule}").format(rule=message.rule))
        words.addWidget(basis)
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(IconLabel(tone.icon, 20, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        if self._mendable and isinstance(message.step, Step):
            mend = Button(icon_name="arrow-right")
            mend.setObjectName(f"mend.{message.rule}.{place}")
            mend.set_words(self.tr("去处理"))
            mend.clicked.connect(lambda _=False, message=message: self.mend_wanted.emit(message))
            words.addSpacing(Space.XS)
            words.addWidget(mend, 0, Qt.AlignmentFlag.AlignLeft)
        row.body.addLayout(line)
        return row

    def _mode_word(self, mode: GateMode) -> str:
        return {
            GateMode.BLOCK: self.tr("必须处理"),
            GateMode.WARN: self.tr("请注意"),
            GateMode.PROMPT: self.tr("提示"),
        }[mode]
