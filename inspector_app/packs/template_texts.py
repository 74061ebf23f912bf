"""Texts of a document template: parameters replaced, each noted with its place for the linter."""

from __future__ import annotations

import re

from inspector_app.packs.draft import Draft, TemplateText
from inspector_app.packs.entry import Entry, nearest
from inspector_app.packs.problems import Place
from inspector_app.packs.source import Node, ScalarNode, SequenceNode

__all__ = ["Bound", "TemplateTexts"]

# Names that surrounding blocks bind, each with the path of the list it walks.
Bound = tuple[tuple[str, str], ...]

_PARAMETER = re.compile(r"<<([^<>]*)>>")
# A parameter may name others; one that names itself would never end.
_NESTED_PARAMETERS = 3


class TemplateTexts:
    """Takes the texts of one template of the pack that ``draft`` is becoming."""

    def __init__(self, kind: str, draft: Draft) -> None:
        self._kind = kind
        self._draft = draft

    def text(self, entry: Entry, key: str, bound: Bound = (), *, default: str | None = None) -> str:
        """The text at ``key``; its placeholders may read what ``bound`` binds."""
        text = self.expanded(entry, key, default=default)
        self._note(text, entry.at(key), bound)
        return text

    def texts(self, entry: Entry, key: str, bound: Bound) -> tuple[str, ...]:
        """The list of texts at ``key``, which must be there."""
        return self._each(entry.located_texts(key, required=True), bound)

    def test(self, entry: Entry, key: str, bound: Bound = (), *, default: str | None = None) -> str:
        """The condition at ``key``: a path, ``!path`` or ``path == word``."""
        text = entry.text(key, default)
        if text:
            self._note(text, entry.at(key), bound, is_test=True)
        return text

    def walked(self, entry: Entry, key: str, bound: Bound) -> tuple[str, Bound]:
        """The path of the list at ``key``, and what is bound for each of its entries (``as``)."""
        source = self.test(entry, key, bound)
        return source, (*bound, (entry.text("as"), source))

    def rows(
        self, entry: Entry, key: str, length: int, bound: Bound = (), *, required: bool = True
    ) -> tuple[tuple[str, ...], ...]:
        """The rows at ``key``, each a list of ``length`` texts."""
        rows = []
        for node in entry.parts(key, required=required):
            texts = _scalars(node)
            if texts is None or len(texts) != length:
                self._draft.reading.note(
                    node.place, f"“{key}”的一行应当是 {length} 段文字。", "请写成 [文字, 文字]。"
                )
            else:
                rows.append(self._each(tuple((text, node.place) for text in texts), bound))
        return tuple(rows)

    def expanded(self, entry: Entry, key: str, *, default: str | None = None) -> str:
        """The text at ``key`` with each ``<<parameter>>`` replaced by the parameter's value."""
        return self._expand(entry.text(key, default), entry.at(key))

    def _expand(self, text: str, place: Place, depth: int = 0) -> str:
        known = self._draft.all_parameters()

        def value(match: re.Match[str]) -> str:
            key = match[1].strip()
            if key not in known:
                self._draft.reading.note_absent(
                    "parameters", place, f"没有名为“{key}”的参数。", nearest(key, known)
                )
                return ""
            return known[key].value

        expanded = _PARAMETER.sub(value, text)
        if depth < _NESTED_PARAMETERS and expanded != text:
            return self._expand(expanded, place, depth + 1)
        return expanded

    def _each(self, located: tuple[tuple[str, Place], ...], bound: Bound) -> tuple[str, ...]:
        texts = []
        for text, place in located:
            texts.append(self._expand(text, place))
            self._note(texts[-1], place, bound)
        return tuple(texts)

    def _note(self, text: str, place: Place, bound: Bound, *, is_test: bool = False) -> None:
        self._draft.texts.append(TemplateText(self._kind, text, place, bound, is_test))


def _scalars(node: Node) -> tuple[str, ...] | None:
    if not isinstance(node, SequenceNode):
        return None
    texts = [part.text.strip() for part in node.parts if isinstance(part, ScalarNode)]
    return tuple(texts) if len(texts) == len(node.parts) else None
