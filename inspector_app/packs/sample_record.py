"""A full record, as :func:`inspector_app.domain.record.build_record` shapes it, with sample data.

Templates are linted against it: a path that is not here is not in any visit's record. It also
feeds previews of a template without a visit. Every list has an entry, so that what is read inside
can be checked; names and numbers are invented.
"""

from __future__ import annotations

from typing import Any

__all__ = ["sample_record"]


def sample_record() -> dict[str, Any]:
    """A fresh copy of the sample, without the template's own ``field`` entries."""
    officer1 = {"name": "示例甲", "certificate_no": "SL-0001", "role": "inspector"}
    officer2 = {"name": "示例乙", "certificate_no": "SL-0002", "role": "inspector"}
    return {
        "authority": {
            "name": "示例县市场监督管理局",
            "region": "示例",
            "government": "示例县人民政府",
            "court": "示例县人民法院",
            "contact_person": "示例甲",
            "contact_phone": "0000-0000000",
            "address": "示例县示例路1号",
        },
        "party": {
            "name": "示例县样品面馆",
            "credit_code": "92000000MA00000000",
            "type": "individual_business",
            "type_label": "个体工商户",
            "address": "示例县示例路2号",
            "premises_address": "示例县示例路2号",
            "legal_representative": "示例丙",
            "representative_title": "经营者",
            "phone": "0000-0000001",
            "licence_name": "营业执照",
            "licence_number": "92000000MA00000000",
            "licences_text": "营业执照（92000000MA00000000）；食品经营许可证（JY20000000000000）",
            "licences": [
                {"name": "食品经营许可证", "number": "JY20000000000000", "valid_to": "2028-05-31"}
            ],
        },
        "attendee": {
            "name": "示例丁",
            "position": "店长",
            "phone": "0000-0000002",
            "id_number": "",
        },
        "visit": {
            "id": "sample",
            "started_at": "2026-11-21T09:05:00+08:00",
            "ended_at": "2026-11-21T10:20:00+08:00",
            "place": "示例县示例路2号",
            "kind_label": "双随机抽查、日常监督检查",
            "kinds": ["双随机抽查", "日常监督检查"],
            "times_this_year": 2,
            "approval_no": "示例检批〔2026〕1号",
            "previous_rectification": "上次1项问题已整改。",
            "helpers": "",
        },
        "officers": [officer1, officer2],
        "officer1": officer1,
        "officer2": officer2,
        "notice": [{"question": "是否申请回避？", "answer": "不申请回避", "key": "recusal"}],
        "notice_statements": [{"text": "我们是监督检查人员，这是执法证件。"}],
        "checklist": {
            "title": "餐饮服务监督检查要点表",
            "edition": "样例",
            "titles": "《餐饮服务监督检查要点表》、《食品销售监督检查要点表》",
            "editions": "《餐饮服务监督检查要点表》（样例）、《食品销售监督检查要点表》（样例）",
        },
        "counts": {
            "total": 4,
            "checked": 3,
            "met": 1,
            "not_met": 2,
            "excluded": 1,
            "key_checked": 1,
            "key_not_met": 0,
            "general_checked": 2,
            "general_not_met": 2,
        },
        **_rows(),
        "result": {
            "grade_code": "basic",
            "grade_label": "基本符合",
            "handling": "书面限期整改",
            "explanation": "",
        },
        "photos": [
            {
                "index": 1,
                "item_number": "4.2",
                "caption": "操作间",
                "taken_at": "2026-11-21T09:20:00+08:00",
                "sha256_short": "0123456789abcdef",
            }
        ],
        "measures_taken": "项目1.3所涉问题已当场改正。",
        "field": {},
        "document": {
            "id": "sample-document",
            "title": "责令改正通知书",
            "number": "示例市监责改〔2026〕1号",
            "issued_at": "2026-11-21T10:20:00+08:00",
        },
        "served": [{"title": "责令改正通知书", "number": "示例市监责改〔2026〕1号", "pages": "1"}],
        "service": {
            "mode": "direct",
            "mode_label": "直接送达",
            "receiver": "示例丁",
            "receiver_relation": "店长",
            "at": "2026-11-21T10:25:00+08:00",
            "place": "示例县示例路2号",
            "note": "",
            "witness": "",
            "recording": "",
        },
        "has_previous": True,
        "previous": {"date": "2026-03-02", "not_met": 1, "open": 0},
        "refusal": {"refused": False, "reason": "", "witness": "", "recording_note": ""},
    }


def _rows() -> dict[str, Any]:
    failed = {
        "number": "4.2",
        "star": "",
        "section": "从业人员",
        "text": "接触直接入口食品的从业人员持有有效健康证明。",
        "value": "not_met",
        "answer_label": "不符合",
        "note": "一名员工的健康证明已过期。",
        "reason": "",
    }
    excluded = {
        "number": "2.5",
        "star": "",
        "section": "原料控制",
        "text": "建立供货者评价和退出机制。",
        "value": "excluded",
        "answer_label": "合理缺项",
        "note": "",
        "reason": "不属于特定餐饮服务提供者。",
    }
    finding = {
        "index": 1,
        "item_number": "4.2",
        "item_text": failed["text"],
        "wording": "安排未取得健康证明的人员从事接触直接入口食品的工作",
        "description": "现场一名厨师的健康证明已于2026年10月1日到期。",
        "duty": "《中华人民共和国食品安全法》第四十五条第二款",
        "penalty": "《中华人民共和国食品安全法》第一百二十六条第一款第六项",
        "tier": "责令改正，给予警告；拒不改正的处罚款",
        "measures": "责令限期改正、警告",
        "deadline": "2026-12-01",
        "deadline_label": "于2026年12月1日前",
        "requirement": "在取得健康证明之前，停止安排其从事接触直接入口食品的工作。",
        "on_spot": False,
    }
    on_spot = {
        **finding,
        "index": 2,
        "item_number": "1.3",
        "wording": "未按规定张贴监督检查结果记录表",
        "description": "就餐区未张贴上次检查结果记录表。",
        "deadline": "",
        "deadline_label": "立即",
        "on_spot": True,
    }
    return {
        "items": [failed, excluded],
        "failed_items": [failed],
        "excluded_items": [excluded],
        "key_numbers": ["1.1"],
        "general_numbers": ["1.3", "4.2"],
        "failed_numbers": ["1.3", "4.2"],
        "excluded_numbers": ["2.5"],
        "has_findings": True,
        "findings": [finding, on_spot],
        "ordered_findings": [finding],
        "orders": {
            "count": 1,
            "deadline_label": "于2026年12月1日前",
            "latest_deadline": "2026-12-01",
            "duties": "《中华人民共和国食品安全法》第四十五条第二款",
            "penalties": "《中华人民共和国食品安全法》第一百二十六条第一款第六项",
            "unheeded_penalties": "《中华人民共和国食品安全法》第一百二十六条第一款第六项",
            "requirements": ["停止安排其从事接触直接入口食品的工作。"],
            "consequence": "逾期拒不改正的，依照有关规定处理。",
        },
    }
