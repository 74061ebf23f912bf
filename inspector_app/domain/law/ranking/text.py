"""From what a person says to what is compared: normalised runs of signs, words, pairs of signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inspector_app.domain.law.script import simplified

__all__ = [
    "Lexicon",
    "Passage",
    "Stretches",
    "normalise",
    "pairs",
    "parts",
    "passages",
    "runs",
]

_PHRASE = 4

# Numerals, dates and amounts tell cases apart, not violations.
_NUMBER = re.compile(r"[0-9０-９]+(?:[.,:：][0-9]+)*")
_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[a-z]{2,}")
# What every case report says of everybody.
_FORMULAS = re.compile(
    r"当事人|经(?:依法)?(?:调)?查(?:明|实|证)?|涉嫌|上述|该(?:店|公司|单位|企业|超市|药店)|有限(?:责任)?公司"
    r"|年 月 日|现场检查(?:时)?发现|检查(?:时)?发现|违法行为|的行为|等行为|一案|某某?|×+"
)
# How a case was opened, proven, served and weighed: true of any violation, so it names none.
_PROCEDURE = re.compile(
    r"执法人员|执法证|[我本]局|现场笔录|询问|为证|证据|立案|告知书|陈述|申辩|听证|送达|扣押|查封|抽样|送检"
    r"|统一社会信用代码|成立于|登记成立|法定代表人|负责人.{1,4}(?:在场|到场|陪同)|经营面积|住所地|位于|主要从事|经营范围"
    r"|从业人员 *[名人]|配合|危害后果|货值|违法所得|经营额|获利|无异议|属实|案发"
    r"|投诉|举报|线索|转办|交办|核查|双随机|进行(?:监督|日常|现场)?检查|检查$|拍摄|拍照|出示|现场提供"
    r"|已(?:办理|取得)|持有|提供了?(?:营业执照|食品经营许可证)|(?<![未不])能够?提供|查验了|履行了|规范执行|证照齐全"
    r"|如实说明|无主观故意|放弃复检|检验机构为|积极|主动|先行登记|财物清单|守法|谅解|和解|分管领导|批准后|投诉单|责令改正|依据|根据|违反了|给予|处罚|罚款|予以没收"
)
# What stands on a label, written down with the goods; a fault of the label itself is no procedure.
_LABEL = re.compile(
    r"净含量|配料|执行标准|生产者|许可证(?:编)?号|备案(?:凭证|编号|号)|批号|注册证号|标签信息|规格型号"
)
_FAULT = re.compile(r"未|没|无|不|缺|虚|假|伪|篡|涂|改")
_SENTENCE = re.compile(r"[^。；！？;!?\n]+")
_CLAUSE = re.compile(r"(?:(?!另外|同时|还有|而且|并且)[^，,。；！？;!?\n])+")
_SHORTEST_PART = 4
_MOST_PARTS = 14
_LONGEST_DIVIDED = 400
_PASSAGE = re.compile(r"[^，。；！？：,;!?:\n]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch between two marks; ``procedural``: it tells how the case went, what the party did right
    or what the label says, not what was done wrong.
    """

    runs: tuple[str, ...]
    procedural: bool


def normalise(text: str) -> str:
    """``text`` in simplified signs, without case, width, numbers and the formulas of case reports."""
    return _FORMULAS.sub(" ", _plain(text))


def _plain(text: str) -> str:
    return _NUMBER.sub(" ", simplified(unicodedata.normalize("NFKC", text)).casefold())


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of ``text`` that hold words."""
    found = []
    for match in _PASSAGE.finditer(_plain(text)):
        held = tuple(runs(_FORMULAS.sub(" ", match.group())))
        if held:
            found.append(Passage(held, _is_procedural(match.group())))
    return tuple(found)


def parts(text: str) -> tuple[str, ...]:
    """What may tell of one thing each: the sentences of ``text``, or its clauses where it is but one.

    None of a text that is one part, or long: a case report tells one thing in many sentences.
    """
    if len(text) > _LONGEST_DIVIDED:
        return ()
    for division in (_SENTENCE, _CLAUSE):
        found = [part for part in division.findall(text) if len(part) >= _SHORTEST_PART]
        if len(found) > 1:
            return tuple(found) if len(found) <= _MOST_PARTS else ()
    return ()


def _is_procedural(passage: str) -> bool:
    if _PROCEDURE.search(passage):
        return True
    return _LABEL.search(passage) is not None and not _FAULT.search(passage)


def runs(text: str) -> list[str]:
    """The unbroken runs of Chinese signs, and the Latin words, of a normalised text."""
    return _RUN.findall(text)


def pairs(run: str) -> list[str]:
    """Every sign and every pair of neighbouring signs; a Latin word is one."""
    if run[0].isascii():
        return [run]
    return [*run, *(run[place : place + 2] for place in range(len(run) - 1))]


class Stretches:
    """In which runs of a text each stretch of a phrase's length stands: asked for many wordings."""

    def __init__(self, heard: Iterable[Passage]) -> None:
        self._runs = tuple(dict.fromkeys(run for passage in heard for run in passage.runs))
        self._in: dict[str, set[int]] = {}
        for number, run in enumerate(self._runs):
            for phrase in _phrases(run):
                self._in.setdefault(phrase, set()).add(number)

    def shared(self, wording: str) -> Iterator[str]:
        """The longest stretches of the text, of a phrase's length at least, that ``wording`` holds."""
        for number in sorted({n for phrase in _phrases(wording) for n in self._in.get(phrase, ())}):
            run, start = self._runs[number], 0
            while start + _PHRASE <= len(run):
                end = start
                while end < len(run) and run[start : end + 1] in wording:
                    end += 1
                if end - start >= _PHRASE:
                    yield run[start:end]
                start = max(end, start + 1)


def _phrases(run: str) -> set[str]:
    return {run[at : at + _PHRASE] for at in range(len(run) - _PHRASE + 1)}


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

    def __iter__(self) -> Iterator[str]:
        return iter(self._meanings)

    def words(self, run: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each word of ``run`` with its meanings; words may overlap (未明码标价 holds 明码标价), but a
        Latin word is met whole (no ps in jumps).
        """
        if run[0].isascii():
            if meanings := self._meanings.get(run):
                yield run, meanings
            return
        for start, sign in enumerate(run):
            for length in self._lengths.get(sign, ()):
                word = run[start : start + length]
                if len(word) == length and (meanings := self._meanings.get(word)):
                    yield word, meanings
