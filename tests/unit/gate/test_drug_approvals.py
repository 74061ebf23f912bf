"""A drug's approval is revoked of producers, no seller has one (药品管理法 116, 139)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.domain.law.case_facts import CaseFacts, ImposedSanction
from inspector_app.domain.law.penalty import FineBase, SanctionKind, Stage
from inspector_app.domain.terms import SANCTION_LABELS
from tests.factory_gate import lawful_case
from tests.shipped_law import shipped_catalogue
from tests.unit.gate.asking import is_said, said
from tests.unit.gate.changes import both, part

FAKE_DRUGS = ("YP03", "YP04", "YP05", "YP06")
REVOCATION = ImposedSanction(SanctionKind.REVOCATION)
IMPOSED = (
    ImposedSanction(SanctionKind.CONFISCATE_GOODS, 40),
    ImposedSanction(SanctionKind.CONFISCATE_GAIN, 150),
    ImposedSanction(SanctionKind.SUSPENSION),
    ImposedSanction(SanctionKind.FINE, 1_500_000),
)


def punished(row: str, *activities: str, more: tuple[ImposedSanction, ...] = ()) -> CaseFacts:
    """A case of fake drugs in which all is imposed at once but the approval's revocation."""
    case = lawful_case()
    case = replace(
        case,
        acts=(replace(case.acts[0], violation=shipped_catalogue().violations[row]),),
    )
    bases = {FineBase.GOODS_VALUE: 4_000}
    changed = both(
        part("party", activities=activities),
        part("decision", sanctions=(*IMPOSED, *more), bases=bases),
    )
    return changed(case)


def demands_revocation(case: CaseFacts) -> bool:
    label = SANCTION_LABELS[SanctionKind.REVOCATION]
    return label in {str(told.facts["kind"]) for told in said("mandatory_missing", case)}


@pytest.mark.parametrize("row", FAKE_DRUGS)
@pytest.mark.parametrize(
    ("activities", "demanded"),
    [
        (("sale", "retail"), False),
        (("sale",), False),
        (("wholesale",), False),
        ((), False),
        (("production",), True),
        (("production", "sale"), True),
    ],
)
def test_only_of_a_producer_is_the_approval_demanded(
    row: str, activities: tuple[str, ...], demanded: bool
) -> None:
    assert demands_revocation(punished(row, *activities)) is demanded


def test_at_a_seller_there_is_no_approval_to_revoke() -> None:
    assert is_said("kind_not_in_clause", punished("YP03", "sale", more=(REVOCATION,)))
    assert not is_said("kind_not_in_clause", punished("YP03", "production", more=(REVOCATION,)))


def test_the_licence_of_a_seller_is_revoked_where_it_is_grave() -> None:
    grave = part("decision", stage=Stage.GRAVE)(punished("YP03", "sale", more=(REVOCATION,)))
    assert not is_said("kind_not_in_clause", grave)
    assert demands_revocation(part("decision", sanctions=IMPOSED)(grave))


def test_a_producer_without_any_approval_is_asked_for_the_reason_alone() -> None:
    bare = punished("YP03", "production")
    told = part("decision", nothing_there={SanctionKind.REVOCATION: "没有药品批准证明文件"})(bare)
    assert not demands_revocation(told)
