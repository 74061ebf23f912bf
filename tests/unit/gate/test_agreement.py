"""What people typed agrees with the record: names, codes, days, amounts, articles, numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspector_app.domain.law.case_facts import (
    CaseFacts,
    ExemptionFacts,
    ImposedSanction,
    PaperFacts,
    TypedText,
)
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.gate.judging import GateMessage, LawInForce, Run, judge
from inspector_app.domain.law.penalty import SanctionKind
from tests.factory import DRUG_LAW, FOOD_LAW, credit_code
from tests.factory_gate import DAY, expired_food, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import Change, act, both, finding, part, whole

LAW = LawInForce(shipped_rules(), shipped_calendar())
FINE, GAIN = SanctionKind.FINE, SanctionKind.CONFISCATE_GAIN
NAME = "云溪县张记面馆有限公司"


def unchanged(case: CaseFacts) -> CaseFacts:
    return case


def said(code: str, text: str, change: Change = unchanged, **typed: Any) -> list[GateMessage]:
    """What the gate says by ``code`` of a text typed into the case."""
    finding_text = TypedText("findings", "C", "现场事实", "facts", text)
    facts = change(replace(lawful_case(), texts=(replace(finding_text, **typed),), papers=()))
    found = judge(facts, LAW.occasion(DAY, Run.DEMAND))
    return [message for message in found if message.code == f"gate.{code}"]


def in_document(code: str, text: str, change: Change = unchanged) -> list[GateMessage]:
    how = {"step": "documents", "target": "decision.facts", "use": "document"}
    return said(code, text, change, **how)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("云溪县张记面倌有限公司", "云溪县张记面倌有限公司"),
        ("查见云溪县张记面倌有限公司", "云溪县张记面倌有限公司"),
        ("现由林溪县张记面馆有限公司经营", "林溪县张记面馆有限公司"),
        ("云溪县李记面倌有限公司", ""),
        ("云溪县张记面馆，限公司", ""),
        (NAME, ""),
        (f"{NAME}（下称“{NAME}”）", ""),
        (f"云{NAME}云", ""),
        ("张记面馆", ""),
    ],
)
def test_a_name_is_wrong_that_differs_in_one_sign(text: str, near: str) -> None:
    told = said("name_finding", text)
    assert [(m.facts["name"], m.facts["right"]) for m in told] == ([(near, NAME)] if near else [])


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME}与云溪县张记面倌有限公司",
        f"云溪县张记面倌有限公司与{NAME}",
        f"云溪县张记面倌有限公司{NAME}",
    ],
)
def test_a_wrong_name_is_told_beside_the_right_one(text: str) -> None:
    (message,) = said("name_finding", text)
    assert message.facts["name"] == "云溪县张记面倌有限公司"


@pytest.mark.parametrize(
    ("name", "text"), [("大大大大店", "大大大大大店"), ("店大大大大", "店大大大大大")]
)
def test_a_stretch_that_runs_into_the_name_itself_is_not_another_one(name: str, text: str) -> None:
    party = lawful_case().party
    assert party is not None
    assert not said("name_finding", text, whole(party=replace(party, name=name)))


@pytest.mark.parametrize(
    ("name", "text", "near"), [("张记店", "张记占", False), ("张记面馆", "张记面官", True)]
)
def test_a_name_of_a_few_signs_is_like_any_other_word(name: str, text: str, near: bool) -> None:
    party = lawful_case().party
    assert party is not None
    assert bool(said("name_finding", text, whole(party=replace(party, name=name)))) is near


@pytest.mark.parametrize(
    ("people", "right"),
    [(("张三丰年",), "张三丰年"), ((), None), (("李四", "王五"), None), (("李四", "赵六"), "李四")],
)
def test_who_is_named_by_his_office_is_one_of_the_party_s_people(
    people: tuple[str, ...], right: str | None
) -> None:
    told = said("name_finding", "经营者：王五，在场。", part("party", people=people))
    assert [message.facts["right"] for message in told] == ([] if right is None else [right])


@pytest.mark.parametrize("code", ["name_finding", "code_finding"])
def test_where_the_party_is_not_known_nothing_is_compared_with_it(code: str) -> None:
    text = f"经营者：王五，代码{credit_code(2)}。"
    assert said(code, text)
    assert not said(code, text, whole(party=None))


@pytest.mark.parametrize(
    ("code", "right", "wrong"),
    [
        (credit_code(1), credit_code(1), False),
        (credit_code(2), credit_code(1), True),
        (credit_code(2), "", False),
    ],
)
def test_a_credit_code_is_the_party_s_where_it_has_one(code: str, right: str, wrong: bool) -> None:
    of_party = part("party", credit_code=right)
    assert bool(said("code_finding", f"代码{code}。", of_party)) is wrong


@pytest.mark.parametrize(
    ("day", "use", "wrong"),
    [
        ("2026年6月30日", "facts", False),
        ("2026年7月1日", "facts", True),
        ("2026年7月1日", "remedy", False),
        ("2026年6月31日", "remedy", True),
    ],
)
def test_what_was_seen_was_seen_by_today_and_every_day_is_one(
    day: str, use: str, wrong: bool
) -> None:
    assert bool(said("date_finding", f"见{day}的票据。", use=use)) is wrong


@pytest.mark.parametrize(
    ("change", "earlier_and_later"),
    [
        (part("report", on=date(2026, 6, 12)), []),
        (part("report", on=date(2026, 6, 13)), [("调查终结", "审核")]),
        (part("filing", filed_on=date(2026, 5, 11)), [("立案", "调查终结")]),
        (part("payment", served_on=date(2026, 6, 14)), [("决定", "送达")]),
        # What is not there does not hide what stands on both sides of it.
        (both(part("filing", filed_on=date(2026, 6, 16)), whole(report=None, review=None)),
         [("立案", "决定")]),
        (both(part("report", on=date(2026, 6, 17)), whole(review=None, decision=None)),
         [("调查终结", "送达")]),
        (whole(filing=None, report=None, review=None, decision=None, payment=None), []),
    ],
)  # fmt: skip
def test_the_steps_of_a_case_are_dated_in_their_order(
    change: Change, earlier_and_later: list[tuple[str, str]]
) -> None:
    told = said("dates_out_of_order", "", change)
    assert [(m.facts["earlier"], m.facts["later"]) for m in told] == earlier_and_later


@pytest.mark.parametrize(
    ("text", "words_and_figures"),
    [
        ("伍拾元整（55元）", [("伍拾元整", "55元")]),
        ("55元（大写：伍拾元整）", [("伍拾元整", "55元")]),
        ("55元（大写：伍拾伍元整）", []),
        ("50元、55元", []),
        ("伍拾元整，陆拾元整", []),
        ("伍拾元整，另收55元", []),
    ],
)
def test_an_amount_in_words_is_the_one_in_figures_beside_it(
    text: str, words_and_figures: list[tuple[str, str]]
) -> None:
    told = said("amount_words_finding", text)
    assert [(m.facts["words"], m.facts["figures"]) for m in told] == words_and_figures


TWO_FINES = part("decision", sanctions=(ImposedSanction(FINE, 20_000), ImposedSanction(FINE, 500)))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("罚款人民币20000元。", []),
        ("罚款人民币20001元。罚款20000.01元。", ["20001元", "20000.01元"]),
        ("罚款：501元，并处20500元的罚款。", ["501元"]),
        ("货值300元，罚款500元。", []),
        ("处300元押金。罚款的依据见300元的票据。", []),
        ("另案的300元罚款已经缴清。", []),
    ],
)
def test_an_amount_is_compared_where_it_is_said_to_be_fined(text: str, wrong: list[str]) -> None:
    told = in_document("fine_differs", text, TWO_FINES)
    assert [message.facts["amount"] for message in told] == wrong
    assert {message.facts["right"] for message in told} <= {"20,000"}


@pytest.mark.parametrize(
    "change",
    [whole(decision=None), part("decision", sanctions=(ImposedSanction(GAIN, 150),))],
)
def test_where_nobody_is_fined_no_fine_differs(change: Change) -> None:
    assert in_document("fine_differs", "罚款5元。")
    assert not in_document("fine_differs", "罚款5元。", change)


def imposing(*imposed: tuple[SanctionKind, int]) -> Change:
    return part("decision", sanctions=tuple(ImposedSanction(*each) for each in imposed))


@pytest.mark.parametrize(
    ("change", "total"),
    [
        # The sheet of the case comes to 150 yuan.
        (imposing((FINE, 100), (GAIN, 7)), "250元"),
        (both(imposing((FINE, 100), (GAIN, 7)), whole(gain=None)), "107元"),
        (imposing((FINE, 100), (SanctionKind.CONFISCATE_INCOME, 5)), "105元"),
        # Goods are no money.
        (imposing((FINE, 100), (SanctionKind.CONFISCATE_GOODS, 40)), "100元"),
        (both(imposing((FINE, 100), (GAIN, 0)), whole(gain=None)), None),
        (imposing((FINE, 0)), None),
        (imposing((SanctionKind.WARNING, 0)), None),
        (whole(decision=None), None),
    ],
)
def test_the_sum_is_of_fines_and_of_confiscated_money(change: Change, total: str | None) -> None:
    told = in_document("total_differs", "罚没款共计1元。", change)
    assert bool(told) is (total is not None)
    if total is not None:
        assert not in_document("total_differs", f"罚没款共计{total}。", change)


@pytest.mark.parametrize(
    ("text", "change", "wrong"),
    [
        ("《食品安全法》第三十四条第（十）项", whole(acts=(), decision=None), False),
        ("《食品安全法》第三十四条第（九）项", whole(acts=(), decision=None), True),
        ("《食品安全法》第三十四条第（十）项", whole(inspection=None, decision=None), False),
        ("《食品安全法》第三十四条第（九）项", whole(inspection=None, decision=None), True),
        ("《食品安全法》第九十九条", part("decision", cites=(Citation(FOOD_LAW, 99),)), False),
        # Of a law that nothing was found under nothing is known to differ.
        ("《药品管理法》第九条", unchanged, False),
        ("《食品安全法》第九条", whole(inspection=None, acts=(), decision=None), False),
    ],
)
def test_an_article_is_one_that_something_was_found_under_or_that_the_decision_cites(
    text: str, change: Change, wrong: bool
) -> None:
    assert bool(said("article_finding", f"违反{text}", change)) is wrong


def test_what_a_form_cites_by_itself_is_not_for_the_officers_to_mend() -> None:
    printed = PaperFacts(
        "d",
        "decision",
        "决定书",
        basis="《食品安全法》第九条",
        text="依照《食品安全法》第九条、第九条至第五条",
    )
    for code in ("article_document", "citation_unread_document"):
        assert not said(code, "", whole(papers=(printed,)))
    (message,) = said("article_document", "", whole(papers=(replace(printed, basis=""),)))
    assert (message.target, message.facts["label"]) == ("decision", "《决定书》")


@pytest.mark.parametrize(("basis", "wrong"), [((), True), ((Citation(FOOD_LAW, 136),), False)])
def test_a_paper_may_cite_by_what_the_party_goes_without_a_penalty(
    basis: tuple[Citation, ...], wrong: bool
) -> None:
    paper = PaperFacts("d", "decision", "决定书", text="依照《食品安全法》第一百三十六条。")
    exempt = whole(papers=(paper,), exemption=ExemptionFacts("LIST", basis=basis))
    assert bool(said("article_document", "", exempt)) is wrong


@pytest.mark.parametrize(("standing", "told"), [(True, True), (False, False)])
def test_the_words_of_a_paper_count_while_it_stands(standing: bool, told: bool) -> None:
    paper = PaperFacts("d", "decision", "决定书", standing=standing, text="罚款5元。")
    found = said("fine_differs", "", whole(papers=(paper,)))
    assert [(m.target, m.facts["label"]) for m in found] == (
        [("decision", "《决定书》")] if told else []
    )


def test_a_paper_is_not_held_to_what_is_asked_of_findings() -> None:
    papers = whole(papers=(PaperFacts("d", "decision", "决定书", text=f"代码{credit_code(2)}。"),))
    assert said("code_document", "", papers)
    assert not said("code_finding", "", papers)


NUMBERED = (
    PaperFacts("a", "decision", "决定书", number="云溪市监处罚〔2026〕8号"),
    PaperFacts("b", "correction_order", "责令改正", number="云溪市监责改〔2026〕3号"),
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("云溪市监处罚〔2026〕8号", []),
        ("见云溪市监处罚〔2026〕8号", []),
        ("云溪市监处罚〔2026〕9号", ["云溪市监处罚〔2026〕9号"]),
        ("云溪市监责改〔2026〕8号", ["云溪市监责改〔2026〕8号"]),
        ("云溪市监处罚〔2025〕9号", []),
        ("华山市监责改〔2026〕9号", []),
    ],
)
def test_a_number_of_this_case_is_that_of_one_of_its_papers(text: str, wrong: list[str]) -> None:
    told = said("number_finding", text, whole(papers=NUMBERED))
    assert [message.facts["number"] for message in told] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("见云溪市监处罚〔2026〕8号", []),
        ("见云溪市监处罚[2026]8号", ["云溪市监处罚[2026]8号"]),
        ("见云溪市监处罚（2026）8号", ["云溪市监处罚（2026）8号"]),
        ("见云溪市监处罚〔2026]8号", ["云溪市监处罚〔2026]8号"]),
        ("见云溪市监责改【2026】3号", ["云溪市监责改【2026】3号"]),
        ("见华山市监责改[2026]3号", []),
    ],
)
def test_a_number_has_the_brackets_that_its_paper_has(text: str, wrong: list[str]) -> None:
    told = said("number_brackets_finding", text, whole(papers=NUMBERED))
    assert [message.facts["number"] for message in told] == wrong


def test_the_decision_s_number_is_known_without_its_paper() -> None:
    text = "云溪市监处罚[2026]8号"
    assert said("number_brackets_finding", text, whole(papers=()))
    assert not said("number_brackets_finding", text, whole(papers=(), decision=None))


def test_two_papers_of_one_word_and_year_have_two_numbers() -> None:
    second = replace(NUMBERED[0], id="c", number="云溪市监处罚〔2026〕12号")
    papers = whole(papers=(*NUMBERED, second))
    for seq, wrong in ((8, False), (12, False), (9, True)):
        assert bool(said("number_finding", f"云溪市监处罚〔2026〕{seq}号", papers)) is wrong


SEEN, ENDED, DECIDED = date(2026, 4, 1), date(2026, 3, 31), date(2026, 6, 15)
CLAUSE, PROCEDURE = Citation(DRUG_LAW, 7), Citation(DRUG_LAW, 8)
ALONE = expired_food(duty=(CLAUSE,), penalty=())


def unresolved(change: Change, days: set[date], citation: Citation = CLAUSE) -> bool:
    """Whether the citation is told, where installed texts have it on these days alone."""
    law = replace(LAW, resolves=lambda each, day: None if each != citation else day in days)
    found = judge(change(lawful_case()), law.occasion(DAY, Run.DEMAND))
    codes = {"gate.citation_unresolved", "gate.finding_citation_unresolved"}
    return bool(codes & {message.code for message in found})


OLD_LAW = part("decision", newer_weighed=False)
FOUND = both(finding(violation=ALONE), whole(acts=(), decision=None, citations=()))
ACTED = both(
    act(duty=(CLAUSE,), penalty=()),
    part("acts", 0, ends=ENDED),
    OLD_LAW,
    part("decision", cites=()),
    whole(inspection=None, citations=()),
)
CITED = both(OLD_LAW, part("decision", cites=(PROCEDURE,)), whole(citations=()))
TYPED = both(whole(citations=(PROCEDURE,)), part("decision", cites=()))


@pytest.mark.parametrize(
    ("change", "citation", "day", "told"),
    [
        (FOUND, CLAUSE, SEEN, False),
        (FOUND, CLAUSE, ENDED, True),
        (FOUND, CLAUSE, DAY, True),
        (ACTED, CLAUSE, ENDED, False),
        (ACTED, CLAUSE, DECIDED, True),
        (both(ACTED, part("decision", newer_weighed=True)), CLAUSE, DECIDED, False),
        # Of procedure and of what was typed any day of the case will do.
        (CITED, PROCEDURE, DECIDED, False),
        (CITED, PROCEDURE, SEEN, False),
        (CITED, PROCEDURE, date(2026, 5, 1), True),
        (TYPED, PROCEDURE, DECIDED, False),
        (both(TYPED, whole(decision=None)), PROCEDURE, DAY, False),
        (both(TYPED, whole(decision=None)), PROCEDURE, DECIDED, True),
    ],
)
def test_a_citation_stands_on_a_day_that_its_law_is_taken_from(
    change: Change, citation: Citation, day: date, told: bool
) -> None:
    assert unresolved(change, {day}, citation) is told


def test_of_a_law_that_is_not_installed_nothing_is_told() -> None:
    law = replace(LAW, resolves=lambda _citation, _day: None)
    found = judge(lawful_case(), law.occasion(DAY, Run.DEMAND))
    assert not [message for message in found if message.rule == "R39"]
