"""Calm messages: what happened, what is safe, what to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.gui.controls.buttons import Button, IconButton
from inspector_app.gui.controls.surfaces import paint_surface
from inspector_app.gui.controls.text import IconLabel, Label
from inspector_app.gui.controls.translated import TranslatedFrame
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["Banner", "Notice", "Toast"]

_TOAST_MS = 6000


@dataclass(frozen=True, slots=True)
class Notice:
    """One message, already in the person's language.

    ``happened`` is always there; ``safe`` says what was kept; ``mend`` what to do next.
    ``action`` is the word on the button that calls ``on_action``.
    """

    happened: str
    safe: str = ""
    mend: str = ""
    tone: Tone = Tone.PROGRESS
    action: str = ""
    on_action: Callable[[], object] | None = None


class _NoticeBody(TranslatedFrame):
    """What a banner and a toast share: icon, three lines of words, action, close.

    Signals:
        closed(): it was dismissed, or its action was taken.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        row.setSpacing(Space.M)
        self._icon = IconLabel(Tone.PROGRESS.icon, 22)
        words = QVBoxLayout()
        words.setContentsMargins(0, Space.XS, 0, Space.XS)
        words.setSpacing(2)
        self._happened = Label(role=TypeRole.STRONG)
        self._rest = Label()
        words.addWidget(self._happened)
        words.addWidget(self._rest)
        self._action = Button()
        self._action.clicked.connect(self._on_action_clicked)
        self._close = IconButton("x")
        self._close.clicked.connect(self.dismiss)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()
        self.retranslate()

    @property
    def notice(self) -> Notice | None:
        """The message on show, or None."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Show ``notice`` in place of what was there."""
        self._notice = notice
        self._icon.set_icon(notice.tone.icon, notice.tone)
        self._happened.setText(notice.happened)
        # A Chinese full stop brings its own room.
        gap = "" if notice.safe.endswith(("。", "！", "？")) else " "
        rest = gap.join(part for part in (notice.safe, notice.mend) if part)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self._action.set_words(notice.action)
        self._action.setVisible(bool(notice.action))
        self.setAccessibleName(" ".join(p for p in (notice.happened, rest) if p))
        self.show()

    def dismiss(self) -> None:
        """Take the message away."""
        if self._notice is not None:
            self._notice = None
            self.hide()
            self.closed.emit()

    def retranslate(self) -> None:
        self._close.set_words(self.tr("关闭提示"))

    def _on_action_clicked(self) -> None:
        notice = self._notice
        self.dismiss()
        if notice is not None and notice.on_action is not None:
            notice.on_action()


class Banner(_NoticeBody):
    """Stands above the page until it is dismissed: for what needs a decision."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleDescription("alert")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.notice is None:
            return
        colours = look().colours
        own = colours.tone(self.notice.tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(own.solid if colours.line_width > 1 else own.soft))
        painter.setBrush(QColor(own.soft))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


class Toast(_NoticeBody):
    """Floats at the bottom of its parent for six seconds: for what went well.

    It waits for as long as the pointer rests on it, and never takes the focus.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row.setContentsMargins(Space.XL, Space.M, Space.M, Space.M + 2)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(_TOAST_MS)
        self._fade.timeout.connect(self._on_fade_timeout)
        parent.installEventFilter(self)

    def show_notice(self, notice: Notice) -> None:
        """Show ``notice`` in place of what was there, for six seconds."""
        super().show_notice(notice)
        self._place()
        self.raise_()
        self._fade.start()

    def restyle(self) -> None:
        # Only once the labels have their new font is it known how high the toast must be.
        QTimer.singleShot(0, self, self._place)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().colours
        paint_surface(QPainter(self), QRectF(self.rect()), colours, colours.raised, depth=4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _on_fade_timeout(self) -> None:
        if self.underMouse():
            self._fade.start()
        else:
            self.dismiss()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(look().scaled(560), parent.width() - 2 * Space.XL)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        left = (parent.width() - width) // 2
        self.setGeometry(left, parent.height() - height - Space.XL, width, height)
