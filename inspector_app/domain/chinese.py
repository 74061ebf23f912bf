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


# Formal signs (大写) count like the plain ones, as bills and receipts have them.
_VALUES = {
    sign: value for signs in (_DIGITS, "零壹贰叁肆伍陆柒捌玖") for value, sign in enumerate(signs)
}
_VALUES |= {"〇": 0, "○": 0, "◯": 0, "两": 2}
_WEIGHTS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = (("亿", 100_000_000), ("万", 10_000))


def read_chinese_number(text: str) -> int:
    """The value of a numeral: 一百二十四, 一百廿四, 124, １２４, 二〇二六, 五万三千, 伍万叁仟.

    Raises ``ValueError`` if ``text`` is none, nor any number (十二十, 十万百, 百).
    """
    if text.isdecimal():
        return int(text)
    if text and all(sign in _VALUES for sign in text):
        return int("".join(str(_VALUES[sign]) for sign in text))
    value = _weighed(text.replace("廿", "二十").replace("卅", "三十"), _GROUPS)
    if value is None:
        raise ValueError(f"not a numeral: {text}")
    return value


def _weighed(text: str, groups: tuple[tuple[str, int], ...]) -> int | None:
    """The value of signs with weights; None if they make no number.

    What stands before 亿 and behind it counts its own 万, and nothing counts one twice.
    """
    for at, (sign, size) in enumerate(groups):
        high, found, low = text.rpartition(sign)
        if found:
            times = _weighed(high, groups[at + 1 :])
            rest = _weighed(low, groups[at + 1 :]) if low else 0
            return times * size + rest if times and rest is not None else None
    return _below_ten_thousand(text)


def _below_ten_thousand(text: str) -> int | None:
    total, digit, last = 0, 0, 10_000
    for sign in text:
        weight = _WEIGHTS.get(sign, 0)
        if weight:
            # 十 alone is ten; 百 and 千 want to be counted.
            if weight >= last or (not digit and weight != 10):
                return None
            total, digit, last = total + (digit or 1) * weight, 0, weight
        elif digit or sign not in _VALUES:
            return None
        else:
            digit = _VALUES[sign]
    return total + digit if text else None


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
