"""What can happen in a visit, as frozen facts. Each is one event type of the visit's stream.

How they stand in the journal is :mod:`inspector_app.domain.visit_journal`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from inspector_app.domain.checklist import AnswerValue, PackRef
from inspector_app.domain.document import RefusalProof, SignerRole
from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.violation import MeasureKind, Violation
from inspector_app.domain.law.weighing import Weighed
from inspector_app.domain.officer import Authority, Officer
from inspector_app.domain.task import PlannedItem, Task

__all__ = [
    "AnswerCorrected",
    "AnswerRecorded",
    "Attendee",
    "ClockJumped",
    "DocumentComposed",
    "DocumentFieldsEdited",
    "DocumentIssued",
    "DocumentPrinted",
    "DocumentServed",
    "DocumentVoided",
    "DocumentWithdrawn",
    "FindingConfirmed",
    "FindingWeighed",
    "FindingWithdrawn",
    "NoticeAnswer",
    "PhotoAttached",
    "PhotoRemoved",
    "RemarkAnswered",
    "ResultGraded",
    "RightsRead",
    "SignatureCaptured",
    "SignatureRefused",
    "VisitCompleted",
    "VisitEvent",
    "VisitStarted",
    "VisitSubmitted",
]


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who is present for the party (在场人员): name, position or relation, phone, identity no."""

    name: str
    position: str
    phone: str = ""
    id_number: str = ""


@dataclass(frozen=True, slots=True)
class NoticeAnswer:
    """One question of the notice sheet and the answer recorded, by code and as said."""

    key: str
    question: str
    answer: str
    answer_label: str


@dataclass(frozen=True, slots=True)
class VisitStarted:
    """The visit began: whom, why, by whom, what is to be checked, by which pack editions."""

    visit_id: str
    enterprise: Enterprise
    tasks: tuple[Task, ...]
    officers: tuple[Officer, ...]
    authority: Authority
    items: tuple[PlannedItem, ...]
    packs: tuple[PackRef, ...]
    checklists: tuple[str, ...]
    place: str
    device: str
    grid: str = ""
    scanned_code: str = ""
    helpers: str = ""


@dataclass(frozen=True, slots=True)
class RightsRead:
    """Certificates were shown and rights read out; answers as given (程序规定 21–22; 令49号 23–24).

    Recorded again it corrects names and answers; ``because`` says why once a document is issued.
    """

    attendee: Attendee
    statements: tuple[str, ...]
    answers: tuple[NoticeAnswer, ...]
    because: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRecorded:
    """An item was answered; a later answer to the same item replaces it while the visit is open."""

    item: str
    value: AnswerValue
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AnswerCorrected:
    """A correction (更正) of an answer after documents were issued or the case was returned.

    ``corrects`` is the number of the event that is corrected; ``because`` the officer's reason.
    """

    item: str
    corrects: int
    value: AnswerValue
    because: str
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PhotoAttached:
    """A photo was taken or added at an item; the original's bytes are the blob ``sha256``.

    ``taken_at`` is what EXIF says (ISO 8601 without offset as cameras write it) or empty.
    """

    photo_id: str
    item: str
    sha256: str
    size: int
    media_type: str
    name: str
    thumbnail: str
    taken_at: str = ""
    caption: str = ""
    source: str = "file"


@dataclass(frozen=True, slots=True)
class PhotoRemoved:
    """A photo no longer counts for its item; its bytes stay in the record."""

    photo_id: str
    because: str


@dataclass(frozen=True, slots=True)
class FindingConfirmed:
    """A "not met" was bound to a violation, or a confirmed finding was changed (same id).

    ``deadline`` None = at once (立即); ``on_spot`` = put right before the officers left.
    ``because``: why it binds this party although a guard says that it does not. ``pack``: the
    edition that ``violation`` stands in, one that the visit began with or, of what the officers
    looked up, the one of then; None = an older record, that names none.
    """

    finding_id: str
    item: str
    violation: Violation
    description: str
    measures: tuple[MeasureKind, ...]
    requirement: str
    deadline: date | None
    on_spot: bool = False
    because: str = ""
    pack: PackRef | None = None


@dataclass(frozen=True, slots=True)
class FindingWithdrawn:
    """A finding was withdrawn, with the reason."""

    finding_id: str
    because: str


@dataclass(frozen=True, slots=True)
class FindingWeighed:
    """The officers weighed a finding (裁量意见): an opinion for the case, told by no paper yet.

    A later one of the same finding replaces it; all stay in the record.
    """

    finding_id: str
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class ResultGraded:
    """The overall result by the pack's grading expression, and what the officers let follow.

    ``counts`` are the facts it was judged on (:attr:`Visit.result_facts`).
    """

    grade: str
    label: str
    handling: str
    counts: Mapping[str, int]
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFieldsEdited:
    """Officers completed fields of a document that is not yet composed, or opened it again."""

    kind: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DocumentComposed:
    """A document's wording is fixed and may be signed. Composing again clears its signatures.

    ``snapshot`` is the blob (SHA-256) of the canonical Snapshot; ``number`` the official number
    taken from block ``block`` (empty for kinds without one); ``corrects`` a document id and
    ``because`` the reason for the correction (更正理由); ``serves`` the document ids whose service
    a receipt (送达回证) proves.
    """

    document_id: str
    kind: str
    title: str
    snapshot: str
    required_slots: tuple[str, ...]
    optional_slots: tuple[str, ...] = ()
    slot_roles: Mapping[str, SignerRole] = field(default_factory=dict)
    number: str = ""
    word: str = ""
    year: int = 0
    number_seq: int = 0
    block: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    corrects: str = ""
    to_serve: bool = True
    serves: tuple[str, ...] = ()
    because: str = ""
    refusal: RefusalProof = RefusalProof.WITNESS_OR_RECORDING


@dataclass(frozen=True, slots=True)
class SignatureCaptured:
    """Somebody signed on the screen, for exactly the wording ``confirms`` (a Snapshot's SHA-256).

    ``strokes`` and ``image`` are blobs: the stroke data (JSON) and the picture (PNG). The picture
    is evidence of confirmation, not a reliable electronic signature (电子签名法 13).
    """

    document_id: str
    slot: str
    role: SignerRole
    name: str
    confirms: str
    strokes: str
    image: str


@dataclass(frozen=True, slots=True)
class SignatureRefused:
    """Somebody refused to sign (拒签): reason, and witness or recording (程序规定 43, 令49号 34)."""

    document_id: str
    slot: str
    role: SignerRole
    name: str
    confirms: str
    reason: str
    witness: str = ""
    recording: str = ""


@dataclass(frozen=True, slots=True)
class DocumentIssued:
    """The signed PDF exists: its blob, pages and the final Snapshot with signatures."""

    document_id: str
    pdf: str
    pages: int
    snapshot: str
    verification_code: str


@dataclass(frozen=True, slots=True)
class DocumentVoided:
    """A composed document was given up before issue; its number stays used as void (作废)."""

    document_id: str
    because: str


@dataclass(frozen=True, slots=True)
class DocumentWithdrawn:
    """An issued document was withdrawn (撤回); its number stays used."""

    document_id: str
    because: str


@dataclass(frozen=True, slots=True)
class DocumentPrinted:
    """A copy left the printer queue; ``copy`` counts from 1, above 1 is a reprint."""

    document_id: str
    printer: str
    copy: int


@dataclass(frozen=True, slots=True)
class DocumentServed:
    """Documents were served (送达): how, to whom, when and where (程序规定 81–83).

    ``witness`` (见证人) and ``recording`` (拍照、录像) prove that they were left on refusal (留置).
    """

    documents: tuple[str, ...]
    mode: str
    receiver: str
    relation: str
    place: str
    at: str
    note: str = ""
    witness: str = ""
    recording: str = ""


@dataclass(frozen=True, slots=True)
class VisitCompleted:
    """The officers left: nothing more is asked of the party today."""

    previous_rectification: str = ""


@dataclass(frozen=True, slots=True)
class VisitSubmitted:
    """The case went to review; ``round`` counts from 1."""

    round: int


@dataclass(frozen=True, slots=True)
class RemarkAnswered:
    """The officer answered a reviewer's remark."""

    remark_id: str
    text: str


@dataclass(frozen=True, slots=True)
class ClockJumped:
    """Wall clock and monotonic clock drifted apart by ``by_ms`` between two events."""

    by_ms: int


VisitEvent = (
    VisitStarted
    | RightsRead
    | AnswerRecorded
    | AnswerCorrected
    | PhotoAttached
    | PhotoRemoved
    | FindingConfirmed
    | FindingWithdrawn
    | FindingWeighed
    | ResultGraded
    | DocumentFieldsEdited
    | DocumentComposed
    | SignatureCaptured
    | SignatureRefused
    | DocumentIssued
    | DocumentVoided
    | DocumentWithdrawn
    | DocumentPrinted
    | DocumentServed
    | VisitCompleted
    | VisitSubmitted
    | RemarkAnswered
    | ClockJumped
)
