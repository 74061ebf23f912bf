"""Garbage is collected on the main thread only, once the first page stands."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.gui import collecting
from inspector_app.gui.collecting import Collecting


class Knot:
    """Held by nothing but itself."""

    def __init__(self) -> None:
        self.itself = self
        self.thread = threading.current_thread()


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Looks every few milliseconds instead of every second, whatever little there is."""
    monkeypatch.setattr(collecting, "_PERIOD_MS", 5)
    thresholds, enabled = gc.get_threshold(), gc.isenabled()
    gc.set_threshold(1, 1, 1)
    gc.enable()
    yield
    gc.set_threshold(*thresholds)
    if not enabled:
        gc.disable()


def test_a_worker_collects_nothing(app: QApplication) -> None:
    collected: list[threading.Thread] = []

    def work() -> None:
        knot = Knot()
        weakref.finalize(knot, lambda: collected.append(threading.current_thread()))
        del knot
        for _ in range(10_000):
            Knot().itself = None  # type: ignore[assignment]  # unties it: no garbage is left

    with Collecting() as garbage:
        garbage.begin()
        worker = threading.Thread(target=work)
        worker.start()
        worker.join()
        before = list(collected)
        gc.collect()

    assert (before, collected) == ([], [threading.main_thread()])


def test_the_main_thread_collects_once_the_first_page_stands(
    app: QApplication, qtbot: QtBot
) -> None:
    with Collecting() as garbage:
        garbage.begin()
        knot = Knot()
        gone = weakref.ref(knot)
        del knot

        qtbot.waitUntil(lambda: gone() is None)


def test_afterwards_all_is_as_before(app: QApplication) -> None:
    with Collecting() as garbage:
        garbage.begin()
        frozen = gc.get_freeze_count()

    assert frozen > 0
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)


def test_one_within_another_changes_nothing_for_it(app: QApplication) -> None:
    with Collecting():
        with Collecting() as inner:
            inner.begin()

        assert not gc.isenabled()
