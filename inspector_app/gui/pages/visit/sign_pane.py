"""One document being signed: read it in large text, then sign on a pad as wide as the pane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.document import RefusalProof, SignerRole
from inspector_app.gui.controls import (
    Badge,
    Button,
    ButtonKind,
    FlowRow,
    Label,
    ScrollPage,
    SignaturePad,
    TextField,
    TranslatedWidget,
)
from inspector_app.gui.controls.buttons import PrimaryButton
from inspector_app.gui.models.visit_papers import Slot
from inspector_app.gui.models.visit_words import signer_word
from inspector_app.gui.pages.visit.pad_holder import PadHolder
from inspector_app.gui.pages.visit.paper_preview import PaperPreview
from inspector_app.gui.pages.visit.refusal_form import RefusalForm
from inspector_app.gui.pages.visit.slot_row import SlotRow
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.terms import moment_text
from inspector_app.gui.theme import BAR, Space, Tone, TypeRole, look

__all__ = ["SignPane", "SigningFacts"]

_LOW = 480


@dataclass(frozen=True, slots=True)
class SigningFacts:
    """One composed document. ``summary`` is what it says in a few lines, for whoever signs."""

    document_id: str
    title: str
    number: str
    summary: str
    slots: tuple[Slot, ...]
    default_names: dict[SignerRole, str]
    refusal: RefusalProof = RefusalProof.WITNESS_OR_RECORDING

    @property
    def missing(self) -> tuple[Slot, ...]:
        """Required slots neither signed nor refused."""
        return tuple(s for s in self.slots if s.required and s.signature is None)


class SignPane(TranslatedWidget):
    """Reading, signing, refusing; one slot at a time.

    Signals:
        signed(str, str): slot key and the name; the strokes are on `pad`.
        refused(str, RefusalWish): slot key and what was entered.
        issue_wanted(): everything is signed, and the issue is to be tried again.
    """

    signed = Signal(str, str)
    refused = Signal(str, object)
    issue_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.sign")
        self._facts: SigningFacts | None = None
        self._slot = ""
        self._low: bool | None = None
        self._head = QWidget(self)
        self._title = Label(role=TypeRole.TITLE)
        self._number = Label(muted=True)
        self._summary = Label()
        self.slots = SlotRow()
        self.slots.slot_chosen.connect(self.choose_slot)
        self.preview = PaperPreview()
        self.begin = PrimaryButton(icon_name="signature")
        self.begin.setObjectName("sign.begin")
        self.begin.clicked.connect(self.start_signing)
        self.read = Button(kind=ButtonKind.QUIET, icon_name="book-open")
        self.read.setObjectName("sign.read")
        self.read.clicked.connect(self.show_page)
        self._capacity = Badge()
        self._standing = Label(role=TypeRole.CAPTION, muted=True)
        self._name_label = Label(role=TypeRole.LABEL, wrap=False)
        self.name = TextField()
        self.name.setObjectName("sign.name")
        self.pad = SignaturePad()
        self.pad.setObjectName("sign.pad")
        self.pad.changed.connect(self._on_ink_changed)
        self.clear = Button(kind=ButtonKind.QUIET, icon_name="eraser")
        self.clear.setObjectName("sign.clear")
        self.clear.clicked.connect(self.pad.clear)
        self.undo = Button(kind=ButtonKind.QUIET, icon_name="undo-2")
        self.undo.setObjectName("sign.undo")
        self.undo.clicked.connect(self.pad.undo)
        self.refuse = Button(icon_name="hand")
        self.refuse.setObjectName("sign.refuse")
        self.refuse.clicked.connect(self._on_refuse_clicked)
        self.confirm = PrimaryButton(icon_name="check")
        self.confirm.setObjectName("sign.confirm")
        self.confirm.clicked.connect(self._on_confirm_clicked)
        self.issue = PrimaryButton(icon_name="badge-check")
        self.issue.setObjectName("sign.issue")
        self.issue.clicked.connect(self.issue_wanted)
        self.refusal = RefusalForm()
        self.refusal.confirmed.connect(lambda wish: self.refused.emit(self._slot, wish))
        self.refusal.dismissed.connect(self.start_signing)
        TypingKeys(self).watch(self.name.line)
        self._lay_out()
        self.retranslate()

    @property
    def slot(self) -> str:
        """Key of the slot whose pad is open."""
        return self._slot

    def set_facts(self, facts: SigningFacts) -> None:
        """Show a document; a new one is read first, the next slot is signed at once."""
        fresh = self._facts is None or self._facts.document_id != facts.document_id
        signed = any(slot.signature is not None for slot in facts.slots)
        self._facts = facts
        if fresh:
            self.pad.clear()
            self._slot = ""
        current = _slot_of(self._facts, self._slot)
        if current is None or current.signature is not None:
            following = facts.missing[0].key if facts.missing else ""
            self._open_slot(following)
        self._say()
        if fresh and not signed:
            self.show_page()
        elif fresh or self._stack.currentWidget() is self._refusal_page:
            self.start_signing()

    def choose_slot(self, key: str) -> None:
        """Open the pad of a slot, signed before or not."""
        self._open_slot(key)
        self._say()
        self.start_signing()

    def show_page(self) -> None:
        """Turn to the document itself."""
        self._stack.setCurrentWidget(self._page)
        self.begin.setFocus()

    def start_signing(self) -> None:
        """Turn to the pad."""
        if self._facts is not None and self._slot:
            self._stack.setCurrentWidget(self._pad_page)

    def primary(self) -> QAbstractButton:
        """The next action: read on, record the refusal, or confirm."""
        shown = self._stack.currentWidget()
        if shown is self._page:
            return self.begin if self.begin.isVisible() else self.issue
        return self.refusal.confirm if shown is self._refusal_page else self.confirm

    def set_busy(self, *, busy: bool) -> None:
        """While a signature is being recorded, none is given."""
        self.confirm.setEnabled(not busy and not self.pad.is_empty)
        self.refusal.confirm.setEnabled(not busy)
        self.issue.setEnabled(not busy)

    def reject(self, code: str, words: str) -> bool:
        """Say at its field what is wrong; False if ``code`` names none."""
        if code == "signature.name":
            self.name.set_error(words)
            self.name.line.setFocus()
            return True
        return self.refusal.refuse(code, words)

    def retranslate(self) -> None:
        self.read.set_words(self.tr("再看文书"))
        self.clear.set_words(self.tr("清除"))
        self.undo.set_words(self.tr("撤销一笔"))
        self.refuse.set_words(self.tr("拒绝签名"))
        self.confirm.set_words(self.tr("确认签名"), "Ctrl+Return")
        self.issue.set_words(self.tr("出具文书"), "Ctrl+Return")
        self.begin.set_words(self.tr("看完了，开始签名"), "Ctrl+Return")
        self._name_label.setText(self.tr("姓名"))
        self.name.set_name(self.tr("签名人姓名"))
        self._say()
        _fit_tools(self)

    def restyle(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._page = _over_buttons(self.preview, self.begin, self.issue)
        self._pad_page = self._lay_out_pad()
        self._refusal_page = ScrollPage(margins=0, gutter=0)
        self._refusal_page.body.addWidget(self.refusal)
        self._stack = QStackedWidget()
        for widget in (self._page, self._pad_page, self._refusal_page):
            self._stack.addWidget(widget)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(Space.M)
        head.addWidget(self._title)
        head.addWidget(self._number, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, BAR, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)

    def _lay_out_pad(self) -> QWidget:
        content = QWidget()
        content.setObjectName("scrolled")
        # No kinetic scrolling here: a finger on the pad writes.
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        self._who = QWidget()
        who = QHBoxLayout(self._who)
        who.setContentsMargins(0, 0, 0, 0)
        who.setSpacing(Space.S)
        who.addWidget(self._capacity)
        who.addWidget(self._name_label)
        who.addWidget(self.name, 1)
        self._holder = PadHolder(self.pad)
        self._pad_column = QVBoxLayout(content)
        self._pad_column.setContentsMargins(0, 0, 0, 0)
        self._pad_column.setSpacing(Space.S)
        self._arrange()
        tools = FlowRow(Space.XS)
        for tool in (self.read, self.clear, self.undo):
            tools.add(tool)
        acts = QHBoxLayout()
        acts.setContentsMargins(0, 0, 0, Space.S)
        acts.setSpacing(Space.S)
        acts.addWidget(tools, 1)
        acts.addWidget(self.refuse)
        acts.addWidget(self.confirm)
        # Beneath what scrolls: on a low screen the confirmation stays in sight.
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.S)
        whole.addWidget(scroll, 1)
        whole.addLayout(acts)
        return page

    def _arrange(self) -> None:
        """Where the pane is low the pad stands first: what is signed on is in sight unscrolled.

        The document's name gives its room to those who sign; the list has it as the one chosen.
        """
        _fit_tools(self)
        low = self.height() < look().scaled(_LOW)
        if low == self._low:
            return
        self._low = low
        self._head.setVisible(not low)
        order: list[QWidget] = [self.slots, self._summary, self._holder, self._standing, self._who]
        if low:
            order = [self._who, self._holder, self._standing, self.slots, self._summary]
        for widget in order:
            self._pad_column.removeWidget(widget)
            self._pad_column.addWidget(widget, int(widget is self._holder))

    def _open_slot(self, key: str) -> None:
        if key != self._slot:
            self.pad.clear()
        self._slot = key
        slot = _slot_of(self._facts, key)
        if slot is not None and self._facts is not None:
            given = slot.signature.name if slot.signature else ""
            default = self._facts.default_names.get(slot.role, "")
            self.name.set_value(given or slot.name or default)
            self.name.set_error("")

    def _say(self) -> None:
        facts = self._facts
        if facts is None:
            return
        self._title.setText(facts.title)
        self._number.setText(facts.number)
        self._summary.setText(facts.summary)
        self.slots.set_slots(facts.slots, self._slot)
        slot = _slot_of(self._facts, self._slot)
        self.begin.setVisible(bool(self._slot))
        self.issue.setVisible(not facts.missing)
        if slot is None:
            return
        role = signer_word(slot.role)
        self._capacity.set_state(role, Tone.PROGRESS, "user-round")
        self.pad.set_placeholder(self.tr("请{who}在此签名").format(who=slot.label or role))
        self.refuse.setVisible(slot.role in (SignerRole.PARTY, SignerRole.RECEIVER))
        _fit_tools(self)
        self._standing.setText(self._standing_words(slot))
        self._standing.setVisible(bool(self._standing.text()))
        self._on_ink_changed()

    def _standing_words(self, slot: Slot) -> str:
        signature = slot.signature
        if signature is None:
            return ""
        at = moment_text(signature.at)
        if signature.refused:
            words = self.tr("{at} 记录拒签，理由：{reason}。重新签名将取代它。")
            return words.format(at=at, reason=signature.reason)
        words = self.tr("{name} 已于 {at} 签名。重新签名将取代它。")
        return words.format(name=signature.name, at=at)

    def _on_ink_changed(self) -> None:
        inked = not self.pad.is_empty
        for button in (self.clear, self.undo, self.confirm):
            button.setEnabled(inked)

    def _on_refuse_clicked(self) -> None:
        self._stack.setCurrentWidget(self._refusal_page)
        recorded = self._facts is not None and self._facts.refusal is RefusalProof.RECORDING
        self.refusal.start(self.name.value(), recording_required=recorded)

    def _on_confirm_clicked(self) -> None:
        self.signed.emit(self._slot, self.name.value())


def _fit_tools(pane: SignPane) -> None:
    """Leave the tools their icons where their words would take a second line from the pad."""
    tools = (pane.read, pane.clear, pane.undo)
    room = pane.width() - BAR - 2 * Space.S - 2 * Space.XS
    for act in (pane.refuse, pane.confirm):
        room -= 0 if act.isHidden() else act.sizeHint().width()
    for tool in tools:
        tool.set_bare(bare=False)
    for givers in (tools[1:], tools[:1]):
        crowded = sum(tool.sizeHint().width() for tool in tools) > room
        for tool in givers:
            tool.set_bare(bare=crowded)


def _slot_of(facts: SigningFacts | None, key: str) -> Slot | None:
    slots: Sequence[Slot] = facts.slots if facts else ()
    return next((slot for slot in slots if slot.key == key), None)


def _over_buttons(shown: QWidget, *buttons: QWidget) -> QWidget:
    page = QWidget()
    onward = QHBoxLayout()
    onward.setContentsMargins(0, 0, 0, Space.S)
    onward.addStretch(1)
    for button in buttons:
        onward.addWidget(button)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.M)
    column.addWidget(shown, 1)
    column.addLayout(onward)
    return page
