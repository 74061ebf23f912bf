"""The use cases are found by their names, each once."""

import pytest

from inspector_app.application import use_cases
from inspector_app.application.use_cases import UseCases
from tests.fakes.workplace import Office

NAMES = [name for name in UseCases.__annotations__ if name != "place"]


def test_every_use_case_has_a_home() -> None:
    assert sorted(NAMES) == sorted(use_cases._HOMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_use_case_is_what_it_is_called(name: str) -> None:
    office = Office()

    found = getattr(office.do, name)

    assert type(found).__name__ == UseCases.__annotations__[name]
    assert getattr(office.do, name) is found


def test_what_is_no_use_case_is_not_there() -> None:
    with pytest.raises(AttributeError, match="close_shop"):
        Office().do.close_shop  # type: ignore[attr-defined]  # noqa: B018 - asking is the test
