"""The gate asked: of a visit, a document to compose or to issue, a service, a submission, a case.

Laptop and server call the same functions, over the same fold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from inspector_app.domain.checklist import PackRef
from inspector_app.domain.law.case_facts import CaseFacts, FieldFacts, PaperFacts
from inspector_app.domain.law.gate.checks.inspection import DECISION_OF
from inspector_app.domain.law.gate.messages import GateMessage, blocks, by_mode, judge
from inspector_app.domain.law.gate.occasion import LawInForce, Occasion
from inspector_app.domain.law.gate.rules import RULES_PACK, GateMode, GateRules, Run
from inspector_app.domain.law.gate.targets import FIELDS, CaseStage
from inspector_app.domain.law.gate.visit_facts import facts_of_visit, field_texts
from inspector_app.domain.template import DocumentTemplate
from inspector_app.domain.visit_documents import Document
from inspector_app.domain.visit_events import (
    DocumentIssued,
    DocumentServed,
    VisitEvent,
    VisitSubmitted,
)
from inspector_app.domain.visit_state import Visit

__all__ = [
    "DECISION_OF",
    "FIELDS",
    "RULES_PACK",
    "CaseStage",
    "GateMessage",
    "GateMode",
    "GateRules",
    "LawInForce",
    "Occasion",
    "Run",
    "blocks",
    "by_mode",
    "check_composition",
    "check_event",
    "check_issue",
    "check_service",
    "check_submission",
    "check_visit",
    "check_whole_case",
    "facts_of_visit",
    "judge",
    "rules_edition",
]

_DRAFT = "draft"


def rules_edition(visit: Visit) -> PackRef | None:
    """The edition of the rules that ``visit`` recorded at its start; None for an older record."""
    return next((pack for pack in visit.packs if pack.id == RULES_PACK), None)


def check_whole_case(case: CaseFacts, day: date, law: LawInForce) -> tuple[GateMessage, ...]:
    """What stands against a case and against each of its documents not yet issued, each once."""
    waiting = [paper.id for paper in case.papers if paper.standing and not paper.issued]
    found = list(judge(case, law.occasion(day, Run.DEMAND)))
    for document in waiting:
        told = judge(case, law.occasion(day, Run.ISSUE, document))
        found.extend(message for message in told if message not in found)
    return tuple(sorted(found, key=lambda message: message.rule))


def check_visit(visit: Visit, today: date, law: LawInForce) -> tuple[GateMessage, ...]:
    """What stands against any document of this visit on ``today``."""
    return judge(facts_of_visit(visit), law.occasion(today, Run.DEMAND))


def check_service(visit: Visit, today: date, law: LawInForce) -> tuple[GateMessage, ...]:
    """What stands against the services on record, the latest among them."""
    return judge(facts_of_visit(visit), law.occasion(today, Run.SERVE))


def check_submission(visit: Visit, today: date, law: LawInForce) -> tuple[GateMessage, ...]:
    """What stands against handing this visit to review."""
    return judge(facts_of_visit(visit), law.occasion(today, Run.SUBMIT))


def check_composition(
    visit: Visit,
    template: DocumentTemplate,
    fields: Mapping[str, str],
    today: date,
    law: LawInForce,
) -> tuple[GateMessage, ...]:
    """What stands against composing one document: the visit's own messages and the form's fields."""
    draft = PaperFacts(
        id=_DRAFT,
        kind=template.kind,
        title=template.title,
        basis=template.basis,
        standing=False,
        fields=tuple(
            FieldFacts(
                form_field.key,
                form_field.label,
                form_field.required,
                fields.get(form_field.key, ""),
                form_field.legal_basis,
            )
            for form_field in template.fields
        ),
    )
    case = facts_of_visit(visit, (draft,))
    # What is being worded now stands for what an earlier wording of the same kind said.
    others = tuple(text for text in case.texts if not text.target.startswith(f"{template.kind}."))
    told = tuple(field_texts(template.kind, template.title, fields))
    told_now = replace(case, texts=(*others, *told))
    return judge(told_now, law.occasion(today, Run.COMPOSE, _DRAFT))


def check_issue(
    visit: Visit,
    document: Document,
    today: date,
    law: LawInForce,
    template: DocumentTemplate | None = None,
) -> tuple[GateMessage, ...]:
    """What stands against issuing a composed document, the visit's own messages among it.

    All that is asked before composing is asked again: a document composed past the gate is not
    issued. ``template`` is the form that says which of the fields it carries must be filled.
    """
    templates = {template.kind: template} if template is not None else {}
    return judge(
        facts_of_visit(visit, templates=templates), law.occasion(today, Run.ISSUE, document.id)
    )


def check_event(
    before: Visit,
    after: Visit,
    happened: VisitEvent,
    day: date,
    law: LawInForce,
    template_of: Callable[[str], DocumentTemplate | None],
) -> tuple[GateMessage, ...]:
    """What stands against recording ``happened`` on ``day``: an issue, a service or a submission.

    A document is issued by what the visit says ``before``; a service is one, and a case ready for
    review, by what it says ``after``. Of anything else the gate has nothing to say.
    ``template_of`` finds the form of a kind of document.
    """
    match happened:
        case DocumentIssued(document_id=document_id):
            document = before.documents[document_id]
            return check_issue(before, document, day, law, template_of(document.kind))
        case DocumentServed():
            return check_service(after, day, law)
        case VisitSubmitted():
            return check_submission(after, day, law)
    return ()
