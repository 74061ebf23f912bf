"""The places of one law as sentences string them together: 第五十三条第一、二款和第五十五条.

Each place takes over from the one before it what it does not name itself. What cannot be read
whole is not read at all: half a list is a wrong citation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import numeric

from inspector_app.domain.chinese import read_chinese_number
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.script import simplified

__all__ = ["Cited", "read_places", "read_whole", "unread_places", "unread_stretches"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as it stands in a text: ``text[start:end]``.

    Places of a range, and those that share one 条, 款 or 项, share one stretch. ``edition`` is what
    the text says behind the law's name of its edition, as ISO 8601 (2021, 2021-04-29); mostly empty.
    """

    citation: Citation
    start: int
    end: int
    edition: str = ""


_MOST_IN_A_RANGE = 200
_MOST_IN_A_LIST = 99
_ENCLOSED = "[㈠-㈩①-⑳⑴-⒇]"
_WEIGHTS = "十百千廿卅拾佰仟"
_SIGNS = f"零〇○◯一二两三四五六七八九壹贰叁肆伍陆柒捌玖{_WEIGHTS}"
_NUMBER = rf"(?:[{_SIGNS}](?:[ \t\u3000]{{0,2}}[{_SIGNS}]){{0,8}}|[0-9０-９]{{1,5}})"
# 第 1 2 4 条 where every sign stands apart; 第1 2条 may as well be a list that lost its mark.
_APART = r"[0-9０-９](?:[ \t\u3000]{1,2}[0-9０-９]){1,4}"
_ONE_APART = rf"(?<=第[ \t\u3000]){_APART}(?=[ \t\u3000])"
# 第五条之一般规定 is 第五条 and what it provides generally; 之三分之一 is a part of it.
_SUB = rf"(?>{_NUMBER})(?![般切定些种部样致贯旦概体环类个分])"
# Bounded, as lists are, so that no text takes longer than its length.
_SPACE = r"[ \t\u3000]{0,8}"
_BRACKETED = rf"(?:[（(]{_SPACE}{_NUMBER}{_SPACE}[）)]|{_ENCLOSED})"
# What can be nothing but an item: （1） may as well be a paragraph.
_ITEM_IN_BRACKETS = rf"(?:[（(]{_SPACE}[{_SIGNS}]{{1,4}}{_SPACE}[）)]|{_ENCLOSED})"
_AND = r"(?:、|以及|及|和|与|或者|或)"
_TO = r"(?:至|到|～|~|〜|－|—|–|-)"
_JOINT = re.compile(rf"{_SPACE}(?:{_AND}|(?P<loose>，|,)|(?P<until>{_TO})){_SPACE}")
_OF = rf"{_SPACE}(?:中的|的)?{_SPACE}"


_JOINED = rf"{_SPACE}(?:{_AND}|{_TO})"


def _listed(one: str, *, joined: str = _JOINED) -> str:
    return rf"{one}(?:{joined}{_SPACE}(?:第{_SPACE})?{one}){{0,{_MOST_IN_A_LIST}}}"


def _in_brackets(one: str) -> str:
    """Items in brackets need no word between them: （一）（二）项."""
    return _listed(one, joined=rf"(?:{_JOINED})?")


def _place(ordinal: str, below_ordinal: str, shared: str = "") -> re.Pattern[str]:
    """条 behind ``ordinal``, 款 and 项 behind ``below_ordinal``; an item in brackets needs none.

    Right behind 条 or 款 it needs no 项 either: 第三十四条（十）. ``shared`` must follow a 款 or 项.
    """
    article = rf"{ordinal}(?P<articles>{_ONE_APART}|{_listed(_NUMBER)}){_SPACE}条(?:{_SPACE}之(?P<sub>{_SUB}))?"
    paragraph = rf"{below_ordinal}(?P<paragraphs>{_ONE_APART}|{_listed(_NUMBER)}){_SPACE}款{shared}"
    bracketed = rf"(?:第{_SPACE})?(?P<bracketed>{_in_brackets(_BRACKETED)}){_SPACE}项"
    plain = rf"{below_ordinal}(?P<plain>{_ONE_APART}|{_listed(_NUMBER)}){_SPACE}项{shared}"
    bare = rf"(?P<bare>{_in_brackets(_ITEM_IN_BRACKETS)})"
    below = rf"(?:{_OF}{paragraph})?(?:{_OF}(?:{bracketed}|{plain})|{bare})?"
    return re.compile(rf"(?:{article}|{_SPACE}之(?P<own_sub>{_SUB}))?{below}")


_FIRST = rf"第{_SPACE}"
_FIRST_OR_NOT = rf"(?:第{_SPACE})?"
# What may follow 第三条三款 where that is a place; three kinds of goods (三款产品) are named.
_ENDS = (
    rf"(?={_SPACE}(?:$|[^一-鿿0-9０-９]|[第的之和及与或以至到所中处]|规定|给予|予以|进行"
    rf"|{_NUMBER}{_SPACE}项))"
)
_STRICT = _place(_FIRST, _FIRST)
_MIXED = _place(_FIRST, _FIRST_OR_NOT, _ENDS)
_LOOSE = _place(_FIRST_OR_NOT, _FIRST_OR_NOT)
_COMPACT = re.compile(
    rf"(?P<articles>(?<![0-9０-９（(第])(?!{_APART}{_SPACE}条)[0-9]{{1,4}})(?:之(?P<sub>{_SUB}))?"
    rf"(?:[（(](?P<paragraphs>[0-9]{{1,2}})[）)])?(?:[（(](?P<plain>{_NUMBER})[）)])?"
    r"(?![0-9０-９年月日号元版届次万千个部种家名倍批起件条%％.．])"
)
_COMPACT_MORE = re.compile(
    rf"[（(](?:(?P<item>[{_SIGNS}]{{1,4}})|(?P<paragraph>[0-9]{{1,2}}))[）)](?!{_SPACE}项)"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ONE = re.compile(
    rf"(?P<to>{_TO})?{_SPACE}(?:第{_SPACE})?[（(]?{_SPACE}(?P<number>{_NUMBER}|{_ENCLOSED})"
)


@dataclass(frozen=True, slots=True)
class _Unit:
    """What was read in one go: one place, or several that share their last word."""

    citations: tuple[Citation, ...]
    end: int
    compact: bool


def read_places(
    text: str, start: int, law: str, *, after_law: bool
) -> tuple[tuple[Cited, ...], int]:
    """Places of ``law`` from ``start`` on, joined by 、 和 至 and the like, and where they end.

    The end is ``start`` if no place begins here. Both ends of a range that cannot be counted
    through (第九条至第五条) are passed over.
    ``after_law`` allows what is only a place right behind a law's name: ``124(1)``, ``124条``.
    """
    unit = _strict(text, start, law, None)
    if unit is None and after_law:
        unit = _compact(text, start, law) or _loose(text, start, law, None)
    found: list[Cited] = []
    at, end, until = start, start, False
    while unit is not None:
        citations: Sequence[Citation] = unit.citations
        if until:
            between = _between(found[-1].citation, citations[0])
            if between is None:
                return tuple(found[:-1]), unit.end
            at = found[-1].start
            found[-1] = replace(found[-1], end=unit.end)
            citations = (*between, *citations[1:])
        found.extend(Cited(each, at, unit.end) for each in citations)
        end = unit.end
        joint = _JOINT.match(text, end)
        if joint is None:
            break
        at, until = joint.end(), joint["until"] is not None
        unit = _following(text, at, law, found[-1].citation, unit, tight=joint["loose"] is None)
    return tuple(found), end


def _following(
    text: str, at: int, law: str, last: Citation, before: _Unit, *, tight: bool
) -> _Unit | None:
    unit = _strict(text, at, law, last)
    if unit is None and before.compact:
        unit = _compact(text, at, law, bracket=not tight) or _compact_more(text, at, last)
    if unit is None and tight:
        unit = _loose(text, at, law, last)
    return unit


def _strict(text: str, at: int, law: str, last: Citation | None) -> _Unit | None:
    """A place behind 第; so led, what stands below it needs none: 第124条1款5项."""
    strict, mixed = _STRICT.match(text, at), _MIXED.match(text, at)
    if strict and mixed and strict.end() > strict.start() and mixed.end() > strict.end():
        return _unit(mixed, law, last)
    return _unit(strict, law, last)


def _loose(text: str, at: int, law: str, last: Citation | None) -> _Unit | None:
    """A place without 第, where it cannot be a count: 三条规定, 五项要求."""
    match = _LOOSE.match(text, at)
    if match is None:
        return None
    below = match["paragraphs"] or match["bracketed"] or match["plain"] or match["bare"]
    if match["articles"]:
        counted = len(match["articles"]) == 1 and match["articles"] in _SIGNS
        backwards = last is None or _number(match["articles"]) <= last.article
        if counted and backwards and not below and not match["sub"]:
            return None
    elif last is None or not match["own_sub"]:
        same = last is not None and (last.item if not match["paragraphs"] else last.paragraph)
        if not same:
            return None
    return _unit(match, law, last)


def _compact(text: str, at: int, law: str, *, bracket: bool = False) -> _Unit | None:
    match = _COMPACT.match(text, at)
    if match is None or (bracket and not (match["paragraphs"] or match["plain"])):
        return None
    groups = match.groupdict()
    if groups["paragraphs"] is None and groups["plain"] and groups["plain"].isdecimal():
        return None
    if _YEAR.fullmatch(match[0]):
        return None
    unit = _unit(match, law, None)
    return replace(unit, compact=True) if unit else None


def _compact_more(text: str, at: int, last: Citation) -> _Unit | None:
    """One more item or paragraph of the place before: 124(1)(五)、(六); 34(1)、(2)."""
    match = _COMPACT_MORE.match(text, at)
    if match is None:
        return None
    if match["item"]:
        more = _with(last, "item", _number(match["item"])) if last.item else None
    else:
        more = _with(last, "paragraph", _number(match["paragraph"])) if last.paragraph else None
    return _Unit((more,), match.end(), True) if more else None


def _unit(match: re.Match[str] | None, law: str, last: Citation | None) -> _Unit | None:
    """The places of ``match``: of each list all numbers, and what stands below it for its last."""
    if match is None or match.end() == match.start():
        return None
    groups = match.groupdict()
    place = last
    citations: list[Citation] = []
    if groups["articles"]:
        place = Citation(law, 0)
    elif groups.get("own_sub"):
        if last is None or not last.subarticle:
            return None
        place = replace(last, subarticle=_number(groups["own_sub"]), paragraph=0, item=0)
        citations = [place]
    elif groups.get("bare") and not groups["paragraphs"]:
        return None
    if place is None:
        return None
    for level, listed in (
        ("article", groups["articles"]),
        ("paragraph", groups["paragraphs"]),
        ("item", groups.get("bracketed") or groups["plain"] or groups.get("bare")),
    ):
        if not listed:
            continue
        numbers = _numbers(listed)
        if not numbers:
            return None
        own = [_with(place, level, number) for number in numbers]
        if level == "article" and groups["sub"]:
            own[-1] = replace(own[-1], subarticle=_number(groups["sub"]))
        citations = [*citations[:-1], *own]
        place = citations[-1]
    if (groups["sub"] or groups.get("own_sub")) and not place.subarticle:
        return None
    return _Unit(tuple(citations), match.end(), compact=False)


def _number(text: str) -> int:
    """The value of a numeral or of an enclosed one (㈤, ⑤); 0 if it is no number."""
    if re.fullmatch(_ENCLOSED, text):
        return int(numeric(text))
    signs = re.sub(_SPACE, "", text)
    if signs != text and not signs.isdecimal() and not re.search(f"[{_WEIGHTS}]", signs):
        # 一 二款 may as well be a list that lost its mark.
        return 0
    try:
        return read_chinese_number(signs)
    except ValueError:
        return 0


def _numbers(listed: str) -> list[int]:
    """一、二 and 一至三 as numbers; empty where a range runs backwards or a number is zero."""
    if re.fullmatch(_APART, listed):
        return list(filter(None, [_number(listed)]))
    numbers: list[int] = []
    for match in _ONE.finditer(listed):
        number = _number(match["number"])
        if match["to"]:
            if not numbers or not numbers[-1] < number <= numbers[-1] + _MOST_IN_A_RANGE:
                return []
            numbers.extend(range(numbers[-1] + 1, number + 1))
        else:
            numbers.append(number)
    return numbers if all(numbers) else []


def _between(first: Citation, last: Citation) -> list[Citation] | None:
    """What 至 leaves unsaid, ``last`` included; None if the two are not ends of one range."""
    for level in ("item", "paragraph", "subarticle", "article"):
        low, high = getattr(first, level), getattr(last, level)
        if low and high and _numbered(last, level, low) == first:
            if not low < high <= low + _MOST_IN_A_RANGE:
                return None
            return [_numbered(first, level, number) for number in range(low + 1, high + 1)]
    return None


def _numbered(citation: Citation, level: str, number: int) -> Citation:
    match level:
        case "item":
            return replace(citation, item=number)
        case "paragraph":
            return replace(citation, paragraph=number)
        case "subarticle":
            return replace(citation, subarticle=number)
        case _:
            return replace(citation, article=number)


def _with(citation: Citation, level: str, number: int) -> Citation:
    """``citation`` with another number at ``level``, and nothing below it."""
    match level:
        case "item":
            return replace(citation, item=number)
        case "paragraph":
            return replace(citation, paragraph=number, item=0)
        case _:
            return Citation(citation.law, number)


# Below an item; 第一目标 and 第二目录 are none.
_POINT = r"目(?![标的录光前次])"
_LIKE_A_PLACE = re.compile(
    rf"第{_SPACE}(?:{_APART}|{_NUMBER}|{_BRACKETED}){_SPACE}(?:[条款项、至到～~]|{_POINT})"
    rf"|{_BRACKETED}{_SPACE}项|{_APART}{_SPACE}条|{_NUMBER}条之?{_SUB}|(?<=条)之{_SUB}"
    rf"|(?<=[条款]){_BRACKETED}(?:{_SPACE}{_BRACKETED}){{0,2}}|(?<=条){_NUMBER}[款项]"
    rf"|(?<=款){_NUMBER}项|(?<=项)(?:{_NUMBER}|{_BRACKETED}){_SPACE}{_POINT}"
)


def unread_stretches(text: str, found: Sequence[Cited]) -> tuple[tuple[int, int], ...]:
    """From where to where ``text`` has what looks like a place and is in none of ``found``."""
    read = bytearray(len(text))
    for start, end in {(each.start, each.end) for each in found}:
        read[start:end] = b"\1" * (end - start)
    return tuple(
        match.span()
        for match in _LIKE_A_PLACE.finditer(simplified(text))
        if not any(read[match.start() : match.end()])
    )


def unread_places(text: str, found: Sequence[Cited]) -> tuple[str, ...]:
    """What :func:`unread_stretches` finds, as it is written."""
    return tuple(text[start:end] for start, end in unread_stretches(text, found))


def read_whole(text: str, found: Sequence[Cited]) -> tuple[tuple[Cited, ...], tuple[str, ...]]:
    """What of ``found`` was read whole, and what of ``text`` was not, as it is written.

    A place with a 款 or 项 right behind it that nobody understood is half a place, and goes with
    it. A 目 is told by itself: no citation goes below the item, whose words hold it.
    """
    unread = unread_stretches(text, found)
    above = {each.end: each.start for each in found}
    halves = {start for start, end in unread if start in above and "目" not in text[start:end]}
    whole = tuple(each for each in found if each.end not in halves)
    told = (text[above[start] if start in halves else start : end] for start, end in unread)
    return whole, tuple(told)
