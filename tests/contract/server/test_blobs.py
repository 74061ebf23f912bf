"""A blob is on disk under its hash before its row says so, whenever the server is killed."""

from __future__ import annotations

import hashlib
import os

import pytest
import sqlalchemy as sa

from inspector_app.domain.officer import Role
from inspector_app.server.blob_files import WrongChecksum
from inspector_app.server.desk import Desk, open_desk
from inspector_app.server.storage import blobs
from inspector_app.server.storage.blobs import Upload
from inspector_app.server.storage.schema import blobs as table
from inspector_app.server.storage.schema import uploads as upload_table
from inspector_app.server.uploads import Busy, UnknownUpload, Uploads
from tests.contract.server.senders import Sender, SettableTime, sender
from tests.factory_sync import visit_events

DATA = b"evidence" * 1_000
SHA256 = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def device(desk: Desk) -> str:
    return sender(desk).id


@pytest.fixture
def uploads(desk: Desk) -> Uploads:
    return Uploads(desk)


def rows(desk: Desk) -> list[str]:
    with desk.database.read() as connection:
        return list(connection.execute(sa.select(table.c.sha256)).scalars())


def test_a_kill_after_the_last_byte_is_made_good_when_asked_again(
    desk: Desk, uploads: Uploads, device: str
) -> None:
    upload = uploads.create(device, SHA256, len(DATA), "")
    desk.files.part(upload.id).write_bytes(DATA)
    assert uploads.complete(uploads.find(upload.id, device)).blob == SHA256
    assert rows(desk) == [SHA256]


def test_a_kill_between_rename_and_row_is_made_good_without_sending_again(
    desk: Desk, uploads: Uploads, device: str
) -> None:
    upload = uploads.create(device, SHA256, len(DATA), "")
    desk.files.part(upload.id).write_bytes(DATA)
    desk.files.settle(upload.id, SHA256)
    assert rows(desk) == []
    assert uploads.create(device, SHA256, len(DATA), "").blob == SHA256
    assert rows(desk) == [SHA256]


def test_a_part_that_got_lost_begins_anew(desk: Desk, uploads: Uploads, device: str) -> None:
    upload = uploads.create(device, SHA256, len(DATA), "")
    desk.files.part(upload.id).unlink()
    assert uploads.offset(uploads.create(device, SHA256, len(DATA), "")) == 0


def test_a_damaged_part_is_forgotten_so_that_it_is_sent_anew(
    desk: Desk, uploads: Uploads, device: str
) -> None:
    upload = uploads.create(device, SHA256, len(DATA), "")
    desk.files.part(upload.id).write_bytes(DATA[:-1] + b"?")
    with pytest.raises(WrongChecksum):
        uploads.complete(upload)
    with pytest.raises(UnknownUpload):
        uploads.find(upload.id, device)
    assert not desk.files.part(upload.id).exists()


def test_an_upload_being_written_is_left_to_its_writer(
    desk: Desk, uploads: Uploads, device: str
) -> None:
    upload = uploads.create(device, SHA256, len(DATA), "")
    with uploads.writing(upload.id):
        desk.files.part(upload.id).write_bytes(DATA)
        assert uploads.complete(upload).blob == ""
        with pytest.raises(Busy), uploads.writing(upload.id):
            pass


def test_a_row_whose_file_was_cut_short_is_forgotten_at_the_start(
    desk: Desk, uploads: Uploads, device: str
) -> None:
    upload = uploads.create(device, SHA256, len(DATA), "")
    desk.files.part(upload.id).write_bytes(DATA)
    uploads.settle(upload)
    desk.files.path(SHA256).write_bytes(DATA[:10])
    open_desk(desk.settings).close()
    with desk.database.read() as connection:
        assert blobs.kept(connection, [SHA256]) == {}


def upload(desk: Desk, uploads: Uploads, device: str, data: bytes = DATA) -> Upload:
    """Send a whole blob."""
    sha256 = hashlib.sha256(data).hexdigest()
    begun = uploads.create(device, sha256, len(data), "")
    if not begun.blob:
        desk.files.part(begun.id).write_bytes(data)
    return uploads.complete(begun)


def may_read(desk: Desk, laptop: Sender, sha256: str = SHA256) -> bool:
    with desk.database.read() as connection:
        return blobs.may_read(connection, sha256, laptop.device)


def rows_of_uploads(desk: Desk) -> int:
    with desk.database.read() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(upload_table)).scalar_one()


def test_who_knows_a_hash_and_writes_it_into_a_visit_does_not_read_the_blob(
    desk: Desk, uploads: Uploads
) -> None:
    owner, thief = sender(desk), sender(desk)
    upload(desk, uploads, owner.id)
    thief.record(visit_events("v1", photo=SHA256))
    # Announcing it, which finds it here already, is no proof either.
    uploads.create(thief.id, SHA256, len(DATA), "")
    assert (may_read(desk, owner), may_read(desk, thief)) == (True, False)


def test_both_who_sent_the_same_blob_read_it(desk: Desk, uploads: Uploads) -> None:
    first, second = sender(desk), sender(desk)
    slow = uploads.create(second.id, SHA256, len(DATA), "")
    upload(desk, uploads, first.id)
    desk.files.part(slow.id).write_bytes(DATA)
    uploads.settle(slow)
    assert (may_read(desk, first), may_read(desk, second)) == (True, True)


def test_a_supervisor_reads_what_a_case_names_and_nothing_else(
    desk: Desk, uploads: Uploads
) -> None:
    laptop, supervisor = sender(desk), sender(desk, Role.SUPERVISOR)
    upload(desk, uploads, laptop.id)
    before = may_read(desk, supervisor)
    laptop.record(visit_events("v1", photo=SHA256))
    assert (before, may_read(desk, supervisor)) == (False, True)


def test_an_upload_that_is_complete_is_forgotten_after_a_while(
    desk: Desk, uploads: Uploads, device: str, time: SettableTime
) -> None:
    upload(desk, uploads, device)
    time.move(days=2)
    upload(desk, uploads, device, b"another")
    assert rows_of_uploads(desk) == 1


def test_announcing_what_is_here_again_and_again_leaves_one_row(
    desk: Desk, uploads: Uploads, device: str
) -> None:
    upload(desk, uploads, device)
    places = {uploads.create(device, SHA256, len(DATA), "").id for _ in range(3)}
    assert (len(places), rows_of_uploads(desk)) == (1, 1)


def test_an_upload_that_nobody_went_on_with_is_forgotten_at_a_start(
    desk: Desk, uploads: Uploads, device: str, time: SettableTime
) -> None:
    begun = uploads.create(device, SHA256, len(DATA), "")
    os.utime(desk.files.part(begun.id), (time.moment.timestamp(),) * 2)
    open_desk(desk.settings, time).close()
    kept = rows_of_uploads(desk)
    time.move(days=15)
    open_desk(desk.settings, time).close()
    assert (kept, rows_of_uploads(desk)) == (1, 0)


def test_a_blob_lost_after_its_upload_is_sent_anew(
    desk: Desk, uploads: Uploads, device: str
) -> None:
    upload(desk, uploads, device)
    desk.files.path(SHA256).unlink()
    again = uploads.create(device, SHA256, len(DATA), "")
    assert (again.blob, uploads.offset(again)) == ("", 0)
