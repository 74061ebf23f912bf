"""What the form of an opinion shows: the case, what the record offers as evidence, what is entered."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.law.demands import GAIN
from inspector_app.domain.law.penalty import FineBase, SanctionKind
from inspector_app.domain.law.weighing import DOCUMENT, PHOTO, Weighed, Weighing, WeighingCase
from inspector_app.domain.plain import from_plain, to_plain
from inspector_app.domain.visit import DocumentStatus, Finding, Visit

__all__ = [
    "EvidenceChoice",
    "WeighingForm",
    "bases_asked",
    "confiscations",
    "draft_of",
    "form_of",
    "from_draft",
    "past_findings",
]

_DRAFT = "weighing"
_CONFISCATIONS = (SanctionKind.CONFISCATE_GOODS, SanctionKind.CONFISCATE_TOOLS)


@dataclass(frozen=True, slots=True)
class EvidenceChoice:
    """Something of the record that can prove: a photo by its number at its item, or a document."""

    key: str
    number: int = 0
    item: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class WeighingForm:
    """Everything the section shows for one finding."""

    finding_id: str
    case: WeighingCase
    evidence: tuple[EvidenceChoice, ...]
    weighing: Weighing
    before: Weighed | None
    past: int = 0
    locked: bool = False


def form_of(visit: Visit, finding: Finding, case: WeighingCase, *, locked: bool) -> WeighingForm:
    """The form as it opens: the opinion that stands, or an empty one."""
    return WeighingForm(
        finding.id,
        case,
        _evidence(visit),
        finding.weighed.weighing if finding.weighed else Weighing(),
        finding.weighed,
        past_findings(visit, case),
        locked,
    )


def _evidence(visit: Visit) -> tuple[EvidenceChoice, ...]:
    numbers = {planned.code: planned.number for planned in visit.items}
    photos = [
        EvidenceChoice(f"{PHOTO}{photo.id}", number, numbers.get(photo.item, photo.item))
        for number, photo in enumerate(visit.photos.values(), 1)
    ]
    standing = (DocumentStatus.COMPOSED, DocumentStatus.ISSUED)
    papers = [
        EvidenceChoice(f"{DOCUMENT}{document.id}", title=document.title)
        for document in visit.documents.values()
        if document.status in standing
    ]
    return (*photos, *papers)


def past_findings(visit: Visit, case: WeighingCase) -> int:
    """Earlier visits known here, within the longest look back, in which something was not met."""
    years = max((ground.look_back_years for ground in case.grounds), default=0)
    since = (case.day.year - years, case.day.month, case.day.day)
    return sum(
        past.not_met > 0 and (past.at.year, past.at.month, past.at.day) >= since
        for past in visit.enterprise.history
    )


def bases_asked(case: WeighingCase) -> tuple[FineBase, ...]:
    """The amounts that the clause's fines on the party are counted from or classed by."""
    asked: dict[FineBase, None] = {}
    for sanction in case.violation.sanctions:
        fine = sanction.fine
        if fine is not None and case.addresses(sanction):
            for base in (fine.class_of, fine.base):
                if base is not None and base not in (FineBase.AMOUNT, FineBase.DAILY):
                    asked[base] = None
    return tuple(asked)


def confiscations(case: WeighingCase) -> tuple[SanctionKind, ...]:
    """Kinds of things that the clause confiscates and that may not be there any more."""
    kinds = {sanction.kind for sanction in case.violation.sanctions}
    return tuple(kind for kind in _CONFISCATIONS if kind in kinds)


def draft_of(weighing: Weighing) -> dict[str, str]:
    """What was entered as a flat draft."""
    return {_DRAFT: json.dumps(to_plain(weighing), ensure_ascii=False)}


def from_draft(form: WeighingForm, draft: dict[str, str]) -> WeighingForm:
    """``form`` as it was left; a draft that this program cannot read any more is dropped."""
    try:
        weighing = from_plain(Weighing, json.loads(draft.get(_DRAFT, "null")))
    except (ValueError, InspectorError):
        return form
    open_here = set(form.case.grounds)
    kept = tuple(one for one in weighing.grounds if one.ground in open_here)
    offered = {*form.case.violation.sanctions, GAIN}
    proposed = tuple(one for one in weighing.proposed if one.sanction in offered)
    return replace(form, weighing=replace(weighing, grounds=kept, proposed=proposed))
