"""Those who send slowly, or hold connections, are let go; everyone else is served."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from inspector_app.server.desk import open_desk
from inspector_app.server.enrolment import issue_code
from inspector_app.server.seeding import seed
from inspector_app.server.settings import ServerSettings
from inspector_app.trust.signing import SigningKey
from inspector_app.wire.protocol import HELLO_PATH
from tests.contract.server.senders import ask_to_enrol
from tests.factory_sync import SEED

CONNECTIONS = 3
PROGRAM = """
import sys
from pathlib import Path
from inspector_app.server.running import serve
from inspector_app.server.settings import ServerSettings
settings = ServerSettings(
    Path(sys.argv[1]), port=0, reserve_bytes=0, idle_seconds=0.3, connections=int(sys.argv[2])
)
serve(settings, sys.stdout, sys.stdin)
"""


@dataclass
class Impatient:
    """A server whose patience ends at once."""

    port: int
    token: str

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def hello(self, length: int) -> bytes:
        """The head of a request whose body is to have that many bytes."""
        return (
            f"POST {HELLO_PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            f"Authorization: Bearer {self.token}\r\nContent-Length: {length}\r\n\r\n"
        ).encode()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Impatient]:
    folder = tmp_path_factory.mktemp("server")
    desk = open_desk(ServerSettings(folder, reserve_bytes=0))
    seed(desk, SEED)
    token = ask_to_enrol(desk, issue_code(desk), SigningKey.generate()).token
    desk.close()
    # Ends with the block: that closes its standard input.
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), str(CONNECTIONS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        port = urlsplit(json.loads(running.stdout.readline())["url"]).port
        assert port is not None
        yield Impatient(port, token)


def everything(connection: socket.socket) -> bytes:
    """What comes until the server closes the connection."""
    said = io.BytesIO()
    while piece := connection.recv(65_536):
        said.write(piece)
    return said.getvalue()


def test_a_head_that_does_not_end_is_not_waited_for(server: Impatient) -> None:
    with server.connect() as slow:
        slow.sendall(server.hello(2)[:40])
        assert everything(slow) == b""


def test_a_connection_that_says_nothing_is_closed(server: Impatient) -> None:
    with server.connect() as silent:
        assert everything(silent) == b""


def test_a_second_head_that_does_not_end_is_not_waited_for_either(server: Impatient) -> None:
    with server.connect() as slow:
        slow.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
        said = b""
        while not said.endswith(b"}"):
            said += slow.recv(65_536)
        slow.sendall(b"GET /hea")
        assert everything(slow) == b""


def test_a_body_that_does_not_end_is_answered_and_let_go(server: Impatient) -> None:
    with server.connect() as slow:
        slow.sendall(server.hello(1_000) + b"{")
        said = everything(slow)
    assert said.startswith(b"HTTP/1.1 408")
    assert b"wire.slow" in said


def test_more_connections_than_are_served_are_told_to_come_again(server: Impatient) -> None:
    holding = [server.connect() for _ in range(CONNECTIONS)]
    with server.connect() as late:
        late.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        said = everything(late)
    for one in holding:
        one.close()
    assert said.startswith(b"HTTP/1.1 503")
