"""Frozen files of older versions."""
