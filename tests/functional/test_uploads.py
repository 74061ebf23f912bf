"""Blobs go up by tus 1.0, from our laptops and from ordinary tus clients."""

from __future__ import annotations

import hashlib
import io
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import requests
from tusclient.client import TusClient

from inspector_app.domain.errors import UserError
from inspector_app.domain.officer import Role
from inspector_app.server.storage import devices
from inspector_app.sync.enrolment import TOKEN
from inspector_app.wire.blobs import BlobsKept, BlobsQuestion, write_checksum, write_metadata
from inspector_app.wire.protocol import BLOBS_KEPT_PATH, UPLOADS_PATH
from tests.factory_sync import Bureau, Laptop, visit_events


@pytest.fixture(scope="module")
def laptop(office: Bureau) -> Laptop:
    return office.laptop()


@pytest.fixture
def web(laptop: Laptop) -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.headers.update(headers_of(laptop))
        yield session


def headers_of(laptop: Laptop) -> dict[str, str]:
    return {
        "Authorization": f"Bearer {laptop.secrets.kept[TOKEN].decode()}",
        "Tus-Resumable": "1.0.0",
    }


def sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def begin(office: Bureau, web: requests.Session, data: bytes, sha256: str | None = None) -> str:
    """Announce an upload and return its address."""
    metadata = write_metadata({"sha256": sha256_of(data) if sha256 is None else sha256})
    headers = {"Upload-Length": str(len(data)), "Upload-Metadata": metadata}
    reply = web.post(office.url + UPLOADS_PATH, headers=headers)
    assert reply.status_code == 201
    return office.url + reply.headers["Location"]


def send(
    web: requests.Session, place: str, offset: int, data: bytes, **more: str
) -> requests.Response:
    headers = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
    return web.patch(place, data=data, headers={**headers, **more})


def offset_at(web: requests.Session, place: str) -> int:
    return int(web.head(place).headers["Upload-Offset"])


def kept(office: Bureau, data: bytes) -> bool:
    rows = office.rows(f"SELECT size FROM blobs WHERE sha256 = '{sha256_of(data)}'")
    path = office.desk.files.path(sha256_of(data))
    return rows == [(len(data),)] and path.read_bytes() == data


def test_an_ordinary_tus_client_uploads_without_knowing_us(office: Bureau, laptop: Laptop) -> None:
    data = b"tuspy" * 50_000
    client = TusClient(office.url + UPLOADS_PATH, headers=headers_of(laptop))
    uploader = client.uploader(file_stream=io.BytesIO(data), chunk_size=100_000)
    uploader.upload()
    assert kept(office, data)


def test_an_ordinary_tus_client_goes_on_where_it_stopped(office: Bureau, laptop: Laptop) -> None:
    data = b"resumed" * 50_000
    client = TusClient(office.url + UPLOADS_PATH, headers=headers_of(laptop))
    first = client.uploader(file_stream=io.BytesIO(data), chunk_size=100_000)
    first.upload(stop_at=100_000)
    again = client.uploader(file_stream=io.BytesIO(data), url=first.url, chunk_size=100_000)
    assert again.offset == 100_000
    again.upload()
    assert kept(office, data)


def test_the_server_says_what_it_speaks(office: Bureau, web: requests.Session) -> None:
    told = web.options(office.url + UPLOADS_PATH).headers
    assert (told["Tus-Version"], told["Tus-Extension"]) == ("1.0.0", "creation,checksum")


def test_a_part_from_the_wrong_offset_is_refused(office: Bureau, web: requests.Session) -> None:
    place = begin(office, web, b"wrong offset")
    assert send(web, place, 5, b"x").status_code == 409
    assert offset_at(web, place) == 0


def test_more_than_was_announced_is_refused(office: Bureau, web: requests.Session) -> None:
    place = begin(office, web, b"short")
    assert send(web, place, 0, b"much longer").status_code == 413
    assert offset_at(web, place) == 0


def test_bytes_that_are_not_the_announced_blob_are_dropped(
    office: Bureau, web: requests.Session
) -> None:
    place = begin(office, web, b"announced")
    assert send(web, place, 0, b"different").status_code == 460
    assert web.head(place).status_code == 404
    assert office.rows(f"SELECT 1 FROM blobs WHERE sha256 = '{sha256_of(b'different')}'") == []


def test_a_part_with_a_wrong_checksum_leaves_no_trace(
    office: Bureau, web: requests.Session
) -> None:
    place = begin(office, web, b"checksummed part")
    wrong = write_checksum(hashlib.sha256(b"other").digest())
    assert send(web, place, 0, b"checksummed", **{"Upload-Checksum": wrong}).status_code == 460
    assert offset_at(web, place) == 0
    right = write_checksum(hashlib.sha256(b"checksummed").digest())
    assert send(web, place, 0, b"checksummed", **{"Upload-Checksum": right}).status_code == 204


def test_announcing_the_same_blob_again_goes_on_with_it(
    office: Bureau, web: requests.Session
) -> None:
    data = b"announced twice"
    place = begin(office, web, data)
    send(web, place, 0, data[:5])
    assert begin(office, web, data) == place
    assert offset_at(web, place) == 5


def test_a_blob_that_is_here_need_not_be_sent(office: Bureau, web: requests.Session) -> None:
    data = b"sent before"
    send(web, begin(office, web, data), 0, data)
    assert offset_at(web, begin(office, web, data)) == len(data)


def test_an_empty_blob_is_complete_at_once(office: Bureau, web: requests.Session) -> None:
    begin(office, web, b"")
    assert kept(office, b"")


def test_a_second_writer_is_refused_while_the_first_writes(
    office: Bureau, web: requests.Session, laptop: Laptop
) -> None:
    data = b"overlapping" * 200_000
    place = begin(office, web, data)
    parts = urlsplit(place)
    assert parts.port is not None
    with socket.create_connection((str(parts.hostname), parts.port)) as slow:
        told = {**headers_of(laptop), "Upload-Offset": "0", "Content-Length": str(len(data))}
        told |= {"Content-Type": "application/offset+octet-stream", "Host": "x"}
        lines = (f"{name}: {value}\r\n" for name, value in told.items())
        head = f"PATCH {parts.path} HTTP/1.1\r\n" + "".join(lines) + "\r\n"
        slow.sendall(head.encode() + data[:-1])
        # The first megabyte is on disk once the server has begun with it.
        while offset_at(web, place) == 0:
            pass
        assert send(web, place, offset_at(web, place), b"x").status_code == 423
        slow.sendall(data[-1:])
        assert b" 204 " in slow.recv(4096)
    assert kept(office, data)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Tus-Resumable": "0.2.2", "Upload-Length": "1"}, 412),
        ({"Upload-Length": "-1"}, 400),
        ({}, 400),
        ({"Upload-Length": "1", "Upload-Metadata": "sha256 !!"}, 400),
        ({"Upload-Length": "1", "Upload-Metadata": write_metadata({"sha256": "../../x"})}, 400),
        ({"Upload-Length": str(10**13)}, 413),
        ({"Authorization": "Bearer wrong", "Upload-Length": "1"}, 401),
    ],
)
def test_a_malformed_announcement_is_refused(
    office: Bureau, web: requests.Session, headers: dict[str, str], status: int
) -> None:
    assert web.post(office.url + UPLOADS_PATH, headers=headers).status_code == status


def test_an_upload_belongs_to_the_device_that_began_it(
    office: Bureau, web: requests.Session
) -> None:
    place = begin(office, web, b"mine alone")
    other = requests.patch(
        place,
        data=b"x",
        headers={
            **headers_of(office.laptop()),
            "Upload-Offset": "0",
            "Content-Type": "application/offset+octet-stream",
        },
        timeout=5,
    )
    assert other.status_code == 404


def test_only_the_sender_and_supervisors_read_a_blob(
    office: Bureau, web: requests.Session, laptop: Laptop
) -> None:
    data = b"evidence"
    send(web, begin(office, web, data), 0, data)
    sha256 = sha256_of(data)
    laptop.record(visit_events("v-read", photo=sha256))
    laptop.synchronizer.synchronize()
    assert laptop.line.blob(sha256) == data
    assert office.laptop(Role.SUPERVISOR).line.blob(sha256) == data
    with pytest.raises(KeyError):
        office.laptop().line.blob(sha256)


def revoke(office: Bureau, laptop: Laptop) -> None:
    with office.desk.database.write() as connection:
        devices.revoke(connection, laptop.enrolment.device, office.desk.at(), wipe=False)


def announced(office: Bureau, web: requests.Session, data: bytes) -> int:
    """The status of announcing an upload."""
    headers = {
        "Upload-Length": str(len(data)),
        "Upload-Metadata": write_metadata({"sha256": sha256_of(data)}),
    }
    return web.post(office.url + UPLOADS_PATH, headers=headers).status_code


def test_a_revoked_device_sends_only_what_its_record_names(office: Bureau) -> None:
    laptop = office.laptop()
    owed, other = b"owed to a case", b"nobody asked for this"
    laptop.record(visit_events("v-revoked", photo=sha256_of(owed)))
    laptop.synchronizer.synchronize()
    with requests.Session() as web:
        web.headers.update(headers_of(laptop))
        begun = begin(office, web, other)
        revoke(office, laptop)
        refused = (announced(office, web, b"new"), send(web, begun, 0, other).status_code)
        taken = send(web, begin(office, web, owed), 0, owed).status_code
    assert (refused, taken) == ((403, 403), 204)
    assert kept(office, owed)


def test_a_revoked_device_hears_only_of_its_own_blobs(office: Bureau) -> None:
    laptop, other = office.laptop(), office.laptop()
    mine, theirs = b"of my own visit", b"of somebody else's visit"
    for one, data in ((laptop, mine), (other, theirs)):
        sha256 = one.attach(data, "visit/v-own")
        one.record(visit_events(f"v-{sha256[:8]}", photo=sha256))
        one.synchronizer.synchronize()
    revoke(office, laptop)
    question = BlobsQuestion(sha256s=(sha256_of(mine), sha256_of(theirs)))
    assert laptop.line.post(BLOBS_KEPT_PATH, question, BlobsKept).message.kept == (sha256_of(mine),)


def test_a_revoked_laptop_hands_in_what_its_record_names_and_nothing_else(office: Bureau) -> None:
    laptop = office.laptop()
    lacking, late, stray = b"lacking when revoked", b"of a visit set aside", b"of no record"
    laptop.record(visit_events("v-lacks", photo=sha256_of(lacking)))
    laptop.synchronizer.synchronize()
    revoke(office, laptop)
    laptop.attach(lacking, "visit/v-lacks")
    laptop.record(visit_events("v-late", photo=laptop.attach(late, "visit/v-late")))
    laptop.attach(stray, "visit/v-late")
    with pytest.raises(UserError) as refusal:
        laptop.synchronizer.synchronize()
    assert refusal.value.code == "device.revoked"
    assert (kept(office, lacking), kept(office, late)) == (True, True)
    assert [blob.sha256 for blob in laptop.store.sync.pending_blobs()] == [sha256_of(stray)]
