"""A statute as lines: what each line is, and where a citation stands among them."""

from __future__ import annotations

from datetime import date

from inspector_app.domain.law.citation import Citation
from inspector_app.gui.pages.law.statute_lines import (
    Line,
    LineKind,
    first_of_article,
    lines_of,
    outline_of,
    place_in_lines,
)
from tests.fakes.statutes import made_up

LAW = "中华人民共和国茶摊法"
TEXT = """
（示例）
第一章 总则
第一条 茶要热。
第二章 茶水
第一节 杯
第二条 杯子：
（一）洗净；
（二）消毒。
用一次性杯子的除外。
第二条之二 碗同杯。
第二节 壶
第三条 壶要有盖。
第三章 附则
第四条 自明日起施行。
"""


def lines() -> tuple[Line, ...]:
    return lines_of(made_up(LAW, TEXT, date(2020, 1, 1)))


def texts(place: tuple[int, int] | None) -> list[str]:
    assert place is not None
    first, last = place
    return [line.text for line in lines()[first : last + 1]]


def test_the_only_paragraph_of_an_article_is_not_numbered() -> None:
    citations = [line.citation for line in lines() if line.text == "茶要热。"]

    assert citations == [Citation(LAW, 1)]


def test_items_stand_in_their_paragraph() -> None:
    citations = [line.citation for line in lines() if line.kind is LineKind.ITEM]

    assert citations == [Citation(LAW, 2, 1, 1), Citation(LAW, 2, 1, 2)]


def test_an_article_has_all_of_its_lines() -> None:
    assert texts(place_in_lines(lines(), Citation(LAW, 2))) == [
        "杯子：",
        "洗净；",
        "消毒。",
        "用一次性杯子的除外。",
    ]


def test_a_paragraph_has_its_items() -> None:
    assert texts(place_in_lines(lines(), Citation(LAW, 2, 1))) == ["杯子：", "洗净；", "消毒。"]


def test_an_item_without_its_paragraph_is_found() -> None:
    assert texts(place_in_lines(lines(), Citation(LAW, 2, 0, 2))) == ["消毒。"]


def test_the_numbered_only_paragraph_is_found() -> None:
    assert texts(place_in_lines(lines(), Citation(LAW, 1, 1))) == ["茶要热。"]


def test_an_inserted_article_is_not_the_one_before() -> None:
    assert texts(place_in_lines(lines(), Citation(LAW, 2, subarticle=2))) == ["碗同杯。"]


def test_a_place_that_is_not_there_has_no_lines() -> None:
    assert place_in_lines(lines(), Citation(LAW, 9)) is None


def test_a_heading_names_the_articles_beneath_it() -> None:
    found = [(e.depth, e.title, e.first, e.last) for e in outline_of(lines())]

    assert found == [
        (0, "第一章 总则", "第一条", "第一条"),
        (0, "第二章 茶水", "第二条", "第三条"),
        (1, "第一节 杯", "第二条", "第二条之二"),
        (1, "第二节 壶", "第三条", "第三条"),
        (0, "第三章 附则", "第四条", "第四条"),
    ]


def test_stepping_goes_from_article_to_article_and_stops_at_the_ends() -> None:
    found = lines()
    second = next(n for n, line in enumerate(found) if line.text == "杯子：")

    assert found[first_of_article(found, second, 1) or 0].label == "第二条之二"
    assert found[first_of_article(found, second + 1, -1) or 0].label == "第二条"
    assert first_of_article(found, len(found) - 1, 1) is None
