"""The rules common to all domains: deadlines, and the tables of days off against another source."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from chinese_calendar import is_workday

from inspector_app.assets import forms_dir
from inspector_app.domain.checklist import PackRef
from inspector_app.domain.law.deadline_kinds import DeadlineKind, DeadlineUnit, LapseEffect
from inspector_app.domain.law.deadlines import Suspension, due
from inspector_app.domain.law.violation import Verification
from inspector_app.domain.law.work_calendar import WorkCalendar, days_between
from inspector_app.packs import Pack, PackLibrary, from_compiled
from tests.shipped_law import project_keys

WD, CD = DeadlineUnit.WORKING_DAY, DeadlineUnit.CALENDAR_DAY
YEARS = (2024, 2025, 2026)
# domain-facts §2.9: length, extensions and unit of every kind.
TABLE = {
    "D1": (15, [15], WD),
    "D2": (24, [], DeadlineUnit.HOUR),
    "D3": (7, [], WD),
    "D4": (30, [30], CD),
    "D5": (30, [45], CD),
    "D6": (5, [], WD),
    "D7": (7, [], WD),
    "D8": (10, [0], WD),
    "D9": (90, [30, 0], CD),
    "D10": (7, [], WD),
    "D11": (30, [], CD),
    "D12": (15, [], CD),
    "D13": (34, [], CD),
    "D14a": (2, [], WD),
    "D14b": (2, [], WD),
    "D15": (7, [], WD),
    "D16": (10, [], WD),
    "D17": (3, [], DeadlineUnit.MONTH),
    "D18": (15, [], WD),
    "D19a": (20, [], WD),
    "D19b": (10, [], WD),
    "D19c": (10, [], WD),
    "D20": (3, [], WD),
    "D21": (20, [], WD),
    "D22a": (7, [], WD),
    "D22b": (4, [], DeadlineUnit.HOUR),
    "D23": (15, [0], WD),
    "D24a": (2, [], DeadlineUnit.YEAR),
    "D24b": (5, [], DeadlineUnit.YEAR),
    "D25a": (60, [], CD),
    "D25b": (6, [], DeadlineUnit.MONTH),
    "D25c": (15, [], CD),
    "D25d": (15, [], CD),
    "D26": (2, [], DeadlineUnit.YEAR),
    "D27": (3, [], DeadlineUnit.MONTH),
    "D28": (7, [], WD),
    "D29": (60, [], CD),
    "D30": (15, [], CD),
}


@pytest.fixture(scope="module")
def library() -> PackLibrary:
    return PackLibrary([forms_dir() / "law-base"], project_keys())


@pytest.fixture(scope="module")
def kinds(library: PackLibrary) -> Mapping[str, DeadlineKind]:
    return library.deadlines()


@pytest.fixture(scope="module")
def calendar(library: PackLibrary) -> WorkCalendar:
    return library.work_calendar()


@pytest.mark.parametrize("year", YEARS)
def test_every_day_is_what_another_source_says_of_it(year: int, calendar: WorkCalendar) -> None:
    days = days_between(date(year, 1, 1), date(year, 12, 31))

    assert not [day for day in days if is_workday(day) != calendar.is_working(day)]


@pytest.mark.parametrize("year", YEARS)
def test_every_weekend_day_that_is_worked_is_one_of_the_other_source(
    year: int, calendar: WorkCalendar
) -> None:
    weekends = (
        day for day in days_between(date(year, 1, 1), date(year, 12, 31)) if day.weekday() >= 5
    )

    assert set(calendar.tables[year].make_up) == {day for day in weekends if is_workday(day)}


def test_every_term_is_there_with_its_number(kinds: Mapping[str, DeadlineKind]) -> None:
    found = {
        key: (kind.length, [more.length for more in kind.extensions], kind.unit)
        for key, kind in kinds.items()
    }

    assert found == TABLE


def test_every_term_was_read_in_the_law(kinds: Mapping[str, DeadlineKind]) -> None:
    assert {kind.verification for kind in kinds.values()} == {Verification.VERIFIED}
    assert all(kind.basis and kind.source for kind in kinds.values())


def test_plain_weekends_do_not_move_a_last_day_until_that_is_verified(
    library: PackLibrary, calendar: WorkCalendar
) -> None:
    (pack,) = library.packs()

    assert not calendar.weekends_roll_over
    assert pack.parameters["deadline.weekends_roll_over"].status is Verification.RECALLED


def test_evidence_registered_before_the_national_day_of_2026(
    kinds: Mapping[str, DeadlineKind], calendar: WorkCalendar
) -> None:
    counted = due(kinds["D3"], date(2026, 9, 29), calendar)

    # 30 September, then 8, 9 and the worked Saturday 10, and 12, 13, 14 October.
    assert counted.last == date(2026, 10, 14)
    assert counted.kind.lapse is LapseEffect.LAPSES


def test_a_seizure_of_food_with_extension_and_test(
    kinds: Mapping[str, DeadlineKind], calendar: WorkCalendar
) -> None:
    test = Suspension(date(2026, 3, 10), date(2026, 3, 19))

    counted = due(kinds["D5"], date(2026, 3, 2), calendar, extensions=[45], suspensions=[test])

    assert counted.last == date(2026, 3, 2) + timedelta(days=30 + 45 + 10)


def test_payment_that_ends_within_days_off_ends_after_them(
    kinds: Mapping[str, DeadlineKind], calendar: WorkCalendar
) -> None:
    assert due(kinds["D12"], date(2026, 9, 18), calendar).last == date(2026, 10, 8)


def test_packs_of_law_are_not_decoded_for_checklists_and_documents(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    decoded: list[str] = []

    def noting(data: bytes, expected: PackRef | None = None) -> Pack:
        pack = from_compiled(data, expected)
        decoded.append(pack.ref.id)
        return pack

    monkeypatch.setattr("inspector_app.packs.library.from_compiled", noting)
    library = PackLibrary([forms_dir()], project_keys())

    assert library.checklists()
    assert library.document_templates()
    assert not [name for name in decoded if name.startswith("law-")]
