"""Asks for the password of a certificate file, and says what was wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.gui.controls import (
    Button,
    Label,
    PrimaryButton,
    TextField,
    TranslatedDialog,
)
from inspector_app.gui.controls.dialog import lay_out
from inspector_app.gui.error_words import error_words
from inspector_app.gui.terms import sentences
from inspector_app.gui.theme import TypeRole, look

__all__ = ["PasswordDialog"]


class PasswordDialog(TranslatedDialog):
    """Stays open until the password fits or the person gives up.

    Signals:
        password_entered(str): try this one.
    """

    password_entered = Signal(str)

    def __init__(self, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._file_name = file_name
        self._heading = Label(role=TypeRole.TITLE)
        self._detail = Label(muted=True)
        self.password = TextField()
        self.password.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.import_button = PrimaryButton(icon_name="key-round")
        self.import_button.clicked.connect(self._on_import_clicked)
        self.cancel_button = Button()
        self.cancel_button.clicked.connect(self.reject)
        parts = [self._heading, self._detail, self.password]
        lay_out(self, parts, [self.cancel_button, self.import_button])
        self.setMinimumWidth(look().scaled(460))
        self.retranslate()
        self.password.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """While the file is being opened, nothing can be pressed twice."""
        self.import_button.setEnabled(not busy)

    def refuse(self, error: InspectorError) -> None:
        """Say what was wrong; another password may be tried."""
        words = error_words(error)
        self.set_busy(busy=False)
        self.password.set_error(sentences((words.what, words.mend)))
        self.password.line.selectAll()
        self.password.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("导入签名证书"))
        self._heading.setText(self.tr("导入签名证书 {name}").format(name=self._file_name))
        self._detail.setText(
            self.tr("证书和私钥会保存到系统密钥环；证书文件的密码只用这一次，不保存。")
        )
        self.password.set_label(self.tr("证书文件的密码"))
        self.import_button.set_words(self.tr("导入"))
        self.cancel_button.set_words(self.tr("取消"))

    def _on_import_clicked(self) -> None:
        # Not the field's own value: a password may end in a blank.
        self.password_entered.emit(self.password.line.text())
