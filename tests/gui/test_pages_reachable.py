"""Every page: named for those who do not see it, large enough for a finger, whole at twice the size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.task import TaskKind
from inspector_app.gui.pages.law.page import LawPage
from inspector_app.gui.pages.law.view_model import Days
from inspector_app.gui.pages.review.page import ReviewPage
from inspector_app.gui.theme import TARGET
from tests.factory import task
from tests.gui.factory_gui import GuiOffice, supervisor
from tests.gui.factory_law import MARKET, stocked
from tests.gui.pages_window import OpenWindow, WindowPage

_CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QDateEdit,
    QPlainTextEdit,
    QTextEdit,
    QAbstractItemView,
)
_OFFICER = ("today", "enterprises", "documents", "law", "review", "sync", "settings")
_PAGES = [*(("officer", key) for key in _OFFICER), ("supervisor", "review")]


def controls(page: QWidget) -> Iterator[QWidget]:
    """What can be pressed or filled in, as far as it can be seen."""
    for kind in _CONTROLS:
        for widget in page.findChildren(kind):
            inner = isinstance(widget.parentWidget(), _CONTROLS)
            if widget.isVisibleTo(page) and not inner:
                yield widget


def show(open_window: OpenWindow, who: str, key: str) -> tuple[WindowPage, QWidget]:
    """A page with something on it."""
    office = GuiOffice()
    office.statutes.statutes = stocked().statutes
    visit_id = office.finished()
    document = office.do.look_up.documents()[0]
    desk = office.review_by()
    case = desk.do.make_remark(desk.do.open_case(visit_id), "请补拍健康证明。", item="HEALTH")
    office.take_reviews(desk, visit_id)
    with office.store.begin() as uow:
        uow.put_tasks([task(8), task(9, TaskKind.FOLLOW_UP)])
    shown = office if who == "officer" else office.review_by(supervisor())
    window = open_window(shown)
    page = window.show(key, QWidget)
    if key == "enterprises":
        window.window.open_enterprise("enterprise-1")
    elif key == "law":
        assert isinstance(page, LawPage)
        page.open_place(Citation(MARKET, 6), Days(date(2023, 8, 1), date(2026, 11, 1)))
    elif key == "documents":
        window.window.open_document(document.document_id)
    elif who == "supervisor":
        assert isinstance(page, ReviewPage)
        page.open_case(case.visit.id)
        page.panes.show_detail()
    window.settle()
    return window, page


@pytest.mark.parametrize(("who", "key"), _PAGES)
def test_every_control_has_a_name_for_screen_readers(
    open_window: OpenWindow, who: str, key: str
) -> None:
    _, page = show(open_window, who, key)

    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in controls(page)
        if not widget.accessibleName()
    ]

    assert not nameless


@pytest.mark.parametrize(("who", "key"), _PAGES)
def test_every_control_is_large_enough_for_a_finger(
    open_window: OpenWindow, who: str, key: str
) -> None:
    _, page = show(open_window, who, key)

    small = [
        f"{type(widget).__name__} “{widget.accessibleName()}” {widget.width()}×{widget.height()}"
        for widget in controls(page)
        if min(widget.width(), widget.height()) < TARGET
    ]

    assert not small


@pytest.mark.parametrize(("who", "key"), _PAGES)
def test_no_word_is_cut_off_at_twice_the_text_size(
    open_window: OpenWindow, who: str, key: str
) -> None:
    window, page = show(open_window, who, key)

    window.text_scale(2.0)

    cut = [
        f"“{label.text()}” {label.size().toTuple()} < {label.minimumSizeHint().toTuple()}"
        for label in page.findChildren(QLabel)
        if label.isVisibleTo(page) and label.text() and _is_cut(label)
    ]

    assert not cut


def _is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    wanted = label.sizeHint()
    return label.width() < wanted.width() or label.height() < wanted.height()


@pytest.mark.parametrize(("who", "key"), _PAGES)
def test_no_page_is_wider_than_the_window_at_twice_the_text_size(
    open_window: OpenWindow, who: str, key: str
) -> None:
    window, page = show(open_window, who, key)

    window.text_scale(2.0)

    assert window.window.width() == 1366
    assert page.minimumSizeHint().width() <= page.width()


@pytest.mark.parametrize(("who", "key"), _PAGES)
def test_the_keyboard_reaches_every_control(open_window: OpenWindow, who: str, key: str) -> None:
    _, page = show(open_window, who, key)
    mouse_only = [
        f"{type(widget).__name__} “{widget.accessibleName()}”"
        for widget in controls(page)
        if widget.isEnabled() and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]

    assert not mouse_only
