"""What is wrong with a file that a bureau wants to import: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["MOST_SHOWN", "Mistake", "RefusedFile"]

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Mistake:
    """``place`` is a JSON pointer (RFC 6901) or a line and column of a table."""

    place: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.place or '/'}：{self.what}{self.mend}"


class RefusedFile(Exception):
    """Nothing of the file was imported, for these reasons."""

    def __init__(self, problems: Sequence[Mistake]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)
