"""Which revision of the schema this program works with."""

__all__ = ["HEAD"]

HEAD = "0001"
"""The newest migration; a test holds it, and the tables of ``schema``, against ``migrations``."""
