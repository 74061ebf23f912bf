"""Grounds and discretion tables from YAML to the domain's definitions."""

from __future__ import annotations

from inspector_app.domain.law.discretion import Band, DiscretionTable, Grade
from inspector_app.domain.law.grounds import Effect, Ground, GroundElement
from inspector_app.domain.law.penalty import SanctionKind
from inspector_app.domain.law.violation import Verification
from inspector_app.packs.draft import Draft
from inspector_app.packs.entry import Entry, nearest

__all__ = ["read_discretion", "read_grounds"]


def read_grounds(entry: Entry, draft: Draft) -> None:
    """One file of grounds (``grounds/*.yaml``).

    ``source``, ``status`` and ``valid_from`` at the head hold for those that do not say otherwise.
    """
    source = entry.text("source", "")
    begins = entry.day("valid_from")
    for part in entry.entries("grounds", "裁量情节"):
        ground = Ground(
            id=part.text("id"),
            title=part.text("title"),
            effect=part.word("effect", Effect),
            basis=part.citations("basis"),
            elements=tuple(_element(element) for element in part.entries("elements", "要件")),
            verification=part.word("status", Verification),
            violations=part.texts("violations"),
            clauses=part.citations("clauses"),
            laws=_laws(part, draft),
            activities=part.texts("activities"),
            party_types=part.texts("party_types"),
            look_back_years=part.integer("look_back_years", 0),
            still=part.text("still", ""),
            keeps=part.words("keeps", SanctionKind),
            source=part.text("source", source),
            note=part.text("note", ""),
            valid_from=part.day("valid_from") or begins,
            valid_to=part.day("valid_to"),
        )
        if ground.id in draft.grounds:
            draft.reading.note(part.at("id"), f"情节编号“{ground.id}”重复。", "请改用另一个编号。")
        draft.grounds[ground.id] = ground
        draft.places[f"ground {ground.id}"] = part.place
        part.close()
    entry.close()


def _element(entry: Entry) -> GroundElement:
    element = GroundElement(entry.text("key"), entry.text("text"))
    entry.close()
    return element


def _laws(entry: Entry, draft: Draft) -> tuple[str, ...]:
    """Official names of the laws that are named by their short ones."""
    known = draft.reading.laws
    found = []
    for short, place in entry.located_texts("laws"):
        if short in known:
            found.append(known[short])
        else:
            draft.reading.note_absent(
                "laws", place, f"没有声明过简称“{short}”。", nearest(short, known)
            )
    return tuple(found)


def read_discretion(entry: Entry, draft: Draft) -> None:
    """One file of discretion tables (``discretion/*.yaml``)."""
    for part in entry.entries("tables", "裁量基准"):
        table = DiscretionTable(
            id=part.text("id"),
            title=part.text("title"),
            issuer=part.text("issuer"),
            source=part.text("source"),
            verification=part.word("status", Verification),
            bands=_bands(part, draft),
            valid_from=part.day("valid_from"),
            valid_to=part.day("valid_to"),
            laws=_laws(part, draft),
            violations=part.texts("violations"),
            note=part.text("note", ""),
        )
        if table.id in draft.discretion:
            draft.reading.note(part.at("id"), f"基准编号“{table.id}”重复。", "请改用另一个编号。")
        draft.discretion[table.id] = table
        draft.places[f"discretion {table.id}"] = part.place
        part.close()
    entry.close()


def _bands(entry: Entry, draft: Draft) -> dict[Grade, Band]:
    bands = entry.entry("bands", "档次")
    if bands is None:
        return {}
    found: dict[Grade, Band] = {}
    known = tuple(grade.value for grade in Grade)
    for word in bands.keys():  # noqa: SIM118 - not a mapping
        part = bands.entry(word, f"档次“{word}”")
        if part is None:
            continue
        band = Band(
            low=part.integer("from"),
            high=part.integer("to"),
            low_included=part.flag("from_included", default=True),
            high_included=part.flag("to_included", default=True),
        )
        part.close()
        if word in known:
            found[Grade(word)] = band
        else:
            draft.reading.note(part.place, f"不认识的档次“{word}”。", nearest(word, known))
    return found
