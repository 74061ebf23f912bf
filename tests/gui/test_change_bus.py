"""Models hear what changed and look again only at that."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.gui.change_bus import ChangeBus, Changes


def test_changes_reach_whoever_listens(qtbot: QtBot, app: QApplication) -> None:
    bus = ChangeBus()
    changes = Changes.of("visit", "v1")

    with qtbot.waitSignal(bus.changed) as announced:
        bus.announce(changes)

    assert announced.args == [changes]


@pytest.mark.parametrize(
    ("changes", "record", "concerned"),
    [
        (Changes.of("visit", "v1"), "v1", True),
        (Changes.of("visit", "v2"), "v1", False),
        (Changes.of("visit"), "v1", True),
        (Changes.of("document", "v1"), "v1", False),
        (Changes.of("visit", "v2"), None, True),
    ],
)
def test_a_model_is_concerned_by_its_kind_and_record(
    changes: Changes, record: str | None, concerned: bool
) -> None:
    assert changes.concern({"visit", "finding"}, record) is concerned
