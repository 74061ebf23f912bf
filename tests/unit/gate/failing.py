"""For every code of the gate, the one change that makes a lawful case unlawful."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import (
    ImposedSanction,
    PublicationFacts,
    Rank,
    ReviewKind,
)
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.illegal_gain import Unproven
from inspector_app.domain.law.penalty import Fine, FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.violation import (
    MeasureKind,
    RemedyBlock,
    ScopeGuard,
    Verification,
)
from tests.factory import DRUG_LAW, FOOD_LAW
from tests.factory_gate import DAY, at, expired_food, lawful_case, on_the_spot_case
from tests.unit.gate.changes import (
    Failing,
    act,
    both,
    finding,
    fined,
    item,
    part,
    result,
    typed,
    whole,
)
from tests.unit.gate.clauses import (
    PEOPLE_APART,
    REVOKED_WHERE_GRAVE,
    UP_TO_REVOCATION,
    WARNED_FIRST,
)
from tests.unit.gate.factory_exempt import exempt_case
from tests.unit.gate.factory_persons import person_fined
from tests.unit.gate.failing_texts import TEXTS

__all__ = [
    "FAILING",
    "PEOPLE_APART",
    "REVOKED_WHERE_GRAVE",
    "UP_TO_REVOCATION",
    "WARNED_FIRST",
    "Failing",
]


# The day of the inspection in the lawful case.
INSPECTED = date(2026, 4, 1)


_GAIN = lawful_case().gain
assert _GAIN is not None
_SHEET = _GAIN.sheet

FAILING: Mapping[str, Failing] = {
    # R01 – R06
    "gate.officers_two": Failing(lambda case: replace(case, officers=case.officers[:1])),
    "gate.record_officers": Failing(part("interviews", 0, officers=1)),
    "gate.certificate_expired": Failing(part("officers", 0, valid_to=date(2026, 6, 29))),
    "gate.officer_elsewhere": Failing(part("officers", 0, organ="某县城市管理局")),
    "gate.rights_not_read": Failing(part("rights", read=False)),
    "gate.evidence_before_rights": Failing(part("evidence", 0, taken_at=at(date(2026, 4, 1), 8))),
    "gate.recusal_applied": Failing(part("rights", recusal_asked=True)),
    "gate.recusal_level": Failing(part("recusals", 0, rank=Rank.CHIEF)),
    "gate.interview_of_several": Failing(part("interviews", 0, people=("张三丰年", "李四"))),
    "gate.interview_pages": Failing(part("interviews", 0, pages=3)),
    "gate.interview_corrections": Failing(part("interviews", 0, corrections=2)),
    "gate.refusal_recording": Failing(
        part("papers", 1, refusals=(replace(lawful_case().papers[1].refusals[0], recording=""),)),
        document="doc-2",
    ),
    "gate.refusal_proof": Failing(
        part("papers", 0, refusals=(replace(lawful_case().papers[0].refusals[0], witness=""),)),
        document="doc-1",
    ),
    "gate.own_witness": Failing(part("papers", 0, witnesses=("林知远",)), document="doc-1"),
    "gate.coercion_witness": Failing(part("coercions", 0, witness="")),
    # R07, R08
    "gate.decision_missing": Failing(finding(measures=(MeasureKind.WARNING,))),
    "gate.on_spot_fine_high": Failing(
        part("decision", sanctions=(ImposedSanction(SanctionKind.FINE, 201),)), on_the_spot_case
    ),
    "gate.on_spot_kind": Failing(
        part("decision", sanctions=(ImposedSanction(SanctionKind.CONFISCATE_GOODS, 1),)),
        on_the_spot_case,
    ),
    "gate.on_spot_facts": Failing(part("decision", facts_clear=False), on_the_spot_case),
    "gate.on_spot_incomplete": Failing(part("decision", number=""), on_the_spot_case),
    "gate.on_spot_remedy": Failing(part("decision", remedy=RemedyBlock.ORDINARY), on_the_spot_case),
    "gate.on_spot_unarchived": Failing(part("decision", on=date(2026, 6, 10)), on_the_spot_case),
    # R09
    "gate.cash_without_ground": Failing(
        both(
            part("cash", amount=100, ground="small"),
            part("decision", sanctions=(ImposedSanction(SanctionKind.FINE, 101),)),
        ),
        on_the_spot_case,
    ),
    "gate.cash_above_fine": Failing(part("cash", amount=60_001)),
    "gate.cash_receipt": Failing(part("cash", receipt_no="")),
    "gate.cash_kept": Failing(part("cash", handed_in_on=date(2026, 6, 30))),
    # R10 – R12, R53
    "gate.registration_unapproved": Failing(part("registrations", 0, approved_at=None)),
    "gate.registration_papers": Failing(part("registrations", 0, listed=False)),
    "gate.registration_undisposed": Failing(
        part("registrations", 0, disposed_on=date(2026, 4, 20))
    ),
    "gate.disposal_unknown": Failing(part("registrations", 0, disposal="kept")),
    "gate.coercion_baseless": Failing(part("coercions", 0, basis="47")),
    "gate.coercion_unapproved": Failing(
        part("coercions", 0, urgent=True, reported_at=at(date(2026, 4, 4), 11))
    ),
    "gate.coercion_papers": Failing(part("coercions", 0, list_given=False)),
    "gate.coercion_too_long": Failing(part("coercions", 0, more_days=46)),
    "gate.coercion_unhandled": Failing(
        part("coercions", 0, law="药品管理法", basis="100(2)", more_days=0, test_days=0)
    ),
    "gate.coercion_extension_untold": Failing(part("coercions", 0, extension_told=False)),
    "gate.coercion_not_released": Failing(
        part("coercions", 0, released_on=None, ended_ground=True)
    ),
    "gate.coercion_released_late": Failing(part("coercions", 0, released_on=date(2026, 6, 23))),
    "gate.coercion_rest": Failing(part("coercions", 0, released_on=None)),
    "gate.coercion_scope": Failing(part("coercions", 0, related_only=False)),
    "gate.coercion_approver": Failing(
        part("coercions", 0, law="反不正当竞争法", basis="16", more_days=0)
    ),
    # R13 – R15
    "gate.filing_late": Failing(part("filing", clue_on=date(2026, 3, 1))),
    "gate.filing_conditions": Failing(part("filing", met=("prima_facie",))),
    "gate.filing_officers": Failing(part("filing", officers=1)),
    "gate.photo_missing": Failing(item(2, photos=0)),
    "gate.copy_unstated": Failing(part("evidence", 1, signed=False)),
    "gate.digital_unstated": Failing(part("evidence", 2, method="")),
    "gate.digital_unhashed": Failing(part("evidence", 2, sha256="")),
    "gate.sound_untranscribed": Failing(part("evidence", 3, transcript="")),
    "gate.test_untold": Failing(part("tests", 0, told_on=None)),
    "gate.retest_open": Failing(part("tests", 0, told_on=DAY - timedelta(days=3))),
    # R16 – R19, R50
    "gate.report_incomplete": Failing(part("report", parts=("party",))),
    "gate.review_missing": Failing(whole(review=None)),
    "gate.reviewer_is_officer": Failing(part("review", reviewer="周若水")),
    "gate.legal_review_missing": Failing(part("review", kind=ReviewKind.CASE)),
    "gate.review_before_hearing": Failing(part("review", on=date(2026, 6, 2))),
    "gate.reviewer_uncertified": Failing(part("review", certified=False)),
    "gate.notice_not_served": Failing(part("notice", served_on=None)),
    "gate.notice_before_filing": Failing(part("notice", served_on=date(2026, 4, 2))),
    "gate.notice_period": Failing(part("notice", served_on=date(2026, 6, 12))),
    "gate.hearing_untold": Failing(
        both(
            part("notice", hearing_told=False),
            part("decision", sanctions=(ImposedSanction(SanctionKind.REVOCATION),)),
        )
    ),
    "gate.hearing_amount": Failing(both(part("notice", hearing_told=False), fined(100_000))),
    "gate.hearing_notice": Failing(part("hearing", notice_on=date(2026, 6, 1))),
    "gate.hearing_chair": Failing(part("hearing", chair="林知远")),
    "gate.collective_missing": Failing(part("decision", collective=False)),
    "gate.fine_above_notice": Failing(fined(60_001)),
    "gate.heavier_after_defence": Failing(part("decision", heavier_than_before_defence=True)),
    "gate.case_unopened": Failing(whole(filing=None)),
    "gate.rights_unrecorded": Failing(whole(rights=None)),
    "gate.evidence_missing": Failing(whole(evidence=())),
    "gate.acts_missing": Failing(whole(acts=())),
    "gate.act_after_decision": Failing(
        part("acts", 0, begins=date(2026, 6, 16), ends=date(2026, 6, 16))
    ),
    "gate.party_missing": Failing(whole(party=None)),
    "gate.hearing_not_held": Failing(part("hearing", held_on=None)),
    "gate.kind_above_notice": Failing(part("notice", kinds=(SanctionKind.FINE,))),
    "gate.choices_together": Failing(
        both(
            act(sanctions=UP_TO_REVOCATION),
            part(
                "decision",
                sanctions=(
                    ImposedSanction(SanctionKind.SUSPENSION),
                    ImposedSanction(SanctionKind.REVOCATION),
                ),
            ),
        )
    ),
    "gate.foreign_kind": Failing(
        part("decision", sanctions=(ImposedSanction(SanctionKind.DETENTION),))
    ),
    # R20 – R29
    "gate.facts_missing": Failing(finding(description=" ")),
    "gate.decision_incomplete": Failing(part("decision", parts=("party",))),
    "gate.facts_unclear": Failing(part("decision", facts_clear=False)),
    "gate.decision_unsealed": Failing(part("decision", sealed=False)),
    "gate.publication_untold": Failing(part("decision", publication_told=False)),
    "gate.remedy_missing": Failing(part("decision", remedy=None)),
    "gate.record_changed": Failing(part("papers", 0, changed=True), document="doc-1"),
    "gate.violation_not_in_force": Failing(
        both(act(valid_to=date(2026, 3, 1)), part("decision", newer_weighed=False))
    ),
    "gate.finding_out_of_force": Failing(
        finding(violation=expired_food(valid_to=INSPECTED - timedelta(days=1)))
    ),
    "gate.newer_law_unweighed": Failing(part("decision", newer_weighed=False)),
    "gate.citation_not_of_act": Failing(
        part("decision", cites=(Citation(expired_food().penalty[0].law, 34),))
    ),
    "gate.fine_outside_range": Failing(fined(49_999)),
    "gate.fine_unmeasured": Failing(part("decision", bases={})),
    "gate.fine_not_in_clause": Failing(act(sanctions=(Sanction(SanctionKind.WARNING),))),
    "gate.income_unknown": Failing(person_fined(60_000)),
    "gate.fine_outside_income": Failing(person_fined(60_000, income=70_000)),
    "gate.mitigated_not_below": Failing(
        part("discretion", grade=Grade.MITIGATED, reason="主动消除危害后果")
    ),
    "gate.fine_above_level": Failing(fined(300_000)),
    "gate.fine_for_city": Failing(fined(300_000)),
    "gate.fine_for_province": Failing(
        both(act(penalty=(Citation("中华人民共和国计量法实施细则", 41),)), fined(10_000))
    ),
    "gate.penalty_referred": Failing(
        act(sanctions=(Sanction(SanctionKind.REFERRED, words="依照产品质量法处罚"),))
    ),
    "gate.fine_without_sum": Failing(
        act(sanctions=(Sanction(SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, 0, 0)),))
    ),
    "gate.mandatory_missing": Failing(
        part("decision", sanctions=(ImposedSanction(SanctionKind.FINE, 60_000),))
    ),
    "gate.kind_not_in_clause": Failing(
        part("decision", sanctions=(ImposedSanction(SanctionKind.REVOCATION),))
    ),
    "gate.fine_without_order": Failing(
        both(act(sanctions=WARNED_FIRST), part("decision", refused_on=None, stage=Stage.UNHEEDED))
    ),
    "gate.order_missing": Failing(part("decision", ordered_on=None)),
    "gate.grave_unanswered": Failing(part("discretion", grave_answered=False)),
    "gate.exemption_unproved": Failing(part("exemption", evidence=()), exempt_case),
    "gate.exempt_punished": Failing(fined(60_000), exempt_case),
    "gate.gain_left": Failing(
        both(
            act(
                sanctions=tuple(
                    s
                    for s in expired_food().sanctions
                    if s.kind is not SanctionKind.CONFISCATE_GAIN
                )
            ),
            part("decision", sanctions=(ImposedSanction(SanctionKind.FINE, 60_000),)),
        )
    ),
    "gate.grave_unlisted": Failing(
        both(
            act(sanctions=(*expired_food().sanctions, REVOKED_WHERE_GRAVE)),
            part("decision", stage=Stage.GRAVE),
        )
    ),
    "gate.kept_missing": Failing(
        part("exemption", keeps=(SanctionKind.CONFISCATE_GOODS,)), exempt_case
    ),
    "gate.fined_twice": Failing(
        part("decision", sanctions=(ImposedSanction(SanctionKind.FINE, 60_000),) * 2)
    ),
    "gate.fined_before": Failing(part("acts", 0, fined_by="某县城市管理局")),
    "gate.limitation_over": Failing(
        part("acts", 0, begins=date(2023, 1, 1), ends=date(2024, 1, 1))
    ),
    "gate.case_too_long": Failing(part("decision", on=date(2026, 7, 3))),
    # R30 – R32
    "gate.service_incomplete": Failing(part("services", 0, mode="electronic")),
    "gate.served_before_made": Failing(part("services", 0, on=date(2026, 6, 14))),
    "gate.notice_service_early": Failing(part("services", 1, on=date(2026, 6, 8))),
    "gate.decision_served_late": Failing(part("payment", served_on=date(2026, 6, 26))),
    "gate.payment_day": Failing(part("payment", due_on=date(2026, 7, 2))),
    "gate.payment_fine": Failing(part("payment", fine=50_000)),
    "gate.extra_fine": Failing(part("payment", paid_on=date(2026, 7, 2), extra=1_801)),
    "gate.crime_suspected": Failing(part("acts", 0, criminal=True)),
    # R33 – R36
    "gate.items_unanswered": Failing(item(0, answer="")),
    "gate.exclusion_reason": Failing(item(1, reason=" ")),
    "gate.finding_missing": Failing(finding(item="A")),
    "gate.not_graded": Failing(part("inspection", result=None)),
    "gate.result_outdated": Failing(result(outdated=True)),
    "gate.signature_missing": Failing(
        part("papers", 0, missing_slots=("officer1",)), document="doc-1"
    ),
    "gate.signer_left_out": Failing(part("papers", 1, signers=("officer",)), document="doc-2"),
    "gate.order_blank": Failing(finding(measures=(MeasureKind.ORDER_CORRECTION,), requirement=" ")),
    "gate.order_past": Failing(
        finding(measures=(MeasureKind.ORDER_CORRECTION,), deadline=date(2026, 3, 31))
    ),
    "gate.order_unissued": Failing(finding(measures=(MeasureKind.ORDER_CORRECTION,))),
    "gate.key_item_failed": Failing(finding(measures=(MeasureKind.ORDER_CORRECTION,))),
    "gate.finding_unhandled": Failing(finding(measures=())),
    "gate.result_unpublished": Failing(result(published_on=None)),
    "gate.posting_untold": Failing(result(posting_told=False)),
    "gate.inspected_by_superior": Failing(part("inspection", superior_on=date(2026, 1, 2))),
    "gate.coverage_overdue": Failing(part("inspection", whole=False, covered_on=date(2024, 3, 31))),
    "gate.flight_announced": Failing(part("inspection", flight=True, announced=True)),
    "gate.published_before_decision": Failing(part("publication", on=date(2026, 6, 14))),
    "gate.warning_published": Failing(
        part("decision", sanctions=(ImposedSanction(SanctionKind.WARNING),))
    ),
    "gate.penalty_unpublished": Failing(part("publication", on=date(2026, 7, 20))),
    # R37 – R42
    "gate.period_miscounted": Failing(part("periods", 0, due=date(2026, 5, 20))),
    "gate.field_missing": Failing(
        part("papers", 0, fields=(replace(lawful_case().papers[0].fields[0], value=" "),)),
        document="doc-1",
    ),
    "gate.parameter_unsourced": Failing(part("parameters", 0, source="")),
    "gate.violation_unverified": Failing(
        finding(violation=expired_food(verification=Verification.RECALLED))
    ),
    "gate.act_unverified": Failing(act(verification=Verification.RECALLED)),
    "gate.finding_citation_unresolved": Failing(
        whole(), occasion=lambda told: replace(told, resolves=lambda _citation, _day: False)
    ),
    "gate.citation_unresolved": Failing(
        whole(citations=(Citation(FOOD_LAW, 999),)),
        occasion=lambda told: replace(told, resolves=lambda _citation, _day: False),
    ),
    "gate.scope_not_admitted": Failing(act(scope=ScopeGuard(activities=("production",)))),
    "gate.chain_broken": Failing(part("record", broken=("visit/1#7",))),
    "gate.volume_out_of_order": Failing(part("record", volume=("decision", "filing"))),
    "gate.private_in_public": Failing(typed("findings", "联系电话13800000000。")),
    "gate.private_in_publication": Failing(
        whole(publication=PublicationFacts("当事人家住云溪县。", date(2026, 6, 20)))
    ),
    "gate.home_in_publication": Failing(
        both(
            part("party", type=PartyType.INDIVIDUAL),
            part("publication", text="云溪县 虚拟街道８号的张三丰年销售过期食品案。"),
        )
    ),
    # R43 – R46
    "gate.approval_missing": Failing(
        part("inspection", tasks=(replace(lawful_case().inspection.tasks[0], number=""),))  # type: ignore[union-attr]
    ),
    "gate.too_frequent": Failing(part("inspection", this_year=3)),
    "gate.item_unlisted": Failing(item(0, listed=False)),
    "gate.visit_code_missing": Failing(part("inspection", scan_code="", visit_id="")),
    "gate.helpers_unnamed": Failing(part("inspection", helpers="")),
    "gate.notice_not_printed": Failing(part("inspection", notice_printed=False)),
    # R47 – R56
    "gate.remedy_other": Failing(act(remedy=RemedyBlock.PRICE)),
    "gate.mitigated_without_ground": Failing(
        part("discretion", grade=Grade.MITIGATED, reason="情节轻微")
    ),
    "gate.grade_unreasoned": Failing(part("discretion", grade=Grade.SEVERE)),
    "gate.evidence_after_decision": Failing(part("evidence", 0, taken_at=at(date(2026, 6, 20)))),
    "gate.order_after_decision": Failing(part("decision", ordered_on=date(2026, 6, 20))),
    "gate.gain_sheet_advised": Failing(whole(gain=None)),
    "gate.gain_sheet_missing": Failing(whole(gain=None)),
    "gate.gain_miscounted": Failing(part("gain", stated=20_000)),
    "gate.gain_unapproved": Failing(
        part(
            "gain",
            sheet=replace(_SHEET, unproven=Unproven.PROVABLE_PART),
        )
    ),
    "gate.gain_evidence_unknown": Failing(part("evidence", 1, id="e9")),
    "gate.gain_taken_otherwise": Failing(
        part("decision", sanctions=(ImposedSanction(SanctionKind.CONFISCATE_GAIN, 15_000),))
    ),
    "gate.refund_unordered": Failing(part("decision", refund_ordered_on=None)),
    "gate.foreign_authority": Failing(act(authority="fire")),
    "gate.provincial_law_unknown": Failing(act(authority="provincial_rules")),
    "gate.wrong_payer": Failing(
        both(
            act(sanctions=PEOPLE_APART),
            part(
                "decision",
                sanctions=(ImposedSanction(SanctionKind.FINE, 40_000, Payer.INDIVIDUAL),),
            ),
        )
    ),
    "gate.law_not_yet_in_force": Failing(act(valid_from=date(2027, 1, 1))),
    "gate.finding_before_its_law": Failing(
        finding(violation=expired_food(valid_from=INSPECTED + timedelta(days=1)))
    ),
    "gate.first_offence_unsearched": Failing(part("discretion", looked_back_to=date(2024, 7, 1))),
    "gate.drug_untested": Failing(both(act(penalty=(Citation(DRUG_LAW, 116),)), whole(tests=()))),
    "gate.drug_conclusion": Failing(part("decision", test_quoted=False)),
    **TEXTS,
}
