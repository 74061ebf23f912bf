"""A laptop that skips the legality gate: what it sends over the network is set aside.

An issue, a service and a submission are judged; each is forged in the ways that the gate knows.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest

from inspector_app.domain.checklist import AnswerValue, PackRef
from inspector_app.domain.document import SignerRole
from inspector_app.domain.journal import Event
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.illegal_gain import (
    GainEntry,
    GainMethod,
    IllegalGainSheet,
    Unproven,
)
from inspector_app.domain.law.penalty import Sanction, SanctionKind
from inspector_app.domain.law.violation import MeasureKind, ScopeGuard
from inspector_app.domain.law.weighing import Proposed, weighed
from inspector_app.domain.officer import Role
from inspector_app.domain.visit_events import (
    AnswerRecorded,
    DocumentServed,
    FindingConfirmed,
    FindingWeighed,
    VisitCompleted,
    VisitEvent,
    VisitStarted,
    VisitSubmitted,
)
from inspector_app.packs import compile_pack
from inspector_app.sync.review_desk import HttpReviewDesk
from tests.factory import officer, violation, visit_started
from tests.factory_gate import FIXED
from tests.factory_sync import (
    ANSWERS,
    ISSUED,
    LAWFUL,
    SIGNED,
    Bureau,
    Laptop,
    bureau,
    chained,
    composed,
    graded,
)
from tests.kept_editions import catalogue_of, keep
from tests.shipped_law import shipped_rules
from tests.unit.law.factory_weighing import EXPIRED, REVOKED, YUAN, weighing
from tests.unit.law.factory_weighing import case as weighing_case

_NUMBERS = itertools.count(1)
FACTORIES = violation(scope=ScopeGuard(activities=("production",)))
MADE_UP = violation(penalty=(Citation("某某胡编法", 1),))
DEAD = violation(valid_to=date(2026, 11, 20))
TO_COME = violation(valid_from=date(2026, 11, 22))
SUBMITTED = (VisitCompleted(), VisitSubmitted(1))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    """A bureau that holds the catalogue by which the findings here were made."""
    folder = tmp_path_factory.mktemp("bureau")
    keep(folder, CATALOGUE)
    with bureau(folder) as made:
        yield made


def facts_told(**fields: str) -> tuple[VisitEvent, ...]:
    """The on-site record with these fields, signed by all."""
    return (composed(fields=fields), *SIGNED[1:])


def visit_of(happened: Sequence[VisitEvent]) -> tuple[str, list[Event]]:
    visit_id = f"forged-{next(_NUMBERS)}"
    first, *rest = happened
    assert isinstance(first, VisitStarted)
    return visit_id, chained(visit_id, [replace(first, visit_id=visit_id), *rest])


def set_aside(office: Bureau, visit_id: str) -> list[tuple[object, ...]]:
    return office.rows(
        f"SELECT seq, code FROM quarantine WHERE stream = 'visit/{visit_id}' ORDER BY seq"
    )


def push(office: Bureau, laptop: Laptop, happened: Sequence[VisitEvent]) -> tuple[str, list[Event]]:
    visit_id, events = visit_of(happened)
    laptop.record(events)
    laptop.synchronizer.synchronize()
    return visit_id, events


def test_a_document_issued_through_the_gate_comes_in(office: Bureau, laptop: Laptop) -> None:
    visit_id, _ = push(office, laptop, LAWFUL)
    assert set_aside(office, visit_id) == []


UNSIGNED = (*LAWFUL[:6], *SIGNED[:-1], ISSUED)
NEWER = PackRef("law-base", "9.9", "e" * 64)
ANOTHER = replace(shipped_rules().edition, id="law-base", digest="f" * 64)


def started(**changes: object) -> tuple[VisitEvent, ...]:
    """The lawful record, but for how the visit was started."""
    return (visit_started(**changes), *LAWFUL[1:])


FORGED: dict[str, tuple[tuple[VisitEvent, ...], str]] = {
    "one officer": (started(officers=(officer(1),)), "blocked.R01"),
    "expired certificate": (
        started(officers=(officer(1), officer(2, valid_to=date(2026, 11, 20)))), "blocked.R02",
    ),
    "rights not read": ((LAWFUL[0], *LAWFUL[2:]), "blocked.R03"),
    "item unanswered": ((*LAWFUL[:2], *ANSWERS[:2], *LAWFUL[5:]), "blocked.R33"),
    "no result": ((*LAWFUL[:5], *SIGNED, ISSUED), "blocked.R33"),
    "signature missing": (UNSIGNED, "blocked.R33"),
    "changed after composing": (
        (*LAWFUL[:6], *SIGNED, AnswerRecorded("WASH", AnswerValue.MET, "又看了一次"), ISSUED),
        "blocked.R21",
    ),
    "required field empty": ((*LAWFUL[:6], *facts_told(scene=" "), ISSUED), "blocked.R38"),
    "nobody of the party to sign": (
        (*LAWFUL[:6], composed(slot_roles={"officer1": SignerRole.OFFICER}), *SIGNED[1:], ISSUED),
        "blocked.R33",
    ),
    "amounts that differ": (
        (*LAWFUL[:6], *facts_told(facts="售价伍拾元整（55元）"), ISSUED), "blocked.C04",
    ),
    "an edition nobody made": (
        started(officers=(officer(1),), packs=(NEWER,)), "rules_unknown.R01",
    ),
    "another pack for the rules": (
        started(officers=(officer(1),), packs=(ANOTHER,)), "rules_unknown.R01",
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", FORGED)
def test_a_document_issued_past_the_gate_is_set_aside_by_the_rule_it_breaks(
    way: str, office: Bureau, laptop: Laptop
) -> None:
    happened, why = FORGED[way]
    visit_id, events = push(office, laptop, happened)
    assert set_aside(office, visit_id) == [(events[-1].seq, f"issue.{why}")]


def test_the_laptop_is_told_which_rule_and_the_bureau_is_alarmed(
    office: Bureau, laptop: Laptop
) -> None:
    visit_id, events = push(office, laptop, UNSIGNED)
    (told,) = laptop.store.sync.quarantined()
    assert told.reason == "issue.blocked.R33"
    assert (f"visit/{visit_id}#{events[-1].seq}",) in office.rows(
        "SELECT subject FROM alarms WHERE code = 'issue.blocked.R33'"
    )


def test_what_came_before_the_blocked_issue_stays_and_what_follows_waits(
    office: Bureau, laptop: Laptop
) -> None:
    visit_id, events = push(office, laptop, (*UNSIGNED, AnswerRecorded("WASH", AnswerValue.MET)))
    assert set_aside(office, visit_id) == [
        (events[-2].seq, "issue.blocked.R33"),
        (events[-1].seq, "stream.blocked"),
    ]
    ((head,),) = office.rows(f"SELECT seq FROM streams WHERE name = 'visit/{visit_id}'")
    assert head == events[-3].seq


def test_an_edition_that_the_server_does_not_hold_is_no_breach_where_the_record_is_lawful(
    office: Bureau, laptop: Laptop
) -> None:
    visit_id, _ = push(office, laptop, started(packs=(NEWER,)))
    assert set_aside(office, visit_id) == []


def served(mode: str, **proof: str) -> DocumentServed:
    return DocumentServed(
        ("doc-1",), mode, "张三丰年", "本人", "店内", "2026-11-21T11:00:00+08:00", **proof
    )


def test_a_service_that_has_what_its_mode_asks_for_comes_in(office: Bureau, laptop: Laptop) -> None:
    visit_id, _ = push(office, laptop, (*LAWFUL, served("direct")))
    assert set_aside(office, visit_id) == []


def test_a_service_left_behind_without_proof_is_set_aside_and_the_bureau_is_alarmed(
    office: Bureau, laptop: Laptop
) -> None:
    visit_id, events = push(office, laptop, (*LAWFUL, served("left")))
    assert set_aside(office, visit_id) == [(events[-1].seq, "service.blocked.R30")]
    assert (f"visit/{visit_id}#{events[-1].seq}",) in office.rows(
        "SELECT subject FROM alarms WHERE code = 'service.blocked.R30'"
    )


CATALOGUE = catalogue_of(violation(), EXPIRED)
HELD = replace(CATALOGUE.ref, digest=hashlib.sha256(compile_pack(CATALOGUE)).hexdigest())


def ordered(**changes: object) -> FindingConfirmed:
    """Something to be put right by a day."""
    made = FindingConfirmed(
        "f1",
        "HEALTH",
        violation(),
        "一名从业人员未能出示有效健康证明。",
        (MeasureKind.ORDER_CORRECTION,),
        "办理健康证明。",
        date(2026, 12, 1),
        pack=HELD,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # keyword names are the fields


def after_issue(*happened: VisitEvent) -> tuple[VisitEvent, ...]:
    """What is recorded once the paper is out, a result judged on it, and the submission."""
    told = (*LAWFUL, *happened)
    return (*told, graded(told), *SUBMITTED)


FAILED = AnswerRecorded("HEALTH", AnswerValue.NOT_MET)
LETTER = composed(document_id="doc-2", kind="letter", title="函")
TO_SERVE = (*LAWFUL[:6], composed(to_serve=True), *SIGNED[1:], ISSUED)
HALTED = Sanction(SanctionKind.SUSPENSION)
PENALTIES = weighing(70_000 * YUAN).proposed
SHEET = IllegalGainSheet(GainMethod.NET, (GainEntry("销售", 900 * YUAN, ("paper/账本",)),))


def weighed_at(fen: int, **opinion: object) -> tuple[VisitEvent, ...]:
    """A case to be opened, and the officers' opinion what should follow."""
    finding = ordered(violation=EXPIRED, measures=(MeasureKind.OPEN_CASE,))
    held = weighed(weighing_case(), weighing(fen, **opinion))
    return after_issue(FAILED, finding, FindingWeighed("f1", held))


FORGED_SUBMISSION: dict[str, tuple[tuple[VisitEvent, ...], str]] = {
    "nothing but its start": ((LAWFUL[0], *SUBMITTED), "blocked.R03"),
    "an item unanswered": ((*LAWFUL[:4], *SUBMITTED), "blocked.R33"),
    "no result": ((*LAWFUL[:5], *SUBMITTED), "blocked.R33"),
    "nothing issued": ((*LAWFUL[:6], *SUBMITTED), "open.nothing_to_sign"),
    "a paper left unsigned": ((*LAWFUL, LETTER, *SUBMITTED), "open.not_signed"),
    "a paper not served": ((*TO_SERVE, *SUBMITTED), "open.not_served"),
    "never completed": ((*LAWFUL, VisitSubmitted(1)), "open.not_completed"),
    "a result of other facts": ((*LAWFUL, FAILED, ordered(), *SUBMITTED), "blocked.R33"),
    "a failure that is no finding": (after_issue(FAILED), "blocked.R33"),
    "an order that nobody wrote": (after_issue(FAILED, ordered()), "blocked.R34"),
    "a finding that nothing is done about": (
        after_issue(FAILED, ordered(measures=())), "blocked.R34",
    ),
    "a duty of somebody else": (
        after_issue(FAILED, ordered(violation=FACTORIES, measures=(MeasureKind.OPEN_CASE,))),
        "blocked.R40",
    ),
    "a law that is dead by then": (
        after_issue(FAILED, ordered(violation=DEAD, measures=(MeasureKind.OPEN_CASE,))),
        "blocked.R21",
    ),
    "a law of days to come": (
        after_issue(FAILED, ordered(violation=TO_COME, measures=(MeasureKind.OPEN_CASE,))),
        "blocked.R54",
    ),
    "a clause that nobody made": (
        after_issue(
            FAILED, ordered(violation=MADE_UP, measures=(MeasureKind.OPEN_CASE,))
        ),
        "violation_altered",
    ),
    "an opinion above the clause": (weighed_at(200_000 * YUAN), "blocked.R22"),
    "an opinion that leaves out what must be taken": (
        weighed_at(70_000 * YUAN, proposed=(Proposed(FIXED, 70_000 * YUAN),)), "blocked.R23",
    ),
    "a revocation that nothing grave is shown for": (
        weighed_at(70_000 * YUAN, proposed=(*PENALTIES, Proposed(REVOKED))), "blocked.R23",
    ),
    "a halt that no clause has": (
        weighed_at(70_000 * YUAN, proposed=(*PENALTIES, Proposed(HALTED))), "blocked.R23",
    ),
    "a fine where there is to be no penalty": (
        weighed_at(70_000 * YUAN, grade=Grade.EXEMPT), "blocked.R26",
    ),
    "a gain that the sheet does not come to": (
        weighed_at(70_000 * YUAN, gain=replace(SHEET, unproven=Unproven.PROVABLE_PART)),
        "blocked.R48",
    ),
    "an insult": (after_issue(replace(ANSWERS[1], note="老板是奸商。")), "blocked.T01"),
}  # fmt: skip


@pytest.mark.parametrize("way", FORGED_SUBMISSION)
def test_a_case_that_is_not_ready_for_review_is_set_aside_and_the_bureau_is_alarmed(
    way: str, office: Bureau, laptop: Laptop
) -> None:
    happened, why = FORGED_SUBMISSION[way]
    visit_id, events = push(office, laptop, happened)
    code = f"submission.{why}"
    assert set_aside(office, visit_id)[-1] == (events[-1].seq, code)
    assert (f"visit/{visit_id}#{events[-1].seq}", code) in office.rows(
        "SELECT subject, code FROM alarms"
    )


def test_a_case_that_was_set_aside_does_not_wait_for_review(office: Bureau, laptop: Laptop) -> None:
    visit_id, _ = push(office, laptop, FORGED_SUBMISSION["never completed"][0])
    supervisor = office.laptop(Role.SUPERVISOR)
    assert visit_id not in {row.visit_id for row in HttpReviewDesk(supervisor.line).queue()}


def test_a_case_that_is_ready_comes_in(office: Bureau, laptop: Laptop) -> None:
    visit_id, _ = push(office, laptop, (*LAWFUL, *SUBMITTED))
    assert set_aside(office, visit_id) == []


def test_a_case_with_an_opinion_within_the_clause_comes_in(office: Bureau, laptop: Laptop) -> None:
    visit_id, _ = push(office, laptop, weighed_at(70_000 * YUAN, gain=SHEET))
    assert set_aside(office, visit_id) == []


def test_a_submission_under_an_edition_that_nobody_holds_waits_for_it(
    office: Bureau, laptop: Laptop
) -> None:
    visit_id, events = push(office, laptop, (visit_started(packs=(NEWER,)), *SUBMITTED))
    assert set_aside(office, visit_id) == [(events[-1].seq, "submission.rules_unknown.R03")]
