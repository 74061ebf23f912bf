"""Citations printed every official way and read back; what sentences take over is what they mean."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.chinese import chinese_number, read_chinese_number
from inspector_app.domain.law.citation import (
    Citation,
    CitationStyle,
    format_citation,
    format_citations,
)
from inspector_app.domain.law.citation_text import (
    read_citation,
    read_citations,
    read_whole,
    unread_places,
)
from tests.unit.factory_citations import FOOD, LAWS, citations, places


@given(st.integers(0, 9999))
def test_a_numeral_reads_back_as_its_value(value: int) -> None:
    assert read_chinese_number(chinese_number(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[("１２４", 124), ("一〇二", 102), ("二千零二十六", 2026), ("十", 10), ("两百", 200)],
        *[("廿", 20), ("一百廿四", 124), ("卅一", 31), ("壹佰贰拾肆", 124)],
        *[("五万三千", 53_000), ("伍万叁仟", 53_000), ("一万亿零二万", 10**12 + 20_000)],
    ],
)
def test_numerals_are_read_as_people_write_them(text: str, value: int) -> None:
    assert read_chinese_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *["", "十二十", "十百", "百百", "二三十", "一百二三", "1十", "第"],
        *["百", "万", "零万", "十万百", "五万三万", "一亿二亿", "一万亿三万亿", "万亿", "5万"],
    ],
)
def test_signs_that_make_no_number_are_not_guessed_at(text: str) -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        read_chinese_number(text)


@given(citations, st.sampled_from(CitationStyle))
def test_a_citation_reads_back_from_every_way_of_writing_it(
    citation: Citation, style: CitationStyle
) -> None:
    assert read_citation(format_citation(citation, style)) == citation


@given(
    st.lists(citations, min_size=1, max_size=6, unique=True),
    st.sampled_from([s for s in CitationStyle if s is not CitationStyle.COMPACT]),
)
def test_several_in_one_sentence_read_back_in_order(
    several: list[Citation], style: CitationStyle
) -> None:
    sentence = f"上述行为违反了{format_citations(several, style)}的规定。"
    assert [cited.citation for cited in read_citations(sentence)] == several


@given(
    st.text(alphabet="第条款项之至、，和～《》（）()一二十百○㈤0９本法的旧实施办\n。 ", max_size=60)
)
def test_no_text_makes_it_stumble(text: str) -> None:
    unread_places(text, read_citations(text, LAWS, this_law=FOOD))
    for cited in read_citations(text, LAWS, this_law=FOOD):
        assert 0 <= cited.start < cited.end <= len(text)
        assert cited.citation.law


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《食品安全法》第三十四条第（十）项", [(34, 0, 10)]),
        ("《食品安全法》第34条第10项", [(34, 0, 10)]),
        ("食品安全法第一百二十四条第一款第（五）项、第（六）项", [(124, 1, 5), (124, 1, 6)]),
        ("食品安全法第三十三条第一款第五项及第二款", [(33, 1, 5), (33, 2, 0)]),
        ("《食品安全法》第四十四条第一款、第三款", [(44, 1, 0), (44, 3, 0)]),
        ("食品安全法第一百二十二条至第一百二十四条", [(122, 0, 0), (123, 0, 0), (124, 0, 0)]),
        ("食品安全法第三十四条第（一）项至第（三）项", [(34, 0, 1), (34, 0, 2), (34, 0, 3)]),
        ("食品安全法 124(1)(五)", [(124, 1, 5)]),
        ("《食品安全法》的第十条　第二款", [(10, 2, 0)]),
        ("第三十四条", []),
        ("前款、第二款", []),
        ("第一百二十四条至第一百二十二条", []),
    ],
)
def test_what_is_left_out_is_taken_over(text: str, found: list[tuple[int, int, int]]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *["", "食品安全法", "第三条", "前款"],
        "食品安全法第三条、第四条",
        "食品安全法第三条的规定",
        "食品安全法第三条。",
    ],
)
def test_what_is_not_one_citation_to_its_end_is_none(text: str) -> None:
    assert read_citation(text, LAWS) is None


def test_blanks_around_a_citation_are_no_part_of_it() -> None:
    assert read_citation(" 食品安全法第三条\n", LAWS) == Citation(FOOD, 3)


@pytest.mark.parametrize("before", ["违反", "依照《行政处罚法》和", "货架上的饼干过期，违反"])
def test_words_before_the_one_citation_are_passed_over(before: str) -> None:
    assert read_citation(f"{before}食品安全法第三条", LAWS) == Citation(FOOD, 3)


def test_an_inserted_article_keeps_its_number() -> None:
    found = read_citation("《中华人民共和国刑法》第二百八十七条之二第一款")
    assert found == Citation("中华人民共和国刑法", 287, 1, 0, 2)


def test_where_it_stands_is_told_to_the_character() -> None:
    text = "依照《食品安全法》第三条第二款处理"
    (cited,) = read_citations(text, LAWS)
    assert text[cited.start : cited.end] == "第三条第二款"


numbers = st.lists(st.integers(1, 40), min_size=2, max_size=5, unique=True)
written = st.sampled_from([chinese_number, str])


@given(numbers, written, st.sampled_from("条款项"), st.sampled_from(["", "第"]))
def test_places_that_share_their_last_word_are_all_read(
    listed: list[int], write: Callable[[int], str], level: str, again: str
) -> None:
    above = {"条": "", "款": "第九条", "项": "第九条第二款"}[level]
    several = f"、{again}".join(write(number) for number in listed)
    found = places(f"违反《食品安全法》{above}第{several}{level}的规定")
    assert [place["条款项".index(level)] for place in found] == listed


@given(numbers, st.sampled_from(["、（{}）", "、第（{}）", "和（{}）"]))
def test_items_in_brackets_share_their_last_word(listed: list[int], joined: str) -> None:
    first, *others = [chinese_number(number) for number in listed]
    text = f"第九条第（{first}）" + "".join(joined.format(other) for other in others) + "项"
    assert places(f"违反食品安全法{text}") == [(9, 0, number) for number in listed]


@given(
    st.integers(1, 30),
    st.integers(1, 30),
    st.sampled_from(["至", "到", "～", "~", "－", "—"]),
    st.sampled_from(["第{}{}第{}条", "第{}{}{}条", "第{}条{}{}条", "第{}条{}第{}条"]),
    written,
)
def test_a_range_is_all_that_lies_in_it(
    low: int, more: int, until: str, shape: str, write: Callable[[int], str]
) -> None:
    high = low + more
    found = places("食品安全法" + shape.format(write(low), until, write(high)))
    assert [article for article, _, _ in found] == list(range(low, high + 1))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("食品安全法第三十四条第（七）、（八）项", [(34, 0, 7), (34, 0, 8)]),
        ("食品安全法第三十四条第（一）至（四）项", [(34, 0, n) for n in (1, 2, 3, 4)]),
        ("食品安全法第三十四条第七、八项", [(34, 0, 7), (34, 0, 8)]),
        ("食品安全法第五十三条第一、二款", [(53, 1, 0), (53, 2, 0)]),
        ("食品安全法第五十三条第一、二款第（三）项", [(53, 1, 0), (53, 2, 3)]),
        ("食品安全法第一百三十六条、一百四十八条第二款", [(136, 0, 0), (148, 2, 0)]),
        ("食品安全法第三条第一款、二款", [(3, 1, 0), (3, 2, 0)]),
        ("食品安全法124条1款5项", [(124, 1, 5)]),
        ("食品安全法 124(1)(五)、125(1)(二)", [(124, 1, 5), (125, 1, 2)]),
        ("食品安全法 34(十)、67(1)", [(34, 0, 10), (67, 1, 0)]),
        ("食品安全法 124(1)(五)、(六)", [(124, 1, 5), (124, 1, 6)]),
        ("食品安全法124(1)(5)", [(124, 1, 5)]),
        ("食品安全法第一○五条", [(105, 0, 0)]),
        ("食品安全法第三条的第二款中的第（一）项", [(3, 2, 1)]),
        ("食品安全法第三条第二款至第四款", [(3, 2, 0), (3, 3, 0), (3, 4, 0)]),
        ("食品安全法 第 三 条 第 一 款 第（ 五 ）项", [(3, 1, 5)]),
        ("食品安全法第三条第一款第㈤项", [(3, 1, 5)]),
        ("食品安全法第三条第⑴、⑵项", [(3, 0, 1), (3, 0, 2)]),
        ("食品安全法第三条第⑤项、第⑩项", [(3, 0, 5), (3, 0, 10)]),
        ("食品安全法第三条第（一）（二）项", [(3, 0, 1), (3, 0, 2)]),
        ("食品安全法第三条第(1)(2)项", [(3, 0, 1), (3, 0, 2)]),
        ("食品安全法第三十四条（十）", [(34, 0, 10)]),
        ("食品安全法第三条第一款（一）、（二）", [(3, 1, 1), (3, 1, 2)]),
        ("食品安全法34条（一）（二）", [(34, 0, 1), (34, 0, 2)]),
        ("食品安全法 34(1)、(2)", [(34, 1, 0), (34, 2, 0)]),
        ("食品安全法 34(1)(一)、(二)、(2)", [(34, 1, 1), (34, 1, 2), (34, 2, 0)]),
        ("《食品安全法（2021年修正）》第三条", [(3, 0, 0)]),
        ("《中华人民共和国食品安全法（2015修订）》第三条", [(3, 0, 0)]),
        ("食品安全法第124条1款5项", [(124, 1, 5)]),
        ("食品安全法第33条1款", [(33, 1, 0)]),
        ("违反食品安全法第三十三条一款五项的规定", [(33, 1, 5)]),
        ("食品安全法第三十三条一款第（五）项", [(33, 1, 5)]),
        ("食品安全法第33条第1款5项处罚", [(33, 1, 5)]),
        ("食品安全法第33条1款、第34条（十）", [(33, 1, 0), (34, 0, 10)]),
        ("食品安全法第33条 1款 5项", [(33, 1, 5)]),
        ("食品安全法第三十三条一、二款", [(33, 1, 0), (33, 2, 0)]),
        ("食品安全法第一百廿四条第一款", [(124, 1, 0)]),
        ("食品安全法第壹佰贰拾肆条第壹款", [(124, 1, 0)]),
        ("食品安全法第一百二十四條第一款第五項", [(124, 1, 5)]),
        ("食品安全法第 一 百 二 十 四 条", [(124, 0, 0)]),
        ("食品安全法第 1 2 4 条第 1 款第 1 2 项", [(124, 1, 12)]),
        ("食品安全法第　１　２　４　条、第 3 条", [(124, 0, 0), (3, 0, 0)]),
    ],
)
def test_short_ways_of_listing_are_read_whole(text: str, found: list[tuple[int, int, int]]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "subarticles"),
    [
        ("《刑法》120之一至120之六", [1, 2, 3, 4, 5, 6]),
        ("《刑法》第一百二十条之一至第一百二十条之三", [1, 2, 3]),
        ("《刑法》第一百二十条之一至之三", [1, 2, 3]),
        ("《刑法》二百八十七条之一、之二", [1, 2]),
        ("《刑法》287之2", [2]),
    ],
)
def test_inserted_articles_are_listed_like_others(text: str, subarticles: list[int]) -> None:
    assert [cited.citation.subarticle for cited in read_citations(text)] == subarticles


@pytest.mark.parametrize(
    "behind", ["之一般规定", "之一切规定", "之一部分", "之三分之一", "之十一个要件", "之二种情形"]
)
@pytest.mark.parametrize("article", ["第五条", "5条"])
def test_what_belongs_to_an_article_is_no_inserted_one(article: str, behind: str) -> None:
    text = f"违反食品安全法{article}{behind}"
    found = read_citations(text, LAWS)

    assert [cited.citation for cited in found] == [Citation(FOOD, 5)]
    assert unread_places(text, found) == ()


@pytest.mark.parametrize(
    "text",
    [
        "违反食品安全法三条规定",
        "《食品安全法》2021年4月29日修改",
        "《食品安全法》第三条，五条线索",
        "《食品安全法》第三条三款产品",
        "《食品安全法》第三条3款食品",
        "《食品安全法》第三条三项指标",
        "《食品安全法》第三条和三条规定",
        "《食品安全法》第三条，（二）未记录进货",
        "食品安全法 2015",
        "《食品安全法》第三条、合同第五条",
        "《食品安全法》第三条，依照公司章程第五条、第六条",
        "《食品安全法》第三条和执行标准第五条",
        "《食品安全法》第三条和GB 7718-2011第五条",
        "《食品安全法》第三条和GB/T 191—2008的第五条",
    ],
)
def test_counts_and_days_are_not_places(text: str) -> None:
    assert places(text) in ([], [(3, 0, 0)])


@pytest.mark.parametrize("shape", ["第一条至第{}条", "第一至{}条"])
@pytest.mark.parametrize(("last", "read"), [(201, 201), (202, 0)])
def test_a_range_longer_than_any_chapter_is_not_counted_through(
    shape: str, last: int, read: int
) -> None:
    assert len(places("食品安全法" + shape.format(chinese_number(last)))) == read


@pytest.mark.parametrize(
    "signs", [" ", "（一）", "（一） ", "（一） 、 第 ", "一、", "1至2、", "《", "第 "]
)
def test_however_long_a_text_is_its_last_citation_is_read(signs: str) -> None:
    text = f"《食品安全法》第三条第{signs * 5_000}x。《食品安全法》第五条"
    found = read_citations(text, LAWS)

    assert found[-1].citation.article == 5
    assert "第五条" not in unread_places(text, found)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("食品安全法第三条第二款", ()),
        ("违反前款、第二款", ("第二款",)),
        ("《食品安全法》第九条至第五条", ("第九条", "第五条")),
        ("《食品安全法》第三条。第五条另有规定", ("第五条",)),
        ("《食品安全法》第三条和合同第五条", ("第五条",)),
        ("《食品安全法》第十二十条", ("第十二十条",)),
        ("《食品安全法》第九条之零", ("第九条", "之零")),
        ("《食品安全法》第三条（1）", ("（1）",)),
        ("《食品安全法》第三条3款食品", ("3款",)),
        ("《食品安全法》第三条第一款一 二项", ("第三条", "第一款", "一 二项")),
        ("第九條", ("第九條",)),
        ("食品安全法第1 2条", ("第1 2条",)),
        ("食品安全法 1 2 4 条", ("1 2 4 条",)),
        ("食品安全法第 0 0 条", ("第 0 0 条",)),
        ("食品安全法第三条第一款第（十）项第（二）目", ("第（二）目",)),
        ("食品安全法第三条第一款第二项第1目", ("第1目",)),
        ("食品安全法第三条第一款第二项3目", ("3目",)),
        ("食品安全法第三条第（十）目", ("第（十）目",)),
        ("食品安全法第三条第一款第二项第一目标", ()),
        ("食品安全法3条(1)(五)", ("(1)(五)",)),
    ],
)
def test_what_was_not_understood_is_told(text: str, unread: tuple[str, ...]) -> None:
    found = [cited for cited in read_citations(text, LAWS) if cited.citation.article != 5 or unread]
    assert unread_places(text, found) == unread


@pytest.mark.parametrize(
    ("text", "articles", "unread"),
    [
        ("食品安全法3条(1)(五)", [], ("3条(1)(五)",)),
        ("食品安全法第三条（1）和第七条", [7], ("第三条（1）",)),
        ("食品安全法第七条、第三条（1）", [7], ("第三条（1）",)),
        ("食品安全法第三条第一款第二项第1目", [3], ("第1目",)),
        ("食品安全法第三条第一款", [3], ()),
    ],
)
def test_a_place_is_read_whole_or_told_whole(
    text: str, articles: list[int], unread: tuple[str, ...]
) -> None:
    whole, told = read_whole(text, read_citations(text, LAWS))
    assert ([cited.citation.article for cited in whole], told) == (articles, unread)
