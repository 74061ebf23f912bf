"""How a statute's lines are set: faces, sizes, indents and distances, by the look in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from inspector_app.gui.pages.law.statute_lines import Line, LineKind
from inspector_app.gui.theme import Space, ThemeName, look
from inspector_app.gui.theme.fonts import SANS, SERIF

__all__ = ["em", "lead", "write_lines"]

_SIZE = 16
_LEADING = 1.75


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a kind of line is set; lengths in characters."""

    size: float = 1.0
    bold: bool = False
    centred: bool = False
    muted: bool = False
    left: float = 0.0
    first: float = 0.0
    above: float = 0.0
    below: float = 0.4


_SETTINGS = {
    LineKind.NOTE: _Setting(0.85, muted=True, centred=True, below=0.6),
    LineKind.PART: _Setting(1.3, bold=True, centred=True, above=1.8, below=0.8),
    LineKind.CHAPTER: _Setting(1.15, bold=True, centred=True, above=1.6, below=0.7),
    LineKind.SECTION: _Setting(1.05, bold=True, centred=True, above=1.1, below=0.6),
    LineKind.PARAGRAPH: _Setting(first=2.0),
    LineKind.ITEM: _Setting(left=5.0, first=-3.0),
    LineKind.SUBITEM: _Setting(left=6.5, first=-1.5),
    LineKind.ANNEX: _Setting(0.95, first=2.0),
}


def em() -> int:
    """The width of a character of the text, in logical pixels."""
    return look().scaled(_SIZE)


def lead() -> float:
    """What a line has above its letters beyond their own height: Qt puts all of it there."""
    return em() * _LEADING - QFontMetricsF(_font(1.0)).height()


def write_lines(document: QTextDocument, lines: Sequence[Line]) -> None:
    """Fill ``document`` with ``lines``, one block each."""
    document.clear()
    document.setDocumentMargin(Space.M)
    document.setDefaultFont(_font(1.0))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, line in enumerate(lines):
        setting = _SETTINGS[line.kind]
        block, letters = _block(setting, first=number == 0), _letters(setting)
        if number:
            cursor.insertBlock(block, letters)
        else:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(letters)
        if line.label:
            label = QTextCharFormat(letters)
            article = line.kind is LineKind.PARAGRAPH
            if article:
                label.setFontWeight(QFont.Weight.Bold)
            cursor.insertText(f"{line.label}\u3000" if article else line.label, label)
        cursor.insertText(line.text, letters)
    cursor.endEditBlock()


def _font(size: float) -> QFont:
    # Outdoors the thin strokes of a serif face are the first to go.
    font = QFont(SANS if look().theme is ThemeName.SUNLIGHT else SERIF)
    font.setPixelSize(look().scaled(_SIZE * size))
    return font


def _block(setting: _Setting, *, first: bool) -> QTextBlockFormat:
    width = em()
    block = QTextBlockFormat()
    block.setLineHeight(
        round(_LEADING * setting.size * width), QTextBlockFormat.LineHeightTypes.FixedHeight.value
    )
    block.setLeftMargin(setting.left * width)
    block.setTextIndent(setting.first * width)
    block.setTopMargin(0 if first else setting.above * width)
    block.setBottomMargin(setting.below * width)
    if setting.centred:
        block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return block


def _letters(setting: _Setting) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(_font(setting.size))
    if setting.bold:
        letters.setFontWeight(QFont.Weight.Bold)
    colours = look().colours
    letters.setForeground(QColor(colours.text_muted if setting.muted else colours.text))
    return letters
