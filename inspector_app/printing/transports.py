"""Ways to a printer: a TCP port (9100), a serial port (Bluetooth SPP), a file."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from inspector_app.domain.errors import EnvironmentFault

__all__ = ["FileTransport", "SerialTransport", "TcpTransport", "Transport"]

SECONDS = 10.0


class Transport(Protocol):
    """Carries bytes to one printer."""

    def send(self, pieces: Iterable[bytes]) -> None:
        """Deliver all pieces in order; ``EnvironmentFault`` if the printer does not take them."""
        ...


def _unreachable(name: str) -> EnvironmentFault:
    return EnvironmentFault(
        "print.unreachable",
        f"打印机“{name}”没有响应。",
        safe="文书已出具并保存，可以稍后重新打印。",
        mend="请检查打印机是否开机、有纸，并在有效距离内。",
        facts={"printer": name},
    )


class TcpTransport:
    """A printer that listens on a TCP port."""

    def __init__(self, host: str, port: int = 9100, *, seconds: float = SECONDS) -> None:
        self._address = (host, port)
        self._seconds = seconds

    def send(self, pieces: Iterable[bytes]) -> None:
        """Deliver and close; every piece is written before the return."""
        try:
            with socket.create_connection(self._address, self._seconds) as connection:
                for piece in pieces:
                    connection.sendall(piece)
                connection.shutdown(socket.SHUT_WR)
        except OSError as problem:
            raise _unreachable(f"{self._address[0]}:{self._address[1]}") from problem


class SerialTransport:
    """A paired Bluetooth printer that the system shows as a serial port (SPP)."""

    def __init__(self, port: str, *, baud: int = 115_200, seconds: float = SECONDS) -> None:
        self._port = port
        self._baud = baud
        self._seconds = seconds

    def send(self, pieces: Iterable[bytes]) -> None:
        """Deliver and flush."""
        import serial  # late: only where a serial printer is used

        try:
            with serial.Serial(
                self._port, self._baud, timeout=self._seconds, write_timeout=self._seconds
            ) as line:
                for piece in pieces:
                    line.write(piece)
                line.flush()
        except (serial.SerialException, OSError) as problem:
            raise _unreachable(self._port) from problem


class FileTransport:
    """A device file or a plain file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def send(self, pieces: Iterable[bytes]) -> None:
        """Append all pieces."""
        try:
            with self._path.open("ab") as file:
                file.writelines(pieces)
        except OSError as problem:
            raise _unreachable(self._path.name) from problem
