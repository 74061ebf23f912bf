"""Search everywhere (Ctrl+K): type, arrow, Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app.gui.controls.surfaces import Divider, paint_surface
from inspector_app.gui.controls.text import IconLabel, Label
from inspector_app.gui.controls.translated import TranslatedFrame
from inspector_app.gui.search_hit import SearchHit
from inspector_app.gui.theme import Radius, Space, TypeRole, look, paint_icon

__all__ = ["SearchPalette"]

_HIT_ROLE = Qt.ItemDataRole.UserRole
_PAUSE_MS = 80
_Index: TypeAlias = QModelIndex | QPersistentModelIndex


class SearchPalette(TranslatedFrame):
    """Covers the window, dimmed, with a field and what was found. Give it hits by `show_hits`.

    Signals:
        query_changed(str): the person paused typing; answer with `show_hits` for that query.
        hit_chosen(str): the key of the chosen hit; the palette has closed.
    """

    query_changed = Signal(str)
    hit_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before: QWidget | None = None
        self._box = _PaletteBox(self)
        self.field = QLineEdit()
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        top = QHBoxLayout()
        top.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        top.setSpacing(Space.S)
        top.addWidget(IconLabel("search", 22, muted=True))
        top.addWidget(self.field, 1)
        self._model = QStandardItemModel(self)
        self.hits = QListView()
        self.hits.setModel(self._model)
        self.hits.setItemDelegate(_HitDelegate(self.hits))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setMouseTracking(True)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.clicked.connect(self._on_hit_clicked)
        self._nothing = Label(muted=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._keys = Label(role=TypeRole.CAPTION, muted=True)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.M)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Divider())
        column.addSpacing(Space.XS)
        column.addWidget(self.hits, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(Divider())
        column.addSpacing(Space.S)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.L, 0, Space.L, 0)
        foot.addWidget(self._keys)
        column.addLayout(foot)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_timeout)
        parent.installEventFilter(self)
        self.hide()
        self.retranslate()
        self.show_hits("", ())

    def open(self) -> None:
        """Show over the window with an empty field that has the focus."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self.setGeometry(self._parent().rect())
        self._place()
        self.show()
        self.raise_()
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.query_changed.emit("")

    def close_palette(self) -> None:
        """Hide and give the focus back; nothing happens if it is not open."""
        if self.isHidden():
            return
        self._pause.stop()
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None

    def show_hits(self, query: str, hits: Sequence[SearchHit]) -> None:
        """Show what was found for ``query``; an answer to an older query is ignored."""
        if query != self.field.text().strip():
            return
        self._model.clear()
        for hit in hits:
            item = QStandardItem(hit.title)
            item.setData(hit, _HIT_ROLE)
            item.setEditable(False)
            detail = " ".join(part for part in (hit.title, hit.detail, hit.group) if part)
            item.setData(detail, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self.hits.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self._say_nothing(query)
        if hits:
            self.hits.setCurrentIndex(self._model.index(0, 0))

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("搜索主体、任务、检查、文书……"))
        self.field.setAccessibleName(self.tr("搜索"))
        self.hits.setAccessibleName(self.tr("搜索结果"))
        self._keys.setText(self.tr("↑↓ 选择   Enter 打开   Esc 关闭"))
        self._say_nothing(self.field.text().strip())

    def restyle(self) -> None:
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._parent().rect())
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            return pressed and self._steer(event.key())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(look().colours.scrim)
        veil.setAlpha(110)
        QPainter(self).fillRect(self.rect(), veil)

    def _steer(self, key: int) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 6,
            Qt.Key.Key_PageUp: -6,
        }
        if key in steps:
            rows = self._model.rowCount()
            row = max(0, min(rows - 1, self.hits.currentIndex().row() + steps[Qt.Key(key)]))
            self.hits.setCurrentIndex(self._model.index(row, 0))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.hits.currentIndex())
            return True
        if key == Qt.Key.Key_Escape:
            self.close_palette()
            return True
        # Tab would leave the palette for the page that it covers.
        return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

    def _choose(self, index: QModelIndex) -> None:
        hit = index.data(_HIT_ROLE) if index.isValid() else None
        if isinstance(hit, SearchHit):
            self.close_palette()
            self.hit_chosen.emit(hit.key)

    def _say_nothing(self, query: str) -> None:
        self._nothing.setText(
            self.tr("没有找到。可输入名称中的两个字、拼音首字母或统一社会信用代码。")
            if query
            else self.tr("输入名称中的两个字、拼音首字母或统一社会信用代码。")
        )

    def _parent(self) -> QWidget:
        parent = self.parentWidget()
        assert parent is not None  # noqa: S101 - __init__ demands one
        return parent

    def _place(self) -> None:
        width = min(look().scaled(680), self.width() - 2 * Space.XL)
        height = min(look().scaled(460), self.height() - 2 * Space.XL)
        left = (self.width() - width) // 2
        self._box.setGeometry(left, min(72, (self.height() - height) // 2), width, height)

    def _on_text_changed(self, text: str) -> None:
        self._pause.start()

    def _on_pause_timeout(self) -> None:
        self.query_changed.emit(self.field.text().strip())

    def _on_hit_clicked(self, index: QModelIndex) -> None:
        self._choose(index)


class _PaletteBox(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paletteBox")

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().colours
        paint_surface(QPainter(self), QRectF(self.rect()), colours, colours.raised, depth=4)


class _HitDelegate(QStyledItemDelegate):
    """A hit: icon, name, what it is beneath, its group at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, look().scaled(56))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit = index.data(_HIT_ROLE)
        colours, scaled = look().colours, look().scaled
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(Space.XS, 1, -Space.XS, -1)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.primary_soft))
            painter.drawRoundedRect(box, Radius.M, Radius.M)
        side = scaled(22)
        icon_box = QRectF(box.left() + Space.M, box.center().y() - side / 2, side, side)
        paint_icon(painter, icon_box, hit.icon, colours.text_muted)
        words = box.adjusted(Space.M + side + Space.M, scaled(6), -Space.M, -scaled(6))
        caption = look().font(TypeRole.CAPTION)
        painter.setFont(caption)
        painter.setPen(QColor(colours.text_muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, right, hit.group)
        words.setRight(words.right() - painter.fontMetrics().horizontalAdvance(hit.group) - 12)
        if hit.detail:
            detail = painter.fontMetrics().elidedText(
                hit.detail, Qt.TextElideMode.ElideRight, int(words.width())
            )
            painter.drawText(words, Qt.AlignmentFlag.AlignBottom, detail)
        painter.setFont(look().font(TypeRole.LABEL))
        painter.setPen(QColor(colours.text))
        title = painter.fontMetrics().elidedText(
            hit.title, Qt.TextElideMode.ElideRight, int(words.width())
        )
        place = Qt.AlignmentFlag.AlignTop if hit.detail else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, place, title)
        painter.restore()
