"""The numbers of what waits to be sent, large enough to read across a counter."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from inspector_app.gui.controls import IconLabel, Label, TranslatedWidget, Well
from inspector_app.gui.pages.sync.view_model import SyncModel
from inspector_app.gui.terms import bytes_text
from inspector_app.gui.theme import Space, TypeRole, look

__all__ = ["WaitingNumbers"]

_TILE = 150
"""Least width of a number with its words, at text scale 1."""


class WaitingNumbers(TranslatedWidget):
    """Records, photos, documents and bytes that wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: SyncModel | None = None
        self._tiles = {
            name: _Tile(icon)
            for name, icon in (
                ("events", "scroll-text"),
                ("photos", "images"),
                ("documents", "files"),
                ("bytes", "hard-drive"),
            )
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.S)
        self._arrange()
        self.retranslate()

    def set_model(self, model: SyncModel) -> None:
        """Show what waits."""
        self._model = model
        self.retranslate()

    def number(self, name: str) -> str:
        """The number on a tile: ``events``, ``photos``, ``documents`` or ``bytes``."""
        return self._tiles[name].number

    def restyle(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Four beside each other, or two above two."""
        columns = 4 if self.width() >= look().scaled(4 * _TILE) else 2
        for place, tile in enumerate(self._tiles.values()):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < columns))

    def retranslate(self) -> None:
        model = self._model
        outbox = model.outbox if model else None
        values = {
            "events": (str(outbox.events if outbox else 0), self.tr("待上传记录")),
            "photos": (str(outbox.photos if outbox else 0), self.tr("待传照片")),
            "documents": (str(model.other_blobs if model else 0), self.tr("待传文书和签名")),
            "bytes": (bytes_text(outbox.blob_bytes if outbox else 0), self.tr("待传附件大小")),
        }
        for name, (number, words) in values.items():
            self._tiles[name].set_words(number, words)


class _Tile(Well):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self.number = ""
        self._number = Label(role=TypeRole.HEADING, wrap=False)
        self._words = Label(role=TypeRole.CAPTION, muted=True, wrap=False)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(IconLabel(icon, 20, muted=True))
        top.addWidget(self._number, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._words)

    def set_words(self, number: str, words: str) -> None:
        self.number = number
        self._number.setText(number)
        self._words.setText(words)
        self.setAccessibleName(f"{words} {number}")
