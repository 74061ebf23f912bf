"""Citations printed every official way and read back; what sentences take over is what they mean."""

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
from inspector_app.domain.law.citation_text import read_citation, read_citations

FOOD = "中华人民共和国食品安全法"
RULES = "中华人民共和国食品安全法实施条例"
LAWS = {"食品安全法": FOOD, "食安条例": RULES}

citations = st.builds(
    Citation,
    st.sampled_from([FOOD, RULES, "市场监督管理行政处罚程序规定"]),
    st.integers(1, 1260),
    st.integers(0, 20),
    st.integers(0, 40),
    st.integers(0, 12),
)


def places(text: str, **named: str) -> list[tuple[int, int, int]]:
    found = read_citations(text, LAWS, **named)
    return [(c.citation.article, c.citation.paragraph, c.citation.item) for c in found]


@given(st.integers(0, 9999))
def test_a_numeral_reads_back_as_its_value(value: int) -> None:
    assert read_chinese_number(chinese_number(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("１２４", 124), ("一〇二", 102), ("二千零二十六", 2026), ("十", 10), ("两百", 200)],
)
def test_numerals_are_read_as_people_write_them(text: str, value: int) -> None:
    assert read_chinese_number(text) == value


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


@given(st.text(alphabet="第条款项之至、和《》（）()一二十百0９本法的\n。 ", max_size=60))
def test_no_text_makes_it_stumble(text: str) -> None:
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


def test_an_inserted_article_keeps_its_number() -> None:
    found = read_citation("《中华人民共和国刑法》第二百八十七条之二第一款")
    assert found == Citation("中华人民共和国刑法", 287, 1, 0, 2)


def test_a_short_name_given_in_the_text_is_understood_after_it() -> None:
    text = (
        "《食品生产经营监督检查管理办法》（以下简称《办法》）第三十一条。依《办法》第三十三条处理。"
    )
    laws = {cited.citation.law for cited in read_citations(text)}
    assert laws == {"食品生产经营监督检查管理办法"}


def test_each_law_has_its_own_places() -> None:
    text = "违反《食品安全法》第五十三条第一款，依照《食安条例》第七十二条处罚"
    found = [(c.citation.law, c.citation.article) for c in read_citations(text, LAWS)]
    assert found == [(FOOD, 53), (RULES, 72)]


def test_this_law_is_the_one_the_text_belongs_to() -> None:
    text = "违反本法第三十四条的。依照第一百二十四条处罚"
    found = read_citations(text, this_law=FOOD)
    assert [(c.citation.law, c.citation.article) for c in found] == [(FOOD, 34), (FOOD, 124)]


def test_a_law_named_in_one_sentence_is_not_meant_in_the_next() -> None:
    assert places("违反《食品安全法》第三十四条。第五条另有规定") == [(34, 0, 0)]


def test_where_it_stands_is_told_to_the_character() -> None:
    text = "依照《食品安全法》第三条第二款处理"
    (cited,) = read_citations(text, LAWS)
    assert text[cited.start : cited.end] == "第三条第二款"
