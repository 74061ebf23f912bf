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
from tests.unit.statutes.factory_statutes import LAW, cite
from tests.unit.statutes.test_statute_library import statute


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


def test_a_page_may_switch_the_edition(do: UseCases) -> None:
    oldest = do.list_statutes("茶摊法")[0]
    found = do.show_citation.in_edition(cite(2, 1), oldest)

    assert isinstance(found, Provision)
    assert found.text.startswith("罚款五百元。")
    assert do.list_statutes.open(oldest).article(2) == found.article


def test_the_law_of_the_act_and_of_the_decision_are_laid_side_by_side(do: UseCases) -> None:
    assert do.show_citation.then_and_now(cite(2, 1), date(2020, 1, 1)).differs


def test_what_is_typed_is_read_by_short_names(do: UseCases) -> None:
    assert do.show_citation.typed("茶摊法 2(1)、《茶摊法》第一条") == (
        Citation(LAW, 2, 1),
        Citation(LAW, 1),
    )


def test_words_are_found_in_the_law_of_today(do: UseCases) -> None:
    assert [hit.edition.edition.year for hit in do.search_statutes("罚款")] == [2022]


def test_a_device_without_texts_says_that_no_citation_leads_anywhere(office: Office) -> None:
    assert isinstance(office.do.show_citation(cite(1)), Unresolved)
    assert (office.do.search_statutes("罚款"), office.do.list_statutes()) == ((), ())
