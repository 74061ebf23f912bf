"""A bureau's file is taken in whole or not at all, and only what changed is told to laptops."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
import sqlalchemy as sa

from inspector_app.domain.enterprise import PartyType, RiskClass, credit_code_digit
from inspector_app.server.books import read_authority
from inspector_app.server.bureau_file import read_bureau
from inspector_app.server.bureau_import import Imported, import_bureau
from inspector_app.server.bureau_problems import RefusedFile
from inspector_app.server.bureau_table import ACTIVITIES, PREMISES, read_table
from inspector_app.server.desk import Desk
from inspector_app.server.storage import feed, numbers
from inspector_app.server.storage.schema import feed as feed_table
from inspector_app.wire.feed import EnterpriseItem
from tests.contract.server.senders import sender
from tests.factory_sync import visit_events


def code(number: int) -> str:
    body = f"92999900MADEM{number:04d}"
    return body + credit_code_digit(body)


BUREAU: dict[str, Any] = {
    "format": 1,
    "authority": {
        "name": "星汉县市场监督管理局",
        "region": "星汉",
        "government": "星汉县人民政府",
        "court": "星汉县人民法院",
        "contact_person": "法规股",
        "contact_phone": "000-1",
        "address": "银河路1号",
    },
    "people": [
        {
            "id": "p-1",
            "name": "林知远",
            "certificate_no": "XH1",
            "valid_from": "2025-01-01",
            "valid_to": "2029-12-31",
        },
        {
            "id": "p-9",
            "name": "许怀瑾",
            "certificate_no": "XH9",
            "valid_from": "2025-01-01",
            "valid_to": "2029-12-31",
            "role": "supervisor",
        },
    ],
    "enterprises": [
        {
            "id": "e-1",
            "credit_code": code(1),
            "name": "赵家面馆",
            "party_type": "individual_business",
            "address": "银河路8号",
            "legal_representative": "赵安",
            "licences": [{"name": "食品经营许可证", "number": "JY1", "valid_to": "2029-02-28"}],
        }
    ],
    "tasks": [
        {
            "id": "t-1",
            "kind": "routine",
            "enterprise": code(1),
            "title": "日常检查",
            "checklists": ["food-catering"],
            "due": "2026-12-31",
        }
    ],
    "numbers": [{"word": "笔录", "first": 7}],
}


def bureau() -> dict[str, Any]:
    return copy.deepcopy(BUREAU)


def take(desk: Desk, told: dict[str, Any], *, check: bool = False) -> Imported:
    return import_bureau(desk, read_bureau(json.dumps(told).encode()), check=check)


def places(desk: Desk, told: dict[str, Any]) -> list[str]:
    with pytest.raises(RefusedFile) as refusal:
        take(desk, told)
    return [problem.place for problem in refusal.value.problems]


def rows(desk: Desk) -> int:
    with desk.database.read() as connection:
        return connection.execute(sa.select(sa.func.max(feed_table.c.seq))).scalar() or 0


def enterprise_named(desk: Desk, name: str) -> Any:
    laptop = sender(desk).device
    with desk.database.read() as connection:
        for body in feed.bodies(connection, "enterprise"):
            one = json.loads(body)["enterprise"]
            if one["name"] == name:
                return one
    raise AssertionError(laptop)


def test_everything_of_a_file_is_taken_in(desk: Desk) -> None:
    imported = take(desk, bureau())
    assert {kind: dict(counts) for kind, counts in imported.counts.items()} == {
        "authority": {"changed": 1},
        "people": {"new": 2},
        "enterprises": {"new": 1},
        "tasks": {"new": 1},
        "numbers": {"new": 1},
    }
    with desk.database.read() as connection:
        authority = read_authority(connection)
        assert authority is not None
        assert authority.name == "星汉县市场监督管理局"
        assert {one.id for one in feed.officers(connection)} >= {"p-1", "p-9"}
        assert feed.task_told(connection, "t-1") is not None
        assert ("笔录", 2026) in numbers.words(connection, (2026,))


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    take(desk, bureau())
    before = rows(desk)
    assert (take(desk, bureau()).changed, rows(desk)) == (0, before)


def test_only_what_changed_is_told(desk: Desk) -> None:
    take(desk, bureau())
    before = rows(desk)
    told = bureau()
    told["enterprises"][0]["risk_class"] = "D"
    assert (take(desk, told).changed, rows(desk) - before) == (1, 1)


def test_what_a_file_does_not_say_of_an_enterprise_stays(desk: Desk) -> None:
    take(desk, bureau())
    told = {"format": 1, "enterprises": [{"credit_code": code(1), "phone": "000-2"}]}
    take(desk, told)
    kept = enterprise_named(desk, "赵家面馆")
    assert (kept["id"], kept["phone"], len(kept["licences"])) == ("e-1", "000-2", 1)


def test_a_check_keeps_nothing(desk: Desk) -> None:
    before = rows(desk)
    assert (take(desk, bureau(), check=True).changed > 0, rows(desk)) == (True, before)


def test_one_mistake_and_nothing_is_taken_in(desk: Desk) -> None:
    before = rows(desk)
    told = bureau()
    told["tasks"][0]["enterprise"] = "nobody"
    assert places(desk, told) == ["/tasks/0/enterprise"]
    assert rows(desk) == before


def test_a_task_that_was_done_is_not_given_out_again(desk: Desk) -> None:
    told = {
        "format": 1,
        "tasks": [{**BUREAU["tasks"][0], "id": "task-1", "enterprise": "enterprise-1"}],
    }
    sender(desk).record(visit_events("v1"))
    imported = take(desk, told)
    assert dict(imported.counts["tasks"]) == {"done": 1}
    with desk.database.read() as connection:
        assert feed.task_told(connection, "task-1") is None


MISTAKES: dict[str, tuple[tuple[Any, ...], Any, str]] = {
    "check digit": (("enterprises", 0, "credit_code"), code(1)[:-1] + "?", "credit_code"),
    "misspelt name": (("enterprises", 0, "adress"), "x", "adress"),
    "unknown kind": (("tasks", 0, "kind"), "sometimes", "kind"),
    "no such day": (("people", 0, "valid_to"), "2026-02-30", "valid_to"),
    "certificate ends before it begins": (("people", 0, "valid_to"), "2020-01-01", "valid_to"),
    "licence ends before it begins": (
        ("enterprises", 0, "licences", 0, "valid_from"),
        "2030-01-01",
        "licences/0/valid_to",
    ),
    "empty name": (("people", 1, "name"), "  ", "name"),
    "number as text": (("people", 1, "name"), 7, "name"),
    "control sign": (("people", 1, "name"), "林\u0000", "name"),
    "no checklist": (("tasks", 0, "checklists"), [], "checklists"),
    "person twice": (("people", 1, "id"), "p-1", "id"),
    "certificate of another": (("people", 1, "certificate_no"), "XH1", "certificate_no"),
    "odd id": (("people", 1, "id"), "../x", "id"),
    "object where a list belongs": (("people",), {}, "people"),
    "text where an object belongs": (("people", 0), "林", "people/0"),
    "another form": (("format",), 2, "format"),
    "number of no year": (("numbers", 0, "year"), 1, "year"),
}


@pytest.mark.parametrize(("path", "value", "place"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_with_its_place(
    desk: Desk, path: tuple[Any, ...], value: Any, place: str
) -> None:
    told = bureau()
    node: Any = told
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    found = places(desk, told)
    assert found
    assert found[0].endswith(place)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff\xfe", b'{"format": 1, "format": 1}', b"[" * 100_000]
)
def test_what_is_no_such_file_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedFile):
        read_bureau(data)


TABLE = """统一社会信用代码,名称,主体类型,住所,经营者,联系电话,经营活动,风险等级,许可证名称,许可证编号,有效期起,有效期止
{first},赵家面馆,个体工商户,银河路8号,赵安,000-1,餐饮服务、食品销售,B,食品经营许可证,JY1,2024/3/1,2029年2月28日
{first},赵家面馆,个体工商户,银河路8号,赵安,000-1,餐饮服务、食品销售,B,小餐饮备案,BA1,,长期
{second},"星汉商贸,有限公司",企业,北斗街2号,钱宁,,食品销售,,,,,
"""


def table(**changes: str) -> str:
    return TABLE.format(**{"first": code(1), "second": code(2), **changes})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_registry_is_read_as_it_was_exported(desk: Desk, encoding: str) -> None:
    imported = import_bureau(desk, read_table(table().encode(encoding)))
    assert dict(imported.counts["enterprises"]) == {"new": 2}
    noodles = enterprise_named(desk, "赵家面馆")
    assert [one["number"] for one in noodles["licences"]] == ["JY1", "BA1"]
    assert noodles["licences"][0]["valid_to"] == "2029-02-28"
    assert (noodles["activities"], noodles["representative_title"]) == (
        ["catering", "sale"],
        "经营者",
    )
    assert noodles["party_type"] == PartyType.INDIVIDUAL_BUSINESS
    assert noodles["risk_class"] == RiskClass.B
    assert enterprise_named(desk, "星汉商贸,有限公司")["id"] == code(2)


def test_a_table_updates_what_a_file_said_and_leaves_the_rest(desk: Desk) -> None:
    take(desk, bureau())
    import_bureau(desk, read_table(f"统一社会信用代码\t联系电话\n{code(1)}\t000-9\n".encode()))
    kept = enterprise_named(desk, "赵家面馆")
    assert (kept["id"], kept["phone"], len(kept["licences"])) == ("e-1", "000-9", 1)


BAD_TABLES = {
    "wrong check digit": (table(second=code(2)[:-1] + "0"), "第 4 行“统一社会信用代码”"),
    "unknown column": (table().replace("联系电话", "传真"), "第 1 行“传真”"),
    "no code": ("名称\n赵家面馆\n", "第 1 行“统一社会信用代码”"),
    "unknown kind": (table().replace("企业,北", "公司,北"), "第 4 行“主体类型”"),
    "unknown activity": (table().replace("食品销售,,", "卖菜,,"), "第 4 行“经营活动”"),
    "no such day": (table().replace("2024/3/1", "2024/13/1"), "第 2 行“有效期起”"),
    "a cell too many": (table() + "a," * 12 + "\n", "第 5 行"),
    "the same code for another": (table(second=code(1)), "第 4 行"),
    "empty": ("", "表格"),
}


@pytest.mark.parametrize(("text", "place"), BAD_TABLES.values(), ids=BAD_TABLES.keys())
def test_a_mistake_in_a_table_is_told_with_its_line(text: str, place: str) -> None:
    with pytest.raises(RefusedFile) as refusal:
        read_table(text.encode())
    assert refusal.value.problems[0].place == place


def test_a_table_knows_every_word_of_the_packs() -> None:
    from inspector_app.packs import vocabulary

    assert set(ACTIVITIES.values()) == set(vocabulary.ACTIVITIES)
    assert set(PREMISES.values()) == set(vocabulary.PREMISES)


def test_the_feed_brings_what_was_imported(desk: Desk) -> None:
    laptop = sender(desk).device
    with desk.database.read() as connection:
        start = feed.page(connection, laptop, "", desk.at()).cursor
    take(desk, bureau())
    with desk.database.read() as connection:
        told = feed.page(connection, laptop, start, desk.at()).items
    kinds = [json.loads(bytes(raw))["kind"] for raw in told]
    assert kinds == ["officer", "officer", EnterpriseItem.__struct_config__.tag, "task"]
