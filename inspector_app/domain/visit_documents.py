"""The documents of a visit as its events tell them: wording, signatures, issue, service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from inspector_app.domain.document import RefusalProof, SignerRole
from inspector_app.domain.late_dataclass import dataclass

__all__ = ["Document", "DocumentStatus", "Signature"]


class DocumentStatus(StrEnum):
    """The life of a document; an issued one is never edited."""

    COMPOSED = "composed"
    ISSUED = "issued"
    VOIDED = "voided"  # 作废 before issue
    CORRECTED = "corrected"  # 更正 by a later document
    WITHDRAWN = "withdrawn"  # 撤回


@dataclass(frozen=True, slots=True)
class Signature:
    """A slot as signed, or refused where ``reason`` is not empty."""

    slot: str
    role: SignerRole
    name: str
    confirms: str
    at: str
    strokes: str = ""
    image: str = ""
    reason: str = ""
    witness: str = ""
    recording: str = ""

    @property
    def refused(self) -> bool:
        """Whether this records a refusal to sign (拒签)."""
        return bool(self.reason)


@dataclass(frozen=True, slots=True)
class Document:
    """A document of this visit. ``based_on`` is the last event its wording took into account.

    ``because`` is why it corrects another, or why it was voided or withdrawn.
    """

    id: str
    kind: str
    title: str
    status: DocumentStatus
    snapshot: str
    fields: Mapping[str, str]
    required_slots: tuple[str, ...]
    optional_slots: tuple[str, ...]
    slot_roles: Mapping[str, SignerRole]
    number: str
    composed_at: str
    based_on: int
    corrects: str = ""
    to_serve: bool = True
    serves: tuple[str, ...] = ()
    refusal: RefusalProof = RefusalProof.WITNESS_OR_RECORDING
    signatures: Mapping[str, Signature] = field(default_factory=dict)
    pdf: str = ""
    pages: int = 0
    issued_at: str = ""
    verification_code: str = ""
    copies_printed: int = 0
    because: str = ""

    @property
    def named_witness(self) -> str:
        """The witness (见证人) whom a refusal to sign names; empty if none is named."""
        named = (s.witness for s in self.signatures.values() if s.refused and s.witness)
        return next(named, "")

    @property
    def missing_slots(self) -> tuple[str, ...]:
        """Slots still to be signed: required and neither signed nor refused, or a named witness's.

        A witness to a refusal proves it by signing (令49号 34); being named is not enough.
        """
        missing = [slot for slot in self.required_slots if slot not in self.signatures]
        witness = self.named_witness
        for slot, role in self.slot_roles.items():
            signed = self.signatures.get(slot)
            proved = signed is not None and not signed.refused and signed.name == witness
            if witness and role is SignerRole.WITNESS and not proved:
                missing.append(slot)
        return tuple(dict.fromkeys(missing))
