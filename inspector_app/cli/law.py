"""The command ``law``: each of its actions reads its own arguments and prints what comes of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from inspector_app.bootstrap.arguments import path, take_folder, take_json, tell
from inspector_app.cli.search import read_search
from inspector_app.cli.statutes import read_find, read_import, read_list, read_show
from inspector_app.domain.errors import UserError
from inspector_app.wordings import Voice

__all__ = ["read_law"]

DONE = 0
NOT_AS_THE_LAW_HAS_IT = 1

Reader = Callable[[argparse.ArgumentParser, Voice], None]


def read_law(law: argparse.ArgumentParser, voice: Voice) -> None:
    """Give ``law`` its actions."""
    actions = law.add_subparsers(
        required=True, metavar="ACTION", title=voice.say("usage.commands", "命令")
    )
    helps = {
        "import": voice.say("help.law_import", "导入法律文本"),
        "list": voice.say("help.law_list", "列出库中的法律文本"),
        "show": voice.say("help.law_show", "显示法条"),
        "find": voice.say("help.law_find", "按词查找法条"),
        "check": voice.say("help.law_check", "把各包的引用和罚则与条文核对"),
        "search": voice.say("help.law_search", "用自己的话说发现了什么，找相应的违法行为和条款"),
        "deadlines": voice.say("help.law_deadlines", "期限：种类、届满日、日历文件"),
    }
    for name, read in _ACTIONS.items():
        read(actions.add_parser(name, help=helps[name]), voice)


def _read_check(check: argparse.ArgumentParser, voice: Voice) -> None:
    check.set_defaults(action=_check)
    check.add_argument(
        "packs",
        nargs="*",
        default=[],
        metavar="PACK",
        help=voice.say("help.law_check_packs", "包的文件夹或者代码；不写则核对随程序的全部包"),
    )
    check.add_argument(
        "--strict",
        action="store_true",
        help=voice.say("help.law_check_strict", "缺少文本、未能核对的也算不通过"),
    )
    take_folder(check, voice)
    take_json(check, voice)


def _check(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.law_check import check_packs  # late: each command loads its own

    told = check_packs(options.packs, options.folder, voice, strict=options.strict)
    tell(told.lines, told.data, as_json=options.json)
    return DONE if told.done else NOT_AS_THE_LAW_HAS_IT


def _read_deadlines(deadlines: argparse.ArgumentParser, voice: Voice) -> None:
    deadlines.set_defaults(action=_deadlines)
    deadlines.add_argument(
        "kind",
        nargs="?",
        default="",
        metavar="KIND",
        help=voice.say("help.deadline_kind", "期限的编号，如 D3；不写则列出全部"),
    )
    deadlines.add_argument(
        "date",
        nargs="?",
        default="",
        metavar="DATE",
        help=voice.say("help.deadline_date", "起算事由发生的日期，以小时计的写到分钟"),
    )
    deadlines.add_argument(
        "--extend",
        nargs="?",
        type=int,
        action="append",
        default=[],
        metavar="LENGTH",
        help=voice.say("help.deadline_extend", "已批准延长；不写长度为最长，可重复"),
    )
    deadlines.add_argument(
        "--suspend",
        action="append",
        default=[],
        metavar="FROM..TO",
        help=voice.say("help.deadline_suspend", "不计入的一段日子，可重复"),
    )
    deadlines.add_argument(
        "--ics",
        type=path,
        metavar="FILE",
        help=voice.say("help.deadline_ics", "把本机检查正在计算的期限写成日历文件"),
    )
    deadlines.add_argument(
        "--names",
        action="store_true",
        help=voice.say("help.deadline_names", "日历文件里写明当事人（默认不写）"),
    )
    take_folder(deadlines, voice)
    take_json(deadlines, voice)


def _deadlines(options: argparse.Namespace, voice: Voice) -> int:
    # Late: each command loads its own rooms.
    from inspector_app.bootstrap.deadline_desk import (
        count_deadline,
        list_deadlines,
        read_moment,
        read_suspension,
    )

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
            suspensions=[read_suspension(text) for text in options.suspend],
        )
    elif options.date or options.extend or options.suspend:
        raise UserError(
            "law.no_start",
            "要计算期限，须写明期限的编号和起算的日期。",
            mend="例如：inspector-app law deadlines D3 2026-11-21",
        )
    else:
        told = list_deadlines(voice, options.kind)
    tell(told.lines, told.data, as_json=options.json)
    return DONE


def _calendar(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.laptop import open_laptop  # late: each command loads its own rooms

    with open_laptop(options.folder) as laptop:
        file = laptop.use_cases.export_deadlines(
            options.ics, language=voice.language, names=options.names
        )
    said = voice.say("cli.exported", "已导出：{path}", path=str(file))
    tell([said], {"file": str(file)}, as_json=options.json)
    return DONE


# What ``law`` can do, in the order in which it is listed.
_ACTIONS: Mapping[str, Reader] = {
    "import": read_import,
    "list": read_list,
    "show": read_show,
    "find": read_find,
    "check": _read_check,
    "search": read_search,
    "deadlines": _read_deadlines,
}
