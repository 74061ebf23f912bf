"""Bringing a control into sight and pointing it out: what a message jumps to must be seen at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from inspector_app.gui.theme import Radius, Space, look

__all__ = ["Spotlight", "point_out", "reveal"]

_SHOWN_MS = 2400
_WIDTH = 3
_GAP = 7


def reveal(widget: QWidget) -> None:
    """Scroll whatever holds ``widget`` until it is in sight, now and once its layout has settled."""
    _scroll_to(widget)
    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))


def point_out(widget: QWidget, focus: QWidget | None = None) -> None:
    """Bring ``widget`` into sight, give ``focus`` (or it) the focus, and ring it for a moment."""
    (focus or widget).setFocus(Qt.FocusReason.OtherFocusReason)
    reveal(widget)
    Spotlight(widget)


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, Space.XL)
            content = above.widget()
            if content is not None and widget.height() > above.viewport().height():
                # Higher than there is room: it begins where it is read from.
                top = widget.mapTo(content, QPoint(0, 0)).y()
                above.verticalScrollBar().setValue(top - Space.S)
        above = above.parentWidget()


class Spotlight(QWidget):
    """A ring around a control that goes by itself; it takes no press and no focus."""

    def __init__(self, lit: QWidget) -> None:
        self._ground = _ground(lit)
        super().__init__(self._ground)
        self.setObjectName("spotlight")
        self.lit = lit
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for older in lit.window().findChildren(Spotlight):
            if older is not self:
                older.hide()
                older.deleteLater()
        lit.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()
        QTimer.singleShot(_SHOWN_MS, self, self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look().colours.focus), _WIDTH))
        box = QRectF(self.rect()).adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
        painter.drawRoundedRect(box, Radius.M, Radius.M)

    def _follow(self) -> None:
        box = QRect(self.lit.mapTo(self._ground, QPoint(0, 0)), self.lit.size())
        self.setGeometry(box.adjusted(-_GAP, -_GAP, _GAP, _GAP))


def _ground(lit: QWidget) -> QWidget:
    """What scrolls with ``lit`` and has room around it: the content of its scroll area, or the window."""
    ground = lit.parentWidget() or lit
    while not isinstance(_holder(ground), QScrollArea) and ground.parentWidget() is not None:
        ground = ground.parentWidget() or ground
    return ground


def _holder(content: QWidget) -> QWidget | None:
    viewport = content.parentWidget()
    return viewport.parentWidget() if viewport is not None else None
