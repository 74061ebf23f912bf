"""The preview shows the PDF itself, page by page, and refuses what is none."""

import io

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import UserError
from inspector_app.gui.controls import Button
from inspector_app.gui.controls.pdf_preview import PdfPreview


def paper(pages: int) -> bytes:
    document = pikepdf.Pdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(595, 842))
    store = io.BytesIO()
    document.save(store)
    return store.getvalue()


@pytest.fixture
def preview(qtbot: QtBot) -> PdfPreview:
    widget = PdfPreview()
    qtbot.addWidget(widget)
    widget.resize(700, 600)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_the_pages_are_counted_from_one(preview: PdfPreview) -> None:
    assert preview.page == 0

    preview.set_pdf(paper(3))

    assert (preview.page, preview.page_count) == (1, 3)


def test_going_to_a_page_tells_it(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.set_pdf(paper(3))

    with qtbot.waitSignal(preview.page_changed, check_params_cb=lambda page: page == 2):
        preview.show_page(2)

    assert preview.page == 2


def test_a_page_outside_the_document_is_the_nearest(preview: PdfPreview) -> None:
    preview.set_pdf(paper(2))

    preview.show_page(99)

    assert preview.page == 2


def test_that_everything_was_in_sight_is_told_once_every_page_was(
    preview: PdfPreview, qtbot: QtBot
) -> None:
    seen: list[bool] = []
    preview.last_page_seen.connect(lambda: seen.append(True))
    preview.set_pdf(paper(2))
    assert seen == []

    preview.show_page(2)

    qtbot.waitUntil(lambda: seen == [True])


def test_large_text_is_larger_and_back(preview: PdfPreview) -> None:
    preview.set_pdf(paper(1))
    fitted = preview.view.zoomFactor()

    preview.set_large_text(True)
    large = preview.view.zoomFactor()
    preview.set_large_text(False)

    assert large == pytest.approx(fitted * 1.7)
    assert preview.view.zoomFactor() == pytest.approx(fitted)


def test_a_wider_window_shows_larger_pages(preview: PdfPreview) -> None:
    preview.set_pdf(paper(1))
    before = preview.view.zoomFactor()

    preview.resize(900, 600)

    assert preview.view.zoomFactor() > before


def test_keys_zoom(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.set_pdf(paper(1))
    before = preview.view.zoomFactor()
    preview.view.setFocus()

    QTest.keyClick(preview.windowHandle(), Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: preview.view.zoomFactor() < before)


@pytest.mark.parametrize("data", [b"", b"<html></html>", paper(1)[:200]])
def test_what_is_no_pdf_is_refused(preview: PdfPreview, data: bytes) -> None:
    with pytest.raises(UserError) as raised:
        preview.set_pdf(data)

    assert raised.value.code == "gui.pdf_unreadable"


def test_another_document_starts_at_its_first_page(preview: PdfPreview) -> None:
    preview.set_pdf(paper(3))
    preview.show_page(3)

    preview.set_pdf(paper(2))

    assert (preview.page, preview.page_count) == (1, 2)


def test_no_tool_is_cut_off_in_a_narrow_pane(preview: PdfPreview, app: QApplication) -> None:
    preview.set_pdf(paper(3))
    words = preview.findChild(Button, "preview.large")
    assert words is not None
    said = []
    for width in (700, 400):
        preview.resize(width, 600)
        app.processEvents()
        assert words.width() >= words.sizeHint().width()
        said.append((words.text(), words.accessibleName()))

    assert said == [("大字", "大字"), ("", "大字")]
