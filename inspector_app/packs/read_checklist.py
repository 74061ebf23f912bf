"""Checklists, items, gradings and notice sheets from YAML to the domain's definitions."""

from __future__ import annotations

from dataclasses import replace

from inspector_app.domain.checklist import (
    ChecklistDefinition,
    EvidenceKind,
    Grade,
    Guidance,
    Handling,
    Item,
    ItemKind,
    NoticeQuestion,
    NoticeSheet,
    Provenance,
    Section,
)
from inspector_app.domain.law.violation import Verification
from inspector_app.packs.draft import Draft, Expectation
from inspector_app.packs.entry import Entry, nearest
from inspector_app.packs.pack import Grading

__all__ = ["read_checklist", "read_grading", "read_items", "read_notice"]


def read_items(entry: Entry, draft: Draft) -> None:
    """Items that checklists use by their code (``items/*.yaml``)."""
    for part in entry.entries("items", "检查项目", loses=("items",)):
        code = part.text("code")
        item = _item_body(part, code)
        part.close()
        if code in draft.items:
            draft.reading.note(part.place, f"项目代码“{code}”重复。", "请改用另一个代码。")
        draft.items[code] = item
        draft.places[f"item {code}"] = part.place
        draft.places[f"relevant {code}"] = part.at("relevant")
        draft.places[f"bound {code}"] = part.at("violations")
    entry.close()


def read_notice(entry: Entry, draft: Draft) -> None:
    """One notice sheet (告知页; ``notices/*.yaml``)."""
    key = entry.text("id")
    questions = []
    for part in entry.entries("questions", "告知问题"):
        answers = []
        for answer in part.entries("answers", "回答"):
            answers.append((answer.text("code"), answer.text("label")))
            answer.close()
        blocking = part.texts("blocking")
        for word in blocking:
            if word not in dict(answers):
                draft.reading.note(
                    part.at("blocking"), f"没有代码为“{word}”的回答。", nearest(word, dict(answers))
                )
        questions.append(
            NoticeQuestion(part.text("key"), part.text("text"), tuple(answers), blocking)
        )
        part.close()
    draft.notices[key] = NoticeSheet(
        title=entry.text("title"),
        statements=entry.texts("statements", required=True),
        questions=tuple(questions),
    )
    entry.close()


def read_grading(entry: Entry, draft: Draft) -> None:
    """One grading rule (``gradings/*.yaml``): grades in order, the first true one wins."""
    key = entry.text("id")
    grades = []
    for index, part in enumerate(entry.entries("grades", "结果等级")):
        grades.append(
            Grade(
                code=part.text("code"),
                label=part.text("label"),
                when=part.text("when"),
                handlings=_handlings(part, f"handling {key} {index}", draft),
            )
        )
        draft.places[f"grade {key} {index}"] = part.at("when")
        part.close()
    draft.gradings[key] = Grading(
        id=key,
        title=entry.text("title"),
        source=entry.text("source"),
        status=entry.word("status", Verification),
        grades=tuple(grades),
        note=entry.text("note", ""),
    )
    draft.places[f"grading {key}"] = entry.place
    entry.close()


def _handlings(entry: Entry, name: str, draft: Draft) -> tuple[Handling, ...]:
    handlings = []
    for index, part in enumerate(entry.entries("handlings", "结果处理")):
        handlings.append(
            Handling(part.text("code"), part.text("label"), part.text("when", "true()"))
        )
        draft.places[f"{name} {index}"] = part.place
        part.close()
    return tuple(handlings)


def read_checklist(entry: Entry, draft: Draft) -> None:
    """One checklist (``checklists/*.yaml``)."""
    key = entry.text("id")
    sections = tuple(
        _section(part, key, draft) for part in entry.entries("sections", "检查项目类别")
    )
    draft.checklists.append(
        ChecklistDefinition(
            id=key,
            pack=draft.ref,
            title=entry.text("title"),
            edition=entry.text("edition"),
            domain=entry.text("domain", draft.domain),
            sections=sections,
            grades=_grades(entry, draft),
            notice=_notice(entry, draft),
            partial_allowed=entry.texts("partial_allowed"),
            basis=entry.citations("basis"),
            provenance_note=entry.text("provenance_note", ""),
        )
    )
    expects = entry.entry("expects", "项目数", required=False)
    if expects is not None:
        draft.expectations[key] = Expectation(
            place=expects.place,
            items=expects.integer("items") if expects.has("items") else None,
            key=expects.integer("key") if expects.has("key") else None,
        )
        expects.close()
    draft.places[f"checklist {key}"] = entry.place
    entry.close()


def _grades(entry: Entry, draft: Draft) -> tuple[Grade, ...]:
    name, known = entry.text("grading"), draft.all_gradings()
    if name in known:
        return known[name].grades
    if name:
        draft.reading.note_absent(
            "gradings",
            entry.at("grading"),
            f"没有名为“{name}”的结果判定规则。",
            nearest(name, known),
        )
    return ()


def _notice(entry: Entry, draft: Draft) -> NoticeSheet:
    name, known = entry.text("notice"), draft.all_notices()
    if name in known:
        return known[name]
    if name:
        draft.reading.note_absent(
            "notices", entry.at("notice"), f"没有名为“{name}”的告知页。", nearest(name, known)
        )
    return NoticeSheet("", (), ())


def _section(entry: Entry, checklist: str, draft: Draft) -> Section:
    section = Section(
        number=entry.text("number"),
        title=entry.text("title"),
        items=tuple(_item(part, checklist, draft) for part in entry.entries("items", "检查项目")),
    )
    draft.places[f"section {checklist} {section.number}"] = entry.place
    entry.close()
    return section


def _item(entry: Entry, checklist: str, draft: Draft) -> Item:
    number = entry.text("number")
    kind = ItemKind.KEY if entry.flag("key") else ItemKind.GENERAL
    provenance = entry.word("provenance", Provenance, Provenance.OWN)
    if entry.has("use"):
        draft.used.add((checklist, number))
        code, known = entry.text("use"), draft.all_items()
        if code not in known:
            draft.reading.note_absent(
                "items", entry.at("use"), f"没有代码为“{code}”的共用项目。", nearest(code, known)
            )
            body = Item(code, number, "", kind)
        else:
            body = known[code]
    else:
        body = _item_body(entry, entry.text("code"))
    draft.places[f"item {checklist} {body.code} {number}"] = entry.place
    draft.places[f"relevant {checklist} {number}"] = entry.at("relevant")
    draft.places[f"bound {checklist} {number}"] = entry.at("violations")
    entry.close()
    return replace(body, number=number, kind=kind, provenance=provenance)


def _item_body(entry: Entry, code: str) -> Item:
    evidence = entry.words("evidence", EvidenceKind)
    return Item(
        code=code,
        number="",
        text=entry.text("text"),
        kind=ItemKind.GENERAL,
        guidance=Guidance(entry.text("guidance", ""), evidence),
        violations=entry.texts("violations"),
        basis=entry.citations("basis"),
        exclusion=entry.text("exclusion", ""),
        relevant=entry.text("relevant", ""),
        evidence_required=entry.flag("evidence_required"),
        remark_hint=entry.text("remark_hint", ""),
    )
