"""What verification of a PDF says: who signed, whether bytes changed, what record it belongs to.

The port only: bootstrap supplies the adapter from the documents room. Needs no network.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Protocol

from inspector_app.domain.late_dataclass import dataclass

__all__ = ["SignatureView", "VerificationProblem", "VerificationView", "VerifyDocument"]


@dataclass(frozen=True, slots=True)
class SignatureView:
    """One certificate signature. ``intact``: the bytes it covers are those that were signed.

    ``trusted``: its certificate leads to a root this device trusts, and was valid then. ``at`` is
    ISO 8601 with offset, empty if the signature names no time; ``problem`` says in words what is
    wrong, empty otherwise.
    """

    signer: str
    certificate_no: str
    organ: str
    at: str
    intact: bool
    trusted: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class VerificationProblem:
    """What keeps a document from being genuine: ``text`` in Chinese, other languages by ``code``."""

    code: str
    text: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VerificationView:
    """The verdict on one PDF.

    ``unchanged``: nothing was added or altered after the last signature. ``title``, ``number``,
    ``document_id``, ``visit_id`` and ``journal_head`` come from the attached Snapshot and are empty
    where the PDF carries none. ``problems`` are empty for a sound document.
    """

    unchanged: bool
    signatures: tuple[SignatureView, ...]
    title: str = ""
    number: str = ""
    document_id: str = ""
    visit_id: str = ""
    journal_head: str = ""
    problems: tuple[VerificationProblem, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether somebody signed, every signature holds, and nothing changed since."""
        holds = all(signature.intact and signature.trusted for signature in self.signatures)
        return bool(self.signatures) and holds and self.unchanged and not self.problems


class VerifyDocument(Protocol):
    """Verification without a network."""

    def __call__(self, pdf: bytes) -> VerificationView:
        """The verdict on ``pdf``; ``UserError`` if it is not a PDF."""
        ...
