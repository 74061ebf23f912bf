"""The bureau's side judges by the edition that a visit began by, as long as it holds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspector_app.domain.checklist import PackRef
from inspector_app.domain.visit import Visit
from inspector_app.packs import Pack
from inspector_app.server.judgement import Refused
from inspector_app.server.legality import LawBook, refuse_blocked
from tests.factory import Chain, officer, rights_read, visit_started
from tests.factory_sync import ISSUED, LAWFUL
from tests.factory_visit import folded
from tests.kept_editions import keep
from tests.shipped_law import shipped_catalogue, shipped_pack


def lenient_edition(**changes: object) -> Pack:
    """An earlier edition that was content with one officer."""
    pack = shipped_pack()
    rules = []
    for rule in pack.gate:
        checks = tuple(
            replace(check, numbers={"least": 1}) if check.code == "gate.officers_two" else check
            for check in rule.checks
        )
        rules.append(replace(rule, checks=checks))
    ref = replace(pack.ref, version="0.9")
    return replace(pack, ref=ref, gate=tuple(rules), **changes)  # type: ignore[arg-type]


def one_officer(*packs: PackRef) -> tuple[Visit, Chain]:
    started = visit_started(officers=(officer(1),), packs=packs)
    chain = Chain().add(started, rights_read(), *LAWFUL[2:-1])
    return folded(chain), chain.add(ISSUED)


@pytest.fixture
def book(tmp_path: Path) -> LawBook:
    made = LawBook(tmp_path)
    made.keep_editions()
    return made


def judged(book: LawBook) -> Callable[..., None]:
    def judge(*packs: PackRef) -> None:
        before, chain = one_officer(*packs)
        refuse_blocked(book, before, folded(chain), chain.events[-1])

    return judge


def test_what_is_delivered_is_kept(book: LawBook, tmp_path: Path) -> None:
    kept = {path.stem for path in (tmp_path / "rules").iterdir()}
    assert kept > {shipped_pack().ref.digest, shipped_catalogue().ref.digest}
    book.keep_editions()
    assert {path.stem for path in (tmp_path / "rules").iterdir()} == kept


def test_a_visit_is_judged_by_the_edition_it_began_by(book: LawBook, tmp_path: Path) -> None:
    old = keep(tmp_path, lenient_edition())
    judged(book)(old)
    with pytest.raises(Refused, match=r"issue\.blocked\.R01"):
        judged(book)(shipped_pack().ref)


def test_a_visit_that_names_no_edition_is_judged_by_the_present_one(book: LawBook) -> None:
    with pytest.raises(Refused, match=r"issue\.blocked\.R01"):
        judged(book)()


def test_an_edition_out_of_force_when_the_visit_began_does_not_judge_it(
    book: LawBook, tmp_path: Path
) -> None:
    expired = keep(tmp_path, lenient_edition(valid_to=date(2026, 11, 20)))
    with pytest.raises(Refused, match=r"issue\.blocked\.R01"):
        judged(book)(expired)


def test_what_is_blocked_under_an_edition_not_held_waits_and_is_no_breach(book: LawBook) -> None:
    with pytest.raises(Refused, match=r"issue\.rules_unknown\.R01"):
        judged(book)(PackRef("law-base", "2.0", "e" * 64))


def test_the_digest_of_another_pack_is_no_edition(book: LawBook, tmp_path: Path) -> None:
    other = keep(tmp_path, replace(lenient_edition(), ref=PackRef("lenient", "1.0", "")))
    with pytest.raises(Refused, match=r"issue\.rules_unknown\.R01"):
        judged(book)(replace(other, id="law-base"))
