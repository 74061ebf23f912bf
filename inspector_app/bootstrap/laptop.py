"""A laptop put together: secrets, store, packs, documents, sync, use cases."""

from __future__ import annotations

import json
import secrets as entropy
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from inspector_app.application.use_cases import UseCases, build_use_cases
from inspector_app.application.workplace import Workplace
from inspector_app.bootstrap.desk import SigningDesk
from inspector_app.bootstrap.device import DeviceHeads, SystemClock, TimeOrderedIds
from inspector_app.bootstrap.laptop_folder import (
    ENROLMENT,
    PROFILE,
    default_folder,
    laptop_secrets,
)
from inspector_app.bootstrap.late_server import Late, LateReviewDesk, LateSynchronizer
from inspector_app.bootstrap.packs import LaptopPacks, delivered_packs
from inspector_app.bootstrap.verification import ZipCases
from inspector_app.domain.errors import UserError
from inspector_app.domain.officer import Officer
from inspector_app.domain.paper_ports import Printer
from inspector_app.domain.ports import Clock, HeadSigner, ReviewDesk, SecretStore, Synchronizer
from inspector_app.packs import PackLibrary
from inspector_app.packs.expressions import XlsFormExpressions

if TYPE_CHECKING:
    from inspector_app.storage.laptop import LaptopStore
    from inspector_app.sync.backoff import Pace
    from inspector_app.sync.enrolment import Enrolment
    from inspector_app.sync.line import ServerLine

__all__ = [
    "ENROLMENT",
    "PROFILE",
    "Laptop",
    "default_folder",
    "enrol_laptop",
    "laptop_secrets",
    "open_laptop",
    "read_enrolment",
]

DATABASE_KEY = "database-key"
KEY_BYTES = 32
A_BREATH = 0.1
"""Seconds that the first synchronisation waits before it loads its client."""
SIGNED_IN = "signed_in"


@dataclass(frozen=True, slots=True)
class Laptop:
    """An opened laptop. Close it when the window is gone.

    ``pace`` knows what the server asked for when it last could not be reached.
    """

    folder: Path
    store: LaptopStore
    packs: PackLibrary
    use_cases: UseCases
    enrolment: Enrolment
    pace: Pace

    def close(self) -> None:
        """Let go of the database."""
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


def enrol_laptop(
    folder: Path, url: str, code: str, device_name: str, secrets: SecretStore | None = None
) -> Enrolment:
    """Make the laptop in ``folder`` a known device by a one-time code.

    Raises what :func:`inspector_app.sync.enrolment.enrol` raises; nothing is left half done.
    """
    from inspector_app.sync.enrolment import enrol  # late: requests costs 90 ms at start-up

    enrolment = enrol(url, code, device_name, secrets or laptop_secrets(folder))
    part = folder / f"{ENROLMENT}.part"
    part.write_text(enrolment.to_text(), encoding="utf-8")
    part.replace(folder / ENROLMENT)
    return enrolment


def open_laptop(
    folder: Path | None = None,
    *,
    secrets: SecretStore | None = None,
    printer: Printer | None = None,
    officer: str = "",
) -> Laptop:
    """Open the laptop in ``folder``; ``officer`` says who sits at a shared one.

    Raises ``UserError`` if it is not enrolled, the key is wrong or lost, or the person unknown.
    """
    # Late: importing this module costs no more than what the command line needs of it.
    from inspector_app.storage import open_store
    from inspector_app.sync.backoff import Pace
    from inspector_app.sync.enrolment import device_key

    folder = folder or default_folder()
    enrolment = read_enrolment(folder)
    secrets = secrets or laptop_secrets(folder)
    key = _database_key(folder, secrets)
    store = open_store(folder, key, device=enrolment.device)
    try:
        me = _signed_in(store, enrolment, officer)
        clock = SystemClock(store.sync.server_at)
        signer = device_key(secrets)
        heads = DeviceHeads(enrolment.device, signer)
        library = delivered_packs(clock.today(), (folder / "packs",))
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
            authority=enrolment.authority,
            device=enrolment.device,
        )
        pace = Pace()
        synchronizer, desk = _server(store, enrolment, secrets, heads, clock, pace)
        cases = ZipCases({signer.id: signer.verify_key.raw})
        use_cases = build_use_cases(place, synchronizer, desk, printer or _no_printer(), cases)
    except BaseException:
        store.close()
        raise
    return Laptop(folder, store, library, use_cases, enrolment, pace)


def _server(
    store: LaptopStore,
    enrolment: Enrolment,
    secrets: SecretStore,
    heads: HeadSigner,
    clock: Clock,
    pace: Pace,
) -> tuple[Synchronizer, ReviewDesk]:
    def line() -> ServerLine:
        from inspector_app.sync.enrolment import connect  # late: see late_server

        return connect(enrolment, secrets)

    the_line = Late(line)

    def synchronizer() -> Synchronizer:
        # The first page is being drawn, and loading would take the interpreter from it.
        time.sleep(A_BREATH)
        from inspector_app.sync.synchronizer import HttpSynchronizer  # late: see late_server

        return HttpSynchronizer(the_line(), store.sync, heads, clock, pace=pace)

    def desk() -> ReviewDesk:
        from inspector_app.sync.review_desk import HttpReviewDesk  # late: see late_server

        return HttpReviewDesk(the_line())

    return LateSynchronizer(Late(synchronizer)), LateReviewDesk(Late(desk))


def _no_printer() -> Printer:
    from inspector_app.printing.thermal import ThermalPrinters  # late: a window brings its own

    return ThermalPrinters({})


def read_enrolment(folder: Path) -> Enrolment:
    """What this folder's enrolment said; ``UserError`` if it is not enrolled."""
    from inspector_app.sync.enrolment import Enrolment  # late: see open_laptop

    path = folder / ENROLMENT
    if not path.exists():
        raise UserError(
            "laptop.not_enrolled",
            "本机尚未登记。",
            mend="请向管理员索取服务器地址和一次性登记码，运行 inspector-app run --server 地址 --code 登记码。",
        )
    return Enrolment.from_text(path.read_text(encoding="utf-8"))


def _database_key(folder: Path, secrets: SecretStore) -> bytes:
    key = secrets.get(DATABASE_KEY)
    if key is not None:
        return key
    if (folder / "inspector.key-check").exists():
        raise UserError(
            "laptop.key_lost",
            "系统密钥环中没有本机数据库的密钥。",
            safe="数据库文件未被改动。",
            mend="请在原系统账户下打开，或者由管理员用托管的恢复密钥恢复。",
        )
    key = entropy.token_bytes(KEY_BYTES)
    secrets.set(DATABASE_KEY, key)
    return key


def _signed_in(store: LaptopStore, enrolment: Enrolment, wanted: str) -> Officer:
    with store.read() as reading:
        people = {officer.id: officer for officer in (*enrolment.officers, *reading.officers())}
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
    return people[officer_id]
