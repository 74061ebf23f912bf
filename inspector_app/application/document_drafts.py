"""What a document would say: fields with defaults, gate messages, Snapshot. Nothing is recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from inspector_app.application.definitions import visit_definitions
from inspector_app.application.legality import GateRefusal, law_of
from inspector_app.application.workplace import Workplace
from inspector_app.domain.chinese import chinese_datetime
from inspector_app.domain.document import STRUCK_OUT, Block, Paragraph, Run, SignatureSlot, Snapshot
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.gate.judging import GateMessage, blocks, check_composition
from inspector_app.domain.record import (
    DocumentHeading,
    build_record,
    document_facts,
    snapshot_data,
)
from inspector_app.domain.template import (
    DocumentTemplate,
    TemplateField,
    compose_blocks,
    compose_slots,
    fill,
)
from inspector_app.domain.visit import Document, DocumentStatus, Visit

__all__ = [
    "DocumentDraft",
    "FilledField",
    "GateRefusal",
    "called_for",
    "closed_snapshot",
    "draft_document",
    "signed_snapshot",
]


_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class FilledField:
    """A field of the form with the value it has now; ``edited`` if an officer changed it."""

    field: TemplateField
    value: str
    edited: bool


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """A document as it would be composed now."""

    template: DocumentTemplate
    fields: tuple[FilledField, ...]
    messages: tuple[GateMessage, ...]
    snapshot: Snapshot

    @property
    def blocked(self) -> bool:
        """Whether the gate refuses it."""
        return blocks(self.messages)


def called_for(place: Workplace, visit: Visit) -> tuple[DocumentTemplate, ...]:
    """The kinds of document that the record calls for, in the pack's order.

    A kind that proves the service of others is called for once one of those is issued.
    """
    facts = document_facts(visit)
    wanted = []
    for template in sorted(place.packs.document_templates().values(), key=lambda t: t.order):
        if template.serves and not _issued(visit, template.serves):
            continue
        if place.expressions.evaluate(template.called_for, facts) is True:
            wanted.append(template)
    return tuple(wanted)


def _issued(visit: Visit, kinds: Iterable[str]) -> tuple[Document, ...]:
    wanted = set(kinds)
    return tuple(
        d
        for d in visit.documents.values()
        if d.kind in wanted and d.status is DocumentStatus.ISSUED
    )


def draft_document(
    place: Workplace,
    visit: Visit,
    kind: str,
    *,
    heading: DocumentHeading | None = None,
    correction_of: Document | None = None,
    because: str = "",
) -> DocumentDraft:
    """The draft of ``kind``; ``UserError`` if no pack on this device knows that kind.

    ``correction_of`` names the issued document that this one corrects (更正), ``because`` why.
    """
    template = place.packs.document_templates().get(kind)
    if template is None:
        raise UserError(
            "document.kind",
            f"本机没有“{kind}”的文书模板。",
            mend="请联网同步模板。",
            facts={"kind": kind},
        )
    now = place.clock.now().at
    definitions = visit_definitions(place.packs, visit)
    checklists = [(definitions[code].title, definitions[code].edition) for code in visit.checklists]
    heading = heading or DocumentHeading(title=template.title, issued_at=now)

    def record(fields: Mapping[str, str]) -> dict[str, object]:
        return build_record(
            visit,
            at=now,
            checklists=checklists,
            fields=fields,
            heading=heading,
            times_this_year=_times_this_year(visit, now),
            corrected=correction_of,
        )

    edited = visit.drafts.get(kind, {})
    empty = record({field.key: "" for field in template.fields})
    fields = tuple(
        FilledField(
            field,
            edited[field.key] if field.key in edited else fill(field.default, empty),
            field.key in edited,
        )
        for field in template.fields
    )
    values = {filled.field.key: filled.value for filled in fields}
    full = record(values)
    blocks = compose_blocks(template.blocks, full)
    if correction_of is not None:
        blocks = (_correction_note(correction_of, because), *blocks)
    snapshot = Snapshot(
        kind=kind,
        title=template.title,
        authority=visit.authority.name,
        document_id=heading.id,
        visit_id=visit.id,
        template=f"{kind}@{template.version}",
        composed_at=now,
        journal_head=visit.head.hash,
        blocks=blocks,
        number=heading.number,
        copies=template.copies,
        signatures=compose_slots(template.slots, full),
        page_foot=template.page_foot,
        seal=template.seal,
        verification_code=verification_code(heading.id, visit.head.hash) if heading.id else "",
        corrects=correction_of.id if correction_of else "",
        data=snapshot_data(full),
    )
    messages = check_composition(visit, template, values, place.clock.today(), law_of(place, visit))
    return DocumentDraft(template, fields, messages, snapshot)


def verification_code(document_id: str, head: str) -> str:
    """What the code on the paper says: the document and the record's head at composition.

    80 bits of SHA-256 over both, as four groups of four Crockford letters (no I, L, O, U), so that
    it can also be read out.
    """
    digest = hashlib.sha256(f"{document_id}.{head}".encode()).digest()
    number = int.from_bytes(digest[:10])
    letters = "".join(_CROCKFORD[number >> shift & 31] for shift in range(75, -5, -5))
    return "-".join(("IA1", letters[:4], letters[4:8], letters[8:12], letters[12:16]))


def _times_this_year(visit: Visit, now: str) -> int:
    year = int(now[:4])
    return 1 + sum(past.at.year == year for past in visit.enterprise.history)


def _correction_note(old: Document, because: str) -> Block:
    what = f"《{old.title}》{old.number}" if old.number else f"《{old.title}》"
    return Paragraph(
        (Run(f"本文书更正{what}。更正理由："), Run(_clause(because), filled=True), Run("。"))
    )


def _clause(text: str) -> str:
    """What somebody wrote, to stand inside a sentence of ours: without its own full stop."""
    return text.rstrip("。；; \n")


def signed_snapshot(snapshot: Snapshot, document: Document) -> Snapshot:
    """The composed wording with the signatures given so far; nothing else differs."""
    return replace(
        snapshot,
        signatures=tuple(_signed(slot, document) for slot in snapshot.signatures),
    )


def closed_snapshot(snapshot: Snapshot, document: Document) -> Snapshot:
    """The wording as it is issued: signed, and every place that nobody needed to sign struck out."""
    signed = signed_snapshot(snapshot, document)
    return replace(
        signed,
        signatures=tuple(
            slot if slot.key in document.signatures else replace(slot, name="", note=STRUCK_OUT)
            for slot in signed.signatures
        ),
    )


def _signed(slot: SignatureSlot, document: Document) -> SignatureSlot:
    signature = document.signatures.get(slot.key)
    if signature is None:
        return slot
    if signature.refused:
        parts = [f"拒绝签名，理由：{_clause(signature.reason)}"]
        if signature.witness:
            parts.append(f"见证人：{signature.witness}")
        if signature.recording:
            parts.append(f"录音录像：{_clause(signature.recording)}")
        note = "；".join(parts) + f"。{chinese_datetime(signature.at)}"
        return replace(slot, name=signature.name or slot.name, at=signature.at, note=note)
    return replace(slot, name=signature.name or slot.name, image=signature.image, at=signature.at)
