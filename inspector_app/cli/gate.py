"""The command ``gate``: what the legality gate says of a case."""

from __future__ import annotations

import argparse

from inspector_app.cli.arguments import path, read_day
from inspector_app.cli.command import FOLDER, JSON, NAMES, Argument, Command, Help, answer
from inspector_app.wordings import Voice

__all__ = ["GATE"]


def _gate(options: argparse.Namespace, voice: Voice) -> int:
    # Late: each command loads its own rooms.
    from inspector_app.bootstrap.gate_desk import check_case_named
    from inspector_app.bootstrap.laptop_folder import default_folder

    folder = options.folder or default_folder()
    told = check_case_named(
        options.case, folder, read_day(options.on), voice, ics=options.ics, names=options.names
    )
    return answer(told, options, voice)


GATE = Command(
    "gate",
    Help("help.gate", "合法性审查：一个案件"),
    _gate,
    (
        Argument(
            "case",
            "CASE",
            Help("help.gate_case", "案件事实（JSON）、案件文件（zip）或者检查编号"),
        ),
        Argument(
            "--on",
            "DATE",
            Help("help.gate_on", "以哪一天为准（默认今天；检查编号总以今天为准）"),
        ),
        Argument("--ics", "FILE", Help("help.gate_ics", "把正在计算的期限写成日历文件"), type=path),
        NAMES,
        FOLDER,
        JSON,
    ),
)
