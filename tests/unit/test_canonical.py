"""The short way to canonical JSON and RFC 8785's give the same bytes, or the same refusal."""

from collections.abc import Callable
from enum import IntEnum, StrEnum
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from inspector_app.domain.canonical import canonical

# Every character that Python's text may hold, halves of surrogate pairs too.
text = st.text(st.characters(), max_size=8)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | text
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(text, inner, max_size=4)
    ),
    max_leaves=12,
)


def outcome(write: Callable[[Any], bytes], value: object) -> bytes | None:
    """The bytes, or None for a refusal."""
    try:
        return write(value)
    except ValueError:
        return None


@given(values)
@example("\ud800")
@example({"a": ["\udfff"]})
@example({"\ud83d\ude00": 1})
@example({"\ue000": 1, "\ud800": 2})
@example("".join(map(chr, range(0x80))) + "\u2028\u2029\u00e9\ufeff\U0001f600")
@example({"\ue000": 1, "\U00010000": 2, "a": 3})
@example({"b": 1, "B": 2, "a_": 3, "aa": 4, "": 5})
@example([1.0, -0.0, 1e21, 1e-7, 100])
def test_the_bytes_or_the_refusal_are_those_of_rfc_8785(value: object) -> None:
    assert outcome(canonical, value) == outcome(rfc8785.dumps, value)


@given(st.recursive(st.none() | st.integers(-9, 9) | st.text(max_size=8), st.lists, max_leaves=8))
def test_nothing_that_utf_8_can_say_is_refused(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)  # type: ignore[arg-type]  # any JSON


class Word(StrEnum):
    YES = "yes"


class Number(IntEnum):
    ONE = 1


@pytest.mark.parametrize("value", [Word.YES, Number.ONE, {Word.YES: [Number.ONE]}])
def test_members_of_enums_are_their_values(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)  # type: ignore[arg-type]  # any JSON


@pytest.mark.parametrize(
    "value",
    [
        "\ud800",
        {"\ud800": 1},
        {"a": "\ud83d\ude00"},
        2**53,
        float("nan"),
        float("inf"),
        {1: 2},
        {"a": object()},
        b"a",
    ],
    ids=[
        "lone surrogate",
        "in a key",
        "a pair in two",
        "too large",
        "nan",
        "infinite",
        "key",
        "object",
        "bytes",
    ],
)
def test_what_json_cannot_say_is_refused(value: object) -> None:
    with pytest.raises(rfc8785.CanonicalizationError):
        canonical(value)
