"""Canonical JSON (RFC 8785), by the shortest way that is certain to give the same bytes."""

from __future__ import annotations

import json
from typing import Any

import rfc8785

__all__ = ["canonical"]

# Beyond this a JSON number is not exact (RFC 8785, appendix D).
_LARGEST = 2**53 - 1

_written = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":")
).encode


def canonical(value: Any) -> bytes:
    """The canonical bytes of ``value``, which is made of dicts, lists, tuples and scalars.

    Raises ``rfc8785.CanonicalizationError`` (a ``ValueError``) for what JSON cannot say, half of a
    surrogate pair in a value or a key included, ``RecursionError`` for what is nested too deep.
    """
    # Where there is no fraction and every key is ASCII, the two ways differ in time only: 6 µs
    # against 60 for an answer. They escape alike (RFC 8785, 3.2.2.2), and ASCII sorts the same in
    # UTF-16 (3.2.3).
    if _is_simple(value):
        try:
            return _written(value).encode()
        except UnicodeEncodeError:
            pass
    try:
        return rfc8785.dumps(value)
    except UnicodeEncodeError as unsayable:
        # Keys are sorted by their UTF-16 before anyone asks whether UTF-8 can say them.
        raise rfc8785.CanonicalizationError("a key has half of a surrogate pair") from unsayable


def _is_simple(value: Any) -> bool:
    kind = type(value)
    if kind is dict:
        for key, entry in value.items():
            if type(key) is not str or not key.isascii():
                return False
            # Most are text, and not asking about it takes half of the time.
            if type(entry) is not str and not _is_simple(entry):
                return False
        return True
    if kind is list or kind is tuple:
        return all(type(entry) is str or _is_simple(entry) for entry in value)
    if kind is int:
        return bool(-_LARGEST <= value <= _LARGEST)
    return kind is str or kind is bool or value is None
