"""Every citation of a pack is found wherever it stands, with the validity of its part."""

from datetime import date
from pathlib import Path

from inspector_app.assets import forms_dir
from inspector_app.domain.law.citation import Citation
from inspector_app.packs.cited import cited_beside_violations
from inspector_app.packs.reader import read_draft
from tests.unit.packs.factory_packs import FILES, write_pack

LAW = "中华人民共和国玩具法"
NAMES = {"玩具法": LAW}


def test_bases_parameters_and_texts_are_looked_at(tmp_path: Path) -> None:
    checklist = FILES["checklists/toys.yaml"].replace(
        "        text: 没有小零件\n", "        text: 没有小零件\n        basis: [玩具法 3(1)(二)]\n"
    )
    parameters = FILES["parameters.yaml"] + "  valid_from: 2027-01-01\n"
    note = FILES["documents/note.yaml"].replace("内改正。", "内依照《玩具法》第五条改正。")
    folder = write_pack(
        tmp_path,
        {
            "checklists/toys.yaml": checklist,
            "parameters.yaml": parameters,
            "documents/note.yaml": note,
        },
    )
    found = {
        (each.where, each.citation, each.valid_from)
        for each in cited_beside_violations(read_draft(folder), NAMES)
    }
    begins = date(2026, 1, 1)
    assert found == {
        ("checklists toys 1 TOY.PARTS", Citation(LAW, 3, 1, 2), begins),
        ("parameters remedy.days", Citation(LAW, 9), date(2027, 1, 1)),
        ("templates note", Citation(LAW, 5), begins),
    }


def test_violations_are_left_to_their_own_check(tmp_path: Path) -> None:
    draft = read_draft(write_pack(tmp_path))
    assert "W01" in draft.violations
    assert [each.where for each in cited_beside_violations(draft, NAMES)] == [
        "parameters remedy.days"
    ]


def test_a_clause_that_a_rule_lists_for_some_days_is_cited_for_these() -> None:
    trademarks = "中华人民共和国商标法"
    draft = read_draft(forms_dir() / "law-base")
    cited = {
        each.citation: (each.valid_from, each.valid_to)
        for each in cited_beside_violations(draft, {"商标法": trademarks})
        if each.where == "gate R11 gate.coercion_baseless clauses"
    }
    assert cited[Citation(trademarks, 62, 1, 4)] == (draft.valid_from, date(2026, 12, 31))
    assert cited[Citation(trademarks, 76, 1, 4)] == (date(2027, 1, 1), draft.valid_to)
