"""What a decision tells of review and lawsuit: the law's remedies, terms and organ, in its own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inspector_app.domain.law.case_facts import CaseFacts, DiscretionFacts, Level
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.penalty import Stage
from inspector_app.domain.law.violation import RemedyBlock
from tests.factory_gate import expired_food, lawful_case
from tests.shipped_law import shipped_library
from tests.unit.gate.asking import is_said, said
from tests.unit.gate.changes import act, part

ORDINARY, PRICE = RemedyBlock.ORDINARY, RemedyBlock.PRICE
METROLOGY, TOBACCO, ON_THE_SPOT = (
    RemedyBlock.METROLOGY,
    RemedyBlock.TOBACCO,
    RemedyBlock.ON_THE_SPOT,
)
SUIT, REVIEW = "向云溪县人民法院提起行政诉讼", "向云溪县人民政府申请行政复议"


def deciding(text: str, remedy: RemedyBlock | None = ORDINARY) -> CaseFacts:
    return part("papers", 0, text=text)(part("decision", remedy=remedy)(lawful_case()))


@pytest.mark.parametrize(
    ("remedy", "text", "right"),
    [
        (ORDINARY, f"三十日内{REVIEW}。", ["六十日内申请行政复议"]),
        (ORDINARY, f"60个工作日内{REVIEW}。", ["六十日内申请行政复议"]),
        (
            ORDINARY,
            f"自收到之日起六十日内{REVIEW}，也可以在３个月内{SUIT}。",
            ["六个月内提起行政诉讼"],
        ),
        (
            ORDINARY,
            f"两个月内{REVIEW}；十五日内{SUIT}。",
            ["六十日内申请行政复议", "六个月内提起行政诉讼"],
        ),
        (PRICE, "三十 日内申请复议。", ["六十日内申请行政复议"]),
        (METROLOGY, f"六个月内{SUIT}。", ["十五日内提起行政诉讼"]),
        (TOBACCO, f"六个月内{SUIT}。", ["十五日内提起行政诉讼"]),
    ],
)
def test_another_term_than_the_law_gives_is_told(
    remedy: RemedyBlock, text: str, right: list[str]
) -> None:
    told = said("remedy_term_told", deciding(text, remedy))

    assert [message.facts["right"] for message in told] == right


@pytest.mark.parametrize(
    ("remedy", "text"),
    [
        (ORDINARY, f"自收到本决定书之日起六十日内{REVIEW}；也可以在六个月内依法{SUIT}。"),
        (ORDINARY, f"60日之内{REVIEW}，或者6个月内直接{SUIT}。"),
        (ORDINARY, f"六十日内{REVIEW}或者直接{SUIT}。"),
        (ORDINARY, f"对复议决定不服的，自收到复议决定书之日起十五日内{SUIT}。"),
        (
            ORDINARY,
            "十五日内缴纳罚款，逾期不缴纳又不申请行政复议、不提起行政诉讼的，依法强制执行。",
        ),
        (ORDINARY, f"复议机关逾期不作决定的，可以自复议期满之日起十五日内{SUIT}。"),
        (ORDINARY, f"经复议仍不服的，在收到决定后15日内{SUIT}。"),
        (ORDINARY, f"五日内要求听证；三日内陈述、申辩的，不影响{REVIEW}。"),
        (ORDINARY, f"六十日或者六个月内分别{REVIEW}、{SUIT}。"),
        (ON_THE_SPOT, f"应当先自收到之日起六十日内{REVIEW}，对其决定不服的，十五日内{SUIT}。"),
        (PRICE, f"六十日内{REVIEW}；对复议决定不服的，十五日内{SUIT}。"),
        (METROLOGY, f"六十日内{REVIEW}，或者十五日内{SUIT}。"),
        (TOBACCO, "十五日内向上一级主管部门申请复议，也可以在十五日内提起诉讼。"),
        (None, f"三十日内{REVIEW}。"),
    ],
)
def test_what_the_law_gives_is_let_pass(remedy: RemedyBlock | None, text: str) -> None:
    assert not said("remedy_term_told", deciding(text, remedy))


def test_the_terms_of_other_papers_are_not_looked_at() -> None:
    case = part("papers", 0, kind="rectification")(deciding(f"三十日内{REVIEW}。"))

    assert not is_said("remedy_term_told", case)
    assert not is_said("review_organ_told", part("papers", 0, kind="rectification")(case))


@pytest.mark.parametrize(
    ("text", "remedy", "organ"),
    [
        ("六十日内向云溪市市场监督管理局申请行政复议。", ORDINARY, "云溪市市场监督管理局"),
        ("可以向本局提出复议。", PRICE, "本局"),
        ("六十日内向本局申请复议。", PRICE, "本局"),
        (f"六十日内{REVIEW}。", ORDINARY, None),
        ("六十日内向云溪县人民政府（地址：星河路1号）申请行政复议。", ORDINARY, None),
        ("十五日内向云溪市烟草专卖局申请复议。", TOBACCO, None),
    ],
)
def test_review_is_sought_from_the_government(
    text: str, remedy: RemedyBlock, organ: str | None
) -> None:
    told = said("review_organ_told", deciding(text, remedy))

    assert [message.facts["organ"] for message in told] == ([organ] if organ else [])


@pytest.mark.parametrize("level", list(Level))
def test_a_department_of_the_state_council_reviews_its_own_penalties(level: Level) -> None:
    case = replace(deciding("六十日内向本局申请行政复议。"), level=level)

    assert is_said("review_organ_told", case) is (level is not Level.NATION)


@pytest.mark.parametrize(
    ("law", "stated", "wanted"),
    [
        ("中华人民共和国计量法", ORDINARY, METROLOGY),
        ("中华人民共和国烟草专卖法实施条例", ORDINARY, TOBACCO),
        ("价格违法行为行政处罚规定", ORDINARY, PRICE),
        ("中华人民共和国食品安全法", PRICE, PRICE),
    ],
)
def test_the_law_says_which_remedies_whatever_the_case_file_says(
    law: str, stated: RemedyBlock, wanted: RemedyBlock
) -> None:
    violation = expired_food(penalty=(Citation(law, 25),), remedy=stated)
    case = lawful_case()
    case = replace(case, acts=(replace(case.acts[0], violation=violation),))

    told = {
        block: is_said("remedy_other", part("decision", remedy=block)(case))
        for block in RemedyBlock
    }

    assert told == {block: block is not wanted for block in RemedyBlock}


def test_the_rows_of_the_packs_have_the_remedies_of_their_law() -> None:
    case = lawful_case()
    for entry in shipped_library().catalogue():
        acts = (replace(case.acts[0], violation=entry.violation),)
        decided = part("decision", remedy=entry.violation.remedy)(replace(case, acts=acts))
        assert not is_said("remedy_other", decided), entry.violation.id


@pytest.mark.parametrize(
    ("ordered", "refused", "heeded"),
    [
        (date(2026, 4, 1), date(2026, 6, 15), True),
        (date(2026, 4, 1), date(2026, 6, 16), False),
        (date(2026, 6, 16), date(2026, 6, 17), False),
        (date(2026, 4, 1), date(2026, 4, 1), False),
    ],
)
def test_a_refusal_after_the_decision_is_none_that_it_could_rest_on(
    ordered: date, refused: date, heeded: bool
) -> None:
    case = unheeded(part("decision", ordered_on=ordered, refused_on=refused)(lawful_case()))

    assert is_said("fine_without_order", case) is not heeded


def unheeded(case: CaseFacts) -> CaseFacts:
    """A fine that the clause has for him alone who does not heed an order."""
    (one,) = case.acts
    sanctions = tuple(replace(s, stage=Stage.UNHEEDED) for s in one.violation.sanctions)
    return part("decision", stage=Stage.UNHEEDED, on=date(2026, 6, 15))(
        act(sanctions=sanctions)(case)
    )


@pytest.mark.parametrize(
    ("reason", "grounds", "told"),
    [
        ("。", (), True),
        ("情节轻微", (), True),
        ("依据《行政处罚法》第三十二条第（一）项", (), False),
        ("属于食品安全法实施条例第七十六条的情形", (), False),
        ("主动召回", (Citation("中华人民共和国食品安全法实施条例", 76),), False),
    ],
)
def test_a_penalty_below_the_range_names_its_ground(
    reason: str, grounds: tuple[Citation, ...], told: bool
) -> None:
    weighed = DiscretionFacts(Grade.MITIGATED, reason, grounds)

    assert is_said("mitigated_without_ground", replace(lawful_case(), discretion=weighed)) is told


@pytest.mark.parametrize("grade", [Grade.LENIENT, Grade.SEVERE])
def test_a_lighter_or_graver_grade_says_why(grade: Grade) -> None:
    def asked(reason: str) -> bool:
        weighed = DiscretionFacts(grade, reason)
        return is_said("grade_unreasoned", replace(lawful_case(), discretion=weighed))

    assert (asked(" "), asked("初次违法，积极配合")) == (True, False)
    assert not is_said("grade_unreasoned", replace(lawful_case(), discretion=None))
