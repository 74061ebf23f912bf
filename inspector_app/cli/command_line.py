"""The command line: run, demo, server, doctor, verify, law, gate, pack, export.

Every command ends with one of these exit codes:

====  =====================================================================================
0     done; for ``verify`` the file is genuine, for ``doctor`` nothing failed
1     refused: one line on standard error says what happened, what is safe and what to do; or the
      file is not genuine, the check of this machine found a failure, the pack has problems
2     wrong usage
3     a mistake of ours: one line, and the log (without names or numbers of people) says more
130   interrupted
====  =====================================================================================

Texts are Chinese, or English with ``--lang en`` or ``INSPECTOR_LANG=en``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from inspector_app.bootstrap import window_probe
from inspector_app.bootstrap.arguments import (
    LANGUAGE_VARIABLE,
    path,
    reader_for,
    spoken_language,
    take_folder,
    take_json,
    tell,
    without_language,
)
from inspector_app.bootstrap.error_log import log_unexpected, logging_to
from inspector_app.cli.gate import read_gate
from inspector_app.cli.law import read_law
from inspector_app.domain.errors import Defect, InspectorError
from inspector_app.wordings import Voice

__all__ = ["main"]

DONE = 0
REFUSED = 1
OUR_MISTAKE = 3
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command line and return its exit code, see above."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    voice = Voice(spoken_language(words, os.environ))
    for stream in (sys.stdout, sys.stderr):
        # A pipe that is not UTF-8 (Windows) must not end a command over one character.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = _carry_out(words, voice)
        sys.stdout.flush()
    except SystemExit as left:
        # argparse leaves this way after --help and for wrong usage.
        return int(left.code or DONE)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our lines has left; the interpreter must not complain when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    return code


def _carry_out(words: Sequence[str], voice: Voice) -> int:
    command, *rest = without_language(words) or [""]
    if command == window_probe.COMMAND:
        return window_probe.main(rest)
    if command == "server":
        # It logs by itself, into its own folder.
        return _told(partial(_server, rest, voice), _data_folder(_folder_in(rest)), voice)
    options = _reader(voice, words).parse_args(words)
    folder = _data_folder(getattr(options, "folder", None))
    with logging_to(folder):
        as_json = bool(getattr(options, "json", False))
        return _told(partial(options.action, options, voice), folder, voice, as_json=as_json)


def _told(action: Callable[[], int], folder: Path, voice: Voice, *, as_json: bool = False) -> int:
    """The exit code of ``action``; an error of any kind becomes one line."""
    try:
        return action()
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except InspectorError as error:
        if not isinstance(error, Defect):
            print(f"inspector-app: {voice.error(error)}", file=sys.stderr)
            if as_json:
                # Whoever reads the output as JSON finds the refusal there too.
                print(json.dumps({"error": voice.error_data(error)}, ensure_ascii=False))
            return REFUSED
        print(f"inspector-app: {_defect(error, folder, voice)}", file=sys.stderr)
    except Exception as error:  # noqa: BLE001 - nobody is shown a traceback
        print(f"inspector-app: {_unexpected(error, folder, voice)}", file=sys.stderr)
    return OUR_MISTAKE


def _defect(error: Defect, folder: Path, voice: Voice) -> str:
    log = log_unexpected(error, folder)
    if log is None:
        return voice.error(error)
    return voice.say(
        "cli.defect", "{what}详情见日志 {log}。", what=voice.error(error), log=str(log)
    )


def _unexpected(error: Exception, folder: Path, voice: Voice) -> str:
    log = log_unexpected(error, folder)
    if log is None:
        return voice.say(
            "cli.unexpected_unlogged",
            "程序出现了意外错误（{kind}）。已保存的记录没有丢失。日志无法写入，请检查磁盘空间。",
            kind=type(error).__name__,
        )
    return voice.say(
        "cli.unexpected",
        "程序出现了意外错误。已保存的记录没有丢失。请把日志 {log} 交给技术人员。",
        log=str(log),
    )


def _data_folder(given: Path | None) -> Path:
    from inspector_app.bootstrap.laptop_folder import default_folder  # late: --help needs no rooms

    return given or default_folder()


def _folder_in(words: Sequence[str]) -> Path | None:
    """What ``--folder`` says, before the command itself has read it."""
    reader = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    reader.add_argument("--folder", type=path)
    try:
        folder: Path | None = reader.parse_known_args(words)[0].folder
    except argparse.ArgumentError:
        folder = None
    return folder


def _server(words: Sequence[str], voice: Voice) -> int:
    from inspector_app.server.command import run  # late: only this command needs it

    return run(words, reader_for(voice))


def _run(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.window import run_laptop  # late: each command loads its own rooms

    # The window before the first setting reads it there.
    os.environ[LANGUAGE_VARIABLE] = voice.language
    return run_laptop(
        options.folder,
        server=options.server,
        code=options.code,
        officer=options.officer,
        ca_file=options.ca_file,
    )


def _demo(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.demo import run_demo  # late, as in _run

    return run_demo(
        options.folder,
        offscreen=options.offscreen,
        output=options.output,
        language=voice.language,
        supervisor=options.supervisor,
    )


def _doctor(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.doctor import State, examine, say_findings  # late, as in _run

    findings = examine(options.folder)
    for line in say_findings(findings, voice, as_json=options.json):
        print(line)
    return REFUSED if any(finding.state is State.FAILED for finding in findings) else DONE


def _verify(options: argparse.Namespace, voice: Voice) -> int:
    # Late, as in _run.
    from inspector_app.bootstrap.laptop_folder import known_roots
    from inspector_app.bootstrap.verification_words import say_verification

    roots = (*known_roots(_data_folder(options.folder)), *options.roots)
    said = say_verification(options.file, roots, voice, options.device_keys)
    tell(said.lines, {"file": options.file.name, **said.data}, as_json=options.json)
    return DONE if said.genuine else REFUSED


def _pack_lint(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.pack_desk import lint_packs  # late, as in _run

    linted = lint_packs(options.folders, voice)
    print("\n".join(linted.lines))
    return DONE if linted.sound else REFUSED


def _pack_sign(options: argparse.Namespace, voice: Voice) -> int:
    # Late, as in _run.
    from inspector_app.bootstrap.pack_desk import lint_packs, sign_packs
    from inspector_app.trust.signing import SigningKey

    key = SigningKey.from_file(options.key)
    linted = lint_packs(options.folders, voice, warn=False)
    print("\n".join(linted.lines))
    if not linted.sound:
        refused = voice.say("cli.pack_not_signed", "有问题的包没有签名，其他的包也没有。")
        print(refused, file=sys.stderr)
        return REFUSED
    print("\n".join(sign_packs(options.folders, key, voice)))
    return DONE


def _export(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.laptop import open_laptop  # late, as in _run

    with open_laptop(options.folder) as laptop:
        path = laptop.use_cases.export_case(options.visit, options.file)
    print(voice.say("cli.exported", "已导出：{path}", path=str(path)))
    return DONE


def _reader(voice: Voice, words: Sequence[str]) -> argparse.ArgumentParser:
    """What reads ``words``; commands that they do not name have a name and no options."""
    reader = reader_for(voice)(
        prog="inspector-app",
        description=voice.say("help.program", "市场监管现场检查：离线完成，联网同步。"),
    )
    commands = reader.add_subparsers(
        required=True,
        metavar="COMMAND",
        title=voice.say("usage.commands", "命令"),
    )

    def offer(
        name: str, said: str, describe: Callable[[argparse.ArgumentParser, Voice], None]
    ) -> None:
        added = commands.add_parser(name, help=said)
        # Describing all of them takes longer than all else before the window.
        if name in words:
            describe(added, voice)

    offer("run", voice.say("help.run", "打开应用"), _read_run)
    offer("demo", voice.say("help.demo", "用虚构数据试用"), _read_demo)
    commands.add_parser("server", help=voice.say("help.server", "运行单位服务器"))
    offer("doctor", voice.say("help.doctor", "检查本机"), _read_doctor)
    offer("verify", voice.say("help.verify", "核验文书或案件"), _read_verify)
    offer("pack", voice.say("help.pack", "检查表包：检查、签名"), _read_pack)
    offer("law", voice.say("help.law", "法律：文本、条文、期限"), read_law)
    offer("gate", voice.say("help.gate", "合法性审查：一个案件"), read_gate)
    offer("export", voice.say("help.export", "导出案件"), _read_export)
    return reader


def _read_doctor(doctor: argparse.ArgumentParser, voice: Voice) -> None:
    doctor.set_defaults(action=_doctor)
    take_folder(doctor, voice)
    take_json(doctor, voice)


def _read_export(export: argparse.ArgumentParser, voice: Voice) -> None:
    export.set_defaults(action=_export)
    export.add_argument("visit", metavar="VISIT", help=voice.say("help.visit", "检查编号"))
    export.add_argument(
        "file", type=path, metavar="CASE.zip", help=voice.say("help.case", "案件文件")
    )
    take_folder(export, voice)


def _read_run(run: argparse.ArgumentParser, voice: Voice) -> None:
    run.set_defaults(action=_run)
    take_folder(run, voice)
    run.add_argument(
        "--server",
        default="",
        metavar="URL",
        help=voice.say("help.server_url", "首次登记：服务器地址"),
    )
    run.add_argument(
        "--code",
        default="",
        metavar="CODE",
        help=voice.say("help.code", "首次登记：一次性登记码"),
    )
    run.add_argument(
        "--ca-file",
        type=path,
        metavar="PEM",
        help=voice.say("help.ca_file", "首次登记：单位服务器的根证书（单位自己签发时）"),
    )
    run.add_argument(
        "--officer",
        default="",
        metavar="ID",
        help=voice.say("help.officer", "共用设备：本次使用人"),
    )


def _read_demo(demo: argparse.ArgumentParser, voice: Voice) -> None:
    demo.set_defaults(action=_demo)
    demo.add_argument(
        "--folder",
        type=path,
        metavar="FOLDER",
        help=voice.say("help.demo_folder", "演示数据放在这里，下次接着用（默认临时目录）"),
    )
    demo.add_argument(
        "--offscreen",
        action="store_true",
        help=voice.say("help.offscreen", "不开窗口，走完一次检查并输出结果"),
    )
    demo.add_argument(
        "--output",
        type=path,
        default=Path("demo-output"),
        metavar="FOLDER",
        help=voice.say("help.output", "结果写到这里（默认 demo-output）"),
    )
    demo.add_argument(
        "--supervisor",
        action="store_true",
        help=voice.say("help.supervisor", "以审核人员身份打开"),
    )


def _read_verify(verify: argparse.ArgumentParser, voice: Voice) -> None:
    verify.set_defaults(action=_verify)
    verify.add_argument(
        "file",
        type=path,
        metavar="FILE.pdf|CASE.zip",
        help=voice.say("help.file", "要核验的文件"),
    )
    verify.add_argument(
        "--roots",
        type=path,
        action="append",
        default=[],
        metavar="PEM",
        help=voice.say("help.roots", "受信任的签发机构证书"),
    )
    verify.add_argument(
        "--device-key",
        dest="device_keys",
        action="append",
        default=[],
        metavar="ID|FILE",
        help=voice.say("help.device_key", "案件：已知的设备密钥（指纹或公钥文件）"),
    )
    take_folder(verify, voice)
    take_json(verify, voice)


def _read_pack(pack: argparse.ArgumentParser, voice: Voice) -> None:
    actions = pack.add_subparsers(
        required=True,
        metavar="ACTION",
        title=voice.say("usage.commands", "命令"),
    )
    lint = actions.add_parser("lint", help=voice.say("help.lint", "检查包的内容"))
    lint.set_defaults(action=_pack_lint)
    sign = actions.add_parser("sign", help=voice.say("help.sign", "编译并签名"))
    sign.set_defaults(action=_pack_sign)
    for command in (lint, sign):
        command.add_argument(
            "folders",
            type=path,
            nargs="+",
            metavar="FOLDER",
            help=voice.say("help.pack_folder", "包的目录"),
        )
    sign.add_argument(
        "--key",
        type=path,
        required=True,
        metavar="PEM",
        help=voice.say("help.key", "签名私钥（Ed25519，PEM）"),
    )
