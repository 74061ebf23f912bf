"""A failed item becomes exactly the violations that bind this party on that day, each with reasons."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.matching import (
    Excluded,
    FailedItem,
    Guard,
    PartyTraits,
    Reason,
    ReasonCode,
    match,
    party_traits,
)
from inspector_app.domain.law.violation import ScopeGuard, Verification, Violation
from tests.factory import TODAY, enterprise, violation

ITEM = FailedItem("4.2", "接触直接入口食品的从业人员持有有效健康证明。")
ACTIVITIES = ("catering", "sale", "production")
PARTY_TYPES = ("enterprise", "individual_business", "individual")
PREMISES = ("chain", "buffet")
CATERING = PartyTraits(("catering", "sale"), "individual_business", ("chain",))


def words(known: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(known), unique=True).map(tuple)


DAYS = st.none() | st.dates(TODAY - timedelta(days=2), TODAY + timedelta(days=2))
VIOLATIONS = st.builds(
    violation,
    st.sampled_from(("A", "B", "C")),
    scope=st.builds(ScopeGuard, words(ACTIVITIES), words(PARTY_TYPES), words(PREMISES)),
    verification=st.sampled_from(Verification),
    valid_from=DAYS,
    valid_to=DAYS,
)
PARTIES = st.builds(
    PartyTraits,
    words(ACTIVITIES),
    st.sampled_from(PARTY_TYPES),
    words(PREMISES),
)


def bound(each: Violation, party: PartyTraits, day: date) -> bool:
    """The guards once more, as the law has them: everyone, unless somebody is named."""
    scope = each.scope
    return (
        each.verification is not Verification.RECALLED
        and (each.valid_from or day) <= day <= (each.valid_to or day)
        and (not scope.activities or any(a in scope.activities for a in party.activities))
        and (not scope.party_types or party.party_type in scope.party_types)
        and (not scope.premises or any(p in scope.premises for p in party.premises))
    )


@given(st.lists(VIOLATIONS, max_size=5), PARTIES)
def test_each_violation_is_proposed_or_excluded_as_its_guards_say(
    violations: list[Violation], party: PartyTraits
) -> None:
    found = match(ITEM, violations, party, TODAY)

    proposed = [each for each in violations if bound(each, party, TODAY)]
    assert [each.violation for each in found.proposed] == proposed
    assert [each.violation for each in found.excluded] == [
        each for each in violations if not bound(each, party, TODAY)
    ]


@given(VIOLATIONS, PARTIES)
def test_reasons_say_nothing_that_is_not_so(each: Violation, party: PartyTraits) -> None:
    for proposed in match(ITEM, [each], party, TODAY).proposed:
        facts = {reason.code: reason.facts for reason in proposed.reasons}
        assert facts.pop(ReasonCode.ITEM) == ("4.2", ITEM.text)
        assert facts.pop(ReasonCode.INFERRED, None) == (
            () if each.verification is Verification.INFERRED else None
        )
        assert set(facts.get(ReasonCode.ACTIVITY, ())) <= {*party.activities} & {
            *each.scope.activities
        }
        assert facts.get(ReasonCode.PARTY_TYPE, (party.party_type,)) == (party.party_type,)
        assert set(facts.get(ReasonCode.PREMISES, ())) <= {*party.premises} & {*each.scope.premises}
        narrowed = each.scope.activities or each.scope.party_types or each.scope.premises
        assert (ReasonCode.EVERYONE in facts) is not bool(narrowed)


def test_a_reason_names_the_item_the_business_and_the_kind_of_party() -> None:
    scope = ScopeGuard(("sale", "catering"), ("individual_business",), ("chain",))
    (found,) = match(ITEM, [violation(scope=scope)], CATERING, TODAY).proposed
    assert found.reasons == (
        Reason(ReasonCode.ITEM, ("4.2", ITEM.text)),
        Reason(ReasonCode.ACTIVITY, ("catering", "sale")),
        Reason(ReasonCode.PARTY_TYPE, ("individual_business",)),
        Reason(ReasonCode.PREMISES, ("chain",)),
    )
    assert not found.inferred


def test_what_is_inferred_says_so() -> None:
    inferred = violation(verification=Verification.INFERRED, scope=ScopeGuard())
    (found,) = match(ITEM, [inferred], CATERING, TODAY).proposed
    assert found.inferred
    assert [reason.code for reason in found.reasons] == [
        ReasonCode.ITEM,
        ReasonCode.EVERYONE,
        ReasonCode.INFERRED,
    ]


def excluded(**change: object) -> Excluded:
    (found,) = match(ITEM, [violation("M44", **change)], CATERING, TODAY).excluded
    return found


def test_what_is_kept_out_names_the_guard_and_what_it_asks() -> None:
    told = [
        excluded(verification=Verification.RECALLED),
        excluded(valid_from=date(2027, 1, 1)),
        excluded(valid_to=date(2025, 10, 14)),
        excluded(scope=ScopeGuard(("production",))),
        excluded(scope=ScopeGuard((), ("enterprise",))),
        excluded(scope=ScopeGuard((), (), ("buffet",))),
        excluded(scope=ScopeGuard(("catering",), (CATERING.party_type,), ("buffet",))),
    ]
    assert [(each.guard, each.facts) for each in told] == [
        (Guard.RECALLED, ()),
        (Guard.NOT_YET, ("2027-01-01",)),
        (Guard.NO_LONGER, ("2025-10-14",)),
        (Guard.ACTIVITY, ("production",)),
        (Guard.PARTY_TYPE, ("enterprise",)),
        (Guard.PREMISES, ("buffet",)),
        (Guard.PREMISES, ("buffet",)),
    ]


def test_the_party_is_as_its_file_says() -> None:
    party = party_traits(enterprise(activities=("catering",), premises=("buffet",)))
    assert party == PartyTraits(("catering",), "individual_business", ("buffet",))


def test_a_role_that_the_file_does_not_tell_is_asked_about_and_does_not_exclude() -> None:
    lift = violation("TS11", scope=ScopeGuard(activities=("use",)))
    restaurant = PartyTraits(("catering",), "individual_business")

    (proposed,) = match(ITEM, [lift], restaurant, TODAY).proposed

    assert proposed.facts(ReasonCode.ROLE) == ("use",)
    assert proposed.facts(ReasonCode.ACTIVITY) == ()


def test_a_file_that_tells_roles_excludes_by_them() -> None:
    lift = violation("TS11", scope=ScopeGuard(activities=("use",)))
    repairer = PartyTraits(("catering", "repair"), "enterprise")

    (kept_out,) = match(ITEM, [lift], repairer, TODAY).excluded

    assert (kept_out.guard, kept_out.facts) == (Guard.ACTIVITY, ("use",))


def test_a_business_is_excluded_as_before() -> None:
    makers = violation("YP02", scope=ScopeGuard(activities=("production",)))

    (kept_out,) = match(ITEM, [makers], PartyTraits(("catering",), "enterprise"), TODAY).excluded

    assert kept_out.guard is Guard.ACTIVITY
