"""The first visit, end to end and without a window: what was seen at each stage of one day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from inspector_app.application.use_cases import UseCases
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.domain.journal import Event, Head
from inspector_app.domain.ports import OutboxState, SyncOutcome
from inspector_app.domain.projection import RemarkRow, VisitProjection, VisitSummary, project_visit
from inspector_app.domain.review import ReviewStatus, fold_reviews, review_prefix
from inspector_app.domain.visit import Visit, fold_visit
from inspector_app.domain.visit_journal import visit_stream
from tests import factory_town as steps
from tests.factory_town import FAILING, Town

__all__ = ["Day", "spend_the_day"]


@dataclass(frozen=True)
class Record:
    """A visit's record as one side holds it, and what that side makes of it."""

    heads: tuple[Head, ...]
    projection: VisitProjection


@dataclass(frozen=True)
class Day:
    """What a day of one officer and one supervisor left behind."""

    visit: Visit
    offline_refusal: str
    waiting_offline: OutboxState
    synchronised: SyncOutcome
    waiting_after: OutboxState
    queue: tuple[VisitSummary, ...]
    statuses: tuple[ReviewStatus, ...]
    remarks: tuple[RemarkRow, ...]
    laptop: Record
    server: Record
    pdfs: Mapping[str, Path]
    case: Path
    roots: Path
    home: Path
    numbers: tuple[tuple[object, ...], ...]


def spend_the_day(town: Town, folder: Path) -> Day:
    """Walk one visit with the network cut, then synchronise, review, return, correct, approve."""
    do, desk = town.open("laptop").use_cases, town.open("desk").use_cases
    do.synchronize()
    town.cut()
    visit_id = _walk_offline(do)
    with pytest.raises(EnvironmentFault) as refused:
        do.synchronize()
    waiting_offline = do.look_up.trust().outbox
    town.restore()
    synchronised = do.synchronize()
    waiting_after = do.look_up.trust().outbox
    statuses = [do.view_visit(visit_id).review_status]

    desk.synchronize()
    queue = desk.review_queue()
    remarked = desk.make_remark(desk.open_case(visit_id), "请写明该人员的岗位。", item=FAILING)
    desk.return_case(remarked, "事实不够具体。")
    desk.synchronize()
    do.synchronize()
    returned = do.view_visit(visit_id)
    statuses.append(returned.review_status)

    _put_right(do, visit_id, returned.remarks[0].remark_id)
    do.synchronize()
    statuses.append(do.view_visit(visit_id).review_status)
    desk.approve_case(desk.open_case(visit_id), "同意")
    desk.synchronize()
    do.synchronize()
    view = do.view_visit(visit_id)

    return Day(
        visit=view.visit,
        offline_refusal=refused.value.code,
        waiting_offline=waiting_offline,
        synchronised=synchronised,
        waiting_after=waiting_after,
        queue=queue,
        statuses=(*statuses, view.review_status),
        remarks=returned.remarks,
        laptop=_record(_on_laptop(do, visit_id)),
        server=_record(desk.open_case.desk.case_events(visit_id)),
        pdfs=_papers(do, view.visit, folder),
        case=do.export_case(visit_id, folder / "case.zip"),
        roots=town.roots,
        home=town.root / "laptop",
        numbers=tuple(
            town.rows("SELECT word, seq, fate, document_id FROM numbers ORDER BY word, seq")
        ),
    )


def _walk_offline(do: UseCases) -> str:
    """The whole visit; the order to put things right is voided once before it is issued."""
    visit_id = steps.start(do)
    for item in steps.arrive(do, visit_id).items:
        steps.answer(do, visit_id, item.code)
    steps.confirm(do, visit_id)
    wrong = steps.compose(do, visit_id, "correction_order")
    do.void_document(visit_id, wrong.id, "改正期限写错")
    steps.issue_all(do, visit_id)
    steps.serve(do, visit_id)
    return visit_id


def _put_right(do: UseCases, visit_id: str, remark: str) -> None:
    note = "传菜员一人未能出示健康证明"
    do.correct_answer(visit_id, FAILING, AnswerValue.NOT_MET, because="补充岗位", note=note)
    do.answer_remark(visit_id, remark, "已补充：传菜员。")
    with pytest.raises(UserError) as refused:
        do.submit_visit(visit_id)
    assert refused.value.code == "submit.outdated"
    for plan in do.view_visit(visit_id).documents:
        if plan.stale:
            steps.issue(do, visit_id, plan.template.kind, because="补充岗位")
    steps.hand_over(do, visit_id)
    do.submit_visit(visit_id)


def _on_laptop(do: UseCases, visit_id: str) -> list[Event]:
    with do.place.store.read() as reading:
        reviews = reading.streams(review_prefix(visit_id))
        names = (visit_stream(visit_id), *(head.stream for head in reviews))
        return [event for name in names for event in reading.events(name)]


def _record(events: Iterable[Event]) -> Record:
    found = list(events)
    own = [event for event in found if event.stream.startswith(visit_stream(""))]
    visit = fold_visit(own)
    assert visit is not None
    reviews = fold_reviews(event for event in found if event not in own)
    heads = sorted((event.head for event in found), key=lambda head: (head.stream, head.seq))
    return Record(tuple(heads), project_visit(visit, reviews))


def _papers(do: UseCases, visit: Visit, folder: Path) -> dict[str, Path]:
    papers = {}
    for document in visit.documents.values():
        if document.pdf:
            path = folder / f"{document.kind}-{document.status.value}.pdf"
            path.write_bytes(do.place.blobs.get(document.pdf))
            papers[path.stem] = path
    return papers
