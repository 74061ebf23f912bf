"""A print server of one's own: cupsd in a folder, with one queue that keeps what reaches it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["PrintServer", "print_server", "why_not"]

_CONF = """
Listen {run}/cups.sock
LogLevel warn
PreserveJobFiles Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """
ServerRoot {root}
StateDir {run}
RequestRoot {spool}
CacheDir {cache}
TempDir {temp}
AccessLog {log}/access
ErrorLog {log}/error
PageLog {log}/page
FileDevice Yes
"""
_SYSTEM_PATHS = "/usr/sbin:/usr/bin:/sbin:/bin"


def why_not() -> str:
    """What is missing to start a print server by hand, or nothing."""
    programs = {"cupsd": "cups-daemon", "lpadmin": "cups-client", "lpstat": "cups-client"}
    lacking = {
        package for name, package in programs.items() if not shutil.which(name, path=_SYSTEM_PATHS)
    }
    return f"CUPS: {', '.join(sorted(lacking))} is not installed" if lacking else ""


@dataclass(frozen=True)
class PrintServer:
    """A running cupsd. ``environment`` makes CUPS clients talk to it and to no other."""

    folder: Path
    environment: Mapping[str, str]

    def add_queue(self, name: str, output: Path) -> None:
        """A queue that writes what it is given to ``output``, unfiltered."""
        self.run("lpadmin", "-p", name, "-E", "-v", f"file:{output}", "-m", "raw")

    def run(self, program: str, *arguments: str) -> str:
        """Run one of CUPS' own commands against this server."""
        found = shutil.which(program, path=_SYSTEM_PATHS)
        assert found, f"{program} is not installed"
        done = subprocess.run(
            [found, *arguments], env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def files_of_jobs(self) -> list[Path]:
        """What was handed in, as it was handed in, one file a job."""
        return sorted((self.folder / "spool").glob("d*-001"))


@contextmanager
def print_server() -> Iterator[PrintServer]:
    """Run cupsd until the block ends. Its folder is short: a socket's path may have 107 bytes."""
    with tempfile.TemporaryDirectory(prefix="cups-") as name:
        folder = Path(name)
        places = {part: folder / part for part in ("root", "run", "spool", "cache", "temp", "log")}
        for place in places.values():
            place.mkdir()
        folder.chmod(0o755)
        (places["root"] / "cupsd.conf").write_text(_CONF.format(**places), encoding="ascii")
        files = places["root"] / "cups-files.conf"
        files.write_text(_FILES.format(**places), encoding="ascii")
        socket = places["run"] / "cups.sock"
        environment = {**os.environ, "CUPS_SERVER": str(socket), "LC_ALL": "C.UTF-8"}
        daemon = shutil.which("cupsd", path=_SYSTEM_PATHS)
        assert daemon, "cupsd is not installed"
        command = [daemon, "-f", "-c", str(places["root"] / "cupsd.conf"), "-s", str(files)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            try:
                _await_socket(socket, run)
                yield PrintServer(folder, environment)
            finally:
                run.terminate()
                run.wait()


def _await_socket(socket: Path, run: subprocess.Popen[bytes]) -> None:
    lpstat = shutil.which("lpstat", path=_SYSTEM_PATHS)
    assert lpstat
    environment = {**os.environ, "CUPS_SERVER": str(socket), "LC_ALL": "C"}
    while run.poll() is None:
        # Each question takes its time; asking again is the wait.
        said = subprocess.run(
            [lpstat, "-r"], env=environment, capture_output=True, text=True, check=False
        )
        if "scheduler is running" in said.stdout:
            return
    raise AssertionError(f"cupsd ended with {run.returncode}")
