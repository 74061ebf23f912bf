"""A blob is on disk under its hash before its row says so, whenever the server is killed."""

from __future__ import annotations

import hashlib

import pytest
import sqlalchemy as sa

from inspector_app.server.blob_files import WrongChecksum
from inspector_app.server.desk import Desk, open_desk
from inspector_app.server.storage import blobs
from inspector_app.server.storage.schema import blobs as table
from inspector_app.server.uploads import Busy, UnknownUpload, Uploads
from tests.contract.server.senders import sender

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
