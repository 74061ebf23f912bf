"""同步 and the status bar: what waits, what was refused, and why the record can be trusted."""

from __future__ import annotations

from datetime import timedelta

from inspector_app.domain.errors import UserError
from inspector_app.domain.sync_ports import QuarantinedEvent
from inspector_app.domain.visit_journal import visit_stream
from inspector_app.gui.pages.sync.page import SyncPage
from inspector_app.gui.terms import fact_line
from tests.gui.factory_gui import GuiOffice, facts, offline, outcome
from tests.gui.pages_window import OpenWindow, badges, words


def test_what_waits_is_counted(open_window: OpenWindow) -> None:
    office = GuiOffice()
    office.judged()
    waiting = office.do.look_up.trust().outbox

    page = open_window(office).show("sync", SyncPage)

    assert page.waiting.number("events") == str(waiting.events)
    assert page.waiting.number("photos") == "0"


def test_numbers_left_are_said_per_word(open_window: OpenWindow) -> None:
    page = open_window(GuiOffice()).show("sync", SyncPage)

    assert "责改" in words(page.numbers)
    assert badges(page.numbers) == ["剩 2 个"]


def test_numbers_used_up_are_said_so(open_window: OpenWindow) -> None:
    office = GuiOffice()
    with office.store.begin() as uow:
        uow.take_number("责改", 2026)
        uow.take_number("责改", 2026)

    page = open_window(office).show("sync", SyncPage)

    assert badges(page.numbers) == ["已用完"]


def test_what_the_server_set_aside_stands_with_its_reason(open_window: OpenWindow) -> None:
    office = GuiOffice()
    visit_id = office.arrived()
    with office.store.read() as reading:
        event = reading.events(visit_stream(visit_id))[-1]
    aside = QuarantinedEvent(
        2, event.stream, event.seq, event.hash, "与服务器的记录不符", event.body
    )

    window = open_window(office, given=facts(quarantined=lambda: (aside,)))
    said = words(window.show("sync", SyncPage).set_aside)

    assert "云溪县张记面馆（演示）" in said
    assert "与服务器的记录不符" in said


def test_without_anything_set_aside_nothing_is_said_of_it(open_window: OpenWindow) -> None:
    page = open_window(GuiOffice()).show("sync", SyncPage)

    assert page.set_aside.isHidden()


def test_the_window_synchronises_when_it_opens_and_when_asked(open_window: OpenWindow) -> None:
    office = GuiOffice()
    office.cases.said = outcome(pushed=4, received=2)
    window = open_window(office)
    page = window.show("sync", SyncPage)
    at_start = office.cases.syncs

    window.press(page.sync_button)

    assert (at_start, office.cases.syncs) == (1, 2)
    assert fact_line(("上传 4 条记录", "收到 2 项更新")) in words(page.history)


def test_offline_says_that_nothing_is_lost(open_window: OpenWindow) -> None:
    office = GuiOffice()
    office.cases.error = offline()

    window = open_window(office)
    page = window.show("sync", SyncPage)

    assert "现在连不上服务器。" in words(page)
    assert "记录都在本机，没有丢失。" in words(page)
    assert "离线" in window.status
    assert window.banner == ""


def test_a_refused_device_is_told_and_left_alone(open_window: OpenWindow) -> None:
    office = GuiOffice()
    office.cases.error = UserError("sync.revoked", "本机已被停用。", mend="请联系管理员。")

    window = open_window(office)

    assert "本机已被停用。" in words(window.show("sync", SyncPage))
    assert window.window.sync_lane.next_in is None


def test_the_status_bar_counts_what_waits(open_window: OpenWindow) -> None:
    office = GuiOffice()
    office.arrived()

    assert f"待上传 {office.do.look_up.trust().outbox.events} 条记录" in open_window(office).status


def test_an_intact_record_is_called_so_only_after_it_was_checked(open_window: OpenWindow) -> None:
    office = GuiOffice()
    office.finished()

    assert "记录完整" in open_window(office).status


def test_a_broken_chain_is_seen_at_the_start(open_window: OpenWindow) -> None:
    office = GuiOffice()
    visit_id = office.arrived()
    # Somebody took an event out of the journal.
    del office.store._state.streams[visit_stream(visit_id)][0]

    assert "记录链断裂" in open_window(office).status


def test_a_clock_far_from_the_servers_is_doubted(open_window: OpenWindow) -> None:
    office = GuiOffice()
    apart = office.clock.wall - timedelta(minutes=3)
    office.cases.said = outcome(server_at=apart.isoformat())

    assert "时钟可疑" in open_window(office).status


def test_a_clock_near_the_servers_is_fine(open_window: OpenWindow) -> None:
    office = GuiOffice()
    near = office.clock.wall + timedelta(seconds=90)
    office.cases.said = outcome(server_at=near.isoformat())

    assert "时钟正常" in open_window(office).status
