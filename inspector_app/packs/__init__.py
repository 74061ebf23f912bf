"""Form packs and statute libraries: read, lint, sign, verify, compile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.packs.compiled import compile_pack, from_compiled
from inspector_app.packs.expressions import XlsFormExpressions
from inspector_app.packs.library import PackLibrary, RefusedPack
from inspector_app.packs.pack import Grading, Law, Pack, Parameter
from inspector_app.packs.problems import PackProblem, Place
from inspector_app.packs.signature import TrustedKey, load_trusted_keys, sign_pack, verify_pack

if TYPE_CHECKING:
    from inspector_app.packs.reader import lint_pack, read_pack
    from inspector_app.packs.since_signing import UnsignedChanges, unsigned_changes

__all__ = [
    "Grading",
    "Law",
    "Pack",
    "PackLibrary",
    "PackProblem",
    "Parameter",
    "Place",
    "RefusedPack",
    "TrustedKey",
    "UnsignedChanges",
    "XlsFormExpressions",
    "compile_pack",
    "from_compiled",
    "lint_pack",
    "load_trusted_keys",
    "read_pack",
    "sign_pack",
    "unsigned_changes",
    "verify_pack",
]


def __getattr__(name: str) -> object:
    """What authors of packs need beside what reads them."""
    if name in ("lint_pack", "read_pack"):
        # Late: an application at work reads compiled packs and starts sooner without YAML.
        from inspector_app.packs import reader

        return getattr(reader, name)
    if name in ("UnsignedChanges", "unsigned_changes"):
        from inspector_app.packs import since_signing  # late, as above

        return getattr(since_signing, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
