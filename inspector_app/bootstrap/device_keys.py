"""Which device a case is said to come from: known beforehand, or only by the case's own word."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import StrEnum
from pathlib import Path

from inspector_app.domain.errors import UserError
from inspector_app.trust.signing import VerifyKey

__all__ = ["KeyStanding", "fingerprint_of", "judge"]

_SHORT, _WHOLE = 16, 64
_BETWEEN = str.maketrans("", "", " :-\t")


class KeyStanding(StrEnum):
    """How the keys that signed a case are known."""

    KNOWN = "known"  # whoever verifies named them
    OTHER = "other"  # whoever verifies named others
    SELF_DECLARED = "self_declared"  # nobody was named: the case brought its own


def fingerprint_of(said: str) -> str:
    """The fingerprint that a person names a device's key by: 64 hexadecimal digits, or its first 16.

    ``said`` is such a fingerprint as ``server devices`` and the settings show it (blanks and colons
    do not count), or a file with the public key (PEM, or Base64 of its 32 bytes). Raises
    ``UserError`` for anything else.
    """
    digits = said.translate(_BETWEEN).lower()
    if re.fullmatch(rf"[0-9a-f]{{{_SHORT}}}|[0-9a-f]{{{_WHOLE}}}", digits):
        return digits
    try:
        content = Path(said).read_bytes()
    except (OSError, ValueError) as unreadable:
        raise _not_a_key(said) from unreadable
    try:
        if b"-----BEGIN" in content:
            return VerifyKey.from_pem(content).fingerprint
        return VerifyKey.from_text(content.decode("ascii").strip()).fingerprint
    except (UserError, UnicodeDecodeError) as other:
        raise _not_a_key(said) from other


def judge(signed_by: Collection[str], named: Sequence[str]) -> KeyStanding:
    """How the keys with the fingerprints ``signed_by`` stand to the fingerprints that were named."""
    if not named:
        return KeyStanding.SELF_DECLARED
    if signed_by and all(found.startswith(tuple(named)) for found in signed_by):
        return KeyStanding.KNOWN
    return KeyStanding.OTHER


def _not_a_key(said: str) -> UserError:
    return UserError(
        "verify.device_key",
        f"“{Path(said).name}”不是设备密钥的指纹，也不是公钥文件。",
        mend="请使用服务器 devices 命令或该设备“设置”中显示的指纹（16 或 64 位十六进制数字），或者公钥文件。",
        facts={"key": Path(said).name},
    )
