"""Files to lines: which format a file has, and what each format puts around the text.

=============  ==================================================================================
``lawrefbook``  ``# title``, history lines, ``<!-- INFO END -->``, ``## 第一章``
``cldb``        YAML front matter (title, publish_date, status, category …), then Markdown
``marked``      Markdown with HTML entities, span anchors, bold numbers, quoted history, lists of links
``text``        plain text
``docx``        Word without styles: :mod:`.read_docx`
=============  ==================================================================================
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from inspector_app.domain.law.statute import StatuteLevel
from inspector_app.statutes import refused
from inspector_app.statutes.marks import decoded, plain, without_inner_blanks
from inspector_app.statutes.numbering import division_in, looks_like_article
from inspector_app.statutes.source import Line, Said, SourceText

__all__ = ["SUFFIXES", "level_called", "read_bytes", "read_file"]

SUFFIXES = (".md", ".markdown", ".txt", ".docx")
"""File names that are looked for in a folder."""

MOST_MEGABYTES = 20
_INFO_END = re.compile(r"^\s*<!--\s*INFO END\s*-->\s*$", re.MULTILINE)
_FRONT = re.compile(r"\A\s*---[ \t]*\n(?P<matter>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"^(?P<key>\w+)[ \t]*:[ \t]*(?P<value>.*)$", re.MULTILINE)
_MARKED = re.compile(r"&emsp;|<span\b|\*\*", re.IGNORECASE)
_HASHES = re.compile(r"^\s*(?P<hashes>#{1,6})\s+(?P<text>.*)$")
_QUOTE = re.compile(r"^\s*>+\s?")
_BULLET = re.compile(r"^\s*[-*+]\s+")
_ONLY_A_LINK = re.compile(r"^\s*(?:[-*+]\s+)?\[[^\]]*\]\(#[^)]*\)\s*$")
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$")
_TITLE = re.compile(
    r"[^，。；：]{1,80}(?:法|法典|宪法|条例|办法|规定|细则|规则|通则|准则|决定|决议|解释|修正案|制度)"
    r"(?: ?[（(〔][^（）()]*[）)〕])?"
)


def read_file(path: Path) -> SourceText:
    """The text in the file at ``path``; ``UserError`` if it is none, ``EnvironmentFault`` if unread."""
    try:
        if path.stat().st_size > MOST_MEGABYTES * 1_000_000:
            raise refused.too_large(path.name, MOST_MEGABYTES)
        data = path.read_bytes()
    except OSError as error:
        raise refused.unreadable(path.name) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, file: str) -> SourceText:
    """The text in ``data``, which is the content of a file named ``file``."""
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(b"PK\x03\x04") or file.lower().endswith(".docx"):
        from inspector_app.statutes.read_docx import paragraphs  # late: few files are Word

        lines = [Line(number, plain(text)) for number, text in enumerate(paragraphs(data, file), 1)]
        return _untitled("docx", file, digest, lines)
    text = decoded(data, file)
    front = _FRONT.match(text)
    if front is not None:
        return _cldb(text, front, file, digest)
    info = _INFO_END.search(text)
    if info is not None:
        return _lawrefbook(text, info, file, digest)
    reader = "marked" if _MARKED.search(text) or _HASHES.match(text) else "text"
    return _untitled(reader, file, digest, list(_lines(text)))


def _lawrefbook(text: str, info: re.Match[str], file: str, digest: str) -> SourceText:
    head = [line for line in _lines(text[: info.start()]) if line.text]
    offset = text.count("\n", 0, info.end())
    body = tuple(_lines(text[info.end() :], offset))
    title = head[0].text if head and head[0].heading else ""
    notes = tuple(line.text for line in head[1 if title else 0 :])
    return SourceText(file, digest, "lawrefbook", without_inner_blanks(title), body, notes)


def _cldb(text: str, front: re.Match[str], file: str, digest: str) -> SourceText:
    matter = {
        pair["key"]: pair["value"].strip().strip("\"'") for pair in _PAIR.finditer(front["matter"])
    }
    offset = text.count("\n", 0, front.end())
    lines = list(_lines(text[front.end() :], offset))
    source = _untitled("cldb", file, digest, lines)
    title = without_inner_blanks(plain(matter.get("title", ""))) or source.title
    return SourceText(file, digest, "cldb", title, source.lines, source.notes, _said(matter), {})


def _said(matter: Mapping[str, str]) -> Said:
    total = matter.get("total_articles", "")
    return Said(
        first_published=_day(matter.get("publish_date", "")),
        effective=_day(matter.get("implement_date", "")),
        level=level_called(matter.get("category", "")),
        standing=matter.get("status", ""),
        articles=int(total) if total.isdecimal() and len(total) < 5 else 0,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def level_called(category: str) -> StatuteLevel:
    """The level that a data base calls ``category``."""
    for word, level in _LEVELS.items():
        if word in category:
            return level
    return StatuteLevel.UNKNOWN


_LEVELS = {
    "宪法": StatuteLevel.CONSTITUTION,
    "行政法规": StatuteLevel.ADMINISTRATIVE_REGULATION,
    "规章": StatuteLevel.DEPARTMENT_RULE,
    "地方": StatuteLevel.LOCAL_REGULATION,
    "法律": StatuteLevel.LAW,
}


def _untitled(reader: str, file: str, digest: str, lines: list[Line]) -> SourceText:
    """A text that does not mark where its title and notes end."""
    place = _title_among(lines)
    if place is None:
        return SourceText(file, digest, reader, "", tuple(lines))
    title = without_inner_blanks(lines[place].text)
    # What is printed above the title (an order that promulgates it) belongs to its history.
    above = tuple(line.text for line in lines[:place] if line.text)
    return SourceText(file, digest, reader, title, tuple(lines[place + 1 :]), above)


def _title_among(lines: list[Line]) -> int | None:
    for place, line in enumerate(lines):
        if division_in(line) is not None or looks_like_article(line.text):
            return None
        if line.text and (line.heading or _TITLE.fullmatch(line.text)):
            return place
    return None


def _lines(text: str, offset: int = 0) -> Iterable[Line]:
    for number, raw in enumerate(text.split("\n"), offset + 1):
        if _ONLY_A_LINK.match(raw) or _RULE.match(raw):
            yield Line(number, "")
            continue
        heading = _HASHES.match(raw)
        if heading is not None:
            yield Line(number, plain(heading["text"].rstrip("# ")), heading=True)
        else:
            yield Line(number, plain(_BULLET.sub("", _QUOTE.sub("", raw))))
