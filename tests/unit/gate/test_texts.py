"""Improper words and disagreements are found in what people type, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.domain.law.case_facts import CaseFacts, ImposedSanction, TypedText
from inspector_app.domain.law.gate.judging import GateMessage, GateMode, LawInForce, Run, judge
from inspector_app.domain.law.gate.rules import Word
from inspector_app.domain.law.penalty import SanctionKind
from inspector_app.packs.law_names import law_names
from tests.factory_gate import DAY, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules

OWN = "违反《食品安全法》第三十四条第（十）项"
LAW = LawInForce(shipped_rules(), shipped_calendar())


def said(
    text: str, *, step: str = "findings", use: str = "facts", case: CaseFacts | None = None
) -> tuple[GateMessage, ...]:
    target = {"documents": "decision.facts"}.get(step, "C")
    told = TypedText(step, target, "现场事实", use, text, published=True)
    facts = replace(case or lawful_case(), texts=(told,), papers=())
    return judge(facts, LAW.occasion(DAY, Run.DEMAND))


def words(text: str, **how: str) -> dict[str, GateMode]:
    found = said(text, **how)  # type: ignore[arg-type]  # keyword names are those of said()
    return {str(m.facts["word"]): m.mode for m in found if "word" in m.facts}


@pytest.mark.parametrize(
    "word", [word for word in shipped_rules().words if not word.pattern], ids=lambda word: word.id
)
def test_every_form_of_every_word_is_found_where_it_is_looked_for(word: Word) -> None:
    use = word.uses[0].value if word.uses else "facts"
    for form in word.forms:
        assert words(f"现场查见{form}。", use=use)


def test_every_word_says_why_it_is_improper() -> None:
    assert [word.id for word in shipped_rules().words if not word.why] == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("处以罚金五千元。", GateMode.BLOCK),
        ("处以罚 金五千元。", GateMode.BLOCK),
        ("该奸商拒不配合。", GateMode.BLOCK),
        ("大概有三盒。", GateMode.WARN),
    ],
)
def test_how_strong_a_word_is_stands_with_the_word(text: str, mode: GateMode) -> None:
    assert mode in words(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "证据可能灭失，先行登记保存。",
        "货架上有3盒牛奶，保质期至2026年3月30日。",
        "冷藏柜温度为8℃，未见温度记录。",
        "当事人陈述：不可能过期。",
        "依法移送涉嫌犯罪行为的线索。",
        "处罚金额已经核对，进口供应商提供认证材料。",
        "侵犯人身权益的投诉另行处理，无良好操作规范文件。",
    ],
)
def test_proper_sentences_are_let_alone(text: str) -> None:
    assert said(text) == ()


def test_a_word_is_only_looked_for_in_texts_of_its_use() -> None:
    assert words("大概三天内改正。", use="facts")
    assert not words("大概三天内改正。", use="note", step="checklist")


def test_a_number_of_a_person_is_not_repeated_in_the_message() -> None:
    number = "110101199001010014"
    (message,) = said(f"身份证号{number}。")
    assert (message.rule, message.mode) == ("R42", GateMode.WARN)
    assert number not in message.text


def test_private_data_count_only_where_the_public_reads() -> None:
    told = TypedText("checklist", "C", "备注", "note", "电话13800000000")
    facts = replace(lawful_case(), texts=(told,))
    assert judge(facts, LAW.occasion(DAY, Run.DEMAND)) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("云溪县张记面倌有限公司", "gate.name_finding"),
        ("法定代表人：王五", "gate.name_finding"),
        ("2026年6月31日查见", "gate.date_finding"),
        ("2026年7月1日查见", "gate.date_finding"),
        ("伍佰元整（550元）", "gate.amount_words_finding"),
        ("违反食安法第三十五条第一款", "gate.article_finding"),
        ("违反《食品安全法》第三十四条至第十条", "gate.citation_unread_finding"),
        ("依照该法第三款给予警告", "gate.citation_unread_finding"),
        ("依照该条第三款给予警告", "gate.citation_unread_finding"),
        (f"{OWN}。该条第二款另有规定", "gate.citation_unread_finding"),
        (f"供货合同第十条。{OWN}，应当警告；本条第一款", "gate.citation_unread_finding"),
    ],
)
def test_what_differs_from_the_record_is_told(text: str, code: str) -> None:
    assert [m.code for m in said(text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "云溪县张记面馆有限公司的货架",
        "张记面馆的货架",
        "法定代表人：张三丰年在场",
        "违反《食品安全法》第三十四条第（十）项和第一百二十四条第一款",
        "违反《食品安全法实施条例》第六十七条",
        "售价5元，共50元",
        "人民币伍佰元整（500元）",
        "另见华山市监责改〔2025〕9号",
        "检查要点表第三项不符合",
        "按照供货合同第十条送货",
        "第二条生产线停用",
        "违反《食品安全法》第三十四条第（十）项。第三条冷链已断",
        f"{OWN}。",
        f"{OWN}，供货合同第十条写明自提。该条第二款约定押金",
        f"{OWN}。押金收据第三项空白",
        "本条第二项没有填写",
        f"{OWN}的规定。该条生产线停用",
    ],
)
def test_what_agrees_with_the_record_is_let_alone(text: str) -> None:
    assert said(text) == ()


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("处8万元罚款。", False),
        ("处以80000元的罚款。", False),
        ("并处人民币捌万元整罚款。", False),
        ("处6万元罚款。", True),
        ("处以60000元的罚款。", True),
        ("可以处五万元以上十万元以下罚款。", True),
    ],
)
def test_a_fine_named_before_the_word_is_compared_too(text: str, same: bool) -> None:
    found = {message.code for message in said(text, step="documents", use="document")}
    assert ("gate.fine_differs" not in found) is same


@pytest.mark.parametrize(
    "word", ["黑心店", "傻逼", "老头", "TMD", "tmd", "骗子", "智障", "老板脑子有病"]
)
def test_insults_of_other_kinds_are_found(word: str) -> None:
    assert words(f"现场查见{word}。")


@pytest.mark.parametrize("text", ["店内有智障人士就业", "诱骗子女购买保健品"])
def test_words_that_only_hold_an_insult_are_not_one(text: str) -> None:
    assert not words(f"{text}。")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("罚没款共计60150元。", True),
        ("罚没款合计：人民币陆万零壹佰伍拾元整。", True),
        ("以上罚没60,150.00元。", True),
        ("罚没款共计60190元。", False),
        ("罚没金额合计6万元。", False),
        ("罚没款总计为人民币陆万元整。", False),
        ("罚没款缴入国库账户。", True),
    ],
)
def test_what_is_fined_and_confiscated_is_compared_with_its_sum(text: str, same: bool) -> None:
    found = {message.code for message in said(text, step="documents", use="document")}
    assert ("gate.total_differs" not in found) is same


def test_two_fines_may_be_named_by_what_they_come_to() -> None:
    case = lawful_case()
    assert case.decision is not None
    sanctions = (*case.decision.sanctions, ImposedSanction(SanctionKind.FINE, 20_000))
    twice = replace(case, decision=replace(case.decision, sanctions=sanctions))

    def differs(text: str) -> bool:
        found = said(text, step="documents", use="document", case=twice)
        return "gate.fine_differs" in {message.code for message in found}

    assert [differs(f"罚款{yuan}元。") for yuan in (60_000, 20_000, 80_000, 50_000)] == [
        False,
        False,
        False,
        True,
    ]


def test_a_sum_is_not_compared_where_a_part_of_it_is_not_known() -> None:
    case = lawful_case()
    assert case.decision is not None
    unknown = (*case.decision.sanctions, ImposedSanction(SanctionKind.CONFISCATE_INCOME))
    facts = replace(case, decision=replace(case.decision, sanctions=unknown))

    found = said("罚没款共计1元。", step="documents", use="document", case=facts)
    assert "gate.total_differs" not in {message.code for message in found}


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("违反食安法第三十四条第（十）项", True),
        ("违反食安法第三十四条", True),
        ("依据食安法第一百二十四条第一款", True),
        ("依据食安法第一百二十四条第一款第（五）项", True),
        ("违反食安法第三十四条第（四）项", False),
        ("依据食安法第一百二十四条第二款第（五）项", False),
        ("依据食安法第一百二十四条第一款第（一）项", False),
        ("违反食品安全法第三十四条第（四）项", False),
        ("违反中华人民共和国食品安全法第三十五条", False),
        ("违反食品安全法实施条例第三十五条", True),
    ],
)
def test_a_wrong_paragraph_or_item_is_told_like_a_wrong_article(text: str, same: bool) -> None:
    names = law_names(delivered_packs(DAY).packs())
    named = replace(LAW, rules=replace(LAW.rules, laws=names))
    told = TypedText("findings", "C", "现场事实", "facts", text)
    facts = replace(lawful_case(), texts=(told,), papers=())

    found = judge(facts, named.occasion(DAY, Run.DEMAND))
    assert ("gate.article_finding" not in {message.code for message in found}) is same


def test_a_visit_reads_laws_by_the_names_of_every_pack() -> None:
    told = TypedText("findings", "C", "现场事实", "facts", "依照食品安全法第一百二十六条处罚")
    facts = replace(lawful_case(), texts=(told,), papers=())

    def codes(law: LawInForce) -> set[str]:
        return {message.code for message in judge(facts, law.occasion(DAY, Run.DEMAND))}

    assert "gate.article_finding" in codes(delivered_packs(DAY).law())


def test_places_not_understood_are_told_without_the_quotes_of_one_language() -> None:
    (message,) = said("违反《食品安全法》第三十四条至第十条")

    assert "“" not in str(message.facts["places"])
    assert f"“{message.facts['places']}”" in message.text


@pytest.mark.parametrize("figures", ["9" * 6000, "1" + ",000" * 3000])
def test_more_digits_than_money_has_are_no_amount(figures: str) -> None:
    assert said(f"罚款{figures}元。", step="documents", use="document") == ()
