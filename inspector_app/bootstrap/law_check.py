"""``law check``: every citation and every structured sanction of packs, held to the statutes here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from inspector_app.assets import forms_dir
from inspector_app.bootstrap.laptop_folder import default_folder
from inspector_app.bootstrap.law_check_words import complaint_words, unchecked_words
from inspector_app.bootstrap.statute_desk import Told
from inspector_app.bootstrap.statutes import STATUTES, LaptopStatutes
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.catalogue_check import (
    Complaint,
    Unchecked,
    UncheckedCode,
    Validity,
    check_place,
    check_violation,
)
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import StatuteShelf
from inspector_app.domain.law.violation import Verification
from inspector_app.domain.plain import to_plain
from inspector_app.packs.cited import cited_beside_violations
from inspector_app.packs.draft import Draft
from inspector_app.packs.pack import Law
from inspector_app.packs.reader import lint_pack, read_draft
from inspector_app.wordings import Voice

__all__ = ["CheckedPack", "check_packs", "checked", "validity_of"]

# Nothing to check is no lack of a text.
_NOTHING = frozenset({UncheckedCode.NO_CLAUSE, UncheckedCode.NO_STRUCTURE})
_LISTED = 12


@dataclass
class CheckedPack:
    """What became of one pack: what was found right, what is not, what could not be checked.

    ``complaints`` and ``unchecked`` pair where it stands (a violation's id, ``items …``) with what
    it is; ``open_sanctions`` are violations and how many of their sanctions were not found, because
    a clause is not here; ``left`` are amounts of clauses that no sanction has. ``counts`` are violations by field
    of law and status.
    """

    pack: str
    version: str
    violations: int = 0
    places: int = 0
    anchors: int = 0
    sanctions: int = 0
    open_sanctions: list[tuple[str, int]] = field(default_factory=list)
    complaints: list[tuple[str, Complaint]] = field(default_factory=list)
    unchecked: list[tuple[str, Unchecked]] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    counts: dict[str, Counter[Verification]] = field(default_factory=dict)

    @property
    def held(self) -> int:
        """How many places, key words and steps were held to a text."""
        return self.places + self.anchors + self.sanctions + len(self.complaints)

    @property
    def lacking(self) -> list[tuple[str, Unchecked]]:
        """What could not be checked because a text is not installed."""
        return [each for each in self.unchecked if each[1].code not in _NOTHING]


def check_packs(
    names: Sequence[str], folder: Path | None, voice: Voice, *, strict: bool = False
) -> Told:
    """Check the packs called ``names`` (folders or ids; none = all delivered ones).

    ``folder`` is the laptop's, where its statute library lies. Done unless something is not as a
    statute has it, or nothing could be checked at all; ``strict`` asks that every text is there. Raises ``UserError`` for a pack
    that is not there or has problems of its own.
    """
    folders = [_folder_of(name) for name in names] or _delivered()
    home = folder or default_folder()
    results = []
    for each in folders:
        draft = _sound(each)
        short = {law.short: law.full for law in draft.all_laws().values()}
        with closing(LaptopStatutes(home / STATUTES, partial(dict, short))) as shelf:
            results.append(checked(draft, shelf))
    lines = [line for result in results for line in _lines(result, voice)]
    clean = not any(result.complaints or (strict and result.lacking) for result in results)
    # A library without one of the cited laws finds nothing wrong: that is no pass.
    nothing = not any(result.held for result in results) and any(r.lacking for r in results)
    if nothing:
        lines.append(_nothing_checked(voice))
    data = {"packs": [_data(result) for result in results], "nothing_checked": nothing}
    return Told(tuple(lines), data, done=clean and not nothing)


def checked(draft: Draft, shelf: StatuteShelf) -> CheckedPack:
    """The pack's own violations and all else that it cites, held to the texts on ``shelf``."""
    result = CheckedPack(draft.id, draft.version, len(draft.violations))
    laws = tuple(draft.all_laws().values())
    begin = draft.valid_from or date.min
    for violation in draft.violations.values():
        counted = result.counts.setdefault(violation.domain, Counter())
        counted[violation.verification] += 1
        if violation.verification is Verification.RECALLED:
            continue
        validity = validity_of(laws, violation.valid_from or begin, violation.valid_to)
        held = check_violation(violation, draft.anchors.get(violation.id, {}), shelf, validity)
        result.places += held.places
        result.anchors += held.anchors
        result.sanctions += held.sanctions
        if held.open_sanctions:
            result.open_sanctions.append((violation.id, held.open_sanctions))
        result.complaints += [(violation.id, complaint) for complaint in held.complaints]
        result.unchecked += [(violation.id, reason) for reason in held.unchecked]
        result.left += [(violation.id, amount) for amount in held.left]
    for beside in dict.fromkeys(cited_beside_violations(draft, shelf.names())):
        validity = validity_of(laws, beside.valid_from or begin, beside.valid_to)
        place = check_place(beside.citation, shelf, validity)
        result.places += bool(place.provisions)
        result.complaints += [(beside.where, complaint) for complaint in place.complaints]
        result.unchecked += [(beside.where, reason) for reason in place.unchecked]
    return result


def validity_of(laws: Iterable[Law], begin: date, end: date | None) -> Validity:
    """The days for which a citation must hold, with the text of each law that is cited from then on."""
    cited: dict[str, date] = {}
    for law in laws:
        if law.edition is not None and (law.in_force is None or law.in_force <= begin):
            cited[law.full] = max(law.edition, cited.get(law.full, law.edition))
    return Validity(begin, end, cited)


def _sound(folder: Path) -> Draft:
    problems = lint_pack(folder)
    if problems:
        raise UserError(
            "law.pack_unsound",
            f"检查表包“{folder.name}”自身有 {len(problems)} 处问题。",
            safe="没有核对。",
            mend=f"请先检查它（pack lint {folder.name}）。",
            facts={"pack": folder.name, "count": len(problems)},
        )
    return read_draft(folder)


def _folder_of(name: str) -> Path:
    for folder in (Path(name), forms_dir() / name):
        if (folder / "pack.yaml").is_file():
            return folder
    raise UserError(
        "law.no_pack",
        f"没有名为“{name}”的检查表包。",
        mend="请写包的文件夹或者代码。",
        facts={"pack": name},
    )


def _delivered() -> list[Path]:
    return sorted(folder.parent for folder in forms_dir().glob("*/pack.yaml"))


# --- telling -------------------------------------------------------------------------------------


def _lines(result: CheckedPack, voice: Voice) -> Iterator[str]:
    yield voice.say(
        "law_check.sum",
        "{pack}：违法行为 {violations} 条；与条文相符：条款 {places} 处，关键词 {anchors} 个，"
        "罚则步骤 {sanctions} 步；问题 {wrong} 处；因缺少文本未能核对 {lacking} 处。",
        pack=f"{result.pack}@{result.version}",
        violations=result.violations,
        places=result.places,
        anchors=result.anchors,
        sanctions=result.sanctions,
        wrong=len(result.complaints),
        lacking=len(result.lacking),
    )
    for where, complaint in result.complaints:
        yield f"  ✗ {where}：{complaint_words(complaint, voice)}"
    for reason, places in _grouped(result.unchecked).items():
        listed = "、".join(places[:_LISTED])
        more = "…" if len(places) > _LISTED else ""
        yield f"  ? {unchecked_words(reason, voice)}（{len(places)}）：{listed}{more}"
    if result.open_sanctions:
        yield "  ? " + voice.say(
            "law_check.open_sanctions",
            "因此未能核对的罚则步骤 {count} 步：{listed}",
            count=sum(number for _, number in result.open_sanctions),
            listed="、".join(f"{where} {number}" for where, number in result.open_sanctions),
        )
    for where, amount in result.left:
        yield "  · " + voice.say(
            "law_check.left",
            "{where}：条文另有 {amount}，本条未列（属于其他情形的可以不列）",
            where=where,
            amount=amount,
        )
    for domain, counts in result.counts.items():
        told = "  ".join(f"{status.value} {counts[status]}" for status in Verification)
        yield f"    {domain}  {told}"


def _nothing_checked(voice: Voice) -> str:
    return voice.say(
        "law_check.nothing",
        "✗ 什么也没有核对：库中没有所引法律的文本。请先导入条文（law import），再核对。",
    )


def _grouped(unchecked: Iterable[tuple[str, Unchecked]]) -> Mapping[Unchecked, list[str]]:
    """Where each law's text is lacking, told once a law."""
    found: defaultdict[Unchecked, dict[str, None]] = defaultdict(dict)
    for where, reason in unchecked:
        cited = reason.citation
        law = None if cited is None else Citation(cited.law, 0)
        found[Unchecked(reason.code, law)][where] = None
    return {reason: list(places) for reason, places in found.items()}


def _data(result: CheckedPack) -> dict[str, Any]:
    return {
        "pack": result.pack,
        "version": result.version,
        "violations": result.violations,
        "places": result.places,
        "anchors": result.anchors,
        "sanctions": result.sanctions,
        "open_sanctions": [
            {"where": where, "count": count} for where, count in result.open_sanctions
        ],
        "complaints": [{"where": w, **to_plain(c)} for w, c in result.complaints],
        "unchecked": [{"where": w, **to_plain(u)} for w, u in result.unchecked],
        "left": [{"where": where, "amount": amount} for where, amount in result.left],
        "counts": {
            domain: {status.value: counts[status] for status in Verification}
            for domain, counts in result.counts.items()
        },
    }
