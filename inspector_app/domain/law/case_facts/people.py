"""Who is in a case: party, officers, what was told and asked at the beginning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inspector_app.domain.enterprise import PartyType

__all__ = ["OfficerFacts", "PartyFacts", "Rank", "RecusalFacts", "RightsFacts"]


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """The party (当事人). ``people`` are those who stand for it, ``present`` who was there."""

    name: str
    type: PartyType
    credit_code: str = ""
    address: str = ""
    people: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()
    farmer: bool = False


@dataclass(frozen=True, slots=True)
class OfficerFacts:
    """An officer named on the case's papers, with the certificate (执法证); validity inclusive."""

    id: str
    name: str
    certificate_no: str
    valid_from: date
    valid_to: date
    organ: str = ""

    def is_certified(self, on: date) -> bool:
        """Whether the certificate is valid on that day."""
        return bool(self.certificate_no) and self.valid_from <= on <= self.valid_to


class Rank(StrEnum):
    """Whose recusal is asked (程序规定 4)."""

    OFFICER = "officer"  # 办案人员、其他有关人员
    DEPUTY = "deputy"  # 其他负责人
    CHIEF = "chief"  # 主要负责人


@dataclass(frozen=True, slots=True)
class RecusalFacts:
    """A recusal (回避) that was asked, and who decided it: responsible, chief, collective."""

    of: str
    rank: Rank
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class RightsFacts:
    """Whether certificates were shown and rights told (程序规定 21–22), and when.

    ``read`` False = the record of it is missing. ``recusal_asked``: the party applied for recusal.
    """

    read: bool
    at: datetime | None = None
    recusal_asked: bool = False
