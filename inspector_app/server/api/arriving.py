"""Reading a request's body without waiting for ever and without more room than it may take."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from typing import Any

__all__ = ["Cut", "Message", "Receive", "TooSlow", "arriving"]

# ASGI as its specification has it; frameworks each type it their own way.
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]

_SLOWEST = 1_000
"""Bytes a second. A fifth of what GPRS carries; a sender below it holds a connection, no more."""


class Cut(Exception):
    """The sender left before the end."""


class TooSlow(Exception):
    """The sender fell silent, or sends so slowly that it only holds the connection."""


async def arriving(receive: Receive, idle_seconds: float) -> AsyncIterator[bytes]:
    """What arrives, piece by piece, until the end; raises :class:`Cut` or :class:`TooSlow`.

    Only time spent waiting for the sender counts, not what is done with the pieces meanwhile.
    """
    waited, arrived = 0.0, 0
    while True:
        patience = min(idle_seconds, idle_seconds + arrived / _SLOWEST - waited)
        begun = time.monotonic()
        try:
            message = await asyncio.wait_for(receive(), max(patience, 0))
        except TimeoutError:
            raise TooSlow from None
        waited += time.monotonic() - begun
        if message["type"] != "http.request":
            raise Cut
        body: bytes = message.get("body", b"")
        if body:
            arrived += len(body)
            yield body
        if not message.get("more_body"):
            return
