"""What lies in a laptop's folder before anything is opened: the enrolment, the profile, trusted issuers.

Kept apart from :mod:`inspector_app.bootstrap.laptop` because the window stands on the screen
before that is loaded.
"""

from __future__ import annotations

from pathlib import Path

from inspector_app.trust.secrets import KeyringSecrets

__all__ = ["ENROLMENT", "PROFILE", "ROOTS", "default_folder", "known_roots", "laptop_secrets"]

ENROLMENT = "enrolment.json"
PROFILE = "profile"
ROOTS = "officer-roots.pem"


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

        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(entropy.token_hex(8), encoding="ascii")
    return KeyringSecrets(path.read_text(encoding="ascii").strip())
