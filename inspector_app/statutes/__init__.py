"""Statute texts: reading official text in the formats found in the wild, and the library of them."""
