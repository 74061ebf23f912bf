"""文书: what is shown, saved and printed is the issued file, byte for byte, and it can be verified."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel

from inspector_app.application.verify_document import SignatureView, VerificationView
from inspector_app.domain.errors import UserError
from inspector_app.gui.controls.pdf_preview import PdfPreview
from inspector_app.gui.pages.documents.page import DocumentsPage
from inspector_app.gui.pages.documents.view_model import DocumentFilter
from inspector_app.gui.terms import fact_line
from tests.gui.factory_gui import GuiOffice, facts, view
from tests.gui.pages_window import OpenWindow, WindowPage, press, words


def issued_office() -> tuple[GuiOffice, str, str]:
    """An office with an issued record; gives the visit's and the document's ids."""
    office = GuiOffice()
    visit_id = office.judged()
    return office, visit_id, office.issue(visit_id, "onsite_record")


def open_document(window: WindowPage, document_id: str) -> DocumentsPage:
    window.window.open_document(document_id)
    window.settle()
    page = window.window.page("documents")
    assert isinstance(page, DocumentsPage)
    return page


def test_documents_are_listed_with_number_party_and_state(open_window: OpenWindow) -> None:
    office, visit_id, _ = issued_office()
    office.do.compose_document(visit_id, "correction_order")

    page = open_window(office).show("documents", DocumentsPage)

    listed = {row.title: row for row in page.list.rows}
    order = listed["责令改正通知书"]
    assert order.detail == fact_line(("云溪市监责改〔2026〕1号", "云溪县张记面馆（演示）"))
    states = {row.title: row.state.text for row in page.list.rows if row.state}
    assert states == {"责令改正通知书": "待签名", "现场笔录": "已出具"}


def test_a_filter_leaves_only_documents_in_that_state(open_window: OpenWindow) -> None:
    office, visit_id, _ = issued_office()
    office.do.compose_document(visit_id, "correction_order")
    page = open_window(office).show("documents", DocumentsPage)

    press(page.chips[DocumentFilter.UNSIGNED])

    assert [row.title for row in page.list.rows] == ["责令改正通知书"]


def test_the_preview_is_the_issued_file(open_window: OpenWindow) -> None:
    office, visit_id, document_id = issued_office()

    page = open_document(open_window(office), document_id)

    shown = page.document.document
    assert shown is not None
    assert shown.pdf == office.do.preview_document.issued(visit_id, document_id)
    (preview,) = page.document.findChildren(PdfPreview)
    assert preview.page_count > 0
    assert page.list.current_key == document_id


def test_a_document_not_yet_issued_is_shown_but_cannot_be_printed(open_window: OpenWindow) -> None:
    office, visit_id, _ = issued_office()
    visit = office.do.compose_document(visit_id, "correction_order")
    order = visit.standing_document("correction_order")
    assert order is not None

    page = open_document(open_window(office), order.id)

    assert page.document.document is not None
    assert page.document.print_button.isHidden()


def test_saving_writes_exactly_the_issued_bytes(open_window: OpenWindow, tmp_path: Path) -> None:
    office, visit_id, document_id = issued_office()
    window = open_window(office)
    page = open_document(window, document_id)

    page.save_to(tmp_path / "copy.pdf")
    window.settle()

    issued = office.do.preview_document.issued(visit_id, document_id)
    assert (tmp_path / "copy.pdf").read_bytes() == issued
    assert "已保存为 copy.pdf" in window.toast


def test_a_place_that_takes_no_file_is_said_calmly(open_window: OpenWindow, tmp_path: Path) -> None:
    office, _, document_id = issued_office()
    window = open_window(office)
    page = open_document(window, document_id)

    page.save_to(tmp_path / "no such folder" / "copy.pdf")
    window.settle()

    assert "没有能够保存“copy.pdf”。" in window.banner


def test_printing_sends_the_issued_bytes_and_notes_the_copy(open_window: OpenWindow) -> None:
    office, visit_id, document_id = issued_office()
    window = open_window(office)
    page = open_document(window, document_id)

    window.press(page.document.print_button)
    assert page.print_dialog is not None
    window.press(page.print_dialog.print_button)

    issued = office.do.preview_document.issued(visit_id, document_id)
    assert office.tray.printed == [("现场笔录", issued)]
    assert "已打印 1 份" in words(page.document)


def test_a_second_print_is_called_a_reprint(open_window: OpenWindow) -> None:
    office, visit_id, document_id = issued_office()
    office.do.print_document(visit_id, document_id, "盘")
    window = open_window(office)
    page = open_document(window, document_id)

    window.press(page.document.print_button)

    assert page.print_dialog is not None
    assert page.print_dialog.print_button.text() == "补打"
    assert "已打印 1 份" in page.print_dialog.note.text()


def test_more_copies_than_allowed_are_refused_in_the_dialog(open_window: OpenWindow) -> None:
    office, _, document_id = issued_office()
    window = open_window(office)
    page = open_document(window, document_id)
    window.press(page.document.print_button)
    dialog = page.print_dialog
    assert dialog is not None

    dialog.copies.line.setText("21")
    window.press(dialog.print_button)

    assert "1 到 20" in dialog.copies.error
    assert office.tray.printed == []


def test_the_printer_chosen_last_is_chosen_again(open_window: OpenWindow) -> None:
    office, _, document_id = issued_office()
    office.do.look_up.set_setting("printer", "盘")
    window = open_window(office)
    page = open_document(window, document_id)

    window.press(page.document.print_button)

    assert page.print_dialog is not None
    assert page.print_dialog.printer.value() == "盘"


_CHANGED = SignatureView("林知远", "YX-000001", "", "", intact=False, trusted=False)
_STRANGER = SignatureView("无名", "", "", "", intact=True, trusted=False)


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (view(), "签名有效，签名后没有改动"),
        (view(unchanged=False), "签名后内容有改动，不能采信"),
        (view(signatures=(_CHANGED,)), "签名后内容有改动，不能采信"),
        (view(signatures=(_STRANGER,)), "内容没有改动，但签名人的证书不能确认"),
        (view(signatures=()), "这份 PDF 没有证书签名"),
    ],
)
def test_the_verdict_is_said_in_one_line(
    open_window: OpenWindow, verdict: VerificationView, said: str
) -> None:
    office, _, document_id = issued_office()
    window = open_window(office, given=facts(verdict))
    page = open_document(window, document_id)

    window.press(page.document.verify_button)

    assert page.document.verification.verdict == said


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_who_signed_is_shown_whole_on_a_low_screen(open_window: OpenWindow, scale: float) -> None:
    office, _, document_id = issued_office()
    both = view(signatures=2 * view().signatures)
    window = open_window(office, given=facts(both), size=(1280, 720))
    window.text_scale(scale)
    page = open_document(window, document_id)

    window.press(page.document.verify_button)
    window.settle()

    panel = page.document.verification
    told = [label for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]
    assert len(told) >= 6
    assert [said.text() for said in told if said.height() < said.heightForWidth(said.width())] == []


def test_the_paper_comes_back_when_the_verdict_is_closed(open_window: OpenWindow) -> None:
    office, _, document_id = issued_office()
    window = open_window(office, given=facts(view()), size=(1280, 720))
    window.text_scale(2.0)
    page = open_document(window, document_id)
    (preview,) = page.document.findChildren(PdfPreview)
    window.press(page.document.verify_button)
    window.settle()
    assert not preview.isVisible()

    window.press(page.document.verification.close_button)
    window.settle()

    assert preview.isVisible()


def test_a_file_from_outside_is_shown_and_verified(open_window: OpenWindow, tmp_path: Path) -> None:
    office, visit_id, document_id = issued_office()
    path = tmp_path / "来自邮件.pdf"
    path.write_bytes(office.do.preview_document.issued(visit_id, document_id))
    window = open_window(office)
    page = window.show("documents", DocumentsPage)

    page.verify_file(path)
    window.settle()

    assert page.document.verification.verdict == "签名有效，签名后没有改动"
    assert "来自邮件.pdf" in words(page.document)


def test_a_file_that_is_no_pdf_is_refused_with_what_to_do(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    def refuse(_pdf: bytes) -> VerificationView:
        raise UserError("verify.no_pdf", "这不是 PDF 文件。", mend="请选择另一个文件。")

    path = tmp_path / "photo.pdf"
    path.write_bytes(b"no pdf at all")
    window = open_window(GuiOffice(), given=facts(verify=refuse))
    page = window.show("documents", DocumentsPage)

    page.verify_file(path)
    window.settle()

    assert page.document.verification.verdict == "这不是 PDF 文件。"


def test_a_document_leads_to_its_visit(open_window: OpenWindow) -> None:
    office, visit_id, document_id = issued_office()
    window = open_window(office)
    page = open_document(window, document_id)
    asked = QSignalSpy(page.visit_wanted)

    window.press(page.document.visit_button)

    assert asked.at(0) == [visit_id]
    assert window.shown == "visit"


def test_the_key_for_printing_does_nothing_where_nothing_can_be_printed(
    open_window: OpenWindow,
) -> None:
    office, visit_id, _ = issued_office()
    order = office.do.compose_document(visit_id, "correction_order").standing_document(
        "correction_order"
    )
    assert order is not None
    window = open_window(office)
    page = open_document(window, order.id)

    QTest.keyClick(window.window.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    window.settle()

    assert page.print_dialog is None
