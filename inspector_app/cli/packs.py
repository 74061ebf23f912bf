"""The command ``pack``: checking and signing packs for their authors."""

from __future__ import annotations

import argparse
import sys

from inspector_app.cli.arguments import path
from inspector_app.cli.command import DONE, REFUSED, Argument, Command, Help
from inspector_app.wordings import Voice

__all__ = ["PACK"]


def _lint(options: argparse.Namespace, voice: Voice) -> int:
    from inspector_app.bootstrap.pack_desk import lint_packs  # late: each command loads its own

    linted = lint_packs(options.folders, voice)
    print("\n".join(linted.lines))
    return DONE if linted.sound else REFUSED


def _sign(options: argparse.Namespace, voice: Voice) -> int:
    # Late: each command loads its own rooms.
    from inspector_app.bootstrap.pack_desk import lint_packs, sign_packs
    from inspector_app.trust.signing import SigningKey

    key = SigningKey.from_file(options.key)
    linted = lint_packs(options.folders, voice, warn=False)
    print("\n".join(linted.lines))
    if not linted.sound:
        refused = voice.say("cli.pack_not_signed", "有问题的包没有签名，其他的包也没有。")
        print(refused, file=sys.stderr)
        return REFUSED
    print("\n".join(sign_packs(options.folders, key, voice)))
    return DONE


_FOLDERS = Argument("folders", "FOLDER", Help("help.pack_folder", "包的目录"), type=path, nargs="+")

PACK = Command(
    "pack",
    Help("help.pack", "检查表包：检查、签名"),
    below=(
        Command("lint", Help("help.lint", "检查包的内容"), _lint, (_FOLDERS,)),
        Command(
            "sign",
            Help("help.sign", "编译并签名"),
            _sign,
            (
                _FOLDERS,
                Argument(
                    "--key",
                    "PEM",
                    Help("help.key", "签名私钥（Ed25519，PEM）"),
                    type=path,
                    required=True,
                ),
            ),
        ),
    ),
)
