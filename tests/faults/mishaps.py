"""A proxy on this machine that does to one request what a poor network does."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

__all__ = [
    "Mishap",
    "MishapProxy",
    "altered",
    "answer",
    "cut_reply",
    "cut_request",
    "lost_reply",
    "older_reply",
    "silence",
    "twice",
]

LOGIN_PAGE = b"<html><body>Welcome! Please log in.</body></html>"


@dataclass
class Passage:
    """One request on its way; a mishap decides what is forwarded and what comes back."""

    method: str
    path: str
    head: bytes
    body: bytes
    client: socket.socket
    proxy: MishapProxy

    def forward(self, body: bytes | None = None) -> bytes:
        """Send it on (or less of its body) and return the whole raw reply; empty if there is none."""
        with socket.create_connection(self.proxy.upstream, timeout=20) as server:
            sent = self.body if body is None else body
            self.proxy.body_bytes[self.method] = self.proxy.body_bytes.get(self.method, 0) + len(
                sent
            )
            server.sendall(self.head + sent)
            if len(sent) < len(self.body):
                return b""
            reply = bytearray()
            while piece := server.recv(65536):
                reply += piece
            self.proxy.replies[self.path] = bytes(reply)
            return bytes(reply)

    def reply(self, raw: bytes) -> None:
        """Give raw bytes back."""
        self.client.sendall(raw)


Mishap = Callable[[Passage], None]


def _pass(passage: Passage) -> None:
    passage.reply(passage.forward())


def lost_reply(passage: Passage) -> None:
    """The server did its work; nobody hears of it."""
    passage.forward()


def twice(passage: Passage) -> None:
    """The network delivers the request twice."""
    passage.forward()
    _pass(passage)


def older_reply(passage: Passage) -> None:
    """An earlier reply to the same path comes back in place of the real one."""
    older = passage.proxy.replies.get(passage.path, b"")
    passage.forward()
    passage.reply(older)


def altered(passage: Passage) -> None:
    """A digit in the reply's body is changed on the way."""
    head, _, body = passage.forward().partition(b"\r\n\r\n")
    place = body.index(b'"position":') + len(b'"position":')
    digit = b"9" if body[place : place + 1] != b"9" else b"8"
    passage.reply(head + b"\r\n\r\n" + body[:place] + digit + body[place + 1 :])


def silence(passage: Passage) -> None:
    """Nothing comes back and the connection stays open, until the client gives up."""
    while passage.client.recv(1024):
        pass


def cut_reply(after: int) -> Mishap:
    """The reply breaks off after so many bytes (negative: before its end)."""

    def mishap(passage: Passage) -> None:
        passage.reply(passage.forward()[:after])

    return mishap


def cut_request(share: float) -> Mishap:
    """The request's body breaks off after that share of it."""

    def mishap(passage: Passage) -> None:
        passage.forward(passage.body[: int(len(passage.body) * share)])

    return mishap


def answer(status: int, body: bytes = LOGIN_PAGE, *headers: str) -> Mishap:
    """Somebody else answers, and the server never hears of it."""

    def mishap(passage: Passage) -> None:
        told = headers or ("Content-Type: text/html",)
        # We close the connection, and must say so: the client's next request would now and then
        # go out on it before it learns of that, and fail for another reason than the test's.
        end = (f"Content-Length: {len(body)}", "Connection: close", "", "")
        lines = (f"HTTP/1.1 {status} x", *told, *end)
        passage.reply("\r\n".join(lines).encode() + body)

    return mishap


@dataclass
class MishapProxy:
    """Listens on this machine and passes requests on to the server at ``url``."""

    url: str
    replies: dict[str, bytes] = field(default_factory=dict)
    body_bytes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._due: list[tuple[str, str, Mishap]] = []
        self._standing: tuple[str, str, Mishap] | None = None
        self._lock = threading.Lock()
        proxy = self

        class Passing(BaseHTTPRequestHandler):
            def pass_on(self) -> None:
                length = int(self.headers.get("Content-Length", "0"))
                lines = [f"{self.command} {self.path} HTTP/1.1"]
                kept = ((k, v) for k, v in self.headers.items() if k.lower() != "connection")
                lines += [f"{name}: {value}" for name, value in kept]
                head = "\r\n".join([*lines, "Connection: close", "", ""]).encode()
                body = self.rfile.read(length)
                path = urlsplit(self.path).path
                passage = Passage(self.command, path, head, body, self.connection, proxy)
                self.close_connection = True
                try:
                    proxy.mishap_for(self.command, path)(passage)
                except ConnectionError:
                    # The client or a killed server is gone; so is this passage.
                    return

            def log_message(self, *_: object) -> None:
                return

        for verb in ("GET", "POST", "PATCH", "HEAD"):
            setattr(Passing, f"do_{verb}", Passing.pass_on)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Passing)
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def upstream(self) -> tuple[str, int]:
        parts = urlsplit(self.url)
        assert parts.hostname is not None
        assert parts.port is not None
        return parts.hostname, parts.port

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def once(self, method: str, path: str, mishap: Mishap) -> None:
        """Let this happen to the next request of that method whose path begins so."""
        with self._lock:
            self._due.append((method, path, mishap))

    @contextmanager
    def always(self, method: str, path: str, mishap: Mishap) -> Iterator[None]:
        """Let this happen to all such requests meanwhile."""
        self._standing = (method, path, mishap)
        try:
            yield
        finally:
            self._standing = None

    def mishap_for(self, method: str, path: str) -> Mishap:
        with self._lock:
            for row in self._due:
                if row[0] == method and path.startswith(row[1]):
                    self._due.remove(row)
                    return row[2]
            standing = self._standing
        if standing and standing[0] == method and path.startswith(standing[1]):
            return standing[2]
        return _pass

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
