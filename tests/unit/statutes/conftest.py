"""Libraries that are let go of when a test ends."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from inspector_app.statutes.library import StatuteLibrary

Opens = Callable[[Path], StatuteLibrary]


@pytest.fixture
def opens() -> Iterator[Opens]:
    with ExitStack() as stack:
        yield lambda path: stack.enter_context(closing(StatuteLibrary(path)))
