"""A short document that both officers signed, and what is found out about such a one."""

import functools

from inspector_app.documents.verification import Verification, verify_pdf
from tests.factory_documents import result_sheet
from tests.factory_signatures import signed
from tests.factory_signing import authority, sign_by_both

__all__ = ["codes", "verified", "whole"]


@functools.cache
def whole() -> bytes:
    """The document."""
    return sign_by_both(signed(result_sheet()))


def verified(pdf: bytes) -> Verification:
    """What is found out where its officers' authority is trusted."""
    return verify_pdf(pdf, [authority().certificate])


def codes(verification: Verification) -> list[str]:
    """The codes of the problems."""
    return [problem.code for problem in verification.problems]
