"""Tells models what a use case changed, so that each repaints only that."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from inspector_app.domain.late_dataclass import dataclass

__all__ = ["ChangeBus", "Changes"]


@dataclass(frozen=True, slots=True)
class Changes:
    """What was written: the kinds of record ("visit", "document", …) and the records' ids."""

    kinds: frozenset[str]
    ids: frozenset[str] = frozenset()

    @classmethod
    def of(cls, kind: str, *ids: str) -> Changes:
        """Changes to records of one kind; no ids means that any of them may have changed."""
        return cls(frozenset((kind,)), frozenset(ids))

    def concern(self, kinds: Iterable[str], record: str | None = None) -> bool:
        """Whether a model of ``kinds`` (and, if given, of one record) has to look again."""
        if self.kinds.isdisjoint(kinds):
            return False
        return record is None or not self.ids or record in self.ids


class ChangeBus(QObject):
    """One place where the window announces changes. Lives on the main thread."""

    changed = Signal(Changes)

    def announce(self, changes: Changes) -> None:
        """Tell every model; slots run before this returns."""
        self.changed.emit(changes)
