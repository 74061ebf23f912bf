"""Around every request and reply: protocol version, who asks, zstd, the reply's signature, one log
line.
"""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from inspector_app.domain.errors import EnvironmentFault, InspectorError, UserError
from inspector_app.server.api.arriving import Cut, Message, Receive, TooSlow, arriving
from inspector_app.server.api.problems import problem_of
from inspector_app.server.storage.devices import Device
from inspector_app.trust.signing import SigningKey
from inspector_app.wire.codec import compress, encode, expand
from inspector_app.wire.protocol import (
    ENROL_PATH,
    JSON,
    MAX_MESSAGE_BYTES,
    MAX_OPEN_BYTES,
    PROBLEM_JSON,
    PROTOCOL_HEADER,
    REQUEST_HEADER,
    SIGNATURE_HEADER,
    SPOKEN,
    UPLOADS_PATH,
)
from inspector_app.wire.reply import reply_message, write_signature

__all__ = ["ASKING", "Application", "Door", "Envelope"]

_LOG = logging.getLogger(__name__)
_REQUEST_ID = re.compile(rb"[A-Za-z0-9-]{1,64}")
_WORTH_COMPRESSING = 1_000
_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
# Expanded at once: each takes a thread and up to MAX_MESSAGE_BYTES.
_EXPANDING = 4
# Of a request that is refused by its head, so much is taken in unread: the sender then hears why
# instead of a broken connection.
_PASSED_OVER = 2_000_000

ASKING = "inspector.device"
"""Where in an ASGI scope the device stands that was known by its token before its body was read."""
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]
_Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Door:
    """Who is let in with a body: ``known`` gives the device behind an ``Authorization`` header or
    raises; ``idle_seconds`` is how long a sender may be silent.
    """

    known: Callable[[str], Device]
    idle_seconds: float


class Envelope:
    """The ASGI application around the routes.

    JSON replies are signed as they are before compression. Uploads, downloads and anything else
    pass through untouched. No body is read, let alone expanded, of a sender who is not known;
    enrolment's, which must be, is small.
    """

    def __init__(self, routes: Application, key: SigningKey, door: Door) -> None:
        self.routes = routes
        self._key = key
        self._door = door
        self._expanding = asyncio.Semaphore(_EXPANDING)

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self.routes(scope, receive, send)
            return
        exchange = _Exchange(scope, receive, send, self._key)
        begun = time.monotonic()
        try:
            opened = await exchange.open(self._door, self._expanding)
        except InspectorError as error:
            problem = problem_of(error)
            await exchange.refuse(problem.status, encode(problem), self._door.idle_seconds)
        else:
            await self.routes(scope, opened, exchange.send)
        spent = round((time.monotonic() - begun) * 1000)
        _LOG.info("%s %a %d %d ms", scope["method"], scope["path"], exchange.status, spent)


class _Exchange:
    """One request and its reply."""

    def __init__(
        self, scope: MutableMapping[str, Any], receive: Receive, send: Send, key: SigningKey
    ) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self._key = key
        self._start: Any = None
        self._body = bytearray()
        # Whether there is nothing more to read of the request.
        self._ended = False
        self.status = 0

    async def open(self, door: Door, expanding: asyncio.Semaphore) -> Receive:
        """Check the protocol and who asks; the way to read the request, expanded if need be."""
        spoken = self._header(PROTOCOL_HEADER)
        if spoken and spoken not in {str(version).encode() for version in SPOKEN}:
            raise UserError(
                "wire.version",
                "本程序与服务器的通信版本不一致。",
                safe="本机数据仍在，未丢失。",
                mend="请将本程序升级到与服务器相应的版本。",
            )
        if self._scope["method"] not in _WITH_BODY:
            return self._receive
        limit = MAX_OPEN_BYTES
        if self._scope["path"] != ENROL_PATH:
            limit = MAX_MESSAGE_BYTES
            asking = self._header("Authorization").decode("latin-1")
            self._scope[ASKING] = await asyncio.to_thread(door.known, asking)
        if self._scope["path"].startswith(f"{UPLOADS_PATH}/"):
            # A part of a blob is written as it arrives.
            return self._receive
        body = await self._whole(limit, door.idle_seconds)
        if self._header("Content-Encoding") == b"zstd":
            async with expanding:
                body = await asyncio.to_thread(expand, body, limit)
        return self._with(body)

    def _with(self, body: bytes) -> Receive:
        left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Message:
            return left.pop() if left else await self._receive()

        gone = {b"content-encoding", b"content-length", b"transfer-encoding"}
        headers = [pair for pair in self._scope["headers"] if pair[0] not in gone]
        self._scope["headers"] = [*headers, (b"content-length", str(len(body)).encode())]
        return receive

    async def send(self, message: Message) -> None:
        """Pass a part of the reply on; JSON is held until it is whole and can be signed."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = dict(message["headers"])
            if headers.get(b"content-type", b"").split(b";")[0].decode() not in {
                JSON,
                PROBLEM_JSON,
            }:
                await self._send(message)
                return
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish()

    async def refuse(self, status: int, problem: bytes, idle_seconds: float) -> None:
        """Answer without having read the body. The connection ends: the rest of it is not read."""
        if not self._ended and self._scope["method"] in _WITH_BODY:
            passed = 0
            try:
                async for piece in arriving(self._receive, idle_seconds):
                    passed += len(piece)
                    if passed > _PASSED_OVER:
                        break
            except (Cut, TooSlow):
                pass
        headers = [(b"content-type", PROBLEM_JSON.encode()), (b"connection", b"close")]
        await self.send({"type": "http.response.start", "status": status, "headers": headers})
        await self.send({"type": "http.response.body", "body": problem, "more_body": False})

    async def _finish(self) -> None:
        body = bytes(self._body)
        request_id = self._header(REQUEST_HEADER)
        if not _REQUEST_ID.fullmatch(request_id):
            request_id = b""
        message = reply_message(
            self._scope["method"], self._scope["path"], request_id.decode(), self.status, body
        )
        signature = write_signature(self._key.id, self._key.sign(message))
        headers: _Headers = [
            pair for pair in self._start["headers"] if pair[0] != b"content-length"
        ]
        headers.append((SIGNATURE_HEADER.lower().encode(), signature.encode()))
        headers.append((b"cache-control", b"no-store"))
        if len(body) > _WORTH_COMPRESSING and b"zstd" in self._header("Accept-Encoding"):
            body = compress(body)
            headers.append((b"content-encoding", b"zstd"))
        headers.append((b"content-length", str(len(body)).encode()))
        if self._scope["method"] == "HEAD":
            body = b""
        await self._send({**self._start, "headers": headers})
        await self._send({"type": "http.response.body", "body": body, "more_body": False})

    async def _whole(self, limit: int, idle_seconds: float) -> bytes:
        whole = bytearray()
        try:
            async for piece in arriving(self._receive, idle_seconds):
                whole += piece
                if len(whole) > limit:
                    raise UserError("wire.size", "收到的数据超过允许的大小。")
        except Cut:
            self._ended = True
            raise UserError("wire.cut", "连接中断，请求没有收全。") from None
        except TooSlow:
            self._ended = True
            raise EnvironmentFault(
                "wire.slow", "请求的数据迟迟没有传完。", safe="本机数据仍在，未丢失。"
            ) from None
        self._ended = True
        return bytes(whole)

    def _header(self, name: str) -> bytes:
        wanted = name.lower().encode()
        return next((value for key, value in self._scope["headers"] if key == wanted), b"")
