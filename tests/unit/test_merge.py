"""Several tasks, one visit (进一次门，查多项事)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.checklist import ItemKind
from inspector_app.domain.errors import UserError
from inspector_app.domain.task import Task, TaskKind, merge_tasks
from tests.factory import checklist, task

CODES = [f"C{n}" for n in range(12)]


@given(st.data())
def test_each_item_is_asked_once_and_every_task_is_answered(data: st.DataObject) -> None:
    lists = {
        name: checklist(
            name, tuple(data.draw(st.lists(st.sampled_from(CODES), min_size=1, unique=True)))
        )
        for name in ("a", "b", "c")
    }
    tasks = tuple(
        task(
            n,
            checklists=tuple(data.draw(st.lists(st.sampled_from("abc"), min_size=1, unique=True))),
        )
        for n in range(1, data.draw(st.integers(1, 4)) + 1)
    )
    merged = merge_tasks(tasks, lists)
    asked = [item.code for item in merged.items]
    assert len(asked) == len(set(asked))
    for each in tasks:
        wanted = {item.code for name in each.checklists for item in lists[name].items}
        assert wanted == {item.code for item in merged.items if each.id in item.tasks}


def test_an_item_is_key_if_any_checklist_holds_it_as_key() -> None:
    lists = {
        "a": checklist("a", ("X", "Y", "Z"), key=()),
        "b": checklist("b", ("X",), key=("X",)),
    }
    merged = merge_tasks((task(1, checklists=("a",)), task(2, checklists=("b",))), lists)
    assert [item.kind for item in merged.items if item.code == "X"] == [ItemKind.KEY]


def test_the_leading_checklist_stands_first_whichever_task_came_first() -> None:
    lists = {"a": checklist("a", ("X", "Y", "Z")), "b": checklist("b", ("X", "W"))}
    merged = merge_tasks((task(1, checklists=("b",)), task(2, checklists=("a",))), lists)
    assert merged.checklists == ("a", "b")
    assert [item.code for item in merged.items] == ["X", "Y", "Z", "W"]


def test_a_follow_up_asks_only_its_items() -> None:
    merged = merge_tasks(
        (task(1, TaskKind.FOLLOW_UP, items=("HEALTH",)),), {"catering": checklist()}
    )
    assert [item.code for item in merged.items] == ["HEALTH"]


def test_items_that_do_not_apply_to_the_enterprise_are_left_out() -> None:
    merged = merge_tasks((task(),), {"catering": checklist()}, {"catering": frozenset({"WASH"})})
    assert [item.code for item in merged.items] == ["WASH"]


@pytest.mark.parametrize(
    ("tasks", "problem"),
    [
        ((), "merge.none"),
        ((task(1), task(2, enterprise_id="other")), "merge.enterprises"),
        ((task(1, checklists=("unknown",)),), "merge.checklist_missing"),
        ((task(1, items=("NOWHERE",)),), "merge.empty"),
    ],
)
def test_what_cannot_be_merged_is_refused_with_its_reason(
    tasks: tuple[Task, ...], problem: str
) -> None:
    with pytest.raises(UserError) as caught:
        merge_tasks(tasks, {"catering": checklist()})
    assert caught.value.code == problem
