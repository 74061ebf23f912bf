"""For every code about the words of a case, the one change that makes them wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.factory import credit_code
from tests.unit.gate.changes import Failing, part, typed

__all__ = ["TEXTS"]

_NAME = "云溪县张记面馆有限公司"

TEXTS: Mapping[str, Failing] = {
    "gate.word_note": Failing(typed("checklist", "老板是奸商。", "note")),
    "gate.word_finding": Failing(typed("findings", "大概有三盒过期。")),
    "gate.word_document": Failing(typed("documents", "处以罚金五千元。", "document")),
    "gate.name_finding": Failing(typed("findings", "云溪县章记面馆有限公司的货架上有过期牛奶。")),
    "gate.name_document": Failing(typed("documents", "经营者：李四。", "document")),
    "gate.officer_name_finding": Failing(typed("findings", "执法人员：林知元、周若水。")),
    "gate.officer_name_document": Failing(
        typed("documents", "执法人员林知远和周若冰到场。", "document")
    ),
    "gate.party_left_out": Failing(part("papers", 0, text="经营超过保质期的食品。")),
    "gate.clause_left_out": Failing(part("papers", 0, text="当事人经营超过保质期的食品。")),
    "gate.name_shortened": Failing(part("papers", 0, text="当事人张记面馆经营超过保质期的食品。")),
    "gate.code_finding": Failing(typed("findings", f"代码{credit_code(2)}。")),
    "gate.code_document": Failing(typed("documents", f"代码{credit_code(2)}。", "document")),
    "gate.date_finding": Failing(typed("findings", "保质期至2026年2月30日。")),
    "gate.date_document": Failing(typed("documents", "于2026-13-01到期。", "document")),
    "gate.remedy_term_told": Failing(
        part("papers", 0, text="自收到本决定书之日起三十日内向云溪县人民政府申请行政复议。")
    ),
    "gate.review_organ_told": Failing(
        part("papers", 0, text="六十日内向云溪市市场监督管理局申请行政复议。")
    ),
    "gate.day_after_paper": Failing(part("papers", 0, text=f"{_NAME}于2027年4月1日经营。")),
    "gate.inspection_day_told": Failing(
        part("papers", 0, text=f"{_NAME}：2026年4月2日，本局执法人员对当事人进行现场检查。")
    ),
    "gate.filing_day_told": Failing(part("papers", 0, text=f"{_NAME}：本局于2026年4月5日立案。")),
    "gate.notice_day_told": Failing(
        part("papers", 0, text=f"{_NAME}：2026年5月16日，本局送达了行政处罚告知书。")
    ),
    "gate.hearing_day_told": Failing(part("papers", 0, text=f"{_NAME}：2026年6月4日举行了听证。")),
    "gate.decision_day_told": Failing(
        part("papers", 0, text=f"{_NAME}：本局于2026年6月14日作出行政处罚决定。")
    ),
    "gate.dates_out_of_order": Failing(part("review", on=date(2026, 6, 20))),
    "gate.notice_before_report": Failing(part("notice", served_on=date(2026, 5, 9))),
    "gate.released_before_taken": Failing(part("coercions", 0, released_on=date(2026, 4, 2))),
    "gate.test_told_early": Failing(part("tests", 0, told_on=date(2026, 4, 19))),
    "gate.test_after_decision": Failing(part("tests", 0, result_on=date(2026, 6, 16))),
    "gate.amount_words_finding": Failing(typed("findings", "售价伍拾元整（55元）。")),
    "gate.amount_words": Failing(typed("documents", "6万元（大写：伍万元整）", "document")),
    "gate.fine_differs": Failing(typed("documents", "罚款人民币50000元。", "document")),
    "gate.total_differs": Failing(typed("documents", "罚没款共计60000元。", "document")),
    "gate.gain_differs": Failing(typed("documents", "没收违法所得1500元。", "document")),
    "gate.goods_value_differs": Failing(typed("documents", "货值金额400元。", "document")),
    "gate.article_finding": Failing(typed("findings", "违反《食品安全法》第三十五条。")),
    "gate.article_document": Failing(typed("documents", "依据食安法第一百二十五条。", "document")),
    "gate.citation_unread_finding": Failing(
        typed("findings", "违反《食品安全法》第三十四条至第十条。")
    ),
    "gate.citation_unread_document": Failing(
        typed("documents", "依据食安法第一百二十四条至第十条。", "document")
    ),
    "gate.number_finding": Failing(typed("findings", "见云溪市监处罚〔2026〕9号。")),
    "gate.number_document": Failing(typed("documents", "云溪市监处罚〔2026〕9号", "document")),
    "gate.number_brackets_finding": Failing(typed("findings", "见云溪市监处罚[2026]8号。")),
    "gate.number_brackets_document": Failing(
        typed("documents", "云溪市监处罚（2026）8号", "document")
    ),
}
