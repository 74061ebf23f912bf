"""Says what is being done when it takes longer than a glance, and lets it be cancelled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls.buttons import Button
from inspector_app.gui.controls.surfaces import paint_surface
from inspector_app.gui.controls.text import Label
from inspector_app.gui.controls.translated import TranslatedFrame
from inspector_app.gui.jobs import Cancellation
from inspector_app.gui.theme import Space, TypeRole, look, paint_icon

__all__ = ["SLOW_MS", "BusyOverlay"]

SLOW_MS = 300
"""Work that ends sooner shows nothing: a flash is worse than a short wait."""

_FRAME_MS = 50


class BusyOverlay(TranslatedFrame):
    """Covers ``parent`` while work goes on that it must not be touched during.

    Signals:
        cancelled(): the person gave up waiting; the cancellation was already requested.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cancellation: Cancellation | None = None
        self._box = _BusyBox(self)
        self._spinner = _Spinner()
        self._words = Label(role=TypeRole.LEAD)
        self._cancel = Button()
        self._cancel.clicked.connect(self._on_cancel_clicked)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._spinner)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        column.addLayout(row)
        column.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignRight)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._on_slow_timeout)
        parent.installEventFilter(self)
        self.hide()
        self.retranslate()

    def show_when_slow(self, words: str, cancellation: Cancellation | None = None) -> None:
        """Say ``words`` if `finish` is not called within 300 ms; cancel only if it can be."""
        self._cancellation = cancellation
        self._words.setText(words)
        self._cancel.setVisible(cancellation is not None)
        self._cancel.setEnabled(True)
        self._slow.start()

    def finish(self) -> None:
        """The work has ended, one way or the other."""
        self._slow.stop()
        self._spinner.stop()
        self._cancellation = None
        self.hide()

    def retranslate(self) -> None:
        self._cancel.set_words(self.tr("取消"))
        self.setAccessibleName(self.tr("正在处理"))

    def restyle(self) -> None:
        self._spinner.fit()
        # Only once the labels have their new font is it known how high the box must be.
        QTimer.singleShot(0, self, self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._cancel.isVisible():
            self._on_cancel_clicked()
        else:
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(look().colours.scrim)
        veil.setAlpha(90)
        QPainter(self).fillRect(self.rect(), veil)

    def _on_slow_timeout(self) -> None:
        self._place()
        self._spinner.start()
        self.show()
        self.raise_()
        (self._cancel if self._cancel.isVisible() else self).setFocus()

    def _on_cancel_clicked(self) -> None:
        if self._cancellation is not None:
            self._cancellation.request()
        self._cancel.setEnabled(False)
        self._words.setText(self.tr("正在取消……"))
        self.cancelled.emit()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(look().scaled(420), self.width() - 2 * Space.L)
        height = self._box.heightForWidth(width)
        height = max(height, self._box.sizeHint().height())
        self._box.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width, height
        )


class _BusyBox(QFrame):
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().colours
        paint_surface(QPainter(self), QRectF(self.rect()), colours, colours.raised, depth=4)


class _Spinner(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._on_frame_timeout)
        self.fit()

    def fit(self) -> None:
        side = look().scaled(28)
        self.setFixedSize(side, side)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self.width() / 2
        painter.translate(half, half)
        painter.rotate(self._angle)
        box = QRectF(-half, -half, self.width(), self.width())
        paint_icon(painter, box, "loader-circle", look().colours.primary)

    def _on_frame_timeout(self) -> None:
        self._angle = (self._angle + 18) % 360
        self.update()
