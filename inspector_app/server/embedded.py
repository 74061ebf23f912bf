"""A server of one's own in a child process, for the demonstration and for tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from inspector_app.domain.errors import EnvironmentFault

__all__ = ["EmbeddedServer"]

_SECONDS_TO_END = 20


class EmbeddedServer:
    """The server as a child process on a free port, ended with the ``with`` block.

    It also ends when this process is killed: it watches its standard input.
    """

    def __init__(
        self,
        folder: Path,
        arguments: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        port: int = 0,
    ) -> None:
        self._command = (
            *_program(),
            "--folder",
            str(folder),
            "--port",
            str(port),
            "--with-parent",
            *arguments,
        )
        self._log = folder / "server.log"
        self._environment = {**os.environ, **(environment or {})}
        self._process: subprocess.Popen[str] | None = None
        self.url = ""

    def start(self) -> str:
        """Start it and return its address; ``EnvironmentFault`` if it does not come up."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("ab") as log:
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=self._environment,
            )
        self._process = process
        assert process.stdout is not None  # noqa: S101 - PIPE above
        line = process.stdout.readline()
        if not line:
            self.kill()
            reason = "".join(self._log.read_text("utf-8", "replace").strip().splitlines()[-1:])
            log_name = self._log.name
            raise EnvironmentFault(
                "server.start",
                f"服务器没有启动：{reason}",
                mend=f"详见日志 {log_name}。",
                facts={"reason": reason, "log": log_name},
            )
        self.url = str(json.loads(line)["url"])
        return self.url

    @property
    def pid(self) -> int:
        """The child's process id; 0 if it does not run."""
        return self._process.pid if self._process else 0

    def stop(self) -> None:
        """Let it finish what it is doing, then end it."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            try:
                self._process.wait(_SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                self._process.kill()
        self._reap()

    def kill(self) -> None:
        """End it at once (SIGKILL), as a power cut would."""
        if self._process is not None:
            self._process.kill()
        self._reap()

    def _reap(self) -> None:
        if self._process is not None:
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    stream.close()
            self._process = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def _program() -> tuple[str, ...]:
    if getattr(sys, "frozen", False):
        # A packaged application is its own interpreter and has no -m.
        return (sys.executable, "server")
    return (sys.executable, "-m", "inspector_app.server")
