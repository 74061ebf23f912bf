"""What a document says as plain text: for reading it again, not for drawing it."""

from __future__ import annotations

from collections.abc import Iterator

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
    SignatureBlock,
    Snapshot,
)

__all__ = ["snapshot_text"]


def snapshot_text(snapshot: Snapshot) -> str:
    """The document's words, one line for each paragraph, row or turn; signatures left out."""
    lines = [snapshot.title, snapshot.number]
    for block in snapshot.blocks:
        lines.extend(_lines(block))
    return "\n".join(line for line in lines if line.strip())


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text):
            yield text
        case Paragraph():
            yield block.text
        case FieldTable(rows=rows):
            yield from (f"{cell.label}：{cell.value}" for row in rows for cell in row)
        case DataTable(header=header, rows=cells):
            yield "　".join(header)
            yield from ("　".join(row) for row in cells)
        case Dialogue(turns=turns):
            yield from (f"{question}\n{answer}" for question, answer in turns)
        case Choices(label=label, options=options):
            yield label + "、".join(text for text, ticked in options if ticked)
        case SignatureBlock(statement=statement):
            yield statement
        case SealArea(authority=authority, date=day):
            yield f"{authority}　{day}"
        case PageBreak():
            yield ""
