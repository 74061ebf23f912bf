"""Secrets lie in the system's keyring or nowhere."""

from __future__ import annotations

import keyring
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from inspector_app.domain.errors import EnvironmentFault
from inspector_app.trust.secrets import KeyringSecrets, describe_backend
from tests.keyrings import MemoryKeyring


@given(secret=st.binary(max_size=100))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_secret_is_read_as_it_was_kept(memory_keyring: MemoryKeyring, secret: bytes) -> None:
    secrets = KeyringSecrets()
    secrets.set("token", secret)
    assert secrets.get("token") == secret


def test_a_secret_nobody_kept_is_none() -> None:
    assert KeyringSecrets().get("token") is None


def test_profiles_keep_their_secrets_apart() -> None:
    KeyringSecrets("demo").set("token", b"demo")
    assert KeyringSecrets("real").get("token") is None


def test_a_deleted_secret_is_gone_and_deleting_it_again_is_no_error() -> None:
    secrets = KeyringSecrets()
    secrets.set("token", b"x")
    secrets.delete("token")
    secrets.delete("token")
    assert secrets.get("token") is None


class LockedKeyring(MemoryKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked


class ForgetfulKeyring(MemoryKeyring):
    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[:10])


@pytest.fixture
def chosen(request: pytest.FixtureRequest, memory_keyring: MemoryKeyring) -> None:
    keyring.set_keyring(request.param())


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        (fail.Keyring, "keyring.none"),
        (null.Keyring, "keyring.none"),
        (LockedKeyring, "keyring.locked"),
    ],
    indirect=["chosen"],
)
def test_without_a_working_keyring_nothing_is_kept(chosen: None, code: str) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        KeyringSecrets().set("token", b"x" * 40)
    assert fault.value.code == code


@pytest.mark.parametrize("chosen", [ForgetfulKeyring], indirect=True)
def test_a_keyring_that_cuts_a_secret_short_is_found_out(chosen: None) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        KeyringSecrets().set("token", b"x" * 40)
    assert fault.value.code == "keyring.damaged"


def test_a_secret_somebody_altered_is_not_used(memory_keyring: MemoryKeyring) -> None:
    memory_keyring.set_password("inspector-app/default", "token", "not Base64!")
    with pytest.raises(EnvironmentFault) as fault:
        KeyringSecrets().get("token")
    assert fault.value.code == "keyring.damaged"


def test_doctor_is_told_which_keyring_is_used(memory_keyring: MemoryKeyring) -> None:
    assert describe_backend() == "tests.keyrings.MemoryKeyring"
