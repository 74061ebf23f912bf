"""Keeps ``None``, ``True`` and ``False`` alive under PySide6 6.12 on Python 3.11.

PySide6 6.12.0 returns None without taking a reference, as one may from Python 3.12 on, where None
is immortal (PEP 683). On 3.11 every Qt call that returns nothing then loses a reference that
somebody else holds (measured: 1,000 ``setObjectName`` cost 1,000), until the interpreter aborts
with "deallocating None" after some ten thousand calls. Each queued signal loses one of True's in
the same way (measured: 50 jobs cost 50), so a morning's work ends it too. 6.11.3 does not do this.
"""

from __future__ import annotations

import ctypes
import sys

__all__ = ["keep_none_alive"]

_PLENTY = 1 << 40


def keep_none_alive() -> None:
    """Give None and the two booleans more references than a process can ever lose.

    Does nothing from Python 3.12 on.
    """
    # A build that traces references keeps other fields in front of the count.
    traced = hasattr(sys, "getobjects")
    if sys.version_info >= (3, 12) or traced:
        return
    for constant in (None, True, False):
        if sys.getrefcount(constant) < _PLENTY:
            ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY
