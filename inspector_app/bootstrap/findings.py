"""What the check of this machine finds: one line each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from inspector_app.domain.errors import InspectorError

__all__ = ["Finding", "State", "finding_of"]


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    ``subject`` names it (keyring, printer, …), ``code`` is stable and translated with ``facts``;
    ``text`` and ``mend`` are the Chinese wording: how it stands, and what to do if anything.
    """

    subject: str
    state: State
    code: str
    text: str
    mend: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)


def finding_of(error: InspectorError, subject: str, state: State = State.FAILED) -> Finding:
    """The finding that ``error`` is."""
    return Finding(
        subject, state, error.code, error.what + error.safe, error.mend, dict(error.facts)
    )
