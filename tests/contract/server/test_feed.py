"""The feed tells each device everything once, in order, and only what is for it."""

from __future__ import annotations

import msgspec
import pytest

from inspector_app.domain.errors import UserError
from inspector_app.server.desk import Desk
from inspector_app.server.storage import feed
from inspector_app.server.storage.devices import Device
from inspector_app.server.storage.feed import Announcement
from inspector_app.wire.feed import EnterpriseItem, FeedPage, TaskItem, read_item
from inspector_app.wire.protocol import PAGE_BYTES
from tests.contract.server.senders import sender
from tests.factory import enterprise, task


def page(desk: Desk, device: Device, cursor: str = "") -> FeedPage:
    with desk.database.read() as connection:
        return feed.page(connection, device, cursor, desk.at())


def announce(desk: Desk, *told: Announcement) -> None:
    with desk.database.write() as connection:
        feed.announce(connection, told, desk.at())


def names(items: tuple[msgspec.Raw, ...]) -> list[str]:
    found = [read_item(raw) for raw in items]
    return [item.enterprise.name for item in found if isinstance(item, EnterpriseItem)]


def test_a_second_page_brings_only_what_is_new(desk: Desk) -> None:
    laptop = sender(desk).device
    first = page(desk, laptop)
    announce(desk, Announcement(EnterpriseItem(enterprise(9, name="新开的店"))))
    assert names(page(desk, laptop, first.cursor).items) == ["新开的店"]


def test_nothing_new_leaves_the_cursor_where_it_is(desk: Desk) -> None:
    laptop = sender(desk).device
    first = page(desk, laptop)
    assert page(desk, laptop, first.cursor).cursor == first.cursor


def test_only_the_latest_of_a_subject_is_told(desk: Desk) -> None:
    for name in ("旧名", "新名"):
        announce(desk, Announcement(EnterpriseItem(enterprise(1, name=name))))
    told = names(page(desk, sender(desk).device).items)
    assert ("新名" in told, "旧名" in told) == (True, False)


def test_what_is_for_one_device_is_not_told_to_another(desk: Desk) -> None:
    mine, theirs = sender(desk).device, sender(desk).device
    start = page(desk, mine).cursor
    announce(desk, Announcement(TaskItem(task(7)), mine.id))
    assert len(page(desk, mine, start).items) == 1
    assert page(desk, theirs, start).items == ()


def test_a_large_registry_comes_page_by_page(desk: Desk) -> None:
    laptop = sender(desk).device
    made = [enterprise(number, name=f"店{number}") for number in range(100, 1_300)]
    announce(desk, *(Announcement(EnterpriseItem(one)) for one in made))
    told: list[str] = []
    cursor, more = "", True
    while more:
        some = page(desk, laptop, cursor)
        told += names(some.items)
        cursor, more = some.cursor, some.more
    assert [name for name in told if name.startswith("店")] == [one.name for one in made]


def sizes_of_pages(desk: Desk, device: Device, cursor: str) -> list[list[int]]:
    """The lengths of the items, page by page."""
    pages: list[list[int]] = []
    more = True
    while more:
        some = page(desk, device, cursor)
        pages.append([len(bytes(raw)) for raw in some.items])
        cursor, more = some.cursor, some.more
    return pages


def test_a_page_of_large_entries_ends_before_it_is_large_itself(desk: Desk) -> None:
    laptop = sender(desk).device
    start = page(desk, laptop).cursor
    made = [enterprise(number, name="店" * 400_000) for number in range(100, 107)]
    announce(desk, *(Announcement(EnterpriseItem(one)) for one in made))
    pages = sizes_of_pages(desk, laptop, start)
    assert sum(map(len, pages)) == len(made)
    assert max(map(sum, pages)) <= PAGE_BYTES


def test_an_entry_larger_than_a_page_passes_alone(desk: Desk) -> None:
    laptop = sender(desk).device
    start = page(desk, laptop).cursor
    names_of = ("前", "店" * 1_500_000, "后")
    made = [enterprise(number, name=name) for number, name in enumerate(names_of, 100)]
    announce(desk, *(Announcement(EnterpriseItem(one)) for one in made))
    assert [len(some) for some in sizes_of_pages(desk, laptop, start)] == [1, 1, 1]


@pytest.mark.parametrize("cursor", ["999999.00000000", "1.ffffffff", "x", "-1.a", "9" * 40 + ".a"])
def test_a_cursor_of_another_time_is_refused(desk: Desk, cursor: str) -> None:
    with pytest.raises(UserError) as refusal:
        page(desk, sender(desk).device, cursor)
    assert refusal.value.code == "feed.cursor"
