"""The packs on this device: verified, compiled, and old editions for the visits that began with them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.checklist import ChecklistDefinition, PackRef
from inspector_app.domain.errors import InspectorError, UserError
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.catalogue import Catalogue, CatalogueEntry
from inspector_app.domain.law.deadline_kinds import DeadlineKind
from inspector_app.domain.law.gate.rules import RULES_PACK
from inspector_app.domain.law.search_words import SearchWords
from inspector_app.domain.law.weighing import WeighingRules
from inspector_app.domain.law.work_calendar import WorkCalendar
from inspector_app.domain.template import DocumentTemplate
from inspector_app.packs.compiled import from_compiled
from inspector_app.packs.law_names import LateNames
from inspector_app.packs.limits import city_level, on_spot_limits
from inspector_app.packs.pack import WEEKENDS_ROLL_OVER, Pack
from inspector_app.packs.signature import (
    COMPILED,
    NOT_IN_FORCE,
    TrustedKey,
    verify_pack,
    version_key,
)

if TYPE_CHECKING:
    # Named here only: the first page does not ask the gate.
    from inspector_app.domain.law.gate.occasion import LawInForce

__all__ = ["PackLibrary", "RefusedPack"]


@dataclass(frozen=True, slots=True)
class RefusedPack:
    """A pack that was found but is not used, and why."""

    folder: str
    error: InspectorError


class PackLibrary:
    """Verified packs by id, checklists and document templates by their names.

    ``roots`` are folders that hold pack folders (or are one). Of two editions of one pack the
    newer is current. ``stored`` are the compiled bytes of editions that open visits still need.
    Bad packs do not stop good ones: they stand in :attr:`refused` with the reason.
    """

    def __init__(
        self,
        roots: Iterable[Path],
        trusted: Iterable[TrustedKey],
        *,
        today: date | None = None,
        seen: Mapping[str, str] | None = None,
        stored: Iterable[bytes] = (),
    ) -> None:
        self._bytes: dict[str, bytes] = {}
        self._refs: dict[str, PackRef] = {}
        self._packs: dict[str, Pack] = {}
        self._refused: list[RefusedPack] = []
        keys = tuple(trusted)
        for folder in _folders(roots):
            try:
                self._take(folder, keys, today, seen)
            except InspectorError as error:
                self._refused.append(RefusedPack(folder.name, error))
        for data in stored:
            self.remember(data)

    @property
    def refused(self) -> tuple[RefusedPack, ...]:
        """Packs that were found and not adopted, each with the reason."""
        return tuple(self._refused)

    def refs(self) -> tuple[PackRef, ...]:
        """The current packs, by id."""
        return tuple(self._refs[key] for key in sorted(self._refs))

    def packs(self) -> tuple[Pack, ...]:
        """The current packs in full, by id."""
        return tuple(self.by_ref(ref) for ref in self.refs())

    def by_ref(self, ref: PackRef) -> Pack:
        """Exactly that edition; raises ``UserError`` if this device does not hold it."""
        pack = self._packs.get(ref.digest)
        if pack is None:
            pack = from_compiled(self.compiled_bytes(ref), ref)
            self._packs[ref.digest] = pack
        return pack

    def compiled_bytes(self, ref: PackRef) -> bytes:
        """The canonical bytes of that edition, to be kept with a visit."""
        try:
            return self._bytes[ref.digest]
        except KeyError as error:
            raise UserError(
                "pack.absent",
                f"本机没有检查表包 {ref.id} {ref.version} 的这一版内容。",
                safe="该次检查的记录完好。",
                mend="请联网同步，或安装该版本的包。",
                facts={"pack": ref.id, "version": ref.version},
            ) from error

    def remember(self, data: bytes) -> PackRef:
        """Keep an older edition's compiled bytes, so that :meth:`by_ref` finds it."""
        pack = from_compiled(data)
        self._bytes[pack.ref.digest] = data
        self._packs[pack.ref.digest] = pack
        return pack.ref

    def checklists(self) -> Mapping[str, ChecklistDefinition]:
        """The current editions by checklist id."""
        packs = self._bringing("checklists")
        return {checklist.id: checklist for pack in packs for checklist in pack.checklists}

    def checklist(self, checklist_id: str, pack: PackRef | None = None) -> ChecklistDefinition:
        """One checklist, of exactly that edition if ``pack`` is given; ``UserError`` if absent."""
        packs = self._bringing("checklists") if pack is None else (self.by_ref(pack),)
        for candidate in packs:
            for checklist in candidate.checklists:
                if checklist.id == checklist_id:
                    return checklist
        raise UserError(
            "pack.no_checklist",
            f"没有名为“{checklist_id}”的检查表。",
            safe="未作任何更改。",
            mend="请检查包是否已安装并通过验证（doctor）。",
            facts={"checklist": checklist_id},
        )

    def document_templates(self, pack: PackRef | None = None) -> Mapping[str, DocumentTemplate]:
        """Document templates by kind: of one edition, or of all current packs together.

        Where two current packs bring the same kind, the one that others depend on gives way to
        the one with the higher template version.
        """
        packs = self._bringing("templates") if pack is None else (self.by_ref(pack),)
        found: dict[str, DocumentTemplate] = {}
        for template in (template for each in packs for template in each.templates):
            known = found.get(template.kind)
            if known is None or version_key(template.version) > version_key(known.version):
                found[template.kind] = template
        return dict(sorted(found.items(), key=lambda entry: entry[1].order))

    def deadlines(self) -> Mapping[str, DeadlineKind]:
        """Kinds of deadlines by id; what a pack says itself wins over those it depends on."""
        packs = self._dependents_last('"deadlines":')
        return {kind.id: kind for pack in packs for kind in pack.deadlines}

    def work_calendar(self) -> WorkCalendar:
        """Working days by the yearly tables of all current packs, chosen as :meth:`deadlines`."""
        packs = self._dependents_last('"holidays":', f'"{WEEKENDS_ROLL_OVER}":')
        tables = {table.year: table for pack in packs for table in pack.holidays}
        switches = [
            pack.parameters[WEEKENDS_ROLL_OVER].value
            for pack in packs
            if WEEKENDS_ROLL_OVER in pack.parameters
        ]
        rolls = bool(switches) and switches[-1] == "true"
        return WorkCalendar(tables.values(), weekends_roll_over=rolls)

    def law(self, edition: PackRef | None = None) -> LawInForce:
        """The gate's rules of that edition, or the current ones, with today's working days.

        Days off are announced after an edition is made, so the newest table counts. Raises
        ``UserError`` if there is no such edition here, or the only one is not in force today.
        """
        # Late: a day begins without the gate.
        from inspector_app.domain.law.gate.occasion import LawInForce

        if edition is None:
            edition = self._refs.get(RULES_PACK)
        if edition is None:
            raise self._no_rules_today()
        pack = self.by_ref(edition)
        if pack.ref != edition:
            # The digest of something else under the name of the rules.
            raise _no_rules()
        # People write laws as any pack calls them, not only as the pack of rules does.
        rules = replace(pack.gate_rules, laws=LateNames(self.packs))
        return LawInForce(rules, self.work_calendar())

    def weighing_rules(self) -> WeighingRules:
        """Tables, grounds and limits of all current packs, chosen as :meth:`deadlines`."""
        packs = self._dependents_last()
        parameters = {key: each for pack in packs for key, each in pack.parameters.items()}
        laws = {short: law for pack in packs for short, law in pack.laws.items()}
        return WeighingRules(
            tables=tuple({t.id: t for pack in packs for t in pack.discretion}.values()),
            grounds=tuple({g.id: g for pack in packs for g in pack.grounds}.values()),
            limits=on_spot_limits(parameters),
            city_level=city_level(parameters, laws),
        )

    def catalogue(self) -> Catalogue:
        """The violations of all current packs, each once, of the pack that defines it."""
        return Catalogue(self._entries, lambda: self.checklists().values())

    def search_words(self) -> SearchWords:
        """What all current packs know of words; of two that explain one word the later counts."""
        packs = self._dependents_last()
        return SearchWords(
            {word: also for pack in packs for word, also in pack.synonyms.items()},
            {kind: words for pack in packs for kind, words in pack.kinds.items()},
            frozenset(code for pack in packs for code in pack.usual),
        )

    def _entries(self) -> Iterator[CatalogueEntry]:
        # A compiled pack repeats what it depends on; whoever defines a violation comes first.
        told: set[str] = set()
        for pack in self._dependents_last():
            for code in pack.violations:
                if code not in told:
                    said = pack.sayings.get(code, ())
                    yield CatalogueEntry(pack.violations[code], said, pack.ref)
            told |= pack.violations.keys()

    def _no_rules_today(self) -> UserError:
        """Why there are none: genuine rules of other days are told apart from none at all."""
        for error in (refused.error for refused in self._refused):
            if error.code in NOT_IN_FORCE and error.facts.get("pack") == RULES_PACK:
                return _rules_out_of_force(error.code, str(error.facts["date"]))
        return _no_rules()

    def _bringing(self, part: str) -> tuple[Pack, ...]:
        """The current packs that have anything under ``part``; the others are not even decoded.

        The day opens with checklists, and packs of law are the larger ones.
        """
        nothing = f'"{part}":[]'.encode()
        wanted = (ref for ref in self.refs() if nothing not in self.compiled_bytes(ref))
        return tuple(self.by_ref(ref) for ref in wanted)

    def _dependents_last(self, *marks: str) -> tuple[Pack, ...]:
        """The current packs, each behind those it depends on.

        With ``marks`` those whose compiled content holds one of them; others are not decoded.
        """
        told = tuple(mark.encode() for mark in marks)
        wanted = [
            ref
            for ref in self.refs()
            if not told or any(mark in self.compiled_bytes(ref) for mark in told)
        ]
        waiting = {ref.id: self.by_ref(ref) for ref in wanted}
        ordered: list[Pack] = []
        while waiting:
            free = [
                pack
                for pack in waiting.values()
                if not any(needed.id in waiting for needed in pack.depends)
            ]
            # Packs that depend on one another are refused when they are linted.
            for pack in free or list(waiting.values()):
                ordered.append(pack)
                del waiting[pack.ref.id]
        return tuple(ordered)

    def _take(
        self,
        folder: Path,
        keys: tuple[TrustedKey, ...],
        today: date | None,
        seen: Mapping[str, str] | None,
    ) -> None:
        try:
            ref = verify_pack(folder, keys, today=today, seen=seen)
        except UserError as error:
            # Genuine but out of force: no new visit begins with it, an open one goes on.
            if error.code in NOT_IN_FORCE:
                data = (folder / COMPILED).read_bytes()
                self._bytes[hashlib.sha256(data).hexdigest()] = data
            raise
        self._bytes[ref.digest] = (folder / COMPILED).read_bytes()
        known = self._refs.get(ref.id)
        if known is None or version_key(ref.version) > version_key(known.version):
            self._refs[ref.id] = ref


def _rules_out_of_force(code: str, day: str) -> UserError:
    if code == "pack.not_yet":
        return UserError(
            "pack.rules_not_yet",
            f"本机的合法性审查规则自 {day} 起施行，不能用于此前的日期。",
            safe="已有的检查记录不受影响。",
            mend="请核对日期，以及本机的时钟。",
            facts={"date": day},
        )
    return UserError(
        "pack.rules_expired",
        f"本机的合法性审查规则施行到 {day} 为止，不能用于此后的日期。",
        safe="已有的检查记录不受影响。",
        mend="请联网同步新的规则；不是此后的日期的，请核对本机的时钟。",
        facts={"date": day},
    )


def _no_rules() -> UserError:
    return UserError(
        "pack.no_rules",
        "本机没有可信的合法性审查规则，不能出具文书。",
        safe="已有的检查记录不受影响。",
        mend=f"请重新安装本程序，或者联网同步规则包（{RULES_PACK}）。",
        facts={"pack": RULES_PACK},
    )


def _folders(roots: Iterable[Path]) -> list[Path]:
    folders = []
    for root in roots:
        if (root / "pack.yaml").is_file():
            folders.append(root)
        elif root.is_dir():
            folders.extend(
                sorted(child for child in root.iterdir() if (child / "pack.yaml").is_file())
            )
    return folders
