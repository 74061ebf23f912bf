"""Enterprises (市场主体): the file of one, its licences, and its unified social credit code."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from inspector_app.domain.errors import UserError
from inspector_app.domain.late_dataclass import dataclass

__all__ = [
    "REPRESENTATIVE_TITLES",
    "Enterprise",
    "Licence",
    "PartyType",
    "PastVisit",
    "RiskClass",
    "check_credit_code",
    "credit_code_digit",
]

REPRESENTATIVE_TITLES = ("法定代表人", "负责人", "经营者", "投资人", "执行事务合伙人")
"""Who stands for a party, as its licence says (市场主体登记管理条例 8)."""

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


class PartyType(StrEnum):
    """What kind of party (当事人类型); decides limits and duties (处罚法 51, 食品安全法 53(2))."""

    ENTERPRISE = "enterprise"  # 企业
    INDIVIDUAL_BUSINESS = "individual_business"  # 个体工商户
    INSTITUTION = "institution"  # 事业单位、社会组织
    INDIVIDUAL = "individual"  # 自然人


class RiskClass(StrEnum):
    """Risk class (风险等级), A lowest to D highest (令49号 21); NONE before classification."""

    NONE = ""
    A = "A"
    B = "B"
    C = "C"
    D = "D"


def credit_code_digit(body: str) -> str:
    """The check digit of the first 17 characters (GB 32100-2015); ``ValueError`` on others."""
    if len(body) != 17 or any(character not in _ALPHABET for character in body):
        raise ValueError("17 characters of the code's alphabet expected")
    total = sum(
        _ALPHABET.index(character) * weight
        for character, weight in zip(body, _WEIGHTS, strict=True)
    )
    return _ALPHABET[(31 - total % 31) % 31]


def check_credit_code(text: str) -> str:
    """``text`` as a unified social credit code (统一社会信用代码), upper case, blanks removed.

    Raises :class:`UserError` naming what is wrong: length, characters or check digit (GB 32100).
    """
    code = "".join(text.split()).upper()
    if len(code) != 18:
        raise UserError(
            "credit_code.length",
            f"统一社会信用代码应为 18 位，现为 {len(code)} 位。",
            safe="未作任何更改。",
            mend="请对照营业执照核对后重新输入。",
            facts={"length": len(code)},
        )
    wrong = next((c for c in code if c not in _ALPHABET), "")
    if wrong:
        raise UserError(
            "credit_code.character",
            f"统一社会信用代码中不会出现“{wrong}”。",
            safe="未作任何更改。",
            mend="代码不使用字母 I、O、S、V、Z，请核对是否为数字 1、0、5、2。",
            facts={"character": wrong},
        )
    if credit_code_digit(code[:17]) != code[17]:
        raise UserError(
            "credit_code.check_digit",
            "统一社会信用代码的校验位不符，其中至少有一位有误。",
            safe="未作任何更改。",
            mend="请对照营业执照逐位核对。",
        )
    return code


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence or certificate of subject (证照). ``valid_to`` None = no expiry."""

    name: str
    number: str
    valid_from: date | None = None
    valid_to: date | None = None
    scope: str = ""

    def days_left(self, today: date) -> int | None:
        """Calendar days until expiry: 0 on the last valid day, negative after it, None if open."""
        return None if self.valid_to is None else (self.valid_to - today).days


@dataclass(frozen=True, slots=True)
class PastVisit:
    """An earlier visit in one line: when, result, how many not met, how many still not put right."""

    visit_id: str
    at: date
    kind: str
    grade: str
    not_met: int
    open_rectifications: int
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Enterprise:
    """The file of one enterprise (一企一档).

    ``activities`` and ``premises`` are the guards' words (see ``ScopeGuard``): sale, catering …;
    school_canteen, chain …. ``initials`` are the pinyin initials of the name for search.
    """

    id: str
    name: str
    credit_code: str
    party_type: PartyType
    address: str
    premises_address: str
    legal_representative: str
    phone: str
    representative_title: str = "法定代表人"
    activities: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()
    business_label: str = ""
    risk_class: RiskClass = RiskClass.NONE
    grid: str = ""
    responsible_officer: str = ""
    licences: tuple[Licence, ...] = ()
    flags: tuple[str, ...] = ()
    history: tuple[PastVisit, ...] = ()
    latitude_e6: int = 0
    longitude_e6: int = 0

    @property
    def last_visit(self) -> PastVisit | None:
        """The latest earlier visit, if any."""
        return max(self.history, key=lambda visit: visit.at, default=None)
