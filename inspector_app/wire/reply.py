"""The server's signature over a reply: what tells it from a captive portal's or an altered one.

Signed are exactly the bytes of the body (before compression) with the request's method, path and
id, so that no older reply and no reply to something else passes. A reply kept as evidence is the
:class:`SignedReply`, which anybody with the server's public key can check later.
"""

from __future__ import annotations

import msgspec

__all__ = ["SignedReply", "read_signature", "reply_message", "write_signature"]

_PURPOSE = b"inspector-app reply 1"


def reply_message(method: str, path: str, request_id: str, status: int, body: bytes) -> bytes:
    """The bytes that are signed. ``path`` has no query; none of the fields holds a line feed."""
    head = (_PURPOSE, method.encode(), path.encode(), request_id.encode(), str(status).encode())
    return b"\n".join((*head, body))


def write_signature(key_id: str, signature: str) -> str:
    """The value of the signature header."""
    return f"{key_id}:{signature}"


def read_signature(value: str) -> tuple[str, str]:
    """Key id and Base64 signature from the header; both empty if it is not of that form."""
    key_id, found, signature = value.partition(":")
    return (key_id, signature) if found else ("", "")


class SignedReply(msgspec.Struct, frozen=True, kw_only=True):
    """A reply as evidence: everything its signature covers, and the signature."""

    method: str
    path: str
    request_id: str
    status: int
    body: str
    key_id: str
    signature: str

    @property
    def message(self) -> bytes:
        """The bytes that were signed."""
        return reply_message(
            self.method, self.path, self.request_id, self.status, self.body.encode()
        )
