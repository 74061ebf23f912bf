"""What happened in a visit stands in the journal, and reads back as nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.domain.journal import Event, Head
from inspector_app.domain.visit_events import VisitEvent
from inspector_app.domain.visit_journal import NAMES, TYPES, read_event, record_event, visit_stream
from tests.factory import moment


@cache
def _any(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type with every field filled; hypothesis itself leaves defaults as they are."""
    inside = get_args(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{part.name: _any(hints[part.name]) for part in fields(hint)})
    if isinstance(hint, UnionType):
        return st.one_of([_any(choice) for choice in inside])
    if get_origin(hint) is tuple:
        if inside[1:] == (...,):
            return st.lists(_any(inside[0]), max_size=2).map(tuple)
        return st.tuples(*map(_any, inside))
    if get_origin(hint) is Mapping:
        return st.dictionaries(_any(inside[0]), _any(inside[1]), max_size=2)
    if hint is int:
        # RFC 8785 writes no number that a reader of JSON could round.
        return st.integers(-(2**53) + 1, 2**53 - 1)
    return st.from_type(hint)


def test_everything_that_can_happen_has_a_name_in_the_journal() -> None:
    assert set(TYPES.values()) == set(get_args(VisitEvent))
    assert {NAMES[cls]: cls for cls in TYPES.values()} == dict(TYPES)


@pytest.mark.parametrize("name", sorted(TYPES))
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_every_event_reads_back_as_what_happened(name: str, data: st.DataObject) -> None:
    kind: Any = TYPES[name]
    happened = data.draw(_any(kind))

    event = record_event(Head(visit_stream("visit-1")), happened, moment(), "officer-1")

    assert event.type == name
    assert read_event(Event.from_body(event.body)) == happened
