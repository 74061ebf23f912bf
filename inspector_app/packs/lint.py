"""Checks across a pack's parts: what names what, and whether it is there."""

from __future__ import annotations

from inspector_app.packs.draft import Draft
from inspector_app.packs.problems import PackProblem

__all__ = ["lint_draft"]


def lint_draft(draft: Draft) -> tuple[PackProblem, ...]:
    """The problems that appear only when all parts are seen together."""
    return ()
