"""The library file's tables, one revision after the other; ``user_version`` counts them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable

from inspector_app.domain.law.statute import Article
from inspector_app.domain.plain import from_plain
from inspector_app.statutes.words import article_key, pairs

__all__ = ["HEAD", "bring_up_to_date", "has_index", "index_all"]


def _first(database: sqlite3.Connection) -> None:
    database.execute("""
        CREATE TABLE statutes (
            id INTEGER PRIMARY KEY,
            law TEXT NOT NULL,
            edition TEXT NOT NULL,
            effective_from TEXT NOT NULL,
            ends TEXT,
            level TEXT NOT NULL,
            basis TEXT NOT NULL,
            digest TEXT NOT NULL,
            source TEXT NOT NULL,
            counts TEXT NOT NULL,
            notes TEXT NOT NULL,
            annexes TEXT NOT NULL,
            UNIQUE (law, edition)
        )
    """)
    database.execute("""
        CREATE TABLE aliases (
            name TEXT NOT NULL, law TEXT NOT NULL, PRIMARY KEY (name, law)
        ) WITHOUT ROWID
    """)
    database.execute("""
        CREATE TABLE articles (
            id INTEGER PRIMARY KEY,
            statute INTEGER NOT NULL REFERENCES statutes ON DELETE CASCADE,
            number INTEGER NOT NULL,
            subarticle INTEGER NOT NULL,
            body TEXT NOT NULL,
            UNIQUE (statute, number, subarticle)
        )
    """)


def _second(database: sqlite3.Connection) -> None:
    """Words: a key for each article, and the index over them where the interpreter can."""
    database.execute("ALTER TABLE articles ADD COLUMN words TEXT NOT NULL DEFAULT ''")
    database.execute("CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    rows = database.execute("""
        SELECT articles.id, law, body FROM articles JOIN statutes ON statutes.id = statute
    """).fetchall()
    for number, law, body in rows:
        words = article_key(law, from_plain(Article, json.loads(body)))
        database.execute("UPDATE articles SET words = ? WHERE id = ?", (words, number))
    index_all(database)


_REVISIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first, _second)
HEAD = len(_REVISIONS)


def bring_up_to_date(database: sqlite3.Connection, head: int = HEAD) -> None:
    """Make or migrate the tables inside the open transaction; those of ``head`` stay as they are."""
    found = database.execute("PRAGMA user_version").fetchone()[0]
    for revision in _REVISIONS[found:head]:
        revision(database)
    database.execute(f"PRAGMA user_version = {head}")


def has_index(database: sqlite3.Connection) -> bool:
    """Whether the word index is whole and this interpreter can read it."""
    row = database.execute("SELECT value FROM settings WHERE name = 'indexed'").fetchone()
    return row is not None and row[0] == "1" and can_index(database)


def can_index(database: sqlite3.Connection) -> bool:
    """Whether the interpreter's SQLite has FTS5."""
    options = {row[0] for row in database.execute("PRAGMA compile_options")}
    return "ENABLE_FTS5" in options


def index_all(database: sqlite3.Connection) -> None:
    """Build the word index anew, or mark it as missing where the interpreter cannot."""
    able = can_index(database)
    if able:
        database.execute("""
            CREATE VIRTUAL TABLE IF NOT EXISTS article_terms
            USING fts5 (terms, content = '', detail = full, tokenize = 'unicode61')
        """)
        database.execute("INSERT INTO article_terms (article_terms) VALUES ('delete-all')")
        for number, words in database.execute("SELECT id, words FROM articles").fetchall():
            database.execute(
                "INSERT INTO article_terms (rowid, terms) VALUES (?, ?)", (number, pairs(words))
            )
    database.execute(
        "INSERT OR REPLACE INTO settings VALUES ('indexed', ?)", ("1" if able else "0",)
    )
