"""Which violation a finding is: proposals as cards, what was left out and why, and any other."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.gui.controls import (
    Button,
    ButtonKind,
    Disclosure,
    IconLine,
    Label,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.models.finding_offer import FindingOffer
from inspector_app.gui.models.matching_words import guard_words
from inspector_app.gui.pages.fact_rows import clear_layout
from inspector_app.gui.pages.visit.other_violations import OtherViolations
from inspector_app.gui.pages.visit.proposal_card import ProposalCard
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["ViolationChoice"]


class ViolationChoice(TranslatedWidget):
    """Shows a `FindingOffer`.

    Signals:
        chosen(str): id of a violation on a card.
        law_wanted(Citation): read this clause where it stands.
        others_wanted(): the search for any other violation was asked for.
    """

    chosen = Signal(str)
    law_wanted = Signal(object)
    others_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = FindingOffer(())
        self._cards: dict[str, ProposalCard] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.S)
        self._none = Well(Tone.ATTENTION)
        self._none_words = Label()
        self._none.body.addWidget(self._none_words)
        self.excluded = Disclosure()
        self.excluded.head.setObjectName("finding.excluded")
        self.others = OtherViolations()
        self.others.dismissed.connect(self._on_others_dismissed)
        self.others_button = Button(icon_name="search", kind=ButtonKind.QUIET)
        self.others_button.setObjectName("finding.others.open")
        self.others_button.clicked.connect(self.others_wanted)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.S)
        whole.addLayout(self._column)
        whole.addWidget(self._none)
        whole.addWidget(self.others)
        whole.addWidget(self.others_button, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self.excluded)
        self.retranslate()

    def set_offer(self, offer: FindingOffer) -> None:
        """Show what there is to choose from; the same again changes nothing."""
        if offer != self.offer:
            self.offer = offer
            self._build()

    def set_chosen(self, violation_id: str, *, locked: bool) -> None:
        """Mark one; while ``locked`` it is the only one on show."""
        for each, card in self._cards.items():
            card.set_chosen(chosen=each == violation_id)
            # What was recorded is read, what was not chosen is of no use any more.
            card.setVisible(not locked or each == violation_id)
        self._none.setVisible(not self.offer.proposals)
        self.excluded.setVisible(bool(self.offer.excluded) and not locked)
        if locked:
            self.others.hide()
        self.others_button.setVisible(not locked and self.others.isHidden())

    def cards(self) -> Iterator[ProposalCard]:
        """The proposals, the likeliest first."""
        return iter(self._cards.values())

    def card(self, violation_id: str) -> ProposalCard | None:
        """The card of a violation, if it is offered."""
        return self._cards.get(violation_id)

    def open_others(self, text: str) -> None:
        """Look for any other violation, beginning with ``text``."""
        self.others_button.hide()
        self.others.open(text)

    def close_others(self) -> None:
        """Put the search away."""
        self.others.hide()
        self.others_button.show()

    def retranslate(self) -> None:
        self._none_words.setText(
            self.tr(
                "检查表没有为这个项目列出适用于该当事人的违法行为。"
                "请用自己的话查找其他违法行为；确实没有违法的，请核对检查结论。"
            )
        )
        self.others_button.set_words(self.tr("其他违法行为…"), "Ctrl+L")
        self._build_excluded()

    def _build(self) -> None:
        clear_layout(self._column)
        self._cards = {}
        for proposal in self.offer.proposals:
            card = ProposalCard(proposal, self.offer.clauses)
            card.chosen.connect(self.chosen)
            card.law_wanted.connect(self.law_wanted)
            self._cards[proposal.violation.id] = card
            self._column.addWidget(card)
        self._build_excluded()

    def _build_excluded(self) -> None:
        clear_layout(self.excluded.body)
        count = len(self.offer.excluded)
        self.excluded.set_words(self.tr("未建议的违法行为"), self.tr("%n 个", "", count))
        for kept_out in self.offer.excluded:
            row = QVBoxLayout()
            row.setSpacing(0)
            row.addWidget(Label(kept_out.violation.wording))
            because = Label(guard_words(kept_out), TypeRole.CAPTION, muted=True)
            row.addWidget(IconLine("minus", because))
            self.excluded.body.addLayout(row)

    def _on_others_dismissed(self) -> None:
        self.close_others()
        self.others_button.setFocus()
