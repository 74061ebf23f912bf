"""The server's log: what it did and what went wrong, never what people wrote."""

from __future__ import annotations

import logging
import logging.handlers
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector_app.disk.log import logging_into
from inspector_app.domain.errors import EnvironmentFault

__all__ = ["LOG", "log_mistake", "logging_to"]

LOG = Path("logs") / "server.log"
"""Where the log lies in the data folder."""

_LOG = logging.getLogger(__name__)
_LOG_BYTES = 5_000_000
_LOGS_KEPT = 5


@contextmanager
def logging_to(path: Path) -> Iterator[None]:
    """Log into ``path`` meanwhile: times, levels, codes and paths; never what people wrote.

    The console is left to the one line that says where the server is, or why it is not.
    """
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
    with logging_into(file, logging.INFO):
        yield


def log_mistake(error: BaseException, folder: Path) -> Path | None:
    """Log an error that nobody foresaw: its type, and where it passed through.

    Gives the file it stands in; None if there is no such data folder, or it cannot be written to.
    """
    # A folder that was mistyped is not made for the sake of a log.
    if not folder.is_dir():
        return None
    places = (f"{at.filename}:{at.lineno}" for at in traceback.extract_tb(error.__traceback__))
    try:
        with logging_to(folder / LOG):
            # The type, not the text: messages of libraries may quote what people wrote.
            _LOG.error("%s in %s", type(error).__name__, " < ".join(reversed([*places])))
    except EnvironmentFault:
        return None
    return folder / LOG
