"""Ids of number blocks that only this server can have made (HMAC-SHA256, RFC 2104).

A server restored from a backup learns of the leases it forgot from the laptops that hold them. It
believes only ids of its own making: otherwise one laptop could move the whole bureau's numbering
to wherever it liked, or offer words that nobody opened.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import replace

import rfc8785

from inspector_app.domain.numbering import NumberBlock
from inspector_app.trust.signing import SigningKey

__all__ = ["BlockSeal"]

_NONCE_DIGITS = 16
_DIGITS = 64


class BlockSeal:
    """Makes and recognises block ids: 64 hexadecimal digits, of which 16 are random, so that
    the same range issued again has another id.

    The secret follows from the server's signing key, which survives a restore beside the database.
    """

    def __init__(self, key: SigningKey) -> None:
        self._secret = hmac.digest(key.raw, b"inspector-app number blocks 1", "sha256")

    def seal(self, device: str, block: NumberBlock) -> NumberBlock:
        """The block under an id that holds for this device and these numbers only."""
        nonce = secrets.token_hex(_NONCE_DIGITS // 2)
        return replace(block, id=self._id(nonce, device, block))

    def holds(self, device: str, block: NumberBlock) -> bool:
        """Whether this server once leased exactly this block to the device."""
        try:
            sealed = self._id(block.id[:_NONCE_DIGITS], device, block)
        except ValueError:
            # A number beyond what JSON holds exactly: no block of ours.
            return False
        return hmac.compare_digest(sealed.encode(), block.id.encode())

    def _id(self, nonce: str, device: str, block: NumberBlock) -> str:
        span = (block.word, block.year, block.first, block.last)
        said = rfc8785.dumps([nonce, device, *span, block.token])
        return nonce + hmac.digest(self._secret, said, "sha256").hex()[: _DIGITS - _NONCE_DIGITS]
