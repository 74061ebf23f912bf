"""Made-up people, shops, tasks, checklists and visits; every name is fictional."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone

from inspector_app.domain.checklist import (
    ChecklistDefinition,
    Grade,
    Guidance,
    Handling,
    Item,
    ItemKind,
    NoticeQuestion,
    NoticeSheet,
    PackRef,
    Section,
)
from inspector_app.domain.enterprise import Enterprise, Licence, PartyType, credit_code_digit
from inspector_app.domain.journal import Event, Head, Moment
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import MeasureKind, ScopeGuard, Verification, Violation
from inspector_app.domain.officer import Authority, Officer, Role
from inspector_app.domain.task import Task, TaskKind, merge_tasks
from inspector_app.domain.visit_events import (
    Attendee,
    NoticeAnswer,
    RightsRead,
    VisitEvent,
    VisitStarted,
)
from inspector_app.domain.visit_journal import record_event, visit_stream

TODAY = date(2026, 11, 21)
CHINA = timezone(timedelta(hours=8))
FOOD_LAW = "中华人民共和国食品安全法"
DRUG_LAW = "中华人民共和国药品管理法"
PACK = PackRef("food-test", "1.0.0", "d" * 64)

AUTHORITY = Authority(
    name="云溪县市场监督管理局（演示）",
    region="云溪",
    government="云溪县人民政府",
    court="云溪县人民法院",
    contact_person="演示联系人",
    contact_phone="000-00000000",
    address="云溪县示范路1号",
)


def officer(
    number: int = 1, *, valid_to: date = date(2030, 12, 31), role: Role = Role.OFFICER
) -> Officer:
    names = {1: "林知远", 2: "周若水", 3: "沈青禾"}
    return Officer(
        id=f"officer-{number}",
        name=names.get(number, f"执法{number}"),
        certificate_no=f"YX-{number:06d}",
        valid_from=date(2024, 1, 1),
        valid_to=valid_to,
        organ=AUTHORITY.name,
        role=role,
    )


def credit_code(number: int = 1) -> str:
    body = f"92370000MA{number:07d}"
    return body + credit_code_digit(body)


def enterprise(number: int = 1, **changes: object) -> Enterprise:
    file = Enterprise(
        id=f"enterprise-{number}",
        name="云溪县张记面馆（演示）",
        credit_code=credit_code(number),
        party_type=PartyType.INDIVIDUAL_BUSINESS,
        address="云溪县虚拟街道8号",
        premises_address="云溪县虚拟街道8号",
        legal_representative="张三丰年",
        phone="00000000000",
        representative_title="经营者",
        activities=("catering",),
        licences=(
            Licence("食品经营许可证", "JY00000000000001", date(2022, 1, 1), date(2027, 1, 1)),
        ),
    )
    return replace(file, **changes)  # type: ignore[arg-type]  # keyword names are the fields


def task(number: int = 1, kind: TaskKind = TaskKind.ROUTINE, **changes: object) -> Task:
    made = Task(
        id=f"task-{number}",
        kind=kind,
        enterprise_id="enterprise-1",
        title=f"任务{number}",
        checklists=("catering",),
        due=TODAY + timedelta(days=number),
        approval_no=f"检批〔2026〕{number}号",
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # keyword names are the fields


def violation(code: str = "M44", **changes: object) -> Violation:
    made = Violation(
        id=code,
        wording="安排未取得健康证明的人员从事接触直接入口食品的工作",
        duty=(Citation(FOOD_LAW, 45, 2),),
        penalty=(Citation(FOOD_LAW, 126, 1, 6),),
        tier="责令改正，给予警告；拒不改正的，处五千元以上五万元以下罚款",
        measures=(MeasureKind.ORDER_CORRECTION, MeasureKind.WARNING),
        verification=Verification.VERIFIED,
        scope=ScopeGuard(activities=("catering", "sale")),
        summary="从事接触直接入口食品工作的人员应当每年健康检查并取得健康证明",
        deadline_days=10,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # keyword names are the fields


def item(
    code: str, number: str, *, key: bool = False, violations: tuple[str, ...] = ("M44",)
) -> Item:
    return Item(
        code=code,
        number=number,
        text=f"项目{number}符合要求",
        kind=ItemKind.KEY if key else ItemKind.GENERAL,
        guidance=Guidance("查看现场"),
        violations=violations,
        exclusion="不涉及该环节",
    )


GRADES = (
    Grade("met", "符合", "${not_met} = 0", (Handling("pass", "通过"),)),
    Grade(
        "basic",
        "基本符合",
        "${key_not_met} <= 1",
        (
            Handling("put_right", "当场整改", "${orders} = 0"),
            Handling("order", "书面限期整改", "${orders} > 0"),
            Handling("stop", "书面限期整改，停止生产经营", "${orders} > 1"),
        ),
    ),
    Grade("not_met", "不符合", "true()", (Handling("case", "立案调查"),)),
)
NOTICE = NoticeSheet(
    "告知页",
    ("我们是执法人员，这是我们的执法证件。",),
    (
        NoticeQuestion(
            "seen", "是否看清执法证件？", (("yes", "看清了"), ("no", "没有看清")), ("no",)
        ),
        NoticeQuestion("recusal", "是否申请回避？", (("none", "不申请"), ("applied", "申请"))),
    ),
)


def checklist(
    checklist_id: str = "catering",
    codes: tuple[str, ...] = ("LICENCE", "HEALTH", "WASH"),
    *,
    key: tuple[str, ...] = ("LICENCE",),
    pack: PackRef = PACK,
) -> ChecklistDefinition:
    items = tuple(
        item(code, f"{1 + place // 2}.{1 + place % 2}", key=code in key)
        for place, code in enumerate(codes)
    )
    return ChecklistDefinition(
        id=checklist_id,
        pack=pack,
        title="餐饮服务监督检查要点表（演示）",
        edition="2022",
        domain="food",
        sections=(Section("1", "许可", items[:2]), Section("2", "加工", items[2:])),
        grades=GRADES,
        notice=NOTICE,
        violations={"M44": violation()},
    )


def moment(minute: int = 0) -> Moment:
    start = datetime(2026, 11, 21, 9, 0, tzinfo=CHINA)
    return Moment((start + timedelta(minutes=minute)).isoformat(), 1_000_000 + minute * 60_000)


def visit_started(**changes: object) -> VisitStarted:
    merged = merge_tasks((task(),), {"catering": checklist()})
    started = VisitStarted(
        visit_id="visit-1",
        enterprise=enterprise(),
        tasks=merged.tasks,
        officers=(officer(1), officer(2)),
        authority=AUTHORITY,
        items=merged.items,
        packs=merged.packs,
        checklists=merged.checklists,
        place="云溪县虚拟街道8号",
        device="laptop-1",
    )
    return replace(started, **changes)  # type: ignore[arg-type]  # keyword names are the fields


def rights_read() -> RightsRead:
    return RightsRead(
        Attendee("张三丰年", "经营者", "00000000000"),
        NOTICE.statements,
        (
            NoticeAnswer("seen", "是否看清执法证件？", "yes", "看清了"),
            NoticeAnswer("recusal", "是否申请回避？", "none", "不申请"),
        ),
    )


@dataclass
class Chain:
    """Builds a visit's stream event by event."""

    events: list[Event] = field(default_factory=list)

    def add(self, *happened: VisitEvent) -> Chain:
        for fact in happened:
            head = self.events[-1].head if self.events else Head(visit_stream("visit-1"))
            self.events.append(record_event(head, fact, moment(len(self.events)), "officer-1"))
        return self
