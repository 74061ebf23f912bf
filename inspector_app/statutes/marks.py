"""Bytes to clean lines: encodings, line ends, HTML and Markdown marks, odd blanks."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata

from inspector_app.statutes import refused

__all__ = ["decoded", "plain", "without_inner_blanks"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Real tags only: official history notes put names of laws in ASCII angle brackets.
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|<!--.*?-->")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_BETWEEN_CHINESE = re.compile(r"(?<=[\u3400-\u9fff、，（）《》]) (?=[\u3400-\u9fff（）《》])")
# Characters without a picture; line ends are dealt with before.
_UNSEEN = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})


def decoded(data: bytes, file: str) -> str:
    """The text of ``data``, each line ended by a line feed: UTF-8, UTF-16 with its mark, or GB 18030.

    Raises ``UserError`` if it is none of them.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            encodings = [encoding]
            break
    else:
        encodings = ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise refused.not_text(file)


def plain(line: str) -> str:
    """``line`` without tags, entities, links, bold marks and unseen characters; blanks are one."""
    line = html.unescape(_TAG.sub("", line))
    line = _LINK.sub(r"\1", line).replace("**", "")
    kept = "".join(
        " " if sign == "\t" else sign
        for sign in line
        if sign == "\t" or unicodedata.category(sign) not in _UNSEEN
    )
    return _BLANKS.sub(" ", kept).strip()


def without_inner_blanks(title: str) -> str:
    """``title`` without the blanks that spread two characters over a line: 附 则 is 附则."""
    return _BETWEEN_CHINESE.sub("", title)
