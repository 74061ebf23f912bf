"""Violations and parameters from YAML to the domain's definitions."""

from __future__ import annotations

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import (
    OUR_AUTHORITY,
    MeasureKind,
    RemedyBlock,
    ScopeGuard,
    Verification,
    Violation,
)
from inspector_app.packs.citations import compact_citation
from inspector_app.packs.draft import Draft
from inspector_app.packs.entry import Entry, nearest
from inspector_app.packs.pack import Law, Parameter
from inspector_app.packs.read_tiers import Tier, read_tier, read_tiers

__all__ = ["read_laws", "read_parameters", "read_violations"]


def read_violations(entry: Entry, draft: Draft) -> None:
    """One file of violations (``violations/*.yaml``).

    ``domain`` and ``remedy`` at the head hold for all violations of the file that do not say
    otherwise; ``tiers`` are the penalty tiers that several of them share, by name. ``said_like`` names
    the same act under another text of the law: what people say of it does not change with the text.
    """
    domain = entry.text("domain", draft.domain)
    remedy = entry.word("remedy", RemedyBlock, RemedyBlock.ORDINARY)
    tiers = read_tiers(entry)
    for part in entry.entries("violations", "违法行为", loses=("violations",)):
        violation = _violation(part, read_tier(part, tiers), domain, remedy)
        if violation.id in draft.violations:
            draft.reading.note(
                part.at("id"), f"违法行为编号“{violation.id}”重复。", "请改用另一个编号。"
            )
        draft.violations[violation.id] = violation
        draft.sayings[violation.id] = part.texts("sayings")
        draft.said_like[violation.id] = part.texts("said_like")
        draft.anchors[violation.id] = _anchors(part, violation)
        draft.places[f"violation {violation.id}"] = part.place
        for key in ("scope", "authority", "tier", "valid_to", "sayings", "said_like"):
            draft.places[f"{key} {violation.id}"] = part.at(key)
        part.close()
    entry.close()


def _violation(entry: Entry, tier: Tier, domain: str, remedy: RemedyBlock) -> Violation:
    return Violation(
        id=entry.text("id"),
        wording=entry.text("wording"),
        duty=entry.citations("duty"),
        penalty=entry.citations("penalty"),
        tier=tier.summary,
        measures=entry.words("measures", MeasureKind),
        verification=entry.word("status", Verification),
        scope=_scope(entry),
        summary=entry.text("summary"),
        prior_steps=entry.texts("prior_steps"),
        authority=entry.text("authority", OUR_AUTHORITY),
        deadline_days=entry.integer("deadline_days", 0),
        keywords=entry.texts("keywords"),
        note=entry.text("note", ""),
        domain=entry.text("domain", domain),
        sanctions=tier.steps,
        remedy=entry.word("remedy", RemedyBlock, remedy),
        valid_from=entry.day("valid_from"),
        valid_to=entry.day("valid_to"),
    )


def _anchors(entry: Entry, violation: Violation) -> dict[Citation, tuple[str, ...]]:
    """Key words that a cited clause must hold, by the citation as it stands above."""
    anchors = entry.entry("anchors", "关键词", required=False)
    if anchors is None:
        return {}
    found: dict[Citation, tuple[str, ...]] = {}
    cited = {
        compact_citation(citation, entry.reading.laws): citation
        for citation in (*violation.duty, *violation.penalty)
    }
    for key in anchors.keys():  # noqa: SIM118 - not a mapping
        words = anchors.texts(key)
        if key in cited:
            found[cited[key]] = words
        else:
            entry.reading.note(
                anchors.at(key),
                f"关键词所属的“{key}”不在这一条的义务和责任条款中。",
                nearest(key, cited),
            )
    return found


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
            short,
            part.text("full"),
            part.day("edition"),
            part.text("note", ""),
            part.day("in_force"),
        )
        part.close()
