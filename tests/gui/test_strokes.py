"""Handwriting survives storage, and bad handwriting is refused."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from inspector_app.domain.errors import UserError
from inspector_app.gui.controls import (
    Stroke,
    StrokePoint,
    strokes_from_json,
    strokes_to_json,
    strokes_to_png,
)

_points = st.builds(
    StrokePoint,
    x=st.integers(0, 10_000),
    y=st.integers(0, 10_000),
    pressure=st.integers(0, 1000),
    t=st.integers(0, 600_000),
)
_strokes = st.builds(Stroke, st.lists(_points, min_size=1, max_size=20).map(tuple))


@given(st.lists(_strokes, max_size=6).map(tuple))
def test_strokes_come_back_as_they_were(strokes: tuple[Stroke, ...]) -> None:
    assert strokes_from_json(strokes_to_json(strokes)) == strokes


@pytest.mark.parametrize(
    "strokes",
    [
        [[[10_001, 0, 0, 0]]],
        [[[0, -1, 0, 0]]],
        [[[0, 0, 1001, 0]]],
        [[[0, 0, 0]]],
        [[[0.5, 0, 0, 0]]],
        [[[True, 0, 0, 0]]],
        [[]],
        [3],
        "x",
        None,
    ],
)
def test_strokes_that_no_pad_makes_are_refused(strokes: object) -> None:
    with pytest.raises(UserError) as raised:
        strokes_from_json(json.dumps({"v": 1, "strokes": strokes}).encode())

    assert raised.value.code == "gui.strokes_unreadable"


@given(st.binary(max_size=60))
def test_bytes_that_are_no_strokes_are_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        strokes_from_json(data)


def test_strokes_of_a_later_version_are_refused() -> None:
    with pytest.raises(UserError):
        strokes_from_json(b'{"strokes": [], "v": 2}')


def test_the_picture_has_ink_on_a_transparent_ground() -> None:
    line = Stroke(tuple(StrokePoint(x, 5000, 500, x) for x in range(1000, 9000, 500)))

    with Image.open(io.BytesIO(strokes_to_png([line], 600))) as image:
        assert image.size == (600, 200)
        assert image.getpixel((300, 100))[3] == 255  # type: ignore[index]
        assert image.getpixel((300, 10))[3] == 0  # type: ignore[index]


def test_a_dot_leaves_ink() -> None:
    with Image.open(
        io.BytesIO(strokes_to_png([Stroke((StrokePoint(5000, 5000, 500, 0),))], 600))
    ) as image:
        assert image.getpixel((300, 100))[3] == 255  # type: ignore[index]


def test_pressing_harder_makes_a_thicker_line() -> None:
    def inked(pressure: int) -> int:
        line = Stroke(tuple(StrokePoint(x, 5000, pressure, x) for x in range(1000, 9000, 500)))
        with Image.open(io.BytesIO(strokes_to_png([line], 1200))) as image:
            return sum(1 for alpha in image.getchannel("A").tobytes() if alpha)

    assert inked(900) > inked(100) * 1.5
