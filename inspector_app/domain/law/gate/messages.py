"""What the gate says: messages with rule, basis, words, and the place that mends them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from inspector_app.domain.law.case_facts import CaseFacts
from inspector_app.domain.law.gate import checks
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle
from inspector_app.domain.law.gate.rules import GateCheck, GateMode, GateRule, Run
from inspector_app.domain.law.gate.targets import CaseStage, place_of
from inspector_app.domain.visit_state import Step

__all__ = ["GateMessage", "blocks", "by_mode", "judge"]

# Said wherever days were counted through a year whose days off nobody has announced yet.
_YEARS_UNKNOWN = (
    "期限算至 {due}，其中{years}年本机没有放假安排，只扣除双休日和日期固定的法定节日，待核实。"
)
_OF_THE_WHOLE = frozenset({Run.SUBMIT, Run.DEMAND})


@dataclass(frozen=True, slots=True)
class GateMessage:
    """One message.

    ``code`` is stable and translated by the screens with ``facts``; ``text`` is the Chinese
    wording. ``step`` and ``target`` (item code, field key, slot key) are where it is mended; a
    :class:`CaseStage` where that is not on the visit's line of steps.
    """

    rule: str
    mode: GateMode
    code: str
    text: str
    basis: str
    step: Step | CaseStage
    target: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)


def judge(case: CaseFacts, occasion: Occasion) -> tuple[GateMessage, ...]:
    """Every message that stands against ``case`` on this occasion, in the order of the rules.

    After them what stands against each opinion on a finding, at that finding, where the whole case
    is asked about: no document tells an opinion.
    """
    found = list(_asked(case, occasion))
    if occasion.run in _OF_THE_WHOLE:
        weighed = replace(occasion, run=Run.WEIGH, document="")
        for opinion in case.opinions:
            told = _asked(case.as_decided(opinion), weighed)
            found.extend(replace(m, step=Step.FINDINGS, target=opinion.item) for m in told)
    return tuple(found)


def _asked(case: CaseFacts, occasion: Occasion) -> Iterator[GateMessage]:
    paper = occasion.paper(case)
    for rule in occasion.rules.rules:
        if not rule.is_on:
            continue
        for asked in rule.checks:
            if occasion.run not in asked.runs:
                continue
            if asked.kinds and (paper is None or paper.kind not in asked.kinds):
                continue
            obstacles = checks.CHECKS[asked.check].ask(case, occasion, asked)
            yield from _messages(rule, asked, obstacles)


def _messages(
    rule: GateRule, asked: GateCheck, obstacles: Iterable[Obstacle]
) -> Iterator[GateMessage]:
    for obstacle in obstacles:
        step, target = place_of(asked, obstacle)
        unknown = bool(obstacle.unknown_years)
        words = _YEARS_UNKNOWN if unknown else asked.message
        yield GateMessage(
            rule.id,
            GateMode.WARN if unknown else obstacle.mode or rule.mode_of(asked),
            "gate.years_unknown" if unknown else asked.code,
            words.format_map(obstacle.facts),
            obstacle.basis or rule.basis_of(asked),
            step,
            target,
            obstacle.facts,
        )


def blocks(messages: Iterable[GateMessage]) -> bool:
    """Whether any of them forbids to go on."""
    return any(message.mode is GateMode.BLOCK for message in messages)


def by_mode(messages: Iterable[GateMessage]) -> Mapping[GateMode, tuple[GateMessage, ...]]:
    """The messages by how strong they are, the strongest first; every mode is there."""
    told = tuple(messages)
    return {mode: tuple(m for m in told if m.mode is mode) for mode in GateMode}
