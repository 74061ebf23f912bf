"""The gate's rules as delivered, and a case that they all let pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import (
    ActFacts,
    ApprovalFacts,
    CaseFacts,
    CashFacts,
    CashGround,
    CoercionFacts,
    DecisionFacts,
    DiscretionFacts,
    EvidenceFacts,
    EvidenceKind,
    FieldFacts,
    FilingFacts,
    FindingFacts,
    GainFacts,
    HearingFacts,
    ImposedSanction,
    InspectionFacts,
    InterviewFacts,
    ItemFacts,
    LabFacts,
    Level,
    NoticeFacts,
    OfficerFacts,
    PaperFacts,
    ParameterFacts,
    PartyFacts,
    PaymentFacts,
    PeriodFacts,
    PeriodUnit,
    Procedure,
    PublicationFacts,
    Rank,
    RecordFacts,
    RecusalFacts,
    RefusalFacts,
    RegistrationFacts,
    ReportFacts,
    ResultFacts,
    ReviewFacts,
    ReviewKind,
    RightsFacts,
    ServiceFacts,
    TypedText,
)
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.illegal_gain import (
    GainEntry,
    GainMethod,
    IllegalGainSheet,
    Outlay,
)
from inspector_app.domain.law.penalty import Fine, FineBase, Sanction, SanctionKind
from inspector_app.domain.law.violation import (
    MeasureKind,
    RemedyBlock,
    ScopeGuard,
    Verification,
    Violation,
)
from tests.factory import AUTHORITY, FOOD_LAW, credit_code

CHINA = timezone(timedelta(hours=8))
DAY = date(2026, 6, 30)
_PAID, _HARD = date(2026, 6, 25), CashGround.HARD_TO_COLLECT
_GOODS = FineBase.GOODS_VALUE
GAIN = Sanction(SanctionKind.CONFISCATE_GAIN)
FOOD = Sanction(SanctionKind.CONFISCATE_GOODS)
FIXED = Sanction(
    SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, 50_000, 100_000, _GOODS, below_value=10_000)
)
MULTIPLE = Sanction(SanctionKind.FINE, fine=Fine(_GOODS, 10_000, 20_000, _GOODS, from_value=10_000))


def at(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=CHINA)


def expired_food(**changes: object) -> Violation:
    """Selling food past its date: fine of 50,000 to 100,000 below 10,000 yuan of goods."""
    made = Violation(
        id="M06",
        wording="经营超过保质期的食品",
        duty=(Citation(FOOD_LAW, 34, 0, 10),),
        penalty=(Citation(FOOD_LAW, 124, 1, 5),),
        tier="没收；五万元以上十万元以下罚款",
        measures=(MeasureKind.OPEN_CASE,),
        verification=Verification.VERIFIED,
        scope=ScopeGuard(activities=("catering", "sale")),
        sanctions=(GAIN, FOOD, FIXED, MULTIPLE),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # keyword names are the fields


def lawful_case() -> CaseFacts:
    """A case of the ordinary procedure from inspection to publication, all as the law wants it."""
    inspected, filed, decided = date(2026, 4, 1), date(2026, 4, 3), date(2026, 6, 15)
    return CaseFacts(
        id="case-1",
        authority=AUTHORITY.name,
        level=Level.COUNTY,
        party=PartyFacts(
            "云溪县张记面馆有限公司",
            PartyType.ENTERPRISE,
            credit_code(1),
            "云溪县虚拟街道8号",
            people=("张三丰年",),
            present=("张三丰年",),
            activities=("catering",),
        ),
        officers=(
            OfficerFacts(
                "o1", "林知远", "YX-000001", date(2024, 1, 1), date(2030, 12, 31), AUTHORITY.name
            ),
            OfficerFacts(
                "o2", "周若水", "YX-000002", date(2024, 1, 1), date(2030, 12, 31), AUTHORITY.name
            ),
        ),
        rights=RightsFacts(read=True, at=at(inspected, 9)),
        recusals=(RecusalFacts("林知远", Rank.OFFICER, "responsible"),),
        inspection=InspectionFacts(
            on=inspected,
            this_year=1,
            yearly_cap=2,
            superior_on=date(2025, 12, 1),
            covered_on=date(2025, 4, 1),
            scan_code="JC-1",
            visit_id="visit-1",
            helped=True,
            helpers="沈青禾（食品检验员）",
            tasks=(ApprovalFacts("t1", "日常检查", "检批〔2026〕1号"),),
            items=(
                ItemFacts("A", "1.1", key=True, answer="met"),
                ItemFacts("B", "2.1", answer="excluded", reason="没有凉菜间"),
                ItemFacts("C", "3.1", key=True, answer="not_met", photo_required=True, photos=1),
            ),
            findings=(
                FindingFacts(
                    "f1",
                    "C",
                    expired_food(),
                    "货架上有2盒牛奶，保质期至2026年3月30日。",
                    (MeasureKind.OPEN_CASE,),
                    "停止销售并下架。",
                ),
            ),
            result=ResultFacts(
                "not_met", formed_on=inspected, published_on=date(2026, 4, 10), posting_told=True
            ),
        ),
        evidence=(
            EvidenceFacts("e1", EvidenceKind.DOCUMENT, at(inspected, 10)),
            EvidenceFacts(
                "e2",
                EvidenceKind.DOCUMENT,
                original=False,
                same_as_original=True,
                origin="当事人提供",
                provided_on=inspected,
                signed=True,
            ),
            EvidenceFacts(
                "e3",
                EvidenceKind.ELECTRONIC,
                maker="林知远",
                method="拷贝",
                made_at=at(inspected, 11),
                sha256="a" * 64,
            ),
            EvidenceFacts("e4", EvidenceKind.AUDIOVISUAL, sound=True, transcript="文字整理"),
        ),
        interviews=(
            InterviewFacts("q1", ("张三丰年",), 2, 2, corrections=1, corrections_confirmed=1),
        ),
        registrations=(
            RegistrationFacts(
                "登记1",
                at(inspected, 11),
                approved_at=at(inspected, 10),
                disposed_on=date(2026, 4, 9),
                disposal="seized",
            ),
        ),
        coercions=(
            CoercionFacts(
                "查封1",
                "食品安全法",
                "110",
                at(filed),
                approved_at=at(filed, 8),
                days=30,
                more_days=45,
                extension_told=True,
                test_days=5,
                test_told=True,
                released_on=date(2026, 5, 1),
                party_absent=True,
                witness="王路过",
                related_only=True,
            ),
        ),
        filing=FilingFacts(
            inspected,
            filed,
            met=("prima_facie", "punishable", "jurisdiction", "in_time"),
            officers=2,
        ),
        tests=(
            LabFacts(
                "检1",
                date(2026, 4, 20),
                date(2026, 4, 22),
                retest_right_told=True,
                drug=True,
                conclusion="不符合规定",
            ),
        ),
        acts=(ActFacts(expired_food(), date(2026, 3, 31), ends=inspected, found_on=inspected),),
        report=ReportFacts(
            date(2026, 5, 10), ("party", "course", "facts", "nature", "opinion", "discretion")
        ),
        review=ReviewFacts(
            ReviewKind.LEGAL, "沈青禾", date(2026, 6, 12), certified=True, grounds=("complex",)
        ),
        notice=NoticeFacts(
            date(2026, 5, 15),
            60_000,
            (
                SanctionKind.FINE,
                SanctionKind.CONFISCATE_GAIN,
                SanctionKind.CONFISCATE_GOODS,
            ),
            hearing_told=True,
            defended=True,
        ),
        hearing=HearingFacts(date(2026, 5, 18), date(2026, 5, 20), date(2026, 6, 3), "许主持"),
        discretion=DiscretionFacts(
            Grade.ORDINARY,
            grave_answered=True,
            first_offence=True,
            looked_back_to=date(2024, 6, 1),
        ),
        gain=GainFacts(
            IllegalGainSheet(
                GainMethod.NET,
                receipts=(GainEntry("销售收入", 50_000, ("e1",)),),
                outlays=(Outlay("进货价款", 30_000, ("e2",), direct=True),),
                taxes=(GainEntry("税款", 2_000, ("e2",)),),
                refunds=(GainEntry("退款", 3_000, ("e2",)),),
            ),
            stated=15_000,
        ),
        decision=DecisionFacts(
            procedure=Procedure.ORDINARY,
            on=decided,
            number="云溪市监处罚〔2026〕8号",
            sanctions=(
                ImposedSanction(SanctionKind.CONFISCATE_GAIN, 150),
                ImposedSanction(SanctionKind.CONFISCATE_GOODS, 40),
                ImposedSanction(SanctionKind.FINE, 60_000),
            ),
            parts=("party", "facts", "defence", "penalty", "performance", "remedy", "organ"),
            remedy=RemedyBlock.ORDINARY,
            publication_told=True,
            cites=(Citation(FOOD_LAW, 34, 0, 10), Citation(FOOD_LAW, 124, 1, 5)),
            bases={FineBase.GOODS_VALUE: 4_000},
            ordered_on=inspected,
            refused_on=date(2026, 4, 20),
            collective=True,
            refund_due=True,
            refund_ordered_on=date(2026, 6, 1),
            test_quoted=True,
            newer_law_on=date(2026, 5, 1),
            newer_weighed=True,
        ),
        cash=CashFacts(
            60_000,
            date(2026, 6, 25),
            CashGround.REMOTE,
            "票00001",
            requested=True,
            handed_in_on=date(2026, 6, 26),
        ),
        payment=PaymentFacts(
            60_000, date(2026, 6, 16), date(2026, 7, 1), paid_on=date(2026, 6, 25)
        ),
        publication=PublicationFacts(
            "云溪县张记面馆有限公司经营超过保质期的食品案。", date(2026, 6, 20)
        ),
        papers=(
            PaperFacts(
                "doc-1",
                "decision",
                "行政处罚决定书",
                number="云溪市监处罚〔2026〕8号",
                fields=(FieldFacts("facts", "违法事实", required=True, value="见正文"),),
                refusals=(RefusalFacts("party", witness="王路过"),),
                witnesses=("王路过",),
                witness_slot="witness",
                text=(
                    "当事人云溪县张记面馆有限公司，经营者：张三丰年，"
                    f"统一社会信用代码{credit_code(1)}，于2026年4月1日……"
                    "依照《食品安全法》第一百二十四条第一款第（五）项，"
                    "罚款60,000.00元（大写：陆万元整）。云溪市监处罚〔2026〕8号"
                ),
            ),
            PaperFacts(
                "doc-2",
                "onsite_record",
                "现场笔录",
                signers=("party", "officer", "officer"),
                refusals=(RefusalFacts("party", recording="执法记录仪01"),),
                must_record=True,
            ),
        ),
        services=(
            ServiceFacts(("doc-1",), "direct", date(2026, 6, 16), receiver="张三丰年"),
            ServiceFacts(("doc-2",), "notice", date(2026, 6, 16), posted_on=date(2026, 5, 10)),
        ),
        texts=(
            TypedText("checklist", "A", "项目1.1的备注", "note", "许可证在有效期内。"),
            TypedText(
                "findings",
                "C",
                "项目3.1的现场事实",
                "facts",
                "货架上有2盒牛奶，保质期至2026年3月30日，售价人民币伍拾元整（50元）。",
                published=True,
            ),
            TypedText("documents", "decision.facts", "《行政处罚决定书》", "document", "见正文。"),
        ),
        citations=(Citation(FOOD_LAW, 124, 1, 5),),
        periods=(
            PeriodFacts(
                "陈述申辩", date(2026, 5, 15), 5, PeriodUnit.WORKING_DAYS, date(2026, 5, 22)
            ),
            PeriodFacts("缴款", date(2026, 6, 16), 15, PeriodUnit.CALENDAR_DAYS, date(2026, 7, 1)),
        ),
        parameters=(
            ParameterFacts("limit.on_spot", "处罚法51", Verification.VERIFIED, date(2021, 7, 15)),
        ),
        record=RecordFacts((), ("filing", "decision", "other_papers", "evidence", "other")),
    )


def on_the_spot_case() -> CaseFacts:
    """A warning and 200 yuan on the spot, all as the law wants it."""
    case = lawful_case()
    scales = expired_food(
        id="JL01",
        wording="使用未检定的计量器具",
        penalty=(Citation("中华人民共和国计量法", 25),),
        sanctions=(),
        remedy=RemedyBlock.METROLOGY,
    )
    party = case.party
    assert party is not None
    return replace(
        case,
        party=replace(party, type=PartyType.INDIVIDUAL_BUSINESS),
        acts=(ActFacts(scales, date(2026, 6, 20), ends=date(2026, 6, 20)),),
        filing=None,
        report=None,
        review=None,
        notice=None,
        hearing=None,
        gain=None,
        cash=CashFacts(200, _PAID, _HARD, "票00002", handed_in_on=date(2026, 6, 26)),
        payment=None,
        publication=PublicationFacts("云溪县张记面馆使用未检定的计量器具案。", date(2026, 6, 30)),
        papers=(),
        decision=DecisionFacts(
            procedure=Procedure.ON_THE_SPOT,
            on=date(2026, 6, 25),
            number="云溪市监当罚〔2026〕1号",
            sanctions=(
                ImposedSanction(SanctionKind.WARNING),
                ImposedSanction(SanctionKind.FINE, 200),
            ),
            parts=(
                *("party", "facts", "penalty", "performance", "remedy"),
                *("organ", "time", "place", "officers"),
            ),
            remedy=RemedyBlock.ON_THE_SPOT,
            ordered_on=date(2026, 6, 25),
            test_quoted=True,
        ),
    )
