"""How ``law check`` words what it found, in Chinese and, by code, in other languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from inspector_app.domain.law.catalogue_check import (
    Complaint,
    ComplaintCode,
    Unchecked,
    UncheckedCode,
)
from inspector_app.domain.law.citation import Citation, CitationStyle, format_citation
from inspector_app.domain.law.sanction_check import MismatchCode
from inspector_app.domain.law.violation import Verification
from inspector_app.domain.plain import to_plain
from inspector_app.packs.cited_check import CheckedPack
from inspector_app.wordings import Voice

__all__ = ["nothing_checked", "told_data", "told_lines"]

_LISTED = 12


def told_lines(result: CheckedPack, voice: Voice) -> Iterator[str]:
    """What became of one pack, line by line."""
    yield voice.say(
        "law_check.sum",
        "{pack}：违法行为 {violations} 条；与条文相符：条款 {places} 处，关键词 {anchors} 个，"
        "罚则步骤 {sanctions} 步；问题 {wrong} 处；因缺少文本未能核对 {lacking} 处。",
        pack=f"{result.pack}@{result.version}",
        violations=result.violations,
        places=result.places,
        anchors=result.anchors,
        sanctions=result.sanctions,
        wrong=len(result.complaints),
        lacking=len(result.lacking),
    )
    for where, complaint in result.complaints:
        yield "  ✗ " + voice.say(
            "law_check.wrong", "{where}：{why}", where=where, why=_complaint_words(complaint, voice)
        )
    for reason, places in _grouped(result.unchecked).items():
        yield "  ? " + voice.say(
            "law_check.unchecked",
            "{why}（{count}）：{listed}{more}",
            why=_unchecked_words(reason, voice),
            count=len(places),
            listed=_listed(places[:_LISTED], voice),
            more="…" if len(places) > _LISTED else "",
        )
    if result.open_sanctions:
        yield "  ? " + voice.say(
            "law_check.open_sanctions",
            "因此未能核对的罚则步骤 {count} 步：{listed}",
            count=sum(number for _, number in result.open_sanctions),
            listed=_listed((f"{where} {n}" for where, n in result.open_sanctions), voice),
        )
    for where, amount in result.left:
        yield "  · " + voice.say(
            "law_check.left",
            "{where}：条文另有 {amount}，本条未列（属于其他情形的可以不列）",
            where=where,
            amount=amount,
        )
    for domain, counts in result.counts.items():
        told = "  ".join(f"{status.value} {counts[status]}" for status in Verification)
        yield f"    {domain}  {told}"


def _listed(names: Iterable[str], voice: Voice) -> str:
    return (", " if voice.language == "en" else "、").join(names)


def nothing_checked(voice: Voice) -> str:
    """That no text was here to hold anything to."""
    return voice.say(
        "law_check.nothing",
        "✗ 什么也没有核对：库中没有所引法律的文本。请先导入条文（law import），再核对。",
    )


def told_data(result: CheckedPack) -> Mapping[str, Any]:
    """The same as plain data."""
    return {
        "pack": result.pack,
        "version": result.version,
        "violations": result.violations,
        "places": result.places,
        "anchors": result.anchors,
        "sanctions": result.sanctions,
        "open_sanctions": [
            {"where": where, "count": count} for where, count in result.open_sanctions
        ],
        "complaints": [{"where": w, **to_plain(c)} for w, c in result.complaints],
        "unchecked": [{"where": w, **to_plain(u)} for w, u in result.unchecked],
        "left": [{"where": where, "amount": amount} for where, amount in result.left],
        "counts": {
            domain: {status.value: counts[status] for status in Verification}
            for domain, counts in result.counts.items()
        },
    }


def _grouped(unchecked: Iterable[tuple[str, Unchecked]]) -> Mapping[Unchecked, list[str]]:
    """Where each law's text is lacking, told once a law."""
    found: defaultdict[Unchecked, dict[str, None]] = defaultdict(dict)
    for where, reason in unchecked:
        cited = reason.citation
        law = None if cited is None else Citation(cited.law, 0)
        found[Unchecked(reason.code, law)][where] = None
    return {reason: list(places) for reason, places in found.items()}


def _complaint_words(complaint: Complaint, voice: Voice) -> str:
    """What is not as the statute has it."""
    if complaint.mismatch is not None:
        return _mismatch_words(complaint.mismatch, " ".join(complaint.facts), voice)
    facts = " ".join(complaint.facts)
    citation = (
        format_citation(complaint.citation, CitationStyle.COMPACT) if complaint.citation else ""
    )
    return {
        ComplaintCode.NO_PLACE: voice.say(
            "law_check.no_place",
            "{citation}：没有这一条款项（{facts}）",
            citation=citation,
            facts=facts,
        ),
        ComplaintCode.REPEATED: voice.say(
            "law_check.repeated", "{citation}：写了两次", citation=citation
        ),
        ComplaintCode.ANCHOR: voice.say(
            "law_check.anchor",
            "{citation}：条文中没有关键词“{facts}”",
            citation=citation,
            facts=facts,
        ),
    }[complaint.code]


def _mismatch_words(mismatch: MismatchCode, facts: str, voice: Voice) -> str:
    return {
        MismatchCode.AMOUNT: voice.say(
            "law_check.amount", "责任条款中没有这个数额或者倍数：{facts}", facts=facts
        ),
        MismatchCode.STAGE: voice.say(
            "law_check.stage", "责任条款中有这一项，但不在这个阶段：{facts}", facts=facts
        ),
        MismatchCode.VALUE_CLASS: voice.say(
            "law_check.value_class", "责任条款的分档与此不同：{facts}", facts=facts
        ),
        MismatchCode.MAY: voice.say(
            "law_check.may", "责任条款写“可以”与否与此不同：{facts}", facts=facts
        ),
        MismatchCode.BASE: voice.say(
            "law_check.base", "责任条款的倍数不以此为基数：{facts}", facts=facts
        ),
        MismatchCode.PAYER: voice.say(
            "law_check.payer", "责任条款的这个数额不是对这类对象：{facts}", facts=facts
        ),
        MismatchCode.DEEMED: voice.say(
            "law_check.deemed", "责任条款中没有“按此数计算”：{facts}", facts=facts
        ),
        MismatchCode.CEILING: voice.say(
            "law_check.ceiling", "责任条款中没有“最高不超过”此数：{facts}", facts=facts
        ),
        MismatchCode.KIND: voice.say(
            "law_check.kind", "责任条款中没有这种处罚或者措施：{facts}", facts=facts
        ),
    }[mismatch]


def _unchecked_words(unchecked: Unchecked, voice: Voice) -> str:
    """Why something could not be checked."""
    law = unchecked.citation.law if unchecked.citation else ""
    return {
        UncheckedCode.NO_TEXT: voice.say(
            "law_check.no_text", "未核对：库中没有《{law}》的文本", law=law
        ),
        UncheckedCode.NOT_IN_FORCE: voice.say(
            "law_check.not_in_force", "未核对：库中《{law}》的文本在有效期内都不施行", law=law
        ),
        UncheckedCode.OTHER_EDITION: voice.say(
            "law_check.other_edition", "未核对：库中《{law}》只有早于所引版本的文本", law=law
        ),
        UncheckedCode.NO_CLAUSE: voice.say("law_check.no_clause", "没有责任条款可核对"),
        UncheckedCode.NO_STRUCTURE: voice.say(
            "law_check.no_structure", "罚则只有文字，没有步骤可核对"
        ),
    }[unchecked.code]
