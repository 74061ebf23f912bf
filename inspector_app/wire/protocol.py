"""The protocol's version, paths, headers and limits: what both sides must agree on.

A field may be added to a message if it has a default: either side ignores what it does not know,
so old and new work together. Any other change is a new number in :data:`SPOKEN`.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Final

__all__ = [
    "BLOBS_KEPT_PATH",
    "BLOBS_MISSING_PATH",
    "BLOB_PATH",
    "BUILD",
    "CASE_PATH",
    "ENROL_PATH",
    "FEED_PATH",
    "HEALTH_PATH",
    "HELLO_PATH",
    "JSON",
    "LEASE_PATH",
    "MAX_BATCH_BYTES",
    "MAX_BATCH_EVENTS",
    "MAX_MESSAGE_BYTES",
    "MAX_OPEN_BYTES",
    "PAGE_BYTES",
    "PROBLEM_JSON",
    "PROTOCOL_HEADER",
    "PUSH_PATH",
    "QUEUE_PATH",
    "REQUEST_HEADER",
    "SIGNATURE_HEADER",
    "SINCE_PATH",
    "SPOKEN",
    "UPLOADS_PATH",
    "USES_PATH",
    "WIPED_PATH",
]


def _build() -> str:
    try:
        return version("inspector-app")
    except PackageNotFoundError:
        # Run from a bare checkout; the number is only told, never compared.
        return "0"


BUILD: Final = _build()
"""Version of this build, told to the other side."""

SPOKEN: Final = (1,)
"""Protocol versions this build speaks, the newest last."""

PROTOCOL_HEADER: Final = "Inspector-Protocol"
REQUEST_HEADER: Final = "Inspector-Request"
"""A fresh id in every request; the reply's signature covers it, so no older reply fits."""
SIGNATURE_HEADER: Final = "Inspector-Signature"
"""``<key id>:<Base64>``, the server's signature over the reply (:mod:`~inspector_app.wire.reply`)."""

JSON: Final = "application/json"
PROBLEM_JSON: Final = "application/problem+json"

ENROL_PATH: Final = "/v1/enrolment"
HELLO_PATH: Final = "/v1/hello"
WIPED_PATH: Final = "/v1/wiped"
PUSH_PATH: Final = "/v1/journal"
SINCE_PATH: Final = "/v1/journal/since"
FEED_PATH: Final = "/v1/feed"
LEASE_PATH: Final = "/v1/numbers/leases"
USES_PATH: Final = "/v1/numbers/uses"
BLOB_PATH: Final = "/v1/blobs"
BLOBS_KEPT_PATH: Final = "/v1/blobs/kept"
BLOBS_MISSING_PATH: Final = "/v1/blobs/missing"
UPLOADS_PATH: Final = "/v1/uploads"
QUEUE_PATH: Final = "/v1/review/queue"
CASE_PATH: Final = "/v1/review/cases"
HEALTH_PATH: Final = "/health"

MAX_BATCH_EVENTS: Final = 100
MAX_BATCH_BYTES: Final = 1_000_000
"""Bytes of event bodies in one push, unless a single event is larger."""
MAX_MESSAGE_BYTES: Final = 16_000_000
"""Bytes of one message before compression; more is refused unread."""
MAX_OPEN_BYTES: Final = 16_000
"""Bytes of a message that anybody may send, before the sender is known (enrolment)."""
PAGE_BYTES: Final = 4_000_000
"""Bytes of bodies in one page of a list, unless a single entry is larger."""
