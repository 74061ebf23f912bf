"""Which blobs an event names, and cannot be complete without."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from inspector_app.domain.journal import Event

__all__ = ["blobs_named", "packs_named"]

_SHA256 = re.compile("[0-9a-f]{64}")
_BLOB_FIELDS: Mapping[str, tuple[str, ...]] = {
    "photo_attached": ("sha256", "thumbnail"),
    "document_composed": ("snapshot",),
    "document_issued": ("pdf", "snapshot"),
    "signature_captured": ("strokes", "image"),
}


def blobs_named(event: Event) -> tuple[str, ...]:
    """The blobs without which the event is not complete."""
    named = (event.payload.get(field, "") for field in _BLOB_FIELDS.get(event.type, ()))
    return _hashes(named)


def packs_named(event: Event) -> tuple[str, ...]:
    """The blobs of the pack editions that a visit began with: a digest is their SHA-256."""
    packs = event.payload.get("packs", ()) if event.type == "visit_started" else ()
    return _hashes(pack.get("digest", "") for pack in packs if isinstance(pack, dict))


def _hashes(named: Iterable[object]) -> tuple[str, ...]:
    return tuple(
        sha256 for sha256 in named if isinstance(sha256, str) and _SHA256.fullmatch(sha256)
    )
