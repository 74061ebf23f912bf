"""Text of one measure: runs broken into justified lines, ready to be drawn.

Everything is in points. A :class:`Typesetter` is made for one document and remembers the
characters for which no face has a glyph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from inspector_app.documents.fonts import Glyph, glyph_for
from inspector_app.documents.line_breaking import Line, break_lines, clusters, stretch_points
from inspector_app.documents.surface import SetGlyph, Surface
from inspector_app.domain.document import Run

__all__ = ["SetLine", "SetText", "TextStyle", "Typesetter"]

_ASCENT = 0.88  # of the em, above the baseline: the same in each of our faces
_HIDDEN_GAP = 0.08  # of the em: more looks like a hole
_UNDERLINE_DEPTH = 0.2  # of the em, below the baseline
# Full-width marks whose ink stands in the left half of the square, and those in the right half.
_CLOSING = frozenset("，。、；：）》〉」』】〕〗”’")
_OPENING = frozenset("（《〈「『【〔〖“‘")
_LINE_ENDS = " \t\r\n\v\f\u0085\u2028\u2029"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and leading in points; ``align`` is justify, left, center or right.

    ``grey`` 0 is black, 1 white. ``widest_gap`` is the most, in ems, that justifying may put
    between two characters: a line that needs more is left ragged. ``tracking`` is put between
    all characters, in ems.
    """

    size: float
    leading: float
    align: str = "justify"
    grey: float = 0.0
    widest_gap: float = 0.3
    tracking: float = 0.0

    def aligned(self, align: str) -> TextStyle:
        """The same style, aligned otherwise."""
        return replace(self, align=align)


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line ready to draw: its glyphs from its own left end, and what is underlined (from, to).

    ``spelled_out`` lines have gaps so wide that their text must be written beside them.
    """

    glyphs: tuple[SetGlyph, ...]
    x: float
    width: float
    underlines: tuple[tuple[float, float], ...] = ()
    spelled_out: bool = False


@dataclass(frozen=True, slots=True)
class SetText:
    """Lines of one style, one leading apart."""

    lines: tuple[SetLine, ...]
    style: TextStyle

    def spelled_out(self) -> SetText:
        """The same, so that a reader takes each line as one, whatever gaps are in it."""
        return replace(self, lines=tuple(replace(line, spelled_out=True) for line in self.lines))

    @property
    def height(self) -> float:
        """Of all lines together, in points."""
        return len(self.lines) * self.style.leading

    @property
    def width(self) -> float:
        """Of the widest line, in points."""
        return max((line.width for line in self.lines), default=0.0)

    def draw_line(self, surface: Surface, index: int, x: float, top: float) -> None:
        """Draw line ``index`` with the measure's left edge at ``x`` and the line's top at ``top``."""
        line = self.lines[index]
        size = self.style.size
        baseline = top - (self.style.leading - size) / 2 - _ASCENT * size
        surface.text(
            line.glyphs, x + line.x, baseline, size, self.style.grey, spell_out=line.spelled_out
        )
        depth = baseline - _UNDERLINE_DEPTH * size
        for start, end in line.underlines:
            surface.rule(x + line.x + start, depth, x + line.x + end, depth, 0.5)

    def draw(self, surface: Surface, x: float, top: float) -> None:
        """Draw all lines, the first one's top at ``top``."""
        for index in range(len(self.lines)):
            self.draw_line(surface, index, x, top - index * self.style.leading)


class Typesetter:
    """Sets text, and notes in ``missing`` the characters that no face has."""

    def __init__(self) -> None:
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """Characters drawn as 〓, in the order they were met."""
        return tuple(self._missing)

    def width(self, text: str, size: float, *, strong: bool = False) -> float:
        """The width of ``text`` on one line, in points."""
        glyphs = [glyph_for(character, strong=strong) for character in text]
        return sum(_advances(text, glyphs)) * size

    def set_text(
        self,
        text: str,
        style: TextStyle,
        width: float,
        *,
        strong: bool = False,
        unbroken: Sequence[tuple[int, int]] = (),
    ) -> SetText:
        """Set plain text into lines of ``width``."""
        return self.set_runs((Run(text, strong=strong),), style, width, unbroken=unbroken)

    def set_runs(
        self,
        runs: Sequence[Run],
        style: TextStyle,
        width: float,
        *,
        first: float = 0.0,
        rest: float = 0.0,
        unbroken: Sequence[tuple[int, int]] = (),
    ) -> SetText:
        """Set runs into lines of ``width``; ``first`` and ``rest`` indent the lines, in points.

        ``unbroken`` names ranges of the text that no line break enters, unless one alone is
        wider than the line.
        """
        text = "".join(run.text for run in runs)
        run_of = [run for run in runs for _ in run.text]
        glyphs = []
        for character, run in zip(text, run_of, strict=True):
            glyph = glyph_for(character, strong=run.strong)
            if glyph.missing:
                self._missing[character] = None
            glyphs.append(glyph)
        advances = _advances(text, glyphs)
        widths = [(advance + style.tracking) * style.size for advance in advances]
        slack = [
            style.size / 2 if character in _CLOSING and advance > 0.5 else 0.0
            for character, advance in zip(text, advances, strict=True)
        ]
        measured = _Measured(text, glyphs, widths, [run.filled for run in run_of], style)
        lines = break_lines(
            text, widths, width - first, width - rest, slack=slack, unbroken=unbroken
        )
        return SetText(
            tuple(
                measured.line(line, width, rest if number else first)
                for number, line in enumerate(lines)
            ),
            style,
        )

    def set_balanced(
        self, text: str, style: TextStyle, width: float, *, strong: bool = False
    ) -> SetText:
        """Set a title in as few lines as fit, all about equally long (回行时词意完整、排列对称)."""
        widest = self.set_text(text, style, width, strong=strong)
        if len(widest.lines) == 1:
            return widest
        longest = max(self.width(text[a:b], style.size, strong=strong) for a, b in clusters(text))
        low, high = min(longest, width), width
        while high - low > style.size / 2:
            middle = (low + high) / 2
            lines = self.set_text(text, style, middle, strong=strong).lines
            if len(lines) > len(widest.lines) or any(line.width > middle for line in lines):
                low = middle
            else:
                high = middle
        balanced = self.set_text(text, style, high, strong=strong)
        shift = (width - high) / 2
        return SetText(tuple(replace(line, x=line.x + shift) for line in balanced.lines), style)


def _advances(text: str, glyphs: Sequence[Glyph]) -> list[float]:
    """The advance of each character in ems; between two marks half a square is taken out (标点挤压)."""
    advances = [glyph.advance for glyph in glyphs]
    for index, (mark, following) in enumerate(pairwise(text)):
        if (mark in _CLOSING and (following in _CLOSING or following in _OPENING)) or (
            mark in _OPENING and following in _OPENING
        ):
            advances[index] = min(advances[index], 0.5)
    return advances


@dataclass(frozen=True, slots=True)
class _Measured:
    """A text with the glyph of each character, of which lines can be placed."""

    text: str
    glyphs: Sequence[Glyph]
    widths: Sequence[float]
    filled: Sequence[bool]
    style: TextStyle

    def line(self, line: Line, width: float, indent: float) -> SetLine:
        """Place the characters of one line in a measure of ``width``, indented by ``indent``."""
        room = width - indent
        gaps = self._gaps(line, room)
        x = 0.0
        placed = []
        underlines: list[tuple[float, float]] = []
        for index in range(line.start, line.start + len(self._visible(line))):
            x += gaps.get(index, 0.0)
            end = x + self.widths[index]
            placed.append(SetGlyph(self.text[index], self.glyphs[index], x))
            if self.filled[index]:
                joined = index > line.start and self.filled[index - 1]
                # The blank half of a mark at the line's end hangs outside; its underline does not.
                underlines.append((underlines.pop()[0] if joined else x, min(end, room)))
            x = end
        shift = {"center": (room - line.width) / 2, "right": room - line.width}
        left = indent + max(shift.get(self.style.align, 0.0), 0.0)
        return SetLine(tuple(placed), left, line.width, tuple(underlines), spelled_out=bool(gaps))

    def _visible(self, line: Line) -> str:
        return self.text[line.start : line.end].rstrip(_LINE_ENDS)

    def _gaps(self, line: Line, room: float) -> dict[int, float]:
        """The space to add before each index so that the line fills its room."""
        points = stretch_points(self.text, line)
        missing = room - line.width
        size = self.style.size
        if self.style.align != "justify" or line.last or not points or missing <= 0:
            return {}
        if missing / len(points) > self.style.widest_gap * size:
            return {}
        # First where it shows least; what is left, everywhere.
        hidden = sum(hides for _, hides in points)
        first = min(missing / hidden, _HIDDEN_GAP * size) if hidden else 0.0
        rest = (missing - first * hidden) / len(points)
        return {index: rest + (first if hides else 0.0) for index, hides in points}
