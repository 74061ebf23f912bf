"""A device's key is named by its fingerprint or by a file, and nothing else passes for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.bootstrap.device_keys import KeyStanding, fingerprint_of, judge
from inspector_app.domain.errors import UserError
from inspector_app.trust.signing import SigningKey

KEY = SigningKey(bytes(range(32))).verify_key


@pytest.mark.parametrize(
    "said",
    [
        KEY.fingerprint,
        KEY.fingerprint.upper(),
        " ".join(KEY.fingerprint[at : at + 8] for at in range(0, 64, 8)),
        ":".join(KEY.fingerprint[at : at + 2] for at in range(0, 64, 2)),
    ],
)
def test_a_fingerprint_may_be_written_as_people_write_it(said: str) -> None:
    assert fingerprint_of(said) == KEY.fingerprint


def test_its_beginning_is_the_id_that_records_name(tmp_path: Path) -> None:
    assert fingerprint_of(KEY.id) == KEY.fingerprint[:16]


@pytest.mark.parametrize("content", [KEY.pem(), KEY.text.encode(), KEY.text.encode() + b"\n"])
def test_a_file_with_the_public_key_names_it(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "device.pub"
    file.write_bytes(content)

    assert fingerprint_of(str(file)) == KEY.fingerprint


@pytest.mark.parametrize(
    "said", ["", "a", KEY.fingerprint[:15], KEY.fingerprint[:17], KEY.fingerprint + "0", "\0", "/"]
)
def test_anything_else_is_refused(said: str) -> None:
    with pytest.raises(UserError) as refusal:
        fingerprint_of(said)
    assert refusal.value.code == "verify.device_key"


@given(st.binary(max_size=80))
def test_a_file_that_holds_no_key_is_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "no key"
    file.write_bytes(content)

    with pytest.raises(UserError):
        fingerprint_of(str(file))


def test_a_private_key_is_not_taken_for_the_public_one(tmp_path: Path) -> None:
    file = tmp_path / "private.pem"
    file.write_bytes(SigningKey(bytes(32)).pem())

    with pytest.raises(UserError):
        fingerprint_of(str(file))


@pytest.mark.parametrize(
    ("signed_by", "named", "standing"),
    [
        (["aa" * 32], [], KeyStanding.SELF_DECLARED),
        ([], [], KeyStanding.SELF_DECLARED),
        (["aa" * 32], ["aa" * 32], KeyStanding.KNOWN),
        (["aa" * 32], ["aa" * 8], KeyStanding.KNOWN),
        (["aa" * 32], ["bb" * 32, "aa" * 32], KeyStanding.KNOWN),
        (["aa" * 32], ["bb" * 32], KeyStanding.OTHER),
        (["aa" * 32, "bb" * 32], ["aa" * 32], KeyStanding.OTHER),
        ([], ["aa" * 32], KeyStanding.OTHER),
    ],
)
def test_every_key_that_signed_must_be_one_that_was_named(
    signed_by: list[str], named: list[str], standing: KeyStanding
) -> None:
    assert judge(signed_by, named) is standing
