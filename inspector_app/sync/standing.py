"""What to do after hello, decided from both sides' numbers alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from inspector_app.domain.sync_ports import Lineage
from inspector_app.wire.hello import Hello, LineageStanding

__all__ = ["GoOn", "NewLineage", "Rearm", "decide"]


@dataclass(frozen=True, slots=True)
class GoOn:
    """Both sides agree; send what is pending."""


@dataclass(frozen=True, slots=True)
class Rearm:
    """The server lost what we sent from this position on (restored from a backup): send again."""

    from_position: int


@dataclass(frozen=True, slots=True)
class NewLineage:
    """This database is a clone or was rolled back: start a new lineage. ``reason`` is a code."""

    reason: str


def decide(
    lineage: Lineage, hello: Hello, hash_at: Callable[[int], str]
) -> GoOn | Rearm | NewLineage:
    """Compare our lineage with the server's high-water.

    ``hash_at`` gives the hash of our event at a position (empty if there is none).
    """
    high = hello.high_water
    if hello.standing is LineageStanding.FOREIGN:
        return NewLineage("lineage.foreign")
    if high.position > lineage.last:
        # The server has events of ours that we no longer have.
        return NewLineage("lineage.rolled_back")
    if high.position > 0 and hash_at(high.position) != high.hash:
        return NewLineage("lineage.forked")
    if high.position < lineage.acknowledged:
        return Rearm(high.position + 1)
    return GoOn()
