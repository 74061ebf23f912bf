"""Errors in three kinds: what the person can mend, what the surroundings did, what we did wrong."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["Defect", "EnvironmentFault", "InspectorError", "UserError"]


class InspectorError(Exception):
    """Base of every error the application raises on purpose.

    ``code`` is stable and translated by the screens; ``what``, ``safe`` and ``mend`` are the
    Chinese wording: what happened, what is safe, and what to do next. ``facts`` holds the values
    that the wording names; only whitelisted keys of it may reach a log.
    """

    def __init__(
        self,
        code: str,
        what: str,
        *,
        safe: str = "",
        mend: str = "",
        facts: Mapping[str, str | int] | None = None,
    ) -> None:
        super().__init__(what)
        self.code = code
        self.what = what
        self.safe = safe
        self.mend = mend
        self.facts: Mapping[str, str | int] = MappingProxyType(dict(facts or {}))

    def __str__(self) -> str:
        return "".join(part for part in (self.what, self.safe, self.mend) if part)


class UserError(InspectorError):
    """The person can mend it: the message says what, why and what to do."""


class EnvironmentFault(InspectorError):
    """Disk, network, printer or keyring failed; retried or reported, nothing is lost."""


class Defect(InspectorError):
    """Our own mistake: logged with the stream's id, shown calmly, work goes on."""
