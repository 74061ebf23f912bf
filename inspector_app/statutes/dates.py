"""From when a text is and from when it is in force: what the text itself says goes before its source.

Data bases give the first enactment as the day of an amended act's commencement (addendum §6), so a
day that lies before the edition is never taken for the edition's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from inspector_app.domain.chinese import read_chinese_number
from inspector_app.domain.law.statute import Article, EffectiveBasis
from inspector_app.statutes.source import SourceText

__all__ = ["Validity", "anachronism", "edition_of", "validity_of"]

_DIGIT = r"[0-9０-９]"
_CHINESE = r"[〇零一二三四五六七八九十]"
_DATE = re.compile(
    rf"(?P<year>{_DIGIT}{{4}}|{_CHINESE}{{4}}) ?年 ?(?P<month>{_DIGIT}{{1,2}}|{_CHINESE}{{1,3}}) ?月"
    rf" ?(?P<day>{_DIGIT}{{1,2}}|{_CHINESE}{{1,3}}) ?日"
)
_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[-._]?(0[1-9]|1[0-2])[-._]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
_COMES_INTO_FORCE = re.compile(r"^ ?起?(?:正式)?(?:施行|实施|生效)")
_COMMENCEMENT = re.compile(
    rf"自 ?(?:(?P<date>{_DATE.pattern.replace('?P<', '?P<on_')}) ?起?|(?P<published>(?:公布|发布|颁布)之日起?))"
    r"(?:正式)?(?:施行|实施|生效)"
)
_LAST_ARTICLES = 4
# National organs that a text cannot name before they were set up.
_SET_UP = (("国家市场监督管理总局", date(2018, 3, 17)),)


@dataclass(frozen=True, slots=True)
class Validity:
    """The first day an edition is in force and what that rests on."""

    first_day: date
    basis: EffectiveBasis


def _dates(text: str) -> Iterator[tuple[date, str]]:
    """Each date in ``text`` with what follows it."""
    for match in _DATE.finditer(text):
        try:
            day = date(*(read_chinese_number(match[part]) for part in ("year", "month", "day")))
        except ValueError:
            continue
        yield day, text[match.end() :]


def edition_of(source: SourceText, notes: Iterable[str]) -> date | None:
    """The day of promulgation or of the latest amendment; None if nothing says so.

    The latest of: the days in the notes on which something was passed, the day in the file's name,
    what the source calls the edition. The day of first publication counts only where there is no
    other.
    """
    days = [
        day for note in notes for day, after in _dates(note) if not _COMES_INTO_FORCE.match(after)
    ]
    in_name = _day_in_name(source.file)
    if in_name is not None:
        days.append(in_name)
    if source.said.edition is not None:
        days.append(source.said.edition)
    return max(days, default=source.said.first_published)


def _day_in_name(file: str) -> date | None:
    """The first digits in a file's name that are a day; 20230231 looks like one and is none."""
    for match in _IN_NAME.finditer(file):
        with suppress(ValueError):
            return date(*(int(part) for part in match.groups()))
    return None


def validity_of(
    source: SourceText, notes: Sequence[str], articles: Sequence[Article], edition: date
) -> Validity:
    """From when ``edition`` is in force; assumed to be its own day where only that is left."""
    for article in reversed(articles[-_LAST_ARTICLES:]):
        match = _COMMENCEMENT.search(str(article))
        if match is None:
            continue
        if match["date"]:
            day = next((day for day, _ in _dates(match["date"])), None)
            if day is not None and day >= edition:
                return Validity(day, EffectiveBasis.TEXT)
        elif not _passed_more_than_once(notes, edition):
            # From its publication: the edition's own, as it was not amended since.
            return Validity(edition, EffectiveBasis.TEXT)
        break
    return _from_elsewhere(source, notes, edition)


def _from_elsewhere(source: SourceText, notes: Sequence[str], edition: date) -> Validity:
    stated = [
        day
        for note in notes
        for day, after in _dates(note)
        if _COMES_INTO_FORCE.match(after) and day >= edition
    ]
    if stated:
        return Validity(max(stated), EffectiveBasis.NOTE)
    decided = source.amended_from.get(edition)
    if decided is not None and decided >= edition:
        return Validity(decided, EffectiveBasis.DECISION)
    if source.said.effective is not None and source.said.effective >= edition:
        return Validity(source.said.effective, EffectiveBasis.NOTE)
    return Validity(edition, EffectiveBasis.ASSUMED)


def _passed_more_than_once(notes: Sequence[str], edition: date) -> bool:
    return any(
        day < edition and not _COMES_INTO_FORCE.match(after)
        for note in notes
        for day, after in _dates(note)
    )


def anachronism(articles: Iterable[Article], edition: date) -> str | None:
    """An organ that the text names and that was set up after ``edition`` only; None if there is none."""
    late = [organ for organ, day in _SET_UP if edition < day]
    return next((organ for organ in late if any(organ in str(each) for each in articles)), None)
