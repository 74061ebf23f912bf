"""Grounds and discretion tables of a pack: each mistake is told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.assets import forms_dir
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.violation import Verification
from inspector_app.packs import (
    PackLibrary,
    from_compiled,
    lint_pack,
    read_pack,
    sign_pack,
)
from inspector_app.packs.compiled import compile_pack
from tests.factory import TODAY, violation
from tests.shipped_law import shipped_library
from tests.unit.packs.factory_packs import (
    KEY,
    SIGNED_AT,
    TRUSTED,
    assert_told,
    mistake,
    resigned,
    write_pack,
)

GROUNDS_FILE = "grounds/own.yaml"
TABLE_FILE = "discretion/own.yaml"
GROUNDS = """\
source: 玩具法
grounds:
  - id: G1
    title: 初次违法
    effect: may_exempt
    basis: [玩具法 3(1)(二)]
    status: V
    laws: [玩具法]
    activities: [sale]
    party_types: [enterprise]
    look_back_years: 2
    elements:
      - {key: first, text: 两年内没有}
      - {key: slight, text: 轻微}
    still: 没收
    keeps: [confiscate_goods]
"""
TABLE = """\
tables:
  - id: T1
    title: 示例基准
    issuer: 示例局
    source: 示例号
    status: V
    valid_from: 2026-01-01
    laws: [玩具法]
    bands:
      mitigated: {from: 0, to: 1000, to_included: false}
      lenient: {from: 0, to: 300}
      ordinary: {from: 300, to: 700, from_included: false}
      severe: {from: 700, to: 1000, from_included: false}
"""
# name: (file, old, new, text on the line complained of, part of the complaint)
MISTAKES = {
    "no such effect": (GROUNDS_FILE, "may_exempt", "may_exmpt", "may_exmpt", "may_exmpt"),
    "no basis": (GROUNDS_FILE, "[玩具法 3(1)(二)]", "[]", "id: G1", "没有法律依据"),
    "no such law": (GROUNDS_FILE, "laws: [玩具法]", "laws: [玩物法]", "玩物法", "没有声明过简称"),
    "no such activity": (GROUNDS_FILE, "[sale]", "[sell]", "id: G1", "sell"),
    "no such party": (GROUNDS_FILE, "[enterprise]", "[company]", "id: G1", "company"),
    "no such sanction": (GROUNDS_FILE, "[confiscate_goods]", "[goods]", "goods", "goods"),
    "keeps without words": (GROUNDS_FILE, "    still: 没收\n", "", "id: G1", "仍须"),
    "an element twice": (GROUNDS_FILE, "key: slight", "key: first", "id: G1", "重复"),
    "a look back at nothing": (GROUNDS_FILE, "key: first", "key: once", "id: G1", "first"),
    "no such violation": (
        GROUNDS_FILE,
        "activities: [sale]",
        "violations: [NONE]",
        "id: G1",
        "NONE",
    ),
    "ends before it begins": (
        TABLE_FILE,
        "valid_from: 2026-01-01",
        "valid_from: 2026-01-01\n    valid_to: 2025-01-01",
        "id: T1",
        "早于",
    ),
    "no issuer": (TABLE_FILE, "    issuer: 示例局\n", "", "id: T1", "issuer"),
    "no such grade": (TABLE_FILE, "mitigated:", "milder:", "from: 0, to: 1000", "milder"),
    "a band for no penalty": (TABLE_FILE, "mitigated:", "exempt:", "id: T1", "不予处罚"),
    "a grade missing": (
        TABLE_FILE,
        "      lenient: {from: 0, to: 300}\n",
        "",
        "id: T1",
        "lenient",
    ),
    "beyond the range": (TABLE_FILE, "{from: 0, to: 300}", "{from: 300, to: 0}", "id: T1", "之内"),
    "a gap": (TABLE_FILE, "{from: 0, to: 300}", "{from: 0, to: 200}", "id: T1", "200 处"),
    "an overlap": (TABLE_FILE, "{from: 0, to: 300}", "{from: 0, to: 400}", "id: T1", "300 处"),
    "a boundary of two": (
        TABLE_FILE,
        "{from: 300, to: 700, from_included: false}",
        "{from: 300, to: 700}",
        "id: T1",
        "300 这个界点",
    ),
    "a boundary of none": (
        TABLE_FILE,
        "{from: 0, to: 300}",
        "{from: 0, to: 300, to_included: false}",
        "id: T1",
        "300 这个界点",
    ),
    "not from the bottom": (
        TABLE_FILE,
        "{from: 0, to: 300}",
        "{from: 100, to: 300}",
        "id: T1",
        "整个幅度",
    ),
}


def law_pack(root: Path) -> Path:
    return write_pack(root, {GROUNDS_FILE: GROUNDS, TABLE_FILE: TABLE})


def test_a_sound_pack_has_no_problem(tmp_path: Path) -> None:
    assert lint_pack(law_pack(tmp_path)) == ()


@pytest.mark.parametrize(("file", "old", "new", "on_line", "what"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_where_it_stands(
    file: str, old: str, new: str, on_line: str, what: str, tmp_path: Path
) -> None:
    folder = law_pack(tmp_path)
    mistake(folder, file, old, new)

    assert_told(folder, file, on_line, what)


def test_a_ground_without_elements_is_told(tmp_path: Path) -> None:
    bare = GROUNDS[: GROUNDS.index("    look_back")] + "    elements: []\n"
    folder = write_pack(tmp_path, {GROUNDS_FILE: bare})

    assert [problem.what for problem in lint_pack(folder)] == ["情节“G1”没有要件。"]


@pytest.mark.parametrize(("file", "text"), [(GROUNDS_FILE, GROUNDS), (TABLE_FILE, TABLE)])
def test_the_same_id_twice_is_told(file: str, text: str, tmp_path: Path) -> None:
    folder = law_pack(tmp_path)
    (folder / file).with_name("again.yaml").write_text(text, "utf-8")

    assert ["重复" in problem.what for problem in lint_pack(folder)] == [True]


def test_a_limit_is_a_whole_number(tmp_path: Path) -> None:
    limit = "limit.city_level_fine: {value: 三十万, source: 某条, status: V}\n"
    folder = write_pack(tmp_path, {"parameters.yaml": ("remedy.days:", f"{limit}remedy.days:")})

    assert [problem.what for problem in lint_pack(folder)] == [
        "参数“limit.city_level_fine”应当是整数元。"
    ]


def test_grounds_and_tables_survive_compiling(tmp_path: Path) -> None:
    pack = read_pack(law_pack(tmp_path))

    again = from_compiled(compile_pack(pack))

    assert (again.grounds, again.discretion) == (pack.grounds, pack.discretion)
    assert [ground.id for ground in pack.grounds] == ["G1"]
    assert pack.grounds[0].source == "玩具法"


def test_a_province_puts_its_table_in_the_place_of_the_national_one(tmp_path: Path) -> None:
    base = resigned(forms_dir() / "law-base", tmp_path, KEY)
    own = write_pack(tmp_path, {TABLE_FILE: TABLE.replace("id: T1", "id: national")})
    head = (own / "pack.yaml").read_text("utf-8").replace("laws:", "depends: [law-base]\nlaws:")
    (own / "pack.yaml").write_text(head, "utf-8")
    sign_pack(own, KEY, SIGNED_AT)

    (table,) = PackLibrary([base, own], TRUSTED).weighing_rules().tables

    assert table.issuer == "示例局"
    assert set(table.bands) == {g for g in Grade if g is not Grade.EXEMPT}


def test_the_limits_are_those_of_the_packs() -> None:
    rules = shipped_library().weighing_rules()

    assert rules.limits is not None
    assert (rules.limits.individual, rules.limits.organisation) == (200, 3000)
    assert rules.limits.individual_business_as_individual
    assert rules.city_level is not None
    assert rules.city_level.yuan == 300_000
    assert rules.city_level.asks(violation(), 300_000_00)


def test_no_recalled_table_is_ever_in_force() -> None:
    rules = shipped_library().weighing_rules()

    assert [table.verification for table in rules.tables] == [Verification.RECALLED]
    assert rules.table_for(violation(), TODAY) is None


def test_what_ships_of_the_law_of_penalties_is_all_there() -> None:
    grounds = {g.id for g in shipped_library().weighing_rules().grounds}

    assert {"PEN33-1A", "PEN33-1B", "PEN33-2", "FOOD136", "FOOD76"} <= grounds
    assert {f"PEN32-{number}" for number in range(1, 6)} <= grounds
    assert {f"FOOD67-{number}" for number in range(1, 7)} <= grounds
    assert {"PEN30-A", "PEN30-B", "PEN31-A", "PEN31-B"} <= grounds


@pytest.mark.parametrize(
    ("code", "activity", "open_"),
    [
        ("M06", "sale", {"FOOD136", "FOOD67-1", "LIST-M2", "PEN33-1A"}),
        ("M06", "catering", {"FOOD136", "FOOD67-1", "PEN33-1A"}),
        ("M32", "special_food", {"LIST-M1", "FOOD67-4"}),
        ("M91", "catering", {"FOOD78-52A", "LIST-F3"}),
        ("M93", "catering", {"LIST-F2"}),
        ("M19", "sale", {"LIST-F6"}),
    ],
)
def test_grounds_are_open_where_they_belong(code: str, activity: str, open_: set[str]) -> None:
    library = shipped_library()
    found = next(pack.violations[code] for pack in library.packs() if code in pack.violations)

    grounds = {
        ground.id
        for ground in library.weighing_rules().grounds
        if ground.is_open_to(found, (activity,), "enterprise", TODAY)
    }

    assert open_ <= grounds
    assert not {"PQ55", "TM60", "UC32-B", "PEN30-A"} & grounds
    if code == "M06" and activity == "catering":
        assert "LIST-M2" not in grounds


@pytest.mark.parametrize(
    ("code", "ground", "open_"),
    [
        ("M06", "LIST-M2", True),
        ("M07", "LIST-M2", False),
        ("M93", "LIST-F2", True),
        ("M01", "LIST-F2", False),
        ("M02", "LIST-F2", False),
        ("M91", "LIST-F2", False),
    ],
)
def test_an_item_of_the_lists_is_for_its_own_conduct_not_for_the_whole_clause(
    code: str, ground: str, open_: bool
) -> None:
    library = shipped_library()
    violations = {
        code: found for pack in library.packs() for code, found in pack.violations.items()
    }
    found = next(each for each in library.weighing_rules().grounds if each.id == ground)

    assert found.is_open_to(violations[code], ("sale",), "enterprise", TODAY) is open_
