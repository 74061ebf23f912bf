"""Reading citations out of sentences: every official way, short names, several in one sentence.

``依照《食品安全法》第一百二十四条第一款第（五）项、第（六）项和《条例》第六十七条至第六十九条``: what stands
between two citations decides what the second takes over from the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from inspector_app.domain.chinese import read_chinese_number
from inspector_app.domain.law.citation import Citation

__all__ = ["Cited", "read_citation", "read_citations"]

_NATIONAL = "中华人民共和国"
_MOST_IN_A_RANGE = 200
_NUMBER = r"[零〇一二两三四五六七八九十百千0-9０-９]{1,9}"
_SPACE = r"[ \t\u3000]*"
_ARTICLE = rf"第{_SPACE}(?P<article>{_NUMBER}){_SPACE}条(?:之(?P<sub>{_NUMBER}))?"
_PARAGRAPH = rf"第{_SPACE}(?P<paragraph>{_NUMBER}){_SPACE}款"
_ITEM = rf"(?:第{_SPACE})?(?:[（(](?P<item>{_NUMBER})[）)]|(?<=第)(?P<plain>{_NUMBER})){_SPACE}项"
_PLACE = re.compile(
    rf"(?:{_ARTICLE}{_SPACE})?(?:{_PARAGRAPH}{_SPACE})?(?:{_ITEM})?",
)
_COMPACT = re.compile(
    r"(?<![0-9（(第])(?P<article>\d{1,4})(?:之(?P<sub>[一二三四五六七八九十]{1,3}))?"
    r"(?:[（(](?P<paragraph>\d{1,2})[）)])?(?:[（(](?P<item>[一二三四五六七八九十]{1,3})[）)])?"
)
_LAW = re.compile(r"《(?P<name>[^《》]{1,80})》")
_ALIAS = re.compile(
    rf"{_SPACE}[（(](?:以下)?(?:统称|简称)[：:]?(?:为)?[《“](?P<alias>[^》”]+)[》”][）)]"
)
_JOINT = re.compile(rf"{_SPACE}(?:、|，|,|以及|及|和|与|或者|或){_SPACE}")
_UNTIL = re.compile(rf"{_SPACE}(?:至|到|－|—|–|-){_SPACE}")
_OF = re.compile(rf"{_SPACE}(?:的|中的|之)?{_SPACE}")
_SENTENCE_END = "。！？!?\n"


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as it stands in a text: ``text[start:end]``. Places of a range share one stretch."""

    citation: Citation
    start: int
    end: int


def read_citation(text: str, laws: Mapping[str, str] | None = None) -> Citation | None:
    """The one citation that ``text`` is, nothing left over; None if it is none or several.

    ``laws`` as in :func:`read_citations`.
    """
    stripped = text.strip()
    found = read_citations(stripped, laws)
    if len(found) != 1 or found[0].end != len(stripped):
        return None
    return found[0].citation


def read_citations(
    text: str, laws: Mapping[str, str] | None = None, *, this_law: str = ""
) -> tuple[Cited, ...]:
    """Every citation in ``text``, in order.

    ``laws`` maps short names to full official names; such a name is also found without book-title
    marks. ``this_law`` is what 本法, 本条例, 本办法 and 本规定 mean. A place that names no law is left
    out unless ``this_law`` or an earlier citation of the sentence says which.
    """
    return tuple(_Reader(text, dict(laws or {}), this_law).read())


class _Reader:
    """One pass over one text."""

    def __init__(self, text: str, laws: dict[str, str], this_law: str) -> None:
        self._text = text
        self._laws = laws
        self._this_law = this_law
        self._law = this_law
        self._place = 0

    def read(self) -> Iterator[Cited]:
        while self._place < len(self._text):
            if self._text[self._place] in _SENTENCE_END:
                self._law = self._this_law
            if self._takes_law():
                after = _OF.match(self._text, self._place)
                start = after.end() if after else self._place
                found = self._compact(start) or self._places(start)
                yield from found
                continue
            found = self._places(self._place) if self._text[self._place] == "第" else []
            if found:
                yield from found
            else:
                self._place += 1

    def _takes_law(self) -> bool:
        match = _LAW.match(self._text, self._place)
        if match is not None:
            self._law = self._full(match["name"])
            self._place = match.end()
            alias = _ALIAS.match(self._text, self._place)
            if alias is not None:
                self._laws[alias["alias"]] = self._law
                self._place = alias.end()
            return True
        if self._this_law and (own := _OWN.match(self._text, self._place)):
            self._law, self._place = self._this_law, own.end()
            return True
        for name in sorted(self._laws, key=len, reverse=True):
            if self._text.startswith(name, self._place):
                self._law, self._place = self._laws[name], self._place + len(name)
                return True
        return False

    def _full(self, name: str) -> str:
        if name in self._laws:
            return self._laws[name]
        whole = _NATIONAL + name
        return whole if whole in self._laws.values() else name

    def _compact(self, start: int) -> list[Cited]:
        match = _COMPACT.match(self._text, start)
        if match is None or not self._law:
            return []
        self._place = match.end()
        return [Cited(_citation(self._law, match), start, match.end())]

    def _places(self, start: int) -> list[Cited]:
        """Places from ``start`` on, joined by 、 and 和, each taking over what it does not name."""
        found: list[Cited] = []
        at, until = start, False
        while (match := _PLACE.match(self._text, at)) is not None and match.end() > match.start():
            last = found[-1] if found else None
            citation = _taken_over(match, self._law, last.citation if last else None)
            if citation is None:
                break
            if until and last is not None:
                between = _between(last.citation, citation)
                if between is None:
                    break
                found[-1] = replace(last, end=match.end())
                found.extend(Cited(each, last.start, match.end()) for each in between)
            else:
                found.append(Cited(citation, at, match.end()))
            self._place = match.end()
            joint = _JOINT.match(self._text, match.end())
            until_match = None if joint else _UNTIL.match(self._text, match.end())
            following = joint or until_match
            if following is None:
                break
            at, until = following.end(), until_match is not None
        return found if self._law else []


_OWN = re.compile(r"本(?:法|条例|办法|规定|细则|决定)(?=第)")


def _citation(law: str, match: re.Match[str]) -> Citation:
    groups = match.groupdict()
    item = groups.get("item") or groups.get("plain")
    return Citation(
        law,
        read_chinese_number(groups["article"]),
        read_chinese_number(groups["paragraph"]) if groups["paragraph"] else 0,
        read_chinese_number(item) if item else 0,
        read_chinese_number(groups["sub"]) if groups["sub"] else 0,
    )


def _taken_over(match: re.Match[str], law: str, last: Citation | None) -> Citation | None:
    """The citation at ``match``; what it leaves out above its own level comes from ``last``."""
    if match["article"]:
        return _citation(law, match)
    if last is None:
        return None
    item = match["item"] or match["plain"]
    own = replace(last, item=read_chinese_number(item) if item else 0)
    if match["paragraph"]:
        return replace(own, paragraph=read_chinese_number(match["paragraph"]))
    return own if item else None


def _between(first: Citation, last: Citation) -> list[Citation] | None:
    """What 至 leaves unsaid, ``last`` included; None if the two are not ends of one range."""
    for level in ("item", "paragraph", "article"):
        low, high = getattr(first, level), getattr(last, level)
        if low and high and _with(last, level, low) == first:
            if not low < high <= low + _MOST_IN_A_RANGE:
                return None
            return [_with(first, level, number) for number in range(low + 1, high + 1)]
    return None


def _with(citation: Citation, level: str, number: int) -> Citation:
    match level:
        case "item":
            return replace(citation, item=number)
        case "paragraph":
            return replace(citation, paragraph=number)
        case _:
            return replace(citation, article=number)
