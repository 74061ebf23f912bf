"""The commands of one laptop: run, demo, doctor, export."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from inspector_app.cli.arguments import LANGUAGE_VARIABLE, path
from inspector_app.cli.command import DONE, FOLDER, JSON, REFUSED, Argument, Command, Help, flag
from inspector_app.wordings import Voice

__all__ = ["DEMO", "DOCTOR", "EXPORT", "RUN"]


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


def _export(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.laptop import open_laptop  # late, as in _run

    with open_laptop(options.folder) as laptop:
        path = laptop.use_cases.export_case(options.visit, options.file)
    print(voice.say("cli.exported", "已导出：{path}", path=str(path)))
    return DONE


RUN = Command(
    "run",
    Help("help.run", "打开应用"),
    _run,
    (
        FOLDER,
        Argument("--server", "URL", Help("help.server_url", "首次登记：服务器地址")),
        Argument("--code", "CODE", Help("help.code", "首次登记：一次性登记码")),
        Argument(
            "--ca-file",
            "PEM",
            Help("help.ca_file", "首次登记：单位服务器的根证书（单位自己签发时）"),
            type=path,
        ),
        Argument("--officer", "ID", Help("help.officer", "共用设备：本次使用人")),
    ),
)

DEMO = Command(
    "demo",
    Help("help.demo", "用虚构数据试用"),
    _demo,
    (
        Argument(
            "--folder",
            "FOLDER",
            Help("help.demo_folder", "演示数据放在这里，下次接着用（默认临时目录）"),
            type=path,
        ),
        flag("--offscreen", Help("help.offscreen", "不开窗口，走完一次检查并输出结果")),
        Argument(
            "--output",
            "FOLDER",
            Help("help.output", "结果写到这里（默认 demo-output）"),
            type=path,
            default=Path("demo-output"),
        ),
        flag("--supervisor", Help("help.supervisor", "以审核人员身份打开")),
    ),
)

DOCTOR = Command("doctor", Help("help.doctor", "检查本机"), _doctor, (FOLDER, JSON))

EXPORT = Command(
    "export",
    Help("help.export", "导出案件"),
    _export,
    (
        Argument("visit", "VISIT", Help("help.visit", "检查编号")),
        Argument("file", "CASE.zip", Help("help.case", "案件文件"), type=path),
        FOLDER,
    ),
)
