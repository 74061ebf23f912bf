"""A proposed violation: wording, why it is proposed, duty and penalty, and how sure that is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.application.confirm_finding import Proposal
from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.citation import format_citations
from inspector_app.domain.law.violation import Verification
from inspector_app.gui.controls import Badge, Label, TranslatedFrame
from inspector_app.gui.models.visit_words import activity_word, prior_step_word
from inspector_app.gui.terms import join_names, party_type_label
from inspector_app.gui.theme import Radius, Space, Tone, TypeRole, look, paint_icon

__all__ = ["ProposalCard", "why_words"]


def why_words(proposal: Proposal, template: str, party: str) -> str:
    """Why a violation is proposed: the item, the matched business, the kind of party."""
    matched = join_names(activity_word(activity) for activity in proposal.matched_activities)
    return template.format(
        number=proposal.item_number, parts=" · ".join(p for p in (matched, party) if p)
    )


class ProposalCard(TranslatedFrame):
    """One of the proposals, opened when chosen; pressed by finger, Space or Enter.

    Signals:
        chosen(str): id of the violation.
    """

    chosen = Signal(str)

    def __init__(self, proposal: Proposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposal = proposal
        self._chosen = False
        self.setObjectName(f"proposal.{proposal.violation.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._wording = Label(proposal.violation.wording, TypeRole.STRONG)
        self.guess = Badge()
        self._why = Label(role=TypeRole.CAPTION, muted=True)
        self._more = QWidget()
        self._names = [Label(muted=True, wrap=False) for _ in range(3)]
        self._duty = Label()
        self._summary = Label(role=TypeRole.CAPTION, muted=True)
        self._penalty = Label()
        self._tier = Label(role=TypeRole.CAPTION, muted=True)
        self._prior = Label()
        self._lay_out()
        self.retranslate()

    @property
    def is_chosen(self) -> bool:
        """Whether this is the violation that will be recorded."""
        return self._chosen

    def set_chosen(self, *, chosen: bool) -> None:
        """Mark it as the one that will be recorded and open its clauses."""
        self._chosen = chosen
        self._more.setVisible(chosen)
        self._name()
        self.update()

    def retranslate(self) -> None:
        violation = self.proposal.violation
        self.guess.set_state(self.tr("归类为推断"), Tone.ATTENTION, "lightbulb")
        self.guess.setVisible(violation.verification is Verification.INFERRED)
        party = ""
        if self.proposal.party_type in set(PartyType):
            party = party_type_label(PartyType(self.proposal.party_type))
        self._why.setText(
            why_words(self.proposal, self.tr("由项目 {number} 提出 · 适用于：{parts}"), party)
        )
        after = self.tr("罚则") if violation.penalty else self.tr("后果")
        names = (self.tr("义务"), after, self.tr("罚款前"))
        for label, words in zip(self._names, names, strict=True):
            label.setText(words)
        self._duty.setText(format_citations(violation.duty))
        no_text = self.tr("本机未安装条文原文，概括：{summary}")
        self._summary.setText(no_text.format(summary=violation.summary))
        self._summary.setVisible(bool(violation.summary))
        # Without a penalty clause the consequence itself stands in its place.
        self._penalty.setText(format_citations(violation.penalty) or violation.tier)
        self._tier.setText(self.tr("概括：{tier}").format(tier=violation.tier))
        self._tier.setVisible(bool(violation.penalty and violation.tier))
        self._prior.setText(join_names(prior_step_word(step) for step in violation.prior_steps))
        for widget in (self._names[2], self._prior):
            widget.setVisible(bool(violation.prior_steps))
        self._name()

    def _name(self) -> None:
        mark = "✓ " if self._chosen else ""
        self.setAccessibleName(f"{mark}{self.proposal.violation.wording}")
        self.setAccessibleDescription(f"{self._why.text()} {self._duty.text()}")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._wording, 1)
        head.addWidget(self.guess, 0, Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout(self._more)
        grid.setContentsMargins(0, Space.XS, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, widgets) in enumerate(
            zip(
                self._names,
                ((self._duty, self._summary), (self._penalty, self._tier), (self._prior,)),
                strict=True,
            )
        ):
            grid.addWidget(name, row * 2, 0, top)
            for place, widget in enumerate(widgets):
                grid.addWidget(widget, row * 2 + place, 1, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M + 24 + Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self._why)
        column.addWidget(self._more)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.proposal.violation.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.proposal.violation.id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = colours.primary if self._chosen else colours.line_strong
        painter.setPen(QPen(QColor(edge), 2 if self._chosen else colours.line_width))
        ground = colours.primary_soft if self._chosen else colours.surface
        if self.underMouse() and not self._chosen:
            ground = colours.hover
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, Radius.M, Radius.M)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), Radius.S, Radius.S)
        mark = QRectF(Space.M, Space.M, 24, 24)
        name = "circle-check" if self._chosen else "circle"
        ink = colours.primary if self._chosen else colours.line_strong
        paint_icon(painter, mark, name, ink)
