"""Free text to ranked violations: what is compared, how rarity and fields count, and why."""

import math
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.ranking import Ranker, SearchEntry, Weights
from inspector_app.domain.law.ranking.index import FieldWeights, Index
from inspector_app.domain.law.ranking.text import Lexicon, normalise, pairs, parts, passages, runs
from inspector_app.domain.law.script import simplified

EXPIRED = SearchEntry(
    "M06",
    "食品",
    {"wording": ("经营超过保质期的食品",), "keywords": ("过期食品", "保质期")},
    ("货架上的饼干过期三天了", "在他家买的牛奶早过了保质期"),
)
TABLEWARE = SearchEntry(
    "M48",
    "食品",
    {"wording": ("餐具饮具使用前未经洗净消毒",), "keywords": ("餐具", "碗筷", "消毒")},
    ("碗筷只冲了一下就上桌",),
)
DRUG = SearchEntry(
    "YP07",
    "药品",
    {"wording": ("销售超过有效期的药品",), "keywords": ("过期药", "劣药", "有效期")},
    ("柜台里的感冒灵上个月就到期了",),
)
ENTRIES = (EXPIRED, TABLEWARE, DRUG)
KINDS = {"药品": ("感冒灵", "胶囊", "布洛芬"), "食品": ("饼干", "牛奶", "薯片")}


def first(text: str, ranker: Ranker | None = None) -> str:
    return (ranker or Ranker(ENTRIES, kinds=KINDS)).rank(text)[0].id


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("经查，当事人经营超过保质期的食品案", "M06"),
        ("冰柜里还有12盒过了保质期的酸奶", "M06"),
        ("餐具没有消毒", "M48"),
        ("店里的碗筷没洗干净就给客人用", "M48"),
        ("药柜里有过期药", "YP07"),
    ],
)
def test_what_is_said_leads_to_what_is_meant(said: str, meant: str) -> None:
    assert first(said) == meant


def test_goods_of_a_kind_tell_the_field_of_law() -> None:
    assert first("布洛芬") == "YP07"
    assert first("薯片") == "M06"


def test_a_synonym_is_as_good_as_the_word() -> None:
    said = "杯盏未作洗消"

    plain = Ranker(ENTRIES).rank(said)
    with_synonyms = Ranker(ENTRIES, synonyms=[("餐具", "杯盏"), ("消毒", "洗消")]).rank(said)

    assert with_synonyms[0].id == "M48"
    assert with_synonyms[0].score > max((found.score for found in plain), default=0.0)


PARTS = Weights(besides=0.3, telling=1.0)
FILLING = tuple(
    SearchEntry(f"F{n}", "食品", {"wording": (f"货架上的饼干{sign}过期",)})
    for n, sign in enumerate("甲乙丙")
)


def _by_articles(weights: Weights) -> Ranker:
    entries = (EXPIRED, TABLEWARE, DRUG, *FILLING)
    held = [replace(each, articles=frozenset({each.id})) for each in entries]
    return Ranker(held, weights=weights)


@pytest.mark.parametrize("joint", ["。", "，", "；还有"])
def test_what_a_part_of_the_text_tells_is_among_the_first(joint: str) -> None:
    text = f"货架上货架上的饼干甲过期{joint}碗筷没洗"
    without = _by_articles(replace(PARTS, besides=0.0)).rank(text)
    found = _by_articles(PARTS).rank(text)

    assert "M48" not in [each.id for each in without[:3]]
    assert "M48" in [each.id for each in found[:3]]
    assert found[0].id == without[0].id
    assert sorted(each.id for each in found) == sorted(each.id for each in without)


def test_a_part_of_few_telling_words_and_a_part_of_a_report_bring_less() -> None:
    text = "货架上货架上的饼干甲过期。碗筷没洗"
    of_few_words, of_a_report = replace(PARTS, telling=1000.0), replace(PARTS, report=1)
    in_three = [
        "M48" in [each.id for each in _by_articles(weights).rank(text)[:3]]
        for weights in (PARTS, of_few_words, of_a_report)
    ]

    assert in_three == [True, False, False]


def test_a_text_that_cites_a_clause_is_not_divided() -> None:
    text = "货架上货架上的饼干甲过期。碗筷没洗"
    cited = frozenset({"F1"})

    assert _by_articles(PARTS).rank(text, cited=cited) == _by_articles(
        replace(PARTS, besides=0.0)
    ).rank(text, cited=cited)


def test_a_stretch_of_the_wording_is_a_reason() -> None:
    entry = SearchEntry("F1", "食品", {"wording": ("从事网络餐饮服务未公示信息",)})
    found = Ranker([entry]).rank("他家从事网络餐饮服务好几年了，未公示")

    assert found[0].words == ("从事网络餐饮服务",)


def test_a_long_report_is_not_divided() -> None:
    assert parts("货架上的饼干过期。碗筷没有消毒。" * 40) == ()
    assert parts("货架上的饼干过期") == ()
    assert len(parts("货架上的饼干过期，碗筷没有消毒")) == 2


def test_words_that_no_entry_knows_find_nothing() -> None:
    ranker = Ranker(ENTRIES)

    assert ranker.rank("") == ()
    assert ranker.rank("2026-11-22 ！？，，") == ()


def test_a_result_says_which_words_it_met() -> None:
    found = Ranker(ENTRIES).rank("碗筷和餐具都没有消毒")[0]

    assert "餐具" in found.words
    assert found.saying == "碗筷只冲了一下就上桌"


@given(st.text(alphabet="过期食品餐具消毒药店某当事人0１a, 。\n", max_size=80))
def test_any_text_is_ranked_in_order_without_repeats(text: str) -> None:
    found = RANKER.rank(text, limit=3)

    assert [r.score for r in found] == sorted((r.score for r in found), reverse=True)
    assert len({r.id for r in found}) == len(found)


RANKER = Ranker(ENTRIES, kinds=KINDS)

TOKENS = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=8)


@given(st.lists(st.fixed_dictionaries({"a": TOKENS, "b": TOKENS}), min_size=1, max_size=5), TOKENS)
def test_the_index_sums_what_the_formula_says(
    entries: list[dict[str, list[str]]], asked: list[str]
) -> None:
    fields = {"a": FieldWeights(2.0, 0.3), "b": FieldWeights(0.5, 1.0)}
    index = Index(entries, fields, saturation=1.2)

    found = index.scores([(token, 1.0) for token in asked])

    assert found == pytest.approx([_naive(entries, n, fields, asked) for n in range(len(entries))])


def _naive(
    entries: list[dict[str, list[str]]],
    number: int,
    fields: dict[str, FieldWeights],
    asked: list[str],
) -> float:
    total = 0.0
    for token in asked:
        holding = sum(any(token in tokens for tokens in entry.values()) for entry in entries)
        if not any(token in tokens for tokens in entries[number].values()):
            continue
        rarity = math.log(1 + (len(entries) - holding + 0.5) / (holding + 0.5))
        strength = 0.0
        for name, field in fields.items():
            mean = sum(len(entry[name]) for entry in entries) / len(entries) or 1.0
            tokens = entries[number][name]
            damp = 1 - field.length + field.length * len(tokens) / mean
            if token in tokens:
                strength += Counter(tokens)[token] * field.weight / damp
        total += rarity * strength / (strength + 1.2)
    return total


def test_numbers_widths_and_the_formulas_of_reports_do_not_count() -> None:
    report = "经查，当事人于２０２６年3月１日销售ＣＣＣ玩具"

    assert runs(normalise(report)) == ["于", "销售", "ccc", "玩具"]


def test_signs_and_pairs_of_them_are_compared() -> None:
    assert pairs("过期药") == ["过", "期", "药", "过期", "期药"]
    assert pairs("ccc") == ["ccc"]


def test_words_within_words_are_found() -> None:
    lexicon = Lexicon([("明码标价", "=a"), ("未明码标价", "=b"), ("标价", "=c"), ("标价", "=d")])

    assert list(lexicon.words("未明码标价")) == [
        ("未明码标价", ("=b",)),
        ("明码标价", ("=a",)),
        ("标价", ("=c", "=d")),
    ]


def test_weights_are_values_to_be_tuned() -> None:
    text = "碗筷只冲了一下"
    plain, heavy = (Ranker(ENTRIES, weights=Weights(nearest=n)).rank(text)[0] for n in (0.5, 5.0))

    assert (plain.id, heavy.id) == ("M48", "M48")
    assert heavy.score > plain.score


def test_how_the_case_went_names_no_violation() -> None:
    report = (
        "2026年3月5日，执法人员对某某超市进行检查，当事人提供了营业执照，配合检查，"
        "货架上的饼干过了保质期，以上事实有现场笔录、询问笔录为证，本局已送达行政处罚告知书，"
        "当事人未提出陈述申辩，货值金额86元，违法所得12元"
    )

    telling = [p.runs for p in passages(report) if not p.procedural]

    assert telling == [("货架上的饼干过了保质期",)]
    assert first(report) == "M06"


def test_a_text_of_procedure_alone_is_still_compared() -> None:
    assert Ranker(ENTRIES).rank("已送达餐具消毒不合格的检验报告，并立案" * 4)[0].id == "M48"


def test_what_is_seldom_meant_gives_way() -> None:
    rare = replace(TABLEWARE, id="M82", usual=0.9)

    assert [found.id for found in Ranker((rare, TABLEWARE)).rank("餐具没有消毒")] == ["M48", "M82"]


def test_traditional_signs_are_met_as_simplified_ones() -> None:
    assert first("櫃檯裡的藥已經超過有效期") == first("柜台里的药已经超过有效期") == "YP07"


@given(st.text(alphabet="电電检檢过過期的x１", max_size=40))
def test_writing_traditionally_changes_no_length_and_is_done_once(text: str) -> None:
    once = simplified(text)

    assert len(once) == len(text)
    assert simplified(once) == once
    assert not set(once) & set("電檢過")


@pytest.mark.parametrize("text", ["今天天气不错", "hello world", "床前明月光，疑是地上霜"])
def test_a_text_of_something_else_gets_no_proposal(text: str) -> None:
    assert RANKER.rank(text) == ()


def test_a_latin_word_is_not_met_within_another() -> None:
    lexicon = Lexicon([("ps", "=ps")])

    assert list(lexicon.words("jumps")) == []
    assert list(lexicon.words("ps")) == [("ps", ("=ps",))]


def test_reasons_are_words_of_the_lexicon_or_phrases_of_the_wording() -> None:
    found = RANKER.rank("门市销售的牛奶超过保质期，感冒灵过了有效期", limit=2)
    words = {each.id: set(each.words) for each in found}

    assert words == {"M06": {"牛奶", "超过保质期"}, "YP07": {"感冒灵", "有效期"}}


def test_what_has_only_a_saying_in_common_gives_no_word_as_reason() -> None:
    said = SearchEntry("X1", "食品", {"wording": ("另一件事",)}, ("后门口堆着三只旧木桶",))

    found = Ranker((*ENTRIES, said), weights=Weights(least=0.0)).rank("后门口堆着三只旧木桶")[0]

    assert (found.id, found.words, found.saying) == ("X1", (), "后门口堆着三只旧木桶")
