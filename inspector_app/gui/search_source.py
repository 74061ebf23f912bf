"""Finds pages, enterprises, visits and documents for the search palette."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from inspector_app.application.use_cases import UseCases
from inspector_app.gui.search_hit import SearchHit
from inspector_app.gui.terms import (
    credit_code_text,
    document_state,
    fact_line,
    moment_text,
    review_state,
    task_kinds_text,
)

__all__ = ["SearchEverything", "parted_key"]

_SHORTEST_QUERY = 2
_MOST_OF_A_KIND = 8


class SearchEverything:
    """Called in the database lane with what was typed; touches no widget."""

    def __init__(
        self, use_cases: UseCases, pages: Mapping[str, tuple[str, Callable[[], str]]]
    ) -> None:
        """``pages`` maps a page's key to its icon and its title."""
        self._use_cases = use_cases
        self._pages = pages

    def __call__(self, query: str) -> Sequence[SearchHit]:
        """Hits in the order of their groups; pages only, before two characters are typed."""
        text = query.strip()
        if len(text) < _SHORTEST_QUERY:
            return tuple(self._page_hits(text))
        return (
            *self._enterprise_hits(text),
            *self._visit_hits(text),
            *self._document_hits(text),
            *self._page_hits(text),
            self._law_hit(text),
        )

    def _page_hits(self, text: str) -> list[SearchHit]:
        group = QCoreApplication.translate("Search", "页面")
        return [
            SearchHit(f"page:{key}", title(), "", icon, group)
            for key, (icon, title) in self._pages.items()
            if text.casefold() in title().casefold()
        ]

    def _enterprise_hits(self, text: str) -> list[SearchHit]:
        group = QCoreApplication.translate("Search", "主体")
        found = self._use_cases.look_up.enterprises(text, limit=_MOST_OF_A_KIND)
        return [
            SearchHit(
                f"enterprise:{enterprise.id}",
                enterprise.name,
                fact_line((credit_code_text(enterprise.credit_code), enterprise.premises_address)),
                "building-2",
                group,
            )
            for enterprise in found
        ]

    def _visit_hits(self, text: str) -> list[SearchHit]:
        group = QCoreApplication.translate("Search", "检查")
        wanted = text.casefold()
        found = [
            visit
            for visit in self._use_cases.look_up.visits()
            if wanted in visit.enterprise_name.casefold()
        ]
        return [
            SearchHit(
                f"visit:{visit.visit_id}",
                visit.enterprise_name,
                fact_line(
                    (
                        moment_text(visit.started_at),
                        task_kinds_text(visit.kinds),
                        review_state(visit.review, completed=visit.completed).text,
                    )
                ),
                "clipboard-check",
                group,
            )
            for visit in found[:_MOST_OF_A_KIND]
        ]

    def _document_hits(self, text: str) -> list[SearchHit]:
        group = QCoreApplication.translate("Search", "文书")
        return [
            SearchHit(
                f"document:{row.document_id}",
                row.title,
                fact_line((row.number, row.enterprise_name, document_state(row.status).text)),
                "file-text",
                group,
            )
            for row in self._use_cases.look_up.documents(text)[:_MOST_OF_A_KIND]
        ]

    def _law_hit(self, text: str) -> SearchHit:
        """The way into the statutes with what was typed; what is there is not searched from here."""
        title = QCoreApplication.translate("Search", "在法规中查找“{text}”").format(text=text)
        detail = QCoreApplication.translate("Search", "关键词或者条号")
        group = QCoreApplication.translate("Search", "法规")
        return SearchHit(f"law:{text}", title, detail, "scale", group)


def parted_key(key: str) -> tuple[str, str]:
    """The kind and the id in a hit's key."""
    kind, _, record = key.partition(":")
    return kind, record
