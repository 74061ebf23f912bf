"""The demonstration county: complete, valid and plainly made up."""

from datetime import date

import pytest

from inspector_app.domain.enterprise import check_credit_code
from inspector_app.domain.task import TaskKind
from inspector_app.server.demo_world import DemoWorld, demo_world
from tests.shipped_law import shipped_library

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def world() -> DemoWorld:
    return demo_world(TODAY)


def test_there_are_three_hundred_enterprises_with_valid_codes(world: DemoWorld) -> None:
    codes = {check_credit_code(enterprise.credit_code) for enterprise in world.enterprises}
    assert len(codes) == 300


def test_some_licences_expire_soon_and_some_have(world: DemoWorld) -> None:
    left = [licence.days_left(TODAY) for e in world.enterprises for licence in e.licences]
    assert any(days is not None and 0 <= days <= 30 for days in left)
    assert any(days is not None and days < 0 for days in left)


def test_every_kind_of_task_occurs_and_some_enterprises_have_several(world: DemoWorld) -> None:
    assert {task.kind for task in world.tasks} == set(TaskKind)
    per_enterprise = [task.enterprise_id for task in world.tasks]
    assert len(set(per_enterprise)) < len(per_enterprise)


def test_the_same_day_gives_the_same_world(world: DemoWorld) -> None:
    assert demo_world(TODAY) == world


def test_nothing_can_be_mistaken_for_a_real_place_or_number(world: DemoWorld) -> None:
    assert all(e.credit_code[2:8] == "999900" for e in world.enterprises)
    assert all(e.phone.startswith("000-") for e in world.enterprises)
    assert all("星汉县" in e.address for e in world.enterprises)


def test_every_past_failure_is_of_an_item_that_the_shipped_checklists_ask(world: DemoWorld) -> None:
    checklists = shipped_library().checklists()
    past = [visit for e in world.enterprises for visit in e.history]
    assert all(len(visit.items) == visit.not_met for visit in past)
    for definition in checklists.values():
        assert {code for visit in past for code in visit.items} <= {
            i.code for i in definition.items
        }
