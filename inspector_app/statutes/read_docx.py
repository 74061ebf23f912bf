"""Word documents to paragraphs (ECMA-376, WordprocessingML): text only, styles are not looked at.

Official .docx files carry no paragraph styles (domain-facts §6.2), so what a line is stands in its
words as in any other text.
"""

from __future__ import annotations

import io
import zipfile

# A file from elsewhere: expat is told below to refuse any DOCTYPE, so no entity can be defined.
from xml.parsers import expat

from inspector_app.statutes import refused
from inspector_app.statutes.archives import DAMAGED

__all__ = ["paragraphs"]

_PART = "word/document.xml"
_MOST_BYTES = 60_000_000
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


class _Refused(Exception):
    """The document is not one that Word writes."""


_NO_DOCUMENT: tuple[type[Exception], ...] = (*DAMAGED, expat.ExpatError, _Refused)


def paragraphs(data: bytes, file: str) -> list[str]:
    """The text of each paragraph, and of each line broken by hand; ``UserError`` if it is no .docx."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = archive.getinfo(_PART)
            if part.file_size > _MOST_BYTES:
                raise refused.too_large(file, _MOST_BYTES // 1_000_000)
            return _Reader().read(archive.read(part))
    except _NO_DOCUMENT as error:
        raise refused.not_a_document(file) from error


class _Reader:
    """Collects the text between paragraph marks."""

    def __init__(self) -> None:
        self._paragraphs: list[str] = []
        self._text: list[str] = []
        self._in_text = 0
        # What is said a second time for older programs.
        self._in_fallback = 0

    def read(self, xml: bytes) -> list[str]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(xml, True)
        self._break()
        return self._paragraphs

    def _refuse(self, *_: object) -> None:
        raise _Refused

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if space == _COMPATIBILITY and tag == "Fallback":
            self._in_fallback += 1
        if space not in {_WORD, _STRICT}:
            return
        if tag == "t":
            self._in_text += 1
        elif tag == "tab":
            self._text.append(" ")
        elif tag in {"br", "cr"}:
            self._break()

    def _end(self, name: str) -> None:
        space, _, tag = name.rpartition(" ")
        if space == _COMPATIBILITY and tag == "Fallback":
            self._in_fallback -= 1
        if space not in {_WORD, _STRICT}:
            return
        if tag == "t":
            self._in_text -= 1
        elif tag == "p":
            self._break()

    def _characters(self, text: str) -> None:
        if self._in_text and not self._in_fallback:
            self._text.append(text)

    def _break(self) -> None:
        self._paragraphs.append("".join(self._text))
        self._text.clear()
