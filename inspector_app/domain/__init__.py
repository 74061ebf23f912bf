"""What an inspection is: pure data and decisions, no I/O, no clock, no Qt."""
