"""``inspector-app server``: run it, issue codes, revoke devices, look at alarms."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import urlsplit

from inspector_app.domain.errors import EnvironmentFault, InspectorError, UserError
from inspector_app.domain.officer import Officer, Role
from inspector_app.server.settings import ServerSettings
from inspector_app.wordings import usage_in_chinese

if TYPE_CHECKING:
    from inspector_app.server.books import Books
    from inspector_app.server.storage.devices import Device

__all__ = ["DATABASE_VARIABLE", "main", "run"]

DATABASE_VARIABLE = "INSPECTOR_DATABASE"
"""The environment variable that may hold the database's address, password included."""


def main(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code; an error is one line on stderr."""
    try:
        return run(arguments)
    except InspectorError as error:
        print(f"inspector-app server: {error}", file=sys.stderr)  # noqa: T201 - a command line
        return 1


def run(
    arguments: Sequence[str], reader: Callable[..., argparse.ArgumentParser] | None = None
) -> int:
    """The same, with errors raised as ``InspectorError``.

    ``reader`` makes the parser that refuses wrong usage, in Chinese unless given.
    """
    # Intermixed: the file may stand before or after the options.
    options = _parser(reader or _Parser).parse_intermixed_args(arguments)
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

    serve(_settings(options), sys.stdout, sys.stdin if options.with_parent else None)
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

    books = open_books(_settings(options))
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

    books = open_books(_settings(options))
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
    books = open_books(_settings(options))
    try:
        with books.database.write() as connection:
            known = revoke(connection, options.device, books.at(), wipe=options.wipe)
    finally:
        books.close()
    if not known:
        raise UserError(
            "server.device_unknown",
            f"没有设备 {options.device}。",
            facts={"device": options.device},
        )
    return 0


def _alarms(options: argparse.Namespace) -> int:
    # Late, as in _code.
    from inspector_app.server.books import open_books
    from inspector_app.server.storage.devices import alarms_raised

    books = open_books(_settings(options))
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

    settings = _settings(options)
    with TemporaryDirectory() as passing:
        try:
            books = open_books(settings) if options.check else make_books(settings)
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


def _settings(options: argparse.Namespace) -> ServerSettings:
    folder: Path = options.folder
    return ServerSettings(
        folder=folder,
        host=options.host,
        port=options.port,
        database_url=_database_url(options.database),
        database_password=_database_password(options.database_password_file),
        database_key=_database_key(options.database_key_file),
        tls_certificate=_present(options.tls_certificate),
        tls_key=_present(options.tls_key),
        reserve_bytes=options.reserve * 1_000_000,
    )


def _database_url(told: str) -> str:
    try:
        password = urlsplit(told).password
    except ValueError:
        # No address; that is said where it is used.
        password = None
    if password:
        raise UserError(
            "server.database_password",
            "命令行中的数据库地址含有密码，本机其他用户可从进程列表看到。",
            safe="服务器没有启动，密码没有被使用。",
            mend=f"请把地址放入环境变量 {DATABASE_VARIABLE}，"
            "或用 --database-password-file 指定密码文件。",
            facts={"variable": DATABASE_VARIABLE},
        )
    return told or os.environ.get(DATABASE_VARIABLE, "")


def _database_password(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise UserError(
                "server.password_mode",
                f"数据库密码文件 {path.name} 可被其他用户读取。",
                safe="服务器没有启动。",
                mend=f"请执行 chmod 600 {path.name} 后重试。",
                facts={"file": path.name},
            )
        password = path.read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        password = ""
    if not password:
        raise UserError(
            "server.password_file",
            f"读不到数据库密码文件 {path.name}。",
            safe="服务器没有启动。",
            mend="文件应只含密码一行（UTF-8），请核对路径和读取权限。",
            facts={"file": path.name},
        )
    return password


def _database_key(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError):
        key = b""
    if len(key) != 32:
        raise UserError(
            "server.key_file",
            f"读不到服务器数据库的密钥：{path.name}。",
            safe="服务器没有启动，数据库未被改动。",
            mend="密钥文件应为 64 位十六进制数字，请核对路径和读取权限。",
            facts={"file": path.name},
        )
    return key


def _present(path: Path | None) -> Path | None:
    if path is not None and not path.is_file():
        raise UserError(
            "server.tls_file",
            f"找不到证书或私钥文件 {path.name}。",
            safe="服务器没有启动。",
            mend="请核对 --tls-certificate 和 --tls-key。",
            facts={"file": path.name},
        )
    return path


class _Parser(argparse.ArgumentParser):
    """Refuses in one line, as every other command does."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and leave."""
        said = usage_in_chinese(" ".join(message.split()))
        self.exit(2, f"{self.prog}: {said}。运行 {self.prog} --help 查看用法。\n")


def _parser(reader: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = reader(prog="inspector-app server", description="单位服务器")
    parser.add_argument(
        "action",
        nargs="?",
        choices=tuple(_ACTIONS),
        default="run",
        help="run 运行（默认）；code 发放登记码；devices 列出设备；revoke 撤销设备；alarms 列出告警；"
        "import 导入单位数据",
    )
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="import：单位数据 .json，或主体表 .csv"
    )
    parser.add_argument("--check", action="store_true", help="import：只检查，不写入")
    parser.add_argument("--folder", type=Path, required=True, help="数据目录")
    parser.add_argument(
        "--database",
        default="",
        metavar="URL",
        help="postgresql://用户@主机/库（不含密码），默认 SQLite；"
        f"也可用环境变量 {DATABASE_VARIABLE}，其中可含密码",
    )
    parser.add_argument(
        "--database-password-file", type=Path, metavar="FILE", help="只含数据库密码的文件（0600）"
    )
    parser.add_argument("--database-key-file", type=Path, help="SQLite 密钥文件（64 位十六进制）")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8443, help="0 为任意空闲端口")
    parser.add_argument("--tls-certificate", type=Path, metavar="PEM")
    parser.add_argument("--tls-key", type=Path, metavar="PEM")
    parser.add_argument(
        "--reserve", type=int, default=100, metavar="MB", help="磁盘保留空间，低于此值拒收（507）"
    )
    parser.add_argument("--with-parent", action="store_true", help="标准输入结束时退出")
    parser.add_argument("--supervisor", metavar="ID", help="code：该审核人员专用")
    parser.add_argument("--device", metavar="ID", help="revoke：设备编号")
    parser.add_argument("--wipe", action="store_true", help="revoke：并命令设备清除数据")
    return parser


_ACTIONS = {
    "run": _run,
    "code": _code,
    "devices": _devices,
    "revoke": _revoke,
    "alarms": _alarms,
    "import": _import,
}
