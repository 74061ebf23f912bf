"""A document is sound only if somebody signed it, every signature holds, and nothing followed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.application.verify_document import (
    SignatureView,
    VerificationProblem,
    VerificationView,
)

_SIGNED = SignatureView("林知远", "YX-000001", "", "", intact=True, trusted=True)
_SOUND = VerificationView(unchanged=True, signatures=(_SIGNED,))


def test_a_signed_unchanged_document_is_sound() -> None:
    assert _SOUND.sound


@pytest.mark.parametrize(
    "flaw",
    [
        replace(_SOUND, unchanged=False),
        replace(_SOUND, signatures=()),
        replace(_SOUND, problems=(VerificationProblem("verify.pages_differ", "不一致。"),)),
        replace(_SOUND, signatures=(_SIGNED, replace(_SIGNED, intact=False))),
        replace(_SOUND, signatures=(replace(_SIGNED, trusted=False), _SIGNED)),
    ],
)
def test_one_flaw_is_enough(flaw: VerificationView) -> None:
    assert not flaw.sound
