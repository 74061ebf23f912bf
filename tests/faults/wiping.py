"""A laptop that synchronises and is killed while it is being wiped: ``python -m tests.faults.wiping``.

It opens the laptop in a folder and synchronises. At the point that it is given it says so and waits
to be killed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from inspector_app.bootstrap import wiping
from inspector_app.bootstrap.laptop import open_laptop
from inspector_app.bootstrap.laptop_folder import ENROLMENT, WIPE_ORDERED
from inspector_app.bootstrap.record import DATABASE_KEY
from tests.faults.visiting import tell, wait_to_be_killed
from tests.keyrings import FolderKeyring

__all__ = ["POINTS"]


def _around(
    name: str, point: str, *, before: bool = False, when: Callable[[Any], bool] = bool
) -> None:
    """Pause in the wipe's step ``name``, where ``when`` holds of its first argument."""
    step = getattr(wiping, name)

    def pausing(*given: Any, **named: Any) -> Any:
        if before:
            wait_to_be_killed(point)
        done = step(*given, **named)
        if not before and when(given[0]):
            wait_to_be_killed(point)
        return done

    setattr(wiping, name, pausing)


def _arm(point: str) -> None:
    match point:
        case "ordered":
            _around("_carry_out", point, before=True)
        case "key forgotten":
            _pause_at_the_key(point)
        case "half removed":
            _around("_remove_one", point)
        case "removed":
            _around("_report", point, before=True)
        case "reported":
            _around("_report", point)
        case "token forgotten":
            _around("_remove_one", point, when=lambda path: path.name == ENROLMENT)
        case "all but the note":
            # The last thing that is removed: when it is about to be, all else is gone.
            step = wiping._remove_one

            def pausing(path: Path) -> None:
                if path.name == WIPE_ORDERED:
                    wait_to_be_killed(point)
                step(path)

            wiping._remove_one = pausing


def _pause_at_the_key(point: str) -> None:
    forget = FolderKeyring.delete_password

    def pausing(self: FolderKeyring, service: str, username: str) -> None:
        forget(self, service, username)
        if username == DATABASE_KEY:
            wait_to_be_killed(point)

    FolderKeyring.delete_password = pausing  # type: ignore[method-assign]  # a point to be killed at


POINTS = (
    "ordered",
    "key forgotten",
    "half removed",
    "removed",
    "reported",
    "token forgotten",
    "all but the note",
)


if __name__ == "__main__":
    _arm(sys.argv[2])
    with open_laptop(Path(sys.argv[1])) as opened:
        opened.use_cases.synchronize()
    tell(at="never")
