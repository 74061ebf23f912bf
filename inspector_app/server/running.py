"""Serving: bind, say where, answer until told to stop."""

from __future__ import annotations

import json
import os
import socket
import threading
from typing import TextIO

import uvicorn

from inspector_app.domain.errors import EnvironmentFault
from inspector_app.server.app import create_app
from inspector_app.server.books import make_folder
from inspector_app.server.folder_lock import folder_to_itself
from inspector_app.server.impatience import impatient
from inspector_app.server.server_log import LOG, logging_to
from inspector_app.server.settings import ServerSettings
from inspector_app.server.tls import check_tls

__all__ = ["serve"]

_HEAD_BYTES = 32_768


def serve(settings: ServerSettings, announce: TextIO, parent: TextIO | None = None) -> None:
    """Answer until interrupted; one JSON line on ``announce`` says where, once requests are taken.

    The line is ``{"url": …, "pid": …}``. With ``parent`` the server also ends when that stream
    ends: a demonstration that was killed leaves no server behind. Raises ``UserError`` if the
    certificate does not serve or another server has the folder, before anything is made there.
    """
    check_tls(settings.tls_certificate, settings.tls_key)
    make_folder(settings.folder)
    with folder_to_itself(settings.folder), logging_to(settings.folder / LOG):
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
