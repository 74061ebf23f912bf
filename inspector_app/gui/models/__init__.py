"""What pages show, as plain data worked out from the use cases' answers."""
