"""Ed25519 keys (RFC 8032): packs, journal heads and receipts are signed with these.

Deterministic and small: a signature is 64 bytes, written as Base64 (RFC 4648) wherever text is
needed. A key's id is the first 16 hexadecimal digits of the SHA-256 of the raw public key.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.errors import UserError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

__all__ = ["SigningKey", "VerifyKey"]


class VerifyKey:
    """A public key: checks signatures."""

    def __init__(self, raw: bytes) -> None:
        """Take the 32 raw bytes; raises ``UserError`` if that is no Ed25519 key."""
        if len(raw) != 32:
            raise _not_a_key()
        self._raw = raw
        self._key: Ed25519PublicKey | None = None

    @classmethod
    def from_text(cls, text: str) -> VerifyKey:
        """The key whose raw bytes are written as Base64 in ``text``."""
        try:
            return cls(base64.b64decode(text, validate=True))
        except (binascii.Error, ValueError) as error:
            raise _not_a_key() from error

    @classmethod
    def from_pem(cls, pem: bytes) -> VerifyKey:
        """The key in a PEM SubjectPublicKeyInfo; raises ``UserError`` on anything else."""
        # cryptography's OpenSSL binding costs some 40 ms: loaded at the first use of a key.
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
        from cryptography.hazmat.primitives.serialization import load_pem_public_key

        try:
            key = load_pem_public_key(pem)
        except (ValueError, UnsupportedAlgorithm) as error:
            raise _not_a_key() from error
        if not isinstance(key, Ed25519PublicKey):
            raise _not_a_key()
        return cls(key.public_bytes_raw())

    @property
    def id(self) -> str:
        """16 hexadecimal digits that name the key."""
        return self.fingerprint[:16]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the raw key, 64 hexadecimal digits: nobody makes another key of it."""
        return hashlib.sha256(self._raw).hexdigest()

    @property
    def raw(self) -> bytes:
        """The 32 raw bytes."""
        return self._raw

    @property
    def text(self) -> str:
        """The raw bytes as Base64."""
        return base64.b64encode(self._raw).decode("ascii")

    def pem(self) -> bytes:
        """The key as PEM SubjectPublicKeyInfo."""
        # Late for start-up, as in from_pem.
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        return self._loaded().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def verifies(self, data: bytes, signature: str) -> bool:
        """Whether ``signature`` (Base64) over ``data`` was made by this key's owner."""
        # Late for start-up, as in from_pem.
        from cryptography.exceptions import InvalidSignature

        try:
            self._loaded().verify(base64.b64decode(signature, validate=True), data)
        except (InvalidSignature, binascii.Error, ValueError):
            return False
        return True

    def _loaded(self) -> Ed25519PublicKey:
        if self._key is None:
            # Late for start-up, as in from_pem.
            from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

            self._key = Ed25519PublicKey.from_public_bytes(self._raw)
        return self._key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, VerifyKey) and other.raw == self._raw

    def __hash__(self) -> int:
        return hash(self._raw)

    def __repr__(self) -> str:
        return f"VerifyKey({self.id})"


class SigningKey:
    """A private key: signs. Never printed, never logged; kept in the keyring or outside."""

    def __init__(self, raw: bytes) -> None:
        """Take the 32 raw bytes of the private key; raises ``UserError`` if there are not 32."""
        # Late for start-up, as in VerifyKey.from_pem.
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        if len(raw) != 32:
            raise _not_a_key()
        self._key: Ed25519PrivateKey = Ed25519PrivateKey.from_private_bytes(raw)
        self.verify_key = VerifyKey(self._key.public_key().public_bytes_raw())

    @classmethod
    def generate(cls) -> SigningKey:
        """A new key from the operating system's random source."""
        # Late for start-up, as in VerifyKey.from_pem.
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def from_pem(cls, pem: bytes) -> SigningKey:
        """The key in an unencrypted PEM PKCS #8; raises ``UserError`` on anything else."""
        # Late for start-up, as in VerifyKey.from_pem.
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        try:
            key = load_pem_private_key(pem, password=None)
        except (ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise _not_a_key() from error
        if not isinstance(key, Ed25519PrivateKey):
            raise _not_a_key()
        return cls(key.private_bytes_raw())

    @classmethod
    def from_file(cls, path: Path) -> SigningKey:
        """The key in the PEM file at ``path``; raises ``UserError`` if it cannot be read."""
        try:
            return cls.from_pem(path.read_bytes())
        except OSError as error:
            raise UserError(
                "key.file",
                f"密钥文件无法读取：{path.name}。",
                safe="未作任何更改。",
                mend="请检查路径和读取权限。",
                facts={"file": path.name},
            ) from error

    @property
    def id(self) -> str:
        """The id of the pair: that of its public key."""
        return self.verify_key.id

    @property
    def raw(self) -> bytes:
        """The 32 raw private bytes, for the keyring only."""
        return self._key.private_bytes_raw()

    def pem(self) -> bytes:
        """The private key as unencrypted PEM PKCS #8."""
        # Late for start-up, as in VerifyKey.from_pem.
        from cryptography.hazmat.primitives.serialization import (
            Encoding,
            NoEncryption,
            PrivateFormat,
        )

        return self._key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    def sign(self, data: bytes) -> str:
        """The signature over ``data`` as Base64."""
        return base64.b64encode(self._key.sign(data)).decode("ascii")

    def __repr__(self) -> str:
        return f"SigningKey({self.id})"


def _not_a_key() -> UserError:
    return UserError(
        "key.form",
        "这不是有效的 Ed25519 密钥。",
        safe="未作任何更改。",
        mend="请换用本系统生成的密钥文件（PEM）。",
    )
