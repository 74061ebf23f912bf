"""Where a line of Chinese text may end (GB/T 15834-2011, 4.11; W3C CLREQ for the rest).

Pure functions over a string and the advance width of each of its characters; nothing here
knows a font or a page. Text is first cut into *atoms* (a Chinese character, a Latin word, a
number with its unit, ``——``, ``〔2026〕17号``), atoms that must stay together are joined to
*clusters*, and lines are filled with clusters. A cluster that is wider than a whole line is
split, because text that runs off the paper is worse than an ugly break.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

__all__ = [
    "NEVER_ENDS_A_LINE",
    "NEVER_STARTS_A_LINE",
    "Line",
    "break_lines",
    "clusters",
    "stretch_points",
]

NEVER_STARTS_A_LINE = frozenset("，。、；：？！）》〉」』】〕〗”’·・～－–／％‰℃々,.;:?!)]}%/")
NEVER_ENDS_A_LINE = frozenset("（《〈「『【〔〖“‘￥＄№／([{$¥£/")

_TOLERANCE = 1e-6

_LETTER = "A-Za-z0-9０-９\u00aa\u00b5\u00ba\u00c0-\u024f\u0370-\u1dbf\u1e00-\u1fff"
_WORD = (
    rf"[{_LETTER}][{_LETTER}\u0300-\u036f]*(?:[._@:+\-–/&'’#=?~～*×,]+[{_LETTER}\u0300-\u036f]+)*"
)
_WESTERN = re.compile(f"[{_LETTER}]")
_UNIT = (
    r"(?:万元|亿元|平方米|立方米|公斤|千克|毫升|毫米|厘米|公里|小时|分钟|个月|个?工作日"
    r"|[年月日时分秒元角万亿千百个名家项条款章节页份次号瓶袋箱盒台辆件批只倍层楼室期人起处米克升吨]"
    r"|[%％‰℃°]C?|[A-Za-zμΩ]{1,5}[²³]?(?![A-Za-z]))"
)
_ATOM = re.compile(
    rf"""
      (?P<newline>\r\n|[\n\r\v\f\u0085\u2028\u2029])
    | (?P<space>[ \t]+)
    | 〔[0-9０-９]{{2,4}}〕第?(?:[0-9０-９]+|×+)?号?     # the year and number of a document (文号)
    | 第?{_WORD}(?:(?<=[0-9０-９])[ ]?{_UNIT})?
    | —+ | …+ | ─+                                       # 破折号 and 省略号 fill two squares
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Line:
    """``text[start:end]`` on one line.

    ``width`` is what shows, in the unit of the given widths: spaces at the end hang outside and
    the blank half of a closing mark may have been given up (``squeezed``). ``last`` says that the
    paragraph or a forced line ends here, so the line is not to be stretched.
    """

    start: int
    end: int
    width: float
    squeezed: bool = False
    last: bool = False


def break_lines(
    text: str,
    widths: Sequence[float],
    first: float,
    rest: float | None = None,
    *,
    slack: Sequence[float] | None = None,
    unbroken: Sequence[tuple[int, int]] = (),
) -> tuple[Line, ...]:
    """Break ``text`` into lines no wider than ``first`` for the first line and ``rest`` after.

    ``widths`` holds the advance of each code point of ``text``, in the unit of ``first``;
    ``slack`` how much of each advance is blank and may be given up at a line's end;
    ``unbroken`` names ranges to keep on one line. The lines cover the text without gap or
    overlap. A line is wider than allowed only if it holds a single character that is wider than
    the line. Empty text gives one empty line.
    """
    if len(widths) != len(text):
        raise ValueError(f"{len(text)} characters but {len(widths)} widths")
    slack = (0.0,) * len(text) if slack is None else slack
    pieces = _joined(clusters(text), unbroken)
    return _Breaker(text, widths, slack, (first, first if rest is None else rest)).lines(pieces)


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield ``(start, end)`` of the stretches of ``text`` that no line break may enter."""
    start = 0
    last_visible = ""
    for match in _ATOM.finditer(text):
        if match.start() > start and _may_break(text, start, match, last_visible):
            yield start, match.start()
            start = match.start()
        if match["newline"] is not None:
            last_visible = "\n"
        elif match["space"] is None:
            last_visible = text[match.end() - 1]
    if start < len(text):
        yield start, len(text)


def stretch_points(text: str, line: Line) -> tuple[tuple[int, bool], ...]:
    """Where space may be put to fill ``line``: indices of ``text``, and whether it shows least there.

    It shows least beside a mark and where Chinese meets Latin letters or digits.
    """
    visible = text[line.start : line.end].rstrip(" \t\r\n\v\f\u0085\u2028\u2029")
    return tuple(
        (line.start + start, _hides_space(visible[start - 1], visible[start]))
        for start, _ in clusters(visible)
        if start
    )


def _hides_space(before: str, after: str) -> bool:
    return (
        before in NEVER_STARTS_A_LINE
        or after in NEVER_ENDS_A_LINE
        or before == " "
        or bool(_WESTERN.match(before)) != bool(_WESTERN.match(after))
    )


def _joined(
    pieces: Iterable[tuple[int, int]], unbroken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Join the pieces whose common border lies inside one of the ranges to keep together."""
    inside = {index for start, end in unbroken for index in range(start + 1, end)}
    begun: int | None = None
    reached = 0
    for start, end in pieces:
        if begun is not None and start not in inside:
            yield begun, reached
            begun = start
        elif begun is None:
            begun = start
        reached = end
    if begun is not None:
        yield begun, reached


def _may_break(text: str, start: int, match: re.Match[str], last_visible: str) -> bool:
    """Whether a line may end before ``match``, the atom that follows a cluster begun at ``start``."""
    if last_visible == "\n":
        return True
    if match["newline"] is not None or match["space"] is not None:
        return False
    if not text[start : match.start()].strip(" \t"):
        return False
    return _legal(last_visible, match[0])


def _legal(before: str, after: str) -> bool:
    """Whether GB/T 15834 allows a line to end with ``before`` and the next to begin with ``after``."""
    if before in NEVER_ENDS_A_LINE or after[0] in NEVER_STARTS_A_LINE:
        return False
    # A single 一字线 joins two words (连接号); doubled it is a 破折号 and may begin a line.
    if after == "—" or before == "\u2060" or after[0] == "\u2060" or "\u00a0" in (before, after[0]):
        return False
    return not _continues(after[0]) and before != "\u200d"


def _continues(character: str) -> bool:
    """Whether ``character`` belongs to the one before it: accents, variation selectors, joiners."""
    return character == "\u200d" or unicodedata.category(character).startswith("M")


class _Breaker:
    def __init__(
        self,
        text: str,
        widths: Sequence[float],
        slack: Sequence[float],
        rooms: tuple[float, float],
    ) -> None:
        self._text = text
        self._widths = widths
        self._slack = slack
        self._room, self._rest = rooms
        self._lines: list[Line] = []
        self._start = 0
        self._advance = 0.0

    def lines(self, pieces: Iterable[tuple[int, int]]) -> tuple[Line, ...]:
        for start, end in pieces:
            self._add(start, end)
            if self._text[end - 1] in "\n\r\v\f\u0085\u2028\u2029":
                self._end_line(end, last=True)
        if self._start < len(self._text) or not self._lines:
            self._end_line(len(self._text), last=True)
        elif self._text[-1] not in "\n\r\v\f\u0085\u2028\u2029":
            final = self._lines.pop()
            self._lines.append(Line(final.start, final.end, final.width, final.squeezed, last=True))
        return tuple(self._lines)

    def _add(self, start: int, end: int) -> None:
        if not self._fits(start, end) and start > self._start:
            self._end_line(start)
        while not self._fits(start, end):
            cut = self._emergency_cut(start, end)
            if cut == end:
                break
            self._end_line(cut)
            start = cut
        self._advance += sum(self._widths[start:end])

    def _fits(self, start: int, end: int) -> bool:
        _, least = self._visible(start, end)
        return self._advance + least <= self._room + _TOLERANCE

    def _visible(self, start: int, end: int) -> tuple[float, float]:
        """The width of ``text[start:end]`` without spaces at its end: full, and with slack given up."""
        while end > start and self._text[end - 1] in " \t\n\r\v\f\u0085\u2028\u2029":
            end -= 1
        full = sum(self._widths[start:end])
        return full, full - (self._slack[end - 1] if end > start else 0.0)

    def _emergency_cut(self, start: int, end: int) -> int:
        """Where to split a cluster that no line can hold: as late as fits, lawfully if possible."""
        width = 0.0
        fitting: list[int] = []
        for index in range(start, end):
            if index > start and not _continues(self._text[index]):
                fitting.append(index)
            width += self._widths[index]
            if self._advance + width > self._room + _TOLERANCE and fitting:
                break
        else:
            return end
        for cut in reversed(fitting):
            if _legal(self._text[cut - 1], self._text[cut]):
                return cut
        return fitting[-1]

    def _end_line(self, end: int, *, last: bool = False) -> None:
        full, least = self._visible(self._start, end)
        squeezed = least < full and full > self._room + _TOLERANCE
        self._lines.append(Line(self._start, end, least if squeezed else full, squeezed, last))
        self._start = end
        self._advance = 0.0
        self._room = self._rest
