"""Whether the delivered fonts are whole, may be embedded and hold every character of GBK."""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from inspector_app.assets import resources_dir

__all__ = ["FontReport", "FontState", "check_fonts"]

_MANIFEST = re.compile(r"^\| `([\w-]+\.ttf)` \|.*\| `([0-9a-f]{64})` \|$", re.MULTILINE)


class FontState(StrEnum):
    """What is to be said of a font file, the worst first."""

    MISSING = "missing"
    ALTERED = "altered"
    UNREADABLE = "unreadable"  # no TrueType font, or one that forbids embedding
    INCOMPLETE = "incomplete"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class FontReport:
    """One font file; ``lacking`` are the ideographs of GBK that it has no glyph for."""

    file: str
    state: FontState
    lacking: str = ""


def check_fonts(folder: Path | None = None) -> tuple[FontReport, ...]:
    """Every font that the table in ``resources/fonts/README.md`` names; takes about a second.

    ``folder`` is that of an installation other than this one. Raises ``FileNotFoundError`` if it
    has no such table.
    """
    folder = folder or resources_dir() / "fonts"
    listed = _MANIFEST.findall((folder / "README.md").read_text(encoding="utf-8"))
    return tuple(_check(folder / file, sha256) for file, sha256 in listed)


def _check(path: Path, sha256: str) -> FontReport:
    # Late: reportlab costs 100 ms at start-up.
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

    try:
        data = path.read_bytes()
    except OSError:
        return FontReport(path.name, FontState.MISSING)
    if hashlib.sha256(data).hexdigest() != sha256:
        return FontReport(path.name, FontState.ALTERED)
    try:
        # Refuses a font whose licence bits (OS/2 fsType) forbid embedding or subsetting.
        glyphs = TTFontFile(str(path)).charToGlyph
    except TTFError:
        return FontReport(path.name, FontState.UNREADABLE)
    lacking = "".join(character for character in _ideographs() if not glyphs.get(ord(character)))
    return FontReport(path.name, FontState.INCOMPLETE if lacking else FontState.SOUND, lacking)


@functools.cache
def _ideographs() -> tuple[str, ...]:
    """The ideographs of GBK, in which names of people and places are registered."""
    found = []
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            character = bytes((lead, trail)).decode("gbk", "ignore")
            if len(character) == 1 and "\u4e00" <= character <= "\u9fff":
                found.append(character)
    return tuple(found)
