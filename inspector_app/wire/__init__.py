"""Versioned messages that sync and server share."""
