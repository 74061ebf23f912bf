"""Whatever is said by a code can be said in English, with the facts that come with the code."""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from inspector_app.assets import resources_dir
from tests.architecture.sources import ROOT, modules, parsed, relative
from tests.architecture.wording_sites import Site, sites

_PLACE = re.compile(r"{(\w+)")
_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
# What an author wrote wrongly in a pack is told by line and in Chinese, like all of `pack lint`.
_FOR_AUTHORS = {"expression", "pack.problems"}

# What server and laptop refuse each other: no person wrote it, none can mend it.
_BETWEEN_MACHINES = {"api", "wire"}


@cache
def english() -> Mapping[str, Mapping[str, str]]:
    folder = resources_dir() / "i18n"
    wordings: dict[str, dict[str, str]] = {}
    for file in (folder / "errors_en.json", folder / "lines_en.json"):
        told = json.loads(file.read_text(encoding="utf-8"))
        assert not told.keys() & wordings.keys(), f"{file.name} says again what another file says"
        wordings |= told
    return wordings


@cache
def every_site() -> tuple[Site, ...]:
    return tuple(sites())


def test_the_source_is_read_at_all() -> None:
    codes = {site.code for site in every_site()}

    assert {
        "pack.unknown_key",  # through a function that takes the code
        "network.tls_host",  # from a table
        "complete",  # a family of codes
        "gate.officers_two",
        "verify.altered",
        "stream.fork",
        "upload.busy",
        "server.defect",
    } <= codes


def test_every_code_has_english() -> None:
    missing = {site.code: site.place for site in every_site() if not _told(site.code)}

    assert not missing


def test_no_english_stands_for_a_code_that_nothing_says() -> None:
    assert not english().keys() - {site.code for site in every_site()}


def test_english_fills_in_only_what_comes_with_the_code() -> None:
    unfilled = {
        f"{site.place} {site.code}": sorted(places)
        for site in every_site()
        if site.facts is not None and (places := _places(_told(site.code)) - site.facts)
    }

    assert not unfilled


def test_what_chinese_words_fill_in_comes_as_a_fact() -> None:
    unnamed = {
        f"{site.place} {site.code}": site.unnamed
        for site in every_site()
        if site.unnamed and site.code not in _FOR_AUTHORS
    }

    assert not unnamed


def test_what_a_person_can_mend_says_how_in_both_languages() -> None:
    refused = list(_user_errors())
    silent = [
        place
        for place, code, parts in refused
        if "mend" not in parts or not (code is None or _told(code).get("mend"))
    ]

    assert len(refused) > 200
    assert not silent


def _user_errors() -> Iterator[tuple[str, str | None, set[str | None]]]:
    """Where a ``UserError`` is made, its code if it stands there, and the names of what it says."""
    for file in modules("inspector_app"):
        if _BETWEEN_MACHINES & set(file.parent.relative_to(ROOT).parts):
            continue
        for call in ast.walk(parsed(file)):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "UserError":
                match call.args:
                    case [ast.Constant(value=str(code)), *_]:
                        told: str | None = code
                    case _:
                        told = None
                parts = {word.arg for word in call.keywords}
                yield f"{relative(file)}:{call.lineno}", told, parts


@pytest.mark.parametrize("part", ["what", "safe", "mend"])
def test_english_holds_no_chinese(part: str) -> None:
    chinese = [code for code, told in english().items() if _CHINESE.search(told.get(part, ""))]

    assert not chinese


def test_english_has_no_part_that_nobody_reads() -> None:
    unread = [
        code
        for code, told in english().items()
        if told.keys() - {"what", "safe", "mend"} or not told.get("what")
    ]

    assert not unread


def _told(code: str) -> Mapping[str, str]:
    """The English of a code, or of its family."""
    return english().get(code) or english().get(code.rpartition(".")[0], {})


def _places(told: Mapping[str, str]) -> set[str]:
    return {place for text in told.values() for place in _PLACE.findall(text)}
