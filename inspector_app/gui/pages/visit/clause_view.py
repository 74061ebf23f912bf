"""A clause that a violation cites: its citation, the official text where installed, the way to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.law.citation import Citation, format_citation
from inspector_app.domain.law.statute import Provision, Unresolved
from inspector_app.gui.controls import Disclosure, IconButton, Label, TranslatedWidget
from inspector_app.gui.terms import day_text
from inspector_app.gui.theme import Space, TypeRole

__all__ = ["ClauseView"]

_LONG = 170
_GLIMPSE = 40


class ClauseView(TranslatedWidget):
    """One clause; a long text is opened when it is wanted.

    Signals:
        law_wanted(Citation): read it where it stands.
    """

    law_wanted = Signal(object)

    def __init__(
        self,
        citation: Citation,
        told: Provision | Unresolved | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.citation = citation
        self._told = told
        self._name = Label(format_citation(citation))
        self.open_button = IconButton("book-open")
        self.open_button.clicked.connect(lambda: self.law_wanted.emit(citation))
        self._edition = Label(role=TypeRole.CAPTION, muted=True)
        self._text = Label()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._whole = Disclosure(flush=True)
        self._lay_out()
        self.retranslate()

    @property
    def installed(self) -> bool:
        """Whether the official text is on this device."""
        return isinstance(self._told, Provision)

    def words(self) -> str:
        """The official text, or empty."""
        if not isinstance(self._told, Provision):
            return ""
        lead = self._told.lead
        return f"{lead}\n{self._told.text}" if lead else self._told.text

    def retranslate(self) -> None:
        self.open_button.set_words(
            self.tr("在法规页打开 {citation}").format(citation=format_citation(self.citation))
        )
        self.open_button.setVisible(self.installed)
        if isinstance(self._told, Provision):
            day = day_text(self._told.edition.edition)
            self._edition.setText(self.tr("官方文本（{day}），检查当日有效").format(day=day))
        elif self._told is not None and self._told.older is not None and self._told.wanted:
            words = self.tr("本机只有较早的文本（{older}），检查当日施行的文本（{wanted}）未导入")
            older, wanted = self._told.older.edition, self._told.wanted
            self._edition.setText(words.format(older=day_text(older), wanted=day_text(wanted)))
        else:
            self._edition.setText(self.tr("条文未安装"))
        words = self.words()
        self._text.setText(words)
        long = len(words) > _LONG
        self._whole.setVisible(long)
        self._whole.set_words(self.tr("条文"), f"{words[:_GLIMPSE]}…" if long else "")

    def _lay_out(self) -> None:
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(self._name)
        named.addWidget(self._edition)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addLayout(named, 1)
        head.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        if len(self.words()) > _LONG:
            self._whole.body.addWidget(self._text)
        else:
            column.addWidget(self._text)
            self._text.setVisible(bool(self.words()))
        column.addWidget(self._whole)
