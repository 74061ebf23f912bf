"""The window over a laptop: facts that no use case knows, the system's printer, the Qt loop."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.application.verify_document import SignatureView, VerificationView
from inspector_app.bootstrap.desk import certificate_secret, password_secret
from inspector_app.bootstrap.laptop import (
    ENROLMENT,
    Laptop,
    default_folder,
    enrol_laptop,
    laptop_secrets,
    open_laptop,
)
from inspector_app.bootstrap.verification import check_pdf, load_roots
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.ports import SecretStore
from inspector_app.gui.window_facts import PackInfo, SignerInfo, WindowFacts

if TYPE_CHECKING:
    from inspector_app.documents.verification import SignatureReport

__all__ = ["ROOTS", "run_laptop", "window_facts"]

ROOTS = "officer-roots.pem"


def run_laptop(folder: Path | None, *, server: str, code: str, officer: str) -> int:
    """Open the window on the laptop in ``folder``, enrolling it first where it is not.

    With ``server`` and ``code`` it enrols without asking. A laptop that does not open says why in
    a window of its own, and on standard error by the error that is raised.
    """
    import platform  # late: only for the device's name

    from inspector_app.gui.first_start import ask_enrolment, say_refusal  # late: Qt

    folder = folder or default_folder()
    language = os.environ.get("INSPECTOR_LANG", "zh")
    name = platform.node() or "laptop"
    try:
        if not (folder / ENROLMENT).exists():
            if server and code:
                enrol_laptop(folder, server, code, name)
            elif not ask_enrolment(
                lambda address, typed, called: enrol_laptop(folder, address, typed, called or name),
                address=server,
                name=name,
                language=language,
            ):
                return 1
        return show(folder, laptop_secrets(folder), officer=officer)
    except InspectorError as error:
        say_refusal(error, language)
        raise


def show(folder: Path, secrets: SecretStore, *, officer: str = "", language: str = "") -> int:
    """Run the window until it is closed; returns the exit code."""
    from inspector_app.gui.app import run_window  # late: Qt is for windows only
    from inspector_app.gui.system_printer import SystemPrinter

    with open_laptop(folder, secrets=secrets, printer=SystemPrinter(), officer=officer) as laptop:
        if language:
            laptop.use_cases.look_up.set_setting("language", language)
        facts = window_facts(laptop, secrets)
        return run_window(
            laptop.use_cases,
            verify=facts.verify,
            sync_policy=facts.sync_policy,
            packs_info=facts.packs_info,
            quarantined=facts.quarantined,
            signer=facts.signer,
            server=facts.server,
            version=facts.version,
            argv=sys.argv,
        )


def window_facts(laptop: Laptop, secrets: SecretStore) -> WindowFacts:
    """What the window shows beside the use cases."""
    from inspector_app.sync.backoff import Pace  # late: with requests, see laptop

    roots = laptop.folder / ROOTS
    files = (roots,) if roots.exists() else ()

    def verify(pdf: bytes) -> VerificationView:
        return _view(pdf, files)

    return WindowFacts(
        verify=verify,
        sync_policy=Pace(),
        packs_info=lambda: _packs_info(laptop),
        quarantined=laptop.store.sync.quarantined,
        signer=lambda: _signer(laptop, secrets),
        server=laptop.enrolment.url,
        version=_version(),
    )


def _version() -> str:
    try:
        return version("inspector-app")
    except PackageNotFoundError:
        return ""


def _view(pdf: bytes, files: Sequence[Path]) -> VerificationView:
    check = check_pdf(pdf, load_roots(files))
    snapshot = check.snapshot
    return VerificationView(
        unchanged=check.verdict.value != "altered",
        signatures=tuple(_signature(report) for report in check.signatures),
        title=check.title,
        number=snapshot.number if snapshot else "",
        document_id=snapshot.document_id if snapshot else "",
        visit_id=snapshot.visit_id if snapshot else "",
        journal_head=snapshot.journal_head if snapshot else "",
        problems=tuple(
            problem.what for problem in check.problems if problem.code != "verify.untrusted"
        ),
    )


def _signature(report: SignatureReport) -> SignatureView:
    return SignatureView(
        signer=report.name,
        certificate_no=report.certificate_no,
        organ=report.organization,
        at=report.signed_at,
        intact=report.intact,
        trusted=report.trust.value == "trusted",
    )


def _packs_info(laptop: Laptop) -> tuple[PackInfo, ...]:
    used = tuple(
        PackInfo(
            pack.ref.id,
            pack.title,
            pack.ref.version,
            pack.issuer,
            pack.valid_from,
            pack.valid_to,
            pack.ref.digest,
        )
        for pack in laptop.packs.packs()
    )
    refused = tuple(
        PackInfo(found.folder, found.folder, "", problem=str(found.error))
        for found in laptop.packs.refused
    )
    return (*used, *refused)


def _signer(laptop: Laptop, secrets: SecretStore) -> SignerInfo | None:
    from inspector_app.trust.certificates import OfficerSigner  # late: cryptography

    me = laptop.use_cases.place.me
    data = secrets.get(certificate_secret(me.id))
    if data is None:
        return None
    password = (secrets.get(password_secret(me.id)) or b"").decode()
    certificate = OfficerSigner.from_pkcs12(data, password).certificate
    return SignerInfo(
        certificate.subject.rfc4514_string(),
        certificate.issuer.rfc4514_string(),
        certificate.not_valid_before_utc.date(),
        certificate.not_valid_after_utc.date(),
    )
