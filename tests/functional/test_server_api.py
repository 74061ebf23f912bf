"""What the server says to those who ask wrongly, and what it says of itself."""

from __future__ import annotations

import asyncio
import errno
import io
import json
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

import httpx
import pytest

from inspector_app.domain.officer import Role
from inspector_app.server import uploads
from inspector_app.server.api import envelope
from inspector_app.server.app import application_of
from inspector_app.server.blob_files import BlobFiles
from inspector_app.server.desk import Desk, open_desk
from inspector_app.server.enrolment import issue_code
from inspector_app.server.seeding import seed
from inspector_app.server.settings import ServerSettings
from inspector_app.server.storage import devices
from inspector_app.trust.signing import SigningKey
from inspector_app.wire.blobs import write_metadata
from inspector_app.wire.codec import compress, encode, expand
from inspector_app.wire.hello import HelloRequest
from inspector_app.wire.protocol import (
    CASE_PATH,
    ENROL_PATH,
    FEED_PATH,
    HEALTH_PATH,
    HELLO_PATH,
    PUSH_PATH,
    QUEUE_PATH,
    UPLOADS_PATH,
)
from inspector_app.wire.reply import read_signature, reply_message
from tests.contract.server.senders import ask_to_enrol, sender
from tests.factory_sync import SEED, SUPERVISOR, visit_events

HELLO = encode(HelloRequest(lineage="l", last=0, acknowledged=0, at="2026-11-21T09:00:00+08:00"))
JSON = {"Content-Type": "application/json"}


@dataclass
class Site:
    """The application in this process, asked over ASGI."""

    desk: Desk
    app: Any

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://server") as web:
                return await web.request(method, path, **options)

        return asyncio.run(send())

    def token(self, role: Role = Role.OFFICER) -> dict[str, str]:
        """The headers of a freshly enrolled device."""
        officer_id = SUPERVISOR.id if role is Role.SUPERVISOR else ""
        code = issue_code(self.desk, role, officer_id)
        reply = ask_to_enrol(self.desk, code, SigningKey.generate())
        return {"Authorization": f"Bearer {reply.token}"}


def site_of(desk: Desk) -> Site:
    return Site(desk, application_of(desk))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    desk = open_desk(ServerSettings(tmp_path, reserve_bytes=0))
    seed(desk, SEED)
    yield site_of(desk)
    desk.close()


def test_wrong_codes_are_slowed_down(site: Site) -> None:
    wrong = {"code": "A", "device_name": "x", "public_key": "A" * 43 + "=", "proof": "A"}
    said = [site.ask("POST", ENROL_PATH, json=wrong) for _ in range(11)]
    assert [reply.status_code for reply in said] == [*[400] * 10, 429]
    assert said[-1].headers["Retry-After"] == "60"


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", HELLO_PATH), ("POST", PUSH_PATH), ("GET", FEED_PATH), ("GET", QUEUE_PATH)],
)
@pytest.mark.parametrize(
    "header", [{}, {"Authorization": "Bearer x"}, {"Authorization": "Basic eA"}]
)
def test_nothing_is_told_without_a_token(
    site: Site, method: str, path: str, header: dict[str, str]
) -> None:
    reply = site.ask(method, path, headers={**JSON, **header}, content=b"{}")
    assert (reply.status_code, reply.json()["code"]) == (401, "device.token")


@pytest.mark.parametrize("path", [QUEUE_PATH, f"{CASE_PATH}/v1"])
def test_only_supervisors_read_cases(site: Site, path: str) -> None:
    assert site.ask("GET", path, headers=site.token()).status_code == 403
    assert site.ask("GET", path, headers=site.token(Role.SUPERVISOR)).status_code in {200, 404}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"lineage": 1}', b"\xff\xfe", b"[" * 100_000]
)
def test_what_is_not_a_message_is_refused_as_a_problem(site: Site, body: bytes) -> None:
    reply = site.ask("POST", HELLO_PATH, headers={**JSON, **site.token()}, content=body)
    assert reply.status_code == 400
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert reply.json()["title"] == "请求的格式不符。"


WHOLE = {
    "position": 1,
    "stream": "visit/v1",
    "seq": 1,
    "hash": "0" * 64,
    "body": "{}",
}


@pytest.mark.parametrize(
    "odd",
    [
        {"position": 0},
        {"position": 2**70},
        {"seq": 2**70},
        {"stream": "visit/v\0"},
        {"stream": "v" * 501},
        {"hash": "\0" * 64},
    ],
)
def test_an_entry_that_no_database_can_hold_is_no_message(site: Site, odd: dict[str, Any]) -> None:
    def push(entry: dict[str, Any]) -> int:
        content = json.dumps({"lineage": "l1", "entries": [entry]}).encode()
        headers = {**JSON, **site.token()}
        return site.ask("POST", PUSH_PATH, headers=headers, content=content).status_code

    assert push({**WHOLE, **odd}) == 400
    assert push(WHOLE) == 200


def test_a_small_frame_that_expands_without_end_is_refused(site: Site) -> None:
    bomb = compress(b"0" * 100_000_000)
    headers = {**JSON, **site.token(), "Content-Encoding": "zstd"}
    assert site.ask("POST", HELLO_PATH, headers=headers, content=bomb).status_code == 413


def test_nothing_is_expanded_for_somebody_unknown(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    expanded: list[bytes] = []

    def note(data: bytes, _limit: int) -> bytes:
        expanded.append(data)
        return b"{}"

    monkeypatch.setattr(envelope, "expand", note)
    headers = {**JSON, "Authorization": "Bearer x", "Content-Encoding": "zstd"}
    reply = site.ask("POST", PUSH_PATH, headers=headers, content=compress(b"0" * 10_000_000))
    assert (reply.status_code, expanded) == (401, [])


def test_what_is_expanded_keeps_nobody_else_waiting(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[bool] = []

    def expand_there(data: bytes, limit: int) -> bytes:
        threads.append(threading.current_thread() is threading.main_thread())
        return expand(data, limit)

    monkeypatch.setattr(envelope, "expand", expand_there)
    headers = {**JSON, **site.token(), "Content-Encoding": "zstd"}
    reply = site.ask("POST", HELLO_PATH, headers=headers, content=compress(HELLO))
    # The event loop of these tests runs in the main thread.
    assert (reply.status_code, threads) == (200, [False])


def test_a_body_without_end_from_somebody_unknown_is_not_taken_in(site: Site) -> None:
    sent: list[int] = []

    def body() -> Iterator[bytes]:
        while True:
            sent.append(1)
            yield bytes(1_000_000)

    async def ask() -> int:
        pieces = body()
        said: list[int] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": next(pieces), "more_body": True}

        async def send(message: Any) -> None:
            said.append(message.get("status", 0))

        headers = [(b"content-type", b"application/json")]
        scope = {"type": "http", "method": "POST", "path": PUSH_PATH, "headers": headers}
        await site.app(scope, receive, send)
        return said[0]

    assert asyncio.run(ask()) == 401
    assert len(sent) < 5


@pytest.mark.parametrize("encoding", [{}, {"Content-Encoding": "zstd"}])
def test_who_enrols_says_little(site: Site, encoding: dict[str, str]) -> None:
    long = json.dumps({"code": "A" * 20_000, "device_name": "x", "public_key": "", "proof": ""})
    body = compress(long.encode()) if encoding else long.encode()
    reply = site.ask("POST", ENROL_PATH, headers={**JSON, **encoding}, content=body)
    assert (reply.status_code, reply.json()["code"]) == (413, "wire.size")


def test_a_damaged_frame_is_refused(site: Site) -> None:
    headers = {**JSON, **site.token(), "Content-Encoding": "zstd"}
    assert site.ask("POST", HELLO_PATH, headers=headers, content=b"no frame").status_code == 400


def test_another_protocol_is_told_to_upgrade(site: Site) -> None:
    headers = {**JSON, **site.token(), "Inspector-Protocol": "99"}
    reply = site.ask("POST", HELLO_PATH, headers=headers, content=HELLO)
    assert (reply.status_code, reply.json()["code"]) == (426, "wire.version")


def test_a_field_that_only_a_newer_laptop_knows_is_passed_over(site: Site) -> None:
    newer = json.dumps({**json.loads(HELLO), "invented_later": {"a": 1}}).encode()
    reply = site.ask("POST", HELLO_PATH, headers={**JSON, **site.token()}, content=newer)
    assert reply.status_code == 200


@pytest.mark.parametrize("path", [HELLO_PATH, "/nowhere", HEALTH_PATH])
def test_every_json_reply_is_signed_for_its_request(site: Site, path: str) -> None:
    method = "GET" if path == HEALTH_PATH else "POST"
    headers = {**JSON, **site.token(), "Inspector-Request": "abc-1"}
    reply = site.ask(method, path, headers=headers, content=HELLO)
    key_id, signature = read_signature(reply.headers["Inspector-Signature"])
    key = site.desk.key.verify_key
    message = reply_message(method, path, "abc-1", reply.status_code, reply.content)
    assert key_id == key.id
    assert key.verifies(message, signature)


def test_long_replies_are_compressed_for_those_who_can(site: Site) -> None:
    headers = {**site.token(), "Accept-Encoding": "zstd"}

    async def raw() -> tuple[str, bytes]:
        transport = httpx.ASGITransport(site.app)
        async with (
            httpx.AsyncClient(transport=transport, base_url="http://server") as web,
            web.stream("GET", FEED_PATH, headers=headers) as reply,
        ):
            return reply.headers["Content-Encoding"], b"".join([p async for p in reply.aiter_raw()])

    encoding, body = asyncio.run(raw())
    assert encoding == "zstd"
    assert "enterprise-1" in expand(body).decode()


def test_the_server_describes_itself(site: Site) -> None:
    told = site.ask("GET", "/schema/openapi.json").json()
    assert {HELLO_PATH, PUSH_PATH, FEED_PATH, ENROL_PATH} <= set(told["paths"])
    assert {"Receipt", "Hello", "EnrolReply"} <= set(told["components"]["schemas"])


def test_health_needs_no_token_and_tells_no_secret(site: Site) -> None:
    reply = site.ask("GET", HEALTH_PATH)
    assert (reply.status_code, reply.json()["status"]) == (200, "ok")


def test_a_defect_of_ours_tells_nothing_of_the_inside(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("张三丰年 secret")

    monkeypatch.setattr("inspector_app.server.api.service.read_authority", fail)
    reply = site.ask("GET", HEALTH_PATH)
    assert (reply.status_code, reply.json()["code"]) == (500, "server.defect")
    assert "secret" not in reply.text + caplog.text


def test_no_name_or_secret_reaches_the_log(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", logger="inspector_app")
    code = issue_code(site.desk)
    reply = ask_to_enrol(site.desk, code, SigningKey.generate(), name="王小明的电脑")
    headers = {"Authorization": f"Bearer {reply.token}"}
    site.ask("POST", HELLO_PATH, headers={**JSON, **headers}, content=HELLO)
    site.ask("GET", f"{FEED_PATH}?after=王小明", headers=headers)
    assert "/v1/hello" in caplog.text
    assert not [word for word in ("王小明", reply.token, code) if word in caplog.text]


def test_a_full_disk_is_507(site: Site, tmp_path: Path) -> None:
    full = site_of(replace(site.desk, files=BlobFiles(tmp_path, 10**18)))
    headers = {**JSON, **site.token()}
    batch = b'{"lineage":"l","entries":[]}'
    reply = full.ask("POST", PUSH_PATH, headers=headers, content=batch)
    assert (reply.status_code, reply.json()["code"]) == (507, "server.full")


def refused_at_the_write(part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.FileIO):
        def write(self, _piece: object) -> NoReturn:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    opened = Path.open

    def opening(path: Path, *how: Any, **rest: Any) -> Any:
        return Full(path, "ab") if path == part else opened(path, *how, **rest)

    monkeypatch.setattr(Path, "open", opening)


def refused_at_the_sync(_part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(uploads, "sync_file", refuse)


def really_full(part: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    part.unlink()
    part.symlink_to(FULL)


# A file of Linux's own in which there is never room.
FULL = Path("/dev/full")
FILLED = [refused_at_the_write, refused_at_the_sync, *([really_full] if FULL.exists() else [])]


@pytest.mark.parametrize("fill", FILLED)
def test_a_disk_that_fills_up_under_an_upload_is_507(
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
    fill: Callable[[Path, pytest.MonkeyPatch], None],
) -> None:
    tus = {**site.token(), "Tus-Resumable": "1.0.0"}
    begun = site.ask("POST", UPLOADS_PATH, headers={**tus, "Upload-Length": "8"})
    place = begun.headers["Location"]
    fill(site.desk.files.part(place.rpartition("/")[2]), monkeypatch)
    octets = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    reply = site.ask("PATCH", place, headers={**tus, **octets}, content=b"too much")
    assert (reply.status_code, reply.json()["code"]) == (507, "server.full")


def test_a_revoked_device_hands_in_only_so_much(site: Site) -> None:
    small = replace(site.desk, settings=replace(site.desk.settings, revoked_bytes=10))
    laptop = sender(site.desk)
    laptop.record(visit_events("v1", photo="a" * 64))
    with site.desk.database.write() as connection:
        devices.revoke(connection, laptop.id, site.desk.at(), wipe=False)
    token = {"Authorization": f"Bearer {laptop.token}", "Tus-Resumable": "1.0.0"}
    metadata = write_metadata({"sha256": "a" * 64})

    def announce(size: int) -> int:
        told = {**token, "Upload-Length": str(size), "Upload-Metadata": metadata}
        return site_of(small).ask("POST", UPLOADS_PATH, headers=told).status_code

    assert (announce(11), announce(10)) == (403, 201)
