"""Editions of packs that a server was given before, as they lie in its folder."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from inspector_app.domain.checklist import PackRef
from inspector_app.domain.law.violation import Violation
from inspector_app.packs import Pack, compile_pack
from tests.shipped_law import shipped_catalogue

__all__ = ["catalogue_of", "keep"]


def keep(folder: Path, pack: Pack) -> PackRef:
    """Put ``pack`` among the editions that the server of ``folder`` holds."""
    data = compile_pack(pack)
    digest = hashlib.sha256(data).hexdigest()
    kept = folder / "rules"
    kept.mkdir(parents=True, exist_ok=True)
    (kept / f"{digest}.json").write_bytes(data)
    return replace(pack.ref, digest=digest)


def catalogue_of(*violations: Violation, valid_to: date | None = None) -> Pack:
    """An earlier edition of the catalogue that has these violations only."""
    pack = shipped_catalogue()
    return replace(
        pack,
        ref=PackRef(pack.ref.id, "0.9", ""),
        violations={violation.id: violation for violation in violations},
        valid_to=valid_to,
    )
