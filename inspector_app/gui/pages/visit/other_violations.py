"""“其他违法行为…”: what was seen, in one's own words, becomes ranked violations to choose from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.application.search_violations import FoundViolations, RankedViolation
from inspector_app.domain.law.citation import format_citations
from inspector_app.domain.law.matching import Excluded, Guard
from inspector_app.gui.controls import (
    IconButton,
    IconLine,
    Label,
    TextField,
    TranslatedWidget,
    Well,
    reveal,
)
from inspector_app.gui.models.matching_words import guard_words, verification_state
from inspector_app.gui.pages.fact_rows import clear_layout
from inspector_app.gui.pages.found_list import FoundList, FoundRow
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.terms import fact_line
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["OtherViolations"]

_tr = QCoreApplication.translate
_PAUSE_MS = 250
_ROW = 76
_MOST_ROWS = 4


class OtherViolations(TranslatedWidget):
    """A field and what was found for it, the best first. Answer `search_wanted` by `set_found`.

    What fits and nothing may rest on stands above the list, in words alone: it cannot be chosen.

    Signals:
        search_wanted(str): the person paused typing.
        violation_chosen(str): id of a violation.
        dismissed(): none of them.
    """

    search_wanted = Signal(str)
    violation_chosen = Signal(str)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finding.others")
        self._found = FoundViolations(())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._title = Label(role=TypeRole.STRONG)
        self.close_button = IconButton("x")
        self.close_button.clicked.connect(self.dismissed)
        self.field = TextField()
        self.field.setObjectName("finding.others.field")
        self.field.value_changed.connect(lambda _: self._pause.start())
        self.field.line.installEventFilter(self)
        self._keys = TypingKeys(self)
        self._keys.watch(self.field.line)
        self.found = FoundList()
        self.found.row_entered.connect(self.violation_chosen)
        self._lay_out()
        self.hide()
        self.retranslate()

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not looked for yet."""
        return self._pause.isActive()

    @property
    def ranked(self) -> tuple[RankedViolation, ...]:
        """What was found, the best first."""
        return self._found.ranked

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is said of violations that fit and nothing may rest on."""
        return tuple(_unusable_words(each) for each in self._found.unusable)

    def open(self, text: str) -> None:
        """Show it, beginning with what is known already."""
        self.show()
        if not self.field.value():
            self.field.set_value(text)
        self.field.line.setFocus()
        self.field.line.selectAll()
        reveal(self)
        if self.field.value():
            self.search_wanted.emit(self.field.value())

    def set_found(self, text: str, found: FoundViolations) -> None:
        """Show what was found for ``text``; an answer to an older text is ignored."""
        if text != self.field.value():
            return
        self._found = found
        self._show()
        if self.isVisible():
            reveal(self)

    def retranslate(self) -> None:
        self._title.setText(self.tr("其他违法行为"))
        self.close_button.set_words(self.tr("收起"), "Esc")
        self.field.set_label(
            self.tr("看到了什么"), self.tr("用自己的话写，例如：冰箱里生肉和熟食放在一起。")
        )
        self.found.set_name(self.tr("可能的违法行为"))
        self._show()

    def restyle(self) -> None:
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field.line and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            into = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if pressed and event.key() in into:
                if self.found.rows:
                    self.found.view.setFocus()
                    self.found.choose(0)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        well = Well()
        well.body.setSpacing(Space.S)
        well.body.addLayout(head)
        well.body.addWidget(self.field)
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(Space.XS)
        well.body.addLayout(self._warnings)
        well.body.addWidget(self.found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(well)

    def _search(self) -> None:
        self.search_wanted.emit(self.field.value())

    def _show(self) -> None:
        clear_layout(self._warnings)
        for words in self.warnings:
            line = IconLine(Tone.ATTENTION.icon, Label(words, TypeRole.LABEL), Tone.ATTENTION)
            self._warnings.addWidget(line)
        self.found.set_rows([_row(each) for each in self.ranked])
        self.found.empty.set_words(
            self.tr("没有找到"), self.tr("可以换一个说法，写明物品、行为和状态。")
        )
        nothing = bool(self.field.value()) and not self._found.unusable
        self.found.setVisible(bool(self.ranked) or nothing)
        self._fit()

    def _fit(self) -> None:
        rows = max(2, min(_MOST_ROWS, len(self.ranked)))
        self.found.setFixedHeight(look().scaled(_ROW) * rows)


def _row(ranked: RankedViolation) -> FoundRow:
    violation = ranked.violation
    told = (
        guard_words(ranked.excluded) if ranked.excluded is not None else "",
        ranked.saying,
        format_citations(violation.duty),
        verification_state(violation.verification).text,
    )
    text = fact_line(told)
    return FoundRow(violation.id, violation.wording, text, ranked.words)


def _unusable_words(kept_out: Excluded) -> str:
    violation = kept_out.violation
    if kept_out.guard is Guard.RECALLED:
        return _tr(
            "OtherViolations",
            "可能是“{wording}”（{id}），条款待核实，不能据以处理；下面列出的很可能不是所说的情形。",
        ).format(wording=violation.wording, id=violation.id)
    laws = dict.fromkeys(each.law for each in violation.penalty or violation.duty)
    return _tr(
        "OtherViolations",
        "可能是“{wording}”（{id}），{guard}，不能据以处理：目录没有{law}今天施行的文本。",
    ).format(
        wording=violation.wording,
        id=violation.id,
        guard=guard_words(kept_out),
        law="".join(f"《{law}》" for law in laws),
    )
