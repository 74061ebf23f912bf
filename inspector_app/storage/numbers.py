"""Leased official numbers: taken in order, each with its fate, none forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from inspector_app.domain.journal import Event
from inspector_app.domain.numbering import NumberBlock, exhausted
from inspector_app.domain.ports import TakenNumber
from inspector_app.domain.sync_ports import NumberFate
from inspector_app.storage import schema
from inspector_app.storage.rows import Prepared

__all__ = [
    "add_block",
    "give_up_all_blocks",
    "give_up_blocks",
    "held_blocks",
    "note_fate",
    "numbers_left",
    "take_number",
]

_b, _n = schema.number_blocks, schema.numbers

_ADD_BLOCK = Prepared(
    upsert(_b).on_conflict_do_nothing(index_elements=["id"]),
    ["id", "word", "year", "first", "last", "token", "next", "given_up"],
)
_FREE_BLOCK = Prepared(
    select(_b.c.id, _b.c.word, _b.c.year, _b.c.first, _b.c.last, _b.c.token, _b.c.next)
    .where(
        _b.c.word == bindparam("word"),
        _b.c.year == bindparam("of_year"),
        _b.c.next <= _b.c.last,
    )
    .order_by(_b.c.ordinal)
)
_ADVANCE = Prepared(
    update(_b).values(next=bindparam("following")).where(_b.c.id == bindparam("which"))
)
_ADD_NUMBER = Prepared(insert(_n), ["block", "seq", "document_id", "fate", "reported"])
_NAME_DOCUMENT = Prepared(
    update(_n)
    .values(document_id=bindparam("document"))
    .where(_n.c.block == bindparam("of_block"), _n.c.seq == bindparam("number"))
)
_VOID = Prepared(
    update(_n).values(fate=bindparam("void")).where(_n.c.document_id == bindparam("document"))
)
_LEFT = Prepared(
    select(_b.c.word, _b.c.year, func.sum(_b.c.last - _b.c.next) + func.count(_b.c.id)).group_by(
        _b.c.word, _b.c.year
    )
)
_give_up = update(_b).values(next=_b.c.last + bindparam("one"), given_up=bindparam("given"))
_GIVE_UP = Prepared(_give_up.where(_b.c.id == bindparam("which")))
_GIVE_UP_ALL = Prepared(_give_up)
_HELD = Prepared(
    select(_b.c.id, _b.c.word, _b.c.year, _b.c.first, _b.c.last, _b.c.token)
    .where(_b.c.given_up.is_(False))
    .order_by(_b.c.ordinal)
)


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


def give_up_blocks(driver: Any, block_ids: Iterable[str]) -> None:
    """Take no further number of these blocks."""
    driver.executemany(_GIVE_UP.sql, [(1, 1, block_id) for block_id in block_ids])


def give_up_all_blocks(driver: Any) -> None:
    """Give up every block: another copy of this database may use their numbers."""
    _GIVE_UP_ALL(driver, 1, 1)
