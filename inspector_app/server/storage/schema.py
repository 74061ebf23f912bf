"""The server's tables. Times are ISO 8601 with offset, hashes 64 hexadecimal digits."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = [
    "alarms",
    "aside_blobs",
    "blob_senders",
    "blobs",
    "devices",
    "enrolment_codes",
    "events",
    "feed",
    "lineages",
    "meta",
    "metadata",
    "number_blocks",
    "number_words",
    "numbers",
    "quarantine",
    "signed_heads",
    "streams",
    "uploads",
    "visit_blobs",
    "visit_tasks",
    "visits",
]

# Named, so that a migration can drop or change each on every database.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself only for a column of exactly INTEGER.
_Serial = BigInteger().with_variant(Integer, "sqlite")


def _text(
    name: str,
    default: str | None = None,
    *,
    primary_key: bool = False,
    unique: bool | None = None,
    index: bool | None = None,
) -> Column[str]:
    return Column(
        name,
        Text,
        nullable=False,
        server_default=default,
        primary_key=primary_key,
        unique=unique,
        index=index,
    )


meta = Table("meta", metadata, _text("name", primary_key=True), _text("value"))

devices = Table(
    "devices",
    metadata,
    _text("id", primary_key=True),
    _text("name"),
    _text("public_key", unique=True),
    _text("token_hash", unique=True),
    _text("token_expires"),
    _text("role"),
    _text("officer_id", ""),
    _text("enrolled_at"),
    _text("seen_at", ""),
    _text("revoked_at", ""),
    Column("wipe", Boolean, nullable=False),
    _text("wiped_at", ""),
)

enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    _text("code_hash", primary_key=True),
    _text("role"),
    _text("officer_id", ""),
    _text("issued_at"),
    _text("expires_at"),
    _text("used_at", ""),
    _text("used_by", ""),
)

lineages = Table(
    "lineages",
    metadata,
    _text("id", primary_key=True),
    Column("device", ForeignKey(devices.c.id), nullable=False),
    Column("position", BigInteger, nullable=False),
    _text("hash"),
    _text("updated_at"),
)

streams = Table(
    "streams",
    metadata,
    _text("name", primary_key=True),
    _text("kind"),
    _text("visit_id", index=True),
    # The device that writes it; nobody else may.
    Column("device", ForeignKey(devices.c.id), nullable=False, index=True),
    Column("seq", Integer, nullable=False),
    _text("hash"),
)

events = Table(
    "events",
    metadata,
    _text("stream", primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("hash", unique=True),
    _text("type"),
    Column("device", ForeignKey(devices.c.id), nullable=False),
    _text("received_at"),
    Column("body", LargeBinary, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", _Serial, primary_key=True),
    _text("stream"),
    Column("seq", Integer, nullable=False),
    _text("hash", index=True),
    Column("device", ForeignKey(devices.c.id), nullable=False),
    _text("lineage"),
    Column("position", BigInteger, nullable=False),
    _text("code"),
    _text("received_at"),
    _text("resolved_at", ""),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("stream", "seq", "hash", "device"),
)

alarms = Table(
    "alarms",
    metadata,
    Column("id", _Serial, primary_key=True),
    _text("at"),
    _text("code"),
    _text("device"),
    _text("subject"),
    _text("seen_at", ""),
    UniqueConstraint("code", "device", "subject"),
)

signed_heads = Table(
    "signed_heads",
    metadata,
    _text("stream", primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("device", primary_key=True),
    _text("hash"),
    _text("key_id"),
    _text("at"),
    _text("signature"),
    _text("received_at"),
)

visits = Table(
    "visits",
    metadata,
    _text("visit_id", primary_key=True),
    Column("device", ForeignKey(devices.c.id), nullable=False),
    Column("submitted_round", Integer, nullable=False),
    _text("review", index=True),
    _text("updated_at"),
    Column("summary", LargeBinary, nullable=False),
)

visit_blobs = Table(
    "visit_blobs",
    metadata,
    _text("visit_id", primary_key=True),
    _text("sha256", primary_key=True),
    Index("ix_visit_blobs_sha256", "sha256"),
)

aside_blobs = Table(
    "aside_blobs",
    metadata,
    # Blobs that events name which were set aside from a revoked device: evidence, for a person.
    Column("device", ForeignKey(devices.c.id), primary_key=True),
    _text("sha256", primary_key=True),
)

visit_tasks = Table(
    "visit_tasks",
    metadata,
    _text("visit_id", primary_key=True),
    _text("task_id", primary_key=True),
    Index("ix_visit_tasks_task_id", "task_id"),
)

blobs = Table(
    "blobs",
    metadata,
    _text("sha256", primary_key=True),
    Column("size", BigInteger, nullable=False),
    _text("media_type"),
    _text("device"),
    _text("received_at"),
)

blob_senders = Table(
    "blob_senders",
    metadata,
    # Devices that handed in all bytes of the blob: they have it, so they may read it.
    _text("sha256", primary_key=True),
    Column("device", ForeignKey(devices.c.id), primary_key=True),
)

uploads = Table(
    "uploads",
    metadata,
    _text("id", primary_key=True),
    # What the sender says the whole will be; empty for a client that does not know.
    _text("sha256", ""),
    Column("size", BigInteger, nullable=False),
    _text("media_type", ""),
    Column("device", ForeignKey(devices.c.id), nullable=False),
    _text("started_at"),
    # The blob's id once complete.
    _text("blob", ""),
    Index("ix_uploads_device_sha256", "device", "sha256"),
)

feed = Table(
    "feed",
    metadata,
    Column("seq", _Serial, primary_key=True),
    # Random: tells this row from another of the same number before a restore.
    _text("tag"),
    _text("kind"),
    _text("subject"),
    _text("audience", ""),
    _text("at"),
    # Null once a later row says something newer of the same subject.
    Column("body", LargeBinary, nullable=True),
    Index("ix_feed_kind_subject", "kind", "subject"),
    sqlite_autoincrement=True,
)

number_words = Table(
    "number_words",
    metadata,
    _text("word", primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("next", Integer, nullable=False),
    Column("token", Integer, nullable=False),
)

number_blocks = Table(
    "number_blocks",
    metadata,
    _text("id", primary_key=True),
    _text("word"),
    Column("year", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("token", Integer, nullable=False),
    Column("device", ForeignKey(devices.c.id), nullable=False),
    _text("lineage"),
    _text("leased_at"),
    UniqueConstraint("word", "year", "first"),
)

numbers = Table(
    "numbers",
    metadata,
    _text("word", primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("fate"),
    _text("document_id"),
    Column("block", ForeignKey(number_blocks.c.id), nullable=False),
    _text("device"),
    _text("reported_at"),
)
