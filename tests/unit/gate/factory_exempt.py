"""A case that ends without a penalty, all as the law wants it."""

from __future__ import annotations

from dataclasses import replace

from inspector_app.domain.law.case_facts import CaseFacts, ExemptionFacts
from inspector_app.domain.law.discretion import Grade
from tests.factory_gate import lawful_case

__all__ = ["NO_FAULT", "exempt_case"]

NO_FAULT = ("no_fault", "no_other_rule")


def exempt_case() -> CaseFacts:
    """No penalty for a party that shows that it is not at fault (处罚法 33(2))."""
    case = lawful_case()
    assert case.discretion is not None
    assert case.decision is not None
    return replace(
        case,
        discretion=replace(case.discretion, grade=Grade.EXEMPT, reason="查验了供货者的证明文件"),
        exemption=ExemptionFacts("no_fault", NO_FAULT, NO_FAULT),
        decision=replace(case.decision, sanctions=(), refund_due=False),
        gain=None,
        cash=None,
        payment=None,
        publication=None,
        papers=(),
        services=(),
        periods=(),
    )
