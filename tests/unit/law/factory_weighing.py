"""Made-up clauses, grounds and tables to weigh findings by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.discretion import Band, DiscretionTable, Grade
from inspector_app.domain.law.grounds import Effect, Ground, GroundElement, Tick
from inspector_app.domain.law.illegal_gain import GainEntry, GainMethod, IllegalGainSheet, Outlay
from inspector_app.domain.law.penalty import Fine, FineBase, Sanction, SanctionKind, Stage
from inspector_app.domain.law.violation import MeasureKind, Verification, Violation
from inspector_app.domain.law.weighing import (
    CityLevel,
    Factor,
    OnSpotLimits,
    Proposed,
    WeighedGround,
    Weighing,
    WeighingCase,
    WeighingRules,
    weighed,
)
from inspector_app.domain.visit_events import FindingWeighed
from tests.factory import FOOD_LAW, violation
from tests.factory_gate import FIXED, FOOD, GAIN, MULTIPLE, expired_food

DAY = date(2026, 11, 22)
YUAN = 100
PHOTO = "photo/p1"
PENALTY_LAW = "中华人民共和国行政处罚法"
GOODS = FineBase.GOODS_VALUE

TOOLS = Sanction(SanctionKind.CONFISCATE_TOOLS, optional=True)
REVOKED = Sanction(SanctionKind.REVOCATION, Stage.GRAVE)
ORDER = Sanction(SanctionKind.ORDER_CORRECTION)
WARNING = Sanction(SanctionKind.WARNING)
UNHEEDED = Sanction(SanctionKind.FINE, Stage.UNHEEDED, fine=Fine(FineBase.AMOUNT, 5_000, 50_000))
SMALL = Sanction(SanctionKind.FINE, optional=True, fine=Fine(FineBase.AMOUNT, 0, 2_000))

EXPIRED = expired_food(
    measures=(MeasureKind.ORDER_CORRECTION, MeasureKind.OPEN_CASE),
    sanctions=(GAIN, FOOD, TOOLS, FIXED, MULTIPLE, REVOKED),
)
UNLICENSED_STAFF = violation(sanctions=(ORDER, WARNING, UNHEEDED))
SLIGHT = violation("S1", sanctions=(ORDER, WARNING, SMALL))

MINOR = Ground(
    "minor",
    "轻微并及时改正，没有造成危害后果",
    Effect.SHALL_EXEMPT,
    (Citation(PENALTY_LAW, 33, 1),),
    (GroundElement("slight", "轻微"), GroundElement("corrected", "及时改正")),
    Verification.VERIFIED,
)
MADE_GOOD = Ground(
    "made_good",
    "主动消除或者减轻危害后果",
    Effect.SHALL_MITIGATE,
    (Citation(PENALTY_LAW, 32, 0, 1),),
    (GroundElement("made_good", "主动消除或者减轻"),),
    Verification.VERIFIED,
)
GRAVE = Ground(
    "grave",
    "拒绝、逃避监督检查",
    Effect.GRAVE,
    (Citation("条例", 67, 1, 4),),
    (GroundElement("evaded", "拒绝、逃避"),),
    Verification.VERIFIED,
    clauses=(Citation(FOOD_LAW, 124),),
)
TABLE = DiscretionTable(
    "example",
    "示例裁量基准",
    "示例省局",
    "示例公布",
    Verification.VERIFIED,
    {
        Grade.LENIENT: Band(0, 300),
        Grade.ORDINARY: Band(300, 700, low_included=False),
        Grade.SEVERE: Band(700, 1000, low_included=False),
    },
)
RULES = WeighingRules(
    grounds=(MINOR, MADE_GOOD, GRAVE),
    limits=OnSpotLimits(200, 3000),
    city_level=CityLevel(300_000, (FOOD_LAW,)),
)


def case(
    found: Violation = EXPIRED,
    *,
    party: PartyType = PartyType.ENTERPRISE,
    table: DiscretionTable | None = None,
    rules: WeighingRules = RULES,
) -> WeighingCase:
    return WeighingCase(
        found,
        party,
        ("catering",),
        DAY,
        replace(rules, tables=(table,) if table else ()),
        frozenset({PHOTO}),
    )


def proved(ground: Ground) -> WeighedGround:
    """The ground with every element ticked and shown."""
    ticks = tuple(Tick(element.key, met=True, evidence=(PHOTO,)) for element in ground.elements)
    return WeighedGround(ground, ticks)


def proved_step(step: str) -> Tick:
    return Tick(step, met=True, evidence=("paper/责令改正通知书1号",))


def weighing(fen: int | None = 70_000 * YUAN, **changes: object) -> Weighing:
    """An ordinary opinion on 9,000 yuan of expired food that may be recorded as it is."""
    made = Weighing(
        bases={GOODS: 9_000 * YUAN},
        grade=Grade.ORDINARY,
        proposed=(Proposed(GAIN), Proposed(FOOD), Proposed(FIXED, fen)),
        reason="没有从重、从轻情节",
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # keyword names are the fields


def weighed_finding(finding_id: str) -> FindingWeighed:
    """An opinion with something in every place, by the made-up table."""
    closing = Sanction(SanctionKind.SUSPENSION, Stage.HARM, optional=True)
    found = replace(EXPIRED, sanctions=(*EXPIRED.sanctions, closing))
    sheet = IllegalGainSheet(
        GainMethod.NET,
        (GainEntry("销售", 900 * YUAN, (PHOTO,)),),
        outlays=(Outlay("进货", 300 * YUAN, ("paper/进货单",), direct=True),),
    )
    opinion = weighing(
        gain=sheet,
        grounds=(proved(GRAVE), proved(MADE_GOOD)),
        steps=(proved_step("harm"),),
        factors=(Factor("货值小", heavier=False, evidence=(PHOTO,)),),
    )
    return FindingWeighed(finding_id, weighed(case(found, table=TABLE), opinion))
