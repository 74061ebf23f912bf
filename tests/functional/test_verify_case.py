"""``verify`` of a whole case: what holds, what does not, and whose word each verdict rests on."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import keyring
import pytest
import rfc8785

from inspector_app.bootstrap.laptop import laptop_secrets
from inspector_app.sync.enrolment import device_key
from inspector_app.trust.signing import SigningKey, VerifyKey
from tests.functional.case_forger import made_up_record
from tests.functional.first_visit import Day
from tests.functional.verifying import Capture, one_line, saved, verify
from tests.keyrings import MemoryKeyring


def changed_case(day: Day, folder: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The exported case with other members, and a manifest that agrees with them."""
    with zipfile.ZipFile(day.case) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    manifest: dict[str, Any] = json.loads(members.pop("manifest.json"))
    manifest["files"] = {
        name: {"sha256": sha256(data).hexdigest(), "size": len(data)}
        for name, data in members.items()
    }
    path = folder / "changed.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**members, "manifest.json": rfc8785.dumps(manifest)}.items():
            archive.writestr(name, data)
    return path


def test_a_genuine_case_is_said_to_hold(day: Day, capsys: Capture) -> None:
    code = verify(day, day.case)

    said = capsys.readouterr().out.splitlines()
    assert (code, said[-1]) == (0, "结论：案件完整，校验链成立。")
    assert "校验链：完整" in said


@pytest.fixture
def device(day: Day, office_keyring: MemoryKeyring) -> VerifyKey:
    """The key of the laptop that the day was spent on, from the laptop itself."""
    keyring.set_keyring(office_keyring)
    return device_key(laptop_secrets(day.home)).verify_key


def test_a_case_checked_by_its_own_word_says_so(
    day: Day, device: VerifyKey, capsys: Capture
) -> None:
    verify(day, day.case)

    said = capsys.readouterr().out
    assert "密钥取自案件文件本身，未经独立核对" in said
    assert device.fingerprint in said


def test_a_case_of_the_device_that_was_named_says_so(
    day: Day, device: VerifyKey, tmp_path: Path, capsys: Capture
) -> None:
    file = saved(tmp_path, device.pem(), "laptop.pem")
    for named in (device.id, device.fingerprint, str(file)):
        assert verify(day, day.case, "--device-key", named) == 0
        assert "与所指明的设备密钥一致" in capsys.readouterr().out


def test_a_case_of_another_device_is_not_genuine(day: Day, capsys: Capture) -> None:
    other = SigningKey.generate().verify_key

    code = verify(day, day.case, "--device-key", other.fingerprint)

    said = capsys.readouterr().out
    assert code == 1
    assert "不是所指明的设备密钥" in said
    assert said.splitlines()[-1] == "结论：案件不是由所指明的设备签名的。"


@pytest.mark.parametrize(
    ("named", "standing"), [([], "self_declared"), (["--device-key", "0" * 16], "other")]
)
def test_programs_are_told_how_the_key_is_known(
    day: Day, named: list[str], standing: str, capsys: Capture
) -> None:
    verify(day, day.case, "--json", *named)

    assert json.loads(capsys.readouterr().out)["device_key"] == standing


def test_what_is_no_key_is_refused_in_one_line(day: Day, capsys: Capture) -> None:
    assert verify(day, day.case, "--device-key", "laptop-1") == 1
    assert "laptop-1" in one_line(capsys)


def test_a_single_document_has_no_device(day: Day, capsys: Capture) -> None:
    paper = day.pdfs["correction_order-issued"]

    assert verify(day, paper, "--device-key", "0" * 16) == 1
    assert "--device-key" in one_line(capsys)


def test_an_event_rewritten_in_proper_form_breaks_the_chain(
    day: Day, tmp_path: Path, capsys: Capture
) -> None:
    def rewrite(members: dict[str, bytes]) -> None:
        lines = members["events.jsonl"].splitlines()
        event = json.loads(lines[4])
        event["payload"]["value"] = "not_met"
        lines[4] = rfc8785.dumps(event)
        members["events.jsonl"] = b"\n".join(lines) + b"\n"

    code = verify(day, changed_case(day, tmp_path, rewrite))

    said = capsys.readouterr().out
    assert code == 1
    assert re.search(r"断链：visit/\S+ 第 6 条", said)
    assert said.splitlines()[-1] == "结论：案件不完整或者被改动。"


def test_a_record_made_up_around_genuine_documents_is_told(
    day: Day, tmp_path: Path, capsys: Capture
) -> None:
    def make_up(members: dict[str, bytes]) -> None:
        made_up_record(members, lambda _: True)

    code = verify(day, changed_case(day, tmp_path, make_up))

    said = capsys.readouterr().out.splitlines()
    assert (code, "校验链：完整" in said) == (1, True)
    issued = [document for document in day.visit.documents.values() if document.pdf]
    assert sum(line.startswith("文书与本案记录对不上") for line in said) == len(issued)
    assert said[-1] == "结论：案件不完整或者被改动。"


def test_a_record_without_any_document_is_vouched_for_by_nobody(
    day: Day, tmp_path: Path, capsys: Capture
) -> None:
    def make_up(members: dict[str, bytes]) -> None:
        made_up_record(
            members,
            lambda event: event["type"] in {"visit_started", "rights_read", "answer_recorded"},
        )
        for name in [name for name in members if name.startswith("documents/")]:
            del members[name]

    code = verify(day, changed_case(day, tmp_path, make_up))

    said = capsys.readouterr().out
    assert code == 1
    assert "没有文书" in said
    assert "出自谁不能全部确认" in said.splitlines()[-1]


def test_a_photo_taken_out_of_the_case_is_missed(day: Day, tmp_path: Path, capsys: Capture) -> None:
    photo = next(iter(day.visit.photos.values()))

    def take_out(members: dict[str, bytes]) -> None:
        del members[f"blobs/{photo.sha256}"]

    code = verify(day, changed_case(day, tmp_path, take_out))

    assert code == 1
    assert f"缺失：{photo.sha256}" in capsys.readouterr().out


def test_a_document_taken_out_is_missed_once_by_title_and_number(
    day: Day, capsys: Capture, tmp_path: Path
) -> None:
    order = next(d for d in day.visit.documents.values() if d.pdf and d.number)
    path = tmp_path / "without.zip"
    with zipfile.ZipFile(day.case) as whole, zipfile.ZipFile(path, "w") as part:
        for name in whole.namelist():
            if order.id not in name:
                part.writestr(name, whole.read(name))

    code = verify(day, path)

    said = [line for line in capsys.readouterr().out.splitlines() if order.id in line]
    assert (code, said) == (1, [f"缺失：《{order.title}》{order.number}（{order.id}）"])


def test_a_document_exchanged_is_altered_once_by_title(
    day: Day, capsys: Capture, tmp_path: Path
) -> None:
    first, second = [d for d in day.visit.documents.values() if d.pdf][:2]
    path = tmp_path / "exchanged.zip"
    with zipfile.ZipFile(day.case) as whole, zipfile.ZipFile(path, "w") as part:
        for name in whole.namelist():
            other = name.replace(first.id, second.id)
            part.writestr(name, whole.read(other))

    code = verify(day, path)

    said = [line for line in capsys.readouterr().out.splitlines() if line.startswith("被改动")]
    assert (code, len(said)) == (1, 1)
    assert f"《{first.title}》" in said[0]


def test_half_a_case_is_refused_in_one_line(day: Day, tmp_path: Path, capsys: Capture) -> None:
    data = day.case.read_bytes()

    assert verify(day, saved(tmp_path, data[: len(data) // 2], "case.zip")) == 1
    assert "损坏或不完整" in one_line(capsys)
