"""A visit as the use cases walk it, from the door to its end: nothing is lost on the way."""

from datetime import timedelta

import pytest

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import UserError
from inspector_app.domain.journal import verify_chain
from inspector_app.domain.officer import Officer
from inspector_app.domain.projection import project_visit
from inspector_app.domain.review import Review, ReviewStatus
from inspector_app.domain.visit import DocumentStatus, Step
from inspector_app.domain.visit_journal import visit_stream
from tests.factory import TODAY, officer
from tests.fakes.workplace import Office


def test_a_visit_goes_from_the_door_to_review(office: Office) -> None:
    visit_id = office.finished()
    view = office.do.view_visit(visit_id)
    assert view.visit.current_step is Step.DONE
    assert view.review_status is ReviewStatus.WAITING
    issued = {d.kind for d in view.visit.documents.values() if d.status is DocumentStatus.ISSUED}
    assert issued == {"onsite_record", "correction_order", "service_receipt"}


def test_the_whole_visit_is_one_unbroken_chain(office: Office) -> None:
    visit_id = office.finished()
    with office.store.read() as reading:
        events = reading.events(visit_stream(visit_id))
    assert verify_chain(events) == ()
    assert events[-1].type == "visit_submitted"


def test_what_is_stored_for_lists_is_what_the_fold_says(office: Office) -> None:
    visit_id = office.finished()
    visit = office.do.view_visit(visit_id).visit
    with office.store.read() as reading:
        assert reading.visit_summary(visit_id) == project_visit(visit, Review()).summary


@pytest.mark.parametrize(
    ("value", "place"), [(AnswerValue.MET, "WASH"), (AnswerValue.NOT_MET, "HEALTH")]
)
def test_after_a_restart_the_visit_continues_where_the_officer_was(
    office: Office, value: AnswerValue, place: str
) -> None:
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", value)
    view = office.reopened().do.view_visit(visit_id)
    assert view.bookmark is not None
    assert (view.bookmark.step, view.bookmark.item) == ("checklist", place)
    assert view.visit.answers["HEALTH"].value is value


@pytest.mark.parametrize(
    ("pair", "problem"),
    [
        ([officer(1)], "officers.two"),
        ([officer(1), officer(1)], "officers.two"),
        ([officer(1), officer(2, valid_to=TODAY - timedelta(days=1))], "officers.expired"),
    ],
)
def test_a_visit_does_not_start_without_two_valid_officers(
    office: Office, pair: list[Officer], problem: str
) -> None:
    with pytest.raises(UserError) as error:
        office.do.start_visit("enterprise-1", pair)
    assert error.value.code == problem
    assert office.do.look_up.visits() == ()


def test_today_puts_the_merged_tasks_of_one_shop_on_one_card(office: Office) -> None:
    (group,) = office.do.view_today().groups
    assert group.item_count == 3
    assert group.open_visit is None
    visit_id = office.started()
    (group,) = office.do.view_today().groups
    assert group.open_visit is not None
    assert group.open_visit.visit_id == visit_id


def test_a_visit_with_open_steps_is_not_completed(office: Office) -> None:
    visit_id = office.judged()
    with pytest.raises(UserError) as error:
        office.do.complete_visit(visit_id)
    assert error.value.facts["step"] == "documents"


def test_completing_answers_every_task(office: Office) -> None:
    office.finished()
    assert office.do.view_today().groups == ()


def test_a_jump_of_the_clock_is_an_event_of_its_own(office: Office) -> None:
    visit_id = office.arrived()
    office.clock.move(wall=timedelta(minutes=1))
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.MET)
    assert office.do.view_visit(visit_id).visit.clock_jumps == ()
    office.clock.move(wall=timedelta(days=-1), mono=timedelta(minutes=1))
    visit = office.do.record_answer(visit_id, "WASH", AnswerValue.MET)
    assert visit.clock_jumps == (-(24 * 60 + 1) * 60_000,)


def test_a_task_is_begun_once(office: Office) -> None:
    visit_id = office.started()
    with pytest.raises(UserError) as error:
        office.started()
    assert (error.value.code, error.value.facts["visit"]) == ("visit.begun", visit_id)
    assert len(office.do.look_up.visits()) == 1
