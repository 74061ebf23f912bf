"""Reading a located tree by asking for what should be there.

Each question that meets the wrong thing notes a problem and answers with something neutral, so
that one reading finds all mistakes. :meth:`Entry.close` notes the keys nobody asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from inspector_app.domain.law.citation import Citation
from inspector_app.packs.citations import CitationError, UnknownLaw, parse_citation
from inspector_app.packs.problems import PackProblem, Place
from inspector_app.packs.source import MapNode, Node, ScalarNode, SequenceNode

__all__ = ["Entry", "Reading", "day_in", "nearest"]

_Word = TypeVar("_Word", bound=StrEnum)

_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—《》〔〕"
_FOLD = re.compile(f"(?<=[{_CJK}]) (?=[{_CJK}])")


def nearest(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """A hint naming the known word nearest to ``word``, or the known words if none is near."""
    close = get_close_matches(word, tuple(known), n=1, cutoff=0.5)
    if close:
        return f"是否想写“{close[0]}”？"
    listed = "、".join(sorted(known)[:12])
    return f"可用的有：{listed}。" if listed else "请核对写法，或先写明它的定义。"


class Reading:
    """What one reading of a pack gathers: problems, and the laws that citations may name.

    ``unchecked`` counts the names that could not be looked up, because what defines them could
    not be read: that is told where it was met, and not again at every name.
    """

    def __init__(self, laws: Mapping[str, str] | None = None) -> None:
        self.problems: list[PackProblem] = []
        self.laws: dict[str, str] = dict(laws or {})
        self.unchecked = 0
        self._lost: set[str] = set()

    def note(self, place: Place, what: str, mend: str) -> None:
        """Note one problem."""
        self.problems.append(PackProblem.at(place, what, mend))

    def lose(self, parts: Iterable[str]) -> None:
        """Remember that not all ``parts`` (violations, items …) that names may mean are known."""
        self._lost.update(parts)

    def absent(self, part: str, place: Place, what: str, mend: str) -> tuple[PackProblem, ...]:
        """The problem of a name that no known ``part`` has; none if some of them were lost."""
        if part in self._lost:
            self.unchecked += 1
            return ()
        return (PackProblem.at(place, what, mend),)

    def note_absent(self, part: str, place: Place, what: str, mend: str) -> None:
        """Note what :meth:`absent` says."""
        self.problems.extend(self.absent(part, place, what, mend))


def day_in(text: str, place: Place, key: str, reading: Reading) -> date | None:
    """The date that ``text`` at ``key`` is (2026-01-31); None, and a problem, if it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        reading.note(place, f"“{key}”不是有效的日期：“{text}”。", "请写成 2026-01-31 的形式。")
        return None


class Entry:
    """A mapping of the pack, read key by key."""

    def __init__(self, node: Node, reading: Reading, name: str) -> None:
        self.reading = reading
        self.place = node.place
        self.name = name
        self._asked: dict[str, None] = {}
        self.is_mapping = isinstance(node, MapNode)
        if isinstance(node, MapNode):
            self._node = node
        else:
            reading.note(
                node.place, f"{name}应当是“键: 值”的形式。", "请按 forms/README.md 的样例写。"
            )
            self._node = MapNode(node.place)

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        self._asked[key] = None
        return key in self._node.parts

    def keys(self) -> tuple[str, ...]:
        """All keys in their order; used where the keys are the author's own names."""
        return tuple(self._node.parts)

    def at(self, key: str) -> Place:
        """Where the value of ``key`` stands (the entry itself if the key is not there)."""
        node = self._node.parts.get(key)
        return node.place if node is not None else self.place

    def node(self, key: str, *, required: bool = True) -> Node | None:
        """The node at ``key``; notes a problem if it is required and missing."""
        self._asked[key] = None
        node = self._node.parts.get(key)
        if node is None and required and self.is_mapping:
            self.reading.note(self.place, f"{self.name}缺少“{key}”。", f"请补上“{key}: …”。")
        return node

    def text(self, key: str, default: str | None = None) -> str:
        """The text at ``key``; required unless a default is given."""
        node = self.node(key, required=default is None)
        if node is None:
            return default or ""
        text = self._scalar(node, key)
        if not text and default is None:
            self.reading.note(node.place, f"“{key}”没有内容。", "请写上内容，或删去该键。")
        return text

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """The list of texts at ``key``; a single text counts as a list of one."""
        return tuple(text for text, _ in self.located_texts(key, required=required))

    def located_texts(self, key: str, *, required: bool = False) -> tuple[tuple[str, Place], ...]:
        """As :meth:`texts`, each with its place."""
        return tuple(
            (self._scalar(part, key), part.place) for part in self.parts(key, required=required)
        )

    def parts(self, key: str, *, required: bool = False) -> tuple[Node, ...]:
        """The nodes of the list at ``key``; a scalar counts as a list of one."""
        node = self.node(key, required=required)
        match node:
            case None:
                return ()
            case SequenceNode():
                return tuple(node.parts)
            case ScalarNode():
                return (node,) if node.text else ()
            case MapNode():
                self.reading.note(node.place, f"“{key}”应当是列表。", "请每项一行、以“- ”开头。")
                return ()

    def integer(self, key: str, default: int | None = None) -> int:
        """The whole number at ``key``, not negative."""
        node = self.node(key, required=default is None)
        if node is None:
            return default or 0
        text = self._scalar(node, key)
        if not re.fullmatch(r"\d{1,9}", text):
            self.reading.note(node.place, f"“{key}”应当是整数，现为“{text}”。", "请写阿拉伯数字。")
            return default or 0
        return int(text)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """true or false at ``key``."""
        node = self.node(key, required=False)
        if node is None:
            return default
        text = self._scalar(node, key)
        if text not in ("true", "false"):
            self.reading.note(
                node.place, f"“{key}”应当是 true 或 false，现为“{text}”。", "请改为 true 或 false。"
            )
        return text == "true"

    def day(self, key: str, *, required: bool = False) -> date | None:
        """The date at ``key`` (2026-01-31)."""
        node = self.node(key, required=required)
        if node is None:
            return None
        return day_in(self._scalar(node, key), node.place, key, self.reading)

    def word(self, key: str, words: type[_Word], default: _Word | None = None) -> _Word:
        """One of the words of an enumeration at ``key``."""
        node = self.node(key, required=default is None)
        fallback = default if default is not None else next(iter(words))
        if node is None:
            return fallback
        return self._word(self._scalar(node, key), node.place, words) or fallback

    def words(self, key: str, words: type[_Word]) -> tuple[_Word, ...]:
        """A list of words of an enumeration at ``key``."""
        found = (self._word(text, place, words) for text, place in self.located_texts(key))
        return tuple(word for word in found if word is not None)

    def entry(self, key: str, name: str, *, required: bool = True) -> Entry | None:
        """The mapping at ``key``."""
        node = self.node(key, required=required)
        return None if node is None else Entry(node, self.reading, name)

    def entries(
        self, key: str, name: str, *, required: bool = True, loses: tuple[str, ...] = ()
    ) -> tuple[Entry, ...]:
        """The list of mappings at ``key``. What is none is noted and left out; names of the kinds
        ``loses`` may have stood in it.
        """
        parts = tuple(
            Entry(part, self.reading, name) for part in self.parts(key, required=required)
        )
        if not all(part.is_mapping for part in parts):
            self.reading.lose(loses)
        return tuple(part for part in parts if part.is_mapping)

    def citations(self, key: str) -> tuple[Citation, ...]:
        """The citations at ``key``, each written compactly: ``食安法 126(1)(五)``.

        One that cannot be read stands as article 0, so that it is not missed as well.
        """
        found: list[Citation] = []
        for text, place in self.located_texts(key):
            try:
                found.append(parse_citation(text, self.reading.laws))
            except UnknownLaw as error:
                self.reading.note_absent("laws", place, error.what, error.mend)
                found.append(Citation(text, 0))
            except CitationError as error:
                self.reading.note(place, error.what, error.mend)
                found.append(Citation(text, 0))
        return tuple(found)

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for key, place in self._node.keys.items():
            if key not in self._asked:
                self.reading.note(
                    place, f"{self.name}中有不认识的键“{key}”。", nearest(key, self._asked)
                )

    def _scalar(self, node: Node, key: str) -> str:
        if not isinstance(node, ScalarNode):
            self.reading.note(
                node.place, f"“{key}”应当是一段文字。", "请写在一行里，或用 >- 折行。"
            )
            return ""
        text = node.text.strip()
        return text if node.literal else _FOLD.sub("", text)

    def _word(self, text: str, place: Place, words: type[_Word]) -> _Word | None:
        try:
            return words(text)
        except ValueError:
            self.reading.note(
                place, f"不认识的词“{text}”。", nearest(text, tuple(word.value for word in words))
            )
            return None
