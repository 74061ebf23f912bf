"""Propose findings (问题认定): what the law says of a failed item, and which measures it allows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from inspector_app.application.definitions import item_definition
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.checklist import PackRef
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.gate.judging import DECISION_OF
from inspector_app.domain.law.matching import (
    Excluded,
    FailedItem,
    Guard,
    Match,
    Matching,
    Reason,
    ReasonCode,
    binding,
    match,
    party_traits,
)
from inspector_app.domain.law.violation import MeasureKind, Violation
from inspector_app.domain.printed_numbers import printed_number
from inspector_app.domain.visit import Visit

__all__ = ["Proposal", "ProposeFindings"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A violation proposed for an item, with its reasons.

    ``measures`` are those that may be taken now, ``suggested`` those the form ticks: a warning is a
    penalty of its own (处罚法 9, 52), ticked by the officer only, and only where this laptop can
    write the decision that it needs. ``requirement`` and
    ``deadline`` (None = at once) are what the pack suggests.

    ``listed`` is False for a violation that the checklist does not name for the item: the officers
    looked it up. ``excluded`` is then the guard that says the duty does not bind this party; the
    finding needs a reason. ``pack`` is the edition that the violation stands in.
    """

    matched: Match
    party_type: str
    measures: tuple[MeasureKind, ...]
    suggested: tuple[MeasureKind, ...]
    requirement: str
    deadline: date | None
    pack: PackRef | None
    listed: bool = True
    excluded: Excluded | None = None

    @property
    def violation(self) -> Violation:
        """What is proposed."""
        return self.matched.violation

    @property
    def item_number(self) -> str:
        """The failed item's number as the papers print it."""
        return self.matched.facts(ReasonCode.ITEM)[0]


@dataclass(frozen=True, slots=True)
class ProposeFindings:
    """Item → violations, deterministic, by the guards of the edition the visit began with."""

    place: Workplace
    records: VisitRecords

    def __call__(self, visit_id: str, item: str) -> tuple[Proposal, ...]:
        """Admissible violations of the item, the pack's order; 待核实 ones are never proposed."""
        visit = self.records.read(visit_id)
        matching, pack = self._matching(visit, item)
        return tuple(self._proposal(visit, matched, pack) for matched in matching.proposed)

    def other(self, visit_id: str, item: str, violation_id: str) -> Proposal:
        """Any violation of the whole catalogue, looked up by the officers for a failed item.

        Of an item's own violations the proposal is the same as without looking up. Raises
        ``UserError`` for one that nobody knows, that is 待核实, or that was not in force at the act.
        """
        visit = self.records.read(visit_id)
        matching, pack = self._matching(visit, item)
        own = next((p for p in matching.proposed if p.violation.id == violation_id), None)
        if own is not None:
            return self._proposal(visit, own, pack)
        known: dict[str, tuple[Violation, PackRef | None]] = {
            kept_out.violation.id: (kept_out.violation, pack) for kept_out in matching.excluded
        }
        for finding in visit.findings.values():
            if finding.item == item:
                known[finding.violation.id] = (finding.violation, finding.pack)
        entry = self.place.packs.catalogue().get(violation_id)
        if entry is not None:
            known.setdefault(violation_id, (entry.violation, entry.pack))
        if violation_id not in known:
            raise UserError(
                "finding.violation",
                "没有这个违法行为。",
                safe="未作任何更改。",
                mend="请从建议中选择，或者用自己的话查找。",
                facts={"violation": violation_id},
            )
        violation, edition = known[violation_id]
        bound = binding(violation, party_traits(visit.enterprise), _day(visit))
        kept_out = bound if isinstance(bound, Excluded) else None
        if kept_out is not None and kept_out.guard in _NEVER:
            raise _never(kept_out)
        asked = Reason(
            ReasonCode.ITEM,
            (printed_number(visit, visit.item(item)), visit.item(item).text),
        )
        reasons = () if isinstance(bound, Excluded) else bound
        return replace(
            self._proposal(visit, Match(violation, (asked, *reasons)), edition),
            listed=False,
            excluded=kept_out,
        )

    def _proposal(self, visit: Visit, matched: Match, pack: PackRef | None) -> Proposal:
        violation = matched.violation
        today = self.place.clock.today()
        return Proposal(
            matched=matched,
            party_type=visit.enterprise.party_type.value,
            measures=self._possible(violation),
            suggested=_suggested(violation),
            requirement=violation.summary,
            deadline=(
                today + timedelta(days=violation.deadline_days) if violation.deadline_days else None
            ),
            pack=pack,
        )

    def excluded(self, visit_id: str, item: str) -> tuple[Excluded, ...]:
        """The item's violations that are not proposed here, each with the guard that says so."""
        matching, _pack = self._matching(self.records.read(visit_id), item)
        return matching.excluded

    def _matching(self, visit: Visit, item: str) -> tuple[Matching, PackRef]:
        """The item's own violations, and the edition that they stand in."""
        definition, asked = item_definition(self.place.packs, visit, item)
        matching = match(
            FailedItem(printed_number(visit, visit.item(item)), asked.text),
            (definition.violations[code] for code in asked.violations),
            party_traits(visit.enterprise),
            _day(visit),
        )
        return matching, definition.pack

    def _possible(self, violation: Violation) -> tuple[MeasureKind, ...]:
        """The violation's measures without those whose document no pack here can write."""
        kinds = self.place.packs.document_templates()
        return tuple(
            m for m in violation.measures if DECISION_OF.get(m, "") in kinds or m not in DECISION_OF
        )


def _day(visit: Visit) -> date:
    """The act is found while the visit lasts, whenever its finding is written down."""
    return datetime.fromisoformat(visit.started_at).date()


# What no reason of an officer can overcome: the clause itself may not be cited.
_NEVER = (Guard.RECALLED, Guard.NOT_YET, Guard.NO_LONGER)


def _never(kept_out: Excluded) -> UserError:
    wording = kept_out.violation.wording
    if kept_out.guard is Guard.RECALLED:
        return UserError(
            "finding.unverified",
            f"“{wording}”所引条款待核实，不能认定。",
            safe="未作任何更改。",
            mend="请选择其他违法行为，或者立案后由法制人员核实。",
            facts={"violation": wording},
        )
    return UserError(
        "finding.not_in_force",
        f"“{wording}”所引条款在检查当日没有生效或者已经失效，不能认定。",
        safe="未作任何更改。",
        mend="请选择当日有效的条款。",
        facts={"violation": wording},
    )


def _suggested(violation: Violation) -> tuple[MeasureKind, ...]:
    lasting = [m for m in violation.measures if m is not MeasureKind.WARNING]
    if MeasureKind.ORDER_CORRECTION in lasting and violation.deadline_days:
        # Put right now or by a day, not both; the form offers the other.
        lasting = [m for m in lasting if m is not MeasureKind.CORRECT_ON_SPOT]
    return tuple(lasting)
