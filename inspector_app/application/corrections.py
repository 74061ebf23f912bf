"""Refusals to change what an issued document tells, or what a reviewer is judging."""

from __future__ import annotations

from inspector_app.domain.corrections import is_open_to_change
from inspector_app.domain.errors import UserError
from inspector_app.domain.projection import review_status
from inspector_app.domain.review import Review, ReviewStatus
from inspector_app.domain.visit import Visit

__all__ = ["refuse_after_issue", "refuse_under_review"]


def refuse_after_issue(visit: Visit, item: str = "") -> None:
    """``UserError`` if issued documents tell it and no correction (更正) has opened it again.

    ``item`` as in :func:`inspector_app.domain.corrections.is_open_to_change`.
    """
    if is_open_to_change(visit, item):
        return
    raise UserError(
        "correction.needed",
        "已出具文书，所记内容不能直接修改。",
        safe="原记录未变。",
        mend="请在检查项目处“更正”，写明理由，再出具更正文书。",
    )


def refuse_under_review(visit: Visit, review: Review) -> None:
    """``UserError`` while a reviewer judges the case: it must not change under their eyes."""
    if review_status(visit, review) is ReviewStatus.WAITING:
        raise UserError(
            "correction.waiting",
            "案件正在审核中，不能更正。",
            safe="原记录未变。",
            mend="请等审核人员退回或者通过后再更正。",
        )
