"""The check of this machine: what it finds on a laptop that is well, and on one that is not."""

from __future__ import annotations

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from inspector_app.assets import forms_dir, resources_dir
from inspector_app.bootstrap import doctor_machine, window_probe
from inspector_app.bootstrap.device import BEIJING
from inspector_app.bootstrap.doctor import examine
from inspector_app.bootstrap.doctor_machine import (
    check_disk,
    check_fonts,
    check_keyring,
    check_window,
)
from inspector_app.bootstrap.doctor_record import check_clock, check_laptop, check_packs
from inspector_app.bootstrap.findings import Finding, State
from inspector_app.bootstrap.laptop import laptop_secrets, open_laptop
from inspector_app.bootstrap.window_probe import Window
from inspector_app.cli import main
from inspector_app.documents.font_check import FontState
from inspector_app.documents.font_check import check_fonts as check_font_files
from tests.functional.first_visit import Day
from tests.keyrings import MemoryKeyring

NOW = datetime.now(BEIJING)


def without_keyring() -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring leaves it untyped


@pytest.fixture
def laptop(day: Day, office_keyring: MemoryKeyring, tmp_path: Path) -> Path:
    """A copy of the laptop of one's own, in the account whose keyring knows it."""
    keyring.set_keyring(office_keyring)
    shutil.copytree(day.home, tmp_path / "laptop")
    return tmp_path / "laptop"


def found(folder: Path) -> dict[str, Finding]:
    """What is found about the laptop, by code."""
    findings, _ = check_laptop(folder, NOW)
    return {finding.code: finding for finding in findings}


def test_a_laptop_that_is_well_has_nothing_failed(laptop: Path) -> None:
    findings = examine(laptop)

    assert [finding for finding in findings if finding.state is State.FAILED] == []
    assert {finding.subject for finding in findings} == {
        "attachments",
        "certificate",
        "clock",
        "database",
        "disk",
        "enrolment",
        "fonts",
        "keyring",
        "packs",
        "printer",
        "record",
        "window",
    }


def test_looking_changes_nothing(laptop: Path) -> None:
    before = {path: path.read_bytes() for path in laptop.rglob("*.db")}

    found(laptop)

    assert {path: path.read_bytes() for path in laptop.rglob("*.db")} == before
    with open_laptop(laptop) as again:
        assert again.store.check().sound


def test_while_the_application_runs_its_database_is_left_alone(laptop: Path) -> None:
    with open_laptop(laptop):
        state = found(laptop)["doctor.running"].state

    assert state is State.WARNING


def test_a_database_key_that_is_gone_is_told_before_anything_is_opened(
    laptop: Path, memory_keyring: MemoryKeyring
) -> None:
    keyring.set_keyring(memory_keyring)

    assert found(laptop)["doctor.key_lost"].state is State.FAILED


def test_a_wrong_key_is_told_apart_from_damage(laptop: Path) -> None:
    secrets = laptop_secrets(laptop)
    right = secrets.get("database-key")
    assert right is not None
    secrets.set("database-key", bytes(32))

    try:
        assert found(laptop)["store.key"].state is State.FAILED
    finally:
        secrets.set("database-key", right)


def test_a_flipped_bit_in_the_database_is_found(laptop: Path) -> None:
    path = laptop / "inspector.db"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x10
    path.write_bytes(data)

    assert found(laptop)["doctor.database_damaged"].state is State.FAILED


def test_a_photo_that_is_gone_is_missed(laptop: Path) -> None:
    blob = max((laptop / "blobs").glob("??/*"), key=lambda path: path.stat().st_size)
    blob.unlink()

    assert found(laptop)["doctor.attachments_lost"].facts == {"count": 1}


def test_a_database_that_is_gone_is_not_made_anew(laptop: Path) -> None:
    (laptop / "inspector.db").unlink()

    assert found(laptop)["store.missing"].state is State.FAILED
    assert not (laptop / "inspector.db").exists()


def test_days_left_of_certificate_and_credential_are_told(laptop: Path) -> None:
    late = NOW + timedelta(days=355, hours=12)

    findings, _ = check_laptop(laptop, late)

    days = {f.code: (f.state, f.facts["days"]) for f in findings if "days" in f.facts}
    assert days["doctor.certificate"] == (State.WARNING, 9)
    assert days["doctor.enrolled"][0] is State.OK


def test_an_expired_certificate_fails(laptop: Path) -> None:
    findings, _ = check_laptop(laptop, NOW + timedelta(days=366))

    assert State.FAILED in {f.state for f in findings if f.code == "doctor.certificate_expired"}


@pytest.mark.parametrize(
    "left",
    [b"", b"\xff\xfe{", b"{}", b'{"device": 1}', b"[" * 100_000],
    ids=["empty", "not text", "nothing", "wrong", "nested"],
)
def test_a_damaged_enrolment_is_told(left: bytes, tmp_path: Path) -> None:
    (tmp_path / "enrolment.json").write_bytes(left)

    assert found(tmp_path)["doctor.enrolment_damaged"].state is State.FAILED


@pytest.mark.parametrize("date", ["", "soon", "2026-11-21T12:00:00"])
def test_an_enrolment_that_ends_on_no_date_is_told(date: str, laptop: Path) -> None:
    enrolment = json.loads((laptop / "enrolment.json").read_text("utf-8"))
    enrolment["token_expires"] = date
    (laptop / "enrolment.json").write_text(json.dumps(enrolment), "utf-8")

    assert set(found(laptop)) == {"doctor.enrolment_damaged"}


def test_a_machine_that_is_not_enrolled_is_no_failure(tmp_path: Path) -> None:
    assert found(tmp_path)["doctor.not_enrolled"].state is State.WARNING
    assert list(tmp_path.iterdir()) == []


def test_a_clock_set_back_behind_the_record_is_told(laptop: Path) -> None:
    _, examination = check_laptop(laptop, NOW)

    finding = check_clock(NOW - timedelta(days=1), 0.0, examination)

    assert (finding.state, finding.code) == (State.WARNING, "doctor.clock_behind")


@pytest.mark.parametrize(
    ("now", "stepped", "code"),
    [
        (datetime(1970, 1, 1, tzinfo=BEIJING), 0.0, "doctor.clock_year"),
        (NOW, -90.0, "doctor.clock_steps"),
    ],
)
def test_a_clock_that_cannot_be_right_is_told(now: datetime, stepped: float, code: str) -> None:
    assert check_clock(now, stepped, None).code == code


def test_no_keyring_fails_and_says_what_to_install() -> None:
    without_keyring()

    finding = check_keyring()

    assert (finding.state, finding.code) == (State.FAILED, "keyring.none")
    assert "GNOME Keyring" in finding.mend


def test_a_keyring_that_forgets_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MemoryKeyring, "set_password", lambda *_: None)

    assert check_keyring().state is State.FAILED


def test_the_probe_leaves_nothing_in_the_keyring(memory_keyring: MemoryKeyring) -> None:
    assert check_keyring().state is State.OK
    assert memory_keyring._secrets == {}


def test_a_font_with_one_byte_changed_is_told(tmp_path: Path) -> None:
    shutil.copytree(resources_dir() / "fonts", tmp_path / "fonts")
    font = tmp_path / "fonts" / "NotoSerifSC-Regular.ttf"
    data = bytearray(font.read_bytes())
    data[-1] ^= 0x01
    font.write_bytes(data)
    (tmp_path / "fonts" / "NotoSansSC-Bold.ttf").unlink()

    states = {report.file: report.state for report in check_font_files(tmp_path / "fonts")}

    assert states["NotoSerifSC-Regular.ttf"] is FontState.ALTERED
    assert states["NotoSansSC-Bold.ttf"] is FontState.MISSING
    assert states["NotoSerifSC-Bold.ttf"] is FontState.SOUND


def test_the_delivered_fonts_are_sound() -> None:
    assert [finding.code for finding in check_fonts()] == ["doctor.fonts"]


def test_an_altered_pack_is_named_with_its_reason_and_the_others_stay(tmp_path: Path) -> None:
    altered = tmp_path / "packs" / "altered"
    shutil.copytree(forms_dir() / "food-common", altered)
    (altered / "pack.yaml").write_bytes((altered / "pack.yaml").read_bytes() + b"\n")

    findings = {finding.code: finding for finding in check_packs(tmp_path, NOW.date())}

    assert findings["pack.altered"].state is State.FAILED
    assert findings["pack.altered"].facts["file"] == "pack.yaml"
    assert "food-common" in str(findings["doctor.packs"].facts["packs"])


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_disk(tmp_path / "not" / "made" / "yet").state is not State.FAILED
    monkeypatch.setattr(doctor_machine, "_FULL_DISK", 10**18)
    monkeypatch.setattr(doctor_machine, "_LOW_DISK", 10**18)

    assert check_disk(tmp_path).state is State.FAILED


def test_qt_is_tried_in_a_process_of_its_own() -> None:
    assert window_probe.probe_window(offscreen=True).platform == "offscreen"


def test_a_platform_that_cannot_start_does_not_take_us_down(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")

    assert window_probe.probe_window(offscreen=False) == Window("")


def test_a_missing_library_is_named_and_printers_are_looked_for_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def probe(*, offscreen: bool) -> Window:
        return Window("offscreen", ("HP",)) if offscreen else Window("", lacking="libxcb-cursor0")

    monkeypatch.setattr(doctor_machine, "has_display", lambda: True)
    monkeypatch.setattr(doctor_machine, "probe_window", probe)

    window, printer = check_window()

    assert (window.state, window.facts) == (State.FAILED, {"library": "libxcb-cursor0"})
    assert printer.facts == {"printers": "HP"}


def test_the_command_says_it_in_english_and_json(
    laptop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["doctor", "--folder", str(laptop), "--json", "--lang", "en"])

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert {entry["state"] for entry in told} <= {"ok", "warning"}
    assert not any("\u3400" <= letter <= "\u9fff" for entry in told for letter in entry["text"])


def test_the_command_fails_where_something_failed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without_keyring()

    code = main(["doctor", "--folder", str(tmp_path)])

    lines = capsys.readouterr().out.splitlines()
    assert code == 1
    assert [line for line in lines if line.startswith("✗")] == [lines[0]]
    assert lines[0].startswith("✗ 密钥环：")
