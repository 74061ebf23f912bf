"""Fetches what a case names: PDFs, photos, thumbnails; and has PDFs verified."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageReader

from inspector_app.application.use_cases import UseCases
from inspector_app.application.verify_document import VerifyDocument
from inspector_app.domain.errors import InspectorError
from inspector_app.gui.jobs import Jobs, Lane
from inspector_app.gui.pages.review.case_pane import CasePane
from inspector_app.gui.pages.review.photo_tile import PhotoDialog

__all__ = ["CaseFiles", "decoded"]


class CaseFiles(QObject):
    """Serves a `CasePane` from this device, or over the network where it is not here.

    Signals:
        failed(InspectorError): a photo could not be fetched.
    """

    failed = Signal(Exception)

    def __init__(
        self, use_cases: UseCases, verify: VerifyDocument, jobs: Jobs, pane: CasePane
    ) -> None:
        super().__init__(pane)
        self._use_cases = use_cases
        self._verify = verify
        self._jobs = jobs
        self._pane = pane
        self._pdfs: dict[str, bytes] = {}
        self.photo: PhotoDialog | None = None
        pane.photo_wanted.connect(self._on_photo_wanted)
        pane.document_wanted.connect(self._on_document_wanted)
        pane.thumbnails_wanted.connect(self._on_thumbnails_wanted)
        pane.documents.verification_wanted.connect(self._on_verification_wanted)

    def _fetch(
        self,
        sha256: str,
        on_done: Callable[[bytes], object],
        on_error: Callable[[InspectorError], object],
    ) -> None:
        self._jobs.submit(
            lambda: self._use_cases.open_case.blob(sha256),
            on_done,
            on_error,
            lane=Lane.NETWORK,
            owner=self,
        )

    def _on_document_wanted(self, document_id: str) -> None:
        model, documents = self._pane.model, self._pane.documents
        document = model.document(document_id) if model else None
        if document is None:
            return
        if not document.pdf:
            documents.set_unissued(document_id)
            return

        def show(pdf: bytes) -> None:
            self._pdfs[document_id] = pdf
            documents.set_pdf(document_id, pdf)

        self._fetch(document.pdf, show, lambda error: documents.set_error(document_id, error))

    def _on_verification_wanted(self, document_id: str) -> None:
        pdf = self._pdfs.get(document_id)
        if pdf is None:
            return
        panel = self._pane.documents.verification
        panel.set_busy()
        self._jobs.submit(
            lambda: self._verify(pdf),
            panel.set_view,
            panel.set_error,
            lane=Lane.NETWORK,
            owner=self,
        )

    def _on_thumbnails_wanted(self) -> None:
        model = self._pane.model
        if model is None:
            return
        photos = model.case.visit.photos.values()
        for sha256 in dict.fromkeys(photo.thumbnail for photo in photos):
            self._fetch(sha256, self._thumbnail_shower(sha256), _leave_empty)

    def _thumbnail_shower(self, sha256: str) -> Callable[[bytes], None]:
        return lambda data: self._pane.show_images({sha256: decoded(data)})

    def _on_photo_wanted(self, photo_id: str) -> None:
        model = self._pane.model
        photo = model.case.visit.photos.get(photo_id) if model else None
        if photo is None:
            return

        def show(data: bytes) -> None:
            self.photo = PhotoDialog(photo, decoded(data), self._pane)
            self.photo.open()

        self._fetch(photo.sha256, show, self.failed.emit)


def _leave_empty(_error: InspectorError) -> None:
    """A thumbnail that is still on its way leaves its place empty; nothing to say."""


def decoded(data: bytes) -> QImage:
    """The picture in ``data``, turned as its EXIF says; a null image if it is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader.read()
