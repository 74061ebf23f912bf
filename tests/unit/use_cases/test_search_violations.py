"""What an officer says in own words becomes ranked violations, each with why it binds or does not."""

from dataclasses import replace
from datetime import date

from inspector_app.application.search_violations import FoundViolations
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.matching import Guard, ReasonCode
from inspector_app.domain.law.violation import Verification, Violation
from tests.factory import checklist, enterprise, violation
from tests.fakes.workplace import Office, ShelfOfPacks


def test_own_words_find_the_violation_and_say_by_which(office: Office) -> None:
    (found, *_) = office.do.search_violations("厨师没有健康证明").ranked

    assert found.violation.id == "M44"
    assert any("健康证明" in word for word in found.words)
    assert (found.reasons, found.excluded) == ((), None)


def test_for_a_visit_it_says_why_the_duty_binds(office: Office) -> None:
    visit_id = office.arrived()

    (found, *_) = office.do.search_violations("厨师没有健康证明", visit_id).ranked

    assert [reason.code for reason in found.reasons] == [ReasonCode.ACTIVITY]


def test_what_does_not_bind_the_party_comes_last_with_its_guard(office: Office) -> None:
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(activities=("production",))])
    visit_id = office.arrived()

    found = office.do.search_violations("厨师没有健康证明", visit_id).ranked

    last = next(each for each in found if each.violation.id == "M44")
    assert last.excluded is not None
    assert last.excluded.guard is Guard.ACTIVITY
    assert [each.excluded is not None for each in found] == sorted(
        each.excluded is not None for each in found
    )


def test_words_of_nothing_find_nothing(office: Office) -> None:
    assert office.do.search_violations("2026-11-22") == FoundViolations(())


def knowing(office: Office, also: Violation) -> Office:
    """The office, whose packs hold another violation."""
    definition = checklist()
    known = {**definition.violations, also.id: also}
    shelf = ShelfOfPacks({"catering": replace(definition, violations=known)})
    object.__setattr__(office.do.place, "packs", shelf)
    return office


def test_what_fits_best_and_is_not_verified_is_told_but_not_offered(office: Office) -> None:
    recalled = violation("M90", wording="未按规定公示菜品来源", verification=Verification.RECALLED)
    found = knowing(office, recalled).do.search_violations("菜单没有公示菜品来源")

    assert [(each.violation.id, each.guard) for each in found.unusable] == [("M90", Guard.RECALLED)]
    assert "M90" not in {each.violation.id for each in found.ranked}


def test_a_law_that_holds_only_from_a_later_day_is_told_with_that_day(office: Office) -> None:
    later = violation(
        "SB90",
        wording="未按规定公示菜品来源",
        duty=(Citation("菜品法", 3),),
        penalty=(Citation("菜品法", 9),),
        valid_from=date(2027, 1, 1),
    )
    found = knowing(office, later).do.search_violations("菜单没有公示菜品来源")

    (told,) = found.unusable
    assert (told.violation.id, told.guard, told.facts) == ("SB90", Guard.NOT_YET, ("2027-01-01",))
    assert "SB90" not in {each.violation.id for each in found.ranked}


def test_what_is_verified_and_in_force_comes_without_a_warning(office: Office) -> None:
    assert office.do.search_violations("厨师没有健康证明").unusable == ()
