"""Why a violation is proposed, and what kept another out, in the language in force."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.matching import Excluded, Guard, Match, Reason, ReasonCode
from inspector_app.domain.law.violation import Verification
from inspector_app.gui.models.visit_words import activity_word
from inspector_app.gui.terms import State, day_text, fact_line, join_names, party_type_label
from inspector_app.gui.theme import Tone

__all__ = ["guard_words", "reason_words", "verification_state", "why_words"]

_tr = QCoreApplication.translate


def why_words(matched: Match, *, listed: bool = True) -> str:
    """All reasons in one line."""
    told = [reason_words(reason, listed=listed) for reason in matched.reasons]
    return fact_line(told)


def reason_words(reason: Reason, *, listed: bool = True) -> str:
    """One reason; empty for the one that its own mark says (配对为推断)."""
    facts = reason.facts
    match reason.code:
        case ReasonCode.ITEM if listed:
            return _tr("MatchingWords", "项目 {number} 不符合").format(number=facts[0])
        case ReasonCode.ITEM:
            return _tr("MatchingWords", "执法人员查找，检查表没有为项目 {number} 列出").format(
                number=facts[0]
            )
        case ReasonCode.ACTIVITY:
            return _tr("MatchingWords", "从事：{activities}").format(activities=_activities(facts))
        case ReasonCode.PARTY_TYPE:
            return _tr("MatchingWords", "主体类型：{type}").format(type=_party_types(facts))
        case ReasonCode.PREMISES:
            return _tr("MatchingWords", "场所：{premises}").format(premises=_premises(facts))
        case ReasonCode.EVERYONE:
            return _tr("MatchingWords", "对所有当事人适用")
        case _:
            return ""


def guard_words(excluded: Excluded) -> str:
    """What kept a violation out."""
    facts = excluded.facts
    match excluded.guard:
        case Guard.RECALLED:
            return _tr("MatchingWords", "所引条款待核实，不作建议")
        case Guard.NOT_YET:
            return _tr("MatchingWords", "{day}起才适用").format(day=_day(facts))
        case Guard.NO_LONGER:
            return _tr("MatchingWords", "{day}之后不再适用").format(day=_day(facts))
        case Guard.ACTIVITY:
            words = _tr("MatchingWords", "只适用于从事{activities}的")
            return words.format(activities=_activities(facts))
        case Guard.PARTY_TYPE:
            return _tr("MatchingWords", "只适用于{types}").format(types=_party_types(facts))
        case Guard.PREMISES:
            words = _tr("MatchingWords", "只适用于场所：{premises}")
            return words.format(premises=_premises(facts))


def verification_state(status: Verification) -> State:
    """How well a violation is verified; never by colour alone."""
    if status is Verification.INFERRED:
        return State(_tr("MatchingWords", "配对为推断"), Tone.ATTENTION, "lightbulb")
    if status is Verification.RECALLED:
        return State(_tr("MatchingWords", "待核实"), Tone.NOT_MET, "circle-question-mark")
    if status is Verification.SECONDARY:
        return State(_tr("MatchingWords", "依据二手资料"), Tone.NEUTRAL, "info")
    return State(_tr("MatchingWords", "条款已核对（目录）"), Tone.MET, "circle-check")


def _day(facts: tuple[str, ...]) -> str:
    return day_text(date.fromisoformat(facts[0])) if facts else ""


def _activities(words: Iterable[str]) -> str:
    return join_names(activity_word(word) for word in words)


def _party_types(words: Iterable[str]) -> str:
    known = set(PartyType)
    return join_names(party_type_label(PartyType(w)) if w in known else w for w in words)


def _premises(words: Iterable[str]) -> str:
    names = {
        "school_canteen": _tr("MatchingWords", "学校食堂"),
        "elderly_canteen": _tr("MatchingWords", "养老机构食堂"),
        "site_canteen": _tr("MatchingWords", "建筑工地食堂"),
        "staff_canteen": _tr("MatchingWords", "单位食堂"),
        "contracted_canteen": _tr("MatchingWords", "承包经营的食堂"),
        "small_workshop": _tr("MatchingWords", "食品小作坊"),
    }
    return join_names(names.get(word, word) for word in words)
