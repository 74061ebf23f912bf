"""The opinion itself: grade, circumstances, what is proposed, the amount and the reasons."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.law.demands import GAIN
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.penalty import Sanction, SanctionKind
from inspector_app.domain.law.permitted import PENALTIES, Route, musts, permitted
from inspector_app.domain.law.weighing import Factor, Proposed, Weighing
from inspector_app.domain.law.weighing_checks import became_heavier, graver_fine
from inspector_app.gui.controls import (
    CheckBox,
    Choice,
    IconLine,
    Label,
    LongTextField,
    MultiChoiceField,
    TranslatedWidget,
)
from inspector_app.gui.error_words import said
from inspector_app.gui.models.weighing_form import WeighingForm
from inspector_app.gui.models.weighing_words import (
    fine_words,
    grade_word,
    money_words,
    named_fine,
    range_words,
    sanction_word,
)
from inspector_app.gui.pages.visit.entry_rows import EntryRows
from inspector_app.gui.pages.visit.ground_rows import FactorRow
from inspector_app.gui.pages.visit.money_field import MoneyField
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.terms import capitalised
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["WeighingOpinion"]


class WeighingOpinion(TranslatedWidget):
    """Grade, factors, sanctions, amount, reasons. What may be chosen follows what is shown.

    Signals:
        edited(): anything of it changed.
    """

    edited = Signal()

    def __init__(self, form: WeighingForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._weighing = form.weighing
        self._sanctions = (*form.case.violation.sanctions, GAIN)
        self.grade = MultiChoiceField(exclusive=True)
        self.grade.setObjectName("weighing.grade")
        self.grade.value_changed.connect(self._on_graded)
        self._factor_title = Label(role=TypeRole.LABEL)
        self.factors = EntryRows(lambda: FactorRow(form.evidence), Space.S)
        self.factors.add.setObjectName("weighing.factor.add")
        self.factors.edited.connect(self.edited)
        self.proposed = MultiChoiceField()
        self.proposed.setObjectName("weighing.proposed")
        self.proposed.value_changed.connect(self.edited)
        self.graver = IconLine("triangle-alert", Label(role=TypeRole.LABEL), Tone.ATTENTION)
        self.graver.setObjectName("weighing.graver")
        self.fine = MoneyField()
        self.fine.setObjectName("weighing.fine")
        self.fine.value_changed.connect(self.edited)
        self.on_the_spot = CheckBox()
        self.on_the_spot.setObjectName("weighing.on_the_spot")
        self.on_the_spot.clicked.connect(self.edited)
        self.reason = LongTextField(lines=2)
        self.reason.setObjectName("weighing.reason")
        self.reason.value_changed.connect(self.edited)
        self.heavier = LongTextField(lines=2)
        self.heavier.value_changed.connect(self.edited)
        TypingKeys(self).watch(self.fine.line, self.reason.text, self.heavier.text)
        self._lay_out()
        self.retranslate()
        self._show(form.weighing)

    def grade_chosen(self) -> Grade | None:
        """The grade; None while none is chosen."""
        chosen = self.grade.value()
        return Grade(chosen[0]) if chosen else None

    def factors_entered(self) -> tuple[Factor, ...]:
        """The circumstances in own words."""
        return tuple(row.factor() for row in self.factors.rows)

    def sanctions_proposed(self) -> tuple[Proposed, ...]:
        """What would be imposed, the fine with its amount."""
        fen = self.fine.fen()
        return tuple(
            Proposed(s, fen if s.kind is SanctionKind.FINE else None) for s in self._chosen()
        )

    def follow(self, weighing: Weighing) -> None:
        """Offer what may be chosen now that ``weighing`` is what is entered."""
        self._weighing = weighing
        case = self._form.case
        must = {sanction for group in musts(case, weighing) for sanction in group}
        open_ = [
            found
            for found in permitted(case, weighing)
            if found.route in (Route.NOW, Route.CASE) and found.sanction.kind in PENALTIES
        ]
        self.proposed.set_choices(
            [
                Choice(str(self._sanctions.index(f.sanction)), self._word(f.sanction, must))
                for f in open_
            ]
        )
        graded = weighing.grade is not None
        self.proposed.setVisible(graded and bool(open_))
        self._say_graver(weighing)
        chosen = self._chosen()
        now = {found.sanction for found in open_ if found.route is Route.NOW}
        self.on_the_spot.setVisible(graded and bool(chosen) and set(chosen) <= now)
        if self.on_the_spot.isHidden():
            self.on_the_spot.setChecked(False)
        self.fine.setVisible(graded and any(s.kind is SanctionKind.FINE for s in chosen))
        self.reason.setVisible(graded)
        heavier = became_heavier(weighing, self._form.before)
        self.heavier.setVisible(heavier or bool(self.heavier.value()))
        self._say_fine(weighing)

    def retranslate(self) -> None:
        self.grade.set_label(self.tr("裁量档次"))
        self.grade.set_choices([Choice(grade.value, grade_word(grade)) for grade in Grade])
        self.proposed.set_label(self.tr("拟作处罚"), self.tr("带 * 的是条文规定应当作出的。"))
        self._factor_title.setText(self.tr("其他裁量情节"))
        self.factors.add.set_words(self.tr("添加情节"))
        self.on_the_spot.set_words(self.tr("拟当场作出"))
        self.reason.set_label(self.tr("裁量的理由"), required=True)
        self.heavier.set_label(
            self.tr("比上次意见加重的新事实"),
            self.tr("不得因当事人陈述、申辩而加重。"),
            required=True,
        )
        self.follow(self._weighing)

    def _chosen(self) -> list[Sanction]:
        return [self._sanctions[int(key)] for key in self.proposed.value()]

    def _word(self, sanction: Sanction, must: set[Sanction]) -> str:
        fine = sanction.fine
        word = sanction_word(sanction.kind) if fine is None else named_fine(fine_words(fine))
        word = capitalised(word)
        return f"{word} *" if sanction in must else word

    def _say_graver(self, weighing: Weighing) -> None:
        told = [said(found) for found in graver_fine(self._form.case, weighing)]
        self.graver.words.setText("\n".join(told))
        self.graver.setVisible(bool(told) and not self.proposed.isHidden())

    def _say_fine(self, weighing: Weighing) -> None:
        case = self._form.case
        chosen = set(self._chosen())
        fine = next((f for f in case.ranges(weighing) if f.sanction in chosen), None)
        if fine is None:
            self.fine.set_label(self.tr("罚款数额"))
            return
        part = case.allowed(fine, weighing)
        if part is None:
            hint = range_words(fine)
        elif case.table is not None and weighing.grade is not None:
            hint = self.tr("{grade}：{range}（{table}，{issuer}）").format(
                grade=grade_word(weighing.grade),
                range=range_words(part),
                table=case.table.title,
                issuer=case.table.issuer,
            )
        else:
            hint = self.tr("条文幅度 {range}。没有现行有效的裁量基准，不提出数额。").format(
                range=range_words(part)
            )
        if self.on_the_spot.isChecked():
            hint += self.tr("当场罚款不超过 {limit}。").format(
                limit=money_words(case.on_spot_limit)
            )
        self.fine.set_label(self.tr("罚款数额"), hint)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.grade)
        column.addWidget(self._factor_title)
        column.addWidget(self.factors)
        column.addWidget(self.factors.add, 0, Qt.AlignmentFlag.AlignLeft)
        sanctions = (self.proposed, self.graver, self.fine, self.on_the_spot)
        for widget in (*sanctions, self.reason, self.heavier):
            column.addWidget(widget)

    def _show(self, weighing: Weighing) -> None:
        self.grade.set_value((weighing.grade.value,) if weighing.grade else ())
        for factor in weighing.factors:
            self.factors.add_row().set_factor(factor)
        self.follow(weighing)
        places = {self._sanctions.index(one.sanction) for one in weighing.proposed}
        self.proposed.set_value(tuple(str(place) for place in places))
        fen = next((one.fen for one in weighing.proposed if one.fen is not None), None)
        self.fine.set_fen(fen)
        self.on_the_spot.setChecked(weighing.on_the_spot)
        self.reason.set_value(weighing.reason)
        self.heavier.set_value(weighing.heavier_because)
        self.follow(weighing)
        self.on_the_spot.setChecked(weighing.on_the_spot)

    def _on_graded(self) -> None:
        grade = self.grade_chosen()
        if grade is Grade.EXEMPT:
            kept = {kind for ground in self._weighing.exempting for kind in ground.keeps}
            still = musts(self._form.case, replace(self._weighing, grade=grade))
            stay = [s for s in self._chosen() if s.kind in kept]
            self._choose(stay or [group[0] for group in still])
        elif not self._chosen():
            # What the clause demands without a choice is ticked; the officers take the rest.
            groups = musts(self._form.case, self._weighing)
            self._choose([group[0] for group in groups if len(group) == 1])
        self.edited.emit()

    def _choose(self, sanctions: list[Sanction]) -> None:
        self.proposed.set_value(tuple(str(self._sanctions.index(s)) for s in sanctions))
