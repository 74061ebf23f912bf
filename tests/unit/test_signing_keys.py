import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.errors import UserError
from inspector_app.trust.signing import SigningKey, VerifyKey

# RFC 8032, section 7.1, test 2.
SECRET = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
PUBLIC = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
SIGNATURE = (
    "kqAJqfDUyrhyDoILX2QlQKKye1QWUD+Ps3YiI+vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA=="
)


def test_the_signature_is_that_of_the_standard() -> None:
    key = SigningKey(SECRET)

    assert key.verify_key.raw == PUBLIC
    assert key.sign(b"\x72") == SIGNATURE
    assert VerifyKey(PUBLIC).verifies(b"\x72", SIGNATURE)


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_a_signature_vouches_for_its_own_bytes_only(data: bytes, other: bytes) -> None:
    key = SigningKey(SECRET)
    assert key.verify_key.verifies(other, key.sign(data)) == (data == other)


@pytest.mark.parametrize("signature", ["", "AAAA", "not base64!", SIGNATURE[:-4]])
def test_what_is_no_signature_vouches_for_nothing(signature: str) -> None:
    assert not VerifyKey(PUBLIC).verifies(b"\x72", signature)


def test_keys_travel_as_pem_and_text() -> None:
    key = SigningKey.generate()

    assert SigningKey.from_pem(key.pem()).raw == key.raw
    assert VerifyKey.from_pem(key.verify_key.pem()) == key.verify_key
    assert VerifyKey.from_text(key.verify_key.text) == key.verify_key


def test_a_key_is_named_by_the_hash_of_its_public_half() -> None:
    key = SigningKey(SECRET)
    assert key.id == key.verify_key.id
    assert len(key.id) == 16
    assert key.id != SigningKey.generate().id


@pytest.mark.parametrize(
    "pem", [b"", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_what_is_no_key_is_refused(pem: bytes) -> None:
    with pytest.raises(UserError):
        SigningKey.from_pem(pem)
    with pytest.raises(UserError):
        VerifyKey.from_pem(pem)


def test_raw_bytes_of_another_length_are_refused() -> None:
    with pytest.raises(UserError):
        SigningKey(SECRET[:31])
    with pytest.raises(UserError):
        VerifyKey(PUBLIC + b"\x00")
