"""Enrolment, hello, journal, feed, numbers: the verbs of synchronisation, and health."""

from __future__ import annotations

import time
from typing import Annotated, Any

from litestar import Request, get, post
from litestar.params import JSONBody, QueryParameter

from inspector_app.domain.errors import UserError
from inspector_app.server.api.access import TheAttempts, TheDesk, TheDevice
from inspector_app.server.books import read_authority
from inspector_app.server.enrolment import enrol
from inspector_app.server.storage import cases, devices, feed, journal, numbers
from inspector_app.server.storage.numbers import Holder
from inspector_app.wire.enrolment import EnrolReply, EnrolRequest
from inspector_app.wire.feed import FeedPage
from inspector_app.wire.hello import (
    Hello,
    HelloRequest,
    HighWater,
    LineageStanding,
    NumberPolicy,
    Order,
    WipedReply,
    WipedReport,
)
from inspector_app.wire.journal import EventsReply, PushRequest, Receipt, SinceRequest
from inspector_app.wire.numbers import LeaseReply, LeaseRequest, UsesReply, UsesReport
from inspector_app.wire.protocol import (
    BUILD,
    ENROL_PATH,
    FEED_PATH,
    HEALTH_PATH,
    HELLO_PATH,
    LEASE_PATH,
    PUSH_PATH,
    SINCE_PATH,
    USES_PATH,
    WIPED_PATH,
)

__all__ = ["ROUTES"]

_SINCE = 500


@get(HEALTH_PATH, sync_to_thread=True)
def health(desk: TheDesk) -> dict[str, str]:
    """Whether the server can read its database and has room; no secrets, no token."""
    with desk.database.read() as connection:
        bureau = read_authority(connection)
    desk.files.check_room()
    return {"status": "ok", "build": BUILD, "seeded": "yes" if bureau else "no"}


@post(ENROL_PATH, status_code=200, sync_to_thread=True)
def enrol_device(
    request: Request[Any, Any, Any],
    desk: TheDesk,
    attempts: TheAttempts,
    data: JSONBody[EnrolRequest],
) -> EnrolReply:
    """Make a device known by its one-time code."""
    address = request.client.host if request.client else ""
    attempts.check(address, time.monotonic())
    desk.files.check_room()
    try:
        return enrol(desk, data)
    except UserError:
        attempts.failed(address, time.monotonic())
        raise


@post(HELLO_PATH, status_code=200, sync_to_thread=True)
def hello(desk: TheDesk, anyone: TheDevice, data: JSONBody[HelloRequest]) -> Hello:
    """Where the server stands with this device and its lineage."""
    at, device = desk.at(), anyone
    year = desk.now().year
    with desk.database.write() as connection:
        devices.seen(connection, device.id, at)
        row = journal.lineage(connection, data.lineage)
        standing, high_water = LineageStanding.UNKNOWN, HighWater()
        if row is not None and row.device != device.id:
            standing = LineageStanding.FOREIGN
        elif row is not None:
            standing, high_water = LineageStanding.KNOWN, row.high_water
        lost: tuple[str, ...] = ()
        past = data.given_up
        if standing is not LineageStanding.FOREIGN and not device.revoked:
            holder = Holder(device.id, data.lineage)
            lost = numbers.adopt(connection, holder, data.blocks, at, desk.seal)
        else:
            # It may take no number of them; that it holds them is true all the same.
            past = (*past, *data.blocks)
        numbers.heard_of(connection, device.id, past, at, desk.seal)
        offered = numbers.words(connection, (year,))
        authority = read_authority(connection)
    orders = (Order.REVOKED,) if device.revoked else ()
    return Hello(
        epoch=desk.epoch,
        server_at=at,
        standing=standing,
        high_water=high_water,
        limits=desk.settings.limits,
        orders=(*orders, Order.WIPE) if device.wipe else orders,
        numbers=tuple(
            NumberPolicy(word=word, year=year, low=desk.settings.number_low)
            for word, year in offered
        ),
        lost_blocks=lost,
        authority=authority,
        build=BUILD,
    )


@post(WIPED_PATH, status_code=200, sync_to_thread=True)
def note_wiped(desk: TheDesk, anyone: TheDevice, data: JSONBody[WipedReport]) -> WipedReply:  # noqa: ARG001 - it says all by coming
    """Note that the device has cleared itself, if it was ordered to."""
    at = desk.at()
    with desk.database.write() as connection:
        devices.wiped(connection, anyone.id, at)
    return WipedReply(server_at=at)


@post(PUSH_PATH, status_code=200, sync_to_thread=True)
def push(desk: TheDesk, anyone: TheDevice, data: JSONBody[PushRequest]) -> Receipt:
    """Take in events; the receipt says what is on disk."""
    desk.files.check_room()
    if len(data.entries) > desk.settings.limits.batch_events:
        raise UserError("wire.batch", "一次上传的记录条数过多。")
    return desk.ingest.push(anyone, data)


@post(SINCE_PATH, status_code=200, sync_to_thread=True)
def own_events_since(desk: TheDesk, device: TheDevice, data: JSONBody[SinceRequest]) -> EventsReply:
    """The device's own events beyond the heads it still has."""
    limit = max(1, min(data.limit, _SINCE))
    with desk.database.read() as connection:
        found, more = cases.since(connection, device.id, data.heads, limit)
    return EventsReply(events=found, more=more)


@get(FEED_PATH, sync_to_thread=True)
def read_feed(
    desk: TheDesk, device: TheDevice, after: Annotated[str, QueryParameter(max_length=64)] = ""
) -> FeedPage:
    """What the device has not been told yet."""
    with desk.database.read() as connection:
        return feed.page(connection, device, after, desk.at())


@post(LEASE_PATH, status_code=200, sync_to_thread=True)
def lease_numbers(desk: TheDesk, device: TheDevice, data: JSONBody[LeaseRequest]) -> LeaseReply:
    """A block of official numbers for this device alone."""
    with desk.database.write() as connection:
        holder = Holder(device.id, data.lineage)
        size = desk.settings.number_block
        block = numbers.lease(connection, holder, data, size, desk.at(), desk.seal)
    if block is None:
        raise UserError("number.word", "服务器没有为该文种和年度开放文号。", mend="请联系管理员。")
    return LeaseReply(block=block)


@post(USES_PATH, status_code=200, sync_to_thread=True)
def report_numbers(desk: TheDesk, device: TheDevice, data: JSONBody[UsesReport]) -> UsesReply:
    """Keep what became of numbers."""
    with desk.database.write() as connection:
        return UsesReply(refused=numbers.report(connection, device.id, data.uses, desk.at()))


ROUTES = (
    health,
    enrol_device,
    hello,
    note_wiped,
    push,
    own_events_since,
    read_feed,
    lease_numbers,
    report_numbers,
)
