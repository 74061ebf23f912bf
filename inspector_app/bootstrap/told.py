"""What a command has to tell, whichever command it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.late_dataclass import dataclass

__all__ = ["Told"]


@dataclass(frozen=True, slots=True)
class Told:
    """Lines for a person, the same as plain data for a program, and what is missing.

    ``errors`` are told apart from the lines; ``done`` is whether all is well: the command did what
    it was asked, and what it looked at is right.
    """

    lines: tuple[str, ...]
    data: Mapping[str, Any]
    errors: tuple[InspectorError, ...] = ()
    done: bool = True
