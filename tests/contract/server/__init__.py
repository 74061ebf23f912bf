"""The server's own suite, run on SQLite and on PostgreSQL."""
