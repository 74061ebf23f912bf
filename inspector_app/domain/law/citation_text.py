"""Reading citations out of sentences: every official way, short names, several in one sentence.

``依照《食品安全法》第一百二十四条第一款第（五）项、第（六）项和《条例》第六十七条至第六十九条``: what stands
between two citations decides what the second takes over from the first
(:mod:`inspector_app.domain.law.citation_places`); here is read which law is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from inspector_app.domain.law.citation import NATIONAL, Citation
from inspector_app.domain.law.citation_places import (
    Cited,
    read_places,
    read_whole,
    unread_places,
    unread_stretches,
)
from inspector_app.domain.law.script import simplified

__all__ = [
    "Cited",
    "read_citation",
    "read_citations",
    "read_whole",
    "unread_places",
    "unread_stretches",
]

_SPACE = r"[ \t\u3000]*"
_LAW = re.compile(r"《(?P<name>(?!》)[^《》]{0,60}(?:《[^《》]{1,60}》[^《》]{0,60})?)》")
_ALIAS = re.compile(
    rf"{_SPACE}[（(](?:以下)?(?:统称|简称)[：:]?(?:为)?[《“](?P<alias>[^》”]+)[》”][）)]"
)
_OF = re.compile(rf"{_SPACE}(?:的|中的|之(?!{_SPACE}[0-9一二三四五六七八九十]))?{_SPACE}")
_OWN = re.compile(r"本(?:法|条例|办法|规定|细则|决定)(?=第)")
_SENTENCE_END = "。！？!?\n"

# A law's name that goes on is another law's: 药品管理法实施条例 is not 药品管理法.
_GOES_ON = re.compile(
    r"的?(?P<rest>(?:实施|施行)(?:条例|细则|办法|规定|意见)|司法解释)"
    r"|(?P<kind>(?:暂行|若干)规定|条例|细则|办法|(?:(?![和及与或并对由依按据违以应可的法])"
    rf"[一-鿿]){{1,8}}?(?:条例|细则|办法)(?={_SPACE}(?:第|[0-9])))"
)
_OTHER_WORD = re.compile(r"律|规(?!定)")
_VERBS = "违反|依照|依据|根据|按照|适用|参照|触犯|以及|和|及|与|或|按|依|在"
_BEGINS_BEFORE = re.compile(
    rf"(?:(?:{_VERBS})|(?<![一-鿿])|^)"
    r"(?P<whole>[一-鿿]{2,12}?(?:省|自治区|自治州|市|州|县|特区)(?:人民政府)?(?:实施|执行|贯彻)?)$"
)
_PREFIX = re.compile(
    r"(?:旧|新|老|原|农|行政|治安管理|实施|执行|贯彻"
    r"|(?<![本该我全各])(?:省|自治区|自治州|市|州|县|特区))$"
)
_APPLYING = ("实施", "执行", "贯彻")
_FURTHEST_BACK = 24
# 互联网广告管理办法第三条 behind 《广告法》: of a law unknown here, not of the one named before. So with
# the clauses of contracts and standards.
_UNKNOWN_LAW = re.compile(
    rf"(?:(?<![该同])(?<![上前]述)(?:条例|办法|细则|规则|(?<![违执依守司立合非])法)"
    rf"|合同|协议|章程|制度|公约|标准|规范|规程|守则|手册|指南|通知|公告|通告|批复|解释|决定"
    rf"|[A-Z]{{2,3}}(?:/[TZ])?{_SPACE}[0-9.]+(?:[-—–][0-9]{{2,4}})?){_SPACE}(?:的|中)?{_SPACE}$"
)
# 《…（2021年修正）》 is the law's own name with its edition.
_IN_BRACKETS = (
    r"[（(](?P<year>[12][0-9]{3})(?![0-9])"
    r"(?:[年.-](?:(?P<month>1[0-2]|0?[1-9])(?:[月.-](?:(?P<day>[12][0-9]|3[01]|0?[1-9])日?)?)?)?)?"
    r"[^（）()]{0,40}[）)]"
)
_EDITION = re.compile(_IN_BRACKETS + "$")
_EDITION_BEHIND = re.compile(_SPACE + _IN_BRACKETS)


def read_citation(text: str, laws: Mapping[str, str] | None = None) -> Citation | None:
    """The one citation that ``text`` ends with; None if it has none, several, or words behind it.

    Words before it (违反…) are passed over. ``laws`` as in :func:`read_citations`.
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
    marks, unless it is a part of a longer one (药品管理法实施条例, 旧食品安全法), which is then read as
    the law that the text names, known or not. ``this_law`` is what 本法, 本条例, 本办法 and 本规定 mean.
    A place that names no law is left out unless ``this_law`` or an earlier citation of the sentence
    says which; :func:`unread_places` tells what was left out.
    """
    return tuple(_Reader(text, dict(laws or {}), this_law).read())


class _Reader:
    """One pass over one text."""

    def __init__(self, text: str, laws: dict[str, str], this_law: str) -> None:
        # Sign for sign, so that places in it are places in the text.
        self._text = simplified(text)
        self._laws = laws
        self._this_law = this_law
        self._law = this_law
        self._edition = ""
        self._named_until = 0
        self._place = 0

    def read(self) -> Iterator[Cited]:
        while self._place < len(self._text):
            if self._text[self._place] in _SENTENCE_END:
                self._law, self._edition = self._this_law, ""
            if self._takes_law():
                self._takes_edition()
                self._named_until = self._place
                after = _OF.match(self._text, self._place)
                yield from self._places(after.end() if after else self._place, after_law=True)
                continue
            before = self._place
            if self._text[before] == "第":
                yield from self._stands_alone()
            if self._place == before:
                self._place += 1

    def _stands_alone(self) -> tuple[Cited, ...]:
        since = self._text[max(self._named_until, self._place - _FURTHEST_BACK) : self._place]
        if _UNKNOWN_LAW.search(since):
            self._law, self._edition = "", ""
        return self._places(self._place, after_law=False)

    def _places(self, start: int, *, after_law: bool) -> tuple[Cited, ...]:
        # Read without a law too, so that no part of the list is taken for a place by itself.
        found, end = read_places(self._text, start, self._law, after_law=after_law)
        if end > start:
            self._place = end
        if not self._law:
            return ()
        return tuple(replace(each, edition=self._edition) for each in found)

    def _takes_edition(self) -> None:
        behind = _EDITION_BEHIND.match(self._text, self._place)
        if behind is not None:
            self._edition, self._place = _edition_of(behind), behind.end()

    def _takes_law(self) -> bool:
        match = _LAW.match(self._text, self._place)
        if match is not None:
            within = _EDITION.search(match["name"])
            self._name(match["name"], self._place, match.end(), marked=True)
            self._edition = _edition_of(within) if within else ""
            alias = _ALIAS.match(self._text, self._place)
            if alias is not None:
                self._laws[alias["alias"]] = self._law
                self.__dict__.pop("_by_first_sign", None)
                self._place = alias.end()
            return True
        if self._this_law and (own := _OWN.match(self._text, self._place)):
            self._law, self._edition, self._place = self._this_law, "", own.end()
            return True
        for name in self._by_first_sign.get(self._text[self._place], ()):
            if self._text.startswith(name, self._place):
                end = self._place + len(name)
                if _OTHER_WORD.match(self._text, end):
                    return False
                self._name(name, self._place, end, marked=False)
                self._edition = ""
                return True
        return False

    def _name(self, name: str, start: int, end: int, *, marked: bool) -> None:
        """Take the law called ``name`` at ``start``, or the longer name that this is a part of."""
        before, rest = self._before(start), ""
        applied = before.endswith(_APPLYING)
        goes_on = _GOES_ON.match(self._text, end)
        # Behind book-title marks a name has ended; only 实施《…》办法 goes on with any kind.
        if goes_on is not None and (goes_on["rest"] or applied or not marked):
            rest, end = goes_on["rest"] or goes_on["kind"], goes_on.end()
        if applied and not rest:
            before = ""
        self._law = self._full(f"{before}{name}{rest}")
        self._place = end

    def _before(self, start: int) -> str:
        """What of the text before ``start`` belongs to the law's name."""
        behind = self._text[max(self._named_until, start - _FURTHEST_BACK) : start]
        short = _PREFIX.search(behind)
        if short is None:
            return ""
        region = _BEGINS_BEFORE.search(behind)
        return region["whole"] if region else short[0]

    def _full(self, name: str) -> str:
        if name in self._laws:
            return self._laws[name]
        name = _EDITION.sub("", name)
        if name in self._laws:
            return self._laws[name]
        whole = NATIONAL + name
        if whole in self._laws.values():
            return whole
        return self._by_bare_name.get(_bare(name), name)

    @cached_property
    def _by_first_sign(self) -> Mapping[str, list[str]]:
        """Names by the sign that they begin with, longest first."""
        names: dict[str, list[str]] = {}
        for name in sorted(filter(None, self._laws), key=len, reverse=True):
            names.setdefault(name[0], []).append(name)
        return names

    @cached_property
    def _by_bare_name(self) -> Mapping[str, str]:
        return {_bare(name): law for name, law in self._laws.items()}


def _edition_of(match: re.Match[str]) -> str:
    """Year, or year and month, or the day, as far as it is said: 2021, 2021-04, 2021-04-29."""
    return "-".join(
        value.zfill(2) for value in (match["year"], match["month"], match["day"]) if value
    )


def _bare(name: str) -> str:
    """A name without marks within it and the country's name."""
    return re.sub(rf"[《》〈〉]|{NATIONAL}", "", name)
