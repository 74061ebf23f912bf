"""Ctrl+C closes the window in the ordinary way."""

from __future__ import annotations

import signal

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.gui.interruption import closing_on_interruption


class Closable(QWidget):
    """A window that notes that it was asked to close."""

    asked = False

    def closeEvent(self, event: QCloseEvent) -> None:
        self.asked = True
        super().closeEvent(event)


@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_closes_the_window_and_ends(
    app: QApplication, wish: signal.Signals
) -> None:
    window = Closable()
    window.show()
    QTimer.singleShot(0, lambda: signal.raise_signal(wish))

    with pytest.raises(KeyboardInterrupt), closing_on_interruption():
        app.exec()

    assert window.asked


def test_afterwards_signals_mean_what_they_meant_before(app: QApplication) -> None:
    before = [signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)]

    with closing_on_interruption():
        pass

    assert [signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)] == before
    assert signal.set_wakeup_fd(-1) == -1
