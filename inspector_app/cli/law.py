"""The command ``law``: its actions ``check`` and ``deadlines``, and those of the modules beside."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from inspector_app.bootstrap.told import Told
from inspector_app.cli.arguments import path, read_moment
from inspector_app.cli.command import FOLDER, JSON, NAMES, Argument, Command, Help, answer, flag
from inspector_app.cli.search import SEARCH
from inspector_app.cli.statutes import FIND, IMPORT, LIST, SHOW
from inspector_app.domain.errors import UserError
from inspector_app.wordings import Voice

if TYPE_CHECKING:
    from inspector_app.domain.law.deadlines import Suspension

__all__ = ["LAW"]


def _check(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.law_check import check_packs  # late: each command loads its own

    told = check_packs(options.packs, options.folder, voice, strict=options.strict)
    return answer(told, options, voice)


def _deadlines(options: argparse.Namespace, voice: Voice) -> int:
    # Late: each command loads its own rooms.
    from inspector_app.bootstrap.deadline_desk import count_deadline, list_deadlines

    if options.ics:
        if options.kind or options.extend or options.suspend:
            raise UserError(
                "law.ics_of_visits",
                "--ics 写的是本机检查正在计算的期限，不能同时写期限的编号和日期。",
                safe="没有写任何文件。",
                mend="只要日历文件：inspector-app law deadlines --ics FILE；只算一个期限：去掉 --ics。",
            )
        return _calendar(options, voice)
    if options.kind and options.date:
        told = count_deadline(
            options.kind,
            read_moment(options.date),
            voice,
            extensions=options.extend,
            suspensions=[_suspension(text) for text in options.suspend],
        )
    elif options.date or options.extend or options.suspend:
        raise UserError(
            "law.no_start",
            "要计算期限，须写明期限的编号和起算的日期。",
            mend="例如：inspector-app law deadlines D3 2026-11-21",
        )
    else:
        told = list_deadlines(voice, options.kind)
    return answer(told, options, voice)


def _suspension(text: str) -> Suspension:
    """``FROM..TO`` or ``FROM..TO:REASON``; ``UserError`` for anything else."""
    # Late: each command loads its own rooms.
    from inspector_app.domain.law.deadline_kinds import NotCounted
    from inspector_app.domain.law.deadlines import Suspension

    span, _, reason = text.partition(":")
    first, _, last = span.partition("..")
    try:
        why = NotCounted(reason) if reason else None
        return Suspension(date.fromisoformat(first), date.fromisoformat(last or first), why)
    except ValueError as error:
        reasons = ", ".join(NotCounted)
        raise UserError(
            "law.no_pause",
            f"“{text}”不是一段不计入的日子。",
            mend=f"请写成 2026-03-10..2026-03-19，可在后面加 :原因（{reasons}）。",
            facts={"text": text, "reasons": reasons},
        ) from error


def _calendar(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.laptop import open_laptop  # late: each command loads its own rooms

    with open_laptop(options.folder) as laptop:
        file = laptop.use_cases.export_deadlines(
            options.ics, language=voice.language, names=options.names
        )
    said = voice.say("cli.exported", "已导出：{path}", path=str(file))
    return answer(Told((said,), {"file": str(file)}), options, voice)


_CHECK = Command(
    "check",
    Help("help.law_check", "把各包的引用和罚则与条文核对"),
    _check,
    (
        Argument(
            "packs",
            "PACK",
            Help("help.law_check_packs", "包的文件夹或者代码；不写则核对随程序的全部包"),
            nargs="*",
            default=[],
        ),
        flag("--strict", Help("help.law_check_strict", "缺少文本、未能核对的也算不通过")),
        FOLDER,
        JSON,
    ),
)

_DEADLINES = Command(
    "deadlines",
    Help("help.law_deadlines", "期限：种类、届满日、日历文件"),
    _deadlines,
    (
        Argument(
            "kind",
            "KIND",
            Help("help.deadline_kind", "期限的编号，如 D3；不写则列出全部"),
            nargs="?",
        ),
        Argument(
            "date",
            "DATE",
            Help("help.deadline_date", "起算事由发生的日期，以小时计的写到分钟"),
            nargs="?",
        ),
        Argument(
            "--extend",
            "LENGTH",
            Help("help.deadline_extend", "已批准延长；不写长度为最长，可重复"),
            nargs="?",
            type=int,
            action="append",
            default=[],
        ),
        Argument(
            "--suspend",
            "FROM..TO",
            Help("help.deadline_suspend", "不计入的一段日子，可重复"),
            action="append",
            default=[],
        ),
        Argument(
            "--ics",
            "FILE",
            Help("help.deadline_ics", "把本机检查正在计算的期限写成日历文件"),
            type=path,
        ),
        NAMES,
        FOLDER,
        JSON,
    ),
)

LAW = Command(
    "law",
    Help("help.law", "法律：文本、条文、期限"),
    below=(IMPORT, LIST, SHOW, FIND, _CHECK, SEARCH, _DEADLINES),
)
