"""Taking statute texts in: in a worker, told line by line, refusals with the way to mend them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from inspector_app.domain.errors import UserError
from inspector_app.domain.law.statute import EffectiveBasis
from inspector_app.gui.controls import Button
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.pages.law.import_report import ImportReport
from inspector_app.gui.pages.law.import_sources import ImportSource
from inspector_app.gui.pages.law.statement_dialog import StatementDialog
from inspector_app.gui.terms import fact_line
from inspector_app.gui.window_facts import (
    NOTHING_STATED,
    StatedOfText,
    TakenStatute,
    TakingOutcome,
)
from inspector_app.statutes import refused
from tests.gui.factory_gui import GuiOffice, facts
from tests.gui.factory_law import market, weights
from tests.gui.pages_law import LawPageObject
from tests.gui.pages_window import OpenWindow, words

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
    stated: list[StatedOfText] = field(default_factory=list)
    told: Callable[[Sequence[Path], StatedOfText], Iterable[TakenStatute]] | None = None
    error: UserError | None = None
    packages: int = 0

    def files(
        self,
        paths: Sequence[Path],
        *,
        accept_gaps: bool = False,
        stated: StatedOfText = NOTHING_STATED,
    ) -> Iterator[TakenStatute]:
        self.asked.append((paths, accept_gaps))
        self.stated.append(stated)
        if self.told is not None:
            yield from self.told(paths, stated)
            return
        self.office.statutes.add(weights())
        yield TakenStatute("用秤办法.txt", TakingOutcome.NEW, weights().edition)
        self.gate.wait(30)
        yield replace(self._market(accept_gaps=accept_gaps), file="集市法.md")

    def package(self, *, accept_gaps: bool = False) -> Iterator[TakenStatute]:
        self.packages += 1
        if self.error is not None:
            raise self.error
        yield self._market(accept_gaps=accept_gaps)

    def _market(self, *, accept_gaps: bool) -> TakenStatute:
        if not accept_gaps:
            return TakenStatute("集市法", TakingOutcome.REFUSED, None, (GAP,), acceptable=True)
        self.office.statutes.add(market()[1])
        return TakenStatute("集市法", TakingOutcome.NEW, market()[1].edition, (GAP,))


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


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        (ImportSource.FILES, [Path("a.md"), Path("b.txt")]),
        (ImportSource.FOLDER, [Path("texts")]),
        (ImportSource.PACKAGE, None),
    ],
)
def test_every_way_to_texts_stands_on_the_empty_page_and_in_the_menu(
    source: ImportSource,
    asked: list[Path] | None,
    open_window: OpenWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["a.md", "b.txt"], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "texts")
    law, intake = opened(open_window)

    law.window.press(law.page.empty.ways[source])
    law.page.finder.import_menu.ways[source].trigger()
    law.window.settle()

    files = [list(paths) for paths, _ in intake.asked]
    assert files == ([asked, asked] if asked else [])
    assert intake.packages == (0 if asked else 2)


def test_a_refused_text_says_where_and_how_to_mend_it(open_window: OpenWindow) -> None:
    law, _ = opened(open_window)

    law.page.imports.take([Path("texts")])
    law.window.settle()

    said = words(report(law))
    assert fact_line(("集市法.md", "没有导入")) in said
    assert "第 41 行：第九条之前应是第八条" in said
    assert "按“仍然导入”" in said


def test_a_text_that_is_right_as_it_stands_can_be_taken_in(open_window: OpenWindow) -> None:
    law, intake = opened(open_window)
    law.page.imports.take([Path("texts")])
    law.window.settle()

    law.window.press(report(law).accept_button)

    assert intake.asked[-1] == ((Path("texts"),), True)
    assert "集市法" in law.laws


def test_a_law_of_the_package_that_is_right_as_it_stands_can_be_taken_in(
    open_window: OpenWindow,
) -> None:
    law, _ = opened(open_window)
    law.page.imports.take_package()
    law.window.settle()
    assert law.laws == []

    law.window.press(report(law).accept_button)

    assert law.laws == ["集市法"]


def test_no_text_is_said_to_be_acceptable_that_cannot_be_accepted(open_window: OpenWindow) -> None:
    law, intake = opened(open_window)
    refused = TakenStatute("集市法.md", TakingOutcome.REFUSED, None, (GAP,))
    intake.told = lambda _paths, _stated: [refused]

    law.page.imports.take([Path("texts")])
    law.window.settle()

    assert fact_line(("集市法.md", "没有导入")) in words(report(law))
    assert "仍然导入" not in words(report(law))
    assert report(law).accept_button.isHidden()


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


def test_a_stopped_import_keeps_what_was_read_and_reads_no_further(
    open_window: OpenWindow,
) -> None:
    law, intake = opened(open_window)
    intake.gate.clear()

    def three(_paths: Sequence[Path], _stated: StatedOfText) -> Iterator[TakenStatute]:
        intake.office.statutes.add(weights())
        yield TakenStatute("一.txt", TakingOutcome.NEW, weights().edition)
        intake.gate.wait(30)
        yield TakenStatute("二.txt", TakingOutcome.UNCHANGED, weights().edition)
        intake.office.statutes.add(market()[1])
        yield TakenStatute("三.txt", TakingOutcome.NEW, market()[1].edition)

    intake.told = three
    law.page.imports.take([Path("texts")])
    law.window.await_that(lambda: len(report(law).taken) == 1)

    report(law).stop_button.click()
    intake.gate.set()
    law.window.settle()

    assert [taken.file for taken in report(law).taken] == ["一.txt", "二.txt"]
    assert law.laws == [weights().edition.law]
    assert not law.page.imports.running


def test_an_import_that_ends_behind_a_closed_report_says_so(open_window: OpenWindow) -> None:
    law, intake = opened(open_window)
    intake.gate.clear()
    law.page.imports.take([Path("texts")])
    law.window.await_that(lambda: len(report(law).taken) == 1)
    QTest.keyClick(report(law), Qt.Key.Key_Escape)
    said_meanwhile = law.window.toast

    intake.gate.set()
    law.window.settle()

    assert "已结束" not in said_meanwhile
    assert fact_line(("已导入 1 部", "1 部没有导入")) in law.window.toast
    notice = law.window.window.toast.notice
    assert notice is not None
    assert notice.on_action is not None
    notice.on_action()
    assert report(law).isVisible()


def test_an_import_that_ends_before_ones_eyes_needs_no_notice(open_window: OpenWindow) -> None:
    law, _ = opened(open_window)

    law.page.imports.take([Path("texts")])
    law.window.settle()

    assert "已结束" not in law.window.toast


def test_a_missing_package_is_told_calmly(open_window: OpenWindow) -> None:
    law, intake = opened(open_window)
    intake.error = UserError("statute.no_package", "没有找到数据。", mend="请先安装。")

    law.page.imports.take_package()
    law.window.settle()

    assert "没有找到" in law.window.banner
    assert not report(law).isVisible()


UNKNOWN = UserError("statute.edition_unknown", "摊点.txt 看不出是哪一年公布或者修改的文本。")
STALLS = Path("texts/摊点.txt")


def undated(paths: Sequence[Path], stated: StatedOfText) -> Iterable[TakenStatute]:
    """A folder of two texts, one of which does not say when it was made."""
    if STALLS not in paths:
        yield TakenStatute("用秤办法.txt", TakingOutcome.NEW, weights().edition, path=Path("秤"))
    if stated.edition is None:
        yield TakenStatute(STALLS.name, TakingOutcome.REFUSED, None, (UNKNOWN,), path=STALLS)
    else:
        yield TakenStatute(STALLS.name, TakingOutcome.NEW, market()[1].edition, path=STALLS)


def asked_about(law: LawPageObject) -> StatementDialog:
    """The dialog of the one text that a person is asked about."""
    (button,) = report(law).findChildren(Button, "law.import.state")
    law.window.press(button)
    dialog = law.page.imports.statement
    assert dialog is not None
    return dialog


def test_a_text_that_tells_no_day_is_asked_about_and_then_taken(open_window: OpenWindow) -> None:
    law, intake = opened(open_window)
    intake.told = undated
    law.page.imports.take([Path("texts")])
    law.window.settle()
    assert "请查明后按“补充说明”填写" in words(report(law))

    dialog = asked_about(law)
    dialog.edition.set_value(date(2024, 2, 20))
    dialog.effective.set_value(date(2024, 5, 1))
    law.window.press(dialog.confirm)

    assert intake.asked[-1] == ((STALLS,), False)
    assert intake.stated[-1] == StatedOfText("", date(2024, 2, 20), date(2024, 5, 1))
    assert not report(law).findChildren(Button, "law.import.state")
    # What became of the other text still stands.
    assert [t.file for t in report(law).taken] == ["用秤办法.txt", "摊点.txt"]


def test_what_is_missing_has_to_be_said(open_window: OpenWindow) -> None:
    law, intake = opened(open_window)
    intake.told = undated
    law.page.imports.take([Path("texts")])
    law.window.settle()
    dialog = asked_about(law)

    law.window.press(dialog.confirm)

    assert dialog.edition.error
    assert dialog.isVisible()
    assert len(intake.asked) == 1


def test_what_is_said_of_a_mistake_presses_no_field_together(
    app: QApplication, open_window: OpenWindow
) -> None:
    apply_language(app, "en")
    law, intake = opened(open_window)
    intake.told = undated
    law.page.imports.take([Path("texts")])
    law.window.settle()
    dialog = asked_about(law)
    height = dialog.effective.editor.height()

    law.window.press(dialog.confirm)
    law.window.settle()

    assert dialog.edition.error
    assert dialog.effective.editor.height() == height


def test_a_first_day_before_the_text_was_made_is_refused(open_window: OpenWindow) -> None:
    law, intake = opened(open_window)
    intake.told = undated
    law.page.imports.take([Path("texts")])
    law.window.settle()
    dialog = asked_about(law)
    dialog.edition.set_value(date(2024, 2, 20))
    dialog.effective.set_value(date(2023, 5, 1))

    law.window.press(dialog.confirm)

    assert dialog.effective.error
    assert len(intake.asked) == 1


def test_a_first_day_that_is_assumed_is_asked_about_with_what_is_known(
    open_window: OpenWindow,
) -> None:
    law, intake = opened(open_window)
    assumed = replace(market()[1].edition, basis=EffectiveBasis.ASSUMED)
    intake.told = lambda _paths, _stated: [
        TakenStatute(STALLS.name, TakingOutcome.NEW, assumed, path=STALLS)
    ]
    law.page.imports.take([STALLS])
    law.window.settle()

    dialog = asked_about(law)

    assert "按公布日期推定" in words(report(law))
    assert (dialog.law.value(), dialog.edition.value()) == (assumed.law, assumed.edition)
    assert dialog.effective.value() is None


def test_a_text_that_may_be_cut_off_is_asked_about(open_window: OpenWindow) -> None:
    law, intake = opened(open_window)
    whole = TakenStatute("整部.md", TakingOutcome.NEW, market()[0].edition, path=STALLS)
    half = replace(whole, file="半部.md", edition=market()[1].edition, open_at=23)
    intake.told = lambda _paths, _stated: [whole, half]
    law.page.imports.take([STALLS])
    law.window.settle()

    assert words(report(law)).count("到第 23 条为止") == 1
    assert [taken.file for taken in report(law).taken] == ["半部.md", "整部.md"]


def test_a_text_of_the_package_sends_to_a_file_instead_of_the_command_line(
    open_window: OpenWindow,
) -> None:
    law, intake = opened(open_window)
    intake.told = lambda _paths, _stated: [
        TakenStatute("摊点", TakingOutcome.REFUSED, None, (refused.edition_unknown("摊点"),))
    ]
    law.page.imports.take([Path("laws.db")])
    law.window.settle()

    said = words(report(law))
    assert "请改为导入官方公布的该部法律的文件" in said
    assert "--edition" not in said
    assert not report(law).findChildren(Button, "law.import.state")
