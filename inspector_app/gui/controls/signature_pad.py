"""The pad a person signs on, with a pen, a finger or the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.gui.controls.strokes import (
    EXTENT,
    FIELD_ASPECT,
    Stroke,
    StrokePoint,
    paint_stroke,
    strokes_to_png,
)
from inspector_app.gui.controls.translated import TranslatedWidget
from inspector_app.gui.theme import PAPER, Radius, TypeRole, look

__all__ = ["SignaturePad"]

_MOUSE_PRESSURE = 500


class SigningField(TranslatedWidget):
    """White paper of 3 : 1 with a line to write on, as large as the widget allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(900, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 120)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / FIELD_ASPECT)

    def field(self) -> QRectF:
        """Where the paper lies within the widget."""
        width = min(float(self.width()), self.height() * FIELD_ASPECT)
        field = QRectF(0, 0, max(width, 1.0), max(width / FIELD_ASPECT, 1.0))
        field.moveCenter(QRectF(self.rect()).center())
        return field

    def paint_paper(self, painter: QPainter, words: str) -> None:
        """Draw the paper, its line, and ``words`` in its middle."""
        colours = look().colours
        field = self.field()
        painter.setBrush(QColor(PAPER.ground))
        painter.setPen(QPen(QColor(colours.line_strong), colours.line_width))
        painter.drawRoundedRect(field.adjusted(1, 1, -1, -1), Radius.L, Radius.L)
        line = field.top() + field.height() * 0.78
        painter.setPen(QPen(QColor(PAPER.rule), 1, Qt.PenStyle.DashLine))
        inset = field.width() * 0.06
        painter.drawLine(QPointF(field.left() + inset, line), QPointF(field.right() - inset, line))
        painter.setPen(QColor(PAPER.hint))
        painter.setFont(look().font(TypeRole.BODY))
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, words)


class WrittenField(SigningField):
    """Strokes on the paper, as they are made, drawn again at any size.

    Signals:
        changed(): a stroke ended, or strokes were taken away.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[Stroke] = []
        self._open: list[StrokePoint] = []
        self._began_at: int | None = None
        self._ink = QPixmap()
        self._placeholder = ""

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """Every stroke so far, the one being made included."""
        done = tuple(self._strokes)
        return (*done, Stroke(tuple(self._open))) if self._open else done

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not self._strokes and not self._open

    def set_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Show strokes that were made before; writing goes on after them."""
        self._strokes = list(strokes)
        self._open = []
        self._began_at = None
        self._redraw()
        self.changed.emit()

    def clear(self) -> None:
        """Take every stroke away."""
        self.set_strokes(())

    def undo(self) -> None:
        """Take the last stroke away."""
        if self._strokes:
            self.set_strokes(self._strokes[:-1])

    def png(self, width: int = 1200) -> bytes:
        """The signature as PNG on a transparent ground, ``width`` by ``width / 3`` pixels."""
        return strokes_to_png(self.strokes, width)

    def set_placeholder(self, text: str) -> None:
        """What stands on the empty pad: 「请当事人在此签名」."""
        self._placeholder = text
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def begin_stroke(self, position: QPointF, pressure: int, time: int) -> None:
        """The pen comes down: pressure in thousandths, time in ms of any clock."""
        self.end_stroke()
        if self._began_at is None:
            last = self._strokes[-1].points[-1].t if self._strokes else 0
            self._began_at = time - last
        self._open = [self._point(position, pressure, time)]
        self._ink_from(0)

    def draw_to(self, position: QPointF, pressure: int, time: int) -> None:
        """The pen moves on the paper; nothing while it is up."""
        if not self._open:
            return
        point = self._point(position, pressure, time)
        last = self._open[-1]
        if (point.x, point.y) != (last.x, last.y):
            self._open.append(point)
            self._ink_from(len(self._open) - 2)

    def end_stroke(self) -> None:
        """The pen leaves the paper; nothing if it had not touched it."""
        if self._open:
            self._strokes.append(Stroke(tuple(self._open)))
            self._open = []
            self._redraw()
            self.changed.emit()

    def _point(self, position: QPointF, pressure: int, time: int) -> StrokePoint:
        field = self.field()
        x = round((position.x() - field.left()) / field.width() * EXTENT)
        y = round((position.y() - field.top()) / field.height() * EXTENT)
        earlier = self._open or (self._strokes[-1].points if self._strokes else ())
        # Drivers do step back in time now and then; a record of order must not.
        moment = max(time - (self._began_at or 0), earlier[-1].t if earlier else 0)
        return StrokePoint(_within(x), _within(y), pressure, moment)

    def _redraw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._ink = QPixmap(self.size() * ratio)
        self._ink.setDevicePixelRatio(ratio)
        self._ink.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in self.strokes:
            paint_stroke(painter, stroke, self.field())
        painter.end()
        self.update()

    def _ink_from(self, start: int) -> None:
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        touched = paint_stroke(painter, Stroke(tuple(self._open)), self.field(), start)
        painter.end()
        self.update(touched.toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_paper(painter, self._placeholder if self.is_empty else "")
        painter.drawPixmap(0, 0, self._ink)


class SignaturePad(WrittenField):
    """A field of 3 : 1 that records what a pen, a finger or the mouse writes on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finger: int | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("签名板"))

    def hideEvent(self, event: QHideEvent) -> None:
        # A page that turns under the pen keeps what was written.
        self.end_stroke()
        super().hideEvent(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        pressure = round(max(0.0, min(1.0, event.pressure())) * 1000)
        time = event.timestamp()
        if event.type() == QEvent.Type.TabletPress:
            self.begin_stroke(event.position(), pressure, time)
        elif event.type() == QEvent.Type.TabletMove:
            self.draw_to(event.position(), pressure, time)
        elif event.type() == QEvent.Type.TabletRelease:
            self.end_stroke()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.begin_stroke(event.position(), _MOUSE_PRESSURE, event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.draw_to(event.position(), _MOUSE_PRESSURE, event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._finger is None:
            self.end_stroke()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._follow_finger(event)
            event.accept()
            return True
        return super().event(event)

    def _follow_finger(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchCancel:
            self._finger = None
            self.end_stroke()
            return
        for point in event.points():
            pressed = point.state() == QEventPoint.State.Pressed
            # One finger writes; a palm or a second finger is not ink.
            if pressed and self._finger is None:
                self._finger = point.id()
                self.begin_stroke(point.position(), _finger_pressure(point), event.timestamp())
            elif point.id() == self._finger:
                if point.state() == QEventPoint.State.Updated:
                    self.draw_to(point.position(), _finger_pressure(point), event.timestamp())
                elif point.state() == QEventPoint.State.Released:
                    self._finger = None
                    self.end_stroke()


def _within(value: int) -> int:
    return max(0, min(EXTENT, value))


def _finger_pressure(point: QEventPoint) -> int:
    # Most screens say 0 or 1 for every finger: neither is a pressure.
    pressure = point.pressure()
    return round(pressure * 1000) if 0.0 < pressure < 1.0 else _MOUSE_PRESSURE
