"""The server's signing key: receipts and every other reply are signed with it."""

from __future__ import annotations

import os
from pathlib import Path

from inspector_app.domain.errors import UserError
from inspector_app.server.durable import sync_file, sync_folder
from inspector_app.trust.signing import SigningKey

__all__ = ["load_key"]


def load_key(path: Path) -> SigningKey:
    """The key in ``path``, made there on the first start, readable by the owner alone.

    A file and not the keyring: a server starts with nobody logged in, when no keyring is open.
    Laptops pin the public key at enrolment, so the file belongs into every backup.
    """
    if path.exists():
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise UserError(
                "server.key_mode",
                f"服务器签名密钥文件 {path.name} 可被其他用户读取。",
                safe="服务器没有启动。",
                mend=f"请执行 chmod 600 {path.name} 后重新启动。",
                facts={"file": path.name},
            )
        return SigningKey.from_file(path)
    key = SigningKey.generate()
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(key.pem())
        file.flush()
        sync_file(file.fileno())
    part.replace(path)
    # A laptop pins the key at once: one that a power cut takes back would lock out every laptop.
    sync_folder(path.parent)
    return key
