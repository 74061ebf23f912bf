"""Amounts as people write them in words, for what reads them."""

from __future__ import annotations

from inspector_app.domain.law.money import YUAN

__all__ = ["money_in_words"]

_FORMAL = "零壹贰叁肆伍陆柒捌玖"


def money_in_words(fen: int) -> str:
    """An amount as it is written by hand so that nobody can change it: 伍万零叁佰元伍角整.

    ``fen`` from 0 up to below 一万亿元.
    """
    yuan, rest = divmod(fen, YUAN)
    words = _formal(yuan) + "元"
    jiao, part = divmod(rest, 10)
    if not rest:
        return words + "整"
    words += f"{_FORMAL[jiao]}角" if jiao else "零"
    return words + (f"{_FORMAL[part]}分" if part else "整")


def _formal(value: int) -> str:
    if value < 10_000:
        return _formal_group(value) or "零"
    text, pending = "", False
    for unit, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        group, value = divmod(value, size)
        if not group:
            pending = bool(text)
            continue
        if text and (pending or group < 1000):
            text += "零"
        text, pending = text + _formal_group(group) + unit, False
    return text


def _formal_group(value: int) -> str:
    text, pending = "", False
    for unit, size in (("仟", 1000), ("佰", 100), ("拾", 10), ("", 1)):
        digit, value = divmod(value, size)
        if digit:
            text += ("零" if pending else "") + _FORMAL[digit] + unit
            pending = False
        else:
            pending = bool(text)
    return text
