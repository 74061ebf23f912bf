"""A laptop at work in a process of its own, to be killed: ``python -m tests.faults.visiting``.

It opens the laptop in a folder, goes on with the visit from wherever the record says it is, then
synchronises. Each step that has returned is told in a line of JSON. At the point that it is given
it says so and waits to be killed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from inspector_app.application.use_cases import UseCases
from inspector_app.bootstrap.desk import SigningDesk
from inspector_app.bootstrap.laptop import open_laptop
from inspector_app.storage.blob_files import BlobFiles
from inspector_app.storage.sync_store import SqlSyncStore
from tests import factory_town as steps

__all__ = ["POINTS"]

R = TypeVar("R")


def tell(**what: str) -> None:
    print(json.dumps(what), flush=True)


def wait_to_be_killed(point: str) -> None:
    tell(at=point)
    sys.stdin.read()


def _after(call: Callable[..., R], point: str) -> Callable[..., R]:
    """``call``, done but not yet returned."""

    @wraps(call)
    def pausing(*given: Any, **named: Any) -> R:
        done = call(*given, **named)
        wait_to_be_killed(point)
        return done

    return pausing


def _before(call: Callable[..., R], point: str) -> Callable[..., R]:
    """``call``, about to be done."""

    @wraps(call)
    def pausing(*given: Any, **named: Any) -> R:
        wait_to_be_killed(point)
        return call(*given, **named)

    return pausing


def _pause_at_a_stored_pdf(point: str) -> None:
    put = BlobFiles.put

    def pausing(self: BlobFiles, data: bytes, *, kind: str, media_type: str) -> Any:
        ref = put(self, data, kind=kind, media_type=media_type)
        if kind == "pdf":
            wait_to_be_killed(point)
        return ref

    BlobFiles.put = pausing  # type: ignore[method-assign]  # a point to be killed at


def _arm(point: str) -> None:
    match point:
        case "signed":
            SigningDesk.finish = _after(SigningDesk.finish, point)  # type: ignore[method-assign]  # as above
        case "stored":
            _pause_at_a_stored_pdf(point)
        case "received":
            SqlSyncStore.acknowledge = _before(SqlSyncStore.acknowledge, point)  # type: ignore[method-assign]  # as above
        case "uploaded":
            kept = SqlSyncStore.blob_acknowledged
            SqlSyncStore.blob_acknowledged = _before(kept, point)  # type: ignore[method-assign]  # as above


POINTS = {
    "signed": "a PDF is signed, and nobody has kept it",
    "stored": "a PDF is on disk, and no event names it",
    "received": "the server has the events, and the laptop does not know",
    "uploaded": "the server has a blob, and the laptop does not know",
}


def go_on(do: UseCases) -> None:
    """From wherever the record says the visit is to its submission."""
    if not (do.look_up.visits() or do.view_today().groups):
        do.synchronize()
    visits = do.look_up.visits()
    visit_id = visits[0].visit_id if visits else steps.start(do)
    visit = do.view_visit(visit_id).visit
    if visit.identity is None:
        visit = steps.arrive(do, visit_id)
    for item in visit.unanswered:
        steps.answer(do, visit_id, item.code)
        tell(answered=item.code)
    if visit.grading is None:
        steps.confirm(do, visit_id)
    for kind in steps.planned(do, visit_id):
        composed = do.view_visit(visit_id).visit.standing_document(kind)
        if composed is not None and not composed.missing_slots:
            do.issue_document(visit_id, composed.id)
        elif not visit.services:
            steps.issue(do, visit_id, kind)
        tell(issued=kind)
    if not do.view_visit(visit_id).visit.submitted_round:
        steps.serve(do, visit_id)


def main(folder: Path, point: str) -> None:
    _arm(point)
    with open_laptop(folder) as laptop:
        go_on(laptop.use_cases)
        laptop.use_cases.synchronize()
        tell(at="end")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
