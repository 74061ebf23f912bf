"""Checking and signing packs for their authors, and what is said of it on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector_app.bootstrap.device import BEIJING
from inspector_app.packs import lint_pack, sign_pack, unsigned_changes
from inspector_app.trust.signing import SigningKey
from inspector_app.wordings import Voice

__all__ = ["LintedPacks", "lint_packs", "sign_packs"]


@dataclass(frozen=True, slots=True)
class LintedPacks:
    """What is said of the packs, and whether each is fit to be signed."""

    lines: tuple[str, ...]
    sound: bool


def lint_packs(folders: Sequence[Path], voice: Voice, *, warn: bool = True) -> LintedPacks:
    """Every problem of the packs in ``folders``.

    A pack that was changed after it was signed is fit to be signed, and yet every laptop refuses
    it: that is a warning, left out without ``warn``.
    """
    lines: list[str] = []
    sound = True
    for folder in folders:
        problems = lint_pack(folder)
        # As compilers print them, so that an editor finds the place.
        lines += [
            f"{folder / problem.file if folder.is_dir() else folder}"
            f"{str(problem).removeprefix(problem.file)}"
            for problem in problems
        ]
        if problems:
            sound = False
            continue
        lines.append(voice.say("cli.pack_fine", "{pack}：没有问题", pack=folder.name))
        if warn:
            lines += _warning(folder, voice)
    return LintedPacks(tuple(lines), sound)


def sign_packs(folders: Sequence[Path], key: SigningKey, voice: Voice) -> tuple[str, ...]:
    """Sign the packs, in the order given, and say so; ``UserError`` for one with problems."""
    lines = []
    for folder in folders:
        ref = sign_pack(folder, key, datetime.now(BEIJING).replace(microsecond=0))
        lines.append(
            voice.say(
                "cli.pack_signed",
                "{pack} 已签名，密钥 {key}，内容 {digest}…",
                pack=str(ref),
                key=key.id,
                digest=ref.digest[:16],
            )
        )
    return tuple(lines)


def _warning(folder: Path, voice: Voice) -> list[str]:
    changes = unsigned_changes(folder)
    command = f"inspector-app pack sign {folder} --key KEY.pem"
    if changes.files:
        return [
            voice.say(
                "cli.pack_changed",
                "{pack}：提醒：签名之后有改动（{files}），程序不会采用。请重新签名：{command}",
                pack=folder.name,
                files="、".join(changes.files),
                command=command,
            )
        ]
    if changes.dependencies:
        return [
            voice.say(
                "cli.pack_dependency_changed",
                "{pack}：提醒：所依赖的包在本包签名之后有改动，程序仍按签名时的内容使用。"
                "请重新签名：{command}",
                pack=folder.name,
                command=command,
            )
        ]
    return []
