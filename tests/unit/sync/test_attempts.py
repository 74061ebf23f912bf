"""Wrong enrolment codes are slowed down by address."""

from __future__ import annotations

import pytest

from inspector_app.domain.errors import UserError
from inspector_app.server.enrolment import Attempts


def test_after_too_many_wrong_codes_no_more_are_looked_at() -> None:
    attempts = Attempts(3)
    for second in range(3):
        attempts.check("a", second)
        attempts.failed("a", second)
    with pytest.raises(UserError) as refusal:
        attempts.check("a", 3)
    assert refusal.value.code == "enrol.busy"


def test_a_minute_later_they_are_looked_at_again() -> None:
    attempts = Attempts(1)
    attempts.failed("a", 0)
    attempts.check("a", 60.5)


def test_one_address_does_not_shut_out_another() -> None:
    attempts = Attempts(1)
    attempts.failed("a", 0)
    attempts.check("b", 0)
