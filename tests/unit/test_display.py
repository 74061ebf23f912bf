"""Without a screen the window says so; Qt itself would abort the process."""

import sys

import pytest

from inspector_app.bootstrap.window import require_display
from inspector_app.domain.errors import EnvironmentFault


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_screen_the_way_out_is_told(no_screen: None) -> None:
    with pytest.raises(EnvironmentFault) as error:
        require_display()
    assert "demo --offscreen" in error.value.mend


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_screen_will_do(no_screen: None, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, ":0")
    require_display()
