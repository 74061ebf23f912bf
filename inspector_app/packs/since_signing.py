"""What changed in a pack's folder since it was signed: for its author, who vouches for it anyway.

Whether a pack may be used is another question, which :func:`~inspector_app.packs.verify_pack`
answers with the trusted keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inspector_app.packs.compiled import compile_pack
from inspector_app.packs.reader import read_pack
from inspector_app.packs.signature import COMPILED, SIGNATURE, file_digests, signed_digests

__all__ = ["UnsignedChanges", "unsigned_changes"]


@dataclass(frozen=True, slots=True)
class UnsignedChanges:
    """Files changed, added or removed since the pack was signed, by name.

    ``dependencies``: the files are as signed, yet the pack would be compiled otherwise, because a
    pack it depends on changed.
    """

    files: tuple[str, ...] = ()
    dependencies: bool = False


def unsigned_changes(folder: Path) -> UnsignedChanges:
    """What changed in the sound pack in ``folder`` since it was signed; nothing if it never was.

    Raises ``UserError`` for a signature file that cannot be read, or a pack with problems.
    """
    if not (folder / SIGNATURE).exists():
        return UnsignedChanges()
    signed, found = signed_digests(folder), file_digests(folder)
    files = tuple(
        sorted(name for name in signed.keys() | found.keys() if signed.get(name) != found.get(name))
    )
    if files:
        return UnsignedChanges(files)
    compiled = compile_pack(read_pack(folder))
    return UnsignedChanges(dependencies=compiled != (folder / COMPILED).read_bytes())
