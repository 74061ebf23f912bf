"""A bureau's data as JSON: authority, people, enterprises, tasks, words. Read whole, then judged.

The form is described in README.md beside this file. Every mistake is found in one go, each with
its JSON pointer (RFC 6901).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from inspector_app.domain.enterprise import Licence, PartyType, RiskClass, check_credit_code
from inspector_app.domain.errors import UserError
from inspector_app.domain.officer import Authority, Officer, Role
from inspector_app.domain.task import Task, TaskKind
from inspector_app.server.bureau_problems import Mistake, RefusedFile

__all__ = ["BureauFile", "GivenEnterprise", "GivenTask", "read_bureau"]

FORMAT = 1
_ID = re.compile(r"[A-Za-z0-9._-]{1,80}")
_WORD = re.compile(r"[a-z][a-z0-9_]{0,40}")
_LONGEST = 500
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class GivenEnterprise:
    """What a file says of an enterprise: fields by name; what it does not say stays as it is."""

    place: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GivenTask:
    """A task whose enterprise is still named by id or credit code."""

    place: str
    task: Task


@dataclass(slots=True)
class BureauFile:
    """All that a file says. ``words`` are (word, year or 0 = this year, first number)."""

    authority: Authority | None = None
    officers: list[Officer] = field(default_factory=list)
    enterprises: list[GivenEnterprise] = field(default_factory=list)
    tasks: list[GivenTask] = field(default_factory=list)
    words: list[tuple[str, int, int]] = field(default_factory=list)


def read_bureau(data: bytes) -> BureauFile:
    """What the file says; raises :class:`RefusedFile` naming every mistake in its form."""
    problems: list[Mistake] = []
    try:
        told = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_pairs)
    except UnicodeDecodeError as error:
        said = f"文件不是 UTF-8 编码（第 {error.start + 1} 字节）。"
        raise RefusedFile([Mistake("", said, "请以 UTF-8 编码重新保存。")]) from None
    except json.JSONDecodeError as error:
        said = f"第 {error.lineno} 行第 {error.colno} 列不是有效的 JSON。"
        raise RefusedFile([Mistake("", said, "请检查逗号、引号和括号。")]) from None
    except (_Twice, RecursionError) as error:
        said = f"同一对象中“{error}”出现了两次。" if isinstance(error, _Twice) else "嵌套过深。"
        raise RefusedFile([Mistake("", said, "请删去多余的一个。")]) from None
    top = _Place(told, "", problems)
    found = BureauFile()
    if top.choice_of("format", {FORMAT}) is not None:
        _read_top(top, found)
    top.refuse_others()
    if problems:
        raise RefusedFile(problems)
    return found


def _read_top(top: _Place, found: BureauFile) -> None:
    if (place := top.child("authority")) is not None:
        found.authority = _authority(place)
    organ = found.authority.name if found.authority else ""
    for place in top.entries("people"):
        if (officer := _officer(place, organ)) is not None:
            found.officers.append(officer)
    found.enterprises += [
        GivenEnterprise(place.pointer, _enterprise(place)) for place in top.entries("enterprises")
    ]
    for place in top.entries("tasks"):
        if (task := _task(place)) is not None:
            found.tasks.append(GivenTask(place.pointer, task))
    for place in top.entries("numbers"):
        word, year = place.text("word"), place.number("year", 0, 2000, 2199)
        first = place.number("first", 1, 1, 999_999)
        place.refuse_others()
        if word and year is not None and first is not None:
            found.words.append((word, year, first))


def _authority(place: _Place) -> Authority | None:
    names = ("name", "region", "government", "court", "contact_person", "contact_phone", "address")
    told = {name: place.text(name) for name in names}
    kind = place.text("kind", "市场监督管理局")
    place.refuse_others()
    return Authority(**told, kind=kind) if all(told.values()) else None


def _officer(place: _Place, organ: str) -> Officer | None:
    person, name = place.identity("id"), place.text("name")
    number = place.text("certificate_no")
    start, end = place.day("valid_from"), place.day("valid_to")
    role = place.choice("role", Role, Role.OFFICER)
    organ = place.text("organ", organ or None)
    place.refuse_others()
    if start and end and start > end:
        place.note("valid_to", "证件有效期止早于有效期起。", "请核对两个日期。")
        return None
    if not (person and name and number and start and end and role and organ):
        return None
    return Officer(person, name, number, start, end, organ, role)


def _enterprise(place: _Place) -> dict[str, Any]:
    told: dict[str, Any] = {}

    def keep(name: str, read: Callable[[], Any]) -> None:
        if place.has(name):
            told[name] = read()

    keep("id", lambda: place.identity("id"))
    keep("credit_code", lambda: credit_code(place.text("credit_code", ""), place.problem_at))
    for name in ("name", "address", "legal_representative", "representative_title"):
        keep(name, lambda name=name: place.text(name))  # type: ignore[misc]  # mypy has no type for a lambda's default
    for name in ("premises_address", "phone", "business_label", "grid", "responsible_officer"):
        keep(name, lambda name=name: place.text(name, ""))  # type: ignore[misc]  # as above
    keep("party_type", lambda: place.choice("party_type", PartyType))
    keep("risk_class", lambda: place.choice("risk_class", RiskClass))
    keep("activities", lambda: place.words("activities"))
    keep("premises", lambda: place.words("premises"))
    keep("flags", lambda: place.texts("flags"))
    keep("licences", lambda: tuple(filter(None, map(_licence, place.entries("licences")))))
    place.refuse_others()
    return told


def _licence(place: _Place) -> Licence | None:
    name, number = place.text("name"), place.text("number")
    start = place.day("valid_from", needed=False)
    end = place.day("valid_to", needed=False)
    scope = place.text("scope", "")
    place.refuse_others()
    if start and end and start > end:
        place.note("valid_to", "证照有效期止早于有效期起。", "请核对两个日期。")
        return None
    return Licence(name, number, start, end, scope) if name and number else None


def _task(place: _Place) -> Task | None:
    task_id, enterprise = place.identity("id"), place.text("enterprise")
    kind, title = place.choice("kind", TaskKind), place.text("title")
    checklists, due = place.texts("checklists"), place.day("due")
    if not checklists and place.has("checklists"):
        place.note("checklists", "没有指定检查表。", "请至少写一个检查表编号。")
    more = {name: place.text(name, "") for name in ("approval_no", "source", "follows_visit")}
    items = place.texts("items") if place.has("items") else ()
    place.refuse_others()
    if not (task_id and enterprise and kind and title and checklists and due):
        if not place.has("checklists"):
            place.note("checklists", "缺少此项。", "请补上检查表编号。")
        return None
    return Task(task_id, kind, enterprise, title, checklists, due, items=items, **more)


def credit_code(told: str, problem: Callable[[str, str, str], None]) -> str:
    """A unified social credit code that is right (GB 32100), or empty and the problem said."""
    try:
        return check_credit_code(told) if told else ""
    except UserError as error:
        problem("credit_code", error.what, error.mend)
        return ""


class _Twice(Exception):
    pass


def _pairs(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _Twice(name)
        found[name] = value
    return found


class _Place:
    """An object of the file; asking for a field notes what is wrong with it."""

    def __init__(self, told: Any, pointer: str, problems: list[Mistake]) -> None:
        self.pointer = pointer
        self._problems = problems
        self._asked: set[str] = set()
        self._told: Mapping[str, Any] = told if isinstance(told, dict) else {}
        if not isinstance(told, dict):
            problems.append(Mistake(pointer, "这里应是一个对象 { }。", "请按说明的格式填写。"))

    def note(self, name: str, what: str, mend: str) -> None:
        """Note a problem of a field, or of an entry of it (``name/3``)."""
        self._problems.append(Mistake(f"{self.pointer}/{name}", what, mend))

    problem_at = note

    def has(self, name: str) -> bool:
        """Whether the field is there."""
        self._asked.add(name)
        return name in self._told

    def refuse_others(self) -> None:
        """Note fields that nobody asked for: a misspelt name must not go unnoticed."""
        for name in self._told:
            if name not in self._asked:
                shown = name.replace("~", "~0").replace("/", "~1")
                known = "、".join(sorted(self._asked))
                self.note(shown, "不认识的字段。", f"可用的字段：{known}。")

    def text(self, name: str, default: str | None = None) -> str:
        """A text, trimmed; without a default it must be there and not be empty."""
        told = self._get(name, default)
        if told is None:
            return ""
        return self._text(name, told, needed=default is None)

    def identity(self, name: str) -> str:
        """An id of letters, digits, dot, dash and underscore."""
        told = self.text(name)
        if told and not _ID.fullmatch(told):
            self.note(name, f"编号“{told[:80]}”不可用。", "只用字母、数字和 . _ -，最多 80 个。")
            return ""
        return told

    def day(self, name: str, *, needed: bool = True) -> date | None:
        """A day as 2026-12-31."""
        if not needed and (not self.has(name) or self._told[name] in {None, ""}):
            return None
        told = self.text(name)
        try:
            return date.fromisoformat(told) if told else None
        except ValueError:
            self.note(name, f"“{told[:40]}”不是日期。", "请写成 2026-12-31。")
            return None

    def number(self, name: str, default: int, least: int, most: int) -> int | None:
        """A whole number within bounds."""
        if not self.has(name):
            return default
        told = self._told[name]
        if isinstance(told, bool) or not isinstance(told, int) or not least <= told <= most:
            self.note(name, "应是整数。", f"请填写 {least} 至 {most} 之间的整数。")
            return None
        return told

    def choice(self, name: str, kinds: type[E], default: E | None = None) -> E | None:
        """One of an enumeration's values."""
        if not self.has(name) and default is not None:
            return default
        value = self.choice_of(name, {str(kind.value) for kind in kinds})
        return None if value is None else kinds(value)

    def choice_of(self, name: str, values: set[Any]) -> Any:
        """One of the values, None if it is not."""
        told = self._get(name, None)
        if told is None:
            return None
        if isinstance(told, bool) or not isinstance(told, str | int) or told not in values:
            choices = "、".join(sorted(map(str, values))).strip("、")
            self.note(name, "不是可用的取值。", f"可用：{choices}。")
            return None
        return told

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        told = self._list(name)
        return tuple(self._text(f"{name}/{n}", one, needed=True) for n, one in enumerate(told))

    def words(self, name: str) -> tuple[str, ...]:
        """A list of the guards' words (forms/README.md)."""
        told = self.texts(name)
        for n, word in enumerate(told):
            if word and not _WORD.fullmatch(word):
                self.note(f"{name}/{n}", f"“{word[:40]}”不是标签。", "标签见 forms/README.md。")
        return told

    def entries(self, name: str) -> Iterator[_Place]:
        """The objects of a list; none if the field is not there."""
        if self.has(name):
            for n, one in enumerate(self._list(name)):
                yield _Place(one, f"{self.pointer}/{name}/{n}", self._problems)

    def child(self, name: str) -> _Place | None:
        """The object there, None if the field is not."""
        if not self.has(name):
            return None
        return _Place(self._told[name], f"{self.pointer}/{name}", self._problems)

    def _get(self, name: str, default: Any) -> Any:
        if self.has(name):
            return self._told[name]
        if default is None:
            self.note(name, "缺少此项。", "请补上。")
        return default

    def _list(self, name: str) -> Sequence[Any]:
        if not self.has(name):
            return ()
        told = self._told[name]
        if not isinstance(told, list):
            self.note(name, "这里应是一个列表 [ ]。", "只有一项时也要写成列表。")
            return ()
        return told

    def _text(self, name: str, told: Any, *, needed: bool) -> str:
        if not isinstance(told, str):
            self.note(name, "应是文字。", "请写在引号内。")
            return ""
        text = told.strip()
        if needed and not text:
            self.note(name, "是空的。", "请填写。")
        elif len(text) > _LONGEST:
            self.note(name, f"长度超过 {_LONGEST} 字。", "请缩短。")
        elif not is_plain(text):
            self.note(name, "含有不可见的控制字符。", "请删去。")
        else:
            return text
        return ""


def is_plain(text: str) -> bool:
    """Whether the text can be stored and shown: no control signs, no half of a pair."""
    return not any(
        ord(sign) < 32 or "\ud800" <= sign <= "\udfff" or ord(sign) == 127 for sign in text
    )
