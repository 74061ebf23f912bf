"""The sections of a checklist with how far each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.controls.text import Label
from inspector_app.gui.controls.translated import TranslatedWidget
from inspector_app.gui.theme import Radius, Space, Tone, TypeRole, look, paint_icon

__all__ = ["SectionList", "SectionProgress"]


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """A section: how many of its items are answered, and how many of those were not met.

    ``group`` is what several sections belong to, e.g. one of two checklists; empty = nothing.
    """

    key: str
    title: str
    answered: int
    total: int
    not_met: int = 0
    group: str = ""

    @property
    def complete(self) -> bool:
        """Whether every item is answered."""
        return self.answered >= self.total


class SectionList(TranslatedWidget):
    """Sections from top to bottom: title, 3/4, a thin bar, a red dot where something is wrong.

    Up and Down move between sections.

    Signals:
        section_chosen(str): key of the pressed section.
    """

    section_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self._rows: dict[str, _SectionRow] = {}
        self.retranslate()

    def set_sections(self, sections: Sequence[SectionProgress]) -> None:
        """Show ``sections``; the same sections again only change their figures."""
        if [section.key for section in sections] != list(self._rows):
            self._build(sections)
        for section in sections:
            self._rows[section.key].set_section(section, self._words(section))

    def set_current(self, key: str) -> None:
        """Mark the section whose items are on show."""
        for own, row in self._rows.items():
            row.setChecked(own == key)

    def row(self, key: str) -> QAbstractButton:
        """The button of a section."""
        return self._rows[key]

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("检查部分"))
        for row in self._rows.values():
            row.set_section(row.section, self._words(row.section))

    def restyle(self) -> None:
        for row in self._rows.values():
            row.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        rows = list(self._rows.values())
        focused = [place for place, row in enumerate(rows) if row.hasFocus()]
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        rows[max(0, min(len(rows) - 1, focused[0] + step))].setFocus()

    def _build(self, sections: Sequence[SectionProgress]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        group = ""
        for section in sections:
            if section.group != group:
                group = section.group
                head = Label(group, TypeRole.CAPTION, muted=True)
                head.setContentsMargins(Space.M, Space.S, Space.M, Space.XS)
                self._column.addWidget(head)
            row = _SectionRow(section)
            row.clicked.connect(lambda _=False, key=section.key: self.section_chosen.emit(key))
            self._rows[section.key] = row
            self._column.addWidget(row)
        self._column.addStretch(1)

    def _words(self, section: SectionProgress) -> str:
        words = self.tr("{title}，已查 {answered} 项，共 {total} 项").format(
            title=section.title, answered=section.answered, total=section.total
        )
        if section.not_met:
            words += self.tr("，不符合 %n 项", "", section.not_met)
        return words


class _SectionRow(QAbstractButton):
    def __init__(self, section: SectionProgress) -> None:
        super().__init__()
        self.section = section
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_section(self, section: SectionProgress, words: str) -> None:
        self.section = section
        self.setText(section.title)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    # A press chooses; which row is marked is the list's affair.
    def nextCheckState(self) -> None:
        return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            # QAbstractButton would move the focus by geometry; the list moves it in order.
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(look().scaled(200), self.heightForWidth(look().scaled(200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().scaled(100), look().target)

    def heightForWidth(self, width: int) -> int:
        return max(look().target + Space.XS, self._title_height(width) + look().scaled(24))

    def _count(self) -> str:
        return f"{self.section.answered}/{self.section.total}"

    def _title_width(self, width: int) -> int:
        scaled = look().scaled
        count = QFontMetrics(look().font(TypeRole.CAPTION)).horizontalAdvance(self._count())
        return max(40, width - 2 * Space.M - count - scaled(Space.M + 22))

    def _title_height(self, width: int) -> int:
        metrics = QFontMetrics(look().font(TypeRole.STRONG))
        # Two pixels less than is painted on: at a pixel ratio of 2 the words are a trace wider.
        box = metrics.boundingRect(
            0, 0, self._title_width(width) - 2, 1000, Qt.TextFlag.TextWordWrap, self.text()
        )
        return box.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, scaled = look().colours, look().scaled
        section = self.section
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            ground = colours.primary_soft if self.isChecked() else colours.hover
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, Radius.M, Radius.M)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(box, Radius.M, Radius.M)
        inner = box.adjusted(Space.M, scaled(6), -Space.M, -scaled(6))
        bar_height = scaled(4)
        words = inner.adjusted(0, 0, 0, -bar_height - scaled(4))
        painter.setFont(look().font(TypeRole.CAPTION))
        painter.setPen(QColor(colours.text_muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, right, self._count())
        mark_side = scaled(16)
        count_width = painter.fontMetrics().horizontalAdvance(self._count())
        mark = QRectF(0, 0, mark_side, mark_side)
        mark.moveCenter(words.center())
        mark.moveRight(words.right() - count_width - scaled(6))
        if section.not_met:
            paint_icon(painter, mark, "circle-x", colours.tone(Tone.NOT_MET).text)
        elif section.complete:
            paint_icon(painter, mark, "check", colours.tone(Tone.MET).text)
        painter.setFont(look().font(TypeRole.STRONG if self.isChecked() else TypeRole.BODY))
        painter.setPen(QColor(colours.on_primary_soft if self.isChecked() else colours.text))
        words.setWidth(self._title_width(self.width()))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), self.text())
        self._paint_bar(
            painter, QRectF(inner.left(), inner.bottom() - bar_height, inner.width(), bar_height)
        )

    def _paint_bar(self, painter: QPainter, groove: QRectF) -> None:
        colours = look().colours
        section = self.section
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(groove, 2, 2)
        if section.total and section.answered:
            done = QRectF(groove)
            done.setWidth(groove.width() * min(1.0, section.answered / section.total))
            tone = Tone.MET if section.complete else Tone.PROGRESS
            painter.setBrush(QColor(colours.tone(tone).solid))
            painter.drawRoundedRect(done, 2, 2)
            if section.not_met:
                wrong = QRectF(done)
                wrong.setWidth(groove.width() * min(1.0, section.not_met / section.total))
                painter.setBrush(QColor(colours.tone(Tone.NOT_MET).solid))
                painter.drawRoundedRect(wrong, 2, 2)
