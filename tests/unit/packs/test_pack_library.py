from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.checklist import (
    ChecklistDefinition,
    EvidenceKind,
    Grade,
    Guidance,
    Handling,
    Item,
    ItemKind,
    NoticeQuestion,
    NoticeSheet,
    PackRef,
    Provenance,
    Section,
)
from inspector_app.domain.document import (
    Cell,
    FieldTable,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    SealState,
    SignatureBlock,
    SignerRole,
)
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.penalty import Fine, FineBase, Sanction, SanctionKind
from inspector_app.domain.law.violation import (
    MeasureKind,
    RemedyBlock,
    ScopeGuard,
    Verification,
    Violation,
)
from inspector_app.domain.pack_ports import ExpressionEvaluator, PackShelf
from inspector_app.domain.template import (
    DocumentTemplate,
    Each,
    Node,
    RowsFrom,
    SlotTemplate,
    TemplateField,
    TickBoxes,
    TurnsFrom,
    When,
)
from inspector_app.packs import (
    Grading,
    Law,
    Pack,
    PackLibrary,
    Parameter,
    XlsFormExpressions,
    compile_pack,
    from_compiled,
    read_pack,
)
from inspector_app.packs.pack import linked
from tests.unit.packs.factory_packs import PACK_ID, TODAY, TRUSTED, signed_pack, write_pack

# --- any pack ---------------------------------------------------------------------------------

WORDS = st.text(alphabet="ab1甲★“〔\n {}$", max_size=6)
IDS = st.sampled_from(["A", "B", "C", "乙"])
CITATIONS = st.lists(
    st.builds(Citation, WORDS, st.integers(1, 200), st.integers(0, 9), st.integers(0, 20)),
    max_size=2,
).map(tuple)
TEXTS = st.lists(WORDS, max_size=2).map(tuple)
SANCTIONS = st.builds(
    Sanction,
    kind=st.sampled_from(SanctionKind),
    fine=st.none() | st.builds(Fine, st.sampled_from(FineBase), st.integers(0, 9), st.just(9)),
    for_whom=WORDS,
)
VIOLATIONS = st.builds(
    Violation,
    id=IDS,
    wording=WORDS,
    duty=CITATIONS,
    penalty=CITATIONS,
    tier=WORDS,
    measures=st.lists(st.sampled_from(MeasureKind), max_size=2).map(tuple),
    verification=st.sampled_from(Verification),
    scope=st.builds(ScopeGuard, TEXTS, TEXTS, TEXTS),
    sanctions=st.lists(SANCTIONS, max_size=2).map(tuple),
    remedy=st.sampled_from(RemedyBlock),
    valid_to=st.none() | st.dates(),
    prior_steps=TEXTS,
    deadline_days=st.integers(0, 90),
    keywords=TEXTS,
)
ITEMS = st.builds(
    Item,
    code=WORDS,
    number=WORDS,
    text=WORDS,
    kind=st.sampled_from(ItemKind),
    guidance=st.builds(Guidance, WORDS, st.lists(st.sampled_from(EvidenceKind)).map(tuple)),
    violations=st.lists(IDS, max_size=2).map(tuple),
    basis=CITATIONS,
    provenance=st.sampled_from(Provenance),
    evidence_required=st.booleans(),
)
NOTICES = st.builds(
    NoticeSheet,
    WORDS,
    TEXTS,
    st.lists(
        st.builds(
            NoticeQuestion, WORDS, WORDS, st.lists(st.tuples(WORDS, WORDS)).map(tuple), TEXTS
        ),
        max_size=2,
    ).map(tuple),
)
HANDLINGS = st.lists(st.builds(Handling, WORDS, WORDS, WORDS), max_size=2).map(tuple)
GRADES = st.lists(st.builds(Grade, WORDS, WORDS, WORDS, HANDLINGS), max_size=2).map(tuple)
NODES: st.SearchStrategy[Node] = st.recursive(
    st.one_of(
        st.builds(Paragraph, st.lists(st.builds(Run, WORDS, st.booleans()), max_size=2).map(tuple)),
        st.builds(Heading, WORDS, st.integers(1, 3)),
        st.builds(
            FieldTable,
            st.lists(st.lists(st.builds(Cell, WORDS, WORDS, st.integers(1, 3))).map(tuple)).map(
                tuple
            ),
        ),
        st.builds(RowsFrom, TEXTS, st.just((1, 2)), WORDS, WORDS, TEXTS),
        st.builds(TurnsFrom, WORDS, WORDS, WORDS, WORDS),
        st.builds(TickBoxes, WORDS, st.lists(st.tuples(WORDS, WORDS)).map(tuple)),
        st.builds(SignatureBlock, TEXTS, WORDS),
        st.just(PageBreak()),
    ),
    lambda inner: st.one_of(
        st.builds(When, WORDS, st.lists(inner, max_size=2).map(tuple)),
        st.builds(Each, WORDS, WORDS, st.lists(inner, max_size=2).map(tuple)),
    ),
    max_leaves=4,
)
TEMPLATES = st.builds(
    DocumentTemplate,
    kind=WORDS,
    title=WORDS,
    version=st.just("1"),
    blocks=st.lists(NODES, max_size=3).map(tuple),
    slots=st.lists(
        st.builds(SlotTemplate, WORDS, st.sampled_from(SignerRole), WORDS), max_size=1
    ).map(tuple),
    fields=st.lists(
        st.builds(TemplateField, WORDS, WORDS, choices=st.just((("a", "甲"),))), max_size=1
    ).map(tuple),
    seal=st.sampled_from(SealState),
    to_serve=st.booleans(),
)
DAYS = st.none() | st.dates()


def keyed(violations: list[Violation]) -> dict[str, Violation]:
    return {violation.id: violation for violation in violations}


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    ref = PackRef(draw(WORDS), "1.0", "")
    violations = draw(st.lists(VIOLATIONS, max_size=3).map(keyed))
    checklist = ChecklistDefinition(
        id="c",
        pack=ref,
        title=draw(WORDS),
        edition="1",
        domain="food",
        sections=(Section("1", draw(WORDS), draw(st.lists(ITEMS, max_size=3).map(tuple))),),
        grades=draw(GRADES),
        notice=draw(NOTICES),
    )
    return Pack(
        ref=ref,
        title=draw(WORDS),
        issuer=draw(WORDS),
        domain="food",
        language="zh-CN",
        valid_from=draw(DAYS),
        valid_to=draw(DAYS),
        depends=(PackRef("base", "2.0", ""),),
        basis=draw(TEXTS),
        laws={"法": Law("法", draw(WORDS), draw(DAYS))},
        parameters={"k": Parameter("k", draw(WORDS), draw(WORDS), Verification.VERIFIED)},
        violations=violations,
        sayings={code: draw(TEXTS) for code in violations},
        gradings={"g": Grading("g", draw(WORDS), draw(WORDS), Verification.RECALLED, draw(GRADES))},
        checklists=(linked(checklist, violations),),
        templates=draw(st.lists(TEMPLATES, max_size=2).map(tuple)),
    )


@given(packs())
def test_compiling_loses_nothing(pack: Pack) -> None:
    data = compile_pack(pack)

    back = from_compiled(data)

    assert back.ref.digest
    assert back.checklists[0].pack == back.ref
    bare = tuple(replace(checklist, pack=pack.ref) for checklist in back.checklists)
    assert replace(back, ref=pack.ref, checklists=bare) == pack
    assert compile_pack(back) == data


# --- the shelf --------------------------------------------------------------------------------


def test_a_library_serves_the_ports_of_the_application(tmp_path: Path) -> None:
    signed_pack(tmp_path)
    shelf: PackShelf = PackLibrary([tmp_path], TRUSTED)
    evaluator: ExpressionEvaluator = XlsFormExpressions()

    assert [item.code for item in shelf.checklist("toys").items] == ["TOY.PARTS", "TOY.SHARED"]
    assert evaluator.evaluate(shelf.checklist("toys").grades[0].when, {"not_met": 0}) is True


def test_a_checklist_brings_the_violations_that_its_items_name(tmp_path: Path) -> None:
    signed_pack(tmp_path)
    checklist = PackLibrary([tmp_path], TRUSTED).checklist("toys")

    assert list(checklist.violations) == ["W01"]
    assert checklist.violations["W01"].duty == (Citation("中华人民共和国玩具法", 3, 1, 2),)


def test_a_compiled_pack_says_what_the_yaml_says(tmp_path: Path) -> None:
    folder = signed_pack(tmp_path)
    library = PackLibrary([tmp_path], TRUSTED)

    assert compile_pack(read_pack(folder)) == library.compiled_bytes(library.refs()[0])


def test_the_newer_edition_is_current_and_the_older_stays_at_hand(tmp_path: Path) -> None:
    signed_pack(tmp_path / "old", version="1.9")
    signed_pack(tmp_path / "new", version="1.10")
    library = PackLibrary([tmp_path / "new", tmp_path / "old"], TRUSTED)

    assert [ref.version for ref in library.refs()] == ["1.10"]
    old = PackLibrary([tmp_path / "old"], TRUSTED).refs()[0]
    assert library.checklist("toys", old).pack.version == "1.9"


def test_an_open_visit_finds_its_edition_from_stored_bytes(tmp_path: Path) -> None:
    signed_pack(tmp_path / "old", version="1.9")
    before = PackLibrary([tmp_path / "old"], TRUSTED)
    ref = before.refs()[0]
    stored = before.compiled_bytes(ref)
    signed_pack(tmp_path / "new", version="2.0")

    library = PackLibrary([tmp_path / "new"], TRUSTED, stored=[stored])

    assert library.checklist("toys", ref) == before.checklist("toys")
    assert library.checklist("toys").pack.version == "2.0"


def test_a_violation_is_listed_as_it_stands_and_not_otherwise(tmp_path: Path) -> None:
    signed_pack(tmp_path)
    (pack,) = PackLibrary([tmp_path], TRUSTED).packs()
    stands = pack.violations["W01"]

    assert pack.lists(stands)
    assert not pack.lists(replace(stands, tier="另一种罚则"))
    assert not pack.lists(replace(stands, id="W99"))


def test_a_pack_that_has_expired_starts_nothing_but_ends_what_was_begun(tmp_path: Path) -> None:
    signed_pack(tmp_path)
    ref = PackLibrary([tmp_path], TRUSTED, today=TODAY).refs()[0]

    late = PackLibrary([tmp_path], TRUSTED, today=date(2030, 1, 1))

    assert late.refs() == ()
    assert [refused.error.code for refused in late.refused] == ["pack.expired"]
    assert late.checklist("toys", ref).title == "玩具检查表"


def test_a_bad_pack_does_not_stop_a_good_one(tmp_path: Path) -> None:
    signed_pack(tmp_path)
    bad = write_pack(tmp_path / "bad")
    library = PackLibrary([tmp_path, bad], TRUSTED)

    assert [ref.id for ref in library.refs()] == [PACK_ID]
    assert [refused.error.code for refused in library.refused] == ["pack.unsigned"]


def test_an_edition_that_is_not_here_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        PackLibrary([tmp_path], TRUSTED).by_ref(PackRef(PACK_ID, "3.0", "f" * 64))
    assert caught.value.facts["version"] == "3.0"


def test_a_checklist_that_is_not_here_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        PackLibrary([tmp_path], TRUSTED).checklist("toys")
    assert caught.value.code == "pack.no_checklist"


def test_stored_bytes_that_were_changed_are_refused(tmp_path: Path) -> None:
    signed_pack(tmp_path)
    library = PackLibrary([tmp_path], TRUSTED)
    ref = library.refs()[0]
    changed = library.compiled_bytes(ref).replace("小零件".encode(), "大零件".encode())

    with pytest.raises(UserError):
        from_compiled(changed, ref)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"format":99,"pack":{}}', b'{"format":1,"pack":{"x":1}}']
)
def test_bytes_that_are_no_pack_are_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        from_compiled(data)
