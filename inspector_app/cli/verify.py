"""The command ``verify``: whether a document or a case file is genuine."""

from __future__ import annotations

import argparse

from inspector_app.cli.arguments import path
from inspector_app.cli.command import FOLDER, JSON, Argument, Command, Help, answer
from inspector_app.wordings import Voice

__all__ = ["VERIFY"]


def _verify(options: argparse.Namespace, voice: Voice) -> int:
    # Late: each command loads its own rooms.
    from inspector_app.bootstrap.laptop_folder import default_folder, known_roots
    from inspector_app.bootstrap.verification_words import say_verification

    roots = (*known_roots(options.folder or default_folder()), *options.roots)
    told = say_verification(options.file, roots, voice, options.device_keys)
    return answer(told, options, voice)


VERIFY = Command(
    "verify",
    Help("help.verify", "核验文书或案件"),
    _verify,
    (
        Argument("file", "FILE.pdf|CASE.zip", Help("help.file", "要核验的文件"), type=path),
        Argument(
            "--roots",
            "PEM",
            Help("help.roots", "受信任的签发机构证书"),
            type=path,
            action="append",
            default=[],
        ),
        Argument(
            "--device-key",
            "ID|FILE",
            Help("help.device_key", "案件：已知的设备密钥（指纹或公钥文件）"),
            dest="device_keys",
            action="append",
            default=[],
        ),
        FOLDER,
        JSON,
    ),
)
