"""Which text of a law the packs cite, against the newest that a reader has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.cited_editions import ended_by, not_here
from inspector_app.domain.law.statute import edition_in_force
from inspector_app.packs import Pack
from inspector_app.packs.law_editions import editions_by_law
from inspector_app.packs.pack import Law
from tests.fakes.statutes import made_up
from tests.shipped_law import shipped_pack

TEA = "中华人民共和国茶摊法"
MADE, IN_FORCE = date(2025, 3, 1), date(2025, 6, 1)


def pack(*laws: Law) -> Pack:
    return replace(shipped_pack(), laws={law.short: law for law in laws})


PACKS = (
    pack(Law("茶", TEA, date(2020, 1, 1)), Law("新茶", TEA, MADE, in_force=IN_FORCE)),
    pack(Law("茶摊", TEA, date(2022, 1, 1)), Law("水", "水法", date(2026, 1, 1)), Law("火", TEA)),
)


def later_text(law: str, newest_here: date, day: date) -> date | None:
    """The text of ``law`` that is wanted on ``day`` where that of ``newest_here`` is not it."""
    cited = editions_by_law(PACKS).get(law, ())
    ended = ended_by((made_up(law, "第一条 备茶。", newest_here).edition,), cited)
    if edition_in_force(ended, day) is not None:
        return None
    return not_here(Citation(law, 1), ended, cited, day).wanted


@pytest.mark.parametrize(
    ("newest_here", "day", "later"),
    [
        (date(2015, 1, 1), date(2026, 1, 1), MADE),
        (date(2015, 1, 1), IN_FORCE, MADE),
        # Made and not yet in force: then the one before it.
        (date(2015, 1, 1), date(2025, 5, 31), date(2022, 1, 1)),
        (date(2015, 1, 1), date(2022, 1, 1), date(2022, 1, 1)),
        (date(2015, 1, 1), date(2021, 12, 31), date(2020, 1, 1)),
        (date(2015, 1, 1), date(2019, 12, 31), None),
        (date(2025, 2, 28), IN_FORCE, MADE),
        (MADE, IN_FORCE, None),
        (date(2025, 3, 2), IN_FORCE, None),
    ],
)
def test_a_later_text_is_the_latest_that_is_cited_for_the_day(
    newest_here: date, day: date, later: date | None
) -> None:
    assert later_text(TEA, newest_here, day) == later


def test_of_a_law_that_nobody_cites_no_text_is_later() -> None:
    assert later_text("火法", date(2015, 1, 1), date(2026, 1, 1)) is None
