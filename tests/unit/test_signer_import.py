"""A certificate joins the keyring only if it is the officer's own and valid now."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from inspector_app.bootstrap.demo_office import DemoSecrets
from inspector_app.bootstrap.desk import certificate_secret, password_secret
from inspector_app.bootstrap.signer_import import import_signer
from inspector_app.domain.errors import UserError
from inspector_app.trust.certificates import DemoAuthority, OfficerSigner
from tests.factory import CHINA, officer
from tests.fakes.workplace import SetClock

_NOW = datetime(2026, 11, 21, 9, 0, tzinfo=CHINA)
_ME = officer(1)


def certificate(number: int = 1, *, ends: datetime = _NOW + timedelta(days=100)) -> bytes:
    """A certificate file of an officer, with the password 「secret」."""
    holder = officer(number)
    signer = DemoAuthority.create(_NOW - timedelta(days=400)).issue(
        holder.name,
        holder.certificate_no,
        holder.organ,
        begins=_NOW - timedelta(days=300),
        ends=ends,
    )
    return signer.to_pkcs12("secret")


def test_ones_own_certificate_is_kept_under_another_password() -> None:
    secrets = DemoSecrets()

    import_signer(secrets, _ME, SetClock(), certificate(), "secret")

    kept = secrets.get(certificate_secret(_ME.id))
    password = secrets.get(password_secret(_ME.id))
    assert kept is not None
    assert password not in (None, b"secret")
    assert OfficerSigner.from_pkcs12(kept, (password or b"").decode()).name == _ME.name


@pytest.mark.parametrize(
    ("data", "password", "code"),
    [
        (certificate(), "guess", "certificate.unreadable"),
        (b"no certificate", "secret", "certificate.unreadable"),
        (certificate(2), "secret", "certificate.not_mine"),
        (certificate(ends=_NOW - timedelta(days=1)), "secret", "certificate.expired"),
    ],
    ids=["wrong password", "no certificate", "another's", "expired"],
)
def test_what_does_not_fit_changes_nothing(data: bytes, password: str, code: str) -> None:
    secrets = DemoSecrets()
    secrets.set(certificate_secret(_ME.id), b"before")

    with pytest.raises(UserError) as refused:
        import_signer(secrets, _ME, SetClock(), data, password)

    assert refused.value.code == code
    assert secrets.get(certificate_secret(_ME.id)) == b"before"
