"""What SQLAlchemy has no words for: the journal is append-only, and the search index.

Beside ``schema``, and held to the migrations as it is.
"""

from __future__ import annotations

__all__ = ["SPECIAL_DDL"]

SPECIAL_DDL = (
    """CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE VIRTUAL TABLE enterprise_terms
    USING fts5(terms, content='', contentless_delete=1, tokenize='ascii')""",
)
