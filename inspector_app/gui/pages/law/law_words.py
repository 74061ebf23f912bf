"""Words of the 法规 page: levels, states of editions, why a citation leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from inspector_app.domain.law.catalogue import CitedAs
from inspector_app.domain.law.citation import Citation, format_citation, format_place, short_name
from inspector_app.domain.law.statute import (
    EffectiveBasis,
    StatuteEdition,
    StatuteLevel,
    Unresolved,
    UnresolvedReason,
)
from inspector_app.gui.terms import State, day_text, join_names
from inspector_app.gui.theme import Tone

__all__ = [
    "basis_note",
    "cited_as_word",
    "edition_state",
    "edition_words",
    "later_note",
    "level_word",
    "short_place",
    "unread_words",
    "unresolved_words",
    "validity_words",
]

_tr = QCoreApplication.translate


def short_place(citation: Citation) -> str:
    """The place with the short name of its law, for lists; papers carry the full one."""
    return f"《{short_name(citation.law)}》{format_place(citation)}"


def level_word(level: StatuteLevel) -> str:
    """Whose text it is; empty where nothing says so."""
    return {
        StatuteLevel.CONSTITUTION: _tr("LawWords", "宪法"),
        StatuteLevel.LAW: _tr("LawWords", "法律"),
        StatuteLevel.ADMINISTRATIVE_REGULATION: _tr("LawWords", "行政法规"),
        StatuteLevel.DEPARTMENT_RULE: _tr("LawWords", "部门规章"),
        StatuteLevel.LOCAL_REGULATION: _tr("LawWords", "地方性法规、规章"),
        StatuteLevel.UNKNOWN: "",
    }[level]


def edition_state(edition: StatuteEdition, today: date) -> State:
    """Whether an edition is the law today."""
    if edition.in_force(today):
        return State(_tr("LawWords", "现行有效"), Tone.MET)
    if today < edition.effective_from:
        return State(_tr("LawWords", "尚未施行"), Tone.PROGRESS)
    return State(_tr("LawWords", "已失效"), Tone.NEUTRAL)


def edition_words(edition: StatuteEdition) -> str:
    """Which edition: by the day of promulgation or of the latest amendment."""
    return _tr("LawWords", "{day}文本").format(day=day_text(edition.edition))


def validity_words(edition: StatuteEdition) -> str:
    """From when and, if it ended, until when it is in force."""
    start = day_text(edition.effective_from)
    if edition.effective_to is None:
        return _tr("LawWords", "{start}起施行").format(start=start)
    end = day_text(edition.effective_to)
    return _tr("LawWords", "{start}起施行，{end}起不再适用").format(start=start, end=end)


def basis_note(edition: StatuteEdition) -> str:
    """A warning where the first day of validity is only assumed; else empty."""
    if edition.basis is EffectiveBasis.ASSUMED:
        return _tr("LawWords", "文本没有写明施行日期，按公布日期推定，请核对。")
    return ""


def later_note(later: date | None, newest_here: date) -> str:
    """A warning where the packs cite a text of the day that is not on this device; else empty."""
    if later is None:
        return ""
    words = _tr(
        "LawWords",
        "各包按{later}的文本引用，本机只到{newest}：当日的文本未导入，所示文字可能已经修改。",
    )
    return words.format(later=day_text(later), newest=day_text(newest_here))


def cited_as_word(role: CitedAs) -> str:
    """As what a violation cites a place."""
    return {
        CitedAs.DUTY: _tr("LawWords", "义务条款"),
        CitedAs.PENALTY: _tr("LawWords", "罚则条款"),
    }[role]


def unresolved_words(unresolved: Unresolved) -> str:
    """Why a citation leads nowhere, and what to do about it."""
    words = {
        UnresolvedReason.NO_LAW: _tr("LawWords", "本机没有安装《{law}》的文本。"),
        UnresolvedReason.NOT_IN_FORCE: _tr("LawWords", "《{law}》没有在该日有效的文本。"),
        UnresolvedReason.LATER_TEXT: _tr(
            "LawWords",
            "本机只有《{law}》较早的文本（{older}），当日施行的文本（{wanted}）未导入。",
        ),
        UnresolvedReason.NO_EDITION: _tr("LawWords", "本机没有安装所写版本的《{law}》文本。"),
        UnresolvedReason.NO_ARTICLE: _tr("LawWords", "《{law}》没有这一条：{place}。"),
        UnresolvedReason.NO_PARAGRAPH: _tr("LawWords", "《{law}》的这一条没有该款：{place}。"),
        UnresolvedReason.NO_ITEM: _tr("LawWords", "《{law}》的这一条没有该项：{place}。"),
        UnresolvedReason.PARAGRAPH_UNNAMED: _tr(
            "LawWords", "《{law}》的这一条有几款，请写明是哪一款：{place}。"
        ),
    }[unresolved.reason]
    citation = unresolved.citation
    older, wanted = unresolved.older, unresolved.wanted
    said = words.format(
        law=citation.law,
        place=format_place(citation),
        older=day_text(older.edition) if older is not None else "",
        wanted=day_text(wanted) if wanted is not None else "",
    )
    if unresolved.near:
        near = _tr("LawWords", "可能是：{places}")
        places = join_names(format_citation(place) for place in unresolved.near)
        said = f"{said}{near.format(places=places)}"
    return said


def unread_words(places: Iterable[str]) -> str:
    """What looks like places of a law and was not understood, lest it be thought to be found."""
    listed = "、".join(f"“{place}”" for place in places)
    words = _tr("LawWords", "没有读懂：{places}。请写明法律名称，条、款、项逐一写出。")
    return words.format(places=listed)
