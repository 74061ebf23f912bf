"""Reading dates, amounts, document numbers and credit codes out of what people typed.

Each reader finds what a careful reader would: 2026年11月21日, 二〇二六年十一月二十一日, 2026-11-21;
5万元, 50,000.00元, 伍万元整, 五万元; 云溪市监责改〔2026〕5号; an 18-character credit code.
Amounts are in fen (分), so that nothing is rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from inspector_app.domain.chinese import read_chinese_number
from inspector_app.domain.enterprise import credit_code_digit
from inspector_app.domain.law.money import YUAN

__all__ = [
    "Amount",
    "Dated",
    "read_amounts",
    "read_credit_codes",
    "read_dates",
    "read_document_numbers",
    "read_money_words",
]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as it stands at ``start`` of a text; ``day`` None = written like one, but none."""

    text: str
    day: date | None
    start: int

    @property
    def end(self) -> int:
        """Where the text goes on behind it."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as it stands at ``text[start:end]``, in fen; ``in_words`` 大写 or 小写汉字."""

    fen: int
    start: int
    end: int
    in_words: bool


# As keyboards for Chinese write digits, sign for sign.
_NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.")
_ZERO = "〇零○◯"
_ZH = f"{_ZERO}一二三四五六七八九十"
_DATE = re.compile(
    rf"(?<![0-9{_ZH}])(?P<y>[0-9]{{4}}|[{_ZERO}一二三四五六七八九]{{4}})\s*年\s*"
    rf"(?P<m>[0-9]{{1,2}}|[{_ZH}]{{1,3}})\s*月\s*(?P<d>[0-9]{{1,2}}|[{_ZH}]{{1,3}})\s*[日号]"
)
_ISO = re.compile(
    r"(?<![0-9.\-/])(?P<y>(?:19|20)[0-9]{2})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})"
    r"(?![0-9])(?!\.[0-9])"
)


def read_dates(text: str) -> tuple[Dated, ...]:
    """Every whole date in ``text``, in order; years need four digits."""
    narrow = text.translate(_NARROW)
    matches = (*_DATE.finditer(narrow), *_ISO.finditer(narrow))
    return tuple(
        Dated(text[match.start() : match.end()], _day(match), match.start())
        for match in sorted(matches, key=lambda match: match.start())
    )


def _day(match: re.Match[str]) -> date | None:
    try:
        year, month, day = (read_chinese_number(match[part]) for part in ("y", "m", "d"))
        return date(year, month, day)
    except ValueError:
        return None


_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_PLAIN = "零一二三四五六七八九"
_GROUP = {"万": 10_000, "亿": 100_000_000}
_SIGNS = f"{_FORMAL}{_PLAIN}〇两拾十佰百仟千万亿"
_WEIGHED = re.compile("[拾十佰百仟千万亿]")
_WORDS = re.compile(
    rf"(?<![{_SIGNS}])(?P<yuan>[{_SIGNS}]+)[元圆](?:整|正|(?:(?P<zero>零)?(?:(?P<jiao>[{_FORMAL}{_PLAIN}])角)?"
    rf"(?P<zero2>零)?(?:(?P<fen>[{_FORMAL}{_PLAIN}])分)?整?))"
)
_UNITS = {"千万": 10**7, "百万": 10**6, "百": 100, "千": 1000, **_GROUP}
# More digits than money has are no amount, nor would Python read any number of them.
_FIGURE = r"(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,5}|[0-9]{1,15})(?:\.[0-9]{1,6})?"
_UNIT = "|".join(_UNITS)
_FIGURES = re.compile(
    rf"(?<![0-9.,，亿万千百])(?<![0-9]\s)(?=[0-9])"
    rf"(?P<parts>(?:{_FIGURE}\s?(?:{_UNIT})\s?){{0,4}}(?:{_FIGURE}\s?)?)[元圆]"
    r"(?:(?P<jiao>[0-9])角)?(?:(?P<fen>[0-9])分)?"
)
_PART = re.compile(rf"(?P<figure>{_FIGURE})\s?(?P<unit>{_UNIT})?")


def read_amounts(text: str) -> tuple[Amount, ...]:
    """Every amount of money in ``text``, in order: figures with 元, and Chinese numerals with 元."""
    found = [*_in_figures(text), *_in_words(text)]
    return tuple(sorted(found, key=lambda amount: amount.start))


def _in_figures(text: str) -> Iterator[Amount]:
    for match in _FIGURES.finditer(text.translate(_NARROW)):
        yuan = _sum(match["parts"])
        if yuan is None:
            continue
        fen = (yuan + Fraction(int(match["jiao"] or 0), 10)) * YUAN + int(match["fen"] or 0)
        if fen.denominator == 1:
            yield Amount(int(fen), match.start(), match.end(), in_words=False)


def _sum(parts: str) -> Fraction | None:
    """Yuan of 5万3千, 1万2000, 5.5万; None where a part does not fit under the one before it."""
    total, room = Fraction(0), None
    for part in _PART.finditer(parts):
        value = Fraction(re.sub("[,，]", "", part["figure"])) * _UNITS.get(part["unit"] or "", 1)
        if room is not None and value >= room:
            return None
        total, room = total + value, _UNITS.get(part["unit"] or "", 1)
    return total


def _in_words(text: str) -> Iterator[Amount]:
    for match in _WORDS.finditer(text):
        fen = read_money_words(match.group())
        if fen is not None:
            yield Amount(fen, match.start(), match.end(), in_words=True)


def read_money_words(text: str) -> int | None:
    """Fen of an amount in Chinese numerals (伍万零叁佰元伍角整); None if it is none."""
    match = _WORDS.fullmatch(text.strip())
    if match is None:
        return None
    yuan = _whole_yuan(match["yuan"])
    if yuan is None:
        return None
    jiao, fen = (read_chinese_number(match[unit] or "零") for unit in ("jiao", "fen"))
    return yuan * YUAN + jiao * 10 + fen


def _whole_yuan(numeral: str) -> int | None:
    """Yuan of 五万三千; None for what is no number, and for digits alone: 一二元 is one or two."""
    if len(numeral) > 1 and not _WEIGHED.search(numeral):
        return None
    try:
        return read_chinese_number(numeral)
    except ValueError:
        return None


_NUMBER = re.compile(
    r"(?P<word>[一-鿿]{2,16})[〔\[【（(](?P<year>20[0-9]{2})[〕\]】）)]\s*第?(?P<seq>[0-9]{1,6})\s*号"
)


def read_document_numbers(text: str) -> tuple[tuple[str, int, int], ...]:
    """Official numbers (文号) in ``text``: the word as far as it can be told, year and number."""
    return tuple(
        (match["word"], int(match["year"]), int(match["seq"])) for match in _NUMBER.finditer(text)
    )


_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])")


def read_credit_codes(text: str) -> tuple[tuple[str, bool], ...]:
    """Unified social credit codes in ``text``, each with whether its check digit is right.

    Eighteen digits without a letter may be an identity number; they count only if the digit is
    right.
    """
    found = []
    for match in _CODE.finditer(text.upper()):
        code = match.group()
        right = credit_code_digit(code[:17]) == code[17]
        if right or not code[:17].isdigit():
            found.append((code, right))
    return tuple(found)
