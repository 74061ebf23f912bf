"""A release whose migration fails after it has changed something."""

import sqlalchemy as sa
from alembic import op

revision = "0002_failing"
down_revision = "0001"


def upgrade() -> None:
    op.create_table("half_done", sa.Column("id", sa.Integer(), nullable=False))
    op.execute("DELETE FROM settings")
    op.execute("INSERT INTO no_such_table VALUES (1)")
