"""The document itself, as it will be printed.

Not re-exported by the package: QtPdf is loaded when the first document is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QScroller, QVBoxLayout, QWidget

from inspector_app.domain.errors import UserError
from inspector_app.gui.controls.buttons import Button, ButtonKind, IconButton
from inspector_app.gui.controls.text import Label
from inspector_app.gui.controls.translated import TranslatedWidget
from inspector_app.gui.theme import Space, TypeRole, look

__all__ = ["PdfPreview"]

_STEP = 1.25
_LEAST, _MOST = 0.25, 4.0
_LARGE = 1.7


class PdfPreview(TranslatedWidget):
    """Pages one under the other, fitted to the width; zoom, page by page, and large text.

    Signals:
        page_changed(int): number of the page in sight, from 1.
        last_page_seen(): every page was in sight at least once.
    """

    page_changed = Signal(int)
    last_page_seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._seen: set[int] = set()
        self._large = False
        self._fits = True
        self.view = QPdfView(self)
        self.view.setDocument(self._document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setPageSpacing(Space.L)
        # A bar that comes and goes with the zoom would change the room the zoom is fitted to.
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.viewport().installEventFilter(self)
        QScroller.grabGesture(self.view.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._previous = IconButton("chevron-up")
        self._next = IconButton("chevron-down")
        self._smaller = IconButton("zoom-out")
        self._larger = IconButton("zoom-in")
        self._fit = IconButton("maximize")
        self._large_text = Button(icon_name="a-large-small", kind=ButtonKind.QUIET)
        self._large_text.setObjectName("preview.large")
        self._large_text.setCheckable(True)
        self._page = Label(role=TypeRole.LABEL, wrap=False)
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._turning = (self._previous, self._page, self._next)
        self._sizing = (self._large_text, self._smaller, self._fit, self._larger)
        self._lay_out()
        self._connect()
        self.restyle()
        self.retranslate()

    @property
    def page_count(self) -> int:
        """How many pages the document has."""
        return self._document.pageCount()

    @property
    def page(self) -> int:
        """Number of the page in sight, from 1; 0 without a document."""
        return self.view.pageNavigator().currentPage() + 1 if self.page_count else 0

    def set_pdf(self, data: bytes) -> None:
        """Show the PDF ``data`` from its first page.

        Raises:
            UserError: ``gui.pdf_unreadable``; what was shown before is gone.
        """
        self._document.close()
        self._buffer.close()
        self._seen = set()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        if self._document.status() is not QPdfDocument.Status.Ready:
            raise UserError(
                "gui.pdf_unreadable",
                "这份文件不是可以打开的 PDF。",
                safe="原文件没有改动。",
                mend="请重新生成文书，或选择另一个文件。",
            )
        self.set_large_text(self._large)
        self.show_page(1)

    def show_page(self, number: int) -> None:
        """Go to page ``number``, from 1; numbers outside go to the nearest page."""
        place = max(1, min(self.page_count, number)) - 1
        self.view.pageNavigator().jump(place, QPointF(), self.view.zoomFactor())
        self._on_page_changed()

    def set_large_text(self, large: bool) -> None:
        """Show the text large, for the party to read before signing."""
        self._large = large
        self._large_text.setChecked(large)
        if large:
            self._zoom_to(self._fitted() * _LARGE)
        else:
            self.fit_width()

    def fit_width(self) -> None:
        """Show whole lines, at most a quarter larger than on paper."""
        self._zoom_to(self._fitted())
        self._fits = True

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("文书预览"))
        self._previous.set_words(self.tr("上一页"), "PgUp")
        self._next.set_words(self.tr("下一页"), "PgDown")
        self._smaller.set_words(self.tr("缩小"), "Ctrl+-")
        self._larger.set_words(self.tr("放大"), "Ctrl++")
        self._fit.set_words(self.tr("适合宽度"), "Ctrl+0")
        self._large_text.set_words(self.tr("大字"))
        self._say_page()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(Space.XS)
        for turning in self._turning:
            tools.addWidget(turning)
        tools.addStretch(1)
        for sizing in self._sizing:
            tools.addWidget(sizing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(tools)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self._previous.clicked.connect(lambda: self.show_page(self.page - 1))
        self._next.clicked.connect(lambda: self.show_page(self.page + 1))
        self._smaller.clicked.connect(lambda: self._zoom_to(self.view.zoomFactor() / _STEP))
        self._larger.clicked.connect(lambda: self._zoom_to(self.view.zoomFactor() * _STEP))
        self._fit.clicked.connect(lambda: self.set_large_text(large=False))
        self._large_text.toggled.connect(self.set_large_text)
        self.view.pageNavigator().currentPageChanged.connect(self._on_page_changed)
        keys = {
            "PgUp": self._previous,
            "PgDown": self._next,
            "Ctrl+-": self._smaller,
            "Ctrl++": self._larger,
            "Ctrl+=": self._larger,
            "Ctrl+0": self._fit,
        }
        for key, button in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def _fitted(self) -> float:
        """Zoom factor at which the page is as wide as the view (points to logical pixels)."""
        if not self.page_count:
            return 1.0
        points = self._document.pagePointSize(max(0, self.page - 1)).width()
        margins = self.view.documentMargins()
        room = self.view.viewport().width() - margins.left() - margins.right()
        fitted = room / (points * self.view.logicalDpiX() / 72)
        return max(_LEAST, min(_STEP, fitted))

    def _zoom_to(self, factor: float) -> None:
        self._fits = False
        self.view.setZoomFactor(max(_LEAST, min(_MOST, factor)))

    def _on_page_changed(self) -> None:
        self._say_page()
        if not self.page_count:
            return
        everything_seen = len(self._seen) == self.page_count
        self._seen.add(self.page)
        self.page_changed.emit(self.page)
        if not everything_seen and len(self._seen) == self.page_count:
            self.last_page_seen.emit()

    def _say_page(self) -> None:
        count = self.page_count
        words = self.tr("第 {page} 页，共 {count} 页").format(page=self.page, count=count)
        self._page.setText(words if count else "")
        self._previous.setEnabled(self.page > 1)
        self._next.setEnabled(self.page < count)
        self._fit_tools()

    def _fit_tools(self) -> None:
        """Leave the large text its icon where its words would be cut off."""
        self._large_text.set_bare(bare=False)
        tools = (*self._turning, *self._sizing)
        needed = sum(tool.sizeHint().width() + Space.XS for tool in tools)
        self._large_text.set_bare(bare=needed > self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tools()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and (self._large or self._fits):
            self.set_large_text(self._large)
        return super().eventFilter(watched, event)

    def restyle(self) -> None:
        # QPdfView takes the colour between pages from its palette's Dark, not from a style sheet.
        palette = self.view.palette()
        palette.setColor(palette.ColorRole.Dark, QColor(look().colours.sunken))
        self.view.setPalette(palette)
        self._fit_tools()
