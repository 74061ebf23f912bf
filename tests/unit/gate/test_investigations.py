"""Evidence, interviews, measures and tests: each fact that the rules ask for by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from inspector_app.domain.law.case_facts import (
    EvidenceFacts,
    EvidenceKind,
    ImposedSanction,
    InterviewFacts,
    LabFacts,
)
from inspector_app.domain.law.penalty import SanctionKind
from tests.factory_gate import CHINA, DAY, at, lawful_case
from tests.unit.gate.asking import breaks, said
from tests.unit.gate.changes import both, part, whole


@pytest.mark.parametrize(
    ("people", "pages", "corrections", "told"),
    [
        (("张三",), (2, 2), (1, 1), {}),
        (("张三", "李四"), (2, 2), (0, 0), {"interview_of_several": None}),
        ((), (2, 2), (0, 0), {"interview_of_several": None}),
        (("张三",), (5, 2), (0, 0), {"interview_pages": 3}),
        (("张三",), (2, 3), (0, 0), {}),
        (("张三",), (2, 2), (4, 1), {"interview_corrections": 3}),
        (("张三",), (2, 2), (1, 2), {}),
    ],
)
def test_one_person_confirms_each_page_and_each_correction(
    people: tuple[str, ...],
    pages: tuple[int, int],
    corrections: tuple[int, int],
    told: dict[str, int | None],
) -> None:
    case = whole(interviews=(InterviewFacts("q9", people, *pages, *corrections),))(lawful_case())
    codes = ("interview_of_several", "interview_pages", "interview_corrections")
    found = {code: message for code in codes for message in said(code, case)}
    assert {code: message.facts.get("count") for code, message in found.items()} == told
    assert all(message.facts["record"] == "q9" for message in found.values())


COPY = EvidenceFacts(
    "e9", EvidenceKind.DOCUMENT, original=False, same_as_original=True, origin="当事人提供",
    provided_on=date(2026, 4, 1), signed=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "unstated"),
    [
        ({}, False),
        ({"same_as_original": False}, True),
        ({"origin": " "}, True),
        ({"provided_on": None}, True),
        ({"signed": False}, True),
        ({"original": True, "signed": False, "origin": ""}, False),
    ],
)
def test_a_copy_says_of_what_by_whom_and_when(changes: dict[str, Any], unstated: bool) -> None:
    assert breaks("copy_unstated", whole(evidence=(replace(COPY, **changes),))) is unstated


ELECTRONIC, SOUND = EvidenceKind.ELECTRONIC, EvidenceKind.AUDIOVISUAL
DATA = EvidenceFacts(
    "e9", ELECTRONIC, maker="林知远", method="拷贝", made_at=at(date(2026, 4, 1)), sha256="a" * 64
)


@pytest.mark.parametrize(
    ("changes", "unstated"),
    [
        ({}, False),
        ({"maker": " "}, True),
        ({"method": " "}, True),
        ({"made_at": None}, True),
        # The original of a recording tells for itself how it was made; its copy does not.
        ({"kind": SOUND, "maker": ""}, False),
        ({"kind": SOUND, "maker": "", "original": False}, True),
        ({"kind": EvidenceKind.DOCUMENT, "maker": "", "original": False}, False),
    ],
)
def test_data_and_copied_recordings_say_how_they_were_made(
    changes: dict[str, Any], unstated: bool
) -> None:
    assert breaks("digital_unstated", whole(evidence=(replace(DATA, **changes),))) is unstated


@pytest.mark.parametrize(
    ("kind", "sha256", "unhashed"),
    [(ELECTRONIC, "", True), (ELECTRONIC, "a" * 64, False), (SOUND, "", False)],
)
def test_only_data_is_told_whole_by_its_digest(
    kind: EvidenceKind, sha256: str, unhashed: bool
) -> None:
    data = replace(DATA, kind=kind, sha256=sha256)
    assert breaks("digital_unhashed", whole(evidence=(data,))) is unhashed


@pytest.mark.parametrize(
    ("sound", "transcript", "missing"),
    [(True, " ", True), (True, "文字", False), (False, "", False)],
)
def test_what_can_be_heard_is_written_down(sound: bool, transcript: str, missing: bool) -> None:
    heard = replace(DATA, kind=SOUND, sound=sound, transcript=transcript)
    assert breaks("sound_untranscribed", whole(evidence=(heard,))) is missing


TAKEN = datetime(2026, 4, 1, 11, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("facts", "code"),
    [("registrations", "registration_unapproved"), ("coercions", "coercion_unapproved")],
)
@pytest.mark.parametrize(
    ("approved", "unapproved"),
    [(TAKEN, False), (TAKEN + timedelta(seconds=1), True), (None, True)],
)
def test_what_is_not_urgent_is_approved_by_the_moment_it_is_taken(
    facts: str, code: str, approved: datetime | None, unapproved: bool
) -> None:
    taken = part(facts, 0, taken_at=TAKEN, approved_at=approved, reported_at=TAKEN)
    assert breaks(code, taken) is unapproved


@pytest.mark.parametrize(
    ("facts", "code"),
    [("registrations", "registration_unapproved"), ("coercions", "coercion_unapproved")],
)
def test_what_is_urgent_is_reported_and_approved_after_it(facts: str, code: str) -> None:
    later = TAKEN + timedelta(hours=20)
    urgent = part(facts, 0, urgent=True, taken_at=TAKEN, approved_at=later, reported_at=later)
    unreported = part(facts, 0, urgent=True, taken_at=TAKEN, approved_at=later, reported_at=None)
    assert not breaks(code, urgent)
    assert breaks(code, unreported)


@pytest.mark.parametrize("missing", ["listed", "notice_given"])
def test_a_registration_leaves_a_list_and_a_notice(missing: str) -> None:
    assert breaks("registration_papers", part("registrations", 0, **{missing: False}))


@pytest.mark.parametrize("missing", ["decision_given", "list_given"])
def test_a_seizure_leaves_a_decision_and_a_list(missing: str) -> None:
    assert breaks("coercion_papers", part("coercions", 0, **{missing: False}))


# Registered on Wednesday the first of April: with the days of Qingming (清明) left out, the seventh
# working day is the 13th.
@pytest.mark.parametrize(
    ("disposed", "asked", "lapsed"),
    [
        (date(2026, 4, 13), DAY, False),
        (date(2026, 4, 14), DAY, True),
        (None, date(2026, 4, 13), False),
        (None, date(2026, 4, 14), True),
    ],
)
def test_a_registration_lapses_after_seven_working_days(
    disposed: date | None, asked: date, lapsed: bool
) -> None:
    kept = part("registrations", 0, taken_at=TAKEN, disposed_on=disposed)
    assert breaks("registration_undisposed", kept, asked) is lapsed


@pytest.mark.parametrize(
    ("disposal", "unknown"),
    [
        ("preserved", False),
        ("sent_for_test", False),
        ("seized", False),
        ("confiscated", False),
        ("released", False),
        ("kept", True),
        ("", True),
    ],
)
def test_a_registration_ends_in_one_of_five_ways(disposal: str, unknown: bool) -> None:
    assert breaks("disposal_unknown", part("registrations", 0, disposal=disposal)) is unknown
    waits = part("registrations", 0, disposal=disposal, disposed_on=None)
    assert not breaks("disposal_unknown", waits)


@pytest.mark.parametrize(
    ("days", "more", "too_long"), [(30, 45, False), (31, 0, True), (30, 46, True), (31, 46, True)]
)
def test_neither_the_term_of_a_seizure_nor_its_extension_is_too_long(
    days: int, more: int, too_long: bool
) -> None:
    assert breaks("coercion_too_long", part("coercions", 0, days=days, more_days=more)) is too_long


@pytest.mark.parametrize(
    ("changes", "untold"),
    [
        ({"more_days": 0, "extension_told": False, "test_days": 0, "test_told": False}, False),
        ({"more_days": 1, "extension_told": False}, True),
        ({"test_days": 1, "test_told": False}, True),
        ({"more_days": 1, "extension_told": True, "test_days": 1, "test_told": True}, False),
    ],
)
def test_an_extension_and_the_days_of_a_test_are_told(
    changes: dict[str, Any], untold: bool
) -> None:
    assert breaks("coercion_extension_untold", part("coercions", 0, **changes)) is untold


# Seized on 3 April: thirty days end on 3 May, five of a test more on the 8th, an extension
# of ten on the 18th.
@pytest.mark.parametrize(
    ("changes", "last"),
    [
        ({}, date(2026, 5, 3)),
        ({"test_days": 5}, date(2026, 5, 8)),
        ({"more_days": 10, "test_days": 5}, date(2026, 5, 18)),
    ],
)
def test_what_was_seized_is_released_when_its_days_are_over(
    changes: dict[str, Any], last: date
) -> None:
    held = {"days": 30, "more_days": 0, "test_days": 0, "released_on": None} | changes
    kept = part("coercions", 0, **held)
    assert not breaks("coercion_not_released", kept, last)
    assert breaks("coercion_not_released", kept, last + timedelta(days=1))
    ended = part("coercions", 0, **held | {"ended_ground": True})
    assert breaks("coercion_not_released", ended, last)
    released = part("coercions", 0, **held | {"ended_ground": True, "released_on": last})
    assert not breaks("coercion_not_released", released, DAY)


# Seized on 3 April for 80 days in all, to 22 June; the decision of 15 June confiscates the food.
@pytest.mark.parametrize(
    ("decided", "sanctions", "code"),
    [
        (date(2026, 6, 22), None, "coercion_rest"),
        (date(2026, 6, 23), None, "coercion_not_released"),
        (date(2026, 6, 22), (ImposedSanction(SanctionKind.FINE, 60_000),), "coercion_not_released"),
    ],
)
def test_what_is_confiscated_in_time_is_not_to_be_released(
    decided: date, sanctions: tuple[ImposedSanction, ...] | None, code: str
) -> None:
    told: dict[str, Any] = {"on": decided} | ({"sanctions": sanctions} if sanctions else {})
    held = both(part("coercions", 0, released_on=None), part("decision", **told))
    others = {"coercion_rest", "coercion_not_released"} - {code}
    assert breaks(code, held, DAY)
    assert not breaks(others.pop(), held, DAY)
    assert not breaks("coercion_rest", held, date(2026, 6, 22))
    ground = both(held, part("coercions", 0, ended_ground=True))
    assert breaks("coercion_not_released", ground, DAY)
    assert not breaks("coercion_rest", ground, DAY)


def test_of_two_seizures_the_one_that_was_released_hides_no_other() -> None:
    case = lawful_case()
    (released,) = case.coercions
    kept = replace(released, id="查封2", released_on=None, ended_ground=True)
    (message,) = said("coercion_not_released", replace(case, coercions=(released, kept)))
    assert message.facts["measure"] == "查封2"


@pytest.mark.parametrize(
    ("absent", "witness", "missing"),
    [(True, " ", True), (True, "王路过", False), (False, "", False)],
)
def test_a_seizure_without_the_party_has_a_witness(
    absent: bool, witness: str, missing: bool
) -> None:
    alone = part("coercions", 0, party_absent=absent, witness=witness)
    assert breaks("coercion_witness", alone) is missing


def test_a_law_that_asks_for_no_higher_approval_is_passed_over() -> None:
    case = lawful_case()
    (food,) = case.coercions
    rivals = replace(food, id="查封2", law="反不正当竞争法", basis="16", more_days=0)
    told = said("coercion_approver", replace(case, coercions=(food, rivals)))
    assert [(m.facts["measure"], m.facts["level"]) for m in told] == [("查封2", "设区的市级")]


# Told on Tuesday 21 April: the seventh working day is the 30th.
TEST = LabFacts("检9", date(2026, 4, 20), date(2026, 4, 21), retest_right_told=True)


@pytest.mark.parametrize(
    ("changes", "asked", "open_"),
    [
        ({}, date(2026, 4, 30), True),
        ({}, date(2026, 5, 1), False),
        ({"retest_right_told": False}, DAY, True),
        ({"food": False}, date(2026, 4, 30), False),
        ({"told_on": None}, date(2026, 4, 30), False),
    ],
)
def test_a_test_of_food_may_be_made_again_for_seven_working_days_after_it_was_told(
    changes: dict[str, Any], asked: date, open_: bool
) -> None:
    tests = whole(tests=(replace(TEST, **changes),))
    assert breaks("retest_open", tests, asked) is open_


def test_a_test_that_cannot_be_made_again_hides_no_other() -> None:
    drug, untold = replace(TEST, id="检8", food=False), replace(TEST, retest_right_told=False)
    (message,) = said("retest_open", whole(tests=(drug, untold))(lawful_case()))
    assert message.facts["test"] == "检9"
