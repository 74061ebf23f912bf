"""What became of the texts that were imported: one line each, refusals with the way to mend them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls import Button, IconLabel, Label, ScrollPage, TranslatedDialog
from inspector_app.gui.error_words import error_words
from inspector_app.gui.pages.fact_rows import clear_layout
from inspector_app.gui.pages.law.import_mends import mend_words
from inspector_app.gui.pages.law.law_words import basis_note, edition_words
from inspector_app.gui.pages.law.statement_dialog import can_be_stated
from inspector_app.gui.terms import fact_line, sentences
from inspector_app.gui.theme import Space, Tone, TypeRole, look
from inspector_app.gui.window_facts import TakenStatute, TakingOutcome

__all__ = ["ImportReport"]

_MOST_LINES = 300
_tr = QCoreApplication.translate


class ImportReport(TranslatedDialog):
    """Grows while texts are read; the page beneath can be used meanwhile.

    Signals:
        cancelled(): read no further text.
        acceptance_wanted(): the numbering is right as it stands: take those texts in.
        statement_wanted(TakenStatute): a person is to say what this text does not.
    """

    cancelled = Signal()
    acceptance_wanted = Signal()
    statement_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("law.import")
        self.setModal(False)
        self._taken: list[TakenStatute] = []
        self._running = False
        self._heading = Label(role=TypeRole.TITLE)
        self._summary = Label(muted=True)
        self._scroll = ScrollPage(margins=0)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Refusals, what was accepted with doubts, the rest: each grows at its own end.
        self._groups = (QVBoxLayout(), QVBoxLayout(), QVBoxLayout())
        for group in self._groups:
            group.setSpacing(Space.M)
            self._scroll.body.addLayout(group)
        self._scroll.body.addStretch(1)
        self.stop_button = Button(icon_name="x")
        self.stop_button.clicked.connect(self.cancelled)
        self.accept_button = Button(icon_name="check-check")
        self.accept_button.clicked.connect(self.acceptance_wanted)
        self.close_button = Button()
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.stop_button)
        foot.addWidget(self.accept_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._heading)
        column.addWidget(self._summary)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        room = (parent.window() if parent else self).size()
        width, height = look().scaled(760), look().scaled(560)
        self.resize(min(width, room.width()), min(height, room.height() - Space.XXL))
        self.retranslate()

    @property
    def summary(self) -> str:
        """How many texts were taken in so far, and how many were not."""
        return self._summary.text()

    @property
    def taken(self) -> tuple[TakenStatute, ...]:
        """What is told so far, refusals and what was accepted with doubts first."""
        return tuple(sorted(self._taken, key=_place))

    def begin(self, again: Collection[Path] = ()) -> None:
        """Texts are being read: those files ``again``, whose lines go, or all of them afresh."""
        self._taken = [taken for taken in self._taken if again and taken.path not in again]
        self._running = True
        self._build()

    def add(self, taken: Sequence[TakenStatute]) -> None:
        """Tell what became of further texts."""
        self._taken += taken
        self._show(taken)
        self._say()

    def finish(self) -> None:
        """Every text was read, or the rest was called off."""
        self._running = False
        self._build()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("导入法律文本"))
        self.stop_button.set_words(self.tr("停止"))
        self.accept_button.set_words(self.tr("原文如此，仍然导入"))
        self.close_button.set_words(self.tr("关闭"), "Esc")
        self._scroll.setAccessibleName(self.tr("导入结果"))
        self._build()

    def _build(self) -> None:
        for group in self._groups:
            clear_layout(group)
        self._show(self._taken)
        self._say()

    def _show(self, taken: Sequence[TakenStatute]) -> None:
        for each in taken:
            group = self._groups[_place(each)]
            if group.count() < _MOST_LINES:
                group.addWidget(self._row(each))

    def _say(self) -> None:
        self._heading.setText(self.tr("正在导入…") if self._running else self.tr("导入结果"))
        self.stop_button.setVisible(self._running)
        acceptable = any(taken.acceptable for taken in self._taken)
        self.accept_button.setVisible(acceptable and not self._running)
        refused = sum(taken.outcome is TakingOutcome.REFUSED for taken in self._taken)
        parts = [self.tr("已导入 %n 部", "", len(self._taken) - refused)]
        if refused:
            parts.append(self.tr("%n 部没有导入", "", refused))
        self._summary.setText(fact_line(parts))

    def _row(self, taken: TakenStatute) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.M)
        tone = (Tone.NOT_MET, Tone.ATTENTION, Tone.MET)[_place(taken)]
        across.addWidget(IconLabel(tone.icon, 20, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(_title(taken), TypeRole.LABEL))
        for line in _lines(taken):
            words.addWidget(Label(line, TypeRole.CAPTION, muted=True))
        across.addLayout(words, 1)
        if can_be_stated(taken):
            state = Button(icon_name="pencil")
            state.setObjectName("law.import.state")
            state.set_words(self.tr("补充说明…"))
            state.setEnabled(not self._running)
            state.setAccessibleName(f"{state.text()} {taken.file}")
            state.clicked.connect(lambda: self.statement_wanted.emit(taken))
            across.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _place(taken: TakenStatute) -> int:
    if taken.outcome is TakingOutcome.REFUSED:
        return 0
    return 1 if taken.errors or taken.open_at or can_be_stated(taken) else 2


def _lines(taken: TakenStatute) -> Iterator[str]:
    """One line each: what is wrong with its place, and how to mend it."""
    for error in taken.errors:
        what = error_words(error).what
        refused = taken.outcome is TakingOutcome.REFUSED
        yield sentences((what, mend_words(error, taken) if refused else ""))
    if taken.edition is not None and (note := basis_note(taken.edition)):
        yield note
    if taken.open_at:
        yield _tr(
            "ImportReport",
            "到第 {article} 条为止，最后几条没有写自何日起施行：请核对文本是否完整，不完整的补全后再导入。",
        ).format(article=taken.open_at)


def _title(taken: TakenStatute) -> str:
    outcome = {
        TakingOutcome.NEW: _tr("ImportReport", "已导入"),
        TakingOutcome.REPLACED: _tr("ImportReport", "已更新"),
        TakingOutcome.UNCHANGED: _tr("ImportReport", "本机已有"),
        TakingOutcome.REFUSED: _tr("ImportReport", "没有导入"),
    }[taken.outcome]
    edition = taken.edition
    named = (edition.law, edition_words(edition)) if edition else (taken.file,)
    return fact_line((*named, outcome))
