"""What the 设置 page shows, worked out in plain Python off the main thread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector_app.application.use_cases import UseCases
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.domain.officer import Authority, Officer
from inspector_app.gui.preferences import Preferences, load_preferences
from inspector_app.gui.window_facts import PackInfo, SignerInfo, WindowFacts

__all__ = ["SettingsModel", "common_name", "load_settings", "read_file"]

_COMMON_NAME = re.compile(r"(?:^|,)\s*CN=((?:\\.|[^,\\])*)")


@dataclass(frozen=True, slots=True)
class SettingsModel:
    """Choices, who sits here, and what is installed, as of ``today``."""

    today: date
    chosen: Preferences
    me: Officer
    authority: Authority
    device: str
    signer: SignerInfo | None
    packs: tuple[PackInfo, ...]
    version: str
    device_key: str = ""

    @property
    def fingerprint(self) -> str:
        """The device's key as it is read out: groups of eight digits."""
        return " ".join(self.device_key[at : at + 8] for at in range(0, len(self.device_key), 8))


def load_settings(use_cases: UseCases, facts: WindowFacts) -> SettingsModel:
    """Read everything the page shows, except the printers. Runs in the database lane."""
    place = use_cases.place
    return SettingsModel(
        place.clock.today(),
        load_preferences(use_cases.look_up),
        place.me,
        place.authority,
        place.device,
        facts.signer(),
        tuple(facts.packs_info()),
        facts.version(),
        facts.device_key,
    )


def read_file(path: Path) -> bytes:
    """The file's bytes; ``EnvironmentFault`` if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as problem:
        raise EnvironmentFault(
            "settings.file_unreadable",
            "这个文件无法读取。",
            safe="未作任何更改。",
            mend="请检查文件是否存在、是否有权限打开。",
        ) from problem


def common_name(subject: str) -> str:
    """The CN of a distinguished name (RFC 4514), or the whole name where it has none."""
    found = _COMMON_NAME.search(subject)
    return re.sub(r"\\(.)", r"\1", found.group(1)) if found else subject
