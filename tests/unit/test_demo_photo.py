"""The photo of the demonstration is one that the record can keep."""

import io
from datetime import datetime

from PIL import Image

from inspector_app.application.attach_photo import read_photo
from inspector_app.bootstrap.demo_photo import notice_board

TAKEN = datetime.fromisoformat("2026-11-21T09:30:12+08:00")


def test_it_says_when_it_was_taken() -> None:
    facts = read_photo(notice_board(TAKEN), "公示栏.jpg")

    assert (facts.media_type, facts.taken_at) == ("image/jpeg", "2026-11-21T09:30:12")


def test_one_moment_gives_one_picture_and_another_moment_another() -> None:
    later = TAKEN.replace(minute=31)

    assert notice_board(TAKEN) == notice_board(TAKEN)
    assert notice_board(TAKEN) != notice_board(later)


def test_it_shows_more_than_a_blank_wall() -> None:
    with Image.open(io.BytesIO(notice_board(TAKEN))) as picture:
        assert picture.size == (1600, 1200)
        wall, felt = picture.getpixel((60, 600)), picture.getpixel((700, 1000))

    assert isinstance(wall, tuple)
    assert isinstance(felt, tuple)
    assert min(wall) > 100  # light
    assert felt[1] > felt[0] + 20  # green
