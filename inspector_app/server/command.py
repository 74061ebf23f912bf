"""``inspector-app server``: run it, issue codes, revoke devices, look at alarms."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from inspector_app.domain.errors import EnvironmentFault, InspectorError, UserError
from inspector_app.domain.officer import Officer, Role
from inspector_app.server.options import Parser, parser, settings
from inspector_app.server.server_log import log_mistake
from inspector_app.server.settings import ServerSettings

if TYPE_CHECKING:
    from inspector_app.server.books import Books
    from inspector_app.server.storage.devices import Device

__all__ = ["main", "run"]

DONE = 0
REFUSED = 1
OUR_MISTAKE = 3


def main(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code; an error is one line on stderr.

    0: done. 1: refused. 2: wrong usage. 3: a mistake of ours, of which the log says more.
    """
    for stream in (sys.stdout, sys.stderr):
        # A pipe that is not UTF-8 (Windows) must not end a command over one character.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    options = _options(arguments, Parser)
    try:
        code = _carry_out(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return DONE
    except BrokenPipeError:
        # Whoever read our lines has left; the interpreter must not complain when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except InspectorError as error:
        _say(str(error))
        return REFUSED
    except Exception as error:  # noqa: BLE001 - nobody is shown a traceback
        _say(_mistake(error, options.folder))
        return OUR_MISTAKE
    return code


def _say(what: str) -> None:
    print(f"inspector-app server: {what}", file=sys.stderr)  # noqa: T201 - a command line


def _mistake(error: Exception, folder: Path) -> str:
    said = "服务器程序出现了意外错误。已保存的数据没有丢失。"
    log = log_mistake(error, folder)
    if log is None:
        return f"{said}没有写成日志，错误是 {type(error).__name__}。"
    return f"{said}请把日志 {log} 交给技术人员。"


def run(
    arguments: Sequence[str], reader: Callable[..., argparse.ArgumentParser] | None = None
) -> int:
    """The same, with every error raised as it came.

    ``reader`` makes the parser that refuses wrong usage, in Chinese unless given.
    """
    return _carry_out(_options(arguments, reader or Parser))


def _options(
    arguments: Sequence[str], reader: Callable[..., argparse.ArgumentParser]
) -> argparse.Namespace:
    # Intermixed: the file may stand before or after the options.
    return parser(reader, _ACTIONS).parse_intermixed_args(arguments)


def _carry_out(options: argparse.Namespace) -> int:
    try:
        return _ACTIONS[options.action](options)
    except KeyboardInterrupt:
        return 0
    except EnvironmentFault as fault:
        if fault.code == "server.database":
            raise _no_database() from fault
        raise


def _run(options: argparse.Namespace) -> int:
    # Litestar and uvicorn take 0.5 s to import; --help need not wait for them.
    from inspector_app.server.running import serve

    serve(settings(options), sys.stdout, sys.stdin if options.with_parent else None)
    return 0


def _no_database() -> EnvironmentFault:
    # Requests are told the same fault in the laptop's words, and laptops do try again.
    return EnvironmentFault(
        "server.database_away",
        "连不上服务器的数据库，或者数据库没有应答。",
        safe="命令没有完成，已保存的数据未受影响。",
        mend="程序不会自动重试：请确认数据库正在运行，核对 --database 中的主机、端口、用户和库名，"
        "以及密码，然后重新执行。",
    )


def _code(options: argparse.Namespace) -> int:
    # Late, as in _run: SQLAlchemy and Alembic.
    from inspector_app.server.books import open_books
    from inspector_app.server.enrolment import issue_code
    from inspector_app.server.storage.feed import officers

    books = open_books(settings(options))
    try:
        role = Role.SUPERVISOR if options.supervisor else Role.OFFICER
        if options.supervisor:
            with books.database.read() as connection:
                _require_supervisor(officers(connection), options.supervisor)
        print(issue_code(books, role, options.supervisor or ""))  # noqa: T201 - a command line
    finally:
        books.close()
    return 0


def _require_supervisor(people: Iterable[Officer], wanted: str) -> None:
    if wanted not in {one.id for one in people if one.role is Role.SUPERVISOR}:
        raise UserError(
            "server.supervisor_unknown",
            f"没有编号为 {wanted} 的审核人员。",
            safe="没有发放登记码。",
            mend="请核对人员编号；人员名单由单位的数据导入。",
            facts={"officer": wanted},
        )


def _devices(options: argparse.Namespace) -> int:
    # Late, as in _code.
    from inspector_app.server.books import open_books
    from inspector_app.server.storage.devices import every_device
    from inspector_app.trust.signing import VerifyKey

    books = open_books(settings(options))
    try:
        with books.database.read() as connection:
            for device in every_device(connection):
                name, key = _on_one_line(device.name), VerifyKey.from_text(device.public_key)
                told = (device.id, device.role.value, _state(device), device.seen_at)
                print(*told, key.fingerprint, name)  # noqa: T201 - a command line
    finally:
        books.close()
    return 0


def _state(device: Device) -> str:
    if not device.revoked:
        return "active"
    if not device.wipe:
        return "revoked"
    return "wiped" if device.wiped_at else "to-be-wiped"


def _revoke(options: argparse.Namespace) -> int:
    # Late, as in _code.
    from inspector_app.server.books import open_books
    from inspector_app.server.storage.devices import revoke

    if not options.device:
        raise UserError(
            "server.device_missing",
            "没有说明撤销哪台设备。",
            safe="未作任何更改。",
            mend="请用 --device 指定设备编号；devices 列出全部设备。",
        )
    books = open_books(settings(options))
    try:
        with books.database.write() as connection:
            known = revoke(connection, options.device, books.at(), wipe=options.wipe)
    finally:
        books.close()
    if not known:
        raise UserError(
            "server.device_unknown",
            f"没有设备 {options.device}。",
            mend="请用 devices 列出全部设备，核对编号。",
            facts={"device": options.device},
        )
    return 0


def _alarms(options: argparse.Namespace) -> int:
    # Late, as in _code.
    from inspector_app.server.books import open_books
    from inspector_app.server.storage.devices import alarms_raised

    books = open_books(settings(options))
    try:
        with books.database.read() as connection:
            for alarm in alarms_raised(connection):
                print(*map(_on_one_line, alarm))  # noqa: T201 - a command line
    finally:
        books.close()
    return 0


_IMPORTED = {
    "authority": "机关",
    "people": "人员",
    "enterprises": "主体",
    "tasks": "任务",
    "numbers": "文号",
}
_FATES = {"new": "新增", "changed": "更新", "same": "未变", "done": "已完成、未再下发"}
_LARGEST_FILE = 500_000_000


def _import(options: argparse.Namespace) -> int:
    # Late, as in _code.
    from inspector_app.server.bureau_file import read_bureau
    from inspector_app.server.bureau_import import import_bureau
    from inspector_app.server.bureau_problems import MOST_SHOWN, RefusedFile
    from inspector_app.server.bureau_table import read_table

    path, data = _file_to_import(options.file)
    read = read_table if path.suffix.lower() == ".csv" else read_bureau
    try:
        told = read(data)
        with _books_to_fill(options) as books:
            imported = import_bureau(books, told, check=options.check)
    except RefusedFile as refused:
        for problem in refused.problems[:MOST_SHOWN]:
            print(_on_one_line(f"{path.name} {problem}"), file=sys.stderr)  # noqa: T201
        raise UserError(
            "server.import",
            f"文件 {path.name} 有 {len(refused.problems)} 处问题，没有导入任何内容。",
            safe="服务器数据未被改动。",
            mend="请按上面所列逐处修改后重新导入。",
            facts={"file": path.name, "count": len(refused.problems)},
        ) from None
    for kind, counts in imported.counts.items():
        said = "，".join(f"{_FATES[fate]} {count}" for fate, count in counts.items())
        print(f"{_IMPORTED[kind]}：{said}")  # noqa: T201 - a command line
    if options.check:
        print("仅检查，没有写入。")  # noqa: T201 - a command line
    return 0


@contextmanager
def _books_to_fill(options: argparse.Namespace) -> Iterator[Books]:
    """The server's books; those of a server that does not exist yet are only made to be kept."""
    from inspector_app.server.books import make_books, open_books  # late, as in _code

    told = settings(options)
    with TemporaryDirectory() as passing:
        try:
            books = open_books(told) if options.check else make_books(told)
        except UserError as error:
            if error.code != "server.none":
                raise
            books = make_books(ServerSettings(Path(passing)))
        try:
            yield books
        finally:
            books.close()


def _file_to_import(path: Path | None) -> tuple[Path, bytes]:
    if path is None:
        raise UserError(
            "server.import_missing",
            "没有说明导入哪个文件。",
            safe="未作任何更改。",
            mend="用法：inspector-app server --folder DATA import FILE.json（或 FILE.csv）。",
        )
    try:
        if path.stat().st_size <= _LARGEST_FILE:
            return path, path.read_bytes()
    except OSError:
        pass
    raise UserError(
        "server.import_file",
        f"读不到文件 {path.name}，或文件超过 {_LARGEST_FILE // 1_000_000} MB。",
        safe="未作任何更改。",
        mend="请核对路径和读取权限；过大的登记表请分成几个文件导入。",
        facts={"file": path.name, "megabytes": _LARGEST_FILE // 1_000_000},
    )


def _on_one_line(text: str) -> str:
    """What a device said of itself, without line ends and terminal escapes."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


_ACTIONS = {
    "run": _run,
    "code": _code,
    "devices": _devices,
    "revoke": _revoke,
    "alarms": _alarms,
    "import": _import,
}
