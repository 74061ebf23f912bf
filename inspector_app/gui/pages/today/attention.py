"""What came back from review and what was left half done: on top of the day."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.projection import VisitSummary
from inspector_app.gui.controls import (
    Button,
    Card,
    IconLabel,
    Label,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.pages.today.view_model import PinnedRemark, ReturnedCase
from inspector_app.gui.terms import fact_line, moment_text, step_label
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["Attention", "remark_place"]


class Attention(TranslatedWidget):
    """Returned cases with each remark and the way to its item; visits left open; cases to submit.

    Signals:
        remark_wanted(str, str): visit id and item code to jump to; the code may be empty.
        visit_wanted(str): go on with this visit.
        review_wanted(): see what waits to be submitted.
    """

    remark_wanted = Signal(str, str)
    visit_wanted = Signal(str)
    review_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[ReturnedCase, ...] = ()
        self._loose: tuple[VisitSummary, ...] = ()
        self._unsubmitted = 0
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        # A line of colour has no shadow beneath it; the distance to the first card stays the same.
        self._column.setContentsMargins(0, 0, 0, Space.XS)
        self._column.setSpacing(Space.M)
        self.hide()

    def set_matters(
        self,
        cases: tuple[ReturnedCase, ...],
        loose: tuple[VisitSummary, ...],
        unsubmitted: int,
    ) -> None:
        """Show what wants attention; hidden where nothing does."""
        self._cases, self._loose, self._unsubmitted = cases, loose, unsubmitted
        self.retranslate()

    def retranslate(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for case in self._cases:
            self._column.addWidget(self._case_card(case))
        for visit in self._loose:
            self._column.addWidget(self._loose_line(visit))
        if self._unsubmitted:
            words = self.tr("%n 次检查已完成，尚未提交审核", "", self._unsubmitted)
            button = self._button(self.tr("去提交"), words, "send")
            button.clicked.connect(self.review_wanted)
            self._column.addWidget(_line("send", words, button, Tone.PROGRESS))
        self.setVisible(bool(self._cases or self._loose or self._unsubmitted))

    def _case_card(self, case: ReturnedCase) -> Card:
        card = Card()
        name = case.visit.enterprise_name
        words = self.tr("审核退回：{name}") if case.returned else self.tr("审核意见：{name}")
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        tone = Tone.NOT_MET if case.returned else Tone.ATTENTION
        icon = IconLabel("undo-2" if case.returned else "message-square-text", 22, tone=tone)
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Label(words.format(name=name), TypeRole.LEAD), 1)
        go_on = self._button(
            self.tr("打开检查"), self.tr("打开检查 {name}").format(name=name), "clipboard-check"
        )
        go_on.clicked.connect(
            lambda _=False, visit=case.visit.visit_id: self.visit_wanted.emit(visit)
        )
        head.addWidget(go_on, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(head)
        if case.reason:
            said = self.tr("退回理由：{reason}").format(reason=case.reason)
            if case.by:
                said = self.tr("{words}（{by}）").format(words=said, by=case.by)
            card.body.addWidget(Label(said))
        for pinned in case.remarks:
            card.body.addWidget(self._remark_line(pinned))
        return card

    def _remark_line(self, pinned: PinnedRemark) -> Well:
        well = Well()
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        words = QVBoxLayout()
        words.setSpacing(2)
        remark = pinned.remark
        place = remark_place(pinned)
        words.addWidget(Label(place, TypeRole.CAPTION, muted=True))
        words.addWidget(Label(remark.text))
        said = fact_line((pinned.by, moment_text(remark.at)))
        words.addWidget(Label(said, TypeRole.CAPTION, muted=True))
        row.addLayout(words, 1)
        button = self._button(
            self.tr("去处理"), self.tr("去处理 {place}").format(place=place), "arrow-right"
        )
        button.clicked.connect(
            lambda: self.remark_wanted.emit(remark.visit_id, remark.item),
        )
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        well.body.addLayout(row)
        return well

    def _loose_line(self, visit: VisitSummary) -> Well:
        words = self.tr("未完成的检查：{name}，停在“{step}”").format(
            name=visit.enterprise_name, step=step_label(visit.step)
        )
        spoken = self.tr("继续检查 {name}").format(name=visit.enterprise_name)
        button = self._button(self.tr("继续"), spoken, "play")
        button.clicked.connect(lambda: self.visit_wanted.emit(visit.visit_id))
        return _line("circle-dot", words, button, Tone.PROGRESS)

    def _button(self, words: str, spoken: str, icon: str) -> Button:
        button = Button(icon_name=icon)
        button.set_words(words)
        button.setAccessibleName(spoken)
        self.buttons.append(button)
        return button


def remark_place(pinned: PinnedRemark) -> str:
    """Where a remark is pinned, in words."""
    translate = QCoreApplication.translate
    if pinned.number:
        words = translate("Attention", "项目 {number}　{text}")
        return words.format(number=pinned.number, text=pinned.text)
    if pinned.document:
        return translate("Attention", "文书《{title}》").format(title=pinned.document)
    return translate("Attention", "整个案件")


def _line(icon: str, words: str, button: Button, tone: Tone) -> Well:
    well = Well(tone)
    row = QHBoxLayout()
    row.setSpacing(Space.M)
    row.addWidget(IconLabel(icon, 20, tone=tone))
    row.addWidget(Label(words), 1)
    row.addWidget(button)
    well.body.addLayout(row)
    return well
