"""Statutes as the window asks for them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspector_app.application.use_cases import UseCases
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import Provision, Unresolved
from inspector_app.statutes.library import StatuteLibrary
from tests.fakes.workplace import Office
from tests.unit.statutes.factory_statutes import LAW, cite, statute


@pytest.fixture
def do(office: Office, tmp_path: Path) -> Iterator[UseCases]:
    library = StatuteLibrary(tmp_path / "statutes.sqlite")
    library.add(statute(date(2019, 1, 1), "罚款五百元。"))
    library.add(statute(date(2022, 1, 1), "罚款三百元。"))
    yield UseCases(replace(office.do.place, statutes=library))
    library.close()


def test_a_provision_is_shown_as_it_is_today(do: UseCases) -> None:
    found = do.show_citation(cite(2, 1))

    assert isinstance(found, Provision)
    assert found.text.startswith("罚款三百元。")


def test_each_law_is_listed_once_with_its_editions_and_the_one_in_force(do: UseCases) -> None:
    (listed,) = do.list_statutes()

    assert listed.law == LAW
    assert [edition.edition.year for edition in listed.editions] == [2019, 2022]
    assert listed.shown == listed.current == listed.editions[1]


def test_what_is_typed_is_read_by_short_names(do: UseCases) -> None:
    found = do.search_statutes("茶摊法 2(1)、《茶摊法》第一条")

    assert [place.citation for place in found.places] == [Citation(LAW, 2, 1), Citation(LAW, 1)]


def test_a_place_alone_is_looked_up_in_the_law_that_is_read(do: UseCases) -> None:
    found = do.search_statutes("第二条", this_law=LAW)

    assert [place.citation.law for place in found.places] == [LAW]


def test_words_are_found_in_the_law_of_today(do: UseCases) -> None:
    found = do.search_statutes("罚款")

    assert [hit.edition.edition.year for hit in found.hits] == [2022]
    assert found.words == ("罚款",)


def test_words_are_found_in_earlier_law_when_it_is_asked_for(do: UseCases) -> None:
    found = do.search_statutes("罚款", history=True)

    assert {hit.edition.edition.year for hit in found.hits} == {2019, 2022}


def test_a_device_without_texts_says_that_no_citation_leads_anywhere(office: Office) -> None:
    assert isinstance(office.do.show_citation(cite(1)), Unresolved)
    assert office.do.search_statutes("罚款").hits == ()
    assert office.do.list_statutes() == ()
