"""Officers' signing certificates."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from inspector_app.domain.errors import UserError
from inspector_app.trust.certificates import (
    DemoAuthority,
    OfficerSigner,
    certificate_number,
    load_certificates,
)

_BEIJING = timezone(timedelta(hours=8))
_NOW = datetime(2026, 11, 21, 10, 42, tzinfo=_BEIJING)
_DAY = timedelta(days=1)


def _officer(*, begins: datetime = _NOW - _DAY, ends: datetime = _NOW + _DAY) -> OfficerSigner:
    authority = DemoAuthority.create(_NOW)
    return authority.issue("周明远", "YH37010417", "清溪区局", begins=begins, ends=ends)


def test_a_certificate_names_the_officer_and_the_number() -> None:
    officer = _officer()

    assert (officer.name, officer.certificate_no) == ("周明远", "YH37010417")


def test_whatever_the_demo_authority_issues_says_so() -> None:
    officer = _officer()

    assert "演示" in officer.certificate.subject.rfc4514_string()
    assert "演示" in officer.certificate.issuer.rfc4514_string()


def test_an_officers_certificate_is_signed_by_its_authority() -> None:
    officer = _officer()

    officer.certificate.verify_directly_issued_by(officer.chain[0])


def test_a_certificate_survives_being_stored() -> None:
    officer = _officer()

    loaded = OfficerSigner.from_pkcs12(officer.to_pkcs12("口令"), "口令")

    assert loaded.certificate == officer.certificate
    assert loaded.private_key.private_numbers() == officer.private_key.private_numbers()
    assert loaded.chain == officer.chain


@pytest.mark.parametrize("moment", [_NOW - _DAY, _NOW, _NOW + _DAY])
def test_a_certificate_may_be_used_from_its_first_to_its_last_second(moment: datetime) -> None:
    _officer().require_valid(moment)


@pytest.mark.parametrize(
    ("moment", "code", "date"),
    [
        (_NOW + 2 * _DAY, "certificate.expired", "2026年11月22日"),
        (_NOW - 2 * _DAY, "certificate.not_yet_valid", "2026年11月20日"),
    ],
)
def test_outside_its_time_a_certificate_is_refused_with_the_date(
    moment: datetime, code: str, date: str
) -> None:
    with pytest.raises(UserError) as refused:
        _officer().require_valid(moment)

    assert refused.value.code == code
    assert date in refused.value.what


def test_a_wrong_password_is_told_to_the_person() -> None:
    with pytest.raises(UserError) as refused:
        OfficerSigner.from_pkcs12(_officer().to_pkcs12("right"), "wrong")

    assert refused.value.code == "certificate.unreadable"


@pytest.mark.parametrize("data", [b"", b"not a certificate", b"\x30\x82" + b"\0" * 50])
def test_a_file_that_is_no_certificate_is_told_to_the_person(data: bytes) -> None:
    with pytest.raises(UserError):
        OfficerSigner.from_pkcs12(data, "password")


def test_a_key_too_weak_to_sign_with_is_refused() -> None:
    weak = DemoAuthority.create(_NOW).issue(
        "周明远", "YH37010417", "清溪区局", begins=_NOW, ends=_NOW + _DAY, rsa_bits=1024
    )

    with pytest.raises(UserError) as refused:
        OfficerSigner.from_pkcs12(weak.to_pkcs12("p"), "p")

    assert refused.value.code == "certificate.no_key"


def test_trusted_roots_are_read_from_pem() -> None:
    root = DemoAuthority.create(datetime(2026, 1, 1, tzinfo=UTC)).certificate

    assert load_certificates(root.public_bytes(Encoding.PEM)) == (root,)


def test_damaged_roots_are_told_to_the_person() -> None:
    with pytest.raises(UserError):
        load_certificates(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")


def test_a_certificate_without_a_number_has_none() -> None:
    assert certificate_number(DemoAuthority.create(_NOW).certificate) == ""
