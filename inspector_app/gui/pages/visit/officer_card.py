"""The two officers with their certificates, as they are shown to the party."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.officer import Officer
from inspector_app.gui.controls import Badge, IconLabel, Label, TranslatedWidget
from inspector_app.gui.terms import certificate_state, day_text, fact_line
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["CertificateList"]


class CertificateList(TranslatedWidget):
    """Name, number and validity of each officer's certificate (执法证), side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._officers: tuple[Officer, ...] = ()
        self._today = date.min
        self._certificates: dict[str, QWidget] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XL)

    def set_officers(self, officers: Sequence[Officer], today: date) -> None:
        """Show ``officers`` with the state of their certificates on ``today``."""
        self._officers, self._today = tuple(officers), today
        self._build()

    def certificate(self, officer_id: str) -> QWidget | None:
        """Where an officer's certificate is shown."""
        return self._certificates.get(officer_id)

    def retranslate(self) -> None:
        self._build()

    def _build(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._certificates = {each.id: self._certificate(each) for each in self._officers}
        for holder in self._certificates.values():
            self._row.addWidget(holder, 1)

    def _certificate(self, officer: Officer) -> QWidget:
        holder = QWidget()
        state = certificate_state(officer.valid_from, officer.valid_to, self._today)
        words = QVBoxLayout()
        words.setSpacing(2)
        name = QHBoxLayout()
        name.setSpacing(Space.S)
        name.addWidget(Label(officer.name, TypeRole.LEAD, wrap=False))
        name.addWidget(Badge(state.text, state.tone, state.icon or None))
        name.addStretch(1)
        words.addLayout(name)
        number = self.tr("执法证号 {number}").format(number=officer.certificate_no)
        words.addWidget(Label(number))
        until = self.tr("有效期至 {day}").format(day=day_text(officer.valid_to))
        words.addWidget(Label(fact_line((until, officer.organ)), TypeRole.CAPTION, muted=True))
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        icon = IconLabel("id-card", 28, tone=None if state.tone is Tone.MET else state.tone)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return holder
