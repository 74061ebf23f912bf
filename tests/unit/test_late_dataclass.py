"""The late ``dataclass`` makes what the standard library's makes; only the moment differs."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import operator
import pickle
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, field
from typing import Any, Generic, TypeVar, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.late_dataclass import dataclass

M = TypeVar("M")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Ours, with every kind of field."""

    law: str
    article: int = 1
    words: tuple[str, ...] = ()
    notes: Mapping[str, int] = field(default_factory=dict, compare=False)
    body: bytes = field(default=b"", repr=False, compare=False)
    seen: int = field(default=0, hash=False, kw_only=True)


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Twin:
    """The standard library's, with the same fields."""

    law: str
    article: int = 1
    words: tuple[str, ...] = ()
    notes: Mapping[str, int] = field(default_factory=dict, compare=False)
    body: bytes = field(default=b"", repr=False, compare=False)
    seen: int = field(default=0, hash=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Annex(Place):
    """One that inherits its fields."""

    pages: int = 3


@dataclass(frozen=True, slots=True)
class Nothing:
    """One without fields."""


@dataclass(frozen=True, slots=True)
class Box(Generic[M]):
    """One of any kind."""

    content: M


@dataclass(frozen=True, slots=True)
class Chain:
    """One that may hold itself."""

    links: list[object]


@dataclass(frozen=True, slots=True)
class Bounded:  # noqa: PLW1641 - that it gets a hash is the test
    """One that looks at what it was given, and says some things itself."""

    number: int

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError("below zero")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Bounded) and self.number % 10 == other.number % 10

    def __repr__(self) -> str:
        return f"<{self.number}>"


_given = st.fixed_dictionaries(
    {"law": st.sampled_from(["a", "b"])},
    optional={
        "article": st.integers(0, 2),
        "words": st.sampled_from([(), ("x",), ("x", "y")]),
        "notes": st.just({"n": 1}),
        "body": st.binary(max_size=2),
        "seen": st.integers(0, 1),
    },
)


@given(_given, _given)
def test_two_compare_and_hash_as_the_standard_librarys_do(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    ours, theirs = (Place(**one), Place(**other)), (Twin(**one), Twin(**other))

    for sign in (operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge):
        assert sign(*ours) == sign(*theirs)
    assert hash(ours[0]) == hash(theirs[0])


@given(_given)
def test_one_is_shown_as_the_standard_librarys_is(one: dict[str, Any]) -> None:
    assert repr(Place(**one)) == repr(Twin(**one)).replace("Twin", "Place", 1)


@given(_given)
def test_one_survives_being_copied_and_pickled(one: dict[str, Any]) -> None:
    place = Place(**one)

    again = (copy.deepcopy(place), pickle.loads(pickle.dumps(place)), dataclasses.replace(place))  # noqa: S301 - our own

    assert [dataclasses.astuple(each) for each in again] == [dataclasses.astuple(place)] * 3


def test_the_signature_is_the_standard_librarys() -> None:
    ours, theirs = inspect.signature(Place).parameters, inspect.signature(Twin).parameters

    assert [(p.name, p.kind, p.annotation) for p in ours.values()] == [
        (p.name, p.kind, p.annotation) for p in theirs.values()
    ]
    assert get_type_hints(Place.__init__) == get_type_hints(Twin.__init__)


@pytest.mark.parametrize("kind", [Place, Twin])
@pytest.mark.parametrize(
    ("places", "names"), [((), {}), (("a", 1, (), {}, b"", 0), {}), (("a",), {"color": 1})]
)
def test_what_does_not_fit_is_refused_by_both(
    kind: Callable[..., object], places: tuple[object, ...], names: dict[str, object]
) -> None:
    with pytest.raises(TypeError, match="__init__"):
        kind(*places, **names)


def test_a_field_cannot_be_assigned_or_deleted() -> None:
    place = Place("a")

    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'law'"):
        place.law = "b"  # type: ignore[misc]  # that it cannot is the test
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'law'"):
        del place.law
    assert place.law == "a"


def test_a_plain_subclass_may_have_more_and_keeps_its_fields() -> None:
    class Noted(Place):
        mark: str

    noted = Noted("a")
    noted.mark = "seen"

    assert noted.mark == "seen"
    with pytest.raises(FrozenInstanceError):
        noted.law = "b"  # type: ignore[misc]  # that it cannot is the test


def test_there_is_no_room_for_other_names() -> None:
    assert not hasattr(Place("a"), "__dict__")


def test_every_one_has_defaults_of_its_own() -> None:
    assert Place("a").notes is not Place("a").notes


def test_one_that_inherits_has_all_fields_and_equals_only_its_own_kind() -> None:
    annex = Annex("a", 2, pages=4)

    assert annex == Annex("a", 2, pages=4)
    assert annex != Place("a", 2)
    assert (annex.law, annex.pages) == ("a", 4)


def test_one_without_fields_equals_the_others() -> None:
    assert {Nothing(), Nothing()} == {Nothing()}


def test_one_of_any_kind_is_made_through_its_kind() -> None:
    assert Box[int](3) == Box(3)


def test_one_that_holds_itself_is_shown() -> None:
    links: list[object] = []
    chain = Chain(links)
    links.append(chain)

    assert repr(chain) == "Chain(links=[...])"


def test_what_the_body_says_stays() -> None:
    assert Bounded(13) == Bounded(3)
    assert repr(Bounded(7)) == "<7>"
    assert isinstance(hash(Bounded(7)), int)
    with pytest.raises(ValueError, match="below zero"):
        Bounded(-1)


def test_a_match_takes_fields_by_place() -> None:
    match Place("a", 5):
        case Place(law, article):
            assert (law, article) == ("a", 5)


def test_a_field_that_is_left_out_of_init_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Counted:
        """Ours cannot count by itself."""

        count: int = field(default=0, init=False)

    with pytest.raises(TypeError, match=r"Counted\.count"):
        Counted()


def test_nothing_is_compiled_before_it_is_asked_for() -> None:
    @dataclass(frozen=True, slots=True)
    class Untouched:
        """Nobody makes one."""

        law: str

    def compiled() -> set[str]:
        return {name for name, method in vars(Untouched).items() if inspect.isfunction(method)}

    before = compiled()
    one, other = Untouched("a"), Untouched("a")
    made = compiled()
    same = one == other

    assert same
    assert before == {"__getstate__", "__setstate__"}
    assert made == before | {"__init__"}
    assert compiled() == made | {"__eq__"}
