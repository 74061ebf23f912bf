"""从旧兼从轻: both texts of a provision, side by side."""

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.then_and_now import Change, Stretch, differences

_TEXTS = st.text(alphabet="处以罚款五一千万元倍，。A1", max_size=30)


def _said(*changes: Change, stretches: tuple[Stretch, ...]) -> str:
    return "".join(stretch.text for stretch in stretches if stretch.change in changes)


@given(_TEXTS, _TEXTS)
def test_what_is_kept_and_removed_is_the_older_text_and_kept_and_added_the_newer(
    older: str, newer: str
) -> None:
    stretches = differences(older, newer)

    assert _said(Change.SAME, Change.REMOVED, stretches=stretches) == older
    assert _said(Change.SAME, Change.ADDED, stretches=stretches) == newer


@given(_TEXTS)
def test_equal_texts_differ_nowhere(text: str) -> None:
    assert {stretch.change for stretch in differences(text, text)} <= {Change.SAME}


def test_an_amount_changes_as_a_whole() -> None:
    stretches = differences("处五千元以上罚款。", "处一万五千元以上罚款。")

    assert stretches == (
        Stretch(Change.SAME, "处"),
        Stretch(Change.REMOVED, "五千元"),
        Stretch(Change.ADDED, "一万五千元"),
        Stretch(Change.SAME, "以上罚款。"),
    )
