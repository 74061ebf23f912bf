"""The bureau's ASGI server: ingest, feed, leases, blobs, review. Decisions: README.md here."""

from __future__ import annotations

import sys

from inspector_app.server.settings import ServerSettings

__all__ = ["ServerSettings", "run"]


def run(settings: ServerSettings) -> None:
    """Answer until interrupted; one JSON line on standard output says where."""
    # Litestar and uvicorn take 0.5 s to import; the settings are wanted without them.
    from inspector_app.server.running import serve

    serve(settings, sys.stdout)
