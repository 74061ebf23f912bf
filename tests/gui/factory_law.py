"""Made-up statutes for the screens: no sentence of a real law stands here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from inspector_app.domain.chinese import chinese_number
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import Statute, StatuteLevel
from inspector_app.domain.law.violation import Violation
from tests.fakes.statutes import MemoryShelf, made_up

__all__ = ["MARKET", "STALLS", "WEIGHTS", "example_texts", "market", "stocked", "weights"]

MARKET = "中华人民共和国集市法"
WEIGHTS = "星汉县集市用秤管理办法"
STALLS = "中华人民共和国摊点条例"

_OLD = """
（示例文本，非现行法律）
第一章 总则
第一条 为了集市整洁，制定本法。
第二条 在集市摆摊的，适用本法。
第二章 摆摊
第一节 摊主
第三条 摊主应当持有摊位证，并且挂在看得见的地方。
第四条 摊主应当遵守下列规定：
（一）每天收摊前打扫摊位；
（二）不出售发霉的糕点；
（三）秤盘保持干净。
摊主雇人的，应当教会其前款的规定。
第二节 集市
第五条 集市开办者应当每月检查一次摊位证，并且保存检查记录六个月。
第三章 责任
第六条 摊主违反第四条第一款规定，有下列情形之一的，由县集市管理部门责令改正，给予警告；拒不改正的，处一百元以上一千元以下罚款：
（一）收摊不打扫的；
（二）出售发霉糕点的。
第七条 本法自二〇一九年三月一日起施行。
"""
_NEW = (
    _OLD.replace("六个月", "二年")
    .replace("处一百元以上一千元以下罚款", "处五百元以上五千元以下罚款")
    .replace("二〇一九年三月一日", "二〇二四年五月一日")
    .replace("第七条", "第六条之一 摊主一年内受过两次前条规定的处罚的，暂停摆摊一个月。\n第七条")
)
_WEIGHTS = """
第一条 本办法所称用秤，是指在集市上称量货物。
第二条 摊主应当使用经检定合格的秤，不得短斤少两。
第三条 集市开办者应当在入口处设置公平秤。
"""


def market() -> tuple[Statute, Statute]:
    """A law in two editions, of 2019 and 2024."""
    return (
        made_up(MARKET, _OLD, date(2019, 1, 10), date(2019, 3, 1), aliases=("集市法",)),
        made_up(MARKET, _NEW, date(2024, 2, 20), date(2024, 5, 1), aliases=("集市法",)),
    )


def weights() -> Statute:
    """A rule of one edition, without chapters."""
    return made_up(WEIGHTS, _WEIGHTS, date(2022, 6, 1), level=StatuteLevel.LOCAL_REGULATION)


def stocked() -> MemoryShelf:
    """Both."""
    return MemoryShelf([*market(), weights()])


def example_texts(violations: Iterable[Violation]) -> list[Statute]:
    """Texts for the clauses of ``violations``, which say of themselves that they are examples."""
    cited: dict[str, set[Citation]] = {}
    for violation in violations:
        for citation in (*violation.duty, *violation.penalty):
            cited.setdefault(citation.law, set()).add(citation)
    return [_example(law, places) for law, places in cited.items()]


def _example(law: str, places: set[Citation]) -> Statute:
    lines = ["（界面示例文字，不是法律原文）"]
    for number in sorted({place.article for place in places}):
        here = [place for place in places if place.article == number]
        paragraphs = max(max(place.paragraph, 1) for place in here)
        for paragraph in range(1, paragraphs + 1):
            label = f"第{chinese_number(number)}条 " if paragraph == 1 else ""
            lines.append(f"{label}此处为示例文字：经营者应当按照规定办理，并且保存记录备查。")
            items = [p.item for p in here if max(p.paragraph, 1) == paragraph]
            numbers = map(chinese_number, range(1, max(items, default=0) + 1))
            lines += [f"（{number}）此处为示例文字，说明一种情形；" for number in numbers]
    return made_up(law, "\n".join(lines), date(2021, 4, 29))
