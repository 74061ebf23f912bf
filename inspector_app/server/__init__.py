"""The bureau's ASGI server: ingest, feed, leases, review."""
