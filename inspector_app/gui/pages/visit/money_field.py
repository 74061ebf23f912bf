"""An amount of money: entered in yuan, kept in fen."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from inspector_app.domain.law.money import YUAN
from inspector_app.gui.controls import NumberField

__all__ = ["MoneyField"]


class MoneyField(NumberField):
    """Yuan with up to two decimals, never less than nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(places=2, least=Decimal(0), parent=parent)
        self.retranslate()

    def fen(self) -> int | None:
        """The amount; None while it is empty or no amount."""
        yuan = self.value()
        return None if yuan is None else int(yuan * YUAN)

    def set_fen(self, fen: int | None) -> None:
        """Show an amount; None empties the field."""
        self.set_value(None if fen is None else Decimal(fen) / YUAN)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_unit(self.tr("元"))
