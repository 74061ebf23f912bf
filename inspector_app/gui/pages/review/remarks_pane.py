"""Remarks pinned to an item, a document or the case, and the decision."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.review import ReviewStatus
from inspector_app.gui.controls import (
    Button,
    Card,
    IconButton,
    IconLabel,
    Label,
    LongTextField,
    PrimaryButton,
    ScrollPage,
    SectionHeader,
    TranslatedWidget,
)
from inspector_app.gui.pages.fact_rows import clear_layout
from inspector_app.gui.pages.review.item_row import remark_block
from inspector_app.gui.pages.review.view_model import CaseModel, Pin
from inspector_app.gui.terms import moment_text
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["RemarksPane"]


class RemarksPane(TranslatedWidget):
    """Writes remarks and takes the decision.

    Signals:
        remark_made(Pin, str): record this remark at that place.
        approval_wanted(): approve the case.
        return_wanted(): send it back.
    """

    remark_made = Signal(Pin, str)
    approval_wanted = Signal()
    return_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: CaseModel | None = None
        self._pin = Pin()
        self._header = SectionHeader(role=TypeRole.LEAD)
        self._pin_words = Label(role=TypeRole.CAPTION)
        self.unpin_button = IconButton("x")
        self.text = LongTextField(lines=3)
        self.add_button = Button(icon_name="message-square-plus")
        self.approve_button = PrimaryButton(icon_name="check")
        self.return_button = Button(icon_name="undo-2")
        self._decided = Label(muted=True)
        self._rows = QVBoxLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def pin(self) -> Pin:
        """Where the next remark will stand."""
        return self._pin

    @property
    def pin_words(self) -> str:
        """The same in words."""
        return self._pin_words.text()

    def set_model(self, model: CaseModel | None) -> None:
        """Show the remarks of a case; another case begins with an empty remark about the whole."""
        before = self._model
        same = before and model and before.case.visit.id == model.case.visit.id
        self._model = model
        if not same:
            self._pin = Pin()
            self.text.set_value("")
        self.retranslate()

    def pin_to(self, pin: Pin) -> None:
        """Let the next remark stand there, and write."""
        self._pin = pin
        self._say_pin()
        self.text.setFocus()
        # The button too where both have room, else what is written.
        for part in (self.add_button, self.text):
            self._scroll.ensureWidgetVisible(part, 0, 0)

    def clear_text(self) -> None:
        """The remark was recorded."""
        self.text.set_value("")
        self._pin = Pin()
        self._say_pin()

    def retranslate(self) -> None:
        model = self._model
        count = len(model.remarks) if model else 0
        self._header.set_words(self.tr("审核意见"), self.tr("%n 条", "", count) if count else "")
        self.unpin_button.set_words(self.tr("改为针对整个案件"))
        self.text.set_label(self.tr("意见"))
        self.text.set_placeholder(self.tr("写明需要更正什么、依据什么"))
        self.add_button.set_words(self.tr("记录意见"), "Ctrl+Return")
        self.approve_button.set_words(self.tr("审核通过"), "A")
        self.return_button.set_words(self.tr("退回"), "R")
        for widget in (self.text, self.add_button, self.approve_button, self.return_button):
            widget.setEnabled(model is not None)
        clear_layout(self._rows)
        self._say_pin()
        self._say_decision()
        if model is not None:
            for remark in reversed(model.remarks):
                self._rows.addWidget(remark_block(remark, self._place(remark.pin)))

    def _say_pin(self) -> None:
        words = self.tr("针对：{place}").format(place=self._place(self._pin))
        self._pin_words.setText(words if self._model else "")
        self.unpin_button.setVisible(self._pin != Pin())

    def _place(self, pin: Pin) -> str:
        model = self._model
        item = model.item(pin.item) if model and pin.item else None
        if item is not None:
            words = self.tr("项目 {number}　{text}")
            return words.format(number=item.planned.number, text=item.planned.text)
        document = model.document(pin.document) if model and pin.document else None
        if document is not None:
            return self.tr("文书《{title}》").format(title=document.title)
        return self.tr("整个案件")

    def _say_decision(self) -> None:
        model = self._model
        waiting = model is not None and model.waiting
        self.approve_button.setVisible(waiting or model is None)
        self.return_button.setVisible(waiting or model is None)
        self._decided.setVisible(model is not None and not waiting)
        if model is None or waiting:
            return
        review = model.case.review
        by = model.names.get(review.by, review.by)
        said = (
            self.tr("{by} 于 {at} 审核通过")
            if model.case.status is ReviewStatus.APPROVED
            else self.tr("{by} 于 {at} 退回")
        ).format(by=by, at=moment_text(review.at))
        reason = self.tr("：{reason}").format(reason=review.reason) if review.reason else ""
        self._decided.setText(said + reason)

    def _lay_out(self) -> None:
        write = Card()
        write.body.addWidget(self._header)
        pin = QHBoxLayout()
        pin.setSpacing(Space.XS)
        pin.addWidget(IconLabel("map-pin", 16, tone=Tone.PROGRESS), 0, Qt.AlignmentFlag.AlignTop)
        pin.addWidget(self._pin_words, 1)
        pin.addWidget(self.unpin_button, 0, Qt.AlignmentFlag.AlignTop)
        write.body.addLayout(pin)
        write.body.addWidget(self.text)
        write.body.addWidget(self.add_button)
        decide = QHBoxLayout()
        decide.setSpacing(Space.S)
        decide.addWidget(self.return_button)
        decide.addWidget(self.approve_button, 1)
        # What is written scrolls with what was: at twice the text a low window has no room for both.
        self._scroll = ScrollPage(margins=0, gutter=0)
        self._rows.setSpacing(Space.S)
        self._scroll.body.setSpacing(Space.S)
        self._scroll.body.addWidget(write)
        self._scroll.body.addLayout(self._rows)
        self._scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._decided)
        column.addLayout(decide)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add_clicked)
        self.unpin_button.clicked.connect(lambda: self.pin_to(Pin()))
        self.approve_button.clicked.connect(self.approval_wanted)
        self.return_button.clicked.connect(self.return_wanted)
        send = QShortcut(QKeySequence("Ctrl+Return"), self)
        send.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        send.activated.connect(self.add_button.click)

    def _on_add_clicked(self) -> None:
        if not self.text.value():
            self.text.set_error(self.tr("请填写审核意见。"))
            self.text.setFocus()
            return
        self.remark_made.emit(self._pin, self.text.value())
