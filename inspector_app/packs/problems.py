"""What is wrong in a pack, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable

from inspector_app.domain.errors import UserError
from inspector_app.domain.late_dataclass import dataclass

__all__ = ["HEAD", "PackProblem", "Place", "in_order", "refusal"]

# The file that says what a pack is and depends on: what is wrong there may be why the rest is.
HEAD = "pack.yaml"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a pack: file relative to the pack's folder; line and column count from 1.

    Line 0 means the file as a whole (it is missing, or not text at all).
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class PackProblem:
    """One mistake in a pack: where it stands, what it is and how to mend it (Chinese)."""

    file: str
    line: int
    column: int
    what: str
    mend: str

    @classmethod
    def at(cls, place: Place, what: str, mend: str) -> PackProblem:
        """The problem ``what`` at ``place``."""
        return cls(place.file, place.line, place.column, what, mend)

    def __str__(self) -> str:
        place = Place(self.file, self.line, self.column)
        return f"{place}：{self.what} {self.mend}".rstrip()


def in_order(problems: Iterable[PackProblem]) -> tuple[PackProblem, ...]:
    """Each of ``problems`` once: those of pack.yaml first, then by file and line."""
    return tuple(sorted(set(problems), key=lambda problem: (problem.file != HEAD, problem)))


def refusal(pack: str, problems: Iterable[PackProblem]) -> UserError:
    """One error that lists all ``problems`` of the pack in the order given."""
    listed = tuple(problems)
    lines = "\n".join(str(problem) for problem in listed)
    return UserError(
        "pack.problems",
        f"检查表包“{pack}”有 {len(listed)} 处问题：\n{lines}\n",
        safe="该包未被采用，已有的检查不受影响。",
        mend="请按上面列出的文件和行改正后再检查一次（pack lint）。",
        facts={"pack": pack, "count": len(listed)},
    )
