"""从旧兼从轻: both texts of a provision, side by side."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import Article, Provision, Statute
from inspector_app.domain.law.then_and_now import (
    Change,
    Stretch,
    changed_on,
    differences,
    moved_to,
    then_and_now,
)
from tests.fakes.statutes import MemoryShelf
from tests.unit.statutes.factory_statutes import article, cite, edition, listing

_TEXTS = st.text(alphabet="处以罚款五一千万元倍，。A1", max_size=30)


def _said(*changes: Change, stretches: tuple[Stretch, ...]) -> str:
    return "".join(stretch.text for stretch in stretches if stretch.change in changes)


@given(_TEXTS, _TEXTS)
def test_what_is_kept_and_removed_is_the_older_text_and_kept_and_added_the_newer(
    older: str, newer: str
) -> None:
    stretches = differences(older, newer)

    assert _said(Change.SAME, Change.REMOVED, stretches=stretches) == older
    assert _said(Change.SAME, Change.ADDED, stretches=stretches) == newer


@given(_TEXTS)
def test_equal_texts_differ_nowhere(text: str) -> None:
    assert {stretch.change for stretch in differences(text, text)} <= {Change.SAME}


def test_an_amount_changes_as_a_whole() -> None:
    stretches = differences("处五千元以上罚款。", "处一万五千元以上罚款。")

    assert stretches == (
        Stretch(Change.SAME, "处"),
        Stretch(Change.REMOVED, "五千元"),
        Stretch(Change.ADDED, "一万五千元"),
        Stretch(Change.SAME, "以上罚款。"),
    )


@pytest.mark.parametrize(
    ("older", "newer", "kept"),
    [
        ("甲处乙。。", "丙处丁。。", ["。。"]),
        ("甲处以乙。。", "丙处以丁。。", ["处以", "。。"]),
        ("处罚款。", "处罚款以下。", ["处罚款", "。"]),
        ("甲。", "。", ["。"]),
        ("甲处", "乙处丙", []),
        ("甲处乙", "丙处", []),
    ],
)
def test_one_sign_between_two_changes_changes_with_them(
    older: str, newer: str, kept: list[str]
) -> None:
    stretches = differences(older, newer)

    assert [each.text for each in stretches if each.change is Change.SAME] == kept


_OLD = edition(edition=date(2019, 4, 1), effective_from=date(2019, 5, 1), digest="0" * 64)
_NEW = edition(edition=date(2025, 6, 1), effective_from=date(2025, 10, 15))
_ACTED, _DECIDED = date(2024, 1, 1), date(2026, 1, 1)


def _shelf(old: tuple[Article, ...], new: tuple[Article, ...]) -> MemoryShelf:
    shelf = MemoryShelf()
    shelf.add(Statute(_OLD, old), Statute(_NEW, new))
    return shelf


def _moved(shelf: MemoryShelf, citation: Citation) -> Citation | None:
    found = moved_to(shelf, then_and_now(shelf, citation, _ACTED, _DECIDED))
    return found.citation if found else None


_STALL = article(2, "茶摊不得用隔夜的茶水冒充新沏的茶水欺骗茶客。")
_OTHER = "茶摊应当每日清洗茶壶和茶碗，并且当众烫过。"


def test_words_that_moved_to_another_article_are_found_there() -> None:
    shelf = _shelf(
        (article(1, _OTHER), _STALL),
        (
            article(1, _OTHER),
            article(2, "茶摊可以向茶客收取押金。"),
            article(3, "茶摊不得用隔夜茶水冒充新沏的茶水欺骗茶客和路人。"),
        ),
    )

    assert _moved(shelf, cite(2)) == cite(3)


def test_an_item_is_looked_for_among_items() -> None:
    old = article(1, listing("有下列情形的：", "以陈茶充作新茶出售", "短斤少两卖茶叶"))
    new = (
        article(1, "茶摊不得以陈茶充作新茶出售。"),
        article(2, listing("有下列情形的：", "弄脏茶碗", "以陈茶充作新茶对外出售")),
    )

    assert _moved(_shelf((old,), new), cite(1, 0, 1)) == cite(2, 0, 2)


@pytest.mark.parametrize(
    ("number", "differs"),
    [(1, False), (2, True), (3, True), (4, True), (5, False)],
    ids=["same words", "other words", "only then", "only now", "at neither time"],
)
def test_a_person_has_to_choose_where_the_two_are_not_the_same(number: int, differs: bool) -> None:
    shelf = _shelf(
        (article(1, _OTHER), article(2, "处一百元罚款。"), article(3, _OTHER)),
        (article(1, _OTHER), article(2, "处三百元罚款。"), article(4, _OTHER)),
    )

    assert then_and_now(shelf, cite(number), _ACTED, _DECIDED).differs is differs


@pytest.mark.parametrize(
    ("introduction", "differs"),
    [("有下列情形之一的，处一百元罚款：", False), ("有下列情形之一的，处三百元罚款：", True)],
)
def test_an_item_is_another_where_other_words_introduce_it(
    introduction: str, differs: bool
) -> None:
    items = ("以陈茶充作新茶出售", "短斤少两卖茶叶")
    shelf = _shelf(
        (article(1, listing("有下列情形之一的，处一百元罚款：", *items)),),
        (article(1, listing(introduction, *items)),),
    )

    assert then_and_now(shelf, cite(1, 0, 2), _ACTED, _DECIDED).differs is differs


def test_what_said_nothing_at_the_act_moved_nowhere() -> None:
    assert _moved(_shelf((_STALL,), (_STALL,)), cite(9)) is None


def test_an_article_of_several_paragraphs_is_looked_for_among_articles() -> None:
    first, second = str(_STALL), "前款规定的茶水应当当众倒掉，并且向茶客说明缘由。"
    new = (article(2, "茶摊可以收押金。"), article(3, first, second), article(4, first))

    assert _moved(_shelf((article(2, first, second),), new), cite(2)) == cite(3)


def test_a_text_between_the_act_and_the_decision_does_not_count() -> None:
    between = edition(edition=date(2024, 6, 1), effective_from=date(2024, 7, 1), digest="1" * 64)
    shelf = _shelf((article(1, "处一百元罚款。"),), (article(1, "处三百元罚款。"),))
    shelf.add(Statute(between, (article(1, "免予处罚。"),)))

    found = then_and_now(shelf, cite(1), _ACTED, _DECIDED)

    assert [
        place.text for place in (found.act, found.decision) if isinstance(place, Provision)
    ] == [
        "处一百元罚款。",
        "处三百元罚款。",
    ]


def test_a_number_that_still_says_about_the_same_moved_nowhere() -> None:
    new = (article(2, "茶摊不得用隔夜的茶水冒充新沏的茶水欺骗任何人。"), article(3, _OTHER))

    assert _moved(_shelf((_STALL,), new), cite(2)) is None


def test_words_that_nothing_is_like_moved_nowhere() -> None:
    assert _moved(_shelf((_STALL,), (article(1, _OTHER),)), cite(2)) is None


def test_within_one_edition_nothing_moves() -> None:
    shelf = MemoryShelf()
    shelf.add(Statute(_OLD, (_STALL, article(3, str(_STALL)))))

    assert _moved(shelf, cite(2)) is None


_ITEMS = "以陈茶充作新茶；", "弄脏茶碗。"


@pytest.mark.parametrize(
    ("place", "changed"),
    [
        (cite(1), False),
        (cite(2), True),
        (cite(3), True),  # gone
        (cite(4), True),  # new
        (cite(9), True),  # in neither: nobody can tell that it is the same
        (cite(5, 0, 1), True),  # what introduces the item says how much is fined
        (cite(6, 0, 1), False),
    ],
)
def test_a_later_text_changes_what_has_other_words_there(place: Citation, changed: bool) -> None:
    shelf = _shelf(
        (
            *(article(1, _OTHER), article(2, "处一百元罚款。"), article(3, _OTHER)),
            article(5, listing("处一百元罚款：", *_ITEMS)),
            article(6, listing("处一百元罚款：", *_ITEMS)),
        ),
        (
            *(article(1, _OTHER), article(2, "处三百元罚款。"), article(4, _OTHER)),
            article(5, listing("处三百元罚款：", *_ITEMS)),
            article(6, listing("处一百元罚款：", *_ITEMS, "短斤少两。")),
        ),
    )
    since = _NEW.effective_from if changed else None
    assert changed_on(shelf, place, _ACTED, _DECIDED) == since


@pytest.mark.parametrize(
    ("acted", "decided", "since"),
    [
        (_NEW.effective_from - timedelta(days=1), _NEW.effective_from, _NEW.effective_from),
        (_NEW.effective_from, _DECIDED, None),
        (_OLD.effective_from, _NEW.effective_from - timedelta(days=1), None),
        # Of an edition before the first installed nothing is known but that it was another.
        (_OLD.effective_from - timedelta(days=1), _OLD.effective_from, _OLD.effective_from),
    ],
)
def test_only_a_text_that_came_between_the_act_and_the_decision_changes_it(
    acted: date, decided: date, since: date | None
) -> None:
    shelf = _shelf((article(2, "处一百元罚款。"),), (article(2, "处三百元罚款。"),))
    assert changed_on(shelf, cite(2), acted, decided) == since


def test_a_law_that_ended_before_the_decision_changed_on_that_day() -> None:
    end = date(2025, 1, 1)
    ended = edition(effective_to=end)
    shelf = MemoryShelf()
    shelf.add(Statute(ended, (article(1, _OTHER),)))

    assert changed_on(shelf, cite(1), end - timedelta(days=1), end) == end
    assert changed_on(shelf, cite(1), end - timedelta(days=2), end - timedelta(days=1)) is None
    assert changed_on(shelf, cite(1), end, end + timedelta(days=1)) is None


def test_of_a_law_that_is_not_installed_no_change_is_known() -> None:
    assert changed_on(MemoryShelf(), cite(1), _ACTED, _DECIDED) is None
