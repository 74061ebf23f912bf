"""All use cases of one workplace, built together so that they share the folded visits."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.application.attach_photo import AttachPhoto, RemovePhoto
from inspector_app.application.compose_document import (
    ComposeDocument,
    DraftDocument,
    EditDocumentFields,
    PreviewDocument,
    VoidDocument,
    WithdrawDocument,
)
from inspector_app.application.confirm_finding import (
    ConfirmFinding,
    ProposeFindings,
    WithdrawFinding,
)
from inspector_app.application.export_case import ExportCase
from inspector_app.application.grade_result import GradeResult
from inspector_app.application.look_up import LookUp
from inspector_app.application.print_document import PrintDocument
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
from inspector_app.application.serve_documents import CompleteVisit, ServeDocuments
from inspector_app.application.sign_document import (
    CaptureSignature,
    IssueDocument,
    RefuseSignature,
)
from inspector_app.application.start_visit import PlanVisit, StartVisit
from inspector_app.application.synchronize import Synchronize
from inspector_app.application.view_today import ViewToday
from inspector_app.application.view_visit import ViewVisit
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.paper_ports import CaseWriter, Printer
from inspector_app.domain.ports import ReviewDesk, Synchronizer

__all__ = ["UseCases", "build_use_cases"]


@dataclass(frozen=True, slots=True)
class UseCases:
    """What the window may do. Every member is a plain callable, run in a lane of ``gui.jobs``."""

    place: Workplace
    look_up: LookUp
    view_today: ViewToday
    view_visit: ViewVisit
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
    export_case: ExportCase
    synchronize: Synchronize
    review_queue: ReviewQueue
    open_case: OpenCase
    make_remark: MakeRemark
    return_case: ReturnCase
    approve_case: ApproveCase


def build_use_cases(
    place: Workplace,
    synchronizer: Synchronizer,
    desk: ReviewDesk,
    printer: Printer,
    writer: CaseWriter,
) -> UseCases:
    """The use cases over one set of ports."""
    records = VisitRecords(place)
    return UseCases(
        place=place,
        look_up=LookUp(place),
        view_today=ViewToday(place),
        view_visit=ViewVisit(place, records),
        plan_visit=PlanVisit(place),
        start_visit=StartVisit(place, records),
        read_rights=ReadRights(place, records),
        record_answer=RecordAnswer(place, records),
        correct_answer=CorrectAnswer(place, records),
        attach_photo=AttachPhoto(place, records),
        remove_photo=RemovePhoto(records),
        propose_findings=ProposeFindings(place, records),
        confirm_finding=ConfirmFinding(place, records),
        withdraw_finding=WithdrawFinding(records),
        grade_result=GradeResult(place, records),
        draft_document=DraftDocument(place, records),
        edit_document_fields=EditDocumentFields(records),
        compose_document=ComposeDocument(place, records),
        preview_document=PreviewDocument(place, records),
        void_document=VoidDocument(records),
        withdraw_document=WithdrawDocument(records),
        capture_signature=CaptureSignature(place, records),
        refuse_signature=RefuseSignature(records),
        issue_document=IssueDocument(place, records),
        serve_documents=ServeDocuments(place, records),
        print_document=PrintDocument(place, records, printer),
        complete_visit=CompleteVisit(place, records),
        submit_visit=SubmitVisit(place, records),
        answer_remark=AnswerRemark(records),
        export_case=ExportCase(place, records, writer),
        synchronize=Synchronize(place, synchronizer),
        review_queue=ReviewQueue(place, desk),
        open_case=OpenCase(place, desk),
        make_remark=MakeRemark(place),
        return_case=ReturnCase(place),
        approve_case=ApproveCase(place),
    )
