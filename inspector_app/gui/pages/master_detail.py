"""A list beside what it opens; on a narrow window, one of them at a time with a way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls import Button, ButtonKind, TranslatedWidget
from inspector_app.gui.theme import Space, look

__all__ = ["MasterDetail"]


class MasterDetail(TranslatedWidget):
    """Places ``master`` and ``detail`` side by side where there is room for both.

    Below ``narrow_below`` logical pixels (at text scale 1) only one is shown: ``master`` until
    `show_detail`, then ``detail`` with a button that leads back. Escape leads back too.

    Signals:
        went_back(): the person returned to the list.
    """

    went_back = Signal()

    def __init__(
        self,
        master: QWidget,
        detail: QWidget,
        *,
        master_width: int = 380,
        narrow_below: int = 820,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.master = master
        self.detail = detail
        self._master_width = master_width
        self._narrow_below = narrow_below
        self._narrow = False
        self._on_detail = False
        self.back_button = Button(icon_name="arrow-left", kind=ButtonKind.QUIET)
        self.back_button.clicked.connect(self._on_back_clicked)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(detail, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.L)
        self._row.addWidget(master)
        self._row.addLayout(column, 1)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self._on_back_clicked)
        self._arrange()
        self.retranslate()

    def set_master_last(self) -> None:
        """Let ``master`` stand at the right of ``detail``, which is then what opens first."""
        self._row.addWidget(self.master)
        self._on_detail = True
        self._arrange()

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
        self.back_button.set_words(self.tr("返回列表"), "Esc")

    def restyle(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        scaled = look().scaled
        # A list needs room for its words, but never more than two fifths of the window.
        width = min(scaled(self._master_width), max(self.width() * 2 // 5, self._master_width))
        self._narrow = self.width() < scaled(self._narrow_below)
        if self._narrow:
            self.master.setMinimumWidth(0)
            self.master.setMaximumWidth(16777215)
        else:
            self.master.setFixedWidth(width)
        self.master.setVisible(not self._narrow or not self._on_detail)
        self.detail.setVisible(not self._narrow or self._on_detail)
        self.back_button.setVisible(self._narrow and self._on_detail)
        self._escape.setEnabled(self._narrow and self._on_detail)

    def _on_back_clicked(self) -> None:
        self.show_master()
        self.master.setFocus()
        self.went_back.emit()
