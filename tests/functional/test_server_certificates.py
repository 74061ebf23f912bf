"""Which certificates and keys a server takes, and how it refuses the others."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

from inspector_app.domain.errors import UserError
from inspector_app.server.command import run
from inspector_app.server.tls import check_tls


@pytest.fixture(scope="module")
def pems(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Certificates and keys, good and bad."""
    folder = tmp_path_factory.mktemp("pems")
    for name in ("one", "other"):
        private = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        certificate = (
            x509.CertificateBuilder(subject, subject, private.public_key(), 1)
            .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
            .not_valid_after(datetime(2100, 1, 1, tzinfo=UTC))
            .sign(private, hashes.SHA256())
        )
        told = certificate.public_bytes(Encoding.PEM)
        key = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        (folder / f"{name}.pem").write_bytes(told)
        (folder / f"{name}.key").write_bytes(key)
        (folder / f"{name}.both").write_bytes(told + key)
        locked = BestAvailableEncryption(b"secret")
        (folder / f"{name}.locked").write_bytes(
            private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)
        )
    (folder / "rubbish").write_text("rubbish")
    return folder


@pytest.mark.parametrize(
    ("certificate", "key", "code", "file"),
    [
        ("rubbish", "rubbish", "server.tls_certificate", "rubbish"),
        ("one.key", "one.pem", "server.tls_certificate", "one.key"),
        ("one.pem", "rubbish", "server.tls_key", "rubbish"),
        ("one.pem", "", "server.tls_no_key", "one.pem"),
        ("", "one.key", "server.tls_pair", "one.key"),
        ("one.pem", "other.key", "server.tls_mismatch", "other.key"),
        ("one.pem", "one.locked", "server.tls_encrypted", "one.locked"),
    ],
)
def test_a_certificate_that_does_not_serve_is_refused_by_its_file(
    pems: Path, tmp_path: Path, certificate: str, key: str, code: str, file: str
) -> None:
    words = ["--folder", str(tmp_path / "data"), "--port", "0"]
    words += ["--tls-certificate", str(pems / certificate)] if certificate else []
    words += ["--tls-key", str(pems / key)] if key else []
    with pytest.raises(UserError) as refusal:
        run(words)
    assert (refusal.value.code, refusal.value.facts["file"]) == (code, file)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(("certificate", "key"), [("one.pem", "one.key"), ("one.both", None)])
def test_a_certificate_and_its_key_serve(pems: Path, certificate: str, key: str | None) -> None:
    check_tls(pems / certificate, pems / key if key else None)
