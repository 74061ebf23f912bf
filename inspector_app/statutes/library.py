"""The statute library (法规库): every edition of every imported law, asked and added to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import islice
from pathlib import Path
from unicodedata import category

from inspector_app.domain.errors import UserError
from inspector_app.domain.law.citation import NATIONAL, Citation
from inspector_app.domain.law.statute import (
    Article,
    EffectiveBasis,
    Provision,
    Statute,
    StatuteCounts,
    StatuteEdition,
    StatuteHit,
    StatuteLevel,
    StatuteSource,
    Unresolved,
    UnresolvedReason,
    edition_in_force,
    place_in,
)
from inspector_app.domain.plain import from_plain, to_plain
from inspector_app.statutes import refused
from inspector_app.statutes.library_file import LibraryFile
from inspector_app.statutes.reading import folded
from inspector_app.statutes.schema import has_index, index_all
from inspector_app.statutes.words import article_key, best_line, pairs, phrase, words_in

__all__ = ["Added", "StatuteLibrary"]

_COLUMNS = "id, law, edition, effective_from, ends, level, basis, digest, source, counts"
# How many articles with the words are looked at more closely.
_CANDIDATES = 300


class Added(StrEnum):
    """What became of a text that was offered."""

    NEW = "new"
    REPLACED = "replaced"  # same edition, other words or days
    UNCHANGED = "unchanged"  # there already


@dataclass(frozen=True, slots=True)
class _Stored:
    """An edition with its row."""

    row: int
    edition: StatuteEdition


class StatuteLibrary:
    """The port :class:`StatuteShelf` over one file, which is made by the first import."""

    def __init__(self, path: Path) -> None:
        self._file = LibraryFile(path)

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        self._file.close()

    def stamp(self) -> Hashable:
        """When the file was last written, and its size."""
        return self._file.stamp()

    def editions(self, law: str = "") -> tuple[StatuteEdition, ...]:
        """Every edition, or those of ``law`` (any of its names), by name and then oldest first."""
        with self._file.reading() as database:
            if database is None:
                return ()
            full = _full_name(database, law) if law else ""
            if full is None:
                return ()
            return tuple(stored.edition for stored in _stored(database, full))

    def names(self) -> Mapping[str, str]:
        """Every name that texts go by here, to the full official name; the latter included."""
        with self._file.reading() as database:
            if database is None:
                return {}
            rows = database.execute("""
                SELECT name, min(law) FROM aliases GROUP BY name HAVING count(*) = 1
                UNION SELECT law, law FROM statutes
            """)
            return {str(name): str(law) for name, law in rows}

    def full_name(self, name: str) -> str | None:
        """The full official name for a short name, an alias or itself; None if nothing has it."""
        with self._file.reading() as database:
            return None if database is None else _full_name(database, name)

    def edition_on(self, law: str, day: date) -> StatuteEdition | None:
        """The edition of ``law`` in force on ``day``."""
        return edition_in_force(self.editions(law), day)

    def statute(self, edition: StatuteEdition) -> Statute:
        """That edition with its words; ``UserError`` if it is not here any more."""
        with self._file.reading() as database:
            row = None if database is None else _row_of(database, edition)
            if database is None or row is None:
                raise refused.gone(edition.law, edition.edition)
            notes, annexes = database.execute(
                "SELECT notes, annexes FROM statutes WHERE id = ?", (row,)
            ).fetchone()
            articles = tuple(_articles(database, row))
        return Statute(edition, articles, tuple(json.loads(notes)), tuple(json.loads(annexes)))

    def resolve(self, citation: Citation, day: date) -> Provision | Unresolved:
        """What ``citation`` means in the law as it is on ``day``."""
        editions = self.editions(citation.law)
        if not editions:
            return Unresolved(citation, UnresolvedReason.NO_LAW)
        citation = replace(citation, law=editions[0].law)
        edition = edition_in_force(editions, day)
        if edition is None:
            return Unresolved(citation, UnresolvedReason.NOT_IN_FORCE)
        return self.resolve_in(citation, edition)

    def resolve_in(self, citation: Citation, edition: StatuteEdition) -> Provision | Unresolved:
        """What ``citation`` means in that edition, whatever the day."""
        citation = replace(citation, law=edition.law)
        with self._file.reading() as database:
            row = None if database is None else _row_of(database, edition)
            if database is None or row is None:
                return Unresolved(citation, UnresolvedReason.NO_LAW)
            found = database.execute(
                "SELECT body FROM articles WHERE statute = ? AND number = ? AND subarticle = ?",
                (row, citation.article, citation.subarticle),
            ).fetchone()
        if found is None:
            return Unresolved(citation, UnresolvedReason.NO_ARTICLE, edition)
        return place_in(_article(found[0]), citation, edition)

    def search(
        self, words: str, *, limit: int = 20, day: date | None = None, law: str = ""
    ) -> tuple[StatuteHit, ...]:
        """Provisions that hold all of ``words``, the best first; see the port."""
        keys = words_in(words)
        if not keys or limit < 1:
            return ()
        with self._file.reading() as database:
            full = _full_name(database, law) if database is not None and law else ""
            if database is None or full is None:
                return ()
            stored = {
                each.row: each.edition
                for each in _stored(database, full)
                if day is None or each.edition.in_force(day)
            }
            rows = list(_candidates(database, keys, tuple(stored)))
        hits = []
        for place, (row, body) in enumerate(rows):
            edition = stored[row]
            best = best_line(edition.law, _article(body), keys)
            if best is not None:
                score, line = best
                hits.append((-score, place, StatuteHit(edition, line.citation, line.text)))
        hits.sort(key=lambda entry: entry[:2])
        return tuple(hit for _, _, hit in hits[:limit])

    def add(self, statute: Statute, *, replacing: bool = False) -> Added:
        """Take ``statute`` in, whole or not at all.

        The same words and days again change nothing. ``UserError`` where the same edition is here
        with other words, unless ``replacing``, and where two editions would be in force at once.
        """
        new = statute.edition
        with self._file.writing() as database:
            others = _stored(database, new.law)
            same = next((each for each in others if each.edition.edition == new.edition), None)
            if same is not None:
                if same.edition.digest == new.digest:
                    return _restate(database, same, new, others)
                if not replacing:
                    raise _changed(database, same, statute)
            _refuse_overlap(new, others)
            if same is not None:
                _remove(database, same.row)
            _insert(database, statute)
            return Added.NEW if same is None else Added.REPLACED


def _full_name(database: sqlite3.Connection, name: str) -> str | None:
    bare = name.strip().strip("《》")
    if any(category(sign) == "Cs" for sign in bare):
        # Half of a pair, as a command line gives bytes that are no text: SQLite takes none.
        return None
    for candidate in (bare, NATIONAL + bare):
        if database.execute("SELECT 1 FROM statutes WHERE law = ?", (candidate,)).fetchone():
            return candidate
    laws = database.execute("SELECT law FROM aliases WHERE name = ?", (bare,)).fetchall()
    return str(laws[0][0]) if len(laws) == 1 else None


def _stored(database: sqlite3.Connection, law: str = "") -> tuple[_Stored, ...]:
    """Editions by name and age; each ends where the next begins, or earlier if it was said so."""
    where = "WHERE law = ?" if law else ""
    rows = database.execute(
        f"SELECT {_COLUMNS} FROM statutes {where} ORDER BY law, effective_from, edition",  # noqa: S608 - our own words
        (law,) if law else (),
    ).fetchall()
    aliases: dict[str, list[str]] = {}
    for name, full in database.execute("SELECT name, law FROM aliases ORDER BY name"):
        aliases.setdefault(full, []).append(name)
    found = []
    for row, following in zip(rows, [*rows[1:], None], strict=False):
        ends = [row[4]] if row[4] else []
        if following is not None and following[1] == row[1]:
            ends.append(following[3])
        edition = _edition(row, min(ends, default=""), tuple(aliases.get(row[1], ())))
        found.append(_Stored(int(row[0]), edition))
    return tuple(found)


def _edition(row: tuple[str, ...], ends: str, aliases: tuple[str, ...]) -> StatuteEdition:
    _, law, edition, effective_from, _, level, basis, digest, source, counts = row
    return StatuteEdition(
        law=law,
        level=StatuteLevel(level),
        edition=date.fromisoformat(edition),
        effective_from=date.fromisoformat(effective_from),
        source=from_plain(StatuteSource, json.loads(source)),
        counts=from_plain(StatuteCounts, json.loads(counts)),
        digest=digest,
        basis=EffectiveBasis(basis),
        effective_to=date.fromisoformat(ends) if ends else None,
        aliases=aliases,
    )


def _row_of(database: sqlite3.Connection, edition: StatuteEdition) -> int | None:
    found = database.execute(
        "SELECT id FROM statutes WHERE law = ? AND edition = ?",
        (edition.law, edition.edition.isoformat()),
    ).fetchone()
    return int(found[0]) if found else None


def _article(body: str) -> Article:
    return from_plain(Article, json.loads(body))


def _articles(database: sqlite3.Connection, row: int) -> Iterator[Article]:
    bodies = database.execute("SELECT body FROM articles WHERE statute = ? ORDER BY id", (row,))
    return (_article(body) for (body,) in bodies)


def _candidates(
    database: sqlite3.Connection, keys: tuple[str, ...], statutes: tuple[int, ...]
) -> Iterator[tuple[int, str]]:
    """Articles that hold all of ``keys``: in the order of the index, else of their laws."""
    if has_index(database):
        rows = database.execute(
            """
            SELECT articles.statute, articles.body
            FROM article_terms JOIN articles ON articles.id = article_terms.rowid
            WHERE article_terms MATCH ? ORDER BY rank
            """,
            (phrase(keys),),
        )
    else:
        holds = " AND ".join("instr(words, ?)" for _ in keys)
        rows = database.execute(
            f"SELECT statute, body FROM articles WHERE {holds} ORDER BY id",  # noqa: S608 - our own words
            keys,
        )
    wanted = set(statutes)
    yield from islice((each for each in rows if each[0] in wanted), _CANDIDATES)


def _restate(
    database: sqlite3.Connection,
    same: _Stored,
    new: StatuteEdition,
    others: tuple[_Stored, ...],
) -> Added:
    """The same words again: only what a person said of their days, or a new name, is taken over."""
    for name in new.aliases:
        database.execute("INSERT OR IGNORE INTO aliases VALUES (?, ?)", (name, new.law))
    old = same.edition
    stated = new.basis is EffectiveBasis.STATED and new.effective_from != old.effective_from
    better = old.basis is EffectiveBasis.ASSUMED and new.basis is not EffectiveBasis.ASSUMED
    ends = new.effective_to is not None and new.effective_to != old.effective_to
    if not stated and not better and not ends:
        return Added.UNCHANGED
    if stated or better:
        _refuse_overlap(new, others)
        database.execute(
            "UPDATE statutes SET effective_from = ?, basis = ? WHERE id = ?",
            (new.effective_from.isoformat(), new.basis.value, same.row),
        )
    if new.effective_to is not None:
        database.execute(
            "UPDATE statutes SET ends = ? WHERE id = ?", (new.effective_to.isoformat(), same.row)
        )
    return Added.REPLACED


def _refuse_overlap(new: StatuteEdition, others: tuple[_Stored, ...]) -> None:
    """Later editions begin later: where they do not, one of the days is wrong."""
    for other in (each.edition for each in others):
        if other.edition == new.edition:
            continue
        later = new.effective_from > other.effective_from
        if later is not (new.edition > other.edition) or new.effective_from == other.effective_from:
            raise refused.overlap(
                new.source.name, new.law, new.edition, other.edition, new.effective_from
            )


def _changed(database: sqlite3.Connection, same: _Stored, statute: Statute) -> UserError:
    old = {article.label: folded(article) for article in _articles(database, same.row)}
    new = {article.label: folded(article) for article in statute.articles}
    first = next(
        (label for label in (*new, *old) if old.get(label) != new.get(label)), next(iter(new))
    )
    edition = statute.edition
    return refused.changed_since(edition.source.name, edition.law, edition.edition, first)


def _remove(database: sqlite3.Connection, row: int) -> None:
    if has_index(database):
        old = database.execute(
            "SELECT id, words FROM articles WHERE statute = ?", (row,)
        ).fetchall()
        database.executemany(
            "INSERT INTO article_terms (article_terms, rowid, terms) VALUES ('delete', ?, ?)",
            [(number, pairs(words)) for number, words in old],
        )
    database.execute("DELETE FROM statutes WHERE id = ?", (row,))


def _insert(database: sqlite3.Connection, statute: Statute) -> None:
    edition = statute.edition
    ends = edition.effective_to.isoformat() if edition.effective_to else None
    row = database.execute(
        "INSERT INTO statutes (law, edition, effective_from, ends, level, basis, digest, source,"
        " counts, notes, annexes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            edition.law,
            edition.edition.isoformat(),
            edition.effective_from.isoformat(),
            ends,
            edition.level.value,
            edition.basis.value,
            edition.digest,
            _json(edition.source),
            _json(edition.counts),
            _json(statute.notes),
            _json(statute.annexes),
        ),
    ).lastrowid
    for name in edition.aliases:
        database.execute("INSERT OR IGNORE INTO aliases VALUES (?, ?)", (name, edition.law))
    indexed = has_index(database)
    for article in statute.articles:
        words = article_key(edition.law, article)
        number = database.execute(
            "INSERT INTO articles (statute, number, subarticle, body, words)"
            " VALUES (?, ?, ?, ?, ?)",
            (row, article.number, article.subarticle, _json(article), words),
        ).lastrowid
        if indexed:
            database.execute(
                "INSERT INTO article_terms (rowid, terms) VALUES (?, ?)", (number, pairs(words))
            )
    if not indexed:
        # Either this interpreter cannot, or one that could not wrote here before.
        index_all(database)


def _json(value: object) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))
