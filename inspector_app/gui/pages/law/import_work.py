"""Takes texts into the library off the main thread and tells of each as it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.controls import Notice
from inspector_app.gui.jobs import Cancellation, Jobs, Lane
from inspector_app.gui.pages.law.import_report import ImportReport
from inspector_app.gui.pages.law.statement_dialog import StatementDialog
from inspector_app.gui.window_facts import (
    NOTHING_STATED,
    StatedOfText,
    TakenStatute,
    TakeStatutes,
)

__all__ = ["ImportWork"]

_LOOK_MS = 120


class ImportWork(QObject):
    """One import at a time, with its report.

    It runs among the network's workers: the library is a file of its own, and an answer given
    meanwhile must not wait for four hundred laws.

    Signals:
        noticed(Notice): an import has ended whose report was closed.
        failed(InspectorError): nothing could be read at all.
    """

    noticed = Signal(Notice)
    failed = Signal(Exception)

    def __init__(
        self, take: TakeStatutes | None, jobs: Jobs, bus: ChangeBus, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._page = parent
        self._take = take
        self._paths: tuple[Path, ...] = ()
        self._accept_gaps = False
        self._stated: dict[Path, StatedOfText] = {}
        self._jobs = jobs
        self._bus = bus
        self._cancellation: Cancellation | None = None
        self._told: SimpleQueue[TakenStatute] = SimpleQueue()
        self.report: ImportReport | None = None
        self.statement: StatementDialog | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._tell)

    @property
    def running(self) -> bool:
        """Whether texts are being read."""
        return self._cancellation is not None

    def take(self, paths: Sequence[Path]) -> None:
        """Read files, and what lies in folders; nothing happens while an import runs."""
        if not self.running:
            self._paths, self._accept_gaps = tuple(paths), False
            self._take_files(self._paths)

    def take_package(self) -> None:
        """Read the package; nothing happens while an import runs."""
        if not self.running:
            self._paths, self._accept_gaps = (), False
            self._take_package()

    def _take_package(self) -> None:
        take, accept_gaps = self._take, self._accept_gaps
        if take is not None:
            self._run(lambda: take.package(accept_gaps=accept_gaps))

    def _take_files(
        self,
        paths: tuple[Path, ...],
        stated: StatedOfText = NOTHING_STATED,
        again: tuple[Path, ...] = (),
    ) -> None:
        take, accept_gaps = self._take, self._accept_gaps
        if take is not None and paths:
            self._run(lambda: take.files(paths, accept_gaps=accept_gaps, stated=stated), again)

    def _on_acceptance_wanted(self) -> None:
        """Read again, with their gaps, the files that have any; where one is unknown, all.

        No file at all is the package.
        """
        taken = self.report.taken if self.report is not None else ()
        files = [each.path for each in taken if each.acceptable]
        again = tuple(path for path in files if path is not None)
        if self.running:
            return
        self._accept_gaps = True
        if self._paths:
            whole = len(again) < len(files)
            self._take_files(self._paths if whole else again, again=() if whole else again)
        else:
            self._take_package()

    def _on_statement_wanted(self, taken: TakenStatute) -> None:
        path = taken.path
        if path is None or self.running:
            return
        before = self._stated.get(path, NOTHING_STATED)
        dialog = self.statement = StatementDialog(taken, self.report, before)
        dialog.accepted.connect(lambda: self._on_stated(path, dialog.stated))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_stated(self, path: Path, stated: StatedOfText) -> None:
        self._stated[path] = stated
        self._take_files((path,), stated, (path,))

    def _run(
        self, texts: Callable[[], Iterator[TakenStatute]], again: tuple[Path, ...] = ()
    ) -> None:
        if self.running:
            return
        cancellation = self._cancellation = Cancellation()
        told: SimpleQueue[TakenStatute] = SimpleQueue()
        self._told = told
        report = self._open_report()
        report.begin(again)

        def work() -> None:
            for taken in texts():
                told.put(taken)
                if cancellation.requested:
                    return

        # The wish to stop is looked at between two texts; what was read is still told.
        self._jobs.submit(
            work, lambda _: self._finish(), self._on_failed, lane=Lane.NETWORK, owner=self
        )
        self._look.start()

    def _open_report(self) -> ImportReport:
        if self.report is None:
            self.report = ImportReport(self._page)
            self.report.cancelled.connect(self._on_cancelled)
            self.report.acceptance_wanted.connect(self._on_acceptance_wanted)
            self.report.statement_wanted.connect(self._on_statement_wanted)
        self.report.show()
        return self.report

    def _tell(self) -> None:
        taken = []
        while True:
            try:
                taken.append(self._told.get_nowait())
            except Empty:
                break
        if taken and self.report is not None:
            self.report.add(taken)

    def _finish(self) -> None:
        self._end()
        report = self.report
        if report is not None and not report.isVisible():
            ended = Notice(
                self.tr("法律文本导入已结束。"),
                report.summary,
                action=self.tr("查看"),
                on_action=report.show,
            )
            self.noticed.emit(ended)

    def _end(self) -> None:
        self._look.stop()
        self._tell()
        self._cancellation = None
        if self.report is not None:
            self.report.finish()
        self._bus.announce(Changes.of("statute"))

    def _on_failed(self, error: InspectorError) -> None:
        self._end()
        if self.report is not None and not self.report.taken:
            self.report.hide()
        self.failed.emit(error)

    def _on_cancelled(self) -> None:
        if self._cancellation is not None:
            self._cancellation.request()
