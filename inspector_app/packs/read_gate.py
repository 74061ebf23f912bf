"""The gate's rules and the words not to use, from YAML (``gate/*.yaml``, ``words/*.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from inspector_app.domain.law.gate.checks import CHECKS, CheckSpec
from inspector_app.domain.law.gate.rules import (
    GateCheck,
    GateMode,
    GateRule,
    OtherBasis,
    Run,
    Word,
    WordUse,
)
from inspector_app.domain.law.gate.targets import is_field
from inspector_app.domain.law.violation import Verification
from inspector_app.packs.draft import Draft
from inspector_app.packs.entry import Entry, nearest

__all__ = ["read_rules", "read_words"]

_ID = re.compile(r"[A-Z][0-9]{2}")
_CODE = re.compile(r"gate\.[a-z_]+")
_PLACE = re.compile(r"\{(\w+)\}")
# A rule is asked whenever something may still be mended; service has its own.
_USUAL = (Run.COMPOSE, Run.ISSUE, Run.SUBMIT, Run.DEMAND)


def read_rules(entry: Entry, draft: Draft) -> None:
    """One file of rules (``gate/*.yaml``)."""
    for part in entry.entries("rules", "审查规则", loses=("gate",)):
        rule = _rule(part)
        if rule.id and not _ID.fullmatch(rule.id):
            draft.reading.note(part.at("id"), f"规则编号“{rule.id}”的写法不对。", "请写成 R01。")
        if rule.id in draft.gate:
            draft.reading.note(part.at("id"), f"规则“{rule.id}”重复。", "每条规则只写一次。")
        if not (rule.basis or rule.also):
            draft.reading.note(part.place, f"规则“{rule.id}”没有依据。", "请写 basis 或者 also。")
        draft.gate[rule.id] = rule
        draft.places[f"rule {rule.id}"] = part.place
        part.close()
    entry.close()


def _rule(entry: Entry) -> GateRule:
    shared = entry.entry("with", "参数", required=False)
    rule = GateRule(
        id=entry.text("id"),
        title=entry.text("title"),
        mode=entry.word("mode", GateMode),
        status=entry.word("status", Verification),
        basis=entry.citations("basis") if entry.has("basis") else (),
        also=_also(entry),
        checks=tuple(_check(part, shared) for part in entry.entries("checks", "检查")),
        note=entry.text("note", ""),
    )
    # What a check that is not known would have asked for is not known either.
    if shared is not None and all(check.check in CHECKS for check in rule.checks):
        shared.close()
    return rule


def _also(entry: Entry) -> tuple[OtherBasis, ...]:
    found = []
    for part in entry.entries("also", "其他依据", required=False):
        found.append(OtherBasis(part.text("text"), part.word("status", Verification)))
        part.close()
    return tuple(found)


def _check(entry: Entry, shared: Entry | None) -> GateCheck:
    name, code, message = entry.text("check"), entry.text("code"), entry.text("message")
    spec = CHECKS.get(name)
    if name and spec is None:
        entry.reading.note(entry.at("check"), f"没有名为“{name}”的检查。", nearest(name, CHECKS))
    if code and not _CODE.fullmatch(code):
        entry.reading.note(
            entry.at("code"), f"代码“{code}”的写法不对。", "请写成 gate.some_words。"
        )
    step, target = _mends(entry)
    runs = entry.words("runs", Run) if entry.has("runs") else _USUAL
    numbers, words = _parameters(entry, shared, spec)
    for place in _PLACE.findall(message) if spec is not None else ():
        if spec is not None and place not in spec.gives:
            entry.reading.note(
                entry.at("message"),
                f"检查“{name}”不提供“{place}”。",
                nearest(place, tuple(sorted(spec.gives))),
            )
    found = GateCheck(
        check=name,
        code=code,
        message=message,
        step=step,
        target=target,
        runs=runs,
        numbers=numbers,
        words=words,
        kinds=entry.texts("kinds"),
        mode=entry.word("mode", GateMode) if entry.has("mode") else None,
        basis=entry.citations("basis") if entry.has("basis") else (),
        also=_also(entry),
    )
    entry.close()
    return found


def _mends(entry: Entry) -> tuple[str, str]:
    part = entry.entry("mends", "改正之处")
    if part is None:
        return "", ""
    step = part.text("step")
    target = part.text("field", "")
    if step and not is_field(step, target):
        entry.reading.note(
            part.place,
            f"步骤“{step}”没有“{target}”这个改正之处。",
            "请从 domain/law/gate/targets.py 的 FIELDS 中选用，或写案件事实的路径。",
        )
    part.close()
    return step, target


def _parameters(
    entry: Entry, shared: Entry | None, spec: CheckSpec | None
) -> tuple[Mapping[str, int], Mapping[str, tuple[str, ...]]]:
    """What the check's own ``with`` says, and for the rest that of its rule."""
    own = entry.entry("with", "参数", required=False)
    if spec is None:
        return {}, {}
    parts = [part for part in (shared, own) if part is not None]
    said: dict[str, Entry] = {}
    for part in parts:
        said |= dict.fromkeys(part.keys() if part.is_mapping else (), part)
    # What is no mapping was told, and what it lacks follows from that.
    if all(part.is_mapping for part in parts):
        for name in sorted((spec.numbers | spec.words) - said.keys()):
            entry.reading.note(
                entry.place, f"检查“{spec.name}”缺少参数“{name}”。", "请在 with 中写明。"
            )
    numbers = {name: said[name].integer(name) for name in sorted(spec.numbers & said.keys())}
    words = {name: said[name].texts(name) for name in sorted(spec.words & said.keys())}
    if own is not None:
        own.close()
    return numbers, words


def read_words(entry: Entry, draft: Draft) -> None:
    """One file of improper or sensitive words (``words/*.yaml``)."""
    for part in entry.entries("words", "用语"):
        word = _word(part)
        if word.id in draft.words:
            draft.reading.note(part.at("id"), f"用语“{word.id}”重复。", "请改用另一个编号。")
        if not (word.forms or word.pattern):
            draft.reading.note(part.place, f"用语“{word.id}”没有写法。", "请补上 forms。")
        draft.words[word.id] = word
        part.close()
    entry.close()


def _word(entry: Entry) -> Word:
    pattern = entry.text("pattern", "")
    try:
        re.compile(pattern)
    except re.error:
        entry.reading.note(entry.at("pattern"), "不是有效的正则表达式。", "请核对括号和转义。")
        pattern = ""
    return Word(
        id=entry.text("id"),
        forms=entry.texts("forms"),
        why=entry.text("why"),
        mode=entry.word("mode", GateMode),
        instead=entry.text("instead", ""),
        pattern=pattern,
        unless=entry.texts("unless"),
        uses=entry.words("uses", WordUse),
        published_only=entry.flag("published_only"),
    )
