"""A made-up law with every way of punishing that the check knows, and a library that holds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from inspector_app.domain.law.catalogue_check import Validity
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.penalty import Fine, FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.statutes.importing import Outcome, import_files
from inspector_app.statutes.library import StatuteLibrary

Part = TypeVar("Part")
LAW = "中华人民共和国玩具法"
TEXT = """# 中华人民共和国玩具法

2020年1月1日 第十三届全国人民代表大会常务委员会第十五次会议通过

<!-- INFO END -->

## 第一章 总则

第一条 为了孩子，制定本法。

第二条 玩具商应当诚信。

第三条 玩具商应当遵守下列规定：

（一）备有说明书；

（二）积木不得有小零件；

（三）标注年龄。

玩具商不得拒绝检查。

第四条 有下列情形之一的，没收违法所得和违法销售的玩具，并可以没收用于制造的工具；货值金额不足一万元的，并处五千元以上五万元以下罚款；货值金额1万元以上的，并处货值金额5倍以上10倍以下罚款；情节严重的，责令停业，直至吊销许可证：

（一）没有说明书的；

（二）积木有小零件的；

（三）年龄不明的。

玩具商拒绝检查的，责令改正，给予警告；拒不改正的，可以处二千元以下罚款，对直接负责的主管人员和其他直接责任人员处所获收入百分之三十以上二倍以下罚款。

第五条 出租玩具的，依照前条第一款的规定处罚。

第六条 冒充玩具商的，按照本法第四条第二款的规定处罚；违法所得不足五万元的，按五万元计算，罚款最高不超过三万元。

第七条 本法自2020年6月1日起施行。
"""
BEGIN = date(2026, 1, 1)


def cite(article: int, paragraph: int = 0, item: int = 0) -> Citation:
    return Citation(LAW, article, paragraph, item)


def toy_library(folder: Path, text: str = TEXT) -> StatuteLibrary:
    file = folder / "玩具法.md"
    file.write_text(text, "utf-8")
    library = StatuteLibrary(folder / "statutes.sqlite")
    (taken,) = import_files([file], library)
    assert taken.outcome is Outcome.NEW
    return library


def validity(edition: date | None = None, begin: date = BEGIN) -> Validity:
    return Validity(begin, cited={LAW: edition} if edition else {})


def fine(low: int, high: int, base: FineBase = FineBase.AMOUNT, **more: object) -> Fine:
    return Fine(base, low, high, **more)  # type: ignore[arg-type]  # the fields by their names


GOODS = FineBase.GOODS_VALUE
# Article 4, first paragraph.
SELLING = (
    Sanction(SanctionKind.CONFISCATE_GAIN),
    Sanction(SanctionKind.CONFISCATE_GOODS),
    Sanction(SanctionKind.CONFISCATE_TOOLS, optional=True),
    Sanction(SanctionKind.FINE, fine=fine(5000, 50000, class_of=GOODS, below_value=10000)),
    Sanction(SanctionKind.FINE, fine=fine(5000, 10000, GOODS, class_of=GOODS, from_value=10000)),
    Sanction(SanctionKind.SUSPENSION, Stage.GRAVE, choice="halt"),
    Sanction(SanctionKind.REVOCATION, Stage.GRAVE, choice="halt"),
)
# Article 4, second paragraph.
REFUSING = (
    Sanction(SanctionKind.ORDER_CORRECTION),
    Sanction(SanctionKind.WARNING),
    Sanction(SanctionKind.FINE, Stage.UNHEEDED, optional=True, fine=fine(0, 2000)),
    Sanction(
        SanctionKind.FINE,
        Stage.UNHEEDED,
        payer=Payer.RESPONSIBLE_PERSON,
        fine=fine(300, 2000, FineBase.INCOME),
    ),
)


def with_field(part: Part, name: str, value: object) -> Part:
    """A frozen dataclass with one field changed."""
    return replace(part, **{name: value})  # type: ignore[type-var]  # only dataclasses are given
