"""A form pack, read and checked: what its folder says as one frozen value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date

from inspector_app.domain.checklist import ChecklistDefinition, Grade, PackRef
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.deadline_kinds import DeadlineKind
from inspector_app.domain.law.discretion import DiscretionTable
from inspector_app.domain.law.gate.rules import GateRule, GateRules, Word
from inspector_app.domain.law.grounds import Ground
from inspector_app.domain.law.validity import in_use_on
from inspector_app.domain.law.violation import Verification, Violation
from inspector_app.domain.law.work_calendar import HolidayTable
from inspector_app.domain.template import DocumentTemplate

__all__ = ["WEEKENDS_ROLL_OVER", "Grading", "Law", "Pack", "Parameter", "linked"]

# The parameter that says whether a last day on a plain weekend moves too: true or false.
WEEKENDS_ROLL_OVER = "deadline.weekends_roll_over"


@dataclass(frozen=True, slots=True)
class Law:
    """A law that citations of the pack name by a short name.

    ``full`` is the official name, ``edition`` the date of the text that was cited (promulgation
    of the latest amendment), ``note`` what a reader should know about it. ``in_force`` is the first
    day on which that text is the law, where it is not the day of the edition. A law that will change
    stands twice, the later text with its ``in_force``.
    """

    short: str
    full: str
    edition: date | None = None
    note: str = ""
    in_force: date | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a law or a province can change, with its source and validity.

    ``unit`` names what is counted: calendar_days, working_days, months, yuan, or empty for words.
    """

    key: str
    value: str
    source: str
    status: Verification
    unit: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Grading:
    """How a checklist's counts become a result, and where that rule comes from."""

    id: str
    title: str
    source: str
    status: Verification
    grades: tuple[Grade, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """All that a pack brings, its dependencies linked in.

    ``ref.digest`` is empty until the pack is compiled. ``violations``, ``gradings``,
    ``parameters``, ``laws`` and ``templates`` include those of the packs it depends on, so that a
    compiled pack stands alone. ``sayings`` (how people say a violation, by its id) are its own
    only: they serve the search, which reads every pack, and no record keeps them. So do
    ``synonyms`` (a word, and those that mean the same), ``kinds`` (of goods and places) and
    ``usual`` (violations met most). ``anchors`` (key words that a violation's clauses hold) are for
    ``law check`` alone and are not compiled.
    """

    ref: PackRef
    title: str
    issuer: str
    domain: str
    language: str
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    depends: tuple[PackRef, ...] = ()
    basis: tuple[str, ...] = ()
    laws: Mapping[str, Law] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    violations: Mapping[str, Violation] = field(default_factory=dict)
    sayings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    anchors: Mapping[str, Mapping[Citation, tuple[str, ...]]] = field(default_factory=dict)
    gradings: Mapping[str, Grading] = field(default_factory=dict)
    checklists: tuple[ChecklistDefinition, ...] = ()
    templates: tuple[DocumentTemplate, ...] = ()
    deadlines: tuple[DeadlineKind, ...] = ()
    holidays: tuple[HolidayTable, ...] = ()
    grounds: tuple[Ground, ...] = ()
    discretion: tuple[DiscretionTable, ...] = ()
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    usual: tuple[str, ...] = ()
    gate: tuple[GateRule, ...] = ()
    words: tuple[Word, ...] = ()

    @property
    def gate_rules(self) -> GateRules:
        """The rules of the legality gate that the pack brings, as one edition."""
        laws = {short: law.full for short, law in self.laws.items()}
        return GateRules(self.ref, self.gate, self.words, laws, self.grounds)

    def lists(self, violation: Violation) -> bool:
        """Whether exactly ``violation`` stands in it, its own or one of those it depends on."""
        return self.violations.get(violation.id) == violation

    def valid_on(self, day: date) -> bool:
        """Whether ``day`` lies within the pack's validity, both ends included."""
        return in_use_on(day, self.valid_from, self.valid_to)


def linked(
    checklist: ChecklistDefinition, violations: Mapping[str, Violation]
) -> ChecklistDefinition:
    """``checklist`` with the violations that its items name, each read when it is asked for."""
    named = {code for item in checklist.items for code in item.violations}
    return replace(checklist, violations=_Named(violations, sorted(named & violations.keys())))


class _Named(Mapping[str, Violation]):
    """Some of a pack's violations.

    The day opens with checklists, and decoding all that they name takes half of reading them.
    """

    def __init__(self, violations: Mapping[str, Violation], codes: Iterable[str]) -> None:
        self._violations = violations
        self._codes = dict.fromkeys(codes)

    def __getitem__(self, code: str) -> Violation:
        if code not in self._codes:
            raise KeyError(code)
        return self._violations[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def __contains__(self, code: object) -> bool:
        return code in self._codes
