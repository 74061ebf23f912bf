"""Versioned messages that sync and server share, nothing else. Decisions: README.md here."""
