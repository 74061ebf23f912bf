"""The first release: journal, outbox, projections, registry, numbers and search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "blobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("uploaded", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blobs")),
        sa.UniqueConstraint("sha256", name=op.f("uq_blobs_sha256")),
    )
    op.create_index(
        "ix_blobs_waiting", "blobs", ["id"], unique=False, sqlite_where=sa.text("uploaded IS 0")
    )
    op.create_table(
        "bookmarks",
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_bookmarks")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "enterprise_names",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("enterprise", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("credit_code", sa.Text(), nullable=False),
        sa.Column("initials", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_enterprise_names")),
    )
    op.create_index(
        op.f("ix_enterprise_names_credit_code"), "enterprise_names", ["credit_code"], unique=False
    )
    op.create_table(
        "enterprises",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_enterprises")),
        sa.UniqueConstraint("id", name=op.f("uq_enterprises_id")),
    )
    op.create_table(
        "lineages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("acknowledged", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lineages")),
        sa.UniqueConstraint("name", name=op.f("uq_lineages_name")),
    )
    op.create_table(
        "number_blocks",
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("token", sa.Integer(), nullable=False),
        sa.Column("next", sa.Integer(), nullable=False),
        sa.Column("given_up", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("ordinal", name=op.f("pk_number_blocks")),
        sa.UniqueConstraint("id", name=op.f("uq_number_blocks_id")),
    )
    op.create_table(
        "officers",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officers")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "packs",
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("ordinal", name=op.f("pk_packs")),
        sa.UniqueConstraint("digest", name=op.f("uq_packs_digest")),
    )
    op.create_table(
        "quarantine",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("released", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantine")),
        sa.UniqueConstraint(
            "position", "stream", "seq", "hash", name=op.f("uq_quarantine_position_stream_seq_hash")
        ),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_settings")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "signed_heads",
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("sent", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("ordinal", name=op.f("pk_signed_heads")),
        sa.UniqueConstraint(
            "stream",
            "seq",
            "hash",
            "key_id",
            "at",
            "signature",
            name=op.f("uq_signed_heads_stream_seq_hash_key_id_at_signature"),
        ),
    )
    op.create_index(
        "ix_signed_heads_unsent",
        "signed_heads",
        ["ordinal"],
        unique=False,
        sqlite_where=sa.text("sent IS 0"),
    )
    op.create_table(
        "sync_state",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sync_state")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tasks",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("enterprise_id", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("closed_by", sa.Text(), nullable=True),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_tasks_enterprise_id"), "tasks", ["enterprise_id"], unique=False)
    op.create_index(
        "ix_tasks_open", "tasks", ["due"], unique=False, sqlite_where=sa.text("closed_by IS NULL")
    )
    op.create_table(
        "visits",
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("enterprise_id", sa.Text(), nullable=False),
        sa.Column("enterprise_name", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("officers", sa.Text(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("not_met", sa.Integer(), nullable=False),
        sa.Column("findings", sa.Integer(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("completed", sa.Boolean(), nullable=False),
        sa.Column("submitted_round", sa.Integer(), nullable=False),
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("open_remarks", sa.Integer(), nullable=False),
        sa.Column("grid", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_visits")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_visits_started_at"), "visits", ["started_at"], unique=False)
    op.create_table(
        "blob_needs",
        sa.Column("blob", sa.Integer(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["blob"], ["blobs.id"], name=op.f("fk_blob_needs_blob")),
        sa.PrimaryKeyConstraint("blob", "stream", name=op.f("pk_blob_needs")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "documents",
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.Column("enterprise_name", sa.Text(), nullable=False),
        sa.Column("pdf", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visits.visit_id"], name=op.f("fk_documents_visit_id")
        ),
        sa.PrimaryKeyConstraint("visit_id", "document_id", name=op.f("pk_documents")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_documents_issued_at"), "documents", ["issued_at"], unique=False)
    op.create_table(
        "journal",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("lineage", sa.Integer(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint("origin IN ('own', 'received')", name=op.f("ck_journal_origin")),
        sa.ForeignKeyConstraint(["lineage"], ["lineages.id"], name=op.f("fk_journal_lineage")),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_journal")),
        sa.UniqueConstraint("stream", "seq", name=op.f("uq_journal_stream_seq")),
    )
    op.create_table(
        "licences",
        sa.Column("enterprise_id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("valid_to", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enterprise_id"], ["enterprises.id"], name=op.f("fk_licences_enterprise_id")
        ),
        sa.PrimaryKeyConstraint("enterprise_id", "ordinal", name=op.f("pk_licences")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_licences_valid_to"), "licences", ["valid_to"], unique=False)
    op.create_table(
        "numbers",
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("fate", sa.Text(), nullable=False),
        sa.Column("reported", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["block"], ["number_blocks.id"], name=op.f("fk_numbers_block")),
        sa.PrimaryKeyConstraint("ordinal", name=op.f("pk_numbers")),
        sa.UniqueConstraint("block", "seq", name=op.f("uq_numbers_block_seq")),
    )
    op.create_index(op.f("ix_numbers_document_id"), "numbers", ["document_id"], unique=False)
    op.create_table(
        "deadline_starts",
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("start_id", sa.Text(), nullable=False),
        sa.Column("enterprise_id", sa.Text(), nullable=False),
        sa.Column("enterprise_name", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visits.visit_id"], name=op.f("fk_deadline_starts_visit_id")
        ),
        sa.PrimaryKeyConstraint("visit_id", "start_id", name=op.f("pk_deadline_starts")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_deadline_starts_at"), "deadline_starts", ["at"], unique=False)
    op.create_table(
        "rectifications",
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("finding_id", sa.Text(), nullable=False),
        sa.Column("enterprise_id", sa.Text(), nullable=False),
        sa.Column("enterprise_name", sa.Text(), nullable=False),
        sa.Column("item_number", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("deadline", sa.Text(), nullable=True),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visits.visit_id"], name=op.f("fk_rectifications_visit_id")
        ),
        sa.PrimaryKeyConstraint("visit_id", "finding_id", name=op.f("pk_rectifications")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_rectifications_enterprise_id"), "rectifications", ["enterprise_id"], unique=False
    )
    op.create_table(
        "remarks",
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("remark_id", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visits.visit_id"], name=op.f("fk_remarks_visit_id")
        ),
        sa.PrimaryKeyConstraint("visit_id", "remark_id", name=op.f("pk_remarks")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outbox",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("journal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["journal"], ["journal.position"], name=op.f("fk_outbox_journal")),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_outbox")),
    )
    op.execute(
        """CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"""
    )
    op.execute(
        """CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"""
    )
    op.execute(
        """CREATE VIRTUAL TABLE enterprise_terms
    USING fts5(terms, content='', contentless_delete=1, tokenize='ascii')"""
    )
