"""What a finding is must stand in the catalogue: a laptop can write anything into a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspector_app.domain.checklist import AnswerValue, PackRef
from inspector_app.domain.journal import Event
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import MeasureKind, Violation
from inspector_app.domain.visit_events import AnswerRecorded, FindingConfirmed, VisitEvent
from inspector_app.server.desk import Desk
from inspector_app.wire.journal import Refusal
from tests.contract.server.senders import alarm_codes, sender
from tests.factory import FOOD_LAW, visit_started
from tests.factory_sync import LAWFUL, chained, handed_in
from tests.kept_editions import catalogue_of, keep
from tests.shipped_law import shipped_catalogue, shipped_food

FAILED = AnswerRecorded("HEALTH", AnswerValue.NOT_MET)
NOBODYS = PackRef("law-catalogue", "9.9", "e" * 64)
SHIPPED = shipped_food().violations["M44"]
OLDER = replace(SHIPPED, wording="使用没有健康证明的人员")


def found(violation: Violation, pack: PackRef | None) -> FindingConfirmed:
    told = ("一名从业人员未能出示有效健康证明。", (MeasureKind.OPEN_CASE,), "办理健康证明。")
    return FindingConfirmed("f1", "HEALTH", violation, *told, None, pack=pack)


def case_of(violation: Violation, pack: PackRef | None) -> list[Event]:
    """A case with that finding, from the door to its submission."""
    started = visit_started(visit_id="v1")
    happened = (started, *LAWFUL[1:5], FAILED, found(violation, pack))
    return chained("v1", handed_in(happened))


def told_of(desk: Desk, events: list[Event]) -> list[Refusal]:
    """What the server sets aside, but for what only waits behind it."""
    receipt = sender(desk).record(events)
    return [each for each in receipt.refused if each.code != "stream.blocked"]


FORGERIES: dict[str, Callable[[Violation], Violation]] = {
    "a law that is none": lambda v: replace(v, penalty=(Citation("某某胡编法", 1),)),
    "an article that is none": lambda v: replace(v, duty=(Citation(FOOD_LAW, 999, 1),)),
    "words of their own": lambda v: replace(v, wording="老板不配合"),
    "no end": lambda v: replace(v, valid_from=date(2020, 1, 1)),
    "no sanctions": lambda v: replace(v, sanctions=()),
    "an entry that is none": lambda v: replace(v, id="ZZ99"),
}


@pytest.mark.parametrize("named", [shipped_food().ref, None], ids=["named", "unnamed"])
@pytest.mark.parametrize("way", FORGERIES)
def test_a_document_on_a_violation_that_the_catalogue_does_not_have_is_set_aside(
    way: str, named: PackRef | None, desk: Desk
) -> None:
    forged = FORGERIES[way](SHIPPED)
    (refusal,) = told_of(desk, case_of(forged, named))
    assert refusal.code == "issue.violation_altered"
    assert refusal.reason.endswith(f"{forged.id}：“{forged.wording}”。")
    assert "issue.violation_altered" in alarm_codes(desk)


@pytest.mark.parametrize("named", [shipped_food().ref, NOBODYS, None])
def test_a_violation_as_the_catalogue_has_it_comes_in(named: PackRef | None, desk: Desk) -> None:
    assert told_of(desk, case_of(SHIPPED, named)) == []


def test_what_the_officers_looked_up_comes_in_though_the_visit_names_no_such_pack(
    desk: Desk,
) -> None:
    pack = shipped_catalogue()
    looked_up = next(v for v in pack.violations.values() if not v.scope.activities)
    assert looked_up.id not in shipped_food().violations
    assert told_of(desk, case_of(looked_up, pack.ref)) == []


def test_a_violation_of_an_edition_not_held_waits_for_it_and_is_no_breach(desk: Desk) -> None:
    (refusal,) = told_of(desk, case_of(OLDER, NOBODYS))
    assert refusal.code == "issue.violation_unknown"
    assert OLDER.wording in refusal.reason
    assert alarm_codes(desk) == set()


@pytest.mark.parametrize(
    ("until", "codes"),
    [
        (None, []),
        (date(2026, 11, 21), []),
        # Nobody could begin by it any more.
        (date(2026, 11, 20), ["issue.violation_altered"]),
    ],
)
def test_an_older_edition_is_right_for_a_laptop_that_was_away(
    until: date | None, codes: list[str], desk: Desk, tmp_path: Path
) -> None:
    named = keep(tmp_path / "data", catalogue_of(OLDER, valid_to=until))
    assert [each.code for each in told_of(desk, case_of(OLDER, named))] == codes


def test_a_violation_of_another_edition_than_the_named_one_is_altered(
    desk: Desk, tmp_path: Path
) -> None:
    named = keep(tmp_path / "data", catalogue_of(OLDER))
    (refusal,) = told_of(desk, case_of(SHIPPED, named))
    assert refusal.code == "issue.violation_altered"


def test_a_finding_forged_behind_the_paper_is_found_when_the_case_is_handed_in(desk: Desk) -> None:
    forged = found(FORGERIES["words of their own"](SHIPPED), None)
    happened: tuple[VisitEvent, ...] = (visit_started(visit_id="v1"), *LAWFUL[1:])
    *_, completed, submitted = handed_in(happened)
    told = (*happened, FAILED, forged)
    graded = handed_in(told)[len(told)]
    events = chained("v1", (*told, graded, completed, submitted))
    (refusal,) = told_of(desk, events)
    assert (refusal.code, refusal.seq) == ("submission.violation_altered", events[-1].seq)
