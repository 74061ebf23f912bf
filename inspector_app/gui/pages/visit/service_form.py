"""送达: which documents were handed over, how, to whom and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls import (
    Card,
    CheckBox,
    Choice,
    Label,
    LongTextField,
    MultiChoiceField,
    PrimaryButton,
    ScrollPage,
    SectionHeader,
    TextField,
    TranslatedWidget,
)
from inspector_app.gui.models.visit_words import service_mode_word, service_modes
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.terms import moment_text
from inspector_app.gui.theme import BAR, Space, Tone, TypeRole

__all__ = ["Servable", "ServiceForm", "ServiceWish"]


@dataclass(frozen=True, slots=True)
class Servable:
    """An issued document that is to be served, or was."""

    document_id: str
    title: str
    number: str
    served: bool


@dataclass(frozen=True, slots=True)
class ServiceWish:
    """What was entered about the service."""

    documents: tuple[str, ...]
    mode: str
    receiver: str
    relation: str
    place: str
    note: str
    witness: str = ""
    recording: str = ""


class ServiceForm(TranslatedWidget):
    """Records one service of one or more documents.

    Signals:
        edited(): something was entered; `draft` gives it.
        confirmed(ServiceWish): the button was pressed.
    """

    edited = Signal()
    confirmed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("service.form")
        self._servable: tuple[Servable, ...] = ()
        self.boxes: dict[str, CheckBox] = {}
        self._head = SectionHeader()
        self._documents = QVBoxLayout()
        self._documents.setSpacing(0)
        self._documents_error = Label(role=TypeRole.CAPTION, tone=Tone.NOT_MET)
        self._documents_error.hide()
        self.mode = MultiChoiceField(exclusive=True)
        self.mode.setObjectName("service.mode")
        self.mode.value_changed.connect(self._on_mode_changed)
        self._explained = Label(role=TypeRole.CAPTION, muted=True)
        self.receiver = TextField()
        self.receiver.setObjectName("service.receiver")
        self.relation = TextField()
        self.relation.setObjectName("service.relation")
        self.place = TextField()
        self.place.setObjectName("service.place")
        self.witness = TextField()
        self.witness.setObjectName("service.witness")
        self.recording = TextField()
        self.recording.setObjectName("service.recording")
        self.note = LongTextField(lines=2)
        self.note.setObjectName("service.note")
        self._at = Label(muted=True)
        self.confirm = PrimaryButton(icon_name="check")
        self.confirm.setObjectName("service.confirm")
        self.confirm.clicked.connect(self._on_confirm_clicked)
        keys = TypingKeys(self)
        for field in self._lines():
            field.value_changed.connect(self.edited)
            keys.watch(field.line)
        self.note.value_changed.connect(self.edited)
        keys.watch(self.note.text)
        self._lay_out()
        self.retranslate()
        self.mode.set_value(("direct",))
        self._say_mode()

    def set_documents(self, servable: Sequence[Servable], now: str) -> None:
        """Offer the documents; those not served yet are ticked."""
        if tuple(servable) != self._servable:
            self._servable = tuple(servable)
            self._build()
        self._at.setText(self.tr("送达时间：{at}").format(at=moment_text(now)))
        waiting = any(not each.served for each in servable)
        self.confirm.setEnabled(waiting)

    def set_defaults(self, receiver: str, relation: str, place: str) -> None:
        """Fill in what the record already says, without overwriting what was typed."""
        for field, value in (
            (self.receiver, receiver),
            (self.relation, relation),
            (self.place, place),
        ):
            if not field.value():
                field.set_value(value)

    def draft(self) -> dict[str, str]:
        """What is entered, flat."""
        fields = {
            "mode": next(iter(self.mode.value()), ""),
            "receiver": self.receiver.value(),
            "relation": self.relation.value(),
            "place": self.place.value(),
            "note": self.note.value(),
            "witness": self.witness.value(),
            "recording": self.recording.value(),
        }
        return {key: value for key, value in fields.items() if value}

    def set_draft(self, draft: dict[str, str]) -> None:
        """Put a kept draft back."""
        if "mode" in draft:
            self.mode.set_value((draft["mode"],))
        for key, field in (
            ("receiver", self.receiver),
            ("relation", self.relation),
            ("place", self.place),
            ("note", self.note),
            ("witness", self.witness),
            ("recording", self.recording),
        ):
            if key in draft:
                field.set_value(draft[key])
        self._say_mode()

    def reset(self) -> None:
        """Begin with an empty form."""
        for field in (*self._lines(), self.note):
            field.set_value("")
            field.set_error("")
        self.mode.set_value(("direct",))
        self._documents_error.hide()
        self._say_mode()

    def set_busy(self, *, busy: bool) -> None:
        """While it is being recorded it cannot be recorded twice."""
        self.confirm.setEnabled(not busy)

    def refuse(self, code: str, words: str) -> bool:
        """Say at its field what is wrong; False if ``code`` names none."""
        match code:
            case "service.receiver":
                self.receiver.set_error(words)
                self.receiver.line.setFocus()
            case "service.left_note":
                self.note.set_error(words)
                self.note.text.setFocus()
            case "service.left_proof":
                self.witness.set_error(words)
                self.witness.line.setFocus()
            case "service.mode" | "service.electronic":
                self.mode.set_error(words)
            case "service.documents":
                self._documents_error.setText(words)
                self._documents_error.show()
            case _:
                return False
        return True

    def retranslate(self) -> None:
        self._head.set_words(self.tr("送达文书"), self.tr("交付当事人的文书及方式。"))
        self.mode.set_label(self.tr("送达方式"), required=True)
        self.mode.set_choices([Choice(m, service_mode_word(m)) for m in service_modes()])
        self.receiver.set_label(self.tr("收件人"), required=True)
        self.relation.set_label(self.tr("与受送达人的关系"))
        self.place.set_label(self.tr("送达地点"))
        self.witness.set_label(self.tr("见证人"), self.tr("姓名；接着由本人在送达回证上签名。"))
        self.recording.set_label(
            self.tr("拍照、录像"), self.tr("记录仪编号和时间，例如：执法记录仪 3 号，10:31 起。")
        )
        self.confirm.set_words(self.tr("记录送达"), "Ctrl+Return")
        self._say_mode()
        self._build()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        grid.addWidget(self.receiver, 0, 0)
        grid.addWidget(self.relation, 0, 1)
        grid.addWidget(self.place, 1, 0, 1, 2)
        grid.addWidget(self.witness, 2, 0)
        grid.addWidget(self.recording, 2, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, BAR, 0)
        foot.addWidget(self._at, 1)
        foot.addWidget(self.confirm)
        card = Card()
        card.body.addWidget(self._head)
        card.body.addLayout(self._documents)
        card.body.addWidget(self._documents_error)
        card.body.addWidget(self.mode)
        card.body.addWidget(self._explained)
        card.body.addLayout(grid)
        card.body.addWidget(self.note)
        scroll = ScrollPage(margins=0)
        scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.S)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def _build(self) -> None:
        while (item := self._documents.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        for each in self._servable:
            name = f"《{each.title}》{each.number}"
            words = self.tr("{name}（已送达）").format(name=name) if each.served else name
            box = CheckBox(words)
            box.setObjectName(f"service.document.{each.document_id}")
            box.setChecked(not each.served)
            box.setEnabled(not each.served)
            self.boxes[each.document_id] = box
            self._documents.addWidget(box)

    def _say_mode(self) -> None:
        mode = next(iter(self.mode.value()), "")
        explained = {
            "direct": self.tr("当面交给受送达人，由其在送达回证上签名。"),
            "left": self.tr(
                "受送达人拒收的，把文书留在其住所，注明拒收事由，并由见证人签名或者拍照、录像。"
            ),
        }
        self._explained.setText(explained.get(mode, ""))
        required = mode == "left"
        hint = self.tr("拒收事由。") if required else ""
        self.note.set_label(self.tr("备注"), hint, required=required)
        for field in (self.witness, self.recording):
            field.setVisible(required)

    def _on_mode_changed(self) -> None:
        self._say_mode()
        self.edited.emit()

    def _on_confirm_clicked(self) -> None:
        self._documents_error.hide()
        draft = self.draft()
        chosen = tuple(
            each.document_id
            for each in self._servable
            if not each.served and self.boxes[each.document_id].isChecked()
        )
        self.confirmed.emit(
            ServiceWish(
                chosen,
                draft.get("mode", ""),
                draft.get("receiver", ""),
                draft.get("relation", ""),
                draft.get("place", ""),
                draft.get("note", ""),
                *(draft.get(proof, "") for proof in ("witness", "recording") if self._is_left()),
            )
        )

    def _is_left(self) -> bool:
        return self.mode.value() == ("left",)

    def _lines(self) -> tuple[TextField, ...]:
        return (self.receiver, self.relation, self.place, self.witness, self.recording)
