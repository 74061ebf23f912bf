"""What this machine itself supplies: time, identifiers, and its signature."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from uuid import UUID

from inspector_app.domain.journal import Head, Moment, SignedHead
from inspector_app.trust.signing import SigningKey

__all__ = ["BEIJING", "DeviceHeads", "SystemClock", "TimeOrderedIds", "today"]

# Legal time of the whole country, without daylight saving; a laptop set to another zone would
# otherwise print another day on an official paper.
BEIJING = timezone(timedelta(hours=8))


class SystemClock:
    """The machine's clocks. ``server_at`` gives the last time the server stated, or empty."""

    def __init__(self, server_at: Callable[[], str] = lambda: "") -> None:
        self._server_at = server_at

    def now(self) -> Moment:
        """This moment, in Beijing time to the second."""
        wall = datetime.now(BEIJING).replace(microsecond=0)
        return Moment(wall.isoformat(), _milliseconds_since_boot(), self._server_at())

    def today(self) -> date:
        """The calendar day in Beijing."""
        return today()


def today() -> date:
    """The calendar day in Beijing, for what has no clock of its own."""
    return datetime.now(BEIJING).date()


def _milliseconds_since_boot() -> int:
    # Linux counts sleep only in BOOTTIME; Windows and macOS count it in monotonic already.
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    return time.monotonic_ns() // 1_000_000


class TimeOrderedIds:
    """UUID version 7 (RFC 9562): unique without a server, and sorted by time of making."""

    def new_id(self) -> str:
        """A fresh id as text."""
        milliseconds = time.time_ns() // 1_000_000
        value = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10))
        value = value & ~(0xF << 76) | 7 << 76
        value = value & ~(0b11 << 62) | 0b10 << 62
        return str(UUID(int=value))


class DeviceHeads:
    """Signs stream heads with the key this device made at enrolment."""

    def __init__(self, device: str, key: SigningKey) -> None:
        self._device = device
        self._key = key

    def sign_head(self, head: Head, at: str) -> SignedHead:
        """``head`` signed as of ``at``."""
        unsigned = SignedHead(head, self._device, self._key.id, at)
        return SignedHead(head, self._device, self._key.id, at, self._key.sign(unsigned.message))
