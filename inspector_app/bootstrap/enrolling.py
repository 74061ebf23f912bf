"""Makes a laptop known to its server, and remembers what the server said.

Who works here (names, certificate numbers) and whom to ask at the bureau stand in the encrypted
record alone. The file beside it holds what must be known before the record is open.
"""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.bootstrap.laptop_folder import (
    BUREAU_CA,
    ENROLMENT,
    laptop_secrets,
    write_private,
)
from inspector_app.bootstrap.record import open_record
from inspector_app.domain.errors import Defect, UserError
from inspector_app.domain.officer import Authority
from inspector_app.domain.plain import from_plain, to_plain
from inspector_app.domain.ports import Reading, SecretStore

if TYPE_CHECKING:
    from inspector_app.storage.laptop import LaptopStore
    from inspector_app.sync.enrolment import Enrolment
    from inspector_app.sync.line import ServerLine

__all__ = [
    "enrol_laptop",
    "line_to_server",
    "move_people",
    "read_authority",
    "read_enrolment",
]

_AUTHORITY = "authority"


def enrol_laptop(
    folder: Path,
    url: str,
    code: str,
    device_name: str,
    secrets: SecretStore | None = None,
    *,
    ca_file: Path | None = None,
) -> Enrolment:
    """Make the laptop in ``folder`` a known device by a one-time code.

    ``ca_file`` (PEM or DER) is the certificate that the bureau's own authority vouches for its
    server with; it is kept in the folder and asked of every later connection.

    Raises what :func:`inspector_app.sync.enrolment.enrol` raises, and ``UserError`` for a file
    that is no certificate; nothing is left half done.
    """
    from inspector_app.sync.enrolment import enrol  # late: requests costs 90 ms at start-up

    secrets = secrets or laptop_secrets(folder)
    if ca_file is None:
        enrolment = enrol(url, code, device_name, secrets)
    else:
        tried = folder / f"{BUREAU_CA}.new"
        write_private(tried, _certificates(ca_file))
        try:
            enrolment = enrol(url, code, device_name, secrets, ca_file=tried)
            tried.replace(folder / BUREAU_CA)
        finally:
            tried.unlink(missing_ok=True)
        enrolment = enrolment.trusting(BUREAU_CA)
    with closing(open_record(folder, secrets, enrolment.device)) as store:
        _keep_people(store, enrolment)
    write_private(folder / ENROLMENT, enrolment.to_text().encode())
    return enrolment


def read_enrolment(folder: Path) -> Enrolment:
    """What this folder's enrolment said; ``UserError`` if it is not enrolled.

    ``ca_file`` is where the certificate lies. ``authority`` and ``officers`` are those of a file
    that an older version wrote, see :func:`move_people`.
    """
    enrolment = _read(folder)
    if not enrolment.ca_file:
        return enrolment
    return enrolment.trusting(str(folder / enrolment.ca_file))


def line_to_server(folder: Path, secrets: SecretStore) -> ServerLine:
    """A line of one's own to the server that ``folder`` is enrolled with; the caller closes it."""
    from inspector_app.sync.enrolment import connect  # late: see enrol_laptop

    return connect(read_enrolment(folder), secrets)


def move_people(folder: Path, store: LaptopStore) -> None:
    """Take into the record what an older version left in the file, and write the file anew."""
    found = _read(folder)
    if not found.officers and found.authority is None:
        return
    with store.read() as reading:
        newer = {officer.id for officer in reading.officers()}
    people = tuple(officer for officer in found.officers if officer.id not in newer)
    _keep_people(store, found.with_people(people))
    write_private(folder / ENROLMENT, found.to_text().encode())


def read_authority(reading: Reading) -> Authority:
    """The bureau in whose name this laptop works."""
    text = reading.setting(_AUTHORITY)
    if not text:
        raise Defect("laptop.authority", "本机没有执法机关信息。", mend="请重新登记本机。")
    return from_plain(Authority, json.loads(text))


def _keep_people(store: LaptopStore, enrolment: Enrolment) -> None:
    with store.begin() as uow:
        uow.put_officers(enrolment.officers)
        if enrolment.authority is not None:
            told = to_plain(enrolment.authority)
            uow.set_setting(_AUTHORITY, json.dumps(told, ensure_ascii=False))


def _read(folder: Path) -> Enrolment:
    from inspector_app.sync.enrolment import Enrolment  # late: see enrol_laptop

    path = folder / ENROLMENT
    if not path.exists():
        raise UserError(
            "laptop.not_enrolled",
            "本机尚未登记。",
            mend="请向管理员索取服务器地址和一次性登记码，运行 inspector-app run --server 地址 --code 登记码。",
        )
    return Enrolment.from_text(path.read_text(encoding="utf-8"))


def _certificates(path: Path) -> bytes:
    from inspector_app.trust.certificates import bureau_certificates  # late: cryptography

    try:
        return bureau_certificates(path.read_bytes())
    except OSError as unreadable:
        raise UserError(
            "enrol.ca_unreadable",
            f"读不到证书文件“{path.name}”。",
            safe="没有发送任何数据。",
            mend="请核对文件是否存在、能否读取。",
            facts={"file": path.name},
        ) from unreadable
