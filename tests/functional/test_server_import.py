"""A bureau's first day: its file is imported by the command, and a real laptop has it by a sync."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from inspector_app import cli
from inspector_app.server import command
from inspector_app.server.embedded import EmbeddedServer
from inspector_app.storage import open_store
from inspector_app.sync.enrolment import connect, enrol
from tests.contract.conftest import KEY
from tests.factory_sync import QUICK, Laptop, MemorySecrets

README = Path(command.__file__).with_name("README.md")


def example() -> dict[str, Any]:
    """The example that the administrator is shown."""
    found = re.search("```json\n(.+?)```", README.read_text("utf-8"), re.DOTALL)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


def run(folder: Path, *words: str) -> int:
    return cli.main(["server", "--folder", str(folder), *words])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bureau.json"
    path.write_text(json.dumps(example(), ensure_ascii=False), encoding="utf-8")
    return path


def test_a_laptop_enrolled_with_an_imported_bureau_knows_its_people_places_and_tasks(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "server"
    assert run(folder, "import", str(file)) == 0
    assert "人员：新增 2" in capsys.readouterr().out
    with EmbeddedServer(folder) as server:
        assert run(folder, "code") == 0
        code = capsys.readouterr().out.strip()
        secrets = MemorySecrets()
        enrolment = enrol(server.url, code, "测试本", secrets, timeouts=QUICK)
        store = open_store(tmp_path / "laptop", KEY, device=enrolment.device)
        laptop = Laptop(enrolment, secrets, store, connect(enrolment, secrets, QUICK))
        laptop.synchronizer.synchronize()
        # The registry is exported anew while the server runs: by table, in the bureau's encoding.
        (row,) = example()["enterprises"]
        table = tmp_path / "registry.csv"
        table.write_bytes(
            f"统一社会信用代码,联系电话\n{row['credit_code']},000-12345678\n".encode("gb18030")
        )
        assert run(folder, "import", str(table)) == 0
        laptop.synchronizer.synchronize()
        with store.read() as reading:
            kept = reading.enterprise(row["credit_code"])
            officers = {officer.name for officer in reading.officers()}
            tasks = [task.id for task in reading.tasks()]
        laptop.line.close()
        store.close()
    assert kept is not None
    assert (kept.name, kept.phone) == ("星汉县赵家面馆", "000-12345678")
    assert (officers, tasks) == ({"林知远", "许怀瑾"}, ["task-2026-1"])


def test_a_file_is_only_checked_if_so_asked(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "server"
    assert run(folder, "import", "--check", str(file)) == 0
    assert (folder.exists(), "没有写入" in capsys.readouterr().out) == (False, True)


def test_every_mistake_is_one_line_with_its_place(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = example()
    told["people"][0]["valid_to"] = "soon"
    told["tasks"][0]["kind"] = "sometimes"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert run(tmp_path / "server", "import", str(file)) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3
    assert said[0].startswith("bureau.json /people/0/valid_to：")
    assert said[1].startswith("bureau.json /tasks/0/kind：")
    assert "2 处问题" in said[2]


@pytest.mark.parametrize("words", [["import"], ["import", "nowhere.json"]])
def test_without_a_file_nothing_is_made(
    tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "server"
    assert run(folder, *words) == 1
    assert (capsys.readouterr().err.count("\n"), folder.exists()) == (1, False)
