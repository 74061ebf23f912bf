"""The log: what went wrong and where, never about whom.

A line is written only from a whitelist. Of our own messages the values that are numbers, codes,
names in the program or ids of streams; of anything else only that it was said and where; of an
exception its type and the lines of code it passed through. Names of people and enterprises,
numbers of certificates and telephones, and whatever libraries quote, have no way in.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector_app.disk.log import logging_into
from inspector_app.domain.errors import InspectorError

__all__ = ["LOG", "RedactingFormatter", "log_unexpected", "logging_to"]

LOG = Path("logs") / "inspector-app.log"
"""Where the log lies in the data folder."""

_OURS = "inspector_app."
_BYTES = 1_000_000
_KEPT = 3
# Facts of errors that say something about the machine or the program.
_FACTS = {
    "bytes",
    "count",
    "error",
    "line",
    "position",
    "retry_after",
    "revision",
    "rule",
    "sqlite",
    "status",
    "step",
}
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
# A word of the program has no digits in a row, but for the number of a line: credit codes,
# telephones and numbers of certificates have.
# Possessive (++): what does not match is known at once, however long it is.
_HARMLESS = re.compile(
    rf"(?:[A-Za-z_]++[0-9]{{0,2}}+[./]?+)++(?::[0-9]{{1,4}})?|(?:[a-z]+/)?{_UUID}"
)
_HIDDEN = "…"


class RedactingFormatter(logging.Formatter):
    """Writes records by the whitelist above."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and for an exception one more for each place it passed through."""
        head = f"{self.formatTime(record)} {record.levelname} {record.name}"
        if record.name.startswith(_OURS):
            said = _message(record)
        else:
            said = f"({record.module}:{record.lineno})"
        error = record.exc_info[1] if record.exc_info else None
        return "\n".join([f"{head} {said}", *(_places(error) if error else ())])


@contextmanager
def logging_to(folder: Path) -> Iterator[None]:
    """Log warnings and worse into ``folder`` meanwhile; no file is made before there is a line."""
    with logging_into(_LogFile(folder / LOG), logging.WARNING):
        yield


def log_unexpected(error: BaseException, folder: Path) -> Path | None:
    """Log an error that nobody foresaw; the file it stands in, None if that cannot be written."""
    file = _LogFile(folder / LOG)
    trace = (type(error), error, error.__traceback__)
    record = logging.LogRecord(
        __name__, logging.ERROR, __file__, 0, "unexpected error", None, trace
    )
    try:
        file.handle(record)
        return file.path if file.wrote else None
    finally:
        file.close()


class _LogFile(logging.Handler):
    """A log that never gets in the way: where it cannot be written, work goes on without it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.wrote = False
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return
        if self._file is None:
            self._file = self._begun()
        self.wrote = True
        self._file.emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002 - logging's own
        self.wrote = False

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()

    def _begun(self) -> logging.Handler:
        # Late: it loads sockets and pickle before the window, and most runs log nothing.
        from logging.handlers import RotatingFileHandler

        file = RotatingFileHandler(
            self.path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        file.setFormatter(RedactingFormatter())
        file.handleError = self.handleError  # type: ignore[method-assign]  # what it meets is ours
        return file


def _message(record: logging.LogRecord) -> str:
    given = record.args if isinstance(record.args, tuple) else (record.args,)
    try:
        return str(record.msg) % tuple(_harmless(value) for value in given or ())
    except (TypeError, ValueError):
        return str(record.msg)


def _harmless(value: object) -> object:
    if isinstance(value, int | float):
        return value
    text = str(value)
    return text if _HARMLESS.fullmatch(text) else _HIDDEN


def _places(error: BaseException) -> list[str]:
    lines: list[str] = []
    told: BaseException | None = error
    while told is not None:
        kind = f"{type(told).__module__}.{type(told).__qualname__}"
        if isinstance(told, InspectorError):
            facts = {name: told.facts[name] for name in sorted(_FACTS & told.facts.keys())}
            kind += f" {told.code} " + " ".join(f"{k}={_harmless(v)}" for k, v in facts.items())
        lines.append(f"  {kind.rstrip()}")
        frames = traceback.extract_tb(told.__traceback__)
        lines += [f"    {Path(one.filename).name}:{one.lineno} {one.name}" for one in frames]
        told = told.__cause__ or (None if told.__suppress_context__ else told.__context__)
    return lines
