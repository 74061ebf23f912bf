"""All use cases of one workplace, which share the folded visits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.paper_ports import CaseWriter, DeadlineCalendar, Printer
from inspector_app.domain.ports import ReviewDesk, Synchronizer

if TYPE_CHECKING:
    from inspector_app.application.attach_photo import AttachPhoto, RemovePhoto
    from inspector_app.application.check_case import CheckCase
    from inspector_app.application.compose_document import (
        ComposeDocument,
        DraftDocument,
        EditDocumentFields,
        PreviewDocument,
        VoidDocument,
        WithdrawDocument,
    )
    from inspector_app.application.confirm_finding import ConfirmFinding, WithdrawFinding
    from inspector_app.application.export_case import ExportCase
    from inspector_app.application.grade_result import GradeResult
    from inspector_app.application.list_deadlines import (
        ExportDeadlines,
        ListDeadlines,
        TickDeadline,
    )
    from inspector_app.application.list_statutes import ListStatutes
    from inspector_app.application.look_up import LookUp
    from inspector_app.application.print_document import PrintDocument
    from inspector_app.application.propose_findings import ProposeFindings
    from inspector_app.application.read_rights import ReadRights
    from inspector_app.application.record_answer import CorrectAnswer, RecordAnswer
    from inspector_app.application.review_case import (
        AnswerRemark,
        ApproveCase,
        MakeRemark,
        OpenCase,
        ReturnCase,
        ReviewQueue,
        SubmitVisit,
    )
    from inspector_app.application.search_statutes import SearchStatutes
    from inspector_app.application.search_violations import SearchViolations
    from inspector_app.application.serve_documents import CompleteVisit, ServeDocuments
    from inspector_app.application.show_citation import ShowCitation
    from inspector_app.application.sign_document import (
        CaptureSignature,
        IssueDocument,
        RefuseSignature,
    )
    from inspector_app.application.start_visit import PlanVisit, StartVisit
    from inspector_app.application.synchronize import Synchronize
    from inspector_app.application.view_today import ViewToday
    from inspector_app.application.view_visit import ViewVisit
    from inspector_app.application.weigh_finding import WeighFinding

__all__ = ["UseCases", "build_use_cases"]

# Where each lives. A laptop begins its day with four of them, and loading the others takes as long
# as painting its first page.
_HOMES: Final[Mapping[str, str]] = {
    "look_up": "look_up",
    "view_today": "view_today",
    "view_visit": "view_visit",
    "list_deadlines": "list_deadlines",
    "tick_deadline": "list_deadlines",
    "export_deadlines": "list_deadlines",
    "plan_visit": "start_visit",
    "start_visit": "start_visit",
    "read_rights": "read_rights",
    "record_answer": "record_answer",
    "correct_answer": "record_answer",
    "attach_photo": "attach_photo",
    "remove_photo": "attach_photo",
    "propose_findings": "propose_findings",
    "confirm_finding": "confirm_finding",
    "withdraw_finding": "confirm_finding",
    "weigh_finding": "weigh_finding",
    "search_violations": "search_violations",
    "show_citation": "show_citation",
    "search_statutes": "search_statutes",
    "list_statutes": "list_statutes",
    "grade_result": "grade_result",
    "draft_document": "compose_document",
    "edit_document_fields": "compose_document",
    "compose_document": "compose_document",
    "preview_document": "compose_document",
    "void_document": "compose_document",
    "withdraw_document": "compose_document",
    "capture_signature": "sign_document",
    "refuse_signature": "sign_document",
    "issue_document": "sign_document",
    "serve_documents": "serve_documents",
    "print_document": "print_document",
    "complete_visit": "serve_documents",
    "submit_visit": "review_case",
    "answer_remark": "review_case",
    "check_case": "check_case",
    "export_case": "export_case",
    "synchronize": "synchronize",
    "review_queue": "review_case",
    "open_case": "review_case",
    "make_remark": "review_case",
    "return_case": "review_case",
    "approve_case": "review_case",
}


class UseCases:
    """What the window may do. Every member is a plain callable, run in a lane of ``gui.jobs``.

    Each is loaded and made when it is first asked for, of the ports that its fields name, and is
    the same from then on.
    """

    place: Workplace
    look_up: LookUp
    view_today: ViewToday
    view_visit: ViewVisit
    list_deadlines: ListDeadlines
    tick_deadline: TickDeadline
    export_deadlines: ExportDeadlines
    plan_visit: PlanVisit
    start_visit: StartVisit
    read_rights: ReadRights
    record_answer: RecordAnswer
    correct_answer: CorrectAnswer
    attach_photo: AttachPhoto
    remove_photo: RemovePhoto
    propose_findings: ProposeFindings
    confirm_finding: ConfirmFinding
    withdraw_finding: WithdrawFinding
    weigh_finding: WeighFinding
    search_violations: SearchViolations
    show_citation: ShowCitation
    search_statutes: SearchStatutes
    list_statutes: ListStatutes
    grade_result: GradeResult
    draft_document: DraftDocument
    edit_document_fields: EditDocumentFields
    compose_document: ComposeDocument
    preview_document: PreviewDocument
    void_document: VoidDocument
    withdraw_document: WithdrawDocument
    capture_signature: CaptureSignature
    refuse_signature: RefuseSignature
    issue_document: IssueDocument
    serve_documents: ServeDocuments
    print_document: PrintDocument
    complete_visit: CompleteVisit
    submit_visit: SubmitVisit
    answer_remark: AnswerRemark
    check_case: CheckCase
    export_case: ExportCase
    synchronize: Synchronize
    review_queue: ReviewQueue
    open_case: OpenCase
    make_remark: MakeRemark
    return_case: ReturnCase
    approve_case: ApproveCase

    def __init__(self, place: Workplace, **ports: object) -> None:
        self.place = place
        self._ports = {"place": place, **ports}

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name not in _HOMES:
                raise AttributeError(f"no use case is called {name}")
            home = import_module(f"{__package__}.{_HOMES[name]}")
            kind = getattr(home, name.title().replace("_", ""))
            made = kind(**{field.name: self._ports[field.name] for field in fields(kind)})
            # Two threads may both make it: it holds nothing but the ports they share.
            return self.__dict__.setdefault(name, made)


def build_use_cases(
    place: Workplace,
    synchronizer: Synchronizer,
    desk: ReviewDesk,
    printer: Printer,
    writer: CaseWriter,
    calendars: DeadlineCalendar,
) -> UseCases:
    """The use cases over one set of ports."""
    return UseCases(
        place,
        records=VisitRecords(place),
        synchronizer=synchronizer,
        desk=desk,
        printer=printer,
        writer=writer,
        calendars=calendars,
    )
