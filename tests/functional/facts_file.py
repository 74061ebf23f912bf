"""A case as a file of facts, as ``gate`` is given one."""

from __future__ import annotations

import json
from pathlib import Path

from inspector_app.domain.law.case_facts import CaseFacts
from inspector_app.domain.plain import to_plain

__all__ = ["ON", "facts"]

ON = ["--on", "2026-06-30"]


def facts(folder: Path, case: CaseFacts) -> str:
    """The path of the file that holds ``case``."""
    path = folder / "facts.json"
    path.write_text(json.dumps(to_plain(case), ensure_ascii=False), "utf-8")
    return str(path)
