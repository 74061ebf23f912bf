"""Measures of the paper, after 《党政机关公文格式》 (GB/T 9704-2012) where its spirit fits a form.

A4 with the margins of GB/T 9704 (binding edge 28 mm, outer edge 26 mm). Letters (责令改正通知书
and other papers that carry a seal) are set larger and lower than records (笔录, tables), which
must hold much on few pages. All values are points unless a name says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.documents.typesetting import TextStyle
from inspector_app.domain.document import SealState, Snapshot

__all__ = ["MM", "PAGE_HEIGHT", "PAGE_WIDTH", "Sheet", "sheet_for"]

MM = 72 / 25.4
PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM

_AUTHORITY = TextStyle(16, 26, "center")
_TITLE = TextStyle(22, 34, "center")
_SMALL = TextStyle(9, 13)
_SMALLEST = TextStyle(6.5, 9, grey=0.35)
_IN_CELLS = 0.12  # a cell is narrow: filling its lines would tear holes


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where text stands on the page and in what sizes."""

    top: float
    body: TextStyle
    heading: TextStyle
    table: TextStyle
    left: float = 28 * MM
    width: float = 156 * MM
    bottom: float = 24 * MM  # below it only the page number
    page_number_baseline: float = 14 * MM
    authority: TextStyle = _AUTHORITY
    title: TextStyle = _TITLE
    small: TextStyle = _SMALL
    smallest: TextStyle = _SMALLEST

    @property
    def right(self) -> float:
        """The right edge of the text."""
        return self.left + self.width


_RECORD = Sheet(
    top=26 * MM,
    body=TextStyle(12, 19.5),
    heading=TextStyle(12.5, 21, "left"),
    table=TextStyle(10.5, 15.5, widest_gap=_IN_CELLS),
)
_LETTER = Sheet(
    top=30 * MM,
    body=TextStyle(14, 22.5),
    heading=TextStyle(14, 22.5, "left"),
    table=TextStyle(11, 16.5, widest_gap=_IN_CELLS),
)


def sheet_for(snapshot: Snapshot) -> Sheet:
    """The measures for a document: those of a letter if it carries a seal, else of a record."""
    return _RECORD if snapshot.seal is SealState.NONE else _LETTER
