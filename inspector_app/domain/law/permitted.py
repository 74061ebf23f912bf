"""What may be done about a finding now, what only later, and why (可以采取的处理).

At the scene: orders, a warning, a fine within the limits of 处罚法 51, and only where nothing that
must be imposed along with it needs the ordinary procedure (普通程序). Everything else follows a case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from inspector_app.domain.law.demands import demands, kept, with_gain
from inspector_app.domain.law.discretion import FineRange, Grade, PenaltyFacts, admitted
from inspector_app.domain.law.penalty import FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.stages import heaviest, payers
from inspector_app.domain.law.violation import OUR_AUTHORITY, PROVINCIAL_RULES, Verification
from inspector_app.domain.law.weighing import Weighing, WeighingCase

__all__ = ["PENALTIES", "Permitted", "Route", "Why", "musts", "permitted"]

ORDERS = frozenset({SanctionKind.ORDER_CORRECTION, SanctionKind.ORDER_STOP})
# What a weighing proposes; orders are the finding's measures, the rest is others' or no penalty.
PENALTIES = frozenset(
    {
        SanctionKind.WARNING,
        SanctionKind.CRITICISM,
        SanctionKind.FINE,
        SanctionKind.CONFISCATE_GAIN,
        SanctionKind.CONFISCATE_GOODS,
        SanctionKind.CONFISCATE_TOOLS,
        SanctionKind.SUSPENSION,
        SanctionKind.CLOSURE,
        SanctionKind.REVOCATION,
        SanctionKind.CANCELLATION,
        SanctionKind.BAN,
        SanctionKind.REFUND,
    }
)
_OTHERS = frozenset({SanctionKind.DETENTION, SanctionKind.DISCIPLINE, SanctionKind.REFERRED})


class Route(StrEnum):
    """How a sanction is reached."""

    NOW = "now"  # 现场可以作出
    CASE = "case"  # 立案后经普通程序
    NOT_YET = "not_yet"  # 条件尚未具备
    OUTWEIGHED = "outweighed"  # 已由更重情形的罚款代替
    ELSEWHERE = "elsewhere"  # 由其他机关，或者对其他人


class Why(StrEnum):
    """Why a sanction is where it is."""

    ON_THE_SPOT = "on_the_spot"  # 处罚法 51
    ORDERED_WITH_IT = "ordered_with_it"  # 处罚法 28
    WITH_THE_CASE = "with_the_case"  # 须一并作出的处罚要经普通程序
    CONFISCATION = "confiscation"  # 没收不能当场作出
    HEAVY = "heavy"  # 停产停业、吊销、限制从业
    OVER_LIMIT = "over_limit"  # 超过当场处罚的限额
    COUNTED = "counted"  # 须先查明货值、违法所得
    CITY_LEVEL = "city_level"  # 食安条例 81：由设区的市级以上部门作出
    UNHEEDED = "unheeded"  # 须先有责令改正且拒不改正
    GRAVE = "grave"  # 须属情节严重
    WORSE = "worse"
    GRAVEST = "gravest"
    HARM = "harm"
    GRAVER_FINE = "graver_fine"  # 已核实的情形另有应当处以的罚款
    GAIN_UNKNOWN = "gain_unknown"  # 没有违法所得时才适用
    OTHER_PERSON = "other_person"  # 对责任人员
    OTHER_AUTHORITY = "other_authority"  # 由其他机关处理
    PROVINCIAL = "provincial"  # 依省级规定
    UNVERIFIED = "unverified"  # 待核实
    CRIME = "crime"  # 涉嫌犯罪，移送


_STAGE_WHY: Mapping[Stage, Why] = {
    Stage.UNHEEDED: Why.UNHEEDED,
    Stage.WORSE: Why.WORSE,
    Stage.GRAVE: Why.GRAVE,
    Stage.GRAVEST: Why.GRAVEST,
    Stage.HARM: Why.HARM,
}


@dataclass(frozen=True, slots=True)
class Permitted:
    """One sanction of the clause: by which route, why, whether it must be imposed, a fine's range."""

    sanction: Sanction
    route: Route
    why: tuple[Why, ...]
    must: bool = False
    fine: FineRange | None = None


def permitted(case: WeighingCase, weighing: Weighing) -> tuple[Permitted, ...]:
    """The clause's sanctions as they stand now, in its order; those of other classes left out.

    Last the gain, where there is one that the clause does not speak of (处罚法 28(2)).
    """
    return tuple(_permitted(case, weighing))


def _permitted(case: WeighingCase, weighing: Weighing) -> Iterator[Permitted]:
    facts = case.facts(weighing)
    ranges = {fine.sanction: fine for fine in case.ranges(weighing)}
    outweighed = case.outweighed(weighing)
    groups = musts(case, weighing)
    needed = {sanction for group in groups for sanction in group}
    on_spot = not weighing.crime_clue and _may_all_be_now(case, groups, ranges)
    his = frozenset[Payer]().union(*payers(case.party))
    for sanction in with_gain(case.violation.sanctions, facts, his):
        barred = _elsewhere(case, sanction)
        if barred is not None:
            yield Permitted(sanction, Route.ELSEWHERE, (barred,))
        elif sanction in outweighed:
            yield Permitted(sanction, Route.OUTWEIGHED, (Why.GRAVER_FINE,))
        elif admitted(sanction, facts):
            route, why = _route(case, weighing, sanction, ranges.get(sanction), on_spot)
            yield Permitted(sanction, route, why, sanction in needed, ranges.get(sanction))
        else:
            why_not = _not_yet(sanction, facts)
            if why_not is not None:
                yield Permitted(sanction, Route.NOT_YET, (why_not,))


def _elsewhere(case: WeighingCase, sanction: Sanction) -> Why | None:
    violation = case.violation
    if violation.verification is Verification.RECALLED:
        return Why.UNVERIFIED
    if violation.authority == PROVINCIAL_RULES:
        return Why.PROVINCIAL
    if violation.authority != OUR_AUTHORITY or sanction.kind in _OTHERS:
        return Why.OTHER_AUTHORITY
    return None if case.addresses(sanction) else Why.OTHER_PERSON


def _not_yet(sanction: Sanction, facts: PenaltyFacts) -> Why | None:
    """Why a sanction may come into question later; None where it is for others altogether."""
    if sanction.for_whom and sanction.for_whom not in facts.traits:
        return None
    if sanction.stage is not Stage.AT_ONCE and sanction.stage not in facts.stages:
        return _STAGE_WHY[sanction.stage]
    if sanction.no_gain and FineBase.ILLEGAL_GAIN not in facts.bases:
        return Why.GAIN_UNKNOWN
    return None


def _route(
    case: WeighingCase,
    weighing: Weighing,
    sanction: Sanction,
    fine: FineRange | None,
    on_spot: bool,
) -> tuple[Route, tuple[Why, ...]]:
    if sanction.kind in ORDERS:
        return Route.NOW, (Why.ORDERED_WITH_IT,)
    if weighing.crime_clue:
        return Route.ELSEWHERE, (Why.CRIME,)
    if sanction.kind is SanctionKind.FINE:
        return _fine_route(case, sanction, fine, on_spot)
    if sanction.kind is SanctionKind.WARNING:
        return (Route.NOW, (Why.ON_THE_SPOT,)) if on_spot else (Route.CASE, (Why.WITH_THE_CASE,))
    if sanction.kind.value.startswith("confiscate"):
        return Route.CASE, (Why.CONFISCATION,)
    return Route.CASE, (Why.HEAVY,) if sanction.kind in PENALTIES else ()


def _fine_route(
    case: WeighingCase, sanction: Sanction, fine: FineRange | None, on_spot: bool
) -> tuple[Route, tuple[Why, ...]]:
    why: list[Why] = []
    if not _is_plain(sanction):
        why.append(Why.COUNTED)
    elif fine is None or fine.lowest > case.on_spot_limit:
        why.append(Why.OVER_LIMIT)
    elif not on_spot:
        why.append(Why.WITH_THE_CASE)
    city = case.rules.city_level
    if fine is not None and fine.is_known and city is not None:
        top = fine.highest if fine.high is not None else fine.lowest
        if city.asks(case.violation, top):
            why.append(Why.CITY_LEVEL)
    return (Route.CASE, tuple(why)) if why else (Route.NOW, (Why.ON_THE_SPOT,))


def _is_plain(sanction: Sanction) -> bool:
    """A fine of amounts alone: what must first be counted is not for the spot."""
    fine = sanction.fine
    return fine is not None and fine.base is FineBase.AMOUNT and fine.class_of is None


def _may_all_be_now(
    case: WeighingCase,
    groups: Iterable[tuple[Sanction, ...]],
    ranges: Mapping[Sanction, FineRange],
) -> bool:
    """Whether what must be imposed can all be imposed on the spot (处罚法 51: fine or warning)."""
    return all(any(_is_light(case, s, ranges.get(s)) for s in group) for group in groups)


def _is_light(case: WeighingCase, sanction: Sanction, fine: FineRange | None) -> bool:
    if sanction.kind is SanctionKind.WARNING:
        return True
    return fine is not None and _is_plain(sanction) and fine.lowest <= case.on_spot_limit


def musts(case: WeighingCase, weighing: Weighing) -> tuple[tuple[Sanction, ...], ...]:
    """What the clause demands by what is shown: of each group at least one is imposed (R23).

    A confiscation falls away where there is nothing to take. With no penalty (不予处罚) what its
    ground keeps is demanded all the same.
    """
    facts = case.facts(weighing)
    gone = set(weighing.nothing_to_take)
    if _has_no_gain(weighing, facts):
        gone.add(SanctionKind.CONFISCATE_GAIN)
    clause, readings = case.violation.sanctions, payers(case.party)
    if weighing.grade is Grade.EXEMPT:
        return kept(clause, facts, readings, keeps=weighing.keeps, gone=gone)
    found = demands(clause, facts, readings, first=heaviest(facts.stages), gone=gone)
    # What an order or another organ can answer asks for nothing that is proposed.
    return tuple(group for group in found if all(s.kind in PENALTIES for s in group))


def _has_no_gain(weighing: Weighing, facts: PenaltyFacts) -> bool:
    if weighing.gain is not None:
        return weighing.gain.worked_out().confiscated == 0
    return FineBase.ILLEGAL_GAIN in facts.without
