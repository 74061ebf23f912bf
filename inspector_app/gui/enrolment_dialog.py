"""First start: a laptop that no server knows yet asks for the address and the one-time code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from inspector_app.domain.errors import InspectorError
from inspector_app.gui.controls import (
    BusyOverlay,
    Button,
    IconLabel,
    Label,
    PrimaryButton,
    TextField,
)
from inspector_app.gui.controls.dialog import lay_out
from inspector_app.gui.controls.translated import TranslatedDialog
from inspector_app.gui.error_words import error_words
from inspector_app.gui.jobs import Jobs, Lane
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["EnrolmentDialog"]

Enrol = Callable[[str, str, str, Path | None], object]


class EnrolmentDialog(TranslatedDialog):
    """Address, code, name of this laptop; accepted once the server has taken it in.

    ``enrol(address, code, name, ca_file)`` runs in the network lane; what it refuses is said in
    place and everything typed stays. ``ca_file`` is the bureau's own root certificate, None where
    the person chose none.
    """

    def __init__(
        self,
        jobs: Jobs,
        enrol: Enrol,
        *,
        address: str = "",
        name: str = "",
        ca_file: Path | None = None,
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._enrol = enrol
        self._title = Label(role=TypeRole.TITLE)
        self._detail = Label(muted=True)
        self.address = TextField()
        self.address.setObjectName("enrolment.address")
        self.address.set_value(address)
        self.code = TextField()
        self.code.setObjectName("enrolment.code")
        self.name = TextField()
        self.name.setObjectName("enrolment.name")
        self.name.set_value(name)
        self.ca_file = TextField()
        self.ca_file.setObjectName("enrolment.ca_file")
        self.ca_file.set_value(str(ca_file or ""))
        self.choose = Button(icon_name="folder-open")
        self.choose.clicked.connect(self._on_choose_clicked)
        self.problem = Label(tone=Tone.NOT_MET)
        self.problem.setObjectName("enrolment.problem")
        self.problem.hide()
        self.leave = Button()
        self.leave.clicked.connect(self.reject)
        self.confirm = PrimaryButton()
        self.confirm.setObjectName("enrolment.confirm")
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self._on_confirmed)
        self._busy = BusyOverlay(self)
        self._lay_out()
        self.setMinimumWidth(look().scaled(560))
        self.retranslate()
        (self.code if address else self.address).setFocus()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(Space.S)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addWidget(IconLabel("shield-check", 36, tone=Tone.PROGRESS))
        top.addLayout(words, 1)
        certificate = QHBoxLayout()
        certificate.setSpacing(Space.S)
        certificate.addWidget(self.ca_file, 1)
        certificate.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignBottom)
        self._column = lay_out(
            self,
            [top, self.address, self.code, self.name, certificate, self.problem],
            [self.leave, self.confirm],
        )

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("登记本机"))
        self._title.setText(self.tr("登记本机"))
        self._detail.setText(
            self.tr(
                "本机第一次使用。请填写管理员提供的服务器地址和一次性登记码；登记后即可离线工作。"
            )
        )
        self.address.set_label(self.tr("服务器地址"), "https://…", required=True)
        self.code.set_label(self.tr("一次性登记码"), "XXXX-XXXX-XXXX", required=True)
        self.name.set_label(self.tr("本机名称"), self.tr("便于管理员辨认，例如“城东一组”"))
        # No hint below: the button stands on the field's foot.
        self.ca_file.set_label(self.tr("单位自己的根证书（仅当管理员另外给了证书文件）"))
        self.choose.set_words(self.tr("选择文件"))
        self.leave.set_words(self.tr("退出"))
        self.confirm.set_words(self.tr("登记"))

    def _on_confirmed(self) -> None:
        missing = [field for field in (self.address, self.code) if not field.value().strip()]
        for field in (self.address, self.code):
            field.set_error(self.tr("请填写此项。") if field in missing else "")
        self._grow()
        if missing:
            missing[0].setFocus()
            return
        self.problem.hide()
        self.confirm.setEnabled(False)
        self._busy.show_when_slow(self.tr("正在登记…"))
        address, code, name = (f.value().strip() for f in (self.address, self.code, self.name))
        chosen = self.ca_file.value()
        ca_file = Path(chosen) if chosen else None
        self._jobs.submit(
            lambda: self._enrol(address, code, name, ca_file),
            lambda _: self._on_enrolled(),
            self._on_refused,
            lane=Lane.NETWORK,
            owner=self,
        )

    def _on_choose_clicked(self) -> None:
        kinds = self.tr("证书文件") + " (*.pem *.crt *.cer *.der)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选择单位根证书"), "", kinds)
        if name:
            self.ca_file.set_value(name)

    def _on_enrolled(self) -> None:
        self._busy.finish()
        self.accept()

    def _on_refused(self, error: InspectorError) -> None:
        self._busy.finish()
        self.confirm.setEnabled(True)
        words = error_words(error)
        self.problem.setText("".join(part for part in (words.what, words.safe, words.mend) if part))
        self.problem.show()
        self._grow()
        self.code.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Make room for what has appeared; wrapped lines ask for height only at their width."""
        self._column.activate()
        height = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), height))
