"""A small pack on disk, right in everything, to be broken one place at a time."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from inspector_app.packs import TrustedKey, lint_pack, sign_pack
from inspector_app.packs.problems import PackProblem
from inspector_app.trust.signing import SigningKey

PACK_ID = "toy-shop"
SIGNED_AT = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)

FILES: dict[str, str] = {
    "pack.yaml": """\
id: toy-shop
version: "1.2"
title: 玩具店检查
issuer: 测试单位
domain: toys
valid_from: 2026-01-01
valid_to: 2027-12-31
laws:
  玩具法: {full: 中华人民共和国玩具法, edition: 2020-01-01}
""",
    "parameters.yaml": """\
remedy.days:
  value: 六十日
  source: 玩具法9
  status: V
""",
    "notices/sheet.yaml": """\
id: sheet
title: 告知页
statements: [我们是检查人员。]
questions:
  - key: seen
    text: 看清证件了吗？
    answers:
      - {code: "yes", label: 看清了}
      - {code: "no", label: 没看清}
    blocking: ["no"]
""",
    "gradings/two.yaml": """\
id: two
title: 两级
source: 测试
status: V
grades:
  - {code: pass, label: 符合, when: "${not_met} = 0", handlings: [{code: pass, label: 通过}]}
  - {code: fail, label: 不符合, when: true(), handlings: [{code: order, label: 整改}]}
""",
    "violations/all.yaml": """\
tiers:
  T9: 责令改正，给予警告
violations:
  - id: W01
    wording: 玩具有小零件
    duty: [玩具法 3(1)(二)]
    penalty: [玩具法 9]
    tier: T9
    measures: [order_correction, warning]
    status: V
    scope: {activities: [sale], party_types: [enterprise]}
    summary: 玩具不得有小零件。
    deadline_days: 7
  - id: W02
    wording: 传闻中的违法行为
    duty: [玩具法 4]
    penalty: [玩具法 9]
    tier: T9
    measures: [warning]
    status: R
    summary: 待核实。
""",
    "items/shared.yaml": """\
items:
  - code: TOY.SHARED
    text: 共用项目
    violations: [W01]
""",
    "checklists/toys.yaml": """\
id: toys
title: 玩具检查表
edition: 第一版
grading: two
notice: sheet
expects: {items: 2, key: 1}
sections:
  - number: "1"
    title: 货架
    items:
      - number: "1.1"
        code: TOY.PARTS
        key: true
        text: 没有小零件
        violations: [W01]
        relevant: selected(${activities}, 'sale')
      - {number: "1.2", use: TOY.SHARED}
""",
    "documents/note.yaml": """\
kind: note
title: 检查便条
version: "1"
number: {word: 便, pattern: "{region}玩便〔{year}〕{seq}号"}
called_for: ${not_met} > 0
page_foot: [party]
slots:
  - {key: party, role: party, label: 当事人, name: "{attendee.name}"}
fields:
  - {key: facts, label: 事实, default: "{party.name}"}
blocks:
  - paragraph: "{field.facts}在<<remedy.days>>内改正。"
  - table:
      header: [项目, 内容]
      widths: [1, 4]
      from: failed_items
      as: item
      cells: ["{item.number}", "{item.text}"]
""",
}


def write_pack(root: Path, changes: dict[str, tuple[str, str] | str | None] | None = None) -> Path:
    """The toy pack under ``root``; ``changes`` map a file to (old, new), a whole text, or None."""
    folder = root / PACK_ID
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for name, change in (changes or {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if change is None:
            path.unlink()
        elif isinstance(change, str):
            path.write_text(change, "utf-8")
        else:
            mistake(folder, name, *change)
    return folder


def mistake(folder: Path, file: str, old: str, new: str) -> None:
    """Write ``new`` in the one place where a file of the pack says ``old``."""
    text = (folder / file).read_text("utf-8")
    assert text.count(old) == 1, (file, old)
    (folder / file).write_text(text.replace(old, new), "utf-8")


def line_of(folder: Path, problem: PackProblem) -> str:
    """The line that a problem is told of."""
    return (folder / problem.file).read_text("utf-8").splitlines()[problem.line - 1]


def assert_told(folder: Path, file: str, on_line: str, what: str) -> None:
    """The pack's problems hold ``what``, at a line of ``file`` that holds ``on_line``."""
    problems = lint_pack(folder)
    told = [problem for problem in problems if what in problem.what]
    assert told, [str(problem) for problem in problems]
    assert (told[0].file, on_line in line_of(folder, told[0])) == (file, True)


def signed_pack(root: Path, key: SigningKey | None = None, **changes: str) -> Path:
    """The toy pack, signed; ``version``, ``valid_from`` and ``valid_to`` may be given."""
    edits: dict[str, tuple[str, str] | str | None] = {}
    if changes:
        text = FILES["pack.yaml"]
        for name, value in changes.items():
            old = next(line for line in text.splitlines() if line.startswith(name + ":"))
            text = text.replace(old, f'{name}: "{value}"')
        edits["pack.yaml"] = text
    folder = write_pack(root, edits)
    sign_pack(folder, key or KEY, SIGNED_AT)
    return folder


def resigned(folder: Path, root: Path, key: SigningKey) -> Path:
    """A copy of ``folder`` under ``root`` signed by another key."""
    copy = root / folder.name
    shutil.copytree(folder, copy)
    sign_pack(copy, key, SIGNED_AT)
    return copy


KEY = SigningKey(bytes(range(32)))
OTHER_KEY = SigningKey(bytes(range(1, 33)))
TRUSTED = (TrustedKey(KEY.verify_key, "测试密钥"),)
