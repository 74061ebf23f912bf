"""A proposed violation: wording, why it is proposed, duty and penalty, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.application.propose_findings import Proposal
from inspector_app.domain.law.citation import Citation, format_citations
from inspector_app.gui.controls import Badge, IconLine, Label, TranslatedFrame
from inspector_app.gui.models.finding_offer import Clauses
from inspector_app.gui.models.matching_words import guard_words, verification_state, why_words
from inspector_app.gui.models.visit_words import prior_step_word
from inspector_app.gui.pages.visit.clause_view import ClauseView
from inspector_app.gui.terms import join_names
from inspector_app.gui.theme import Radius, Space, Tone, TypeRole, look, paint_icon

__all__ = ["ProposalCard"]


class ProposalCard(TranslatedFrame):
    """One of the proposals, opened when chosen; pressed by finger, Space or Enter.

    Signals:
        chosen(str): id of the violation.
        law_wanted(Citation): read this clause where it stands.
    """

    chosen = Signal(str)
    law_wanted = Signal(object)

    def __init__(self, proposal: Proposal, clauses: Clauses, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposal = proposal
        self._chosen = False
        self.setObjectName(f"proposal.{proposal.violation.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._wording = Label(proposal.violation.wording, TypeRole.STRONG)
        self.mark = Badge()
        self._why = Label(role=TypeRole.CAPTION, muted=True)
        self._warning = IconLine("triangle-alert", Label(role=TypeRole.LABEL), Tone.ATTENTION)
        self._more = QWidget()
        self._names = [Label(muted=True, wrap=False) for _ in range(3)]
        self.duty = self._views(proposal.violation.duty, clauses)
        self._summary = Label(role=TypeRole.CAPTION, muted=True)
        self.penalty = self._views(proposal.violation.penalty, clauses)
        self._consequence = Label()
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
        proposal = self.proposal
        violation = proposal.violation
        state = verification_state(violation.verification)
        self.mark.set_state(state.text, state.tone, state.icon)
        why = why_words(proposal.matched, listed=proposal.listed)
        self._why.setText(self.tr("因为：{why}").format(why=why))
        kept_out = proposal.excluded
        self._warning.setVisible(kept_out is not None)
        if kept_out is not None:
            words = self.tr("按主体档案不适用：{guard}。仍然认定的，请写明理由。")
            self._warning.words.setText(words.format(guard=guard_words(kept_out)))
        after = self.tr("罚则") if violation.penalty else self.tr("后果")
        names = (self.tr("义务"), after, self.tr("罚款前"))
        for label, words in zip(self._names, names, strict=True):
            label.setText(words)
        self._fit_names()
        installed = all(view.installed for view in self.duty)
        self._summary.setText(self.tr("概括：{summary}").format(summary=violation.summary))
        self._summary.setVisible(bool(violation.summary) and not installed)
        # Without a penalty clause the consequence itself stands in its place.
        self._consequence.setText(violation.tier)
        self._consequence.setVisible(not violation.penalty)
        self._tier.setText(self.tr("概括：{tier}").format(tier=violation.tier))
        self._tier.setVisible(bool(violation.penalty and violation.tier))
        self._prior.setText(join_names(prior_step_word(step) for step in violation.prior_steps))
        for widget in (self._names[2], self._prior):
            widget.setVisible(bool(violation.prior_steps))
        self._name()

    def restyle(self) -> None:
        self._fit_names()

    def _fit_names(self) -> None:
        """The clauses begin at one place in every card, whichever names it has."""
        for label in self._names:
            label.ensurePolished()
        width = max(label.sizeHint().width() for label in self._names)
        self._grid.setColumnMinimumWidth(0, width)

    def _views(self, cited: Sequence[Citation], clauses: Clauses) -> list[ClauseView]:
        views = [ClauseView(citation, clauses.get(citation)) for citation in cited]
        for view in views:
            view.law_wanted.connect(self.law_wanted)
        return views

    def _name(self) -> None:
        mark = "✓ " if self._chosen else ""
        violation = self.proposal.violation
        self.setAccessibleName(f"{mark}{violation.wording}")
        duty = format_citations(violation.duty)
        told = (self.mark.text, self._why.text(), self._warning.words.text(), duty)
        self.setAccessibleDescription(" ".join(words for words in told if words))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._wording, 1)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        grid = self._grid = QGridLayout(self._more)
        grid.setContentsMargins(0, Space.XS, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        parts = (
            (*self.duty, self._summary),
            (*self.penalty, self._consequence, self._tier),
            (self._prior,),
        )
        for row, (name, widgets) in enumerate(zip(self._names, parts, strict=True)):
            cell = QVBoxLayout()
            cell.setSpacing(Space.XS)
            for widget in widgets:
                cell.addWidget(widget)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(cell, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M + 24 + Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self._why)
        column.addWidget(self._warning)
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
