"""A pack as canonical bytes: what is signed, what an open visit keeps, what start-up reads.

The bytes are RFC 8785 JSON of the whole pack, dependencies linked in, so they stand alone; their
SHA-256 is the digest in :class:`PackRef`, so they prove themselves. Start-up reads them instead
of the YAML: measured in the room's README.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import rfc8785

from inspector_app.domain.checklist import PackRef
from inspector_app.domain.errors import InspectorError, UserError
from inspector_app.domain.law.violation import Violation
from inspector_app.domain.plain import from_plain, to_plain
from inspector_app.packs.pack import Pack, linked

__all__ = ["compile_pack", "from_compiled"]

FORMAT = 1
# Written only where a pack brings them, so that what others are compiled to stays as it was signed.
_SOME_PACKS_BRING = (
    "deadlines",
    "discretion",
    "gate",
    "grounds",
    "holidays",
    "kinds",
    "synonyms",
    "usual",
    "words",
)


def compile_pack(pack: Pack) -> bytes:
    """``pack`` as canonical bytes, without digests: these come from the bytes themselves."""
    bare = replace(
        pack,
        ref=replace(pack.ref, digest=""),
        anchors={},
        checklists=tuple(
            # The violations stand once in the pack, not again in each checklist.
            replace(checklist, pack=replace(checklist.pack, digest=""), violations={})
            for checklist in pack.checklists
        ),
    )
    plain = to_plain(bare)
    for part in _SOME_PACKS_BRING:
        if not plain[part]:
            del plain[part]
    return rfc8785.dumps({"format": FORMAT, "pack": plain})


def from_compiled(data: bytes, expected: PackRef | None = None) -> Pack:
    """The pack that :func:`compile_pack` wrote, its digest filled in.

    Raises ``UserError`` if the bytes are not a compiled pack of this format, or are not the
    edition ``expected``.
    """
    digest = hashlib.sha256(data).hexdigest()
    if expected is not None and expected.digest and expected.digest != digest:
        raise _refused(
            "pack.compiled_altered",
            f"内容与 {expected} 的摘要不符，可能已被改动",
            pack=str(expected),
        )
    try:
        content: Any = json.loads(data)
        if content["format"] != FORMAT:
            raise _refused(
                "pack.compiled_format",
                f"格式版本是 {content['format']}，本程序只读 {FORMAT}",
                found=str(content["format"]),
                known=FORMAT,
            )
        violations = _Violations(content["pack"].pop("violations"))
        pack = replace(from_plain(Pack, content["pack"]), violations=violations)
    except UserError:
        raise
    except (ValueError, KeyError, TypeError, InspectorError) as error:
        raise _refused("pack.compiled", "内容不是本程序能读的格式") from error
    if expected is not None and (expected.id, expected.version) != (pack.ref.id, pack.ref.version):
        raise _refused(
            "pack.compiled_other",
            f"里面是 {pack.ref}，不是 {expected}",
            found=str(pack.ref),
            pack=str(expected),
        )
    ref = replace(pack.ref, digest=digest)
    return replace(
        pack,
        ref=ref,
        checklists=tuple(
            replace(linked(checklist, pack.violations), pack=ref) for checklist in pack.checklists
        ),
    )


class _Violations(Mapping[str, Violation]):
    """Violations that are decoded when they are asked for: few of a catalogue's hundreds are."""

    def __init__(self, plain: Any) -> None:
        if not isinstance(plain, dict):
            raise TypeError("violations are no mapping")
        self._plain: Mapping[str, Any] = plain
        self._decoded: dict[str, Violation] = {}

    def __getitem__(self, code: str) -> Violation:
        found = self._decoded.get(code)
        if found is None:
            found = self._decoded[code] = from_plain(Violation, self._plain[code])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain)

    def __len__(self) -> int:
        return len(self._plain)

    def __contains__(self, code: object) -> bool:
        return code in self._plain


def _refused(code: str, reason: str, **facts: str | int) -> UserError:
    return UserError(
        code,
        f"编译好的检查表包不能使用：{reason}。",
        safe="已有的检查记录不受影响。",
        mend="请重新安装该包，或与发布单位联系。",
        facts=facts,
    )
