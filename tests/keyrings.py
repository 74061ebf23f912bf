"""Keyrings for tests: the real one of this machine is never touched."""

import hashlib
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

__all__ = ["FOLDER_VARIABLE", "FolderKeyring", "MemoryKeyring"]

FOLDER_VARIABLE = "INSPECTOR_TEST_KEYRING"


class MemoryKeyring(KeyringBackend):
    """Secrets that last as long as the object."""

    # Zero or less: never chosen by keyring itself, only where a test sets it.
    priority = -1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring leaves it untyped
        self._secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self._secrets.pop((service, username), None) is None:
            message = f"no secret for {service}"
            raise PasswordDeleteError(message)


class FolderKeyring(KeyringBackend):
    """Secrets in plain files, for child processes that are killed and started again.

    The child is started with `PYTHON_KEYRING_BACKEND=tests.keyrings.FolderKeyring` and the folder
    in `INSPECTOR_TEST_KEYRING`.
    """

    priority = -1

    def get_password(self, service: str, username: str) -> str | None:
        file = self._file(service, username)
        return file.read_text(encoding="utf-8") if file.exists() else None

    def set_password(self, service: str, username: str, password: str) -> None:
        file = self._file(service, username)
        file.parent.mkdir(parents=True, exist_ok=True)
        # A kill between the two lines must leave the old secret or the new one, not half of one.
        part = file.with_suffix(f".{os.getpid()}")
        part.write_text(password, encoding="utf-8")
        part.replace(file)

    def delete_password(self, service: str, username: str) -> None:
        try:
            self._file(service, username).unlink()
        except FileNotFoundError as gone:
            message = f"no secret for {service}"
            raise PasswordDeleteError(message) from gone

    @staticmethod
    def _file(service: str, username: str) -> Path:
        name = hashlib.sha256(f"{service}\0{username}".encode()).hexdigest()
        return Path(os.environ[FOLDER_VARIABLE]) / f"{name}.secret"
