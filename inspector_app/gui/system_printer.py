"""Prints finished PDFs on the printers that the operating system knows, and into files.

Adapter of the port ``Printer``. Runs in a worker thread: Qt allows painting on a printer there.
QtPdf and QtPrintSupport are loaded with the first question, not with the window.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QPointF,
    QRect,
    QSize,
    QSizeF,
    QStandardPaths,
)
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter

from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.domain.paper_ports import PrinterInfo

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["PRINT_DPI", "SystemPrinter", "file_printer_name", "paint_pages"]

PRINT_DPI = 300
"""Dots per inch a page is drawn with: text of 10.5 pt stays sharp, a page takes 0.1 s."""

_FILE_PRINTER = str(QT_TRANSLATE_NOOP("SystemPrinter", "PDF 文件"))
_POINTS_PER_INCH = 72
_FOLDER = "inspector-app"
_PATIENCE_S = 5


def file_printer_name() -> str:
    """The name under which the file printer is offered, in the language in force."""
    return QCoreApplication.translate("SystemPrinter", _FILE_PRINTER)


class SystemPrinter:
    """The system's printers, and a printer that keeps the PDF as a file, byte for byte.

    ``folder`` is where files go; without it a folder in the person's documents.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def printers(self) -> tuple[PrinterInfo, ...]:
        """The system's printers, the default first, then the file printer. May take seconds."""
        # Late: QtPrintSupport asks the print system as soon as it is loaded.
        from PySide6.QtPrintSupport import QPrinterInfo

        _require_application()
        found = [
            PrinterInfo(info.printerName(), "system", is_default=info.isDefault())
            for info in QPrinterInfo.availablePrinters()
        ]
        found.sort(key=lambda info: not info.is_default)
        return (*found, PrinterInfo(file_printer_name(), "file", is_default=not found))

    def print_pdf(self, printer: str, pdf: bytes, *, title: str, copies: int = 1) -> None:
        """Queue ``pdf``; ``EnvironmentFault`` with what to do when the printer does not take it."""
        if printer in (_FILE_PRINTER, file_printer_name()):
            self.keep(pdf, title)
            return
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # late: see `printers`

        _require_application()
        info = QPrinterInfo.printerInfo(printer)
        if info.isNull():
            raise EnvironmentFault(
                "printer.absent",
                f"没有找到打印机“{printer}”。",
                safe="文书已保存在本机，尚未打印。",
                mend="请检查打印机是否开机、是否连接，或者选择另一台打印机。",
                facts={"printer": printer},
            )
        broken = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
        if info.state() in broken or _turns_away(printer):
            raise _not_taken(printer)
        device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        device.setDocName(title)
        device.setCopyCount(copies)
        paint_pages(pdf, device)
        if device.printerState() in broken:
            raise _not_taken(printer)

    def keep(self, pdf: bytes, title: str) -> Path:
        """Write ``pdf`` under its title into the folder; never over another file."""
        folder = self._folder or _documents_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = _free_path(folder, title)
            with path.open("xb") as file:
                file.write(pdf)
        except OSError as problem:
            raise EnvironmentFault(
                "printer.file",
                "PDF 文件没有保存成功。",
                safe="文书仍在本机，没有受影响。",
                mend="请检查磁盘空间和文件夹的写入权限，或者选择另一台打印机。",
            ) from problem
        return path


def paint_pages(pdf: bytes, device: QPrinter) -> None:
    """Draw every page of ``pdf`` on ``device`` at its own size, without margins of ours.

    Raises ``UserError`` if ``pdf`` cannot be read, ``EnvironmentFault`` if the device refuses.
    """
    # Late: QtPdf costs a quarter of the start and is needed for the first paper only.
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        raise UserError(
            "gui.pdf_unreadable",
            "这份文件不是可以打开的 PDF。",
            safe="原文件没有改动。",
            mend="请重新生成文书，或选择另一个文件。",
        )
    device.setResolution(PRINT_DPI)
    device.setFullPage(True)
    _set_page(document, device, 0)
    painter = QPainter()
    if not painter.begin(device):
        raise _not_taken(device.printerName())
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    fed = True
    for page in range(document.pageCount()):
        if page:
            _set_page(document, device, page)
            fed = fed and device.newPage()
        if fed:
            _draw(document, page, painter)
    if not (painter.end() and fed):
        raise _not_taken(device.printerName())


def _set_page(document: QPdfDocument, device: QPrinter, page: int) -> None:
    points = document.pagePointSize(page)
    # Qt names the standard size that this is, within a fuzz: trays are chosen by that name.
    match = QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
    landscape = points.width() > points.height()
    upright = points.transposed() if landscape else points
    size = QPageSize(upright, QPageSize.Unit.Point, "", match)
    orientation = (
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    )
    device.setPageLayout(QPageLayout(size, orientation, QMarginsF()))


def _draw(document: QPdfDocument, page: int, painter: QPainter) -> None:
    points = document.pagePointSize(page)
    scale = PRINT_DPI / _POINTS_PER_INCH
    size: QSize = QSizeF(points.width() * scale, points.height() * scale).toSize()
    drawn = document.render(page, size)
    # QtPdf draws on nothing; printers take "nothing" for black.
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill("white")
    under = QPainter(paper)
    under.drawImage(QPointF(), drawn)
    under.end()
    painter.drawImage(QRect(0, 0, size.width(), size.height()), paper)


def _turns_away(printer: str) -> bool:
    """Whether CUPS says that the queue takes no jobs: Qt prints into such a queue without a word."""
    program = shutil.which("lpstat")
    if program is None:
        return False
    try:
        said = subprocess.run(
            [program, "-a", printer],
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        # No answer is no refusal; the printer itself has the last word.
        return False
    return b"not accepting requests" in said.stdout


def _require_application() -> None:
    if not isinstance(QCoreApplication.instance(), QGuiApplication):
        raise EnvironmentFault(
            "printer.no_window",
            "打印系统要在窗口程序中使用。",
            safe="文书已保存在本机，尚未打印。",
            mend="请在程序窗口中打印。",
        )


def _not_taken(printer: str) -> EnvironmentFault:
    return EnvironmentFault(
        "printer.refused",
        f"打印机“{printer}”没有接受这份文书。",
        safe="文书已保存在本机，没有记为已打印。",
        mend="请检查打印机是否开机、有纸、没有暂停，再打印一次；也可以先存为 PDF 文件。",
        facts={"printer": printer},
    )


def _documents_folder() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place)) / _FOLDER


def _free_path(folder: Path, title: str) -> Path:
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "_", title).strip(" .")[:120] or "document"
    path = folder / f"{name}.pdf"
    number = 2
    while path.exists():
        path = folder / f"{name} ({number}).pdf"
        number += 1
    return path
