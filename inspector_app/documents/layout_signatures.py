"""Where people sign: the block in the body, the foot of each page, and the place of the seal.

A drawn signature is a picture that stands on its line; the officer's certificate signature is laid
over the same rectangle afterwards (:mod:`inspector_app.documents.signing`). A slot that was refused
prints its note instead (程序规定 43), which says when; one that is struck out prints its stroke and
nothing to fill in; an unsigned one prints an empty line to sign by hand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from inspector_app.documents.layout_text import text_strips
from inspector_app.documents.pagination import Edge, Strip
from inspector_app.documents.pictures import signature_picture, unusable_signature
from inspector_app.documents.sheet import MM, Sheet
from inspector_app.documents.surface import Placement, Surface
from inspector_app.documents.typesetting import SetText, TextStyle, Typesetter
from inspector_app.domain.chinese import chinese_date, chinese_datetime
from inspector_app.domain.document import Run, SealArea, SealState, SignatureSlot

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["Foot", "Ink", "refusal_words", "seal_strips", "signature_strips"]

_COLUMNS = 2
_GUTTER = 6 * MM
_BESIDE = 1.5 * MM
_LINE = 0.5
_MIN_LINE = 24 * MM
_CLOSING = 3 * MM  # under a signature's line, for the caption of the certificate signature
_STRUCK_HEIGHT = 6 * MM  # nobody signs there any more
# A note longer than this would push the text off the page if it stood at the foot of each.
_FOOT_NOTE_LINES = 3
_SEAL_DIAMETER = 42 * MM  # 国发〔1999〕25号: the seal of an office at county level and above
_UNDATED = "　　年　　月　　日"
_NOTE_AT_THE_END = "拒绝签名，情况见末页附注。"


@dataclass(slots=True)
class Ink:
    """The pictures of drawn signatures by SHA-256, and where each slot came to stand.

    Without ``images`` the page is drawn as if unsigned, to compare its text.
    """

    images: Mapping[str, bytes] | None
    placements: dict[str, list[Placement]] = field(default_factory=dict)
    _pictures: dict[str, Image.Image] = field(default_factory=dict)

    def sign(self, surface: Surface, slot: SignatureSlot, area: Placement) -> None:
        """Draw the slot's signature, if it has one, and remember its place."""
        self.placements.setdefault(slot.key, []).append(area)
        if slot.image and self.images is not None:
            surface.picture(self._picture(self.images, slot.image), area)

    def _picture(self, images: Mapping[str, bytes], sha256: str) -> Image.Image:
        if sha256 not in self._pictures:
            png = images.get(sha256)
            if png is None or hashlib.sha256(png).hexdigest() != sha256:
                raise unusable_signature()
            self._pictures[sha256] = signature_picture(png)
        return self._pictures[sha256]


@dataclass(frozen=True, slots=True)
class _Cell:
    """One place to sign: label and line, who and when beneath it or behind it."""

    slot: SignatureSlot
    label: SetText
    note: SetText | None
    beneath: SetText | None
    behind: SetText | None
    width: float
    signing_height: float
    label_above: bool

    @property
    def height(self) -> float:
        above = self.label.height if self.label_above else 0.0
        beneath = self.beneath.height if self.beneath is not None else 0.0
        return above + self.signing_height + _CLOSING + beneath

    def draw(self, surface: Surface, ink: Ink, x: float, top: float) -> None:
        start, end = x, x + self.width
        if self.label_above:
            self.label.draw(surface, x, top)
            top -= self.label.height
        else:
            self.label.draw(surface, x, top - self.signing_height + self.label.height)
            start += self.label.width + _BESIDE
        foot = top - self.signing_height
        if self.behind is not None:
            end -= self.behind.width + _BESIDE
            self.behind.draw(surface, end + _BESIDE, foot + self.behind.height)
        if self.note is not None:
            self.note.draw(surface, start, foot + self.note.height)
        height = self.signing_height - 0.5 * MM
        ink.sign(surface, self.slot, Placement(surface.page, start, foot, end - start, height))
        # Last, so that a picture with a white ground does not hide the line.
        surface.rule(start, foot, end, foot, _LINE)
        if self.beneath is not None:
            self.beneath.draw(surface, start, foot - _CLOSING)


@dataclass(frozen=True, slots=True)
class _CellMaker:
    """Makes the cells of one block or foot: ``text`` for labels, ``small`` for what is beneath."""

    width: float
    text: TextStyle
    small: TextStyle
    signing_height: float
    setter: Typesetter

    def cell(self, slot: SignatureSlot, note: str, *, beneath: str = "", behind: str = "") -> _Cell:
        setter, width = self.setter, self.width
        label = setter.set_text(_with_colon(slot.label), self.text, width)
        after = setter.set_text(behind, self.small, width) if behind else None
        taken = label.width + _BESIDE + (after.width + _BESIDE if after is not None else 0.0)
        label_above = len(label.lines) > 1 or taken + _MIN_LINE > width
        room = width - (taken - label.width - _BESIDE if label_above else taken)
        said = setter.set_text(note, self.small, room) if note else None
        height = _STRUCK_HEIGHT if slot.struck_out else self.signing_height
        if said is not None:
            height = max(height, said.height + 1 * MM)
        under = setter.set_text(beneath, self.small, room) if beneath else None
        return _Cell(slot, label, said, under, after, width, height, label_above)


def _maker(sheet: Sheet, setter: Typesetter, text: TextStyle, height: float) -> _CellMaker:
    width = (sheet.width - _GUTTER) / _COLUMNS
    return _CellMaker(width, text.aligned("left"), sheet.small.aligned("left"), height, setter)


def signature_strips(
    slots: Sequence[SignatureSlot], statement: str, sheet: Sheet, setter: Typesetter, ink: Ink
) -> tuple[Strip, ...]:
    """The signatures in the body, two beside each other, under the statement they confirm.

    A refusal takes the whole width, its lines broken between pages where they must be.
    """
    strips: list[Strip] = []
    if statement:
        text = setter.set_text(statement, sheet.body.aligned("justify"), sheet.width)
        strips.extend(text_strips(text, sheet.left, above=sheet.body.leading * 0.3))
    maker = _maker(sheet, setter, sheet.table, 13 * MM)
    row: list[_Cell] = []
    for slot in slots:
        if _is_refused(slot):
            strips = _below(strips, _row_of(row, sheet, ink))
            strips = _below(strips, _refusal_strips(slot, sheet, setter))
            row = []
            continue
        row.append(_body_cell(slot, maker))
        if len(row) == _COLUMNS:
            strips = _below(strips, _row_of(row, sheet, ink))
            row = []
    return tuple(_below(strips, _row_of(row, sheet, ink)))


def _is_refused(slot: SignatureSlot) -> bool:
    """Whether the slot's note tells why nobody signed there."""
    return bool(slot.note) and not slot.struck_out


def refusal_words(slot: SignatureSlot) -> str:
    """Who did not sign and why, as the record has it."""
    return f"{slot.name}{slot.note}"


def _below(strips: Sequence[Strip], more: Sequence[Strip]) -> list[Strip]:
    """``more`` under ``strips``, with no break between the two."""
    if not more:
        return list(strips)
    return [*strips[:-1], *(replace(strip, keep=True) for strip in strips[-1:]), *more]


def _refusal_strips(slot: SignatureSlot, sheet: Sheet, setter: Typesetter) -> tuple[Strip, ...]:
    style = sheet.table
    label = _with_colon(slot.label)
    hang = setter.width(label, style.size)
    text = setter.set_runs(
        (Run(label), Run(refusal_words(slot))),
        style,
        sheet.width,
        rest=hang if hang < sheet.width / _COLUMNS else 0.0,
    )
    return text_strips(text, sheet.left, above=3 * MM)


def _with_colon(label: str) -> str:
    return label if label.endswith(("：", ":")) else label + "："


def _body_cell(slot: SignatureSlot, maker: _CellMaker) -> _Cell:
    if slot.struck_out:
        return maker.cell(slot, slot.note)
    who = slot.name
    if slot.certificate_no:
        who += f"（执法证号：{slot.certificate_no}）"
    when = chinese_datetime(slot.at) if slot.at else _UNDATED
    return maker.cell(slot, "", beneath=f"{who}\n{when}" if who else when)


def _row_of(cells: Sequence[_Cell], sheet: Sheet, ink: Ink) -> tuple[Strip, ...]:
    return (_cells_strip(_level(cells), sheet, ink, above=2 * MM),) if cells else ()


def _level(cells: Sequence[_Cell]) -> tuple[_Cell, ...]:
    """The same cells, their lines at one height."""
    tallest = max(cell.signing_height for cell in cells)
    return tuple(replace(cell, signing_height=tallest) for cell in cells)


def _cells_strip(cells: Sequence[_Cell], sheet: Sheet, ink: Ink, above: float) -> Strip:
    height = max(cell.height for cell in cells)

    def draw(surface: Surface, top: float, _edge: Edge) -> None:
        _draw_cells(cells, surface, sheet, ink, top)

    return Strip(height, draw, above=above)


def _draw_cells(
    cells: Sequence[_Cell], surface: Surface, sheet: Sheet, ink: Ink, top: float
) -> None:
    for index, cell in enumerate(cells):
        cell.draw(surface, ink, sheet.left + index * (cell.width + _GUTTER), top)


class Foot:
    """What people sign at the foot of each page (程序规定 28, 29)."""

    def __init__(
        self, slots: Sequence[SignatureSlot], sheet: Sheet, setter: Typesetter, ink: Ink
    ) -> None:
        self._sheet = sheet
        self._ink = ink
        self._long_notes: list[SignatureSlot] = []
        maker = _maker(sheet, setter, sheet.small, 9.5 * MM)
        cells = [self._cell(slot, maker) for slot in slots]
        self._rows = [
            _level(cells[start : start + _COLUMNS]) for start in range(0, len(cells), _COLUMNS)
        ]

    @property
    def height(self) -> float:
        """In points, with the rule above; 0 if nobody signs each page."""
        if not self._rows:
            return 0.0
        return sum(max(cell.height for cell in row) for row in self._rows) + 4 * MM

    @property
    def notes_for_the_end(self) -> tuple[SignatureSlot, ...]:
        """Slots whose note is too long for the foot and so must be printed at the end."""
        return tuple(self._long_notes)

    def draw(self, surface: Surface) -> None:
        """Draw the foot of the surface's present page."""
        if not self._rows:
            return
        sheet = self._sheet
        top = sheet.bottom + self.height - 3 * MM
        surface.rule(sheet.left, top, sheet.right, top, 0.45)
        top -= 1 * MM
        for row in self._rows:
            _draw_cells(row, surface, sheet, self._ink, top)
            top -= max(cell.height for cell in row)

    def _cell(self, slot: SignatureSlot, maker: _CellMaker) -> _Cell:
        if not slot.note:
            when = chinese_date(slot.at) if slot.at else _UNDATED
            return maker.cell(slot, "", behind=when)
        cell = maker.cell(slot, slot.note)
        if cell.note is not None and len(cell.note.lines) > _FOOT_NOTE_LINES:
            self._long_notes.append(slot)
            cell = maker.cell(slot, _NOTE_AT_THE_END)
        return cell


def seal_strips(
    block: SealArea, state: SealState, sheet: Sheet, setter: Typesetter
) -> tuple[Strip, ...]:
    """The authority's name and the date at the right, with room for the seal over them."""
    style = sheet.body.aligned("center")
    widest = max(
        setter.width(block.authority, style.size), setter.width(block.date, style.size), 30 * MM
    )
    width = min(widest + 2 * style.size, sheet.width)
    lines = [setter.set_text(text, style, width) for text in (block.authority, block.date) if text]
    if state is SealState.MISSING:
        lines.append(setter.set_text("（未加盖印章）", sheet.table.aligned("center"), width))
    text_height = sum(text.height for text in lines)
    # The seal stands over name and date (骑年盖月): half of it above the date, half below.
    height = (
        max(text_height + 6 * MM, _SEAL_DIAMETER) if state is not SealState.NONE else text_height
    )
    above = (height - text_height) / 2

    def draw(surface: Surface, top: float, _edge: Edge) -> None:
        down = top - above
        for text in lines:
            text.draw(surface, sheet.right - width, down)
            down -= text.height

    return (Strip(height, draw, above=sheet.body.leading * 0.5),)
