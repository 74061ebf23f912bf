"""A store as a release left it on disk, kept for ever: every later release must open it.

``python -m tests.migrations.frozen`` writes the folder of the present schema. Do that once, with
the release that introduces a schema; a frozen folder is never written again after its release.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.journal import SignedHead
from inspector_app.domain.law.violation import MeasureKind
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.visit_events import AnswerRecorded, FindingConfirmed
from inspector_app.storage import open_store
from inspector_app.storage.schema import HEAD
from tests.contract.papers import issued, numbered
from tests.contract.stores import at, remark, start, tell
from tests.factory import enterprise, officer, rights_read, task, violation
from tests.unit.law.factory_weighing import weighed_finding

__all__ = ["DEVICE", "FOLDER", "KEY", "PHOTO"]

FOLDER = Path(__file__).parent / "files"
KEY = bytes(range(100, 132))
DEVICE = "frozen-laptop"
PHOTO = b"not a picture, but bytes that must come back"


def freeze(folder: Path) -> None:
    """Fill a new store with one of everything."""
    store = open_store(folder, KEY, device=DEVICE)
    with store.begin() as uow:
        uow.put_enterprises([enterprise(1), enterprise(2, name="青石镇𠮷祥超市（演示）")])
        uow.put_tasks([task(1), task(2)])
        uow.put_officers([officer(1), officer(2)])
        uow.add_number_block(NumberBlock("block-1", "责改", 2026, 10, 12, 1))
        uow.set_setting("theme", "dark")
        uow.set_bookmark("visit-1", Bookmark("checklist", "WASH"))
        taken = uow.take_number("责改", 2026)
    begun = start(store)
    finding = FindingConfirmed(
        "finding-1",
        "HEALTH",
        violation(),
        "一名从业人员没有健康证明",
        (MeasureKind.ORDER_CORRECTION,),
        "补办",
        date(2026, 12, 1),
    )
    tell(store, rights_read(), AnswerRecorded("HEALTH", AnswerValue.NOT_MET, "一人"), finding)
    tell(store, numbered("doc-1", taken), issued("doc-1"), weighed_finding("finding-1"))
    photo = store.blobs.put(PHOTO, kind="photo", media_type="image/jpeg")
    with store.begin() as uow:
        uow.add_blob(photo, begun.stream)
        uow.close_tasks(["task-1"], "visit-1")
        uow.add_signed_head(SignedHead(begun.head, DEVICE, "key-1", at(1), "signature"))
    store.sync.acknowledge(store.sync.lineage().id, 3, b"receipt", at(50), {2: "schema"})
    store.sync.apply_feed([remark()], "cursor-7", at(51))
    store.sync.record_outcome(at(52))
    store.close()


def main() -> None:
    """Write the folder of the present schema."""
    folder = FOLDER / f"release-{HEAD}"
    shutil.rmtree(folder, ignore_errors=True)
    freeze(folder)
    (folder / "inspector.lock").unlink()
    shutil.rmtree(folder / "blobs" / "part")
    print(folder)


if __name__ == "__main__":
    main()
