"""The faces documents are set in, and which glyphs stand for a character.

Noto Serif SC sets the text, its Bold the titles; a character it lacks is taken from Noto Sans SC
and then from any face in ``resources/fonts/rare``. A character that no face has is drawn as 〓,
carries its true value as ActualText and is reported, because a name on an official paper must
never change in silence.

Parsing a face costs about 75 ms, so each is parsed once in a process, and a fallback only when a
text needs it.
"""

from __future__ import annotations

import functools
import re
import threading
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector_app.assets import resources_dir
from inspector_app.domain.errors import EnvironmentFault

__all__ = ["FONT_LOCK", "Glyph", "Part", "body_face", "glyph_for"]

FONT_LOCK = threading.RLock()
"""Held while a document is drawn: reportlab's faces read through one shared position."""

_BODY = "NotoSerifSC-Regular.ttf"
_STRONG = "NotoSerifSC-Bold.ttf"
_FALLBACK = "NotoSansSC-Regular.ttf"
_MISSING = "〓"
_BEYOND_16_BITS = re.compile(r"> <([0-9A-F]{5,6})>")


@dataclass(frozen=True, slots=True)
class Part:
    """One glyph of a face, moved by ``dx``, ``dy`` and scaled; offsets in ems of the text."""

    face: str
    character: str
    dx: float = 0.0
    dy: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Glyph:
    """How one character is drawn: ``advance`` in ems and its parts (none for an invisible one).

    ``composed`` says that the parts are not the character itself, so that it must be written
    beside them for search and copying; ``missing`` that no face has the character.
    """

    advance: float
    parts: tuple[Part, ...]
    composed: bool = False
    missing: bool = False


@functools.lru_cache(maxsize=16384)
def glyph_for(character: str, *, strong: bool = False) -> Glyph:
    """Give the glyph of one character, in the bold face if ``strong``.

    Raises ``EnvironmentFault`` if the fonts of the installation cannot be read.
    """
    if _is_invisible(character):
        return Glyph(0.0, (), composed=False)
    main = _STRONG if strong else _BODY
    composed = _composed(character, main)
    if composed is not None:
        return composed
    for file in (main, _FALLBACK, *_rare_files()):
        advance = _advance(file, character)
        if advance is not None:
            return Glyph(advance, (Part(file, character),))
    return Glyph(1.0, (Part(main, _MISSING),), composed=True, missing=True)


def body_face() -> str:
    """The name under which reportlab knows the face of running text, loaded if need be."""
    _load(_BODY)
    return _BODY


def _is_invisible(character: str) -> bool:
    # Joiners, direction marks and variation selectors choose glyphs; they have none themselves.
    return unicodedata.category(character) in {"Cc", "Cf"} or (
        "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    )


def _composed(character: str, face: str) -> Glyph | None:
    """Characters that the faces lack, or draw in the Western way, put together from others."""
    match character:
        case "☐":
            return Glyph(1.0, (Part(face, "□"),), composed=True)
        case "☑":
            return Glyph(
                1.0, (Part(face, "□"), Part(_STRONG, "√", 0.08, 0.09, 0.84)), composed=True
            )
        case "☒":
            return Glyph(1.0, (Part(face, "□"), Part(face, "×", 0.0, 0.012)), composed=True)
        case "—":
            # The faces' own is 0.89 em wide and sits low: two of them would not join to a 破折号.
            return Glyph(1.0, (Part(face, "─"),), composed=True)
        case "·":
            width = _advance(face, "·") or 0.5
            return Glyph(0.5, (Part(face, "·", (0.5 - width) / 2, 0.0),))
        case "\t":
            return Glyph(2.0, ())
        case _:
            return None


@functools.cache
def _rare_files() -> tuple[str, ...]:
    folder = _fonts_dir() / "rare"
    return tuple(f"rare/{file.name}" for file in sorted(folder.glob("*.ttf")))


def _fonts_dir() -> Path:
    try:
        return resources_dir() / "fonts"
    except FileNotFoundError as missing:
        raise _fonts_fault() from missing


def _advance(file: str, character: str) -> float | None:
    """The advance of ``character`` in ems, or ``None`` if the face has no glyph for it."""
    face = _load(file).face
    code = ord(character)
    if not face.charToGlyph.get(code):
        return None
    return float(face.charWidths.get(code, face.defaultWidth)) / 1000


@functools.cache
def _load(file: str) -> Any:
    # Late: reportlab costs 100 ms at start-up, and most starts print nothing.
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    class Font(TTFont):  # type: ignore[misc]  # reportlab has no types
        def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
            """Add the subsets; reportlab's map to Unicode is wrong beyond U+FFFF and mended here."""
            super().addObjects(doc)
            for name, entry in doc.idToObject.items():
                if name.startswith("toUnicodeCMap:"):
                    entry.content = _BEYOND_16_BITS.sub(_surrogates, entry.content)

    with FONT_LOCK:
        try:
            font = Font(file, str(_fonts_dir() / file), asciiReadable=False, shapable=False)
        except (OSError, TTFError) as unreadable:
            raise _fonts_fault() from unreadable
        pdfmetrics.registerFont(font)
        return font


def _surrogates(code: re.Match[str]) -> str:
    return f"> <{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"


def _fonts_fault() -> EnvironmentFault:
    return EnvironmentFault(
        "documents.fonts",
        "文书字体缺失或已损坏，无法生成文书。",
        safe="检查记录已保存，未受影响。",
        mend="请重新安装本软件，或运行“inspector-app doctor”查看缺少的字体。",
    )
