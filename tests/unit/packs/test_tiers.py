"""Penalty tiers as authors write them become ranges and multiples, or are refused with the place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.penalty import Fine, FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.violation import RemedyBlock, Violation
from inspector_app.packs import lint_pack, read_pack
from inspector_app.packs.entry import Entry, Reading
from inspector_app.packs.read_tiers import read_tier, read_tiers
from inspector_app.packs.source import parse_source
from tests.unit.packs.factory_packs import FILES, write_pack

VIOLATIONS = "violations/all.yaml"
STEPS = """\
      - {do: order_correction}
      - {do: warning}
      - {do: fine, stage: unheeded, yuan: [5000, 50000]}
"""
TIERS = FILES[VIOLATIONS].replace(
    "  T9: 责令改正，给予警告\n", f"  T9:\n    summary: 责令改正，给予警告\n    steps:\n{STEPS}"
)
REFUSED = "    prior_steps: [order_correction_refused]\n"
SOUND = TIERS.replace("    deadline_days: 7\n", f"    deadline_days: 7\n{REFUSED}").replace(
    "    summary: 待核实。\n", f"    summary: 待核实。\n{REFUSED}"
)


def steps(*lines: str) -> tuple[Sanction, ...]:
    written = "".join(f"      - {{{line}}}\n" for line in lines)
    source = f"tier:\n    summary: 概括\n    steps:\n{written}"
    reading = Reading()
    tier = read_tier(Entry(parse_source(source, "t"), reading, "违法行为"), {})
    assert reading.problems == []
    return tier.steps


def problems(tmp_path: Path, violations: str, head: str = FILES["pack.yaml"]) -> list[str]:
    folder = write_pack(tmp_path, {VIOLATIONS: violations, "pack.yaml": head})
    return [str(problem) for problem in lint_pack(folder)]


def test_a_named_tier_gives_its_steps_to_each_violation_that_names_it(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path, {VIOLATIONS: SOUND}))

    fine = Fine(FineBase.AMOUNT, 5000, 50000)
    assert pack.violations["W01"].sanctions == pack.violations["W02"].sanctions
    assert pack.violations["W01"].tier == "责令改正，给予警告"
    assert pack.violations["W01"].sanctions[2] == Sanction(
        SanctionKind.FINE, Stage.UNHEEDED, fine=fine
    )


def test_a_step_says_all_that_a_clause_can() -> None:
    assert steps(
        "do: fine, stage: grave, optional: true, payer: responsible_person, base: income, "
        'times: ["0.3", 3], deemed: 50000, ceiling: 30000, class: turnover, from: 10000, '
        "below: 50000, choice: one, several: true, no_gain: true, for_whom: retail, words: 甲"
    ) == (
        Sanction(
            SanctionKind.FINE,
            Stage.GRAVE,
            optional=True,
            payer=Payer.RESPONSIBLE_PERSON,
            fine=Fine(
                FineBase.INCOME,
                300,
                3000,
                class_of=FineBase.TURNOVER,
                from_value=10000,
                below_value=50000,
                deemed_value=50000,
                ceiling=30000,
            ),
            choice="one",
            several=True,
            no_gain=True,
            for_whom="retail",
            words="甲",
        ),
    )


@given(st.integers(0, 9_999_999))
def test_multiples_are_read_to_the_thousandth(thousandths: int) -> None:
    text = f"{thousandths // 1000}.{thousandths % 1000:03}"
    (step,) = steps(f"do: fine, base: goods_value, times: [0, {text}]")
    assert step.fine == Fine(FineBase.GOODS_VALUE, 0, thousandths)


@pytest.mark.parametrize("written", ["", "T9", "责令改正"])
def test_words_alone_give_no_structure(written: str) -> None:
    entry = Entry(parse_source(f"tier: {written}\n", "t"), Reading(), "违法行为")
    assert read_tier(entry, {}).steps == ()


def test_no_tiers_are_no_mistake() -> None:
    reading = Reading()
    assert read_tiers(Entry(parse_source("a: b\n", "t"), reading, "本文件")) == {}
    assert reading.problems == []


def test_the_head_of_a_file_holds_for_the_violations_that_say_nothing_else(tmp_path: Path) -> None:
    head = "domain: 玩具\nremedy: price\n"
    own = SOUND.replace("    status: R\n", "    status: R\n    remedy: tobacco\n    domain: 烟\n")
    pack = read_pack(write_pack(tmp_path, {VIOLATIONS: head + own}))
    told = [(v.domain, v.remedy) for v in pack.violations.values()]
    assert told == [("玩具", RemedyBlock.PRICE), ("烟", RemedyBlock.TOBACCO)]


def test_validity_and_sayings_are_read(tmp_path: Path) -> None:
    text = SOUND.replace(
        "    deadline_days: 7\n",
        "    deadline_days: 7\n    valid_from: 2026-01-01\n    valid_to: 2026-12-31\n"
        "    sayings: [积木掉零件, 小零件松动]\n",
    )
    pack = read_pack(write_pack(tmp_path, {VIOLATIONS: text}))
    found: Violation = pack.violations["W01"]
    assert (str(found.valid_from), str(found.valid_to)) == ("2026-01-01", "2026-12-31")
    assert pack.sayings == {"W01": ("积木掉零件", "小零件松动")}


FINE = "      - {do: fine, stage: unheeded, yuan: [5000, 50000]}\n"
CLASS = "do: fine, class: goods_value"
MULTIPLE = f"{CLASS}, base: goods_value, times: [5, 10]"
# name: (steps instead of the fine, part of the complaint)
WRONG: dict[str, tuple[tuple[str, ...], str]] = {
    "low above high": (("do: fine, yuan: [50000, 5000]",), "高于上限"),
    "one number": (("do: fine, yuan: [5000]",), "上限两个数"),
    "yuan with a point": (('do: fine, yuan: ["1.5", 2]',), "不是数"),
    "four places": (("do: fine, base: income, times: [0, 0.3333]",), "不是数"),
    "unknown kind": (("do: fined",), "不认识的词“fined”"),
    "unknown key": (("do: fine, yuan: [1, 2], hight: 3",), "hight"),
    "multiples of an amount": (("do: fine, times: [1, 2]",), "times"),
    "class without a base": (("do: fine, yuan: [1, 2], from: 10000",), "class"),
    "gap": ((f"{CLASS}, below: 10000, yuan: [1, 2]", f"{MULTIPLE}, from: 10001"), "缺档"),
    "overlap": ((f"{CLASS}, below: 10001, yuan: [1, 2]", f"{MULTIPLE}, from: 10000"), "重叠"),
    "open end": ((f"{CLASS}, below: 10000, yuan: [1, 2]",), "10000 元处"),
    "no beginning": ((f"{MULTIPLE}, from: 10000",), "0 元处"),
    "both open": ((f"{CLASS}, yuan: [1, 2]", MULTIPLE), "重叠"),
    "classes that may and must": (
        (f"{CLASS}, below: 10000, yuan: [1, 2], optional: true", f"{MULTIPLE}, from: 10000"),
        "可以",
    ),
    "a choice of one": (("do: suspension, choice: halt",), "只有一项"),
    "a choice that may and must": (
        ("do: suspension, choice: halt", "do: revocation, choice: halt, optional: true"),
        "不一致",
    ),
    "several without a choice": (("do: suspension, several: true",), "several"),
    "unknown, but what": (("do: fine, yuan: [1, 2], base_unknown: true",), "哪个基数"),
    "referred to nowhere": (("do: referred",), "words"),
    "for nobody known": (("do: suspension, for_whom: retial",), "retail"),
}


@pytest.mark.parametrize("name", WRONG)
def test_steps_that_contradict_are_refused(name: str, tmp_path: Path) -> None:
    lines, complaint = WRONG[name]
    written = "".join(f"      - {{{line}}}\n" for line in lines)
    found = problems(tmp_path, SOUND.replace(FINE, written))
    assert found
    assert all(complaint in problem for problem in found if "steps" in problem), found
    assert any(complaint in problem for problem in found), found
    assert all(problem.startswith(f"{VIOLATIONS}:") for problem in found)


def test_an_amount_guards_no_duty(tmp_path: Path) -> None:
    text = SOUND.replace("party_types: [enterprise]", "value_below: 10000")
    (found,) = problems(tmp_path, text)
    assert "value_below" in found


# name: (old, new, part of the complaint)
MISTAKES: dict[str, tuple[str, str, str]] = {
    "another authority's business": (
        "    deadline_days: 7\n",
        "    authority: tobacco\n",
        "只能移送",
    ),
    "penalty before the province speaks": (
        "    deadline_days: 7\n",
        "    authority: provincial_rules\n",
        "省级",
    ),
    "warning that the clause lacks": ("      - {do: warning}\n", "", "没有警告"),
    "fine without its order": (REFUSED, "", "前置步骤"),
    "ends before it begins": (
        "    deadline_days: 7\n",
        "    valid_from: 2026-02-01\n    valid_to: 2026-01-31\n",
        "早于",
    ),
    "two of one name": ("传闻中的违法行为", "玩具有小零件", "重复"),
    "unknown remedy": ("    status: V\n", "    status: V\n    remedy: court\n", "court"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_of_a_violation_are_told(name: str, tmp_path: Path) -> None:
    old, new, complaint = MISTAKES[name]
    found = problems(tmp_path, SOUND.replace(old, new))
    assert any(complaint in problem for problem in found), found


def test_one_saying_for_two_violations_is_refused(tmp_path: Path) -> None:
    text = SOUND.replace("    status:", "    sayings: [掉零件]\n    status:")
    (found,) = problems(tmp_path, text)
    assert all(part in found for part in ("W01", "W02", "掉零件"))


LATER = SOUND.replace("    deadline_days: 7\n", "    deadline_days: 7\n    sayings: [掉零件]\n")
OF_TWO_TEXTS = LATER.replace("W01\n", "W01\n    valid_to: 2026-12-31\n").replace(
    "W02\n", "W02\n    valid_from: 2027-01-01\n    said_like: [W01]\n"
)


def test_the_same_act_under_another_text_is_said_in_the_same_words(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path, {VIOLATIONS: OF_TWO_TEXTS}))
    assert pack.sayings == {"W01": ("掉零件",), "W02": ("掉零件",)}


def test_keywords_of_the_other_text_come_behind_the_own_and_once(tmp_path: Path) -> None:
    text = OF_TWO_TEXTS.replace("W01\n", "W01\n    keywords: [零件, 积木]\n").replace(
        "W02\n", "W02\n    keywords: [零件, 松动]\n"
    )
    pack = read_pack(write_pack(tmp_path, {VIOLATIONS: text}))
    assert [v.keywords for v in pack.violations.values()] == [
        ("零件", "积木"),
        ("零件", "松动", "积木"),
    ]


@pytest.mark.parametrize("day", ["2027-01-01", "2028-06-30"])
def test_two_that_apply_on_one_day_may_not_share_their_sayings(tmp_path: Path, day: str) -> None:
    (found,) = problems(tmp_path, OF_TWO_TEXTS.replace("2026-12-31", day))
    assert all(part in found for part in ("W01", "W02", "同日施行"))


@pytest.mark.parametrize("line", ["    valid_to: 2026-12-31\n", "    valid_from: 2027-01-01\n"])
def test_two_without_a_day_between_them_may_not_share_either(tmp_path: Path, line: str) -> None:
    (found,) = problems(tmp_path, OF_TWO_TEXTS.replace(line, ""))
    assert "同日施行" in found


def test_nobody_is_said_like_a_violation_that_is_not_there(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, OF_TWO_TEXTS.replace("[W01]", "[W99]"))
    assert "没有编号为“W99”的违法行为" in found


def test_a_catalogue_asks_for_five_sayings_of_what_may_be_proposed(tmp_path: Path) -> None:
    head = FILES["pack.yaml"].replace("domain: toys", "domain: toys\ncatalogue: true")
    (found,) = problems(tmp_path, SOUND, head)
    assert "W01" in found
    assert "至少要 5 种" in found


def test_five_sayings_are_enough(tmp_path: Path) -> None:
    head = FILES["pack.yaml"].replace("domain: toys", "domain: toys\ncatalogue: true")
    text = SOUND.replace("    deadline_days: 7\n", "    sayings: [甲, 乙, 丙, 丁, 戊]\n")
    assert problems(tmp_path, text, head) == []


def test_what_is_not_verified_may_not_know_its_clause_yet(tmp_path: Path) -> None:
    assert problems(tmp_path, SOUND.replace("duty: [玩具法 4]", "duty: []")) == []
    (found,) = problems(tmp_path, SOUND.replace("duty: [玩具法 3(1)(二)]", "duty: []"))
    assert "没有义务条款" in found


def test_what_is_another_authoritys_may_be_transferred(tmp_path: Path) -> None:
    text = SOUND.replace("    deadline_days: 7\n", "    authority: tobacco\n")
    text = text.replace("measures: [order_correction, warning]", "measures: [transfer]")
    assert problems(tmp_path, text) == []
