"""How much of a list goes into one page: bounded by bytes, for one entry may be as large as many."""

from __future__ import annotations

from collections.abc import Iterable

from inspector_app.wire.protocol import PAGE_BYTES

__all__ = ["within"]


def within(sizes: Iterable[int], room: int = PAGE_BYTES, *, at_least: int = 1) -> int:
    """How many of the first entries, of these sizes in bytes, fit into ``room``.

    ``at_least`` so many, however large: an oversized entry passes alone and blocks nothing.
    """
    count = 0
    for size in sizes:
        room -= size
        if room < 0 and count >= at_least:
            break
        count += 1
    return count
