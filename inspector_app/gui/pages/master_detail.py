"""Two panes side by side; on a narrow window, one of them at a time with a way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls import Button, ButtonKind, TranslatedWidget
from inspector_app.gui.theme import Space, look

__all__ = ["MasterDetail"]

_ANY_WIDTH = 16777215


class MasterDetail(TranslatedWidget):
    """Places ``master`` and ``detail`` side by side where there is room for both.

    One pane keeps its width (``master_width``, or ``detail_width`` if that is given), the other
    takes the rest. Below ``narrow_below`` only one is shown: ``master`` until `show_detail`, then
    ``detail`` with a button that leads back; Escape does the same. Lengths are logical pixels at
    text scale 1. ``way_back`` says what the button leads to, in the language in force.

    Signals:
        went_back(): the person returned to ``master``.
    """

    went_back = Signal()

    def __init__(
        self,
        master: QWidget,
        detail: QWidget,
        *,
        master_width: int = 380,
        detail_width: int = 0,
        narrow_below: int = 820,
        way_back: Callable[[], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.master = master
        self.detail = detail
        self._way_back = way_back
        self._width = detail_width or master_width
        self._detail_keeps = bool(detail_width)
        self._narrow_below = narrow_below
        self._narrow = False
        self._on_detail = False
        self.back_button = Button(icon_name="arrow-left", kind=ButtonKind.QUIET)
        self.back_button.clicked.connect(self._on_back_clicked)
        self._second = QWidget()
        column = QVBoxLayout(self._second)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(detail, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addWidget(master, int(self._detail_keeps))
        row.addWidget(self._second, int(not self._detail_keeps))
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self._on_back_clicked)
        self._arrange()
        self.retranslate()

    @property
    def narrow(self) -> bool:
        """Whether only one of the two fits."""
        return self._narrow

    def show_detail(self) -> None:
        """Bring ``detail`` into sight; changes nothing where both are."""
        self._on_detail = True
        self._arrange()

    def show_master(self) -> None:
        """Bring ``master`` into sight."""
        self._on_detail = False
        self._arrange()

    def retranslate(self) -> None:
        words = self._way_back() if self._way_back else self.tr("返回列表")
        self.back_button.set_words(words, "Esc")

    def restyle(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        scaled = look().scaled
        self._narrow = self.width() < scaled(self._narrow_below)
        keeper = self._second if self._detail_keeps else self.master
        if self._narrow:
            keeper.setMinimumWidth(0)
            keeper.setMaximumWidth(_ANY_WIDTH)
        else:
            # A pane needs room for its words, but never more than two fifths of what there is.
            keeper.setFixedWidth(min(scaled(self._width), max(self.width() * 2 // 5, self._width)))
        self.master.setVisible(not self._narrow or not self._on_detail)
        self._second.setVisible(not self._narrow or self._on_detail)
        self.back_button.setVisible(self._narrow and self._on_detail)
        self._escape.setEnabled(self._narrow and self._on_detail)

    def _on_back_clicked(self) -> None:
        self.show_master()
        self.master.setFocus()
        self.went_back.emit()
