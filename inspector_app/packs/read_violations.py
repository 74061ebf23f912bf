"""Violations and parameters from YAML to the domain's definitions."""

from __future__ import annotations

from inspector_app.domain.law.violation import MeasureKind, ScopeGuard, Verification, Violation
from inspector_app.packs.draft import Draft
from inspector_app.packs.entry import Entry
from inspector_app.packs.pack import Law, Parameter

__all__ = ["read_laws", "read_parameters", "read_violations"]


def read_violations(entry: Entry, draft: Draft) -> None:
    """One file of violations (``violations/*.yaml``).

    A file may declare ``tiers``: the penalty summaries that several violations share, by name.
    """
    tiers = _tiers(entry)
    for part in entry.entries("violations", "违法行为"):
        if not part.is_mapping:
            draft.reading.lose(("violations",))
            continue
        violation = _violation(part, tiers)
        if violation.id in draft.violations:
            draft.reading.note(
                part.at("id"), f"违法行为编号“{violation.id}”重复。", "请改用另一个编号。"
            )
        draft.violations[violation.id] = violation
        draft.places[f"violation {violation.id}"] = part.place
        draft.places[f"scope {violation.id}"] = part.at("scope")
        draft.places[f"authority {violation.id}"] = part.at("authority")
        part.close()
    entry.close()


def _tiers(entry: Entry) -> dict[str, str]:
    tiers = entry.entry("tiers", "罚则档", required=False)
    if tiers is None:
        return {}
    return {key: tiers.text(key) for key in tiers.keys()}  # noqa: SIM118 - not a mapping


def _violation(entry: Entry, tiers: dict[str, str]) -> Violation:
    tier = entry.text("tier")
    return Violation(
        id=entry.text("id"),
        wording=entry.text("wording"),
        duty=entry.citations("duty"),
        penalty=entry.citations("penalty"),
        tier=tiers.get(tier, tier),
        measures=entry.words("measures", MeasureKind),
        verification=entry.word("status", Verification),
        scope=_scope(entry),
        summary=entry.text("summary"),
        prior_steps=entry.texts("prior_steps"),
        authority=entry.text("authority", "market_supervision"),
        deadline_days=entry.integer("deadline_days", 0),
        keywords=entry.texts("keywords"),
        note=entry.text("note", ""),
    )


def _scope(entry: Entry) -> ScopeGuard:
    scope = entry.entry("scope", "适用范围", required=False)
    if scope is None:
        return ScopeGuard()
    guard = ScopeGuard(
        activities=scope.texts("activities"),
        party_types=scope.texts("party_types"),
        premises=scope.texts("premises"),
    )
    scope.close()
    return guard


def read_parameters(entry: Entry, draft: Draft) -> None:
    """The pack's parameters (``parameters.yaml``): key → value, source, status, validity."""
    for key in entry.keys():  # noqa: SIM118 - not a mapping
        part = entry.entry(key, f"参数“{key}”")
        if part is None:
            continue
        draft.parameters[key] = Parameter(
            key=key,
            value=part.text("value"),
            source=part.text("source"),
            status=part.word("status", Verification),
            unit=part.text("unit", ""),
            valid_from=part.day("valid_from"),
            valid_to=part.day("valid_to"),
            note=part.text("note", ""),
        )
        draft.places[f"parameter {key}"] = part.place
        part.close()


def read_laws(entry: Entry, draft: Draft) -> None:
    """The laws that citations of this pack may name, by short name (``laws`` in pack.yaml)."""
    laws = entry.entry("laws", "法律简称", required=False)
    if laws is None:
        return
    if not laws.is_mapping:
        draft.reading.lose(("laws",))
    for short in laws.keys():  # noqa: SIM118 - not a mapping
        part = laws.entry(short, f"简称“{short}”")
        if part is None:
            continue
        draft.laws[short] = Law(
            short, part.text("full"), part.day("edition"), part.text("note", "")
        )
        part.close()
