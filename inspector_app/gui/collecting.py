"""Garbage collection where and when it does no harm: on the main thread, after the first page.

Python collects on whichever thread happens to allocate. A worker's would destroy widgets that only
a cycle still held, in a thread where Qt forbids it ("Timers cannot be stopped from another
thread"). During the start it would look through a hundred thousand objects again and again,
although modules stay; measured, that takes a tenth of the start.
"""

from __future__ import annotations

import gc
from types import TracebackType
from typing import Self

from PySide6.QtCore import QTimer

__all__ = ["Collecting"]

_PERIOD_MS = 1_000


class Collecting:
    """While entered, nothing is collected but by the main thread's timer, once `begin` was called."""

    def __enter__(self) -> Self:
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer()
        self._timer.setInterval(_PERIOD_MS)
        self._timer.timeout.connect(_collect)
        return self

    def begin(self) -> None:
        """Collect from now on; what is there by now stays and is never looked through again."""
        gc.freeze()
        self._timer.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()


def _collect() -> None:
    """One generation whose count passed its threshold, the oldest first, as Python itself does."""
    due = [
        generation
        for generation, (count, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if most and count > most
    ]
    if due:
        gc.collect(due[-1])
