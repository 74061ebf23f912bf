"""What a decision's text says of illegal gain and goods value: what was decided (C04)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspector_app.domain.law.case_facts import CaseFacts, TypedText
from inspector_app.domain.law.gate.checks.told import DECISIONS, as_text, told_papers
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.money import money_words
from inspector_app.domain.law.penalty import FineBase, SanctionKind
from inspector_app.domain.law.text_readers import Amount, read_amounts

__all__: list[str] = []

_BETWEEN = r"(?:金额|数额|总额|款|共计|合计|总计|计|为|是|[：:（）()]|人民币|[¥￥])*"
_GAIN = re.compile(f"违法所得{_BETWEEN}")
_GOODS_VALUE = re.compile(f"货值{_BETWEEN}")
# 违法所得一万元以上的 is of the law, not of the case.
_OF_A_RANGE = re.compile(r"[）)]?\s*(?:以上|以下|以内|至|到|[-—~～])")


@check("label", "amount", "right")
def gain_differs(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A decision tells another illegal gain than it confiscates and its sheet comes to."""
    if case.decision is None:
        return
    right = {
        sanction.fen
        for sanction in case.decision.sanctions
        if sanction.kind is SanctionKind.CONFISCATE_GAIN
    }
    if case.gain is not None:
        right.add(case.gain.stated)
    yield from _differing(case, _GAIN, frozenset(right - {0}))


@check("label", "amount", "right")
def goods_value_differs(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A decision tells another value of the goods (货值金额) than its fine is counted from."""
    value = case.decision.bases.get(FineBase.GOODS_VALUE, 0) if case.decision is not None else 0
    yield from _differing(case, _GOODS_VALUE, frozenset({value} - {0}))


def _differing(case: CaseFacts, word: re.Pattern[str], right: frozenset[int]) -> Iterator[Obstacle]:
    """Amounts behind ``word`` that are none of ``right`` (fen), nor parts of what is told of it."""
    if not right:
        return
    for text in _of_the_decision(case):
        told = _told(text.text, word)
        fens = [amount.fen for amount in told]
        whole = not right.isdisjoint(fens) or sum(fens) in right
        for amount in told:
            if amount.fen not in right and (not whole or amount.fen > max(right)):
                facts = {"label": text.label, "amount": text.text[amount.start : amount.end]}
                yield Obstacle(text.target, {**facts, "right": money_words(max(right))})


def _told(text: str, word: re.Pattern[str]) -> list[Amount]:
    starts = {match.end() for match in word.finditer(text)}
    return [
        amount
        for amount in read_amounts(text)
        if amount.start in starts and not _OF_A_RANGE.match(text, amount.end)
    ]


def _of_the_decision(case: CaseFacts) -> Iterator[TypedText]:
    """A notice before it may tell other amounts: the defence was heard in between."""
    yield from (text for text in case.texts if text.target.partition(".")[0] in DECISIONS)
    yield from (as_text(paper) for paper in told_papers(case) if paper.kind in DECISIONS)
