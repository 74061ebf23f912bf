"""Export a case as one file that can be checked with no database and no network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.paper_ports import CaseWriter
from inspector_app.domain.review import review_prefix
from inspector_app.domain.visit_journal import visit_stream

__all__ = ["ExportCase"]


@dataclass(frozen=True, slots=True)
class ExportCase:
    """The record of a visit: its events and reviews, signed heads, documents, photos, signatures."""

    place: Workplace
    records: VisitRecords
    writer: CaseWriter

    def __call__(self, visit_id: str, path: Path) -> Path:
        """Write the case to ``path`` and return it; ``EnvironmentFault`` if the disk refuses."""
        stream = visit_stream(visit_id)
        with self.place.store.read() as reading:
            visit = self.records.load(reading, visit_id)
            streams = (stream, *(head.stream for head in reading.streams(review_prefix(visit_id))))
            events = [event for name in streams for event in reading.events(name)]
        with self.place.store.begin() as uow:
            uow.add_signed_head(self.place.heads.sign_head(visit.head, self.place.clock.now().at))
            heads = [head for name in streams for head in uow.signed_heads(name)]
        documents = {d.id: d.pdf for d in visit.documents.values() if d.pdf}
        shas = {sha for photo in visit.photos.values() for sha in (photo.sha256, photo.thumbnail)}
        for document in visit.documents.values():
            shas.add(document.snapshot)
            for signature in document.signatures.values():
                shas |= {sha for sha in (signature.image, signature.strokes) if sha}
        self.writer.write(
            path,
            events,
            heads,
            documents={name: self.place.blobs.get(sha) for name, sha in documents.items()},
            blobs={sha: self.place.blobs.get(sha) for sha in sorted(shas)},
        )
        return path
