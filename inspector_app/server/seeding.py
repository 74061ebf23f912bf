"""Filling a server with what the bureau knows: authority, people, enterprises, tasks, words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.officer import Authority, Officer
from inspector_app.domain.task import Task
from inspector_app.server.books import Books, write_authority
from inspector_app.server.storage import feed, numbers
from inspector_app.server.storage.feed import Announcement
from inspector_app.wire.feed import EnterpriseItem, OfficerItem, TaskItem

__all__ = ["Seed", "seed"]


@dataclass(frozen=True, slots=True)
class Seed:
    """What to fill in. ``words`` are the words (文种字) that are numbered this year, each with
    the first number to issue.
    """

    authority: Authority
    officers: tuple[Officer, ...]
    enterprises: tuple[Enterprise, ...] = ()
    tasks: tuple[Task, ...] = ()
    words: tuple[tuple[str, int], ...] = ()


def seed(desk: Books, told: Seed) -> None:
    """Fill the server, in one transaction; doing it again replaces what was told before.

    Devices learn of it by their next feed. Codes are issued apart (``enrolment.issue_code``).
    """
    at, year = desk.at(), desk.now().year
    with desk.database.write() as connection:
        write_authority(connection, told.authority)
        feed.announce(connection, _announcements(told), at)
        for word, first in told.words:
            numbers.offer_word(connection, word, year, first)


def _announcements(told: Seed) -> Iterator[Announcement]:
    yield from _all(OfficerItem(officer) for officer in told.officers)
    yield from _all(EnterpriseItem(enterprise) for enterprise in told.enterprises)
    yield from _all(TaskItem(task) for task in told.tasks)


def _all(items: Iterable[OfficerItem | EnterpriseItem | TaskItem]) -> Iterator[Announcement]:
    return (Announcement(item) for item in items)
