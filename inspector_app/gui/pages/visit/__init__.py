"""The guided visit (检查): its overview, the start, and the seven steps."""
