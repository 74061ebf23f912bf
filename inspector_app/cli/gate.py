"""The command ``gate``: what the legality gate says of a case."""

from __future__ import annotations

import argparse

from inspector_app.bootstrap.arguments import read_day, take_folder, take_json, tell
from inspector_app.wordings import Voice

__all__ = ["read_gate"]

DONE = 0
BLOCKED = 1


def read_gate(gate: argparse.ArgumentParser, voice: Voice) -> None:
    """Give ``gate`` its arguments."""
    gate.set_defaults(action=_gate)
    gate.add_argument(
        "case",
        metavar="CASE",
        help=voice.say("help.gate_case", "案件事实（JSON）、案件文件（zip）或者检查编号"),
    )
    gate.add_argument(
        "--on",
        default="",
        metavar="DATE",
        help=voice.say("help.gate_on", "以哪一天为准（默认今天；检查编号总以今天为准）"),
    )
    take_folder(gate, voice)
    take_json(gate, voice)


def _gate(options: argparse.Namespace, voice: Voice) -> int:
    # Late: each command loads its own rooms.
    from inspector_app.bootstrap.gate_desk import check_case_named
    from inspector_app.bootstrap.laptop_folder import default_folder

    folder = options.folder or default_folder()
    day = read_day(options.on) if options.on else None
    told = check_case_named(options.case, folder, day, voice)
    tell(told.lines, told.data, as_json=options.json)
    return BLOCKED if told.blocked else DONE
