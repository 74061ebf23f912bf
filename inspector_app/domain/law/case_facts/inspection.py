"""What an inspection says of itself: approval, items, findings, result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector_app.domain.law.violation import MeasureKind, Violation

__all__ = [
    "ApprovalFacts",
    "FindingFacts",
    "InspectionFacts",
    "InspectionKind",
    "ItemFacts",
    "ResultFacts",
]


@dataclass(frozen=True, slots=True)
class ApprovalFacts:
    """One task of the inspection and the approval before it; ``urgent`` may be approved later."""

    task: str
    title: str
    number: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """One item: code, printed number, and its answer (empty, met, not_met, excluded).

    ``listed`` False: it is not in the published list of inspection items (检查事项清单).
    """

    code: str
    number: str
    key: bool = False
    answer: str = ""
    reason: str = ""
    photo_required: bool = False
    photos: int = 0
    listed: bool = True


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """A finding: at which item, what it is, what was seen, what is done about it.

    ``requirement``: what is to be done to put it right, by ``deadline`` (None = at once, 立即).
    ``because``: why it binds the party although a guard says that it does not.
    """

    id: str
    item: str
    violation: Violation
    description: str
    measures: tuple[MeasureKind, ...] = ()
    requirement: str = ""
    deadline: date | None = None
    on_spot: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """The result as judged, and whether what it was judged on has changed since."""

    grade: str
    outdated: bool = False
    formed_on: date | None = None
    published_on: date | None = None
    posting_told: bool = False


class InspectionKind(StrEnum):
    """Which kind of inspection it is; the yearly cap counts all three (国办发〔2024〕54号)."""

    ROUTINE = "routine"  # 日常
    CASE = "case"  # 个案
    SPECIAL = "special"  # 专项


@dataclass(frozen=True, slots=True)
class InspectionFacts:
    """An inspection (监督检查).

    ``excluded``: it is not counted, a campaign ordered from above. ``flight`` 飞行检查, ``announced`` = the party knew
    before. ``this_year`` counts the organ's inspections of this enterprise this year, this one
    included, against ``yearly_cap`` (0 = none published). ``superior_on`` is the last day on which
    a superior organ inspected the same items, ``covered_on`` the last inspection of all items.
    """

    on: date
    kind: InspectionKind = InspectionKind.ROUTINE
    flight: bool = False
    announced: bool = False
    excluded: bool = False
    whole: bool = True
    this_year: int = 0
    yearly_cap: int = 0
    superior_on: date | None = None
    covered_on: date | None = None
    scan_code: str = ""
    visit_id: str = ""
    helped: bool = False
    helpers: str = ""
    notice_printed: bool = True
    tasks: tuple[ApprovalFacts, ...] = ()
    items: tuple[ItemFacts, ...] = ()
    findings: tuple[FindingFacts, ...] = ()
    result: ResultFacts | None = None
