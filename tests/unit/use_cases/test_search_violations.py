"""What an officer says in own words becomes ranked violations, each with why it binds or does not."""

from inspector_app.domain.law.matching import Guard, ReasonCode
from tests.factory import enterprise
from tests.fakes.workplace import Office


def test_own_words_find_the_violation_and_say_by_which(office: Office) -> None:
    (found, *_) = office.do.search_violations("厨师没有健康证明")

    assert found.violation.id == "M44"
    assert any("健康证明" in word for word in found.words)
    assert (found.reasons, found.excluded) == ((), None)


def test_for_a_visit_it_says_why_the_duty_binds(office: Office) -> None:
    visit_id = office.arrived()

    (found, *_) = office.do.search_violations("厨师没有健康证明", visit_id)

    assert [reason.code for reason in found.reasons] == [ReasonCode.ACTIVITY]


def test_what_does_not_bind_the_party_comes_last_with_its_guard(office: Office) -> None:
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(activities=("production",))])
    visit_id = office.arrived()

    found = office.do.search_violations("厨师没有健康证明", visit_id)

    last = next(each for each in found if each.violation.id == "M44")
    assert last.excluded is not None
    assert last.excluded.guard is Guard.ACTIVITY
    assert [each.excluded is not None for each in found] == sorted(
        each.excluded is not None for each in found
    )


def test_words_of_nothing_find_nothing(office: Office) -> None:
    assert office.do.search_violations("2026-11-22") == ()
