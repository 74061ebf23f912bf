"""The fold: a visit is what its events say, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.document import SignerRole
from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Event, Head
from inspector_app.domain.law.weighing import Weighed, Weighing
from inspector_app.domain.steps import Papers, StepStatus, assess_steps, next_item
from inspector_app.domain.visit import DocumentStatus, Step, fold_visit
from inspector_app.domain.visit_events import (
    AnswerCorrected,
    AnswerRecorded,
    DocumentIssued,
    DocumentServed,
    FindingWeighed,
    PhotoAttached,
    PhotoRemoved,
    SignatureRefused,
    VisitCompleted,
)
from tests.factory import Chain, moment, violation, visit_started
from tests.factory_visit import (
    answered,
    arrived,
    composed,
    finding,
    folded,
    graded,
    signature,
)

MET, NOT_MET, EXCLUDED = AnswerValue.MET, AnswerValue.NOT_MET, AnswerValue.EXCLUDED


def test_counts_are_of_items_and_exclusions_are_not_checked() -> None:
    counts = folded(answered()).counts
    assert counts == {
        "total": 3,
        "checked": 2,
        "met": 1,
        "not_met": 1,
        "excluded": 1,
        "key_checked": 1,
        "general_checked": 1,
        "key_not_met": 0,
        "general_not_met": 1,
    }


def test_a_later_answer_replaces_the_earlier_and_clears_the_result() -> None:
    visit = folded(graded().add(AnswerRecorded("WASH", MET)))
    assert visit.answers["WASH"].value is MET
    assert visit.grading is None


def test_an_item_that_is_met_after_all_has_no_finding() -> None:
    assert folded(graded().add(AnswerRecorded("HEALTH", MET))).findings == {}


def test_a_correction_names_the_event_it_corrects_and_says_so() -> None:
    chain = answered()
    seq = folded(chain).answers["HEALTH"].seq
    visit = folded(chain.add(AnswerCorrected("HEALTH", seq, MET, "补验了健康证")))
    assert visit.answers["HEALTH"].corrected
    assert chain.events[-1].payload["corrects"] == seq


def test_corrected_facts_are_the_facts_of_the_finding() -> None:
    chain = graded()
    seq = folded(chain).answers["HEALTH"].seq
    visit = folded(
        chain.add(AnswerCorrected("HEALTH", seq, NOT_MET, "补充岗位", note="传菜员一人无证"))
    )
    assert [finding.description for finding in visit.findings.values()] == ["传菜员一人无证"]
    assert visit.grading is not None


def test_a_removed_photo_no_longer_counts_but_its_event_stays() -> None:
    photo = PhotoAttached("p1", "HEALTH", "c" * 64, 10, "image/png", "证.png", "d" * 64)
    chain = answered().add(photo, PhotoRemoved("p1", "拍糊了"))
    assert folded(chain).photos_of("HEALTH") == ()
    assert any(event.type == "photo_attached" for event in chain.events)


def test_a_signature_under_an_older_wording_confirms_nothing() -> None:
    chain = graded().add(composed(), composed("t" * 64), signature("party", "s" * 64))
    assert folded(chain).documents["doc-1"].missing_slots == ("party", "officer1")


def test_composing_again_clears_the_signatures() -> None:
    chain = graded().add(composed(), signature("party"), composed("t" * 64))
    assert folded(chain).documents["doc-1"].signatures == {}


def test_a_refusal_fills_the_slot_and_calls_for_the_witness_it_names() -> None:
    refused = SignatureRefused(
        "doc-1", "party", SignerRole.PARTY, "张三丰年", "s" * 64, "不认可", "李见证"
    )
    document = folded(graded().add(composed(), refused)).documents["doc-1"]
    assert document.missing_slots == ("officer1", "witness")
    assert document.signatures["party"].witness == "李见证"


def test_an_issued_correction_marks_the_document_it_corrects() -> None:
    issued = DocumentIssued("doc-1", "p" * 64, 2, "s" * 64, "IA1")
    second = replace(composed(), document_id="doc-2", corrects="doc-1")
    visit = folded(
        graded().add(
            composed(), issued, second, DocumentIssued("doc-2", "q" * 64, 2, "s" * 64, "IA1")
        )
    )
    assert visit.documents["doc-1"].status is DocumentStatus.CORRECTED
    assert visit.standing_document("onsite_record") == visit.documents["doc-2"]


def test_a_document_remembers_what_it_was_based_on() -> None:
    visit = folded(graded().add(composed()))
    assert visit.documents["doc-1"].based_on == visit.content_seq
    changed = folded(graded().add(composed(), AnswerRecorded("HEALTH", NOT_MET, "两人无证")))
    assert changed.documents["doc-1"].based_on < changed.content_seq


@pytest.mark.parametrize("place", [0, 3])
def test_a_visit_whose_chain_is_broken_is_not_folded(place: int) -> None:
    events = answered().events
    del events[place]
    with pytest.raises(Defect):
        fold_visit(events)


def test_an_event_of_a_newer_program_is_refused_with_advice() -> None:
    chain = arrived()
    newer = Event.record(chain.events[-1].head, "answer_recorded", 2, moment(9), "o", {})
    with pytest.raises(Defect, match="升级"):
        fold_visit([*chain.events, newer])


def test_a_stream_must_bear_the_visits_own_name() -> None:
    from inspector_app.domain.visit_journal import record_event

    with pytest.raises(Defect):
        fold_visit([record_event(Head("visit/other"), visit_started(), moment(), "o")])


@pytest.mark.parametrize(
    ("chain", "step"),
    [
        (Chain().add(visit_started()), Step.ARRIVAL),
        (arrived(), Step.CHECKLIST),
        (answered(), Step.FINDINGS),
        (answered().add(finding()), Step.FINDINGS),
        (graded(), Step.DOCUMENTS),
        (graded().add(composed()), Step.SIGNATURES),
        (
            graded().add(composed(), DocumentIssued("doc-1", "p" * 64, 1, "s" * 64, "")),
            Step.SERVICE,
        ),
        (graded().add(VisitCompleted()), Step.DONE),
    ],
    ids=lambda value: value.value if isinstance(value, Step) else "",
)
def test_the_current_step_is_the_first_that_asks_for_something(chain: Chain, step: Step) -> None:
    assert folded(chain).current_step is step


def statuses(chain: Chain, kinds: tuple[str, ...] = ("onsite_record",)) -> dict[Step, StepStatus]:
    return {state.step: state.status for state in assess_steps(folded(chain), Papers(kinds))}


def test_before_the_rights_are_read_evidence_is_blocked() -> None:
    found = statuses(Chain().add(visit_started()))
    assert found[Step.ARRIVAL] is StepStatus.CURRENT
    assert found[Step.CHECKLIST] is StepStatus.BLOCKED


def test_documents_are_blocked_until_the_result_is_judged() -> None:
    assert statuses(answered().add(finding()))[Step.DOCUMENTS] is StepStatus.BLOCKED
    assert statuses(graded())[Step.DOCUMENTS] is StepStatus.CURRENT


def test_all_called_for_kinds_must_be_composed_and_served() -> None:
    chain = graded().add(composed(), DocumentIssued("doc-1", "p" * 64, 1, "s" * 64, ""))
    assert (
        statuses(chain, ("onsite_record", "correction_order"))[Step.DOCUMENTS] is StepStatus.CURRENT
    )
    assert statuses(chain)[Step.SERVICE] is StepStatus.CURRENT
    served = DocumentServed(("doc-1",), "direct", "张三丰年", "本人", "店内", moment().at)
    assert statuses(chain.add(served))[Step.DONE] is StepStatus.CURRENT


def test_the_checklist_step_counts_answers() -> None:
    state = next(
        s for s in assess_steps(folded(answered()), Papers(())) if s.step is Step.CHECKLIST
    )
    assert (state.done, state.total) == (3, 3)


def test_the_next_item_goes_round_and_ends() -> None:
    visit = folded(arrived().add(AnswerRecorded("HEALTH", MET)))
    assert next_item(visit, "HEALTH") == "WASH"
    assert next_item(visit, "WASH") == "LICENCE"
    assert next_item(folded(answered())) == ""


def weighed(finding_id: str = "finding-1") -> FindingWeighed:
    return FindingWeighed(
        finding_id, Weighed(Weighing(reason="初次"), PartyType.ENTERPRISE, date(2026, 11, 21))
    )


def test_a_finding_keeps_its_latest_opinion_and_the_documents_do_not_notice() -> None:
    chain = answered().add(finding())
    before = folded(chain)

    after = folded(chain.add(weighed()))

    assert after.findings["finding-1"].weighed == weighed().weighed
    assert after.content_seq == before.content_seq


def test_a_finding_bound_to_another_violation_is_not_weighed_yet() -> None:
    chain = answered().add(finding(), weighed())

    kept = folded(chain.add(replace(finding(), description="更具体")))
    other = folded(chain.add(replace(finding(), violation=violation("M45"))))

    assert kept.findings["finding-1"].weighed is not None
    assert other.findings["finding-1"].weighed is None


def test_an_opinion_on_what_does_not_stand_changes_nothing() -> None:
    visit = folded(answered().add(weighed("gone")))

    assert visit.findings == {}
