"""``law search``: what a person says becomes violations and clauses, for people and for programs."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from inspector_app.bootstrap.device import today
from inspector_app.bootstrap.input_lines import LONGEST_LINE
from inspector_app.bootstrap.law_search import LawSearch, open_search
from inspector_app.bootstrap.statutes import STATUTES
from inspector_app.bootstrap.told import Told
from inspector_app.cli import main
from inspector_app.domain.law.ranking import ViolationSearch
from inspector_app.packs import PackLibrary
from inspector_app.statutes.library import StatuteLibrary
from inspector_app.wordings import Voice
from tests.factory import TODAY
from tests.fakes.statutes import made_up
from tests.labelled import judge, labelled
from tests.shipped_law import shipped_library

EXPIRED = "超市货架上的饼干已经超过保质期"


Ask = Callable[..., Told]


def law(*arguments: str, folder: Path) -> int:
    return main(["law", "search", *arguments, "--folder", str(folder)])


@pytest.fixture(scope="module")
def ask() -> Ask:
    """What the command answers, its options read and its index made: one a day for all tests."""

    @cache
    def on(day: date) -> LawSearch:
        return LawSearch(day, Voice())

    def told(said: str, day: str = "", limit: int = 10) -> Told:
        return on(date.fromisoformat(day) if day else today()).answer(said, limit)

    return told


def test_one_description_is_answered_with_clauses_and_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert law(EXPIRED, "--json", "--limit", "3", folder=tmp_path) == 0

    answer = json.loads(capsys.readouterr().out)
    first = answer["results"][0]
    assert (answer["query"], first["violation"]) == (EXPIRED, "M06")
    assert first["duty"] == [
        {"law": "中华人民共和国食品安全法", "article": 34, "paragraph": 0, "item": 10}
    ]
    assert first["penalty"][0]["article"] == 124
    assert "超过保质期" in first["why"]
    assert len(answer["results"]) == 3


def test_one_line_in_is_one_object_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{EXPIRED}\n\n碗筷没有消毒\n"))

    assert law("--stdin", folder=tmp_path) == 0

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["query"] for answer in answers] == [EXPIRED, "", "碗筷没有消毒"]
    found = [[each["violation"] for each in answer["results"][:1]] for answer in answers]
    assert found == [["M06"], [], ["M48"]]


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_what_many_take_for_the_end_of_a_line_ends_none(
    end: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"面包{end}过期\n"))

    assert law("--stdin", folder=tmp_path) == 0

    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["query"] == f"面包{end}过期"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("检查的时候老板把门关上不让我们进", "M63"),
        ("老板不肯给看本子", "M63"),
        ("电动车充电桩计量不准", "JL05"),
        ("秤不准，少了二两", "JL05"),
        ("面包上有绿点点", "M09"),
        ("谎称产品由某大学研发", "FZ10"),
        ("同行造谣", "FZ17"),
        ("标准没公开", "BZ01"),
        ("不让自带酒水", "XB16"),
    ],
)
def test_what_people_say_otherwise_is_understood(said: str, meant: str, ask: Ask) -> None:
    assert ask(said, limit=1).data["results"][0]["violation"] == meant


@pytest.mark.parametrize(
    "said",
    [
        "今天天气真好",
        "公交车半小时没来",
        "工资拖欠三个月",
        "请把窗户关上",
        "城市规划局正在研究新的道路方案",
        "根据气象部门预报，受冷空气影响，本周末我市将有一次大风降温天气过程，请注意防范",
    ],
)
def test_what_tells_of_something_else_gets_no_proposal(said: str, ask: Ask) -> None:
    assert ask(said).data["results"] == []


def test_people_read_the_clauses_the_official_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert law(EXPIRED, "--limit", "1", folder=tmp_path) == 0

    assert "《中华人民共和国食品安全法》第三十四条第（十）项" in capsys.readouterr().out


def test_a_day_before_any_law_of_the_catalogue_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert law(EXPIRED, "--on", "1949-09-30", folder=tmp_path) == 1
    assert "1949-09-30 早于 1949-10-01" in capsys.readouterr().err


def test_a_row_whose_first_day_nobody_stated_says_from_when_its_law_is_known(
    tmp_path: Path,
) -> None:
    first = date(2021, 6, 1)
    text = made_up("中华人民共和国食品安全法", "第一条 示例。", first)
    with closing(StatuteLibrary(tmp_path / STATUTES)) as library:
        library.add(text)
    told = []
    for day in (first - timedelta(days=1), first):
        with open_search(tmp_path, day, Voice()) as search:
            told.append(search.answer(EXPIRED, 1))

    assert [each.data["results"][0].get("text_known_from") for each in told] == ["2021-06-01", None]
    line = "最早的文本自 2021-06-01 起施行，2021-05-31 的条文没有核对"
    assert [line in "".join(each.lines) for each in told] == [True, False]


def test_a_law_of_next_year_is_found_only_for_acts_of_next_year(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "包装上印着驰名商标字样"
    found = []
    for day in ("2026-12-31", "2027-01-01"):
        law(said, "--on", day, "--json", folder=tmp_path)
        answer = json.loads(capsys.readouterr().out)
        found.append({result["violation"] for result in answer["results"]})

    assert "SB11" in found[0] - found[1]
    assert "SB18" in found[1] - found[0]


CHEMICALS = "没有取得危险化学品经营许可证，从事危险化学品经营"
RIVAL = "饮料厂用了跟名牌几乎一样的瓶子和包装，让人误认是名牌"


@pytest.mark.parametrize(
    ("said", "day", "meant"),
    [
        ("店里卖假耐克鞋", "2026-05-01", "SB03"),
        ("店里卖假耐克鞋", "2027-01-01", "SB15"),
        ("烟酒店卖假茅台，厂家鉴定不是其产品", "2027-01-01", "SB15"),
        ("请水军在点评网站写五星好评，没有真的消费", "2025-10-15", "FZ11"),
        ("请水军在点评网站写五星好评，没有真的消费", "2025-10-14", "FZ29"),
    ],
)
def test_an_act_is_found_in_the_same_words_under_whichever_text_of_its_law_holds(
    said: str, day: str, meant: str, ask: Ask
) -> None:
    assert ask(said, day, limit=1).data["results"][0]["violation"] == meant


# The packs of food hold from 1 December 2025, the catalogue of the other fields from 15 October.
@pytest.mark.parametrize("day", ["2025-10-15", "2025-10-14", "2019-12-01"])
def test_an_act_older_than_the_packs_is_found_all_the_same(day: str, ask: Ask) -> None:
    answer = ask(EXPIRED, day).data
    assert answer["results"][0]["violation"] == "M06"
    assert "not_in_force" not in answer


def test_an_act_before_the_law_of_the_catalogue_is_told_from_when_that_holds(ask: Ask) -> None:
    told = ask(CHEMICALS, "2026-04-30")

    lacking, lines = told.data["not_in_force"], "".join(told.lines)
    assert {"violation": "WX01", "valid_from": "2026-05-01", "valid_to": None} in lacking
    assert len(lacking) <= 3
    assert not {each["violation"] for each in lacking} & {
        each["violation"] for each in told.data["results"]
    }
    assert "目录没有《中华人民共和国危险化学品安全法》在 2026-04-30 施行的文本" in lines
    assert "2026-05-01 起" in lines


@pytest.mark.parametrize(
    ("said", "day", "meant"),
    [
        (CHEMICALS, "2026-05-01", "WX01"),
        (RIVAL, "2025-10-15", "FZ01"),
        (RIVAL, "2025-10-14", "FZ24"),
    ],
)
def test_an_act_of_a_day_of_which_a_text_is_known_is_found_without_a_word_of_others(
    said: str, day: str, meant: str, ask: Ask
) -> None:
    answer = ask(said, day).data
    assert meant in {each["violation"] for each in answer["results"]}
    assert "not_in_force" not in answer


@pytest.mark.parametrize(
    "arguments", [(), (EXPIRED, "--stdin"), (EXPIRED, "--limit", "0"), (EXPIRED, "--on", "明天")]
)
def test_a_question_that_is_none_gets_one_line(
    arguments: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert law(*arguments, folder=tmp_path) != 0

    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1


def test_words_that_fit_an_unverified_entry_best_are_told_so(ask: Ask) -> None:
    answer = ask("没把食品经营许可证挂在墙上公示").data
    assert [each["violation"] for each in answer["unverified"]] == ["M90"]
    assert "M90" not in {result["violation"] for result in answer["results"]}


def test_a_refusal_is_json_where_json_was_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert law(EXPIRED, "--limit", "0", "--json", folder=tmp_path) != 0

    told = capsys.readouterr()
    error = json.loads(told.out)["error"]
    assert error["code"] == "search.limit"
    assert error["mend"]
    assert len(told.err.splitlines()) == 1


def test_a_line_without_end_is_answered_by_its_beginning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "sys.stdin", io.StringIO(EXPIRED + "。" * 30_000 + "碗筷没有消毒" * 9 + "\n")
    )

    law("--stdin", "--limit", "1", folder=tmp_path)

    (answer,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert answer["results"][0]["violation"] == "M06"


def test_a_line_beyond_the_limit_is_refused_by_its_number_and_the_others_are_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = "饼" * (LONGEST_LINE * 3)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{EXPIRED}\n{endless}\n\n碗筷没有消毒"))

    assert law("--stdin", "--limit", "1", folder=tmp_path) == 1

    first, refused, blank, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert (refused["line"], refused["error"]["code"]) == (2, "search.line_too_long")
    assert refused["error"]["what"].startswith("第 2 行超过 100000 个字")
    assert (refused["query"], refused["results"]) == (endless[:LONGEST_LINE], [])
    assert blank == {"query": "", "results": []}
    assert [each["results"][0]["violation"] for each in (first, last)] == ["M06", "M48"]


def test_a_line_that_is_no_text_is_refused_by_its_number_and_the_others_are_answered(
    tmp_path: Path,
) -> None:
    words = [sys.executable, "-m", "inspector_app.cli", "law", "search", "--stdin", "--limit", "1"]
    lines = ["\ufeff碗筷没有消毒".encode(), EXPIRED.encode("gb18030"), EXPIRED.encode()]

    ran = subprocess.run(
        [*words, "--folder", str(tmp_path)],
        input=b"\n".join(lines),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )

    first, refused, last = map(json.loads, ran.stdout.decode().splitlines())
    assert ran.returncode == 1
    assert first["query"] == "碗筷没有消毒"
    assert (refused["line"], refused["error"]["code"]) == (2, "search.line_not_utf8")
    assert refused["query"].strip("\ufffd") != refused["query"]
    assert refused["results"] == []
    assert [each["results"][0]["violation"] for each in (first, last)] == ["M48", "M06"]


def test_nothing_found_is_said_and_shown_by_the_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert law("2026-11-22", folder=tmp_path) == 1

    assert "没有找到" in capsys.readouterr().out


@pytest.fixture(scope="module")
def library() -> PackLibrary:
    return shipped_library()


@pytest.mark.parametrize("name", ["tuning", "testing"])
def test_every_label_names_violations_that_are_in_force(name: str, library: PackLibrary) -> None:
    known = {entry.violation.id for entry in library.catalogue().on(TODAY)}

    assert [each for each in labelled(name) if not known.issuperset(each.ids)] == []


def test_the_descriptions_for_testing_are_none_of_those_for_tuning() -> None:
    assert not {each.text for each in labelled("testing")} & {
        each.text for each in labelled("tuning")
    }


def test_the_right_articles_come_first_as_often_as_was_promised(library: PackLibrary) -> None:
    descriptions = labelled("testing")
    search = ViolationSearch(library.catalogue, library.search_words)
    results = [
        tuple(found.entry.violation.id for found in search.search(each.text, TODAY, 3))
        for each in descriptions
    ]

    figures = judge(descriptions, results, library.catalogue())

    assert figures.duty_first >= 75
    assert figures.duty_three >= 92
    assert figures.penalty_first >= 75
    assert figures.penalty_three >= 92
