"""Enforcement documents as frozen data: what a paper says, apart from how it is drawn.

A :class:`Snapshot` is everything one document says. It is composed once from the record
(:mod:`inspector_app.domain.composition`), attached to the PDF as JSON and never edited: a wrong
document is corrected (更正) or withdrawn (撤回) by a later event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

from inspector_app.domain.late_dataclass import dataclass

__all__ = [
    "STRUCK_OUT",
    "Block",
    "Cell",
    "Choices",
    "DataTable",
    "Dialogue",
    "FieldTable",
    "Heading",
    "PageBreak",
    "Paragraph",
    "RefusalProof",
    "Run",
    "SealArea",
    "SealState",
    "SignatureBlock",
    "SignatureSlot",
    "SignerRole",
    "Snapshot",
]


STRUCK_OUT = "/"
"""The note of a place to sign that nobody needed to sign."""


class SignerRole(StrEnum):
    """In what capacity a person confirms a document."""

    PARTY = "party"  # 当事人
    WITNESS = "witness"  # 见证人
    OFFICER = "officer"  # 执法人员
    RECEIVER = "receiver"  # 受送达人


class RefusalProof(StrEnum):
    """What must prove that somebody refused to sign, beside the note of it."""

    WITNESS_OR_RECORDING = "witness_or_recording"  # 令49号 34: 见证人签字，或者录音录像
    RECORDING = "recording"  # 程序规定 43: 录音录像；必要时另邀见证人


class SealState(StrEnum):
    """Whether the bureau's seal stands on the paper (domain-facts §5, 国令716 art. 9)."""

    NONE = "none"  # this kind of document carries no seal
    MISSING = "missing"  # 未加盖印章
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; ``filled`` is what was filled into the form (underlined)."""

    text: str
    filled: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body; level 1 is the largest."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``indent`` is the first-line indent in characters, ``align`` left/center/right."""

    runs: tuple[Run, ...]
    indent: int = 2
    align: str = "left"

    @property
    def text(self) -> str:
        """The paragraph's plain text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """One label and its value in a :class:`FieldTable`; ``span`` counts grid columns of the value."""

    label: str
    value: str
    span: int = 1


@dataclass(frozen=True, slots=True)
class FieldTable:
    """The boxed head of a form: rows of label–value cells. ``columns`` pairs make a full row."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table with a header repeated on each page. ``widths`` are relative."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    centered: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Questions and the answers given (问、答), each on its own line."""

    turns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """A line of boxes, ticked or not: ``label`` then (text, ticked) pairs."""

    label: str
    options: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class SignatureSlot:
    """A place where somebody signs.

    ``key`` names the slot within the document (``party``, ``officer1`` …). ``image`` is the
    SHA-256 of the PNG of the drawn signature, ``at`` the moment it was drawn (ISO 8601 with
    offset); both empty until signed. ``note`` is printed instead when signing was refused, or is
    :data:`STRUCK_OUT`.
    """

    key: str
    role: SignerRole
    label: str
    name: str = ""
    certificate_no: str = ""
    image: str = ""
    at: str = ""
    note: str = ""

    @property
    def struck_out(self) -> bool:
        """Whether the place is closed: nobody needed to sign it, and nobody may later."""
        return self.note == STRUCK_OUT


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The signatures in the body, by slot key, with an optional opinion line above them."""

    slots: tuple[str, ...]
    statement: str = ""


@dataclass(frozen=True, slots=True)
class SealArea:
    """The authority's name and date at the right, where the seal goes (印章, 日期)."""

    authority: str
    date: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = (
    Heading
    | Paragraph
    | FieldTable
    | DataTable
    | Dialogue
    | Choices
    | SignatureBlock
    | SealArea
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything one document says.

    ``number`` is the official number (文号) or empty where the kind carries none. ``signatures``
    holds every slot; slots named in ``page_foot`` are signed at the foot of each page
    (程序规定 29, 现场笔录). ``journal_head`` is the hash of the visit's journal at composition,
    so that paper and record can be matched. ``data`` is the record's own data behind the wording,
    attached to the PDF for machines.
    """

    kind: str
    title: str
    authority: str
    document_id: str
    visit_id: str
    template: str
    composed_at: str
    journal_head: str
    blocks: tuple[Block, ...]
    number: str = ""
    copies: str = ""
    signatures: tuple[SignatureSlot, ...] = ()
    page_foot: tuple[str, ...] = ()
    seal: SealState = SealState.NONE
    verification_code: str = ""
    corrects: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)

    def slot(self, key: str) -> SignatureSlot:
        """The signature slot named ``key``; raises ``KeyError`` if the document has none."""
        for slot in self.signatures:
            if slot.key == key:
                return slot
        raise KeyError(key)
