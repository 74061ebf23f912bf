"""Where the files beside the code are: fonts, icons, form packs.

One lookup serves the three ways the application is laid out: a wheel or a
PyInstaller bundle carries `resources/` and `forms/` in `inspector_app/_data/`;
a checkout (and the editable install of one) has them beside the package.
"""

from pathlib import Path

__all__ = ["forms_dir", "resources_dir"]

_PACKAGE = Path(__file__).resolve().parent


def resources_dir() -> Path:
    """Give the folder that holds `fonts/`, `icons/` and the like, as an absolute path.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    return _data_dir("resources", package=_PACKAGE)


def forms_dir() -> Path:
    """Give the folder that holds the form packs delivered with the application.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    return _data_dir("forms", package=_PACKAGE)


def _data_dir(name: str, *, package: Path) -> Path:
    for candidate in (package / "_data" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    message = f"the installation is incomplete: no folder {name!r} with or beside {package}"
    raise FileNotFoundError(message)
