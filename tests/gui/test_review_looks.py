"""审核: a case is read, checked and remarked on in low windows and at twice the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.application.verify_document import SignatureView
from inspector_app.gui.controls import Label
from inspector_app.gui.controls.pdf_preview import PdfPreview
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.pages.review.case_pane import CaseTab
from inspector_app.gui.pages.review.page import ReviewPage
from tests.gui.factory_gui import GuiOffice, facts, view
from tests.gui.pages_window import OpenWindow, WindowPage, press

SIZES = [(1366, 768, 1.0), (1366, 768, 1.5), (1366, 768, 2.0), (1280, 720, 2.0), (1920, 1080, 2.0)]


def case_on_show(
    open_window: OpenWindow, width: int, height: int, scale: float
) -> tuple[WindowPage, ReviewPage]:
    """The case in the queue, on its documents; where only one pane has room, it."""
    office = GuiOffice()
    office.finished()
    signers = tuple(
        SignatureView(
            name,
            f"YX-00000{place}",
            "云溪县市场监督管理局",
            "2026-11-21T09:30:00+08:00",
            True,
            True,
        )
        for place, name in enumerate(("林知远", "周若水"), 1)
    )
    given = facts(view(signatures=signers))
    window = open_window(office.review_by(), given=given, size=(width, height))
    window.text_scale(scale)
    page = window.window.page("review")
    assert isinstance(page, ReviewPage)
    page.queue.list.choose(page.queue.list.rows[0].key)
    window.settle()
    page.panes.show_detail()
    press(page.case.chips[CaseTab.DOCUMENTS])
    window.settle()
    return window, page


def squeezed(part: QWidget) -> list[str]:
    """Words that have less height than they need."""
    labels = (label for label in part.findChildren(Label) if label.isVisible() and label.text())
    return [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]


def in_sight(part: QWidget) -> bool:
    """Whether all of its height is seen."""
    return part.visibleRegion().boundingRect().height() == part.height()


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_a_paper_has_its_height(
    open_window: OpenWindow, width: int, height: int, scale: float
) -> None:
    _, page = case_on_show(open_window, width, height, scale)

    documents = page.case.documents
    (preview,) = documents.findChildren(PdfPreview)
    assert preview.height() >= preview.minimumSizeHint().height()
    assert documents.choice.height() >= documents.choice.sizeHint().height()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_paper_is_no_wider_than_its_pane(
    app: QApplication, open_window: OpenWindow, language: str
) -> None:
    window, page = case_on_show(open_window, 1280, 720, 1.0)
    apply_language(app, language)
    window.settle()

    case = page.case
    (preview,) = case.documents.findChildren(PdfPreview)
    for part in (case.documents.choice, preview):
        assert part.mapTo(case, QPoint(part.width(), 0)).x() <= case.width()


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_who_signed_is_told_whole(
    open_window: OpenWindow, width: int, height: int, scale: float
) -> None:
    window, page = case_on_show(open_window, width, height, scale)
    documents = page.case.documents

    window.press(documents.verify_button)
    window.settle()

    window.await_that(lambda: not squeezed(documents))
    told = [label.text() for label in documents.verification.findChildren(Label)]
    assert "周若水" in " ".join(told)
    (preview,) = documents.findChildren(PdfPreview)
    assert preview.height() >= preview.minimumSizeHint().height()


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_a_remark_about_a_paper_is_written_and_recorded_in_sight(
    open_window: OpenWindow, width: int, height: int, scale: float
) -> None:
    window, page = case_on_show(open_window, width, height, scale)

    window.press(page.case.documents.remark_button)
    window.settle()

    remarks = page.remarks
    assert squeezed(remarks) == []
    assert remarks.text.height() >= remarks.text.sizeHint().height()
    assert in_sight(remarks.text)
    # Of the button at least enough to be seen that there is one.
    assert remarks.add_button.visibleRegion().boundingRect().height() > 0


def test_another_case_begins_with_whose_it_is(open_window: OpenWindow) -> None:
    window, page = case_on_show(open_window, 1366, 768, 2.0)
    model = page.case.model
    assert model is not None
    visit = model.case.visit
    name = next(
        label for label in page.case.findChildren(Label) if label.text() == visit.enterprise.name
    )
    assert in_sight(name)
    page.case.documents.choice.setFocus()
    (preview,) = page.case.documents.findChildren(PdfPreview)
    page.case.whole.ensureWidgetVisible(preview)
    assert not in_sight(name)

    other = replace(model, case=replace(model.case, visit=replace(visit, id="another")))
    page.case.set_model(other)
    window.settle()

    assert in_sight(name)
