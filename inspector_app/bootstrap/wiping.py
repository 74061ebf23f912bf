"""Carries out the server's order to wipe this laptop, and goes on at the next start where it was cut off.

The keys go first: without them nothing can read the encrypted record and photos, whatever becomes
of the files. The token and the server's address go last: the server must be told.

======================  ==========================================================================
``wipe-list``           in the keyring: which certificates are to be forgotten (the record, which
                        knows, cannot be read for long)
``wipe-ordered``        in the folder: from here on nothing is opened any more
database key, …         forgotten
files                   removed; a stranger's files in the folder are left alone
report                  to the server; without a network at the next start
token, enrolment        forgotten
``wipe-ordered``        removed: the folder is as it was before the first start
======================  ==========================================================================
"""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.bootstrap.desk import certificate_secret, password_secret
from inspector_app.bootstrap.laptop_folder import (
    BUREAU_CA,
    ENROLMENT,
    PROFILE,
    ROOTS,
    WIPE_ORDERED,
    write_private,
)
from inspector_app.bootstrap.record import DATABASE_KEY
from inspector_app.domain.errors import EnvironmentFault, InspectorError, UserError
from inspector_app.domain.ports import SecretStore

if TYPE_CHECKING:
    from inspector_app.storage.laptop import LaptopStore
    from inspector_app.sync.line import ServerLine

__all__ = ["go_on_wiping", "wipe_laptop"]

_LOG = logging.getLogger(__name__)
_LIST = "wipe-list"
# Everything that this program puts into the folder, the token's companions apart.
_FILES = ("inspector.*", "backups", "blobs", "packs", "first-look.*", f"{ROOTS}*", "logs")
_TOLD_BY_THEN = (f"{BUREAU_CA}*", f"{ENROLMENT}*", f"{PROFILE}*", WIPE_ORDERED)


def wipe_laptop(
    folder: Path, secrets: SecretStore, store: LaptopStore, line: Callable[[], ServerLine]
) -> bool:
    """Carry the order out on an open laptop; False if something is left for the next start."""
    people: list[str] = []
    with suppress(InspectorError), store.read() as reading:
        people = [officer.id for officer in reading.officers()]
    names = [of(one) for one in people for of in (certificate_secret, password_secret)]
    try:
        known = [name for name in names if secrets.get(name) is not None]
        secrets.set(_LIST, json.dumps(known).encode())
        write_private(folder / WIPE_ORDERED, b"")
    except EnvironmentFault as fault:
        # No keyring or no room on the disk: what can be cleared need not wait for it.
        _LOG.warning("the wipe begins without a note of it: %s", fault.code)
    store.close()
    return _carry_out(folder, secrets, partial(_report, line))


def go_on_wiping(folder: Path, secrets: SecretStore) -> bool:
    """The same on a laptop whose wipe was cut off: killed, without network, a file held by another."""
    from inspector_app.bootstrap.enrolling import line_to_server  # late: once in a laptop's life

    return _carry_out(
        folder, secrets, partial(_report, lambda: line_to_server(folder, secrets), close=True)
    )


def _report(line: Callable[[], ServerLine], *, close: bool = False) -> None:
    from inspector_app.sync.orders import report_wiped  # late: as above

    reached = line()
    try:
        report_wiped(reached)
    finally:
        if close:
            reached.close()


def _carry_out(folder: Path, secrets: SecretStore, report: Callable[[], None]) -> bool:
    locked = _forget_keys(secrets)
    held = _remove(folder, _FILES)
    if locked is not None and held:
        # What could not be removed can still be read: this is no wipe yet.
        raise locked
    if locked is not None or held:
        return False
    try:
        report()
    except UserError as refused:
        # It will never take the report, or has it already.
        _LOG.warning("the wipe was not reported: %s", refused.code)
    except EnvironmentFault as fault:
        _LOG.warning("the wipe is not reported yet: %s", fault.code)
        return False
    if _forget(secrets, (_token(), _LIST)) is not None:
        return False
    return not _remove(folder, _TOLD_BY_THEN)


def _token() -> str:
    from inspector_app.sync.enrolment import TOKEN  # late: as above

    return TOKEN


def _forget_keys(secrets: SecretStore) -> EnvironmentFault | None:
    from inspector_app.sync.enrolment import DEVICE_KEY  # late: as above

    locked = _forget(secrets, (DATABASE_KEY, DEVICE_KEY))
    try:
        listed = json.loads(secrets.get(_LIST) or b"[]")
    except EnvironmentFault as fault:
        return locked or fault
    return locked or _forget(secrets, listed)


def _forget(secrets: SecretStore, names: tuple[str, ...]) -> EnvironmentFault | None:
    """Forget what can be forgotten; the keyring's fault if it kept something."""
    kept: EnvironmentFault | None = None
    for name in names:
        try:
            secrets.delete(name)
        except EnvironmentFault as fault:
            kept = fault
    return kept


def _remove(folder: Path, patterns: tuple[str, ...]) -> bool:
    """Remove what the patterns name, in their order; True if something is still there."""
    held = False
    for pattern in patterns:
        if held and pattern == WIPE_ORDERED:
            break
        for path in folder.glob(pattern):
            try:
                _remove_one(path)
            except OSError as kept:
                _LOG.warning("not removed yet: %s", type(kept).__name__)
                held = True
    return held


def _remove_one(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
