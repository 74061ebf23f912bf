"""The command line: verdicts on files, refusals in one line, exit codes, both languages."""

from __future__ import annotations

import errno
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from inspector_app.assets import forms_dir
from inspector_app.bootstrap import doctor
from inspector_app.cli import main
from inspector_app.domain.errors import Defect
from inspector_app.trust.signing import SigningKey
from tests.functional.first_visit import Day
from tests.functional.verifying import Capture, one_line, saved, verify

_CHINESE = re.compile(r"[\u3400-\u9fff]")


def order(day: Day) -> bytes:
    return day.pdfs["correction_order-issued"].read_bytes()


# --- verify: a document ------------------------------------------------------------------------


def test_a_genuine_document_is_said_to_be_genuine_and_by_whom(day: Day, capsys: Capture) -> None:
    code = verify(day, day.pdfs["correction_order-issued"])

    said = capsys.readouterr().out
    assert code == 0
    assert [officer.name in said for officer in day.visit.officers] == [True, True]
    assert said.splitlines()[-1] == "结论：文书真实、完整，签名后未被改动。"


def test_without_trusted_issuers_nobody_is_vouched_for(day: Day, capsys: Capture) -> None:
    code = main(["verify", str(day.pdfs["correction_order-issued"])])

    assert code == 1
    assert "不能确认签名人身份" in capsys.readouterr().out.splitlines()[-1]


def test_issuers_that_the_laptop_knows_need_not_be_named(day: Day, capsys: Capture) -> None:
    paper = str(day.pdfs["correction_order-issued"])

    assert main(["verify", paper, "--folder", str(day.home)]) == 0


def test_one_byte_changed_in_a_page_is_found(day: Day, tmp_path: Path, capsys: Capture) -> None:
    data = bytearray(order(day))
    with pikepdf.open(io.BytesIO(bytes(data))) as pdf:
        drawn = bytes(pdf.pages[0].Contents.read_raw_bytes())
    at = data.index(drawn) + len(drawn) // 2
    data[at] ^= 0x01

    code = verify(day, saved(tmp_path, bytes(data)))

    said = capsys.readouterr().out
    assert code == 1
    assert "改动" in said.splitlines()[-1]
    assert "内容被改动，不再核对签发机构" in said
    assert "未提供签发机构证书" not in said, "it was given"


def test_an_update_appended_after_the_signatures_is_found(
    day: Day, tmp_path: Path, capsys: Capture
) -> None:
    out = io.BytesIO(order(day))
    writer: Any = IncrementalPdfFileWriter(out)
    writer.root["/Lang"] = generic.pdf_string("en")
    writer.update_root()
    writer.write_in_place()

    code = verify(day, saved(tmp_path, out.getvalue()))

    said = capsys.readouterr().out
    assert code == 1
    assert "又添加了签名以外的内容" in said
    assert said.splitlines()[-1] == "结论：文书签名后被改动，不可采信。"


def test_a_pdf_that_nobody_signed_is_said_to_be_unsigned(
    day: Day, tmp_path: Path, capsys: Capture
) -> None:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)

    code = verify(day, saved(tmp_path, out.getvalue()))

    assert code == 1
    assert capsys.readouterr().out.splitlines()[-1] == "结论：没有证书签名，不能确认真伪。"


def test_half_a_document_is_refused_in_one_line(day: Day, tmp_path: Path, capsys: Capture) -> None:
    data = order(day)

    assert verify(day, saved(tmp_path, data[: len(data) // 2])) == 1
    assert "损坏或不完整" in one_line(capsys)


def test_a_text_file_is_refused_in_one_line(day: Day, tmp_path: Path, capsys: Capture) -> None:
    assert verify(day, saved(tmp_path, "不是文书".encode(), "memo.txt")) == 1
    assert "不是 PDF 文书" in one_line(capsys)


def test_a_file_that_is_not_there_is_named(day: Day, tmp_path: Path, capsys: Capture) -> None:
    assert verify(day, tmp_path / "missing.pdf") == 1
    assert "missing.pdf" in one_line(capsys)


def test_a_verdict_for_programs_names_signers_and_problems(day: Day, capsys: Capture) -> None:
    code = verify(day, day.pdfs["correction_order-issued"], "--json")

    told = json.loads(capsys.readouterr().out)
    assert (code, told["verdict"], told["problems"]) == (0, "genuine", [])
    assert [signature["intact"] for signature in told["signatures"]] == [True, True]


# --- packs -------------------------------------------------------------------------------------


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    shutil.copytree(forms_dir() / "food-common", tmp_path / "food-common")
    return tmp_path / "food-common"


def test_lint_names_file_and_line_of_a_mistake(pack: Path, capsys: Capture) -> None:
    file = pack / "parameters.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines.append("nonsense: 1")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    code = main(["pack", "lint", str(pack)])

    assert code == 1
    assert f"{file}:{len(lines)}:" in capsys.readouterr().out


def test_lint_of_the_delivered_packs_finds_nothing(capsys: Capture) -> None:
    packs = sorted(forms_dir().glob("food-*"))

    assert main(["pack", "lint", *map(str, packs)]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{path.name}：没有问题" for path in packs]


def test_lint_warns_of_a_change_after_signing_and_names_the_command(
    pack: Path, capsys: Capture
) -> None:
    file = pack / "parameters.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# 改\n", encoding="utf-8")

    assert main(["pack", "lint", str(pack)]) == 0

    said = capsys.readouterr().out
    assert "parameters.yaml" in said
    assert f"inspector-app pack sign {pack} --key" in said


def test_a_file_that_is_no_key_signs_nothing(pack: Path, tmp_path: Path, capsys: Capture) -> None:
    before = (pack / "pack.sig").read_bytes()
    key = saved(tmp_path, b"-----BEGIN PRIVATE KEY-----\nAAAA\n", "key.pem")

    assert main(["pack", "sign", str(pack), "--key", str(key)]) == 1
    assert "Ed25519" in one_line(capsys)
    assert (pack / "pack.sig").read_bytes() == before


def test_a_pack_with_mistakes_is_not_signed(pack: Path, tmp_path: Path, capsys: Capture) -> None:
    (pack / "pack.yaml").write_text("id: Bad Id\n", encoding="utf-8")
    before = (pack / "pack.sig").read_bytes()
    key = saved(tmp_path, SigningKey.generate().pem(), "key.pem")

    assert main(["pack", "sign", str(pack), "--key", str(key)]) == 1
    assert "没有签名" in one_line(capsys)
    assert (pack / "pack.sig").read_bytes() == before


# --- usage, languages, mistakes of ours ----------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "'nonsense'"),
        ([], "缺少参数 COMMAND"),
        (["verify"], "缺少参数 FILE.pdf|CASE.zip"),
        (["doctor", "--fast"], "不认识的参数 --fast"),
        (["pack", "sign", "x"], "缺少参数 --key"),
        (["run", "--lang", "fr"], "--lang 不能是 'fr'"),
    ],
)
def test_wrong_usage_is_told_in_one_line(words: list[str], said: str, capsys: Capture) -> None:
    assert main(words) == 2
    assert said in one_line(capsys)


@pytest.mark.parametrize("words", [[], ["verify"], ["pack"], ["pack", "sign"], ["demo"], ["run"]])
def test_help_is_wholly_in_english_when_asked(words: list[str], capsys: Capture) -> None:
    code = main(["--lang", "en", *words, "--help"])

    said = capsys.readouterr().out
    assert code == 0
    assert said.startswith("usage: inspector-app")
    assert not _CHINESE.search(said)


def test_the_environment_chooses_the_language(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    monkeypatch.setenv("INSPECTOR_LANG", "en")

    assert main(["verify", str(tmp_path / "missing.pdf")]) == 1
    assert one_line(capsys).startswith('inspector-app: The file "missing.pdf" cannot be read.')


def test_a_verdict_in_english_leaves_only_names_in_chinese(day: Day, capsys: Capture) -> None:
    verify(day, day.pdfs["correction_order-issued"], "--lang", "en")

    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "Verdict: genuine and complete, unchanged since it was signed."
    assert sum(line.startswith("Signature: ") for line in said) == 2


def test_a_laptop_that_is_not_enrolled_says_what_to_do(tmp_path: Path, capsys: Capture) -> None:
    assert main(["export", "visit", "case.zip", "--folder", str(tmp_path)]) == 1
    assert "登记码" in one_line(capsys)


def test_an_error_of_the_server_is_told_in_the_language_too(
    tmp_path: Path, capsys: Capture
) -> None:
    key = saved(tmp_path, b"too short", "server.key")
    words = ["--lang", "en", "server", "code", "--folder", str(tmp_path / "server")]

    assert main([*words, "--database-key-file", str(key)]) == 1
    assert "cannot be read: server.key" in one_line(capsys)


def test_a_mistake_of_ours_is_one_line_and_a_log_without_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    def fails(_folder: Path | None) -> object:
        raise RuntimeError("张三 37010419900101123X")

    monkeypatch.setattr(doctor, "examine", fails)

    code = main(["doctor", "--folder", str(tmp_path)])

    log = tmp_path / "logs" / "inspector-app.log"
    assert code == 3
    assert str(log) in one_line(capsys)
    logged = log.read_text(encoding="utf-8")
    assert "RuntimeError" in logged
    assert "test_command_line.py" in logged
    assert "张三" not in logged
    assert "37010419900101123X" not in logged


def test_a_defect_is_logged_with_its_code_and_harmless_facts_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    def fails(_folder: Path | None) -> object:
        raise Defect("store.rolled_back", "没有保存。", facts={"count": 3, "officer": "李四"})

    monkeypatch.setattr(doctor, "examine", fails)

    assert main(["doctor", "--folder", str(tmp_path)]) == 3
    log = tmp_path / "logs" / "inspector-app.log"
    assert one_line(capsys) == f"inspector-app: 没有保存。详情见日志 {log}。"
    logged = log.read_text(encoding="utf-8")
    assert "store.rolled_back count=3" in logged
    assert "李四" not in logged


def test_the_program_itself_ends_with_the_code(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "inspector_app.cli", "verify", str(tmp_path / "missing.pdf")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1)


class Full(io.StringIO):
    """Where answers go with no room left, which shows at the first write or not before the last."""

    def __init__(self, file: int, *, at_once: bool) -> None:
        super().__init__()
        self.file, self.at_once = file, at_once

    def fileno(self) -> int:
        return self.file

    def write(self, text: str, /) -> int:
        if self.at_once:
            raise OSError(errno.ENOSPC, "No space left on device")
        return len(text)

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("words", [["deadlines", "D1"], ["deadlines", "D99", "--json"]])
def test_an_answer_that_finds_no_room_is_told_in_a_line(
    words: list[str],
    at_once: bool,
    tmp_path: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (tmp_path / "answer").open("w") as file:
        monkeypatch.setattr(sys, "stdout", Full(file.fileno(), at_once=at_once))
        assert main(["law", *words]) == 1

    *refusal, last = capsys.readouterr().err.splitlines()
    assert "没有写完" in last
    assert len(refusal) == ("D99" in words)


def test_a_program_started_without_a_console_ends_well(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)

    assert main(["law", "deadlines", "D1"]) == 0
    assert main(["law", "deadlines", "D99"]) == 1
    assert main(["law", "search", "--stdin"]) == 0
