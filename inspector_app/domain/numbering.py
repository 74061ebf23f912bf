"""Official numbers (文号) offline, from blocks that the server leases to this laptop.

A number is used or void, never forgotten: both are events, so every gap is explained.
"""

from __future__ import annotations

from inspector_app.domain.errors import UserError
from inspector_app.domain.late_dataclass import dataclass

__all__ = ["NumberBlock", "OfficialNumber", "exhausted", "format_number"]


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """A leased range of numbers ``first`` … ``last`` (inclusive) of one word (文种字) and year.

    ``token`` is the fencing token: the server refuses numbers of an older lease of the same range.
    """

    id: str
    word: str
    year: int
    first: int
    last: int
    token: int

    def __len__(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class OfficialNumber:
    """A number taken from a block, with its printed form."""

    text: str
    word: str
    year: int
    seq: int
    block: str


def format_number(pattern: str, *, region: str, year: int, seq: int) -> str:
    """The printed number, e.g. 青黄市监责改〔2026〕12号 from ``{region}市监责改〔{year}〕{seq}号``."""
    return (
        pattern.replace("{region}", region).replace("{year}", str(year)).replace("{seq}", str(seq))
    )


def exhausted(word: str, year: int) -> UserError:
    """The error when this laptop holds no free number of that word and year."""
    return UserError(
        "numbers.exhausted",
        f"本机预留的“{word}”{year} 年文号已用完。",
        safe="文书内容已保存，签名前不会丢失。",
        mend="请联网同步一次以领取新的文号段，再出具该文书。",
        facts={"word": word, "year": year},
    )
