"""Python's own ``import`` again, after PySide6 has put its own in front of it.

PySide6 replaces ``builtins.__import__`` to switch names to snake case for whoever imports
``__feature__``. To know whom to ask, it reads and searches the source of every module that is
imported after it, 400 of them by the time the record is open: a fifth of the start. Nobody here
asks for features, and without the wrapper Qt's names are what they are by default. What else it
serves is ``from PySide6.… import *``, which nobody here writes.
"""

from __future__ import annotations

import builtins

_own = builtins.__import__

__all__ = ["restore"]


def restore() -> None:
    """Load Qt and take its wrapper off again, if it put one on."""
    # Late: this module must have seen what was there before.
    import PySide6.QtCore  # noqa: F401 - loading it is what puts the wrapper on

    builtins.__import__ = _own
