"""文书: what the record calls for, the form's own fields, what the gate says, and the page itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.law.gate.judging import GateMessage
from inspector_app.domain.template import DocumentTemplate
from inspector_app.gui.controls import (
    Badge,
    Button,
    ButtonKind,
    Chip,
    FlowRow,
    Label,
    PrimaryButton,
    ScrollPage,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.editors import FieldEditor, make_editor
from inspector_app.gui.models.visit_papers import PaperState
from inspector_app.gui.pages.row_list import Row, RowList
from inspector_app.gui.pages.visit.gate_list import GateList
from inspector_app.gui.pages.visit.paper_preview import PaperPreview
from inspector_app.gui.pages.visit.places import Places
from inspector_app.gui.pages.visit.reason_form import ReasonForm
from inspector_app.gui.terms import State
from inspector_app.gui.theme import BAR, Space, Tone, TypeRole, look

__all__ = ["DocumentsPanel", "PaperFacts"]

_LIST, _FORM, _WIDE = 268, 412, 1040
_LOW = 420
_ANY_WIDTH = 16_777_215


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """One document in the step: ``open`` says that its fields may be edited now.

    ``issued``: it left our hands, so that it is corrected or withdrawn, never edited.
    """

    template: DocumentTemplate
    state: PaperState
    status: State
    number: str
    signed: int
    values: Mapping[str, str]
    messages: tuple[GateMessage, ...]
    open: bool
    issued: bool = False


class DocumentsPanel(TranslatedWidget):
    """List, form, page.

    Signals:
        document_chosen(str): kind.
        field_edited(str, str): field key and value.
        compose_wanted(): [定稿].
        reopen_wanted(): the composed document is to be changed.
        correction_wanted(): the issued document is to be corrected.
        correction_confirmed(str): compose the correcting document, because of that.
        void_confirmed(str), withdrawal_confirmed(str): with the reason.
        signing_wanted(): go and sign.
        mend_wanted(GateMessage): go to where a message is mended.
    """

    document_chosen = Signal(str)
    field_edited = Signal(str, str)
    compose_wanted = Signal()
    reopen_wanted = Signal()
    correction_wanted = Signal()
    correction_confirmed = Signal(str)
    void_confirmed = Signal(str)
    withdrawal_confirmed = Signal(str)
    signing_wanted = Signal()
    mend_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.documents")
        self._facts: PaperFacts | None = None
        self._kind = ""
        self.editors: dict[str, FieldEditor] = {}
        self._title = Label(role=TypeRole.TITLE)
        self._status = Badge()
        self._number = Label(muted=True)
        self._notice = Well(Tone.ATTENTION)
        self._notice_words = Label()
        self._notice.body.addWidget(self._notice_words)
        self.gate = GateList()
        self.gate.mend_wanted.connect(self.mend_wanted)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(Space.L)
        self.because = ReasonForm(Tone.ATTENTION)
        self.because.setObjectName("document.because")
        self.because.confirmed.connect(self._on_because_confirmed)
        self.because.dismissed.connect(self.because.hide)
        self._asking = ""
        self.compose = PrimaryButton(icon_name="file-check")
        self.compose.setObjectName("document.compose")
        self.compose.clicked.connect(self._on_compose_clicked)
        self.sign = PrimaryButton(icon_name="signature")
        self.sign.setObjectName("document.sign")
        self.sign.clicked.connect(self.signing_wanted)
        self.reopen = Button(icon_name="pencil")
        self.reopen.setObjectName("document.reopen")
        self.reopen.clicked.connect(self.reopen_wanted)
        self.correct = Button(icon_name="file-pen-line")
        self.correct.setObjectName("document.correct")
        self.correct.clicked.connect(self.correction_wanted)
        self.void = Button(kind=ButtonKind.QUIET, icon_name="ban")
        self.void.setObjectName("document.void")
        self.void.clicked.connect(lambda: self._ask("void"))
        self.withdraw = Button(kind=ButtonKind.QUIET, icon_name="file-x")
        self.withdraw.setObjectName("document.withdraw")
        self.withdraw.clicked.connect(lambda: self._ask("withdraw"))
        self.preview = PaperPreview()
        self._show_preview = Chip(icon_name="eye")
        self._show_preview.clicked.connect(self._fit)
        self._lay_out()
        self.retranslate()

    @property
    def list(self) -> RowList:
        """The list of documents."""
        return self.places.list

    def set_list(self, rows: Sequence[Row]) -> None:
        """Show the documents."""
        self.places.set_rows(rows, self.tr("文书列表"))

    def show_document(self, facts: PaperFacts, typing: Mapping[str, str]) -> None:
        """Show one document; fields in ``typing`` are not on disk yet and keep what is typed."""
        if facts.template.kind != self._kind:
            self._kind = facts.template.kind
            self._build_editors(facts.template)
            self.because.hide()
        self._facts = facts
        for key, editor in self.editors.items():
            if key not in typing:
                editor.set_text(facts.values.get(key, ""))
            editor.set_locked(locked=not facts.open)
        self.gate.set_messages(facts.messages if facts.open else ())
        self._say()

    def set_busy(self, *, busy: bool) -> None:
        """While it is being composed nothing else may be done with it."""
        for button in (self.compose, self.sign, self.reopen, self.correct):
            button.setEnabled(not busy)

    def show_gate(self) -> None:
        """Bring what the gate says into sight."""
        self._form.verticalScrollBar().setValue(0)

    def focus_field(self, key: str) -> None:
        """Put the cursor into a field."""
        if key in self.editors:
            self._form.ensureWidgetVisible(self.editors[key].widget)
            self.editors[key].focus()

    def retranslate(self) -> None:
        self.sign.set_words(self.tr("去签名"), "Ctrl+Return")
        self.reopen.set_words(self.tr("修改"))
        self.correct.set_words(self.tr("更正"))
        self.void.set_words(self.tr("作废"))
        self.withdraw.set_words(self.tr("撤回"))
        self._show_preview.set_words(self.tr("预览"))
        self._say_asking()
        self._say()

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._title, 1)
        head.addWidget(self._status, 0, Qt.AlignmentFlag.AlignTop)
        self._form = ScrollPage(margins=0)
        body = self._form.body
        body.addLayout(head)
        body.addWidget(self._number)
        body.addWidget(self._notice)
        body.addWidget(self.gate)
        body.addLayout(self._fields)
        body.addWidget(self.because)
        body.addStretch(1)
        self._actions = FlowRow()
        for button in (self.correct, self.reopen, self.void, self.withdraw):
            self._actions.add(button)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, Space.XS, BAR, Space.S)
        foot.setSpacing(Space.S)
        foot.addWidget(self._actions, 100)
        foot.addStretch(1)
        foot.addWidget(self.compose)
        foot.addWidget(self.sign)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._show_preview)
        column.addWidget(self._form, 1)
        column.addWidget(self._foot)
        self._form_column = column
        self._low = False
        self._form_side = form
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, BAR, 0)
        row.setSpacing(Space.XS)
        row.addWidget(form)
        row.addWidget(self.preview, 1)
        self.places = Places(both, _LIST)
        self.places.place_chosen.connect(self.document_chosen)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.places)
        self._fit()

    def _fit(self) -> None:
        self._arrange_actions()
        wide = self.width() >= look().scaled(_WIDE)
        self._show_preview.setVisible(not wide)
        showing = wide or self._show_preview.isChecked()
        self.preview.setVisible(showing)
        # Where there is no room for both, the page takes the form's place while it is looked at.
        self._form.setVisible(wide or not showing)
        limit = look().scaled(_FORM) if wide else _ANY_WIDTH
        self._form_side.setMaximumWidth(limit)
        self._form_side.setMinimumWidth(limit if wide else 0)

    def _arrange_actions(self) -> None:
        """Keep the actions in sight; where the window is low they end the form instead."""
        low = self.height() < look().scaled(_LOW)
        if low == self._low:
            return
        self._low = low
        if low:
            self._form_column.removeWidget(self._foot)
            self._form.body.insertWidget(self._form.body.count() - 1, self._foot)
        else:
            self._form.body.removeWidget(self._foot)
            self._form_column.addWidget(self._foot)

    def _build_editors(self, template: DocumentTemplate) -> None:
        while (item := self._fields.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.editors = {}
        for field in template.fields:
            editor = make_editor(field)
            editor.text_changed.connect(self.field_edited)
            self.editors[field.key] = editor
            self._fields.addWidget(editor.widget)

    def _ask(self, what: str) -> None:
        self._asking = what
        self._say_asking()
        self.because.ask()
        self._form.ensureWidgetVisible(self.because)

    def _on_because_confirmed(self, because: str) -> None:
        self.because.hide()
        signals = {
            "correct": self.correction_confirmed,
            "void": self.void_confirmed,
            "withdraw": self.withdrawal_confirmed,
        }
        signals[self._asking].emit(because)

    def _on_compose_clicked(self) -> None:
        facts = self._facts
        if facts is not None and facts.issued:
            self._ask("correct")
        else:
            self.compose_wanted.emit()

    def _say_asking(self) -> None:
        match self._asking:
            case "void":
                words = (self.tr("作废的理由"), self.tr("作废"))
                hint = self.tr("文号保留，不再使用。")
            case "withdraw":
                words = (self.tr("撤回的理由"), self.tr("撤回"))
                hint = self.tr("已出具的文书和文号保留在记录中。")
            case _:
                words = (self.tr("更正的理由"), self.tr("定稿更正文书"))
                hint = self.tr("更正文书写明所更正的文书和理由，原文书保留在记录中。")
        self.because.set_words(*words, self.tr("请写明理由。"), hint)

    def _say(self) -> None:
        facts = self._facts
        if facts is None:
            return
        self._title.setText(facts.template.title)
        self._status.set_state(facts.status.text, facts.status.tone, facts.status.icon or None)
        self._number.setText(facts.number)
        self._number.setVisible(bool(facts.number))
        self._notice_words.setText(self._notice_text(facts))
        self._notice.setVisible(bool(self._notice_words.text()))
        composed = facts.state is PaperState.COMPOSED
        surplus = facts.state is PaperState.SURPLUS
        issued = facts.issued
        again = facts.state in (PaperState.STALE, PaperState.COMPOSED)
        correcting = issued and facts.open
        self.compose.setVisible(facts.open)
        if correcting:
            self.compose.set_words(self.tr("定稿更正文书"), "Ctrl+Return")
        else:
            self.compose.set_words(self.tr("重新定稿") if again else self.tr("定稿"), "Ctrl+Return")
        self.sign.setVisible(composed and not facts.open)
        self.reopen.setVisible(composed and not facts.open)
        self.correct.setVisible(issued and not facts.open and not surplus)
        primary = facts.state is PaperState.OUTDATED
        self.correct.set_kind(ButtonKind.PRIMARY if primary else ButtonKind.SECONDARY)
        self.void.setVisible(again or (surplus and not issued))
        self.withdraw.setVisible(issued and not facts.open)
        for button in (self.void, self.withdraw):
            button.set_kind(ButtonKind.PRIMARY if surplus else ButtonKind.QUIET)
        self._actions.setVisible(again or surplus or (issued and not facts.open))

    def _notice_text(self, facts: PaperFacts) -> str:
        if facts.state is PaperState.STALE:
            words = self.tr("定稿后检查记录有改动，请重新定稿。")
            if facts.signed:
                words += self.tr("已有的 %n 个签名将失效，需要重新签名。", "", facts.signed)
            return words
        if facts.state is PaperState.COMPOSED and facts.open and facts.signed:
            return self.tr("重新定稿后，已有的 %n 个签名将失效，需要重新签名。", "", facts.signed)
        if facts.state is PaperState.OUTDATED and not facts.open:
            return self.tr("出具后检查记录有更正，请出具更正文书。")
        if facts.state is PaperState.SURPLUS:
            return self.tr("按更正后的检查记录，不再需要这份文书，请写明理由撤回或者作废。")
        return ""
