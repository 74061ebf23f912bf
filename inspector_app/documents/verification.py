"""Whether a document is what it says: who signed it, whether a byte changed, whether its data agree.

Works on the file alone, with no network and no database. Times are those that the signers claimed;
without a time stamp (PAdES B-T) nothing proves them.
"""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from inspector_app.documents.attached import Attached, AttachmentState, PrintMatch, read_attached
from inspector_app.documents.unsigned_bytes import is_only_the_signature
from inspector_app.domain.document import SealState, SignerRole, Snapshot
from inspector_app.domain.errors import InspectorError, UserError
from inspector_app.trust.certificates import certificate_holder, certificate_number

if TYPE_CHECKING:
    from cryptography import x509

__all__ = ["Later", "Problem", "SignatureReport", "Trust", "Verdict", "Verification", "verify_pdf"]

_LARGEST_FILE = 256 * 1024 * 1024  # bytes; a record with its pictures has 0.2 million


class Trust(StrEnum):
    """Whether a signer's certificate leads to a trusted root."""

    TRUSTED = "trusted"
    UNTRUSTED = "untrusted"
    EXPIRED = "expired"  # it was not valid at the claimed time of signing
    NOT_CHECKED = "not_checked"  # no roots were given
    ALTERED = "altered"  # what was signed is not what stands there: no issuer answers for it


class Later(StrEnum):
    """What was added to the file after a signature, or to the place that is left for it."""

    NOTHING = "nothing"
    SIGNATURES = "signatures"
    OTHER = "other"


class Verdict(StrEnum):
    """The whole in one word, the worst first."""

    ALTERED = "altered"
    UNSIGNED = "unsigned"
    UNTRUSTED = "untrusted"
    INCOMPLETE = "incomplete"
    GENUINE = "genuine"


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """One certificate signature.

    ``intact`` says that the signed bytes are unchanged and the signature is the certificate's.
    ``signed_at`` is the claimed time, ISO 8601, or empty. ``trust`` is not checked if not intact.
    """

    field: str
    name: str
    certificate_no: str
    organization: str
    issuer: str
    signed_at: str
    intact: bool
    trust: Trust
    later: Later


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or missing: it in Chinese, a stable code and ``facts`` for others."""

    code: str
    what: str
    verdict: Verdict
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found out about a document.

    ``pdfa`` is the conformance that the file claims (``3B``), or empty. ``seal`` and
    ``verification_code`` are those of the attached data.
    """

    pages: int
    title: str
    pdfa: str
    signatures: tuple[SignatureReport, ...]
    attachment: AttachmentState
    printed: PrintMatch
    snapshot: Snapshot | None

    @property
    def seal(self) -> SealState | None:
        """Whether the bureau's seal stands on it; ``None`` if there is no data to say so."""
        return None if self.snapshot is None else self.snapshot.seal

    @property
    def verification_code(self) -> str:
        """The code printed on it, or empty."""
        return "" if self.snapshot is None else self.snapshot.verification_code

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that keeps the document from being genuine and complete."""
        return (*self._of_signatures(), *self._of_data())

    @property
    def verdict(self) -> Verdict:
        """The worst of the problems, or genuine."""
        ranks = list(Verdict)
        verdicts = [problem.verdict for problem in self.problems]
        return min(verdicts, key=ranks.index, default=Verdict.GENUINE)

    def _of_signatures(self) -> Iterator[Problem]:
        if not self.signatures:
            yield Problem("verify.unsigned", "文书没有证书签名。", Verdict.UNSIGNED)
        for report in self.signatures:
            who = {"name": report.name}
            if not report.intact:
                what = f"{report.name}签名之后，已签的内容被改动。"
                yield Problem("verify.altered", what, Verdict.ALTERED, who)
                continue
            if report.later is Later.OTHER:
                what = f"{report.name}签名之后，文件中又添加了签名以外的内容。"
                yield Problem("verify.appended", what, Verdict.ALTERED, who)
            if report.trust is Trust.EXPIRED:
                what = f"{report.name}的证书在所载签名时间不在有效期内。"
                yield Problem("verify.expired", what, Verdict.UNTRUSTED, who)
            elif report.trust is not Trust.TRUSTED:
                what = f"无法确认{report.name}的证书由受信任的机构签发。"
                yield Problem("verify.untrusted", what, Verdict.UNTRUSTED, who)
        for name in self._officers_without_signature() if self.signatures else ():
            what = f"执法人员{name}没有证书签名。"
            yield Problem("verify.officer_unsigned", what, Verdict.INCOMPLETE, {"name": name})

    def _officers_without_signature(self) -> tuple[str, ...]:
        if self.snapshot is None:
            return ()
        signed = {(report.name, report.certificate_no) for report in self.signatures}
        return tuple(
            dict.fromkeys(
                slot.name
                for slot in self.snapshot.signatures
                if slot.role is SignerRole.OFFICER
                and slot.image
                and (slot.name, slot.certificate_no) not in signed
            )
        )

    def _of_data(self) -> Iterator[Problem]:
        if self.attachment is AttachmentState.MISSING:
            yield Problem("verify.no_data", "文书没有附带数据。", Verdict.INCOMPLETE)
        elif self.attachment is AttachmentState.UNREADABLE:
            yield Problem("verify.data_unreadable", "文书所附的数据无法识别。", Verdict.INCOMPLETE)
        if self.printed is PrintMatch.DIFFERENT:
            what = "文书页面上的内容与所附的数据不一致。"
            yield Problem("verify.pages_differ", what, Verdict.ALTERED)
        elif self.printed is PrintMatch.OTHER_RENDERER:
            what = "文书由其他版本的软件绘制，页面与所附数据未能逐字比对。"
            yield Problem("verify.other_renderer", what, Verdict.INCOMPLETE)


def verify_pdf(data: bytes, trust_roots: Sequence[x509.Certificate]) -> Verification:
    """Verify a document against ``trust_roots``; needs no network.

    Raises ``UserError`` if the bytes are not a readable PDF: another kind of file, damaged,
    cut off, or encrypted.
    """
    _refuse_what_is_no_pdf(data)
    with _parsers_are_quiet():
        try:
            signatures = tuple(_signature_reports(data, trust_roots))
            attached = read_attached(data)
        except InspectorError:
            raise
        except Exception as damaged:
            # Two parsers fed with hostile bytes raise more kinds than could be listed.
            raise _damaged() from damaged
    return _verification(attached, signatures)


def _verification(attached: Attached, signatures: tuple[SignatureReport, ...]) -> Verification:
    return Verification(
        pages=attached.pages,
        title=attached.title,
        pdfa=attached.pdfa,
        signatures=signatures,
        attachment=attached.attachment,
        printed=attached.printed,
        snapshot=attached.snapshot,
    )


def _refuse_what_is_no_pdf(data: bytes) -> None:
    if b"%PDF-" not in data[:1024]:
        raise UserError(
            "pdf.not_pdf",
            "这个文件不是 PDF 文书。",
            mend="请选择由本软件出具的 PDF 文件或案件文件。",
        )
    if len(data) > _LARGEST_FILE:
        raise UserError(
            "pdf.too_large",
            "这个文件太大，不像是由本软件出具的文书。",
            mend="请核对所选的文件。",
            facts={"bytes": len(data)},
        )


def _signature_reports(
    data: bytes, trust_roots: Sequence[x509.Certificate]
) -> Iterator[SignatureReport]:
    # Late: pyHanko costs 350 ms at start-up, and most starts verify nothing.
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(io.BytesIO(data))
    if reader.encrypted:
        raise UserError(
            "pdf.encrypted",
            "这个 PDF 文件加了密，无法核验。",
            mend="请向出具文书的单位索取未加密的原件。",
        )
    for embedded in reader.embedded_signatures:
        yield _report(data, embedded, trust_roots)


def _report(data: bytes, embedded: Any, trust_roots: Sequence[x509.Certificate]) -> SignatureReport:
    from cryptography import x509  # late, as above
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    claimed: datetime | None = embedded.self_reported_timestamp
    context = ValidationContext(
        trust_roots=list(_for_pyhanko(trust_roots)), allow_fetching=False, moment=claimed
    )
    status = validate_pdf_signature(embedded, context)
    certificate = x509.load_der_x509_certificate(embedded.signer_cert.dump())
    # Bytes after the signature that change nothing (NONE) are no signature either.
    allowed = {ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING}
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        later = Later.NOTHING
    elif (
        status.coverage is SignatureCoverageLevel.ENTIRE_REVISION
        and status.modification_level in allowed
    ):
        later = Later.SIGNATURES
    else:
        later = Later.OTHER
    roots = trust_roots if status.trusted else None
    ranges, contents = embedded.byte_range, embedded.pkcs7_content
    if not is_only_the_signature(data, ranges, contents, certificate, roots):
        later = Later.OTHER
    intact = bool(status.intact and status.valid)
    if not intact:
        answer = Trust.ALTERED
    elif not trust_roots:
        answer = Trust.NOT_CHECKED
    else:
        answer = Trust.TRUSTED if status.trusted else Trust.UNTRUSTED
    return SignatureReport(
        field=embedded.field_name,
        name=certificate_holder(certificate),
        certificate_no=certificate_number(certificate),
        organization=_organization(certificate.subject),
        issuer=_common_name(certificate.issuer),
        signed_at="" if claimed is None else claimed.isoformat(),
        intact=intact,
        trust=answer if _was_valid(certificate, claimed) else Trust.EXPIRED,
        later=later,
    )


def _was_valid(certificate: x509.Certificate, claimed: datetime | None) -> bool:
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    return claimed is None or begins <= claimed <= ends


def _for_pyhanko(certificates: Iterable[x509.Certificate]) -> Iterator[Any]:
    from asn1crypto import x509 as asn1  # late, as above
    from cryptography.hazmat.primitives.serialization import Encoding

    for certificate in certificates:
        yield asn1.Certificate.load(certificate.public_bytes(Encoding.DER))


def _organization(name: x509.Name) -> str:
    from cryptography.x509.oid import NameOID  # late, as above

    found = name.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    return str(found[0].value) if found else ""


def _common_name(name: x509.Name) -> str:
    from cryptography.x509.oid import NameOID  # late, as above

    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else ""


@contextlib.contextmanager
def _parsers_are_quiet() -> Iterator[None]:
    """Keep the parsers' warnings out of the log: they quote certificates, and so people's names."""
    loggers = [logging.getLogger(name) for name in ("pyhanko", "pyhanko_certvalidator", "pikepdf")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def _damaged() -> UserError:
    return UserError(
        "pdf.damaged",
        "这个 PDF 文件已损坏或不完整，无法核验。",
        mend="请重新取得完整的文件；反复出现请向出具文书的单位核实。",
    )
