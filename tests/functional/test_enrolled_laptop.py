"""What an enrolled laptop keeps beside its encrypted record: nobody's name, for its user alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.bootstrap.enrolling import enrol_laptop, read_enrolment
from inspector_app.bootstrap.laptop import ENROLMENT, PROFILE, laptop_secrets, open_laptop
from inspector_app.bootstrap.laptop_folder import write_private
from inspector_app.disk import durable
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.domain.officer import Role
from inspector_app.server.enrolment import issue_code
from inspector_app.sync.enrolment import Enrolment
from inspector_app.trust.signing import SigningKey
from inspector_app.wire.codec import encode
from tests.factory import AUTHORITY, officer
from tests.factory_sync import MemorySecrets, bureau
from tests.private_files import ModesAsked

OLD = Enrolment(
    url="https://bureau.example",
    device="laptop-1",
    server_key=SigningKey(bytes(range(32))).verify_key.text,
    epoch="e",
    role=Role.OFFICER,
    officer_id="",
    token_expires="2027-01-01T00:00:00.000+00:00",
    authority=AUTHORITY,
    officers=(officer(1), officer(2)),
)
"""As the first version knew it, and wrote it."""


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A laptop that the first version enrolled."""
    (tmp_path / ENROLMENT).write_bytes(encode(OLD))
    return tmp_path


def people_in(path: Path) -> list[str]:
    """Names and numbers of people that a file tells to whoever opens it."""
    told = path.read_text(encoding="utf-8")
    words = [AUTHORITY.contact_person, AUTHORITY.contact_phone]
    words += [word for one in OLD.officers for word in (one.name, one.certificate_no)]
    return [word for word in words if word in told]


def test_a_fresh_enrolment_names_nobody_outside_the_record(tmp_path: Path) -> None:
    with bureau(tmp_path / "server") as office:
        code = issue_code(office.desk)
        enrol_laptop(tmp_path / "laptop", office.url, code, "本", MemorySecrets())

    assert people_in(tmp_path / "laptop" / ENROLMENT) == []


def test_the_people_told_at_enrolment_stand_in_the_record(tmp_path: Path) -> None:
    secrets = MemorySecrets()
    with bureau(tmp_path / "server") as office:
        code = issue_code(office.desk)
        enrol_laptop(tmp_path / "laptop", office.url, code, "本", secrets)

    with open_laptop(tmp_path / "laptop", secrets=secrets, officer=officer(1).id) as laptop:
        place = laptop.use_cases.place
        assert (place.me, place.authority) == (officer(1), AUTHORITY)


def test_people_in_an_older_file_move_into_the_record(older: Path) -> None:
    before = people_in(older / ENROLMENT)
    secrets = MemorySecrets()
    with open_laptop(older, secrets=secrets, officer=officer(2).id):
        pass
    with open_laptop(older, secrets=secrets) as again:
        place = again.use_cases.place

    assert before
    assert people_in(older / ENROLMENT) == []
    assert (place.me, place.authority) == (officer(2), AUTHORITY)


def test_an_older_file_does_not_undo_what_came_by_the_feed(older: Path) -> None:
    secrets = MemorySecrets()
    with open_laptop(older, secrets=secrets, officer=officer(1).id) as laptop:
        newer = replace(officer(1), name="新名")
        laptop.store.sync.apply_feed([newer], "c", "")
    (older / ENROLMENT).write_bytes(encode(OLD))

    with open_laptop(older, secrets=secrets) as again:
        assert again.use_cases.place.me == newer


def test_the_rest_of_an_older_file_stays_as_it_was(older: Path) -> None:
    with open_laptop(older, secrets=MemorySecrets(), officer=officer(1).id):
        pass

    kept = read_enrolment(older)
    assert (kept.url, kept.device, kept.server_key) == (OLD.url, OLD.device, OLD.server_key)


def test_what_lies_beside_the_record_is_for_its_user_alone(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = ModesAsked(monkeypatch)
    laptop_secrets(older)
    with open_laptop(older, secrets=MemorySecrets(), officer=officer(1).id):
        pass

    assert modes.open_to_others([older / ENROLMENT, older / PROFILE]) == []


def test_a_half_written_file_of_an_older_version_does_not_open_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = tmp_path / f"{ENROLMENT}.part"
    part.write_text("left behind")
    part.chmod(0o666)
    modes = ModesAsked(monkeypatch)

    write_private(tmp_path / ENROLMENT, b"{}")

    assert modes.open_to_others([tmp_path / ENROLMENT]) == []
    assert not part.exists()


def test_a_write_that_the_disk_refuses_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / ENROLMENT
    write_private(path, b"old")

    def refuses(_file: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(durable, "sync_file", refuses)
    with pytest.raises(EnvironmentFault):
        write_private(path, b"new")

    assert (path.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (b"old", [ENROLMENT])


def test_the_name_is_changed_only_when_the_content_is_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[str] = []
    replace = Path.replace

    def replacing(self: Path, target: Path) -> Path:
        happened.append("rename")
        return replace(self, target)

    monkeypatch.setattr(durable, "sync_file", lambda _: happened.append("file"))
    monkeypatch.setattr(durable, "sync_folder", lambda _: happened.append("folder"))
    monkeypatch.setattr(Path, "replace", replacing)
    laptop_secrets(tmp_path)

    assert happened == ["file", "rename", "folder"]
