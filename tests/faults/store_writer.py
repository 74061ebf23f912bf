"""A child process that records answers and photos as fast as it can, until it is killed.

``python -m tests.faults.store_writer FOLDER KEY`` prints, for each commit and only after it, the
number of the event and the SHA-256 of the photo that is now on disk.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.projection import project_visit
from inspector_app.domain.review import Review
from inspector_app.domain.visit import fold_visit, follow
from inspector_app.domain.visit_events import AnswerRecorded, PhotoAttached
from inspector_app.domain.visit_journal import record_event, visit_stream
from inspector_app.storage import open_store
from tests.factory import moment

ITEMS = ("LICENCE", "HEALTH", "WASH")


def main(folder: Path, key: bytes) -> None:
    """Write until killed; the visit was begun by the parent."""
    store = open_store(folder, key, device="laptop-1")
    stream = visit_stream("visit-1")
    with store.read() as reading:
        visit = fold_visit(reading.events(stream))
    assert visit is not None
    while True:
        seq = visit.head.seq
        photo = store.blobs.put(os.urandom(20_000), kind="photo", media_type="image/jpeg")
        item = ITEMS[seq % 3]
        with store.begin() as uow:
            facts = (
                AnswerRecorded(item, (AnswerValue.MET, AnswerValue.NOT_MET)[seq % 2], f"{seq}"),
                PhotoAttached(f"photo-{seq}", item, photo.sha256, photo.size, "image/jpeg", "", ""),
            )
            for fact in facts:
                event = record_event(visit.head, fact, moment(seq), "officer-1")
                uow.append([event])
                visit = follow(visit, event)
            uow.add_blob(photo, stream)
            uow.project(project_visit(visit, Review()))
        print(visit.head.seq, photo.sha256, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
