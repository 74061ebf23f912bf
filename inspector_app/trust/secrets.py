"""Secrets in the system's keyring (Windows Credential Locker, macOS Keychain, Secret Service).

There is no fallback to a plain file: a laptop without a keyring does not start to record, since a
key that lies beside its lock protects nobody.
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from inspector_app.domain.errors import EnvironmentFault

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

__all__ = ["KeyringSecrets", "describe_backend"]

_SERVICE = "inspector-app"
# keyring's own package for files without encryption, and the null backend that forgets.
_NO_PROTECTION = ("keyrings.alt.file.PlaintextKeyring", "keyring.backends.null.Keyring")


class KeyringSecrets:
    """The ``SecretStore`` port over the keyring.

    ``profile`` keeps databases of one user apart (the demonstration beside the real one).
    """

    def __init__(self, profile: str = "default") -> None:
        self._service = f"{_SERVICE}/{profile}"

    def get(self, name: str) -> bytes | None:
        """The secret, or None if there is none; ``EnvironmentFault`` if the keyring fails."""
        # keyring looks for backends when imported (60 ms): loaded at the first secret.
        from keyring.errors import KeyringError

        backend = _backend()
        try:
            text = backend.get_password(self._service, name)
        except KeyringError as error:
            raise _locked() from error
        if text is None:
            return None
        try:
            return base64.b64decode(text, validate=True)
        except binascii.Error as error:
            raise _damaged(name) from error

    def set(self, name: str, secret: bytes) -> None:
        """Keep the secret; raises ``EnvironmentFault`` if it is not there when read again."""
        # Late for start-up, as in get.
        from keyring.errors import KeyringError

        backend = _backend()
        text = base64.b64encode(secret).decode("ascii")
        try:
            backend.set_password(self._service, name, text)
            kept = backend.get_password(self._service, name)
        except KeyringError as error:
            raise _locked() from error
        if kept != text:
            # Some backends truncate or drop a secret without a word; a lost database key is fatal.
            raise _damaged(name)

    def delete(self, name: str) -> None:
        """Forget the secret; no error if there is none."""
        # Late for start-up, as in get.
        from keyring.errors import KeyringError, PasswordDeleteError

        backend = _backend()
        try:
            backend.delete_password(self._service, name)
        except PasswordDeleteError:
            if backend.get_password(self._service, name) is not None:
                raise _locked() from None
        except KeyringError as error:
            raise _locked() from error


def describe_backend() -> str:
    """The keyring in use by name, for ``doctor``; ``EnvironmentFault`` if there is none."""
    return _name(_backend())


def _backend() -> KeyringBackend:
    # Late for start-up, as in KeyringSecrets.get.
    import keyring
    from keyring.backends import fail

    backend = keyring.get_keyring()
    if isinstance(backend, fail.Keyring) or _offers_no_protection(backend):
        raise EnvironmentFault(
            "keyring.none",
            "本机没有可用的系统密钥环，不能安全保存密钥。",
            safe="没有以明文保存任何密钥。",
            mend="Windows、macOS 自带密钥环；UOS、麒麟请安装并解锁 GNOME Keyring 或 KWallet 后重试。",
            facts={"backend": _name(backend)},
        )
    return backend


def _offers_no_protection(backend: KeyringBackend) -> bool:
    # The chainer holds several backends and takes the first: judge that one.
    first = next(iter(getattr(backend, "backends", ())), backend)
    return _name(first) in _NO_PROTECTION


def _name(backend: object) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _locked() -> EnvironmentFault:
    return EnvironmentFault(
        "keyring.locked",
        "系统密钥环没有响应或尚未解锁。",
        safe="数据仍以加密形式保存在本机。",
        mend="请解锁密钥环（重新登录系统）后重试。",
    )


def _damaged(name: str) -> EnvironmentFault:
    return EnvironmentFault(
        "keyring.damaged",
        "系统密钥环中的密钥读不出来或已被改动。",
        safe="数据仍以加密形式保存在本机。",
        mend="请联系信息化人员，用恢复密钥重新登记本机。",
        facts={"name": name},
    )
