"""A visit's events up to each of its stations, and what they say when folded."""

from __future__ import annotations

from datetime import date

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.document import SignerRole
from inspector_app.domain.law.violation import MeasureKind
from inspector_app.domain.visit import Visit, fold_visit
from inspector_app.domain.visit_events import (
    AnswerRecorded,
    DocumentComposed,
    FindingConfirmed,
    ResultGraded,
    SignatureCaptured,
)
from tests.factory import Chain, rights_read, violation, visit_started

__all__ = ["answered", "arrived", "composed", "finding", "folded", "graded", "signature"]


def folded(chain: Chain) -> Visit:
    """What the chain's events say."""
    visit = fold_visit(chain.events)
    assert visit is not None
    return visit


def arrived() -> Chain:
    """The officers are there and have read the rights."""
    return Chain().add(visit_started(), rights_read())


def finding(item: str = "HEALTH") -> FindingConfirmed:
    return FindingConfirmed(
        "finding-1",
        item,
        violation(),
        "一名从业人员未能出示有效健康证明。",
        (MeasureKind.ORDER_CORRECTION,),
        "办理健康证明",
        date(2026, 12, 1),
    )


def answered() -> Chain:
    """One item met, one not, one that does not apply."""
    return arrived().add(
        AnswerRecorded("LICENCE", AnswerValue.MET),
        AnswerRecorded("HEALTH", AnswerValue.NOT_MET, "一人无证"),
        AnswerRecorded("WASH", AnswerValue.EXCLUDED, reason="集中消毒"),
    )


def graded() -> Chain:
    """The finding stands, and the result is judged on it."""
    chain = answered().add(finding())
    facts = dict(folded(chain).result_facts)
    return chain.add(ResultGraded("basic", "基本符合", "书面限期整改", facts))


def composed(snapshot: str = "s" * 64) -> DocumentComposed:
    return DocumentComposed(
        "doc-1",
        "onsite_record",
        "现场笔录",
        snapshot,
        ("party", "officer1"),
        ("witness",),
        {"party": SignerRole.PARTY, "officer1": SignerRole.OFFICER, "witness": SignerRole.WITNESS},
    )


def signature(slot: str, confirms: str = "s" * 64) -> SignatureCaptured:
    role = SignerRole.PARTY if slot == "party" else SignerRole.OFFICER
    return SignatureCaptured("doc-1", slot, role, "张三丰年", confirms, "a" * 64, "b" * 64)
