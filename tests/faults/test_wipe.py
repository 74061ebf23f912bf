"""``revoke --wipe``: handed in, unreadable, gone and reported; a kill at any point changes nothing of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
import sqlalchemy as sa
from keyring.errors import KeyringLocked

from inspector_app.application.use_cases import UseCases
from inspector_app.bootstrap import window
from inspector_app.bootstrap.demo_office import DemoSecrets, enrolment_codes
from inspector_app.bootstrap.doctor_record import check_laptop
from inspector_app.bootstrap.laptop import enrol_laptop, laptop_secrets, open_laptop
from inspector_app.bootstrap.laptop_folder import ENROLMENT, WIPE_ORDERED
from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.domain.officer import Role
from inspector_app.domain.ports import SecretStore
from inspector_app.server.command import main as server_command
from inspector_app.server.desk import open_desk
from inspector_app.server.settings import ServerSettings
from inspector_app.wire.protocol import PUSH_PATH
from tests import factory_town as steps
from tests.factory_town import FAILING, Town, town
from tests.faults.mishaps import MishapProxy, answer
from tests.faults.wiping import POINTS
from tests.keyrings import FOLDER_VARIABLE, FolderKeyring
from tests.pictures import picture


@dataclass
class Lost:
    """A laptop that was lost with work on it that nobody has, and its server."""

    town: Town
    folder: Path
    keys: Path
    device: str

    def synchronise(self) -> str:
        """Open it as its application does and synchronise; the code of what it says."""
        with (
            pytest.raises(UserError) as said,
            open_laptop(self.folder) as laptop,
        ):
            laptop.use_cases.synchronize()
        return said.value.code

    def killed_at(self, point: str) -> None:
        with subprocess.Popen(
            [sys.executable, "-m", "tests.faults.wiping", str(self.folder), point],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=dict(os.environ),
        ) as child:
            assert child.stdout is not None
            told = child.stdout.readline()
            child.kill()
        assert json.loads(told) == {"at": point}

    def leads_to(self, address: str) -> None:
        """Let its server be reached by this address."""
        path = self.folder / ENROLMENT
        told = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({**told, "url": address}), encoding="utf-8")

    @property
    def left(self) -> list[str]:
        """What is still in its folder."""
        return sorted(path.name for path in self.folder.iterdir())

    @property
    def secrets_left(self) -> int:
        return len(list(self.keys.iterdir()))

    @property
    def reported(self) -> bool:
        (row,) = self.town.rows(f"SELECT wiped_at FROM devices WHERE id = '{self.device}'")
        return row != ("",)

    def on_server(self, **values: object) -> None:
        """Set the device's row on the server."""
        desk = open_desk(ServerSettings(self.town.root / "server"))
        told = ", ".join(f"{name} = :{name}" for name in values)
        statement = sa.text(f"UPDATE devices SET {told} WHERE id = :id")
        with desk.database.write() as connection:
            connection.execute(statement, {**values, "id": self.device})
        desk.close()


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Town, Path, str]]:
    """A town, whose officer's laptop has begun a visit without a network and was then lost."""
    root = tmp_path_factory.mktemp("wipe")
    before = keyring.get_keyring()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER_VARIABLE, str(root / "keys"))
        patch.setenv("PYTHON_KEYRING_BACKEND", "tests.keyrings.FolderKeyring")
        keyring.set_keyring(FolderKeyring())  # type: ignore[no-untyped-call]  # keyring leaves it untyped
        secrets: dict[str, SecretStore] = {
            "laptop": laptop_secrets(root / "laptop"),
            "desk": DemoSecrets(),
        }
        with town(root, secrets) as made:
            with open_laptop(root / "laptop") as laptop:
                laptop.use_cases.synchronize()
                _work(laptop.use_cases)
                device = laptop.enrolment.device
            told = ["--folder", str(root / "server"), "revoke", "--device", device, "--wipe"]
            assert server_command(told) == 0
            yield made, root, device
    keyring.set_keyring(before)


def _work(do: UseCases) -> None:
    visit = steps.start(do)
    steps.arrive(do, visit)
    steps.answer(do, visit, FAILING)
    do.attach_photo(visit, FAILING, picture(taken_at="2026:11:21 09:30:00"), name="a.jpg")


@pytest.fixture
def lost(
    prepared: tuple[Town, Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Lost]:
    """A copy of it for each test, with a keyring of its own."""
    made, root, device = prepared
    folder, keys = tmp_path / "laptop", tmp_path / "keys"
    shutil.copytree(root / "laptop", folder)
    shutil.copytree(root / "keys", keys)
    monkeypatch.setenv(FOLDER_VARIABLE, str(keys))
    before = keyring.get_keyring()
    keyring.set_keyring(FolderKeyring())  # type: ignore[no-untyped-call]  # as above
    laptop = Lost(made, folder, keys, device)
    laptop.on_server(wiped_at="")
    yield laptop
    keyring.set_keyring(before)


def test_what_nobody_had_is_handed_in_before(lost: Lost) -> None:
    with open_laptop(lost.folder) as laptop:
        pending = {entry.hash for entry in laptop.store.sync.pending_events()}
        blobs = {blob.sha256 for blob in laptop.store.sync.pending_blobs()}
    lost.synchronise()

    assert pending
    assert blobs
    assert pending <= {row[0] for row in lost.town.rows("SELECT hash FROM quarantine")}
    assert blobs <= {row[0] for row in lost.town.rows("SELECT sha256 FROM blobs")}


def test_nothing_is_left_on_the_laptop_and_the_server_knows(lost: Lost) -> None:
    code = lost.synchronise()

    assert (code, lost.left, lost.secrets_left, lost.reported) == ("device.wiped", [], 0, True)


def test_it_can_be_enrolled_anew_and_knows_nothing(lost: Lost) -> None:
    lost.synchronise()
    (code,) = enrolment_codes(lost.town.root / "server", [(Role.OFFICER, "officer-1")])
    enrol_laptop(lost.folder, lost.town.server.url, code, "本")

    with open_laptop(lost.folder) as laptop:
        assert laptop.enrolment.device != lost.device
        assert laptop.use_cases.look_up.visits() == ()


def test_a_strangers_file_in_the_folder_is_left_alone(lost: Lost) -> None:
    (lost.folder / "家庭照片.jpg").write_bytes(b"mine")

    lost.synchronise()

    assert lost.left == ["家庭照片.jpg"]


def test_an_expired_token_does_not_keep_the_order_away(lost: Lost) -> None:
    lost.on_server(token_expires="2020-01-01T00:00:00.000+00:00")

    assert (lost.synchronise(), lost.left) == ("device.wiped", [])


def test_another_copy_of_the_disk_is_wiped_too(lost: Lost) -> None:
    other = shutil.copytree(lost.folder, lost.folder.with_name("other"))
    keys = shutil.copytree(lost.keys, lost.keys.with_name("other keys"))
    lost.synchronise()
    clone = Lost(lost.town, other, lost.keys, lost.device)
    shutil.copytree(keys, lost.keys, dirs_exist_ok=True)

    assert (clone.synchronise(), clone.left) == ("device.wiped", [])


def test_a_server_that_falls_silent_meanwhile_costs_no_record(lost: Lost) -> None:
    with MishapProxy(lost.town.server.url) as proxy:
        lost.leads_to(proxy.address)
        proxy.once("POST", PUSH_PATH, answer(503, b""))
        with open_laptop(lost.folder) as laptop, pytest.raises(EnvironmentFault):
            laptop.use_cases.synchronize()
    with open_laptop(lost.folder) as laptop:
        assert laptop.use_cases.look_up.trust().outbox.events > 0


@pytest.mark.parametrize("point", POINTS)
def test_killed_while_wiping_the_next_start_ends_it(lost: Lost, point: str) -> None:
    lost.killed_at(point)
    began = lost.left
    code = lost.synchronise()

    assert WIPE_ORDERED in began
    assert (code, lost.left, lost.secrets_left, lost.reported) == ("device.wiped", [], 0, True)


def test_a_wipe_that_is_not_ended_asks_for_no_enrolment_first(
    lost: Lost, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost.killed_at("all but the note")
    shown: list[Path] = []

    def show(folder: Path, *_: object, **__: object) -> int:
        shown.append(folder)
        return 0

    monkeypatch.setattr(window, "show", show)
    window.run_laptop(lost.folder, server="", code="", officer="")

    assert shown == [lost.folder]


def test_doctor_says_what_a_half_wiped_laptop_is(lost: Lost) -> None:
    lost.killed_at("half removed")

    findings, _ = check_laptop(lost.folder, datetime.now(UTC))

    assert [finding.code for finding in findings] == ["doctor.wiping"]


def test_without_a_network_it_is_cleared_all_the_same_and_reported_later(lost: Lost) -> None:
    lost.killed_at("half removed")
    lost.town.cut()
    offline = lost.synchronise()
    left = lost.left
    lost.town.restore()

    assert (offline, left) == ("device.wiping", ["enrolment.json", "profile", "wipe-ordered"])
    assert (lost.synchronise(), lost.left, lost.reported) == ("device.wiped", [], True)


def test_a_keyring_that_does_not_answer_does_not_save_the_record(
    lost: Lost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(self: FolderKeyring, service: str, username: str) -> None:
        raise KeyringLocked

    with monkeypatch.context() as patch:
        patch.setattr(FolderKeyring, "delete_password", locked)
        code = lost.synchronise()

    assert (code, "inspector.db" in lost.left) == ("device.wiping", False)
    assert (lost.synchronise(), lost.secrets_left) == ("device.wiped", 0)
