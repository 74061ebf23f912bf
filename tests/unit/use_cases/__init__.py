"""The use cases against the office in memory."""
