"""Checks across a pack's parts: what names what, and whether it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from inspector_app.domain.checklist import ChecklistDefinition, Item
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.violation import Verification
from inspector_app.packs.draft import Draft
from inspector_app.packs.entry import nearest
from inspector_app.packs.expressions import XlsFormExpressions
from inspector_app.packs.lint_deadlines import lint_deadlines
from inspector_app.packs.lint_gate import lint_gate
from inspector_app.packs.lint_references import lint_violation_codes
from inspector_app.packs.lint_template import lint_templates
from inspector_app.packs.lint_violations import lint_violations
from inspector_app.packs.lint_weighing import lint_weighing
from inspector_app.packs.pack import Grading
from inspector_app.packs.problems import PackProblem, Place
from inspector_app.packs.vocabulary import (
    GRADE_VARIABLES,
    HANDLING_VARIABLES,
    ITEM_VARIABLES,
    VISIT_KINDS,
)

__all__ = ["lint_draft"]

_ITEM_NUMBER = re.compile(r"[A-Z]?\d{1,3}(\.\d{1,3}){0,2}")
_CODE = re.compile(r"[A-Z][A-Z0-9]*(\.[A-Z0-9]+){1,4}")


def lint_draft(draft: Draft) -> tuple[PackProblem, ...]:
    """The problems that appear only when all parts of a pack are seen together."""
    return tuple(_problems(draft, XlsFormExpressions()))


def _problems(draft: Draft, expressions: XlsFormExpressions) -> Iterator[PackProblem]:
    yield from _duplicates_of_dependencies(draft)
    yield from lint_violations(draft)
    for grading in draft.gradings.values():
        yield from _lint_grading(grading, draft, expressions)
    for item in draft.items.values():
        yield from _lint_shared_item(item, draft, expressions)
    for checklist in draft.checklists:
        yield from _lint_checklist(checklist, draft, expressions)
    yield from lint_templates(draft, expressions)
    yield from lint_deadlines(draft)
    yield from lint_weighing(draft)
    yield from lint_gate(draft)


def _lint_grading(
    grading: Grading, draft: Draft, expressions: XlsFormExpressions
) -> Iterator[PackProblem]:
    for index, grade in enumerate(grading.grades):
        place = draft.place("grade", grading.id, str(index))
        yield from check_expression(expressions, grade.when, GRADE_VARIABLES, place)
        codes: set[str] = set()
        for number, handling in enumerate(grade.handlings):
            place = draft.place("handling", grading.id, str(index), str(number))
            yield from check_expression(expressions, handling.when, HANDLING_VARIABLES, place)
            if handling.code in codes:
                yield PackProblem.at(
                    place, f"结果处理“{handling.code}”重复。", "请改用另一个代码。"
                )
            codes.add(handling.code)
    if not grading.grades or grading.grades[-1].when.strip() != "true()":
        yield PackProblem.at(
            draft.place("grading", grading.id),
            f"结果判定“{grading.id}”没有兜底的一级，可能判不出结果。",
            "请使最后一级的 when 为 true()。",
        )


def check_expression(
    expressions: XlsFormExpressions,
    expression: str,
    variables: Mapping[str, object],
    place: Place,
) -> Iterator[PackProblem]:
    """Note a problem if ``expression`` does not parse or reads an unknown variable."""
    if not expression:
        return
    try:
        expressions.check(expression, variables)
    except UserError as error:
        yield PackProblem.at(place, error.what, error.mend)


def _duplicates_of_dependencies(draft: Draft) -> Iterator[PackProblem]:
    for dependency in draft.depends:
        for code in draft.violations.keys() & dependency.all_violations().keys():
            yield PackProblem.at(
                draft.place("violation", code),
                f"违法行为“{code}”在依赖的包“{dependency.id}”中已有。",
                "请改用另一个编号，或直接引用。",
            )


def _lint_shared_item(
    item: Item, draft: Draft, expressions: XlsFormExpressions
) -> Iterator[PackProblem]:
    """An item that checklists use by its code: checked here, in its own pack, used or not."""
    yield from _lint_code(item, draft.place("item", item.code))
    yield from _lint_bindings(item, f"项目 {item.code}", draft.place("bound", item.code), draft)
    place = draft.place("relevant", item.code)
    yield from check_expression(expressions, item.relevant, ITEM_VARIABLES, place)


def _lint_checklist(
    checklist: ChecklistDefinition, draft: Draft, expressions: XlsFormExpressions
) -> Iterator[PackProblem]:
    whole = draft.place("checklist", checklist.id)
    if any(known.id == checklist.id for known in draft.checklists if known is not checklist):
        yield PackProblem.at(whole, f"检查表代码“{checklist.id}”重复。", "请改用另一个代码。")
    for kind in checklist.partial_allowed:
        if kind not in VISIT_KINDS:
            yield PackProblem.at(whole, f"不认识的检查方式“{kind}”。", nearest(kind, VISIT_KINDS))
    yield from _lint_numbers(checklist, draft)
    yield from _lint_counts(checklist, draft)
    for item in checklist.items:
        if (checklist.id, item.number) in draft.used:
            continue
        place = draft.place("bound", checklist.id, item.number)
        yield from _lint_bindings(item, f"项目 {item.number}", place, draft)
        place = draft.place("relevant", checklist.id, item.number)
        yield from check_expression(expressions, item.relevant, ITEM_VARIABLES, place)


def _lint_numbers(checklist: ChecklistDefinition, draft: Draft) -> Iterator[PackProblem]:
    codes: set[str] = set()
    numbers: set[str] = set()
    for section in checklist.sections:
        for item in section.items:
            place = draft.place("item", checklist.id, item.code, item.number)
            if (checklist.id, item.number) not in draft.used:
                yield from _lint_code(item, place)
            if item.code in codes:
                yield PackProblem.at(
                    place, f"项目代码“{item.code}”在本表中重复。", "请改用另一个代码。"
                )
            if item.number in numbers:
                yield PackProblem.at(place, f"项目序号“{item.number}”重复。", "请改正序号。")
            elif item.number and not (
                _ITEM_NUMBER.fullmatch(item.number) and item.number.split(".")[0] == section.number
            ):
                yield PackProblem.at(
                    place,
                    f"项目序号“{item.number}”与类别序号“{section.number}”不一致。",
                    f"请写成“{section.number}.1”的形式。",
                )
            codes.add(item.code)
            numbers.add(item.number)


def _lint_code(item: Item, place: Place) -> Iterator[PackProblem]:
    if item.code and not _CODE.fullmatch(item.code):
        yield PackProblem.at(
            place,
            f"项目代码“{item.code}”的写法不对。",
            "请写成 FOOD.LICENCE.VALID：大写字母和数字，用点分层。",
        )


def _lint_bindings(item: Item, named: str, place: Place, draft: Draft) -> Iterator[PackProblem]:
    known = draft.all_violations()
    if not item.violations:
        yield PackProblem.at(
            place,
            f"{named} 没有绑定违法行为：判为不符合时无从提出条款。",
            "请在 violations 中写明至少一个编号。",
        )
    yield from lint_violation_codes(item.violations, draft, place)
    for code in item.violations:
        if code in known and known[code].verification is Verification.RECALLED:
            yield PackProblem.at(
                place,
                f"违法行为“{code}”尚待核实（R），不得提出。",
                "请核实条款并改为 V，或删去该引用。",
            )


def _lint_counts(checklist: ChecklistDefinition, draft: Draft) -> Iterator[PackProblem]:
    expected = draft.expectations.get(checklist.id)
    if expected is None:
        return
    items = len(checklist.items)
    key = sum(item.kind.value == "key" for item in checklist.items)
    for name, wanted, found in (
        ("检查项目", expected.items, items),
        ("重点项目", expected.key, key),
    ):
        if wanted is not None and wanted != found:
            yield PackProblem.at(
                expected.place,
                f"声明有 {wanted} 个{name}，实有 {found} 个。",
                "请补齐项目，或改正声明的数目。",
            )
