"""Officers' signing certificates: loaded from PKCS#12, checked, and made for demonstrations.

A signature made with such a certificate can be a reliable electronic signature (电子签名法 13)
only if a licensed authority issued it. The authority made here issues certificates for
demonstrations and tests; it says 演示 in every name it writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from inspector_app.domain.chinese import chinese_date
from inspector_app.domain.errors import UserError

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes

__all__ = [
    "DemoAuthority",
    "OfficerSigner",
    "bureau_certificates",
    "certificate_holder",
    "certificate_number",
    "load_certificates",
]

_LEAST_RSA_BITS = 2048


@dataclass(frozen=True, slots=True)
class OfficerSigner:
    """An officer's certificate with its private key (EC P-256/P-384 or RSA) and issuers."""

    certificate: x509.Certificate
    private_key: EllipticCurvePrivateKey | RSAPrivateKey
    chain: tuple[x509.Certificate, ...] = ()

    @classmethod
    def from_pkcs12(cls, data: bytes, password: str) -> OfficerSigner:
        """Load what a certificate authority hands out as ``.p12`` or ``.pfx``.

        Raises ``UserError`` if the password is wrong or the file holds no usable key.
        """
        # Late: cryptography's serializers cost 40 ms, and most starts sign nothing.
        from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates

        try:
            key, certificate, others = load_key_and_certificates(data, password.encode() or None)
        except ValueError as refused:
            raise UserError(
                "certificate.unreadable",
                "签名证书打不开：密码不对，或文件已损坏。",
                safe="检查记录和文书不受影响。",
                mend="请核对密码；仍打不开请向证书签发机构重新领取。",
            ) from refused
        if certificate is None or not _is_usable(key):
            raise _no_key()
        return cls(certificate, key, tuple(others))  # type: ignore[arg-type]  # _is_usable checked it

    @property
    def name(self) -> str:
        """The officer's name as the certificate says it."""
        return certificate_holder(self.certificate)

    @property
    def certificate_no(self) -> str:
        """The officer's certificate number (执法证号) in the certificate, or empty."""
        return certificate_number(self.certificate)

    def require_valid(self, at: datetime) -> None:
        """Raise ``UserError`` unless the certificate is valid at the moment ``at`` (with offset)."""
        begins = self.certificate.not_valid_before_utc
        ends = self.certificate.not_valid_after_utc
        if at > ends:
            raise UserError(
                "certificate.expired",
                f"{self.name}的签名证书已于{_local_date(ends, at)}到期，不能用于签名。",
                safe="文书内容和手写签名已保存。",
                mend="请换领新证书后再签，或先打印文书由执法人员手写签名。",
                facts={"officer": self.name, "ended": _local_date(ends, at)},
            )
        if at < begins:
            raise UserError(
                "certificate.not_yet_valid",
                f"{self.name}的签名证书自{_local_date(begins, at)}起才有效，现在不能用于签名。",
                safe="文书内容和手写签名已保存。",
                mend="请检查本机时钟是否正确，或等证书生效后再签。",
                facts={"officer": self.name, "begins": _local_date(begins, at)},
            )

    def to_pkcs12(self, password: str) -> bytes:
        """The certificate, key and issuers as a file protected with ``password``."""
        from cryptography.hazmat.primitives.serialization import BestAvailableEncryption  # late
        from cryptography.hazmat.primitives.serialization.pkcs12 import (
            serialize_key_and_certificates,
        )

        return serialize_key_and_certificates(
            self.name.encode(),
            self.private_key,
            self.certificate,
            self.chain,
            BestAvailableEncryption(password.encode()),
        )


@dataclass(frozen=True, slots=True)
class DemoAuthority:
    """A certificate authority for demonstrations: what it issues has no legal effect."""

    certificate: x509.Certificate
    private_key: EllipticCurvePrivateKey

    @classmethod
    def create(cls, at: datetime, *, years: int = 10) -> DemoAuthority:
        """Make a new authority, valid from the day before ``at``."""
        from cryptography.hazmat.primitives.asymmetric import ec  # late, as in from_pkcs12

        key = ec.generate_private_key(ec.SECP256R1())
        name = _name(common="演示证书签发机构（仅供演示，无法律效力）", organization="演示")
        certificate = _certify(
            subject=name,
            public_key=key.public_key(),
            issuer=name,
            issuer_key=key,
            begins=at - timedelta(days=1),
            ends=at + timedelta(days=365 * years),
            path_length=0,
        )
        return cls(certificate, key)

    def issue(
        self,
        name: str,
        certificate_no: str,
        organization: str,
        *,
        begins: datetime,
        ends: datetime,
        rsa_bits: int = 0,
    ) -> OfficerSigner:
        """Issue a certificate to an officer: EC P-256, or RSA with ``rsa_bits``."""
        from cryptography.hazmat.primitives.asymmetric import ec, rsa  # late, as in from_pkcs12

        key: EllipticCurvePrivateKey | RSAPrivateKey
        if rsa_bits:
            key = rsa.generate_private_key(public_exponent=65537, key_size=rsa_bits)
        else:
            key = ec.generate_private_key(ec.SECP256R1())
        certificate = _certify(
            subject=_name(
                common=name, organization=organization, unit="演示证书", number=certificate_no
            ),
            public_key=key.public_key(),
            issuer=self.certificate.subject,
            issuer_key=self.private_key,
            begins=begins,
            ends=ends,
            path_length=None,
        )
        return OfficerSigner(certificate, key, (self.certificate,))


def certificate_holder(certificate: x509.Certificate) -> str:
    """The common name in the certificate's subject, or empty."""
    from cryptography.x509.oid import NameOID  # late, as in from_pkcs12

    return _attribute(certificate, NameOID.COMMON_NAME)


def certificate_number(certificate: x509.Certificate) -> str:
    """The officer's certificate number (执法证号), kept as serialNumber (2.5.4.5) of the subject."""
    from cryptography.x509.oid import NameOID  # late, as in from_pkcs12

    return _attribute(certificate, NameOID.SERIAL_NUMBER)


def load_certificates(pem: bytes) -> tuple[x509.Certificate, ...]:
    """Load trusted roots from PEM; raises ``UserError`` if there is none or one is damaged."""
    from cryptography import x509  # late, as in from_pkcs12

    try:
        return tuple(x509.load_pem_x509_certificates(pem))
    except ValueError as damaged:
        raise UserError(
            "certificate.roots",
            "受信任的根证书文件无法识别。",
            mend="请从信息化部门重新取得根证书文件（PEM 格式）。",
        ) from damaged


def bureau_certificates(data: bytes) -> bytes:
    """The certificates in a file that a bureau hands out for its own server (PEM or DER), as PEM.

    Nothing else of the file is taken, a private key least of all. Raises ``UserError`` if there is
    no certificate in it, or all have expired.
    """
    from cryptography import x509  # late, as in from_pkcs12
    from cryptography.hazmat.primitives.serialization import Encoding

    try:
        if b"-----BEGIN" in data:
            found = x509.load_pem_x509_certificates(data)
        else:
            found = [x509.load_der_x509_certificate(data)]
    except ValueError as other:
        raise UserError(
            "enrol.ca_file",
            "所选的文件不是证书。",
            safe="没有发送任何数据。",
            mend="请向信息化部门索取本单位服务器的根证书（.pem、.crt 或 .cer）；不需要时请留空。",
        ) from other
    now = datetime.now(UTC)
    if all(certificate.not_valid_after_utc < now for certificate in found):
        raise UserError(
            "enrol.ca_expired",
            "所选的证书已过期。",
            safe="没有发送任何数据。",
            mend="请核对本机日期，或向信息化部门索取新的根证书。",
        )
    return b"".join(certificate.public_bytes(Encoding.PEM) for certificate in found)


def _attribute(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str:
    found = certificate.subject.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def _is_usable(key: object) -> bool:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa  # late, as in from_pkcs12

    if isinstance(key, ec.EllipticCurvePrivateKey):
        return key.curve.name in {"secp256r1", "secp384r1"}
    return isinstance(key, rsa.RSAPrivateKey) and key.key_size >= _LEAST_RSA_BITS


def _no_key() -> UserError:
    return UserError(
        "certificate.no_key",
        "签名证书文件中没有可用的证书和私钥（支持 EC P-256、P-384 和 2048 位以上的 RSA）。",
        safe="检查记录和文书不受影响。",
        mend="请向证书签发机构领取含私钥的证书文件（.p12 或 .pfx）。",
    )


def _local_date(moment: datetime, like: datetime) -> str:
    return chinese_date(moment.astimezone(like.tzinfo or UTC))


def _name(common: str, organization: str, unit: str = "", number: str = "") -> x509.Name:
    from cryptography import x509  # late, as in from_pkcs12
    from cryptography.x509.oid import NameOID

    parts = [
        (NameOID.COUNTRY_NAME, "CN"),
        (NameOID.ORGANIZATION_NAME, organization),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, unit),
        (NameOID.SERIAL_NUMBER, number),
        (NameOID.COMMON_NAME, common),
    ]
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts if value])


def _certify(
    *,
    subject: x509.Name,
    public_key: CertificatePublicKeyTypes,
    issuer: x509.Name,
    issuer_key: EllipticCurvePrivateKey,
    begins: datetime,
    ends: datetime,
    path_length: int | None,
) -> x509.Certificate:
    """A certificate by ``issuer``; an authority's if it has a ``path_length``, else an officer's."""
    from cryptography import x509  # late, as in from_pkcs12
    from cryptography.hazmat.primitives import hashes

    is_authority = path_length is not None
    usage = x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
    identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins.astimezone(UTC))
        .not_valid_after(ends.astimezone(UTC))
        .add_extension(x509.BasicConstraints(is_authority, path_length), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
        .add_extension(identifier, critical=False)
        .sign(issuer_key, hashes.SHA256())
    )
