"""Taking statute texts in: in a worker, told line by line, refusals with the way to mend them."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inspector_app.domain.errors import UserError
from inspector_app.gui.pages.law.import_report import ImportReport
from inspector_app.gui.window_facts import TakenStatute, TakingOutcome
from tests.gui.factory_gui import GuiOffice, facts
from tests.gui.factory_law import market, weights
from tests.gui.pages_law import LawPageObject
from tests.gui.pages_window import OpenWindow

GAP = UserError(
    "statute.article_gap",
    "集市法.md 第 41 行：第九条之前应是第八条，条号不连续。",
    facts={"file": "集市法.md", "line": 41, "article": "第九条", "expected": "第八条"},
)


@dataclass
class Intake:
    """Takes 用秤办法 in, and 集市法 only with its gaps; ``gate`` holds it back after the first."""

    office: GuiOffice
    gate: threading.Event = field(default_factory=threading.Event)
    asked: list[tuple[Sequence[Path], bool]] = field(default_factory=list)
    error: UserError | None = None

    def files(self, paths: Sequence[Path], *, accept_gaps: bool = False) -> Iterator[TakenStatute]:
        self.asked.append((paths, accept_gaps))
        self.office.statutes.add(weights())
        yield TakenStatute("用秤办法.txt", TakingOutcome.NEW, weights().edition)
        self.gate.wait(30)
        if accept_gaps:
            self.office.statutes.add(market()[1])
            yield TakenStatute("集市法.md", TakingOutcome.NEW, market()[1].edition, (GAP,))
        else:
            yield TakenStatute("集市法.md", TakingOutcome.REFUSED, None, (GAP,), acceptable=True)

    def package(self) -> Iterator[TakenStatute]:
        if self.error is not None:
            raise self.error
        yield TakenStatute("集市法", TakingOutcome.NEW, market()[1].edition)


def opened(open_window: OpenWindow) -> tuple[LawPageObject, Intake]:
    office = GuiOffice()
    intake = Intake(office)
    intake.gate.set()
    return LawPageObject(open_window(office, given=facts(take_statutes=intake))), intake


def report(law: LawPageObject) -> ImportReport:
    found = law.page.imports.report
    assert found is not None
    return found


def test_texts_taken_in_are_there_at_once(open_window: OpenWindow) -> None:
    law, _ = opened(open_window)

    law.page.imports.take([Path("texts")])
    law.window.settle()

    assert law.laws == [weights().edition.law]
    assert law.page.panes.isVisible()


def test_a_refused_text_says_where_and_how_to_mend_it(open_window: OpenWindow) -> None:
    law, _ = opened(open_window)

    law.page.imports.take([Path("texts")])
    law.window.settle()

    said = report(law).words()
    assert "集市法.md · 没有导入" in said
    assert "第 41 行：第九条之前应是第八条" in said
    assert "按“仍然导入”" in said


def test_a_text_that_is_right_as_it_stands_can_be_taken_in(open_window: OpenWindow) -> None:
    law, intake = opened(open_window)
    law.page.imports.take([Path("texts")])
    law.window.settle()

    law.window.press(report(law).accept_button)

    assert intake.asked[-1] == ((Path("texts"),), True)
    assert "集市法" in law.laws


def test_the_page_can_be_used_while_texts_are_read(open_window: OpenWindow) -> None:
    law, intake = opened(open_window)
    intake.gate.clear()
    law.page.imports.take([Path("texts")])
    law.window.await_that(lambda: len(report(law).taken) == 1)

    asked_meanwhile: list[str] = []
    law.window.window.jobs.submit(lambda: "answered", asked_meanwhile.append)
    law.window.await_that(lambda: bool(asked_meanwhile))

    assert law.page.imports.running
    intake.gate.set()
    law.window.settle()
    assert not law.page.imports.running


def test_a_stopped_import_keeps_what_was_read(open_window: OpenWindow) -> None:
    law, intake = opened(open_window)
    intake.gate.clear()
    law.page.imports.take([Path("texts")])
    law.window.await_that(lambda: len(report(law).taken) == 1)

    report(law).stop_button.click()
    intake.gate.set()
    law.window.settle()

    assert law.laws == [weights().edition.law]
    assert not law.page.imports.running


def test_a_missing_package_is_told_calmly(open_window: OpenWindow) -> None:
    law, intake = opened(open_window)
    intake.error = UserError("statute.no_package", "没有找到数据。", mend="请先安装。")

    law.page.imports.take_package()
    law.window.settle()

    assert "没有找到" in law.window.banner
    assert not report(law).isVisible()
