"""What the search knows beyond the catalogue: words that mean the same, goods and places by kind."""

from __future__ import annotations

from inspector_app.packs.draft import Draft
from inspector_app.packs.entry import Entry

__all__ = ["read_search"]


def read_search(entry: Entry, draft: Draft) -> None:
    """One file of ``search/*.yaml``: ``synonyms`` (``word``, ``also``), ``kinds`` (``kind``,
    ``words``), ``usual`` (violations that are met most).
    """
    if entry.has("synonyms"):
        for part in entry.entries("synonyms", "同义词"):
            _take(part, draft.synonyms, "word", "also")
    if entry.has("kinds"):
        for part in entry.entries("kinds", "类别"):
            _take(part, draft.kinds, "kind", "words")
    for code, place in entry.located_texts("usual"):
        if code in draft.usual:
            draft.reading.note(place, f"“{code}”重复。", "请删去一个。")
        draft.usual.append(code)
    entry.close()


def _take(part: Entry, found: dict[str, tuple[str, ...]], name: str, words: str) -> None:
    word = part.text(name)
    if word in found:
        part.reading.note(part.at(name), f"“{word}”重复。", "请合并为一组。")
    members: list[str] = []
    for text, place in part.located_texts(words, required=True):
        # A synonym of itself says nothing; a kind's name may well be a word of that kind.
        if text in members or (text == word and name == "word"):
            part.reading.note(place, f"“{text}”在本组中重复。", "请删去一个。")
        members.append(text)
    found[word] = tuple(members)
    part.close()
