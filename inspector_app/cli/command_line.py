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
import errno
import json
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from inspector_app.bootstrap import window_probe
from inspector_app.bootstrap.error_log import log_unexpected, logging_to
from inspector_app.cli.arguments import path, reader_for, spoken_language, without_language
from inspector_app.cli.command import DONE, REFUSED, Command, Help, take_one_of
from inspector_app.cli.gate import GATE
from inspector_app.cli.laptop import DEMO, DOCTOR, EXPORT, RUN
from inspector_app.cli.law import LAW
from inspector_app.cli.packs import PACK
from inspector_app.cli.verify import VERIFY
from inspector_app.domain.errors import Defect, EnvironmentFault, InspectorError
from inspector_app.wordings import Voice

__all__ = ["main"]

OUR_MISTAKE = 3
INTERRUPTED = 130
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


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
        if sys.stdout is not None:  # Nobody listens where there is no console.
            sys.stdout.flush()
    except SystemExit as left:
        # argparse leaves this way after --help and for wrong usage.
        return int(left.code or DONE)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our lines has left.
        _drop_output()
        return REFUSED
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        _drop_output()
        print(f"inspector-app: {_no_room(voice)}", file=sys.stderr)
        return REFUSED
    return code


def _no_room(voice: Voice) -> str:
    fault = EnvironmentFault(
        "cli.no_room",
        "结果没有写完：磁盘已满或者写不进去。",
        safe="已保存的记录没有丢失。",
        mend="请腾出空间，或者把结果写到别处，再试一次。",
    )
    return voice.error(fault)


def _drop_output() -> None:
    # The interpreter must not complain of the rest when it ends.
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    except Exception as error:  # Nobody is shown a traceback.
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            raise  # Told by ``main``, which sees those of the last lines too.
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


def _reader(voice: Voice, words: Sequence[str]) -> argparse.ArgumentParser:
    """What reads ``words``; commands that they do not name have a name and no options."""
    reader = reader_for(voice)(
        prog="inspector-app",
        description=voice.say("help.program", "市场监管现场检查：离线完成，联网同步。"),
    )
    take_one_of(_COMMANDS, "COMMAND", reader, voice, words)
    return reader


# In the order in which they are listed. The server reads its own arguments.
_COMMANDS = (
    RUN,
    DEMO,
    Command("server", Help("help.server", "运行单位服务器")),
    DOCTOR,
    VERIFY,
    PACK,
    LAW,
    GATE,
    EXPORT,
)
