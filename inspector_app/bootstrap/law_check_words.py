"""How ``law check`` words what it found, in Chinese and, by code, in other languages."""

from __future__ import annotations

from inspector_app.domain.law.catalogue_check import (
    Complaint,
    ComplaintCode,
    Unchecked,
    UncheckedCode,
)
from inspector_app.domain.law.citation import CitationStyle, format_citation
from inspector_app.domain.law.sanction_check import MismatchCode
from inspector_app.wordings import Voice

__all__ = ["complaint_words", "unchecked_words"]


def complaint_words(complaint: Complaint, voice: Voice) -> str:
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


def unchecked_words(unchecked: Unchecked, voice: Voice) -> str:
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
