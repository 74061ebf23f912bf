"""Around every request and reply: protocol version, zstd, the reply's signature, one log line."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from inspector_app.domain.errors import UserError
from inspector_app.server.api.problems import problem_of
from inspector_app.trust.signing import SigningKey
from inspector_app.wire.codec import compress, encode, expand
from inspector_app.wire.protocol import (
    JSON,
    MAX_MESSAGE_BYTES,
    PROBLEM_JSON,
    PROTOCOL_HEADER,
    REQUEST_HEADER,
    SIGNATURE_HEADER,
    SPOKEN,
)
from inspector_app.wire.reply import reply_message, write_signature

__all__ = ["Application", "Envelope"]

_LOG = logging.getLogger(__name__)
_REQUEST_ID = re.compile(rb"[A-Za-z0-9-]{1,64}")
_WORTH_COMPRESSING = 1_000
# ASGI as its specification has it; frameworks each type it their own way.
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]
_Headers = list[tuple[bytes, bytes]]


class Envelope:
    """The ASGI application around the routes.

    JSON replies are signed as they are before compression. Uploads, downloads and anything else
    pass through untouched.
    """

    def __init__(self, routes: Application, key: SigningKey) -> None:
        self.routes = routes
        self._key = key

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self.routes(scope, receive, send)
            return
        exchange = _Exchange(scope, receive, send, self._key)
        begun = time.monotonic()
        try:
            opened = await exchange.open()
        except UserError as error:
            problem = problem_of(error)
            await exchange.answer(problem.status, PROBLEM_JSON, encode(problem))
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
        self.status = 0

    async def open(self) -> Receive:
        """Check the protocol; the way to read the request, expanded if it was compressed."""
        spoken = self._header(PROTOCOL_HEADER)
        if spoken and spoken not in {str(version).encode() for version in SPOKEN}:
            raise UserError(
                "wire.version",
                "本程序与服务器的通信版本不一致。",
                safe="本机数据仍在，未丢失。",
                mend="请将本程序升级到与服务器相应的版本。",
            )
        if self._header("Content-Encoding") != b"zstd":
            return self._receive
        body = expand(await self._whole())
        left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Message:
            return left.pop() if left else await self._receive()

        headers = [
            pair
            for pair in self._scope["headers"]
            if pair[0] not in {b"content-encoding", b"content-length"}
        ]
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

    async def answer(self, status: int, media_type: str, body: bytes) -> None:
        """Send a whole reply of our own."""
        headers = [(b"content-type", media_type.encode())]
        await self.send({"type": "http.response.start", "status": status, "headers": headers})
        await self.send({"type": "http.response.body", "body": body, "more_body": False})

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

    async def _whole(self) -> bytes:
        whole = bytearray()
        while True:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise UserError("wire.cut", "连接中断，请求没有收全。")
            whole += message.get("body", b"")
            if len(whole) > MAX_MESSAGE_BYTES:
                raise UserError("wire.size", "收到的数据超过允许的大小。")
            if not message.get("more_body"):
                return bytes(whole)

    def _header(self, name: str) -> bytes:
        wanted = name.lower().encode()
        return next((value for key, value in self._scope["headers"] if key == wanted), b"")
