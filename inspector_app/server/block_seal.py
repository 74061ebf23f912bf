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
_PART_DIGITS = 24


class BlockSeal:
    """Makes and recognises block ids: 64 hexadecimal digits. 16 are random, so that the same range
    issued again has another id; 24 show that this server leased those numbers, and 24 to whom.

    The secret follows from the server's signing key, which survives a restore beside the database.
    """

    def __init__(self, key: SigningKey) -> None:
        self._secret = hmac.digest(key.raw, b"inspector-app number blocks 2", "sha256")

    def seal(self, device: str, block: NumberBlock) -> NumberBlock:
        """The block under an id that holds for this device and these numbers only."""
        nonce = secrets.token_hex(_NONCE_DIGITS // 2)
        return replace(
            block, id=nonce + self._part(nonce, block) + self._part(nonce, block, device)
        )

    def issued(self, block: NumberBlock) -> bool:
        """Whether this server once leased exactly these numbers, to whomever."""
        nonce, end = block.id[:_NONCE_DIGITS], _NONCE_DIGITS + _PART_DIGITS
        return self._is(block.id[_NONCE_DIGITS:end], nonce, block)

    def holds(self, device: str, block: NumberBlock) -> bool:
        """Whether this server once leased exactly this block to the device."""
        nonce, start = block.id[:_NONCE_DIGITS], _NONCE_DIGITS + _PART_DIGITS
        return self.issued(block) and self._is(block.id[start:], nonce, block, device)

    def _is(self, told: str, nonce: str, block: NumberBlock, device: str = "") -> bool:
        try:
            sealed = self._part(nonce, block, device)
        except ValueError:
            # A number beyond what JSON holds exactly: no block of ours.
            return False
        return hmac.compare_digest(sealed.encode(), told.encode())

    def _part(self, nonce: str, block: NumberBlock, device: str = "") -> str:
        span = (block.word, block.year, block.first, block.last)
        said = rfc8785.dumps([nonce, device, *span, block.token])
        return hmac.digest(self._secret, said, "sha256").hex()[:_PART_DIGITS]
