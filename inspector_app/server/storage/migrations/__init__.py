"""The server's schema, step by step (Alembic). Brought up to date when the server starts."""
