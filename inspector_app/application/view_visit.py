"""A visit as its pages show it: state, steps, definitions, remarks, documents called for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inspector_app.application.definitions import visit_definitions
from inspector_app.application.legality import law_of
from inspector_app.application.standing_papers import assess_papers
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.checklist import AnswerValue, Item, NoticeSheet
from inspector_app.domain.law.gate.judging import GateMessage, check_visit
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.projection import RemarkRow, project_visit, review_status
from inspector_app.domain.review import Review, ReviewStatus
from inspector_app.domain.steps import Papers, StepState, assess_steps
from inspector_app.domain.template import DocumentTemplate
from inspector_app.domain.visit import Document, DocumentStatus, Visit

__all__ = ["PlannedDocument", "SectionView", "ViewVisit", "VisitView"]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the merged checklist with its progress."""

    title: str
    items: tuple[str, ...]
    answered: int
    failed: int


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """A kind of document the record calls for or that already exists, and its standing document.

    ``stale`` means the record changed after it was composed, so that it must be composed again;
    once issued, only if it would now be worded otherwise. ``called_for`` is false for a document
    that the corrected record no longer asks for.
    """

    template: DocumentTemplate
    document: Document | None
    stale: bool
    called_for: bool = True


@dataclass(frozen=True, slots=True)
class VisitView:
    """Everything the visit's pages need, read in one transaction.

    ``titles`` names the visit's checklists by their ids, the leading one first.
    """

    visit: Visit
    review: Review
    steps: tuple[StepState, ...]
    sections: tuple[SectionView, ...]
    items: Mapping[str, Item]
    notice: NoticeSheet
    remarks: tuple[RemarkRow, ...]
    documents: tuple[PlannedDocument, ...]
    messages: tuple[GateMessage, ...]
    bookmark: Bookmark | None
    titles: Mapping[str, str]

    @property
    def review_status(self) -> ReviewStatus:
        """Where the case is in review."""
        return review_status(self.visit, self.review)

    def remarks_at(self, item: str) -> tuple[RemarkRow, ...]:
        """The reviewers' remarks pinned to an item."""
        return tuple(remark for remark in self.remarks if remark.item == item)


@dataclass(frozen=True, slots=True)
class ViewVisit:
    """Reads one visit."""

    place: Workplace
    records: VisitRecords

    def __call__(self, visit_id: str) -> VisitView:
        """The visit as of now; ``UserError`` if this device has none of that id."""
        with self.place.store.read() as reading:
            visit = self.records.load(reading, visit_id)
            review = self.records.review(reading, visit_id)
            bookmark = reading.bookmark(visit_id)
            papers = assess_papers(self.place, reading, visit)
        definitions = visit_definitions(self.place.packs, visit)
        items = {
            planned.code: definitions[planned.checklist].item(planned.code)
            for planned in visit.items
        }
        return VisitView(
            visit=visit,
            review=review,
            steps=assess_steps(visit, papers),
            sections=_sections(visit),
            items=items,
            notice=definitions[visit.checklists[0]].notice,
            remarks=project_visit(visit, review).remarks,
            documents=self._documents(visit, papers),
            messages=check_visit(visit, self.place.clock.today(), law_of(self.place, visit)),
            bookmark=bookmark,
            titles={code: definitions[code].title for code in visit.checklists},
        )

    def _documents(self, visit: Visit, papers: Papers) -> tuple[PlannedDocument, ...]:
        templates = self.place.packs.document_templates()
        wanted = (*papers.wanted, *papers.receipts)
        kinds = {kind: templates[kind] for kind in wanted}
        for existing in visit.documents.values():
            if existing.kind in templates:
                kinds.setdefault(existing.kind, templates[existing.kind])
        planned = []
        for template in sorted(kinds.values(), key=lambda t: t.order):
            document = visit.standing_document(template.kind)
            planned.append(
                PlannedDocument(
                    template,
                    document,
                    document is not None and _is_stale(visit, document, papers),
                    template.kind in wanted,
                )
            )
        return tuple(planned)


def _is_stale(visit: Visit, document: Document, papers: Papers) -> bool:
    if document.status is DocumentStatus.ISSUED:
        return document.id in papers.outdated
    return visit.has_changed_since(document)


def _sections(visit: Visit) -> tuple[SectionView, ...]:
    titles = dict.fromkeys(item.section for item in visit.items)
    views = []
    for title in titles:
        codes = tuple(item.code for item in visit.items if item.section == title)
        answers = [visit.answers[code] for code in codes if code in visit.answers]
        failed = sum(answer.value is AnswerValue.NOT_MET for answer in answers)
        views.append(SectionView(title, codes, len(answers), failed))
    return tuple(views)
