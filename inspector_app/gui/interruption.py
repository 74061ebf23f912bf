"""Ctrl+C in the terminal, or the system's wish that we end, closes the window as a person would.

Python runs its signal handlers between two of its own instructions, and while Qt waits for events
there are none: an interruption would be noticed late, and inside whatever slot runs next. A signal
also writes to a socket, and a socket wakes Qt.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

__all__ = ["closing_on_interruption"]

_WISHES_TO_END = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def closing_on_interruption() -> Iterator[None]:
    """While open, an interruption closes all windows; main thread only.

    Raises:
        KeyboardInterrupt: at the end, if there was an interruption.
    """
    heard: list[int] = []

    def note(wish: int, _frame: FrameType | None) -> None:
        heard.append(wish)

    ear, mouth = socket.socketpair()
    with ear, mouth:
        ear.setblocking(False)
        mouth.setblocking(False)
        notifier = QSocketNotifier(ear.fileno(), QSocketNotifier.Type.Read)

        def close() -> None:
            ear.recv(64)
            if heard:
                QApplication.closeAllWindows()

        notifier.activated.connect(close)
        handlers = {wish: signal.signal(wish, note) for wish in _WISHES_TO_END}
        descriptor = signal.set_wakeup_fd(mouth.fileno(), warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(descriptor)
            for wish, handler in handlers.items():
                signal.signal(wish, handler)
            notifier.setEnabled(False)
    if heard:
        raise KeyboardInterrupt
