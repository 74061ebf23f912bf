"""A library that has only an older text than packs cite says so, and proves nothing by it.

The words are made up; only the law's name and the days of its editions are real.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspector_app.bootstrap.statutes import STATUTES, LaptopStatutes
from inspector_app.cli import main
from inspector_app.domain.law.case_facts import CaseFacts, FindingFacts, InspectionFacts
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import Provision, Unresolved, UnresolvedReason
from inspector_app.domain.law.then_and_now import changed_on
from inspector_app.domain.plain import to_plain
from tests.factory import FOOD_LAW
from tests.factory_gate import expired_food
from tests.functional.verifying import Capture
from tests.shipped_law import shipped_library

OLD, NEW, BEGINS = date(2021, 4, 29), date(2025, 9, 12), date(2025, 12, 1)
_TEXT = """# 中华人民共和国食品安全法

{day}第十三届全国人民代表大会常务委员会第二十八次会议通过

<!-- INFO END -->

第一条 摊主应当备茶。

第二条 违反前条规定的，处五百元罚款。{more}

第三条 本法自{begins}起施行。
"""
_OLDER = _TEXT.format(day="2021年4月29日", begins="2021年4月29日", more="")
_LATER = _TEXT.format(day="2025年9月12日", begins="2025年12月1日", more="\n\n情节轻微的，不处罚。")
_ADDED = Citation(FOOD_LAW, 2, 2)


def imported(folder: Path, *texts: str) -> Path:
    for number, text in enumerate(texts):
        path = folder / f"{number}.md"
        path.write_text(text, encoding="utf-8")
        assert main(["law", "import", str(path), "--folder", str(folder / "home")]) == 0
    return folder / "home"


@pytest.fixture
def home(tmp_path: Path, capsys: Capture) -> Path:
    home = imported(tmp_path, _OLDER)
    capsys.readouterr()
    return home


@pytest.mark.parametrize(
    ("day", "edition"),
    [(date(2025, 11, 30), OLD), (BEGINS, None), (date(2026, 11, 22), None), (OLD, OLD)],
)
def test_an_older_text_ends_where_the_cited_one_begins(
    home: Path, day: date, edition: date | None
) -> None:
    shelf = LaptopStatutes.of_packs(home / STATUTES, shipped_library().packs)
    found = shelf.resolve(Citation("食品安全法", 2), day)
    if edition is not None:
        assert isinstance(found, Provision)
        assert found.edition.edition == edition
        assert found.edition.effective_to == BEGINS
    else:
        assert isinstance(found, Unresolved)
        assert found.reason is UnresolvedReason.LATER_TEXT
        assert found.older is not None
        assert (found.older.edition, found.wanted) == (OLD, NEW)
        assert shelf.edition_on(FOOD_LAW, day) is None


def test_whether_words_changed_is_not_told_by_a_text_that_is_not_here(home: Path) -> None:
    shelf = LaptopStatutes.of_packs(home / STATUTES, shipped_library().packs)
    assert changed_on(shelf, Citation(FOOD_LAW, 2), date(2025, 11, 1), date(2026, 1, 5)) is None


def test_with_the_later_text_the_library_answers_by_itself(tmp_path: Path) -> None:
    home = imported(tmp_path, _OLDER, _LATER)
    shelf = LaptopStatutes.of_packs(home / STATUTES, shipped_library().packs)
    assert isinstance(shelf.resolve(_ADDED, BEGINS), Provision)
    before = shelf.resolve(_ADDED, date(2025, 11, 30))
    assert isinstance(before, Unresolved)
    assert before.reason is UnresolvedReason.NO_PARAGRAPH


def test_a_place_that_the_older_text_lacks_is_not_said_not_to_exist(
    home: Path, capsys: Capture
) -> None:
    assert main(["law", "show", "食品安全法2(2)", "--on", "2026-04-01", "--folder", str(home)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    (said,) = told.err.splitlines()
    assert "不存在" not in said
    assert "较早的文本（2021-04-29），当日施行的文本（2025-09-12）未导入" in said


def test_a_program_reads_that_the_words_are_not_those_of_the_day(
    home: Path, capsys: Capture
) -> None:
    show = ["law", "show", "食品安全法2", "--on", "2026-04-01", "--folder", str(home)]
    assert main([*show, "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["citations"]
    assert (told["unresolved"], told["wanted"]) == ("later_text", "2025-09-12")
    assert told["edition"]["edition"] == "2021-04-29"


def test_words_found_in_an_older_text_are_marked(home: Path, capsys: Capture) -> None:
    find = ["law", "find", "备茶", "--folder", str(home)]
    assert main([*find, "--on", "2026-04-01"]) == 0
    assert "〔2021-04-29 的文本，不是当日的〕" in capsys.readouterr().out
    assert main([*find, "--on", "2025-11-30"]) == 0
    assert "〔" not in capsys.readouterr().out


def case_citing(clause: Citation) -> CaseFacts:
    violation = replace(expired_food(), duty=(clause,), penalty=())
    seen = InspectionFacts(
        date(2026, 4, 1), findings=(FindingFacts("f1", "A1", violation, "如文"),)
    )
    return CaseFacts("case", inspection=seen)


@pytest.mark.parametrize(
    ("texts", "blocked"), [((_OLDER,), False), ((_OLDER, _LATER), True), ((_LATER,), True)]
)
def test_the_gate_blocks_by_the_text_of_the_day_only(
    tmp_path: Path, texts: tuple[str, ...], blocked: bool, capsys: Capture
) -> None:
    home = imported(tmp_path, *texts)
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(to_plain(case_citing(Citation(FOOD_LAW, 2, 3)))), "utf-8")
    main(["gate", str(facts), "--on", "2026-04-02", "--folder", str(home)])
    assert ("R39" in capsys.readouterr().out) is blocked
