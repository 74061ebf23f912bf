"""What lies in a laptop's folder before anything is opened: the enrolment, the profile, trusted issuers.

Kept apart from :mod:`inspector_app.bootstrap.laptop` because the window stands on the screen
before that is loaded.
"""

from __future__ import annotations

from pathlib import Path

from inspector_app.disk.durable import make_folder, write_whole
from inspector_app.trust.secrets import KeyringSecrets

__all__ = [
    "BUREAU_CA",
    "ENROLMENT",
    "PROFILE",
    "ROOTS",
    "WIPE_ORDERED",
    "default_folder",
    "known_roots",
    "laptop_secrets",
    "write_private",
]

ENROLMENT = "enrolment.json"
PROFILE = "profile"
ROOTS = "officer-roots.pem"
BUREAU_CA = "bureau-ca.pem"
"""The certificate that the bureau's own authority vouches for its server with."""
WIPE_ORDERED = "wipe-ordered"
"""There while the order to wipe this laptop is being carried out, see :mod:`.wiping`."""


def default_folder() -> Path:
    """Where this user's data lies unless told otherwise."""
    import platformdirs  # late: asked for only without --folder

    return Path(platformdirs.user_data_dir("inspector-app", appauthor=False))


def known_roots(folder: Path) -> tuple[Path, ...]:
    """The certificates of issuers that the bureau trusts, if this laptop was given any (PEM)."""
    path = folder / ROOTS
    return (path,) if path.is_file() else ()


def laptop_secrets(folder: Path) -> KeyringSecrets:
    """The keyring's entries that belong to this folder's database."""
    path = folder / PROFILE
    if not path.exists():
        import secrets as entropy  # late: once in a laptop's life

        write_private(path, entropy.token_hex(8).encode())
    return KeyringSecrets(path.read_text(encoding="ascii").strip())


def write_private(path: Path, data: bytes) -> None:
    """Write a small file wholly or not at all, also after a power cut, for this user alone.

    Its folder is made where there is none. Raises ``EnvironmentFault`` if the disk refuses.
    """
    from inspector_app.storage.faults import disk_errors  # late: only enrolling and wiping write

    with disk_errors():
        make_folder(path.parent)
        write_whole(path, [data])
