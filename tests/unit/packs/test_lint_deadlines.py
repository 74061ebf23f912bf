"""Deadlines and yearly tables of a pack: each mistake is told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.assets import forms_dir
from inspector_app.packs import PackLibrary, from_compiled, lint_pack, read_pack, sign_pack
from inspector_app.packs.compiled import compile_pack
from tests.unit.packs.factory_packs import (
    KEY,
    SIGNED_AT,
    TRUSTED,
    assert_told,
    mistake,
    resigned,
    write_pack,
)

TERMS = "deadlines/terms.yaml"
YEAR = "holidays/2026.yaml"
TERM = """\
deadlines:
  - id: D1
    title: 核查
    title_en: Verify
    length: 15
    unit: working_day
    starts: 收到材料
    starts_en: received
    lapse: warns
    consequence: 逾期。
    consequence_en: Late.
    basis: [玩具法 3(1)(二)]
    source: 玩具法3
    status: V
    runs_from: [measure open_case]
"""
TABLE = """\
year: 2026
source: 某号
status: V
off:
  - {name: 元旦、春节、清明节、劳动节, from: 2026-05-01, to: 2026-05-03}
  - {name: 端午节、中秋节、国庆节, from: 2026-10-01, to: 2026-10-07}
make_up: [2026-10-10]
"""
# name: (file, old, new, text on the line complained of, part of the complaint)
MISTAKES = {
    "no such unit": (TERMS, "working_day", "work_day", "work_day", "work_day"),
    "no length": (TERMS, "length: 15", "length: 0", "length: 0", "不能是 0"),
    "no basis": (TERMS, "[玩具法 3(1)(二)]", "[]", "id: D1", "没有法律依据"),
    "id": (TERMS, "id: D1", "id: T1", "id: T1", "写法不对"),
    "no such event": (TERMS, "measure open", "mesure open", "mesure", "mesure"),
    "no such measure": (TERMS, "open_case", "open_cass", "id: D1", "open_cass"),
    "no such step of a case": (TERMS, "measure open_case", "case filedd", "id: D1", "filedd"),
    "event without object": (TERMS, "measure open_case", "measure", "measure", "不完整"),
    "result with object": (TERMS, "measure open_case", "result x", "result x", "不完整"),
    "recalled, yet by itself": (TERMS, "status: V", "status: R", "id: D1", "待核实"),
    "hours with pauses": (
        TERMS,
        "unit: working_day",
        "unit: hour\n    pauses: [testing]",
        "id: D1",
        "小时",
    ),
    "back from an event with an extension": (
        TERMS,
        "unit: working_day",
        "unit: working_day\n    backward: true\n    extensions: [{length: 1, approval: 某人}]",
        "id: D1",
        "往前数",
    ),
    "surcharge in working days": (
        TERMS,
        "length: 15",
        "surcharge: {per_day: 30, most: 1000}",
        "id: D1",
        "自然日",
    ),
    "surcharge of nothing": (
        TERMS,
        "length: 15",
        "surcharge: {per_day: 0, most: 1000}",
        "surcharge",
        "不能是 0",
    ),
    "a festival is missing": (YEAR, "、国庆节", "", "year: 2026", "国庆节"),
    "ends before it begins": (YEAR, "to: 2026-05-03", "to: 2026-04-03", "劳动节", "早于"),
    "a day of another year": (YEAR, "to: 2026-10-07", "to: 2027-10-07", "国庆节", "不在 2026"),
    "days off overlap": (YEAR, "from: 2026-10-01", "from: 2026-05-03", "国庆节", "重叠"),
    "worked on a weekday": (YEAR, "[2026-10-10]", "[2026-10-12]", "10-12", "不是双休日"),
    "off and worked at once": (YEAR, "[2026-10-10]", "[2026-10-03]", "10-03", "既写成放假"),
    "worked twice": (YEAR, "[2026-10-10]", "[2026-10-10, 2026-10-10]", "10-10", "重复"),
    "worked in another year": (YEAR, "[2026-10-10]", "[2027-10-09]", "10-09", "不在 2026"),
    "no day at all": (YEAR, "[2026-10-10]", "[2026-13-10]", "13-10", "不是有效的日期"),
}


def law_pack(root: Path) -> Path:
    return write_pack(root, {TERMS: TERM, YEAR: TABLE})


def test_a_sound_pack_has_no_problem(tmp_path: Path) -> None:
    assert lint_pack(law_pack(tmp_path)) == ()


@pytest.mark.parametrize(("file", "old", "new", "on_line", "what"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_where_it_stands(
    file: str, old: str, new: str, on_line: str, what: str, tmp_path: Path
) -> None:
    folder = law_pack(tmp_path)
    mistake(folder, file, old, new)

    assert_told(folder, file, on_line, what)


@pytest.mark.parametrize(
    ("old", "new"), [("[2026-10-10]", "[2026-13-10]"), ("from: 2026-10-01", "from: 2026-13-01")]
)
def test_a_date_that_is_none_is_told_once(old: str, new: str, tmp_path: Path) -> None:
    folder = law_pack(tmp_path)
    mistake(folder, YEAR, old, new)

    (problem,) = lint_pack(folder)

    assert "不是有效的日期" in problem.what


def test_a_second_table_of_a_year_is_told(tmp_path: Path) -> None:
    folder = law_pack(tmp_path)
    (folder / "holidays" / "again.yaml").write_text(TABLE, "utf-8")

    assert [problem.what for problem in lint_pack(folder)] == ["2026 年的表重复。"]


def test_the_switch_for_weekends_is_true_or_false(tmp_path: Path) -> None:
    switch = "deadline.weekends_roll_over:\n  value: 是\n  source: 本省\n  status: V\n"
    folder = write_pack(tmp_path, {"parameters.yaml": ("remedy.days:", f"{switch}remedy.days:")})

    assert [problem.what for problem in lint_pack(folder)] == [
        "参数“deadline.weekends_roll_over”只能是 true 或 false。"
    ]


def test_terms_and_tables_survive_compiling(tmp_path: Path) -> None:
    pack = read_pack(law_pack(tmp_path))

    again = from_compiled(compile_pack(pack))

    assert (again.deadlines, again.holidays) == (pack.deadlines, pack.holidays)
    assert [kind.id for kind in pack.deadlines] == ["D1"]


def test_what_a_pack_does_not_bring_leaves_no_trace_in_its_compiled_form(tmp_path: Path) -> None:
    compiled = compile_pack(read_pack(write_pack(tmp_path)))

    assert b'"deadlines"' not in compiled
    assert b'"holidays"' not in compiled


def test_a_province_replaces_a_term_and_the_switch_of_the_pack_it_depends_on(
    tmp_path: Path,
) -> None:
    base = resigned(forms_dir() / "law-base", tmp_path, KEY)
    own = law_pack(tmp_path)
    head = (own / "pack.yaml").read_text("utf-8").replace("laws:", "depends: [law-base]\nlaws:")
    (own / "pack.yaml").write_text(head, "utf-8")
    (own / TERMS).write_text(TERM.replace("length: 15", "length: 10"), "utf-8")
    (own / "parameters.yaml").write_text(
        'deadline.weekends_roll_over: {value: "true", source: 本省, status: V}\n'
        "remedy.days: {value: 六十日, source: 玩具法9, status: V}\n",
        "utf-8",
    )
    sign_pack(own, KEY, SIGNED_AT)

    library = PackLibrary([base, own], TRUSTED)

    assert library.deadlines()["D1"].length == 10
    assert library.deadlines()["D3"].length == 7
    assert library.work_calendar().weekends_roll_over
    assert library.work_calendar().is_known(2025)
