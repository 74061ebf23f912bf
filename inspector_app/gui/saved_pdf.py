"""An issued document as a file of the person's own."""

from __future__ import annotations

from pathlib import Path

from inspector_app.disk.durable import HANDED_ON, write_whole
from inspector_app.domain.errors import EnvironmentFault

__all__ = ["write_pdf"]


def write_pdf(path: Path, pdf: bytes) -> Path:
    """Write an issued PDF where the person chose, whole or not at all; gives the place.

    Raises:
        EnvironmentFault: ``gui.save_pdf``, if the place cannot be written to.
    """
    try:
        write_whole(path, [pdf], mode=HANDED_ON)
    except OSError as problem:
        raise EnvironmentFault(
            "gui.save_pdf",
            f"没有能够保存“{path.name}”。",
            safe="文书仍完整保存在检查记录中。",
            mend="请检查磁盘空间和文件夹权限，或者换一个位置再存。",
            facts={"file": path.name},
        ) from problem
    return path
