"""Every key of the window in one place: what F1 shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls import Button, Label, ScrollPage, TranslatedDialog
from inspector_app.gui.theme import Space, TypeRole, look

__all__ = ["KeyList"]

_Keys = tuple[tuple[str, str], ...]


class KeyList(TranslatedDialog):
    """Keys and what they do, for the whole window and for each page that has its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._heading = Label(role=TypeRole.TITLE)
        self._scroll = ScrollPage(margins=0)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(Space.XL)
        self._rows.setVerticalSpacing(Space.S)
        self._rows.setColumnStretch(1, 1)
        self._scroll.body.addLayout(self._rows)
        self._scroll.body.addStretch(1)
        self.close_button = Button()
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(self._heading)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        room = (parent.window() if parent else self).size()
        width, height = look().scaled(560), look().scaled(620)
        self.resize(min(width, room.width()), min(height, room.height() - Space.XXL))
        self.retranslate()
        self.close_button.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("键盘快捷键"))
        self._heading.setText(self.tr("键盘快捷键"))
        self._scroll.setAccessibleName(self.tr("键盘快捷键"))
        self.close_button.set_words(self.tr("关闭"), "Esc")
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        row = 0
        for title, keys in self._parts():
            head = Label(title, TypeRole.STRONG)
            head.setContentsMargins(0, Space.M if row else 0, 0, 0)
            self._rows.addWidget(head, row, 0, 1, 2)
            row += 1
            for key, words in keys:
                self._rows.addWidget(Label(key, TypeRole.LABEL, wrap=False), row, 0)
                self._rows.addWidget(Label(words, muted=True), row, 1)
                row += 1

    def _parts(self) -> tuple[tuple[str, _Keys], ...]:
        return (
            (self.tr("任何页面"), self._anywhere()),
            (self.tr("检查"), self._visit()),
            (self.tr("文书"), self._documents()),
            (self.tr("法规"), self._law()),
            (self.tr("审核人员"), self._review()),
        )

    def _anywhere(self) -> _Keys:
        return (
            ("F1", self.tr("显示本表")),
            (_native("Ctrl+K"), self.tr("搜索主体、任务、检查和文书")),
            (f"{_native('Ctrl+1')} … 8", self.tr("打开左侧第 1 … 8 个页面")),
            ("Tab", self.tr("下一个控件")),
            (_native("Shift+Tab"), self.tr("上一个控件")),
            ("F5", self.tr("立即同步")),
            ("F11", self.tr("全屏")),
            ("Esc", self.tr("关闭提示，返回列表")),
        )

    def _visit(self) -> _Keys:
        return (
            ("1  2  3", self.tr("符合、不符合、合理缺项")),
            ("↑  ↓", self.tr("上一项、下一项")),
            ("N", self.tr("下一个没有结论的项目")),
            ("P", self.tr("拍照或添加照片")),
            (_native("Ctrl+V"), self.tr("粘贴照片")),
            ("B", self.tr("写备注")),
            ("F", self.tr("认定问题")),
            ("Enter", self.tr("采用建议的认定")),
            (_native("Ctrl+L"), self.tr("查找其他违法行为")),
            (
                _native("Ctrl+Return"),
                self.tr("本步骤的下一个动作：告知完毕、定稿、签名、送达、完成"),
            ),
            (_native("Ctrl+PgDown"), self.tr("下一步")),
            (_native("Ctrl+PgUp"), self.tr("上一步")),
        )

    def _documents(self) -> _Keys:
        return (
            (_native("Ctrl+P"), self.tr("打印")),
            (_native("Ctrl+S"), self.tr("另存为 PDF")),
            (f"{_native('PgUp')}  {_native('PgDown')}", self.tr("翻页")),
            (f"{_native('Ctrl++')}  {_native('Ctrl+-')}", self.tr("放大、缩小")),
            (_native("Ctrl+0"), self.tr("适合宽度")),
        )

    def _law(self) -> _Keys:
        return (
            (_native("Ctrl+F"), self.tr("查找法规")),
            ("↓", self.tr("从查找框进入结果")),
            ("Enter", self.tr("打开所选条文")),
            (f"{_native('Alt+Up')}  {_native('Alt+Down')}", self.tr("上一条、下一条")),
            (_native("Ctrl+Shift+C"), self.tr("复制所选条文的引用")),
            (_native("Ctrl+D"), self.tr("按行为日适用")),
            (f"F6  {_native('Shift+F6')}", self.tr("在查找框、结果、条文之间切换")),
        )

    def _review(self) -> _Keys:
        return (
            ("J  K", self.tr("下一个、上一个案件")),
            ("M", self.tr("对整个案件提出意见")),
            (_native("Ctrl+Return"), self.tr("记录意见")),
            ("A", self.tr("审核通过")),
            ("R", self.tr("退回")),
        )


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
