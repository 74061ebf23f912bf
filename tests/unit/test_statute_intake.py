"""Taking texts in by the window: what the page asks finds them, what is refused says why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inspector_app.bootstrap.statute_intake import StatuteIntake
from inspector_app.domain.errors import UserError
from inspector_app.gui.window_facts import StatedOfText, TakingOutcome
from inspector_app.statutes import read_package
from inspector_app.statutes.library import StatuteLibrary

TEXT = """中华人民共和国茶摊法
（2020年3月1日公布）
第一条 茶要热。
第二条 茶摊应当遵守下列规定：
（一）洗碗；
（二）换水。
第三条 本法自2020年6月1日起施行。
"""
GAP = TEXT.replace("第三条", "第五条")


def test_a_text_taken_in_is_in_the_library(tmp_path: Path) -> None:
    (tmp_path / "茶摊法.txt").write_text(TEXT, encoding="utf-8")

    (taken,) = StatuteIntake(tmp_path / "library").files([tmp_path / "茶摊法.txt"])

    library = StatuteLibrary(tmp_path / "library")
    assert taken.outcome is TakingOutcome.NEW
    assert [edition.law for edition in library.editions()] == ["中华人民共和国茶摊法"]
    library.close()


def test_a_text_that_may_be_cut_off_says_where_until_it_is_known(tmp_path: Path) -> None:
    file = tmp_path / "茶摊法.txt"
    file.write_text(TEXT.partition("第三条")[0], encoding="utf-8")
    intake = StatuteIntake(tmp_path / "library")

    told = [each.open_at for _ in range(2) for each in intake.files([file])]

    assert told == [2, 0]


def test_a_gap_is_refused_until_a_person_says_that_the_text_is_so(tmp_path: Path) -> None:
    file = tmp_path / "茶摊法.txt"
    file.write_text(GAP, encoding="utf-8")
    intake = StatuteIntake(tmp_path / "library")

    (refused,) = intake.files([file])
    (accepted,) = intake.files([file], accept_gaps=True)

    assert (refused.outcome, refused.acceptable) == (TakingOutcome.REFUSED, True)
    assert [error.code for error in refused.errors] == ["statute.article_gap"]
    assert accepted.outcome is TakingOutcome.NEW


def test_a_package_that_is_not_installed_asks_for_texts_instead_of_a_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_package, "installed_data", lambda: None)

    with pytest.raises(UserError) as told:
        list(StatuteIntake(tmp_path / "library").package())

    assert told.value.code == "statute.no_package_here"


def test_a_text_that_tells_no_day_is_taken_with_what_a_person_states(tmp_path: Path) -> None:
    file = tmp_path / "无标题.txt"
    file.write_text("第一条 茶要热。\n第二条 水要净。\n", encoding="utf-8")
    intake = StatuteIntake(tmp_path / "library")
    stated = StatedOfText("中华人民共和国茶摊法", date(2020, 3, 1), date(2020, 6, 1))

    (refused,) = intake.files([file])
    (taken,) = intake.files([file], stated=stated)

    assert [error.code for error in refused.errors] == ["statute.edition_unknown"]
    assert refused.path == taken.path == file
    edition = taken.edition
    assert edition is not None
    assert (edition.law, edition.edition, edition.effective_from) == (
        "中华人民共和国茶摊法",
        date(2020, 3, 1),
        date(2020, 6, 1),
    )


def test_other_words_replace_those_on_the_device_only_when_a_person_says_so(tmp_path: Path) -> None:
    file = tmp_path / "茶摊法.txt"
    file.write_text(TEXT, encoding="utf-8")
    intake = StatuteIntake(tmp_path / "library")
    list(intake.files([file]))
    file.write_text(TEXT.replace("茶要热", "茶要凉"), encoding="utf-8")

    (refused,) = intake.files([file])
    (taken,) = intake.files([file], stated=StatedOfText(replacing=True))

    assert [error.code for error in refused.errors] == ["statute.changed_since"]
    assert taken.outcome is TakingOutcome.REPLACED
