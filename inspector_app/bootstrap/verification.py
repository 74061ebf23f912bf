"""Checking a file on its own: a signed PDF or an exported case, with no database and no network."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.assets import resources_dir
from inspector_app.bootstrap.device_keys import KeyStanding, judge
from inspector_app.domain.document import Snapshot
from inspector_app.domain.errors import Defect, UserError
from inspector_app.domain.journal import ChainBreak, Event, Head, SignedHead, verify_chain
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.visit import Visit, fold_visit
from inspector_app.trust.signing import VerifyKey

if TYPE_CHECKING:
    from cryptography import x509

    from inspector_app.documents.verification import Verification

__all__ = ["CaseCheck", "ZipCases", "check_case", "check_pdf", "load_roots"]


def load_roots(files: Sequence[Path]) -> tuple[x509.Certificate, ...]:
    """Trusted issuers: those delivered with the application and those in ``files`` (PEM).

    Raises ``UserError`` if a file cannot be read.
    """
    from inspector_app.trust.certificates import load_certificates  # late: start-up

    delivered = sorted((resources_dir() / "trust").glob("*.pem"))
    roots: list[x509.Certificate] = []
    for path in (*delivered, *files):
        roots.extend(load_certificates(read_file(path)))
    return tuple(roots)


def read_file(path: Path) -> bytes:
    """The file's bytes; ``UserError`` that names it if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as problem:
        raise UserError(
            "file.unreadable",
            f"读不到文件“{path.name}”。",
            safe="未作任何更改。",
            mend="请核对文件名和读取权限。",
            facts={"name": path.name},
        ) from problem


def check_pdf(data: bytes, roots: Sequence[x509.Certificate]) -> Verification:
    """Who signed the PDF and whether anything changed; ``UserError`` for what is no such PDF."""
    from inspector_app.documents.verification import verify_pdf  # late: pyHanko costs 350 ms

    return verify_pdf(data, roots)


@dataclass(frozen=True, slots=True)
class CaseCheck:
    """What was found out about an exported case.

    ``unsigned_streams`` have no valid device signature over their last event; ``signed_by`` are
    the fingerprints of the keys that signed the others, as the case file itself brings them, and
    ``device`` says whether whoever verifies knew them;
    ``missing`` are blobs and documents that the record or the manifest names and the file lacks;
    ``altered`` those whose bytes are not those of the record, the manifest or their own name.
    Both say documents by id and blobs by SHA-256, each once; ``estranged`` are
    documents made from another record: each names the last event before it, and its officers'
    certificates vouch for that, which whoever makes up a record and a device key cannot.
    """

    visit: Visit
    events: int
    breaks: tuple[ChainBreak, ...]
    unsigned_streams: tuple[str, ...]
    signed_by: tuple[str, ...]
    device: KeyStanding
    missing: tuple[str, ...]
    altered: tuple[str, ...]
    estranged: tuple[str, ...]
    documents: Mapping[str, Verification]

    @property
    def holds(self) -> bool:
        """Whether the chain holds, every stream is signed, nothing is missing or altered, and
        every document belongs to this record.
        """
        faults = (self.breaks, self.unsigned_streams, self.missing, self.altered, self.estranged)
        return not any(faults)


def check_case(
    path: Path, roots: Sequence[x509.Certificate], device_keys: Sequence[str] = ()
) -> CaseCheck:
    """Check the case file at ``path``; ``UserError`` for a file that is not one.

    ``device_keys`` are fingerprints of the keys that it must be signed with, or their beginnings.
    """
    from inspector_app.documents.case_file import content_name, read_case  # late: see check_pdf

    case = read_case(path)
    breaks = verify_chain(case.events)
    broken = {found.stream for found in breaks}
    visits = [event for event in case.events if event.stream.startswith("visit/")]
    whole = [event for event in visits if event.stream not in broken]
    visit = _folded(whole or visits[:1])
    issued = {d.id: d.pdf for d in visit.documents.values() if d.pdf}
    shas = {name: hashlib.sha256(pdf).hexdigest() for name, pdf in case.documents.items()}
    signed = _signing_keys(case.heads, case.public_keys)
    heads = {event.stream: event.head for event in visits}
    signed_by = tuple(sorted({signed[head] for head in heads.values() if head in signed}))
    documents = {name: check_pdf(pdf, roots) for name, pdf in sorted(case.documents.items())}
    recorded = {event.hash for event in visits}
    altered = {content_name(member) for member in case.altered}
    altered |= {name for name, sha in issued.items() if shas.get(name, sha) != sha}
    wanted = {*issued} | _named_blobs(visit) | {content_name(member) for member in case.absent}
    missing = wanted - shas.keys() - case.blobs - altered
    return CaseCheck(
        visit=visit,
        events=len(case.events),
        breaks=breaks,
        # A reviewer's device signs its own stream; this device can vouch only for the visit.
        unsigned_streams=tuple(name for name, head in heads.items() if head not in signed),
        signed_by=signed_by,
        device=judge(signed_by, device_keys),
        missing=tuple(sorted(missing)),
        altered=tuple(sorted(altered)),
        estranged=tuple(
            name
            for name, check in documents.items()
            if check.snapshot is not None and not _belongs(check.snapshot, name, visit, recorded)
        ),
        documents=documents,
    )


def _belongs(snapshot: Snapshot, name: str, visit: Visit, recorded: Collection[str]) -> bool:
    """Whether the document says of itself that it was made from these events."""
    said = (snapshot.document_id, snapshot.visit_id)
    return said == (name, visit.id) and snapshot.journal_head in recorded


def _folded(events: Sequence[Event]) -> Visit:
    try:
        visit = fold_visit(events)
    except (Defect, LookupError, TypeError, ValueError) as problem:
        # Whoever makes up a chain of their own can write into it what no laptop would record.
        raise UserError(
            "case.record",
            "案件文件中的记录不能还原为一次完整的检查，可能是伪造的。",
            mend="请向出具案件文件的单位核实。",
        ) from problem
    if visit is None:
        raise UserError("case.no_visit", "案件文件中没有检查记录。", mend="请重新导出该案件。")
    return visit


def _named_blobs(visit: Visit) -> set[str]:
    """Every picture, signature and Snapshot that the record names."""
    named = {sha for photo in visit.photos.values() for sha in (photo.sha256, photo.thumbnail)}
    for document in visit.documents.values():
        named.add(document.snapshot)
        for signature in document.signatures.values():
            named |= {signature.image, signature.strokes}
    return named - {""}


def _signing_keys(heads: Sequence[SignedHead], keys: Mapping[str, bytes]) -> dict[Head, str]:
    """Heads with a valid signature, and the fingerprint of the key that made it."""
    known: dict[str, VerifyKey] = {}
    for name, raw in keys.items():
        with suppress(UserError):
            key = VerifyKey(raw)
            if key.id == name:
                known[name] = key
    return {
        head.head: known[head.key_id].fingerprint
        for head in heads
        if head.key_id in known and known[head.key_id].verifies(head.message, head.signature)
    }


class ZipCases:
    """The ``CaseWriter`` port over the documents room."""

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        self._keys = dict(keys)

    def write(
        self,
        path: Path,
        events: Sequence[Event],
        heads: Sequence[SignedHead],
        *,
        documents: Mapping[str, bytes],
        blobs: Mapping[str, bytes],
    ) -> None:
        """One file, whole or not at all."""
        from inspector_app.documents.case_file import write_case  # late: see check_pdf

        write_case(path, events, heads, self._keys, documents=documents, blobs=blobs)
