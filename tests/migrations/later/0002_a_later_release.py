"""A release that does not exist: it proves that old files are migrated with their data."""

import sqlalchemy as sa
from alembic import op

revision = "0002_test"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("visits") as visits:
        visits.add_column(sa.Column("mood", sa.Text(), nullable=False, server_default="calm"))
    op.create_table("later", sa.Column("streams", sa.Integer(), nullable=False))
    op.execute("INSERT INTO later SELECT count(DISTINCT stream) FROM journal")
