"""Form packs and statute libraries: read, lint, sign, verify, compile."""
