"""The line of a visit's steps, always in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QSizePolicy, QWidget

from inspector_app.domain.steps import StepStatus
from inspector_app.gui.controls.surfaces import Divider
from inspector_app.gui.controls.translated import TranslatedWidget
from inspector_app.gui.theme import Space, Tone, TypeRole, look, paint_icon

__all__ = ["StepLine", "StepMark"]


@dataclass(frozen=True, slots=True)
class StepMark:
    """One step in words: ``count`` stands beside the title ("27/38"), ``reason`` says what blocks."""

    key: str
    title: str
    status: StepStatus
    count: str = ""
    reason: str = ""


class StepLine(TranslatedWidget):
    """Steps from left to right; any can be pressed, a blocked one says by what it is blocked.

    Where the words do not fit they stand closer; where that does not help, the counts of the
    other steps go (their tooltips say them), and their names last of all.

    Signals:
        step_chosen(str): key of the pressed step, blocked or not: the page answers why.
    """

    step_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XS)
        # The buttons give way to the line's width, not the line to theirs.
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._buttons: dict[str, _StepButton] = {}
        self._lines: list[Divider] = []
        self._shown = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_steps(self, steps: Sequence[StepMark], shown: str) -> None:
        """Show ``steps``; ``shown`` is the key of the step whose page is open."""
        if [step.key for step in steps] != list(self._buttons):
            self._build(steps)
        self._shown = shown
        for step in steps:
            button = self._buttons[step.key]
            button.set_step(step, shown=step.key == shown, words=self._status_words(step))
        self._fit()

    def button(self, key: str) -> QAbstractButton:
        """The button of a step."""
        return self._buttons[key]

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("检查步骤"))
        for button in self._buttons.values():
            if button.step is not None:
                button.say(self._status_words(button.step))

    def restyle(self) -> None:
        for button in self._buttons.values():
            button.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        wide = sum(button.wide_width(tight=False) for button in self._buttons.values())
        return QSize(wide, look().target)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().target * max(1, len(self._buttons)), look().target)

    def _build(self, steps: Sequence[StepMark]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = {}
        self._lines = []
        for place, step in enumerate(steps):
            if place:
                self._lines.append(Divider())
                self._row.addWidget(self._lines[-1], 1)
            button = _StepButton()
            button.clicked.connect(lambda _=False, key=step.key: self.step_chosen.emit(key))
            self._buttons[step.key] = button
            self._row.addWidget(button)

    def _status_words(self, step: StepMark) -> str:
        return {
            StepStatus.DONE: self.tr("已完成"),
            StepStatus.CURRENT: self.tr("当前步骤"),
            StepStatus.OPEN: self.tr("未完成"),
            StepStatus.BLOCKED: self.tr("暂不能进行"),
        }[step.status]

    def _fit(self) -> None:
        buttons = self._buttons.values()
        between = max(0, len(self._buttons) - 1)
        gaps = (Space.L + 2 * Space.XS) * between
        loose = sum(button.wide_width(tight=False) for button in buttons) + gaps
        close = sum(button.wide_width(tight=True) for button in buttons) + Space.XS * between
        named = close - sum(button.count_width() for button in buttons if not button.is_shown)
        fits = min(loose, named) <= self.width()
        tight = fits and loose > self.width()
        counted = close <= self.width() or not tight
        for line in self._lines:
            line.setVisible(not tight)
        for button in buttons:
            button.set_tight(tight=tight)
            button.set_counted(counted=counted or button.is_shown)
            button.set_compact(not fits and not button.is_shown)
            button.set_bare(bare=False)
        if fits:
            return
        if sum(button.sizeHint().width() for button in buttons) + gaps > self.width():
            for button in buttons:
                button.set_bare(bare=not button.is_shown)


class _StepButton(QAbstractButton):
    def __init__(self) -> None:
        super().__init__()
        self.step: StepMark | None = None
        self.is_shown = False
        self._compact = False
        self._bare = False
        self._tight = False
        self._counted = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_step(self, step: StepMark, *, shown: bool, words: str) -> None:
        self.step = step
        self.is_shown = shown
        self.say(words)

    def say(self, status_words: str) -> None:
        step = self.step
        if step is None:
            return
        self.setText(step.title)
        parts = (step.title, step.count, status_words, step.reason)
        self.setAccessibleName(" ".join(part for part in parts if part))
        named = f"{step.title} {step.count}".rstrip()
        self.setToolTip(step.reason or f"{named} · {status_words}")
        self.updateGeometry()
        self.update()

    def set_bare(self, *, bare: bool) -> None:
        """Leave even the count out; name and tooltip still say it."""
        if bare != self._bare:
            self._bare = bare
            self.updateGeometry()
            self.update()

    def set_counted(self, *, counted: bool) -> None:
        """Show the count beside the name, or leave it to accessible name and tooltip."""
        if counted != self._counted:
            self._counted = counted
            self.updateGeometry()
            self.update()

    def set_compact(self, compact: bool) -> None:
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def set_tight(self, *, tight: bool) -> None:
        if tight != self._tight:
            self._tight = tight
            self.updateGeometry()
            self.update()

    def wide_width(self, *, tight: bool) -> int:
        """Width with all words; ``tight`` with less room around them."""
        kept = self._bare, self._tight, self._counted
        self._bare, self._tight, self._counted = False, tight, True
        width = self._width(compact=False)
        self._bare, self._tight, self._counted = kept
        return width

    def count_width(self) -> int:
        """How much of the width with all words is the count's."""
        count = self.step.count if self.step else ""
        return self._word_width(count) if count else 0

    def _edge(self) -> int:
        return look().scaled(Space.S - 2 if self._tight else Space.M)

    def sizeHint(self) -> QSize:
        return QSize(self._width(compact=self._compact), look().target)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _width(self, *, compact: bool) -> int:
        scaled = look().scaled
        width = 2 * self._edge() + scaled(20)
        width += sum(self._word_width(words) for words in self._words(compact=compact))
        return max(width, look().target)

    def _word_width(self, words: str) -> int:
        # Measured bold always: the line must not shift when another step is shown.
        metrics = QFontMetrics(look().font(TypeRole.STRONG))
        return look().scaled(6) + metrics.horizontalAdvance(words)

    def _words(self, *, compact: bool) -> list[str]:
        if self.step is None:
            return []
        if self._bare:
            return []
        words = [] if compact else [self.step.title]
        return [*words, self.step.count] if self.step.count and self._counted else words

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.step is None:
            return
        colours, scaled = look().colours, look().scaled
        icon_name, icon_ink, ink = self._inks()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 2, -1, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.is_shown:
            painter.setBrush(QColor(colours.primary_soft))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        elif self.underMouse():
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side = scaled(20)
        left = float(self._edge())
        icon_box = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, icon_box, icon_name, icon_ink)
        left += side + scaled(6)
        bold = self.is_shown or self.step.status is StepStatus.CURRENT
        painter.setFont(look().font(TypeRole.STRONG if bold else TypeRole.BODY))
        painter.setPen(QColor(ink))
        words = " ".join(self._words(compact=self._compact))
        text_box = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter, words)

    def _inks(self) -> tuple[str, str, str]:
        colours = look().colours
        ink = colours.on_primary_soft if self.is_shown else colours.text
        muted = colours.on_primary_soft if self.is_shown else colours.text_muted
        match self.step.status if self.step else StepStatus.OPEN:
            case StepStatus.DONE:
                return "circle-check", colours.tone(Tone.MET).text, ink
            case StepStatus.CURRENT:
                return "circle-dot", colours.tone(Tone.PROGRESS).text, ink
            case StepStatus.BLOCKED:
                return "lock", muted, muted
            case _:
                return "circle", muted, muted
