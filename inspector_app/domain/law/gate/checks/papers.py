"""Documents before issue: fields, signatures, refusals, changed record; and their service."""

from __future__ import annotations

from collections.abc import Iterator

from inspector_app.domain.law.case_facts import CaseFacts, PaperFacts, RefusalFacts, ServiceFacts
from inspector_app.domain.law.gate.checks.told import decision_sent_on, made_on
from inspector_app.domain.law.gate.counted import in_doubt, late
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check

__all__: list[str] = []


@check("document", "field")
def field_missing(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """A required field of the document in question is empty."""
    paper = on.paper(case)
    if paper is None:
        return
    for field in paper.fields:
        if field.required and not field.value.strip():
            yield Obstacle(
                f"{paper.kind}.{field.key}",
                {"document": paper.title, "field": field.label},
                field.basis or paper.basis,
            )


@check("document")
def signature_missing(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """A place is neither signed nor refused, or the named witness has not signed."""
    paper = on.paper(case)
    for slot in paper.missing_slots if paper is not None else ():
        assert paper is not None  # noqa: S101 - narrows for the type checker
        yield Obstacle(slot, {"document": paper.title})


@check("document")
def signer_left_out(
    case: CaseFacts, on: Occasion, *, signers: tuple[str, ...]
) -> Iterator[Obstacle]:
    """The document has no place at all for one of those who must sign it (令49号 34)."""
    paper = on.paper(case)
    if paper is not None and paper.signers is not None and not set(signers) <= set(paper.signers):
        yield Obstacle(paper.kind, {"document": paper.title})


@check("document")
def record_changed(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """The record changed after the document was composed."""
    paper = on.paper(case)
    if paper is not None and paper.changed:
        yield Obstacle(paper.kind, {"document": paper.title})


def _unproved(paper: PaperFacts | None, *, must_record: bool) -> Iterator[RefusalFacts]:
    if paper is not None and paper.must_record is must_record:
        yield from (r for r in paper.refusals if not r.recording.strip())


@check("document")
def refusal_unrecorded(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """A refusal to sign where only a recording proves it (程序规定 43) was not recorded."""
    paper = on.paper(case)
    for refusal in _unproved(paper, must_record=True):
        assert paper is not None  # noqa: S101 - as above
        yield Obstacle(refusal.slot, {"document": paper.title})


@check()
def refusal_unproved(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """A refusal to sign has neither a witness nor a recording (令49号 34)."""
    for refusal in _unproved(on.paper(case), must_record=False):
        if not refusal.witness.strip():
            yield Obstacle(refusal.slot)


@check()
def own_witness(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """Somebody who acts in the case witnesses it."""
    paper = on.paper(case)
    if paper is None:
        return
    acting = {officer.name for officer in case.officers}
    if case.party is not None:
        acting |= set(case.party.present)
    if acting & set(paper.witnesses):
        yield Obstacle(paper.witness_slot)


@check("lacking")
def service_incomplete(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A service lacks what its mode asks for (程序规定 82)."""
    for service in case.services:
        lacking = _lacking(service)
        if lacking:
            yield Obstacle(facts={"lacking": "、".join(lacking)})


def _lacking(service: ServiceFacts) -> list[str]:
    wanted = {
        "direct": (("收件人", service.receiver),),
        "left": (
            ("拒收事由", service.note),
            ("见证或者影像", service.witness or service.recording),
        ),
        "electronic": (
            ("送达地址确认书", service.confirmed_address),
            ("送达影像", service.capture),
            ("网上复议渠道", service.remedy_channel_given),
        ),
        "mail": (("回执", service.receipt_no),),
        "entrusted": (("收件人", service.receiver),),
        "notice": (("公告情况", service.posted_on or service.note),),
    }
    return [label for label, told in wanted.get(service.mode, (("送达方式", ""),)) if not told]


@check("document", "day")
def served_before_made(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A paper served before the day it bears, a decision before the day it was made (处罚法 61)."""
    papers = {paper.id: paper for paper in case.papers}
    for service in case.services:
        for paper in (papers[each] for each in service.documents if each in papers):
            made = made_on(paper, case)
            if made is not None and service.on < made:
                yield Obstacle(facts={"document": paper.title, "day": made.isoformat()})


@check("due")
def notice_service_early(case: CaseFacts, on: Occasion, *, days: int) -> Iterator[Obstacle]:
    """Service by public notice is counted as done before its period is over (程序规定 82)."""
    for service in case.services:
        if service.mode != "notice" or service.posted_on is None:
            continue
        term = on.after_calendar_days(service.posted_on, days)
        if service.on < term.last:
            yield Obstacle(facts={"due": term.last.isoformat()})
        yield from in_doubt(term, service.on)


@check("due")
def decision_served_late(case: CaseFacts, on: Occasion, *, working_days: int) -> Iterator[Obstacle]:
    """The decision was not served within its time (处罚法 61; 程序规定 81)."""
    sent = decision_sent_on(case)
    if case.decision is None or sent is None:
        return
    term = on.after_working_days(case.decision.on, working_days)
    yield from late(term, sent)
