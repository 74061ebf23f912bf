"""An error in a slot is said calmly and does not stop the window."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from inspector_app.domain.errors import Defect, InspectorError, UserError
from inspector_app.gui.uncaught import announcing_uncaught


class Bell(QObject):
    rung = Signal()


def ring_into(error: Exception) -> list[InspectorError]:
    """What is announced when a slot raises ``error``."""

    def fail() -> None:
        raise error

    announced: list[InspectorError] = []
    bell = Bell()
    bell.rung.connect(fail)
    with announcing_uncaught(announced.append):
        bell.rung.emit()
    return announced


def test_a_mistake_in_a_slot_is_announced_as_a_defect(app: QApplication) -> None:
    announced = ring_into(ZeroDivisionError("王敏"))

    assert isinstance(announced[0], Defect)


def test_a_refusal_in_a_slot_is_announced_as_it_is(app: QApplication) -> None:
    refusal = UserError("test.refused", "不行。")

    assert ring_into(refusal) == [refusal]


def test_stopping_the_program_is_no_error_of_ours(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: seen.append(kind))
    announced: list[InspectorError] = []

    with announcing_uncaught(announced.append):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert (seen, announced) == ([KeyboardInterrupt], [])


def test_afterwards_errors_go_where_they_went_before(app: QApplication) -> None:
    before = sys.excepthook

    with announcing_uncaught(print):
        pass

    assert sys.excepthook is before
