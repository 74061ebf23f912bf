"""A pack's folder to a :class:`Pack`, or to everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from inspector_app.packs.draft import PARTS, Draft
from inspector_app.packs.entry import Entry
from inspector_app.packs.lint import lint_draft
from inspector_app.packs.pack import Pack
from inspector_app.packs.problems import HEAD, PackProblem, Place, in_order, refusal
from inspector_app.packs.read_checklist import (
    read_checklist,
    read_grading,
    read_items,
    read_notice,
)
from inspector_app.packs.read_deadlines import read_deadlines, read_holidays
from inspector_app.packs.read_gate import read_rules, read_words
from inspector_app.packs.read_search import read_search
from inspector_app.packs.read_template import read_template
from inspector_app.packs.read_violations import read_laws, read_parameters, read_violations
from inspector_app.packs.read_weighing import read_discretion, read_grounds
from inspector_app.packs.signature import COMPILED, SIGNATURE
from inspector_app.packs.source import SourceError, read_source

__all__ = ["lint_pack", "read_draft", "read_pack"]

MAX_FILES = 200
MAX_DEPENDENCY_DEPTH = 4

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){1,3}")

# In this order: what comes later may name what comes before.
_PARTS: tuple[tuple[str, Callable[[Entry, Draft], None]], ...] = (
    ("notices", read_notice),
    ("gradings", read_grading),
    ("violations", read_violations),
    ("items", read_items),
    ("checklists", read_checklist),
    ("documents", read_template),
    ("deadlines", read_deadlines),
    ("holidays", read_holidays),
    ("grounds", read_grounds),
    ("discretion", read_discretion),
    ("search", read_search),
    ("gate", read_rules),
    ("words", read_words),
)
_BESIDE = ("README.md", COMPILED, SIGNATURE)


def read_pack(folder: Path) -> Pack:
    """The pack in ``folder``, with the packs it depends on (its siblings) linked in.

    Raises one :class:`UserError` that lists every problem with file, line and how to mend it.
    """
    draft = read_draft(folder)
    problems = _problems(draft)
    if problems:
        raise refusal(folder.name, problems)
    return draft.finished()


def lint_pack(folder: Path) -> tuple[PackProblem, ...]:
    """Every problem of the pack in ``folder``; empty = fit to sign.

    Those of pack.yaml come first, then by file. What only follows from another problem, because
    a dependency is missing or a file cannot be read, is counted in the last one.
    """
    return _problems(read_draft(folder))


def _problems(draft: Draft) -> tuple[PackProblem, ...]:
    problems = in_order((*draft.reading.problems, *lint_draft(draft)))
    unchecked = draft.reading.unchecked
    if not unchecked:
        return problems
    rest = PackProblem.at(
        Place(HEAD),
        f"因上述问题，另有 {unchecked} 处引用无从核对，未逐一列出。",
        "改正上述问题后请再检查一次。",
    )
    return (*problems, rest)


def read_draft(folder: Path, dependents: tuple[str, ...] = ()) -> Draft:
    """All parts of the pack in ``folder`` with their places and the problems met in reading.

    ``dependents``: the packs it is read for, the first one first.
    """
    draft = Draft(folder.name)
    if not folder.is_dir():
        draft.reading.note(Place(folder.name), "没有这个文件夹。", "请检查路径。")
        return draft
    entry = _open(folder, HEAD, draft)
    if entry is None:
        return draft
    _head(entry, folder, draft, dependents)
    known = len(draft.reading.problems)
    entry.close()
    if len(draft.reading.problems) > known:
        # A key with a slip of the pen may have been ``depends`` or ``laws``.
        draft.reading.lose(PARTS)
    if (folder / "parameters.yaml").is_file():
        parameters = _open(folder, "parameters.yaml", draft)
        if parameters is not None:
            read_parameters(parameters, draft)
    files = _files(folder, draft)
    for part, read in _PARTS:
        for name in files:
            if PurePosixPath(name).parts[0] == part:
                opened = _open(folder, name, draft)
                if opened is not None:
                    read(opened, draft)
    return draft


def _head(entry: Entry, folder: Path, draft: Draft, dependents: tuple[str, ...]) -> None:
    draft.id = entry.text("id")
    if draft.id and not _ID.fullmatch(draft.id):
        draft.reading.note(
            entry.at("id"), f"包代码“{draft.id}”的写法不对。", "请用小写字母、数字和连字符。"
        )
    elif draft.id and draft.id != folder.name:
        draft.reading.note(
            entry.at("id"),
            f"包代码“{draft.id}”与文件夹名“{folder.name}”不同。",
            "请使两者一致。",
        )
    draft.version = entry.text("version")
    if draft.version and not _VERSION.fullmatch(draft.version):
        draft.reading.note(
            entry.at("version"), f"版本“{draft.version}”的写法不对。", "请写成 1.2 或 1.2.3。"
        )
    draft.title = entry.text("title")
    draft.issuer = entry.text("issuer")
    draft.domain = entry.text("domain")
    draft.language = entry.text("language", "zh-CN")
    draft.valid_from = entry.day("valid_from", required=True)
    draft.valid_to = entry.day("valid_to")
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        draft.reading.note(entry.at("valid_to"), "失效日期早于生效日期。", "请核对两个日期。")
    draft.note = entry.text("note", "")
    draft.catalogue = entry.flag("catalogue")
    draft.basis = entry.texts("basis")
    _dependencies(entry, folder, draft, (*dependents, folder.name))
    read_laws(entry, draft)
    draft.reading.laws = {short: law.full for short, law in draft.all_laws().items()}


def _dependencies(entry: Entry, folder: Path, draft: Draft, line: tuple[str, ...]) -> None:
    before = len(draft.reading.problems)
    for name, place in entry.located_texts("depends"):
        if name in line or len(line) > MAX_DEPENDENCY_DEPTH:
            draft.reading.note(
                place,
                f"依赖的层次太深或互相依赖：{' → '.join((*line, name))}。",
                "请理清哪个包依赖哪个包。",
            )
            continue
        sibling = folder.parent / name
        if not _ID.fullmatch(name) or not (sibling / "pack.yaml").is_file():
            draft.reading.note(
                place, f"找不到依赖的包“{name}”。", "请把它放在同一上级文件夹中，或改正名称。"
            )
            continue
        dependency = read_draft(sibling, line)
        if dependency.reading.problems or lint_draft(dependency):
            draft.reading.note(
                place, f"依赖的包“{name}”自身有问题。", f"请先检查它（pack lint {name}）。"
            )
        draft.depends.append(dependency)
    if len(draft.reading.problems) > before:
        draft.reading.lose(PARTS)


def _open(folder: Path, name: str, draft: Draft) -> Entry | None:
    try:
        entry = Entry(read_source(folder / name, name), draft.reading, "本文件")
    except SourceError as error:
        draft.reading.problems.append(error.problem)
        entry = None
    if entry is not None and entry.is_mapping:
        return entry
    draft.reading.lose((PurePosixPath(name).parts[0].removesuffix(".yaml"),))
    return None


def _files(folder: Path, draft: Draft) -> list[str]:
    names = []
    folders = {part for part, _ in _PARTS}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        parts = PurePosixPath(name).parts
        if path.is_symlink():
            draft.reading.note(Place(name), "不允许符号链接。", "请改为普通文件。")
        elif path.is_dir():
            if parts[0] not in folders or len(parts) > 1:
                draft.reading.note(
                    Place(name), "不认识的文件夹。", f"可用的有：{'、'.join(sorted(folders))}。"
                )
        elif len(parts) == 2 and parts[0] in folders and path.suffix == ".yaml":
            names.append(name)
        elif name not in ("pack.yaml", "parameters.yaml", *_BESIDE):
            draft.reading.note(
                Place(name), "不认识的文件。", "请删去它，或改名为 .yaml 并放入相应文件夹。"
            )
    if len(names) > MAX_FILES:
        draft.reading.note(Place(folder.name), f"文件超过 {MAX_FILES} 个。", "请合并文件。")
        del names[MAX_FILES:]
    return names
