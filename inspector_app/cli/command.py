"""What a command is, written down: its name, what it takes, what it does, and what help says of it.

The texts are said when a command line asks for them, so that a command costs nothing until then.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any, Final

from inspector_app.bootstrap.told import Told
from inspector_app.cli.arguments import path
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.wordings import Voice

__all__ = [
    "DONE",
    "FOLDER",
    "JSON",
    "NAMES",
    "REFUSED",
    "Argument",
    "Command",
    "Help",
    "OneOf",
    "answer",
    "flag",
    "take_one_of",
]

DONE: Final = 0
REFUSED: Final = 1
"""Refused, or told that all is not well; see :mod:`inspector_app.cli.command_line`."""


@dataclass(frozen=True, slots=True)
class Help:
    """What ``--help`` says of a command or an argument: in Chinese, and elsewhere by its code."""

    code: str
    chinese: str

    def said(self, voice: Voice) -> str:
        """The line in the person's language."""
        return voice.say(self.code, self.chinese)


class Argument:
    """One argument of a command, shown as ``shown``; a text that is not given is empty.

    ``options`` are those of ``ArgumentParser.add_argument``.
    """

    def __init__(self, name: str, shown: str, help_: Help, **options: Any) -> None:
        self._name = name
        self._help = help_
        self._options = options
        if shown:
            options["metavar"] = shown
            if "type" not in options:
                options.setdefault("default", "")

    def describe(self, reader: argparse._ActionsContainer, voice: Voice) -> None:
        """Have ``reader`` take it."""
        reader.add_argument(self._name, help=self._help.said(voice), **self._options)


def flag(name: str, help_: Help) -> Argument:
    """An argument that is given or not."""
    return Argument(name, "", help_, action="store_true")


class OneOf:
    """Arguments of which one is given, and not two."""

    def __init__(self, *arguments: Argument) -> None:
        self._arguments = arguments

    def describe(self, reader: argparse._ActionsContainer, voice: Voice) -> None:
        """Have ``reader`` take them."""
        group = reader.add_mutually_exclusive_group(required=True)
        for argument in self._arguments:
            argument.describe(group, voice)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what it takes and does, or the commands it has below it.

    ``carry_out`` is given what was read and the person's language, and returns the exit code.
    """

    name: str
    help: Help
    carry_out: Callable[[argparse.Namespace, Voice], int] | None = None
    takes: tuple[Argument | OneOf, ...] = ()
    below: tuple[Command, ...] = ()

    def describe(self, reader: argparse.ArgumentParser, voice: Voice, words: Sequence[str]) -> None:
        """Have ``reader`` take what this command takes."""
        reader.set_defaults(action=self.carry_out)
        for argument in self.takes:
            argument.describe(reader, voice)
        if self.below:
            take_one_of(self.below, "ACTION", reader, voice, words)


def take_one_of(
    commands: Sequence[Command],
    shown: str,
    reader: argparse.ArgumentParser,
    voice: Voice,
    words: Sequence[str],
) -> None:
    """Have ``reader`` take one of ``commands``; those that ``words`` do not name have a name only."""
    offered = reader.add_subparsers(
        required=True, metavar=shown, title=voice.say("usage.commands", "命令")
    )
    for command in commands:
        added = offered.add_parser(command.name, help=command.help.said(voice))
        # Describing all of them takes longer than all else before the window.
        if command.name in words:
            command.describe(added, voice, words)


FOLDER: Final = Argument(
    "--folder",
    "FOLDER",
    Help("help.folder", "数据目录，默认为本用户的应用数据目录"),
    type=path,
)
"""Where this user's data lies, None unless told."""

NAMES: Final = flag("--names", Help("help.deadline_names", "日历文件里写明当事人（默认不写）"))
JSON: Final = flag("--json", Help("help.json", "以 JSON 输出，供程序读取"))
"""Answer as data, see :func:`answer`."""


def answer(told: Told, options: argparse.Namespace, voice: Voice) -> int:
    """Print what came of a command, for a person or with ``--json`` for a program: the exit code."""
    if options.json:
        import json  # late: for --json only

        print(json.dumps(told.data, ensure_ascii=False, indent=1))
    else:
        for line in told.lines:
            print(line)
        for error in told.errors:
            print(f"inspector-app: {voice.error(error)}", file=sys.stderr)
    return DONE if told.done else REFUSED
