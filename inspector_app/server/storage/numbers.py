"""Official numbers: leased blocks, and what became of each number. The primary key on (word, year,
number) is the last word on duplicates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.sync_ports import NumberFate, NumberUse
from inspector_app.server.block_seal import BlockSeal
from inspector_app.server.storage.devices import raise_alarm
from inspector_app.server.storage.engine import insert
from inspector_app.server.storage.schema import number_blocks, number_words, numbers
from inspector_app.wire.numbers import LeaseRequest, NumberRefusal

__all__ = ["Holder", "adopt", "heard_of", "lease", "offer_word", "report", "words"]

_NO_LINEAGE = ""

_REASONS = {
    "number.not_leased": "该文号不在本机领用的文号段内。",
    "number.fenced": "该文号段已重新发放给其他设备。",
    "number.duplicate": "该文号已被另一份文书使用。",
}


def offer_word(connection: sa.Connection, word: str, year: int, first: int = 1) -> None:
    """Begin numbering a word (文种字) in a year at ``first``; nothing if it has begun."""
    statement = insert(connection, number_words).values(word=word, year=year, next=first, token=0)
    connection.execute(statement.on_conflict_do_nothing())


def words(connection: sa.Connection, years: Iterable[int]) -> tuple[tuple[str, int], ...]:
    """The words offered in these years."""
    rows = connection.execute(
        sa.select(number_words.c.word, number_words.c.year)
        .where(number_words.c.year.in_(tuple(years)))
        .order_by(number_words.c.year, number_words.c.word)
    )
    return tuple((row.word, row.year) for row in rows)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds blocks: a device, and which lineage of its database."""

    device: str
    lineage: str


def lease(
    connection: sa.Connection,
    holder: Holder,
    request: LeaseRequest,
    size: int,
    at: str,
    seal: BlockSeal,
) -> NumberBlock | None:
    """A block for the holder, None if the word is not offered that year.

    A block leased to it that it does not hold got lost with its reply: told again. Never to
    another lineage of the device: a clone may be using those numbers. Else the next ``size``
    numbers, with a token above every earlier one of the word and year.
    """
    word, year = request.word, request.year
    table = number_blocks
    lost = connection.execute(
        sa.select(table)
        .where(
            table.c.device == holder.device,
            table.c.lineage == holder.lineage,
            table.c.word == word,
            table.c.year == year,
            table.c.id.not_in(request.held),
            ~sa.exists().where(numbers.c.block == table.c.id),
        )
        .order_by(table.c.first)
        .limit(1)
    ).one_or_none()
    if lost is not None:
        return _block(lost)
    taken = connection.execute(
        number_words.update()
        .where(number_words.c.word == word, number_words.c.year == year)
        .values(next=number_words.c.next + size, token=number_words.c.token + 1)
        .returning(number_words.c.next, number_words.c.token)
    ).one_or_none()
    if taken is None:
        return None
    fresh = NumberBlock("", word, year, taken.next - size, taken.next - 1, taken.token)
    block = seal.seal(holder.device, fresh)
    _keep(connection, block, holder, at)
    return block


def adopt(
    connection: sa.Connection,
    holder: Holder,
    blocks: Iterable[NumberBlock],
    at: str,
    seal: BlockSeal,
) -> tuple[str, ...]:
    """Learn of leases that this database has forgotten (it was restored from a backup).

    Returns the ids of those whose range another device holds by now, and of those that this
    server never leased to the device; each is an alarm.
    """
    lost: list[str] = []
    for block in blocks:
        if not seal.holds(holder.device, block):
            if seal.issued(block):
                _move_past(connection, block)
            raise_alarm(connection, "number.forged_lease", holder.device, block.id[:80], at)
            lost.append(block.id)
            continue
        overlapping = connection.execute(_overlapping(block)).all()
        if any(row.id == block.id and row.device == holder.device for row in overlapping):
            continue
        if overlapping:
            raise_alarm(connection, "number.double_lease", holder.device, block.id, at)
            lost.append(block.id)
            continue
        _move_past(connection, block)
        _keep(connection, block, holder, at)
    return tuple(lost)


def heard_of(
    connection: sa.Connection,
    device: str,
    blocks: Iterable[NumberBlock],
    at: str,
    seal: BlockSeal,
) -> None:
    """Learn of blocks that a laptop once held, or another device of its before.

    None of their numbers is leased again. A block of this device's own is known again, so that
    what became of its numbers can be reported, but under no lineage: it is told to nobody.
    """
    for block in blocks:
        if not seal.issued(block):
            raise_alarm(connection, "number.forged_lease", device, block.id[:80], at)
            continue
        _move_past(connection, block)
        known = connection.execute(_overlapping(block).limit(1)).first()
        if known is None and seal.holds(device, block):
            _keep(connection, block, Holder(device, _NO_LINEAGE), at)


def report(
    connection: sa.Connection, device: str, uses: Iterable[NumberUse], at: str
) -> tuple[NumberRefusal, ...]:
    """Keep what became of numbers; returns those refused, each of which is an alarm."""
    refused: list[NumberRefusal] = []
    for use in uses:
        code = _fault(connection, device, use) or _place(connection, device, use, at)
        if code:
            subject = f"{use.word}/{use.year}/{use.seq}"
            raise_alarm(connection, code, device, subject, at)
            refused.append(
                NumberRefusal(
                    word=use.word, year=use.year, seq=use.seq, code=code, reason=_REASONS[code]
                )
            )
    return tuple(refused)


def _overlapping(block: NumberBlock) -> sa.Select[tuple[str, str]]:
    table = number_blocks
    return sa.select(table.c.id, table.c.device).where(
        table.c.word == block.word,
        table.c.year == block.year,
        table.c.first <= block.last,
        table.c.last >= block.first,
    )


def _move_past(connection: sa.Connection, block: NumberBlock) -> None:
    """Lease nothing at or below the block's last number, nor under its token."""
    offer_word(connection, block.word, block.year)
    table = number_words
    connection.execute(
        table.update()
        .where(table.c.word == block.word, table.c.year == block.year)
        .values(
            next=sa.case((table.c.next > block.last, table.c.next), else_=block.last + 1),
            token=sa.case((table.c.token > block.token, table.c.token), else_=block.token),
        )
    )


def _fault(connection: sa.Connection, device: str, use: NumberUse) -> str:
    table = number_blocks
    block = connection.execute(sa.select(table).where(table.c.id == use.block)).one_or_none()
    if (
        block is None
        or block.device != device
        or (block.word, block.year) != (use.word, use.year)
        or not block.first <= use.seq <= block.last
    ):
        return "number.not_leased"
    return "number.fenced" if use.token < block.token else ""


def _place(connection: sa.Connection, device: str, use: NumberUse, at: str) -> str:
    statement = insert(connection, numbers).values(
        word=use.word,
        year=use.year,
        seq=use.seq,
        fate=use.fate.value,
        document_id=use.document_id,
        block=use.block,
        device=device,
        reported_at=at,
    )
    # A number used may become void later, never the other way round, and only for its document.
    kept = connection.execute(
        statement.on_conflict_do_update(
            index_elements=["word", "year", "seq"],
            set_={
                "fate": sa.case(
                    (numbers.c.fate == NumberFate.VOID.value, numbers.c.fate),
                    else_=statement.excluded.fate,
                ),
                "reported_at": at,
            },
            where=numbers.c.document_id == statement.excluded.document_id,
        ).returning(numbers.c.seq)
    ).first()
    return "number.duplicate" if kept is None else ""


def _keep(connection: sa.Connection, block: NumberBlock, holder: Holder, at: str) -> None:
    connection.execute(
        number_blocks.insert().values(
            id=block.id,
            word=block.word,
            year=block.year,
            first=block.first,
            last=block.last,
            token=block.token,
            device=holder.device,
            lineage=holder.lineage,
            leased_at=at,
        )
    )


def _block(row: sa.Row[Any]) -> NumberBlock:
    return NumberBlock(row.id, row.word, row.year, row.first, row.last, row.token)
