"""What the command line says is ours: a file that is checked cannot put words into it."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.errors import UserError
from inspector_app.wordings import LANGUAGES, Voice

_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(), st.sampled_from(LANGUAGES))
def test_a_fact_brings_no_line_of_its_own_and_no_escape(name: str, language: str) -> None:
    said = Voice(language).say("verify.line.missing", "缺失：{name}", name=name)

    assert not {category(sign) for sign in said} & _UNSEEN


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_brings_no_escape(language: str) -> None:
    error = UserError("x.y", "读不到\x1b[2K\r“结论：文书真实”", facts={"name": "\x9b"})

    assert not {category(sign) for sign in Voice(language).error(error)} & _UNSEEN


def test_names_are_shown_as_they_are_written() -> None:
    assert Voice().say("verify.line.missing", "缺失：{name}", name="𠮷野　家（\ue863）") == (
        "缺失：𠮷野　家（\ue863）"
    )
