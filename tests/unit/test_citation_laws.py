"""Of which law a citation is, by whatever of its names, and of which of its editions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.citation import Citation, format_place
from inspector_app.domain.law.citation_text import read_citations
from tests.unit.factory_citations import FOOD, LAWS, RULES, citations, places

DRUGS = "中华人民共和国药品管理法"
PROCEDURE = "市场监督管理行政处罚程序规定"
NAMES = LAWS | {FOOD: FOOD, RULES: RULES, "药品管理法": DRUGS, DRUGS: DRUGS}
NAMES |= {"处罚法": "中华人民共和国行政处罚法", "处罚程序规定": PROCEDURE, PROCEDURE: PROCEDURE}


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


@pytest.mark.parametrize(
    ("named", "edition"),
    [
        ("《食品安全法》", ""),
        ("食品安全法", ""),
        ("《食品安全法（2021年修正）》", "2021"),
        ("《食品安全法（2021.4）》", "2021-04"),
        ("《食品安全法（2021年4月29日修正）》", "2021-04-29"),
        ("《食品安全法》（2015年修订）", "2015"),
        ("《食品安全法》 (2015-10-1)", "2015-10-01"),
        ("食品安全法（2018）", "2018"),
        ("《食品安全法（2021年修正）》（2015年修订）", "2015"),
        ("《食品安全法》（第二版）", ""),
    ],
)
def test_an_edition_is_read_within_a_name_and_behind_it(named: str, edition: str) -> None:
    (cited,) = read_citations(f"依照{named}第三条处罚", LAWS)
    assert (cited.citation, cited.edition) == (Citation(FOOD, 3), edition)


@pytest.mark.parametrize(
    ("text", "editions"),
    [
        ("《食品安全法（2015）》第三条、第四条", ["2015", "2015"]),
        ("《食品安全法（2015）》第三条和《食品安全法》第四条", ["2015", ""]),
        ("《食品安全法（2015）》第三条和食品安全法第四条", ["2015", ""]),
        ("《食品安全法（2015）》第三条。依照食品安全法第四条", ["2015", ""]),
        ("《食品安全法（2015）》第三条和本法第四条", ["2015", ""]),
        ("《食品安全法（2015）》第三条。第四条", ["2015", ""]),
    ],
)
def test_an_edition_is_that_of_the_law_named_with_it(text: str, editions: list[str]) -> None:
    assert [cited.edition for cited in read_citations(text, LAWS, this_law=FOOD)] == editions


@given(
    st.sampled_from(["食品安全法", "药品管理法", FOOD, DRUGS]),
    st.sampled_from(["实施细则", "实施办法", "条例", "暂行规定", "行政保护条例", "施行细则"]),
    st.sampled_from(["违反", "依照", "", "和"]),
    citations,
)
def test_a_name_that_goes_on_is_another_law(
    name: str, rest: str, before: str, citation: Citation
) -> None:
    place = format_place(citation)
    (cited,) = read_citations(f"{before}{name}{rest}{place}", NAMES)
    assert cited.citation.law == name + rest


@given(
    st.sampled_from(["旧", "新", "原", "浙江省", "某某市"]),
    st.sampled_from(["食品安全法", "药品管理法"]),
    st.sampled_from(["违反", "依照", "", "，"]),
)
def test_a_name_with_more_in_front_is_another_law(more: str, name: str, before: str) -> None:
    (cited,) = read_citations(f"{before}{more}{name}第三条", NAMES)
    assert cited.citation.law == more + name


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("药品管理法实施条例第六十三条", "药品管理法实施条例"),
        ("《药品管理法》实施条例第六十三条", "药品管理法实施条例"),
        ("浙江省实施药品管理法办法第三条", "浙江省实施药品管理法办法"),
        ("违反浙江省实施《药品管理法》办法第三条", "浙江省实施药品管理法办法"),
        ("旧《药品管理法》第三条", "旧药品管理法"),
        # Behind book-title marks a name has ended.
        ("《药品管理法》暂行规定第三条", DRUGS),
        ("食品安全法实施条例第三条", RULES),
        ("《食品安全法》实施条例第三条", RULES),
        ("食品安全法的实施条例第三条", RULES),
        ("药品管理法规定第三条", DRUGS),
        ("实施药品管理法第三条", DRUGS),
        ("本市药品管理法第三条", DRUGS),
        ("药品管理法、食品安全法第三条", FOOD),
        ("食品安全法和药品管理办法第三条", None),
        ("《药品管理法》第三条和互联网广告管理办法第五条", DRUGS),
        ("药品管理法律第三条", None),
        ("价格行政处罚程序规定第三条", "行政处罚程序规定"),
        ("依照处罚程序规定72条", PROCEDURE),
        ("治安管理处罚法第三条", "治安管理处罚法"),
        ("药品管理法规第三条", None),
    ],
)
def test_which_law_is_meant(text: str, law: str | None) -> None:
    found = [cited.citation for cited in read_citations(text, NAMES)]
    assert [citation.law for citation in found] == ([law] if law else [])


def test_a_law_is_known_by_its_full_name_without_that_of_the_country() -> None:
    (cited,) = read_citations("《食品安全法》第三条", {"食安法": FOOD})
    assert cited.citation.law == FOOD


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_names_the_longer_one_is_read(order: int) -> None:
    laws = {"茶法": "甲法", "茶法细目": "乙法"}
    (cited,) = read_citations("违反茶法细目第三条", dict(list(laws.items())[::order]))
    assert cited.citation.law == "乙法"


def test_a_law_of_a_province_is_known_by_its_name_without_marks() -> None:
    full = "北京市实施《中华人民共和国药品管理法》办法"
    laws = NAMES | {full: full}
    for text in ("北京市实施《药品管理法》办法第三条", f"《{full}》第三条"):
        (cited,) = read_citations(text, laws)
        assert cited.citation.law == full
