"""Thermal printers as the ``Printer`` port, with a spool that keeps what did not print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.domain.paper_ports import PrinterInfo
from inspector_app.printing.escpos import encode
from inspector_app.printing.raster import HEAD_DOTS, rasterize
from inspector_app.printing.transports import Transport

__all__ = ["JobState", "SpoolJob", "ThermalPrinter", "ThermalPrinters"]


class JobState(StrEnum):
    """Where a print job stands."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ThermalPrinter:
    """One printer: its name, paper width in millimetres (58, 80 or 112), and the way to it."""

    name: str
    paper_mm: int
    transport: Transport
    cuts: bool = True


@dataclass(frozen=True, slots=True)
class SpoolJob:
    """A job in the queue. The PDF is kept in memory only: the record holds the original."""

    number: int
    printer: str
    title: str
    copies: int
    state: JobState
    pdf: bytes = field(repr=False)


class ThermalPrinters:
    """Prints PDFs on thermal printers, one job at a time; failed jobs wait to be tried again."""

    def __init__(self, printers: Mapping[str, ThermalPrinter]) -> None:
        self._printers = dict(printers)
        self._jobs: dict[int, SpoolJob] = {}

    def printers(self) -> tuple[PrinterInfo, ...]:
        """The configured printers."""
        return tuple(PrinterInfo(name, "thermal") for name in self._printers)

    @property
    def jobs(self) -> tuple[SpoolJob, ...]:
        """Every job of this session, oldest first."""
        return tuple(self._jobs.values())

    def print_pdf(self, printer: str, pdf: bytes, *, title: str, copies: int = 1) -> None:
        """Queue and print; on ``EnvironmentFault`` the job stays, see :meth:`try_again`."""
        if printer not in self._printers:
            raise UserError(
                "print.unknown",
                f"没有名为“{printer}”的打印机。",
                mend="请在“设置”中选择打印机。",
                facts={"printer": printer},
            )
        job = SpoolJob(len(self._jobs) + 1, printer, title, copies, JobState.WAITING, pdf)
        self._run(job)

    def try_again(self, number: int) -> None:
        """Print a failed job once more."""
        self._run(replace(self._jobs[number], state=JobState.WAITING))

    def _run(self, job: SpoolJob) -> None:
        self._jobs[job.number] = job
        target = self._printers[job.printer]
        try:
            for _ in range(job.copies):
                pages = rasterize(job.pdf, HEAD_DOTS[target.paper_mm])
                target.transport.send(encode(pages, cut=target.cuts))
        except (EnvironmentFault, UserError):
            self._jobs[job.number] = replace(job, state=JobState.FAILED)
            raise
        self._jobs[job.number] = replace(job, state=JobState.DONE, pdf=b"")
