"""Keeps the translations: ``python -m inspector_app.gui.i18n update|missing|fill|release``.

``update`` collects source strings into ``resources/i18n/inspector_app_en.ts``; ``missing`` prints
those without English as ``context<TAB>source<TAB>``; ``fill FILE.tsv`` takes such lines with the
English in the third column (``|`` between singular and plural where the source counts with
``%n``); ``release`` compiles the ``.qm`` that the application loads.
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from inspector_app.assets import resources_dir
from inspector_app.domain.errors import UserError

__all__ = ["fill", "main", "missing", "release", "ts_path", "update"]

_UNCOUNTED = re.compile(
    r"<message>\n        <source>(?P<source>[^<]*%n[^<]*)</source>\n"
    r"        <translation[^>]*>[^<]*</translation>"
)
_GUI = Path(__file__).resolve().parents[1]


def ts_path() -> Path:
    """The English translation."""
    return resources_dir() / "i18n" / "inspector_app_en.ts"


def update() -> None:
    """Collect source strings; translations of strings that are gone are dropped."""
    sources = sorted(str(path) for path in _GUI.rglob("*.py"))
    counted = _counted_forms()
    _run(
        "pyside6-lupdate",
        "-silent",
        *("-locations", "none"),
        "-no-obsolete",
        # Modules without a QObject shorten QCoreApplication.translate to _tr.
        *("-tr-function-alias", "translate+=_tr"),
        *("-source-language", "zh_CN"),
        *("-target-language", "en_GB"),
        *sources,
        "-ts",
        str(ts_path()),
    )
    _mark_counted(counted)


def missing() -> list[tuple[str, str]]:
    """(context, source) of every string without finished English."""
    tree = _read()
    return [
        (context, message.findtext("source", ""))
        for context, message in _messages(tree)
        if not _finished(message)
    ]


def fill(lines: Iterator[str]) -> list[str]:
    """Write English from ``context<TAB>source<TAB>English`` lines; returns lines that fit nowhere."""
    tree = _read()
    by_key = {
        (context, message.findtext("source", "")): message for context, message in _messages(tree)
    }
    unknown = []
    for line in lines:
        cells = line.rstrip("\n").replace("\\n", "\n").split("\t")
        message = by_key.get((cells[0], cells[1])) if len(cells) == 3 else None
        if message is None:
            if line.strip():
                unknown.append(line.rstrip("\n"))
        elif cells[2]:
            _translate(message, cells[2])
    ET.indent(tree, "    ")
    body = ET.tostring(tree, encoding="unicode")
    header = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    ts_path().write_text(header + body + "\n", encoding="utf-8")
    # lupdate has its own way of writing the file; going through it keeps differences small.
    update()
    return unknown


def release(target: Path | None = None) -> Path:
    """Compile the translation to ``target``, by default beside its source."""
    target = target or ts_path().with_suffix(".qm")
    _run("pyside6-lrelease", "-silent", str(ts_path()), "-qm", str(target))
    return target


def main(arguments: list[str] | None = None) -> int:
    """Run one of the commands; 1 if something is left to translate or fits nowhere."""
    parser = argparse.ArgumentParser(prog="python -m inspector_app.gui.i18n")
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("update", "missing", "release"):
        commands.add_parser(name)
    commands.add_parser("fill").add_argument("file", type=Path)
    options = parser.parse_args(arguments)
    match options.command:
        case "update":
            update()
            return 0
        case "missing":
            left = missing()
            for context, source in left:
                _say(f"{context}\t{source}\t".replace("\n", "\\n"))
            return int(bool(left))
        case "fill":
            with options.file.open(encoding="utf-8") as lines:
                unknown = fill(iter(lines))
            for line in unknown:
                _say(f"no such string: {line}")
            return int(bool(unknown))
        case _:
            release()
            return 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _run(tool: str, *arguments: str) -> None:
    program = shutil.which(tool, path=str(Path(sys.executable).parent)) or shutil.which(tool)
    if program is None:
        raise UserError(
            "gui.i18n_tool_missing",
            f"找不到翻译工具 {tool}。",
            mend="请安装 PySide6_Essentials。",
            facts={"tool": tool},
        )
    subprocess.run([program, *arguments], check=True)


def _read() -> ET.Element:
    # The file is ours and under version control, not something that was received.
    return ET.parse(ts_path()).getroot()  # noqa: S314


def _messages(root: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    for context in root.iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def _counted_forms() -> dict[tuple[str, str], list[str]]:
    """Singular and plural of every string that counts, by context and source."""
    if not ts_path().exists():
        return {}
    return {
        (context, message.findtext("source", "")): [
            form.text or "" for form in message.iter("numerusform")
        ]
        for context, message in _messages(_read())
    }


def _mark_counted(known: dict[tuple[str, str], list[str]]) -> None:
    """Give every string with ``%n`` its singular and plural.

    lupdate of PySide6 6.11 sees a plural in ``tr`` only, and makes one form of what it finds in
    ``translate``. In lupdate's own way of writing, so that the file differs by nothing else.
    """

    def counted(context: str, block: re.Match[str]) -> str:
        source = html.unescape(block["source"])
        forms = known.get((context, source)) or ["", ""]
        done = all(forms)
        rows = "".join(
            f"            <numerusform>{html.escape(form, quote=False)}</numerusform>\n"
            for form in forms
        )
        kind = "" if done else ' type="unfinished"'
        return (
            f'<message numerus="yes">\n        <source>{block["source"]}</source>\n'
            f"        <translation{kind}>\n{rows}        </translation>"
        )

    text = ts_path().read_text(encoding="utf-8")
    head, *contexts = text.split("<context>")
    for place, body in enumerate(contexts):
        name = body.partition("<name>")[2].partition("</name>")[0]
        contexts[place] = _UNCOUNTED.sub(partial(counted, name), body)
    ts_path().write_text("<context>".join([head, *contexts]), encoding="utf-8")


def _finished(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform")
    return all(form.text for form in forms) if forms else bool(translation.text)


def _translate(message: ET.Element, english: str) -> None:
    translation = message.find("translation")
    if translation is None:
        translation = ET.SubElement(message, "translation")
    translation.attrib.pop("type", None)
    for form in translation.findall("numerusform"):
        translation.remove(form)
    if message.get("numerus") == "yes":
        translation.text = None
        forms = english.split("|")
        for words in forms if len(forms) == 2 else forms * 2:
            ET.SubElement(translation, "numerusform").text = words
    else:
        translation.text = english


if __name__ == "__main__":
    sys.exit(main())
