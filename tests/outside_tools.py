"""Programs of others that a test looks at our work with, and what to do where one is missing."""

import os

import pytest

__all__ = ["skip_without"]


def skip_without(lacking: str) -> pytest.MarkDecorator:
    """Skip a test on the machine of somebody who lacks what `lacking` names (empty: all is there).

    In CI nothing is skipped: there the test runs into what is missing and fails.
    """
    return pytest.mark.skipif(bool(lacking) and not os.environ.get("CI"), reason=lacking)
