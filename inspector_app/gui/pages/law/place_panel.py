"""The place under the cursor: its citation to copy, who cites it, how another edition words it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.law.citation import format_citation
from inspector_app.gui.controls import (
    Badge,
    Button,
    Card,
    IconButton,
    Label,
    Notice,
    ScrollPage,
    TranslatedWidget,
)
from inspector_app.gui.models.matching_words import verification_state
from inspector_app.gui.pages.fact_rows import clear_layout
from inspector_app.gui.pages.law.comparison import Comparison
from inspector_app.gui.pages.law.law_words import cited_as_word
from inspector_app.gui.pages.law.view_model import CitedBy, PlaceFacts
from inspector_app.gui.terms import fact_line
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["PlacePanel"]

_MOST_ROWS = 30


class PlacePanel(TranslatedWidget):
    """Shows `PlaceFacts`; hidden while there are none.

    Signals:
        noticed(Notice): something was copied.
        height_changed(): what it shows was laid out anew; `height_wanted` may be another.
    """

    noticed = Signal(object)
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("law.place")
        self._facts: PlaceFacts | None = None
        self._title = Label(role=TypeRole.STRONG)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_citation = Button(icon_name="copy")
        self.copy_text = IconButton("scroll-text")
        self.copy_citation.clicked.connect(self.copy)
        self.copy_text.clicked.connect(lambda: self.copy(with_text=True))
        self.comparison = Comparison()
        self._cited_title = Label(role=TypeRole.LABEL, muted=True)
        self._cited = QVBoxLayout()
        self._cited.setSpacing(Space.S)
        self._lay_out()
        self.hide()
        self.retranslate()

    @property
    def facts(self) -> PlaceFacts | None:
        """What is on show."""
        return self._facts

    @property
    def title(self) -> str:
        """The citation on show, in its official form."""
        return self._title.text()

    def set_facts(self, facts: PlaceFacts | None) -> None:
        """Show what is known of a place; None hides the panel."""
        same = self._facts is not None and facts is not None and facts == self._facts
        self._facts = facts
        self.setVisible(facts is not None)
        if facts is None or same:
            return
        self.comparison.setVisible(facts.other is not None)
        if facts.other is not None:
            self.comparison.set_wordings(facts.edition, facts.other)
        self._scroll.verticalScrollBar().setValue(0)
        self._build()

    def height_wanted(self, width: int) -> int:
        """How high it is with everything in sight, at this width."""
        body, inner = self._scroll.body, width - 2 * Space.XL
        # A long citation takes two lines beside its buttons.
        head = max(self._head.heightForWidth(inner), look().target)
        wanted = max(body.heightForWidth(inner), body.sizeHint().height())
        edge = self._card.body.contentsMargins()
        return head + wanted + edge.top() + edge.bottom() + self._card.body.spacing()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height_wanted(self.width()))

    def hasHeightForWidth(self) -> bool:
        # What does not fit is scrolled inside.
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._scroll.widget() and event.type() is QEvent.Type.LayoutRequest:
            self.height_changed.emit()
        return super().eventFilter(watched, event)

    def copy(self, *, with_text: bool = False) -> None:
        """Put the official citation, and with ``with_text`` its words, on the clipboard."""
        if self._facts is None:
            return
        said = format_citation(self._facts.citation)
        text = f"{said}：{self._facts.text}" if with_text else said
        QGuiApplication.clipboard().setText(text)
        words = self.tr("已复制：{citation}").format(citation=said)
        self.noticed.emit(Notice(words, tone=Tone.MET))

    def retranslate(self) -> None:
        self.copy_citation.set_words(self.tr("复制引用"), "Ctrl+Shift+C")
        self.copy_text.set_words(self.tr("连同条文复制"))
        self.setAccessibleName(self.tr("所选条文"))
        self._build()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.S)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.copy_citation, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self.copy_text, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = ScrollPage(margins=0, gutter=Space.M)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Where room is short it is the words below that give way, not the citation.
        self._scroll.setMinimumHeight(1)
        self._scroll.body.setSpacing(Space.M)
        self._scroll.body.addWidget(self.comparison)
        self._scroll.body.addWidget(self._cited_title)
        self._scroll.body.addLayout(self._cited)
        self._scroll.body.addStretch(1)
        if (content := self._scroll.widget()) is not None:
            content.installEventFilter(self)
        self._card = Card()
        self._card.body.setSpacing(Space.S)
        self._card.body.addLayout(self._head)
        self._card.body.addWidget(self._scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def _build(self) -> None:
        facts = self._facts
        if facts is None:
            return
        self._title.setText(format_citation(facts.citation))
        clear_layout(self._cited)
        cited = facts.cited_by
        words = (
            self.tr("%n 个违法行为引用此处", "", len(cited))
            if cited
            else self.tr("没有违法行为引用此处")
        )
        self._cited_title.setText(words)
        # Tab stops here, so that keys can scroll it.
        self._scroll.setAccessibleName(words)
        for each in cited[:_MOST_ROWS]:
            self._cited.addWidget(_row(each))
        if len(cited) > _MOST_ROWS:
            more = self.tr("另有 %n 个，请选到款、项查看。", "", len(cited) - _MOST_ROWS)
            self._cited.addWidget(Label(more, TypeRole.CAPTION, muted=True))


def _row(cited: CitedBy) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.S)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(cited.wording))
    parts = (cited_as_word(cited.cited_as), cited.domain, cited.violation)
    detail = fact_line(parts)
    words.addWidget(Label(detail, TypeRole.CAPTION, muted=True))
    line.addLayout(words, 1)
    state = verification_state(cited.verification)
    badge = Badge(state.text, state.tone, state.icon or None)
    line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
    return row
