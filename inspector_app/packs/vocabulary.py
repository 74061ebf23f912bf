"""The words that packs may use: variables of expressions, guards' words, authorities.

One place, so that the linter, the author's guide and the application agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inspector_app.domain.law.violation import OUR_AUTHORITY, OUR_PROVINCE, PROVINCIAL_RULES
from inspector_app.domain.terms import TASK_LABELS

__all__ = [
    "ACTIVITIES",
    "AUTHORITIES",
    "DOCUMENT_VARIABLES",
    "GRADE_VARIABLES",
    "HANDLING_VARIABLES",
    "ITEM_VARIABLES",
    "PARTY_TYPES",
    "PREMISES",
    "PRIOR_STEPS",
    "VISIT_KINDS",
]

ACTIVITIES: Mapping[str, str] = MappingProxyType(
    {
        "production": "食品生产",
        "sale": "食品销售",
        "catering": "餐饮服务",
        "special_food": "特殊食品",
        "market": "集中交易市场开办、柜台出租、展销会举办",
        "farm_produce": "食用农产品销售",
        "platform": "网络食品交易第三方平台",
        "storage": "食品贮存、运输",
        "wholesale": "食品批发",
        "additive": "食品添加剂经营",
        "import": "进口食品销售",
        "online": "网络食品经营",
        "tableware_disinfection": "餐具饮具集中消毒",
        "use": "使用单位（药品、医疗器械、特种设备、计量器具等）",
        "service": "提供服务、收费",
        "retail": "零售（药品、烟草等）",
        "repair": "维护保养、修理、安装、改造",
        "advertising": "广告发布、设计、制作、代言",
        "trademark": "商标代理、商标印制",
        "transport": "运输",
        "filling": "气瓶、移动式压力容器充装",
        "rental": "场所、设备出租",
        "inspection_body": "检验检测、认证、计量检定机构",
    }
)
PARTY_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "enterprise": "企业",
        "individual_business": "个体工商户",
        "institution": "事业单位、社会组织",
        "individual": "自然人",
    }
)
PREMISES: Mapping[str, str] = MappingProxyType(
    {
        "school_canteen": "学校（含托幼机构）食堂",
        "elderly_canteen": "养老机构食堂",
        "site_canteen": "建筑工地食堂",
        "staff_canteen": "其他单位食堂",
        "contracted_canteen": "承包经营的食堂",
        "chain": "连锁企业门店或者总部",
        "central_kitchen": "中央厨房",
        "group_meal": "集体用餐配送单位",
        "cold_dishes": "制售冷食、生食、裱花蛋糕",
        "self_made_drinks": "自制饮品",
        "delivery": "外卖配送",
        "buffet": "自助餐",
        "cold_chain": "经营冷藏、冷冻食品",
        "bulk_food": "经营散装食品",
        "cooked_bulk_food": "经营散装熟食",
        "prepackaged_only": "仅销售预包装食品",
        "warehouse": "另设仓库",
        "supermarket": "商场、超市",
        "pharmacy": "药店",
        "small_workshop": "小作坊、小餐饮、摊贩",
    }
)
# Who may punish, as it is told.
AUTHORITIES: Mapping[str, str] = MappingProxyType(
    {
        OUR_AUTHORITY: "市场监督管理部门（含承担药品监管职责的县级部门）",
        OUR_PROVINCE: "省级以上市场监督管理部门",
        "drug_regulator_province": "省级药品监督管理部门",
        "health": "卫生健康主管部门",
        "public_security": "公安机关",
        "agriculture": "农业农村主管部门",
        "emergency": "应急管理部门和其他负有安全生产监督管理职责的部门",
        "fire": "消防救援机构、住房和城乡建设主管部门",
        "housing": "住房和城乡建设主管部门",
        "gas": "燃气管理部门",
        "tobacco": "烟草专卖行政主管部门",
        "education": "教育行政部门",
        "culture": "文化和旅游主管部门",
        "intellectual_property": "国务院知识产权行政部门、管理专利工作的部门",
        "transport": "交通运输主管部门",
        "customs": "海关",
        "competent_department": "法律规定的其他有关主管部门",
        PROVINCIAL_RULES: "依省级地方性法规确定",
    }
)
PRIOR_STEPS: Mapping[str, str] = MappingProxyType(
    {
        "order_correction_refused": "已书面责令改正，期满拒不改正",
        "recall_ordered_refused": "已责令召回或者停止经营，拒不执行",
        "sale_suspended": "省级以上部门已决定暂停销售",
        "three_penalties_in_a_year": "一年内已累计三次受到责令停产停业、吊销许可证以外的处罚",
        "cautioned": "已告诫（限期改正），仍继续",
        "recheck_failed": "监督抽查不合格已公告，复查仍不合格",
        "fined_and_refused": "已受罚款处罚并被责令改正，拒不改正",
        "suspension_ordered": "已责令暂停营业，或者财物已被登记保存",
        "seized": "财物已被依法查封、扣押",
        "hazard_notified": "已通知采取措施消除隐患",
        "repeated_in_five_years": "五年内两次以上实施同类违法行为",
    }
)
# Kinds of visits, as ``partial_allowed`` of a checklist names them: the task kinds and 飞行检查.
VISIT_KINDS: Mapping[str, str] = MappingProxyType(
    {**{kind.value: label for kind, label in TASK_LABELS.items()}, "flight": "飞行检查"}
)

_COUNTS = {
    "total": "全部项目数",
    "checked": "已评价的项目数（符合与不符合，不含合理缺项）",
    "met": "符合的项目数",
    "not_met": "不符合的项目数",
    "excluded": "合理缺项的项目数",
    "key_checked": "已评价的重点项目数",
    "key_not_met": "不符合的重点项目数",
    "general_checked": "已评价的一般项目数",
    "general_not_met": "不符合的一般项目数",
}
# What ``when`` of a grade may read.
GRADE_VARIABLES: Mapping[str, str] = MappingProxyType(_COUNTS)
_FOLLOWING = {
    "findings": "已确认的问题数",
    "orders": "须书面责令改正、尚未当场改正的问题数",
    "cases": "须立案调查的问题数",
    "transfers": "须移送有权机关的问题数",
}
# What ``when`` of a handling may read (Visit.result_facts).
HANDLING_VARIABLES: Mapping[str, str] = MappingProxyType({**_COUNTS, **_FOLLOWING})
# What ``relevant`` of an item may read (application.definitions.enterprise_facts); selections hold
# several words.
ITEM_VARIABLES: Mapping[str, str] = MappingProxyType(
    {
        "activities": "经营活动（多选，用 selected 判断）",
        "premises": "场所标签（多选，用 selected 判断）",
        "party_type": "当事人类型",
        "risk_class": "风险等级 A–D，未评定为空",
    }
)
# What ``called_for`` of a document may read (domain.record.DOCUMENT_FACTS).
DOCUMENT_VARIABLES: Mapping[str, str] = MappingProxyType(
    {
        **_COUNTS,
        **_FOLLOWING,
        "issued": "已签发的文书数",
        "served": "已送达的文书数",
    }
)
