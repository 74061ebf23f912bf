"""Amounts of money: whole fen (分) everywhere; clauses and people speak of yuan (元)."""

from __future__ import annotations

__all__ = ["YUAN", "money_words"]

YUAN = 100
"""A yuan, in fen."""


def money_words(fen: int) -> str:
    """An amount as papers write it: ``50,000`` or ``1,234.50`` yuan."""
    yuan, rest = divmod(fen, YUAN)
    return f"{yuan:,}.{rest:02}" if rest else f"{yuan:,}"
