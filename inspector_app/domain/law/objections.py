"""What stands against something that officers enter: said at its place, counted before it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from inspector_app.domain.late_dataclass import dataclass

__all__ = ["Objection"]


@dataclass(frozen=True, slots=True)
class Objection:
    """One objection.

    ``code`` is stable and translated by the screens with ``facts``; ``text`` is the Chinese
    wording. ``target`` names the field that mends it, e.g. ``reason``, ``receipts.0``.
    """

    code: str
    text: str
    target: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
