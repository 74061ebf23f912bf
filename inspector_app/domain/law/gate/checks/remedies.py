"""The remedies (救济途径) that a decision tells: those of its law, and in its own words (R07, R20, R47)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inspector_app.domain.chinese import chinese_number, read_chinese_number
from inspector_app.domain.law.case_facts import CaseFacts, Level, Procedure
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.gate.checks.procedure import on_the_spot, ordinary
from inspector_app.domain.law.gate.checks.told import DECISIONS, as_text, plain, told_papers
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.gate.rules import basis_words
from inspector_app.domain.law.violation import RemedyBlock, Violation

__all__: list[str] = []

_WORDS: Mapping[RemedyBlock, str] = {
    RemedyBlock.ORDINARY: "普通情形（六十日内复议或者六个月内诉讼）",
    RemedyBlock.ON_THE_SPOT: "当场处罚（复议前置）",
    RemedyBlock.PRICE: "价格案件（复议前置）",
    RemedyBlock.METROLOGY: "计量法第三十一条（十五日内诉讼）",
    RemedyBlock.TOBACCO: "烟草专卖法第四十一条（十五日内复议或者诉讼）",
}
# Laws that name remedies of their own; the rule names what holds for all others.
_BASIS: Mapping[RemedyBlock, Citation] = {
    RemedyBlock.PRICE: Citation("价格违法行为行政处罚规定", 20),
    RemedyBlock.METROLOGY: Citation("中华人民共和国计量法", 31),
    RemedyBlock.TOBACCO: Citation("中华人民共和国烟草专卖法", 41),
}


@dataclass(frozen=True, slots=True)
class RemedyLaws:
    """The laws that name remedies of their own for what they punish (addendum §2.3)."""

    price: tuple[str, ...]
    metrology: tuple[str, ...]
    tobacco: tuple[str, ...]

    def of(self, violation: Violation) -> RemedyBlock:
        """The remedies of the law that punishes it; where that names none, those of its row."""
        punishing = {clause.law for clause in violation.penalty}
        for block, laws in (
            (RemedyBlock.PRICE, self.price),
            (RemedyBlock.METROLOGY, self.metrology),
            (RemedyBlock.TOBACCO, self.tobacco),
        ):
            if punishing & set(laws):
                return block
        return violation.remedy


@check()
def on_spot_remedy_wrong(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The remedies do not say that review comes first (复议法 23)."""
    decision = on_the_spot(case)
    if decision is not None and decision.remedy is not RemedyBlock.ON_THE_SPOT:
        yield Obstacle()


@check()
def remedy_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """No remedies stand in the decision."""
    if (decision := ordinary(case)) is not None and decision.remedy is None:
        yield Obstacle()


@check("wanted")
def remedy_other_than_law(
    case: CaseFacts, _on: Occasion, *, laws: RemedyLaws
) -> Iterator[Obstacle]:
    """The remedies are not those that the law of the penalty asks for (addendum §2.3)."""
    decision = case.decision
    if decision is None or decision.remedy is None:
        return
    if decision.procedure is Procedure.ON_THE_SPOT or not case.acts:
        # On the spot review comes first whatever the law; that is a rule of its own.
        return
    wanted = {laws.of(act.violation) for act in case.acts}
    if decision.remedy not in wanted:
        right = max(wanted, key=_special)
        basis = basis_words((_BASIS[right],)) if right in _BASIS else ""
        yield Obstacle(facts={"wanted": _WORDS[right]}, basis=basis)


def _special(block: RemedyBlock) -> bool:
    """Whether a law names remedies of its own, before which the ordinary ones give way."""
    return block is not RemedyBlock.ORDINARY


@dataclass(frozen=True, slots=True)
class _Term:
    """A term in days or months (日, 个月)."""

    number: int
    unit: str

    def __str__(self) -> str:
        return chinese_number(self.number) + self.unit


@dataclass(frozen=True, slots=True)
class _Terms:
    """Within which terms review (复议) and a lawsuit (诉讼) may be told; the first is the usual one."""

    review: tuple[_Term, ...] = (_Term(60, "日"),)
    suit: tuple[_Term, ...] = (_Term(6, "个月"),)


# Where review comes first, the lawsuit follows its decision within 15 days (行政诉讼法 45). How the 15
# days of the tobacco law sit with the 60 of 复议法 20 is for the lawyer: both are let pass.
_FIFTEEN = _Term(15, "日")
_AFTER_REVIEW = _Terms(suit=(_FIFTEEN, _Term(6, "个月")))
_TERMS: Mapping[RemedyBlock, _Terms] = {
    RemedyBlock.ORDINARY: _Terms(),
    RemedyBlock.ON_THE_SPOT: _AFTER_REVIEW,
    RemedyBlock.PRICE: _AFTER_REVIEW,
    RemedyBlock.METROLOGY: _Terms(suit=(_FIFTEEN,)),
    RemedyBlock.TOBACCO: _Terms(review=(_Term(60, "日"), _FIFTEEN), suit=(_FIFTEEN,)),
}
_SENTENCE = re.compile(r"[^。；;]+")
_TERM = re.compile(
    r"(?P<number>[0-9]+|[〇零一二三四五六七八九十两百]+)(?P<unit>个?工作日|日|天|个?月)(?:之|以)?内"
)
# Of two terms told in one breath (六十日或者六个月内) nobody can say which is whose.
_AFTER_ANOTHER = re.compile(r"[日天月](?:或者?|、|至|到)\Z")
_UNITS = {"天": "日", "月": "个月", "工作日": "个工作日"}
_REMEDY = re.compile("(?P<review>复议)|诉讼|起诉")
# What has terms of its own, though a remedy is told behind it.
_OTHER = re.compile("缴|罚款|履行|执行|改正|听证|陈述|申辩|受理")
_REVIEWED = re.compile("复议(?:决定|机关|期)|经过?复议")


@check("label", "told", "right")
def remedy_term_differs(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The decision's words give another term for review or a lawsuit than the law (处罚法 59)."""
    decision = case.decision
    if decision is None or decision.remedy is None:
        return
    for paper in told_papers(case):
        if paper.kind in DECISIONS:
            for told, right in _wrong_terms(plain(paper.text), _TERMS[decision.remedy]):
                facts = {"label": as_text(paper).label, "told": told, "right": right}
                yield Obstacle(paper.kind, facts)


def _wrong_terms(text: str, terms: _Terms) -> Iterator[tuple[str, str]]:
    """What is told of a remedy's term and is not the law's, with how it would be right."""
    for sentence in _SENTENCE.findall(text):
        found = list(_TERM.finditer(sentence))
        ends = (*(term.start() for term in found[1:]), len(sentence))
        for term, end in zip(found, ends, strict=False):
            remedy = _REMEDY.search(sentence, term.end(), end)
            if remedy is None or _OTHER.search(sentence, term.end(), remedy.start()):
                continue
            if _AFTER_ANOTHER.search(sentence, 0, term.start()):
                continue
            rights = terms.review if remedy["review"] else terms.suit
            if _REVIEWED.search(sentence, 0, term.start()):
                rights = (*rights, _FIFTEEN)
            if _read(term) not in rights:
                what = "申请行政复议" if remedy["review"] else "提起行政诉讼"
                yield sentence[term.start() : remedy.end()], f"{rights[0]}内{what}"


def _read(term: re.Match[str]) -> _Term | None:
    unit = _UNITS.get(term["unit"], term["unit"])
    try:
        return _Term(read_chinese_number(term["number"]), unit)
    except ValueError:
        return None


_ORGAN = re.compile(r"向(?P<organ>[^，,。；;向]{2,40}?)(?:申请|提起|提出)(?:行政)?复议")
_GOVERNMENT = "政府"


@check("label", "organ")
def review_organ_differs(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The decision's words send the party for review to another than the government (复议法 24).

    A department of the State Council reviews its own penalties (25), and 烟草专卖法 41 sends higher.
    """
    decision = case.decision
    if decision is None or decision.remedy is RemedyBlock.TOBACCO or case.level is Level.NATION:
        return
    for paper in told_papers(case):
        if paper.kind in DECISIONS:
            for told in _ORGAN.finditer(plain(paper.text)):
                if _GOVERNMENT not in told["organ"]:
                    facts = {"label": as_text(paper).label, "organ": told["organ"]}
                    yield Obstacle(paper.kind, facts)
