"""The delivered packs against real statutes, where these lie beside the checkout: not one complaint.

Where they do not, nothing here is collected; the made-up law of the other modules always runs.
Slips of one article or item are caught at least as often as when the rows were researched
(domain-facts addendum §4.7): 1,772 of 1,784 articles, 355 of 360 items, every amount.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from inspector_app.assets import forms_dir
from inspector_app.domain.law.catalogue_check import Validity, check_place, check_violation
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import Verification, Violation
from inspector_app.packs.cited_check import check_draft, validity_of
from inspector_app.packs.reader import read_draft
from inspector_app.statutes.importing import import_files, import_package
from inspector_app.statutes.library import StatuteLibrary
from inspector_app.statutes.reading import Stated
from tests.unit.law.factory_toy_law import with_field
from tests.unit.statutes.wild import installed_package, shared_statutes

Anchors = Mapping[Citation, tuple[str, ...]]
_FOLDER = shared_statutes()
PACKS = tuple(sorted(folder.parent.name for folder in forms_dir().glob("*/pack.yaml")))
# Of 2020 by its own words, whatever its file is called (addendum §6.4).
_REWORKED = "侵害消费者权益行为处罚办法"


def _import_all(folder: Path, library: StatuteLibrary) -> None:
    list(import_files([folder], library))
    list(import_files(folder.glob(f"{_REWORKED}*"), library, Stated(edition=date(2020, 12, 31))))
    package = installed_package()
    if package is not None:
        list(import_package(package, library))


if _FOLDER is not None:

    @pytest.fixture(scope="module")
    def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StatuteLibrary]:
        path = tmp_path_factory.mktemp("statutes") / "statutes.sqlite"
        with closing(StatuteLibrary(path)) as opened:
            assert _FOLDER is not None
            _import_all(_FOLDER, opened)
            yield opened

    @pytest.mark.parametrize("pack", PACKS)
    def test_nothing_in_a_delivered_pack_is_against_the_statutes(
        pack: str, library: StatuteLibrary
    ) -> None:
        result = check_draft(read_draft(forms_dir() / pack), library)
        assert result.complaints == []
        assert result.places > 0

    def test_slips_are_caught_as_often_as_when_the_rows_were_researched(
        library: StatuteLibrary,
    ) -> None:
        caught: Counter[tuple[str, bool]] = Counter()
        for pack in ("food-common", "law-catalogue"):
            draft = read_draft(forms_dir() / pack)
            laws = tuple(draft.all_laws().values())
            for violation in draft.violations.values():
                if violation.verification is Verification.RECALLED:
                    continue
                begin = violation.valid_from or draft.valid_from or date.min
                validity = validity_of(laws, begin, violation.valid_to)
                anchors = draft.anchors.get(violation.id, {})
                for level, slipped, moved in _slips(violation, anchors, library, validity):
                    held = check_violation(slipped, moved, library, validity)
                    caught[level, bool(held.complaints)] += 1
        assert _rate(caught, "article") >= 1772 / 1784
        assert _rate(caught, "item") >= 355 / 360
        assert _rate(caught, "amount") == 1


def _slips(
    violation: Violation,
    anchors: Anchors,
    library: StatuteLibrary,
    validity: Validity,
) -> Iterator[tuple[str, Violation, Anchors]]:
    """The violation with one article or item a step off, or one amount changed, if checkable."""
    for side in ("duty", "penalty"):
        cited = getattr(violation, side)
        for place, citation in enumerate(cited):
            if not check_place(citation, library, validity).provisions:
                continue
            for level, step in product(("article", "item"), (-1, 1)):
                number = getattr(citation, level)
                if not number or number + step < 1:
                    continue
                slip = with_field(citation, level, number + step)
                others = {key: words for key, words in anchors.items() if key != citation}
                moved = {**others, slip: others.get(slip, ()) + anchors.get(citation, ())}
                changed = (*cited[:place], slip, *cited[place + 1 :])
                yield level, with_field(violation, side, changed), moved
    if check_violation(violation, anchors, library, validity).unchecked:
        return
    for place, sanction in enumerate(violation.sanctions):
        if sanction.fine is None or not sanction.fine.high:
            continue
        for end in ("low", "high"):
            amount = getattr(sanction.fine, end)
            slipped = with_field(sanction.fine, end, amount * 2 or 1000)
            sanctions = list(violation.sanctions)
            sanctions[place] = replace(sanction, fine=slipped)
            yield "amount", replace(violation, sanctions=tuple(sanctions)), anchors


def _rate(caught: Counter[tuple[str, bool]], level: str) -> float:
    return caught[level, True] / (caught[level, True] + caught[level, False])
