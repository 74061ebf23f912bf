"""``inspector-app server`` as an administrator uses it."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import psycopg
import pytest

from inspector_app.domain.errors import EnvironmentFault
from inspector_app.server import ServerSettings
from inspector_app.server.command import main, run
from inspector_app.server.desk import Desk, open_desk
from inspector_app.server.embedded import EmbeddedServer
from inspector_app.server.enrolment import issue_code
from inspector_app.server.options import DATABASE_VARIABLE
from inspector_app.server.seeding import seed
from inspector_app.server.server_log import LOG
from inspector_app.server.storage.engine import Database
from inspector_app.trust.signing import SigningKey
from tests.contract.server.senders import ask_to_enrol, sender
from tests.factory import officer
from tests.factory_sync import SEED, SUPERVISOR, visit_events
from tests.private_files import ModesAsked, let_others_read


@dataclass
class Admin:
    desk: Desk
    capsys: pytest.CaptureFixture[str]

    def run(self, *arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--folder", str(self.desk.settings.folder)])
        printed = self.capsys.readouterr()
        return code, printed.out.strip(), printed.err.strip()


@pytest.fixture
def admin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Admin]:
    desk = open_desk(ServerSettings(tmp_path / "data", reserve_bytes=0))
    seed(desk, SEED)
    yield Admin(desk, capsys)
    desk.close()


def test_a_printed_code_enrols_a_supervisor(admin: Admin) -> None:
    _, code, _ = admin.run("code", "--supervisor", SUPERVISOR.id)
    reply = ask_to_enrol(admin.desk, code, SigningKey.generate())
    assert (reply.role.value, reply.officer_id) == ("supervisor", SUPERVISOR.id)


_HOW = "请用 devices 列出全部设备，核对编号。"


def test_a_device_is_revoked_by_its_id(admin: Admin) -> None:
    laptop = sender(admin.desk)
    assert admin.run("revoke", "--device", laptop.id, "--wipe")[0] == 0
    assert (laptop.device.revoked, laptop.device.wipe) == (True, True)
    assert "to-be-wiped" in admin.run("devices")[1]


def test_a_device_is_listed_with_the_fingerprint_of_its_key(admin: Admin) -> None:
    key = SigningKey.generate()
    ask_to_enrol(admin.desk, issue_code(admin.desk), key)
    assert key.verify_key.fingerprint in admin.run("devices")[1].split()


def test_revoking_an_unknown_device_is_one_clear_line(admin: Admin) -> None:
    code, _, said = admin.run("revoke", "--device", "nobody")
    assert (code, said) == (1, f"inspector-app server: 没有设备 nobody。{_HOW}")


def test_revoking_without_saying_which_is_refused(admin: Admin) -> None:
    code, _, said = admin.run("revoke")
    assert (code, "--device" in said, "\n" in said) == (1, True, False)


@pytest.mark.parametrize("person", ["nobody", officer(1).id])
def test_a_code_is_printed_only_for_somebody_who_reviews(admin: Admin, person: str) -> None:
    code, printed, said = admin.run("code", "--supervisor", person)
    assert (code, printed, "\n" in said) == (1, "", False)


def test_a_devices_name_stays_on_its_line(admin: Admin) -> None:
    key = SigningKey.generate()
    ask_to_enrol(admin.desk, issue_code(admin.desk), key, "本\n0 supervisor active\x1b[2J")
    listed = admin.run("devices")[1]
    assert (listed.count("\n"), "\x1b" in listed) == (0, False)


def test_what_the_server_keeps_is_for_its_own_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "made by the administrator"
    folder.mkdir(mode=0o755)
    modes = ModesAsked(monkeypatch)
    desk = open_desk(ServerSettings(folder, reserve_bytes=0))
    open_to_others = modes.open_to_others(folder.iterdir())
    desk.close()
    assert open_to_others == []


BAD_COMMANDS = {
    "no folder": [],
    "unknown action": ["bogus", "--folder", "{folder}"],
    "folder is a file": ["code", "--folder", "{file}"],
    "folder below a file": ["code", "--folder", "{file}/data"],
    "no such port": ["--folder", "{folder}", "--port", "99999"],
    "database of no form": ["code", "--folder", "{folder}", "--database", "elsewhere"],
    "database of another kind": ["devices", "--folder", "{folder}", "--database", "mysql://x"],
    "database with a bad port": ["code", "--folder", "{folder}", "--database", "a://b:c:d@e:f"],
}


@pytest.mark.parametrize("words", BAD_COMMANDS.values(), ids=BAD_COMMANDS.keys())
def test_a_command_that_cannot_be_carried_out_is_one_clear_line(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    places = {"folder": tmp_path / "data", "file": file}
    try:
        code = main([word.format(**places) for word in words])
    except SystemExit as left:
        code = int(left.code or 0)
    said = capsys.readouterr().err
    assert (code > 0, said.count("\n")) == (True, 1)
    assert "Traceback" not in said


@pytest.mark.parametrize("words", [["code"], ["devices"], ["alarms"], ["revoke", "--device", "x"]])
def test_a_command_makes_no_server_where_there_is_none(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mistyped"
    code = main([*words, "--folder", str(folder)])
    assert (code, capsys.readouterr().err.count("\n"), folder.exists()) == (1, 1, False)


@pytest.mark.parametrize("words", [["code"], ["devices"], ["alarms"]])
def test_a_command_needs_neither_the_key_nor_the_blobs(admin: Admin, words: list[str]) -> None:
    folder = admin.desk.settings.folder
    (folder / "server-key.pem").unlink()
    shutil.rmtree(folder / "blobs")
    code, _, said = admin.run(*words)
    made = {path.name for path in folder.iterdir()} & {"server-key.pem", "blobs"}
    assert (code, said, made) == (0, "", set())


def test_a_command_leaves_the_upgrade_to_the_server(admin: Admin) -> None:
    with admin.desk.database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    code, _, said = admin.run("devices")
    assert (code, "升级" in said, "\n" in said) == (1, True, False)


def test_a_password_is_not_taken_from_the_command_line(admin: Admin) -> None:
    address = "postgresql://inspector:s3cret@127.0.0.1:1/none"
    code, _, said = admin.run("devices", "--database", address)
    assert (code, "s3cret" in said, DATABASE_VARIABLE in said) == (1, False, True)


def test_the_password_of_the_database_is_read_from_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "password"
    file.write_text("s3cret p@ss\n")
    file.chmod(0o600)
    options = ("--database", "postgresql://inspector@localhost/db")
    with pytest.MonkeyPatch.context() as patch:
        seen: list[ServerSettings] = []
        patch.setattr("inspector_app.server.books.open_books", seen.append)
        with pytest.raises(AttributeError):
            run(["devices", "--folder", "x", *options, "--database-password-file", str(file)])
    assert seen[0].database_password == "s3cret p@ss"
    assert "s3cret" not in repr(seen[0])


@pytest.mark.parametrize("harm", ["absent", "empty", "open"])
def test_a_password_file_that_does_not_serve_is_one_clear_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    harm: str,
) -> None:
    file = tmp_path / "password"
    if harm != "absent":
        file.write_text("" if harm == "empty" else "s3cret")
        file.chmod(0o600)
    if harm == "open":
        let_others_read(file, monkeypatch)
    code = main(["devices", "--folder", "x", "--database-password-file", str(file)])
    assert (code, capsys.readouterr().err.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("query", "environment", "seconds"),
    [("", {}, "10"), ("?connect_timeout=3", {}, "3"), ("", {"PGCONNECT_TIMEOUT": "7"}, "None")],
    ids=["by itself", "by the address", "by the environment"],
)
def test_a_database_that_does_not_answer_is_not_waited_for_long(
    query: str, environment: dict[str, str], seconds: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PGCONNECT_TIMEOUT", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    asked: list[dict[str, object]] = []

    def refuse(**parameters: object) -> NoReturn:
        asked.append(parameters)
        raise psycopg.OperationalError("nobody answers")

    monkeypatch.setattr(psycopg, "connect", refuse)
    database = Database.postgresql(f"postgresql://inspector@localhost/db{query}")
    with pytest.raises(EnvironmentFault), database.read():
        pass
    assert str(asked[0].get("connect_timeout")) == seconds


@pytest.fixture
def mistaken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every command that opens the books run into a mistake of ours."""

    def fails(_settings: ServerSettings) -> NoReturn:
        raise RuntimeError("张三 37010419900101123X")

    monkeypatch.setattr("inspector_app.server.books.open_books", fails)


@pytest.mark.usefixtures("mistaken")
def test_a_mistake_of_ours_is_one_line_that_names_the_log(admin: Admin) -> None:
    code, printed, said = admin.run("devices")
    log = admin.desk.settings.folder / LOG
    assert (code, printed, "\n" in said, str(log) in said) == (3, "", False, True)


@pytest.mark.usefixtures("mistaken")
def test_the_log_says_of_a_mistake_where_it_was_and_not_what_was_quoted(admin: Admin) -> None:
    admin.run("devices")
    logged = (admin.desk.settings.folder / LOG).read_text(encoding="utf-8")
    assert ("RuntimeError" in logged, "test_server_command.py" in logged) == (True, True)
    assert not [word for word in ("张三", "37010419900101123X") if word in logged]


@pytest.mark.usefixtures("mistaken")
def test_a_mistake_makes_no_folder_for_its_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mistyped"
    code = main(["devices", "--folder", str(folder)])
    said = capsys.readouterr().err
    assert (code, "RuntimeError" in said, said.count("\n"), folder.exists()) == (3, True, 1, False)


@pytest.mark.usefixtures("mistaken")
def test_a_mistake_that_cannot_be_logged_is_still_one_line(admin: Admin) -> None:
    logs = (admin.desk.settings.folder / LOG).parent
    logs.write_text("in the way", encoding="utf-8")
    code, _, said = admin.run("devices")
    assert (code, "RuntimeError" in said, "\n" in said) == (3, True, False)


def test_alarms_are_listed(admin: Admin) -> None:
    laptop = sender(admin.desk)
    admin.run("revoke", "--device", laptop.id)
    laptop.record(visit_events("v1")[:1])
    assert "device.revoked" in admin.run("alarms")[1]


def test_a_key_that_others_can_read_is_refused(
    admin: Admin, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_others_read(admin.desk.settings.folder / "server-key.pem", monkeypatch)
    code, _, said = admin.run("run", "--port", "0")
    assert (code, "chmod 600" in said, "\n" in said) == (1, True, False)


def test_a_taken_port_is_one_clear_line_and_no_server(tmp_path: Path) -> None:
    with EmbeddedServer(tmp_path / "first") as first:
        taken = int(first.url.rpartition(":")[2])
        with pytest.raises(EnvironmentFault) as fault:
            EmbeddedServer(tmp_path / "second", port=taken).start()
    assert f"端口 {taken} 不能使用" in fault.value.what


def test_a_server_whose_parent_is_killed_ends(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path;"
        "from inspector_app.server.embedded import EmbeddedServer;"
        "server = EmbeddedServer(Path(sys.argv[1]));"
        "print(server.start(), flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout is not None
        url = urlsplit(parent.stdout.readline().strip())
        parent.kill()
    # pytest's time limit ends this loop if the server does not end.
    while is_answering(url.hostname, url.port):
        pass


def is_answering(host: str | None, port: int | None) -> bool:
    try:
        socket.create_connection((host or "", port or 0), timeout=1).close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize("words", [["--port", "abc"], ["code", "--officer", "x"], ["bogus"]])
def test_wrong_usage_is_told_in_chinese(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--folder", str(tmp_path), *words])
    said = capsys.readouterr().err
    english = {"argument", "invalid", "unrecognized", "choose"} & set(re.findall("[a-z]+", said))
    assert (said.count("\n"), english) == (1, set())


def test_a_kind_of_database_that_is_not_supported_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["devices", "--folder", str(tmp_path), "--database", "mysql://x"]) == 1
    assert "不支持 mysql 数据库" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["devices"], ["run", "--port", "0"]])
def test_a_database_that_is_away_promises_the_administrator_no_retry(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        # Bound and not listening: whoever asks is refused.
        taken.bind(("127.0.0.1", 0))
        address = f"postgresql://inspector@127.0.0.1:{taken.getsockname()[1]}/none"
        code = main([*words, "--folder", str(tmp_path), "--database", address])
    said = capsys.readouterr().err
    assert (code, said.count("\n")) == (1, 1)
    assert ("不会自动重试" in said, "本机数据" in said) == (True, False)


# --- one server a folder, its log, its certificate ----------------------------------------------


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data folder of a running server."""
    folder = tmp_path_factory.mktemp("served") / "data"
    with EmbeddedServer(folder):
        yield folder


def test_a_second_server_on_the_folder_is_one_clear_line(
    served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["run", "--port", "0", "--folder", str(served)])
    said = capsys.readouterr()
    assert (code, said.out, said.err.count("\n")) == (1, "", 1)
    assert "已有一台服务器在运行" in said.err


@pytest.mark.parametrize("words", [["code"], ["devices"], ["alarms"], ["revoke", "--device", "x"]])
def test_a_command_works_beside_a_running_server(
    served: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main([*words, "--folder", str(served)])
    assert capsys.readouterr().err in {"", f"inspector-app server: 没有设备 x。{_HOW}\n"}


def test_a_folder_is_free_again_when_its_server_was_killed(tmp_path: Path) -> None:
    killed = EmbeddedServer(tmp_path)
    killed.start()
    killed.kill()
    with EmbeddedServer(tmp_path) as next_one:
        assert next_one.url


def test_a_server_logs_into_its_folder_and_not_to_the_console(served: Path) -> None:
    assert (served / "server.log").read_bytes() == b""  # what the child said on standard error
    assert "alembic" in (served / LOG).read_text("utf-8")
