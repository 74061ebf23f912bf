"""Chinese numerals, dates and money as official papers write them (GB/T 15835, 党政机关公文格式)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

__all__ = [
    "chinese_date",
    "chinese_datetime",
    "chinese_number",
    "money",
    "ordinal",
    "read_chinese_number",
]

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def chinese_number(value: int) -> str:
    """``value`` (0 … 9999) in Chinese numerals: 10 → 十, 110 → 一百一十, 1003 → 一千零三."""
    if not 0 <= value <= 9999:
        raise ValueError(f"not between 0 and 9999: {value}")
    if value < 10:
        return _DIGITS[value]
    out: list[str] = []
    digits = str(value)
    pending_zero = False
    for position, digit in enumerate(digits):
        unit = len(digits) - position - 1
        if digit == "0":
            pending_zero = True
            continue
        if pending_zero:
            out.append("零")
            pending_zero = False
        out.append(_DIGITS[int(digit)] + _UNITS[unit])
    text = "".join(out)
    return text.removeprefix("一") if text.startswith("一十") else text


_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | {"〇": 0, "○": 0, "◯": 0, "两": 2}
_WEIGHTS = {"十": 10, "百": 100, "千": 1000}


def read_chinese_number(text: str) -> int:
    """The value of a Chinese, ASCII or full-width numeral: 一百二十四, 124, １２４, 二〇二六.

    Raises ``ValueError`` if ``text`` is none of them, nor any number (十二十).
    """
    if text.isdecimal():
        return int(text)
    if not text or any(sign not in _VALUES and sign not in _WEIGHTS for sign in text):
        raise ValueError(f"not a numeral: {text}")
    if not any(sign in _WEIGHTS for sign in text):
        return int("".join(str(_VALUES[sign]) for sign in text))
    total, digit, last = 0, 0, 10_000
    for sign in text:
        weight = _WEIGHTS.get(sign, 0)
        if weight >= last or (not weight and digit):
            raise ValueError(f"not a numeral: {text}")
        if weight:
            total, digit, last = total + (digit or 1) * weight, 0, weight
        else:
            digit = _VALUES[sign]
    return total + digit


def ordinal(value: int) -> str:
    """第一 for 1, 第十二 for 12."""
    return "第" + chinese_number(value)


def _moment(value: date | datetime | str) -> date | datetime:
    if isinstance(value, str):
        return datetime.fromisoformat(value) if len(value) > 10 else date.fromisoformat(value)
    return value


def chinese_date(value: date | datetime | str) -> str:
    """2026年11月21日, from a date, a datetime or ISO 8601 text."""
    moment = _moment(value)
    return f"{moment.year}年{moment.month}月{moment.day}日"


def chinese_datetime(value: datetime | str) -> str:
    """2026年11月21日09时05分, in the moment's own offset."""
    moment = _moment(value)
    if not isinstance(moment, datetime):
        raise ValueError(f"no time of day in {value!r}")
    return f"{chinese_date(moment)}{moment.hour:02d}时{moment.minute:02d}分"


def money(value: Decimal | int | str) -> str:
    """1,000.00 元, from yuan."""
    return f"{Decimal(value):,.2f} 元"
