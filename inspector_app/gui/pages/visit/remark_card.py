"""A reviewer's remark with its reply, or the place to give one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.officer import Role
from inspector_app.domain.projection import RemarkRow
from inspector_app.gui.controls import (
    Button,
    ButtonKind,
    IconLabel,
    Label,
    LongTextField,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.terms import fact_line, moment_text, role_label
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["RemarkCard"]


class RemarkCard(TranslatedWidget):
    """The remark, when and by whom (``by`` is a name here); open ones are answered here.

    Signals:
        answered(str, str): remark id and the reply.
        place_wanted(RemarkRow): [去该项] was pressed.
    """

    answered = Signal(str, str)
    place_wanted = Signal(object)

    def __init__(self, remark: RemarkRow, where: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remark = remark
        self._where_words = where
        self.setObjectName(f"remark.{remark.remark_id}")
        ground = Well(Tone.MET if remark.answered else Tone.ATTENTION)
        tone = Tone.MET if remark.answered else Tone.ATTENTION
        self._where = Label(where, TypeRole.LABEL)
        self._where.setVisible(bool(where))
        self._by = Label(role=TypeRole.CAPTION, muted=True)
        self._reply_shown = Label()
        self._reply_shown.setVisible(remark.answered)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._where, Label(remark.text), self._by, self._reply_shown):
            words.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        icon = "circle-check" if remark.answered else "message-square-text"
        line.addWidget(IconLabel(icon, 20, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        ground.body.addLayout(line)
        self.reply = LongTextField(lines=2)
        self.reply.setObjectName("remark.reply")
        TypingKeys(self).watch(self.reply.text)
        self.send = Button(icon_name="send")
        self.send.setObjectName("remark.send")
        self.send.clicked.connect(self._on_send_clicked)
        self.go = Button(kind=ButtonKind.QUIET, icon_name="arrow-right")
        self.go.setObjectName("remark.go")
        self.go.clicked.connect(lambda: self.place_wanted.emit(self.remark))
        self.go.setVisible(bool(where))
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.go)
        foot.addStretch(1)
        foot.addWidget(self.send)
        ground.body.addWidget(self.reply)
        ground.body.addLayout(foot)
        for widget in (self.reply, self.send):
            widget.setVisible(not remark.answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ground)
        self.retranslate()

    def retranslate(self) -> None:
        by = self.remark.by or role_label(Role.SUPERVISOR)
        self._by.setText(fact_line((by, moment_text(self.remark.at))))
        self._reply_shown.setText(self.tr("答复：{text}").format(text=self.remark.answer))
        self.reply.set_label(self.tr("答复"))
        self.send.set_words(self.tr("发送答复"))
        self.go.set_words(self.tr("去该项"))

    def _on_send_clicked(self) -> None:
        if not self.reply.value():
            self.reply.set_error(self.tr("请填写答复。"))
            self.reply.text.setFocus()
            return
        self.answered.emit(self.remark.remark_id, self.reply.value())
