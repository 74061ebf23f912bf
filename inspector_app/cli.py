"""The command line: run, demo, server, doctor, verify, pack, export."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from inspector_app.domain.errors import InspectorError

__all__ = ["main"]

Action = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command line and return the exit code: 0 done, 1 refused, 2 wrong usage.

    An error is one clear line on standard error; a defect of ours is logged and says so.
    """
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s"
    )
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["server"]:
        from inspector_app.server.command import main as server  # late: only this command needs it

        return server(words[1:])
    options = _parser().parse_args(words)
    action: Action = options.action
    try:
        return action(options)
    except InspectorError as error:
        print(f"inspector-app: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 1


def _run(options: argparse.Namespace) -> int:
    from inspector_app.bootstrap.window import run_laptop  # late: each command loads its own rooms

    return run_laptop(
        options.folder, server=options.server, code=options.code, officer=options.officer
    )


def _demo(options: argparse.Namespace) -> int:
    from inspector_app.bootstrap.demo import run_demo  # late, as in _run

    return run_demo(
        options.folder,
        offscreen=options.offscreen,
        output=options.output,
        language=options.lang,
        supervisor=options.supervisor,
    )


def _doctor(options: argparse.Namespace) -> int:
    from inspector_app.bootstrap.doctor import examine  # late, as in _run

    findings = examine(options.folder)
    for finding in findings:
        mark = {"ok": "✓", "warning": "!", "failed": "✗"}[finding.state]
        print(f"{mark} {finding.subject}：{finding.text}")
    return int(any(finding.state == "failed" for finding in findings))


def _verify(options: argparse.Namespace) -> int:
    from inspector_app.bootstrap.verification_words import say_verification  # late, as in _run

    lines, genuine = say_verification(options.file, options.roots)
    for line in lines:
        print(line)
    return 0 if genuine else 1


def _pack_lint(options: argparse.Namespace) -> int:
    from inspector_app.packs import lint_pack  # late, as in _run

    found = 0
    for folder in options.folders:
        problems = lint_pack(folder)
        found += len(problems)
        for problem in problems:
            print(problem)
        if not problems:
            print(f"{folder.name}：没有问题")
    return int(found > 0)


def _pack_sign(options: argparse.Namespace) -> int:
    # Late, as in _run.
    from datetime import datetime

    from inspector_app.bootstrap.device import BEIJING
    from inspector_app.packs import sign_pack
    from inspector_app.trust.signing import SigningKey

    key = SigningKey.from_file(options.key)
    for folder in options.folders:
        ref = sign_pack(folder, key, datetime.now(BEIJING).replace(microsecond=0))
        print(f"{ref} 已签名，密钥 {key.id}，内容 {ref.digest[:16]}…")
    return 0


def _export(options: argparse.Namespace) -> int:
    from inspector_app.bootstrap.laptop import open_laptop  # late, as in _run

    with open_laptop(options.folder) as laptop:
        path = laptop.use_cases.export_case(options.visit, options.file)
    print(f"已导出：{path}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="inspector-app", description="市场监管现场检查（离线优先） · offline-first inspections"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="打开应用 · open the application")
    run.set_defaults(action=_run)
    _folder(run)
    run.add_argument("--server", default="", metavar="URL", help="首次登记：服务器地址")
    run.add_argument("--code", default="", help="首次登记：一次性登记码")
    run.add_argument("--officer", default="", metavar="ID", help="共用设备：本次使用人")

    demo = commands.add_parser("demo", help="用虚构数据试用 · try it with made-up data")
    demo.set_defaults(action=_demo)
    demo.add_argument("--folder", type=Path, help="数据目录，默认临时目录")
    demo.add_argument("--offscreen", action="store_true", help="不开窗口，走完一次检查并输出结果")
    demo.add_argument("--output", type=Path, default=Path("demo-output"), help="输出目录")
    demo.add_argument("--lang", choices=("zh", "en"), default="zh")
    demo.add_argument("--supervisor", action="store_true", help="以审核人员身份打开")

    server = commands.add_parser(
        "server", help="运行单位服务器 · run the bureau's server", add_help=False
    )
    server.set_defaults(action=lambda _: 2)

    doctor = commands.add_parser("doctor", help="自检 · check this machine")
    doctor.set_defaults(action=_doctor)
    _folder(doctor)

    verify = commands.add_parser("verify", help="核验文书或案件 · check a PDF or a case file")
    verify.set_defaults(action=_verify)
    verify.add_argument("file", type=Path, metavar="FILE.pdf|CASE.zip")
    verify.add_argument(
        "--roots",
        type=Path,
        action="append",
        default=[],
        metavar="PEM",
        help="受信任的签发机构证书",
    )

    pack = commands.add_parser("pack", help="检查表包 · form packs").add_subparsers(
        required=True, metavar="ACTION"
    )
    lint = pack.add_parser("lint", help="检查包的内容")
    lint.set_defaults(action=_pack_lint)
    lint.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    sign = pack.add_parser("sign", help="编译并签名")
    sign.set_defaults(action=_pack_sign)
    sign.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    sign.add_argument("--key", type=Path, required=True, metavar="PEM", help="签名私钥")

    export = commands.add_parser("export", help="导出案件 · export a case")
    export.set_defaults(action=_export)
    export.add_argument("visit", metavar="VISIT")
    export.add_argument("file", type=Path, metavar="CASE.zip")
    _folder(export)
    return parser


def _folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--folder", type=Path, help="数据目录，默认为本用户的应用数据目录")


if __name__ == "__main__":
    sys.exit(main())
