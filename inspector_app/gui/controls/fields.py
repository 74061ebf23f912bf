"""Fields that are typed into: text, long text, number, date."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from math import ceil

from PySide6.QtCore import QDate, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from inspector_app.gui.controls.field import Field
from inspector_app.gui.controls.text import Label
from inspector_app.gui.theme import Space, TypeRole, icon, look, paint_icon

__all__ = ["DateField", "LongTextField", "NumberField", "TextField"]

_MOST_LINES = 12


class TextField(Field[str]):
    """One line of text; `value` is without blanks at its ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        super().__init__(self.line, parent)
        self.line.textEdited.connect(self._say_changed)
        self.line.editingFinished.connect(self.editing_finished)

    def value(self) -> str:
        """The text without blanks at its ends."""
        return self.line.text().strip()

    def set_value(self, value: str) -> None:
        """Show ``value``."""
        self.line.setText(value)

    def set_placeholder(self, text: str) -> None:
        """An example in the empty field; never the label."""
        self.line.setPlaceholderText(text)


class LongTextField(Field[str]):
    """Several lines of text, ``lines`` high at first and growing to twelve; Tab leaves it."""

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        self.text = _LongText()
        self._lines = lines
        super().__init__(self.text, parent)
        self._quiet = False
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._on_text_changed)
        self.text.left.connect(self.editing_finished)
        self.restyle()

    def value(self) -> str:
        """The text without blanks at its ends."""
        return self.text.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show ``value``; the same text again leaves the cursor where it is."""
        if value != self.text.toPlainText():
            self._quiet = True
            self.text.setPlainText(value)
            self._quiet = False

    def set_placeholder(self, text: str) -> None:
        """An example in the empty field; never the label."""
        self.text.setPlaceholderText(text)

    def restyle(self) -> None:
        self._grow()

    def _grow(self) -> None:
        # A line is set as high as its type asks for, rounded up; the metrics round it down.
        line = ceil(QFontMetricsF(self.text.font()).lineSpacing())
        written = round(self.text.document().size().height())
        # The strongest border, and a pixel to spare: an exact fit has a bar already.
        frame = 2 * Space.M + 4 + 1
        self.text.setFixedHeight(line * max(self._lines, min(written, _MOST_LINES)) + frame)

    def _on_text_changed(self) -> None:
        self._grow()
        if not self._quiet:
            self._say_changed()


class _LongText(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NumberField(Field[Decimal | None]):
    """A number with an optional unit behind it; `value` is None while it is empty or no number.

    ``places`` is how many decimals are allowed; ``least`` and ``most`` bound it. A bad number
    shows an error as soon as the field is left.
    """

    def __init__(
        self,
        *,
        places: int = 0,
        least: Decimal | None = None,
        most: Decimal | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.line = QLineEdit()
        self._places, self._least, self._most = places, least, most
        super().__init__(self.line, parent)
        self._unit = Label(muted=True, wrap=False)
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 0, Space.M, 0)
        row.addStretch(1)
        row.addWidget(self._unit)
        self._unit.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.line.textEdited.connect(self._say_changed)
        self.line.editingFinished.connect(self._on_editing_finished)

    def value(self) -> Decimal | None:
        """The number, or None while it is empty or not acceptable."""
        try:
            number = Decimal(self.line.text().strip().replace(",", ""))
        except InvalidOperation:
            return None
        return number if self._acceptable(number) else None

    def set_value(self, value: Decimal | None) -> None:
        """Show ``value``; None empties the field."""
        self.line.setText("" if value is None else f"{value:f}")

    def set_unit(self, unit: str) -> None:
        """The unit behind the number (元, 日, 件)."""
        self._unit.setText(unit)
        self.line.setTextMargins(0, 0, self._unit.sizeHint().width() if unit else 0, 0)

    def _acceptable(self, number: Decimal) -> bool:
        if not number.is_finite():
            return False
        exponent = number.as_tuple().exponent
        fits = isinstance(exponent, int) and -exponent <= self._places
        above = self._least is None or number >= self._least
        return fits and above and (self._most is None or number <= self._most)

    def _on_editing_finished(self) -> None:
        if self.line.text().strip() and self.value() is None:
            self.set_error(self._complaint())
        self.editing_finished.emit()

    def _complaint(self) -> str:
        if self._least is not None and self._most is not None:
            return self.tr("请输入 {least} 到 {most} 之间的数。").format(
                least=self._least, most=self._most
            )
        if self._places:
            return self.tr("请输入数字，最多 %n 位小数。", "", self._places)
        return self.tr("请输入整数。")


class DateField(Field[date | None]):
    """A day, typed or picked from a calendar; None while nothing is set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.edit = _DateEdit()
        super().__init__(self.edit, parent)
        self._quiet = False
        self.edit.dateChanged.connect(self._on_date_changed)
        self.edit.editingFinished.connect(self.editing_finished)
        self.retranslate()

    def value(self) -> date | None:
        """The day, or None."""
        chosen = self.edit.date()
        if chosen == self.edit.minimumDate():
            return None
        return date(chosen.year(), chosen.month(), chosen.day())

    def set_value(self, value: date | None) -> None:
        """Show ``value``; None shows that nothing is set."""
        self._quiet = True
        self.edit.setDate(
            self.edit.minimumDate() if value is None else QDate(value.year, value.month, value.day)
        )
        self._quiet = False

    def set_range(self, earliest: date | None, latest: date | None) -> None:
        """Bound the days that can be chosen, both inclusive."""
        if earliest is not None:
            # One day earlier stands for "not set".
            self.edit.setMinimumDate(QDate(earliest.year, earliest.month, earliest.day).addDays(-1))
        if latest is not None:
            self.edit.setMaximumDate(QDate(latest.year, latest.month, latest.day))

    def retranslate(self) -> None:
        super().retranslate()
        self.edit.setDisplayFormat(self.tr("yyyy年M月d日"))
        self.edit.setSpecialValueText(self.tr("未填写"))

    def restyle(self) -> None:
        self.edit.renew_arrows()

    def _on_date_changed(self, chosen: QDate) -> None:
        if not self._quiet:
            self._say_changed()


class _DateEdit(QDateEdit):
    """A date edit whose arrow and calendar follow the theme, deaf to the wheel unless focused."""

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setMinimumDate(QDate(1900, 1, 1))
        self.setDate(self.minimumDate())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        calendar = self.calendarWidget()
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.renew_arrows()

    def renew_arrows(self) -> None:
        colours = look().colours
        names = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}
        for button in self.calendarWidget().findChildren(QToolButton):
            if button.objectName() in names:
                button.setIcon(icon(names[button.objectName()], colours, colours.text))
        self.calendarWidget().setFont(look().font(TypeRole.LABEL))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = look().scaled(18)
        box = QRectF(self.width() - side - Space.M, (self.height() - side) / 2, side, side)
        colours = look().colours
        ink = colours.text_muted if self.isEnabled() else colours.text_disabled
        paint_icon(QPainter(self), box, "calendar", ink)
