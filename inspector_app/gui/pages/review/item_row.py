"""One item of a case: the answer, what was seen, the photos, the findings, the remarks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.checklist import ItemKind
from inspector_app.domain.law.citation import format_citations
from inspector_app.domain.visit import Finding
from inspector_app.gui.controls import (
    Badge,
    Card,
    FlowRow,
    IconButton,
    IconLabel,
    IconLine,
    Label,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.models.visit_words import measure_word
from inspector_app.gui.models.weighing_words import weighed_words
from inspector_app.gui.pages.review.photo_tile import PhotoTile
from inspector_app.gui.pages.review.view_model import CaseItem, PlacedRemark
from inspector_app.gui.terms import answer_state, fact_line, join_names, moment_text, short_day_text
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["ItemRow", "remark_block"]

_NARROW = 560


class ItemRow(TranslatedWidget):
    """Shows a `CaseItem`.

    Signals:
        remark_wanted(str): pin a remark to this item (its code).
        photo_wanted(str): look at a photo (its id).
    """

    remark_wanted = Signal(str)
    photo_wanted = Signal(str)

    def __init__(self, item: CaseItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        self.tiles: dict[str, PhotoTile] = {}
        self._card = Card()
        self._card.body.setSpacing(Space.S)
        self._answer = Badge()
        self._changed = Badge()
        self.remark_button = IconButton("message-square-plus")
        self.remark_button.clicked.connect(lambda: self.remark_wanted.emit(item.planned.code))
        self._body = QVBoxLayout()
        self._body.setSpacing(Space.S)
        said = QHBoxLayout()
        said.setSpacing(Space.M)
        star = "★ " if item.planned.kind is ItemKind.KEY else ""
        number = Label(f"{star}{item.planned.number}", TypeRole.STRONG, wrap=False)
        top = Qt.AlignmentFlag.AlignTop
        said.addWidget(number, 0, top)
        self.words = Label(item.planned.text)
        said.addWidget(self.words, 1)
        found = QHBoxLayout()
        found.setSpacing(Space.M)
        middle = Qt.AlignmentFlag.AlignVCenter
        found.addWidget(self._answer, 0, middle)
        found.addWidget(self._changed, 0, middle)
        found.addStretch(1)
        found.addWidget(self.remark_button, 0, middle)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(Space.S)
        self._head.addLayout(said, 1)
        self._head.addLayout(found)
        self._card.body.addLayout(self._head)
        self._card.body.addLayout(self._body)
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.retranslate()

    def show_images(self, images: Mapping[str, QImage]) -> None:
        """Show the thumbnails that have arrived, by SHA-256."""
        for photo in self._item.photos:
            if photo.thumbnail in images:
                self.tiles[photo.id].set_image(images[photo.thumbnail])

    def retranslate(self) -> None:
        item = self._item
        state = answer_state(item.answer.value if item.answer else None)
        self._answer.set_state(state.text, state.tone, state.icon or None)
        self._changed.setVisible(item.changed)
        self._changed.set_state(self.tr("审核后有变化"), Tone.PROGRESS, "pencil")
        words = self.tr("对项目 {number} 提出意见").format(number=item.planned.number)
        self.remark_button.set_words(words)

    def restyle(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Set the answer beneath the item's words where beside them it would leave them a strip."""
        narrow = self.width() < look().scaled(_NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(down if narrow else across)

    def _fill(self) -> None:
        item = self._item
        if item.answer is not None:
            for text in (item.answer.note, item.answer.reason):
                if text:
                    self._body.addWidget(Label(text, muted=True))
        for finding in item.findings:
            self._body.addWidget(self._finding(finding))
        if item.photos:
            row = FlowRow()
            for photo in item.photos:
                tile = PhotoTile(photo)
                tile.clicked.connect(lambda _=False, key=photo.id: self.photo_wanted.emit(key))
                self.tiles[photo.id] = tile
                row.add(tile)
            self._body.addWidget(row)
        for remark in item.remarks:
            self._body.addWidget(remark_block(remark))

    def _finding(self, finding: Finding) -> Well:
        well = Well(Tone.NOT_MET)
        violation = finding.violation
        well.body.addWidget(Label(violation.wording, TypeRole.STRONG))
        well.body.addWidget(Label(finding.description))
        duty, penalty = format_citations(violation.duty), format_citations(violation.penalty)
        cited = [
            self.tr("违反 {citation}").format(citation=duty) if duty else "",
            self.tr("依据 {citation}").format(citation=penalty) if penalty else "",
            join_names(measure_word(measure) for measure in finding.measures),
        ]
        for words in cited:
            if words:
                well.body.addWidget(Label(words, TypeRole.CAPTION))
        if finding.because:
            words = self.tr("主体档案与所认定的义务不符，认定理由：{reason}")
            because = words.format(reason=finding.because)
            well.body.addWidget(IconLine("triangle-alert", Label(because), Tone.ATTENTION))
        if finding.weighed is not None:
            opinion = Label(weighed_words(finding.weighed), TypeRole.CAPTION)
            opinion.setObjectName(f"opinion.{finding.id}")
            well.body.addWidget(opinion)
            if finding.weighed.weighing.reason:
                reason = self.tr("裁量理由：{reason}")
                well.body.addWidget(
                    Label(
                        reason.format(reason=finding.weighed.weighing.reason),
                        TypeRole.CAPTION,
                        muted=True,
                    )
                )
        if finding.requirement:
            by = self.tr("立即改正")
            if finding.deadline is not None:
                day = short_day_text(finding.deadline, finding.deadline)
                by = self.tr("{day}前改正").format(day=day)
            if finding.on_spot:
                by = self.tr("已当场改正")
            well.body.addWidget(
                Label(
                    self.tr("{by}：{requirement}").format(by=by, requirement=finding.requirement),
                    muted=True,
                )
            )
        return well


def remark_block(remark: PlacedRemark, place: str = "") -> Well:
    """A remark with its place, its author, and the officers' reply."""
    well = Well()
    line = QHBoxLayout()
    line.setSpacing(Space.S)
    tone = Tone.MET if remark.answered else Tone.ATTENTION
    top = Qt.AlignmentFlag.AlignTop
    line.addWidget(IconLabel("message-square-text", 18, tone=tone), 0, top)
    words = QVBoxLayout()
    words.setSpacing(2)
    if place:
        words.addWidget(Label(place, TypeRole.CAPTION, muted=True))
    words.addWidget(Label(remark.text))
    said = fact_line((remark.by, moment_text(remark.at)))
    words.addWidget(Label(said, TypeRole.CAPTION, muted=True))
    if remark.answer:
        reply = QHBoxLayout()
        reply.setSpacing(Space.S)
        reply.addWidget(IconLabel("corner-down-left", 16, tone=Tone.MET), 0, top)
        reply.addWidget(Label(remark.answer), 1)
        words.addLayout(reply)
    line.addLayout(words, 1)
    well.body.addLayout(line)
    return well
