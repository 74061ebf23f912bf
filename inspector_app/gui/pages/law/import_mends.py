"""How to mend here what stands in the way of an import: errors speak of the command's options."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from inspector_app.domain.errors import InspectorError
from inspector_app.gui.error_words import error_words
from inspector_app.gui.pages.law.statement_dialog import can_be_stated, may_be_asked
from inspector_app.gui.window_facts import TakenStatute

__all__ = ["mend_words"]

_NUMBERING = frozenset(
    {
        "statute.article_count",
        "statute.article_gap",
        "statute.division_gap",
        "statute.empty_article",
        "statute.item_gap",
        "statute.run_together",
        "statute.strange_heading",
    }
)
_tr = QCoreApplication.translate


def mend_words(error: InspectorError, taken: TakenStatute | None = None) -> str:
    """What to do about ``error`` in this window; ``taken`` is the text it stands in the way of."""
    if error.code in _NUMBERING:
        if taken is not None and taken.acceptable:
            return _tr(
                "ImportReport", "请对照官方文本改正后重新导入；确认原文如此的，按“仍然导入”。"
            )
        return _tr("ImportReport", "请对照官方文本改正后重新导入。")
    if may_be_asked(error):
        if taken is not None and can_be_stated(taken):
            return _tr("ImportReport", "请查明后按“补充说明”填写。")
        return _tr("ImportReport", "请改为导入官方公布的该部法律的文件，再补充说明。")
    return error_words(error).mend
