"""The server's signing key: receipts and every other reply are signed with it."""

from __future__ import annotations

from pathlib import Path

from inspector_app.disk.access import open_to_others
from inspector_app.disk.durable import write_whole
from inspector_app.domain.errors import UserError
from inspector_app.trust.signing import SigningKey

__all__ = ["load_key"]


def load_key(path: Path) -> SigningKey:
    """The key in ``path``, made there on the first start, readable by the owner alone.

    A file and not the keyring: a server starts with nobody logged in, when no keyring is open.
    Laptops pin the public key at enrolment, so the file belongs into every backup.
    """
    if path.exists():
        if open_to_others(path):
            raise UserError(
                "server.key_mode",
                f"服务器签名密钥文件 {path.name} 可被其他用户读取。",
                safe="服务器没有启动。",
                mend=f"请执行 chmod 600 {path.name} 后重新启动。",
                facts={"file": path.name},
            )
        return SigningKey.from_file(path)
    key = SigningKey.generate()
    # A laptop pins the key at once: one that a power cut takes back would lock out every laptop.
    write_whole(path, [key.pem()])
    return key
