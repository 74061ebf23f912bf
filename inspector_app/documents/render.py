"""A Snapshot drawn as PDF: the same Snapshot always gives the same bytes.

:func:`render` gives the plain drawing; :func:`inspector_app.documents.pdfa.archive` makes a
PDF/A-3b of it. Layout and drawing are two passes, because the number of pages stands on each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from inspector_app.documents.fonts import FONT_LOCK
from inspector_app.documents.layout_page import (
    closing_strips,
    draw_page_number,
    draw_verification_code,
    title_strips,
)
from inspector_app.documents.layout_signatures import (
    Foot,
    Ink,
    refusal_words,
    seal_strips,
    signature_strips,
)
from inspector_app.documents.layout_tables import data_table_strips, field_table_strips
from inspector_app.documents.layout_text import (
    choices_strips,
    dialogue_strips,
    heading_strips,
    paragraph_strips,
    text_strips,
)
from inspector_app.documents.pagination import Placed, Strip, paginate, with_company
from inspector_app.documents.sheet import MM, PAGE_HEIGHT, PAGE_WIDTH, Sheet, sheet_for
from inspector_app.documents.surface import Placement, Surface, engine_version
from inspector_app.documents.typesetting import Typesetter
from inspector_app.domain.document import (
    Block,
    Choices,
    DataTable,
    Dialogue,
    FieldTable,
    Heading,
    PageBreak,
    Paragraph,
    SealArea,
    SealState,
    SignatureBlock,
    SignatureSlot,
    Snapshot,
)
from inspector_app.domain.errors import Defect

__all__ = ["Rendered", "render", "render_without_pictures", "renderer"]

_EDITION = 3
_APART = 2 * MM  # what follows a table or signatures


@dataclass(frozen=True, slots=True)
class Rendered:
    """A drawn document: its bytes, how many pages, where each slot stands, what could not be drawn.

    ``slots`` maps a slot's key to its rectangles in page order, on each page those in the body
    before the one at the foot; ``missing_glyphs`` lists characters drawn as 〓 because no face has them.
    """

    pdf: bytes
    pages: int
    slots: Mapping[str, tuple[Placement, ...]]
    missing_glyphs: tuple[str, ...]


def renderer() -> str:
    """What draws documents here, as each file names it: our edition and that of reportlab.

    Papers of the same renderer can be compared with their data operator by operator. The edition
    is raised whenever the same Snapshot would be drawn otherwise than before.
    """
    return f"inspector-app documents {_EDITION}; reportlab {engine_version()}"


def render(snapshot: Snapshot, images: Mapping[str, bytes]) -> Rendered:
    """Draw ``snapshot``; ``images`` holds the PNGs of its signatures by SHA-256 (lower-case hex).

    Raises ``Defect`` if a signature's picture is missing or altered or a block names an unknown
    slot, ``EnvironmentFault`` if the fonts cannot be read.
    """
    with FONT_LOCK:
        return _Drawing(snapshot, images).rendered()


def render_without_pictures(snapshot: Snapshot) -> Rendered:
    """Draw ``snapshot`` as :func:`render` does, leaving out the pictures of signatures.

    For comparing a paper with its data when only the paper is at hand.
    """
    with FONT_LOCK:
        return _Drawing(snapshot, None).rendered()


class _Drawing:
    def __init__(self, snapshot: Snapshot, images: Mapping[str, bytes] | None) -> None:
        self._snapshot = snapshot
        self._sheet: Sheet = sheet_for(snapshot)
        self._setter = Typesetter()
        self._ink = Ink(images)
        slots = [self._slot(key) for key in snapshot.page_foot]
        self._foot = Foot(slots, self._sheet, self._setter, self._ink)

    def rendered(self) -> Rendered:
        snapshot, sheet = self._snapshot, self._sheet
        floor = sheet.bottom + self._foot.height
        pages = paginate(self._strips(), PAGE_HEIGHT - sheet.top - floor)
        surface = Surface(PAGE_WIDTH, PAGE_HEIGHT, snapshot.title, snapshot.authority)
        for index, page in enumerate(pages):
            if index:
                surface.next_page()
            else:
                draw_verification_code(surface, snapshot, sheet, self._setter)
            self._draw(surface, page)
            self._foot.draw(surface)
            draw_page_number(surface, snapshot, len(pages), sheet, self._setter)
        placements = {key: tuple(places) for key, places in self._ink.placements.items()}
        return Rendered(
            surface.finish(), len(pages), MappingProxyType(placements), self._setter.missing
        )

    def _draw(self, surface: Surface, page: tuple[Placed, ...]) -> None:
        top = PAGE_HEIGHT - self._sheet.top
        for placed in page:
            placed.strip.draw(surface, top - placed.down, placed.edge)

    def _strips(self) -> tuple[Strip, ...]:
        snapshot, sheet, setter = self._snapshot, self._sheet, self._setter
        strips = title_strips(snapshot, sheet, setter)
        breaks = False
        before: Block | None = None
        for block in snapshot.blocks:
            if isinstance(block, PageBreak):
                breaks = True
                continue
            more = self._block(block)
            if breaks and more:
                more = (replace(more[0], new_page=True), *more[1:])
                breaks = False
            elif isinstance(block, SealArea | SignatureBlock) or self._is_last_words(block):
                strips = with_company(strips)
            elif isinstance(before, Paragraph) and before.text.rstrip().endswith(("：", ":")):
                strips = with_company(strips, 1)
            after_table = strips[-1].table is not None and bool(more) and more[0].table is None
            if more and (after_table or isinstance(before, SignatureBlock)):
                more = (replace(more[0], above=more[0].above + _APART), *more[1:])
            strips += more
            before = block
        if snapshot.seal is SealState.MISSING and not self._has_seal_area():
            unsealed = setter.set_text("（未加盖印章）", sheet.small.aligned("right"), sheet.width)
            strips = with_company(strips) + text_strips(unsealed, sheet.left)
        closing = closing_strips(snapshot, self._remarks(), sheet, setter)
        return (with_company(strips, 1) if closing else strips) + closing

    def _is_last_words(self, block: Block) -> bool:
        """Whether it is what people confirm at the foot: it needs what it speaks of above it."""
        snapshot = self._snapshot
        return bool(snapshot.page_foot) and block is snapshot.blocks[-1]

    def _block(self, block: Block) -> tuple[Strip, ...]:
        sheet, setter = self._sheet, self._setter
        match block:
            case Heading():
                strips = heading_strips(block, sheet, setter)
            case Paragraph():
                strips = paragraph_strips(block, sheet, setter)
            case FieldTable():
                strips = field_table_strips(block, sheet, setter)
            case DataTable():
                strips = data_table_strips(block, sheet, setter)
            case Dialogue():
                strips = dialogue_strips(block, sheet, setter)
            case Choices():
                strips = choices_strips(block, sheet, setter)
            case SignatureBlock(keys, statement):
                slots = [self._slot(key) for key in keys]
                strips = signature_strips(slots, statement, sheet, setter, self._ink)
            case SealArea():
                strips = seal_strips(block, self._snapshot.seal, sheet, setter)
            case PageBreak():
                strips = ()
        return strips

    def _slot(self, key: str) -> SignatureSlot:
        try:
            return self._snapshot.slot(key)
        except KeyError as unknown:
            raise Defect(
                "documents.slot", f"文书引用了不存在的签名位置：{key}。", facts={"slot": key}
            ) from unknown

    def _has_seal_area(self) -> bool:
        return any(isinstance(block, SealArea) for block in self._snapshot.blocks)

    def _remarks(self) -> tuple[str, ...]:
        return tuple(
            f"附注：{slot.label.rstrip('：:')}{refusal_words(slot)}"
            for slot in self._foot.notes_for_the_end
        )
