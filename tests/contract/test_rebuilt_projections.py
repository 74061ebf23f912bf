"""What is stored about a visit is what its journal tells, however the visit went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.review import (
    CaseApproved,
    CaseReturned,
    RemarkMade,
    ReviewEvent,
    record_review_event,
    review_stream,
)
from inspector_app.domain.visit_events import (
    AnswerCorrected,
    AnswerRecorded,
    DocumentComposed,
    DocumentIssued,
    DocumentVoided,
    DocumentWithdrawn,
    FindingConfirmed,
    FindingWithdrawn,
    RemarkAnswered,
    ResultGraded,
    VisitCompleted,
    VisitEvent,
    VisitSubmitted,
)
from inspector_app.domain.visit_journal import record_event, visit_stream
from inspector_app.storage import open_store
from inspector_app.storage.checking import same_projection
from inspector_app.storage.laptop import LaptopStore
from inspector_app.storage.projections import load_projection
from tests.contract.conftest import KEY
from tests.contract.papers import composed, issued
from tests.contract.stores import project, start
from tests.factory import moment, rights_read, violation

CODES = ("LICENCE", "HEALTH", "WASH")
DOCUMENTS = ("doc-1", "doc-2", "doc-3")
numbers = count()

answers = st.builds(
    AnswerRecorded, st.sampled_from(CODES), st.sampled_from(AnswerValue), st.text(max_size=5)
)
corrections = st.builds(
    AnswerCorrected,
    st.sampled_from(CODES),
    st.just(1),
    st.sampled_from(AnswerValue),
    st.just("看错了"),
)
findings = st.builds(
    FindingConfirmed,
    st.sampled_from(("f1", "f2", "f3")),
    st.sampled_from(CODES),
    st.just(violation()),
    st.text(max_size=5),
    st.just(()),
    st.just("改正"),
    st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    st.booleans(),
)
others: st.SearchStrategy[VisitEvent] = st.sampled_from(
    (
        rights_read(),
        FindingWithdrawn("f1", "认定有误"),
        ResultGraded("basic", "基本符合", "限期整改", {"not_met": 1}),
        VisitCompleted(),
        VisitSubmitted(1),
        VisitSubmitted(2),
        RemarkAnswered("remark-1", "已补充"),
        RemarkAnswered("remark-2", "已说明"),
    )
)
papers: st.SearchStrategy[VisitEvent] = st.sampled_from(DOCUMENTS).flatmap(
    lambda name: st.sampled_from(
        (
            composed(name),
            composed(name, number="责改〔2026〕1号"),
            replace(composed(name), corrects="doc-1"),
            issued(name),
            DocumentVoided(name, "作废"),
            DocumentWithdrawn(name, "撤回"),
        )
    )
)
reviews = st.sampled_from(
    (
        RemarkMade("remark-1", "", "请补充", item="HEALTH"),
        RemarkMade("remark-2", "", "请说明", document="doc-1"),
        CaseReturned("", "照片不清", 1, ""),
        CaseApproved("", "同意", 2, ""),
    )
)
steps = st.lists(
    st.lists(answers | corrections | findings | papers | others | reviews, max_size=4), max_size=8
)


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LaptopStore]:
    store = open_store(tmp_path_factory.mktemp("rebuilt"), KEY, device="device-1")
    yield store
    store.close()


@given(told=steps)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_stored_projections_are_those_rebuilt_from_the_journal(
    laptop: LaptopStore, told: list[list[VisitEvent | ReviewEvent]]
) -> None:
    visit_id = f"visit-{next(numbers)}"
    start(laptop, visit_id)
    known: set[str] = set()
    for step in told:
        write(laptop, visit_id, step, known)
    stored = rows(laptop)
    with laptop.read() as reading:
        assert same_projection(
            load_projection(reading.session.driver, visit_id), project(reading, visit_id)
        )

    laptop.rebuild_projections()

    assert rows(laptop) == stored


def write(
    store: LaptopStore, visit_id: str, step: Sequence[VisitEvent | ReviewEvent], known: set[str]
) -> None:
    with store.begin() as uow:
        for fact in step:
            if not is_possible(fact, known):
                continue
            if isinstance(fact, RemarkMade | CaseReturned | CaseApproved):
                head = uow.head(review_stream(visit_id, "sup"))
                event = record_review_event(
                    head, replace(fact, visit_id=visit_id), moment(head.seq), "officer-3"
                )
                uow.append_received([event])
            else:
                head = uow.head(visit_stream(visit_id))
                uow.append([record_event(head, fact, moment(head.seq), "officer-1")])
        uow.project(project(uow, visit_id))


def is_possible(fact: VisitEvent | ReviewEvent, known: set[str]) -> bool:
    """Ids are given once, and a document is composed before anything else happens to it."""
    if isinstance(fact, DocumentIssued | DocumentVoided | DocumentWithdrawn):
        return fact.document_id in known
    if isinstance(fact, DocumentComposed):
        known.add(fact.document_id)
    if isinstance(fact, RemarkMade):
        is_new = fact.remark_id not in known
        known.add(fact.remark_id)
        return is_new
    return True


def rows(store: LaptopStore) -> dict[str, list[tuple[object, ...]]]:
    with store.read() as reading:
        return {
            table: sorted(reading.session.driver.execute(f"SELECT * FROM {table}"), key=repr)
            for table in ("visits", "documents", "rectifications", "remarks", "deadline_starts")
        }


def test_a_projection_that_says_something_else_is_found(tmp_path: Path) -> None:
    store = open_store(tmp_path, KEY, device="device-1")
    start(store)
    assert store.check().sound

    with store.begin() as uow:
        uow.session.driver.execute("UPDATE visits SET not_met = 7")
        uow.forget_projections()
    assert store.check().stale_projections == ("visit-1",)

    assert store.rebuild_projections() == 1
    assert store.check().sound
    store.close()
