"""The trademark law (商标法) of two texts: acts until the end of 2026, and acts from 2027 on."""

from __future__ import annotations

from datetime import date

from tests.shipped_law import shipped_library


def test_every_conduct_of_the_old_trademark_law_has_one_under_the_new_law() -> None:
    catalogue = shipped_library().catalogue()
    end, begin = date(2026, 12, 31), date(2027, 1, 1)
    old = [entry.violation for entry in catalogue.on(end) if entry.violation.valid_to == end]
    new = [entry.violation for entry in catalogue.on(begin) if entry.violation.valid_from == begin]

    # The 2019 text's articles, and where the 2026 text has what they forbid.
    renumbered = {
        57: 72,
        60: 74,
        6: 8,
        51: 61,
        52: 62,
        10: 15,
        14: 64,
        53: 64,
        49: 57,
        43: 55,
        68: 67,
    }
    duties = {(cited.article, cited.item) for each in new for cited in each.duty}
    assert {each.domain for each in (*old, *new)} == {"商标"}
    assert [
        each.id
        for each in old
        if not {(renumbered[cited.article], cited.item) for cited in each.duty} & duties
    ] == []
    punished = {cited.article for each in new for cited in each.penalty}
    assert {renumbered[cited.article] for each in old for cited in each.penalty} <= punished
    assert not any(each.applies_on(begin) for each in old)
    assert not any(each.applies_on(end) for each in new)
