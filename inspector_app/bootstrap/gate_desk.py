"""The legality gate on the command line: a case's facts, an exported case, or a visit of here."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from inspector_app.application.check_case import GateReport, report_on
from inspector_app.application.legality import with_statutes
from inspector_app.bootstrap.case_deadline_words import deadline_data, deadline_lines
from inspector_app.bootstrap.case_facts_file import read_case_facts
from inspector_app.bootstrap.device import today
from inspector_app.bootstrap.laptop_folder import ENROLMENT
from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.bootstrap.statutes import STATUTES, LaptopStatutes
from inspector_app.bootstrap.told import Told
from inspector_app.domain.document_text import snapshot_text
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.case_facts import RecordFacts
from inspector_app.domain.law.gate.judging import (
    GateMessage,
    GateMode,
    LawInForce,
    facts_of_visit,
    rules_edition,
)
from inspector_app.domain.plain import to_plain
from inspector_app.packs import PackLibrary
from inspector_app.wordings import Voice, words_in

__all__ = ["check_case_named"]

_PATH_SIGNS = ("/", "\\", ".json", ".zip")


def check_case_named(
    name: str,
    folder: Path,
    day: date | None,
    voice: Voice,
    *,
    ics: Path | None = None,
    names: bool = False,
) -> Told:
    """The gate over what ``name`` names: a file of facts (JSON), a case.zip, or a visit's id.

    ``folder`` is the laptop's: visits are looked up there, and citations in its statute library
    if there is one. ``ics`` takes the due dates as a calendar file, ``names`` the party's name with
    them. Done where nothing blocks. ``UserError`` in one line for what is none of these.
    """
    if ics is not None:
        _refuse_the_case_itself(ics, Path(name))
    report = _report(name, folder, day)
    lines, data = [*_lines(report, voice)], _data(report, voice)
    if ics is not None:
        from inspector_app.bootstrap.case_calendar import write_case_calendar  # late: few export

        calendar = delivered_packs(report.day).work_calendar()
        write_case_calendar(report, ics, calendar, language=voice.language, names=names)
        lines.append(voice.say("cli.exported", "已导出：{path}", path=str(ics)))
        data = {**data, "file": str(ics)}
    return Told(tuple(lines), data, done=not report.blocked)


def _report(name: str, folder: Path, day: date | None) -> GateReport:
    path = Path(name)
    if path.is_file():
        return _of_file(path, day or today(), folder)
    mend = "请写案件事实文件（.json）、案件文件（.zip）或者检查编号。"
    if not name.strip():
        raise UserError("gate.no_name", "没有写明是哪个案件。", mend=mend)
    if path.is_dir():
        raise UserError(
            "gate.is_folder", f"“{name}”是文件夹，不是案件。", mend=mend, facts={"name": name}
        )
    if any(sign in name for sign in _PATH_SIGNS):
        raise UserError(
            "gate.no_file",
            f"找不到文件 {path.name}。",
            mend="请核对路径。",
            facts={"file": path.name},
        )
    if not (folder / ENROLMENT).exists():
        raise UserError(
            "gate.no_visits",
            f"没有名为“{name}”的文件；本机尚未登记，没有可以按编号查的检查。",
            mend="请核对文件的路径，或者在已登记的设备上按检查编号查。",
            facts={"name": name},
        )
    from inspector_app.bootstrap.laptop import open_laptop  # late: only where a visit is meant

    with open_laptop(folder) as laptop:
        return laptop.use_cases.check_case(name)


def _refuse_the_case_itself(ics: Path, case: Path) -> None:
    if ics.exists() and case.exists() and ics.samefile(case):
        raise UserError(
            "gate.ics_is_case",
            f"{ics.name} 就是案件文件，不能写成日历。",
            safe="没有写任何文件。",
            mend="请给日历文件另取名字，例如 case.ics。",
            facts={"file": ics.name},
        )


def _of_file(path: Path, day: date, folder: Path) -> GateReport:
    packs = delivered_packs(day)
    if path.suffix.lower() == ".zip" and not zipfile.is_zipfile(path):
        raise UserError(
            "gate.no_case_file",
            f"{path.name} 不是完好的案件文件。",
            mend="请重新导出或者复制。",
            facts={"file": path.name},
        )
    if not zipfile.is_zipfile(path):
        law = _with_statutes(packs.law(), folder, packs)
        return report_on(read_case_facts(path), day, law, packs.deadlines())
    from inspector_app.bootstrap.verification import check_case  # late: brings the documents room

    check = check_case(path, ())
    texts = {
        name: snapshot_text(found.snapshot)
        for name, found in check.documents.items()
        if found.snapshot is not None
    }
    facts = facts_of_visit(check.visit, templates=packs.document_templates())
    papers = tuple(replace(paper, text=texts.get(paper.id, "")) for paper in facts.papers)
    # What is not whole or nobody's record is no record of the whole process.
    faults = (check.unsigned_streams, check.missing, check.altered, check.estranged)
    breaks = (f"{found.stream}#{found.seq}" for found in check.breaks)
    broken = tuple(dict.fromkeys(chain(breaks, *faults)))
    edition = rules_edition(check.visit)
    try:
        law = packs.law(edition)
    except UserError:
        # Of an edition that is not here: the present one is what can be said.
        law = packs.law()
    case = replace(facts, papers=papers, record=RecordFacts(broken))
    law = _with_statutes(law, folder, packs)
    return report_on(case, day, law, packs.deadlines(), check.visit)


def _with_statutes(law: LawInForce, folder: Path, packs: PackLibrary) -> LawInForce:
    if not (folder / STATUTES).is_file():
        return law
    shelf = LaptopStatutes.of_packs(folder / STATUTES, packs.packs)
    shelf.names()  # A library that cannot be read is told, not left out.
    return with_statutes(law, shelf)


def _lines(report: GateReport, voice: Voice) -> Iterator[str]:
    headings = {
        GateMode.BLOCK: voice.say("gate.block", "必须处理"),
        GateMode.WARN: voice.say("gate.warn", "请注意"),
        GateMode.PROMPT: voice.say("gate.prompt", "提示"),
    }
    yield voice.say(
        "gate.heading",
        "案件 {case}，{day}，规则 {edition}",
        case=report.case,
        day=report.day.isoformat(),
        edition=report.edition,
    )
    for mode, messages in report.messages.items():
        for message in messages:
            yield f"{headings[mode]}  {message.rule}  {_said(message, voice)}"
            yield f"    {message.basis}  →  {message.step.value} {message.target}".rstrip()
    if not any(report.messages.values()):
        yield voice.say("gate.nothing", "没有需要处理的问题")
    yield from deadline_lines(report.deadlines, voice)


def _said(message: GateMessage, voice: Voice) -> str:
    told = words_in(voice.language, message.code, message.facts)
    return told.what if told is not None else message.text


def _data(report: GateReport, voice: Voice) -> Mapping[str, Any]:
    return {
        "case": report.case,
        "day": report.day.isoformat(),
        "edition": report.edition,
        "blocked": report.blocked,
        **{
            mode.value: [{**to_plain(m), "text": _said(m, voice)} for m in messages]
            for mode, messages in report.messages.items()
        },
        "deadlines": [deadline_data(each) for each in report.deadlines],
    }
