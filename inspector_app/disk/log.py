"""A log that is written while something runs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["logging_into"]


@contextmanager
def logging_into(file: logging.Handler, level: int) -> Iterator[None]:
    """Have everything of ``level`` or worse go into ``file`` meanwhile; closed at the end."""
    root = logging.getLogger()
    before = root.level
    root.setLevel(level)
    root.addHandler(file)
    try:
        yield
    finally:
        root.removeHandler(file)
        root.setLevel(before)
        file.close()
