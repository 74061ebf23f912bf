"""``gate``: the deadlines of a case, told with it and written as a calendar."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import icalendar
import keyring

from inspector_app.cli import main
from tests.factory_gate import lawful_case
from tests.functional.facts_file import facts
from tests.functional.first_visit import Day
from tests.functional.verifying import Capture
from tests.keyrings import MemoryKeyring


def test_the_deadlines_of_a_case_are_told_with_it(tmp_path: Path, capsys: Capture) -> None:
    case = lawful_case()
    kept_late = replace(case.registrations[0], disposed_on=date(2026, 4, 14))
    case = replace(case, registrations=(kept_late,), payment=None, decision=None, cash=None)
    words = ["gate", facts(tmp_path, case), "--on", "2026-06-29", "--folder", str(tmp_path)]

    main(words)
    said = capsys.readouterr().out
    assert "期限\n" in said
    assert "2026-04-13  D3 先行登记保存证据的处理 登记1：2026-04-14 才办，已超期" in said
    assert "2026-07-02  D9 作出处理决定（普通程序）：还有 3 日" in said
    assert " D1 " not in said  # kept in time

    main([*words, "--lang", "en"])
    english = capsys.readouterr().out
    assert "2026-07-02  D9 Decision of a case: days left: 3" in english
    assert "done on 2026-04-14 only, too late" in english

    main([*words, "--json"])
    told = {each["kind"]: each for each in json.loads(capsys.readouterr().out)["deadlines"]}
    assert (told["D1"]["last"], told["D1"]["kept"], told["D1"]["late"]) == (
        "2026-04-23",
        "2026-04-03",
        False,
    )
    assert told["D3"]["late"]
    assert told["D9"]["today"]["calendar_days"] == 3


def test_the_deadlines_of_a_case_go_into_a_calendar(tmp_path: Path, capsys: Capture) -> None:
    case = replace(lawful_case(), payment=None, decision=None, cash=None)
    calendar = tmp_path / "case.ics"
    words = ["gate", facts(tmp_path, case), "--on", "2026-06-29", "--ics", str(calendar)]
    words += ["--folder", str(tmp_path)]

    assert main(words) == 0
    assert f"已导出：{calendar}" in capsys.readouterr().out
    events = _events(calendar)
    # What binds the party, and what was kept or ended by itself, is nothing to see to.
    assert {str(event["SUMMARY"]): event.decoded("DTSTART") for event in events} == {
        "作出处理决定（普通程序）": date(2026, 7, 2),
        "覆盖全部检查要点的下一次检查": date(2028, 4, 1),
    }
    uids = {event["UID"] for event in events}

    assert main([*words, "--names", "--json", "--lang", "en"]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == str(calendar)
    named = _events(calendar)
    assert {event["UID"] for event in named} == uids
    assert case.party is not None
    assert all(case.party.name in str(event["SUMMARY"]) for event in named)


def test_a_term_of_a_visit_is_one_event_in_either_calendar(
    day: Day, office_keyring: MemoryKeyring, tmp_path: Path
) -> None:
    keyring.set_keyring(office_keyring)
    ours, of_case = tmp_path / "ours.ics", tmp_path / "case.ics"
    folder = ["--folder", str(day.home)]

    assert main(["law", "deadlines", "--ics", str(ours), *folder]) == 0
    assert main(["gate", day.visit.id, "--ics", str(of_case), *folder]) == 0

    # Importing both must not show one term twice.
    known = {event["UID"] for event in _events(ours)}
    both = [str(event["SUMMARY"]) for event in _events(of_case) if event["UID"] in known]
    assert "公开监督检查结果" in both


def test_a_calendar_is_not_written_over_its_case(tmp_path: Path, capsys: Capture) -> None:
    file = facts(tmp_path, lawful_case())
    before = Path(file).read_bytes()
    assert main(["gate", file, "--ics", file, "--folder", str(tmp_path)]) != 0
    assert "就是案件文件" in capsys.readouterr().err
    assert Path(file).read_bytes() == before


def _events(file: Path) -> list[icalendar.Component]:
    return icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")


def test_a_day_that_hangs_on_holidays_not_yet_known_is_told_as_not_certain(
    tmp_path: Path, capsys: Capture
) -> None:
    case = replace(lawful_case(), payment=None, decision=None, cash=None)
    assert case.filing is not None
    case = replace(case, filing=replace(case.filing, clue_on=date(2026, 12, 20), filed_on=None))
    main(["gate", facts(tmp_path, case), "--on", "2026-12-21", "--folder", str(tmp_path)])
    assert "2027-01-11（待核实）  D1 " in capsys.readouterr().out


def test_a_term_in_hours_is_told_with_its_hour(tmp_path: Path, capsys: Capture) -> None:
    case = lawful_case()
    urgent = replace(case.coercions[0], urgent=True, reported_at=None)
    case = replace(case, coercions=(urgent,))
    main(["gate", facts(tmp_path, case), "--on", "2026-04-03", "--folder", str(tmp_path)])
    assert "2026-04-04 10:00  D2 " in capsys.readouterr().out
