"""What may stand before the window: enrolment, or the reason why the laptop does not open."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.gui.controls.notice_dialog import NoticeDialog
from inspector_app.gui.enrolment_dialog import EnrolmentDialog
from inspector_app.gui.error_words import error_words
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.theme import Look, apply_look

__all__ = ["ask_enrolment", "refusal_dialog", "say_refusal"]


def ask_enrolment(
    enrol: Callable[[str, str, str, Path | None], object],
    *,
    address: str = "",
    name: str = "",
    ca_file: Path | None = None,
    language: str,
) -> bool:
    """Ask until the server has taken the laptop in; False if the person gives up."""
    _application(language)
    jobs = Jobs()
    try:
        dialog = EnrolmentDialog(jobs, enrol, address=address, name=name, ca_file=ca_file)
        return dialog.exec() == int(EnrolmentDialog.DialogCode.Accepted)
    finally:
        jobs.shut_down()


def say_refusal(error: InspectorError, language: str) -> None:
    """Say why the application does not open, and wait until it was read."""
    _application(language)
    refusal_dialog(error).exec()


def refusal_dialog(error: InspectorError, parent: QWidget | None = None) -> NoticeDialog:
    """What says why the application does not open, over ``parent``."""
    words = error_words(error)
    detail = "\n".join(part for part in (words.safe, words.mend) if part)
    return NoticeDialog(words.what, detail, parent=parent)


def _application(language: str) -> None:
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)  # noqa: S101 - nobody makes a lesser one here
    apply_look(app, Look())
    apply_language(app, language)
