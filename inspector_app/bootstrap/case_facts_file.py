"""A case's facts from a file (JSON), refused with the place and in words that its author can use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unicodedata import category

from inspector_app.domain.errors import UserError
from inspector_app.domain.law.case_facts import CaseFacts, ExemptionFacts, ExemptionGround
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.plain import Misfit, MisfitKind, from_plain

__all__ = ["read_case_facts"]

_MEGABYTE = 1_000_000
_LARGEST = 20 * _MEGABYTE
_WORDS_LISTED = 20


def read_case_facts(path: Path) -> CaseFacts:
    """The facts in the file at ``path``; see ``inspector_app/domain/law/README.md`` for its form.

    Raises ``UserError`` for anything else, with line and column, or the path of the value.
    """
    text = _text(path)
    twice: list[tuple[dict[str, Any], str]] = []

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        whole: dict[str, Any] = {}
        for key, value in pairs:
            if key in whole:
                twice.append((whole, key))
            whole[key] = value
        return whole

    try:
        plain = json.loads(text, object_pairs_hook=unique)
        for inner, key in twice:
            raise _said_twice(path, plain, inner, key)
        facts = from_plain(CaseFacts, plain)
        for place, why in _impossible(facts):
            raise _beyond_belief(path, place, why)
        _check_ground(path, facts.exemption)
    except json.JSONDecodeError as error:
        raise _refused(
            "case_facts.no_json",
            path,
            f"第 {error.lineno} 行第 {error.colno} 个字处不合 JSON 格式",
            line=error.lineno,
            column=error.colno,
        ) from error
    except RecursionError as error:
        raise _refused("case_facts.deep", path, "层次太多") from error
    except ValueError as error:
        # All that is left of the standard library's refusals.
        raise _refused("case_facts.long_number", path, "有一个数长得不像真的") from error
    except Misfit as misfit:
        raise _misfit(path, misfit) from misfit
    return facts


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            most = _LARGEST // _MEGABYTE
            raise _refused("case_facts.too_large", path, f"超过 {most} MB", most=most)
        # Editors on Windows put a byte order mark first.
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise _refused("case_facts.unreadable", path, "读不出来") from error
    except UnicodeDecodeError as error:
        raise _refused("case_facts.encoding", path, "不是 UTF-8 编码的文本") from error


def _said_twice(path: Path, plain: Any, inner: dict[str, Any], key: str) -> UserError:
    # What the first of the two held is gone; a key said twice in there is told the next time.
    place = next((f"{at}.{key}" for at, each in _objects(plain) if each is inner), key)
    place = place.removeprefix(".")
    return _refused("case_facts.twice", path, f"“{place}”写了两次", place=place)


def _objects(plain: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object in ``plain`` with the path that leads to it."""
    if isinstance(plain, dict):
        yield at, plain
        for key, value in plain.items():
            yield from _objects(value, f"{at}.{key}")
    elif isinstance(plain, list):
        for number, value in enumerate(plain):
            yield from _objects(value, f"{at}[{number}]")


# No rule looks further; what counts days from there would leave the calendar.
_YEARS = range(1900, 2200)
_DAYS = range(100 * 366)
_MOST = 10**15
# As far as numbers of articles can be written out.
_PLACES = range(10_000)


_IMPOSSIBLE: Mapping[str, tuple[str, str]] = {
    "zone": ("case_facts.no_zone", "“{place}”须写明时区，如 +08:00"),
    "year": ("case_facts.far_year", "“{place}”的年份不可能"),
    "vast": ("case_facts.vast", "“{place}”大得不可能"),
    "days": ("case_facts.days", "“{place}”不可能有这么多天"),
    "torn": ("case_facts.torn", "“{place}”里有残缺的字符"),
    "number": ("case_facts.place", "“{place}”不可能是条、款、项的编号"),
}


def _beyond_belief(path: Path, place: str, why: str) -> UserError:
    code, what = _IMPOSSIBLE[why]
    return _refused(code, path, what.format(place=place), place=place)


def _impossible(value: object, at: str = "") -> Iterator[tuple[str, str]]:
    """Values that their type allows and no case has: their place, and which of the above."""
    if isinstance(value, datetime) and value.tzinfo is None:
        yield at, "zone"
    elif isinstance(value, date) and value.year not in _YEARS:
        yield at, "year"
    elif isinstance(value, int) and abs(value) > _MOST:
        yield at, "vast"
    elif isinstance(value, str) and any(map(_is_half, value)):
        yield at, "torn"
    elif is_dataclass(value):
        for field in fields(value):
            inner = f"{at}.{field.name}" if at else field.name
            part = getattr(value, field.name)
            if isinstance(value, Citation) and isinstance(part, int) and part not in _PLACES:
                yield inner, "number"
            elif isinstance(part, int) and _counts_days(field.name) and part not in _DAYS:
                yield inner, "days"
            else:
                yield from _impossible(part, inner)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _impossible(part, f"{at}.{key}")
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _impossible(part, f"{at}[{number}]")


def _is_half(sign: str) -> bool:
    # JSON may name half of a pair alone; no file and no paper can hold it.
    return category(sign) == "Cs"


def _counts_days(name: str) -> bool:
    return "days" in name.split("_") or name == "length"


# What a value should have been, by the name of its Python type.
_EXPECTED: Mapping[str, tuple[str, str]] = {
    "str": ("case_facts.text", "“{place}”应当是带引号的文字"),
    "int": ("case_facts.number", "“{place}”应当是不带引号的整数"),
    "bool": ("case_facts.flag", "“{place}”应当是 true 或者 false"),
    "list": ("case_facts.list", "“{place}”应当是列表 […]"),
    "date": ("case_facts.day", '“{place}”应当是日期，如 "2026-11-21"'),
    "datetime": ("case_facts.moment", '“{place}”应当是时刻，如 "2026-11-21T09:30+08:00"'),
}
_OBJECT = ("case_facts.object", "“{place}”应当是对象 {{…}}")


def _misfit(path: Path, misfit: Misfit) -> UserError:
    place = misfit.place
    if place == CaseFacts.__name__:
        return _refused("case_facts.no_object", path, "最外层应当是对象 {…}")
    match misfit.kind:
        case MisfitKind.UNKNOWN:
            return _refused("case_facts.unknown", path, f"没有“{place}”这一项", place=place)
        case MisfitKind.MISSING:
            return _refused("case_facts.missing", path, f"缺少“{place}”", place=place)
        case MisfitKind.WORD:
            return _no_such_word(path, place, misfit.expected)
        case _:
            return _of_another_kind(path, place, misfit.expected)


def _check_ground(path: Path, exemption: ExemptionFacts | None) -> None:
    """A ground that brings no elements of its own is one of 处罚法 33."""
    if exemption is not None and not exemption.wanted:
        words = tuple(ground.value for ground in ExemptionGround)
        if exemption.ground not in words:
            raise _no_such_word(path, "exemption.ground", words)


def _no_such_word(path: Path, place: str, words: tuple[str, ...]) -> UserError:
    listed = ", ".join(words[:_WORDS_LISTED])
    return _refused(
        "case_facts.word", path, f"“{place}”只能是 {listed}", place=place, listed=listed
    )


def _of_another_kind(path: Path, place: str, expected: tuple[str, ...]) -> UserError:
    code, what = _EXPECTED.get(expected[0] if expected else "", _OBJECT)
    return _refused(code, path, what.format(place=place), place=place)


def _refused(code: str, path: Path, why: str, **facts: str | int) -> UserError:
    return UserError(
        code,
        f"{path.name} 不是案件事实文件：{why}。",
        mend="格式见 inspector_app/domain/law/README.md。",
        facts={"file": path.name, **facts},
    )
