"""The packs delivered with the application: clean, signed, complete, and without dead ends."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from inspector_app.assets import forms_dir
from inspector_app.domain.checklist import ChecklistDefinition, Item, ItemKind, Provenance
from inspector_app.domain.document import SealState
from inspector_app.domain.journal import Head
from inspector_app.domain.law.catalogue import CitedAs
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import (
    OUR_AUTHORITY,
    PROVINCIAL_RULES,
    MeasureKind,
    RemedyBlock,
    Verification,
)
from inspector_app.domain.record import DOCUMENT_FACTS
from inspector_app.domain.template import DocumentTemplate, compose_blocks, compose_slots, fill
from inspector_app.domain.visit_events import FindingConfirmed
from inspector_app.domain.visit_journal import read_event, record_event
from inspector_app.packs import (
    PackLibrary,
    XlsFormExpressions,
    compile_pack,
    lint_pack,
    read_pack,
    verify_pack,
)
from inspector_app.packs.sample_record import sample_record
from inspector_app.packs.vocabulary import DOCUMENT_VARIABLES, PREMISES
from tests.factory import moment, rights_read
from tests.shipped_law import project_keys, shipped_library

PACKS = ("food-catering", "food-common", "food-sale", "law-base", "law-catalogue")
KINDS = ("onsite_record", "result_record", "correction_order", "service_receipt")
ODK = XlsFormExpressions()


@pytest.fixture(scope="module")
def library() -> PackLibrary:
    return shipped_library()


@pytest.fixture(params=("food-catering", "food-sale"))
def checklist(request: pytest.FixtureRequest, library: PackLibrary) -> ChecklistDefinition:
    return library.checklist(request.param)


@pytest.fixture(params=KINDS)
def template(request: pytest.FixtureRequest, library: PackLibrary) -> DocumentTemplate:
    return library.document_templates()[request.param]


@pytest.mark.parametrize("pack", PACKS)
def test_it_has_no_problem(pack: str) -> None:
    assert [str(problem) for problem in lint_pack(forms_dir() / pack)] == []


@pytest.mark.parametrize("pack", PACKS)
def test_it_is_signed_by_the_projects_key(pack: str) -> None:
    assert verify_pack(forms_dir() / pack, project_keys()).id == pack


@pytest.mark.parametrize("pack", PACKS)
def test_what_start_up_reads_is_what_the_yaml_says(pack: str) -> None:
    folder = forms_dir() / pack
    assert compile_pack(read_pack(folder)) == (folder / "compiled.json").read_bytes()


def test_all_are_adopted(library: PackLibrary) -> None:
    assert library.refused == ()
    assert tuple(ref.id for ref in library.refs()) == PACKS


def test_the_catalogue_holds_each_violation_once_of_the_pack_that_defines_it(
    library: PackLibrary,
) -> None:
    catalogue = library.catalogue()
    held = [entry.violation.id for entry in catalogue]
    assert len(held) == len(set(held))
    assert set(held) == {code for pack in library.packs() for code in pack.violations}
    assert catalogue["M44"].pack.id == "food-common"


def test_a_clause_and_an_item_lead_to_the_same_violation(library: PackLibrary) -> None:
    catalogue = library.catalogue()
    health = Citation("中华人民共和国食品安全法", 126, 1, 6)
    by_clause = {entry.violation.id for entry in catalogue.citing(health, CitedAs.PENALTY)}
    by_item = {entry.violation.id for entry in catalogue.of_item("FOOD.STAFF.HEALTHCERT")}
    assert "M44" in by_clause & by_item


def test_the_catering_table_has_the_shape_of_the_official_one(library: PackLibrary) -> None:
    items = library.checklist("food-catering").items
    assert (len(items), sum(item.kind is ItemKind.KEY for item in items)) == (56, 20)
    assert sum(item.provenance is Provenance.OFFICIAL_TOPIC for item in items) == 13


def test_the_sale_table_covers_its_topics(library: PackLibrary) -> None:
    items = library.checklist("food-sale").items
    assert len(items) >= 45
    assert any(item.kind is ItemKind.KEY for item in items)


def test_both_tables_ask_the_same_thing_under_the_same_code(library: PackLibrary) -> None:
    catering = {item.code: item for item in library.checklist("food-catering").items}
    sale = {item.code: item for item in library.checklist("food-sale").items}
    shared = catering.keys() & sale.keys()

    assert {"FOOD.LICENCE.VALID", "FOOD.STAFF.HEALTHCERT", "FOOD.PURCHASE.CHECK"} <= shared
    assert len(shared) >= 20
    assert all(catering[code].text == sale[code].text for code in shared)


def test_each_item_guides_and_asks_for_evidence(checklist: ChecklistDefinition) -> None:
    thin = [
        item.number
        for item in checklist.items
        if len(item.guidance.text) < 40 or not item.guidance.evidence or not item.basis
    ]
    assert thin == []


def test_each_item_is_asked_as_a_statement(checklist: ChecklistDefinition) -> None:
    assert [item.number for item in checklist.items if not item.text.endswith("。")] == []


def test_the_ordering_basis_without_penalty_serves_general_items_only(
    checklist: ChecklistDefinition,
) -> None:
    wrong = [
        item.number
        for item in checklist.items
        if item.kind is ItemKind.KEY and "G01" in item.violations
    ]
    assert wrong == []


def asked(item: Item, activity: str, party_type: str, premises: str) -> bool:
    facts = {
        "activities": activity,
        "premises": premises,
        "party_type": party_type,
        "risk_class": "",
    }
    return not item.relevant or ODK.evaluate(item.relevant, facts) is True


def test_no_party_meets_an_item_that_cannot_become_a_finding(
    checklist: ChecklistDefinition,
) -> None:
    activity = "catering" if checklist.id == "food-catering" else "sale"
    extra = ("", "wholesale", "additive", "farm_produce", "special_food", "import")
    dead_ends = [
        (item.number, party_type, premises, other)
        for item in checklist.items
        for party_type, premises, other in product(
            ("enterprise", "individual_business", "institution", "individual"),
            ("", *PREMISES),
            extra,
        )
        if asked(item, f"{activity} {other}", party_type, premises)
        and not any(
            checklist.violations[code].scope.admits(
                frozenset({activity, other}), party_type, frozenset({premises})
            )
            for code in item.violations
        )
    ]
    assert dead_ends == []


def test_a_sole_trader_is_not_asked_for_an_enterprises_records(library: PackLibrary) -> None:
    violation = library.checklist("food-catering").violations["M37"]
    catering = frozenset({"catering"})

    assert violation.scope.admits(catering, "enterprise", frozenset())
    assert not violation.scope.admits(catering, "individual_business", frozenset())


@pytest.mark.parametrize("code", ["FOOD.LICENCE.VALID", "FOOD.LICENCE.DISPLAY"])
def test_who_needs_no_licence_is_not_asked_for_one(library: PackLibrary, code: str) -> None:
    item = library.checklist("food-sale").item(code)

    assert not asked(item, "sale", "enterprise", "prepackaged_only")
    assert not asked(item, "farm_produce", "individual_business", "")
    assert asked(item, "sale farm_produce", "individual_business", "")
    assert asked(item, "sale", "enterprise", "supermarket")


def test_every_row_of_the_food_mapping_is_there(library: PackLibrary) -> None:
    pack = next(pack for pack in library.packs() if pack.ref.id == "food-common")
    wanted = {f"M{number:02d}" for number in range(1, 89)}
    # M56 stands as M56A to M56S: one duty each, so that an order cites exactly what was broken.
    assert {
        row for row in wanted if not any(id_.startswith(row) for id_ in pack.violations)
    } == set()


def test_a_fine_after_an_unheeded_order_names_that_step(library: PackLibrary) -> None:
    pack = next(pack for pack in library.packs() if pack.ref.id == "food-common")
    silent = [
        violation.id
        for violation in pack.violations.values()
        if "拒不改正" in violation.tier
        and MeasureKind.OPEN_CASE not in violation.measures
        and MeasureKind.TRANSFER not in violation.measures
        and not violation.prior_steps
    ]
    assert silent == []


def test_nothing_is_offered_at_the_scene_that_needs_a_case_first(library: PackLibrary) -> None:
    pack = next(pack for pack in library.packs() if pack.ref.id == "food-common")
    after_a_case = {
        MeasureKind.FINE,
        MeasureKind.CONFISCATION,
        MeasureKind.SUSPENSION,
        MeasureKind.REVOCATION,
    }
    assert [v.id for v in pack.violations.values() if after_a_case & set(v.measures)] == []


def test_what_another_authority_punishes_is_only_transferred(library: PackLibrary) -> None:
    pack = next(pack for pack in library.packs() if pack.ref.id == "food-common")
    foreign = {v.id: v.measures for v in pack.violations.values() if v.authority == "health"}
    assert foreign == {"M82": (MeasureKind.TRANSFER,)}


def test_inferred_pairings_are_marked(library: PackLibrary) -> None:
    pack = next(pack for pack in library.packs() if pack.ref.id == "food-common")
    inferred = {v.id for v in pack.violations.values() if v.verification is Verification.INFERRED}
    assert inferred == {"M24", "M26", "M28", "M29", "M51B", "M56S"}


GRADED: list[tuple[dict[str, int], str]] = [
    ({}, "conform"),
    ({"key_not_met": 1, "not_met": 1}, "basic"),
    ({"general_not_met": 10, "not_met": 10}, "basic"),
    ({"general_not_met": 11, "not_met": 11}, "not_conform"),
    ({"key_not_met": 2, "not_met": 2}, "not_conform"),
    ({"general_checked": 0, "key_not_met": 1, "not_met": 1}, "basic"),
]


@pytest.mark.parametrize(("counts", "grade"), GRADED)
def test_the_result_follows_from_the_counts(
    counts: dict[str, int], grade: str, checklist: ChecklistDefinition
) -> None:
    facts = {
        "not_met": 0,
        "key_not_met": 0,
        "general_checked": 36,
        "general_not_met": 0,
        "key_checked": 20,
        **counts,
    }
    first = next(g for g in checklist.grades if ODK.evaluate(g.when, facts) is True)
    assert first.code == grade


def test_the_notice_asks_for_certificates_recusal_and_rights(
    checklist: ChecklistDefinition,
) -> None:
    questions = {question.key: question for question in checklist.notice.questions}
    assert set(questions) == {"certificates", "recusal", "rights"}
    # 处罚法 43: until recusal is decided the inspection goes on.
    assert questions["recusal"].blocking == ()


def test_a_document_composes_from_a_full_record(template: DocumentTemplate) -> None:
    record = sample_record()
    record["field"] = {field.key: "" for field in template.fields}
    record["field"] = {field.key: fill(field.default, record) for field in template.fields}

    blocks = compose_blocks(template.blocks, record)

    assert blocks
    assert {slot.key for slot in compose_slots(template.slots, record)} >= {"officer1", "officer2"}


def test_the_onsite_record_is_signed_at_the_foot_of_each_page(library: PackLibrary) -> None:
    template = library.document_templates()["onsite_record"]
    assert template.page_foot == ("party", "witness", "officer1", "officer2")
    assert [slot.key for slot in template.slots if slot.optional] == ["witness"]


def test_the_order_is_numbered_and_waits_for_the_seal(library: PackLibrary) -> None:
    template = library.document_templates()["correction_order"]
    assert template.number_pattern == "{region}市监责改〔{year}〕{seq}号"
    assert template.seal is SealState.MISSING


@pytest.mark.parametrize(
    ("facts", "kinds"),
    [
        ({}, {"onsite_record", "result_record"}),
        ({"orders": 1}, {"onsite_record", "result_record", "correction_order"}),
        ({"served": 1}, {"onsite_record", "result_record", "service_receipt"}),
    ],
)
def test_the_record_calls_for_documents(
    facts: dict[str, int], kinds: set[str], library: PackLibrary
) -> None:
    known = {**dict.fromkeys(DOCUMENT_FACTS, 0), **facts}
    called = {
        template.kind
        for template in library.document_templates().values()
        if ODK.evaluate(template.called_for, known) is True
    }
    assert called == kinds


def test_authors_may_read_exactly_what_the_application_supplies() -> None:
    assert set(DOCUMENT_VARIABLES) == set(DOCUMENT_FACTS)


def test_every_row_of_the_catalogue_is_there_and_what_is_recalled_is_switched_off(
    library: PackLibrary,
) -> None:
    counts = dict(library.catalogue().counts())
    food = counts.pop("食品")
    # 105 food violations, of which one (DS01) is of the law on e-commerce; M89 and M90 are recalled.
    assert food == {
        Verification.VERIFIED: 98,
        Verification.INFERRED: 6,
        Verification.RECALLED: 2,
    }
    assert len(counts) == 22
    assert sum(counted[Verification.VERIFIED] for counted in counts.values()) == 457
    assert sum(counted.get(Verification.INFERRED, 0) for counted in counts.values()) == 27
    assert not any(Verification.RECALLED in counted for counted in counts.values())


@pytest.mark.parametrize(
    ("ids", "days"),
    [
        (("SB03", "SB15"), (date(2026, 12, 31), date(2027, 1, 1))),
        *(
            ((f"FZ{old}", f"FZ{new:02}"), (date(2025, 10, 14), date(2025, 10, 15)))
            for old, new in zip(
                range(24, 37), (1, 2, 3, 7, 10, 11, 12, 13, 15, 16, 17, 18, 23), strict=True
            )
        ),
    ],
)
def test_a_law_that_changes_has_one_violation_for_the_act_on_either_side_of_the_day(
    ids: tuple[str, str], days: tuple[date, date], library: PackLibrary
) -> None:
    catalogue = library.catalogue()
    applying = {
        day: {entry.violation.id for entry in catalogue.on(day) if entry.violation.id in ids}
        for day in days
    }
    assert applying == {days[0]: {ids[0]}, days[1]: {ids[1]}}


def test_no_violation_of_another_authority_is_ours_to_punish(library: PackLibrary) -> None:
    others = [
        entry.violation
        for entry in library.catalogue()
        if entry.violation.authority not in (OUR_AUTHORITY, PROVINCIAL_RULES)
    ]
    assert len(others) >= 60
    assert all(violation.measures == (MeasureKind.TRANSFER,) for violation in others)


def test_each_field_names_the_remedies_of_its_law(library: PackLibrary) -> None:
    remedies = {
        (entry.violation.domain, entry.violation.remedy)
        for entry in library.catalogue()
        if entry.violation.remedy is not RemedyBlock.ORDINARY
    }
    assert remedies == {
        ("价格", RemedyBlock.PRICE),
        ("计量", RemedyBlock.METROLOGY),
        ("烟草", RemedyBlock.TOBACCO),
    }


def test_a_violation_recorded_in_a_finding_is_still_the_one_of_its_edition(
    library: PackLibrary,
) -> None:
    started = record_event(Head("visit/v1"), rights_read(), moment(1), "officer-1")
    for entry in library.catalogue():
        found = FindingConfirmed("f1", "X", entry.violation, "现场", (), "", None, pack=entry.pack)
        said = read_event(record_event(started.head, found, moment(2), "officer-1"))
        assert isinstance(said, FindingConfirmed)
        assert said.pack is not None
        assert library.by_ref(said.pack).lists(said.violation), entry.violation.id
