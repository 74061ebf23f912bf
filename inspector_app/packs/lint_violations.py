"""Checks of a pack's violations: guards, measures, value classes, validity, what people say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from inspector_app.domain.law.penalty import Fine, Sanction, SanctionKind, Stage
from inspector_app.domain.law.violation import (
    OUR_AUTHORITY,
    PROVINCIAL_RULES,
    MeasureKind,
    Verification,
    Violation,
)
from inspector_app.packs.draft import Draft
from inspector_app.packs.entry import nearest
from inspector_app.packs.lint_references import lint_scope_words, lint_validity
from inspector_app.packs.problems import PackProblem, Place
from inspector_app.packs.vocabulary import (
    ACTIVITIES,
    AUTHORITIES,
    PARTY_TYPES,
    PREMISES,
    PRIOR_STEPS,
)

__all__ = ["MIN_SAYINGS", "lint_violations"]

# Fewer ways of saying a violation leave the search to its legal wording.
MIN_SAYINGS = 5

_ON_THE_SPOT = (MeasureKind.CORRECT_ON_SPOT, MeasureKind.ORDER_CORRECTION)


def lint_violations(draft: Draft) -> Iterator[PackProblem]:
    """What is wrong with the violations of a pack, one by one and side by side."""
    for violation in draft.violations.values():
        yield from _lint_violation(violation, draft)
    yield from _lint_repetitions(draft)
    yield from _lint_said_like(draft)


def _lint_said_like(draft: Draft) -> Iterator[PackProblem]:
    """Sayings are shared between texts of a law that follow each other; side by side they are two."""
    for code, others in draft.said_like.items():
        place = draft.place("said_like", code)
        for other in others:
            if other not in draft.violations:
                yield PackProblem.at(
                    place, f"没有编号为“{other}”的违法行为。", nearest(other, draft.violations)
                )
            elif _in_force_together(draft.violations[code], draft.violations[other]):
                yield PackProblem.at(
                    place,
                    f"“{code}”与“{other}”有同日施行的时候，不能共用口语说法。",
                    "said_like 只用于同一行为的新旧条文：请检查两条的 valid_from、valid_to。",
                )


def _in_force_together(one: Violation, other: Violation) -> bool:
    """Whether there is a day on which both apply."""
    return not (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one: Violation, other: Violation) -> bool:
    """Whether ``one`` no longer applies when ``other`` begins to."""
    if one.valid_to is None or other.valid_from is None:
        return False
    return one.valid_to < other.valid_from


def _lint_violation(violation: Violation, draft: Draft) -> Iterator[PackProblem]:
    place = draft.place("violation", violation.id)
    recalled = violation.verification is Verification.RECALLED
    # Where its clause stands may be just what is not verified yet.
    if not violation.duty and not recalled:
        yield PackProblem.at(place, f"违法行为“{violation.id}”没有义务条款。", "请补上 duty。")
    if not violation.measures:
        yield PackProblem.at(
            place, f"违法行为“{violation.id}”没有可采取的措施。", "请补上 measures。"
        )
    yield from _lint_scope(violation, draft)
    yield from _lint_authority(violation, draft)
    for step in violation.prior_steps:
        if step not in PRIOR_STEPS:
            yield PackProblem.at(place, f"不认识的前置步骤“{step}”。", nearest(step, PRIOR_STEPS))
    ends = draft.place("valid_to", violation.id)
    yield from lint_validity(violation.valid_from, violation.valid_to, ends)
    if violation.sanctions:
        yield from _lint_measures(violation, draft)
        yield from _lint_sanctions(violation, draft.place("tier", violation.id))
    sayings = draft.sayings.get(violation.id, ())
    if draft.catalogue and not recalled and len(sayings) < MIN_SAYINGS:
        yield PackProblem.at(
            draft.place("sayings", violation.id),
            f"违法行为“{violation.id}”只有 {len(sayings)} 种口语说法，目录至少要 {MIN_SAYINGS} 种。",
            "请在 sayings 中补上执法人员、店主、投诉人会怎么说。",
        )


def _lint_scope(violation: Violation, draft: Draft) -> Iterator[PackProblem]:
    place, scope = draft.place("scope", violation.id), violation.scope
    yield from lint_scope_words(scope.activities, ACTIVITIES, place)
    yield from lint_scope_words(scope.party_types, PARTY_TYPES, place)
    yield from lint_scope_words(scope.premises, PREMISES, place)


def _lint_authority(violation: Violation, draft: Draft) -> Iterator[PackProblem]:
    place, authority = draft.place("authority", violation.id), violation.authority
    if authority not in AUTHORITIES:
        yield PackProblem.at(
            place, f"不认识的执法主体“{authority}”。", nearest(authority, AUTHORITIES)
        )
    elif authority == PROVINCIAL_RULES:
        if any(measure not in _ON_THE_SPOT for measure in violation.measures):
            yield PackProblem.at(
                place,
                f"违法行为“{violation.id}”由省级规定确定执法主体，不得提出处罚。",
                "measures 只能写 correct_on_spot、order_correction；处罚由省级数据包写明。",
            )
    elif authority != OUR_AUTHORITY and violation.measures != (MeasureKind.TRANSFER,):
        yield PackProblem.at(
            place,
            f"违法行为“{violation.id}”不由市场监督管理部门处罚，只能移送。",
            "measures 请只写 transfer。",
        )


def _lint_measures(violation: Violation, draft: Draft) -> Iterator[PackProblem]:
    """Measures at the scene and prior steps agree with what the clause allows at first."""
    place = draft.place("violation", violation.id)
    at_once = {s.kind for s in violation.sanctions if s.stage is Stage.AT_ONCE}
    if MeasureKind.WARNING in violation.measures and SanctionKind.WARNING not in at_once:
        yield PackProblem.at(
            place,
            f"违法行为“{violation.id}”初次发现时，罚则没有警告。",
            "请从 measures 中删去 warning，或者核对罚则步骤。",
        )
    fines = {s.stage for s in violation.sanctions if s.kind is SanctionKind.FINE}
    stepwise = Stage.UNHEEDED in fines and Stage.AT_ONCE not in fines
    if stepwise and not violation.prior_steps and MeasureKind.TRANSFER not in violation.measures:
        yield PackProblem.at(
            place,
            f"违法行为“{violation.id}”的罚款以拒不改正为前提，却没有写明前置步骤。",
            "请写上 prior_steps，如 order_correction_refused。",
        )


def _lint_sanctions(violation: Violation, place: Place) -> Iterator[PackProblem]:
    classes: defaultdict[tuple[object, ...], list[tuple[Fine, bool]]] = defaultdict(list)
    choices: defaultdict[str, list[Sanction]] = defaultdict(list)
    for sanction in violation.sanctions:
        if sanction.choice:
            choices[sanction.choice].append(sanction)
        elif sanction.several:
            yield _contradiction(place, violation, "several 只能与 choice 一起写")
        if sanction.kind is SanctionKind.REFERRED and not sanction.words:
            yield _contradiction(place, violation, "转致处罚没有写明依据哪部法律（words）")
        word = sanction.for_whom
        if word and word not in ACTIVITIES:
            yield PackProblem.at(place, f"不认识的词“{word}”。", nearest(word, ACTIVITIES))
        fine = sanction.fine
        if fine is None:
            continue
        if fine.high < fine.low:
            yield _contradiction(place, violation, f"罚款下限 {fine.low} 高于上限 {fine.high}")
        if fine.base_unknown:
            if fine.class_of is None:
                yield _contradiction(place, violation, "base_unknown 没有写明哪个基数（class）")
        elif fine.class_of is not None:
            key = (sanction.stage, sanction.payer, sanction.for_whom, fine.class_of)
            classes[key].append((fine, sanction.optional))
        elif fine.from_value or fine.below_value:
            yield _contradiction(place, violation, "from、below 没有写明按什么分档（class）")
    for members in choices.values():
        if len(members) == 1:
            yield _contradiction(place, violation, f"选择项“{members[0].choice}”只有一项")
        if len({(s.optional, s.several) for s in members}) > 1:
            yield _contradiction(
                place, violation, f"选择项“{members[0].choice}”有的可以、有的应当，不一致"
            )
    for fines in classes.values():
        yield from _lint_classes(violation, fines, place)


def _lint_classes(
    violation: Violation, fines: list[tuple[Fine, bool]], place: Place
) -> Iterator[PackProblem]:
    """Each value belongs to exactly one class: the classes follow one another without end."""
    expected = 0
    for fine, _ in sorted(fines, key=lambda part: part[0].from_value):
        if fine.from_value != expected or (fine.below_value and fine.below_value <= expected):
            yield _contradiction(
                place, violation, f"货值分档在 {min(expected, fine.from_value)} 元处重叠或者缺档"
            )
            return
        expected = fine.below_value
        if not expected:
            break
    if expected or sum(fine.below_value == 0 for fine, _ in fines) != 1:
        yield _contradiction(place, violation, f"货值分档在 {expected} 元处重叠或者缺档")
    elif len({optional for _, optional in fines}) > 1:
        yield _contradiction(place, violation, "各档罚款有的可以、有的应当，不一致")


def _contradiction(place: Place, violation: Violation, what: str) -> PackProblem:
    return PackProblem.at(
        place,
        f"违法行为“{violation.id}”的罚则步骤：{what}。",
        "请对照条文核对这一档的 steps。",
    )


def _lint_repetitions(draft: Draft) -> Iterator[PackProblem]:
    """Neither the name of a violation nor a way of saying it may mean two."""
    for named, part in (
        ("表述", {v.id: (v.wording,) for v in draft.violations.values()}),
        ("口语说法", draft.sayings),
    ):
        first: dict[str, str] = {}
        for code, texts in part.items():
            for text in texts:
                known = first.setdefault(text, code)
                if known != code or texts.count(text) > 1:
                    yield PackProblem.at(
                        draft.place("violation", code),
                        f"“{code}”的{named}“{text}”与“{known}”的重复。",
                        "请写出两者的不同。",
                    )
