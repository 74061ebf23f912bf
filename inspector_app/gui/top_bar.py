"""Where one is, and the way to everything else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from inspector_app.gui.controls.text import Label
from inspector_app.gui.controls.translated import TranslatedFrame
from inspector_app.gui.theme import Space, TypeRole, look, paint_icon

__all__ = ["TopBar"]


class TopBar(TranslatedFrame):
    """The page's title and the search button.

    Signals:
        search_wanted(): the search button was pressed.
    """

    search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.S)
        row.setSpacing(Space.L)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = Label(role=TypeRole.HEADING, wrap=False)
        self._detail = Label(muted=True, wrap=False)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        self.search = _SearchButton()
        self.search.clicked.connect(self.search_wanted)
        row.addLayout(words, 1)
        row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_title("")
        self.set_search_enabled(enabled=False)
        self.retranslate()
        self.restyle()

    @property
    def title(self) -> str:
        """The title on show."""
        return self._title.text()

    def set_title(self, title: str, detail: str = "") -> None:
        """Set the title and what stands under it."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def set_search_enabled(self, enabled: bool) -> None:
        """Show the search button only where there is something to search."""
        self.search.setVisible(enabled)

    def retranslate(self) -> None:
        self.search.setText(self.tr("搜索"))
        self.search.setAccessibleName(self.tr("搜索 (Ctrl+K)"))

    def restyle(self) -> None:
        self.search.updateGeometry()
        # As high without a detail as with one: what stands below must not move from page to page.
        roles = (TypeRole.HEADING, TypeRole.BODY)
        words = sum(QFontMetrics(look().font(role)).height() for role in roles)
        edge = self.contentsMargins()
        self.setMinimumHeight(words + Space.L + Space.S + edge.top() + edge.bottom())


class _SearchButton(QPushButton):
    """Looks like a field, opens the palette."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchButton")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(look().scaled(240), look().target)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Let the style sheet draw ground and focus, then lay icon, word and key on top. Taking the
        # text away from the button itself would ask for the next paint, and so on for ever.
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        colours, scaled = look().colours, look().scaled
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        side = scaled(18)
        icon_box = QRectF(Space.M, (self.height() - side) / 2, side, side)
        paint_icon(painter, icon_box, "search", colours.text_muted)
        painter.setPen(QColor(colours.text_muted))
        painter.setFont(look().font(TypeRole.LABEL))
        middle = Qt.AlignmentFlag.AlignVCenter
        text_box = QRectF(self.rect()).adjusted(Space.M + side + Space.S, 0, -Space.M, 0)
        painter.drawText(text_box, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.setFont(look().font(TypeRole.CAPTION))
        painter.drawText(text_box, middle | Qt.AlignmentFlag.AlignRight, "Ctrl+K")
