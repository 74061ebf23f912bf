"""The library of statutes: editions side by side, citations on a day, words."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import (
    EffectiveBasis,
    Provision,
    StatuteSource,
    Unresolved,
    UnresolvedReason,
)
from inspector_app.domain.law.then_and_now import then_and_now
from inspector_app.statutes import schema
from inspector_app.statutes.library import Added, StatuteLibrary
from tests.unit.statutes.conftest import Opens
from tests.unit.statutes.factory_statutes import LAW, cite, statute

_FROZEN = Path(__file__).parent / "files" / "library-1.sqlite"
_OLD, _NEW = date(2019, 1, 1), date(2022, 1, 1)


@pytest.fixture
def library(tmp_path: Path, opens: Opens) -> StatuteLibrary:
    shelf = opens(tmp_path / "texts" / "statutes.sqlite")
    shelf.add(statute(_OLD, "摊主应当备茶，违者罚款五百元。"))
    shelf.add(statute(_NEW, "摊主应当备茶，违者罚款三百元。"))
    return shelf


def text_on(library: StatuteLibrary, day: date, law: str = LAW) -> str:
    found = library.resolve(Citation(law, 2, 1), day)
    assert isinstance(found, Provision)
    return found.text.splitlines()[0]


def reason(found: Provision | Unresolved) -> UnresolvedReason:
    assert isinstance(found, Unresolved)
    return found.reason


def test_asking_makes_no_file(tmp_path: Path, opens: Opens) -> None:
    shelf = opens(tmp_path / "statutes.sqlite")

    assert (shelf.editions(), shelf.names(), shelf.search("备茶")) == ((), {}, ())
    assert reason(shelf.resolve(cite(1), _OLD)) is UnresolvedReason.NO_LAW
    assert not list(tmp_path.iterdir())


def test_an_edition_ends_where_the_next_begins(library: StatuteLibrary) -> None:
    assert [each.effective_to for each in library.editions(LAW)] == [_NEW, None]


def test_the_text_of_the_day_is_given(library: StatuteLibrary) -> None:
    assert text_on(library, date(2021, 12, 31)).endswith("五百元。")
    assert text_on(library, _NEW).endswith("三百元。")


def test_a_law_goes_by_its_short_name(library: StatuteLibrary) -> None:
    assert library.full_name("《茶摊法》") == LAW
    assert text_on(library, _NEW, "茶摊法").endswith("三百元。")
    assert library.names() == {"茶摊法": LAW, LAW: LAW}


@pytest.mark.parametrize(
    ("citation", "day", "expected"),
    [
        (Citation("无此法", 1), _NEW, UnresolvedReason.NO_LAW),
        (Citation("茶摊法\udcff", 1), _NEW, UnresolvedReason.NO_LAW),
        (cite(1), date(2018, 12, 31), UnresolvedReason.NOT_IN_FORCE),
        (cite(9), _NEW, UnresolvedReason.NO_ARTICLE),
        (cite(1, subarticle=2), _NEW, UnresolvedReason.NO_ARTICLE),
        (cite(2, 3), _NEW, UnresolvedReason.NO_PARAGRAPH),
        (cite(2, 1, 3), _NEW, UnresolvedReason.NO_ITEM),
        (cite(2, 0, 1), _NEW, UnresolvedReason.PARAGRAPH_UNNAMED),
    ],
)
def test_a_citation_that_leads_nowhere_says_why(
    library: StatuteLibrary, citation: Citation, day: date, expected: UnresolvedReason
) -> None:
    assert reason(library.resolve(citation, day)) is expected


def test_a_statute_comes_back_as_it_went_in(library: StatuteLibrary) -> None:
    kept = library.statute(library.editions(LAW)[1])

    assert kept == statute(_NEW, "摊主应当备茶，违者罚款三百元。")


def test_the_same_text_again_changes_nothing(library: StatuteLibrary, tmp_path: Path) -> None:
    again = statute(
        _NEW, "摊主应当备茶，违者罚款三百元。", source=StatuteSource("别.md", "f", "text")
    )
    before = library.editions()

    assert library.add(again) is Added.UNCHANGED
    assert library.editions() == before


def test_the_same_edition_in_other_words_is_asked_about(library: StatuteLibrary) -> None:
    other = statute(_NEW, "摊主应当备水。")

    with pytest.raises(UserError) as refusal:
        library.add(other)

    assert (refusal.value.code, refusal.value.facts["article"]) == (
        "statute.changed_since",
        "第二条",
    )
    assert text_on(library, _NEW).endswith("三百元。")


def test_a_text_is_replaced_when_a_person_says_so(library: StatuteLibrary) -> None:
    assert library.add(statute(_NEW, "摊主应当备水。"), replacing=True) is Added.REPLACED

    assert text_on(library, _NEW) == "摊主应当备水。"
    assert (library.search("三百元"), len(library.search("备水"))) == ((), 1)


def test_a_stated_day_mends_an_assumed_one(library: StatuteLibrary) -> None:
    mended = statute(
        _NEW,
        "摊主应当备茶，违者罚款三百元。",
        effective_from=date(2022, 7, 1),
        basis=EffectiveBasis.STATED,
    )

    assert library.add(mended) is Added.REPLACED
    assert text_on(library, date(2022, 6, 30)).endswith("五百元。")


def test_a_law_that_was_repealed_is_not_in_force(library: StatuteLibrary) -> None:
    library.add(statute(_NEW, "摊主应当备茶，违者罚款三百元。", effective_to=date(2024, 1, 1)))

    assert reason(library.resolve(cite(1), date(2024, 1, 1))) is UnresolvedReason.NOT_IN_FORCE


@pytest.mark.parametrize("first_day", [_NEW, date(2018, 1, 1)])
def test_editions_that_would_overlap_are_asked_about(
    library: StatuteLibrary, first_day: date
) -> None:
    with pytest.raises(UserError) as refusal:
        library.add(statute(date(2023, 1, 1), "别的。", effective_from=first_day))

    assert refusal.value.code == "statute.overlap"
    assert len(library.editions()) == 2


def test_both_texts_are_shown_when_the_law_changed_in_between(library: StatuteLibrary) -> None:
    both = then_and_now(library, cite(2, 1), date(2021, 5, 1), date(2022, 5, 1))

    assert both.differs
    assert [each.text for each in both.stretches if each.change.value != "same"] == [
        "五百元",
        "三百元",
    ]


def test_nothing_is_to_choose_where_the_words_are_the_same(library: StatuteLibrary) -> None:
    assert not then_and_now(library, cite(1), date(2021, 5, 1), date(2022, 5, 1)).differs


def test_words_are_found_in_the_law_of_the_day(library: StatuteLibrary) -> None:
    (hit,) = library.search("备茶 罚款", day=_OLD)

    assert (hit.citation, hit.edition.edition) == (cite(2, 1), _OLD)
    assert len(library.search("备茶 罚款")) == 2


@pytest.mark.parametrize("words", ["备 茶摊", "“茶”", "茶", "", "茶摊罚", "行人制定茶摊"])
def test_words_that_stand_nowhere_find_nothing(library: StatuteLibrary, words: str) -> None:
    assert library.search(words) == ()


def test_words_do_not_run_on_from_one_line_to_the_next(library: StatuteLibrary) -> None:
    assert library.search("红茶热水") == ()


def test_an_interpreter_without_a_word_index_finds_the_same(
    library: StatuteLibrary, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, opens: Opens
) -> None:
    indexed = library.search("备茶")
    monkeypatch.setattr(schema, "can_index", lambda _: False)
    bare = opens(tmp_path / "bare.sqlite")
    bare.add(statute(_OLD, "摊主应当备茶，违者罚款五百元。"))
    bare.add(statute(_NEW, "摊主应当备茶，违者罚款三百元。"))

    assert sorted(map(str, library.search("备茶"))) == sorted(map(str, indexed))
    assert sorted(map(str, bare.search("备茶"))) == sorted(map(str, indexed))


def test_what_was_written_without_an_index_is_indexed_with_the_next_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opens: Opens
) -> None:
    shelf = opens(tmp_path / "statutes.sqlite")
    with monkeypatch.context() as without:
        without.setattr(schema, "can_index", lambda _: False)
        shelf.add(statute(_OLD, "摊主应当备酒。"))
    shelf.add(statute(_NEW))
    shelf.close()
    with closing(sqlite3.connect(tmp_path / "statutes.sqlite")) as database:
        found = database.execute(
            "SELECT count(*) FROM article_terms WHERE article_terms MATCH '备酒'"
        ).fetchone()

    assert found == (1,)


def test_a_failed_import_leaves_the_library_as_it_was(
    library: StatuteLibrary,
) -> None:
    before = library.editions()
    broken = statute(date(2025, 1, 1))
    broken = replace(broken, articles=(*broken.articles, broken.articles[0]))

    with pytest.raises(sqlite3.IntegrityError):
        library.add(broken)

    assert library.editions() == before


def test_a_damaged_library_is_named_and_says_how_to_mend(tmp_path: Path, opens: Opens) -> None:
    path = tmp_path / "statutes.sqlite"
    path.write_bytes(b"no database" * 200)

    with pytest.raises(EnvironmentFault) as fault:
        opens(path).editions()

    assert fault.value.code == "statute.library_damaged"


def test_a_library_of_a_later_release_is_left_alone(
    library: StatuteLibrary, tmp_path: Path
) -> None:
    library.close()
    with closing(sqlite3.connect(tmp_path / "texts" / "statutes.sqlite")) as database:
        database.execute("PRAGMA user_version = 99")

    with pytest.raises(EnvironmentFault) as fault:
        library.editions()

    assert fault.value.code == "statute.library_newer"


def test_a_library_of_the_first_revision_is_brought_up_to_date(
    tmp_path: Path, opens: Opens
) -> None:
    path = tmp_path / "statutes.sqlite"
    path.write_bytes(_FROZEN.read_bytes())
    shelf = opens(path)

    assert text_on(shelf, _OLD) == "摊主应当备茶。"
    assert [hit.citation for hit in shelf.search("备茶")] == [cite(2, 1)]
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (schema.HEAD,)


def test_a_migrated_library_has_the_tables_of_a_new_one(tmp_path: Path, opens: Opens) -> None:
    old, new = tmp_path / "old.sqlite", tmp_path / "new.sqlite"
    old.write_bytes(_FROZEN.read_bytes())
    for path in (old, new):
        opens(path).add(statute(_NEW, "摊主应当备水。"))

    assert _tables(old) == _tables(new)


def _tables(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master ORDER BY name")]
        return [
            (name, column[1])
            for name in names
            for column in database.execute(f"PRAGMA table_info('{name}')")
        ]
