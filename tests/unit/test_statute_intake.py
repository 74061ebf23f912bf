"""Taking texts in by the window: what the page asks finds them, what is refused says why."""

from __future__ import annotations

from pathlib import Path

from inspector_app.bootstrap.statute_intake import StatuteIntake
from inspector_app.gui.window_facts import TakingOutcome
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


def test_a_gap_is_refused_until_a_person_says_that_the_text_is_so(tmp_path: Path) -> None:
    file = tmp_path / "茶摊法.txt"
    file.write_text(GAP, encoding="utf-8")
    intake = StatuteIntake(tmp_path / "library")

    (refused,) = intake.files([file])
    (accepted,) = intake.files([file], accept_gaps=True)

    assert (refused.outcome, refused.acceptable) == (TakingOutcome.REFUSED, True)
    assert [error.code for error in refused.errors] == ["statute.article_gap"]
    assert accepted.outcome is TakingOutcome.NEW
