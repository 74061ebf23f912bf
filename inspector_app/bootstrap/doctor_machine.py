"""What the machine brings: keyring, window, printer, fonts, disk."""

from __future__ import annotations

import secrets as entropy
import shutil
from collections.abc import Iterator
from pathlib import Path

from inspector_app.bootstrap.findings import Finding, State, finding_of
from inspector_app.bootstrap.window_probe import has_display, probe_window
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.trust.secrets import KeyringSecrets, describe_backend

__all__ = ["check_disk", "check_fonts", "check_keyring", "check_window"]

_PROBE = "doctor-probe"
# A visit with thirty photos takes some 100 MB; an upgrade copies the database first.
_LOW_DISK = 2_000_000_000
_FULL_DISK = 300_000_000


def check_keyring() -> Finding:
    """Whether there is a keyring that protects, and whether it gives back what it was given."""
    try:
        backend = describe_backend().removeprefix("keyring.backends.")
        secrets = KeyringSecrets("doctor")
        # Fails unless the same comes back.
        secrets.set(_PROBE, entropy.token_bytes(32))
        secrets.delete(_PROBE)
    except EnvironmentFault as fault:
        return finding_of(fault, "keyring")
    return Finding(
        "keyring",
        State.OK,
        "doctor.keyring",
        f"可用，存入的内容能原样取回（{backend}）。",
        facts={"backend": backend},
    )


def check_window() -> tuple[Finding, Finding]:
    """Whether a window can be shown, and which printers the system has."""
    display = has_display()
    window = probe_window(offscreen=not display)
    if display and not window.platform:
        return _no_window(window.lacking), _printers(probe_window(offscreen=True).printers)
    if not window.platform:
        return _no_window(window.lacking), _printers(())
    if not display:
        shown = Finding(
            "window",
            State.WARNING,
            "doctor.no_display",
            "没有显示器：可以使用命令行，不能打开窗口。",
            "请在图形桌面中打开应用。",
        )
    else:
        shown = Finding(
            "window",
            State.OK,
            "doctor.window",
            f"可以打开窗口（{window.platform}）。",
            facts={"platform": window.platform},
        )
    return shown, _printers(window.printers)


def _no_window(lacking: str) -> Finding:
    if not lacking:
        return Finding(
            "window",
            State.FAILED,
            "doctor.window_fails",
            "不能打开窗口。",
            "请重新安装本程序；UOS、麒麟请检查图形系统的软件包。",
        )
    return Finding(
        "window",
        State.FAILED,
        "doctor.library_missing",
        f"不能打开窗口：系统缺少 {lacking}。",
        f"请安装含有 {lacking} 的系统软件包。",
        {"library": lacking},
    )


def _printers(names: tuple[str, ...]) -> Finding:
    if not names:
        return Finding(
            "printer",
            State.WARNING,
            "doctor.no_printer",
            "系统中没有打印机，文书只能存为 PDF 文件。",
            "请在系统设置中添加打印机。",
        )
    listed = ", ".join(names)
    return Finding(
        "printer", State.OK, "doctor.printer", f"系统打印机：{listed}。", facts={"printers": listed}
    )


def check_fonts() -> Iterator[Finding]:
    """Whether the fonts of documents and screens are those delivered, and hold every character."""
    # Late: the documents room brings reportlab.
    from inspector_app.documents import font_check

    try:
        reports = font_check.check_fonts()
    except (OSError, ValueError):
        reports = ()
    bad = [report for report in reports if report.state is not font_check.FontState.SOUND]
    if reports and not bad:
        count = len(reports)
        yield Finding(
            "fonts",
            State.OK,
            "doctor.fonts",
            f"{count} 个字体文件完好，可以嵌入，GBK 汉字齐全。",
            facts={"count": count},
        )
    elif not reports:
        yield Finding(
            "fonts", State.FAILED, "doctor.fonts_missing", "字体目录不完整。", "请重新安装本程序。"
        )
    for report in bad:
        yield Finding(
            "fonts",
            State.FAILED,
            "doctor.font_bad",
            f"字体文件 {report.file} 缺失、被改动或不完整（{report.state.value}）。",
            "请重新安装本程序。",
            {"file": report.file, "state": report.state.value},
        )


def check_disk(folder: Path) -> Finding:
    """How much room is left where the data lies."""
    place = next(parent for parent in (folder, *folder.absolute().parents) if parent.is_dir())
    free = shutil.disk_usage(place).free
    room = f"{free / 1e9:.1f} GB"
    if free >= _LOW_DISK:
        return Finding("disk", State.OK, "doctor.disk", f"剩余 {room}。", facts={"free": room})
    return Finding(
        "disk",
        State.FAILED if free < _FULL_DISK else State.WARNING,
        "doctor.disk_low",
        f"只剩 {room}，记录照片和升级可能失败。",
        "请清理磁盘空间。",
        {"free": room},
    )
