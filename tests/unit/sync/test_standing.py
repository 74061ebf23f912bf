"""What follows from where both sides stand."""

from __future__ import annotations

import pytest

from inspector_app.domain.sync_ports import Lineage
from inspector_app.sync.standing import GoOn, NewLineage, Rearm, decide
from inspector_app.wire.hello import Hello, HighWater, LineageStanding

OURS = [f"h{position}" for position in range(11)]  # h1 … h10 are ours


def hash_at(position: int) -> str:
    return OURS[position] if 0 < position < len(OURS) else ""


@pytest.mark.parametrize(
    ("acknowledged", "standing", "position", "digest", "verdict"),
    [
        pytest.param(0, "unknown", 0, "", GoOn(), id="nothing sent yet"),
        pytest.param(7, "known", 7, "h7", GoOn(), id="level"),
        pytest.param(5, "known", 7, "h7", GoOn(), id="a receipt got lost"),
        pytest.param(7, "known", 4, "h4", Rearm(5), id="server restored from a backup"),
        pytest.param(7, "unknown", 0, "", Rearm(1), id="server lost everything"),
        pytest.param(
            7, "known", 12, "h12", NewLineage("lineage.rolled_back"), id="we were rolled back"
        ),
        pytest.param(7, "known", 7, "x", NewLineage("lineage.forked"), id="a clone was here"),
        pytest.param(7, "known", 4, "x", NewLineage("lineage.forked"), id="restored, then a clone"),
        pytest.param(
            0, "foreign", 0, "", NewLineage("lineage.foreign"), id="another device's database"
        ),
    ],
)
def test_the_verdict_follows_from_both_sides_numbers(
    acknowledged: int,
    standing: str,
    position: int,
    digest: str,
    verdict: GoOn | Rearm | NewLineage,
) -> None:
    lineage = Lineage("l1", "d1", "t", last=10, acknowledged=acknowledged)
    hello = Hello(
        epoch="e",
        server_at="t",
        standing=LineageStanding(standing),
        high_water=HighWater(position=position, hash=digest),
    )
    assert decide(lineage, hello, hash_at) == verdict
