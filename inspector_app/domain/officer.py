"""Officers (执法人员), their certificates (执法证) and roles."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from inspector_app.domain.late_dataclass import dataclass

__all__ = ["Authority", "Officer", "Role"]


class Role(StrEnum):
    """What a person may do in the application."""

    OFFICER = "officer"  # 执法人员
    SUPERVISOR = "supervisor"  # 审核人员


@dataclass(frozen=True, slots=True)
class Officer:
    """A person of the bureau. ``certificate_no`` 执法证号; validity days inclusive (处罚法 42)."""

    id: str
    name: str
    certificate_no: str
    valid_from: date
    valid_to: date
    organ: str
    role: Role = Role.OFFICER

    def is_certified(self, on: date) -> bool:
        """Whether the certificate is valid on that day."""
        return bool(self.certificate_no) and self.valid_from <= on <= self.valid_to


@dataclass(frozen=True, slots=True)
class Authority:
    """The bureau in whose name papers are issued (执法机关), with what the remedies name."""

    name: str
    region: str
    government: str
    court: str
    contact_person: str
    contact_phone: str
    address: str
    kind: str = "市场监督管理局"
