"""The frame of each page: title, number, code to verify, page number, identity of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inspector_app.documents.layout_text import text_strips
from inspector_app.documents.pagination import Edge, Strip
from inspector_app.documents.sheet import MM, PAGE_HEIGHT, Sheet
from inspector_app.documents.surface import Surface
from inspector_app.documents.typesetting import Typesetter
from inspector_app.domain.document import Snapshot

__all__ = ["closing_strips", "draw_page_number", "draw_verification_code", "title_strips"]

_CODE_SIZE = 17 * MM
_NOTHING_BELOW = "（以下空白）"
_CODE_TOP = PAGE_HEIGHT - 8 * MM


def title_strips(snapshot: Snapshot, sheet: Sheet, setter: Typesetter) -> tuple[Strip, ...]:
    """The authority, the title and the official number, on the first page."""
    strips: list[Strip] = []
    if snapshot.authority:
        authority = setter.set_balanced(
            snapshot.authority, sheet.authority, sheet.width, strong=True
        )
        strips.extend(text_strips(authority, sheet.left))
    if snapshot.title:
        # A short title is spread, as printed forms have it; a long one is not.
        style = replace(sheet.title, tracking=max(0.0, 0.5 - len(snapshot.title) * 0.05))
        title = setter.set_balanced(snapshot.title, style, sheet.width, strong=True)
        strips.extend(text_strips(title, sheet.left, above=1 * MM))
    if snapshot.number:
        number = setter.set_text(snapshot.number, sheet.table.aligned("center"), sheet.width)
        strips.extend(text_strips(number, sheet.left, above=1.5 * MM))
    gap = 4 * MM
    strips.append(Strip(gap, lambda _surface, _top, _edge: None))
    return tuple(Strip(s.height, s.draw, above=s.above, keep=True) for s in strips)


def closing_strips(
    snapshot: Snapshot, remarks: Sequence[str], sheet: Sheet, setter: Typesetter
) -> tuple[Strip, ...]:
    """What stands under everything: remarks, and how many copies there are, under a thin rule.

    A record signed at the foot of each page says where it ends, so that nothing is added above.
    """
    # That a paper corrects another stands in its first paragraph, by title and number.
    texts = [*remarks]
    if snapshot.copies:
        texts.append(snapshot.copies)
    end: tuple[Strip, ...] = ()
    if snapshot.page_foot:
        blank = setter.set_text(_NOTHING_BELOW, sheet.table.aligned("center"), sheet.width)
        end = text_strips(blank, sheet.left, above=2 * MM)
    if not texts:
        return end

    def rule(surface: Surface, top: float, _edge: Edge) -> None:
        surface.rule(sheet.left, top - 1 * MM, sheet.right, top - 1 * MM, 0.45)

    strips = [Strip(2 * MM, rule, above=3 * MM, keep=True)]
    for text in texts:
        lines = setter.set_text(text, sheet.table, sheet.width)
        strips.extend(text_strips(lines, sheet.left))
    return (*strips, *end)


def draw_page_number(
    surface: Surface, snapshot: Snapshot, total: int, sheet: Sheet, setter: Typesetter
) -> None:
    """第X页 共Y页 in the middle, and at the left what ties the paper to the record."""
    style = sheet.small.aligned("center")
    top = sheet.page_number_baseline + style.leading
    numbered = f"第{surface.page + 1}页　共{total}页"
    setter.set_text(numbered, style, sheet.width).draw(surface, sheet.left, top)
    identity = snapshot.document_id
    if snapshot.journal_head:
        identity += f"\n{snapshot.journal_head[:16]}"
    column = sheet.width * 0.36
    left = setter.set_text(identity, sheet.smallest.aligned("left"), column)
    left.draw(surface, sheet.left, top + (left.height - style.leading) / 2)


def draw_verification_code(
    surface: Surface, snapshot: Snapshot, sheet: Sheet, setter: Typesetter
) -> None:
    """The QR code of the verification code, in the head margin at the right of the first page."""
    if not snapshot.verification_code:
        return
    # Late: only the drawing of a page needs it, not the start of the application.
    import segno

    code = segno.make(snapshot.verification_code, error="m", micro=False, boost_error=False)
    rows = [list(row) for row in code.matrix]
    module = _CODE_SIZE / len(rows)
    left = sheet.right - _CODE_SIZE
    surface.squares(rows, left, _CODE_TOP, module)
    caption = setter.set_text("扫码核验", sheet.smallest.aligned("right"), 24 * MM)
    caption.draw(surface, left - 24 * MM - 1.5 * MM, _CODE_TOP - _CODE_SIZE + 2 * caption.height)
    plain = setter.set_text(snapshot.verification_code, sheet.smallest.aligned("right"), 60 * MM)
    plain.draw(surface, left - 60 * MM - 1.5 * MM, _CODE_TOP - _CODE_SIZE + plain.height)
