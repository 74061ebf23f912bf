"""A pack while it is being read: its parts, and where each stands, for the linter."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from inspector_app.domain.checklist import ChecklistDefinition, Item, NoticeSheet, PackRef
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.deadline_kinds import DeadlineKind
from inspector_app.domain.law.discretion import DiscretionTable
from inspector_app.domain.law.gate.rules import GateRule, Word
from inspector_app.domain.law.grounds import Ground
from inspector_app.domain.law.violation import Violation
from inspector_app.domain.law.work_calendar import HolidayTable
from inspector_app.domain.template import DocumentTemplate
from inspector_app.packs.entry import Reading
from inspector_app.packs.pack import Grading, Law, Pack, Parameter, linked
from inspector_app.packs.problems import Place

__all__ = ["PARTS", "Draft", "Expectation", "TemplateText"]

# What a pack may define for itself and for those that depend on it.
PARTS = frozenset({"laws", "parameters", "notices", "gradings", "violations", "items", "documents"})

_Key = TypeVar("_Key")
_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A text or a test of a document template, with the names bound around it.

    ``bound`` pairs each name that an ``each``, ``table`` or ``dialogue`` binds with the path of
    the list it walks. ``is_test`` tells a condition from a text with placeholders.
    """

    kind: str
    text: str
    place: Place
    bound: tuple[tuple[str, str], ...] = ()
    is_test: bool = False


@dataclass(frozen=True, slots=True)
class Expectation:
    """How many items and key items a checklist says it has; None = it does not say."""

    place: Place
    items: int | None = None
    key: int | None = None


@dataclass(slots=True)
class Draft:
    """Everything one folder says. ``places`` finds a part's place: ``item <checklist> <code>``.

    ``used`` names the items that a checklist takes over by their code: (checklist, number).
    ``catalogue``: its violations are to be found by what people say, so each needs sayings.
    ``said_like``: by violation, those of other texts of the law whose sayings and keywords are its too.
    """

    folder: str
    reading: Reading = field(default_factory=Reading)
    id: str = ""
    version: str = ""
    title: str = ""
    issuer: str = ""
    domain: str = ""
    language: str = "zh-CN"
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    catalogue: bool = False
    basis: tuple[str, ...] = ()
    depends: list[Draft] = field(default_factory=list)
    laws: dict[str, Law] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    violations: dict[str, Violation] = field(default_factory=dict)
    sayings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    said_like: dict[str, tuple[str, ...]] = field(default_factory=dict)
    anchors: dict[str, dict[Citation, tuple[str, ...]]] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    gradings: dict[str, Grading] = field(default_factory=dict)
    notices: dict[str, NoticeSheet] = field(default_factory=dict)
    checklists: list[ChecklistDefinition] = field(default_factory=list)
    templates: list[DocumentTemplate] = field(default_factory=list)
    deadlines: dict[str, DeadlineKind] = field(default_factory=dict)
    holidays: dict[int, HolidayTable] = field(default_factory=dict)
    grounds: dict[str, Ground] = field(default_factory=dict)
    discretion: dict[str, DiscretionTable] = field(default_factory=dict)
    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    usual: list[str] = field(default_factory=list)
    gate: dict[str, GateRule] = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)
    used: set[tuple[str, str]] = field(default_factory=set)
    places: dict[str, Place] = field(default_factory=dict)
    texts: list[TemplateText] = field(default_factory=list)
    expectations: dict[str, Expectation] = field(default_factory=dict)

    @property
    def ref(self) -> PackRef:
        """The pack's reference, without a digest: that comes with compiling."""
        return PackRef(self.id, self.version, "")

    def place(self, *words: str) -> Place:
        """Where the part named by ``words`` stands; pack.yaml if that was not noted."""
        return self.places.get(" ".join(words), Place("pack.yaml"))

    def all_laws(self) -> dict[str, Law]:
        """Laws of the packs it depends on and its own."""
        return self._all("laws", {})

    def all_violations(self) -> dict[str, Violation]:
        """Violations of the packs it depends on and its own."""
        return self._all("violations", {})

    def all_items(self) -> dict[str, Item]:
        """Items to be used by code, of the packs it depends on and its own."""
        return self._all("items", {})

    def all_gradings(self) -> dict[str, Grading]:
        """Gradings of the packs it depends on and its own."""
        return self._all("gradings", {})

    def all_notices(self) -> dict[str, NoticeSheet]:
        """Notice sheets of the packs it depends on and its own."""
        return self._all("notices", {})

    def all_parameters(self) -> dict[str, Parameter]:
        """Parameters of the packs it depends on and its own; its own win."""
        return self._all("parameters", {})

    def all_deadlines(self) -> dict[str, DeadlineKind]:
        """Deadlines of the packs it depends on and its own; its own win."""
        return self._all("deadlines", {})

    def all_holidays(self) -> dict[int, HolidayTable]:
        """Yearly tables of the packs it depends on and its own; its own win."""
        return self._all("holidays", {})

    def all_grounds(self) -> dict[str, Ground]:
        """Grounds of the packs it depends on and its own; its own win."""
        return self._all("grounds", {})

    def all_discretion(self) -> dict[str, DiscretionTable]:
        """Discretion tables of the packs it depends on and its own; its own win."""
        return self._all("discretion", {})

    def all_templates(self) -> tuple[DocumentTemplate, ...]:
        """Document templates by kind, its own replacing inherited ones, in their order."""
        by_kind: dict[str, DocumentTemplate] = {}
        for dependency in self.depends:
            by_kind.update({template.kind: template for template in dependency.all_templates()})
        by_kind.update({template.kind: template for template in self.templates})
        return tuple(sorted(by_kind.values(), key=lambda template: template.order))

    def finished(self) -> Pack:
        """The pack, dependencies linked in; only meaningful if no problem was noted."""
        violations = self.all_violations()
        violations.update((code, self._worded(code)) for code in self.violations)
        return Pack(
            ref=self.ref,
            title=self.title,
            issuer=self.issuer,
            domain=self.domain,
            language=self.language,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            note=self.note,
            depends=tuple(dependency.ref for dependency in self.depends),
            basis=self.basis,
            laws=self.all_laws(),
            parameters=self.all_parameters(),
            violations=violations,
            sayings={code: said for code in self.sayings if (said := self._said(code))},
            anchors={code: words for code, words in self.anchors.items() if words},
            gradings=self.all_gradings(),
            checklists=tuple(linked(checklist, violations) for checklist in self.checklists),
            templates=self.all_templates(),
            deadlines=tuple(self.all_deadlines().values()),
            holidays=tuple(self.all_holidays().values()),
            grounds=tuple(self.all_grounds().values()),
            discretion=tuple(self.all_discretion().values()),
            synonyms=dict(self.synonyms),
            kinds=dict(self.kinds),
            usual=tuple(self.usual),
            gate=tuple(self.gate[key] for key in sorted(self.gate)),
            words=tuple(self.words.values()),
        )

    def _said(self, code: str) -> tuple[str, ...]:
        """How people say a violation: its own sayings, then those of the other texts' same act."""
        of_others = (said for other in self.said_like[code] for said in self.sayings[other])
        return (*self.sayings[code], *of_others)

    def _worded(self, code: str) -> Violation:
        """A violation with the keywords of the other texts' same act behind its own."""
        violation = self.violations[code]
        of_others = (w for other in self.said_like[code] for w in self.violations[other].keywords)
        keywords = tuple(dict.fromkeys((*violation.keywords, *of_others)))
        return replace(violation, keywords=keywords)

    def _all(self, name: str, found: dict[_Key, _Part]) -> dict[_Key, _Part]:
        for dependency in self.depends:
            found.update(dependency._all(name, {}))  # noqa: SLF001 - its own kind
        found.update(getattr(self, name))
        return found
