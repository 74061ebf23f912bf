"""What stands against a weighing before it is recorded, each objection at the field that mends it.

The law's own bounds, not a reviewer's taste: 处罚法 28–33, 45, 51; the clause's range (R22), what must
be imposed along (R23), prior steps (R24), grounds with every element shown (R26, R55).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from inspector_app.domain.law.citation import format_citations
from inspector_app.domain.law.demands import is_met
from inspector_app.domain.law.discretion import FineRange, Grade
from inspector_app.domain.law.grounds import Effect
from inspector_app.domain.law.money import money_words
from inspector_app.domain.law.objections import Objection
from inspector_app.domain.law.penalty import SanctionKind
from inspector_app.domain.law.permitted import PENALTIES, Route, musts, permitted
from inspector_app.domain.law.stages import heaviest
from inspector_app.domain.law.weighing import (
    PAPER,
    FactorSource,
    Proposed,
    Weighed,
    Weighing,
    WeighingCase,
)
from inspector_app.domain.terms import SANCTION_LABELS, STAGE_LABELS

__all__ = ["became_heavier", "graver_fine", "objections"]

_WEIGHT = (Grade.EXEMPT, Grade.MITIGATED, Grade.LENIENT, Grade.ORDINARY, Grade.SEVERE)
_EXEMPTING = (Effect.SHALL_EXEMPT, Effect.MAY_EXEMPT)
_LIGHTENING = (Effect.SHALL_MITIGATE, Effect.MAY_MITIGATE)
_ON_THE_SPOT = (SanctionKind.WARNING, SanctionKind.FINE)


def objections(
    case: WeighingCase, weighing: Weighing, before: Weighed | None = None
) -> tuple[Objection, ...]:
    """Everything against ``weighing``, in the order of the form; empty = it may be recorded.

    ``before`` is the weighing that stands, which a new one may not outdo for a defence.
    """
    return tuple(
        chain(
            _of_facts(weighing),
            _of_grounds(case, weighing),
            _of_evidence(case, weighing),
            _of_grade(weighing),
            _of_sanctions(case, weighing),
            _of_fines(case, weighing),
            _of_the_spot(case, weighing),
            _of_gain(case, weighing),
            _of_reasons(weighing, before),
        )
    )


def became_heavier(weighing: Weighing, before: Weighed | None) -> bool:
    """Whether it weighs heavier than the one that stands: by grade, or by the fine."""
    if before is None or weighing.grade is None or before.weighing.grade is None:
        return False
    if _WEIGHT.index(weighing.grade) > _WEIGHT.index(before.weighing.grade):
        return True
    fine = sum(p.fen or 0 for p in weighing.proposed)
    return before.fine is not None and fine > before.fine


def _of_facts(weighing: Weighing) -> Iterator[Objection]:
    for base, fen in weighing.bases.items():
        if fen < 0:
            yield Objection("weigh.negative", "金额不能为负。", f"base.{base}")
    if weighing.crime_clue and any(p.sanction.kind in PENALTIES for p in weighing.proposed):
        yield Objection(
            "weigh.crime_clue",
            "涉嫌犯罪的，应当先移送司法机关，不得以行政处罚代替移送。",
            "crime_clue",
        )


def _of_grounds(case: WeighingCase, weighing: Weighing) -> Iterator[Objection]:
    for one in weighing.grounds:
        if one.ground not in case.grounds:
            yield Objection(
                "weigh.ground_foreign",
                f"“{one.ground.title}”不适用于这个违法行为或者这类当事人，或者已不在有效期内。",
                f"grounds.{one.ground.id}",
                {"ground": one.ground.title},
            )


def _of_evidence(case: WeighingCase, weighing: Weighing) -> Iterator[Objection]:
    missing = {one for one in weighing.evidence() if not one.startswith(PAPER)} - case.evidence
    if missing:
        yield Objection(
            "weigh.evidence_gone",
            "所选的证据中，有的已不在本次检查的记录里。",
            "evidence",
            {"evidence": min(missing)},
        )
    for number, factor in enumerate(weighing.factors):
        if not factor.text.strip():
            yield Objection("weigh.factor_empty", "请写明裁量情节。", f"factors.{number}")
        elif not factor.evidence:
            yield Objection(
                "weigh.factor_bare",
                f"“{factor.text}”没有证据，不能作为裁量的理由。",
                f"factors.{number}",
                {"factor": factor.text},
            )
        if factor.heavier and factor.source is FactorSource.DEFENCE:
            yield Objection(
                "weigh.defence",
                "不得因当事人陈述、申辩而给予更重的处罚。",
                f"factors.{number}",
            )


def _of_grade(weighing: Weighing) -> Iterator[Objection]:
    grade = weighing.grade
    if grade is None:
        if weighing.proposed:
            yield Objection("weigh.grade_missing", "请先选择裁量档次，再提出处罚。", "grade")
        return
    shall = weighing.shown(Effect.SHALL_EXEMPT)
    if shall and grade is not Grade.EXEMPT:
        yield _against_ground("weigh.shall_exempt", "依法应当不予行政处罚", shall[0].title)
    elif weighing.shown(Effect.SHALL_MITIGATE) and grade in (Grade.ORDINARY, Grade.SEVERE):
        ground = weighing.shown(Effect.SHALL_MITIGATE)[0]
        yield _against_ground("weigh.shall_mitigate", "依法应当从轻或者减轻行政处罚", ground.title)
    heavier = any(f.heavier and f.evidence for f in weighing.factors)
    lighter = any(not f.heavier and f.evidence for f in weighing.factors)
    if grade is Grade.EXEMPT and not weighing.exempting:
        yield Objection(
            "weigh.exempt_unshown",
            "不予处罚须有法定情形，且每项要件都已核实并有证据。（行政处罚法第三十三条）",
            "grounds",
        )
    elif grade is Grade.MITIGATED and not weighing.shown(*_LIGHTENING, *_EXEMPTING):
        yield Objection(
            "weigh.mitigated_unshown",
            "减轻处罚须有法定情形，且每项要件都已核实并有证据。（行政处罚法第三十二条）",
            "grounds",
        )
    elif grade is Grade.LENIENT and not (lighter or weighing.shown(*_LIGHTENING, *_EXEMPTING)):
        yield Objection("weigh.lenient_unshown", "从轻处罚须有从轻的情节和证据。", "factors")
    elif grade is Grade.SEVERE and not (heavier or weighing.shown(Effect.GRAVE)):
        yield Objection("weigh.severe_unshown", "从重处罚须有从重的情节和证据。", "factors")


def _against_ground(code: str, demand: str, ground: str) -> Objection:
    return Objection(
        code,
        f"已核实“{ground}”的全部要件，{demand}。",
        "grade",
        {"ground": ground, "demand": demand},
    )


def _of_sanctions(case: WeighingCase, weighing: Weighing) -> Iterator[Objection]:
    open_now = {
        found.sanction: found.route
        for found in permitted(case, weighing)
        if found.route in (Route.NOW, Route.CASE)
    }
    outweighed = case.outweighed(weighing)
    for proposed in weighing.proposed:
        if proposed.sanction in outweighed:
            yield from graver_fine(case, weighing)
        elif proposed.sanction not in open_now or proposed.sanction.kind not in PENALTIES:
            yield Objection(
                "weigh.not_permitted",
                "所选的处罚现在还不能提出：前置步骤、情节或者主体条件不具备。",
                "proposed",
                {"kind": proposed.sanction.kind.value},
            )
    fines = [p for p in weighing.proposed if p.sanction.kind is SanctionKind.FINE]
    if len(fines) > 1:
        yield Objection(
            "weigh.two_fines",
            "对同一个违法行为，不得给予两次以上罚款。（行政处罚法第二十九条）",
            "proposed",
        )
    if weighing.grade is Grade.EXEMPT:
        yield from _of_exemption(case, weighing)
    elif weighing.proposed:
        yield from _of_musts(case, weighing)


def graver_fine(case: WeighingCase, weighing: Weighing) -> Iterator[Objection]:
    """Why lighter fines of the clause are not offered, where a graver stage must be fined."""
    if not case.outweighed(weighing):
        return
    stage = heaviest(fine.sanction.stage for fine in case.ranges(weighing))
    shown, clause = STAGE_LABELS[stage], format_citations(case.violation.penalty)
    yield Objection(
        "weigh.graver_fine",
        f"已核实“{shown}”，依照{clause}应当处以该情形的罚款，不能提出较轻的罚款。"
        "请改选该情形的罚款；该情形不成立的，请先改正对它的核对。",
        "proposed",
        {"shown": shown, "clause": clause},
    )


def _of_exemption(case: WeighingCase, weighing: Weighing) -> Iterator[Objection]:
    kept = {kind for ground in weighing.exempting for kind in ground.keeps}
    allowed = {SanctionKind.REFUND} | kept
    if any(p.sanction.kind not in allowed for p in weighing.proposed):
        yield Objection("weigh.exempt_punished", "不予处罚的，不得再提出处罚。", "proposed")
    chosen = {proposed.sanction.kind for proposed in weighing.proposed}
    for group in musts(case, weighing):
        if not is_met(group, chosen):
            kind = SANCTION_LABELS[group[0].kind]
            yield Objection(
                "weigh.kept_missing",
                f"不予处罚的，依法仍应当“{kind}”；没有可以没收的，请在前面勾选。",
                "proposed",
                {"kind": kind},
            )


def _of_musts(case: WeighingCase, weighing: Weighing) -> Iterator[Objection]:
    chosen = {proposed.sanction for proposed in weighing.proposed}
    kinds_chosen = {sanction.kind for sanction in chosen}
    for group in musts(case, weighing):
        if not is_met(group, kinds_chosen):
            kinds = "、".join(dict.fromkeys(sanction.kind.value for sanction in group))
            yield Objection(
                "weigh.must",
                "条文规定应当并处的处罚没有选全。",
                "proposed",
                {"kinds": kinds},
            )
    alternatives = Counter(s.choice for s in chosen if s.choice and not s.several)
    if any(count > 1 for count in alternatives.values()):
        yield Objection("weigh.choice", "条文规定择一的处罚，只能选择一种。", "proposed")


def _of_fines(case: WeighingCase, weighing: Weighing) -> Iterator[Objection]:
    ranges = {fine.sanction: fine for fine in case.ranges(weighing)}
    for proposed in weighing.proposed:
        fine = ranges.get(proposed.sanction)
        if proposed.fen is None or fine is None:
            continue
        yield from _of_amount(case, weighing, proposed, fine)


def _of_amount(
    case: WeighingCase, weighing: Weighing, proposed: Proposed, fine: FineRange
) -> Iterator[Objection]:
    fen = proposed.fen or 0
    if fine.needs is not None:
        yield Objection(
            "weigh.base_missing",
            "请先填写计算罚款所依据的金额（货值、违法所得等）。",
            f"base.{fine.needs.value}",
            {"base": fine.needs.value},
        )
        return
    part = case.allowed(fine, weighing)
    if part is None:
        return
    if weighing.grade is Grade.MITIGATED and part.high == 0:
        yield Objection("weigh.no_floor", "条文没有罚款下限，不能减轻罚款，请选择从轻。", "grade")
    elif fen <= 0 or not part.holds(fen):
        low, high = money_words(part.lowest), money_words(part.highest)
        top = f"{high}元以下" if part.high is not None else "（没有上限）"
        yield Objection(
            "weigh.out_of_range",
            f"罚款数额不在该档次的幅度内：{low}元以上{top}。",
            "fine",
            {"low": low, "high": high if part.high is not None else "—", "top": top},
        )


def _of_the_spot(case: WeighingCase, weighing: Weighing) -> Iterator[Objection]:
    if not weighing.on_the_spot:
        return
    routes = {found.sanction: found.route for found in permitted(case, weighing)}
    if any(
        p.sanction.kind not in _ON_THE_SPOT or routes.get(p.sanction) is not Route.NOW
        for p in weighing.proposed
    ):
        yield Objection(
            "weigh.not_on_spot",
            "当场只能作出警告或者限额以内的罚款，所选的处罚要经普通程序。（行政处罚法第五十一条）",
            "on_the_spot",
        )
    elif not weighing.proposed:
        yield Objection("weigh.nothing_on_spot", "请选择当场作出的处罚。", "proposed")
    limit = case.on_spot_limit
    if any((p.fen or 0) > limit for p in weighing.proposed):
        words = money_words(limit)
        yield Objection(
            "weigh.over_limit",
            f"当场处罚的罚款不得超过{words}元。（行政处罚法第五十一条）",
            "fine",
            {"limit": words},
        )
    if weighing.grade is Grade.MITIGATED:
        yield Objection(
            "weigh.mitigated_on_spot",
            "减轻处罚须说明法定情形并经审核，不当场作出。",
            "on_the_spot",
        )


def _of_gain(case: WeighingCase, weighing: Weighing) -> Iterator[Objection]:
    sheet = weighing.gain
    chosen = {proposed.sanction.kind for proposed in weighing.proposed}
    refunds = any(s.kind is SanctionKind.REFUND for s in case.violation.sanctions)
    if (
        SanctionKind.CONFISCATE_GAIN in chosen
        and refunds
        and SanctionKind.REFUND not in chosen
        and not (sheet is not None and sheet.refunds)
    ):
        yield Objection(
            "weigh.refund_first",
            "应当先责令退还多收的价款，无法退还的部分才予以没收。",
            "proposed",
        )
    if sheet is None:
        return
    yield from sheet.objections(case.day)
    taken = [
        proposed.fen
        for proposed in weighing.proposed
        if proposed.sanction.kind is SanctionKind.CONFISCATE_GAIN and proposed.fen is not None
    ]
    right = sheet.worked_out().confiscated
    if taken and sum(taken) != right:
        told, result = money_words(sum(taken)), money_words(right)
        yield Objection(
            "weigh.gain_differs",
            f"拟没收违法所得{told}元，违法所得表得出的是{result}元。",
            "proposed",
            {"taken": told, "result": result},
        )
    if sheet.exempt != weighing.leaves_gain:
        yield Objection(
            "weigh.gain_exempt",
            "违法所得表中“不予处罚、不予没收”应当与裁量档次一致。（总局令第118号第十五条）",
            "gain",
        )


def _of_reasons(weighing: Weighing, before: Weighed | None) -> Iterator[Objection]:
    if weighing.grade is not None and not weighing.reason.strip():
        yield Objection("weigh.reason_missing", "请写明裁量的理由。", "reason")
    if became_heavier(weighing, before) and not weighing.heavier_because.strip():
        yield Objection(
            "weigh.heavier_unexplained",
            "这次的意见比已记录的重，请写明新查明的事实；不得因当事人陈述、申辩而加重。",
            "heavier_because",
        )
