"""A connection whose request's head does not come is closed: uvicorn itself would wait for ever."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

__all__ = ["impatient"]


class _ImpatientProtocol(H11Protocol):
    """HTTP/1.1 that gives a sender so many seconds for each request's head.

    Between requests uvicorn's own limit holds until the next one's first byte.
    """

    seconds: float

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Begin to wait."""
        super().connection_made(transport)
        self._expect_head()

    def data_received(self, data: bytes) -> None:
        """Go on waiting, from the first byte of the head on, or be content."""
        super().data_received(data)
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._forget()
        super().connection_lost(exc)

    @property
    def _lacks_head(self) -> bool:
        # uvicorn has no cycle before the first request, whatever its types say.
        cycle: Any = self.cycle
        return cycle is None or bool(cycle.response_complete)

    def _expect_head(self) -> None:
        if not self._lacks_head:
            self._forget()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(self.seconds, self._hang_up)

    def _hang_up(self) -> None:
        self._deadline = None
        if self._lacks_head:
            self.transport.close()

    def _forget(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


def impatient(seconds: float) -> type[asyncio.Protocol]:
    """The protocol for uvicorn: ``seconds`` for a request's head."""
    return type("ImpatientProtocol", (_ImpatientProtocol,), {"seconds": seconds})
