"""The network coming back is told once, and only after it was away and stayed back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from inspector_app.gui.reconnection import Reconnection


@pytest.fixture
def network(app: object) -> Reconnection:
    return Reconnection()


def is_about_to_tell(network: Reconnection) -> bool:
    return network.findChildren(QTimer)[0].isActive()


def test_coming_back_is_told(network: Reconnection, qtbot: QtBot) -> None:
    network.findChildren(QTimer)[0].setInterval(0)
    network.note(online=False)

    with qtbot.waitSignal(network.reconnected):
        network.note(online=True)


def test_a_network_that_was_never_away_did_not_come_back(network: Reconnection) -> None:
    network.note(online=True)

    assert not is_about_to_tell(network)


def test_a_network_that_goes_again_at_once_is_not_back(network: Reconnection) -> None:
    network.note(online=False)
    network.note(online=True)
    network.note(online=False)

    assert not is_about_to_tell(network)


def test_what_the_system_says_at_the_start_is_no_return(network: Reconnection) -> None:
    network.begin()

    assert not is_about_to_tell(network)
