"""The bytes that a PDF signature cannot sign: where it stands itself.

A signature covers the file but for its own ``/Contents`` (ISO 32000-2, 12.8.1). What may stand there
is the signature in one form only, and zeros up to the room that was reserved: everything else is
something that nobody signed. The signature's own message (CMS, RFC 5652) holds fields that nobody
signs either; each can only say what another one proves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cryptography import x509

__all__ = ["is_only_the_signature"]

# One case throughout: else a digit could be changed into the same digit.
_HEX = re.compile(rb"<(?:[0-9A-F]{2})*>|<(?:[0-9a-f]{2})*>")


def is_only_the_signature(
    data: bytes,
    byte_range: Sequence[int],
    contents: bytes,
    certificate: x509.Certificate,
    roots: Iterable[x509.Certificate] | None,
) -> bool:
    """Whether the gap of ``byte_range`` in ``data`` holds the signature ``contents`` and no more.

    ``certificate`` is the signer's. ``roots`` are the trusted issuers where the signer's leads to
    one of them: then every other certificate in the message must be vouched for as well. None
    where it does not.
    """
    start, gap, after, rest = byte_range
    if start != 0 or not 0 < gap < after <= after + rest <= len(data):
        return False
    written = data[gap:after]
    if not _HEX.fullmatch(written) or bytes.fromhex(written[1:-1].decode()) != contents:
        return False
    from asn1crypto import cms  # late: most starts verify nothing

    message = cms.ContentInfo.load(contents)
    encoded: bytes = message.dump()
    if contents[len(encoded) :].strip(b"\0"):
        return False
    # Written in DER there is one way only to write a message.
    if message.dump(force=True) != encoded:
        return False
    return _says_only_what_is_proven(message["content"], certificate) and (
        roots is None or _all_vouched_for(message["content"], certificate, tuple(roots))
    )


def _says_only_what_is_proven(signed: Any, certificate: x509.Certificate) -> bool:
    if signed["version"].native != "v1" or len(signed["signer_infos"]) != 1:
        return False
    (signer,) = signed["signer_infos"]
    algorithms = [one.dump() for one in signed["digest_algorithms"]]
    issuer = signer["sid"].chosen
    return bool(
        signer["version"].native == "v1"
        and algorithms == [signer["digest_algorithm"].dump()]
        and signed["encap_content_info"].native == {"content_type": "data", "content": None}
        and signed["crls"].native is None
        and signer["unsigned_attrs"].native is None
        and signer["sid"].name == "issuer_and_serial_number"
        and issuer["serial_number"].native == certificate.serial_number
        and issuer["issuer"].dump() == certificate.issuer.public_bytes()
    )


def _all_vouched_for(
    signed: Any, certificate: x509.Certificate, roots: tuple[x509.Certificate, ...]
) -> bool:
    from cryptography import x509  # late, as above

    others: list[x509.Certificate] = []
    for one in signed["certificates"]:
        if one.name != "certificate":
            return False
        found = x509.load_der_x509_certificate(one.dump())
        if found != certificate:
            others.append(found)
    issuers = (*others, *roots)
    return all(any(_issued(issuer, one) for issuer in issuers) for one in others)


def _issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm  # late, as above

    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, UnsupportedAlgorithm, ValueError, TypeError):
        return False
    return True
