"""How a visit's papers stand against its record: called for, outdated, no longer called for."""

from __future__ import annotations

from dataclasses import replace

from inspector_app.application.document_drafts import called_for, draft_document
from inspector_app.application.workplace import Workplace
from inspector_app.domain.corrections import issued_papers
from inspector_app.domain.ports import Reading
from inspector_app.domain.record import DocumentHeading
from inspector_app.domain.steps import Blocker, Papers, assess_steps
from inspector_app.domain.visit import Document, Step, Visit, fold_visit
from inspector_app.domain.visit_journal import visit_stream

__all__ = ["assess_papers", "first_open"]


def first_open(place: Workplace, reading: Reading, visit: Visit) -> tuple[Step, Blocker] | None:
    """The first step of ``visit`` that still asks for something, and for what; None if none does."""
    for state in assess_steps(visit, assess_papers(place, reading, visit)):
        if state.blockers:
            return state.step, state.blockers[0]
    return None


def assess_papers(place: Workplace, reading: Reading, visit: Visit) -> Papers:
    """What the record calls for, and which issued documents no longer say what it says."""
    wanted = called_for(place, visit)
    templates = place.packs.document_templates()
    return Papers(
        wanted=tuple(template.kind for template in wanted if not template.serves),
        receipts=tuple(template.kind for template in wanted if template.serves),
        known=tuple(template.kind for template in templates.values() if not template.serves),
        outdated=tuple(
            document.id
            for document in issued_papers(visit)
            if visit.has_changed_since(document)
            and document.kind in templates
            and _says_otherwise(place, reading, visit, document)
        ),
    )


def _says_otherwise(place: Workplace, reading: Reading, visit: Visit, document: Document) -> bool:
    """Whether composing ``document`` now would word it otherwise than the record it was based on.

    Both wordings are made now, by the same template and fields, from the substance then and now:
    what differs is the record.
    """
    stream = visit_stream(visit.id)
    told = [event for event in reading.events(stream) if event.seq <= document.based_on]
    then = fold_visit(told)
    if then is None:
        return True
    before = replace(
        visit,
        identity=then.identity,
        answers=then.answers,
        photos=then.photos,
        findings=then.findings,
        grading=then.grading,
    )
    heading = DocumentHeading(document.id, document.title, document.number, document.issued_at)
    wordings = [
        draft_document(place, state, document.kind, heading=heading).snapshot
        for state in (before, visit)
    ]
    return (wordings[0].blocks, wordings[0].signatures) != (
        wordings[1].blocks,
        wordings[1].signatures,
    )
