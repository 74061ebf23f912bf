"""The catalogue finds violations by id, item and clause, and proposes none that may not be."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.checklist import PackRef, Section
from inspector_app.domain.law.catalogue import Catalogue, CatalogueEntry, CitedAs
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import Verification, Violation
from tests.factory import FOOD_LAW, TODAY, checklist, violation

PACK = PackRef("p", "1.0", "0" * 64)
LAWS = ("甲法", "乙法")
PLACES = st.builds(
    Citation,
    st.sampled_from(LAWS),
    st.integers(1, 3),
    st.integers(0, 2),
    st.integers(0, 2),
    st.integers(0, 1),
)


def catalogue(*violations: Violation) -> Catalogue:
    return Catalogue(lambda: [CatalogueEntry(each, (), PACK) for each in violations])


def ids(entries: tuple[CatalogueEntry, ...]) -> list[str]:
    return [entry.violation.id for entry in entries]


def part_of(cited: Citation, asked: Citation) -> bool:
    """Whether ``cited`` is ``asked`` or a part of it, level by level."""
    levels = [(c.article, c.paragraph or (1 if c.item else 0), c.item) for c in (cited, asked)]
    same_article = (cited.law, cited.subarticle) == (asked.law, asked.subarticle)
    return same_article and all(
        not wanted or found == wanted for found, wanted in zip(*levels, strict=True)
    )


@given(
    st.lists(st.tuples(PLACES, PLACES), max_size=8),
    PLACES,
    st.none() | st.sampled_from(CitedAs),
)
def test_a_clause_finds_all_that_cite_it_or_a_part_of_it(
    cited: list[tuple[Citation, Citation]], asked: Citation, cited_as: CitedAs | None
) -> None:
    made = [
        violation(f"V{number}", duty=(duty,), penalty=(penalty,))
        for number, (duty, penalty) in enumerate(cited)
    ]
    expected = {
        each.id
        for each in made
        if (cited_as is not CitedAs.PENALTY and part_of(each.duty[0], asked))
        or (cited_as is not CitedAs.DUTY and part_of(each.penalty[0], asked))
    }
    found = ids(catalogue(*made).citing(asked, cited_as))
    assert set(found) == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Citation("甲法", 1, 1, 2), True),
        (
            Citation("甲法", 1, 0, 2),
            True,
        ),  # an article of one paragraph is cited with and without it
        (Citation("甲法", 1, 1), True),
        (Citation("甲法", 1), True),
        (Citation("甲法", 0), True),
        (Citation("甲法", 1, 2, 2), False),
        (Citation("甲法", 1, 1, 1), False),
        (Citation("甲法", 1, 2), False),
        (Citation("甲法", 2), False),
        (Citation("甲法", 1, subarticle=1), False),
        (Citation("乙法", 1, 1, 2), False),
        (Citation("乙法", 0), False),
    ],
)
@pytest.mark.parametrize("paragraph", [0, 1])
def test_an_item_is_found_by_all_that_it_is_a_part_of(
    asked: Citation, found: bool, paragraph: int
) -> None:
    shelf = catalogue(violation("A", duty=(), penalty=(Citation("甲法", 1, paragraph, 2),)))
    assert bool(shelf.citing(asked)) is found
    assert bool(shelf.citing(asked, CitedAs.PENALTY)) is found
    assert not shelf.citing(asked, CitedAs.DUTY)


def test_a_part_of_what_is_cited_is_not_cited() -> None:
    whole = catalogue(violation("A", duty=(), penalty=(Citation("甲法", 1),)))
    assert whole.citing(Citation("甲法", 1))
    assert not whole.citing(Citation("甲法", 1, 1))


def test_the_law_itself_finds_all_that_cite_it() -> None:
    found = catalogue(violation("A"), violation("B", duty=(Citation("乙法", 1),))).citing(
        Citation("乙法", 0)
    )
    assert ids(found) == ["B"]


def test_an_item_finds_its_violations_in_the_packs_order() -> None:
    table = checklist()
    made = [violation("M44"), violation("M99")]
    shelf = Catalogue(lambda: [CatalogueEntry(each, (), PACK) for each in made], lambda: [table])
    assert ids(shelf.of_item("HEALTH")) == ["M44"]
    assert shelf.of_item("NOWHERE") == ()
    # The checklist names a violation that no pack here has.
    assert Catalogue(tuple, lambda: [table]).of_item("HEALTH") == ()


def test_an_item_of_several_checklists_finds_each_of_their_violations_once() -> None:
    shops = checklist()
    health = replace(shops.items[1], violations=("M45", "M44"))
    kitchens = replace(shops, sections=(Section("1", "从业人员", (health,)),))
    made = [violation("M44"), violation("M45")]
    shelf = Catalogue(
        lambda: [CatalogueEntry(each, (), PACK) for each in made],
        lambda: [shops, kitchens],
    )
    assert ids(shelf.of_item("HEALTH")) == ["M44", "M45"]


def test_of_two_entries_of_one_id_the_first_counts() -> None:
    shelf = catalogue(violation("A", wording="先"), violation("A", wording="后"))
    assert [entry.violation.wording for entry in shelf] == ["先"]
    assert len(shelf) == 1
    assert "A" in shelf
    assert shelf["A"].violation.wording == "先"
    assert shelf.get("B") is None
    assert shelf.get("A") is shelf["A"]


@pytest.mark.parametrize(
    ("change", "applies"),
    [
        ({}, True),
        ({"verification": Verification.INFERRED}, True),
        ({"verification": Verification.RECALLED}, False),
        ({"valid_from": TODAY}, True),
        ({"valid_to": TODAY}, True),
        ({"valid_from": date(2027, 1, 1)}, False),
        ({"valid_to": date(2025, 10, 14)}, False),
    ],
)
def test_only_what_is_verified_and_valid_applies(change: dict[str, object], applies: bool) -> None:
    shelf = catalogue(violation("A", **change))
    assert [entry.violation.id for entry in shelf.on(TODAY)] == (["A"] if applies else [])


def test_entries_are_counted_by_field_and_status() -> None:
    shelf = catalogue(
        violation("A", domain="价格"),
        violation("B", domain="价格", verification=Verification.INFERRED),
        violation("C", domain="计量"),
    )
    assert shelf.counts() == {
        "价格": {Verification.VERIFIED: 1, Verification.INFERRED: 1},
        "计量": {Verification.VERIFIED: 1},
    }


def test_nothing_is_read_before_it_is_asked_for() -> None:
    read: list[str] = []

    def entries() -> list[CatalogueEntry]:
        read.append("entries")
        return [CatalogueEntry(violation("A"), ("说法",), PACK)]

    shelf = Catalogue(entries)
    assert read == []
    assert shelf["A"].sayings == ("说法",)
    assert ids(shelf.citing(Citation(FOOD_LAW, 126, 1, 6), CitedAs.PENALTY)) == ["A"]
    assert read == ["entries"]
