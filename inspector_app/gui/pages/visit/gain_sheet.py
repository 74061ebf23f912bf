"""The sheet of illegal gain (违法所得计算表, 总局令第118号), worked out as it is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.law.illegal_gain import (
    Approval,
    GainEntry,
    GainMethod,
    IllegalGainSheet,
    Outlay,
    Unproven,
)
from inspector_app.gui.controls import (
    CheckBox,
    Choice,
    ChoiceField,
    DateField,
    Label,
    TextField,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.error_words import said
from inspector_app.gui.models.weighing_form import EvidenceChoice
from inspector_app.gui.models.weighing_words import money_words
from inspector_app.gui.pages.visit.entry_rows import EntryRow, EntryRows
from inspector_app.gui.pages.visit.money_field import MoneyField
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["PARTS", "GainRow", "GainSheet"]

PARTS = ("receipts", "outlays", "taxes", "refunds")
_KNOWN = "known"


class GainRow(EntryRow):
    """One entry: what it is, how much, what proves it; of an outlay whether it may be deducted."""

    def __init__(
        self, part: str, evidence: Sequence[EvidenceChoice], parent: QWidget | None = None
    ) -> None:
        super().__init__(evidence, parent)
        self._part = part
        self.amount = MoneyField()
        self.direct = CheckBox()
        self.lawful = CheckBox()
        self.lawful.setChecked(True)
        self.problem = Label(role=TypeRole.CAPTION, tone=Tone.NOT_MET)
        self.problem.hide()
        self.amount.value_changed.connect(self.edited)
        for box in (self.direct, self.lawful):
            box.clicked.connect(self.edited)
            box.setVisible(part == "outlays")
        TypingKeys(self).watch(self.amount.line)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.text, 3)
        row.addWidget(self.amount, 2)
        row.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        boxes = QHBoxLayout()
        boxes.addWidget(self.direct)
        boxes.addWidget(self.lawful)
        boxes.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addLayout(boxes)
        column.addWidget(self.evidence)
        column.addWidget(self.problem)
        self.retranslate()

    def entry(self) -> GainEntry:
        """What is entered; an empty amount is nothing."""
        fen = self.amount.fen() or 0
        if self._part == "outlays":
            return Outlay(
                self.text.value(),
                fen,
                self.evidence.value(),
                self.lawful.isChecked(),
                self.direct.isChecked(),
            )
        return GainEntry(self.text.value(), fen, self.evidence.value())

    def set_entry(self, entry: GainEntry) -> None:
        """Show an entry."""
        self.text.set_value(entry.label)
        self.evidence.set_proven(entry.label)
        self.amount.set_fen(entry.amount)
        self.evidence.set_value(entry.evidence)
        if isinstance(entry, Outlay):
            self.lawful.setChecked(entry.lawful)
            self.direct.setChecked(entry.direct)

    def say_problem(self, words: str) -> None:
        """Say what is wrong with it, in place; a row just added is not blamed for being empty."""
        begun = bool(self.text.value() or self.amount.value() or self.evidence.value())
        self.problem.setText(words if begun else "")
        self.problem.setVisible(bool(self.problem.text()))

    def retranslate(self) -> None:
        self.text.set_name(self.tr("名称"))
        self.text.set_placeholder(self.tr("名称，如：销售过期饮料 12 瓶"))
        self.amount.set_name(self.tr("金额"))
        self.drop.set_words(self.tr("删除这一笔"))
        self.direct.set_words(self.tr("直接用于该行为"))
        self.lawful.set_words(self.tr("合法、必要"))


class GainSheet(TranslatedWidget):
    """The whole sheet; its last line is worked out at once.

    Signals:
        edited(): anything of it changed.
    """

    edited = Signal()

    def __init__(
        self,
        evidence: Sequence[EvidenceChoice],
        judged: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._judged = judged
        self.exempt = False
        self.method = ChoiceField()
        self.method.setObjectName("gain.method")
        self.method.value_changed.connect(self._on_edited)
        self.unproven = ChoiceField()
        self.unproven.setObjectName("gain.unproven")
        self.unproven.value_changed.connect(self._on_edited)
        self.approved_by = TextField()
        self.approved_on = DateField()
        for field in (self.approved_by, self.approved_on):
            field.value_changed.connect(self._on_edited)
        TypingKeys(self).watch(self.approved_by.line, self.approved_on.edit)
        self._titles = {part: Label(role=TypeRole.LABEL) for part in PARTS}
        self.parts = {part: EntryRows(partial(GainRow, part, evidence), Space.M) for part in PARTS}
        self.result = Label(role=TypeRole.STRONG)
        self.problem = Label(role=TypeRole.CAPTION, tone=Tone.NOT_MET)
        self._lay_out()
        self.retranslate()
        self.method.set_value(GainMethod.NET.value)
        self.unproven.set_value(_KNOWN)
        self._work_out()

    def sheet(self) -> IllegalGainSheet:
        """The sheet as it is filled in."""
        unproven = self.unproven.value()
        by, on = self.approved_by.value(), self.approved_on.value()
        needed = unproven not in (None, _KNOWN)
        return IllegalGainSheet(
            method=GainMethod(self.method.value() or GainMethod.NET),
            receipts=self._entries("receipts"),
            outlays=tuple(e for e in self._entries("outlays") if isinstance(e, Outlay)),
            taxes=self._entries("taxes"),
            refunds=self._entries("refunds"),
            unproven=Unproven(unproven) if unproven and needed else None,
            approval=Approval(by, on) if needed and by and on else None,
            exempt=self.exempt,
        )

    def set_sheet(self, sheet: IllegalGainSheet) -> None:
        """Show a sheet."""
        self.exempt = sheet.exempt
        self.method.set_value(sheet.method.value)
        self.unproven.set_value(sheet.unproven.value if sheet.unproven else _KNOWN)
        if sheet.approval is not None:
            self.approved_by.set_value(sheet.approval.by)
            self.approved_on.set_value(sheet.approval.on)
        for part in PARTS:
            self.parts[part].clear()
            for entry in getattr(sheet, part):
                self.parts[part].add_row().set_entry(entry)
        self._work_out()

    def set_exempt(self, *, exempt: bool) -> None:
        """No penalty under 处罚法 33(1): nothing is confiscated (令118号 15)."""
        self.exempt = exempt
        self._work_out()

    def retranslate(self) -> None:
        self.method.set_label(self.tr("计算方法"))
        self.method.set_choices(
            [
                Choice(GainMethod.NET.value, self.tr("收入减去直接、必要、有证据的合理支出")),
                Choice(GainMethod.PRICE.value, self.tr("价格案件：多收或者少付的价款")),
                Choice(GainMethod.PYRAMID.value, self.tr("传销：全部收入")),
                Choice(GainMethod.FACILITATION.value, self.tr("提供便利条件：全部收入")),
            ]
        )
        self.unproven.set_label(self.tr("能否查清"))
        self.unproven.set_choices(
            [
                Choice(_KNOWN, self.tr("能够查清")),
                Choice(Unproven.LEFT_OUT.value, self.tr("难以查清：不予没收，在罚款时考虑")),
                Choice(Unproven.PROVABLE_PART.value, self.tr("难以查清：按查明的部分认定")),
            ]
        )
        self.approved_by.set_label(self.tr("批准的主要负责人"))
        self.approved_on.set_label(self.tr("批准日期"))
        titles = {
            "receipts": self.tr("收入"),
            "outlays": self.tr("当事人主张扣除的支出"),
            "taxes": self.tr("决定前已缴的税款"),
            "refunds": self.tr("已经退还的款项"),
        }
        actions = {
            "receipts": self.tr("添加收入"),
            "outlays": self.tr("添加支出"),
            "taxes": self.tr("添加税款"),
            "refunds": self.tr("添加退款"),
        }
        for part in PARTS:
            self._titles[part].setText(titles[part])
            self.parts[part].add.set_words(actions[part])
        self._work_out()

    def _lay_out(self) -> None:
        well = Well()
        well.body.addWidget(self.method)
        for part, entries in self.parts.items():
            entries.add.setObjectName(f"gain.add.{part}")
            entries.edited.connect(self._on_edited)
            head = QHBoxLayout()
            head.addWidget(self._titles[part], 1)
            head.addWidget(entries.add)
            well.body.addLayout(head)
            well.body.addWidget(entries)
        well.body.addWidget(self.unproven)
        self._approval = QWidget()
        row = QHBoxLayout(self._approval)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.approved_by, 1)
        row.addWidget(self.approved_on, 1)
        well.body.addWidget(self._approval)
        well.body.addWidget(self.problem)
        well.body.addWidget(self.result)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(well)

    def _entries(self, part: str) -> tuple[GainEntry, ...]:
        return tuple(row.entry() for row in self.parts[part].rows)

    def _on_edited(self) -> None:
        self._work_out()
        self.edited.emit()

    def _work_out(self) -> None:
        sheet = self.sheet()
        self._approval.setVisible(sheet.unproven is not None)
        done = sheet.worked_out()
        words = self.tr("违法所得 {gain}（已扣除 {deducted}）；退还 {refunded}，没收 {taken}")
        self.result.setText(
            words.format(
                gain=money_words(done.gain),
                deducted=money_words(done.deducted),
                refunded=money_words(done.refunded),
                taken=money_words(done.confiscated),
            )
        )
        placed: dict[str, str] = {}
        rest = []
        for found in sheet.objections(self._judged):
            part, _, number = found.target.partition(".")
            if number:
                placed.setdefault(found.target, said(found))
            else:
                rest.append(said(found))
        for part in PARTS:
            for place, row in enumerate(self.parts[part].rows):
                row.say_problem(placed.get(f"{part}.{place}", ""))
        begun = any(entries.rows for entries in self.parts.values()) or sheet.unproven is not None
        self.problem.setText("\n".join(rest) if begun else "")
        self.problem.setVisible(bool(self.problem.text()))
