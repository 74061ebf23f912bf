"""Asks where to print and how many copies, and says when it is a reprint."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.domain.paper_ports import PrinterInfo
from inspector_app.gui.controls import (
    Button,
    Choice,
    ChoiceField,
    Label,
    NumberField,
    PrimaryButton,
    TranslatedDialog,
    Well,
)
from inspector_app.gui.controls.dialog import lay_out
from inspector_app.gui.theme import Tone, TypeRole, look

__all__ = ["PrintDialog"]

_MOST_COPIES = 20


class PrintDialog(TranslatedDialog):
    """Printer and copies for one document.

    Signals:
        print_wanted(str, int): printer name and number of copies; the dialog has closed.
    """

    print_wanted = Signal(str, int)

    def __init__(
        self,
        title: str,
        printers: Sequence[PrinterInfo],
        chosen: str,
        copies_printed: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._title = title
        self._printers = tuple(printers)
        self._copies_printed = copies_printed
        self._heading = Label(role=TypeRole.TITLE)
        self.printer = ChoiceField()
        self.copies = NumberField(least=Decimal(1), most=Decimal(_MOST_COPIES))
        self.copies.set_value(Decimal(1))
        self.note = Label()
        self._note_box = Well(Tone.ATTENTION)
        self._note_box.body.addWidget(self.note)
        self.print_button = PrimaryButton(icon_name="printer")
        self.print_button.clicked.connect(self._on_print_clicked)
        self.cancel_button = Button()
        self.cancel_button.clicked.connect(self.reject)
        parts = [self._heading, self._note_box, self.printer, self.copies]
        lay_out(self, parts, [self.cancel_button, self.print_button])
        self.setMinimumWidth(look().scaled(460))
        self.retranslate()
        self.printer.set_value(chosen or self._default())
        if self.printer.value() is None:
            self.printer.set_value(self._default())
        self.printer.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("打印文书"))
        self._heading.setText(self.tr("打印《{title}》").format(title=self._title))
        self.printer.set_label(self.tr("打印机"))
        kinds = {
            "file": self.tr("保存为文件"),
            "thermal": self.tr("便携打印机"),
            "system": self.tr("系统打印机"),
        }
        self.printer.set_choices(
            [
                Choice(
                    printer.name,
                    self.tr("{name}（{kind}）").format(
                        name=printer.name, kind=kinds.get(printer.kind, printer.kind)
                    ),
                )
                for printer in self._printers
            ],
            self.tr("没有可用的打印机"),
        )
        self.copies.set_label(self.tr("份数"))
        self.copies.set_unit(self.tr("份"))
        printed = self._copies_printed
        self.note.setText(
            self.tr("这份文书已打印 %n 份。再次打印会在记录中注明为补打。", "", printed)
        )
        self._note_box.setVisible(printed > 0)
        self.print_button.set_words(self.tr("补打") if printed else self.tr("打印"))
        self.cancel_button.set_words(self.tr("取消"))

    def _default(self) -> str | None:
        names = [printer.name for printer in self._printers]
        marked = [printer.name for printer in self._printers if printer.is_default]
        return next(iter((*marked, *names)), None)

    def _on_print_clicked(self) -> None:
        printer, copies = self.printer.value(), self.copies.value()
        if printer is None:
            self.printer.set_error(self.tr("请选择打印机。"))
            return
        if copies is None:
            self.copies.set_error(
                self.tr("请输入 1 到 {most} 之间的份数。").format(most=_MOST_COPIES)
            )
            return
        self.accept()
        self.print_wanted.emit(printer, int(copies))
