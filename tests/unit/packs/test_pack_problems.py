"""Every kind of mistake is told with its file and line, what it is and how to mend it."""

from pathlib import Path

import pytest

from inspector_app.domain.errors import UserError
from inspector_app.packs import lint_pack, read_pack
from tests.unit.packs.factory_packs import FILES, line_of, write_pack

CHECKLIST = "checklists/toys.yaml"
VIOLATIONS = "violations/all.yaml"
SHARED = "items/shared.yaml"
NOTE = "documents/note.yaml"
LONG = "x" * 40

# name: (file, old, new, text on the line complained of, part of the complaint, part of the remedy)
MISTAKES: dict[str, tuple[str, str, str, str, str, str]] = {
    "unknown key": (CHECKLIST, "edition:", "editon:", "editon:", "editon", "edition"),
    "missing key": (CHECKLIST, "title: 货架\n", "\n", 'number: "1"', "缺少“title”", "title"),
    "empty text": ("pack.yaml", "issuer: 测试单位", "issuer:", "issuer:", "没有内容", "写上"),
    "not a list": (
        CHECKLIST,
        "violations: [W01]\n        relevant",
        "violations: {a: W01}\n        relevant",
        "{a: W01}",
        "列表",
        "- ",
    ),
    "not a mapping": (NOTE, '  - paragraph: "{field', '  - "{field', '"{field', "键: 值", "README"),
    "not a word of the list": (VIOLATIONS, "status: V", "status: X", "status: X", "“X”", "V2"),
    "nearest measure": (VIOLATIONS, "[warning]", "[warnning]", "warnning", "warnning", "warning"),
    "not a number": (VIOLATIONS, "deadline_days: 7", "deadline_days: 七", "七", "整数", "阿拉伯"),
    "not a flag": (CHECKLIST, "key: true", "key: 是", "key: 是", "true 或 false", "true"),
    "not a date": ("pack.yaml", "2026-01-01", "2026-13-01", "2026-13-01", "日期", "2026-01-31"),
    "ends before it begins": ("pack.yaml", "2027-12-31", "2025-12-31", "2025", "早于", "核对"),
    "version": ("pack.yaml", '"1.2"', '"v1"', '"v1"', "版本", "1.2"),
    "id is not the folder": ("pack.yaml", "id: toy-shop", "id: toys", "id: toys", "文件夹名", "一致"),
    "absent dependency": (
        "pack.yaml",
        "domain: toys",
        "domain: toys\ndepends: [nowhere]",
        "nowhere",
        "nowhere",
        "文件夹",
    ),
    "unknown law": (VIOLATIONS, "玩具法 4", "玩县法 4", "玩县法", "玩县法", "玩具法"),
    "citation form": (VIOLATIONS, "玩具法 4", "玩具法第四条", "第四条", "写法", "126(1)(五)"),
    "unknown violation": (
        CHECKLIST,
        "[W01]\n        relevant",
        "[W03]\n        relevant",
        "W03",
        "W03",
        "W0",
    ),
    "violation not verified": (
        CHECKLIST,
        "[W01]\n        relevant",
        "[W02]\n        relevant",
        "W02",
        "待核实",
        "核实",
    ),
    "item without violation": (
        SHARED,
        "    violations: [W01]\n",
        "",
        "code: TOY.SHARED",
        "没有绑定",
        "violations",
    ),
    "shared item bound to the unknown": (SHARED, "[W01]", "[W03]", "[W03]", "W03", "W0"),
    "shared item not verified": (SHARED, "[W01]", "[W02]", "[W02]", "待核实", "核实"),
    "shared item reads the unknown": (
        SHARED,
        "    text: 共用项目\n",
        "    text: 共用项目\n    relevant: ${activity} = 1\n",
        "relevant:",
        "activity",
        "activities",
    ),
    "repeated code": (CHECKLIST, "TOY.PARTS", "TOY.SHARED", "use: TOY.SHARED", "重复", "代码"),
    "repeated number": (CHECKLIST, '"1.2"', '"1.1"', "use:", "序号“1.1”重复", "序号"),
    "number outside its section": (CHECKLIST, '"1.2"', '"2.2"', "use:", "类别序号", "1.1"),
    "code form": (CHECKLIST, "TOY.PARTS", "toy.parts", "number", "toy.parts", "大写"),
    "unknown shared item": (CHECKLIST, "use: TOY.SHARED", "use: TOY.SHARD", "use:", "SHARD", "SHARED"),
    "key beside use": (
        CHECKLIST,
        "use: TOY.SHARED}",
        "use: TOY.SHARED, text: 甲}",
        "text: 甲",
        "text",
        "",
    ),
    "count of items": (CHECKLIST, "items: 2", "items: 3", "expects", "实有 2 个", "数目"),
    "count of key items": (CHECKLIST, "key: 1", "key: 2", "expects", "实有 1 个", "数目"),
    "unknown grading": (CHECKLIST, "grading: two", "grading: tow", "tow", "tow", "two"),
    "unknown notice": (CHECKLIST, "notice: sheet", "notice: shet", "shet", "shet", "sheet"),
    "unknown visit kind": (
        CHECKLIST,
        "grading: two",
        "grading: two\npartial_allowed: [flights]",
        "id: toys",
        "flights",
        "flight",
    ),
    "blocking answer": ("notices/sheet.yaml", 'blocking: ["no"]', "blocking: [nein]", "nein", "nein", "no"),
    "grade does not parse": ("gradings/two.yaml", "= 0", "= ", "when:", "写法", "ODK"),
    "grade reads the unknown": ("gradings/two.yaml", "not_met", "not_mat", "when:", "not_mat", "not_met"),
    "no last grade": ("gradings/two.yaml", "when: true()", "when: false()", "id: two", "兜底", "true()"),
    "relevance reads the unknown": (
        CHECKLIST,
        "${activities}",
        "${activity}",
        "relevant:",
        "activity",
        "activities",
    ),
    "guard word": (VIOLATIONS, "[sale]", "[sales]", "scope", "sales", "sale"),
    "party type": (VIOLATIONS, "[enterprise]", "[enterprize]", "scope", "enterprize", "enterprise"),
    "authority": (
        VIOLATIONS,
        "    deadline_days: 7",
        "    authority: helth",
        "helth",
        "helth",
        "health",
    ),
    "prior step": (
        VIOLATIONS,
        "    deadline_days: 7",
        "    prior_steps: [order_correction]",
        "id: W01",
        "order_correction",
        "order_correction_refused",
    ),
    "violation without duty": (VIOLATIONS, "[玩具法 3(1)(二)]", "[]", "id: W01", "义务", "duty"),
    "violation without measures": (VIOLATIONS, "[warning]", "[]", "id: W02", "措施", "measures"),
    "placeholder path": (NOTE, "{field.facts}", "{party.nam}", "party.nam", "nam", "name"),
    "placeholder field": (NOTE, '"{field.facts}在', '"{field.fact}{field.facts}在', "{field.fact}", "fact", "facts"),
    "placeholder in a row": (NOTE, "{item.number}", "{item.numbr}", "numbr", "numbr", "number"),
    "placeholder format": (NOTE, "{field.facts}", "{field.facts|dates}", "dates", "dates", "date"),
    "placeholder form": (NOTE, "{field.facts}", "{field facts}{field.facts}", "{field facts}", "写法", "路径"),
    "a list as text": (NOTE, "{field.facts}", "{field.facts}{key_numbers}", "key_numbers", "列表", "|list"),
    "a group as text": (NOTE, "{field.facts}", "{field.facts}{party}", "{party}", "不是一个值", "party."),
    "brackets": (NOTE, "内改正。", "内改正。}", "内改正", "大括号", "路径"),
    "test of a condition": (
        NOTE,
        '  - paragraph: "{field',
        '  - when: has_finding\n    then: []\n  - paragraph: "{field',
        "has_finding",
        "has_finding",
        "has_findings",
    ),
    "unknown list": (NOTE, "from: failed_items", "from: faild_items", "faild", "faild", "failed_items"),
    "unknown block": (NOTE, "  - paragraph:", "  - paragrph:", "paragrph", "哪种文书块", "paragraph"),
    "columns of a table": (NOTE, "widths: [1, 4]", "widths: [1]", "widths", "2 列", "一致"),
    "unknown parameter": (NOTE, "<<remedy.days>>", "<<remedy.day>>", "remedy.day", "remedy.day", "remedy.days"),
    "called for": (NOTE, "${not_met} > 0", "${notmet} > 0", "called_for", "notmet", "not_met"),
    "foot without slot": (NOTE, "page_foot: [party]", "page_foot: [parti]", "parti", "parti", "party"),
    "slot without place": (NOTE, "page_foot: [party]\n", "", "key: party", "没有位置", "page_foot"),
    "block names no slot": (
        NOTE,
        '  - paragraph: "{field',
        '  - signatures: [owner]\n  - paragraph: "{field',
        "owner",
        "owner",
        "party",
    ),
    "field nowhere used": (NOTE, "{field.facts}在", "在", "key: facts", "没有写进", "field.facts"),
    "field kind": (NOTE, "label: 事实,", "label: 事实, kind: txt,", "txt", "txt", "text"),
    "choice without choices": (NOTE, "label: 事实,", "label: 事实, kind: choice,", "kind", "choices", "单选"),
    "number without sequence": (NOTE, "{seq}号", "号", "pattern", "序号", "{seq}"),
    "number brackets": (NOTE, "〔{year}〕", "[{year}]", "pattern", "六角括号", "〔{year}〕"),
    "number placeholder": (NOTE, "{region}玩", "{regoin}玩", "pattern", "regoin", "region"),
    "serves the unknown": (NOTE, "title: 检查便条", "title: 检查便条\nserves: [letter]", "letter", "letter", "note"),
    "template version": (NOTE, 'version: "1"', "version: one", "one", "版本", "1"),
    "repeated violation": (VIOLATIONS, "id: W02", "id: W01", "id: W01", "重复", "编号"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_line_and_its_remedy(mistake: str, tmp_path: Path) -> None:
    file, old, new, on_line, what, mend = MISTAKES[mistake]
    folder = write_pack(tmp_path, {file: (old, new)})

    problems = lint_pack(folder)

    told = [problem for problem in problems if what in problem.what and mend in problem.mend]
    assert told, [str(problem) for problem in problems]
    assert on_line in line_of(folder, told[0]), str(told[0])


def test_the_toy_pack_itself_is_clean(tmp_path: Path) -> None:
    assert lint_pack(write_pack(tmp_path)) == ()


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path,
        {CHECKLIST: ("edition:", "editon:"), VIOLATIONS: ("[sale]", "[sell]")},
    )

    with pytest.raises(UserError) as caught:
        read_pack(folder)

    assert caught.value.code == "pack.problems"
    assert f"{CHECKLIST}:3:1" in caught.value.what
    assert f"{VIOLATIONS}:11:12" in caught.value.what


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("scripts/run.py", "不认识的文件夹"),
        ("notes.txt", "不认识的文件"),
        ("items/a.yml", "不认识的文件"),
    ],
)
def test_a_file_that_has_no_place_in_a_pack_is_told(file: str, what: str, tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {file: "x: 1\n"})
    assert any(what in problem.what for problem in lint_pack(folder))


def test_a_symbolic_link_is_told(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "items/link.yaml").symlink_to(folder / "pack.yaml")
    assert any("符号链接" in problem.what for problem in lint_pack(folder))


def test_a_file_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / NOTE).write_bytes(b"kind: note\ntitle: \xd6\xd0\xce\xc4\n")

    problem = next(problem for problem in lint_pack(folder) if problem.file == NOTE)
    assert problem.line == 2
    assert "UTF-8" in problem.mend


def test_a_folder_without_a_pack_is_told(tmp_path: Path) -> None:
    problem = lint_pack(tmp_path / "nowhere")[0]
    assert (problem.line, "没有这个文件夹" in problem.what) == (0, True)


def test_lines_of_chinese_text_join_without_blanks(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path,
        {CHECKLIST: ("text: 没有小零件", "text: >-\n          没有小零件，\n          包装完好")},
    )
    assert read_pack(folder).checklists[0].items[0].text == "没有小零件，包装完好"


def test_a_parameter_in_a_document_is_replaced_by_its_value(tmp_path: Path) -> None:
    template = read_pack(write_pack(tmp_path)).templates[0]
    assert "在六十日内改正" in str(template.blocks[0])


def test_a_parameter_that_names_itself_ends(tmp_path: Path) -> None:
    changed = FILES["parameters.yaml"].replace("六十日", "<<remedy.days>>")
    folder = write_pack(tmp_path, {"parameters.yaml": changed})
    assert lint_pack(folder) == ()


def test_a_file_that_is_too_large_is_told(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {NOTE: "# " + LONG * 30_000})
    assert any("上限" in problem.what for problem in lint_pack(folder))


def test_a_shared_item_that_no_checklist_uses_is_checked_in_its_own_pack(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path,
        {
            SHARED: ("[W01]", "[W03]"),
            CHECKLIST: ('      - {number: "1.2", use: TOY.SHARED}\n', ""),
        },
    )
    assert [problem.file for problem in lint_pack(folder) if "W03" in problem.what] == [SHARED]


def test_a_mistake_in_a_shared_item_is_told_once(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {SHARED: ("[W01]", "[W03]")})
    assert [problem.file for problem in lint_pack(folder)] == [SHARED]


@pytest.mark.parametrize("text", ["- id: toy-shop\n", "id: [\n", "toy-shop\n"])
def test_a_head_that_is_no_mapping_is_the_only_problem(text: str, tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"pack.yaml": text})
    assert [problem.file for problem in lint_pack(folder)] == ["pack.yaml"]


@pytest.mark.parametrize("text", ["- violations\n", "violations: [\n", "violations:\n  - W01\n"])
def test_names_that_a_file_which_cannot_be_read_defines_are_only_counted(
    text: str, tmp_path: Path
) -> None:
    folder = write_pack(tmp_path, {VIOLATIONS: text})

    cause, rest = lint_pack(folder)

    assert cause.file == VIOLATIONS
    assert "另有 2 处引用" in rest.what


def test_an_entry_that_is_no_mapping_is_not_told_what_it_lacks(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {SHARED: FILES[SHARED] + "  - TOY.OTHER\n"})
    assert ["键: 值" in problem.what for problem in lint_pack(folder)] == [True]


def test_no_remedy_is_to_delete_a_name_that_nothing_defines(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"gradings/two.yaml": None})

    (problem,) = lint_pack(folder)

    assert "“two”" in problem.what
    assert "删" not in problem.mend
