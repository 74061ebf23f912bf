"""A Snapshot as canonical JSON (RFC 8785) and back, without loss.

The JSON is attached to each PDF, so it is read for as long as the paper is kept: the form has a
version, and what this module once wrote it must always read. A field added to a Snapshot needs a
default and raises :data:`VERSION`, so that older software says it is too old instead of guessing.
"""

from __future__ import annotations

import functools
import json
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import rfc8785

from inspector_app.domain.document import (
    Choices,
    DataTable,
    Dialogue,
    FieldTable,
    Heading,
    PageBreak,
    Paragraph,
    SealArea,
    SignatureBlock,
    Snapshot,
)
from inspector_app.domain.errors import Defect, UserError

__all__ = ["FORMAT", "VERSION", "decode_snapshot", "encode_snapshot"]

FORMAT = "inspector-app/snapshot"
VERSION = 1

_LARGEST_INTEGER = 2**53 - 1

_BLOCK_NAMES: Mapping[type, str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    FieldTable: "field_table",
    DataTable: "data_table",
    Dialogue: "dialogue",
    Choices: "choices",
    SignatureBlock: "signature_block",
    SealArea: "seal_area",
    PageBreak: "page_break",
}
_BLOCK_TYPES = {name: kind for kind, name in _BLOCK_NAMES.items()}


def encode_snapshot(snapshot: Snapshot) -> bytes:
    """Give the canonical JSON of ``snapshot``: the same Snapshot always gives the same bytes.

    Raises ``Defect`` if ``snapshot.data`` holds what JSON cannot say (RFC 8785: integers beyond
    2**53, NaN, keys that are not text, lone surrogates, or Python's own types).
    """
    document = {"format": FORMAT, "version": VERSION, "snapshot": _encode(snapshot)}
    try:
        return rfc8785.dumps(document)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError) as unsayable:
        raise _unsayable() from unsayable


def decode_snapshot(data: bytes) -> Snapshot:
    """Read what :func:`encode_snapshot` wrote.

    Raises ``UserError`` if the bytes are not such JSON, or were written by a newer version.
    """
    try:
        document = json.loads(data, parse_int=_number, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as broken:
        raise _unreadable("json") from broken
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _unreadable("format")
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise UserError(
            "snapshot.newer",
            "这份文书由更新版本的软件生成，本版本不能读取其中的数据。",
            safe="文书本身没有问题。",
            mend="请升级本软件后再试。",
            facts={"version": version},
        )
    if version != VERSION:
        raise _unreadable("version")
    snapshot = _decode(Snapshot, document.get("snapshot"), "snapshot")
    if not isinstance(snapshot, Snapshot):
        raise _unreadable("snapshot")
    return snapshot


def _encode(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        encoded = {field.name: _encode(getattr(value, field.name)) for field in fields(value)}
        name = _BLOCK_NAMES.get(type(value))
        return encoded if name is None else {"block": name, **encoded}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_encode(part) for part in value]
    return _plain(value)


def _plain(value: object) -> Any:
    """A copy of JSON data, refusing whatever would come back as something else."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Mapping():
            return {_key(key): _plain(part) for key, part in value.items()}
        case list():
            return [_plain(part) for part in value]
        case _:
            raise _unsayable()


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise _unsayable()
    return key


def _decode(kind: Any, value: Any, where: str) -> Any:
    """``value`` as ``kind``: a dataclass, a union of blocks, a tuple, an enumeration or plain data."""
    if is_dataclass(kind):
        return _decode_dataclass(kind, value, where)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        name = value.get("block") if isinstance(value, dict) else None
        block = _BLOCK_TYPES.get(name) if isinstance(name, str) else None
        if block is None:
            raise _unreadable(where)
        rest = {key: part for key, part in value.items() if key != "block"}
        return _decode_dataclass(block, rest, where)
    if origin is tuple:
        return _decode_tuple(get_args(kind), value, where)
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError as unknown:
            raise _unreadable(where) from unknown
    expected = dict if origin is not None else kind
    if type(value) is not expected:
        raise _unreadable(where)
    return value


def _decode_tuple(parts: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _unreadable(where)
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(_decode(parts[0], part, f"{where}[{n}]") for n, part in enumerate(value))
    if len(parts) != len(value):
        raise _unreadable(where)
    return tuple(
        _decode(kind, part, f"{where}[{n}]")
        for n, (kind, part) in enumerate(zip(parts, value, strict=True))
    )


def _decode_dataclass(kind: Any, value: Any, where: str) -> Any:
    known = _fields(kind)
    if not isinstance(value, dict) or not value.keys() <= known.keys():
        raise _unreadable(where)
    given = {}
    for name, (hint, optional) in known.items():
        if name in value:
            given[name] = _decode(hint, value[name], f"{where}.{name}")
        elif not optional:
            raise _unreadable(where)
    return kind(**given)


@functools.cache
def _fields(kind: type) -> dict[str, tuple[Any, bool]]:
    """The type of each field, and whether it may be absent: older papers lack younger fields."""
    hints = get_type_hints(kind)
    return {
        field.name: (
            hints[field.name],
            field.default is not MISSING or field.default_factory is not MISSING,
        )
        for field in fields(kind)
    }


def _number(digits: str) -> int | float:
    # Canonical JSON writes a large float without an exponent; no integer is that large (RFC 8785).
    number = int(digits)
    return number if abs(number) <= _LARGEST_INTEGER else float(digits)


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _unreadable(where: str) -> UserError:
    return UserError(
        "snapshot.unreadable",
        f"文书所附的数据无法识别（{where}），可能已被改动。",
        mend="请向出具文书的单位核实。",
        facts={"where": where},
    )


def _unsayable() -> Defect:
    return Defect(
        "snapshot.data", "文书数据中有无法保存的内容，文书未生成。", safe="检查记录不受影响。"
    )
