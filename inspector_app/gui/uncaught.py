"""What a slot raises and nobody catches: logged without its words, said calmly, work goes on.

Qt calls slots from C++, where no Python frame is left to catch anything; such errors reach
``sys.excepthook``, which would print a traceback that nobody reads.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from inspector_app.domain.errors import InspectorError
from inspector_app.gui.jobs import defect_from

__all__ = ["announcing_uncaught"]


@contextmanager
def announcing_uncaught(announce: Callable[[InspectorError], object]) -> Iterator[None]:
    """While open, hand every uncaught error to ``announce``; errors not ours become a `Defect`."""
    before = sys.excepthook

    def say(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            announce(defect_from(error))
        else:
            before(kind, error, trace)

    sys.excepthook = say
    try:
        yield
    finally:
        sys.excepthook = before
