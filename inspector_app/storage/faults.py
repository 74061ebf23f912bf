"""What the database and the disk report, said so that a person knows what is safe and what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlcipher3 import dbapi2 as driver

from inspector_app.domain.errors import Defect, EnvironmentFault, InspectorError, UserError

__all__ = [
    "damaged",
    "disk_errors",
    "disk_fault",
    "in_use",
    "is_damage",
    "missing",
    "newer",
    "not_ours",
    "translated",
    "wrong_key",
]

# Primary result codes (sqlite.org/rescode.html); the low byte of what the driver reports.
_BUSY: Final = 5
_LOCKED: Final = 6
_READONLY: Final = 8
_IOERR: Final = 10
_CORRUPT: Final = 11
_FULL: Final = 13
_CANTOPEN: Final = 14
_CONSTRAINT: Final = 19
_NOTADB: Final = 26

_NOTHING_LOST = "已保存的记录都在磁盘上，没有丢失；刚才这一步没有写入。"
_UNTOUCHED = "数据库文件没有被改动。"


@contextmanager
def translated() -> Iterator[None]:
    """Errors of the driver inside leave as ``InspectorError``."""
    try:
        yield
    except InspectorError:
        raise
    except driver.Error as problem:
        raise _from_driver(problem) from problem


@contextmanager
def disk_errors() -> Iterator[None]:
    """``OSError`` inside leaves as ``EnvironmentFault``."""
    try:
        yield
    except OSError as problem:
        raise disk_fault(problem) from problem


def _code(problem: BaseException) -> int:
    return int(getattr(problem, "sqlite_errorcode", None) or 0) & 0xFF


def is_damage(problem: BaseException) -> bool:
    """Whether the driver says that the file's content is damaged."""
    return _code(problem) in {_CORRUPT, _NOTADB}


def _from_driver(problem: BaseException) -> InspectorError:
    match _code(problem):
        case 13:
            return _disk_full()
        case 11 | 26:
            return damaged()
        case 5 | 6:
            return EnvironmentFault(
                "store.busy",
                "数据库正被另一个程序占用。",
                safe=_NOTHING_LOST,
                mend="请关闭其他打开本机数据库的程序（如备份、杀毒或数据库工具）后重试。",
            )
        case 8 | 10 | 14:
            return _disk_failed(str(getattr(problem, "sqlite_errorname", "")))
        case 19:
            return Defect(
                "store.constraint",
                "程序试图写入与记录不一致的数据，已拒绝。",
                safe=_NOTHING_LOST,
                mend="可以继续工作；如再次出现，请把日志交给技术人员。",
            )
    return Defect(
        "store.unexpected",
        "数据库出现了意外错误。",
        safe=_NOTHING_LOST,
        mend="可以继续工作；如再次出现，请把日志交给技术人员。",
        facts={"sqlite": str(getattr(problem, "sqlite_errorname", type(problem).__name__))},
    )


def disk_fault(problem: OSError) -> EnvironmentFault:
    """What an operation on files reported."""
    if problem.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _disk_full()
    return _disk_failed(errno.errorcode.get(problem.errno or 0, ""))


def _disk_full() -> EnvironmentFault:
    return EnvironmentFault(
        "store.disk_full",
        "磁盘空间已满，刚才这一步没有保存。",
        safe="此前的记录、照片和文书都在磁盘上，没有丢失。",
        mend="请清理磁盘空间后重试这一步；程序不需要重新启动。",
    )


def _disk_failed(name: str) -> EnvironmentFault:
    return EnvironmentFault(
        "store.disk",
        "磁盘读写失败。",
        safe=_NOTHING_LOST,
        mend="请检查磁盘是否已拔出、只读或损坏，然后重试；如再次出现，请联系技术人员。",
        facts={"error": name},
    )


def damaged() -> EnvironmentFault:
    """Pages of the database do not verify."""
    return EnvironmentFault(
        "store.damaged",
        "本机数据库有一部分已损坏，无法读取。",
        safe="已同步到服务器的记录不受影响；照片和文书保存在单独的文件中。",
        mend="请不要删除任何文件，运行 inspector-app doctor 查看损坏范围，并联系技术人员从备份恢复。",
    )


def wrong_key() -> UserError:
    """The key is not the one the database was made with."""
    return UserError(
        "store.key",
        "密钥与本机数据库不符，无法打开。",
        safe=_UNTOUCHED,
        mend="请使用创建该数据库的系统账户登录；如果钥匙串已更换，请用登记时保管的恢复密钥恢复。",
    )


def missing() -> EnvironmentFault:
    """A store was here, its database file is not."""
    return EnvironmentFault(
        "store.missing",
        "本机的数据库文件不见了。",
        safe="程序没有新建空数据库来代替它；已同步到服务器的记录不受影响。",
        mend="请检查是否被清理软件移走并放回原处；无法找回时，请联系技术人员从备份恢复。",
    )


def in_use() -> UserError:
    """Another process keeps this store."""
    return UserError(
        "store.in_use",
        "本机数据库已在另一个窗口中打开。",
        safe=_UNTOUCHED,
        mend="请切换到已打开的窗口；如果没有看到窗口，请注销系统后重新登录再试。",
    )


def newer(revision: str) -> UserError:
    """The database was written by a newer program."""
    return UserError(
        "store.newer",
        "本机数据库由更新版本的程序写成，当前版本不能打开。",
        safe=_UNTOUCHED,
        mend="请安装最新版本的程序。",
        facts={"revision": revision},
    )


def not_ours() -> UserError:
    """A readable database, but not one of this program."""
    return UserError(
        "store.not_ours",
        "该文件是数据库，但不是本程序的数据库。",
        safe=_UNTOUCHED,
        mend="请检查数据文件夹的位置是否正确。",
    )
