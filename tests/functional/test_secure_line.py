"""TLS: the bureau's own authority is trusted when told, anything odd is refused and named."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from inspector_app.bootstrap.enrolling import enrol_laptop
from inspector_app.bootstrap.laptop import open_laptop
from inspector_app.bootstrap.laptop_folder import BUREAU_CA
from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.domain.officer import Role
from inspector_app.server.desk import open_desk
from inspector_app.server.embedded import EmbeddedServer
from inspector_app.server.enrolment import issue_code
from inspector_app.server.seeding import seed
from inspector_app.server.settings import ServerSettings
from inspector_app.sync.enrolment import connect, enrol
from inspector_app.sync.line import ServerLine, Timeouts, check_address
from inspector_app.trust.certificates import bureau_certificates
from inspector_app.trust.signing import SigningKey
from inspector_app.wire.feed import FeedPage
from inspector_app.wire.protocol import FEED_PATH
from tests.factory_sync import QUICK, SEED, SUPERVISOR, MemorySecrets

NOW = datetime.now(UTC)


class Authority:
    """A certificate authority of the bureau's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test authority")])
        certificate = self._certify(
            self._name, self._key.public_key(), NOW + timedelta(days=2), authority=True
        )
        self.file = folder / "authority.pem"
        self.file.write_bytes(certificate.public_bytes(Encoding.PEM))

    def _certify(
        self,
        name: x509.Name,
        key: ec.EllipticCurvePublicKey,
        ends: datetime,
        *,
        host: str = "",
        authority: bool = False,
    ) -> x509.Certificate:
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self._name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - timedelta(days=9))
            .not_valid_after(ends)
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()),
                critical=False,
            )
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        )
        if host:
            names = x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))])
            builder = builder.add_extension(names, critical=False)
        return builder.sign(self._key, hashes.SHA256())

    def issue(self, host: str = "127.0.0.1", days: int = 1) -> tuple[Path, Path]:
        """Certificate and key files for a host, valid for ``days`` from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "server")])
        ends = NOW + timedelta(days=days)
        certificate = self._certify(name, key.public_key(), ends, host=host)
        files = self._folder / f"{host}{days}.pem", self._folder / f"{host}{days}.key"
        files[0].write_bytes(certificate.public_bytes(Encoding.PEM))
        files[1].write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return files


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@contextmanager
def listening(certificate: tuple[Path, Path]) -> Iterator[str]:
    """Something that speaks TLS with this certificate."""
    server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def fault_of(url: str, ca_file: Path | None) -> EnvironmentFault:
    key = SigningKey.generate().verify_key
    line = ServerLine(url, lambda: "token", key, ca_file, Timeouts(connect=3, silence=3))
    try:
        with pytest.raises(EnvironmentFault) as fault:
            line.get(FEED_PATH, FeedPage)
    finally:
        line.close()
    return fault.value


def test_an_expired_certificate_is_named(authority: Authority) -> None:
    with listening(authority.issue(days=-1)) as url:
        assert fault_of(url, authority.file).code == "network.tls_expired"


def test_a_certificate_for_another_host_is_named(authority: Authority) -> None:
    with listening(authority.issue(host="192.0.2.1")) as url:
        assert fault_of(url, authority.file).code == "network.tls_host"


def test_an_unknown_authority_is_named(authority: Authority, tmp_path: Path) -> None:
    with listening(authority.issue()) as url:
        assert fault_of(url, None).code == "network.tls_unknown"


@pytest.mark.parametrize("url", ["http://10.0.0.1", "ftp://server", "server:8443", "", "https://"])
def test_an_address_that_is_not_secure_is_refused_before_anything_is_sent(url: str) -> None:
    with pytest.raises(UserError) as refusal:
        check_address(url)
    assert refusal.value.code == "server.address"


def test_the_bureaus_own_authority_is_trusted_when_told(
    authority: Authority, tmp_path: Path
) -> None:
    certificate, key = authority.issue()
    folder = tmp_path / "server"
    desk = open_desk(ServerSettings(folder, reserve_bytes=0))
    seed(desk, SEED)
    code = issue_code(desk)
    desk.close()
    secrets = MemorySecrets()
    told = ("--tls-certificate", str(certificate), "--tls-key", str(key), "--reserve", "0")
    with EmbeddedServer(folder, told) as server:
        assert server.url.startswith("https://")
        enrolment = enrol(server.url, code, "x", secrets, ca_file=authority.file, timeouts=QUICK)
        line = connect(enrolment, secrets, QUICK)
        page = line.get(FEED_PATH, FeedPage).message
        line.close()
    assert page.items


@pytest.fixture
def secure(authority: Authority, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """A bureau's server behind the bureau's own authority: its address and a code."""
    certificate, key = authority.issue()
    folder = tmp_path / "server"
    desk = open_desk(ServerSettings(folder, reserve_bytes=0))
    seed(desk, SEED)
    code = issue_code(desk, Role.SUPERVISOR, SUPERVISOR.id)
    desk.close()
    told = ("--tls-certificate", str(certificate), "--tls-key", str(key), "--reserve", "0")
    with EmbeddedServer(folder, told) as server:
        yield server.url, code


def test_the_authority_named_at_enrolment_is_asked_of_every_later_connection(
    authority: Authority, secure: tuple[str, str], tmp_path: Path
) -> None:
    folder, secrets = tmp_path / "laptop", MemorySecrets()
    enrol_laptop(folder, *secure, "本", secrets, ca_file=authority.file)
    authority.file.unlink()
    moved = folder.rename(tmp_path / "moved")

    with open_laptop(moved, secrets=secrets) as laptop:
        outcome = laptop.use_cases.synchronize()
        queue = laptop.use_cases.review_queue()

    assert outcome.server_at
    assert queue == ()


def test_a_laptop_that_lost_the_authority_trusts_no_server(
    authority: Authority, secure: tuple[str, str], tmp_path: Path
) -> None:
    folder, secrets = tmp_path / "laptop", MemorySecrets()
    enrol_laptop(folder, *secure, "本", secrets, ca_file=authority.file)
    (folder / BUREAU_CA).unlink()

    with (
        open_laptop(folder, secrets=secrets) as laptop,
        pytest.raises(EnvironmentFault) as fault,
    ):
        laptop.use_cases.synchronize()
    assert fault.value.code == "network.ca_file"


def test_an_enrolment_without_the_authority_says_that_one_can_be_chosen(
    secure: tuple[str, str], tmp_path: Path
) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        enrol_laptop(tmp_path / "laptop", *secure, "本", MemorySecrets())
    assert fault.value.code == "network.tls_unknown"
    assert "根证书" in fault.value.mend


def test_another_authority_enrols_nothing_and_leaves_nothing(
    secure: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = Authority(tmp_path / "other")
    folder = tmp_path / "laptop"
    with pytest.raises(EnvironmentFault):
        enrol_laptop(folder, *secure, "本", MemorySecrets(), ca_file=other.file)
    assert list(folder.iterdir()) == []


def test_what_windows_calls_a_certificate_is_one(authority: Authority) -> None:
    (certificate,) = x509.load_pem_x509_certificates(authority.file.read_bytes())

    assert bureau_certificates(certificate.public_bytes(Encoding.DER)) == (
        authority.file.read_bytes()
    )


def test_a_private_key_in_the_file_is_not_kept(authority: Authority) -> None:
    certificate, key = authority.issue()
    kept = bureau_certificates(key.read_bytes() + certificate.read_bytes())

    assert kept == certificate.read_bytes()


@pytest.mark.parametrize("content", [b"", b"not a certificate", b"\x30\x82\x01", b"-----BEGIN X"])
def test_a_file_that_is_no_certificate_is_refused_before_anything_is_sent(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "root.cer"
    file.write_bytes(content)
    with pytest.raises(UserError) as refusal:
        enrol_laptop(
            tmp_path / "laptop", "https://192.0.2.1", "C", "本", MemorySecrets(), ca_file=file
        )
    assert refusal.value.code == "enrol.ca_file"
    assert not (tmp_path / "laptop").exists()


def test_an_expired_authority_is_refused(authority: Authority) -> None:
    certificate, _ = authority.issue(days=-1)
    with pytest.raises(UserError) as refusal:
        bureau_certificates(certificate.read_bytes())
    assert refusal.value.code == "enrol.ca_expired"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refusal:
        enrol_laptop(
            tmp_path, "https://192.0.2.1", "C", "本", MemorySecrets(), ca_file=tmp_path / "gone.pem"
        )
    assert (refusal.value.code, refusal.value.facts) == (
        "enrol.ca_unreadable",
        {"file": "gone.pem"},
    )
