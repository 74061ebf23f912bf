"""Whether the gate's rules are whole: every rule of the list once, each code said by one check."""

from __future__ import annotations

from collections.abc import Iterator

from inspector_app.domain.law.gate.rules import RULES_PACK, GateMode
from inspector_app.domain.law.violation import Verification
from inspector_app.packs.draft import Draft
from inspector_app.packs.problems import PackProblem, Place

__all__ = ["REQUIRED", "lint_gate"]

REQUIRED = tuple(f"R{number:02d}" for number in range(1, 57))
"""The rules of domain-facts §7 and its addendum; the pack of shared rules holds each."""


def lint_gate(draft: Draft) -> Iterator[PackProblem]:
    """Problems of the rules of one pack."""
    if draft.id == RULES_PACK:
        for missing in (rule for rule in REQUIRED if rule not in draft.gate):
            yield PackProblem.at(
                Place("gate"), f"缺少规则“{missing}”。", "请补上；不用的规则写 status: R。"
            )
    codes: dict[str, str] = {}
    for rule in draft.gate.values():
        place = draft.place("rule", rule.id)
        recalled = rule.status is Verification.RECALLED
        # A recalled rule that would block is switched off whole, and may stand as it was read.
        speaks = recalled and rule.is_on
        if speaks and any(rule.mode_of(check) is not GateMode.PROMPT for check in rule.checks):
            yield PackProblem.at(
                place, f"规则“{rule.id}”待核实，只能提示。", "请改为 prompt，或者核实后改状态。"
            )
        # Its codes are told apart all the same: it speaks once it is verified.
        for check in rule.checks:
            if check.code in codes:
                yield PackProblem.at(
                    place,
                    f"代码“{check.code}”已由规则“{codes[check.code]}”使用。",
                    "请改用另一个代码。",
                )
            codes[check.code] = rule.id
