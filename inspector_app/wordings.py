"""What errors and messages say in other languages than Chinese, found by their stable codes.

Whoever raises an error, or makes a message of the legality gate, writes it in Chinese; screens and
command line look other languages up in ``resources/i18n``: ``errors_<language>.json`` for errors
and messages, ``lines_<language>.json`` for what only the command line says. Each is
``{code: {"what", "safe", "mend"}}`` with ``{fact}`` places for the facts that come with the code.
A fact that is a term of ours (罚款, 审核) is said as ``terms_<language>.json`` has it; what the case or
the law says stays as it was written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from unicodedata import category

from inspector_app.assets import resources_dir
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.late_dataclass import dataclass

__all__ = [
    "LANGUAGES",
    "SOURCE_LANGUAGE",
    "Voice",
    "Words",
    "say_error",
    "usage_in_chinese",
    "words_in",
]

SOURCE_LANGUAGE = "zh"
LANGUAGES = ("zh", "en")

Facts = Mapping[str, str | int]

# How terms in one fact are joined, and how English joins them.
_JOINTS = (("或者", " or "), ("、", ", "))
_LONGEST_LIST = 200


@dataclass(frozen=True, slots=True)
class Words:
    """What happened, what is safe, what to do; the last two may be empty."""

    what: str
    safe: str = ""
    mend: str = ""


def say_error(error: InspectorError, language: str) -> Words:
    """``error`` in ``language``; Chinese where its code has no translation."""
    told = words_in(language, error.code, error.facts)
    return told or Words(error.what, error.safe, error.mend)


def words_in(language: str, code: str, facts: Facts) -> Words | None:
    """The words of ``code``, or of the family it belongs to ("complete" for "complete.x").

    None in Chinese, which stands with whoever speaks, and where there is no translation.
    """
    if language == SOURCE_LANGUAGE:
        return None
    wordings = _wordings(language)
    found = wordings.get(code) or wordings.get(code.rpartition(".")[0])
    if not found:
        return None
    places = _Places({name: _in_terms(language, fact) for name, fact in facts.items()})
    return Words(*(found.get(part, "").format_map(places) for part in ("what", "safe", "mend")))


@dataclass(frozen=True, slots=True)
class Voice:
    """Says lines in one language, for the command line."""

    language: str = SOURCE_LANGUAGE

    def say(self, code: str, chinese: str, /, **facts: str | int) -> str:
        """The line ``code``; ``chinese`` holds the same ``{fact}`` places as its translation."""
        shown = {name: _on_one_line(fact) for name, fact in facts.items()}
        told = words_in(self.language, code, shown)
        return told.what if told else chinese.format_map(shown)

    def of_pack(self, chinese: str, english: str) -> str:
        """What a pack brings in both languages."""
        return chinese if self.language == SOURCE_LANGUAGE else english

    def error(self, error: InspectorError) -> str:
        """What happened, what is safe and what to do, in one line."""
        told = say_error(error, self.language)
        gap = "" if self.language == SOURCE_LANGUAGE else " "
        line = gap.join(part for part in (told.what, told.safe, told.mend) if part)
        return " ".join(str(_on_one_line(line)).split())

    def error_data(self, error: InspectorError) -> dict[str, str]:
        """The same for programs: its code, and each part by itself."""
        told = say_error(error, self.language)
        parts = {"what": told.what, "safe": told.safe, "mend": told.mend}
        return {
            "code": error.code,
            **{name: " ".join(str(_on_one_line(part)).split()) for name, part in parts.items()},
        }


def _in_terms(language: str, fact: str | int) -> str | int:
    """``fact`` in ``language`` where it is a term of ours or a list of them; else as it is."""
    if isinstance(fact, int) or len(fact) > _LONGEST_LIST:
        return fact
    terms, patterns = _terms(language)
    if fact in terms:
        return terms[fact]
    for pattern, wording in patterns:
        if found := pattern.fullmatch(fact):
            return wording.format(*found.groups())
    for joint, joined in _JOINTS:
        # From the last on: 没收工具、设备、原料 is one term.
        before, between, last = fact.rpartition(joint)
        while between:
            rest = _in_terms(language, before)
            if last in terms and rest != before:
                return f"{rest}{joined}{terms[last]}"
            before, between, more = before.rpartition(joint)
            last = f"{more}{joint}{last}"
    return fact


# Line ends, terminal escapes, and marks that turn the direction of writing.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def _on_one_line(fact: str | int) -> str | int:
    """``fact`` as a terminal may show it: what a file says of itself must not pass for our words."""
    if isinstance(fact, int):
        return fact
    return "".join(" " if category(sign) in _UNSEEN else sign for sign in fact)


class _Places(dict[str, str | int]):
    """Leaves a place unfilled rather than failing while an error is being shown."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


@lru_cache(maxsize=4)
def _wordings(language: str) -> dict[str, dict[str, str]]:
    folder = resources_dir() / "i18n"
    wordings: dict[str, dict[str, str]] = {}
    for kind in ("errors", "lines"):
        path = folder / f"{kind}_{language}.json"
        if path.exists():
            wordings |= json.loads(path.read_text(encoding="utf-8"))
    return wordings


@lru_cache(maxsize=4)
def _terms(language: str) -> tuple[Mapping[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Terms, and those with a place in them: 项目{0}的备注."""
    path = resources_dir() / "i18n" / f"terms_{language}.json"
    terms: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    patterns = tuple(
        (re.compile(re.escape(term).replace(r"\{0\}", "(.+)")), said)
        for term, said in terms.items()
        if "{0}" in term
    )
    return terms, patterns


def usage_in_chinese(message: str) -> str:
    """What argparse refuses a command line with, in Chinese; ``message`` itself where it is new."""
    for pattern, chinese in _REFUSALS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return chinese.format(*found.groups())
    return message


# argparse speaks English only; these are the refusals that our commands can meet.
_REFUSALS = (
    (r"the following arguments are required: (.+)", "缺少参数 {0}"),
    (r"unrecognized arguments: (.+)", "不认识的参数 {0}"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", "{0} 不能是 {1}，可选 {2}"),
    (r"argument (.+?): invalid int value: (.+)", "{0} 应是整数，不能是 {1}"),
    (r"argument (.+?): invalid path value: (.+)", "{0} 应是路径，不能是 {1}"),
    (r"argument (.+?): expected .+ arguments?", "{0} 后面缺少取值"),
    (r"one of the arguments (.+) is required", "缺少参数，以下须有其一：{0}"),
    (r"argument (.+?): not allowed with argument (.+)", "{0} 不能与 {1} 同时使用"),
)
