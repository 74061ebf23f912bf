"""The checklist as its list shows it: one frozen row an item, so that only what changed repaints."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.checklist import AnswerValue, ItemKind
from inspector_app.domain.corrections import is_locked, is_open_to_change
from inspector_app.domain.printed_numbers import printed_number, table_name
from inspector_app.domain.task import PlannedItem
from inspector_app.domain.visit import Visit
from inspector_app.gui.controls import SectionProgress
from inspector_app.gui.terms import quoted

__all__ = [
    "ItemRow",
    "checklist_name",
    "is_finding_locked",
    "is_locked",
    "item_rows",
    "next_code",
    "part_key",
    "sections",
    "step_code",
]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item of the list.

    ``checklist`` names its checklist in a visit that has several, else it is empty. ``remarks``
    counts those of the reviewer not yet answered.
    """

    code: str
    number: str
    checklist: str
    section: str
    text: str
    key: bool
    answer: AnswerValue | None
    note: bool
    photos: int
    remarks: int
    unbound: bool
    failed_last_time: bool

    @property
    def part(self) -> str:
        """Key of its section: two checklists may call theirs the same."""
        return part_key(self.checklist, self.section)


def part_key(checklist: str, section: str) -> str:
    """What tells a section from those of the same title in another checklist."""
    return f"{checklist}/{section}" if checklist else section


def checklist_name(view: VisitView, item: PlannedItem) -> str:
    """表二《食品销售监督检查》: the item's checklist as the papers name it, if there are several."""
    codes = list(view.titles)
    if len(codes) < 2 or item.checklist not in view.titles:
        return ""
    return table_name(codes.index(item.checklist)) + quoted(view.titles[item.checklist])


def item_rows(view: VisitView) -> tuple[ItemRow, ...]:
    """Every item of the visit in printed order."""
    visit = view.visit
    last = visit.enterprise.last_visit
    failed_before = frozenset(last.items) if last else frozenset()
    unbound = {item.code for item in visit.failed_without_finding}
    photos: dict[str, int] = {}
    for photo in visit.photos.values():
        photos[photo.item] = photos.get(photo.item, 0) + 1
    remarks: dict[str, int] = {}
    for remark in view.remarks:
        if not remark.answered:
            remarks[remark.item] = remarks.get(remark.item, 0) + 1
    rows = []
    for item in visit.items:
        answer = visit.answers.get(item.code)
        rows.append(
            ItemRow(
                code=item.code,
                number=printed_number(visit, item),
                checklist=checklist_name(view, item),
                section=item.section,
                text=item.text,
                key=item.kind is ItemKind.KEY,
                answer=answer.value if answer else None,
                note=bool(answer and (answer.note or answer.reason)),
                photos=photos.get(item.code, 0),
                remarks=remarks.get(item.code, 0),
                unbound=item.code in unbound,
                failed_last_time=item.code in failed_before,
            )
        )
    return tuple(rows)


def sections(view: VisitView) -> tuple[SectionProgress, ...]:
    """The sections with their progress, each with the checklist it belongs to."""
    visit = view.visit
    parts: dict[str, list[PlannedItem]] = {}
    for item in visit.items:
        parts.setdefault(part_key(checklist_name(view, item), item.section), []).append(item)
    found = []
    for key, items in parts.items():
        answers = [visit.answers[item.code] for item in items if item.code in visit.answers]
        failed = sum(answer.value is AnswerValue.NOT_MET for answer in answers)
        group = checklist_name(view, items[0])
        title = items[0].section
        found.append(SectionProgress(key, title, len(answers), len(items), failed, group))
    return tuple(found)


def next_code(visit: Visit, after: str) -> str:
    """The next item without an answer after ``after``, going round; empty if all are answered."""
    codes = [item.code for item in visit.items]
    start = codes.index(after) + 1 if after in codes else 0
    return next((c for c in codes[start:] + codes[:start] if c not in visit.answers), "")


def step_code(visit: Visit, code: str, step: int) -> str:
    """The item ``step`` places further on, staying within the list."""
    codes = [item.code for item in visit.items]
    place = codes.index(code) + step if code in codes else 0
    return codes[max(0, min(len(codes) - 1, place))]


def is_finding_locked(visit: Visit, code: str) -> bool:
    """Whether the finding at an item stands as issued.

    A correction of the item's answer opens it again, until a document is issued on it; the use
    case has the last word.
    """
    return not is_open_to_change(visit, code)
