"""What a paper says happened, and when: not after its own day, and on the record's day (C03)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from inspector_app.domain.law.case_facts import CaseFacts
from inspector_app.domain.law.gate.checks.told import DECISIONS, as_text, made_on, told_papers
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.text_readers import Dated, read_dates

__all__: list[str] = []

_CLAUSE_END = "，,。；;！？\n"
_HOUR = r"(?:\s*(?:上午|下午|晚上?)?\s*[0-9]{1,2}\s*[时点:：]\s*(?:[0-9]{1,2}\s*分?)?)?"
# What is still to come: terms, summonses, days printed on goods and licences.
_UNTIL = re.compile(_HOUR + r"[）)]?\s*(?:以?前|之前|以?后|之后|起|止|届满|期满|到期|失效)")
_SINCE = re.compile(r"(?:至|到|截[至止]|自|从|不晚于|不迟于)\s*\Z")
_TO_COME = re.compile(
    "(?<!申)请|应当|必须|将[于在]|即将|[定拟][于在]|限[期于在你当]|期限|届|责令|缴[纳款清]"
    "|有效|保质|生产日期|标[注示称]|标签|喷码|预计|计划|下次|生效|施行"
)
_OF_ANOTHER = re.compile(r"曾|此前|先前|上(?:一)?次|前(?:一)?次|另案|以往")


@check("label", "day", "made")
def day_after_paper(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """A paper tells as done what lies after the day that it bears; a term may lie there."""
    for paper in told_papers(case):
        made = made_on(paper, case) or on.day
        for told in read_dates(paper.text):
            if told.day is not None and told.day > made and not _is_to_come(paper.text, told):
                facts = {"label": as_text(paper).label, "day": told.text}
                yield Obstacle(paper.kind, {**facts, "made": made.isoformat()})


def _is_to_come(text: str, told: Dated) -> bool:
    before, clause = text[: told.start], _clause(text, told)
    return bool(_UNTIL.match(text, told.end) or _SINCE.search(before) or _TO_COME.search(clause))


def _clause(text: str, told: Dated) -> str:
    """The part of the sentence, from comma to comma, in which a date stands."""
    begin = max(text.rfind(sign, 0, told.start) for sign in _CLAUSE_END) + 1
    ends = (text.find(sign, told.end) for sign in _CLAUSE_END)
    return text[begin : min((end for end in ends if end >= 0), default=len(text))]


@dataclass(frozen=True, slots=True)
class _Event:
    """How sentences tell that something was done: ``label`` before its day, ``done`` behind it."""

    label: re.Pattern[str]
    done: re.Pattern[str]


# One comma may stand between the day and what was done on it.
_THEN = rf"{_HOUR}[，,]?[^，,。；;\n]{{0,40}}?"
_EVENTS: Mapping[str, _Event] = {
    "inspection": _Event(
        re.compile(r"检查(?:时间|日期)[：:]\s*\Z"),
        re.compile(
            rf"{_THEN}(?:(?:进行|实施|开展)了?[^，,。；;\n]{{0,8}}?检查|(?:现场|监督|执法)检查)"
            r"(?!笔录|记录|结果|人员|表|报告|情况)"
        ),
    ),
    "filing": _Event(
        re.compile(r"立案(?:时间|日期)[：:]\s*\Z"),
        re.compile(rf"{_THEN}(?<!建议)(?<!申请)(?<!提请)(?<!符合)立案(?!前|条件|标准|审批)"),
    ),
    "notice": _Event(
        re.compile(r"告知(?:时间|日期)[：:]\s*\Z"),
        re.compile(rf"{_THEN}(?:送达|发出|直接送交)[^，,。；;\n]{{0,14}}?告知书"),
    ),
    "hearing": _Event(
        re.compile(r"听证(?:时间|日期)[：:]\s*\Z"),
        re.compile(
            rf"{_HOUR}[，,]?(?:(?!要求|申请|通知|告知)[^，,。；;\n]){{0,30}}?(?:举行|召开)[^，,。；;\n]{{0,6}}?听证"
        ),
    ),
    "decision": _Event(
        re.compile(r"(?:处罚决定|决定)(?:时间|日期)[：:]\s*\Z"),
        re.compile(
            rf"{_THEN}作出(?:了)?[^，,。；;\n]{{0,8}}?(?:处罚|本|如下)[^，,。；;\n]{{0,4}}?决定"
        ),
    ),
}


@check("label", "day", "right")
def day_of_event_differs(
    case: CaseFacts, _on: Occasion, *, event: tuple[str, ...]
) -> Iterator[Obstacle]:
    """A paper tells another day than the record for what was done, and nowhere the record's."""
    for name in event:
        right = _recorded(case, name)
        if right is None:
            continue
        for paper in told_papers(case):
            told = list(_told_of(paper.text, _EVENTS[name]))
            if name == "decision" and paper.kind in DECISIONS:
                told += _sealed(paper.text, case.authority)
            if right in {each.day for each in told}:
                continue
            for each in told:
                facts = {"label": as_text(paper).label, "day": each.text}
                yield Obstacle(paper.kind, {**facts, "right": right.isoformat()})


def _recorded(case: CaseFacts, event: str) -> date | None:
    """The day on which the record says that it was done."""
    days = {
        "inspection": case.inspection.on if case.inspection is not None else None,
        "filing": case.filing.filed_on if case.filing is not None else None,
        "notice": case.notice.served_on if case.notice is not None else None,
        "hearing": case.hearing.held_on if case.hearing is not None else None,
        "decision": case.decision.on if case.decision is not None else None,
    }
    return days[event]


def _told_of(text: str, event: _Event) -> Iterator[Dated]:
    dates = read_dates(text)
    nexts = (*(each.start for each in dates[1:]), len(text))
    for told, until in zip(dates, nexts, strict=False):
        labelled = event.label.search(text, 0, told.start)
        done = event.done.match(text, told.end, until)
        if (labelled or done) and not _OF_ANOTHER.search(_clause(text, told)):
            yield told


def _sealed(text: str, authority: str) -> list[Dated]:
    """The day below the authority's name at the end."""
    last = read_dates(text)[-1:]
    return [
        told
        for told in last
        if authority
        and text[: told.start].rstrip().endswith(authority)
        and not text[told.end :].strip()
    ]
