"""The encrypted record of a laptop, opened with the key that lies in the keyring."""

from __future__ import annotations

import secrets as entropy
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.errors import UserError
from inspector_app.domain.ports import SecretStore

if TYPE_CHECKING:
    from inspector_app.storage.laptop import LaptopStore

__all__ = ["DATABASE_KEY", "open_record"]

DATABASE_KEY = "database-key"
"""The keyring's name for the key of the record and the photos (32 raw bytes)."""
_KEY_BYTES = 32


def open_record(folder: Path, secrets: SecretStore, device: str) -> LaptopStore:
    """The record in ``folder``, made there the first time, its key too.

    Raises ``UserError`` if the key is wrong or lost, and what
    :func:`inspector_app.storage.open_store` raises.
    """
    from inspector_app.storage import open_store  # late: importing this module costs nothing

    return open_store(folder, _database_key(folder, secrets), device=device)


def _database_key(folder: Path, secrets: SecretStore) -> bytes:
    key = secrets.get(DATABASE_KEY)
    if key is not None:
        return key
    if (folder / "inspector.key-check").exists():
        raise UserError(
            "laptop.key_lost",
            "系统密钥环中没有本机数据库的密钥。",
            safe="数据库文件未被改动。",
            mend="请在原系统账户下打开，或者由管理员用托管的恢复密钥恢复。",
        )
    key = entropy.token_bytes(_KEY_BYTES)
    secrets.set(DATABASE_KEY, key)
    return key
