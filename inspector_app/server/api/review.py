"""What a supervisor's desk reads. What it writes goes the way of all events: by push."""

from __future__ import annotations

from typing import Annotated

from litestar import get
from litestar.params import FromPath, QueryParameter

from inspector_app.domain.errors import UserError
from inspector_app.server.api.access import TheDesk, TheDevice
from inspector_app.server.storage import cases
from inspector_app.wire.protocol import CASE_PATH, QUEUE_PATH
from inspector_app.wire.review import CaseReply, QueueReply

__all__ = ["ROUTES"]


@get(QUEUE_PATH, sync_to_thread=True)
def read_queue(desk: TheDesk, reviewer: TheDevice) -> QueueReply:  # noqa: ARG001 - asking is the check
    """Submitted cases."""
    with desk.database.read() as connection:
        return QueueReply(rows=cases.queue(connection))


@get(CASE_PATH + "/{visit_id:str}", sync_to_thread=True)
def read_case(
    desk: TheDesk,
    reviewer: TheDevice,  # noqa: ARG001 - as above
    visit_id: FromPath[str],
    after: Annotated[str, QueryParameter(max_length=600)] = "",
) -> CaseReply:
    """A case, page by page."""
    with desk.database.read() as connection:
        events, following = cases.case_events(connection, visit_id, after)
    if not events and not after:
        raise UserError("case.unknown", "服务器上没有这个案件。", mend="请刷新列表后重试。")
    return CaseReply(events=events, following=following)


ROUTES = (read_queue, read_case)
