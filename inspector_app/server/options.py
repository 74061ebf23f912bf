"""The command line of ``inspector-app server``, and the settings that it tells."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from inspector_app.disk.access import open_to_others
from inspector_app.domain.errors import UserError
from inspector_app.server.settings import ServerSettings
from inspector_app.wordings import usage_in_chinese

__all__ = ["DATABASE_VARIABLE", "Parser", "parser", "settings"]

DATABASE_VARIABLE = "INSPECTOR_DATABASE"
"""The environment variable that may hold the database's address, password included."""


def settings(options: argparse.Namespace) -> ServerSettings:
    """The settings that a parsed command line names; ``UserError`` if a file it names is no use."""
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
        if open_to_others(path):
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


class Parser(argparse.ArgumentParser):
    """Refuses in one line, as every other command does."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and leave."""
        said = usage_in_chinese(" ".join(message.split()))
        self.exit(2, f"{self.prog}: {said}。运行 {self.prog} --help 查看用法。\n")


def parser(
    reader: Callable[..., argparse.ArgumentParser], actions: Iterable[str]
) -> argparse.ArgumentParser:
    """The command line's parser, made by ``reader``; the first of ``actions`` is meant if none is told."""
    made = reader(prog="inspector-app server", description="单位服务器")
    made.add_argument(
        "action",
        nargs="?",
        choices=tuple(actions),
        default="run",
        help="run 运行（默认）；code 发放登记码；devices 列出设备；revoke 撤销设备；alarms 列出告警；"
        "import 导入单位数据",
    )
    made.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="import：单位数据 .json，或主体表 .csv"
    )
    made.add_argument("--check", action="store_true", help="import：只检查，不写入")
    made.add_argument("--folder", type=Path, required=True, help="数据目录")
    made.add_argument(
        "--database",
        default="",
        metavar="URL",
        help="postgresql://用户@主机/库（不含密码），默认 SQLite；"
        f"也可用环境变量 {DATABASE_VARIABLE}，其中可含密码",
    )
    made.add_argument(
        "--database-password-file", type=Path, metavar="FILE", help="只含数据库密码的文件（0600）"
    )
    made.add_argument("--database-key-file", type=Path, help="SQLite 密钥文件（64 位十六进制）")
    made.add_argument("--host", default="127.0.0.1")
    made.add_argument("--port", type=int, default=8443, help="0 为任意空闲端口")
    made.add_argument("--tls-certificate", type=Path, metavar="PEM")
    made.add_argument("--tls-key", type=Path, metavar="PEM")
    made.add_argument(
        "--reserve", type=int, default=100, metavar="MB", help="磁盘保留空间，低于此值拒收（507）"
    )
    made.add_argument("--with-parent", action="store_true", help="标准输入结束时退出")
    made.add_argument("--supervisor", metavar="ID", help="code：该审核人员专用")
    made.add_argument("--device", metavar="ID", help="revoke：设备编号")
    made.add_argument("--wipe", action="store_true", help="revoke：并命令设备清除数据")
    return made
