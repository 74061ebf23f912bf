"""Snapshot to PDF/A to signed bytes, and back: verification."""
