"""Official numbers: no duplicate ever, no gap unexplained."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.sync_ports import NumberFate, NumberUse
from inspector_app.server.desk import Desk
from inspector_app.server.storage import numbers
from inspector_app.server.storage.numbers import Holder
from inspector_app.server.storage.schema import alarms
from inspector_app.server.storage.schema import numbers as table
from inspector_app.wire.numbers import LeaseRequest
from tests.contract.server.senders import sender


def holder(desk: Desk) -> Holder:
    laptop = sender(desk)
    return Holder(laptop.id, laptop.lineage)


def lease(desk: Desk, to: Holder, held: tuple[NumberBlock, ...] = (), size: int = 5) -> NumberBlock:
    request = LeaseRequest(
        lineage=to.lineage, word="责改", year=2026, held=tuple(block.id for block in held)
    )
    with desk.database.write() as connection:
        block = numbers.lease(connection, to, request, size, desk.at(), desk.seal)
    assert block is not None
    return block


def use(block: NumberBlock, seq: int, document: str = "d1", **changes: object) -> NumberUse:
    fields = {"fate": NumberFate.USED, "token": block.token, **changes}
    return NumberUse(
        block=block.id,
        word=block.word,
        year=block.year,
        seq=seq,
        document_id=document,
        **fields,  # type: ignore[arg-type]  # keyword names are the fields
    )


def report(desk: Desk, by: Holder, *uses: NumberUse) -> list[str]:
    with desk.database.write() as connection:
        return [refusal.code for refusal in numbers.report(connection, by.device, uses, desk.at())]


def fates(desk: Desk) -> dict[int, str]:
    with desk.database.read() as connection:
        rows = connection.execute(sa.select(table.c.seq, table.c.fate))
        return {row.seq: row.fate for row in rows}


def test_leases_never_overlap(desk: Desk) -> None:
    blocks = [lease(desk, holder(desk)) for _ in range(4)]
    leased = list(itertools.chain(*(range(block.first, block.last + 1) for block in blocks)))
    assert leased == list(range(1, 21))


def test_a_later_lease_has_a_higher_token(desk: Desk) -> None:
    tokens = [lease(desk, holder(desk)).token for _ in range(3)]
    assert tokens == sorted(set(tokens))


def test_a_lease_whose_reply_got_lost_is_told_again(desk: Desk) -> None:
    to = holder(desk)
    assert lease(desk, to) == lease(desk, to)


def test_a_clone_is_not_told_the_block_of_its_original(desk: Desk) -> None:
    original = holder(desk)
    clone = Holder(original.device, "another-lineage")
    assert lease(desk, original).last < lease(desk, clone).first


def test_a_word_that_is_not_offered_is_not_leased(desk: Desk) -> None:
    to = holder(desk)
    request = LeaseRequest(lineage=to.lineage, word="无此字", year=2026)
    with desk.database.write() as connection:
        assert numbers.lease(connection, to, request, 5, desk.at(), desk.seal) is None


def test_a_used_number_may_become_void_but_not_the_other_way_round(desk: Desk) -> None:
    to = holder(desk)
    block = lease(desk, to)
    void = use(block, 1, fate=NumberFate.VOID)
    assert report(desk, to, use(block, 1), void, use(block, 1)) == []
    assert fates(desk) == {1: "void"}


def test_a_number_used_for_two_documents_is_refused_and_an_alarm(desk: Desk) -> None:
    to = holder(desk)
    block = lease(desk, to)
    assert report(desk, to, use(block, 1, "d1"), use(block, 1, "d2")) == ["number.duplicate"]
    with desk.database.read() as connection:
        assert connection.execute(sa.select(alarms.c.code)).scalars().all() == ["number.duplicate"]


@pytest.mark.parametrize("seq", [0, 6, -1])
def test_a_number_outside_the_block_is_refused(desk: Desk, seq: int) -> None:
    to = holder(desk)
    assert report(desk, to, use(lease(desk, to), seq)) == ["number.not_leased"]


def test_a_number_of_somebody_elses_block_is_refused(desk: Desk) -> None:
    block = lease(desk, holder(desk))
    assert report(desk, holder(desk), use(block, 1)) == ["number.not_leased"]


def test_a_number_under_an_older_token_is_refused(desk: Desk) -> None:
    to = holder(desk)
    block = lease(desk, to)
    assert report(desk, to, use(block, 1, token=block.token - 1)) == ["number.fenced"]


def adopt(desk: Desk, to: Holder, *blocks: NumberBlock) -> tuple[str, ...]:
    with desk.database.write() as connection:
        return numbers.adopt(connection, to, blocks, desk.at(), desk.seal)


def once_leased(desk: Desk, to: Holder, first: int, last: int, token: int) -> NumberBlock:
    """A lease by this server that its database, restored from a backup, does not know."""
    return desk.seal.seal(to.device, NumberBlock("", "责改", 2026, first, last, token))


def alarms_of(desk: Desk) -> list[str]:
    with desk.database.read() as connection:
        return list(connection.execute(sa.select(alarms.c.code)).scalars())


def test_a_lease_that_a_restored_server_forgot_is_not_issued_again(desk: Desk) -> None:
    to = holder(desk)
    forgotten = once_leased(desk, to, 1, 40, 7)
    assert adopt(desk, to, forgotten) == ()
    after = lease(desk, holder(desk))
    assert (after.first, after.token) == (41, 8)
    assert report(desk, to, use(forgotten, 3)) == []


def test_a_forgotten_lease_that_was_issued_again_meanwhile_is_given_up(desk: Desk) -> None:
    lease(desk, holder(desk))
    to = holder(desk)
    forgotten = once_leased(desk, to, 4, 8, 1)
    assert adopt(desk, to, forgotten) == (forgotten.id,)
    assert alarms_of(desk) == ["number.double_lease"]


FORGERIES = {
    "made up": {"id": "old"},
    "longer than leased": {"last": 900_000},
    "of a word that nobody opened": {"word": "自编"},
    "under a token of the future": {"token": 2**60},
    "under an empty id": {"id": ""},
    "under an empty id and beyond JSON": {"id": "", "token": 2**60},
}


@pytest.mark.parametrize("forged", FORGERIES.values(), ids=FORGERIES.keys())
def test_a_lease_that_the_server_never_gave_moves_no_number(
    desk: Desk, forged: dict[str, Any]
) -> None:
    to = holder(desk)
    block = replace(once_leased(desk, to, 1, 40, 7), **forged)
    assert adopt(desk, to, block) == (block.id,)
    after = lease(desk, holder(desk))
    assert (after.first, after.token) == (1, 1)
    assert alarms_of(desk) == ["number.forged_lease"]
    with desk.database.read() as connection:
        assert ("自编", 2026) not in numbers.words(connection, (2026,))


def test_a_lease_of_another_device_is_not_adopted(desk: Desk) -> None:
    block = once_leased(desk, holder(desk), 1, 40, 7)
    assert adopt(desk, holder(desk), block) == (block.id,)


def test_telling_a_known_lease_again_changes_nothing(desk: Desk) -> None:
    to = holder(desk)
    block = lease(desk, to)
    assert adopt(desk, to, block, block) == ()


def hear(desk: Desk, by: Holder, *blocks: NumberBlock) -> None:
    with desk.database.write() as connection:
        numbers.heard_of(connection, by.device, blocks, desk.at(), desk.seal)


def test_numbers_that_a_laptop_gave_up_are_not_leased_again(desk: Desk) -> None:
    to = holder(desk)
    hear(desk, to, once_leased(desk, to, 1, 40, 7))
    after = lease(desk, holder(desk))
    assert (after.first, after.token) == (41, 8)


def test_a_block_that_was_given_up_is_told_to_nobody_again(desk: Desk) -> None:
    to = holder(desk)
    given_up = once_leased(desk, to, 1, 40, 7)
    hear(desk, to, given_up)
    assert lease(desk, to).first == 41


def test_what_became_of_numbers_of_a_block_given_up_is_still_taken(desk: Desk) -> None:
    to = holder(desk)
    given_up = once_leased(desk, to, 1, 40, 7)
    hear(desk, to, given_up)
    assert report(desk, to, use(given_up, 3)) == []


def test_numbers_that_a_laptop_held_under_another_id_are_not_leased_again(desk: Desk) -> None:
    hear(desk, holder(desk), once_leased(desk, Holder("before-the-loss", "l"), 1, 40, 7))
    assert lease(desk, holder(desk)).first == 41


@pytest.mark.parametrize("forged", FORGERIES.values(), ids=FORGERIES.keys())
def test_a_made_up_block_given_up_moves_no_number(desk: Desk, forged: dict[str, Any]) -> None:
    to = holder(desk)
    hear(desk, to, replace(once_leased(desk, to, 1, 40, 7), **forged))
    after = lease(desk, holder(desk))
    assert (after.first, after.token) == (1, 1)
    assert alarms_of(desk) == ["number.forged_lease"]
