"""The registry behind the ports: enterprises found as officers type, tasks, licences, people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector_app.domain.enterprise import Enterprise, Licence, PastVisit, RiskClass
from tests.contract.stores import FullStore
from tests.factory import TODAY, enterprise, officer, task


def put(store: FullStore, *names: str) -> None:
    with store.begin() as uow:
        uow.put_enterprises(
            enterprise(number, name=name) for number, name in enumerate(names, start=1)
        )


def found(store: FullStore, text: str, limit: int = 20) -> list[str]:
    with store.read() as reading:
        return [entry.name for entry in reading.find_enterprises(text, limit)]


def test_an_enterprise_comes_back_whole(store: FullStore) -> None:
    whole = enterprise(
        risk_class=RiskClass.C,
        flags=("投诉较多",),
        licences=(Licence("营业执照", "1"), Licence("许可证", "2", TODAY, TODAY, "热食类")),
        history=(PastVisit("v", date(2025, 3, 1), "日常", "基本符合", 2, 1, ("HEALTH",)),),
        latitude_e6=30_000_000,
    )
    with store.begin() as uow:
        uow.put_enterprises([whole])

    with store.read() as reading:
        assert reading.enterprise(whole.id) == whole
        assert reading.enterprise("enterprise-9") is None


def test_an_enterprise_put_again_is_replaced_everywhere(store: FullStore) -> None:
    put(store, "云溪县张记面馆", "云溪县李记面馆")
    renamed = enterprise(1, name="云溪县张家老店", credit_code="91330000X", licences=())

    with store.begin() as uow:
        uow.put_enterprises([renamed])

    assert found(store, "张记") == []
    assert found(store, "张家") == ["云溪县张家老店"]
    assert found(store, "面馆") == ["云溪县李记面馆"]
    assert found(store, "9133") == ["云溪县张家老店"]
    with store.read() as reading:
        assert reading.enterprise("enterprise-1") == renamed
        expiring = reading.licences_expiring(date(2099, 1, 1))
        assert [entry.id for entry in expiring] == ["enterprise-2"]


def test_the_last_of_two_with_one_id_counts(store: FullStore) -> None:
    with store.begin() as uow:
        uow.put_enterprises([enterprise(name="云溪县旧名"), enterprise(name="云溪县新名")])

    assert found(store, "云溪") == ["云溪县新名"]


@pytest.mark.parametrize("text", ["张记", "记面", "面馆", "张记面馆", "云溪县张记面馆"])
def test_any_part_of_the_name_from_two_characters_finds_it(store: FullStore, text: str) -> None:
    put(store, "云溪县张记面馆", "青石镇王家超市")

    assert found(store, text) == ["云溪县张记面馆"]


def test_parts_that_do_not_stand_together_find_nothing(store: FullStore) -> None:
    put(store, "云溪县张记面馆")

    assert found(store, "张面") == []
    assert found(store, "张记超市") == []


def test_names_that_start_so_come_first_then_earlier_then_shorter(store: FullStore) -> None:
    put(
        store,
        "云溪县东湖老街食品有限公司",
        "云溪县东湖食品店",
        "东湖食品贸易有限公司",
        "东湖食品店",
        "老东湖食品店",
    )

    assert found(store, "东湖") == [
        "东湖食品店",
        "东湖食品贸易有限公司",
        "老东湖食品店",
        "云溪县东湖食品店",
        "云溪县东湖老街食品有限公司",
    ]
    assert found(store, "东湖", 2) == ["东湖食品店", "东湖食品贸易有限公司"]


def test_brackets_blanks_width_and_case_do_not_matter(store: FullStore) -> None:
    put(store, "ＫＦＣ肯德基（西湖店）")

    for text in ("肯德基西湖", "肯德基(西湖", " kfc 肯", "ＫＦＣ", "基 西"):
        assert found(store, text) == ["ＫＦＣ肯德基（西湖店）"]


def test_the_beginning_of_the_credit_code_finds_it(store: FullStore) -> None:
    with store.begin() as uow:
        uow.put_enterprises(
            enterprise(number, name=f"商户{number}号", credit_code=code)
            for number, code in enumerate(("91330106MA2B", "92330106MA2A", "92330107MA2C"), 1)
        )

    assert found(store, "9233") == ["商户2号", "商户3号"]
    assert found(store, "92330106ma") == ["商户2号"]
    assert found(store, "MA2A") == []


@pytest.mark.parametrize("text", ["zjmg", "ZJ", "mgkj", "zjmgkjyxgs", "gkj"])
def test_pinyin_initials_find_the_name(store: FullStore, text: str) -> None:
    put(store, "浙江美光科技有限公司", "青石镇王家超市")

    assert found(store, text) == ["浙江美光科技有限公司"]


def test_two_initials_count_at_the_start_only(store: FullStore) -> None:
    put(store, "浙江美光科技有限公司")

    assert found(store, "mg") == []


@pytest.mark.parametrize("text", ["cqcy", "zqcy", "cqzy", "zqzy"])
def test_a_character_with_two_readings_is_found_by_both(store: FullStore, text: str) -> None:
    put(store, "重庆朝阳小馆")

    assert found(store, text) == ["重庆朝阳小馆"]


@pytest.mark.parametrize("text", ["", " ", "张", "z", "9", "𠮷", "😀😀", '"', "%%", "（）", "\0\0"])
def test_too_little_to_search_by_finds_nothing(store: FullStore, text: str) -> None:
    put(store, "云溪县张记面馆", "𠮷野家", "9号店z")

    assert found(store, text) == []


def test_a_rare_character_is_searched_like_any_other(store: FullStore) -> None:
    put(store, "云溪县𠮷野家餐厅")

    assert found(store, "𠮷野") == ["云溪县𠮷野家餐厅"]
    assert found(store, "县𠮷") == ["云溪县𠮷野家餐厅"]


@given(
    st.text(max_size=8)
    | st.text(alphabet="\"*^():-+ANDORNOT near{}[]%_\\'\n\0张记面馆𠮷😀zj9", max_size=12)
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_input_breaks_the_search(searched: FullStore, text: str) -> None:
    with searched.read() as reading:
        for entry in reading.find_enterprises(text):
            assert isinstance(entry, Enterprise)


@pytest.fixture
def searched(store: FullStore) -> FullStore:
    put(store, "云溪县张记面馆", "𠮷野家😀餐厅", "AND OR NOT 面馆", '"张记"（老店）', "")
    return store


# --- tasks, licences, people ---------------------------------------------------------------------


def test_tasks_stand_by_due_day_and_leave_when_answered(store: FullStore) -> None:
    late, soon, other = task(3), task(1), task(2, enterprise_id="enterprise-2")
    with store.begin() as uow:
        uow.put_tasks([late, soon, other])
        uow.close_tasks([soon.id], "visit-1")

    with store.read() as reading:
        assert reading.tasks() == (other, late)
        assert reading.tasks(open_only=False) == (soon, other, late)
        assert reading.tasks(enterprise_id="enterprise-1") == (late,)
        assert reading.tasks(enterprise_id="enterprise-1", open_only=False) == (soon, late)


def test_a_task_that_comes_again_is_replaced_and_stays_closed(store: FullStore) -> None:
    with store.begin() as uow:
        uow.put_tasks([task(1), task(2)])
        uow.close_tasks([task(1).id], "visit-1")

    with store.begin() as uow:
        uow.put_tasks([task(1, title="改期"), task(2, title="改期")])

    with store.read() as reading:
        assert [entry.title for entry in reading.tasks()] == ["改期"]
        assert [entry.title for entry in reading.tasks(open_only=False)] == ["改期", "改期"]


def test_licences_that_end_stand_by_their_day(store: FullStore) -> None:
    def ending(number: int, *days: int | None) -> Enterprise:
        licences = tuple(
            Licence("许可证", str(day), None, None if day is None else TODAY + timedelta(days=day))
            for day in days
        )
        return enterprise(number, licences=licences)

    with store.begin() as uow:
        uow.put_enterprises(
            [ending(1, 30, 5), ending(2, 31), ending(3, -2, 1), ending(4, None), ending(5)]
        )

    with store.read() as reading:
        names = [entry.id for entry in reading.licences_expiring(TODAY + timedelta(days=30))]
        assert names == ["enterprise-3", "enterprise-1"]
        assert len(reading.licences_expiring(TODAY + timedelta(days=31), limit=2)) == 2


def test_officers_are_replaced_by_id(store: FullStore) -> None:
    with store.begin() as uow:
        uow.put_officers([officer(2), officer(1)])
        uow.put_officers([replace(officer(2), name="周若水（新）")])

    with store.read() as reading:
        assert [entry.name for entry in reading.officers()] == ["林知远", "周若水（新）"]
