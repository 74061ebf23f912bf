"""Where a citation leads within an article."""

from datetime import date

import pytest

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import (
    Article,
    Division,
    DivisionKind,
    Item,
    Provision,
    Subitem,
    Unresolved,
    UnresolvedReason,
    place_in,
)
from tests.unit.statutes.factory_statutes import article, cite, edition, listing

_SINGLE = article(3, listing("茶摊应当具备下列条件：", "有茶；", "有摊。"))
_SEVERAL = article(
    4,
    listing("有下列情形之一的，责令改正：", "无茶；", "无水。"),
    "前款规定的情形消失的，不再处理。",
    listing("摊主应当公示：", "茶价。"),
)


def _found(result: Provision | Unresolved) -> Provision:
    assert isinstance(result, Provision)
    return result


def _missing(result: Provision | Unresolved) -> Unresolved:
    assert isinstance(result, Unresolved)
    return result


def test_an_article_alone_means_all_of_its_paragraphs() -> None:
    assert _found(place_in(_SEVERAL, cite(4), edition())).text.count("\n") == 5


def test_a_paragraph_comes_with_its_items() -> None:
    found = _found(place_in(_SEVERAL, cite(4, 1), edition()))

    assert found.text == "有下列情形之一的，责令改正：\n（一）无茶；\n（二）无水。"


def test_an_item_comes_alone_and_says_what_introduces_it() -> None:
    found = _found(place_in(_SEVERAL, cite(4, 1, 2), edition()))

    assert (found.text, found.lead) == ("（二）无水。", "有下列情形之一的，责令改正：")


def test_the_first_paragraph_of_a_single_one_is_cited_without_a_number() -> None:
    assert _found(place_in(_SINGLE, cite(3, 1, 2), edition())).citation == cite(3, 0, 2)


def test_an_item_needs_no_paragraph_where_there_is_only_one() -> None:
    assert _found(place_in(_SINGLE, cite(3, 0, 2), edition())).text == "（二）有摊。"


def test_an_item_without_its_paragraph_is_not_guessed_among_several() -> None:
    missing = _missing(place_in(_SEVERAL, cite(4, 0, 1), edition()))

    assert missing.reason is UnresolvedReason.PARAGRAPH_UNNAMED
    assert missing.near == (cite(4, 1, 1), cite(4, 3, 1))


@pytest.mark.parametrize(
    ("citation", "reason"),
    [
        (cite(4, 5), UnresolvedReason.NO_PARAGRAPH),
        (cite(4, 2, 1), UnresolvedReason.NO_ITEM),
        (cite(4, 0, 9), UnresolvedReason.NO_ITEM),
        (cite(3, 0, 3), UnresolvedReason.NO_ITEM),
    ],
    ids=str,
)
def test_what_is_not_there_is_named(citation: Citation, reason: UnresolvedReason) -> None:
    source = _SINGLE if citation.article == 3 else _SEVERAL

    assert _missing(place_in(source, citation, edition())).reason is reason


def test_a_citation_gets_the_full_name_of_the_law() -> None:
    assert _found(place_in(_SINGLE, Citation("茶摊法", 3), edition())).citation == cite(3)


def test_an_edition_is_in_force_up_to_but_without_its_last_day() -> None:
    bounded = edition(effective_from=date(2020, 1, 1), effective_to=date(2021, 1, 1))

    days = [date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1)]
    assert [bounded.in_force(day) for day in days] == [False, True, True, False]


def test_headings_and_numbers_are_said_the_official_way() -> None:
    inserted = Article(287, (), subarticle=2)
    item = Item(5, "有下列情形的：", (Subitem(1, "其一；"), Subitem(2, "其二。")))

    assert inserted.label == "第二百八十七条之二"
    assert str(Division(DivisionKind.SECTION, 3, "总则")) == "第三节 总则"
    assert str(item) == "（五）有下列情形的：\n1．其一；\n2．其二。"
