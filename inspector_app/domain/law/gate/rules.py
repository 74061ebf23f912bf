"""The rules of the legality gate as data of a pack: what stands in ``forms/law-base/gate``.

A rule names its legal basis, how strong it is and how well it is verified; each of its checks names
a predicate of :mod:`inspector_app.domain.law.gate.checks` with its parameters, the message, and the
field that mends it. What a province or a law can change is therefore no code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from inspector_app.domain.checklist import PackRef
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.citation import Citation, CitationStyle, format_place, short_name
from inspector_app.domain.law.grounds import Ground
from inspector_app.domain.law.violation import Verification

__all__ = [
    "RULES_PACK",
    "GateCheck",
    "GateMode",
    "GateRule",
    "GateRules",
    "OtherBasis",
    "Run",
    "Word",
    "WordUse",
    "basis_words",
]

RULES_PACK = "law-base"
"""The id of the pack whose edition a record is judged by; a visit names it among its packs."""


class GateMode(StrEnum):
    """How strong a rule is."""

    BLOCK = "block"
    WARN = "warn"
    PROMPT = "prompt"


class Run(StrEnum):
    """When a check is made."""

    COMPOSE = "compose"  # 定稿之前
    ISSUE = "issue"  # 出具之前
    SERVE = "serve"  # 送达之前
    SUBMIT = "submit"  # 提交审核之前
    DEMAND = "demand"  # 随时
    WEIGH = "weigh"  # 对裁量意见：提交审核之前和随时，逐个问题


@dataclass(frozen=True, slots=True)
class OtherBasis:
    """A basis whose text no statute library holds, in words: 国办发〔2024〕54号."""

    text: str
    status: Verification


@dataclass(frozen=True, slots=True)
class GateCheck:
    """One question of a rule.

    ``check`` is a registered predicate, ``numbers`` and ``words`` its parameters; ``code`` is
    stable and what translations go by, ``message`` the Chinese words with ``{fact}`` places.
    ``step`` and ``target`` lead to the field that mends it (``{at}`` is filled by the predicate).
    ``kinds`` restricts it to documents of these kinds. ``mode`` and ``basis`` where they are other
    than the rule's.
    """

    check: str
    code: str
    message: str
    step: str
    target: str
    runs: tuple[Run, ...]
    numbers: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    mode: GateMode | None = None
    basis: tuple[Citation, ...] = ()
    also: tuple[OtherBasis, ...] = ()


@dataclass(frozen=True, slots=True)
class GateRule:
    """A rule (R01 …): what it demands, on what basis, how strongly."""

    id: str
    title: str
    mode: GateMode
    status: Verification
    checks: tuple[GateCheck, ...]
    basis: tuple[Citation, ...] = ()
    also: tuple[OtherBasis, ...] = ()
    note: str = ""

    @property
    def is_on(self) -> bool:
        """Whether it speaks at all: what is only recalled (待核实) may prompt, no more."""
        return self.status is not Verification.RECALLED or self.mode is GateMode.PROMPT

    def mode_of(self, check: GateCheck) -> GateMode:
        """How strong one of its checks is."""
        return check.mode or self.mode

    def basis_of(self, check: GateCheck) -> str:
        """On what one of its checks rests, as people cite it."""
        if check.basis or check.also:
            return basis_words(check.basis, check.also)
        return basis_words(self.basis, self.also)


class WordUse(StrEnum):
    """In what kind of text a word is looked for."""

    FACTS = "facts"  # 现场事实
    ORDER = "order"  # 改正要求
    NOTE = "note"  # 备注
    EXPLANATION = "explanation"  # 说明
    DOCUMENT = "document"  # 文书内容


@dataclass(frozen=True, slots=True)
class Word:
    """An improper or sensitive word (不规范用语、敏感信息).

    ``forms`` are the word and its synonyms; ``pattern`` a regular expression instead of them.
    ``unless`` are longer words that hold it and are proper (可能 inside 不可能). ``instead`` is the
    suggestion. ``uses`` empty = every text; ``published_only``: only where the public reads it.
    """

    id: str
    forms: tuple[str, ...]
    why: str
    mode: GateMode
    instead: str = ""
    pattern: str = ""
    unless: tuple[str, ...] = ()
    uses: tuple[WordUse, ...] = ()
    published_only: bool = False


@dataclass(frozen=True, slots=True)
class GateRules:
    """One edition of the rules. ``laws`` maps the short names of laws to their official ones.

    ``grounds`` are those that the edition lists: what circumstances are grave, by which law.
    """

    edition: PackRef
    rules: tuple[GateRule, ...]
    words: tuple[Word, ...] = ()
    laws: Mapping[str, str] = field(default_factory=dict)
    grounds: tuple[Ground, ...] = ()


_HOW_KNOWN: Mapping[Verification, str] = {
    Verification.VERIFIED: "",
    Verification.SECONDARY: "（依据二手资料）",
    Verification.INFERRED: "（推断）",
    Verification.RECALLED: "（待核实）",
}


def basis_words(citations: tuple[Citation, ...], also: tuple[OtherBasis, ...] = ()) -> str:
    """The basis as people cite it: 《行政处罚法》第四十二条；… what is no text read says so."""
    by_law: dict[str, list[str]] = {}
    for citation in citations:
        place = format_place(citation, CitationStyle.OFFICIAL)
        by_law.setdefault(short_name(citation.law), []).append(place)
    parts = [f"《{law}》{'、'.join(places)}" for law, places in by_law.items()]
    parts.extend(other.text + _HOW_KNOWN[other.status] for other in also)
    return "；".join(parts)
