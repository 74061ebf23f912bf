"""No byte of a signed document can be changed unseen, where the signature itself stands as little as elsewhere."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.documents.unsigned_bytes import is_only_the_signature
from inspector_app.documents.verification import Verdict
from inspector_app.domain.errors import UserError
from inspector_app.trust.certificates import DemoAuthority
from tests.factory_signing import MOMENT, authority
from tests.functional.signed_document import codes, verified, whole


def _last_contents(pdf: bytes | bytearray) -> tuple[int, int]:
    """Where the last signature's own bytes stand: the one stretch that no signature covers."""
    *_, match = re.finditer(rb"/Contents (<[0-9a-fA-F]+>)", pdf)
    return match.span(1)


def _is_altered(changed: bytes) -> bool:
    try:
        return verified(changed).verdict is Verdict.ALTERED
    except UserError:
        return True


@given(st.data())
@settings(max_examples=25)
def test_no_changed_byte_goes_unseen(data: st.DataObject) -> None:
    changed = bytearray(whole())
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))

    assert _is_altered(bytes(changed))


@given(st.data())
@settings(max_examples=40)
def test_no_changed_byte_of_a_signature_itself_goes_unseen(data: st.DataObject) -> None:
    changed = bytearray(whole())
    start, end = _last_contents(changed)
    place = data.draw(st.integers(start, end - 1))
    digits = data.draw(st.sampled_from(sorted({*b"0123456789ABCDEFabcdef <>"} - {changed[place]})))
    changed[place] = digits

    assert _is_altered(bytes(changed))


def _with_contents(change: Callable[[bytes], bytes]) -> bytes:
    """The document with other digits, as many, in the place of the last signature."""
    pdf = whole()
    start, end = _last_contents(pdf)
    digits = pdf[start + 1 : end - 1]
    changed = change(digits)
    assert len(changed) == len(digits)
    assert changed != digits
    return pdf[: start + 1] + changed + pdf[end - 1 :]


def _message(digits: bytes) -> cms.ContentInfo:
    return cms.ContentInfo.load(bytes.fromhex(digits.decode()))


def _refilled(message: cms.ContentInfo, digits: bytes) -> bytes:
    der: bytes = message.dump(force=True)
    return der.hex().upper().encode().ljust(len(digits), b"0")


def _with_message(change: Callable[[cms.SignedData], None]) -> bytes:
    """The document with another message in the place of the last signature, in proper form."""

    def refill(digits: bytes) -> bytes:
        message = _message(digits)
        change(message["content"])
        return _refilled(message, digits)

    return _with_contents(refill)


def _add_stranger(signed: cms.SignedData) -> None:
    stranger = DemoAuthority.create(MOMENT).issue(
        "某人", "", "局", begins=MOMENT, ends=MOMENT + timedelta(days=1)
    )
    der = stranger.certificate.public_bytes(Encoding.DER)
    signed["certificates"].append(cms.CertificateChoices.load(der))


def _add_unsigned(signed: cms.SignedData) -> None:
    (signer,) = signed["signer_infos"]
    nothing = cms.CMSAttribute({"type": "1.2.3.4", "values": []})
    signer["unsigned_attrs"] = cms.CMSAttributes([nothing])


def _raise_version(signed: cms.SignedData) -> None:
    signed["version"] = "v3"


@pytest.mark.parametrize(
    "changed",
    [
        lambda: _with_contents(lambda digits: digits[:-8] + b"DEADBEEF"),
        lambda: _with_contents(lambda digits: digits[:-1] + b"1"),
        lambda: _with_contents(lambda digits: digits[:99] + digits[99:].lower()),
        lambda: _with_contents(lambda digits: digits[:-4] + b"    "),
        lambda: _with_contents(lambda digits: digits[:-6] + b"> <<00"),
        lambda: _with_message(_add_stranger),
        lambda: _with_message(_add_unsigned),
        lambda: _with_message(_raise_version),
    ],
    ids=[
        "padding",
        "last digit",
        "mixed letters",
        "blanks",
        "another string",
        "a certificate nobody vouches for",
        "an attribute nobody signed",
        "a version nobody signed",
    ],
)
def test_what_nobody_signed_is_an_alteration(changed: Callable[[], bytes]) -> None:
    assert _is_altered(changed())


def test_the_signed_part_is_said_to_be_intact_though_something_was_put_beside_it() -> None:
    found = verified(_with_contents(lambda digits: digits[:-8] + b"DEADBEEF"))

    assert [report.intact for report in found.signatures] == [True, True]
    assert codes(found) == ["verify.appended"]


@pytest.mark.parametrize(
    "byte_range",
    [(1, 9, 29, 11), (0, 9, 29, 12), (0, 9, 30, 10), (0, 10, 29, 11), (0, 29, 9, 11), (0, 0, 9, 9)],
)
def test_a_range_that_leaves_out_more_than_the_signature_is_seen(
    byte_range: tuple[int, int, int, int],
) -> None:
    data = b"%PDF-1.7 <3003020100000000>  the end...."

    assert not is_only_the_signature(data, byte_range, b"0", authority().certificate, None)
