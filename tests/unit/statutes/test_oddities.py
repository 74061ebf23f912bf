"""Oddities of texts found in the wild (domain-facts §6.2, addendum §6), each on a made-up law."""

from datetime import date

import pytest

from inspector_app.domain.law.statute import EffectiveBasis, Statute, StatuteLevel
from inspector_app.statutes.read_file import read_bytes
from inspector_app.statutes.reading import NOTHING_STATED, NotTaken, Stated, read_statute

_NOTE = "2020年3月1日 第九届全国人民代表大会常务委员会第一次会议通过"
_FILE = "茶摊法(2020-03-01).md"


def take(
    body: str, *notes: str, title: str = "中华人民共和国茶摊法", file: str = _FILE, **stated: object
) -> Statute:
    head = "\n\n".join([f"# {title}", *(notes or (_NOTE,)), "<!-- INFO END -->"])
    said = Stated(**stated)  # type: ignore[arg-type]  # the fields by their names
    return read_statute(read_bytes(f"{head}\n\n{body}".encode(), file), said).statute


def refusals(body: str, *notes: str, **others: object) -> list[tuple[str, object]]:
    with pytest.raises(NotTaken) as refusal:
        take(body, *notes, **others)  # type: ignore[arg-type]  # handed on
    return [(error.code, error.facts.get("line")) for error in refusal.value.errors]


def shape(statute: Statute) -> list[list[int]]:
    """Items of each paragraph of each article."""
    return [[len(each.items) for each in article.paragraphs] for article in statute.articles]


def test_the_sentence_behind_a_list_is_a_paragraph_and_not_part_of_the_last_item() -> None:
    statute = take("第一条 摊主应当:\n\n（一）备茶；\n\n（二）备水。\n\n前款规定不适用于酒。")

    assert shape(statute) == [[2, 0]]
    assert [each.tail for each in statute.articles[0].paragraphs] == [False, True]
    assert statute.articles[0].paragraphs[0].items[1].text == "备水。"


def test_brackets_of_either_width_begin_items() -> None:
    assert shape(take("第一条 应当：\n(一)备茶；\n（二）备水；\n( 三 )备火。")) == [[3]]


def test_a_reference_to_an_item_at_the_start_of_a_line_is_no_item() -> None:
    statute = take(
        "第一条 依照前条第\n(三)项规定处理。\n（三）项目管理另行规定。", accept_gaps=True
    )

    assert statute.articles[0].paragraphs[0].text == "依照前条第(三)项规定处理。"


def test_a_heading_written_without_marks_and_broken_over_two_lines_is_one() -> None:
    body = "第一章 总则\n第一条 茶。\n第二章 茶具、\n茶杯的管理\n第二条 杯。"

    assert str(take(body).articles[1].divisions[0]) == "第二章 茶具、茶杯的管理"


def test_a_heading_without_words_is_not_gone_on_with() -> None:
    body = "第一条 茶。\n\n## 第二章 茶具\n\n##  \n\n茶杯\n\n第二条 杯。"

    assert refusals(body)[-1] == ("statute.strange_heading", 13)


def test_chapters_may_begin_again_in_each_part() -> None:
    body = "# 第一编 茶\n## 第一章 总 则\n第一条 茶。\n# 第二编 水\n## 第一章　总　则\n第二条 水。"

    assert [str(each) for each in take(body).articles[1].divisions] == ["第二编 水", "第一章 总则"]


def test_a_law_without_chapters_has_articles_under_no_heading() -> None:
    assert take("第一条 茶。\n第二条 水。").articles[1].divisions == ()


def test_sub_items_belong_to_their_item() -> None:
    statute = take("第一条 应当：\n（一）备茶：\n1．红；\n２．绿；\n（3）白。\n（二）备水。")

    assert [len(item.subitems) for item in statute.articles[0].paragraphs[0].items] == [3, 0]


def test_rows_of_a_table_belong_to_the_paragraph_above() -> None:
    statute = take("第一条 价格如下：\n|茶|一元|\n|水|二元|\n第二条 水。")

    assert shape(statute)[1] == [0]


def test_an_inserted_article_follows_the_one_it_was_inserted_behind() -> None:
    statute = take("第一条 茶。\n第一条之一 红茶。\n第一条之二 绿茶。\n第二条 水。")

    assert [(each.number, each.subarticle) for each in statute.articles][1:3] == [(1, 1), (1, 2)]


def test_the_rest_of_a_history_note_is_no_article() -> None:
    statute = take("第一条 茶。", "2020年3月1日 《关于修改〈茶摊法〉", "第三十一条的决定》修正")

    assert len(statute.articles) == 1


def test_a_line_broken_off_before_an_article_number_goes_on() -> None:
    statute = take("第一条 茶。\n第二条 依照\n第九条 的规定处理。\n第三条 水。")

    assert statute.articles[1].paragraphs[0].text == "依照第九条 的规定处理。"


def test_a_list_with_a_line_between_its_items_is_one_list() -> None:
    statute = take("第一条 应当：\n（一）备茶。\n红茶优先。\n（二）备水。\n本条不适用于酒。")

    assert shape(statute) == [[2, 0]]
    assert statute.articles[0].paragraphs[0].items[0].text == "备茶。\n红茶优先。"


def test_what_is_attached_stays_apart_from_the_last_article() -> None:
    statute = take("第一条 茶。\n附件\n茶的种类\n（一）红茶")

    assert (shape(statute), len(statute.annexes)) == ([[0]], 3)


def test_a_table_of_contents_is_not_taken_for_the_headings() -> None:
    body = "目　录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 茶。\n第二章 附则\n第二条 水。"
    headings = [str(article.divisions[0]) for article in take(body).articles]

    assert headings == ["第一章 总则", "第二章 附则"]


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("第一条 茶。\n第三条 水。", "statute.article_gap", 8),
        ("第二条 茶。\n第三条 水。", "statute.article_gap", 7),
        ("第一条 茶。\n第二条 水。\n第二条 火。", "statute.article_repeated", 9),
        ("第一条 茶。\n第二条 水。\n第一条 另一部。", "statute.article_repeated", 9),
        ("第一条 应当：\n（一）茶；\n（三）水。", "statute.item_gap", 9),
        ("第一条 应当：（一）茶；（二）水。", "statute.run_together", 7),
        ("第一章 总则\n第一条 茶。\n第三章 附则\n第二条 水。", "statute.division_gap", 9),
        ("第一条 茶。\n## 别的\n第二条 水。", "statute.strange_heading", 8),
        ("第一条\n第二条 水。", "statute.empty_article", 7),
        ("第一条 茶。\n附件\n红茶\n第二条 水。", "statute.not_continued", 10),
    ],
)
def test_what_is_not_continuous_is_refused_with_its_place(body: str, code: str, line: int) -> None:
    assert refusals(body) == [(code, line)]


def test_an_annex_in_the_middle_cannot_be_accepted() -> None:
    assert refusals("第一条 茶。\n附件\n红茶\n第二条 水。", accept_gaps=True)


def test_a_gap_is_taken_as_it_stands_when_a_person_says_so() -> None:
    statute = take("第一条 茶。\n第三条 水。", accept_gaps=True)

    assert [article.number for article in statute.articles] == [1, 3]


def test_articles_swallowed_by_a_header_are_missed() -> None:
    assert refusals("## 正文\n第九条 茶。\n第十条 水。")[0] == ("statute.article_gap", 8)


def test_fewer_articles_than_the_file_says_are_refused() -> None:
    data = "---\ntitle: 茶摊法\ntotal_articles: 45\n---\n第一条 茶。".encode()

    with pytest.raises(NotTaken) as refusal:
        read_statute(read_bytes(data, "茶摊法(2020-03-01).md"), NOTHING_STATED)

    assert refusal.value.errors[0].code == "statute.article_count"


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("茶摊法修正案（二）", "statute.amendment"),
        ("全国人民代表大会常务委员会关于修改《茶摊法》的决定", "statute.amendment"),
        ("全国人民代表大会常务委员会关于《茶摊法》第三条的解释", "statute.interpretation"),
        ("茶摊法（节选）", "statute.excerpt"),
    ],
)
def test_what_is_not_the_law_is_named_as_what_it_is(title: str, code: str) -> None:
    assert refusals("一、第三条改为：\n“第三条 茶。”", title=title) == [(code, None)]


def test_a_text_without_article_numbers_is_no_law() -> None:
    assert refusals("一、备茶。\n二、备水。") == [("statute.no_articles", None)]


def test_the_edition_is_the_latest_amendment_and_commencement_is_not_that_of_the_first() -> None:
    statute = take(
        "第一条 茶。\n第二条 本法自2012年5月1日起施行。",
        "2012年1月1日 全国人民代表大会常务委员会通过",
        "2020年3月1日 《关于修改〈中华人民共和国茶摊法〉的决定》修正",
    )

    assert statute.edition.edition == date(2020, 3, 1)
    assert (statute.edition.effective_from, statute.edition.basis) == (
        date(2020, 3, 1),
        EffectiveBasis.ASSUMED,
    )


@pytest.mark.parametrize(
    ("words", "first_day"),
    [
        ("本法自2020年6月1日起施行。", date(2020, 6, 1)),
        ("本法自２０２０年６月１日起施行。", date(2020, 6, 1)),
        ("本法自二〇二〇年六月一日起施行。", date(2020, 6, 1)),
        ("本法自公布之日起施行。", date(2020, 3, 1)),
    ],
)
def test_the_text_says_when_it_comes_into_force(words: str, first_day: date) -> None:
    edition = take(f"第一条 茶。\n第二条 {words}1999年1月1日的规定同时废止。").edition

    assert (edition.effective_from, edition.basis) == (first_day, EffectiveBasis.TEXT)


def test_the_history_says_when_an_amended_text_comes_into_force() -> None:
    notes = ["2012年1月1日 全国人民代表大会通过", "2020年3月1日 修正", "2020年9月1日 施行"]
    edition = take("第一条 茶。\n第二条 本法自2012年5月1日起施行。", *notes).edition

    assert (edition.effective_from, edition.basis) == (date(2020, 9, 1), EffectiveBasis.NOTE)


def test_what_a_person_says_of_the_days_goes_before_the_text() -> None:
    edition = take("第一条 本法自2020年6月1日起施行。", effective=date(2021, 1, 1)).edition

    assert (edition.effective_from, edition.basis) == (date(2021, 1, 1), EffectiveBasis.STATED)


def test_a_law_that_ends_before_it_begins_is_refused() -> None:
    body = "第一条 本法自2020年6月1日起施行。"

    assert refusals(body, until=date(2020, 6, 1)) == [("statute.never_in_force", None)]
    assert take(body, until=date(2020, 6, 2)).edition.in_force(date(2020, 6, 1))


def test_the_first_publication_in_a_data_base_is_not_the_edition() -> None:
    head = "---\ntitle: 茶摊法\npublish_date: 2000-01-04\nstatus: 废止或失效\n---\n"
    data = f"{head}2020年3月1日修订\n\n第一条 本法自2020年6月1日起施行。".encode()
    edition = read_statute(read_bytes(data, "茶摊法.md"), NOTHING_STATED).statute.edition

    assert edition.edition == date(2020, 3, 1)
    assert edition.source.claims == "废止或失效"


@pytest.mark.parametrize("file", ["茶摊法20230231.md", "茶摊法20230231_20200301.md"])
def test_digits_in_a_file_name_that_are_no_day_say_nothing(file: str) -> None:
    assert take("第一条 茶。", _NOTE, file=file).edition.edition == date(2020, 3, 1)


def test_an_organ_set_up_later_betrays_a_text_that_was_amended() -> None:
    body = "第一条 本办法由国家市场监督管理总局负责解释。"
    file = "茶摊办法(2015-01-05).md"
    notes = ("2015年1月5日 国家工商行政管理总局令第73号公布",)

    assert refusals(body, *notes, file=file) == [("statute.edition_doubtful", None)]
    assert take(body, *notes, file=file, edition=date(2020, 10, 1)).edition.edition.year == 2020


def test_a_text_without_any_date_is_asked_about() -> None:
    assert refusals("第一条 茶。", "通过", file="茶摊法.md") == [("statute.edition_unknown", None)]


@pytest.mark.parametrize(
    ("title", "note", "law", "level"),
    [
        ("茶摊法", _NOTE, "中华人民共和国茶摊法", StatuteLevel.LAW),
        ("反分裂国家法", _NOTE, "反分裂国家法", StatuteLevel.LAW),
        ("茶摊条例", "2020年3月1日 国务院令第1号公布", "茶摊条例", StatuteLevel.ADMINISTRATIVE_REGULATION),
        ("茶摊办法", "2020年3月1日 国家市场监督管理总局令第9号公布", "茶摊办法", StatuteLevel.DEPARTMENT_RULE),
        ("某某省茶摊条例", "2020年3月1日 某某省第十届人民代表大会常务委员会通过", "某某省茶摊条例", StatuteLevel.LOCAL_REGULATION),
        ("茶摊条例", "2020年3月1日 《关于修改〈中华人民共和国茶摊条例〉的决定》修订", "中华人民共和国茶摊条例", StatuteLevel.ADMINISTRATIVE_REGULATION),
        ("茶摊办法（2020年修正）", _NOTE, "茶摊办法", StatuteLevel.LAW),
    ],
)  # fmt: skip
def test_a_law_is_known_by_its_full_name(
    title: str, note: str, law: str, level: StatuteLevel
) -> None:
    edition = take("第一条 茶。", note, title=title).edition

    assert (edition.law, edition.level) == (law, level)


def test_notes_below_the_title_of_a_plain_text_say_its_full_name() -> None:
    note = "2020年3月1日 国务院令第1号公布《中华人民共和国茶摊条例》"
    data = f"茶摊条例\n（{note}）\n第一条 茶。".encode()
    statute = read_statute(read_bytes(data, "茶摊条例.txt"), NOTHING_STATED).statute

    assert statute.edition.law == "中华人民共和国茶摊条例"


def test_a_text_without_a_title_is_named_after_its_file() -> None:
    data = f"（{_NOTE}）\n第一条 茶。".encode()
    statute = read_statute(read_bytes(data, "茶摊法_20200301.txt"), NOTHING_STATED).statute

    assert statute.edition.law == "中华人民共和国茶摊法"


def test_nothing_that_names_a_law_is_refused() -> None:
    source = read_bytes("2020年3月1日公布\n第一条 茶。".encode(), "1.txt")

    with pytest.raises(NotTaken) as refusal:
        read_statute(source, NOTHING_STATED)

    assert refusal.value.errors[0].code == "statute.no_title"
