"""The linter of rules and words: what is missing, unknown or says a code twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from inspector_app.assets import forms_dir
from inspector_app.packs import lint_pack

RULES = "gate/01-inspection.yaml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "law-base"
    shutil.copytree(forms_dir() / "law-base", folder)
    return folder


def spoil(pack: Path, file: str, old: str, new: str) -> str:
    path = pack / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return "\n".join(str(problem) for problem in lint_pack(pack))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("officers_too_few", "officers_too_fwe", "没有名为“officers_too_fwe”的检查"),
        ("with: {least: 2}", "with: {most: 2}", "缺少参数“least”"),
        ("with: {least: 2}", "with: {least: two}", "应当是整数"),
        ("with: {least: 2}", "with: {least: 2, mots: 2}", "不认识"),
        ("field: officers}", "field: nowhere}", "没有“nowhere”这个改正之处"),
        ("（{since}至{until}）", "（{since}至{til}）", "不提供“til”"),
        ("code: gate.record_officers", "code: gate.officers_two", "已由规则“R01”使用"),
        ("code: gate.record_officers", "code: Gate.X", "写法不对"),
        ("id: R36", "id: R35", "缺少规则“R36”"),
        ("id: R36", "id: R35", "规则“R35”重复"),
        ("[处罚法 42, 处罚程序 22, 检查办法 23, 强制法 18]", "[无此法 42]", "没有声明过简称"),
        ("    mode: block\n    status: V\n", "    mode: prompt\n    status: R\n", ""),
    ],
)
def test_a_mistake_in_a_rule_is_told(pack: Path, old: str, new: str, told: str) -> None:
    found = spoil(pack, RULES, old, new)
    assert told in found
    assert bool(found) is bool(told)


def test_a_recalled_rule_may_only_prompt(pack: Path) -> None:
    found = spoil(
        pack,
        RULES,
        "    mode: prompt\n    status: V\n",
        "    mode: prompt\n    status: R\n",
    )
    assert found == ""
    again = spoil(
        pack,
        RULES,
        "        code: gate.recusal_applied\n",
        "        code: gate.recusal_applied\n        mode: block\n",
    )
    assert "只能提示" in again


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: suspect", "id: offender", "用语“offender”重复"),
        ("forms: [罚金]", "forms: []", "没有写法"),
        ("mode: block", "mode: forbid", "不认识的词"),
    ],
)
def test_a_mistake_in_a_word_is_told(pack: Path, old: str, new: str, told: str) -> None:
    assert told in spoil(pack, "words/01-terms.yaml", old, new)


def test_a_broken_pattern_is_told(pack: Path) -> None:
    found = spoil(pack, "words/02-private.yaml", "户籍(?:所在)?地", "户籍(?:所在?地")
    assert "正则表达式" in found


@pytest.mark.parametrize("code", ["gate.officers_two", "gate.a_new_one"])
def test_a_rule_that_is_switched_off_has_codes_of_its_own_too(pack: Path, code: str) -> None:
    path = pack / RULES
    first, rest = path.read_text("utf-8").split("  - id: R02\n", 1)
    rest = rest.replace("    status: V\n", "    status: R\n", 1)
    rest = rest.replace("code: gate.certificate_expired", f"code: {code}", 1)
    path.write_text(f"{first}  - id: R02\n{rest}", "utf-8")
    told = "\n".join(str(problem) for problem in lint_pack(pack))
    assert ("已由规则“R01”使用" in told) is (code == "gate.officers_two")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    with: {persons_by:", "    with: {persons_bye:", "缺少参数“persons_by”"),
        ("    with: {persons_by:", "    with: {persons_bye:", "不认识的键“persons_bye”"),
        ("with: {least: 1, most: 10}", "with: {least: 1}", "缺少参数“most”"),
    ],
)
def test_a_mistake_in_what_checks_of_a_rule_share_is_told(
    pack: Path, old: str, new: str, told: str
) -> None:
    assert told in spoil(pack, "gate/05-decision.yaml", old, new)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("check: income_unknown", "check: income_unknwon", "没有名为“income_unknwon”的检查"),
        ("    with: {persons_by:", "    with: [x]\n    was: {persons_by:", "“键: 值”的形式"),
    ],
)
def test_what_follows_from_a_mistake_is_not_told_as_well(
    pack: Path, old: str, new: str, told: str
) -> None:
    found = spoil(pack, "gate/05-decision.yaml", old, new)
    assert told in found
    assert "persons_" not in found


def test_what_a_check_says_itself_goes_before_what_its_rule_says(pack: Path) -> None:
    path = pack / "gate/05-decision.yaml"
    text = path.read_text("utf-8")
    shared = "    with: {persons_by:"
    assert text.count(shared) == 1
    path.write_text(text.replace(shared, "    with: {least: 2, persons_by:"), "utf-8")
    told = "\n".join(str(problem) for problem in lint_pack(pack))
    # Its own 1 is asked for; the rule's 2 is asked for by nobody.
    assert "不认识的键“least”" in told
