"""What is printed in any format with any oddity is read back as it was; junk is refused, no more."""

import io
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.errors import UserError
from inspector_app.domain.law.statute import Article, Statute, StatuteLevel
from inspector_app.statutes.read_file import read_bytes
from inspector_app.statutes.read_package import read_package
from inspector_app.statutes.reading import NOTHING_STATED, NotTaken, read_statute
from tests.unit.statutes import printed
from tests.unit.statutes.printed import NOTE, TITLE, Oddities

Printer = Callable[[tuple[Article, ...], Oddities], bytes]
_PRINTERS = {
    "lawrefbook": printed.lawrefbook,
    "cldb": printed.cldb,
    "marked": printed.marked,
    "text": printed.text,
    "docx": printed.docx,
}


def _read(data: bytes, file: str = "茶摊法(2020-03-01).md") -> Statute:
    return read_statute(read_bytes(data, file), NOTHING_STATED).statute


@pytest.mark.parametrize("reader", _PRINTERS)
@given(articles=printed.trees(), odd=printed.oddities())
def test_a_statute_is_read_back_from_every_format(
    reader: str, articles: tuple[Article, ...], odd: Oddities
) -> None:
    statute = _read(_PRINTERS[reader](articles, odd))

    assert statute.articles == articles
    assert statute.edition.source.reader == reader
    assert (statute.edition.law, statute.edition.edition) == (TITLE, date(2020, 3, 1))


@given(articles=printed.trees())
def test_a_statute_is_read_back_from_the_package(articles: tuple[Article, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = printed.laws_db(Path(folder) / "laws.db", [({}, articles)])
        (source,) = read_package(data)

    assert read_statute(source, NOTHING_STATED).statute.articles == articles


_PIECES = st.sampled_from(
    [
        "第一条 茶。", "第二条", "第九条 水。", "第一章 总则", "## 第三章", "（一）摊；", "(三) 火",
        "1．", "附件", "---", "<!-- INFO END -->", "# 茶法", "&emsp;", "**<span id=\"一\">第一条</span>**",
        "第三十一条的决定》", "\0", "\ufeff", "目录", "第99999条 多", "第一条之一 ", "|a|b|", "\u2028",
    ]
)  # fmt: skip
_JUNK = st.lists(_PIECES | st.text(max_size=20), max_size=25).map("\n".join)


@given(_JUNK | st.text(max_size=200), st.sampled_from(["a.md", "茶法(2020-13-45).txt", "", "茶法"]))
def test_junk_is_read_or_refused_and_nothing_else(junk: str, file: str) -> None:
    try:
        statute = _read(junk.encode("utf-8", "surrogatepass"), file)
    except (UserError, NotTaken):
        return

    assert statute.articles


@given(st.binary(max_size=200) | st.binary(max_size=100).map(lambda data: b"PK\x03\x04" + data))
def test_bytes_of_any_kind_are_read_or_refused(data: bytes) -> None:
    try:
        statute = _read(data)
    except (UserError, NotTaken):
        return

    assert statute.articles


@pytest.mark.parametrize("place", range(40, 120, 8))
def test_a_damaged_word_document_is_refused(place: int) -> None:
    data = bytearray(printed.word(["第一条 茶。"] * 40))
    data[place : place + 8] = b"\xff" * 8

    with pytest.raises(UserError) as refusal:
        read_bytes(bytes(data), "茶摊法.docx")

    assert refusal.value.code == "statute.not_a_document"


def test_a_word_document_cannot_define_entities() -> None:
    bomb = _with_doctype(printed.word(["第一条 茶。"]))

    with pytest.raises(UserError) as refusal:
        read_bytes(bomb, "茶摊法.docx")

    assert refusal.value.code == "statute.not_a_document"


def _with_doctype(document: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        xml = archive.read("word/document.xml")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        head = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa">]>'
        archive.writestr("word/document.xml", head + xml.partition(b"?>")[2])
    return data.getvalue()


def test_the_level_is_taken_from_who_passed_it() -> None:
    assert _read(f"# {TITLE}\n{NOTE}\n\n第一条 茶。".encode()).edition.level is StatuteLevel.LAW
