"""From what a person says to what is compared: normalised runs of signs, words, pairs of signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

__all__ = ["Lexicon", "normalise", "pairs", "runs"]

# Numerals, dates and amounts tell cases apart, not violations.
_NUMBER = re.compile(r"[0-9０-９]+(?:[.,:：][0-9]+)*")
_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[a-z]{2,}")
# What every case report says.
_FORMULAS = re.compile(
    r"当事人|经(?:依法)?(?:调)?查(?:明|实|证)?|涉嫌|上述|该(?:店|公司|单位|企业|超市|药店)|有限(?:责任)?公司"
    r"|执法人员|现场检查(?:时)?(?:发现)?|检查(?:时)?发现|我局|本局|违法行为|的行为|等行为|一案"
    r"|某某?|×+"
)


def normalise(text: str) -> str:
    """``text`` without case, width, numbers and the formulas of case reports."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _FORMULAS.sub(" ", _NUMBER.sub(" ", plain))


def runs(text: str) -> list[str]:
    """The unbroken runs of Chinese signs, and the Latin words, of a normalised text."""
    return _RUN.findall(text)


def pairs(run: str) -> list[str]:
    """Every sign and every pair of neighbouring signs; a Latin word is one."""
    if run[0].isascii():
        return [run]
    return [*run, *(run[place : place + 2] for place in range(len(run) - 1))]


class Lexicon:
    """Words found in running text, every one of them, longest first at each place.

    ``meanings`` pairs a word with what it stands for: its group of synonyms, its kind, or itself.
    """

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        found: dict[str, list[str]] = {}
        for word, meaning in meanings:
            found.setdefault(word, []).append(meaning)
        self._meanings = {word: tuple(dict.fromkeys(all_)) for word, all_ in found.items()}
        lengths: dict[str, set[int]] = {}
        for word in self._meanings:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {sign: sorted(found, reverse=True) for sign, found in lengths.items()}

    def words(self, run: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each word of ``run`` with its meanings; words may overlap (未明码标价 holds 明码标价)."""
        for start, sign in enumerate(run):
            for length in self._lengths.get(sign, ()):
                word = run[start : start + length]
                if len(word) == length and (meanings := self._meanings.get(word)):
                    yield word, meanings
