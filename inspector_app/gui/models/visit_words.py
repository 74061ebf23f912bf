"""Words that only the guided visit uses: blockers, measures, evidence, capacities, ways of service.

What other pages say too stands in `gui.terms`. Every word is looked up when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from inspector_app.domain.checklist import EvidenceKind
from inspector_app.domain.document import SignerRole
from inspector_app.domain.law.gate.targets import CaseStage
from inspector_app.domain.law.violation import MeasureKind
from inspector_app.domain.steps import Blocker
from inspector_app.gui.terms import join_names

__all__ = [
    "activity_word",
    "blocker_words",
    "evidence_words",
    "measure_word",
    "prior_step_word",
    "service_mode_word",
    "service_modes",
    "signer_word",
    "stage_word",
]

_tr = QCoreApplication.translate


def blocker_words(blocker: Blocker) -> str:
    """What a blocker says: what is missing, and how many."""
    count = blocker.count
    match blocker.code:
        case "rights_not_read":
            return _tr("VisitWords", "尚未告知权利并记录回答")
        case "unanswered":
            return _tr("VisitWords", "还有 %n 项没有检查结论", "", count)
        case "photo_missing":
            return _tr("VisitWords", "还有 %n 项不符合没有拍照取证", "", count)
        case "result_outdated":
            return _tr("VisitWords", "问题有变，需要重新判定检查结果")
        case "outdated":
            return _tr("VisitWords", "记录更正后，%n 份文书需要更正", "", count)
        case "not_called_for":
            return _tr("VisitWords", "记录更正后，%n 份文书不再需要，应当撤回", "", count)
        case "finding_missing":
            return _tr("VisitWords", "还有 %n 项不符合没有认定问题", "", count)
        case "not_graded":
            return _tr("VisitWords", "尚未判定检查结果")
        case "not_composed":
            return _tr("VisitWords", "还有 %n 份文书没有定稿", "", count)
        case "not_signed":
            return _tr("VisitWords", "还有 %n 份文书没有签完", "", count)
        case "nothing_to_sign":
            return _tr("VisitWords", "还没有定稿的文书")
        case "not_served" if count:
            return _tr("VisitWords", "还有 %n 份文书没有送达", "", count)
        case "not_served":
            return _tr("VisitWords", "还没有出具的文书")
        case "stale":
            return _tr("VisitWords", "%n 份文书定稿后记录有改动，需要重新定稿", "", count)
        case "receipt_missing":
            return _tr("VisitWords", "送达回证还没有签好")
        case _:
            return _tr("VisitWords", "还有未完成的内容")


def measure_word(measure: MeasureKind) -> str:
    """A measure as the documents name it."""
    return {
        MeasureKind.CORRECT_ON_SPOT: _tr("VisitWords", "责令当场改正"),
        MeasureKind.ORDER_CORRECTION: _tr("VisitWords", "责令限期改正"),
        MeasureKind.WARNING: _tr("VisitWords", "警告"),
        MeasureKind.FINE: _tr("VisitWords", "罚款"),
        MeasureKind.CONFISCATION: _tr("VisitWords", "没收"),
        MeasureKind.SUSPENSION: _tr("VisitWords", "责令停产停业"),
        MeasureKind.REVOCATION: _tr("VisitWords", "吊销许可证"),
        MeasureKind.OPEN_CASE: _tr("VisitWords", "立案调查"),
        MeasureKind.TRANSFER: _tr("VisitWords", "移送有权机关"),
    }[measure]


def stage_word(stage: CaseStage) -> str:
    """A stage of a case beyond the visit."""
    return {
        CaseStage.FILING: _tr("VisitWords", "立案"),
        CaseStage.EVIDENCE: _tr("VisitWords", "调查取证"),
        CaseStage.MEASURES: _tr("VisitWords", "登记保存、强制措施"),
        CaseStage.REPORT: _tr("VisitWords", "调查终结"),
        CaseStage.REVIEW: _tr("VisitWords", "审核"),
        CaseStage.NOTICE: _tr("VisitWords", "处罚告知"),
        CaseStage.HEARING: _tr("VisitWords", "听证"),
        CaseStage.DECISION: _tr("VisitWords", "决定"),
        CaseStage.PERFORMANCE: _tr("VisitWords", "执行"),
        CaseStage.PUBLICATION: _tr("VisitWords", "公示"),
        CaseStage.ARCHIVE: _tr("VisitWords", "归档"),
    }[stage]


def evidence_words(kinds: Iterable[EvidenceKind]) -> str:
    """The evidence an item asks for, in one phrase."""
    words = {
        EvidenceKind.PHOTO: _tr("VisitWords", "照片"),
        EvidenceKind.NOTE: _tr("VisitWords", "文字说明"),
        EvidenceKind.DOCUMENT: _tr("VisitWords", "书面材料"),
    }
    return join_names(words[kind] for kind in kinds)


def activity_word(activity: str) -> str:
    """A kind of business, as the violations' guards name it; an unknown one as it is."""
    words = {
        "production": _tr("VisitWords", "食品生产"),
        "sale": _tr("VisitWords", "食品销售"),
        "catering": _tr("VisitWords", "餐饮服务"),
        "special_food": _tr("VisitWords", "特殊食品"),
        "market": _tr("VisitWords", "集中交易市场"),
        "farm_produce": _tr("VisitWords", "食用农产品"),
        "platform": _tr("VisitWords", "网络平台"),
        "storage": _tr("VisitWords", "贮存服务"),
        "wholesale": _tr("VisitWords", "批发"),
        "additive": _tr("VisitWords", "食品添加剂"),
        "import": _tr("VisitWords", "进口商品"),
        "online": _tr("VisitWords", "网络经营"),
        "tableware_disinfection": _tr("VisitWords", "餐具集中消毒"),
        "use": _tr("VisitWords", "使用单位"),
        "service": _tr("VisitWords", "服务收费"),
        "retail": _tr("VisitWords", "零售"),
        "repair": _tr("VisitWords", "维保修理"),
        "advertising": _tr("VisitWords", "广告"),
        "trademark": _tr("VisitWords", "商标代理、印制"),
        "transport": _tr("VisitWords", "运输"),
        "filling": _tr("VisitWords", "充装"),
        "rental": _tr("VisitWords", "出租"),
        "inspection_body": _tr("VisitWords", "检验检测、认证"),
    }
    return words.get(activity, activity)


def prior_step_word(step: str) -> str:
    """What must have happened before a fine, as the violations name it; an unknown one as it is."""
    words = {
        "order_correction_refused": _tr("VisitWords", "已书面责令改正，期满拒不改正"),
        "recall_ordered_refused": _tr("VisitWords", "已责令召回或者停止经营，拒不执行"),
        "sale_suspended": _tr("VisitWords", "省级以上部门已决定暂停销售"),
        "three_penalties_in_a_year": _tr(
            "VisitWords", "一年内已累计三次受到责令停产停业、吊销许可证以外的处罚"
        ),
        "cautioned": _tr("VisitWords", "已告诫，仍继续"),
        "recheck_failed": _tr("VisitWords", "监督抽查不合格已公告，复查仍不合格"),
        "fined_and_refused": _tr("VisitWords", "已受罚款处罚并被责令改正，拒不改正"),
        "suspension_ordered": _tr("VisitWords", "已责令暂停营业，或者财物已被登记保存"),
        "seized": _tr("VisitWords", "财物已被依法查封、扣押"),
        "hazard_notified": _tr("VisitWords", "已通知采取措施消除隐患"),
        "repeated_in_five_years": _tr("VisitWords", "五年内两次以上实施同类违法行为"),
    }
    return words.get(step, step)


def signer_word(role: SignerRole) -> str:
    """In what capacity somebody signs."""
    return {
        SignerRole.PARTY: _tr("VisitWords", "当事人"),
        SignerRole.WITNESS: _tr("VisitWords", "见证人"),
        SignerRole.OFFICER: _tr("VisitWords", "执法人员"),
        SignerRole.RECEIVER: _tr("VisitWords", "受送达人"),
    }[role]


def service_modes() -> tuple[str, ...]:
    """Modes of service that can take place at the premises (程序规定 82), by code.

    The others take effect on a later day, by a receipt that nobody holds yet.
    """
    return ("direct", "left")


def service_mode_word(mode: str) -> str:
    """A mode of service; an unknown one as it is."""
    words = {
        "direct": _tr("VisitWords", "直接送达"),
        "left": _tr("VisitWords", "留置送达"),
        "entrusted": _tr("VisitWords", "委托送达"),
        "mail": _tr("VisitWords", "邮寄送达"),
        "electronic": _tr("VisitWords", "电子送达"),
        "notice": _tr("VisitWords", "公告送达"),
    }
    return words.get(mode, mode)
