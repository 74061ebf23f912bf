"""A release whose migration leaves a row that refers to nothing."""

from alembic import op

revision = "0002_orphaning"
down_revision = "0001"


def upgrade() -> None:
    op.execute("DELETE FROM visits")
