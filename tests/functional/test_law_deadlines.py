"""``law deadlines``: what kinds there are, when one ends, refusals in one line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import icalendar
import keyring
import pytest

from inspector_app.cli import main
from tests.functional.first_visit import Day
from tests.functional.verifying import Capture, one_line
from tests.keyrings import MemoryKeyring


def test_every_kind_is_listed_by_number_with_its_basis(capsys: Capture) -> None:
    assert main(["law", "deadlines"]) == 0

    lines = capsys.readouterr().out.splitlines()
    ids = [line.partition("　")[0] for line in lines]
    assert ids[:3] == ["D1", "D2", "D3"]
    assert [int(re.sub(r"\D", "", key)) for key in ids] == sorted(
        int(re.sub(r"\D", "", key)) for key in ids
    )
    assert all("《" in line and "条" in line for line in lines)


def test_a_term_is_counted_and_the_count_is_shown(capsys: Capture) -> None:
    assert main(["law", "deadlines", "D3", "2026-09-29"]) == 0

    said = capsys.readouterr().out
    assert "第一日从2026年9月30日起算" in said
    assert "国庆节放假，2026年10月1日至2026年10月7日不是工作日" in said
    assert "2026年10月10日调休上班" in said
    assert "2026年10月14日届满" in said
    assert "先行登记保存措施自动解除" in said


def test_extensions_and_pauses_are_counted(capsys: Capture) -> None:
    words = ["law", "deadlines", "D1", "2026-03-02", "--json", "--extend"]

    assert main([*words, "--suspend", "2026-03-10..2026-03-19:testing"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["counted"], told["last"]) == (30, "2026-04-24")
    assert told["kind"]["id"] == "D1"
    assert told["provisional"] is False


def test_a_year_without_a_table_is_named(capsys: Capture) -> None:
    assert main(["law", "deadlines", "D21", "2035-12-20", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["provisional"] is True
    assert told["missing_years"] == [2035, 2036]


def test_all_of_it_is_said_in_english(capsys: Capture) -> None:
    assert main(["law", "deadlines", "D7", "2026-10-12", "--lang", "en"]) == 0

    said = capsys.readouterr().out
    assert said.splitlines()[0] == "D7 Notice before a hearing: 7 working days"
    assert "At the latest on 2026-09-24." in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["D14", "2026-03-02"], "D14a, D14b"),
        (["D99", "2026-03-02"], "没有编号为“D99”的期限"),
        (["D3", "2026-13-02"], "“2026-13-02”不是日期"),
        (["D2", "2026-03-02"], "需要起算的时刻"),
        (["D3", "2026-03-02", "--extend"], "不能这样延长"),
        (["D3", "2026-03-02", "--suspend", "soon"], "“soon”不是一段不计入的日子"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_one_line(
    words: list[str], said: str, capsys: Capture
) -> None:
    assert main(["law", "deadlines", *words]) == 1

    assert said in one_line(capsys)


def test_the_deadlines_of_a_laptop_become_a_calendar_file(
    day: Day, office_keyring: MemoryKeyring, tmp_path: Path, capsys: Capture
) -> None:
    target = tmp_path / "期限.ics"
    before = keyring.get_keyring()
    keyring.set_keyring(office_keyring)
    try:
        code = main(["law", "deadlines", "--ics", str(target), "--folder", str(day.home)])
    finally:
        keyring.set_keyring(before)

    assert code == 0
    assert str(target) in capsys.readouterr().out
    events = icalendar.Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert "公开监督检查结果" in {str(event["summary"]) for event in events}
    assert day.visit.enterprise.name not in target.read_text("utf-8").replace("\r\n ", "")


def test_a_calendar_file_is_of_the_laptop_and_not_of_one_counted_term(
    tmp_path: Path, capsys: Capture
) -> None:
    target = tmp_path / "f.ics"
    assert main(["law", "deadlines", "D1", "2026-02-10", "--ics", str(target)]) == 1
    assert "不能同时写期限的编号和日期" in one_line(capsys)
    assert not target.exists()


@pytest.mark.parametrize(
    "words", [["", "2026-09-29"], ["D3", "--extend"], ["D3", "--suspend", "2026-03-10..2026-03-19"]]
)
def test_a_term_is_not_counted_without_kind_and_day(words: list[str], capsys: Capture) -> None:
    assert main(["law", "deadlines", *words]) == 1
    assert "须写明期限的编号和起算的日期" in one_line(capsys)
