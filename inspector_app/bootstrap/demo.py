"""``inspector-app demo``: a made-up bureau in a folder, and the window enrolled against it."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector_app.bootstrap.demo_office import (
    DemoSecrets,
    enrol_demo_laptop,
    enrolment_codes,
    seed_demo_server,
)
from inspector_app.bootstrap.laptop import ENROLMENT, laptop_secrets
from inspector_app.bootstrap.window import show
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.domain.officer import Role
from inspector_app.domain.ports import SecretStore
from inspector_app.wordings import Voice

__all__ = ["run_demo"]

PEOPLE = {"laptop": (Role.OFFICER, "officer-1"), "desk": (Role.SUPERVISOR, "officer-9")}
PORT = "port"


def run_demo(
    folder: Path | None, *, offscreen: bool, output: Path, language: str, supervisor: bool
) -> int:
    """Set the bureau up, then open the window, or walk a visit offscreen and write what came of it.

    A folder is kept and may be used again where the system has a keyring; without one the keys
    live only as long as the demonstration, and so does its data.
    """
    # Late: the server's client side is needed for the demonstration only.
    from inspector_app.server.embedded import EmbeddedServer

    if offscreen:
        # Before the bureau is set up: the walk takes half a minute.
        _require_writable(output)
    voice = Voice(language)
    with _root(folder, voice) as (root, lasting):
        _seed(root / "server")
        new = [name for name in PEOPLE if not (root / name / ENROLMENT).exists()]
        codes = enrolment_codes(root / "server", [PEOPLE[name] for name in new])
        port = root / PORT
        known = int(port.read_text("ascii")) if port.exists() else 0
        with EmbeddedServer(root / "server", port=known) as server:
            port.write_text(server.url.rsplit(":", 1)[1].strip("/"), encoding="ascii")
            stores: dict[str, SecretStore] = {
                name: laptop_secrets(root / name) if lasting else DemoSecrets() for name in PEOPLE
            }
            for name, code in zip(new, codes, strict=True):
                enrol_demo_laptop(root / name, server.url, code, stores[name])
            if offscreen:
                from inspector_app.bootstrap.demo_tour import walk  # late: only without a display

                os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
                written = walk(root, stores, output, language)
                print(  # noqa: T201 - a command line
                    voice.say(
                        "demo.offscreen",
                        "没有打开窗口：已在后台走完一次检查，结果在 {output}（{count} 个文件）。",
                        output=str(output),
                        count=written,
                    )
                )
                return 0
            name = "desk" if supervisor else "laptop"
            return show(root / name, stores[name], language=language)


def _require_writable(output: Path) -> None:
    """``EnvironmentFault`` unless files can be written into ``output``, which is made if need be."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=output):
            pass
    except OSError as error:
        raise EnvironmentFault(
            "demo.output",
            f"结果不能写到“{output}”：不是文件夹，或者没有写入权限。",
            safe="演示没有开始，未作任何更改。",
            mend="请用 --output 另指一个可以写入的文件夹。",
            facts={"folder": str(output)},
        ) from error


def _seed(server: Path) -> None:
    """Fill the server's folder unless it is filled; one that was half filled is filled anew."""
    if server.exists():
        return
    part = server.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    seed_demo_server(part, ())
    part.rename(server)


@contextmanager
def _root(folder: Path | None, voice: Voice) -> Iterator[tuple[Path, bool]]:
    if folder is not None and (_keyring_works() or (folder / "laptop" / ENROLMENT).exists()):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise EnvironmentFault(
                "demo.folder",
                f"演示数据不能放在“{folder}”：不是文件夹，或者没有写入权限。",
                safe="演示没有开始，未作任何更改。",
                mend="请用 --folder 另指一个文件夹，或者不用 --folder。",
                facts={"folder": str(folder)},
            ) from error
        yield folder.resolve(), True
        return
    if folder is not None:
        print(  # noqa: T201 - as above
            voice.say(
                "demo.no_keyring",
                "系统没有密钥环，密钥无处保存：演示数据不放在 {folder}，而放在临时目录，结束时清除。",
                folder=str(folder),
            ),
            file=sys.stderr,
        )
    with tempfile.TemporaryDirectory(prefix="inspector-demo-", ignore_cleanup_errors=True) as made:
        yield Path(made), False


def _keyring_works() -> bool:
    from inspector_app.trust.secrets import describe_backend  # late: keyring costs 60 ms

    try:
        describe_backend()
    except EnvironmentFault:
        return False
    return True
