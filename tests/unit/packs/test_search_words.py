"""What packs tell the search: synonyms, kinds of goods, what is met most; slips are found by line."""

from pathlib import Path

import pytest

from inspector_app.packs import (
    compile_pack,
    lint_pack,
    read_pack,
)
from inspector_app.packs.compiled import from_compiled
from tests.shipped_law import shipped_library
from tests.unit.packs.factory_packs import write_pack

WORDS = """\
synonyms:
  - {word: 过期, also: [超过保质期, 到期了]}
kinds:
  - {kind: 玩具, words: [积木, 玩具]}
usual: [W01]
"""


def test_words_are_read_and_stay_what_they_were_when_compiled(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path, {"search/words.yaml": WORDS}))

    again = from_compiled(compile_pack(pack))

    assert dict(again.synonyms) == {"过期": ("超过保质期", "到期了")}
    assert dict(again.kinds) == {"玩具": ("积木", "玩具")}
    assert again.usual == ("W01",)


def test_a_pack_without_words_is_compiled_to_what_it_was(tmp_path: Path) -> None:
    compiled = compile_pack(read_pack(write_pack(tmp_path)))

    assert b"synonyms" not in compiled
    assert b"usual" not in compiled


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("到期了]", "超过保质期]", 2),
        ("到期了]", "过期]", 2),
        ("[积木, 玩具]", "[积木, 积木]", 4),
        ("usual: [W01]", "usual: [W01, W01]", 5),
        ("kinds:", "kind:", 3),
        ("also:", "as:", 2),
    ],
)
def test_a_slip_is_told_with_its_line(old: str, new: str, line: int, tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"search/words.yaml": WORDS.replace(old, new)})

    problems = lint_pack(folder)

    assert problems
    assert {(p.file, p.line) for p in problems} == {("search/words.yaml", line)}


def test_what_ships_as_usual_is_in_the_catalogue_and_may_be_proposed() -> None:
    library = shipped_library()
    catalogue = library.catalogue()

    usual = library.search_words().usual

    assert usual
    assert [code for code in usual if code not in catalogue or not catalogue[code].proposable] == []
