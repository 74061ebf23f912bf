"""Evidence, interviews, registration, coercion, tests (R05, R06, R10–R12, R14, R15, R53)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from inspector_app.domain.law.case_facts import (
    CaseFacts,
    CoercionFacts,
    EvidenceKind,
    RegistrationFacts,
)
from inspector_app.domain.law.gate.clauses import is_listed, law_known_as
from inspector_app.domain.law.gate.counted import in_doubt, late
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check

__all__: list[str] = []


@check("record")
def interview_of_several(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """An interview was held with more than one person."""
    for interview in case.interviews:
        if len(interview.people) != 1:
            yield Obstacle(interview.id, {"record": interview.id})


@check("record", "count")
def interview_pages_unconfirmed(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Pages of an interview record that the person did not confirm."""
    for interview in case.interviews:
        left = interview.pages - interview.pages_confirmed
        if left > 0:
            yield Obstacle(interview.id, {"record": interview.id, "count": left})


@check("record", "count")
def interview_corrections_unconfirmed(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Corrections of an interview record that the person did not confirm."""
    for interview in case.interviews:
        left = interview.corrections - interview.corrections_confirmed
        if left > 0:
            yield Obstacle(interview.id, {"record": interview.id, "count": left})


@check("evidence")
def copy_unstated(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A copy without its statements: same as the original, origin, day, signature (程序规定 24)."""
    for piece in case.evidence:
        stated = (piece.same_as_original, piece.origin.strip(), piece.provided_on, piece.signed)
        if not piece.original and not all(stated):
            yield Obstacle(piece.id, {"evidence": piece.id})


@check("evidence")
def digital_unstated(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Electronic or audiovisual evidence without maker, method or time (程序规定 25–26)."""
    for piece in case.evidence:
        electronic = piece.kind is EvidenceKind.ELECTRONIC
        copied = piece.kind is EvidenceKind.AUDIOVISUAL and not piece.original
        stated = (piece.maker.strip(), piece.method.strip(), piece.made_at)
        if (electronic or copied) and not all(stated):
            yield Obstacle(piece.id, {"evidence": piece.id})


@check("evidence")
def digital_unhashed(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Electronic evidence without a digest that shows it whole."""
    for piece in case.evidence:
        if piece.kind is EvidenceKind.ELECTRONIC and not piece.sha256:
            yield Obstacle(piece.id, {"evidence": piece.id})


@check("evidence")
def sound_untranscribed(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Sound without its words written down (程序规定 25)."""
    for piece in case.evidence:
        if piece.sound and not piece.transcript.strip():
            yield Obstacle(piece.id, {"evidence": piece.id})


def _unapproved(
    on: Occasion, taken: RegistrationFacts | CoercionFacts, hours: int, lifted: date | None
) -> bool:
    """Not approved before; or urgent, and not reported within the hours or never approved.

    An urgent measure may wait for its approval as long as the hours run, and needs none if it was
    ``lifted`` by then: what the chief does not approve is lifted at once (行政强制法 19).
    """
    if not taken.urgent:
        return taken.approved_at is None or taken.approved_at > taken.taken_at
    until = on.after_hours(taken.taken_at, hours)
    if taken.reported_at is None or until.at is None or taken.reported_at > until.at:
        return True
    return taken.approved_at is None and min(lifted or on.day, on.day) > until.last


@check("measure", "hours")
def registration_unapproved(case: CaseFacts, on: Occasion, *, hours: int) -> Iterator[Obstacle]:
    """Registration without approval before, or urgent, unreported or never approved (程序规定 33)."""
    for taken in case.registrations:
        lifted = taken.disposed_on if taken.disposal == "released" else None
        if _unapproved(on, taken, hours, lifted):
            yield Obstacle(taken.id, {"measure": taken.id, "hours": hours})


@check("measure")
def registration_papers(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Registration without list or notice handed over on the spot (程序规定 34)."""
    for taken in case.registrations:
        if not (taken.listed and taken.notice_given):
            yield Obstacle(taken.id, {"measure": taken.id})


@check("measure", "due")
def registration_undisposed(
    case: CaseFacts, on: Occasion, *, working_days: int
) -> Iterator[Obstacle]:
    """No disposal within the working days: the registration has lapsed (程序规定 35)."""
    for taken in case.registrations:
        term = on.after_working_days(taken.taken_at.date(), working_days)
        yield from late(term, taken.disposed_on or on.day, taken.id, measure=taken.id)


@check("measure")
def disposal_unknown(
    case: CaseFacts, _on: Occasion, *, kinds: tuple[str, ...]
) -> Iterator[Obstacle]:
    """A registration ended otherwise than in one of the ways the rule knows (程序规定 35)."""
    for taken in case.registrations:
        if taken.disposed_on is not None and taken.disposal not in kinds:
            yield Obstacle(taken.id, {"measure": taken.id})


def _rests_on(taken: CoercionFacts, clauses: tuple[str, ...], on: Occasion) -> bool:
    """Whether one of ``clauses`` is the basis, by whatever of its law's names and however cited."""
    return is_listed(taken.law, taken.basis, taken.taken_at.date(), clauses, on.rules.laws)


@check("measure", "basis")
def coercion_baseless(
    case: CaseFacts, on: Occasion, *, clauses: tuple[str, ...]
) -> Iterator[Obstacle]:
    """Coercion without a clause of a law or regulation that allows it (程序规定 36)."""
    for taken in case.coercions:
        if not _rests_on(taken, clauses, on):
            yield Obstacle(taken.id, {"measure": taken.id, "basis": taken.law + taken.basis})


@check("measure", "hours")
def coercion_unapproved(case: CaseFacts, on: Occasion, *, hours: int) -> Iterator[Obstacle]:
    """Coercion without approval before, or urgent, unreported or never approved (行政强制法 19)."""
    for taken in case.coercions:
        if _unapproved(on, taken, hours, taken.released_on):
            yield Obstacle(taken.id, {"measure": taken.id, "hours": hours})


@check("measure")
def coercion_papers(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Decision or list not handed over on the spot (行政强制法 24)."""
    for taken in case.coercions:
        if not (taken.decision_given and taken.list_given):
            yield Obstacle(taken.id, {"measure": taken.id})


@check("measure", "most")
def coercion_too_long(
    case: CaseFacts,
    on: Occasion,
    *,
    days: int,
    more_days: int,
    longer_days: int,
    longer: tuple[str, ...],
) -> Iterator[Obstacle]:
    """The period or its extension is longer than the law allows; ``longer`` clauses get more."""
    for taken in case.coercions:
        more = longer_days if _rests_on(taken, longer, on) else more_days
        if taken.days > days or taken.more_days > more:
            yield Obstacle(taken.id, {"measure": taken.id, "most": f"{days}+{more}"})


@check("measure", "due")
def coercion_unhandled(
    case: CaseFacts, on: Occasion, *, days: int, days_after_test: int, clauses: tuple[str, ...]
) -> Iterator[Obstacle]:
    """Held under ``clauses``, and in their time no decision what is done about it (药品管理法 100(2)).

    Where it is tested, the time runs from the report. What is given back is decided on.
    """
    reported = max((test.result_on for test in case.tests if test.drug), default=None)
    for taken in case.coercions:
        if not _rests_on(taken, clauses, on):
            continue
        handled = min((d for d in (taken.handled_on, taken.released_on) if d), default=None)
        if not taken.test_days:
            term = on.after_calendar_days(taken.taken_at.date(), days)
        elif reported is not None:
            term = on.after_calendar_days(reported, days_after_test)
        else:
            continue
        yield from late(term, handled or on.day, taken.id, measure=taken.id)


@check("measure")
def coercion_extension_untold(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """An extension, or the period of a test, was not told in writing (行政强制法 25)."""
    for taken in case.coercions:
        extended = bool(taken.more_days) and not taken.extension_told
        tested = bool(taken.test_days) and not taken.test_told
        if extended or tested:
            yield Obstacle(taken.id, {"measure": taken.id})


def _over(taken: CoercionFacts, on: Occasion) -> date:
    """The last day of the period, its extension and a test's days included."""
    length = taken.days + taken.more_days + taken.test_days
    # 强制法 25 counts days and says nothing of holidays: no roll-over, as in the deadlines (D4).
    return on.after_calendar_days(taken.taken_at.date(), length, rolls_over=False).last


def _held_beyond(case: CaseFacts, on: Occasion, *, confiscated: bool) -> Iterator[CoercionFacts]:
    """What is held after its period; ``confiscated``: a decision within it took things."""
    decision = case.decision
    for taken in case.coercions:
        last = _over(taken, on)
        if taken.released_on is not None or on.day <= last:
            continue
        took = decision is not None and decision.takes_goods and decision.on <= last
        if took is confiscated:
            yield taken


@check("measure")
def coercion_not_released(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """A ground of release stands, or the period is over, and nothing was released (行政强制法 28).

    What a decision within the period confiscates is not released (27).
    """
    held = tuple(_held_beyond(case, on, confiscated=False))
    for taken in case.coercions:
        if taken in held or (taken.ended_ground and taken.released_on is None):
            yield Obstacle(taken.id, {"measure": taken.id})


@check("measure")
def coercion_rest_unasked(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """The period is over, and whether the decision took all that is held no fact tells (27, 28)."""
    for taken in _held_beyond(case, on, confiscated=True):
        if not taken.ended_ground:
            yield Obstacle(taken.id, {"measure": taken.id})


@check("measure", "due", "released")
def coercion_released_late(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """It was released after the period was over; nothing can undo that (行政强制法 25, 27)."""
    for taken in case.coercions:
        last = _over(taken, on)
        if taken.released_on is not None and taken.released_on > last:
            facts = {"due": last.isoformat(), "released": taken.released_on.isoformat()}
            yield Obstacle(taken.id, {"measure": taken.id, **facts})


@check("measure")
def coercion_without_witness(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The party was absent and no witness signed (行政强制法 18)."""
    for taken in case.coercions:
        if taken.party_absent and not taken.witness.strip():
            yield Obstacle(taken.id, {"measure": taken.id})


@check("measure")
def coercion_scope_unasked(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Nobody confirmed that only what is involved was taken, no necessities of life (23)."""
    for taken in case.coercions:
        if not taken.related_only:
            yield Obstacle(taken.id, {"measure": taken.id})


_LEVELS = {"county": "县级", "city": "设区的市级", "province": "省级", "nation": "国家级"}


@check("measure", "level")
def coercion_approver_low(
    case: CaseFacts, on: Occasion, *, law: tuple[str, ...], level: tuple[str, ...]
) -> Iterator[Obstacle]:
    """Coercion under ``law`` approved below the level it asks for."""
    levels = list(_LEVELS)
    asking = {law_known_as(name, on.rules.laws) for name in law}
    for taken in case.coercions:
        if law_known_as(taken.law, on.rules.laws) not in asking:
            continue
        if levels.index(taken.approver) < levels.index(level[0]):
            yield Obstacle(taken.id, {"measure": taken.id, "level": _LEVELS[level[0]]})


@check("test")
def lab_result_untold(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The party was not told a test's result (程序规定 32)."""
    for test in case.tests:
        if test.told_on is None:
            yield Obstacle(test.id, {"test": test.id})


@check("test", "due")
def retest_open(case: CaseFacts, on: Occasion, *, working_days: int) -> Iterator[Obstacle]:
    """The result may still be tested again, or that right was not told (食品安全法 88)."""
    for test in case.tests:
        if not test.food or test.told_on is None:
            continue
        term = on.after_working_days(test.told_on, working_days)
        if on.day <= term.last or not test.retest_right_told:
            yield Obstacle(test.id, {"test": test.id, "due": term.last.isoformat()})
        yield from in_doubt(term, on.day, test.id)
