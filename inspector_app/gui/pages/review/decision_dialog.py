"""Asks for the reason of a return, or an opinion with an approval."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.gui.controls import (
    Button,
    Label,
    LongTextField,
    PrimaryButton,
    TranslatedDialog,
)
from inspector_app.gui.controls.dialog import lay_out
from inspector_app.gui.theme import TypeRole, look

__all__ = ["DecisionDialog"]


class DecisionDialog(TranslatedDialog):
    """A return needs a reason; an approval may carry an opinion.

    Signals:
        decided(str): the decision was confirmed with these words; the dialog has closed.
    """

    decided = Signal(str)

    def __init__(
        self, *, approves: bool, enterprise: str, remarks: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._approves = approves
        self._enterprise = enterprise
        self._remarks = remarks
        self._heading = Label(role=TypeRole.TITLE)
        self._detail = Label(muted=True)
        self.words = LongTextField(lines=4)
        self.confirm_button = PrimaryButton(icon_name="check" if approves else "undo-2")
        self.confirm_button.clicked.connect(self._on_confirm_clicked)
        self.cancel_button = Button()
        self.cancel_button.clicked.connect(self.reject)
        parts = [self._heading, self._detail, self.words]
        lay_out(self, parts, [self.cancel_button, self.confirm_button])
        self.setMinimumWidth(look().scaled(480))
        self.retranslate()
        self.words.setFocus()

    def retranslate(self) -> None:
        if self._approves:
            title = self.tr("审核通过：{name}").format(name=self._enterprise)
            detail = self.tr("通过后，办案人员会在下次同步时收到结果。")
            if self._remarks:
                detail = self.tr(
                    "还有 %n 条意见没有答复。通过后它们仍留在案卷中。", "", self._remarks
                )
            self.words.set_label(self.tr("审核意见"), self.tr("可以不填"))
            self.confirm_button.set_words(self.tr("审核通过"))
        else:
            title = self.tr("退回：{name}").format(name=self._enterprise)
            detail = self.tr("案件回到办案人员，逐条意见会显示在对应的检查项目处。")
            self.words.set_label(self.tr("退回理由"), required=True)
            self.confirm_button.set_words(self.tr("退回"))
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._detail.setText(detail)
        self.cancel_button.set_words(self.tr("取消"))

    def _on_confirm_clicked(self) -> None:
        if not self._approves and not self.words.value():
            self.words.set_error(self.tr("退回应当写明理由。"))
            self.words.setFocus()
            return
        self.accept()
        self.decided.emit(self.words.value())
