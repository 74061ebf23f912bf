"""What the installed texts say of a citation is asked on demand and at every step alike.

The words are made up; only the name of the law is real.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from inspector_app.application.legality import GateRefusal
from inspector_app.application.visit_records import VisitRecords
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.gate.judging import GateMessage, GateMode
from inspector_app.domain.law.statute import Provision, Unresolved
from inspector_app.domain.visit import Step
from inspector_app.domain.visit_events import DocumentIssued
from tests.factory import FOOD_LAW
from tests.fakes.statutes import MemoryShelf, made_up
from tests.fakes.workplace import Office

# The finding cites 45(2) and 126(1)(6).
_ITEMS = "".join(f"（{number}）不备茶；\n" for number in "一二三四五六")
RIGHT = f"第四十五条 备茶。\n备水。\n第一百二十六条 处罚：\n{_ITEMS}"
WITHOUT = f"第四十五条 备茶。\n第一百二十六条 处罚：\n{_ITEMS}"
EDITION = date(2025, 9, 12)


def install(office: Office, words: str) -> None:
    office.statutes.add(made_up(FOOD_LAW, words, EDITION, date(2025, 12, 1)))


def unresolved(messages: tuple[GateMessage, ...]) -> list[GateMessage]:
    return [m for m in messages if m.code == "gate.finding_citation_unresolved"]


def on_demand(office: Office, visit_id: str) -> list[GateMessage]:
    return unresolved(office.do.check_case(visit_id).messages[GateMode.BLOCK])


def refused(step: Callable[[], object]) -> None:
    with pytest.raises(GateRefusal) as refusal:
        step()
    assert unresolved(refusal.value.messages)


def test_a_clause_that_is_not_there_leads_to_its_finding_and_names_the_text(
    office: Office,
) -> None:
    visit_id = office.judged()
    install(office, WITHOUT)
    (told,) = on_demand(office, visit_id)
    assert (told.rule, told.step, told.target) == ("R39", Step.FINDINGS, "HEALTH")
    assert told.text == (
        f"法规库中当日施行的文本（{EDITION}）没有《{FOOD_LAW}》第四十五条第二款，该项问题所引条款有误。"
    )
    assert unresolved(office.do.view_visit(visit_id).messages) == [told]


def test_nothing_is_composed_by_it(office: Office) -> None:
    visit_id = office.judged()
    install(office, WITHOUT)
    assert office.do.draft_document(visit_id, "onsite_record").blocked
    refused(lambda: office.do.compose_document(visit_id, "onsite_record"))


def test_nothing_composed_before_is_issued(office: Office) -> None:
    visit_id = office.judged()
    document = office.composed(visit_id, "onsite_record")
    office.sign_all(visit_id, document.id)
    install(office, WITHOUT)
    refused(lambda: office.do.issue_document(visit_id, document.id))

    def past_the_use_case() -> None:
        with VisitRecords(office.do.place).editing(visit_id) as edit:
            edit.record(DocumentIssued(document.id, "c" * 64, 1, "d" * 64, "IA1"))

    refused(past_the_use_case)


def test_no_case_is_handed_in(office: Office) -> None:
    visit_id = office.completed()
    install(office, WITHOUT)
    refused(lambda: office.do.submit_visit(visit_id))


def test_what_the_texts_have_goes_all_the_way(office: Office) -> None:
    install(office, RIGHT)
    assert on_demand(office, office.finished()) == []


def test_each_place_is_looked_up_once_in_a_judging(office: Office) -> None:
    visit_id = office.judged()
    install(office, RIGHT)
    asked: list[tuple[Citation, date]] = []
    resolve = office.statutes.resolve

    def counted(citation: Citation, day: date) -> Provision | Unresolved:
        asked.append((citation, day))
        return resolve(citation, day)

    office.statutes.resolve = counted  # type: ignore[method-assign]  # a spy
    office.do.view_visit(visit_id)
    assert asked
    assert len(asked) == len(set(asked))


@dataclass
class Unreadable(MemoryShelf):
    def _fault(self) -> EnvironmentFault:
        return EnvironmentFault("statutes.damaged", "法规库已损坏。")

    def names(self) -> dict[str, str]:
        raise self._fault()

    def resolve(self, citation: Citation, day: date) -> Provision | Unresolved:
        raise self._fault()


def test_a_library_that_cannot_be_read_stops_no_work_and_is_told_on_demand() -> None:
    office = Office(statutes=Unreadable())
    visit_id = office.finished()
    with pytest.raises(EnvironmentFault):
        office.do.check_case(visit_id)
