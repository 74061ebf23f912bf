"""How ``law check`` words what it found, in Chinese and, by code, in other languages."""

from __future__ import annotations

from collections.abc import Mapping

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

_COMPLAINTS: Mapping[ComplaintCode, str] = {
    ComplaintCode.NO_PLACE: "{citation}：没有这一条款项（{facts}）",
    ComplaintCode.REPEATED: "{citation}：写了两次",
    ComplaintCode.ANCHOR: "{citation}：条文中没有关键词“{facts}”",
}
_MISMATCHES: Mapping[MismatchCode, str] = {
    MismatchCode.AMOUNT: "责任条款中没有这个数额或者倍数：{facts}",
    MismatchCode.STAGE: "责任条款中有这一项，但不在这个阶段：{facts}",
    MismatchCode.VALUE_CLASS: "责任条款的分档与此不同：{facts}",
    MismatchCode.MAY: "责任条款写“可以”与否与此不同：{facts}",
    MismatchCode.BASE: "责任条款的倍数不以此为基数：{facts}",
    MismatchCode.PAYER: "责任条款的这个数额不是对这类对象：{facts}",
    MismatchCode.DEEMED: "责任条款中没有“按此数计算”：{facts}",
    MismatchCode.CEILING: "责任条款中没有“最高不超过”此数：{facts}",
    MismatchCode.KIND: "责任条款中没有这种处罚或者措施：{facts}",
}
_UNCHECKED: Mapping[UncheckedCode, str] = {
    UncheckedCode.NO_TEXT: "未核对：库中没有《{law}》的文本",
    UncheckedCode.NOT_IN_FORCE: "未核对：库中《{law}》的文本在有效期内都不施行",
    UncheckedCode.OTHER_EDITION: "未核对：库中《{law}》只有早于所引版本的文本",
    UncheckedCode.NO_CLAUSE: "没有责任条款可核对",
    UncheckedCode.NO_STRUCTURE: "罚则只有文字，没有步骤可核对",
}


def complaint_words(complaint: Complaint, voice: Voice) -> str:
    """What is not as the statute has it."""
    citation, mismatch = complaint.citation, complaint.mismatch
    code, words = (
        (complaint.code.value, _COMPLAINTS[complaint.code])
        if mismatch is None
        else (mismatch.value, _MISMATCHES[mismatch])
    )
    return voice.say(
        f"law_check.{code}",
        words,
        citation=format_citation(citation, CitationStyle.COMPACT) if citation else "",
        facts=" ".join(complaint.facts),
    )


def unchecked_words(unchecked: Unchecked, voice: Voice) -> str:
    """Why something could not be checked."""
    return voice.say(
        f"law_check.{unchecked.code.value}",
        _UNCHECKED[unchecked.code],
        law=unchecked.citation.law if unchecked.citation else "",
    )
