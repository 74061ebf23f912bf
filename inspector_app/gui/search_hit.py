"""What a search finds, for whoever seeks and for the palette that shows it."""

from __future__ import annotations

from inspector_app.domain.late_dataclass import dataclass

__all__ = ["SearchHit"]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing found. ``key`` is the caller's own ("enterprise:…") and comes back when chosen."""

    key: str
    title: str
    detail: str = ""
    icon: str = "file-text"
    group: str = ""
