"""``gate``: what stands against a case, from its facts, its case file, or the record of here."""

from __future__ import annotations

import json
from pathlib import Path

import keyring
import pytest

from inspector_app.cli import main
from inspector_app.domain.law.case_facts import CaseFacts
from inspector_app.domain.law.gate.judging import RULES_PACK
from inspector_app.domain.plain import from_plain, to_plain
from tests.factory_gate import lawful_case
from tests.functional.first_visit import Day
from tests.functional.verifying import Capture, one_line
from tests.keyrings import MemoryKeyring
from tests.unit.gate.failing import FAILING

ON = ["--on", "2026-06-30"]


def facts(folder: Path, case: CaseFacts) -> str:
    path = folder / "facts.json"
    path.write_text(json.dumps(to_plain(case), ensure_ascii=False), "utf-8")
    return str(path)


def test_facts_are_read_back_as_they_were_written() -> None:
    for failing in FAILING.values():
        case = failing.change(failing.base())
        assert from_plain(CaseFacts, json.loads(json.dumps(to_plain(case)))) == case


def test_a_lawful_case_passes(tmp_path: Path, capsys: Capture) -> None:
    assert main(["gate", facts(tmp_path, lawful_case()), *ON, "--folder", str(tmp_path)]) == 0
    assert "没有需要处理的问题" in capsys.readouterr().out


def test_a_blocked_case_says_which_rule_and_where(tmp_path: Path, capsys: Capture) -> None:
    case = FAILING["gate.reviewer_is_officer"].change(lawful_case())
    words = ["gate", facts(tmp_path, case), *ON, "--folder", str(tmp_path)]

    assert main(words) == 1
    said = capsys.readouterr().out
    assert "必须处理  R16  周若水是本案办案人员，不得作为审核人员。" in said
    assert "《市场监督管理行政处罚程序规定》第四十九条" in said
    assert "review review.reviewer" in said

    assert main([*words, "--lang", "en"]) == 1
    assert "must be mended  R16  周若水 handles this case" in capsys.readouterr().out


def test_programs_read_it_as_json(tmp_path: Path, capsys: Capture) -> None:
    case = FAILING["gate.grave_unanswered"].change(lawful_case())

    assert main(["gate", facts(tmp_path, case), *ON, "--json", "--folder", str(tmp_path)]) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["blocked"], told["block"], told["warn"]) == (False, [], [])
    assert [message["code"] for message in told["prompt"]] == ["gate.grave_unanswered"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"{", "JSON"),
        (b"[]", "不是案件事实文件"),
        (b"{}", "id"),
        (b'{"id": 7}', "str expected"),
        (b'{"id": "a", "partei": null}', "partei"),
        (b'{"id": "a", "level": "village"}', "village"),
        (b"[" * 100_000, "JSON"),
    ],
)
def test_what_is_no_case_is_refused_in_one_line(
    content: bytes, told: str, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(content)

    assert main(["gate", str(path), *ON, "--folder", str(tmp_path)]) == 1
    assert told in one_line(capsys)


@pytest.mark.parametrize("name", ["nowhere.json", "some/folder/case.zip"])
def test_a_file_that_is_not_there_is_said_to_be_none(
    name: str, tmp_path: Path, capsys: Capture
) -> None:
    assert main(["gate", name, "--folder", str(tmp_path)]) == 1
    assert "找不到文件" in one_line(capsys)


def test_a_wrong_day_is_refused(tmp_path: Path, capsys: Capture) -> None:
    assert main(["gate", facts(tmp_path, lawful_case()), "--on", "2026-02-30"]) == 1
    assert "不是日期" in one_line(capsys)


def test_an_exported_case_is_read_with_its_documents(
    day: Day, tmp_path: Path, capsys: Capture
) -> None:
    on = day.visit.started_at[:10]
    assert main(["gate", str(day.case), "--on", on, "--json", "--folder", str(tmp_path)]) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["case"], told["block"]) == (day.visit.id, [])
    assert told["edition"].startswith("law-base@")


def test_a_visit_of_this_laptop_is_asked_for_by_its_id(
    day: Day, office_keyring: MemoryKeyring, capsys: Capture
) -> None:
    keyring.set_keyring(office_keyring)

    assert main(["gate", day.visit.id, "--json", "--folder", str(day.home)]) == 0

    assert json.loads(capsys.readouterr().out)["case"] == day.visit.id


def test_the_record_of_the_day_names_the_edition_it_is_judged_by(day: Day) -> None:
    assert [pack.id for pack in day.visit.packs].count(RULES_PACK) == 1
