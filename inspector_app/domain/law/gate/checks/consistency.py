"""Codes, dates, amounts, articles and numbers: whether texts agree with the record (C02–C06)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from inspector_app.domain.law.case_facts import CaseFacts, PaperFacts
from inspector_app.domain.law.citation import Citation, agree, format_citation, short_name
from inspector_app.domain.law.citation_text import read_citations, unread_stretches
from inspector_app.domain.law.gate.checks.law_of_act import days_of_law
from inspector_app.domain.law.gate.checks.told import DECISIONS, as_text, told_papers, told_texts
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.money import money_words
from inspector_app.domain.law.penalty import SanctionKind
from inspector_app.domain.law.text_readers import (
    read_amounts,
    read_credit_codes,
    read_dates,
    read_document_numbers,
)

__all__: list[str] = []

_BRACKETED = re.compile(r"[\s（(：:,，、人民币大写小写即¥￥]*")


@check("label", "code", "right")
def credit_code_differs(
    case: CaseFacts, _on: Occasion, *, steps: tuple[str, ...]
) -> Iterator[Obstacle]:
    """A credit code that is not the party's, or not one at all."""
    if case.party is None or not case.party.credit_code:
        return
    right = case.party.credit_code
    for text in told_texts(case, steps):
        for code, _ in read_credit_codes(text.text):
            if code != right:
                facts = {"label": text.label, "code": code, "right": right}
                yield Obstacle(text.target, facts)


@check("label", "day")
def date_impossible(case: CaseFacts, on: Occasion, *, steps: tuple[str, ...]) -> Iterator[Obstacle]:
    """A date that no calendar has, or, in what was seen, one that has not come yet."""
    for text in told_texts(case, steps):
        for told in read_dates(text.text):
            ahead = text.use == "facts" and told.day is not None and told.day > on.day
            if told.day is None or ahead:
                yield Obstacle(text.target, {"label": text.label, "day": told.text})


@check("label", "words", "figures")
def amount_words_differ(
    case: CaseFacts, _on: Occasion, *, steps: tuple[str, ...]
) -> Iterator[Obstacle]:
    """An amount in words and the same in figures beside it are not the same."""
    for text in told_texts(case, steps):
        amounts = read_amounts(text.text)
        for one, other in pairwise(amounts):
            beside = _BRACKETED.fullmatch(text.text[one.end : other.start]) is not None
            if beside and one.in_words is not other.in_words and one.fen != other.fen:
                words, figures = (one, other) if one.in_words else (other, one)
                facts: dict[str, str | int] = {
                    "label": text.label,
                    "words": text.text[words.start : words.end],
                    "figures": text.text[figures.start : figures.end],
                }
                yield Obstacle(text.target, facts)


_IMPOSED = re.compile(r"处以?(?:人民币)?\Z")
_THE_FINE = re.compile(r"的?罚款")
_FINED = re.compile(r"罚款(?:人民币|共计|合计|计)?[：:]?(?:人民币)?")


@check("label", "amount", "right")
def fine_differs(case: CaseFacts, _on: Occasion, *, steps: tuple[str, ...]) -> Iterator[Obstacle]:
    """A text names a fine that is neither one of the decision's nor what they come to."""
    if case.decision is None:
        return
    fines = [s.fen for s in case.decision.sanctions if s.kind is SanctionKind.FINE]
    if not fines:
        return
    right = {*fines, sum(fines)}
    for text in told_texts(case, steps):
        starts = {match.end() for match in _FINED.finditer(text.text)}
        for amount in read_amounts(text.text):
            before, after = text.text[: amount.start], text.text[amount.end :]
            told_first = _IMPOSED.search(before) and _THE_FINE.match(after)
            if (told_first or amount.start in starts) and amount.fen not in right:
                told = text.text[amount.start : amount.end]
                facts = {"label": text.label, "amount": told, "right": money_words(max(fines))}
                yield Obstacle(text.target, facts)


_TOTAL = re.compile(
    r"罚没(?:款项?|金额|总额)?(?:合计|共计|总计|总额|金额|计|为|是)*[：:]?(?:人民币)?[¥￥]?"
)


@check("label", "amount", "right")
def total_differs(case: CaseFacts, _on: Occasion, *, steps: tuple[str, ...]) -> Iterator[Obstacle]:
    """A text sums up fines and confiscated money (罚没款) to something else than they come to."""
    total = _total(case)
    if total is None:
        return
    for text in told_texts(case, steps):
        starts = {match.end() for match in _TOTAL.finditer(text.text)}
        for amount in read_amounts(text.text):
            if amount.start in starts and amount.fen != total:
                told = text.text[amount.start : amount.end]
                facts = {"label": text.label, "amount": told, "right": money_words(total)}
                yield Obstacle(text.target, facts)


def _total(case: CaseFacts) -> int | None:
    """Fines and confiscated money of the decision in fen; None where a part is not known."""
    if case.decision is None:
        return None
    total = 0
    for sanction in case.decision.sanctions:
        if sanction.kind is SanctionKind.CONFISCATE_GAIN and case.gain is not None:
            # The sheet has the fen too.
            total += case.gain.stated
        elif sanction.kind in _MONEY:
            if not sanction.fen:
                return None
            total += sanction.fen
    return total or None


_MONEY = frozenset(
    {SanctionKind.FINE, SanctionKind.CONFISCATE_GAIN, SanctionKind.CONFISCATE_INCOME}
)


@check("label", "citation")
def article_differs(case: CaseFacts, on: Occasion, *, steps: tuple[str, ...]) -> Iterator[Obstacle]:
    """A text cites another place of a law than something was found under; so does a paper.

    The same place of a law of like name is another too: 《…法》第九条 is not 《…法实施条例》第九条.
    """
    known = _cited(case)
    typed = [(text, known) for text in case.texts if text.step in steps]
    # What a form cites by itself is not for the officers to mend; measures have bases of their own.
    papers = told_papers(case) if "documents" in steps else ()
    printed = [(as_text(paper), (*known, *_beside(paper, case, on))) for paper in papers]
    for text, right in (*typed, *printed):
        told = (each.citation for each in read_citations(text.text, on.rules.laws))
        for citation in dict.fromkeys(told):
            if _is_another(citation, right, known):
                yield Obstacle(
                    text.target, {"label": text.label, "citation": format_citation(citation)}
                )


@check("label", "citation")
def clause_left_out(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """A decision's paper that does not cite by what an act is punished (处罚法 59; 程序规定 62).

    Where it cites another place of that law, that is said of the other place.
    """
    decision = case.decision
    if decision is None or not decision.sanctions:
        return
    known = _cited(case)
    for paper in told_papers(case):
        if paper.kind not in DECISIONS:
            continue
        told = [each.citation for each in read_citations(paper.text, on.rules.laws)]
        wrong = {each.law for each in told if not any(agree(each, one) for one in known)}
        for clause in dict.fromkeys(c for act in case.acts for c in act.violation.penalty):
            if clause.law not in wrong and not any(agree(each, clause) for each in told):
                facts = {"label": as_text(paper).label, "citation": format_citation(clause)}
                yield Obstacle(paper.kind, facts)


def _beside(paper: PaperFacts, case: CaseFacts, on: Occasion) -> Iterator[Citation]:
    """What a paper may cite beside what was found: of its form, of measures, of no penalty."""
    of_measures = (f"《{taken.law}》{taken.basis}" for taken in case.coercions)
    for words in (paper.basis, *of_measures):
        yield from (each.citation for each in read_citations(words, on.rules.laws))
    yield from case.exemption.basis if case.exemption is not None else ()


def _is_another(told: Citation, right: tuple[Citation, ...], known: tuple[Citation, ...]) -> bool:
    """Whether ``told`` is none of ``right``, and of the law of one ``known`` or its place there."""
    if any(agree(told, clause) for clause in right):
        return False
    laws = {clause.law for clause in known}
    if told.law in laws:
        return True
    return any(
        _alike(told.law, clause.law) and agree(replace(told, law=clause.law), clause)
        for clause in known
    )


def _alike(one: str, other: str) -> bool:
    """Whether one law's name is the other's with more behind it: …法, …法实施条例."""
    first, second = sorted((short_name(one), short_name(other)), key=len)
    return second.startswith(first)


# 第三项不符合 is no citation; what stands in one sentence with a law is meant as one.
_OF_A_LAW = re.compile(
    r"《|违反|依据|依照|根据|按照|[\u3400-\u9fff](?:法|条例|办法|规定|规则|细则)(?!人)"
)
_OTHERS = r"合同|协议|公约|章程|制度|标准|规范|清单|要点表|检查表|记录表"
_OF_OTHERS = re.compile(r"(?:合同|协议|公约|清单|要点表|检查表|记录表)[^，,；;。]{0,4}\Z")
# 该条第二款 is of what was named last, in whatever sentence.
_POINTING_BACK = re.compile(r"(?:该|本|同|上述|前述)条(?:的|中的|规定的)?\Z")
_LAST_NAMED = re.compile(rf"(?:(?P<law>[\u3400-\u9fff](?:法|条例|办法|规定|细则))|{_OTHERS})》?第")
_SENTENCE_END = "。！？!?；;\n"


@check("label", "places")
def citation_not_understood(
    case: CaseFacts, on: Occasion, *, steps: tuple[str, ...]
) -> Iterator[Obstacle]:
    """A text cites places that no reader can be sure of, so that no check has looked at them."""
    for text in (typed for typed in case.texts if typed.step in steps):
        unread = unread_stretches(text.text, read_citations(text.text, on.rules.laws))
        told = (_told(text.text[:start], text.text[start:end]) for start, end in unread)
        meant = [each for each in dict.fromkeys(told) if each]
        if meant:
            yield Obstacle(text.target, {"label": text.label, "places": "、".join(meant)})


def _told(before: str, place: str) -> str:
    """How to name the unread ``place`` behind ``before``; empty where it is of no law."""
    back = _POINTING_BACK.search(before)
    if back is not None:
        named = [match["law"] for match in _LAST_NAMED.finditer(before, 0, back.start())]
        if named:
            return back[0] + place if named[-1] else ""
    sentence = before[max(before.rfind(end) for end in _SENTENCE_END) + 1 :]
    meant = _OF_A_LAW.search(sentence) is not None and _OF_OTHERS.search(sentence) is None
    return place if meant else ""


def _cited(case: CaseFacts) -> tuple[Citation, ...]:
    found = [finding.violation for finding in case.inspection.findings] if case.inspection else []
    violations = [*found, *(act.violation for act in case.acts)]
    decided = case.decision.cites if case.decision is not None else ()
    clauses = [clause for v in violations for clause in (*v.duty, *v.penalty)]
    return (*clauses, *decided)


@check("label", "number")
def document_number_unknown(
    case: CaseFacts, _on: Occasion, *, steps: tuple[str, ...]
) -> Iterator[Obstacle]:
    """A text names a number of a word and year of this case that none of its papers carries."""
    own = [told for paper in case.papers for told in read_document_numbers(paper.number)]
    for text in told_texts(case, steps):
        for word, year, seq in read_document_numbers(text.text):
            alike = [n for n in own if n[1] == year and word.endswith(n[0])]
            if alike and all(number != seq for _, _, number in alike):
                number = f"{alike[0][0]}〔{year}〕{seq}号"
                yield Obstacle(text.target, {"label": text.label, "number": number})


_YEAR = re.compile(r"〔(?P<year>[0-9]{4})〕")


@check("label", "number", "right")
def number_brackets_differ(
    case: CaseFacts, _on: Occasion, *, steps: tuple[str, ...]
) -> Iterator[Obstacle]:
    """A number of this case's papers with other brackets around its year: [2026] for 〔2026〕."""
    own = dict.fromkeys(paper.number for paper in case.papers)
    if case.decision is not None:
        own[case.decision.number] = None
    for text in told_texts(case, steps):
        for number in own:
            year = _YEAR.search(number)
            told = _with_any_brackets(number, year).search(text.text) if year else None
            if told is not None:
                facts = {"label": text.label, "number": told[0], "right": number}
                yield Obstacle(text.target, facts)


def _with_any_brackets(number: str, year: re.Match[str]) -> re.Pattern[str]:
    """``number`` with one mark on each side of its year, and not those that it has."""
    before, after = re.escape(number[: year.start()]), re.escape(number[year.end() :])
    return re.compile(rf"{before}(?!〔{year['year']}〕)[^\w\s]\s*{year['year']}\s*[^\w\s]{after}")


@check("citation", "edition")
def finding_citation_unresolved(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """A clause of a finding that no installed text has on the day that its law is taken from (R39)."""
    unresolved = _unresolved(case, on)
    for finding in case.inspection.findings if case.inspection is not None else ():
        for clause in dict.fromkeys((*finding.violation.duty, *finding.violation.penalty)):
            if clause in unresolved:
                yield Obstacle(finding.item, unresolved[clause])


@check("citation", "edition")
def citation_unresolved(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """Any other citation that no installed text has on the day that its law is taken from (R39).

    That is the day of the act, or of the decision where a newer law was weighed; what people
    typed and what a decision cites of procedure may be of any day of the case.
    """
    findings = case.inspection.findings if case.inspection is not None else ()
    told = {c for each in findings for c in (*each.violation.duty, *each.violation.penalty)}
    for citation, facts in _unresolved(case, on).items():
        if citation not in told:
            yield Obstacle(facts=facts)


def _unresolved(case: CaseFacts, on: Occasion) -> Mapping[Citation, Mapping[str, str | int]]:
    """What leads nowhere on any of its days, with the editions that were looked into."""
    if on.resolves is None:
        return {}
    found: dict[Citation, Mapping[str, str | int]] = {}
    for citation, days in _cited_on(case, on).items():
        if all(on.resolves(citation, day) is False for day in days):
            seen = {on.edition_on(citation.law, day) for day in days} if on.edition_on else set()
            editions = "、".join(sorted(str(edition) for edition in seen if edition is not None))
            found[citation] = {"citation": format_citation(citation), "edition": editions}
    return found


def _cited_on(case: CaseFacts, on: Occasion) -> Mapping[Citation, frozenset[date]]:
    """Each citation with the days on one of which it must stand."""
    decision, seen = case.decision, case.inspection
    found: dict[Citation, set[date]] = {}
    newer = {decision.on} if decision is not None and decision.newer_weighed else set()
    seen_on = {seen.on} if seen is not None else set()
    told = [(finding.violation, seen_on) for finding in seen.findings] if seen is not None else []
    told += [(act.violation, set(days_of_law(act, case, on))) for act in case.acts]
    for violation, days in told:
        for clause in (*violation.duty, *violation.penalty):
            found.setdefault(clause, set()).update(days | newer)
    whole = {decision.on if decision is not None else on.day}.union(*(days for _, days in told))
    for citation in (*(decision.cites if decision is not None else ()), *case.citations):
        found.setdefault(citation, set(whole))
    return {citation: frozenset(days) for citation, days in found.items()}
