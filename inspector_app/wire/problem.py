"""An error as the server tells it (RFC 9457), with the house's stable code and Chinese wording."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

__all__ = ["Problem"]


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why a request was not carried out.

    ``code`` is stable and translated by the screens; ``title`` says what happened, ``safe`` what
    is safe, ``mend`` what to do next, ``facts`` the values that these name. ``retry_after`` is in
    seconds, 0 = at once or never.
    """

    status: int
    code: str
    title: str
    safe: str = ""
    mend: str = ""
    facts: Mapping[str, str | int] = {}
    retry_after: int = 0
    type: str = "about:blank"
