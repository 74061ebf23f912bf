"""``gate``: what stands against a case, from its facts, its case file, or the record of here."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import keyring
import pytest

from inspector_app.bootstrap.case_facts_file import read_case_facts
from inspector_app.cli import main
from inspector_app.domain.law.case_facts import CaseFacts
from inspector_app.domain.law.gate.judging import RULES_PACK
from inspector_app.domain.plain import from_plain, to_plain
from tests.factory_gate import lawful_case
from tests.functional.facts_file import ON, facts
from tests.functional.first_visit import Day
from tests.functional.verifying import Capture, one_line
from tests.keyrings import MemoryKeyring
from tests.unit.gate.failing import FAILING

# What the record of a day sets running: its result formed, its order served.
OF_THE_DAY = {"D21", "D25a", "D25b", "D26"}


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
        (b"\xff\xfe", "不是 UTF-8 编码"),
        (b"", "第 1 行第 1 个字"),
        (b'{"id": "a",\n "level": }', "第 2 行第 11 个字"),
        (b"[]", "最外层应当是对象 {…}"),
        (b"{}", "缺少“id”"),
        (b'{"id": 7}', "“id”应当是带引号的文字"),
        (b'{"id": "a", "partei": null}', "没有“partei”这一项"),
        (b'{"id": "a", "level": "village"}', "“level”只能是 county, city, province, nation"),
        (
            (
                b'{"id": "a", "coercions": [{"id": "c", "law": "l", "basis": "1",'
                b' "taken_at": "2026-04-01T09:30+08:00", "approver": "village"}]}'
            ),
            "“coercions[0].approver”只能是 county, city, province, nation",
        ),
        (
            (
                b'{"id": "a", "periods": [{"name": "n", "begins": "2026-04-01", "length": 5,'
                b' "unit": "weeks", "due": "2026-05-06"}]}'
            ),
            "“periods[0].unit”只能是 working_days, calendar_days",
        ),
        (
            b'{"id": "a", "inspection": {"on": "2026-04-01", "kind": "rutine"}}',
            "“inspection.kind”只能是 routine, case, special",
        ),
        (
            b'{"id": "a", "cash": {"amount": 1, "on": "2026-04-01", "ground": "smal"}}',
            "“cash.ground”只能是 small, hard_to_collect, remote",
        ),
        (
            b'{"id": "a", "exemption": {"ground": "nofault"}}',
            "“exemption.ground”只能是 minor, first, no_fault",
        ),
        (rb'{"id": "a\ud800"}', "“id”里有残缺的字符"),
        (
            rb'{"id": "a", "papers": [{"id": "p", "kind": "k", "title": "t", "text": "\udfff"}]}',
            "“papers[0].text”里有残缺的字符",
        ),
        (b'{"id": "a", "day": 3}', "没有“day”这一项"),
        (b'{"id": "a", "papers": [{"id": "p"}]}', "缺少“papers[0].kind”"),
        (b'{"id": "a", "papers": {}}', "“papers”应当是列表"),
        (b'{"id": "a", "id": "b"}', "“id”写了两次"),
        (b'{"id": "a", "papers": [{}, {"kind": 1, "kind": 2}]}', "“papers[1].kind”写了两次"),
        (b'{"id": ' + b"9" * 5000 + b"}", "有一个数长得不像真的"),
        (b"[" * 100_000, "层次太多"),
    ],
)
def test_what_is_no_case_is_refused_in_one_line_with_its_place(
    content: bytes, told: str, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(content)

    assert main(["gate", str(path), *ON, "--folder", str(tmp_path)]) == 1
    assert told in one_line(capsys)


@pytest.mark.parametrize(
    ("fact", "value", "told"),
    [
        ("inspection", {"on": "0001-01-01"}, "“inspection.on”的年份不可能"),
        ("cash", {"amount": 10**16}, "“cash.amount”大得不可能"),
        ("filing", {"test_days": -(10**15)}, "“filing.test_days”不可能有这么多天"),
        ("payment", {"days_stopped": 10**9}, "“payment.days_stopped”不可能有这么多天"),
        (
            "decision",
            {"cites": [{"law": "食品安全法", "article": 10_000}]},
            "“decision.cites[0].article”不可能是条、款、项的编号",
        ),
        (
            "decision",
            {"cites": [{"law": "食品安全法", "article": 34, "paragraph": -1}]},
            "“decision.cites[0].paragraph”不可能是条、款、项的编号",
        ),
    ],
)
def test_a_value_that_no_case_has_is_refused_with_its_place(
    fact: str, value: dict[str, object], told: str, tmp_path: Path, capsys: Capture
) -> None:
    plain = to_plain(lawful_case())
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({**plain, fact: plain[fact] | value}), "utf-8")

    assert main(["gate", str(path), *ON, "--folder", str(tmp_path)]) == 1
    assert told in one_line(capsys)


def test_a_moment_without_its_zone_is_refused_with_its_place(
    tmp_path: Path, capsys: Capture
) -> None:
    plain = to_plain(lawful_case())
    plain["registrations"][0]["taken_at"] = "2026-04-01T09:30"
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(plain), "utf-8")

    assert main(["gate", str(path), *ON, "--folder", str(tmp_path)]) == 1
    assert "“registrations[0].taken_at”须写明时区" in one_line(capsys)


def test_a_file_that_begins_with_a_byte_order_mark_is_read(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(to_plain(lawful_case())).encode())

    assert main(["gate", str(path), *ON, "--folder", str(tmp_path)]) == 0


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "facts.json"
    with path.open("wb") as file:
        file.truncate(20_000_001)

    assert main(["gate", str(path), *ON, "--folder", str(tmp_path)]) == 1
    assert "超过 20 MB" in one_line(capsys)


def test_a_case_file_that_is_broken_is_said_to_be_one(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "case.zip"
    path.write_bytes(b"PK no more")

    assert main(["gate", str(path), "--folder", str(tmp_path)]) == 1
    assert "不是完好的案件文件" in one_line(capsys)


@pytest.mark.parametrize(
    ("named", "told"), [(True, "是文件夹，不是案件"), (False, "没有写明是哪个案件")]
)
def test_a_folder_and_nothing_are_said_to_be_no_case(
    named: bool, told: str, tmp_path: Path, capsys: Capture
) -> None:
    assert main(["gate", str(tmp_path) if named else " ", "--folder", str(tmp_path)]) == 1
    said = one_line(capsys)
    assert told in said
    assert ".json" in said


def test_a_name_is_not_looked_up_on_a_laptop_that_holds_no_visits(
    tmp_path: Path, capsys: Capture
) -> None:
    assert main(["gate", "张记面馆", "--folder", str(tmp_path)]) == 1
    assert "没有名为“张记面馆”的文件；本机尚未登记" in one_line(capsys)


def test_a_day_before_the_rules_is_told_from_when_they_are(tmp_path: Path, capsys: Capture) -> None:
    words = ["gate", facts(tmp_path, lawful_case()), "--on", "2020-01-01"]

    assert main([*words, "--folder", str(tmp_path)]) == 1
    assert "自 2025-12-01 起施行" in one_line(capsys)

    assert main([*words, "--lang", "en", "--folder", str(tmp_path)]) == 1
    assert "in force from 2025-12-01" in one_line(capsys)


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
    assert {each["kind"] for each in told["deadlines"]} >= OF_THE_DAY


@pytest.mark.parametrize("part", ["photo", "signatures"])
def test_an_exported_case_that_is_not_whole_does_not_pass(
    part: str, day: Day, tmp_path: Path, capsys: Capture
) -> None:
    photo = next(iter(day.visit.photos.values())).sha256
    path = tmp_path / "changed.zip"
    with zipfile.ZipFile(day.case) as whole, zipfile.ZipFile(path, "w") as changed:
        for name in whole.namelist():
            if part == "signatures" and name == "heads.json":
                changed.writestr(name, b"[]")
            elif not (part == "photo" and photo in name):
                changed.writestr(name, whole.read(name))

    assert main(["gate", str(path), "--json", "--folder", str(tmp_path)]) == 1

    told = json.loads(capsys.readouterr().out)["block"]
    assert {message["code"] for message in told} == {"gate.chain_broken"}
    broken = photo if part == "photo" else f"visit/{day.visit.id}"
    assert broken in {message["facts"]["place"] for message in told}


def test_a_visit_of_this_laptop_is_asked_for_by_its_id(
    day: Day, office_keyring: MemoryKeyring, capsys: Capture
) -> None:
    keyring.set_keyring(office_keyring)

    assert main(["gate", day.visit.id, "--json", "--folder", str(day.home)]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["case"] == day.visit.id
    assert {each["kind"] for each in told["deadlines"]} >= OF_THE_DAY


def test_the_record_of_the_day_names_the_edition_it_is_judged_by(day: Day) -> None:
    assert [pack.id for pack in day.visit.packs].count(RULES_PACK) == 1


def test_papers_of_the_shipped_forms_agree_with_the_record(day: Day, capsys: Capture) -> None:
    main(["gate", str(day.case), "--json"])
    told = json.loads(capsys.readouterr().out)
    of_texts = {"C01", "C02", "C03", "C04", "C05", "C06", "R42", "T01"}
    messages = [*told["block"], *told["warn"], *told["prompt"]]
    assert [message["text"] for message in messages if message["rule"] in of_texts] == []


def test_a_ground_that_brings_its_elements_is_called_as_its_law_calls_it(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text('{"id": "a", "exemption": {"ground": "LIST-F1", "wanted": ["a"]}}')
    exemption = read_case_facts(file).exemption
    assert exemption is not None
    assert exemption.ground == "LIST-F1"
