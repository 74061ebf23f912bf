"""A violation is held to the statutes: what is not so is told, what cannot be checked too."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspector_app.domain.law.catalogue_check import (
    Complaint,
    ComplaintCode,
    Unchecked,
    UncheckedCode,
    Validity,
    ViolationCheck,
    check_place,
    check_violation,
)
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.penalty import FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.sanction_check import MismatchCode
from inspector_app.domain.law.statute import StatuteShelf
from inspector_app.domain.law.violation import Violation
from tests.factory import violation
from tests.unit.law.factory_toy_law import (
    GOODS,
    LAW,
    REFUSING,
    SELLING,
    TEXT,
    cite,
    fine,
    toy_library,
    validity,
    with_field,
)

ANCHORS = {cite(3, 1, 2): ("不得有小零件",), cite(4, 1, 2): ("小零件", "货值金额")}
PARTS = violation("W01", duty=(cite(3, 1, 2),), penalty=(cite(4, 1, 2),), sanctions=SELLING)
REFUSAL = violation("W02", duty=(cite(3, 2),), penalty=(cite(4, 2),), sanctions=REFUSING)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StatuteShelf]:
    with closing(toy_library(tmp_path_factory.mktemp("law"))) as library:
        yield library


def check(what: Violation, shelf: StatuteShelf, **more: object) -> ViolationCheck:
    anchors = ANCHORS if what.id == "W01" else {}
    return check_violation(replace(what, **more), anchors, shelf, validity())  # type: ignore[arg-type]


def test_what_is_as_the_law_has_it_has_no_complaint(shelf: StatuteShelf) -> None:
    assert check(PARTS, shelf) == ViolationCheck(2, 3, len(SELLING), (), ())
    assert check(REFUSAL, shelf) == ViolationCheck(2, 0, len(REFUSING), (), ())


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        (cite(30, 1, 2), ComplaintCode.NO_PLACE),
        (cite(3, 3, 2), ComplaintCode.NO_PLACE),
        (cite(3, 1, 4), ComplaintCode.NO_PLACE),
    ],
)
def test_a_place_that_is_not_there_is_told(
    slip: Citation, code: ComplaintCode, shelf: StatuteShelf
) -> None:
    assert [each.code for each in check(PARTS, shelf, duty=(slip,)).complaints] == [code]


@pytest.mark.parametrize("item", [1, 3])
def test_a_place_that_says_something_else_is_told_by_its_key_words(
    item: int, shelf: StatuteShelf
) -> None:
    slip = cite(3, 1, item)
    anchors = {slip: ("小零件",)}
    held = check_violation(replace(PARTS, duty=(slip,)), anchors, shelf, validity())
    assert held.complaints == (Complaint(ComplaintCode.ANCHOR, slip, ("小零件",)),)


def test_a_place_cited_twice_is_told(shelf: StatuteShelf) -> None:
    twice = (cite(3, 1, 2), cite(3, 1, 2))
    (complaint,) = check(PARTS, shelf, duty=twice).complaints
    assert complaint == Complaint(ComplaintCode.REPEATED, cite(3, 1, 2))


def one(kind: SanctionKind = SanctionKind.FINE, **more: object) -> tuple[Sanction, ...]:
    return (Sanction(kind, **more),)  # type: ignore[arg-type]


# name: (which violation, its sanctions instead, what is told)
SLIPS: dict[str, tuple[Violation, tuple[Sanction, ...], MismatchCode]] = {
    "floor": (
        PARTS,
        one(fine=fine(50_000, 50_000, class_of=GOODS, below_value=10_000)),
        MismatchCode.AMOUNT,
    ),
    "multiple": (
        PARTS,
        one(fine=fine(5_000, 20_000, GOODS, class_of=GOODS, from_value=10_000)),
        MismatchCode.AMOUNT,
    ),
    "yuan for a multiple": (PARTS, one(fine=fine(5_000, 10_000)), MismatchCode.AMOUNT),
    "base": (
        PARTS,
        one(fine=fine(5_000, 10_000, FineBase.ADVERTISING_FEE)),
        MismatchCode.BASE,
    ),
    "class": (
        PARTS,
        one(fine=fine(5_000, 50_000, class_of=GOODS, below_value=20_000)),
        MismatchCode.VALUE_CLASS,
    ),
    "upper class for lower": (
        PARTS,
        one(fine=fine(5_000, 50_000, class_of=GOODS, from_value=10_000)),
        MismatchCode.VALUE_CLASS,
    ),
    "fine at once": (REFUSAL, one(optional=True, fine=fine(0, 2_000)), MismatchCode.STAGE),
    "must for may": (
        REFUSAL,
        one(stage=Stage.UNHEEDED, fine=fine(0, 2_000)),
        MismatchCode.MAY,
    ),
    "may for must": (
        PARTS,
        one(optional=True, fine=fine(5_000, 50_000, class_of=GOODS, below_value=10_000)),
        MismatchCode.MAY,
    ),
    "payer": (
        REFUSAL,
        one(stage=Stage.UNHEEDED, optional=True, payer=Payer.ADVERTISER, fine=fine(0, 2_000)),
        MismatchCode.PAYER,
    ),
    "deemed": (
        PARTS,
        one(fine=fine(5_000, 10_000, GOODS, deemed_value=100_000)),
        MismatchCode.DEEMED,
    ),
    "ceiling": (PARTS, one(fine=fine(5_000, 10_000, GOODS, ceiling=9)), MismatchCode.CEILING),
    "kind": (PARTS, one(SanctionKind.WARNING), MismatchCode.KIND),
    "kind at another stage": (PARTS, one(SanctionKind.REVOCATION), MismatchCode.STAGE),
    "tools that must": (PARTS, one(SanctionKind.CONFISCATE_TOOLS), MismatchCode.MAY),
    "licence that may": (
        PARTS,
        one(SanctionKind.REVOCATION, stage=Stage.GRAVE, optional=True),
        MismatchCode.MAY,
    ),
    "daily": (PARTS, one(fine=fine(1_000, 1_000, FineBase.DAILY)), MismatchCode.KIND),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_sanction_that_the_clause_does_not_have_is_told(name: str, shelf: StatuteShelf) -> None:
    what, sanctions, code = SLIPS[name]
    (complaint,) = check(what, shelf, sanctions=sanctions).complaints
    assert (complaint.code, complaint.mismatch) == (ComplaintCode.SANCTION, code)


def test_a_clause_that_refers_on_is_followed(shelf: StatuteShelf) -> None:
    rented = violation("W03", duty=(cite(2),), penalty=(cite(5),), sanctions=SELLING)
    assert check(rented, shelf).complaints == ()
    posing = violation("W04", duty=(cite(2),), penalty=(cite(6),), sanctions=REFUSING)
    assert check(posing, shelf).complaints == ()


@pytest.mark.parametrize(("number", "complaints"), [("十一", 0), ("十", 1)])
def test_a_paragraph_of_the_same_article_is_followed_by_its_number(
    number: str, complaints: int, tmp_path: Path
) -> None:
    lines = [f"玩具商应当备有{name}。" for name in "甲乙丙丁戊己庚辛壬癸"]
    lines += ["拒绝检查的，处一百元以上二百元以下罚款。", f"逃避检查的，依照第{number}款处罚。"]
    seventh = "\n\n".join(lines)
    text = TEXT.replace("第七条 本法自", f"第七条 {seventh}\n\n第八条 本法自")
    steps = (Sanction(SanctionKind.FINE, fine=fine(100, 200)),)
    evading = violation("W05", duty=(cite(2),), penalty=(cite(7, 12),), sanctions=steps)
    with closing(toy_library(tmp_path, text)) as library:
        assert len(check(evading, library).complaints) == complaints


def test_amounts_of_the_clause_that_no_sanction_has_are_listed(shelf: StatuteShelf) -> None:
    assert check(PARTS, shelf, sanctions=SELLING[:4]).left == ("5000–10000‰",)


def test_what_cannot_be_checked_says_why(shelf: StatuteShelf) -> None:
    unknown, later = Citation("积木条例", 3), Citation(LAW, 4, 2)
    mixed = replace(PARTS, duty=(unknown,), penalty=(unknown,))
    held = check(mixed, shelf)
    assert held.complaints == ()
    assert set(held.unchecked) == {Unchecked(UncheckedCode.NO_TEXT, unknown)}
    assert (held.sanctions, held.open_sanctions) == (0, len(SELLING))
    assert check(PARTS, shelf, penalty=()).unchecked == (Unchecked(UncheckedCode.NO_CLAUSE),)
    assert check(PARTS, shelf, sanctions=()).unchecked == (Unchecked(UncheckedCode.NO_STRUCTURE),)
    newer = check_place(later, shelf, validity(date(2024, 1, 1)))
    assert newer.unchecked == (Unchecked(UncheckedCode.OTHER_EDITION, later),)
    earlier = check_place(later, shelf, Validity(date(2019, 1, 1), date(2020, 5, 31)))
    assert earlier.unchecked == (Unchecked(UncheckedCode.NOT_IN_FORCE, later),)


def test_every_edition_within_the_validity_must_have_the_place(tmp_path: Path) -> None:
    from inspector_app.statutes.importing import import_files
    from tests.unit.law.factory_toy_law import TEXT

    newer = TEXT.replace("2020年", "2026年").replace("\n（三）标注年龄。\n", "")
    with closing(toy_library(tmp_path)) as library:
        (tmp_path / "新玩具法.md").write_text(newer, "utf-8")
        (taken,) = import_files([tmp_path / "新玩具法.md"], library)
        assert taken.edition is not None
        age = cite(3, 1, 3)
        assert check_place(age, library, Validity(date(2021, 1, 1))).complaints
        until = Validity(date(2021, 1, 1), date(2026, 5, 31))
        assert check_place(age, library, until).complaints == ()


def test_every_slip_by_one_is_caught(shelf: StatuteShelf) -> None:
    """Article, paragraph and item ±1, and every amount: nothing next to it passes for it."""
    missed = []
    for side in ("duty", "penalty"):
        (citation,) = getattr(PARTS, side)
        for level in ("article", "paragraph", "item"):
            for step in (-1, 1):
                slip = with_field(citation, level, getattr(citation, level) + step)
                others = {key: words for key, words in ANCHORS.items() if key != citation}
                anchors = {**others, slip: others.get(slip, ()) + ANCHORS[citation]}
                changed = with_field(PARTS, side, (slip,))
                if not check_violation(changed, anchors, shelf, validity()).complaints:
                    missed.append((side, level, step))
    for what in (PARTS, REFUSAL):
        for place, sanction in enumerate(what.sanctions):
            if sanction.fine is None:
                continue
            for end in ("low", "high"):
                amount = getattr(sanction.fine, end)
                slipped = with_field(sanction.fine, end, amount * 10 or 100)
                sanctions = list(what.sanctions)
                sanctions[place] = replace(sanction, fine=slipped)
                if not check(what, shelf, sanctions=tuple(sanctions)).complaints:
                    missed.append((what.id, end, place))
    assert missed == []


# Article 8: a range for individuals beside that for all; the violation is told by the first alone.
APART = TEXT.replace(
    "第七条 本法自",
    "第七条 卖假玩具的，处一万元以上二万元以下罚款。\n\n"
    "第八条 前条规定中违法者为个人的，可以处五百元以下罚款。\n\n第九条 本法自",
)
UNITS = Sanction(SanctionKind.FINE, payer=Payer.UNIT, fine=fine(10_000, 20_000))
PERSONS = Sanction(
    SanctionKind.FINE,
    optional=True,
    payer=Payer.INDIVIDUAL,
    fine=fine(0, 500),
    words="《中华人民共和国玩具法》第八条",
)
FAKES = violation("W03", duty=(cite(2),), penalty=(cite(7),), sanctions=(UNITS, PERSONS))


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StatuteShelf]:
    with closing(toy_library(tmp_path_factory.mktemp("parted"), APART)) as library:
        yield library


def test_a_step_with_a_clause_of_its_own_is_held_to_that_clause(parted: StatuteShelf) -> None:
    assert check(FAKES, parted) == ViolationCheck(3, 0, 2, (), ())


@pytest.mark.parametrize(
    ("steps", "codes"),
    [
        ((UNITS, replace(PERSONS, fine=fine(0, 600))), [MismatchCode.AMOUNT]),
        ((UNITS, replace(PERSONS, fine=fine(10_000, 20_000))), [MismatchCode.AMOUNT]),
        ((UNITS, replace(PERSONS, optional=False)), [MismatchCode.MAY]),
        ((UNITS, replace(PERSONS, words="")), [MismatchCode.PAYER, MismatchCode.AMOUNT]),
        ((replace(UNITS, fine=fine(0, 500)), PERSONS), [MismatchCode.AMOUNT]),
        # Where nothing is said of individuals, nothing is said of units either.
        ((UNITS,), [MismatchCode.PAYER]),
    ],
)
def test_a_slip_in_either_range_is_told(
    steps: tuple[Sanction, ...], codes: list[MismatchCode], parted: StatuteShelf
) -> None:
    held = check(FAKES, parted, sanctions=steps)
    assert [each.mismatch for each in held.complaints] == codes


def test_a_clause_of_its_own_that_is_not_there_is_told(parted: StatuteShelf) -> None:
    lost = replace(PERSONS, words="《中华人民共和国玩具法》第八十条")
    held = check(FAKES, parted, sanctions=(UNITS, lost))
    assert [(each.code, each.citation) for each in held.complaints] == [
        (ComplaintCode.NO_PLACE, cite(80))
    ]
    assert held.open_sanctions == 1


def test_a_clause_of_its_own_whose_text_is_not_here_is_not_passed(parted: StatuteShelf) -> None:
    absent = replace(PERSONS, words="《中华人民共和国木偶法》第八条")
    held = check(FAKES, parted, sanctions=(UNITS, absent))
    assert [each.code for each in held.unchecked] == [UncheckedCode.NO_TEXT]
    assert (held.sanctions, held.open_sanctions) == (1, 1)
