"""What the papers say of a visit, worked out from its events alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.enterprise import PastVisit
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.previous_visit import previous_words
from inspector_app.domain.record import build_record, document_facts
from inspector_app.domain.task import merge_tasks
from inspector_app.domain.visit import Visit
from inspector_app.domain.visit_events import AnswerRecorded
from tests.factory import (
    Chain,
    checklist,
    enterprise,
    moment,
    rights_read,
    task,
    violation,
    visit_started,
)
from tests.factory_visit import finding, folded, graded


def record(visit: Visit) -> dict[str, Any]:
    return build_record(
        visit, at=moment(60).at, checklists=[("要点表甲", "2022"), ("要点表乙", "2023")], fields={}
    )


def visit_after(last: PastVisit | None, *answers: AnswerRecorded) -> Visit:
    shop = enterprise(history=(last,) if last else ())
    return folded(Chain().add(visit_started(enterprise=shop), rights_read(), *answers))


LAST = PastVisit("past", date(2026, 5, 1), "日常", "基本符合", 2, 1, ("HEALTH", "WASH"))


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (None, ""),
        (replace(LAST, not_met=0, items=()), "上次检查（2026年5月1日）未发现不符合项目。"),
        (
            LAST,
            "上次检查（2026年5月1日）发现2项不符合，项目1.2本次已符合，项目2.1本次仍不符合。",
        ),
    ],
)
def test_the_last_visits_failures_are_followed_up(last: PastVisit | None, words: str) -> None:
    visit = visit_after(
        last,
        AnswerRecorded("HEALTH", AnswerValue.MET),
        AnswerRecorded("WASH", AnswerValue.NOT_MET),
    )
    assert previous_words(visit) == words


def test_an_item_excluded_today_is_not_told_as_put_right() -> None:
    visit = visit_after(LAST, AnswerRecorded("WASH", AnswerValue.EXCLUDED, reason="集中消毒"))
    assert previous_words(visit).endswith(
        "发现2项不符合，项目2.1本次为合理缺项，其余1项本次未作评价。"
    )


def test_failures_that_this_visit_does_not_ask_after_are_told_too() -> None:
    last = replace(LAST, items=("OTHER",))
    assert previous_words(visit_after(last)).endswith("发现2项不符合，2项本次未作评价。")


def test_every_merged_checklist_is_named() -> None:
    assert record(folded(graded()))["checklist"] == {
        "title": "要点表甲",
        "edition": "2022",
        "titles": "表一《要点表甲》、表二《要点表乙》",
        "editions": "表一《要点表甲》（2022）、表二《要点表乙》（2023）",
    }


def test_a_single_checklist_is_named_without_a_table_number() -> None:
    visit = folded(graded())
    named = build_record(visit, at=moment(60).at, checklists=[("要点表甲", "2022")], fields={})
    assert named["checklist"]["titles"] == "《要点表甲》"


def test_equal_numbers_of_two_checklists_name_different_items_on_paper() -> None:
    lists = {"a": checklist("a", ("X", "Y", "Z")), "b": checklist("b", ("V", "W"))}
    merged = merge_tasks((task(1, checklists=("b",)), task(2, checklists=("a",))), lists)
    started = replace(visit_started(), items=merged.items, checklists=merged.checklists)
    visit = folded(Chain().add(started, rights_read(), AnswerRecorded("V", AnswerValue.NOT_MET)))
    rows = [row["number"] for row in record(visit)["items"]]
    assert len(set(rows)) == len(rows) == 5
    assert record(visit)["failed_numbers"] == [f"表二{visit.item('V').number}"]


def test_a_finding_put_right_on_the_spot_is_not_ordered_again() -> None:
    open_finding = folded(graded())
    done = folded(graded().add(replace(finding(), on_spot=True)))
    assert document_facts(open_finding)["orders"] == 1
    assert document_facts(done)["orders"] == 0


def test_findings_stand_in_the_order_of_the_checklist() -> None:
    chain = graded().add(
        AnswerRecorded("LICENCE", AnswerValue.NOT_MET), replace(finding("LICENCE"), finding_id="f2")
    )
    rows = record(folded(chain))["findings"]
    assert [row["item_number"] for row in rows] == ["1.1", "1.2"]


def test_only_what_is_fined_after_a_refusal_is_threatened_for_a_refusal() -> None:
    at_once = replace(finding(), violation=violation("M06", penalty=(Citation("某法", 124),)))
    later = replace(
        finding("LICENCE"),
        finding_id="f2",
        violation=violation(prior_steps=("order_correction_refused",)),
        deadline=None,
    )
    chain = graded().add(at_once)
    assert record(folded(chain))["orders"]["consequence"] == ""
    chain.add(AnswerRecorded("LICENCE", AnswerValue.NOT_MET), later)
    orders = record(folded(chain))["orders"]
    assert "第一百二十六条" in orders["consequence"]
    assert "某法" not in orders["consequence"]
    assert orders["deadline_label"] == "立即、于2026年12月1日前"
