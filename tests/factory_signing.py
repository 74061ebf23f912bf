"""Officers with demonstration certificates, and documents signed by both."""

import functools
from datetime import datetime, timedelta

from inspector_app.documents.pdfa import archive
from inspector_app.documents.render import Rendered, render
from inspector_app.documents.signing import sign
from inspector_app.domain.document import Snapshot
from inspector_app.trust.certificates import DemoAuthority, OfficerSigner
from tests.factory_documents import AUTHORITY
from tests.factory_signatures import SIGNED_AT, images

__all__ = [
    "MOMENT",
    "authority",
    "drawn",
    "first_officer",
    "second_officer",
    "sign_as",
    "sign_by_both",
]

MOMENT = datetime.fromisoformat(SIGNED_AT)
_YEAR = timedelta(days=365)


@functools.cache
def authority() -> DemoAuthority:
    """The authority that the tests trust."""
    return DemoAuthority.create(MOMENT)


@functools.cache
def first_officer() -> OfficerSigner:
    """With an EC P-256 key."""
    return authority().issue(
        "周明远", "YH37010417", AUTHORITY, begins=MOMENT - _YEAR, ends=MOMENT + _YEAR
    )


@functools.cache
def second_officer() -> OfficerSigner:
    """With an RSA key of 2048 bits."""
    return authority().issue(
        "李若溪", "YH37010522", AUTHORITY, begins=MOMENT - _YEAR, ends=MOMENT + _YEAR, rsa_bits=2048
    )


def drawn(snapshot: Snapshot) -> Rendered:
    """The document as it is before the officers sign with their certificates."""
    return archive(render(snapshot, images()), snapshot)


def sign_as(
    officer: OfficerSigner, document: Rendered, slot: str, pdf: bytes, *, at: datetime = MOMENT
) -> bytes:
    """``pdf``, which is ``document`` or it with signatures, signed at the slot's first place."""
    places = document.slots.get(slot, ())
    return sign(
        pdf, officer, slot, places[0] if places else None, "执法人员签名", "云河市清溪区", at
    )


def sign_by_both(snapshot: Snapshot) -> bytes:
    """The document, signed by one officer after the other."""
    document = drawn(snapshot)
    once = sign_as(first_officer(), document, "officer1", document.pdf)
    return sign_as(second_officer(), document, "officer2", once)
