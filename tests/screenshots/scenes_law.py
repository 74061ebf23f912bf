"""法规, with made-up statutes: searched, read, compared, imported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector_app.domain.errors import UserError
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import EffectiveBasis
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.pages.law.import_report import ImportReport
from inspector_app.gui.pages.law.page import LawPage
from inspector_app.gui.pages.law.statement_dialog import StatementDialog
from inspector_app.gui.pages.law.view_model import Days
from inspector_app.gui.window_facts import TakenStatute, TakingOutcome
from tests.fakes.statutes import made_up, many_articles
from tests.gui.factory_demo import DemoOffice
from tests.gui.factory_law import MARKET, STALLS, example_texts, market, weights
from tests.screenshots.scenes_pages import window
from tests.screenshots.stage import Stage, scene


@cache
def office() -> DemoOffice:
    made = DemoOffice()
    catalogue = made.packs.catalogue()
    made.statutes.add(*market(), weights(), many_articles(STALLS, 1200))
    made.statutes.add(*example_texts(entry.violation for entry in catalogue))
    return made


def law(stage: Stage) -> tuple[MainWindow, LawPage]:
    made = window(stage, "law", office())
    page = made.page("law")
    assert isinstance(page, LawPage)
    return made, page


@scene("law")
def law_search(stage: Stage) -> QWidget:
    made, page = law(stage)
    page.search("摊点 盲道")
    stage.settle()
    page.finder.found.choose(2)
    return made


@scene("law-citation")
def law_citation(stage: Stage) -> QWidget:
    made, page = law(stage)
    page.search("食品安全法 126(1)(六)")
    stage.settle()
    page.panes.show_detail()
    return made


@scene("law-compare")
def law_compare(stage: Stage) -> QWidget:
    made, page = law(stage)
    days = Days(date(2023, 8, 1), date(2026, 11, 1))
    page.open_place(Citation(MARKET, 6, 1), days)
    stage.settle()
    return made


@scene("law-renumbered")
def law_renumbered(stage: Stage) -> QWidget:
    kept = "摊主应当在每日收摊之前把摊位及其周围打扫干净，并且把垃圾运到指定的地点。"
    old = f"第一条 茶要热。\n第二条 {kept}\n第三条 秤要准。"
    new = f"第一条 茶要热。\n第二条 碗要新，杯要亮，壶要满。\n第三条 {kept[:-1]}；雨天也一样。"
    made = DemoOffice()
    made.statutes.add(
        made_up(MARKET, old, date(2019, 1, 1)), made_up(MARKET, new, date(2024, 1, 1))
    )
    shown = window(stage, "law", made)
    page = shown.page("law")
    assert isinstance(page, LawPage)
    page.open_place(Citation(MARKET, 2), Days(date(2023, 8, 1), date(2026, 11, 1)))
    stage.settle()
    return shown


@scene("law-missing")
def law_missing(stage: Stage) -> QWidget:
    made, page = law(stage)
    page.search("集市法第九十九条")
    stage.settle()
    return made


@scene("law-outline")
def law_outline(stage: Stage) -> QWidget:
    made, page = law(stage)
    page.open_place(Citation(MARKET, 4, 1, 2))
    stage.settle()
    page.finder.chips[type(page.finder.shown).OUTLINE].click()
    return made


@scene("law-laws")
def law_laws(stage: Stage) -> QWidget:
    return law(stage)[0]


@scene("law-empty")
def law_empty(stage: Stage) -> QWidget:
    return window(stage, "law", DemoOffice())


@scene("law-import")
def law_import(stage: Stage) -> QWidget:
    _, page = law(stage)
    report = ImportReport(page)
    report.begin()
    report.add(taken())
    report.finish()
    return report


@scene("law-statement")
def law_statement(stage: Stage) -> QWidget:
    _, page = law(stage)
    dialog = StatementDialog(taken()[-1], page)
    dialog.confirm.click()
    return dialog


def taken() -> list[TakenStatute]:
    """A text taken in, one there already, one accepted as it stands, three refused."""
    old, new = market()
    gap = UserError(
        "statute.article_gap",
        "集市法.md 第 41 行：第九条之前应是第八条，条号不连续。",
        facts={"file": "集市法.md", "line": 41, "article": "第九条", "expected": "第八条"},
    )
    decision = UserError(
        "statute.amendment",
        "关于修改集市法的决定.docx 是修正案或修改决定（关于修改集市法的决定），不是法律全文。",
        mend="请导入按其修改后重新公布的全文。",
        facts={"file": "关于修改集市法的决定.docx", "title": "关于修改集市法的决定"},
    )
    undated = UserError(
        "statute.edition_unknown",
        "摊点条例.txt 看不出是哪一年公布或者修改的文本。",
        facts={"file": "摊点条例.txt"},
    )
    assumed = replace(old.edition, basis=EffectiveBasis.ASSUMED)
    return [
        TakenStatute("集市法.docx", TakingOutcome.NEW, new.edition),
        TakenStatute("集市法2015.txt", TakingOutcome.NEW, assumed, path=Path("集市法2015.txt")),
        TakenStatute("集市法2019.md", TakingOutcome.UNCHANGED, old.edition),
        TakenStatute("用秤办法.txt", TakingOutcome.NEW, weights().edition, (gap,)),
        TakenStatute("集市法.md", TakingOutcome.REFUSED, errors=(gap,), acceptable=True),
        TakenStatute("关于修改集市法的决定.docx", TakingOutcome.REFUSED, errors=(decision,)),
        TakenStatute(
            "摊点条例.txt",
            TakingOutcome.REFUSED,
            errors=(undated,),
            path=Path("摊点条例.txt"),
        ),
    ]
