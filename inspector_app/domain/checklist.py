"""Standardized checklists (检查要点表) as frozen definitions that packs compile to.

A :class:`ChecklistDefinition` comes from a form pack; nothing in it is typed into code.
Sources: 令49号 arts. 13–20 (general and key items), 27 (every item is covered), 市监食生发〔2022〕18号.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import Violation

__all__ = [
    "AnswerValue",
    "ChecklistDefinition",
    "EvidenceKind",
    "Grade",
    "Guidance",
    "Handling",
    "Item",
    "ItemKind",
    "NoticeQuestion",
    "NoticeSheet",
    "PackRef",
    "Provenance",
    "Section",
]


class ItemKind(StrEnum):
    """General item (一般项目) or key item (重点项目, printed with a star)."""

    GENERAL = "general"
    KEY = "key"


class AnswerValue(StrEnum):
    """What the officers found at an item."""

    MET = "met"  # 是 / 符合
    NOT_MET = "not_met"  # 否 / 不符合
    EXCLUDED = "excluded"  # 合理缺项


class EvidenceKind(StrEnum):
    """What an item asks the officers to make when it is not met.

    How it is made at a visit; which of the eight kinds of evidence in a case (处罚法 46) that becomes
    is ``law.case_facts.EvidenceKind``: a photo may be 视听资料 or 电子数据, a document 书证.
    """

    PHOTO = "photo"
    NOTE = "note"
    DOCUMENT = "document"


class Provenance(StrEnum):
    """Whether an item's topic follows a seen official list or is ours until that is imported."""

    OFFICIAL_TOPIC = "official_topic"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class PackRef:
    """Which pack, exactly: id, version and SHA-256 of its canonical content."""

    id: str
    version: str
    digest: str

    def __str__(self) -> str:
        return f"{self.id}@{self.version}"


@dataclass(frozen=True, slots=True)
class Guidance:
    """How to look at an item: what to check, what to ask for, in own words."""

    text: str
    evidence: tuple[EvidenceKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One check item (检查项目).

    ``code`` identifies it across checklists: two checklists that both hold the same code ask it
    once in a merged visit. ``number`` is the printed one (4.2). ``relevant`` is an expression in
    XLSForm's language over the enterprise's facts; an item that is not relevant is left out.
    ``exclusion`` says when the item may reasonably be excluded (合理缺项); empty = never.
    """

    code: str
    number: str
    text: str
    kind: ItemKind
    guidance: Guidance = Guidance("")
    violations: tuple[str, ...] = ()
    basis: tuple[Citation, ...] = ()
    exclusion: str = ""
    relevant: str = ""
    provenance: Provenance = Provenance.OWN
    evidence_required: bool = False
    remark_hint: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the checklist (检查项目类别), e.g. 许可及信息公示."""

    number: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Handling:
    """What may follow from a result (结果处理); the officers choose among those whose ``when`` holds.

    Variables of ``when``: those of a grade, and findings, orders (to be put right by a written
    order), cases (to be investigated), transfers (to another authority).
    """

    code: str
    label: str
    when: str = "true()"


@dataclass(frozen=True, slots=True)
class Grade:
    """An overall result the pack can give; ``when`` is evaluated in order, the first true wins.

    How a whole inspection went, in the pack's own words; how heavily one act is to be punished is
    ``law.discretion.Grade``, whose five grades are the law's.
    Variables of ``when``: checked, met, not_met, excluded, key_not_met, general_not_met,
    key_checked, general_checked (counts of items).
    """

    code: str
    label: str
    when: str
    handlings: tuple[Handling, ...]


@dataclass(frozen=True, slots=True)
class NoticeQuestion:
    """A question of the notice sheet; ``answers`` are the codes and labels that may be recorded."""

    key: str
    text: str
    answers: tuple[tuple[str, str], ...]
    blocking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeSheet:
    """The notice sheet before every visit (告知页; 市监食生发〔2022〕18号, 程序规定 21–22)."""

    title: str
    statements: tuple[str, ...]
    questions: tuple[NoticeQuestion, ...]


@dataclass(frozen=True, slots=True)
class ChecklistDefinition:
    """One compiled checklist of one pack edition, with the violations its items refer to."""

    id: str
    pack: PackRef
    title: str
    edition: str
    domain: str
    sections: tuple[Section, ...]
    grades: tuple[Grade, ...]
    notice: NoticeSheet
    violations: Mapping[str, Violation] = field(default_factory=dict)
    partial_allowed: tuple[str, ...] = ()
    basis: tuple[Citation, ...] = ()
    provenance_note: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in printed order."""
        return tuple(item for section in self.sections for item in section.items)

    def item(self, code: str) -> Item:
        """The item with this code; raises ``KeyError`` if the checklist has none."""
        for candidate in self.items:
            if candidate.code == code:
                return candidate
        raise KeyError(code)
