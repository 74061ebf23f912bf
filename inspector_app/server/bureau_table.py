"""Enterprises as a table (CSV), as registries export them: Chinese headers, UTF-8 or GB18030.

A column that the table does not have leaves what the server knows as it is. An enterprise may
stand on several rows, one for each licence.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from inspector_app.domain.enterprise import Licence, PartyType, RiskClass
from inspector_app.server.bureau_file import BureauFile, GivenEnterprise, credit_code, is_plain
from inspector_app.server.bureau_problems import Mistake, RefusedFile

__all__ = ["ACTIVITIES", "HEADERS", "PREMISES", "read_table"]

# The guards' words as bureaus write them; packs/vocabulary.py says the same, and a test holds them.
ACTIVITIES: Mapping[str, str] = MappingProxyType(
    {
        "食品生产": "production",
        "食品销售": "sale",
        "餐饮服务": "catering",
        "特殊食品": "special_food",
        "集中交易市场开办": "market",
        "食用农产品销售": "farm_produce",
        "网络食品交易第三方平台": "platform",
        "食品贮存": "storage",
        "食品运输": "storage",
        "食品批发": "wholesale",
        "食品添加剂经营": "additive",
        "进口食品销售": "import",
        "网络食品经营": "online",
        "餐具饮具集中消毒": "tableware_disinfection",
        "使用单位": "use",
        "服务收费": "service",
        "零售": "retail",
        "维保修理安装": "repair",
        "广告": "advertising",
        "商标代理": "trademark",
        "商标印制": "trademark",
        "运输": "transport",
        "充装": "filling",
        "出租": "rental",
        "检验检测认证": "inspection_body",
    }
)
PREMISES: Mapping[str, str] = MappingProxyType(
    {
        "学校食堂": "school_canteen",
        "托幼机构食堂": "school_canteen",
        "养老机构食堂": "elderly_canteen",
        "建筑工地食堂": "site_canteen",
        "其他单位食堂": "staff_canteen",
        "连锁": "chain",
        "中央厨房": "central_kitchen",
        "集体用餐配送单位": "group_meal",
        "承包经营的食堂": "contracted_canteen",
        "制售冷食": "cold_dishes",
        "自制饮品": "self_made_drinks",
        "外卖配送": "delivery",
        "自助餐": "buffet",
        "冷藏冷冻食品": "cold_chain",
        "散装食品": "bulk_food",
        "散装熟食": "cooked_bulk_food",
        "仅销售预包装食品": "prepackaged_only",
        "另设仓库": "warehouse",
        "商场": "supermarket",
        "超市": "supermarket",
        "药店": "pharmacy",
        "小作坊": "small_workshop",
        "小餐饮": "small_workshop",
        "摊贩": "small_workshop",
    }
)
_PARTIES = MappingProxyType(
    {
        "企业": PartyType.ENTERPRISE,
        "个体工商户": PartyType.INDIVIDUAL_BUSINESS,
        "个体": PartyType.INDIVIDUAL_BUSINESS,
        "事业单位": PartyType.INSTITUTION,
        "社会组织": PartyType.INSTITUTION,
        "自然人": PartyType.INDIVIDUAL,
    }
)
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "编号": "id",
        "统一社会信用代码": "credit_code",
        "名称": "name",
        "主体名称": "name",
        "企业名称": "name",
        "主体类型": "party_type",
        "住所": "address",
        "地址": "address",
        "经营场所": "premises_address",
        "法定代表人": "legal_representative",
        "经营者": "legal_representative",
        "负责人": "legal_representative",
        "联系电话": "phone",
        "电话": "phone",
        "经营活动": "activities",
        "场所标签": "premises",
        "主体业态": "business_label",
        "风险等级": "risk_class",
        "网格": "grid",
        "所属网格": "grid",
        "监管人员": "responsible_officer",
        "标记": "flags",
        "许可证名称": "licence.name",
        "许可证编号": "licence.number",
        "有效期起": "licence.valid_from",
        "有效期止": "licence.valid_to",
        "许可范围": "licence.scope",
    }
)
_TITLES = frozenset({"法定代表人", "经营者", "负责人"})
_NEEDED = frozenset({"credit_code", "name", "party_type", "address", "legal_representative"})
_SEVERAL = re.compile("[、,，;；|/]")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_LONGEST = 500


def read_table(data: bytes) -> BureauFile:
    """The enterprises of the table; raises :class:`RefusedFile` naming every mistake."""
    text = _decoded(data)
    head = text.partition("\n")[0]
    sign = max(",\t;", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        table = [(rows.line_num, [cell.strip().strip("\u3000") for cell in row]) for row in rows]
    except csv.Error as error:
        said = f"第 {rows.line_num} 行不是有效的 CSV（{error}）。"
        raise RefusedFile([Mistake("表格", said, "请重新导出。")]) from None
    if not table:
        raise RefusedFile([Mistake("表格", "是空的。", "第一行应是列名。")])
    return _Table(table[0][1]).read(table[1:])


class _Table:
    def __init__(self, header: list[str]) -> None:
        self._problems: list[Mistake] = []
        self._columns: list[tuple[str, str]] = []
        fields: set[str] = set()
        for name in header:
            known = HEADERS.get(name, "")
            if not known:
                self._note(1, name, "不认识的列。", f"可用的列名：{'、'.join(HEADERS)}。")
            elif known in fields:
                self._note(1, name, "这一列的内容已有另一列。", "请只保留一列。")
            fields.add(known)
            self._columns.append((name, known))
        if "credit_code" not in fields:
            self._note(1, "统一社会信用代码", "缺少此列。", "请补上。")

    def read(self, rows: list[tuple[int, list[str]]]) -> BureauFile:
        """All rows; those of one credit code are one enterprise."""
        if self._problems:
            raise RefusedFile(self._problems)
        found: dict[str, GivenEnterprise] = {}
        for line, cells in rows:
            if not any(cells):
                continue
            if len(cells) != len(self._columns):
                said = f"有 {len(cells)} 格，列名有 {len(self._columns)} 个。"
                self._note(line, "", said, "请检查这一行的逗号和引号。")
                continue
            fields = self._fields(line, cells)
            code = fields.get("credit_code", "")
            if not code:
                continue
            here = GivenEnterprise(f"第 {line} 行", fields)
            found[code] = self._joined(found[code], here, line) if code in found else here
        if self._problems:
            raise RefusedFile(self._problems)
        return BureauFile(enterprises=list(found.values()))

    def _joined(self, first: GivenEnterprise, more: GivenEnterprise, line: int) -> GivenEnterprise:
        both = dict(first.fields)
        licences = (*both.pop("licences", ()), *more.fields.get("licences", ()))
        rest = {name: value for name, value in more.fields.items() if name != "licences"}
        if rest != both or not licences:
            self._note(
                line, "", f"与{first.place}的统一社会信用代码相同，内容不同。", "请只保留一行。"
            )
        return GivenEnterprise(first.place, {**both, "licences": tuple(dict.fromkeys(licences))})

    def _fields(self, line: int, cells: list[str]) -> dict[str, Any]:
        told: dict[str, Any] = {}
        licence: dict[str, Any] = {}
        for (column, name), cell in zip(self._columns, cells, strict=True):
            value = self._value(line, column, name, cell)
            if name.startswith("licence."):
                licence[name.removeprefix("licence.")] = value
            else:
                told[name] = value
            if column in _TITLES:
                told["representative_title"] = column
        if licence:
            told["licences"] = self._licences(line, licence)
        return told

    def _value(self, line: int, column: str, name: str, cell: str) -> Any:
        def note(_: str, what: str, mend: str) -> None:
            self._note(line, column, what, mend)

        if len(cell) > _LONGEST or not is_plain(cell):
            note("", "过长或含有控制字符。", "请核对。")
            return ""
        if not cell and name in _NEEDED:
            note("", "是空的。", "请填写。")
            return ""
        readers: Mapping[str, Callable[[], Any]] = {
            "credit_code": lambda: credit_code(cell, note),
            "party_type": lambda: self._one(note, cell, _PARTIES),
            "risk_class": lambda: self._one(note, cell, {kind.value: kind for kind in RiskClass}),
            "activities": lambda: self._words(note, cell, ACTIVITIES),
            "premises": lambda: self._words(note, cell, PREMISES),
            "flags": lambda: tuple(_several(cell)),
            "licence.valid_from": lambda: _day(cell, note),
            "licence.valid_to": lambda: _day(cell, note),
        }
        return readers[name]() if name in readers else cell

    def _licences(self, line: int, told: Mapping[str, Any]) -> tuple[Licence, ...]:
        if not any(told.values()):
            return ()
        if not told.get("name") or not told.get("number"):
            self._note(line, "许可证编号", "许可证的名称和编号须同时填写。", "请补上。")
            return ()
        licence = Licence(**told)
        start, end = licence.valid_from, licence.valid_to
        if start and end and start > end:
            self._note(line, "有效期止", "早于有效期起。", "请核对两个日期。")
        return (licence,)

    def _one(
        self, note: Callable[[str, str, str], None], cell: str, kinds: Mapping[str, Any]
    ) -> Any:
        if cell not in kinds:
            note("", f"“{cell[:40]}”不是可用的取值。", f"可用：{'、'.join(filter(None, kinds))}。")
        return kinds.get(cell)

    def _words(
        self, note: Callable[[str, str, str], None], cell: str, known: Mapping[str, str]
    ) -> tuple[str, ...]:
        words = {**known, **{word: word for word in known.values()}}
        found: dict[str, None] = {}
        for part in _several(cell):
            if part in words:
                found[words[part]] = None
            else:
                note("", f"不认识“{part[:40]}”。", f"可用：{'、'.join(known)}。")
        return tuple(found)

    def _note(self, line: int, column: str, what: str, mend: str) -> None:
        place = f"第 {line} 行" + (f"“{column}”" if column else "")
        self._problems.append(Mistake(place, what, mend))


def _several(cell: str) -> list[str]:
    return [part.strip() for part in _SEVERAL.split(cell) if part.strip()]


def _day(cell: str, note: Callable[[str, str, str], None]) -> date | None:
    if not cell or cell in {"长期", "永久"}:
        return None
    found = _DAY.fullmatch(cell)
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        pass
    note("", f"“{cell[:40]}”不是日期。", "请写成 2026-12-31、2026/12/31 或 2026年12月31日。")
    return None


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RefusedFile([Mistake("表格", "编码不是 UTF-8 或 GB18030。", "请另存为 CSV（UTF-8）。")])
