import json
from datetime import date
from pathlib import Path

import pytest

from inspector_app.domain.errors import UserError
from inspector_app.packs import TrustedKey, load_trusted_keys, sign_pack, verify_pack
from inspector_app.trust.signing import SigningKey
from tests.unit.packs.factory_packs import (
    KEY,
    OTHER_KEY,
    PACK_ID,
    SIGNED_AT,
    TODAY,
    TRUSTED,
    resigned,
    signed_pack,
    write_pack,
)


def reason(folder: Path, **options: object) -> str:
    with pytest.raises(UserError) as caught:
        verify_pack(folder, TRUSTED, **options)  # type: ignore[arg-type]  # names are the options
    assert caught.value.mend
    return caught.value.code


def test_a_signed_pack_is_vouched_for(tmp_path: Path) -> None:
    folder = signed_pack(tmp_path)

    ref = verify_pack(folder, TRUSTED, today=TODAY)

    assert (ref.id, ref.version, len(ref.digest)) == (PACK_ID, "1.2", 64)


def test_signing_again_gives_the_same_reference(tmp_path: Path) -> None:
    folder = signed_pack(tmp_path)
    first = verify_pack(folder, TRUSTED)

    assert sign_pack(folder, KEY, SIGNED_AT) == first


def test_a_pack_with_mistakes_is_not_signed(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"violations/all.yaml": ("[sale]", "[sell]")})

    with pytest.raises(UserError) as caught:
        sign_pack(folder, KEY, SIGNED_AT)

    assert caught.value.code == "pack.problems"
    assert not (folder / "pack.sig").exists()


def test_an_unsigned_pack_is_refused(tmp_path: Path) -> None:
    assert reason(write_pack(tmp_path)) == "pack.unsigned"


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    folder = signed_pack(tmp_path)
    path = folder / "checklists/toys.yaml"
    path.write_text(path.read_text("utf-8").replace("没有小零件", "有小零件"), "utf-8")

    assert reason(folder) == "pack.altered"


def test_changed_compiled_content_is_refused(tmp_path: Path) -> None:
    folder = signed_pack(tmp_path)
    path = folder / "compiled.json"
    path.write_bytes(path.read_bytes() + b" ")

    assert reason(folder) == "pack.altered"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    folder = signed_pack(tmp_path)
    (folder / "items/shared.yaml").unlink()

    assert reason(folder) == "pack.missing_file"


def test_a_file_that_was_not_signed_is_refused(tmp_path: Path) -> None:
    folder = signed_pack(tmp_path)
    (folder / "items/more.yaml").write_text("items: []\n", "utf-8")

    assert reason(folder) == "pack.extra_file"


def test_a_link_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    folder = signed_pack(tmp_path)
    moved = (folder / "pack.yaml").rename(tmp_path / "elsewhere.yaml")
    (folder / "pack.yaml").symlink_to(moved)

    assert reason(folder) == "pack.link"


def test_a_key_that_is_not_trusted_is_refused(tmp_path: Path) -> None:
    folder = resigned(signed_pack(tmp_path / "first"), tmp_path / "second", OTHER_KEY)

    assert reason(folder) == "pack.unknown_key"


def test_a_manifest_that_names_a_trusted_key_it_was_not_signed_with_is_refused(
    tmp_path: Path,
) -> None:
    folder = resigned(signed_pack(tmp_path / "first"), tmp_path / "second", OTHER_KEY)
    path = folder / "pack.sig"
    path.write_text(path.read_text("utf-8").replace(OTHER_KEY.id, KEY.id), "utf-8")

    assert reason(folder) == "pack.bad_signature"


def test_another_version_written_into_the_manifest_is_refused(tmp_path: Path) -> None:
    folder = signed_pack(tmp_path)
    path = folder / "pack.sig"
    path.write_text(
        path.read_text("utf-8").replace('"version": "1.2"', '"version": "9.0"'), "utf-8"
    )

    assert reason(folder) == "pack.bad_signature"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"manifest": {}, "signature": ""}', '{"manifest": 7, "signature": 7}']
)
def test_a_broken_signature_file_is_refused(text: str, tmp_path: Path) -> None:
    folder = signed_pack(tmp_path)
    (folder / "pack.sig").write_text(text, "utf-8")

    assert reason(folder) == "pack.bad_signature"


def test_a_key_that_ended_before_the_signing_is_refused(tmp_path: Path) -> None:
    folder = signed_pack(tmp_path)
    ended = (TrustedKey(KEY.verify_key, "旧密钥", date(2026, 11, 20)),)

    with pytest.raises(UserError) as caught:
        verify_pack(folder, ended)

    assert caught.value.code == "pack.key_expired"


@pytest.mark.parametrize(
    ("day", "code"),
    [(date(2025, 12, 31), "pack.not_yet"), (date(2028, 1, 1), "pack.expired")],
)
def test_a_pack_out_of_its_time_is_refused(day: date, code: str, tmp_path: Path) -> None:
    assert reason(signed_pack(tmp_path), today=day) == code


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2027, 12, 31)])
def test_the_first_and_the_last_day_are_within(day: date, tmp_path: Path) -> None:
    assert verify_pack(signed_pack(tmp_path), TRUSTED, today=day).version == "1.2"


def test_an_older_version_than_one_already_used_is_refused(tmp_path: Path) -> None:
    folder = signed_pack(tmp_path, version="1.9")

    assert reason(folder, seen={PACK_ID: "1.10"}) == "pack.rolled_back"
    assert verify_pack(folder, TRUSTED, seen={PACK_ID: "1.9"}).version == "1.9"


def test_trusted_keys_are_read_from_their_file(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    entry = {"key": KEY.verify_key.text, "label": "测试", "valid_to": "2027-01-01"}
    path.write_text(json.dumps({"keys": [entry]}), "utf-8")

    assert load_trusted_keys(path) == (TrustedKey(KEY.verify_key, "测试", date(2027, 1, 1)),)


@pytest.mark.parametrize("text", ["", "{}", '{"keys": [{"key": "AAAA", "label": "短"}]}'])
def test_a_broken_list_of_keys_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_text(text, "utf-8")

    with pytest.raises(UserError):
        load_trusted_keys(path)


def test_the_private_key_is_not_shown(tmp_path: Path) -> None:
    key = SigningKey.generate()
    assert key.raw.hex() not in repr(key) + str(key.__dict__)
