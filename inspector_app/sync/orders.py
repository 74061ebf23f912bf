"""What the server orders a device to do, as a person is told of it, and how it is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.domain.errors import UserError
from inspector_app.wire.hello import WipedReply, WipedReport
from inspector_app.wire.protocol import WIPED_PATH

if TYPE_CHECKING:
    from inspector_app.sync.line import ServerLine

__all__ = ["WIPED", "report_wiped", "revoked", "wiped"]

WIPED = frozenset({"device.wiped", "device.wiping"})
"""Codes of what :func:`wiped` gives: nothing of the record is left on this device."""


def report_wiped(line: ServerLine) -> None:
    """Tell the server that the order was carried out; errors as for :meth:`ServerLine.post`."""
    line.post(WIPED_PATH, WipedReport(), WipedReply)


def revoked() -> UserError:
    """Nothing comes down any more, and what goes up waits for a person."""
    return UserError(
        "device.revoked",
        "本机的登记已被撤销。",
        safe="已上传的记录留待人工处理，未丢失。",
        mend="如有疑问请联系管理员。",
    )


def wiped(*, finished: bool) -> UserError:
    """What happened here. Not ``finished``: the server does not know yet, or a file is still held."""
    if finished:
        return UserError(
            "device.wiped",
            "本机的登记已被撤销，本机数据已按单位服务器的命令清除。",
            safe="清除前，服务器仍接收的记录已经上传，由单位人工处理。",
            mend="请关闭应用。如需继续使用本机，请向管理员索取新的登记码；如有疑问请联系管理员。",
        )
    return UserError(
        "device.wiping",
        "本机的登记已被撤销，本机数据已按单位服务器的命令清除，不能再读出；收尾尚未完成。",
        safe="清除前，服务器仍接收的记录已经上传，由单位人工处理。",
        mend="请关闭应用，联网后再打开一次即可完成。如有疑问请联系管理员。",
    )
