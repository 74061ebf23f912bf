"""Reading the command line, with usage and refusals in the person's language, and answering it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from inspector_app.domain.errors import UserError
from inspector_app.wordings import LANGUAGES, SOURCE_LANGUAGE, Voice, usage_in_chinese

__all__ = [
    "LANGUAGE_VARIABLE",
    "ArgumentReader",
    "path",
    "read_day",
    "read_moment",
    "reader_for",
    "refuse_limit",
    "spoken_language",
    "without_language",
]

LANGUAGE_VARIABLE = "INSPECTOR_LANG"
WRONG_USAGE = 2


def spoken_language(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that ``--lang`` asks for, else the environment, else Chinese."""
    asked = environment.get(LANGUAGE_VARIABLE, "")
    for word, following in zip(words, (*words[1:], ""), strict=False):
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.partition("=")[2]
    return asked if asked in LANGUAGES else SOURCE_LANGUAGE


def without_language(words: Sequence[str]) -> list[str]:
    """``words`` without ``--lang`` and what follows it."""
    return [
        word
        for word, before in zip(words, ["", *words], strict=False)
        if "--lang" not in {word, before} and not word.startswith("--lang=")
    ]


class _Usage(argparse.HelpFormatter):
    def __init__(self, title: str, prog: str) -> None:
        super().__init__(prog)
        self._title = title

    def add_usage(
        self,
        usage: str | None,
        actions: object,
        groups: object,
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._title if prefix is None else prefix)  # type: ignore[arg-type]  # handed on as they came


class ArgumentReader(argparse.ArgumentParser):
    """An argument parser that refuses in one line. Use the one that :func:`reader_for` gives.

    Every one, also of a command, takes ``--lang``.
    """

    voice = Voice()

    def __init__(self, **options: Any) -> None:
        voice = self.voice
        super().__init__(
            **options,
            formatter_class=partial(_Usage, voice.say("usage.title", "用法：")),
            add_help=False,
            allow_abbrev=False,
        )
        # argparse names its own two groups in English and offers no other way to them.
        self._positionals.title = voice.say("usage.arguments", "参数")
        self._optionals.title = voice.say("usage.options", "选项")
        self.add_argument(
            "-h", "--help", action="help", help=voice.say("usage.help", "显示本说明后退出")
        )
        self.add_argument(
            "--lang",
            choices=LANGUAGES,
            default=argparse.SUPPRESS,
            help=voice.say("usage.lang", "显示语言，也可用环境变量 INSPECTOR_LANG"),
        )

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong with the command line, and leave."""
        said = self.voice.say(
            "usage.wrong",
            "{program}: {what}。运行 {program} --help 查看用法。",
            program=self.prog,
            what=self._in_own_words(message),
        )
        print(said, file=sys.stderr)
        self.exit(WRONG_USAGE)

    def _in_own_words(self, message: str) -> str:
        return usage_in_chinese(message) if self.voice.language == SOURCE_LANGUAGE else message


def reader_for(voice: Voice) -> type[ArgumentReader]:
    """The parser whose texts, and those of its commands, ``voice`` says."""
    return type("ArgumentReader", (ArgumentReader,), {"voice": voice})


def path(text: str) -> Path:
    """A path as a command line gives it. Nothing (a variable that was not set) is no path.

    Raises ``ValueError`` for that, where ``Path`` would mean the folder one stands in.
    """
    if not text.strip():
        raise ValueError(text)
    return Path(text)


def read_day(text: str) -> date | None:
    """A day such as 2026-11-21, None where nothing is written; ``UserError`` for anything else."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError(
            "law.no_day",
            f"“{text}”不是日期。",
            mend="请写成 2026-11-21。",
            facts={"text": text},
        ) from error


def read_moment(text: str) -> date | datetime:
    """A day (2026-11-21) or a moment (2026-11-21T09:30); ``UserError`` for anything else."""
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError as error:
        raise UserError(
            "law.no_date",
            f"“{text}”不是日期。",
            mend="请写成 2026-11-21 或者 2026-11-21T09:30。",
            facts={"text": text},
        ) from error


def refuse_limit(limit: int) -> None:
    """Raise ``UserError`` for a ``--limit`` that asks for nothing."""
    if limit < 1:
        raise UserError(
            "search.limit",
            "--limit 应当是大于 0 的整数。",
            safe="没有作任何更改。",
            mend="例如：--limit 10",
        )
