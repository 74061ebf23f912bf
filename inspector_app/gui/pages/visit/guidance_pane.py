"""What stands behind the current item: how to look, by what law, what would follow, what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.application.propose_findings import Proposal
from inspector_app.domain.checklist import Item, Provenance
from inspector_app.domain.law.citation import format_citations
from inspector_app.domain.law.violation import Verification
from inspector_app.domain.projection import RemarkRow
from inspector_app.gui.controls import (
    Badge,
    Divider,
    IconLine,
    Label,
    ScrollPage,
    TranslatedWidget,
)
from inspector_app.gui.models.matching_words import verification_state
from inspector_app.gui.models.visit_words import evidence_words
from inspector_app.gui.pages.visit.remark_card import RemarkCard
from inspector_app.gui.theme import Space, TypeRole

__all__ = ["GuidancePane", "ItemBackground"]


@dataclass(frozen=True, slots=True)
class ItemBackground:
    """``last`` says in words how the item stood at the last visit.

    ``has_texts``: the official text of every clause is on this device.
    """

    definition: Item
    proposals: tuple[Proposal, ...]
    remarks: tuple[RemarkRow, ...]
    last: str
    has_texts: bool = False


class GuidancePane(TranslatedWidget):
    """The right pane of the checklist.

    Signals:
        remark_answered(str, str): remark id and the reply.
    """

    remark_answered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.guidance")
        self._background: ItemBackground | None = None
        self._scroll = ScrollPage(margins=Space.M)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.remark_cards: dict[str, RemarkCard] = {}

    def set_background(self, background: ItemBackground) -> None:
        """Show it; the same again changes nothing, so a reply being typed is left alone."""
        if background != self._background:
            self._background = background
            self._build()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("依据与指引"))
        self._build()

    def _build(self) -> None:
        body = self._scroll.body
        while (item := body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.remark_cards = {}
        background = self._background
        if background is None:
            return
        if background.remarks:
            self._add_remarks(background.remarks)
        self._add_guidance(background.definition)
        self._add_last(background.last)
        self._add_violations(background.proposals, has_texts=background.has_texts)
        body.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)

    def _add_remarks(self, remarks: Sequence[RemarkRow]) -> None:
        self._scroll.body.addWidget(Label(self.tr("审核意见"), TypeRole.STRONG))
        for remark in remarks:
            card = RemarkCard(remark)
            card.answered.connect(self.remark_answered)
            self.remark_cards[remark.remark_id] = card
            self._scroll.body.addWidget(card)
        self._scroll.body.addWidget(Divider())

    def _add_guidance(self, item: Item) -> None:
        body = self._scroll.body
        body.addWidget(Label(self.tr("依据与指引"), TypeRole.STRONG))
        if item.basis:
            body.addWidget(IconLine("scale", Label(format_citations(item.basis))))
        if item.guidance.text:
            body.addWidget(IconLine("eye", Label(item.guidance.text)))
        if item.guidance.evidence:
            words = self.tr("不符合时取证：{evidence}").format(
                evidence=evidence_words(item.guidance.evidence)
            )
            body.addWidget(IconLine("camera", Label(words)))
        if item.exclusion:
            words = self.tr("合理缺项：{exclusion}").format(exclusion=item.exclusion)
            body.addWidget(IconLine("minus", Label(words)))
        if item.provenance is Provenance.OWN:
            note = self.tr("项目文字为本系统自拟，导入官方检查要点表后以其为准。")
            body.addWidget(IconLine("info", Label(note, TypeRole.CAPTION, muted=True)))

    def _add_last(self, last: str) -> None:
        if last:
            self._scroll.body.addWidget(IconLine("history", Label(last)))

    def _add_violations(self, proposals: Sequence[Proposal], *, has_texts: bool) -> None:
        body = self._scroll.body
        body.addWidget(Divider())
        body.addWidget(Label(self.tr("不符合时"), TypeRole.STRONG))
        if not proposals:
            nothing = self.tr("检查表没有列出适用于该当事人的违法行为。")
            body.addWidget(Label(nothing, muted=True))
            return
        for proposal in proposals:
            body.addWidget(self._violation(proposal))
        if has_texts:
            return
        note = self.tr("本机未安装条文原文，以上为条款编号和概括。")
        body.addWidget(IconLine("book-open", Label(note, TypeRole.CAPTION, muted=True)))

    def _violation(self, proposal: Proposal) -> QWidget:
        violation = proposal.violation
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, Space.XS)
        column.setSpacing(2)
        column.addWidget(Label(violation.wording, TypeRole.LABEL))
        if violation.verification is Verification.INFERRED:
            state = verification_state(violation.verification)
            guess = Badge(state.text, state.tone, state.icon)
            column.addWidget(guess, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(
            Label(self.tr("违反 {duty}").format(duty=format_citations(violation.duty)))
        )
        if violation.summary:
            column.addWidget(Label(violation.summary, TypeRole.CAPTION, muted=True))
        if violation.penalty:
            penalty = format_citations(violation.penalty)
            column.addWidget(Label(self.tr("依照 {penalty}").format(penalty=penalty)))
        if violation.tier:
            column.addWidget(Label(violation.tier, TypeRole.CAPTION, muted=True))
        return holder
