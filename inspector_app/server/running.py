"""Serving: bind, say where, answer until told to stop."""

from __future__ import annotations

import json
import logging
import logging.handlers
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import uvicorn

from inspector_app.domain.errors import EnvironmentFault
from inspector_app.server.app import create_app
from inspector_app.server.books import make_folder
from inspector_app.server.folder_lock import folder_to_itself
from inspector_app.server.impatience import impatient
from inspector_app.server.settings import ServerSettings
from inspector_app.server.tls import check_tls

__all__ = ["LOG", "serve"]

LOG = Path("logs") / "server.log"
"""Where the log lies in the data folder."""

_HEAD_BYTES = 32_768
_LOG_BYTES = 5_000_000
_LOGS_KEPT = 5


def serve(settings: ServerSettings, announce: TextIO, parent: TextIO | None = None) -> None:
    """Answer until interrupted; one JSON line on ``announce`` says where, once requests are taken.

    The line is ``{"url": …, "pid": …}``. With ``parent`` the server also ends when that stream
    ends: a demonstration that was killed leaves no server behind. Raises ``UserError`` if the
    certificate does not serve or another server has the folder, before anything is made there.
    """
    check_tls(settings.tls_certificate, settings.tls_key)
    make_folder(settings.folder)
    with folder_to_itself(settings.folder), _logging_to(settings.folder / LOG):
        _answer(settings, announce, parent)


def _answer(settings: ServerSettings, announce: TextIO, parent: TextIO | None) -> None:
    bound = _bind(settings)
    try:
        application = create_app(settings)
    except BaseException:
        bound.close()
        raise
    config = uvicorn.Config(
        application,
        access_log=False,
        log_config=None,
        lifespan="on",
        server_header=False,
        http=impatient(settings.idle_seconds),
        # Each holds a file and a little room; beyond it 503, which laptops come back from.
        limit_concurrency=settings.connections,
        h11_max_incomplete_event_size=_HEAD_BYTES,
        ws="none",
        timeout_keep_alive=30,
        timeout_graceful_shutdown=10,
        ssl_certfile=settings.tls_certificate,
        ssl_keyfile=settings.tls_key,
    )
    scheme = "https" if settings.tls_certificate else "http"
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    line = json.dumps({"url": f"{scheme}://{host}:{bound.getsockname()[1]}", "pid": os.getpid()})
    server = _AnnouncingServer(config, announce, line)
    if parent is not None:
        watch = threading.Thread(target=_end_with, args=(parent, server), daemon=True)
        watch.start()
    server.run(sockets=[bound])


class _AnnouncingServer(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, announce: TextIO, line: str) -> None:
        super().__init__(config)
        self._announce = announce
        self._line = line

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then say so."""
        await super().startup(sockets)
        if self.started:
            print(self._line, file=self._announce, flush=True)


def _end_with(parent: TextIO, server: uvicorn.Server) -> None:
    parent.read()
    server.should_exit = True


def _bind(settings: ServerSettings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    bound = socket.socket(family)
    if os.name == "posix":
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((settings.host, settings.port))
    except (OSError, OverflowError) as error:
        bound.close()
        raise EnvironmentFault(
            "server.port",
            f"地址 {settings.host} 的端口 {settings.port} 不能使用："
            "可能已有程序占用，或者不是本机的地址。",
            safe="服务器没有启动，数据未被改动。",
            mend="请核对 --host，换一个端口（--port，0 至 65535），或先停止占用它的程序。",
            facts={"host": settings.host, "port": settings.port},
        ) from error
    bound.set_inheritable(False)
    return bound


@contextmanager
def _logging_to(path: Path) -> Iterator[None]:
    """Log into ``path`` meanwhile: times, levels, codes and paths; never what people wrote.

    The console is left to the one line that says where the server is, or why it is not.
    """
    root = logging.getLogger()
    before = root.level
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        file = logging.handlers.RotatingFileHandler(
            path, maxBytes=_LOG_BYTES, backupCount=_LOGS_KEPT, encoding="utf-8"
        )
    except OSError as error:
        raise EnvironmentFault(
            "server.log",
            f"日志 {path.name} 写不进数据目录。",
            safe="服务器没有启动，数据未被改动。",
            mend="请核对数据目录中 logs 的读写权限和磁盘空间。",
            facts={"file": path.name},
        ) from error
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(file)
    root.setLevel(logging.INFO)
    try:
        yield
    finally:
        root.removeHandler(file)
        root.setLevel(before)
        file.close()
