"""No Qt, no database."""
