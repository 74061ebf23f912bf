"""Tests of what must be on the disk before it counts."""
