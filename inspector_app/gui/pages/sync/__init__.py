"""同步: what waits, what was sent, what the server set aside."""
