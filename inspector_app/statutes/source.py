"""A text as its file brought it: lines with their numbers, and what the source says about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from inspector_app.domain.law.statute import StatuteLevel

__all__ = ["Line", "Said", "SourceText"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line without marks.

    ``number`` counts from 1 in the file. ``heading`` is whether it is marked as one; a heading
    without words ends those above it.
    """

    number: int
    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What a source says about its text beside the text. None and empty where it says nothing.

    ``first_published`` and ``effective`` may be those of an earlier edition (domain-facts §6.2,
    addendum §6): they count only where the text does not contradict them. ``articles`` is how many
    there should be; ``parts_left_out`` is whether the source drops the headings of parts (编).
    """

    edition: date | None = None
    first_published: date | None = None
    effective: date | None = None
    level: StatuteLevel = StatuteLevel.UNKNOWN
    standing: str = ""
    articles: int = 0
    parts_left_out: bool = False


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a reader made of one file, or of one law in a data file.

    ``file`` names it in messages, without its folder; ``digest`` is the SHA-256 of its bytes;
    ``title`` is empty where the text has none. ``notes`` are the lines known to stand above the
    text; others may follow in ``lines``. ``amended_from`` are the first days that decisions in the
    same source give for amendments, by the day they were passed.
    """

    file: str
    digest: str
    reader: str
    title: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    said: Said = Said()
    amended_from: dict[date, date] = field(default_factory=dict)
