"""The tables of the laptop's database, as they are now. How they came to be: ``migrations``.

A test keeps both equal, and holds the statements of this room against them; at work nothing
imports this module. Rows that only screens read in whole (enterprises, tasks, officers) keep
their record as JSON beside the columns that are searched.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from inspector_app.storage.revision import HEAD

__all__ = [
    "HEAD",
    "blob_needs",
    "blobs",
    "bookmarks",
    "deadline_starts",
    "documents",
    "enterprise_names",
    "enterprises",
    "journal",
    "licences",
    "lineages",
    "metadata",
    "number_blocks",
    "numbers",
    "officers",
    "outbox",
    "packs",
    "quarantine",
    "rectifications",
    "remarks",
    "settings",
    "signed_heads",
    "sync_state",
    "tasks",
    "visits",
]

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _truth(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


# One row per lineage; the newest is the current one. ``acknowledged`` is the server's high-water.
lineages = Table(
    "lineages",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("name"),
    _text("device"),
    _text("started_at"),
    _whole("acknowledged"),
    Column("receipt", LargeBinary, nullable=False),
    UniqueConstraint("name"),
)

# The record. ``body`` is the exact canonical bytes that ``hash`` is taken over.
journal = Table(
    "journal",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("lineage", ForeignKey("lineages.id"), nullable=False),
    _text("stream"),
    _whole("seq"),
    _text("type"),
    _text("hash"),
    _text("prev"),
    Column("body", LargeBinary, nullable=False),
    _text("origin"),
    UniqueConstraint("stream", "seq"),
    CheckConstraint("origin IN ('own', 'received')", name="origin"),
)

# Own events in the order they are sent: positions 1, 2, 3 … of the current lineage.
outbox = Table(
    "outbox",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("journal", ForeignKey("journal.position"), nullable=False),
)

# Events set aside. ``position`` 0 = came by the feed. A released one waits to be sent again.
quarantine = Table(
    "quarantine",
    metadata,
    Column("id", Integer, primary_key=True),
    _whole("position"),
    _text("stream"),
    _whole("seq"),
    _text("hash"),
    _text("reason"),
    Column("body", LargeBinary, nullable=False),
    _truth("released"),
    UniqueConstraint("position", "stream", "seq", "hash"),
)

# --- projections: one column per field of the domain's rows --------------------------------------

visits = Table(
    "visits",
    metadata,
    Column("visit_id", Text, primary_key=True),
    _text("enterprise_id"),
    _text("enterprise_name"),
    _text("started_at"),
    _text("updated_at"),
    _text("officers"),
    _text("kinds"),
    _text("step"),
    _whole("total"),
    _whole("answered"),
    _whole("not_met"),
    _whole("findings"),
    _whole("documents"),
    _text("grade"),
    _truth("completed"),
    _whole("submitted_round"),
    _text("review"),
    _whole("open_remarks"),
    _text("grid"),
    _text("device"),
    Index(None, "started_at"),
    sqlite_with_rowid=False,
)

documents = Table(
    "documents",
    metadata,
    Column("visit_id", ForeignKey("visits.visit_id"), primary_key=True),
    Column("document_id", Text, primary_key=True),
    _text("kind"),
    _text("title"),
    _text("number"),
    _text("status"),
    _text("issued_at"),
    _text("enterprise_name"),
    _text("pdf"),
    _whole("pages"),
    Index(None, "issued_at"),
    sqlite_with_rowid=False,
)

rectifications = Table(
    "rectifications",
    metadata,
    Column("visit_id", ForeignKey("visits.visit_id"), primary_key=True),
    Column("finding_id", Text, primary_key=True),
    _text("enterprise_id"),
    _text("enterprise_name"),
    _text("item_number"),
    _text("wording"),
    Column("deadline", Text),
    _truth("done"),
    Index(None, "enterprise_id"),
    sqlite_with_rowid=False,
)

remarks = Table(
    "remarks",
    metadata,
    Column("visit_id", ForeignKey("visits.visit_id"), primary_key=True),
    Column("remark_id", Text, primary_key=True),
    _text("item"),
    _text("document"),
    _text("text"),
    _text("by"),
    _text("at"),
    _truth("answered"),
    _text("answer"),
    sqlite_with_rowid=False,
)

deadline_starts = Table(
    "deadline_starts",
    metadata,
    Column("visit_id", ForeignKey("visits.visit_id"), primary_key=True),
    Column("start_id", Text, primary_key=True),
    _text("enterprise_id"),
    _text("enterprise_name"),
    _text("event"),
    _text("of"),
    _text("at"),
    _text("subject"),
    Index(None, "at"),
    sqlite_with_rowid=False,
)

bookmarks = Table(
    "bookmarks",
    metadata,
    Column("visit_id", Text, primary_key=True),
    _text("step"),
    _text("item"),
    sqlite_with_rowid=False,
)

# --- blobs ---------------------------------------------------------------------------------------

blobs = Table(
    "blobs",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("sha256"),
    _whole("size"),
    _text("kind"),
    _text("media_type"),
    _truth("uploaded"),
    UniqueConstraint("sha256"),
    Index("ix_blobs_waiting", "id", sqlite_where=text("uploaded IS 0")),
)

blob_needs = Table(
    "blob_needs",
    metadata,
    Column("blob", ForeignKey("blobs.id"), primary_key=True),
    Column("stream", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# --- registry ------------------------------------------------------------------------------------

enterprises = Table(
    "enterprises",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("id"),
    _whole("place"),
    Column("record", LargeBinary, nullable=False),
    UniqueConstraint("id"),
)

# What a search looks at, apart from the records: forty rows to a page instead of six. ``place``
# orders them, shorter names first (search_index); no reference to ``enterprises``, it would cost
# a look-up for each of a million rows.
enterprise_names = Table(
    "enterprise_names",
    metadata,
    Column("place", Integer, primary_key=True),
    _whole("enterprise"),
    _text("name"),
    _text("credit_code"),
    # Every way to read the name's pinyin initials, separated by blanks.
    _text("initials"),
    Index(None, "credit_code"),
)

# The licences that end, for the list of those that end soon.
licences = Table(
    "licences",
    metadata,
    Column("enterprise_id", ForeignKey("enterprises.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    _text("name"),
    _text("number"),
    _text("valid_to"),
    Index(None, "valid_to"),
    sqlite_with_rowid=False,
)

tasks = Table(
    "tasks",
    metadata,
    Column("id", Text, primary_key=True),
    _text("enterprise_id"),
    _text("due"),
    # The visit that answers it; "" = withdrawn by the server, NULL = open.
    Column("closed_by", Text),
    Column("record", LargeBinary, nullable=False),
    Index(None, "enterprise_id"),
    Index("ix_tasks_open", "due", sqlite_where=text("closed_by IS NULL")),
    sqlite_with_rowid=False,
)

officers = Table(
    "officers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("record", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

packs = Table(
    "packs",
    metadata,
    Column("ordinal", Integer, primary_key=True),
    _text("id"),
    _text("version"),
    _text("digest"),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("digest"),
)

# --- numbers -------------------------------------------------------------------------------------

number_blocks = Table(
    "number_blocks",
    metadata,
    Column("ordinal", Integer, primary_key=True),
    _text("id"),
    _text("word"),
    _whole("year"),
    _whole("first"),
    _whole("last"),
    _whole("token"),
    # The next free number; above ``last`` once the block is used up or given up.
    _whole("next"),
    _truth("given_up"),
    UniqueConstraint("id"),
)

numbers = Table(
    "numbers",
    metadata,
    Column("ordinal", Integer, primary_key=True),
    Column("block", ForeignKey("number_blocks.id"), nullable=False),
    _whole("seq"),
    _text("document_id"),
    _text("fate"),
    _text("reported"),
    UniqueConstraint("block", "seq"),
    Index(None, "document_id"),
)

# --- device --------------------------------------------------------------------------------------

signed_heads = Table(
    "signed_heads",
    metadata,
    Column("ordinal", Integer, primary_key=True),
    _text("stream"),
    _whole("seq"),
    _text("hash"),
    _text("device"),
    _text("key_id"),
    _text("at"),
    _text("signature"),
    _truth("sent"),
    UniqueConstraint("stream", "seq", "hash", "key_id", "at", "signature"),
    Index("ix_signed_heads_unsent", "ordinal", sqlite_where=text("sent IS 0")),
)

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    _text("value"),
    sqlite_with_rowid=False,
)

# Feed cursor, last server time, outcome of the last synchronisation.
sync_state = Table(
    "sync_state",
    metadata,
    Column("name", Text, primary_key=True),
    _text("value"),
    sqlite_with_rowid=False,
)
