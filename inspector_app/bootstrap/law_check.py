"""``law check``: every citation and every structured sanction of packs, held to the statutes here."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from inspector_app.assets import forms_dir
from inspector_app.bootstrap.laptop_folder import default_folder
from inspector_app.bootstrap.law_check_words import nothing_checked, told_data, told_lines
from inspector_app.bootstrap.statutes import STATUTES, LaptopStatutes
from inspector_app.bootstrap.told import Told
from inspector_app.domain.errors import UserError
from inspector_app.packs.cited_check import check_draft
from inspector_app.packs.draft import Draft
from inspector_app.packs.reader import lint_pack, read_draft
from inspector_app.wordings import Voice

__all__ = ["check_packs"]


def check_packs(
    names: Sequence[str], folder: Path | None, voice: Voice, *, strict: bool = False
) -> Told:
    """Check the packs called ``names`` (folders or ids; none = all delivered ones).

    ``folder`` is the laptop's, where its statute library lies. Done unless something is not as a
    statute has it, or nothing could be checked at all; ``strict`` asks that every text is there.
    Raises ``UserError`` for a pack that is not there or has problems of its own.
    """
    folders = [_folder_of(name) for name in names] or _delivered()
    home = folder or default_folder()
    results = []
    for each in folders:
        draft = _sound(each)
        short = {law.short: law.full for law in draft.all_laws().values()}
        with closing(LaptopStatutes(home / STATUTES, partial(dict, short))) as shelf:
            results.append(check_draft(draft, shelf))
    lines = [line for result in results for line in told_lines(result, voice)]
    clean = not any(result.complaints or (strict and result.lacking) for result in results)
    # A library without one of the cited laws finds nothing wrong: that is no pass.
    nothing = not any(result.held for result in results) and any(r.lacking for r in results)
    if nothing:
        lines.append(nothing_checked(voice))
    data = {"packs": [told_data(result) for result in results], "nothing_checked": nothing}
    return Told(tuple(lines), data, done=clean and not nothing)


def _sound(folder: Path) -> Draft:
    problems = lint_pack(folder)
    if problems:
        raise UserError(
            "law.pack_unsound",
            f"检查表包“{folder.name}”自身有 {len(problems)} 处问题。",
            safe="没有核对。",
            mend=f"请先检查它（pack lint {folder.name}）。",
            facts={"pack": folder.name, "count": len(problems)},
        )
    return read_draft(folder)


def _folder_of(name: str) -> Path:
    for folder in (Path(name), forms_dir() / name):
        if (folder / "pack.yaml").is_file():
            return folder
    raise UserError(
        "law.no_pack",
        f"没有名为“{name}”的检查表包。",
        mend="请写包的文件夹或者代码。",
        facts={"pack": name},
    )


def _delivered() -> list[Path]:
    return sorted(folder.parent for folder in forms_dir().glob("*/pack.yaml"))
