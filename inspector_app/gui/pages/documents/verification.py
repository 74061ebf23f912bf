"""Who signed a PDF and whether its bytes changed since, in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.application.verify_document import SignatureView, VerificationView
from inspector_app.domain.errors import InspectorError
from inspector_app.gui.controls import Divider, IconButton, IconLabel, Label, TranslatedFrame
from inspector_app.gui.controls.marking import mark
from inspector_app.gui.error_words import error_words, said
from inspector_app.gui.pages.fact_rows import clear_layout, fact_row
from inspector_app.gui.terms import State, fact_line, moment_text, quoted
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["VerificationPanel"]


class VerificationPanel(TranslatedFrame):
    """The verdict in one line, the signatures beneath it. Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: VerificationView | None = None
        self._error: InspectorError | None = None
        self._busy = False
        self._icon = IconLabel("shield", 24)
        self._verdict = Label(role=TypeRole.STRONG)
        self._rest = Label(role=TypeRole.CAPTION, muted=True)
        self.close_button = IconButton("x")
        self.close_button.clicked.connect(self.clear)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._verdict)
        words.addWidget(self._rest)
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, Space.L - Space.S, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.S, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(top)
        column.addLayout(self._rows)
        self.clear()
        self.retranslate()

    @property
    def verdict(self) -> str:
        """The line on show, or ``""``."""
        return "" if self.isHidden() else self._verdict.text()

    def clear(self) -> None:
        """Say nothing."""
        self._view = self._error = None
        self._busy = False
        self.hide()

    def set_busy(self) -> None:
        """Say that the document is being checked."""
        self.clear()
        self._busy = True
        self.show()
        self.retranslate()

    def set_view(self, view: VerificationView) -> None:
        """Show the verdict."""
        self.clear()
        self._view = view
        self.show()
        self.retranslate()

    def set_error(self, error: InspectorError) -> None:
        """Say why no verdict can be given."""
        self.clear()
        self._error = error
        self.show()
        self.retranslate()

    def retranslate(self) -> None:
        self.close_button.set_words(self.tr("关闭核验结果"))
        clear_layout(self._rows)
        if self._busy:
            self._say(self.tr("正在核验签名……"), "", Tone.PROGRESS, "shield")
        elif self._error is not None:
            words = error_words(self._error)
            self._say(words.what, words.mend, Tone.ATTENTION, "shield-alert")
        elif self._view is not None:
            self._show_view(self._view)

    def _show_view(self, view: VerificationView) -> None:
        facts = [quoted(view.title), view.number]
        if view.journal_head:
            facts.append(self.tr("记录摘要 {head}").format(head=view.journal_head[:16]))
        rest = fact_line(facts)
        if view.sound:
            self._say(self.tr("签名有效，签名后没有改动"), rest, Tone.MET, "shield-check")
        elif not view.signatures:
            self._say(self.tr("这份 PDF 没有证书签名"), rest, Tone.ATTENTION, "shield-alert")
        elif not view.unchanged or any(not signature.intact for signature in view.signatures):
            self._say(self.tr("签名后内容有改动，不能采信"), rest, Tone.NOT_MET, "shield-x")
        else:
            words = self.tr("内容没有改动，但签名人的证书不能确认")
            self._say(words, rest, Tone.ATTENTION, "shield-alert")
        for signature in view.signatures:
            self._rows.addWidget(Divider())
            self._rows.addWidget(self._signature_row(signature))
        for problem in view.problems:
            self._rows.addWidget(Label(said(problem), tone=Tone.NOT_MET))

    def _signature_row(self, signature: SignatureView) -> QWidget:
        who = fact_line(
            (
                self.tr("执法证 {number}").format(number=signature.certificate_no)
                if signature.certificate_no
                else "",
                signature.organ,
                moment_text(signature.at),
            )
        )
        if not signature.intact:
            state = State(self.tr("内容已变"), Tone.NOT_MET)
        elif not signature.trusted:
            state = State(self.tr("证书未确认"), Tone.ATTENTION)
        else:
            state = State(self.tr("有效"), Tone.MET)
        detail = "\n".join(part for part in (who, signature.problem) if part)
        return fact_row(signature.signer, detail, icon="signature", state=state)

    def _say(self, verdict: str, rest: str, tone: Tone, icon: str) -> None:
        mark(self, ground=tone.value)
        self._icon.set_icon(icon, tone)
        self._verdict.setText(verdict)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self.setAccessibleName(" ".join(part for part in (verdict, rest) if part))
