"""What the window shows beside the use cases: packs, certificate, verdicts on a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.application.verify_document import (
    SignatureView,
    VerificationProblem,
    VerificationView,
)
from inspector_app.bootstrap.desk import certificate_secret, password_secret
from inspector_app.bootstrap.laptop import Laptop
from inspector_app.bootstrap.laptop_folder import known_roots
from inspector_app.bootstrap.signer_import import import_signer
from inspector_app.bootstrap.statute_intake import StatuteIntake
from inspector_app.bootstrap.statutes import STATUTES
from inspector_app.bootstrap.verification import check_pdf, load_roots
from inspector_app.domain.ports import SecretStore
from inspector_app.gui.window_facts import PackInfo, SignerInfo, WindowFacts

if TYPE_CHECKING:
    from inspector_app.documents.verification import SignatureReport
    from inspector_app.trust.certificates import OfficerSigner

__all__ = ["window_facts"]


def window_facts(laptop: Laptop, secrets: SecretStore) -> WindowFacts:
    """What the window shows beside the use cases."""

    def verify(pdf: bytes) -> VerificationView:
        return _view(pdf, known_roots(laptop.folder))

    return WindowFacts(
        verify=verify,
        sync_policy=laptop.pace,
        packs_info=lambda: _packs_info(laptop),
        quarantined=laptop.store.sync.quarantined,
        signer=lambda: _signer(laptop, secrets),
        import_signer=lambda data, password: _import_signer(laptop, secrets, data, password),
        server=laptop.enrolment.url,
        version=_version,
        tidy=laptop.store.sweep_blobs,
        take_statutes=StatuteIntake(laptop.folder / STATUTES),
        device_key=laptop.device_key.fingerprint,
    )


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # late: told by settings only

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
        title=snapshot.title if snapshot else check.title,
        number=snapshot.number if snapshot else "",
        document_id=snapshot.document_id if snapshot else "",
        visit_id=snapshot.visit_id if snapshot else "",
        journal_head=snapshot.journal_head if snapshot else "",
        problems=tuple(
            VerificationProblem(problem.code, problem.what, problem.facts)
            for problem in check.problems
            if problem.code != "verify.untrusted"
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
        PackInfo(found.folder, found.folder, "", problem=found.error)
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
    return _signer_info(OfficerSigner.from_pkcs12(data, password))


def _import_signer(laptop: Laptop, secrets: SecretStore, data: bytes, password: str) -> SignerInfo:
    place = laptop.use_cases.place
    return _signer_info(import_signer(secrets, place.me, place.clock, data, password))


def _signer_info(signer: OfficerSigner) -> SignerInfo:
    certificate = signer.certificate
    return SignerInfo(
        certificate.subject.rfc4514_string(),
        certificate.issuer.rfc4514_string(),
        certificate.not_valid_before_utc.date(),
        certificate.not_valid_after_utc.date(),
    )
