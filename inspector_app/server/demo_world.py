"""A made-up county to try the product in: 300 enterprises, officers, tasks of every kind.

Everything is fictional and says so: the county (星汉县) does not exist, division code 999900 is
not assigned, telephone numbers are 000-…. The same day gives the same world.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from inspector_app.domain.enterprise import (
    Enterprise,
    Licence,
    PartyType,
    PastVisit,
    RiskClass,
    credit_code_digit,
)
from inspector_app.domain.officer import Authority, Officer, Role
from inspector_app.domain.task import Task, TaskKind

__all__ = ["DemoWorld", "demo_world"]

ENTERPRISES = 300
CATERING, SALE = "food-catering", "food-sale"
DIVISION = "999900"

AUTHORITY = Authority(
    name="星汉县市场监督管理局",
    region="星汉",
    government="星汉县人民政府",
    court="星汉县人民法院",
    contact_person="演示受理窗口",
    contact_phone="000-00000100",
    address="星汉县银河路1号（演示）",
)

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = "安宁若水知远清和景明思齐怀瑾云舒星野望舒昭然子衿月白南乔北辰"
_STREETS = ("银河路", "北斗街", "织女巷", "天枢大道", "参商里", "摇光路", "启明街", "长庚路")
_GRIDS = ("城东网格", "城西网格", "城南网格", "城北网格", "开阳镇网格")
# Registering body and kind of the code's first two places (GB 32100).
_CODE_PREFIX = {
    PartyType.ENTERPRISE: "91",
    PartyType.INDIVIDUAL_BUSINESS: "92",
    PartyType.INSTITUTION: "12",
}
_CATERING: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("面馆", ()),
    ("饺子馆", ()),
    ("家常菜馆", ()),
    ("火锅店", ("buffet",)),
    ("烧烤店", ("delivery",)),
    ("早餐店", ()),
    ("奶茶店", ("self_made_drinks", "delivery")),
    ("蛋糕房", ("cold_dishes",)),
    ("快餐店", ("delivery", "chain")),
    ("海鲜酒楼", ("cold_dishes",)),
)
_CANTEENS = (
    ("实验小学食堂", "school_canteen"),
    ("中心幼儿园食堂", "school_canteen"),
    ("第一中学食堂", "school_canteen"),
    ("颐年养老院食堂", "elderly_canteen"),
    ("星汉建设工地食堂", "site_canteen"),
)
_SALE: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("便利店", ("prepackaged_only",), ("sale",)),
    ("生活超市", ("supermarket", "cold_chain", "bulk_food"), ("sale", "farm_produce")),
    ("水果店", ("bulk_food",), ("sale", "farm_produce")),
    ("粮油店", ("bulk_food", "warehouse"), ("sale", "wholesale")),
    ("熟食店", ("cooked_bulk_food",), ("sale",)),
    ("冷冻食品商行", ("cold_chain", "warehouse"), ("sale", "wholesale")),
    ("母婴用品店", ("prepackaged_only",), ("sale", "special_food")),
    ("茶叶行", ("prepackaged_only",), ("sale",)),
)
_TASK_TITLES = {
    TaskKind.DOUBLE_RANDOM: "2026年第四季度餐饮与食品销售双随机抽查",
    TaskKind.ROUTINE: "年度日常监督检查",
    TaskKind.RISK_ALERT: "冷链与健康证明风险预警核查",
    TaskKind.CAMPAIGN: "校园及周边食品安全专项检查",
    TaskKind.FOLLOW_UP: "整改情况复查",
}


@dataclass(frozen=True, slots=True)
class DemoWorld:
    """What the demonstration server is seeded with."""

    authority: Authority
    officers: tuple[Officer, ...]
    enterprises: tuple[Enterprise, ...]
    tasks: tuple[Task, ...]


def demo_world(today: date, *, enterprises: int = ENTERPRISES) -> DemoWorld:
    """The world as of ``today``, with ``enterprises`` files."""
    dice = random.Random(20261121)  # noqa: S311 - a made-up county needs no secrecy
    files = tuple(_enterprise(number, today, dice) for number in range(1, enterprises + 1))
    return DemoWorld(AUTHORITY, _officers(today), files, _tasks(files, today, dice))


def _officers(today: date) -> tuple[Officer, ...]:
    def person(number: int, name: str, until: date, role: Role = Role.OFFICER) -> Officer:
        return Officer(
            f"officer-{number}",
            name,
            f"XH{number:08d}",
            today - timedelta(days=700),
            until,
            AUTHORITY.name,
            role,
        )

    far = today + timedelta(days=800)
    return (
        person(1, "林知远", far),
        person(2, "周若水", far),
        person(3, "陈望舒", today + timedelta(days=20)),
        person(4, "何北辰", today - timedelta(days=3)),
        person(9, "许怀瑾", far, Role.SUPERVISOR),
    )


def _credit_code(party_type: PartyType, number: int) -> str:
    body = f"{_CODE_PREFIX[party_type]}{DIVISION}MADEM{number:04d}"
    return body + credit_code_digit(body)


def _name(dice: random.Random) -> str:
    return dice.choice(_SURNAMES) + "".join(dice.sample(_GIVEN, dice.choice((1, 2))))


def _enterprise(number: int, today: date, dice: random.Random) -> Enterprise:
    owner = _name(dice)
    street = f"星汉县{dice.choice(_STREETS)}{dice.randint(1, 299)}号"
    party_type, title = PartyType.INDIVIDUAL_BUSINESS, "经营者"
    activities: tuple[str, ...] = ("catering",)
    premises: tuple[str, ...]
    if number % 60 == 0:
        word, tag = _CANTEENS[(number // 60 - 1) % len(_CANTEENS)]
        name, premises = f"星汉县{word}", (tag,)
        party_type, title = PartyType.INSTITUTION, "负责人"
    elif number % 5 in {0, 1}:
        word, premises, activities = dice.choice(_SALE)
        name = f"星汉县{owner[0]}记{word}"
    else:
        word, premises = dice.choice(_CATERING)
        name = f"星汉县{owner[0]}{dice.choice('家记氏')}{word}"
    if party_type is PartyType.INDIVIDUAL_BUSINESS and dice.random() < 0.3:
        party_type, title = PartyType.ENTERPRISE, "法定代表人"
        name += "有限公司"
    code = _credit_code(party_type, number)
    label = "餐饮服务经营者" if "catering" in activities else "食品销售经营者"
    return Enterprise(
        id=f"enterprise-{number}",
        name=name,
        credit_code=code,
        party_type=party_type,
        address=street,
        premises_address=street,
        legal_representative=owner,
        phone=f"000-{dice.randint(0, 99999999):08d}",
        representative_title=title,
        activities=activities,
        premises=premises,
        business_label=label,
        risk_class=dice.choices(tuple(RiskClass)[1:], (30, 40, 22, 8))[0],
        grid=dice.choice(_GRIDS),
        responsible_officer=dice.choice(("林知远", "周若水", "陈望舒")),
        licences=_licences(number, code, label, premises, today, dice),
        flags=("经营异常名录",) if dice.random() < 0.03 else (),
        history=_history(number, today, dice),
    )


def _licences(
    number: int,
    code: str,
    label: str,
    premises: tuple[str, ...],
    today: date,
    dice: random.Random,
) -> tuple[Licence, ...]:
    business = Licence("营业执照", code, today - timedelta(days=dice.randint(200, 3000)))
    if "prepackaged_only" in premises:
        return (business, Licence("仅销售预包装食品备案", f"YB{DIVISION}{number:07d}"))
    left = dice.randint(-20, 30) if dice.random() < 0.08 else dice.randint(40, 1700)
    until = today + timedelta(days=left)
    food = Licence(
        "食品经营许可证", f"JY2{DIVISION}{number:07d}", until - timedelta(days=1825), until, label
    )
    return (food, business)


# Items that both shipped checklists hold.
_OFTEN_FAILED = (
    "FOOD.STAFF.HEALTHCERT",
    "FOOD.RESULT.POSTED",
    "FOOD.PREMISES.CLEAN",
    "FOOD.MANAGE.SELFCHECK",
)


def _history(number: int, today: date, dice: random.Random) -> tuple[PastVisit, ...]:
    visits = []
    day = today - timedelta(days=dice.randint(40, 200))
    for place in range(dice.choices((0, 1, 2, 3), (10, 35, 35, 20))[0]):
        not_met = dice.choices((0, 1, 2, 4), (45, 30, 15, 10))[0]
        grade = "符合" if not_met == 0 else "基本符合" if not_met < 4 else "不符合"
        unresolved = dice.randint(0, min(1, not_met)) if place == 0 else 0
        codes = _OFTEN_FAILED[:not_met]
        kind = dice.choice(("日常监督检查", "双随机抽查", "专项检查"))
        visits.append(
            PastVisit(f"past-{number}-{place}", day, kind, grade, not_met, unresolved, codes)
        )
        day -= timedelta(days=dice.randint(120, 300))
    return tuple(visits)


def _checklists(enterprise: Enterprise) -> tuple[str, ...]:
    return tuple(
        checklist
        for checklist, activity in ((CATERING, "catering"), (SALE, "sale"))
        if activity in enterprise.activities
    )


def _tasks(
    enterprises: tuple[Enterprise, ...], today: date, dice: random.Random
) -> tuple[Task, ...]:
    tasks: list[Task] = []

    def add(enterprise: Enterprise, kind: TaskKind, days: int) -> None:
        number = len(tasks) + 1
        last = enterprise.last_visit
        tasks.append(
            Task(
                id=f"task-{number}",
                kind=kind,
                enterprise_id=enterprise.id,
                title=_TASK_TITLES[kind],
                checklists=_checklists(enterprise),
                due=today + timedelta(days=days),
                approval_no="" if number % 17 == 0 else f"星市监检批〔{today.year}〕{number}号",
                source="县局年度检查计划",
                follows_visit=last.visit_id if kind is TaskKind.FOLLOW_UP and last else "",
            )
        )

    chosen = [e for e in enterprises if "catering" in e.activities][:1]
    chosen += dice.sample(enterprises, min(40, len(enterprises)))
    for place, enterprise in enumerate(dict.fromkeys(chosen)):
        days = (0, -1, 0, 3, 5)[place % 5] if place < 10 else dice.randint(1, 30)
        kinds = [TaskKind.ROUTINE]
        if place == 0:
            kinds = [TaskKind.DOUBLE_RANDOM, TaskKind.ROUTINE, TaskKind.RISK_ALERT]
        elif dice.random() < 0.45:
            kinds.append(dice.choice((TaskKind.DOUBLE_RANDOM, TaskKind.RISK_ALERT)))
        if "school_canteen" in enterprise.premises or dice.random() < 0.15:
            kinds.append(TaskKind.CAMPAIGN)
        last = enterprise.last_visit
        if last and last.open_rectifications:
            kinds.append(TaskKind.FOLLOW_UP)
        for kind in kinds:
            add(enterprise, kind, days)
    return tuple(tasks)
