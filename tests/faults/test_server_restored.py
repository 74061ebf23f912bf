"""The server's database is put back from an older backup: nothing is lost, no number given twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from inspector_app.domain.numbering import NumberBlock
from inspector_app.server.enrolment import issue_code
from inspector_app.sync.enrolment import enrol
from tests.factory_sync import QUICK, Bureau, Laptop, SignedBy
from tests.faults.records import (
    fresh_events,
    fresh_visit,
    hashes,
    on_server,
    refusal_of,
    restore,
    save,
    sync,
)


def test_a_server_restored_from_an_older_backup_is_told_again(
    office: Bureau, laptop: Laptop, tmp_path: Path
) -> None:
    first = fresh_events()
    laptop.record(first)
    sync(laptop, office)
    backup = save(office, tmp_path)
    photo = fresh_visit().encode()
    second = fresh_events(photo=laptop.attach(photo, first[0].stream))
    laptop.record(second)
    sync(laptop, office)
    block = laptop.store.sync.number_blocks()
    restore(office, backup)
    sync(laptop, office)
    assert on_server(office, [*first, *second]) == hashes([*first, *second])
    assert (laptop.pending(), laptop.store.sync.number_blocks()) == (0, block)


def test_numbers_leased_after_the_backup_are_not_leased_to_another(
    office: Bureau, laptop: Laptop, tmp_path: Path
) -> None:
    other = office.laptop()
    backup = save(office, tmp_path)
    sync(laptop, office)
    restore(office, backup)
    sync(laptop, office)
    sync(other, office)
    (mine,), (theirs,) = laptop.store.sync.number_blocks(), other.store.sync.number_blocks()
    assert mine.last < theirs.first


def leased(office: Bureau, laptop: Laptop) -> int:
    """The first number that this laptop is leased when it needs some."""
    sync(laptop, office)
    return min(block.first for block in laptop.store.sync.number_blocks())


def enrolled_again(office: Bureau, laptop: Laptop) -> None:
    code = issue_code(office.desk)
    laptop.enrolment = enrol(office.url, code, "测试本", laptop.secrets, timeouts=QUICK)


def test_numbers_of_a_laptop_that_the_restored_server_does_not_know_are_not_leased_to_another(
    office: Bureau, tmp_path: Path
) -> None:
    other = office.laptop()
    backup = save(office, tmp_path)
    laptop = office.laptop()
    sync(laptop, office)
    (mine,) = laptop.store.sync.number_blocks()
    restore(office, backup)
    assert refusal_of(laptop, office) == "device.token"
    enrolled_again(office, laptop)
    sync(laptop, office)
    assert laptop.store.sync.number_blocks() == (mine,)
    assert leased(office, other) > mine.last


def test_numbers_given_up_before_the_restore_are_not_leased_to_another(
    office: Bureau, tmp_path: Path
) -> None:
    other = office.laptop()
    backup = save(office, tmp_path)
    laptop = office.laptop()
    sync(laptop, office)
    (mine,) = laptop.store.sync.number_blocks()
    # The database is found to be a copy: its numbers may be in use elsewhere.
    laptop.store.sync.start_new_lineage(office.desk.at())
    restore(office, backup)
    enrolled_again(office, laptop)
    assert leased(office, laptop) > mine.last
    assert leased(office, other) > mine.last


def test_numbers_that_are_refused_keep_no_other_from_being_reported(
    office: Bureau, laptop: Laptop
) -> None:
    foreign = NumberBlock("never-leased", "无此字", 2026, 1, 600, 1)
    with laptop.store.begin() as uow:
        uow.add_number_block(foreign)
        for _ in range(600):
            uow.take_number("无此字", 2026)
    sync(laptop, office)
    with laptop.store.begin() as uow:
        taken = uow.take_number("责改", 2026)
    sync(laptop, office)
    reported = office.rows(f"SELECT seq FROM numbers WHERE block = '{taken.block.id}'")
    assert reported == [(taken.seq,)]


def test_heads_that_are_refused_keep_no_other_from_being_kept(
    office: Bureau, laptop: Laptop
) -> None:
    foreign = fresh_events()
    other = office.laptop()
    other.record(foreign)
    sync(other, office)
    signer = SignedBy(laptop)
    strays = [replace(foreign[0].head, seq=seq) for seq in range(100, 200)]
    laptop.store.sync.keep_signed_heads(signer.sign_head(head, office.desk.at()) for head in strays)
    mine = fresh_events()
    laptop.record(mine)
    sync(laptop, office)
    kept = office.rows(f"SELECT hash FROM signed_heads WHERE stream = '{mine[0].stream}'")
    assert kept == [(mine[-1].hash,)]
