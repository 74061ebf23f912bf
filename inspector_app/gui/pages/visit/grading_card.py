"""The result: counts, the grade the pack's rule gives, and what follows from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.checklist import Grade
from inspector_app.domain.visit import Grading
from inspector_app.gui.controls import (
    Badge,
    Button,
    Card,
    Choice,
    IconLabel,
    Label,
    LongTextField,
    MultiChoiceField,
    PrimaryButton,
    SectionHeader,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.terms import capitalised, moment_text
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["GradingCard", "GradingFacts"]


@dataclass(frozen=True, slots=True)
class GradingFacts:
    """``proposed`` None while items are open; ``graded`` None until a result is recorded that stands."""

    counts: Mapping[str, int]
    unanswered: int
    unbound: int
    proposed: Grade | None
    graded: Grading | None
    locked: bool


class GradingCard(TranslatedWidget):
    """Judges the visit by one press.

    Signals:
        grade_wanted(str, str): record the result with this explanation and handling.
        items_wanted(): go to the items that are still open.
    """

    grade_wanted = Signal(str, str)
    items_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.grading")
        self._facts: GradingFacts | None = None
        self._head = SectionHeader()
        self._counts = QGridLayout()
        self._counts.setHorizontalSpacing(Space.XL)
        self._counts.setVerticalSpacing(2)
        self._figures = {name: Label(role=TypeRole.HEADING, wrap=False) for name in _FIGURES}
        self._names = {name: Label(role=TypeRole.CAPTION, muted=True) for name in _FIGURES}
        self._open = Well(Tone.ATTENTION)
        self._open_words = Label()
        self.go = Button(icon_name="arrow-right")
        self.go.setObjectName("grading.items")
        self.go.clicked.connect(self.items_wanted)
        self._grade = Label(role=TypeRole.HEADING)
        self._grade.setObjectName("grading.grade")
        self._handling = Label(role=TypeRole.LEAD)
        self._rule = Label(role=TypeRole.CAPTION, muted=True)
        self._at = Badge()
        self.handling = MultiChoiceField(exclusive=True)
        self.handling.setObjectName("grading.handling")
        self.handling.value_changed.connect(lambda: self.handling.set_error(""))
        self.explanation = LongTextField(lines=2)
        self.explanation.setObjectName("grading.explanation")
        TypingKeys(self).watch(self.explanation.text)
        self.judge = PrimaryButton(icon_name="gavel")
        self.judge.setObjectName("grading.judge")
        self.judge.clicked.connect(self._on_judge_clicked)
        self._lay_out()
        self.retranslate()

    def set_facts(self, facts: GradingFacts) -> None:
        """Show how the result stands."""
        before, self._facts = self._facts, facts
        if facts.graded is not None and (before is None or before.graded != facts.graded):
            self.explanation.set_value(facts.graded.explanation)
        self._offer_handlings(facts)
        self._say()

    def refuse(self, code: str, words: str) -> bool:
        """Say at its field what is wrong; False if ``code`` names none."""
        if code != "grading.handling":
            return False
        self.handling.set_error(words)
        return True

    def control(self) -> QWidget:
        """What is pressed next: the handling to choose, the button that judges, or the way to items."""
        for control in (self.handling, self.judge, self.go):
            if control.isVisibleTo(self):
                return control
        return self

    def reset(self) -> None:
        """Begin with an empty explanation."""
        self._facts = None
        self.explanation.set_value("")
        self.handling.set_value(())
        self.handling.set_error("")

    def set_busy(self, *, busy: bool) -> None:
        """While it is being recorded it cannot be recorded twice."""
        self.judge.setEnabled(not busy)

    def retranslate(self) -> None:
        self._head.set_words(
            self.tr("检查结果"), self.tr("由检查表规定的规则按下列数目判定，全部项目都要有结论。")
        )
        names = {
            "checked": self.tr("已检查"),
            "met": self.tr("符合"),
            "not_met": self.tr("不符合"),
            "excluded": self.tr("合理缺项"),
            "key_not_met": self.tr("重点项不符合"),
            "general_not_met": self.tr("一般项不符合"),
        }
        for name, words in names.items():
            self._names[name].setText(capitalised(words))
        self.go.set_words(self.tr("去未检查的项目"))
        self.handling.set_label(
            self.tr("结果处理"),
            self.tr("与所认定的问题相符的各项；有无食品安全事故潜在风险由检查人员判断。"),
            required=True,
        )
        self.explanation.set_label(self.tr("说明"), self.tr("写入检查结果记录，没有可不填。"))
        self._say()

    def _lay_out(self) -> None:
        for place, name in enumerate(_FIGURES):
            row, column = divmod(place, 6)
            self._counts.addWidget(self._figures[name], row * 2, column)
            self._counts.addWidget(
                self._names[name], row * 2 + 1, column, Qt.AlignmentFlag.AlignTop
            )
            self._counts.setColumnStretch(column, 1)
        waiting = QHBoxLayout()
        waiting.setSpacing(Space.M)
        icon = IconLabel("triangle-alert", 20, tone=Tone.ATTENTION)
        waiting.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        waiting.addWidget(self._open_words, 1)
        waiting.addWidget(self.go)
        self._open.body.addLayout(waiting)
        result = Well()
        line = QHBoxLayout()
        line.addWidget(self._grade, 1)
        line.addWidget(self._at, 0, Qt.AlignmentFlag.AlignTop)
        result.body.addLayout(line)
        result.body.addWidget(self._handling)
        result.body.addWidget(self._rule)
        self._result = result
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.judge)
        card = Card()
        card.body.setSpacing(Space.L)
        card.body.addWidget(self._head)
        card.body.addLayout(self._counts)
        card.body.addWidget(self._open)
        card.body.addWidget(result)
        card.body.addWidget(self.handling)
        card.body.addWidget(self.explanation)
        card.body.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def _say(self) -> None:
        facts = self._facts
        if facts is None:
            return
        for name in _FIGURES:
            value = facts.counts.get(name, 0)
            self._figures[name].setText(str(value))
            wrong = value > 0 and name.endswith("not_met")
            self._figures[name].set_tone(Tone.NOT_MET if wrong else None)
        self._open.setVisible(facts.unanswered > 0)
        words = self.tr("还有 %n 项没有检查结论，补齐后才能判定。", "", facts.unanswered)
        self._open_words.setText(words)
        self._say_result(facts)
        self.handling.setVisible(self._must_choose(facts))
        self.explanation.setVisible(facts.unanswered == 0)
        self.explanation.setEnabled(not facts.locked)
        self.judge.setVisible(not facts.locked and facts.unanswered == 0)
        graded = self.tr("重新判定") if facts.graded else self.tr("判定结果")
        self.judge.set_words(graded, "Ctrl+Return")

    def _say_result(self, facts: GradingFacts) -> None:
        graded, proposed = facts.graded, facts.proposed
        self._result.setVisible(graded is not None or proposed is not None)
        if graded is not None:
            self._grade.setText(graded.label)
            self._handling.setText(self.tr("处理：{handling}").format(handling=graded.handling))
            self._at.set_state(self.tr("已判定"), Tone.MET)
            self._rule.setText(self.tr("判定于 {at}").format(at=moment_text(graded.at)))
        elif proposed is not None:
            self._grade.setText(proposed.label)
            # What follows depends on the findings; before they stand nothing is said of it.
            settled = facts.unbound == 0 and len(proposed.handlings) == 1
            only = proposed.handlings[0].label if settled else ""
            self._handling.setText(
                self.tr("处理：{handling}").format(handling=only) if only else ""
            )
            self._at.set_state(self.tr("待判定"), Tone.ATTENTION)
            rule = self.tr("判定规则：{rule}").format(rule=self._rule_words(proposed.when, facts))
            self._rule.setText(rule)
        self._handling.setVisible(bool(self._handling.text()))

    def _must_choose(self, facts: GradingFacts) -> bool:
        offered = len(facts.proposed.handlings) if facts.proposed else 0
        return not facts.locked and facts.unanswered == facts.unbound == 0 and offered > 1

    def _offer_handlings(self, facts: GradingFacts) -> None:
        offered = facts.proposed.handlings if facts.proposed else ()
        self.handling.set_choices([Choice(h.code, h.label) for h in offered])
        if facts.graded is not None and not self.handling.value():
            label = facts.graded.handling
            self.handling.set_value(tuple(h.code for h in offered if h.label == label))

    def _on_judge_clicked(self) -> None:
        chosen = next(iter(self.handling.value()), "")
        self.grade_wanted.emit(self.explanation.value(), chosen)

    def _rule_words(self, rule: str, facts: GradingFacts) -> str:
        """The pack's expression with the counts' names and values, for people to check."""
        names = {
            "total": self.tr("全部项目"),
            "checked": self.tr("已检查"),
            "met": self.tr("符合"),
            "not_met": self.tr("不符合"),
            "excluded": self.tr("合理缺项"),
            "key_checked": self.tr("重点项已检查"),
            "general_checked": self.tr("一般项已检查"),
            "key_not_met": self.tr("重点项不符合"),
            "general_not_met": self.tr("一般项不符合"),
        }
        if rule.strip() == "true()":
            return self.tr("其余情形")

        def named(match: re.Match[str]) -> str:
            name = match.group(1)
            return f"{names.get(name, name)}[{facts.counts.get(name, 0)}]"

        words = re.sub(r"\$\{(\w+)\}", named, rule)
        signs = ((" div ", " ÷ "), (">=", "≥"), ("<=", "≤"), (" - ", " − "), ("!=", "≠"))
        for code, sign in signs:
            words = words.replace(code, sign)
        words = words.replace(" and ", self.tr("，并且") + " ")
        return words.replace(" or ", self.tr("，或者") + " ")


_FIGURES = ("checked", "met", "not_met", "excluded", "key_not_met", "general_not_met")
