"""What the command line says of editions, provisions and imports, in words and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from inspector_app.domain.errors import InspectorError, UserError
from inspector_app.domain.law.citation import format_citation, format_place
from inspector_app.domain.law.statute import (
    EffectiveBasis,
    Provision,
    StatuteEdition,
    Unresolved,
    UnresolvedReason,
)
from inspector_app.domain.plain import to_plain
from inspector_app.statutes.importing import Outcome, Taken
from inspector_app.wordings import Voice

__all__ = [
    "edition_data",
    "edition_line",
    "provision_data",
    "provision_lines",
    "taken_data",
    "taken_lines",
    "unresolved_error",
]


def edition_line(edition: StatuteEdition, voice: Voice) -> str:
    """《law》, its edition, its days, its counts."""
    until = ""
    if edition.effective_to is not None:
        until = voice.say("law.until", "，至 {day} 前", day=str(edition.effective_to))
    assumed = ""
    if edition.basis is EffectiveBasis.ASSUMED:
        assumed = voice.say("law.assumed", "（施行日期按公布日推定，待核实）")
    return voice.say(
        "law.edition",
        "《{law}》{edition} 的文本，自 {day} 起施行{until}{assumed}：{articles} 条 {paragraphs} 款 {items} 项",
        law=edition.law,
        edition=str(edition.edition),
        day=str(edition.effective_from),
        until=until,
        assumed=assumed,
        articles=edition.counts.articles,
        paragraphs=edition.counts.paragraphs,
        items=edition.counts.items,
    )


def edition_data(edition: StatuteEdition) -> Mapping[str, Any]:
    """The edition as plain data."""
    data: Mapping[str, Any] = to_plain(edition)
    return data


def provision_lines(provision: Provision, voice: Voice) -> Iterator[str]:
    """The citation, the headings it stands under, the words."""
    yield format_citation(provision.citation)
    above = "　".join(str(division) for division in provision.article.divisions)
    yield edition_line(provision.edition, voice) + (f"　{above}" if above else "")
    if provision.lead:
        yield f"  {provision.lead}"
    yield from (f"  {line}" for line in provision.text.split("\n"))


def provision_data(found: Provision | Unresolved) -> Mapping[str, Any]:
    """What a citation leads to as plain data; ``unresolved`` is the reason where it leads nowhere."""
    shared = {"citation": to_plain(found.citation), "printed": format_citation(found.citation)}
    if isinstance(found, Unresolved):
        return {
            **shared,
            "unresolved": found.reason.value,
            "near": [to_plain(citation) for citation in found.near],
        }
    return {
        **shared,
        "edition": edition_data(found.edition),
        "headings": [str(division) for division in found.article.divisions],
        "lead": found.lead,
        "text": found.text,
        "article": str(found.article),
    }


def unresolved_error(found: Unresolved) -> UserError:
    """Why a citation leads nowhere, and what to do."""
    facts = {
        "place": format_citation(found.citation),
        "law": found.citation.law,
        "older": str(found.older.edition) if found.older else "",
        "wanted": str(found.wanted or ""),
        "edition": str(found.edition.edition) if found.edition else "",
        "near": "、".join(format_place(citation) for citation in found.near),
    }
    code, what, mend = _WHY[found.reason]
    return UserError(code, what.format_map(facts), mend=mend, facts=facts)


_IMPORT = "请导入该法律文本：inspector-app law import FILE。"
_COMPARE = "请对照该版本的文本核对条、款、项。"
_WHY: Mapping[UnresolvedReason, tuple[str, str, str]] = {
    UnresolvedReason.NO_LAW: ("law.no_law", "库中没有《{law}》的文本。", _IMPORT),
    UnresolvedReason.NOT_IN_FORCE: (
        "law.not_in_force",
        "《{law}》在该日没有施行中的文本。",
        "请核对日期，或导入当时施行的文本。",
    ),
    UnresolvedReason.LATER_TEXT: (
        "law.no_text_of_day",
        "本机只有《{law}》较早的文本（{older}），当日施行的文本（{wanted}）未导入，无法查看{place}。",
        _IMPORT,
    ),
    UnresolvedReason.NO_EDITION: (
        "law.no_edition",
        "库中没有所写版本的《{law}》文本。",
        "请用 inspector-app law list 查看已有的版本，或导入该版本。",
    ),
    UnresolvedReason.NO_ARTICLE: (
        "law.no_article",
        "{place}不存在（{edition} 的文本）。",
        _COMPARE,
    ),
    UnresolvedReason.NO_PARAGRAPH: (
        "law.no_paragraph",
        "{place}不存在，该条没有这一款（{edition} 的文本）。",
        _COMPARE,
    ),
    UnresolvedReason.NO_ITEM: (
        "law.no_item",
        "{place}不存在，没有这一项（{edition} 的文本）。",
        _COMPARE,
    ),
    UnresolvedReason.PARAGRAPH_UNNAMED: (
        "law.paragraph_unnamed",
        "{place}没有写明是第几款，该条有数款（可能是{near}）。",
        "请写明第几款。",
    ),
}


def taken_lines(taken: Taken, voice: Voice) -> Iterator[str]:
    """What became of one text: one line, and one for what needs to be looked at."""
    if taken.edition is None:
        yield _refusal(taken, voice)
        return
    line = edition_line(taken.edition, voice)
    match taken.outcome:
        case Outcome.NEW:
            yield voice.say("law.taken_new", "新导入 {edition}", edition=line)
        case Outcome.REPLACED:
            yield voice.say("law.taken_replaced", "更新 {edition}", edition=line)
        case _:
            yield voice.say("law.taken_unchanged", "已在库中 {edition}", edition=line)
    if taken.edition.basis is EffectiveBasis.ASSUMED and taken.outcome is not Outcome.UNCHANGED:
        yield voice.say(
            "law.taken_assumed",
            "  请核实施行日期：{file} 没有写明这次修改自何日起施行。查明后加 --effective 日期再导入一次。",
            file=taken.file,
        )
    if taken.may_be_cut_off:
        yield voice.say(
            "law.taken_open",
            "  请核对是否完整：{file} 到第 {article} 条为止，最后几条没有写自何日起施行。"
            "不完整的，补全后加 --replace 再导入一次。",
            file=taken.file,
            article=taken.open_at,
        )
    if taken.errors:
        yield voice.say(
            "law.taken_accepted",
            "  按原文编号导入，请留意 {count} 处：{places}",
            count=len(taken.errors),
            places=_places(taken.errors),
        )


def _refusal(taken: Taken, voice: Voice) -> str:
    first, *others = taken.errors
    said = voice.error(first)
    if not others:
        return voice.say("law.refused", "未导入 {why}", why=said)
    return voice.say(
        "law.refused_more",
        "未导入 {why}另有 {count} 处：{places}",
        why=said,
        count=len(others),
        places=_places(tuple(others)),
    )


def _places(errors: tuple[InspectorError, ...]) -> str:
    lines = dict.fromkeys(str(error.facts["line"]) for error in errors if "line" in error.facts)
    shown = list(lines)[:_MOST_PLACES]
    return ", ".join(shown) + (" …" if len(lines) > len(shown) else "")


_MOST_PLACES = 20


def taken_data(taken: Taken) -> Mapping[str, Any]:
    """The same as plain data; every reason with its code, words and place."""
    return {
        "file": taken.file,
        "outcome": taken.outcome.value,
        "edition": edition_data(taken.edition) if taken.edition else None,
        "acceptable": taken.acceptable,
        "open_at": taken.open_at,
        "reasons": [
            {"code": error.code, "what": error.what, "facts": dict(error.facts)}
            for error in taken.errors
        ],
    }
