"""Leased official numbers: taken in order, each with its fate, none forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from inspector_app.domain.journal import Event
from inspector_app.domain.numbering import NumberBlock, exhausted
from inspector_app.domain.ports import TakenNumber
from inspector_app.domain.sync_ports import NumberFate
from inspector_app.storage.rows import Prepared, insertion

__all__ = [
    "add_block",
    "give_up_all_blocks",
    "give_up_blocks",
    "given_up_blocks",
    "held_blocks",
    "note_fate",
    "numbers_left",
    "take_number",
]

_ADD_BLOCK = insertion(
    "number_blocks",
    ["id", "word", "year", "first", "last", "token", "next", "given_up"],
    "ON CONFLICT (id) DO NOTHING",
)
_FREE_BLOCK = Prepared("""
    SELECT id, word, year, first, last, token, next FROM number_blocks
    WHERE word = ? AND year = ? AND next <= last
    ORDER BY ordinal
""")
_ADVANCE = Prepared("UPDATE number_blocks SET next = ? WHERE id = ?")
_ADD_NUMBER = insertion("numbers", ["block", "seq", "document_id", "fate", "reported"])
_NAME_DOCUMENT = Prepared("UPDATE numbers SET document_id = ? WHERE block = ? AND seq = ?")
_VOID = Prepared("UPDATE numbers SET fate = ? WHERE document_id = ?")
_LEFT = Prepared("""
    SELECT word, year, sum(last - next) + count(id) FROM number_blocks GROUP BY word, year
""")
_GIVE_UP = Prepared("UPDATE number_blocks SET next = last + 1, given_up = 1 WHERE id = ?")
_GIVE_UP_ALL = Prepared("UPDATE number_blocks SET next = last + 1, given_up = 1")
_HELD = Prepared("""
    SELECT id, word, year, first, last, token FROM number_blocks
    WHERE given_up IS 0
    ORDER BY ordinal
""")
_GIVEN_UP = Prepared("""
    SELECT id, word, year, first, last, token FROM number_blocks
    WHERE given_up IS 1
    ORDER BY ordinal
""")


def add_block(driver: Any, block: NumberBlock) -> None:
    """A newly leased block; the same block twice is one."""
    span = (block.word, block.year, block.first, block.last)
    _ADD_BLOCK(driver, block.id, *span, block.token, block.first, 0)


def take_number(driver: Any, word: str, year: int) -> TakenNumber:
    """The next free number of the oldest block; ``UserError`` (numbers.exhausted) without one."""
    row = _FREE_BLOCK(driver, word, year).fetchone()
    if row is None:
        raise exhausted(word, year)
    block, seq = NumberBlock(*row[:6]), row[6]
    _ADVANCE(driver, seq + 1, block.id)
    _ADD_NUMBER(driver, block.id, seq, "", NumberFate.USED.value, "")
    return TakenNumber(block, seq)


def note_fate(driver: Any, event: Event) -> None:
    """Let the number follow its document: named when it is composed, void when that is given up."""
    if event.type == "document_composed" and event.payload["block"]:
        document, block, seq = (
            event.payload[name] for name in ("document_id", "block", "number_seq")
        )
        _NAME_DOCUMENT(driver, document, block, seq)
    elif event.type == "document_voided":
        _VOID(driver, NumberFate.VOID.value, event.payload["document_id"])


def numbers_left(driver: Any) -> Mapping[tuple[str, int], int]:
    """Free numbers by (word, year); 0 where every block is used up or given up."""
    return {(word, year): left for word, year, left in _LEFT(driver)}


def held_blocks(driver: Any) -> tuple[NumberBlock, ...]:
    """Every leased block not given up, used up or not, in the order they came."""
    return tuple(NumberBlock(*row) for row in _HELD(driver))


def given_up_blocks(driver: Any) -> tuple[NumberBlock, ...]:
    """Every leased block that was given up, in the order they came."""
    return tuple(NumberBlock(*row) for row in _GIVEN_UP(driver))


def give_up_blocks(driver: Any, block_ids: Iterable[str]) -> None:
    """Take no further number of these blocks."""
    driver.executemany(_GIVE_UP.sql, [(block_id,) for block_id in block_ids])


def give_up_all_blocks(driver: Any) -> None:
    """Give up every block: another copy of this database may use their numbers."""
    _GIVE_UP_ALL(driver)
