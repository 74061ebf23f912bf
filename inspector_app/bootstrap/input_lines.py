"""Standard input line by line, each with its number; one that cannot be taken stops no other."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from inspector_app.domain.errors import UserError

__all__ = ["LONGEST_LINE", "InputLine", "input_lines"]

LONGEST_LINE = 100_000
"""How many signs a line may have: no description of anything has so many."""


@dataclass(frozen=True, slots=True)
class InputLine:
    """Line ``number`` (from 1): its text without what ends it; why it cannot be taken, if so.

    Of a line that cannot be taken ``text`` is what could be read: its beginning, or all of it with
    U+FFFD for what is no text.
    """

    number: int
    text: str = ""
    error: UserError | None = None


def input_lines(stream: TextIO) -> Iterator[InputLine]:
    """Every line of ``stream`` as UTF-8, read as it comes, no more of it held than a line may have."""
    if isinstance(stream, io.TextIOWrapper):
        # What is not UTF-8 is one bad line, not the end of all; Windows would read its own code page.
        stream.reconfigure(encoding="utf-8-sig", errors="surrogateescape")
    number = 0
    while text := stream.readline(LONGEST_LINE + 1):
        number += 1
        whole = text.endswith("\n")
        if not whole and len(text) > LONGEST_LINE:
            _pass_over(stream)
            yield InputLine(number, _legible(text[:LONGEST_LINE]), _too_long(number))
        elif any("\udc80" <= sign <= "\udcff" for sign in text):
            yield InputLine(number, _legible(text.rstrip("\r\n")), _not_utf8(number))
        else:
            yield InputLine(number, text.rstrip("\r\n"))


def _legible(text: str) -> str:
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _pass_over(stream: TextIO) -> None:
    while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith("\n"):
        pass


def _too_long(number: int) -> UserError:
    return UserError(
        "search.line_too_long",
        f"第 {number} 行超过 {LONGEST_LINE} 个字，没有检索。",
        mend="请分成几行，每行一段描述。",
        facts={"line": number, "most": LONGEST_LINE},
    )


def _not_utf8(number: int) -> UserError:
    return UserError(
        "search.line_not_utf8",
        f"第 {number} 行不是 UTF-8 编码的文字，没有检索。",
        mend="请把输入转换为 UTF-8 编码。",
        facts={"line": number},
    )
