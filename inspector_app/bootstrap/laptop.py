"""A laptop put together: secrets, store, packs, documents, sync, use cases."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from inspector_app.application.use_cases import UseCases, build_use_cases
from inspector_app.application.workplace import Workplace
from inspector_app.bootstrap.calendar_file import IcsCalendar
from inspector_app.bootstrap.desk import SigningDesk
from inspector_app.bootstrap.device import DeviceHeads, SystemClock, TimeOrderedIds
from inspector_app.bootstrap.enrolling import (
    enrol_laptop,
    line_to_server,
    move_people,
    read_authority,
    read_enrolment,
)
from inspector_app.bootstrap.laptop_folder import (
    ENROLMENT,
    PROFILE,
    WIPE_ORDERED,
    default_folder,
    laptop_secrets,
)
from inspector_app.bootstrap.late_server import Late, LateReviewDesk, LateSynchronizer
from inspector_app.bootstrap.packs import LaptopPacks, delivered_packs
from inspector_app.bootstrap.record import DATABASE_KEY, open_record
from inspector_app.bootstrap.statutes import STATUTES, LaptopStatutes
from inspector_app.bootstrap.verification import ZipCases
from inspector_app.domain.errors import UserError
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.officer import Authority, Officer
from inspector_app.domain.paper_ports import Printer
from inspector_app.domain.ports import Clock, HeadSigner, ReviewDesk, SecretStore, Synchronizer
from inspector_app.packs import PackLibrary
from inspector_app.packs.expressions import XlsFormExpressions

if TYPE_CHECKING:
    from inspector_app.storage.laptop import LaptopStore
    from inspector_app.sync.backoff import Pace
    from inspector_app.sync.enrolment import Enrolment
    from inspector_app.sync.line import ServerLine
    from inspector_app.trust.signing import VerifyKey

__all__ = [
    "DATABASE_KEY",
    "ENROLMENT",
    "PROFILE",
    "Laptop",
    "default_folder",
    "enrol_laptop",
    "laptop_secrets",
    "open_laptop",
    "read_enrolment",
]

SIGNED_IN = "signed_in"


@dataclass(frozen=True, slots=True)
class Laptop:
    """An opened laptop. Close it when the window is gone.

    ``pace`` knows what the server asked for when it last could not be reached; ``line`` leads to
    it; ``device_key`` is what this device's signatures are checked with.
    """

    folder: Path
    store: LaptopStore
    packs: PackLibrary
    use_cases: UseCases
    enrolment: Enrolment
    pace: Pace
    line: Late[ServerLine]
    device_key: VerifyKey
    statutes: LaptopStatutes

    def close(self) -> None:
        """Let go of the server, the statutes and the database."""
        if self.line.made is not None:
            self.line.made.close()
        self.statutes.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_laptop(
    folder: Path | None = None,
    *,
    secrets: SecretStore | None = None,
    printer: Printer | None = None,
    officer: str = "",
) -> Laptop:
    """Open the laptop in ``folder``; ``officer`` says who sits at a shared one.

    Raises ``UserError`` if it is not enrolled, the key is wrong or lost, the person unknown, or
    the server has ordered it to be wiped: then that is gone on with.
    """
    # Late: importing this module costs no more than what the command line needs of it.
    from inspector_app.sync.backoff import Pace
    from inspector_app.sync.enrolment import device_key

    folder = folder or default_folder()
    if (folder / WIPE_ORDERED).exists():
        raise _wiped(folder, secrets or laptop_secrets(folder))
    enrolment = read_enrolment(folder)
    secrets = secrets or laptop_secrets(folder)
    store = open_record(folder, secrets, enrolment.device)
    try:
        move_people(folder, store)
        me, authority = _signed_in(store, enrolment, officer)
        clock = SystemClock(store.sync.server_at)
        signer = device_key(secrets)
        heads = DeviceHeads(enrolment.device, signer)
        library = delivered_packs(clock.today(), (folder / "packs",))
        statutes = LaptopStatutes.of_packs(folder / STATUTES, library.packs)
        place = Workplace(
            store=store,
            blobs=store.blobs,
            clock=clock,
            ids=TimeOrderedIds(),
            packs=LaptopPacks(library, store.blobs),
            expressions=XlsFormExpressions(),
            documents=SigningDesk(secrets, me),
            heads=heads,
            me=me,
            authority=authority,
            device=enrolment.device,
            statutes=statutes,
        )
        pace = Pace()
        line = Late(partial(line_to_server, folder, secrets))
        synchronizer = _synchronizer(folder, secrets, store, line, heads, clock, pace)
        desk = LateReviewDesk(Late(partial(_review_desk, line)))
        cases = ZipCases({signer.id: signer.verify_key.raw})
        use_cases = build_use_cases(
            place, synchronizer, desk, printer or _no_printer(), cases, IcsCalendar()
        )
    except BaseException:
        store.close()
        raise
    return Laptop(
        folder, store, library, use_cases, enrolment, pace, line, signer.verify_key, statutes
    )


def _wiped(folder: Path, secrets: SecretStore) -> UserError:
    # Late: once in a laptop's life.
    from inspector_app.bootstrap.wiping import go_on_wiping
    from inspector_app.sync.orders import wiped

    return wiped(finished=go_on_wiping(folder, secrets))


def _synchronizer(
    folder: Path,
    secrets: SecretStore,
    store: LaptopStore,
    line: Late[ServerLine],
    heads: HeadSigner,
    clock: Clock,
    pace: Pace,
) -> Synchronizer:
    def wipe() -> bool:
        from inspector_app.bootstrap.wiping import wipe_laptop  # late: as in _wiped

        return wipe_laptop(folder, secrets, store, line)

    def make() -> Synchronizer:
        from inspector_app.sync.synchronizer import HttpSynchronizer  # late: see late_server

        return HttpSynchronizer(line(), store.sync, heads, clock, pace=pace, wipe=wipe)

    return LateSynchronizer(Late(make))


def _review_desk(line: Late[ServerLine]) -> ReviewDesk:
    from inspector_app.sync.review_desk import HttpReviewDesk  # late: see late_server

    return HttpReviewDesk(line())


def _no_printer() -> Printer:
    from inspector_app.printing.thermal import ThermalPrinters  # late: a window brings its own

    return ThermalPrinters({})


def _signed_in(store: LaptopStore, enrolment: Enrolment, wanted: str) -> tuple[Officer, Authority]:
    with store.read() as reading:
        people = {officer.id: officer for officer in reading.officers()}
        authority = read_authority(reading)
        officer_id = enrolment.officer_id or wanted or reading.setting(SIGNED_IN)
    if officer_id not in people:
        known = json.dumps(sorted(people), ensure_ascii=False)
        raise UserError(
            "laptop.who",
            "这是共用设备，请说明由谁使用。",
            mend=f"请用 --officer 指定人员编号，可选：{known}。",
            facts={"known": known},
        )
    if not enrolment.officer_id:
        with store.begin() as uow:
            uow.set_setting(SIGNED_IN, officer_id)
    return people[officer_id], authority
